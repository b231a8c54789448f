import type { SimulatedCaller } from './request.ts';
import { OPEN_END } from './store.ts';
import { instantOf, offsetText, wallClock } from './zones.ts';

/** The vendor's empty date. */
const EMPTY_DATE = '0001-01-01T00:00:00';
const OPEN_END_TEXT = '9999-12-31T23:59:59';

/** A diary date of an appointment: converted to the caller's zone, with its offset when that is asked for (7.4). */
export function diaryDate(instant: number | null, caller: SimulatedCaller): string {
  const { zone } = caller;
  const iana = diaryZone(caller);
  if (instant === null) return emptyDiaryDate(iana, caller);
  if (instant === OPEN_END) return OPEN_END_TEXT + (zone.includeOffset ? suffix(Date.UTC(2025, 0, 1), iana) : '');
  if (caller.options.dates.conversion === 'taggedUtc') {
    return wallClock(instant, zone.baseIana) + (zone.includeOffset ? 'Z' : '');
  }
  return wallClock(instant, iana) + (zone.includeOffset ? suffix(instant, iana) : '');
}

/** The zone that diary dates are converted to. */
function diaryZone(caller: SimulatedCaller): string {
  const { zone, options } = caller;
  if (options.dates.conversion === 'full' || zone.code === 'UTC') return zone.iana;
  return zone.baseIana;
}

function emptyDiaryDate(iana: string, caller: SimulatedCaller): string {
  if (!caller.zone.includeOffset) return EMPTY_DATE;
  if (caller.options.dates.emptyDates === 'utc') return `${EMPTY_DATE}Z`;
  const winter = Date.UTC(2025, 0, 1);
  const offset = offsetText(winter, iana);
  if (offset === '+00:00' || offset.startsWith('-')) return `${EMPTY_DATE}Z`;
  return `0001-01-01T${offset.slice(1)}:00${offset}`;
}

/**
 * A created or updated date. With offsets it is UTC whatever the zone, else the clock of the base zone: both were captured on
 * one record (7.4).
 */
export function stampDate(instant: number | null, caller: SimulatedCaller): string {
  const { zone, options } = caller;
  if (instant === null) return zone.includeOffset ? `${EMPTY_DATE}Z` : EMPTY_DATE;
  if (options.dates.conversion === 'taggedUtc') {
    return wallClock(instant, zone.baseIana) + (zone.includeOffset ? 'Z' : '');
  }
  if (zone.includeOffset) return `${wallClock(instant, 'UTC')}Z`;
  return wallClock(instant, options.dates.stampsWithoutOffset === 'request' ? zone.iana : zone.baseIana);
}

/** The day of a recurrence: not converted, but tagged with the offset that the zone has at its midnight (captured). */
export function recurrenceDay(date: string, caller: SimulatedCaller): string {
  const iana = diaryZone(caller);
  const midnight = `${date}T00:00:00`;
  return caller.zone.includeOffset ? midnight + suffix(instantOf(midnight, iana), iana) : midnight;
}

/** A date without time: never converted, but tagged where offsets are asked for. */
export function calendarDate(date: string | null, caller: SimulatedCaller): string {
  return `${date ?? '0001-01-01'}T00:00:00${caller.zone.includeOffset ? 'Z' : ''}`;
}

function suffix(instant: number, iana: string): string {
  return iana === 'UTC' ? 'Z' : offsetText(instant, iana);
}

/** A .NET time span: `00:15:00`, `1.02:00:00` for more than a day. */
export function timeSpan(minutes: number): string {
  const two = (value: number) => String(value).padStart(2, '0');
  const days = Math.floor(minutes / 1440);
  const rest = minutes % 1440;
  return `${days > 0 ? `${days}.` : ''}${two(Math.floor(rest / 60))}:${two(rest % 60)}:00`;
}
