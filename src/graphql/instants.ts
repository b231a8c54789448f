import { Refusal } from '../reading/refusal.ts';
import type { ArchiveDates, DateClass, Row } from '../reading/row.ts';
import { cellOf } from '../reading/row.ts';
import { type InstantRange, type Period, periodRange } from '../upstream/periods.ts';
import { dayRange, formatLocal } from '../upstream/time.ts';
import { always, type Condition, never, operand, upstream } from './conditions.ts';

/** A date condition as it comes in: instants in milliseconds, days as texts. */
export interface DateInput {
  before?: number | null;
  after?: number | null;
  between?: { from: number; to: number } | null;
  on?: string | null;
  period?: Period | null;
}

/** What dates are compared in. */
export interface Calendar {
  zone: string;
  now: number;
}

const SECOND = 1_000;
const DAY = 86_400_000;

/** Years outside of these say "no date" (superoffice.md 2.2), and texts of years beyond 9999 are none that it reads. */
const FIRST = Date.UTC(1761, 0, 1);
const LAST = Date.UTC(9999, 0, 1);

/** The one range that all given operators leave; null when it is empty. Instants of the CRM have a grain of a second. */
export function rangeOf(input: DateInput, { zone, now }: Calendar, name: string): InstantRange | null {
  const ranges: InstantRange[] = [];
  for (const [operator, value] of Object.entries(input)) {
    if (value === undefined) continue;
    operand(value, `${name}.${operator}`);
    ranges.push(rangeOfOperator(operator as keyof DateInput, value as never, zone, now));
  }
  const froms = ranges.map((range) => range.from).filter((from) => from !== null);
  const tos = ranges.map((range) => range.to).filter((to) => to !== null);
  const from = froms.length > 0 ? Math.max(FIRST, ...froms) : null;
  const to = tos.length > 0 ? Math.min(LAST, ...tos) : null;
  return (from ?? FIRST) >= (to ?? LAST) ? null : { from, to };
}

/** An instant itself where it is a whole second, else the next one that is. */
export const wholeSecond = (instant: number): number => Math.ceil(instant / SECOND) * SECOND;

function rangeOfOperator(operator: keyof DateInput, value: never, zone: string, now: number): InstantRange {
  if (operator === 'before') return { from: null, to: wholeSecond(value) };
  if (operator === 'after') return { from: Math.floor(value / SECOND) * SECOND + SECOND, to: null };
  if (operator === 'between') {
    const { from, to } = value as { from: number; to: number };
    return { from: wholeSecond(from), to: wholeSecond(to) };
  }
  if (operator === 'period') return periodRange(value, now, zone);
  const day = dayRange(value, zone);
  if (!day) throw new Refusal('BAD_USER_INPUT', `${value} is no day of the calendar.`);
  return day;
}

/**
 * A range on the appointment's `date` column, which compares instants; `afterTime` includes its bound. Rows without a date stand at
 * years that are none, so that a side which is left open is bounded too.
 */
export function instantCondition(
  column: string,
  range: InstantRange | null,
  literal: ArchiveDates['literal'],
): Condition {
  if (!range) return never;
  if (range.from === null && range.to === null) return always;
  const [from, to] = [literal(range.from ?? FIRST), literal(range.to ?? LAST)];
  return upstream(`${column} afterTime '${from}' and ${column} beforeTime '${to}'`);
}

/**
 * A range on a column that compares days only: asked for with a day more on each side, whatever zone and bounds the
 * server counts by, and decided here on the instant of `decidedBy`.
 */
export function dayCondition(
  column: string,
  range: InstantRange | null,
  decidedBy: string,
  dateClass: DateClass,
): Condition {
  if (!range) return never;
  if (range.from === null && range.to === null) return always;
  const day = (instant: number, shift: number) => formatLocal(instant + shift * DAY, 'UTC').slice(0, 10);
  const from = range.from === null ? null : day(range.from, -2);
  const to = range.to === null ? null : day(range.to, 2);
  const bounds = [from ? `${column} after '${from}'` : null, to ? `${column} before '${to}'` : null].filter(
    (bound) => bound !== null,
  );
  const check = (row: Row) => {
    const instant = row.dates.instant(cellOf(row, decidedBy), dateClass);
    return (
      instant !== null && (range.from === null || instant >= range.from) && (range.to === null || instant < range.to)
    );
  };
  return { text: bounds.join(' and '), check, columns: [decidedBy], never: false };
}

/** The same condition by days of the zone: an instant stands for its day. */
export function byDays(input: DateInput, zone: string): DateInput {
  const day = (instant: number) =>
    dayRange(formatLocal(instant, zone).slice(0, 10), zone) ?? { from: instant, to: instant };
  const { before, after, between } = input;
  return {
    ...input,
    ...(typeof before === 'number' ? { before: day(before).from } : {}),
    ...(typeof after === 'number' ? { after: day(after).to - SECOND } : {}),
    ...(between ? { between: { from: day(between.from).from, to: day(between.to).from } } : {}),
  };
}
