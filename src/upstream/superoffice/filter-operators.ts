/** What follows an operator: nothing, a value, two or more in parentheses, or a number and a unit of time. */
export type Takes = 'nothing' | 'one' | 'pair' | 'list' | 'period';

/** An operator under the one name that stands for all its spellings. */
export interface Operator {
  readonly name: string;
  readonly takes: Takes;
}

/** How values are written that a type of column is compared with. */
export type ValueKind = 'text' | 'whole' | 'decimal' | 'flag' | 'date';

const named = (takes: Takes, names: string): [string, Operator][] =>
  names.split(' ').map((name) => [name.toLowerCase(), { name, takes }]);
const spelled = (spellings: string, name: string, takes: Takes): [string, Operator][] =>
  spellings.split(' ').map((spelling) => [spelling, { name, takes }]);

const calendarUnary =
  'beforeToday today afterToday lastWeek thisWeek nextWeek lastMonth thisMonth nextMonth lastQuarter thisQuarter nextQuarter thisHalf thisYear';

/** Operators by their spellings in lower case (superoffice.md 4.5). `le`, `ge`, `ends` and `notEnds` fail upstream and are none. */
const operators: ReadonlyMap<string, Operator> = new Map([
  ...spelled('= eq equals is', 'eq', 'one'),
  ...spelled('!= ne unequals isnot', 'ne', 'one'),
  ...spelled('> gt greater', 'gt', 'one'),
  ...spelled('< lt less', 'lt', 'one'),
  ...spelled('between datebetween', 'between', 'pair'),
  ...named('one', 'set begins contains notBegins notContains before after date beforeOrEqual from to'),
  ...named('one', 'beforeTime afterTime dateTime'),
  ...named('list', 'in oneOf notOneOf associateIsOneOf associateIsNotOneOf'),
  ...named('list', 'intArrayAllOf intArrayNotAllOf intArrayOneOf intArrayNotAnyOf'),
  ...named('period', 'thisPeriod thisAndNext thisAndPrevious'),
  ...named('nothing', `${calendarUnary} currentAssociate isNull isNotNull`),
]);

export const operatorOf = (spelling: string): Operator | null => operators.get(spelling.toLowerCase()) ?? null;

/** What a type of column is compared by: the spelling that is sent, by the operator's one name. */
type Spellings = Readonly<Record<string, string>>;

const asNamed = (names: string): Spellings => Object.fromEntries(names.split(' ').map((name) => [name, name]));

const onAll = asNamed('isNull isNotNull');
const onNumbers = { ...asNamed('eq ne gt lt set between in'), ...onAll };
const onPositiveTexts = { eq: 'is', ...asNamed('begins contains between in'), ...onAll };
const onTexts = { ...onPositiveTexts, ne: 'isNot', ...asNamed('notBegins notContains') };
const onDays = {
  eq: 'equals',
  ...asNamed(`before date after between beforeOrEqual from to ${calendarUnary} thisPeriod thisAndNext thisAndPrevious`),
  ...onAll,
};
const onKeys = asNamed('oneOf notOneOf');
const onIds = { ...onKeys, eq: 'equals', ...onAll };
const onTimes = asNamed('beforeTime afterTime dateTime');

const byType: Readonly<Record<string, { spellings: Spellings; values: ValueKind }>> = {
  bool: { spellings: { set: 'set', ...onAll }, values: 'flag' },
  int: { spellings: onNumbers, values: 'whole' },
  timeSpan: { spellings: onNumbers, values: 'whole' },
  decimal: { spellings: onNumbers, values: 'decimal' },
  string: { spellings: onTexts, values: 'text' },
  stringorPK: { spellings: onTexts, values: 'text' },
  positiveString: { spellings: onPositiveTexts, values: 'text' },
  date: { spellings: onDays, values: 'date' },
  datetime: { spellings: { ...onDays, ...onTimes }, values: 'date' },
  associate: {
    spellings: { ...asNamed('associateIsOneOf associateIsNotOneOf currentAssociate'), ...onAll },
    values: 'whole',
  },
  intArray: {
    spellings: { ...asNamed('intArrayAllOf intArrayNotAllOf intArrayOneOf intArrayNotAnyOf'), ...onAll },
    values: 'whole',
  },
};
/** Pick lists, user groups, interests and the like. */
const byId = { spellings: onIds, values: 'whole' } as const;

/** A column and what else decides on its operators. */
export interface ComparedColumn {
  readonly name: string;
  /** Its restriction type. */
  readonly type: string;
  /** The start of an appointment, which is compared as an instant although its type is `date`. */
  readonly isAppointmentDate: boolean;
}

/** The operators of a column, as they are sent, by their one name; and how its values are written. */
export function operatorsOn(column: ComparedColumn): { spellings: Spellings; values: ValueKind } {
  const { spellings, values } = byType[column.type] ?? byId;
  if (column.type === 'int' && /id$/i.test(column.name)) return { spellings: { ...spellings, ...onKeys }, values };
  // Extra fields store numbers, so they are compared as such too.
  if (column.type === 'bool' && /extra\//i.test(column.name)) return { spellings: { ...spellings, eq: 'eq' }, values };
  if (column.isAppointmentDate) return { spellings: { ...spellings, ...onTimes }, values };
  return { spellings, values };
}

/** Functions and what they are asked about: texts by a part of them, dates by spans of time. */
export interface FilterFunction {
  readonly name: string;
  readonly of: 'text' | 'date';
  /** `(column, unit)` or `(column, number, unit)`. */
  readonly counted: boolean;
}

const functions: ReadonlyMap<string, FilterFunction> = new Map(
  [
    ...['substringof', 'startswith', 'endswith', 'contains'].map(
      (name) => ({ name, of: 'text', counted: false }) as const,
    ),
    { name: 'this', of: 'date', counted: false } as const,
    ...['next', 'previous', 'thisAndNext', 'thisAndPrevious', 'thisAndPreviousAndNext'].map(
      (name) => ({ name, of: 'date', counted: true }) as const,
    ),
  ].map((each) => [each.name.toLowerCase(), each]),
);

export const functionOf = (name: string): FilterFunction | null => functions.get(name.toLowerCase()) ?? null;
export const functionNames: readonly string[] = [...functions.values()].map(({ name }) => name);

/** Units of time. */
export const periodUnits: readonly string[] = ['days', 'weeks', 'months', 'quarters', 'years'];
