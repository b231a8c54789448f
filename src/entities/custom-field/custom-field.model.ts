import type { CustomFieldInfo } from '../../reading/layouts.ts';
import { asFlag, asNumber, asText, asWhole, cellOf, idOf, type Row, textOf } from '../../reading/row.ts';
import type { CustomValues } from '../../reading/sources.ts';
import type { CustomType } from '../../upstream/superoffice/patch-custom.ts';
import { readText } from '../../upstream/superoffice/text.ts';
import { parseWallTime } from '../../upstream/time.ts';

/** A tenant's own field on one record. */
export interface CustomField extends CustomFieldInfo {
  value: string | number | boolean | null;
  /** The CRM's own text for people; null where it gives none. */
  shown: string | null;
}

/** The value of a field in the form that it came in; null where the answer does not hold the field. */
export function customField(field: CustomFieldInfo, values: CustomValues): CustomField | null {
  if (values.from === 'entity') {
    const raw = values.dictionary[field.key];
    if (raw === undefined) return null;
    return { ...field, value: decoded(field.type, raw), shown: asText(values.dictionary[`${field.key}:DisplayText`]) };
  }
  const column = values.columns.get(field.key);
  return column
    ? {
        ...field,
        value: valueOfCell(field.type, values.row, column),
        shown: shownInCell(field.type, values.row, column),
      }
    : null;
}

function valueOfCell(type: CustomType, row: Row, column: string): CustomField['value'] {
  if (type === 'LIST_ITEM' || type === 'REFERENCE') return idOf(row, column) ?? null;
  return decoded(type, cellOf(row, column));
}

/** What only the CRM has a text for; the value itself says nothing to people. */
const hasOwnText: ReadonlySet<CustomType> = new Set(['LIST_ITEM', 'REFERENCE', 'BOOLEAN']);

/** A cell may show no more of a record than its key, which is no text for people. */
function shownInCell(type: CustomType, row: Row, column: string): string | null {
  const text = hasOwnText.has(type) ? textOf(row, column) : null;
  return type === 'REFERENCE' && text !== null && /^\d+$/.test(text) ? null : text;
}

/** `[I:3]`, `[F:4.43]`, `[DT:05/05/1999 00:00:00.0000000]`; columns and texts have no marker. */
const marker = /^\[([A-Z]+):(.*)\]$/s;

/** A value without its encoding (superoffice.md 2.10). */
function decoded(type: CustomType, raw: unknown): CustomField['value'] {
  const marked = typeof raw === 'string' ? marker.exec(raw) : null;
  const plain = marked ? (marked[2] as string) : raw;
  switch (type) {
    case 'INTEGER':
    case 'TIME_SPAN':
      return asWhole(plain);
    case 'DECIMAL':
      return asNumber(plain);
    case 'BOOLEAN':
      return asFlag(plain);
    case 'LIST_ITEM':
    case 'REFERENCE':
      return asWhole(plain) || null;
    case 'DATE':
      return dateTime(plain)?.slice(0, 10) ?? null;
    case 'DATE_TIME':
      return dateTime(plain);
    case 'TIME':
      return timeOf(plain);
    default:
      return asText(raw);
  }
}

interface WallClock {
  year: number;
  text: string;
}

/** Markers write the month first; cells are ISO. */
function wallClock(written: unknown): WallClock | null {
  if (typeof written !== 'string') return null;
  const marked = /^(\d\d)\/(\d\d)\/(\d{4})(?: (\d\d:\d\d:\d\d))?/.exec(written);
  const iso = /^(\d{4}-\d\d-\d\d)(?:[T ](\d\d:\d\d:\d\d))?/.exec(written);
  const day = marked ? `${marked[3]}-${marked[1]}-${marked[2]}` : iso?.[1];
  const text = `${day}T${marked?.[4] ?? iso?.[2] ?? '00:00:00'}`;
  return parseWallTime(text) ? { year: Number(text.slice(0, 4)), text } : null;
}

/** Years 1 and 9999 say "none", and the first day of 1753. */
const isNone = ({ year, text }: WallClock): boolean => year <= 2 || year >= 9999 || text.startsWith('1753-01-01');

/** The clock as it is stored: the manual names no zone for fields of the tenant. */
function dateTime(text: unknown): string | null {
  const clock = wallClock(text);
  return clock && !isNone(clock) ? clock.text : null;
}

/** The day of a time of day is a dummy, in the year 1760. */
function timeOf(text: unknown): string | null {
  const clock = wallClock(text);
  if (clock) return isNone(clock) ? null : clock.text.slice(11);
  return typeof text === 'string' && /^\d\d:\d\d(:\d\d)?$/.test(text) ? text : null;
}

/** The languages in force, null where the request cancels translation. */
interface Languages {
  language: string | null;
  culture: string | null;
}

/** The text for people: the CRM's own, else the value as the culture in force writes it. */
export function shownText({ type, value, shown }: CustomField, { language, culture }: Languages): string | null {
  if (shown !== null) return readText(shown, language);
  if (value === null || hasOwnText.has(type)) return null;
  if (culture === null) return String(value);
  if (typeof value === 'number') return new Intl.NumberFormat(culture, { maximumFractionDigits: 10 }).format(value);
  if (type === 'DATE' || type === 'DATE_TIME') {
    const style =
      type === 'DATE'
        ? { dateStyle: 'medium' as const }
        : { dateStyle: 'medium' as const, timeStyle: 'short' as const };
    return new Intl.DateTimeFormat(culture, { ...style, timeZone: 'UTC' }).format(
      new Date(`${value}${type === 'DATE' ? 'T00:00:00' : ''}Z`),
    );
  }
  return String(value);
}
