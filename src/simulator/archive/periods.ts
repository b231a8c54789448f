import { ArchiveRefusal } from './refusal.ts';

/** Days from `from` to `to`, both included, as day numbers. */
export interface DayRange {
  from: number;
  to: number;
}

type Unit = 'day' | 'week' | 'month' | 'quarter' | 'half' | 'year';

const dayLength = 86_400_000;
const months: Readonly<Record<'month' | 'quarter' | 'half' | 'year', number>> = {
  month: 1,
  quarter: 3,
  half: 6,
  year: 12,
};

/** First day of the unit that the day is in, so many units on (or back). Weeks begin on Monday. */
function startOf(unit: Unit, day: number, units: number): number {
  if (unit === 'day') return day + units;
  // Day 0 was a Thursday.
  if (unit === 'week') return day - ((((day + 3) % 7) + 7) % 7) + units * 7;
  const date = new Date(day * dayLength);
  const size = months[unit];
  const month = Math.floor(date.getUTCMonth() / size) * size + units * size;
  return Date.UTC(date.getUTCFullYear(), month, 1) / dayLength;
}

/** Whole units: from so many before the present one to so many after it. */
function span(unit: Unit, today: number, first: number, last: number): DayRange {
  return { from: startOf(unit, today, first), to: startOf(unit, today, last + 1) - 1 };
}

const named = /^(last|this|next)(week|month|quarter|half|year)$/;

/** Days of an operator without values: `today`, `lastWeek`, `thisHalf`; undefined for any other operator. */
export function namedPeriod(operator: string, today: number): DayRange | undefined {
  if (operator === 'today') return { from: today, to: today };
  if (operator === 'beforetoday') return { from: Number.NEGATIVE_INFINITY, to: today - 1 };
  if (operator === 'aftertoday') return { from: today + 1, to: Number.POSITIVE_INFINITY };
  const [, which, unit] = named.exec(operator) ?? [];
  if (which === undefined || unit === undefined) return undefined;
  const units = which === 'last' ? -1 : which === 'next' ? 1 : 0;
  return span(unit as Unit, today, units, units);
}

/** What `thisPeriod`, `thisAndNext` and the period functions ask for; undefined for any other operator. */
export function countedPeriod(operator: string, values: readonly string[], today: number): DayRange | undefined {
  switch (operator) {
    case 'this()':
      return span(readUnit(values[0]), today, 0, 0);
    case 'thisperiod':
      return span(readUnit(values[1]), today, 0, readCount(values[0]) - 1);
    case 'thisandnext':
      return span(readUnit(values[1]), today, 0, readCount(values[0]));
    case 'thisandprevious':
      return span(readUnit(values[1]), today, -readCount(values[0]), 0);
    case 'thisandpreviousandnext()':
      return span(readUnit(values[1]), today, -readCount(values[0]), readCount(values[0]));
    case 'next()':
      return span(readUnit(values[1]), today, 1, readCount(values[0]));
    case 'previous()':
      return span(readUnit(values[1]), today, -readCount(values[0]), -1);
    default:
      return undefined;
  }
}

const units: Readonly<Record<string, Unit>> = {
  days: 'day',
  weeks: 'week',
  months: 'month',
  quarters: 'quarter',
  years: 'year',
};

function readUnit(text = ''): Unit {
  const unit = units[text.toLowerCase()];
  if (unit === undefined) throw new ArchiveRefusal(`'${text}' is not a period`);
  return unit;
}

function readCount(text = ''): number {
  const count = Number(text);
  if (!Number.isInteger(count) || count < 1) throw new ArchiveRefusal(`'${text}' is not a number of periods`);
  return count;
}
