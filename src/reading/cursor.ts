import { createHash } from 'node:crypto';
import type { OrderTerm } from './page.ts';
import { Refusal } from './refusal.ts';

/** Where a row stands: its ordering values, or its offset where the upstream cannot be asked by value. */
export interface CursorPlace {
  values?: readonly number[];
  offset?: number;
  fromEnd?: boolean;
  key?: number;
}

export type Cursor = CursorPlace;

type Encoded = [binding: string, ...values: number[]];

/** What a cursor is bound to, short enough to travel in it. */
export const bindingOf = (...parts: readonly unknown[]): string =>
  createHash('sha256').update(JSON.stringify(parts)).digest('base64url').slice(0, 10);

export function encodeCursor(place: CursorPlace, binding: string): string {
  const encoded: Encoded = place.values
    ? [binding, ...place.values]
    : [binding, place.offset ?? 0, place.fromEnd ? 1 : 0, place.key ?? 0];
  return Buffer.from(JSON.stringify(encoded)).toString('base64url');
}

/** The place of a cursor that this server gave for the same list; anything else is `BAD_CURSOR`. */
export function decodeCursor(cursor: string, binding: string, order: readonly OrderTerm[]): Cursor {
  const seekable = order.every((term) => term.seek !== 'none');
  const [bound, ...values] = parse(cursor);
  if (bound !== binding)
    throw new Refusal(
      'BAD_CURSOR',
      'This cursor belongs to another list: use it with the same filter, order and parent that it came from.',
    );
  const length = seekable ? order.length : 3;
  if (values.length !== length || !values.every((value) => Number.isSafeInteger(value))) throw malformed();
  if (seekable) return { values };
  const [offset, fromEnd, key] = values as [number, number, number];
  if (offset < 0) throw malformed();
  return { offset, fromEnd: fromEnd === 1, key };
}

function parse(cursor: string): Encoded {
  try {
    const parsed: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString());
    if (Array.isArray(parsed) && typeof parsed[0] === 'string') return parsed as Encoded;
  } catch {
    // told below, as for every other text that is no cursor
  }
  throw malformed();
}

const malformed = () =>
  new Refusal('BAD_CURSOR', 'This is no cursor of this server: pass on an endCursor, startCursor or cursor unchanged.');
