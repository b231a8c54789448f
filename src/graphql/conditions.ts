import type { RowFilter } from '../reading/page.ts';
import { Refusal } from '../reading/refusal.ts';
import { asText, cellOf, type Row } from '../reading/row.ts';
import { booleanCondition, quoted } from '../upstream/superoffice/archive.ts';

/** What a filter asks of rows: what the upstream decides, and what is left to decide here. */
export interface Condition {
  /** In the vendor's grammar; null: every row. What holds an `or` is in parentheses. */
  text: string | null;
  /** The upstream gives a superset of the rows, of which this keeps the right ones. */
  check: ((row: Row) => boolean) | null;
  columns: readonly string[];
  /** No row can match. */
  never: boolean;
}

export const always: Condition = { text: null, check: null, columns: [], never: false };
export const never: Condition = { ...always, never: true };
export const upstream = (text: string): Condition => ({ ...always, text });

/** All of the conditions hold. */
export function every(conditions: readonly Condition[]): Condition {
  if (conditions.some((each) => each.never)) return never;
  const texts = conditions.map((each) => each.text).filter((text) => text !== null);
  const checks = conditions.map((each) => each.check).filter((check) => check !== null);
  return {
    text: texts.length > 0 ? texts.join(' and ') : null,
    check: checks.length > 0 ? (row) => checks.every((check) => check(row)) : null,
    columns: conditions.flatMap((each) => each.columns),
    never: false,
  };
}

/** At least one of the conditions holds. Those that are decided here cannot stand under an `or`. */
export function some(conditions: readonly Condition[], name: string): Condition {
  const possible = conditions.filter((each) => !each.never);
  if (possible.length === 0) return never;
  const undecided = possible.find((each) => each.check);
  if (undecided)
    throw new Refusal(
      'BAD_USER_INPUT',
      `Under \`or\`, ${name} can hold no condition on an instant of a day-typed field, and no plain number compared with a name: SuperOffice knows the days and the keys only. Put it beside the \`or\`.`,
    );
  if (possible.some((each) => each.text === null)) return always;
  return upstream(
    possible.length === 1 ? (possible[0]?.text as string) : `(${possible.map((each) => each.text).join(' or ')})`,
  );
}

export const rowFilter = (condition: Condition, entities?: readonly string[]): RowFilter => ({
  text: condition.text,
  check: condition.check,
  columns: condition.columns,
  isEmpty: condition.never,
  ...(entities ? { entities } : {}),
});

/** A value of an operator: null would be read as "has no value" by some and as "no condition" by others. */
export function operand<T>(value: T | null, name: string): T {
  if (value === null) throw new Refusal('BAD_USER_INPUT', `${name} is null: leave the operator out for no condition.`);
  return value;
}

type Operators = Readonly<Record<string, unknown>>;
type Apply = (value: never, column: string, name: string) => Condition;

/** Applies each operator that is given. */
export function applyAll(
  operators: Operators,
  table: Readonly<Record<string, Apply>>,
  column: string,
  name: string,
): Condition {
  const conditions: Condition[] = [];
  for (const [operator, value] of Object.entries(operators)) {
    if (value === undefined) continue;
    const apply = table[operator];
    if (!apply) throw new Refusal('BAD_USER_INPUT', `${name} takes no \`${operator}\`.`);
    conditions.push(apply(operand(value, `${name}.${operator}`) as never, column, name));
  }
  return every(conditions);
}

export const MOST_INT = 2_147_483_647;
const LEAST_INT = -2_147_483_648;

/** `le` and `ge` fail upstream (superoffice.md 4.5), so bounds move by one. */
export const intOperators: Readonly<Record<string, Apply>> = {
  eq: (value: number, column: string) => upstream(`${column} eq ${value}`),
  ne: (value: number, column: string) => upstream(`${column} ne ${value}`),
  lt: (value: number, column: string) => upstream(`${column} lt ${value}`),
  lte: (value: number, column: string) => (value === MOST_INT ? always : upstream(`${column} lt ${value + 1}`)),
  gt: (value: number, column: string) => upstream(`${column} gt ${value}`),
  gte: (value: number, column: string) => (value === LEAST_INT ? always : upstream(`${column} gt ${value - 1}`)),
  in: (values: number[], column: string) =>
    values.length === 0 ? never : upstream(`${column} in (${values.join(',')})`),
  between: ({ from, to }: { from: number; to: number }, column: string) =>
    from > to ? never : upstream(`${column} between (${from},${to})`),
};

const list = (values: readonly string[]) => `(${values.map(quoted).join(',')})`;

/** Operators that say what a text is. */
export const positiveTextOperators: Readonly<Record<string, Apply>> = {
  eq: (value: string, column: string) => upstream(`${column} is ${quoted(value)}`),
  in: (values: string[], column: string) => (values.length === 0 ? never : upstream(`${column} in ${list(values)}`)),
  beginsWith: (value: string, column: string) =>
    value === '' ? always : upstream(`${column} begins ${quoted(value)}`),
  contains: (value: string, column: string) =>
    value === '' ? always : upstream(`${column} contains ${quoted(value)}`),
  endsWith: (value: string, column: string) =>
    value === '' ? always : upstream(`endswith(${column},${quoted(value)})`),
};

/** Operators that say what a text is, and what it is not. */
export const textOperators: Readonly<Record<string, Apply>> = {
  ...positiveTextOperators,
  ne: (value: string, column: string) => upstream(`${column} isNot ${quoted(value)}`),
  notBeginsWith: (value: string, column: string) =>
    value === '' ? never : upstream(`${column} notBegins ${quoted(value)}`),
  notContains: (value: string, column: string) =>
    value === '' ? never : upstream(`${column} notContains ${quoted(value)}`),
};

/** The same comparisons on a text that was read: as the upstream compares, without regard to case. */
const textChecks: Readonly<Record<string, (text: string, value: never) => boolean>> = {
  eq: (text, value: string) => text === value.toLowerCase(),
  ne: (text, value: string) => text !== value.toLowerCase(),
  in: (text, values: string[]) => values.some((value) => text === value.toLowerCase()),
  beginsWith: (text, value: string) => text.startsWith(value.toLowerCase()),
  notBeginsWith: (text, value: string) => !text.startsWith(value.toLowerCase()),
  contains: (text, value: string) => text.includes(value.toLowerCase()),
  notContains: (text, value: string) => !text.includes(value.toLowerCase()),
  endsWith: (text, value: string) => text.endsWith(value.toLowerCase()),
};

const isNumber = (value: unknown): boolean => typeof value === 'string' && /^\s*[+-]?\d+\s*$/.test(value);

/**
 * On `stringorPK` columns a plain number matches the key too (superoffice.md 4.5). Such values are asked for as a
 * superset and decided here on the text.
 */
export function nameOperators(keyColumn: string): Readonly<Record<string, Apply>> {
  return Object.fromEntries(
    Object.entries(textOperators).map(([operator, apply]) => [
      operator,
      (value: never, column: string, name: string) => {
        const plain = apply(value, column, name);
        const numbers = [value].flat().filter(isNumber) as string[];
        if (numbers.length === 0 || plain.never || plain.text === null) return plain;
        const isNegative = operator === 'ne' || operator.startsWith('not');
        const keys = numbers.map(Number).filter((key) => key > 0 && key <= MOST_INT);
        const text =
          isNegative && keys.length > 0 ? `(${plain.text} or ${keyColumn} in (${keys.join(',')}))` : plain.text;
        const holds = textChecks[operator] as (text: string, value: never) => boolean;
        const check = (row: Row) => holds((asText(cellOf(row, column)) ?? '').toLowerCase(), value);
        return { text, check, columns: [column], never: false };
      },
    ]),
  );
}

/** Joins to several rows: "is not" would mean "has one that is not", so it is refused. */
export const joinedTextOperators: Readonly<Record<string, Apply>> = {
  ...positiveTextOperators,
  ...Object.fromEntries(
    ['ne', 'notBeginsWith', 'notContains'].map((operator) => [
      operator,
      (_value: never, _column: string, name: string): Condition => {
        throw new Refusal(
          'BAD_USER_INPUT',
          `${name} takes no \`${operator}\`: a record has several, and SuperOffice would answer for any one of them.`,
        );
      },
    ]),
  ),
};

export const flagOperators: Readonly<Record<string, Apply>> = {
  eq: (value: boolean, column: string) => upstream(booleanCondition(column, value)),
};

const idOperators = (oneOf: string, notOneOf: string): Readonly<Record<string, Apply>> => ({
  in: (ids: number[], column: string) => (ids.length === 0 ? never : upstream(`${column} ${oneOf} (${ids.join(',')})`)),
  notIn: (ids: number[], column: string) =>
    ids.length === 0 ? always : upstream(`${column} ${notOneOf} (${ids.join(',')})`),
});

export const listOperators = idOperators('oneOf', 'notOneOf');
export const associateOperators = idOperators('associateIsOneOf', 'associateIsNotOneOf');
