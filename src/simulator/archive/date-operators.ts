import type { SimulatedCaller } from '../request.ts';
import type { BoundColumn } from './columns.ts';
import { dayNumber, dayNumberOf, parseDay, parseInstant } from './dates.ts';
import type { FilterTerm } from './filter-parser.ts';
import type { DayRange } from './periods.ts';
import { countedPeriod, namedPeriod } from './periods.ts';
import type { CellValue } from './table.ts';

/**
 * The test of a comparison on a date column: by the day alone, in the base zone. By the second on `datetime` columns, and on
 * the `date` of an appointment (4.5). Undefined: not an operator of dates.
 */
export function dateTest(
  column: BoundColumn,
  term: FilterTerm,
  caller: SimulatedCaller,
): ((value: CellValue) => boolean) | undefined {
  const range = dayRange(term, dayNumber(caller.clock.now(), caller.zone.baseIana));
  if (range !== undefined) {
    return (value) => {
      const day = dayOf(value, caller.zone.baseIana);
      return day !== null && day >= range.from && day <= range.to;
    };
  }
  const isAppointmentDate = column.table === 'appointment' && column.leaf === 'date';
  if (column.info.type === 'date' && !isAppointmentDate && !caller.options.archive.timeOnAnyDate) return undefined;
  return timeTest(term, caller);
}

/** Instants by their day in the base zone, calendar dates as they are. */
function dayOf(value: CellValue, baseIana: string): number | null {
  if (typeof value === 'number') return dayNumber(value, baseIana);
  return typeof value === 'string' && value !== '' ? dayNumberOf(value) : null;
}

function dayRange(term: FilterTerm, today: number): DayRange | undefined {
  const values = term.values.map(({ text }) => text);
  const always = { from: Number.NEGATIVE_INFINITY, to: Number.POSITIVE_INFINITY };
  const day = () => parseDay(values[0] ?? '');
  switch (term.operator) {
    case 'before':
      return { ...always, to: day() - 1 };
    case 'beforeorequal':
    case 'to':
      return { ...always, to: day() };
    case 'after':
      return { ...always, from: day() + 1 };
    case 'from':
      return { ...always, from: day() };
    case 'date':
    case 'equals':
      return { from: day(), to: day() };
    case 'between':
    case 'datebetween':
      return { from: day(), to: parseDay(values[1] ?? '') };
    default:
      return namedPeriod(term.operator, today) ?? countedPeriod(term.operator, values, today);
  }
}

/** `afterTime` takes the instant itself too; the database keeps whole seconds. */
function timeTest(term: FilterTerm, caller: SimulatedCaller): ((value: CellValue) => boolean) | undefined {
  if (!['beforetime', 'aftertime', 'datetime'].includes(term.operator)) return undefined;
  const bound = parseInstant(term.values[0]?.text ?? '', caller);
  return (value) => {
    if (typeof value !== 'number') return false;
    if (term.operator === 'beforetime') return value < bound;
    return term.operator === 'aftertime' ? value >= bound : Math.floor(value / 1000) === Math.floor(bound / 1000);
  };
}
