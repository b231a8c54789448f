import { isDay, parseInstant } from '../time.ts';

/** The zone that every request asks for: diary times then come as instants (superoffice.md 7.4). */
export const sentZone = 'UTC';

/** What is known about the zone of texts that carry no offset. */
export interface ZoneFacts {
  source: 'entity' | 'archive';
  /** The zone that the answer names, as IANA; null where it names none that is known. */
  echo: string | null;
  /** The tenant's own zone; null where it was not asked for or is not known. */
  base: string | null;
  /** Whether archive cells follow the request's zone or stay in the tenant's: the manual leaves it open. */
  archiveZone: 'request' | 'base';
}

/** The zone in which each class of date is to be read where its text has no offset. */
export interface WireZones {
  /** Start, end and due times of activities. */
  readonly diary: string;
  /** When a record was made or changed. */
  readonly stamp: string;
}

/** Settles how dates without an offset are read, for one kind of answer. */
export function wireZones({ source, echo, base, archiveZone }: ZoneFacts): WireZones {
  const asked = echo ?? sentZone;
  const zone = source === 'archive' && archiveZone === 'base' ? (base ?? asked) : asked;
  return { diary: zone, stamp: zone };
}

/**
 * A year before this is no instant: 1 and 1753 stand for none, and 1760 is the day of a time without a date (superoffice.md 2.2,
 * 2.10). Only the year counts, since a conversion upstream may have moved the hours and with them the day.
 */
const FIRST_YEAR = 1761;

function instant(text: string | null | undefined, zone: string): number | null {
  if (!text) return null;
  const year = Number(text.slice(0, 4));
  return year >= FIRST_YEAR && year < 9999 ? parseInstant(text, zone) : null;
}

/** A diary time in milliseconds; null for none, for an open end, and for a text that is no date. */
export function diaryInstant(text: string | null | undefined, zones: WireZones): number | null {
  return instant(text, zones.diary);
}

/** When a record was made or changed, in milliseconds; null where it never was, and for a text that is no date. */
export function stampInstant(text: string | null | undefined, zones: WireZones): number | null {
  return instant(text, zones.stamp);
}

/**
 * A calendar date as `yyyy-MM-dd`, cut from its text and never converted; null for none, and for a day that its month does not have.
 * Year 2 is a birthday whose year nobody knows (superoffice.md 2.4), which a date cannot say.
 */
export function calendarDate(text: string | null | undefined): string | null {
  const day = text?.slice(0, 10);
  if (day === undefined || !isDay(day)) return null;
  const year = Number(day.slice(0, 4));
  return year <= 2 || year === 9999 || day === '1753-01-01' || day === '1760-01-01' ? null : day;
}
