import { instantOfLocal, offsetAt } from './time.ts';

/** A named stretch of days around today. */
export type Period =
  | 'TODAY'
  | 'BEFORE_TODAY'
  | 'AFTER_TODAY'
  | 'LAST_WEEK'
  | 'THIS_WEEK'
  | 'NEXT_WEEK'
  | 'LAST_MONTH'
  | 'THIS_MONTH'
  | 'NEXT_MONTH'
  | 'LAST_QUARTER'
  | 'THIS_QUARTER'
  | 'NEXT_QUARTER'
  | 'THIS_HALF'
  | 'THIS_YEAR';

/** From the first instant to the first that no longer belongs; null: without bound. */
export interface InstantRange {
  from: number | null;
  to: number | null;
}

/** Days as numbers since 1970, so that a day is added by adding one. */
interface DayRange {
  from: number | null;
  to: number | null;
}

const DAY = 86_400_000;

function firstOfMonth(year: number, month: number): number {
  return Date.UTC(year, month, 1) / DAY;
}

function daysOf(period: Period, today: number): DayRange {
  const date = new Date(today * DAY);
  const year = date.getUTCFullYear();
  const month = date.getUTCMonth();
  // Day 0 was a Thursday; weeks begin on Monday.
  const monday = today - ((today + 3) % 7);
  const months = (from: number, count: number): DayRange => ({
    from: firstOfMonth(year, from),
    to: firstOfMonth(year, from + count),
  });
  const quarter = month - (month % 3);
  switch (period) {
    case 'TODAY':
      return { from: today, to: today + 1 };
    case 'BEFORE_TODAY':
      return { from: null, to: today };
    case 'AFTER_TODAY':
      return { from: today + 1, to: null };
    case 'LAST_WEEK':
      return { from: monday - 7, to: monday };
    case 'THIS_WEEK':
      return { from: monday, to: monday + 7 };
    case 'NEXT_WEEK':
      return { from: monday + 7, to: monday + 14 };
    case 'LAST_MONTH':
      return months(month - 1, 1);
    case 'THIS_MONTH':
      return months(month, 1);
    case 'NEXT_MONTH':
      return months(month + 1, 1);
    case 'LAST_QUARTER':
      return months(quarter - 3, 3);
    case 'THIS_QUARTER':
      return months(quarter, 3);
    case 'NEXT_QUARTER':
      return months(quarter + 3, 3);
    case 'THIS_HALF':
      return months(month < 6 ? 0 : 6, 6);
    case 'THIS_YEAR':
      return months(0, 12);
  }
}

/** The instants of a period as a calendar on the wall of `zone` shows it at `now`. */
export function periodRange(period: Period, now: number, zone: string): InstantRange {
  const today = Math.floor((now + offsetAt(zone, now)) / DAY);
  const days = daysOf(period, today);
  const start = (day: number | null) => (day === null ? null : instantOfLocal(day * DAY, zone));
  return { from: start(days.from), to: start(days.to) };
}
