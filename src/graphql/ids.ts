import { Refusal } from '../reading/refusal.ts';

const ZERO = '0'.charCodeAt(0);
/** The largest key that a CRM can have. */
const MOST_KEY = 2_147_483_647;

/** The type and key behind an id. */
export interface NodeKey {
  type: string;
  key: string;
}

/** An opaque id: unique within a tenant, the same in every language and time zone. */
export const encodeId = (type: string, key: number | string): string =>
  Buffer.from(`${type}:${key}`).toString('base64url');

/** The type and key of an id; null for a text that is no id of this graph. */
export function decodeId(id: string): NodeKey | null {
  if (!/^[A-Za-z0-9_-]{1,200}$/.test(id)) return null;
  const text = Buffer.from(id, 'base64url').toString();
  const found = /^([A-Z][A-Za-z]*):(.+)$/s.exec(text);
  return found && encodeId(found[1] as string, found[2] as string) === id
    ? { type: found[1] as string, key: found[2] as string }
    : null;
}

/** The type and key of an id that a client sent; refused when it is none. */
export function requireId(id: string): NodeKey {
  const found = decodeId(id);
  if (!found)
    throw new Refusal('BAD_USER_INPUT', 'This is no id of this graph: pass on an `id` that it gave, unchanged.');
  return found;
}

/** A key that is a positive whole number as the CRMs have them; null for any other text. */
export function numericKey(key: string): number | null {
  const { length } = key;
  if (length === 0 || length > 10 || key.charCodeAt(0) === ZERO) return null;
  let number = 0;
  for (let index = 0; index < length; index += 1) {
    const digit = key.charCodeAt(index) - ZERO;
    if (!(digit >= 0 && digit <= 9)) return null;
    number = 10 * number + digit;
  }
  return number <= MOST_KEY ? number : null;
}
