import { isWallClock } from '../zones.ts';
import type { OnOfficeOptions } from './options.ts';
import type { PhpValue } from './php-json.ts';
import { refuse } from './refusal.ts';
import type { FieldRecord, LanguageCode, ParkingLots, StoredValue } from './store.ts';

/** A stored value as a raw read gives it (manual, value formats). */
export function rawValue(field: FieldRecord, value: StoredValue, options: OnOfficeOptions): PhpValue {
  if (value === null) return unsetValue(field, options);
  switch (field.type) {
    case 'float':
      return Number(value).toFixed(field.decimals ?? options.floatDecimals);
    case 'boolean':
      return value === true ? '1' : '0';
    case 'multiselect':
      return multiselect(field, value);
    default:
      return typeof value === 'object' ? parking(value) : String(value);
  }
}

function unsetValue(field: FieldRecord, options: OnOfficeOptions): PhpValue {
  switch (field.type) {
    case 'integer':
      return options.unsetInteger;
    case 'float':
      return (0).toFixed(field.decimals ?? options.floatDecimals);
    case 'boolean':
      return field.emptyUnset ? '' : '0';
    case 'multiselect':
      return field.pipes ? '' : [];
    case 'singleselect':
      return options.unsetSelect;
    case 'date':
      return '0000-00-00';
    case 'datetime':
      return '0000-00-00 00:00:00';
    default:
      return field.name === 'multiParkingLot' ? [] : '';
  }
}

function multiselect(field: FieldRecord, value: StoredValue): PhpValue {
  const keys = isKeys(value) ? value : [];
  return field.pipes ? keys.map((key) => `|${key}|`).join('') : [...keys];
}

function isKeys(value: StoredValue): value is readonly string[] {
  return Array.isArray(value);
}

function parking(value: StoredValue & object): PhpValue {
  return Object.fromEntries(Object.entries(value as ParkingLots).map(([kind, lot]) => [kind, { ...lot }]));
}

/** What `formatoutput` does to a value: labels, German grouping, units. */
export function formattedValue(
  field: FieldRecord,
  value: StoredValue,
  language: LanguageCode,
  currency: string,
  options: OnOfficeOptions,
): PhpValue {
  if (field.neverFormatted || (value === null && field.type !== 'boolean')) return rawValue(field, value, options);
  switch (field.type) {
    case 'singleselect':
      return labelOf(field, String(value), language);
    case 'multiselect':
      return isKeys(value) ? value.map((key) => labelOf(field, key, language)) : [];
    case 'boolean':
      return yesOrNo(value === true, language);
    case 'float':
      return formattedNumber(Number(value), field, currency, options);
    case 'integer':
      return field.name === 'Id' ? grouped(Number(value), 0) : String(value);
    case 'date':
      return String(value).split('-').reverse().join('.');
    default:
      return rawValue(field, value, options);
  }
}

function yesOrNo(value: boolean, language: LanguageCode): string {
  if (language === 'DEU') return value ? 'Ja' : 'Nein';
  return value ? 'Yes' : 'No';
}

function formattedNumber(value: number, field: FieldRecord, currency: string, options: OnOfficeOptions): string {
  if (field.measure === 'DATA_TYPE_MONETARY') return `${grouped(value, 2)} ${currency === 'EUR' ? '€' : currency}`;
  const short = grouped(value, 2).replace(/,00$/, '');
  if (field.measure === 'DATA_TYPE_AREA') return `ca. ${short} m²`;
  if (field.measure === 'DATA_TYPE_NUMERIC') return short.replace(/(,\d)0$/, '$1');
  return value.toFixed(field.decimals ?? options.floatDecimals);
}

function grouped(value: number, decimals: number): string {
  return value.toLocaleString('de-DE', { minimumFractionDigits: decimals, maximumFractionDigits: decimals });
}

/** The label of a select key; the key itself where nobody gave it one. */
export function labelOf(field: FieldRecord, key: string, language: LanguageCode): string {
  return field.choices?.find((choice) => choice.key === key)?.labels[language] ?? key;
}

/** A written value as it is stored; refuses what does not fit the field's type. */
export function parseWritten(field: FieldRecord, value: unknown): StoredValue {
  switch (field.type) {
    case 'multiselect':
      return parseKeys(field, value);
    case 'singleselect':
      return parseKey(field, value);
    case 'float':
      return parseNumber(field, value, /^-?\d+(\.\d+)?$/);
    case 'integer':
      return parseNumber(field, value, /^-?\d+$/);
    case 'boolean':
      return parseFlag(field, value);
    default:
      return parseText(field, value);
  }
}

function parseKeys(field: FieldRecord, value: unknown): StoredValue {
  if (!Array.isArray(value)) throw refuse(74, field.name);
  const keys = value.map(String);
  const wrong = keys.find((key) => !field.choices?.some((choice) => choice.key === key));
  if (wrong !== undefined) throw refuse(76, wrong);
  return keys.length > 0 ? keys : null;
}

function parseKey(field: FieldRecord, value: unknown): StoredValue {
  if (value === '' || value === null) return null;
  const key = String(value);
  if (field.choices && !field.choices.some((choice) => choice.key === key)) throw refuse(77, key);
  return key;
}

function parseNumber(field: FieldRecord, value: unknown, form: RegExp): StoredValue {
  if (value === '' || value === null) return null;
  if ((typeof value === 'number' || typeof value === 'string') && form.test(String(value))) {
    // A float that is zero is stored as unset: the two cannot be told apart afterwards.
    return field.type === 'float' && Number(value) === 0 ? null : Number(value);
  }
  if (field.measure === 'DATA_TYPE_MONETARY') throw refuse(214);
  throw refuse(field.type === 'float' ? 229 : 228, field.name);
}

function parseFlag(field: FieldRecord, value: unknown): StoredValue {
  const text = String(value);
  if (text === '1' || text === 'true') return true;
  if (text === '0' || text === 'false' || text === '') return false;
  throw refuse(255, field.name);
}

const dateForms = {
  date: /^\d{4}-\d{2}-\d{2}$/,
  datetime: /^\d{4}-\d{2}-\d{2} ([01]\d|2[0-3])(:[0-5]\d){2}$/,
};

/** A day of the calendar, or a moment of one, as it is written; a day of zeros is none. */
function parseMoment(field: FieldRecord, text: string): StoredValue {
  if (!dateForms[field.type as 'date' | 'datetime'].test(text)) throw refuse(255, field.name);
  if (/^[0: -]+$/.test(text)) return null;
  if (!isWallClock(`${text.slice(0, 10)}T00:00:00`)) throw refuse(255, field.name);
  return text;
}

function parseText(field: FieldRecord, value: unknown): StoredValue {
  if (typeof value === 'object' && value !== null) {
    if (field.name !== 'multiParkingLot') throw refuse(255, field.name);
    return Array.isArray(value) ? null : (value as ParkingLots);
  }
  const text = value === null ? '' : String(value);
  if (text === '') return null;
  return field.type === 'date' || field.type === 'datetime' ? parseMoment(field, text) : text;
}
