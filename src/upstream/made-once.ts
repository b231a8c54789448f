interface Known<Key, Value> {
  get(key: Key): Value | undefined;
  set(key: Key, value: Value): unknown;
}

/** What is known under a key; made when it is first asked for. */
export function madeOnce<Key, Value>(known: Known<Key, NoInfer<Value>>, key: Key, make: () => Value): Value {
  const there = known.get(key);
  if (there !== undefined) return there;
  const made = make();
  known.set(key, made);
  return made;
}
