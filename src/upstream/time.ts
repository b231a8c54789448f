import { Temporal } from 'temporal-polyfill';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

/** A stretch of time in which a zone keeps one offset from UTC. */
interface Span {
  from: number;
  until: number;
  offset: number;
}

/** Spans of a zone as they were needed, the latest one used first in line. */
interface ZoneSpans {
  last: Span;
  spans: Span[];
}

const zones = new Map<string, ZoneSpans>();
const MAX_ZONES = 1_000;
const MAX_SPANS = 400;

/** Asks the zone's rules; everything else in this file is arithmetic. */
function readSpan(zone: string, at: number): Span {
  const here = Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(zone);
  const before = Temporal.Instant.fromEpochMilliseconds(at + 1).toZonedDateTimeISO(zone);
  return {
    from: before.getTimeZoneTransition('previous')?.epochMilliseconds ?? Number.NEGATIVE_INFINITY,
    until: here.getTimeZoneTransition('next')?.epochMilliseconds ?? Number.POSITIVE_INFINITY,
    offset: here.offsetNanoseconds / 1_000_000,
  };
}

/** Milliseconds that a zone (an IANA name) is ahead of UTC at an instant. */
export function offsetAt(zone: string, at: number): number {
  return zone === 'UTC' ? 0 : spanAt(zone, at).offset;
}

function spanAt(zone: string, at: number): Span {
  const known = zones.get(zone);
  if (known && at >= known.last.from && at < known.last.until) return known.last;
  let span = known?.spans.find((one) => at >= one.from && at < one.until);
  if (span && known) {
    known.last = span;
    return span;
  }
  span = readSpan(zone, at);
  if (known && known.spans.length < MAX_SPANS) {
    known.spans.push(span);
    known.last = span;
  } else {
    if (zones.size >= MAX_ZONES) zones.clear();
    zones.set(zone, { last: span, spans: [span] });
  }
  return span;
}

const two = (value: number) => (value < 10 ? `0${value}` : `${value}`);

function formatOffset(offset: number): string {
  const minutes = Math.trunc(Math.abs(offset) / 60_000);
  return `${offset < 0 ? '-' : '+'}${two(Math.trunc(minutes / 60))}:${two(minutes % 60)}`;
}

/** The wall clock of a zone at an instant, without its offset: `2026-03-01T09:00:00`. */
export function formatLocal(at: number, zone: string): string {
  const text = new Date(at + offsetAt(zone, at)).toISOString();
  return text.slice(0, text.endsWith('.000Z') ? -5 : -1);
}

/** An instant as RFC 3339 in a zone: `2026-03-01T09:00:00+01:00`; `Z` in the zone UTC alone. */
export function formatInstant(at: number, zone: string): string {
  if (zone === 'UTC') return `${formatLocal(at, zone)}Z`;
  const offset = offsetAt(zone, at);
  const text = new Date(at + offset).toISOString();
  return text.slice(0, text.endsWith('.000Z') ? -5 : -1) + formatOffset(offset);
}

/**
 * The instant at which a zone's clock shows a wall time, given as if it were UTC. An hour that the clock shows twice is the earlier
 * one; an hour that it leaves out is counted on from before the gap.
 */
export function instantOfLocal(local: number, zone: string): number {
  const before = offsetAt(zone, local - DAY);
  const after = offsetAt(zone, local + DAY);
  if (before === after) return local - before;
  const early = local - before;
  if (offsetAt(zone, early) === before) return early;
  const late = local - after;
  return offsetAt(zone, late) === after ? late : early;
}

/**
 * The first instant from `at` on that its wall time tells. Where a clock shows an hour for the second time, a wall time of that hour
 * is the earlier instant, so what lies in there gives way to the hour's end.
 */
export function firstToldFrom(at: number, zone: string): number {
  if (instantOfLocal(at + offsetAt(zone, at), zone) === at) return at;
  const { from, offset } = spanAt(zone, at);
  return from + offsetAt(zone, from - 1) - offset;
}

/** A date and time as some text holds it. */
export interface WallTime {
  year: number;
  /** The clock's reading as if it were UTC, in milliseconds. */
  local: number;
  /** Milliseconds ahead of UTC; null where the text has no offset. */
  offset: number | null;
}

function digits(text: string, from: number, count: number): number {
  let value = 0;
  for (let i = from; i < from + count; i++) {
    const digit = text.charCodeAt(i) - 48;
    if (!(digit >= 0 && digit <= 9)) return Number.NaN;
    value = value * 10 + digit;
  }
  return value;
}

/** `Z`, `+02:00`, `-0500`, `+02`; null for none; NaN for anything else, also for more hours or minutes than there are. */
function parseOffset(text: string, from: number): number | null {
  const first = text[from];
  if (first === undefined) return null;
  if (first === 'Z' || first === 'z') return from + 1 === text.length ? 0 : Number.NaN;
  const match = /^([+-])([01]\d|2[0-3]):?([0-5]\d)?$/.exec(text.slice(from));
  if (!match) return Number.NaN;
  const ahead = Number(match[2]) * HOUR + Number(match[3] ?? 0) * 60_000;
  return match[1] === '-' ? -ahead : ahead;
}

/** Years below 100 mean 19xx to Date.UTC, so those are counted one cycle of the calendar later. */
function dayAsUtc(year: number, month: number, day: number): number {
  return year < 100 ? Date.UTC(year + 400, month, day) - 146_097 * DAY : Date.UTC(year, month, day);
}

/** Milliseconds of `09:00`, `09:00:00`, `09:00:00.1234567` at `from`, and where it ends; NaN for anything else. */
function parseClock(text: string, from: number): { time: number; end: number } {
  const hour = digits(text, from, 2);
  const minute = digits(text, from + 3, 2);
  let end = from + 5;
  let time = hour <= 23 && minute <= 59 && text[from + 2] === ':' ? hour * HOUR + minute * 60_000 : Number.NaN;
  if (text[end] === ':') {
    const second = digits(text, end + 1, 2);
    time += second <= 60 ? second * 1_000 : Number.NaN;
    end += 3;
  }
  if (text[end] === '.') {
    const fraction = /^\.\d+/.exec(text.slice(end))?.[0] ?? '';
    time += fraction ? Math.floor(Number(`0${fraction}`) * 1_000) : Number.NaN;
    end += fraction.length;
  }
  return { time, end };
}

/** Reads `yyyy-MM-dd`, with or without time, fraction (to any digit) and offset (with or without colon); null for anything else. */
export function parseWallTime(text: string): WallTime | null {
  const year = digits(text, 0, 4);
  const month = digits(text, 5, 2);
  const day = digits(text, 8, 2);
  if (!(month >= 1 && month <= 12 && day >= 1 && day <= 31) || text[4] !== '-' || text[7] !== '-') return null;
  const date = dayAsUtc(year, month - 1, day);
  if (!(date < dayAsUtc(year, month, 1))) return null;
  const separator = text[10];
  const clock = separator === 'T' || separator === ' ' ? parseClock(text, 11) : { time: 0, end: 10 };
  const offset = parseOffset(text, clock.end);
  return Number.isNaN(clock.time) || Number.isNaN(offset) ? null : { year, local: date + clock.time, offset };
}

/** Whether a text is a day of the calendar, written `yyyy-MM-dd`, and nothing more. */
export const isDay = (text: string): boolean => text.length === 10 && parseWallTime(text) !== null;

/** The instant of a text with an offset, or of a wall time in `zone`; null where the text is no date. */
export function parseInstant(text: string, zone: string): number | null {
  const wall = parseWallTime(text);
  if (!wall) return null;
  return wall.offset === null ? instantOfLocal(wall.local, zone) : wall.local - wall.offset;
}

/** The first instant of a calendar day (`2026-03-01`) in a zone, and of the day after; null where the text is no day. */
export function dayRange(day: string, zone: string): { from: number; to: number } | null {
  const wall = day.length === 10 ? parseWallTime(day) : null;
  return wall && { from: instantOfLocal(wall.local, zone), to: instantOfLocal(wall.local + DAY, zone) };
}
