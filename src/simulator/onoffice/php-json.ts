/** A value of an answer. Maps are objects whose keys keep their order, numeric ones too. */
export type PhpValue =
  | string
  | number
  | boolean
  | null
  | undefined
  | readonly PhpValue[]
  | ReadonlyMap<string, PhpValue>
  | { readonly [key: string]: PhpValue };

/** JSON as PHP writes it: one line, `/` and non-ASCII escaped, and an empty object indistinguishable from an empty list. */
export function phpJson(value: PhpValue): string {
  if (value === null || value === undefined) return 'null';
  if (typeof value === 'string') return phpString(value);
  if (typeof value !== 'object') return JSON.stringify(value);
  if (isList(value)) return `[${value.map(phpJson).join(',')}]`;
  const entries = value instanceof Map ? [...value] : Object.entries(value).filter(([, item]) => item !== undefined);
  if (entries.length === 0) return '[]';
  return `{${entries.map(([key, item]) => `${phpString(key)}:${phpJson(item)}`).join(',')}}`;
}

function isList(value: object): value is readonly PhpValue[] {
  return Array.isArray(value);
}

function phpString(text: string): string {
  return JSON.stringify(text)
    .replaceAll('/', '\\/')
    .replace(/[\u007f-\uffff]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`);
}
