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
  /** What the order goes by in a row. */
  markOf: (row: Row) => number;
}

export interface CountedRow {
  row: Row;
  /** The one that stands ahead of it, as counted. */
  ahead: Row | undefined;
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
  const split = start ? await locate(stretch, start, counted) : { ahead: 0, behind: 0 };
  const found: CountedRow[] = [];
  const take = (index: number) => {
    const row = stretch.rows[index] as Row;
    if (counted.passes(row)) found.push({ row, ahead: stretch.rows[index - 1] });
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
async function locate(stretch: Stretch, start: OffsetPlace, { markOf }: Counted): Promise<Split> {
  const look = () => anchorsOf(stretch, start, markOf);
  for (let search = 0; search < SEARCHES && !stretch.isLast && !isSettled(stretch, look(), start); search++)
    await stretch.growBehind(stretch.indexOf(start.previous) >= 0 ? DRIFT : SEARCHED);
  let anchors = look();
  for (let search = 0; isLost(anchors, start) && search < SEARCHES && !stretch.isFirst; search++) {
    await stretch.growAhead(SEARCHED);
    anchors = look();
  }
  return splitAt(anchors) ?? placeLeft(stretch, anchors, start);
}

/** A row of the cursor: where it is now, -1: nowhere that has been read; and whether it is still where the order had it. */
interface Anchor {
  index: number;
  stays: boolean;
}

interface Anchors {
  own: Anchor;
  neighbour: Anchor;
}

/**
 * A row that was changed in what the order goes by has moved, and the list goes on where it stood. What stands at its old place
 * has not, whatever it shows: cells may be empty for who may not read them.
 */
function anchorsOf(stretch: Stretch, start: OffsetPlace, markOf: (row: Row) => number): Anchors {
  const anchor = (key: number, at: number, mark: number): Anchor => {
    const index = stretch.indexOf(key);
    const row = stretch.rows[index];
    return { index, stays: row !== undefined && (row.at === at || markOf(row) === mark) };
  };
  const own = anchor(start.key, start.offset, start.mark);
  // Once the cursor's row stands ahead of the other one, that stands one row further back.
  const isPassed = own.index >= 0 && own.index < stretch.indexOf(start.previous);
  const neighbour = anchor(start.previous, isPassed ? start.offset : start.offset - 1, start.previousMark);
  return { own, neighbour };
}

const isGone = ({ own, neighbour }: Anchors): boolean => !own.stays && !neighbour.stays;

/** Neither of the two rows shows the place, and one of them may yet be found. */
const isLost = (anchors: Anchors, { previous }: OffsetPlace): boolean =>
  isGone(anchors) && (anchors.own.index < 0 || (previous !== 0 && anchors.neighbour.index < 0));

/**
 * The row is there, or has moved or gone: behind the one that stood ahead of it so many have been read that it would be among them.
 */
function isSettled(stretch: Stretch, anchors: Anchors, start: OffsetPlace): boolean {
  const { own, neighbour } = anchors;
  if (own.stays || (isGone(anchors) && !isLost(anchors, start))) return true;
  return neighbour.stays && (own.index >= 0 || stretch.rows.length - neighbour.index > DRIFT);
}

function splitAt({ own, neighbour }: Anchors): Split | null {
  if (own.stays) return { ahead: own.index, behind: own.index + 1 };
  if (!neighbour.stays) return null;
  const ahead = neighbour.index + 1;
  return { ahead, behind: own.index === ahead ? ahead + 1 : ahead };
}

/** The place where both rows stood: one row further ahead for each of them that stands ahead of it no more. */
function placeLeft(stretch: Stretch, { own, neighbour }: Anchors, { offset, previous }: OffsetPlace): Split {
  const hasLeft = ({ index }: Anchor) => ((stretch.rows[index]?.at ?? offset + 1) > offset ? 1 : 0);
  const left = hasLeft(own) + (previous === 0 ? 0 : hasLeft(neighbour));
  const at = stretch.rows.findIndex((row) => row.at > offset - left);
  const place = at < 0 ? stretch.rows.length : at;
  return { ahead: place, behind: place };
}
