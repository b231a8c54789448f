import { beginningOf } from '../beginning.ts';
import { isDay } from '../time.ts';
import { type Carrier, type Change, ChangeProblem } from './patch.ts';

/** What a tenant's own field holds. */
export type CustomType =
  | 'TEXT'
  | 'INTEGER'
  | 'DECIMAL'
  | 'BOOLEAN'
  | 'DATE'
  | 'DATE_TIME'
  | 'TIME'
  | 'TIME_SPAN'
  | 'LIST_ITEM'
  | 'REFERENCE';

/** A field that a client sets: its key, and its value as the graph shows it. */
export interface CustomInput {
  key: string;
  value?: unknown;
}

/** Values by key, as the CRM writes them (superoffice.md 2.10). */
export type CustomDictionary = Readonly<Record<string, string>>;

const NO_DATE = '[DT:01/01/0001 00:00:00.0000000]';
/** Every digit of a number, never `1e-7`. */
const digits = new Intl.NumberFormat('en-US', { useGrouping: false, maximumFractionDigits: 20 });

/** The tenant's own fields. Before anything is written, `encodeCustom` makes a dictionary of what the client gave. */
export function customFields(description: string): Change {
  return {
    member: 'CustomFields',
    input: 'CustomFieldInput',
    isList: true,
    description,
    updating: 'Fields that are not named stay as they are.',
    clearing: 'A field is cleared by its own null value; [] names none, and null is refused.',
    problem: (value) => {
      if (value === null) return { path: [], message: 'Name the fields, each with a null value to clear it.' };
      const keys = (value as CustomInput[]).map(({ key }) => key);
      const twice = keys.findIndex((key, at) => keys.indexOf(key) !== at);
      return twice < 0 ? null : { path: [String(twice), 'key'], message: 'This key is named twice.' };
    },
    reads: () => false,
    // A dictionary with some of the keys changes just these (superoffice.md 2.10).
    operations: (value) => [{ op: 'replace', path: '/CustomFields', value }],
    test: () => null,
    holds: (record, value, _dates, isSame) => {
      const stored = (record.CustomFields ?? {}) as Carrier;
      return Object.entries(value as CustomDictionary).every(([key, text]) =>
        isSame(heldAs(stored[key], text), plain(text)),
      );
    },
  };
}

/** A dictionary of values as the layout types them; raises `ChangeProblem` for an unknown key and for a value of another type. */
export function encodeCustom(
  inputs: readonly CustomInput[],
  typeOf: (key: string) => CustomType | null,
): CustomDictionary {
  const entries = inputs.map(({ key, value }, at): [string, string] => {
    const type = typeOf(key);
    if (!type)
      throw new ChangeProblem([String(at), 'key'], `There is no field ${JSON.stringify(beginningOf(key, 80))}.`);
    const encoded = encoders[type](value ?? null);
    if (encoded === null) throw new ChangeProblem([String(at), 'value'], `This field takes ${takes[type]}.`);
    return [key, encoded];
  });
  return Object.fromEntries(entries);
}

const takes: Readonly<Record<CustomType, string>> = {
  TEXT: 'a text, or null',
  INTEGER: 'a whole number, or null',
  DECIMAL: 'a number, or null',
  BOOLEAN: 'true or false',
  DATE: 'a day such as "2026-03-01", or null',
  DATE_TIME: 'a day and time without offset such as "2026-03-01T09:30:00", or null',
  TIME: 'a time of day such as "09:30:00", or null',
  TIME_SPAN: 'a whole number, or null',
  LIST_ITEM: 'the id of a list item, or null',
  REFERENCE: 'the key of a record, or null',
};

type Encoder = (value: unknown) => string | null;

/** The CRM keeps whole numbers of 32 bits. */
const whole: Encoder = (value) => {
  const number = (value ?? 0) as number;
  return Number.isInteger(number) && (number | 0) === number ? `[I:${number}]` : null;
};

const id: Encoder = (value) =>
  value === null || (Number.isInteger(value) && (value as number) > 0) ? whole(value) : null;

const encoders: Readonly<Record<CustomType, Encoder>> = {
  TEXT: (value) => (value === null || typeof value === 'string' ? (value ?? '') : null),
  INTEGER: whole,
  TIME_SPAN: whole,
  LIST_ITEM: id,
  REFERENCE: id,
  DECIMAL: (value) => {
    const text = typeof value === 'string' ? value : digitsOf(value ?? 0);
    return /^-?\d{1,20}(\.\d{1,20})?$/.test(text) ? `[F:${text}]` : null;
  },
  BOOLEAN: (value) => (typeof value === 'boolean' ? `[I:${value ? 1 : 0}]` : null),
  DATE: (value) => (value === null ? NO_DATE : dateText(value, /^(\d{4})-(\d\d)-(\d\d)$/)),
  DATE_TIME: (value) =>
    value === null ? NO_DATE : dateText(value, /^(\d{4})-(\d\d)-(\d\d)[T ](\d\d:\d\d(?::\d\d)?)$/),
  // A time of day stands on a day of the year 1760 that means nothing.
  TIME: (value) => {
    if (value === null) return NO_DATE;
    const time = typeof value === 'string' ? clock(value) : null;
    return time && `[DT:01/01/1760 ${time}.0000000]`;
  },
};

/** A number in full; empty for one that has more digits than there is room for, and for what is none. */
function digitsOf(value: unknown): string {
  const text = typeof value === 'number' ? digits.format(value + 0) : '';
  return Number(text) === value ? text : '';
}

function dateText(value: unknown, shape: RegExp): string | null {
  const [, year, month, day, written] = shape.exec(typeof value === 'string' ? value : '') ?? [];
  if (!year || !isSetDay(`${year}-${month}-${day}`)) return null;
  const time = clock(written ?? '00:00:00');
  return time && `[DT:${month}/${day}/${year} ${time}.0000000]`;
}

/** A day of the calendar that the CRM does not take for "none". */
function isSetDay(text: string): boolean {
  return isDay(text) && text > '1760-01-01' && text < '9999';
}

function clock(text: string): string | null {
  if (!/^([01]\d|2[0-3]):[0-5]\d(:[0-5]\d)?$/.test(text)) return null;
  return text.length === 5 ? `${text}:00` : text;
}

/** A number that was never filled in may have no text at all, and is written as 0. */
function heldAs(stored: unknown, given: string): string {
  const isUnset = stored === '' || stored === null || stored === undefined;
  return isUnset && /^\[[IF]:/.test(given) ? '0' : plain(stored);
}

/** The CRM writes one value in several ways: `[D:06/30/2026]` and `[DT:06/30/2026 00:00:00.0000000]`, `True` and `[I:1]`, `[F:4.0]` and `[F:4]`. */
function plain(text: unknown): string {
  const value = typeof text === 'string' ? text : '';
  if (/^(true|false)$/i.test(value)) return value.toLowerCase() === 'true' ? '1' : '0';
  const [, mark = '', inner = ''] = /^\[([A-Z]+):(.*)\]$/s.exec(value) ?? [];
  if (mark === 'I' || mark === 'F') return String(Number(inner));
  return mark === 'D' || mark === 'DT' ? plainTime(inner) : value;
}

/** A day and time to the second; empty for each of those that say "none" (superoffice.md 2.2). */
function plainTime(text: string): string {
  const [, day, time = '00:00:00'] = /^(\d\d\/\d\d\/\d{4})(?: (\d\d:\d\d:\d\d)(?:\.\d+)?)?$/.exec(text) ?? [];
  if (!day) return text;
  const year = Number(day.slice(6));
  return year <= 2 || year === 9999 || day === '01/01/1753' ? '' : `${day} ${time}`;
}
