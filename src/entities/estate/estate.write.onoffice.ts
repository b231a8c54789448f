import { invalid, type Mendable } from '../../graphql/mutation.ts';
import { mendable } from '../../graphql/mutation-refusals.ts';
import { UpstreamError } from '../../upstream/errors.ts';
import { isObject } from '../../upstream/object.ts';
import type { FieldConfiguration } from '../../upstream/onoffice/configuration.ts';
import { unknownField } from '../../upstream/onoffice/errors.ts';
import { estateFields, type FieldDefinition } from '../../upstream/onoffice/fields.ts';
import { encode, type WrittenValue } from '../../upstream/onoffice/values.ts';
import { firstToldFrom, isDay, parseInstant, parseWallTime } from '../../upstream/time.ts';
import type { EstateWrites } from './estate.onoffice.ts';

/** What a create or a change was given, by the names of the graph. */
export type EstateInput = Readonly<Record<string, unknown>>;

/** Fields as `data` takes them, or why nothing can be written. */
export interface EstateData {
  readonly data: Readonly<Record<string, unknown>>;
  readonly errors: readonly Mendable[];
}

/** Yes or no, and the state of life: these have no empty form. */
const neverNull = new Set([
  ...['reserviert', 'verkauft', 'veroeffentlichen', 'status'],
  ...['objektart', 'nutzungsart', 'vermarktungsart'],
]);
const states = ['0', '1', '2'];

/** Names in `fields` that only the customer's configuration can tell the type of. */
export function needsConfiguration({ fields }: EstateInput): boolean {
  return isObject(fields) && Object.keys(fields).some((name) => !estateFields.has(name));
}

/** The vendor's fields and values of an input; absent ones are left out, null is the empty form of the field's type. */
export function estateData(
  input: EstateInput,
  writes: EstateWrites,
  timeZone: string,
  configuration: FieldConfiguration | null,
): EstateData {
  const data: Record<string, unknown> = {};
  const errors: Mendable[] = [];
  const given = [...namedFields(input, writes), ...freeFields(input, writes, configuration)];
  for (const { path, field, value, problem } of given) {
    const wrong = problem ?? problemWith(field, value, timeZone);
    if (wrong !== null) errors.push(invalid(wrong, path));
    else if (field) data[field.name] = encode(field, value as WrittenValue, timeZone);
  }
  return { data, errors };
}

interface Given {
  path: readonly string[];
  field: FieldDefinition | null;
  value: unknown;
  /** Why the name cannot stand here; null: nothing. */
  problem: string | null;
}

/** Fields with a name of their own in the input. */
function namedFields(input: EstateInput, writes: EstateWrites): Given[] {
  const given = Object.entries(input).filter(([name, value]) => name !== 'fields' && value !== undefined);
  return given.map(([name, value]) => {
    const field = estateFields.get(writes[name] ?? '') ?? null;
    return { path: [name], field, value, problem: null };
  });
}

/** Fields by their onOffice names. */
function freeFields({ fields }: EstateInput, writes: EstateWrites, configuration: FieldConfiguration | null): Given[] {
  if (fields === undefined || fields === null) return [];
  if (!isObject(fields)) {
    return [{ path: ['fields'], field: null, value: null, problem: 'Give an object of values by onOffice names.' }];
  }
  return Object.entries(fields).map(([name, value]) => {
    const field = configuration?.field(name) ?? estateFields.get(name) ?? null;
    return { path: ['fields', name], field, value, problem: nameProblem(name, field, writes) };
  });
}

function nameProblem(name: string, field: FieldDefinition | null, writes: EstateWrites): string | null {
  const own = Object.entries(writes).find(([, vendor]) => vendor === name)?.[0];
  if (own) return `Set it by its own name here: ${own}.`;
  if (!field) return 'This customer of onOffice has no such field.';
  return field.system ? 'onOffice sets this itself.' : null;
}

type Fitting = readonly [fits: (value: unknown) => boolean, otherwise: string];

const isText = (value: unknown): boolean => ['string', 'number', 'boolean'].includes(typeof value);
const isNumber = (value: unknown): boolean =>
  typeof value === 'number' ? Number.isFinite(value) : typeof value === 'string' && /^-?\d+(\.\d+)?$/.test(value);
/** No more digits than a number of JavaScript holds exactly. */
const isWhole = (value: unknown): boolean => isNumber(value) && /^-?\d{1,15}$/.test(String(value));
const isFlag = (value: unknown): boolean => [true, false, 0, 1, '0', '1'].some((each) => each === value);
const isKeys = (value: unknown): boolean => Array.isArray(value) && value.every((key) => typeof key === 'string');
const isDate = (value: unknown): boolean => typeof value === 'string' && isDay(value);
const isInstant = (value: unknown): boolean =>
  typeof value === 'string' && typeof parseWallTime(value)?.offset === 'number';

const anyText: Fitting = [isText, 'Give a text.'];
const fittings: Partial<Record<FieldDefinition['type'], Fitting>> = {
  boolean: [isFlag, 'Give true or false.'],
  integer: [isWhole, 'Give a whole number.'],
  float: [isNumber, 'Give a number.'],
  multiselect: [isKeys, 'Give a list of keys.'],
  date: [isDate, 'Give a date such as 2026-03-01.'],
  datetime: [isInstant, 'Give an instant such as 2026-03-01T09:00:00+01:00.'],
  parking: [() => false, 'Parking spaces cannot be written here.'],
};

const toldTwice =
  'onOffice keeps the time that clocks show, which is that of an hour before as well when summer time ends: this one cannot be told.';

/** Whether the wall time of an instant is read as that instant again: of an hour that clocks show twice, only the first is. */
function isTold(text: string, timeZone: string): boolean {
  const instant = parseInstant(text, timeZone);
  return instant !== null && firstToldFrom(instant, timeZone) === instant;
}

/** What makes a value none of its field's; null: nothing. */
function problemWith(field: FieldDefinition | null, value: unknown, timeZone: string): string | null {
  if (neverNull.has(field?.name ?? '') && (value === null || value === '')) return 'This cannot be cleared.';
  if (field?.name === 'status' && !states.includes(String(value)))
    return 'Give 1 (active), 2 (inactive) or 0 (archived).';
  const [fits, otherwise] = (field && fittings[field.type]) ?? anyText;
  if (value === null) return null;
  if (!fits(value)) return otherwise;
  return field?.type === 'datetime' && !isTold(String(value), timeZone) ? toldTwice : null;
}

/** A refusal of onOffice with the field of the input that it is about; raises what whoever asked cannot mend. */
export function estateRefusal(
  error: unknown,
  input: EstateInput,
  writes: EstateWrites,
  data: EstateData['data'],
): Mendable {
  const found = mendable(error, null);
  const field = unknownField(error) ?? (error instanceof UpstreamError ? refusedField(error, data) : null);
  return field === null ? found : { ...found, path: pathOf(field, input, writes) };
}

/**
 * `Invalid singleselect key: schloss` names the value (76, 77), `Expected float: wohnflaeche` the field (227 to 229), and so do
 * `Unknown value in select field "land"` (252) and `Parameter kaufpreis must not be null!` (215, 255).
 */
function refusedField({ type, text = '' }: UpstreamError, data: EstateData['data']): string | null {
  const told = (/:\s*"?([^"]+?)"?\s*$/.exec(text) ?? /(?:"|\bparameter\s+"?)(\w+)/i.exec(text))?.[1];
  if (told === undefined) return null;
  if (Object.hasOwn(data, told)) return told;
  const isKey = type === '76' || type === '77' || type === '252';
  const holding = Object.entries(data).filter(([, value]) => [value].flat().map(String).includes(told));
  return isKey && holding.length === 1 ? (holding[0]?.[0] ?? null) : null;
}

function pathOf(field: string, input: EstateInput, writes: EstateWrites): string[] {
  const own = Object.entries(writes).find(([name, vendor]) => vendor === field && input[name] !== undefined)?.[0];
  if (own) return [own];
  return isObject(input.fields) && Object.hasOwn(input.fields, field) ? ['fields', field] : [];
}
