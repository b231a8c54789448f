import type { SimulatedCaller } from '../request.ts';
import { type ElementRecord, findList } from '../store.ts';
import { isObject, type JsonObject, memberOf } from './write-body.ts';
import { malformed } from './write-refusal.ts';
import { arrayOf, textOf, truthOf, wholeNumberOf } from './written-values.ts';

function objectsOf(value: unknown, member: string): JsonObject[] {
  return arrayOf(value, member).map((one) => {
    if (!isObject(one)) throw malformed(`Error converting value to an object. Path '${member}'.`);
    return one;
  });
}

/** Elements have no id on the wire: one with the same value keeps its own, and the order is the rank (2.2). */
export function elementsOf(
  value: unknown,
  member: string,
  present: readonly ElementRecord[],
  newId: () => number,
): ElementRecord[] {
  const free = [...present];
  return objectsOf(value, member).map((one) => {
    const text = textOf(memberOf(one, 'Value'), `${member}.Value`) ?? '';
    const description = textOf(memberOf(one, 'Description'), `${member}.Description`) ?? '';
    const index = free.findIndex((element) => element.value === text);
    const [kept] = index < 0 ? [] : free.splice(index, 1);
    return { id: kept?.id ?? newId(), value: text, description };
  });
}

/** The items of a selectable list that are marked; keys that are no item of the list are passed over. */
export function selectedIds(
  value: unknown,
  { member, list, present }: { member: string; list: string; present: readonly number[] },
  caller: SimulatedCaller,
): number[] {
  const named = new Map<number, boolean>();
  for (const one of objectsOf(value, member)) {
    const id = wholeNumberOf(memberOf(one, 'Id'), `${member}.Id`, caller);
    named.set(id, truthOf(memberOf(one, 'Selected'), `${member}.Selected`, caller));
  }
  const known = (findList(caller.world, list)?.items ?? []).map((item) => item.id);
  const keeps = (id: number) => caller.options.writes.unnamedInterests === 'kept' && present.includes(id);
  const marked = known.filter((id) => named.get(id) ?? keeps(id));
  // Those that were marked before come first: a write that changes nothing leaves the row as it is.
  return [...present.filter((id) => marked.includes(id)), ...marked.filter((id) => !present.includes(id))];
}
