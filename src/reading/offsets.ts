import type { OffsetPlace } from './cursor.ts';
import type { Row } from './row.ts';
import { type ReadRows, Stretch } from './stretch.ts';

/** How much of a list is read for a page. */
export interface Steps {
  /** Rows that are enough, of those that pass; so many are read at first. */
  wanted: number;
  /** How many to read where so many were not enough. */
  after(step: number): number;
}

/** What is looked for in a list whose rows can only be counted. */
export interface Counted extends Steps {
  backward: boolean;
  /** The row of the cursor; null: from the end that `backward` says. */
  start: OffsetPlace | null;
  passes: (row: Row) => boolean;
}

export interface CountedRow {
  row: Row;
  place: OffsetPlace;
}

/** How far a row is expected to have moved since its cursor was given. */
const DRIFT = 100;
/** How much is read at a time, and how often, to find a row that has moved further. */
const SEARCHED = 1_000;
const SEARCHES = 4;

/** The end that rows are counted from: that of the cursor, whichever way the page goes. */
export const countsFromEnd = ({ start, backward }: Pick<Counted, 'start' | 'backward'>): boolean =>
  start?.fromEnd ?? backward;

/**
 * The rows behind the cursor's row in the direction of the page, nearest first. The upstream cannot be asked for what
 * lies behind a text, so places are counted, and the row is looked for where it stood: others may have come and gone.
 */
export async function countRows(
  read: ReadRows,
  identify: (row: Row) => number | null,
  counted: Counted,
): Promise<CountedRow[]> {
  const { start, wanted } = counted;
  const fromEnd = countsFromEnd(counted);
  const isAhead = fromEnd !== counted.backward;
  const from = start ? Math.max(0, start.offset - DRIFT - (isAhead ? wanted : 0)) : 0;
  const stretch = new Stretch(read, identify, from);
  await stretch.growBehind((start ? start.offset - from + 1 : 0) + (isAhead ? 0 : wanted));
  const split = start ? await locate(stretch, start) : { ahead: 0, behind: 0 };
  const found: CountedRow[] = [];
  const take = (index: number) => {
    const row = stretch.rows[index] as Row;
    const place = { offset: row.at, fromEnd, key: stretch.keyAt(index), previous: stretch.keyAt(index - 1) };
    if (counted.passes(row)) found.push({ row, place });
  };
  if (isAhead) await takeAhead(stretch, split.ahead, found, counted, take);
  else await takeBehind(stretch, split.behind, found, counted, take);
  return found;
}

async function takeBehind(
  stretch: Stretch,
  from: number,
  found: readonly unknown[],
  { wanted, after }: Steps,
  take: (index: number) => void,
): Promise<void> {
  let index = from;
  let step = wanted;
  for (;;) {
    for (; index < stretch.rows.length && found.length < wanted; index++) take(index);
    if (found.length >= wanted || stretch.isLast) return;
    step = after(step);
    await stretch.growBehind(step);
  }
}

async function takeAhead(
  stretch: Stretch,
  until: number,
  found: readonly unknown[],
  { wanted, after }: Steps,
  take: (index: number) => void,
): Promise<void> {
  let left = until;
  let step = wanted;
  for (;;) {
    for (; left > 0 && found.length < wanted; left--) take(left - 1);
    if (found.length >= wanted || stretch.isFirst) return;
    step = after(step);
    left += await stretch.growAhead(Math.max(step, DRIFT));
  }
}

/** Rows up to `ahead` lie ahead of the cursor's row, those from `behind` on behind it. */
interface Split {
  ahead: number;
  behind: number;
}

/** Finds the cursor's row, else the one that stood ahead of it, else its old place. */
async function locate(stretch: Stretch, start: OffsetPlace): Promise<Split> {
  for (let search = 0; search < SEARCHES && !stretch.isLast && !isSettled(stretch, start); search++)
    await stretch.growBehind(stretch.indexOf(start.previous) >= 0 ? DRIFT : SEARCHED);
  let split = splitAt(stretch, start);
  for (let search = 0; !split && search < SEARCHES && !stretch.isFirst; search++) {
    await stretch.growAhead(SEARCHED);
    split = splitAt(stretch, start);
  }
  if (split) return split;
  const at = stretch.rows.findIndex((row) => row.at >= start.offset);
  const place = at < 0 ? stretch.rows.length : at;
  return { ahead: place, behind: place };
}

/** The row is there, or has gone: behind the one that stood ahead of it so many have been read that it would be among them. */
function isSettled(stretch: Stretch, { key, previous }: OffsetPlace): boolean {
  if (stretch.indexOf(key) >= 0) return true;
  const neighbour = stretch.indexOf(previous);
  return neighbour >= 0 && stretch.rows.length - neighbour > DRIFT;
}

function splitAt(stretch: Stretch, { key, previous }: OffsetPlace): Split | null {
  const own = stretch.indexOf(key);
  if (own >= 0) return { ahead: own, behind: own + 1 };
  const neighbour = stretch.indexOf(previous);
  return neighbour >= 0 ? { ahead: neighbour + 1, behind: neighbour + 1 } : null;
}
