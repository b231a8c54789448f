import { UpstreamError } from '../errors.ts';
import { isObject } from '../object.ts';
import { firstToldFrom, formatInstant, formatLocal, isDay, parseInstant } from '../time.ts';
import type { FieldDefinition } from './fields.ts';

/** A value as the graph gives it. Floats are exact decimal text, instants RFC 3339, parking spaces an object. */
export type FieldValue = string | number | boolean | readonly string[] | Readonly<Record<string, unknown>> | null;

/** A raw value (never a formatted one) in the form that its type promises; null for every form of "not filled in". */
export function decode(field: FieldDefinition, raw: unknown, timeZone: string): FieldValue {
  switch (field.type) {
    case 'integer':
      return decodeInteger(field, raw);
    case 'float':
      return decodeDecimal(field, raw);
    case 'boolean':
      return decodeBoolean(field, raw);
    case 'multiselect':
      return decodeKeys(field, raw);
    case 'date':
      return decodeDate(field, raw);
    case 'datetime':
      return instantText(decodeInstant(field, raw, timeZone), timeZone);
    case 'parking':
      return decodeParking(field, raw);
    default:
      return decodeText(field, raw);
  }
}

/** What is told of a field whose value cannot be read. */
type Named = Pick<FieldDefinition, 'name'>;
type Counted = Pick<FieldDefinition, 'name' | 'zeroIsUnset'>;

const decimalForm = /^-?\d+(\.\d+)?$/;

/** A decimal digit for digit as the CRM writes it (`349000.10`); null where unset. */
export function decodeDecimal(field: Counted, raw: unknown): string | null {
  const text = scalarText(field, raw).trim();
  if (text === '') return null;
  if (!decimalForm.test(text)) throw unreadable(field);
  return field.zeroIsUnset && Number(text) === 0 ? null : text;
}

/** A number for measures and counts; null where unset. */
export function decodeNumber(field: Counted, raw: unknown): number | null {
  const decimal = decodeDecimal(field, raw);
  return decimal === null ? null : Number(decimal);
}

export function decodeInteger(field: Counted, raw: unknown): number | null {
  const value = decodeNumber(field, raw);
  if (value !== null && !Number.isSafeInteger(value)) throw unreadable(field);
  return value;
}

/** `"1"` and `"0"`; the empty text that some flags have counts as unset. */
export function decodeBoolean(field: FieldDefinition, raw: unknown): boolean | null {
  if (typeof raw === 'boolean') return raw;
  const text = scalarText(field, raw);
  if (text === '') return null;
  if (text === '1' || text === 'true') return true;
  if (text === '0' || text === 'false') return false;
  throw unreadable(field);
}

/** Text as it stands, markup included; null where empty. */
export function decodeText(field: Named, raw: unknown): string | null {
  const text = scalarText(field, raw);
  return text === '' ? null : text;
}

/** The keys of a multi-select: a list, or the one text `|key1||key2|` that some fields come as. */
export function decodeKeys(field: FieldDefinition, raw: unknown): readonly string[] {
  if (raw === null || raw === undefined) return [];
  const keys = Array.isArray(raw) ? raw.map((key) => scalarText(field, key)) : scalarText(field, raw).split('|');
  return keys.filter((key) => key !== '');
}

/** Parking spaces by kind, as they come; null where there are none, which is also written as the field's other types are (manual, fields). */
function decodeParking(field: Named, raw: unknown): Readonly<Record<string, unknown>> | null {
  if (isObject(raw)) return { ...raw };
  if (['', '0'].includes(scalarText(field, raw))) return null;
  throw unreadable(field);
}

/** `YYYY-MM-DD`, as it is: a calendar date has no zone. */
export function decodeDate(field: FieldDefinition, raw: unknown): string | null {
  const text = scalarText(field, raw).slice(0, 10);
  if (text === '' || text === '0000-00-00') return null;
  if (!isDay(text)) throw unreadable(field);
  return text;
}

/**
 * The instant (epoch milliseconds) of a wall-clock time of the customer's zone, since the vendor writes none (manual, times:
 * local time is inferred). The hour that autumn has twice is the earlier one, so that an incremental read misses nothing.
 */
export function decodeInstant(field: FieldDefinition, raw: unknown, timeZone: string): number | null {
  const text = scalarText(field, raw);
  if (text === '' || text.startsWith('0000-00-00')) return null;
  const instant = parseInstant(text, timeZone);
  if (instant === null) throw unreadable(field);
  return instant;
}

function instantText(instant: number | null, timeZone: string): string | null {
  return instant === null ? null : formatInstant(instant, timeZone);
}

/** The wall-clock text of an instant, on whole seconds, for a filter or a write. */
export function encodeInstant(instant: number, timeZone: string): string {
  return formatLocal(Math.floor(instant / 1_000) * 1_000, timeZone).replace('T', ' ');
}

/**
 * The same for the bound of a filter, which has to compare what `decodeInstant` reads: of an hour that autumn has twice, all of the
 * second pass is its end.
 */
export function encodeBound(instant: number, timeZone: string): string {
  return encodeInstant(firstToldFrom(instant, timeZone), timeZone);
}

/** What a graph value may be when it is written: instants as epoch milliseconds or RFC 3339, decimals as text or number. */
export type WrittenValue = string | number | boolean | readonly string[] | null;

/**
 * A value in the form that writes and filters take: flags as 1 and 0, decimals digit for digit, instants as wall clock,
 * multi-selects as lists (never pipes), and for null the empty form of the type (manual, value formats).
 */
export function encode(field: FieldDefinition, value: WrittenValue, timeZone: string): unknown {
  if (value === null) return emptyForm(field);
  switch (field.type) {
    case 'boolean':
      return value === true || value === '1' || value === 1 ? 1 : 0;
    case 'integer':
    case 'float':
      return encodeNumber(field, value);
    case 'multiselect':
      return Array.isArray(value) ? [...value] : [String(value)];
    case 'datetime':
      return encodeInstant(instantOf(field, value, timeZone), timeZone);
    default:
      return typeof value === 'number' ? value : String(value);
  }
}

/** A number digit for digit, as the vendor writes and reads them: without the exponent that `String` gives small and great ones. */
export function decimalText(value: number): string {
  const text = String(value);
  const [, sign = '', first = '', others = '', exponent] = /^(-?)(\d)(?:\.(\d+))?e([+-]\d+)$/.exec(text) ?? [];
  if (exponent === undefined) return text;
  const digits = first + others;
  const power = Number(exponent);
  return sign + (power < 0 ? `0.${digits.padStart(digits.length - power - 1, '0')}` : digits.padEnd(power + 1, '0'));
}

/** A JSON number where that loses no digit, else text: the vendor takes both. */
function encodeNumber(field: FieldDefinition, value: WrittenValue): number | string {
  const text = typeof value === 'number' ? decimalText(value) : String(value);
  if (!decimalForm.test(text)) throw unwritable(field, 'a number');
  return /^-?\d{1,15}$/.test(text) ? Number(text) : text;
}

function instantOf(field: FieldDefinition, value: WrittenValue, timeZone: string): number {
  const instant = typeof value === 'number' ? value : parseInstant(String(value), timeZone);
  if (instant === null) throw unwritable(field, 'a date and time');
  return instant;
}

/** Zero is how the CRM itself stores "unset" in a number that cannot be zero; other numbers are cleared by empty text. */
function emptyForm(field: FieldDefinition): unknown {
  if (field.type === 'multiselect') return [];
  if (field.type === 'boolean') return 0;
  return field.zeroIsUnset ? 0 : '';
}

/** A value, or why it cannot be read: beside others, which it is not to cost. */
export function orWhy<Value>(read: () => Value): Value | Error {
  try {
    return read();
  } catch (error) {
    return error as Error;
  }
}

/** The value where it is shown: raises there where it could not be read. */
export function shown<Value>(value: Value | Error): Value {
  if (value instanceof Error) throw value;
  return value;
}

function scalarText(field: Named, raw: unknown): string {
  if (raw === null || raw === undefined) return '';
  // An empty object or select arrives as `[]`.
  if (Array.isArray(raw) && raw.length === 0) return '';
  if (typeof raw === 'string') return raw;
  if (typeof raw === 'number') return String(raw);
  throw unreadable(field);
}

function unreadable(field: Named): UpstreamError {
  return new UpstreamError('onoffice', 'malformed', { text: `field ${field.name}` });
}

function unwritable(field: FieldDefinition, expected: string): UpstreamError {
  return new UpstreamError('onoffice', 'invalid', { text: `${field.name}: not ${expected}` });
}
