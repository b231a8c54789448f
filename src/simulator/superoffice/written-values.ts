import type { SimulatedCaller } from '../request.ts';
import { OPEN_END } from '../store.ts';
import { instantOf, isWallClock } from '../zones.ts';
import { malformed, type WriteRefusal } from './write-refusal.ts';

/** The server binds JSON as .NET does: numbers from texts and texts from numbers, but no object or array for either. */
function unreadable(member: string, value: unknown): WriteRefusal {
  const shown = value === null ? '{null}' : typeof value === 'object' ? 'an object' : `'${String(value).slice(0, 40)}'`;
  return malformed(`Error converting value ${shown}. Path '${member}'.`);
}

/** A text; null stays null. */
export function textOf(value: unknown, member: string): string | null {
  if (value === null || value === undefined) return null;
  if (typeof value === 'string') return value;
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  throw unreadable(member, value);
}

/** The empty value for null, where the options let null stand for it. */
function orEmpty<Value>(value: unknown, member: string, empty: Value, caller: SimulatedCaller): Value {
  if (value !== undefined && caller.options.writes.nullForValues === 'refused') throw unreadable(member, value);
  return empty;
}

/** A whole number; ids come as numbers and as texts (2.1). */
export function wholeNumberOf(value: unknown, member: string, caller: SimulatedCaller): number {
  if (value === null || value === undefined) return orEmpty(value, member, 0, caller);
  const number = typeof value === 'string' && /^\s*-?\d{1,10}\s*$/.test(value) ? Number(value) : value;
  if (typeof number !== 'number' || !Number.isInteger(number) || Math.abs(number) > 2_147_483_647) {
    throw unreadable(member, value);
  }
  return number;
}

/** A number with a fraction. */
export function decimalOf(value: unknown, member: string, caller: SimulatedCaller): number {
  if (value === null || value === undefined) return orEmpty(value, member, 0, caller);
  const number = typeof value === 'string' && value.trim() !== '' ? Number(value) : value;
  if (typeof number !== 'number' || !Number.isFinite(number)) throw unreadable(member, value);
  return number;
}

export function truthOf(value: unknown, member: string, caller: SimulatedCaller): boolean {
  if (value === null || value === undefined) return orEmpty(value, member, false, caller);
  if (typeof value === 'boolean') return value;
  const text = typeof value === 'string' ? value.trim().toLowerCase() : '';
  if (text !== 'true' && text !== 'false') throw unreadable(member, value);
  return text === 'true';
}

/** A name of the enum in any case, or its number. */
export function choiceOf<Name extends string>(
  value: unknown,
  member: string,
  names: Readonly<Record<number, Name>>,
  caller: SimulatedCaller,
): Name {
  const known = Object.values(names);
  const [first] = known;
  if ((value === null || value === undefined) && first !== undefined) return orEmpty(value, member, first, caller);
  const chosen =
    typeof value === 'number' || (typeof value === 'string' && /^\d+$/.test(value))
      ? names[Number(value)]
      : known.find((name) => typeof value === 'string' && name.toLowerCase() === value.trim().toLowerCase());
  if (chosen === undefined) throw unreadable(member, value);
  return chosen;
}

/** The elements of an array; null is an empty one. */
export function arrayOf(value: unknown, member: string): unknown[] {
  if (value === null || value === undefined) return [];
  if (!Array.isArray(value)) throw unreadable(member, value);
  return value;
}

const datePattern = /^(\d{4})-(\d\d)-(\d\d)(?:[T ](\d\d):(\d\d)(?::(\d\d)(?:\.\d+)?)?(Z|[+-]\d\d:?\d\d)?)?$/i;

function datePartsOf(value: unknown, member: string, caller: SimulatedCaller): RegExpExecArray | null {
  if (value === null || value === undefined) return orEmpty(value, member, null, caller);
  const parts = typeof value === 'string' ? datePattern.exec(value.trim()) : null;
  if (parts === null || !isWallClock(wallOf(parts))) throw unreadable(member, value);
  return parts;
}

/** The clock that was written, whatever offset stands behind it. */
function wallOf([, year, month, day, hour = '00', minute = '00', second = '00']: RegExpExecArray): string {
  return `${year}-${month}-${day}T${hour}:${minute}:${second}`;
}

/** A date without time, cut from what was sent; null where the year says that there is none (7.4). */
export function calendarDateOf(value: unknown, member: string, caller: SimulatedCaller): string | null {
  const parts = datePartsOf(value, member, caller);
  if (parts === null || Number(parts[1]) <= 1) return null;
  return `${parts[1]}-${parts[2]}-${parts[3]}`;
}

/**
 * An instant of the diary: converted from its offset, else taken in the zone of the request's header, else in the base zone.
 * Year 1 is none, year 9999 is an open end.
 */
export function diaryDateOf(value: unknown, member: string, caller: SimulatedCaller): number | null {
  const parts = datePartsOf(value, member, caller);
  if (parts === null || Number(parts[1]) <= 1) return null;
  if (Number(parts[1]) === 9999) return OPEN_END;
  const wall = wallOf(parts);
  const offset = parts[7];
  const { zone, options } = caller;
  // Where one zone is all the server knows, whatever stands behind the clock's time is a mere tag (7.4, limits).
  if (options.dates.conversion === 'taggedUtc') return instantOf(wall, zone.baseIana);
  if (offset !== undefined) {
    const instant = Date.parse(wall + (offset.length === 5 ? withColon(offset) : offset.toUpperCase()));
    if (Number.isNaN(instant)) throw unreadable(member, value);
    return instant;
  }
  return instantOf(wall, options.dates.conversion === 'full' || zone.code === 'UTC' ? zone.iana : zone.baseIana);
}

/** The manual prints `-0500` where captures show `-05:00`. */
function withColon(offset: string): string {
  return `${offset.slice(0, 3)}:${offset.slice(3)}`;
}

/** Minutes of a .NET time span (`00:15:00`, `1.02:00:00`), or of the ISO duration that the vendor's client makes of it. */
export function minutesOf(value: unknown, member: string, caller: SimulatedCaller): number {
  if (value === null || value === undefined) return orEmpty(value, member, 0, caller);
  const text = typeof value === 'string' ? value.trim() : '';
  const span = /^(?:(\d+)\.)?(\d{1,2}):(\d{2})(?::(\d{2})(?:\.\d+)?)?$/.exec(text);
  const iso = /^P(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:(\d+(?:\.\d+)?)S)?)?$/.exec(text);
  const parts = span ?? iso;
  if (parts === null) throw unreadable(member, value);
  const [, days = '0', hours = '0', minutes = '0'] = parts;
  return Number(days) * 1440 + Number(hours) * 60 + Number(minutes);
}
