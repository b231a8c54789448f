import { refuse } from './refusal.ts';
import type { FieldRecord, StoredValue } from './store.ts';

/** Finds an active field; refuses (141) one that does not exist or is deactivated. */
export type FieldLookup = (name: string) => FieldRecord;
/** Reads a field of a record, as it is stored. */
export type ValueReader<T> = (record: T, field: FieldRecord) => StoredValue;

const multiselectOperators = new Set(['=', '!=', 'like', 'not like', 'in', 'not in']);
const synonyms: Readonly<Record<string, string>> = { is: '=', '<>': '!=' };

/** A test for records: every condition of every field must hold. Refuses what the vendor refuses. */
export function compileFilter<T>(filter: unknown, lookup: FieldLookup, read: ValueReader<T>): (record: T) => boolean {
  // An empty filter arrives as `{}` or as `[]`.
  if (filter === undefined || filter === null || (Array.isArray(filter) && filter.length === 0)) return () => true;
  if (typeof filter !== 'object' || Array.isArray(filter)) throw refuse(257, 'filter');
  const tests = Object.entries(filter).flatMap(([name, conditions]) => {
    const field = lookup(name);
    if (!Array.isArray(conditions)) throw refuse(257, name);
    return conditions.map((condition) => compileCondition(field, condition));
  });
  return (record) => tests.every(({ field, test }) => test(read(record, field)));
}

interface CompiledCondition {
  field: FieldRecord;
  test: (value: StoredValue) => boolean;
}

function compileCondition(field: FieldRecord, condition: unknown): CompiledCondition {
  if (typeof condition !== 'object' || condition === null || !('op' in condition) || !('val' in condition)) {
    throw refuse(257, field.name);
  }
  const given = String(condition.op);
  const written = given.toLowerCase().trim();
  const operator = synonyms[written] ?? written;
  if (field.type === 'multiselect') {
    if (!multiselectOperators.has(operator)) throw refuse(232);
    return { field, test: multiselectTest(field, operator, condition.val) };
  }
  const test = scalarTest(field, operator, condition.val);
  if (!test) throw refuse(142, given);
  return { field, test };
}

/** Operators that compare with one value, by how a record's own stands to it. */
const orders: Readonly<Record<string, (order: number) => boolean>> = {
  '=': (order) => order === 0,
  '!=': (order) => order !== 0,
  '>': (order) => order > 0,
  '<': (order) => order < 0,
  '>=': (order) => order >= 0,
  '<=': (order) => order <= 0,
};

/** null: there is no such operator. What is compared with is judged here, whatever the records are. */
function scalarTest(field: FieldRecord, operator: string, val: unknown): ((value: StoredValue) => boolean) | null {
  const compare = (value: StoredValue, other: unknown) => compareValues(field, value, other);
  switch (operator) {
    case 'between': {
      const [from, to, ...rest] = list(field, val);
      if (to === undefined || rest.length > 0) throw refuse(257, field.name);
      return (value) => compare(value, from) >= 0 && compare(value, to) <= 0;
    }
    case 'in':
    case 'not in': {
      const wanted = list(field, val);
      return (value) => wanted.some((item) => compare(value, item) === 0) === (operator === 'in');
    }
    case 'like':
    case 'not like': {
      const pattern = likePattern(String(scalar(field, val)));
      return (value) => pattern.test(value === null ? '' : String(value)) === (operator === 'like');
    }
    default: {
      const holds = Object.hasOwn(orders, operator) ? orders[operator] : undefined;
      if (!holds) return null;
      const wanted = scalar(field, val);
      return (value) => holds(compare(value, wanted));
    }
  }
}

function multiselectTest(field: FieldRecord, operator: string, val: unknown): (value: StoredValue) => boolean {
  const takesList = operator === 'in' || operator === 'not in';
  const wanted = (takesList ? list(field, val) : [val].flat()).map(String);
  const positive = operator === '=' || operator === 'in' || operator === 'like';
  const matches = operator.endsWith('like')
    ? (key: string) => wanted.some((pattern) => likePattern(pattern).test(key))
    : (key: string) => wanted.includes(key);
  return (value) => (Array.isArray(value) ? value : []).some((key) => matches(String(key))) === positive;
}

function scalar(field: FieldRecord, val: unknown): unknown {
  if (typeof val === 'object') throw refuse(257, field.name);
  return val;
}

function list(field: FieldRecord, val: unknown): unknown[] {
  if (!Array.isArray(val)) throw refuse(257, field.name);
  return val;
}

/** As the database compares: numbers and flags by value with unset as zero, days with moments, text without regard to case. */
function compareValues(field: FieldRecord, value: StoredValue, other: unknown): number {
  if (field.type === 'integer' || field.type === 'float') return Number(value ?? 0) - toNumber(other);
  if (field.type === 'boolean') return Number(value === true) - toNumber(other === true ? 1 : other || 0);
  const text = value === null ? '' : String(value);
  if (field.type === 'date' || field.type === 'datetime') return compareTexts(moment(text), moment(String(other)));
  return compareTexts(text, String(other));
}

/** A day is its first second, and one that is unset is a day of zeros. */
function moment(text: string): string {
  const day = text === '' ? '0000-00-00' : text;
  return day.length === 10 ? `${day} 00:00:00` : day;
}

/** Text that is no number counts as 0, as in the database behind. */
function toNumber(value: unknown): number {
  const number = Number(value);
  return Number.isNaN(number) ? 0 : number;
}

function compareTexts(one: string, other: string): number {
  const left = one.toLowerCase();
  const right = other.toLowerCase();
  if (left === right) return 0;
  return left < right ? -1 : 1;
}

/** `%` stands for any text, `_` for one character. */
function likePattern(pattern: string): RegExp {
  const source = pattern
    .replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
    .replaceAll('%', '.*')
    .replaceAll('_', '.');
  return new RegExp(`^${source}$`, 'is');
}

/** An order by `sortby` (an object of directions, or a name with `sortorder`); refuses (212) what is no field. */
export function compileOrder<T>(
  sortby: unknown,
  sortorder: unknown,
  lookup: (name: string) => FieldRecord | undefined,
  read: ValueReader<T>,
): (one: T, other: T) => number {
  const wanted: [string, unknown][] =
    typeof sortby === 'string' ? [[sortby, sortorder]] : Object.entries((sortby ?? {}) as Record<string, unknown>);
  const keys = wanted
    .filter(([name]) => name !== '')
    .map(([name, direction]) => {
      const field = lookup(name);
      if (!field) throw refuse(212);
      return { field, sign: String(direction ?? 'ASC').toUpperCase() === 'DESC' ? -1 : 1 };
    });
  return (one, other) => {
    for (const { field, sign } of keys) {
      const order = compareValues(field, read(one, field), read(other, field) ?? '');
      if (order !== 0) return order * sign;
    }
    return 0;
  };
}

/** The rows of a page. More than the highest limit, or 0 and below, falls back to 20 without a word. */
export function pageOf<T>(rows: readonly T[], limit: unknown, offset: unknown, highest = 500): T[] {
  const asked = Math.trunc(Number(limit ?? 20));
  const size = asked > highest || !(asked > 0) ? 20 : asked;
  const start = Math.max(0, Math.trunc(Number(offset ?? 0)) || 0);
  return rows.slice(start, start + size);
}
