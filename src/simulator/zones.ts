/** A time zone of the vendor's list. */
export interface ZoneRecord {
  id: number;
  /** The vendor's code, e.g. `US-NY`. */
  code: string;
  iana: string;
  country: string;
  region: string;
  cities: string;
  /** Numeric ISO code of the country, 0 for UTC. */
  isoNumber: number;
}

/** The zones that the simulator offers; ids and codes as far as the manual names them (7.5). */
export const zones: readonly ZoneRecord[] = [
  { id: 1, code: 'UTC', iana: 'UTC', country: '', region: 'UTC/GMT', cities: '', isoNumber: 0 },
  {
    id: 36,
    code: 'AU-ACT',
    iana: 'Australia/Sydney',
    country: 'Australia',
    region: 'Capital Territory',
    cities: 'Canberra',
    isoNumber: 36,
  },
  { id: 50, code: 'BD', iana: 'Asia/Dhaka', country: 'Bangladesh', region: '', cities: 'Dhaka', isoNumber: 50 },
  {
    id: 114,
    code: 'CA-QC',
    iana: 'America/Toronto',
    country: 'Canada',
    region: 'Quebec',
    cities: 'Montreal',
    isoNumber: 124,
  },
  {
    id: 140,
    code: 'DK',
    iana: 'Europe/Copenhagen',
    country: 'Denmark',
    region: '',
    cities: 'Copenhagen',
    isoNumber: 208,
  },
  { id: 156, code: 'FR', iana: 'Europe/Paris', country: 'France', region: '', cities: 'Paris', isoNumber: 250 },
  { id: 161, code: 'DE', iana: 'Europe/Berlin', country: 'Germany', region: '', cities: 'Berlin', isoNumber: 276 },
  { id: 261, code: 'NO', iana: 'Europe/Oslo', country: 'Norway', region: '', cities: 'Oslo', isoNumber: 578 },
  { id: 333, code: 'SE', iana: 'Europe/Stockholm', country: 'Sweden', region: '', cities: 'Stockholm', isoNumber: 752 },
  {
    id: 376,
    code: 'GB',
    iana: 'Europe/London',
    country: 'United Kingdom',
    region: '',
    cities: 'London',
    isoNumber: 826,
  },
  {
    id: 425,
    code: 'US-CA',
    iana: 'America/Los_Angeles',
    country: 'United States',
    region: 'California',
    cities: 'Los Angeles',
    isoNumber: 840,
  },
  {
    id: 433,
    code: 'US-HI',
    iana: 'Pacific/Honolulu',
    country: 'United States',
    region: 'Hawaii',
    cities: 'Honolulu',
    isoNumber: 840,
  },
  {
    id: 460,
    code: 'US-NY',
    iana: 'America/New_York',
    country: 'United States',
    region: 'New York',
    cities: 'New York',
    isoNumber: 840,
  },
  {
    id: 42,
    code: 'AU-WA',
    iana: 'Australia/Perth',
    country: 'Australia',
    region: 'Western Australia',
    cities: 'Perth',
    isoNumber: 36,
  },
];

/** The zone of an id (`261`) or code (`NO`, any case); undefined for any other text. */
export function findZone(idOrCode: string | number): ZoneRecord | undefined {
  const text = String(idOrCode).trim().toUpperCase();
  return zones.find((zone) => zone.code === text || String(zone.id) === text);
}

const quarterHour = 15 * 60_000;
const offsets = new Map<string, Map<number, number>>();
const formats = new Map<string, Intl.DateTimeFormat>();

/** Milliseconds that the zone is ahead of UTC at the instant. */
export function offsetAt(instant: number, iana: string): number {
  if (iana === 'UTC') return 0;
  const known = offsets.get(iana) ?? new Map<number, number>();
  offsets.set(iana, known);
  // No zone changes its offset within a quarter of an hour of the clock.
  const slot = Math.floor(instant / quarterHour);
  let offset = known.get(slot);
  if (offset === undefined) {
    offset = readOffset(slot * quarterHour, iana);
    known.set(slot, offset);
  }
  return offset;
}

function readOffset(instant: number, iana: string): number {
  let format = formats.get(iana);
  if (format === undefined) {
    format = new Intl.DateTimeFormat('en-US', { timeZone: iana, timeZoneName: 'longOffset' });
    formats.set(iana, format);
  }
  const name = format.formatToParts(instant).find((part) => part.type === 'timeZoneName')?.value ?? '';
  const match = /GMT([+-])(\d{2}):(\d{2})(?::(\d{2}))?/.exec(name);
  if (match === null) return 0;
  const seconds = Number(match[2]) * 3600 + Number(match[3]) * 60 + Number(match[4] ?? 0);
  return (match[1] === '-' ? -seconds : seconds) * 1000;
}

/** The zone's wall clock: `2026-04-20T09:00:00`. */
export function wallClock(instant: number, iana: string): string {
  return new Date(instant + offsetAt(instant, iana)).toISOString().slice(0, 19);
}

/** True for a day and time (`2026-04-20T09:00:00`) that there are: `Date` alone carries the 31st of June into July. */
export function isWallClock(text: string): boolean {
  const instant = Date.parse(`${text}Z`);
  return !Number.isNaN(instant) && new Date(instant).toISOString().startsWith(text);
}

/** `+02:00`; zero is `+00:00`. */
export function offsetText(instant: number, iana: string): string {
  const minutes = Math.round(offsetAt(instant, iana) / 60_000);
  const size = Math.abs(minutes);
  const two = (value: number) => String(value).padStart(2, '0');
  return `${minutes < 0 ? '-' : '+'}${two(Math.floor(size / 60))}:${two(size % 60)}`;
}

/**
 * The instant of a wall clock (`YYYY-MM-DD[THH:mm[:ss]]`) in the zone. An hour that comes twice is the first of both; one
 * that is left out is read with the offset before the change.
 */
export function instantOf(wall: string, iana: string): number {
  const asUtc = Date.parse(`${wall.length <= 10 ? `${wall}T00:00:00` : wall}Z`);
  const before = offsetAt(asUtc - 86_400_000, iana);
  const after = offsetAt(asUtc + 86_400_000, iana);
  for (const offset of [Math.max(before, after), Math.min(before, after)]) {
    if (offsetAt(asUtc - offset, iana) === offset) return asUtc - offset;
  }
  return asUtc - before;
}

/** Midnight in the zone, of the day that the instant falls on. */
export function startOfDay(instant: number, iana: string): number {
  return instantOf(wallClock(instant, iana).slice(0, 10), iana);
}
