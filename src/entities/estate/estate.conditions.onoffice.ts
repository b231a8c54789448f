import type { DateInput } from '../../graphql/instants.ts';
import type { EstateSearch } from '../../reading/onoffice/estate-reads.ts';
import { Refusal } from '../../reading/refusal.ts';
import { catalogued, type FieldDefinition } from '../../upstream/onoffice/fields.ts';
import { decimalText, encode, encodeBound, type WrittenValue } from '../../upstream/onoffice/values.ts';
import type { InstantRange } from '../../upstream/periods.ts';

export interface Condition {
  op: '=' | '!=' | '<' | '<=' | '>' | '>=' | 'in' | 'not in' | 'like' | 'not like';
  val: unknown;
}

/** What instants are compared in. */
export interface SearchCalendar {
  /** The customer's zone, in which the vendor keeps its times. */
  timeZone: string;
  /** The instants that a condition leaves, by the zone and time of the request; null: none. */
  range(input: DateInput, name: string): InstantRange | null;
}

type Operators = Readonly<Record<string, unknown>>;
export type EstateFilterInput = Readonly<Record<string, Operators | null | undefined>>;

/** Filter fields of the graph, the vendor's fields that they compare, and how. */
const comparisons = {
  estateId: { name: 'Id', kind: 'number' },
  externalNumber: { name: 'objektnr_extern', kind: 'text' },
  category: { name: 'objektart', kind: 'key' },
  marketingType: { name: 'vermarktungsart', kind: 'key' },
  status: { name: 'status', kind: 'key' },
  city: { name: 'ort', kind: 'text' },
  postalCode: { name: 'plz', kind: 'text' },
  purchasePrice: { name: 'kaufpreis', kind: 'number' },
  coldRent: { name: 'kaltmiete', kind: 'number' },
  livingArea: { name: 'wohnflaeche', kind: 'number' },
  rooms: { name: 'anzahl_zimmer', kind: 'number' },
  published: { name: 'veroeffentlichen', kind: 'flag' },
  sold: { name: 'verkauft', kind: 'flag' },
  reserved: { name: 'reserviert', kind: 'flag' },
  updatedAt: { name: 'geaendert_am', kind: 'instant' },
} as const;

/** The graph's filter field by the vendor's name, to say which one a customer does not have. */
export function filterFieldOf(vendorName: string): string | null {
  return Object.entries(comparisons).find(([, { name }]) => name === vendorName)?.[0] ?? null;
}

/** The search that a filter means, all its conditions joined with AND; null where no property can match. */
export function searchFor(input: EstateFilterInput, calendar: SearchCalendar): EstateSearch | null {
  const filter: Record<string, Condition[]> = {};
  for (const [graphName, { name, kind }] of Object.entries(comparisons)) {
    const operators = input[graphName];
    if (operators === undefined) continue;
    const given = withoutNulls(operators, graphName);
    const conditions = conditionsOf(kind, given, catalogued(name), { graphName, calendar });
    if (conditions === null) return null;
    if (conditions.length > 0) filter[name] = conditions;
  }
  const { near } = input;
  return near === undefined ? { filter } : { filter, georangesearch: rangeAround(withoutNulls(near, 'near')) };
}

function withoutNulls(operators: Operators | null, graphName: string): Operators {
  const refuse = (name: string): never => {
    throw new Refusal('BAD_USER_INPUT', `${name} is null: leave it out for no condition.`);
  };
  if (operators === null) return refuse(`filter.${graphName}`);
  const entries = Object.entries(operators).filter(([, value]) => value !== undefined);
  for (const [operator, value] of entries) if (value === null) refuse(`filter.${graphName}.${operator}`);
  return Object.fromEntries(entries);
}

interface Place {
  graphName: string;
  calendar: SearchCalendar;
}

/** The conditions of one field; null where they exclude every property. */
function conditionsOf(kind: string, operators: Operators, field: FieldDefinition, place: Place): Condition[] | null {
  switch (kind) {
    case 'number':
      return numberConditions(operators, field, place.calendar.timeZone);
    case 'text':
      return textConditions(operators, place.graphName);
    case 'key':
      return listConditions(operators, { in: 'in', notIn: 'not in' });
    case 'flag':
      return operators.eq === undefined ? [] : [{ op: '=', val: operators.eq === true ? 1 : 0 }];
    default:
      return instantConditions(operators, place);
  }
}

const bounds = { eq: '=', ne: '!=', lt: '<', lte: '<=', gt: '>', gte: '>=' } as const;

/**
 * An unset number is a stored zero, so whatever lets zero through would show properties that have no such number: for these
 * fields it is excluded, and asking for zero itself finds nothing.
 */
function numberConditions(operators: Operators, field: FieldDefinition, timeZone: string): Condition[] | null {
  const value = (given: unknown) => encode(field, given as WrittenValue, timeZone);
  const conditions: Condition[] = [];
  for (const [operator, op] of Object.entries(bounds)) {
    if (operators[operator] !== undefined) conditions.push({ op, val: value(operators[operator]) });
  }
  const range = operators.between as { from: unknown; to: unknown } | undefined;
  if (range) conditions.push({ op: '>=', val: value(range.from) }, { op: '<=', val: value(range.to) });
  const listed = operators.in as unknown[] | undefined;
  if (listed) conditions.push({ op: 'in', val: listed.map(value) });
  if (listed?.length === 0) return null;
  if (conditions.length === 0 || !field.zeroIsUnset) return conditions;
  const excluded = conditions.some(({ op, val }) => !admitsZero(op, val));
  return excluded ? conditions : [...conditions, { op: '>', val: 0 }];
}

function admitsZero(op: Condition['op'], val: unknown): boolean {
  const bound = Number(val);
  switch (op) {
    case '>':
      return bound < 0;
    case '>=':
      return bound <= 0;
    case '=':
      return bound === 0;
    case 'in':
      return (val as unknown[]).some((item) => Number(item) === 0);
    default:
      return true;
  }
}

const patterns = {
  beginsWith: ['like', (text: string) => `${text}%`],
  notBeginsWith: ['not like', (text: string) => `${text}%`],
  contains: ['like', (text: string) => `%${text}%`],
  notContains: ['not like', (text: string) => `%${text}%`],
  endsWith: ['like', (text: string) => `%${text}`],
} as const;

function textConditions(operators: Operators, graphName: string): Condition[] | null {
  const conditions = listConditions(operators, { in: 'in' });
  if (conditions === null) return null;
  if (operators.eq !== undefined) conditions.push({ op: '=', val: operators.eq });
  if (operators.ne !== undefined) conditions.push({ op: '!=', val: operators.ne });
  for (const [operator, [op, pattern]] of Object.entries(patterns)) {
    const text = operators[operator];
    if (text !== undefined)
      conditions.push({ op, val: pattern(literal(String(text), `filter.${graphName}.${operator}`)) });
  }
  return conditions;
}

/** `%` and `_` stand for other text in a pattern, and the vendor documents no way to write them otherwise. */
function literal(text: string, name: string): string {
  if (!/[%_]/.test(text)) return text;
  throw new Refusal(
    'BAD_USER_INPUT',
    `${name} can hold neither % nor _ : onOffice reads them as wildcards. Use eq or in.`,
  );
}

function listConditions(operators: Operators, ops: Readonly<Record<string, Condition['op']>>): Condition[] | null {
  const conditions: Condition[] = [];
  for (const [operator, op] of Object.entries(ops)) {
    const values = operators[operator] as string[] | undefined;
    if (values === undefined) continue;
    if (values.length > 0) conditions.push({ op, val: [...values] });
    else if (op === 'in') return null;
  }
  return conditions;
}

/** Earlier than all that onOffice tells. A time that is unset is stored as zeros, which every upper bound would let through. */
const firstTime = '1000-01-01 00:00:00';

function instantConditions(operators: Operators, { graphName, calendar }: Place): Condition[] | null {
  const { timeZone } = calendar;
  const range = calendar.range(operators as DateInput, `filter.${graphName}`);
  if (!range) return null;
  const { from, to } = range;
  if (from === null && to === null) return [];
  const since: Condition = { op: '>=', val: from === null ? firstTime : encodeBound(from, timeZone) };
  return to === null ? [since] : [since, { op: '<', val: encodeBound(to, timeZone) }];
}

/** Numbers go out as text here, as in all of the vendor's examples. */
function rangeAround(near: Operators): NonNullable<EstateSearch['georangesearch']> {
  const { latitude, longitude, radiusKm } = near as Record<string, number>;
  const within = (value: number | undefined, low: number, high: number, name: string): string => {
    if (value !== undefined && value >= low && value <= high) return decimalText(value);
    throw new Refusal('BAD_USER_INPUT', `filter.near.${name} must be from ${low} to ${high}.`);
  };
  return {
    latitude: within(latitude, -90, 90, 'latitude'),
    longitude: within(longitude, -180, 180, 'longitude'),
    radius: within(radiusKm, 0.001, 20_000, 'radiusKm'),
  };
}

/** Order fields of the graph and what they sort by; the id comes last, so that pages are stable. */
export const estateOrders = {
  ESTATE_ID: 'Id',
  PURCHASE_PRICE: 'kaufpreis',
  COLD_RENT: 'kaltmiete',
  LIVING_AREA: 'wohnflaeche',
  ROOMS: 'anzahl_zimmer',
  CREATED_AT: 'erstellt_am',
  UPDATED_AT: 'geaendert_am',
  CITY: 'ort',
} as const;

export interface EstateOrderInput {
  field: keyof typeof estateOrders;
  direction?: 'ASC' | 'DESC' | null;
}

/** `sortby` for an order, or for its opposite; without one by id. */
export function sortFor(orderBy: readonly EstateOrderInput[], backwards = false): Record<string, 'ASC' | 'DESC'> {
  const turned = (direction: 'ASC' | 'DESC') => ((direction === 'DESC') === backwards ? 'ASC' : 'DESC');
  const sort: Record<string, 'ASC' | 'DESC'> = {};
  for (const { field, direction } of orderBy) sort[estateOrders[field]] ??= turned(direction ?? 'ASC');
  sort.Id ??= turned('ASC');
  return sort;
}
