import type { SimulatedCaller } from '../request.ts';
import { OPEN_END } from '../store.ts';
import { instantOf, isWallClock, offsetAt, offsetText, wallClock } from '../zones.ts';
import { ArchiveRefusal } from './refusal.ts';

const dayLength = 86_400_000;

/** The date of "nothing stored" (2.2). */
const emptyDate = '0001-01-01T00:00:00';
const openEnd = '9999-12-31T23:59:59';

/** Instants that are written as they are, or as midnight of their day; `stamp` is created, updated and the like. */
export type InstantKind = 'diary' | 'stamp' | 'endDay';

/** An instant as rows show it, by the option `zone`; with offsets, stamps are UTC whatever the zone (7.4). */
export function instantText(caller: SimulatedCaller, kind: InstantKind, instant: number | null): string {
  const { iana, withOffset } = writingZone(caller, kind);
  const suffix = (at: number) => (withOffset ? (iana === 'UTC' ? 'Z' : offsetText(at, iana)) : '');
  if (instant === null) return emptyDate + (withOffset ? 'Z' : '');
  if (instant >= OPEN_END) return openEnd + suffix(OPEN_END);
  const wall = wallClock(instant, iana);
  if (kind !== 'endDay') return wall + suffix(instant);
  const midnight = `${wall.slice(0, 10)}T00:00:00`;
  return midnight + (withOffset ? suffix(instantOf(midnight, iana)) : '');
}

/** A calendar date as rows show it: midnight, never converted; no text is no date. */
export function dayText(caller: SimulatedCaller, day: string): string {
  const text = day === '' ? emptyDate : `${day.slice(0, 10)}T00:00:00`;
  return text + (writingZone(caller, 'stamp').withOffset ? 'Z' : '');
}

/** Dates and times of the tenant's own fields: only diary dates are converted, elsewhere offsets merely add a tag (7.4). */
export function localText(caller: SimulatedCaller, instant: number | null): string {
  const text = instant === null ? emptyDate : wallClock(instant, caller.zone.baseIana);
  return text + (writingZone(caller, 'stamp').withOffset ? 'Z' : '');
}

function writingZone(caller: SimulatedCaller, kind: InstantKind): { iana: string; withOffset: boolean } {
  const { zone, options } = caller;
  switch (options.archive.zone) {
    case 'base':
      return { iana: zone.baseIana, withOffset: false };
    case 'utc':
      return { iana: 'UTC', withOffset: true };
    case 'requestWithOffset':
      return { iana: zone.includeOffset && kind === 'stamp' ? 'UTC' : zone.iana, withOffset: zone.includeOffset };
    case 'request':
      return { iana: zone.iana, withOffset: false };
  }
}

/** Number of the day (since 1970) that the instant falls on in the base zone: what date columns are filtered by (4.5). */
export function dayNumber(instant: number, iana: string): number {
  return Math.floor((instant + offsetAt(instant, iana)) / dayLength);
}

/** Number of a calendar date. */
export function dayNumberOf(day: string): number {
  return Date.parse(`${day.slice(0, 10)}T00:00:00Z`) / dayLength;
}

/** A date of a filter as written: its day, and its time of day and offset where it has them. */
interface WrittenDate {
  day: string;
  time: string;
  /** Milliseconds ahead of UTC; null: not written. */
  offset: number | null;
}

const isoDate = /^(\d{4})-(\d{1,2})-(\d{1,2})(?:[T ](\d{1,2}:\d{2}(?::\d{2})?)(?:\.\d+)?(Z|[+-]\d{2}:?\d{2})?)?$/i;
/** The typed form of the agents: `[D:04/20/2026]`, `[DT:04/20/2026 09:00:00.0000000]`. */
const typedDate = /^\[DT?:(\d{2})\/(\d{2})\/(\d{4})(?: (\d{2}:\d{2}:\d{2})(?:\.\d+)?)?\]$/;

/** The day that a date of a filter names, whatever time stands behind it. */
export function parseDay(text: string): number {
  return dayNumberOf(readDate(text).day);
}

/** The instant that a date of a filter names; without offset it is of the zone in force (7.4). */
export function parseInstant(text: string, caller: SimulatedCaller): number {
  const { day, time, offset } = readDate(text);
  const wall = `${day}T${time}`;
  return offset === null ? instantOf(wall, writingZone(caller, 'diary').iana) : Date.parse(`${wall}Z`) - offset;
}

function readDate(text: string): WrittenDate {
  const iso = isoDate.exec(text.trim());
  const typed = typedDate.exec(text.trim());
  const [year, month, day] = iso ? [iso[1], iso[2], iso[3]] : [typed?.[3], typed?.[1], typed?.[2]];
  const written = `${year}-${month?.padStart(2, '0')}-${day?.padStart(2, '0')}`;
  const time = (iso ? iso[4] : typed?.[4]) ?? '00:00:00';
  const fullTime = (time.length <= 5 ? `${time}:00` : time).padStart(8, '0');
  if (!isWallClock(`${written}T${fullTime}`)) throw new ArchiveRefusal(`'${text}' is not a date`);
  return { day: written, time: fullTime, offset: readOffset(iso?.[5]) };
}

function readOffset(text: string | undefined): number | null {
  if (text === undefined) return null;
  if (text.toUpperCase() === 'Z') return 0;
  const digits = text.replace(/\D/g, '');
  const minutes = Number(digits.slice(0, 2)) * 60 + Number(digits.slice(2));
  return (text.startsWith('-') ? -minutes : minutes) * 60_000;
}
