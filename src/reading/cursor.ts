import { hash } from 'node:crypto';
import { Refusal } from './refusal.ts';

/** Where a row stands, by its ordering values. */
export interface SeekPlace {
  values: readonly number[];
}

/** Where a row stands, counted, where the upstream cannot be asked by value. */
export interface OffsetPlace {
  offset: number;
  /** Counted from the end of the list. */
  fromEnd: boolean;
  key: number;
  /** Key of the row ahead of it as counted; 0: none. */
  previous: number;
  /** What the order went by in these two rows: one in which it is something else has moved. */
  mark: number;
  previousMark: number;
}

export type CursorPlace = SeekPlace | OffsetPlace;

/** Instants lie in the years that a text can say; keys and counts are smaller. */
const FIRST_INSTANT = Date.parse('0001-01-01T00:00:00Z');
const LAST_INSTANT = Date.parse('9999-12-31T23:59:59.999Z');
/** No upstream counts further. */
const MOST_ROWS = 2_147_483_647;

type Encoded = [binding: string, ...values: number[]];

/** What a cursor is bound to, short enough to travel in it. */
export const bindingOf = (...parts: readonly unknown[]): string =>
  hash('sha256', JSON.stringify(parts), 'base64url').slice(0, 10);

export function encodeCursor(place: CursorPlace, binding: string): string {
  const encoded: Encoded =
    'values' in place
      ? [binding, ...place.values]
      : [binding, place.offset, place.fromEnd ? 1 : 0, place.key, place.previous, place.mark, place.previousMark];
  return Buffer.from(JSON.stringify(encoded)).toString('base64url');
}

/** The ordering values of a cursor that this server gave for the same list; anything else is `BAD_CURSOR`. */
export function decodeSeek(cursor: string, binding: string, terms: number): SeekPlace {
  const values = decoded(cursor, binding, terms);
  if (values.some((value) => value < FIRST_INSTANT || value > LAST_INSTANT)) throw malformed();
  return { values };
}

/** The counted place of a cursor that this server gave for the same list; anything else is `BAD_CURSOR`. */
export function decodeOffset(cursor: string, binding: string): OffsetPlace {
  const values = decoded(cursor, binding, 6) as [number, number, number, number, number, number];
  const [offset, fromEnd, key, previous, mark, previousMark] = values;
  if (offset < 0 || offset > MOST_ROWS) throw malformed();
  return { offset, fromEnd: fromEnd === 1, key, previous, mark, previousMark };
}

function decoded(cursor: string, binding: string, length: number): number[] {
  const [bound, ...values] = parse(cursor);
  if (bound !== binding)
    throw new Refusal(
      'BAD_CURSOR',
      'This cursor belongs to another list: use it with the same filter, order and parent that it came from.',
    );
  if (values.length !== length || !values.every((value) => Number.isSafeInteger(value))) throw malformed();
  return values;
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
