import type { InputObjectRef } from '@pothos/core';
import type { RequestContext } from '../context/context.ts';
import type { RowFilter } from '../reading/page.ts';
import { Refusal } from '../reading/refusal.ts';
import type { ArchiveDates, DateClass } from '../reading/row.ts';
import { builder, type Types } from './builder.ts';
import {
  always,
  applyAll,
  associateOperators,
  type Condition,
  every,
  flagOperators,
  intOperators,
  joinedTextOperators,
  listOperators,
  MOST_INT,
  nameOperators,
  operand,
  positiveTextOperators,
  rowFilter,
  some,
  textOperators,
  upstream,
} from './conditions.ts';
import {
  AssociateFilterRef,
  BooleanFilterRef,
  DateFilterRef,
  IntFilterRef,
  ListFilterRef,
  PositiveStringFilterRef,
  StringFilterRef,
} from './filter-inputs.ts';
import { byDays, type DateInput, dayCondition, instantCondition, rangeOf } from './instants.ts';

/** What a filter field compares, and by which column. */
export type FilterField =
  | { kind: 'int' | 'text' | 'positiveText' | 'joinedText' | 'flag' | 'list' | 'associate' | 'instant'; column: string }
  /** A `stringorPK` column: plain numbers match the key's column too. */
  | { kind: 'name'; column: string; key: string }
  /** A column that compares days; decided by the instant of a column, of its class. */
  | { kind: 'day'; column: string; decidedBy: string; dateClass: DateClass; byDay?: true };

const stampFilter = (column: string, what: string) =>
  ({
    kind: 'day',
    column,
    decidedBy: column,
    dateClass: 'stamp',
    description: `By the instant of ${what}. SuperOffice compares days here, so \`totalCount\` is null, and it cannot stand under \`or\`.`,
  }) as const;

/** Filter fields on when a record was made and changed last, by its columns of the two. */
export const stampFilters = (createdAt: string, updatedAt: string) => ({
  createdAt: stampFilter(createdAt, 'creation'),
  updatedAt: stampFilter(updatedAt, 'the last change'),
});

type FilterInput = Readonly<Record<string, unknown>>;

const inputOf = (field: FilterField) => {
  switch (field.kind) {
    case 'int':
      return IntFilterRef;
    case 'positiveText':
      return PositiveStringFilterRef;
    case 'flag':
      return BooleanFilterRef;
    case 'list':
      return ListFilterRef;
    case 'associate':
      return AssociateFilterRef;
    case 'instant':
    case 'day':
      return DateFilterRef;
    default:
      return StringFilterRef;
  }
};

const operatorsOf = {
  int: intOperators,
  text: textOperators,
  positiveText: positiveTextOperators,
  joinedText: joinedTextOperators,
  flag: flagOperators,
  list: listOperators,
};

/** A filter input and what it means upstream. */
export interface Filter {
  ref: InputObjectRef<never, FilterInput>;
  compile(input: FilterInput | null | undefined, context: RequestContext): Promise<RowFilter> | RowFilter;
}

/** Room for a filter in a request line that every server on the way takes, beside the keys of parents. */
export const MOST_CHARS = 8_000;

/** Characters that a text takes in an address, in which the commas of a list stay as they are. */
export const lengthInAddress = (text: string): number => encodeURIComponent(text).replaceAll('%2C', ',').length;

/** Refuses, before anything is sent, what no request line holds. */
function fitting(filter: RowFilter): RowFilter {
  const length = lengthInAddress(filter.text ?? '');
  if (length <= MOST_CHARS) return filter;
  throw new Refusal(
    'BAD_USER_INPUT',
    `This filter takes ${length} characters of an address, and ${MOST_CHARS} have room: ask with fewer or shorter values at a time.`,
  );
}

interface FilterSpec {
  description: string;
  fields: Record<string, FilterField & { description: string }>;
  /** `$entities` in place of the entity's own, where the top level of the filter narrows them. */
  entities?: (input: FilterInput) => readonly string[] | undefined;
}

/** An input with `and`, `or` and the given fields. Conditions beside each other are joined with AND. */
export function filterType(name: string, spec: FilterSpec): Filter {
  const ref = builder.inputRef<FilterInput>(name) as unknown as InputObjectRef<never, FilterInput>;
  builder.inputType(
    ref as never,
    {
      description: spec.description,
      fields: (t: PothosSchemaTypes.InputFieldBuilder<Types, 'InputObject'>) => ({
        and: t.field({
          type: [ref as never],
          required: false,
          description: 'All of these; an empty list is no condition.',
        }),
        or: t.field({
          type: [ref as never],
          required: false,
          description: 'At least one of these; an empty list matches nothing.',
        }),
        ...Object.fromEntries(
          Object.entries(spec.fields).map(([field, each]) => [
            field,
            t.field({ type: inputOf(each) as never, required: false, description: each.description }),
          ]),
        ),
      }),
    } as never,
  );
  return {
    ref,
    compile: (input, context) => {
      if (!input) return rowFilter(always);
      const entities = spec.entities?.(input);
      const { archiveDates: dates } = context.read.scope;
      const compiled = (viewerId: () => number, literal: ArchiveDates['literal']) =>
        fitting(rowFilter(conditionOf(input, { fields: spec.fields, context, viewerId, literal }, 'filter'), entities));
      // Whatever is to be refused is refused before anything is asked that the filter takes, and nothing is where no row can match.
      let needsViewer = false;
      let needsZone = false;
      const filter = compiled(
        () => {
          needsViewer = true;
          return MOST_INT;
        },
        (instant) => {
          needsZone = !dates.isPrepared;
          return dates.literal(instant);
        },
      );
      if (filter.isEmpty || !(needsViewer || needsZone)) return filter;
      const asked = [needsViewer ? context.viewerId() : MOST_INT, needsZone ? dates.prepare() : undefined] as const;
      return Promise.all(asked).then(([id]) =>
        compiled(
          () => id,
          (instant) => dates.literal(instant),
        ),
      );
    },
  };
}

/** What the fields of a filter mean, and by what they are compared. */
interface Meaning {
  fields: Readonly<Record<string, FilterField>>;
  context: RequestContext;
  viewerId: () => number;
  literal: ArchiveDates['literal'];
}

function conditionOf(input: FilterInput, meaning: Meaning, path: string): Condition {
  const parts: Condition[] = [];
  for (const [name, value] of Object.entries(input)) {
    if (value === null || value === undefined) continue;
    if (name === 'and' || name === 'or') {
      const inner = (value as FilterInput[]).map((each, at) => conditionOf(each, meaning, `${path}.${name}[${at}]`));
      parts.push(name === 'and' ? every(inner) : some(inner, path));
    } else parts.push(fieldCondition(value as FilterInput, meaning, name, path));
  }
  return every(parts);
}

function fieldCondition(
  value: FilterInput,
  { fields, context, viewerId, literal }: Meaning,
  of: string,
  path: string,
): Condition {
  const field = fields[of] as FilterField;
  const name = `${path}.${of}`;
  const calendar = () => ({
    zone: context.identity.timeZone,
    now: context.now(),
  });
  switch (field.kind) {
    case 'name':
      return applyAll(value, nameOperators(field.key), field.column, name);
    case 'associate':
      return associateCondition(value, field.column, viewerId, name);
    case 'instant':
      return instantCondition(field.column, rangeOf(value as DateInput, calendar(), name), literal);
    case 'day': {
      const input = field.byDay ? byDays(value as DateInput, context.identity.timeZone) : (value as DateInput);
      return dayCondition(field.column, rangeOf(input, calendar(), name), field.decidedBy, field.dateClass);
    }
    default:
      return applyAll(value, operatorsOf[field.kind], field.column, name);
  }
}

/** `isCurrent: false` has no operator upstream, so the viewer's own id is excluded. */
function associateCondition(
  { isCurrent, ...operators }: FilterInput,
  column: string,
  viewerId: () => number,
  name: string,
): Condition {
  const ids = applyAll(operators, associateOperators, column, name);
  if (isCurrent === undefined) return ids;
  const isViewer = operand(isCurrent, `${name}.isCurrent`);
  return every([ids, upstream(`${column} ${isViewer ? 'currentAssociate' : `associateIsNotOneOf (${viewerId()})`}`)]);
}
