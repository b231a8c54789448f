import type { CustomValue, ExtraKind, UdefKind } from '../custom-field-records.ts';
import { instantOf, isWallClock } from '../zones.ts';

/** undefined: the text is no value of this kind. */
type ReadValue = CustomValue | undefined;

/**
 * The stored value of a dictionary's text: bare (`42`, `2026-05-01`, `true`) or marked as the server writes it (`[I:42]`,
 * `[DT:05/01/2026 00:00:00.0000000]`); an empty text empties the field (2.10).
 */
export function customValueOf(kind: UdefKind | ExtraKind, written: string, baseIana: string): ReadValue {
  if (kind === 'ShortText' || kind === 'LongText') return written;
  const marked = /^\[([A-Z]+):(.*)\]$/s.exec(written.trim());
  const bare = (marked?.[2] ?? written).trim();
  if (bare === '') return null;
  switch (kind) {
    case 'Number':
    case 'TimeSpan':
      // They are kept in 32 bits.
      return /^-?\d{1,10}$/.test(bare) && Number(bare) === (Number(bare) | 0) ? Number(bare) : undefined;
    case 'List':
    case 'Relation':
      return /^\d+$/.test(bare) ? Number(bare) || null : undefined;
    case 'Decimal':
      return /^-?\d+(\.\d+)?$/.test(bare) ? Number(bare) : undefined;
    case 'Checkbox':
    case 'Boolean':
      return truths[bare.toLowerCase()];
    case 'Date':
    case 'UnlimitedDate':
      return clockOf(bare)?.day;
    case 'DateTime':
      return dateTimeOf(bare, baseIana);
    case 'Time':
      return timeOf(bare);
  }
}

const truths: Readonly<Record<string, boolean>> = { true: true, false: false, '1': true, '0': false };

interface Clock {
  /** null: the year says that there is no date. */
  day: string | null;
  time: string;
  offset: string | undefined;
}

/** `05/01/2026 09:30:00.0000000` as the server writes it, or `2026-05-01[T09:30:00[+02:00]]`. */
function clockOf(text: string): Clock | undefined {
  const american = /^(\d\d)\/(\d\d)\/(\d{4})(?: (\d\d:\d\d:\d\d)(?:\.\d+)?)?$/.exec(text);
  const iso = /^(\d{4})-(\d\d)-(\d\d)(?:[T ](\d\d:\d\d(?::\d\d)?)(?:\.\d+)?(Z|[+-]\d\d:\d\d)?)?$/.exec(text);
  const [, year, month, day, time, offset] = american
    ? [undefined, american[3], american[1], american[2], american[4], undefined]
    : (iso ?? []);
  const full = time === undefined ? '00:00:00' : time.length === 5 ? `${time}:00` : time;
  if (year === undefined || !isWallClock(`${year}-${month}-${day}T${full}`)) return undefined;
  return { day: Number(year) <= 1 ? null : `${year}-${month}-${day}`, time: full, offset };
}

/** An instant; without an offset the clock is that of the base zone. */
function dateTimeOf(text: string, baseIana: string): ReadValue {
  const clock = clockOf(text);
  if (clock === undefined || clock.day === null) return clock?.day;
  const wall = `${clock.day}T${clock.time}`;
  if (clock.offset === undefined) return instantOf(wall, baseIana);
  const instant = Date.parse(wall + clock.offset);
  return Number.isNaN(instant) ? undefined : instant;
}

/** A time of day; the day beside it is a dummy. */
function timeOf(text: string): ReadValue {
  if (/^\d\d:\d\d(:\d\d)?$/.test(text)) return timeOf(`1760-01-01T${text}`);
  const clock = clockOf(text);
  return clock === undefined || clock.day === null ? clock?.day : clock.time;
}
