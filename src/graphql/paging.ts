import type { InputObjectRef } from '@pothos/core';
import { bindingOf } from '../reading/cursor.ts';
import { checkCursor, type OrderTerm, type PageQuery, type RowFilter, type Seek } from '../reading/page.ts';
import { Refusal } from '../reading/refusal.ts';
import { DEFAULT_PAGE_SIZE } from '../reading/sizes.ts';
import type { EntitySource } from '../reading/sources.ts';
import { builder, type ObjectFields, type Types } from './builder.ts';
import type { Filter } from './filter.ts';
import { DirectionRef } from './filter-inputs.ts';

export interface PageArgs {
  first?: number | null;
  after?: string | null;
  last?: number | null;
  before?: string | null;
}

export const firstText = `Number of rows from the start, or behind \`after\`: 0 to 500. Default: ${DEFAULT_PAGE_SIZE}.`;

export type ArgBuilder = ObjectFields<unknown>['arg'];

/** The arguments that say which rows of a list make up the page. */
export const windowArgs = (arg: ArgBuilder) => ({
  first: arg.int({ required: false, description: firstText }),
  after: arg.string({ required: false, description: 'Cursor of the row to go on behind. Goes with `first`.' }),
  last: arg.int({ required: false, description: 'Number of rows at the end, or ahead of `before`: 0 to 500.' }),
  before: arg.string({ required: false, description: 'Cursor of the row to stop ahead of. Goes with `last`.' }),
});

export interface OrderInput {
  field: string;
  direction?: 'ASC' | 'DESC' | null;
}

/** A field to order by: its column, and how rows behind a value of it can be asked for. */
export interface OrderField {
  column: string;
  seek: Seek;
  description: string;
}

/** Orders by when a record was made and changed last, by its columns of the two. */
export const stampOrders = (createdAt: string, updatedAt: string): Record<string, OrderField> => ({
  CREATED_AT: { column: createdAt, seek: 'none', description: 'By the instant of creation.' },
  UPDATED_AT: {
    column: updatedAt,
    seek: 'none',
    description: 'By the instant of the last change; those never changed come first.',
  },
});

export interface Order {
  ref: InputObjectRef<Types, OrderInput>;
  fields: Record<string, OrderField>;
}

/** An order input and its enum of fields. */
export function orderType(type: string, things: string, fields: Record<string, OrderField>): Order {
  const field = builder.enumType(`${type}OrderField`, {
    description: `What ${things} can be ordered by.`,
    values: Object.fromEntries(Object.entries(fields).map(([name, { description }]) => [name, { description }])),
  });
  const ref = builder.inputRef<OrderInput>(`${type}Order`).implement({
    description: 'One criterion of an order; rows that are equal by all of them stand by their key.',
    fields: (t: PothosSchemaTypes.InputFieldBuilder<Types, 'InputObject'>) => ({
      field: t.field({ type: field, required: true, description: 'What to order by.' }),
      direction: t.field({ type: DirectionRef, required: false, description: 'Which way; ASC when left out.' }),
    }),
  } as never) as unknown as InputObjectRef<Types, OrderInput>;
  return { ref, fields };
}

/** How many rows, from which end, and behind which cursor: exactly one way at a time. */
export function pageOf(
  { first, after, last, before }: PageArgs,
  most: number,
): Pick<PageQuery, 'count' | 'backward' | 'cursor'> {
  const has = (value: unknown) => value !== null && value !== undefined;
  if (has(first) && has(last)) throw refused('`first` and `last` together: ask for one end of the list at a time.');
  if (has(last) && has(after)) throw refused('`last` goes with `before`, `first` with `after`.');
  if (has(before) && !has(last)) throw refused('`before` goes with `last`.');
  const count = last ?? first ?? Math.min(DEFAULT_PAGE_SIZE, most);
  const name = has(last) ? 'last' : 'first';
  if (count < 0) throw refused(`\`${name}\` is ${count}: use 0 to ${most}.`);
  if (count > most) throw refused(`\`${name}\` is ${count}: at most ${most} rows fit on a page.`);
  return { count, backward: has(last), cursor: after ?? before ?? null };
}

const refused = (message: string) => new Refusal('BAD_USER_INPUT', message);

/**
 * The order as columns, ending in the key so that no two rows are equal. What lies behind an instant can only be asked
 * for where its text says which one it is.
 */
export function orderOf(
  inputs: readonly OrderInput[] | null | undefined,
  order: Order,
  entity: EntitySource,
  hasExactDates: boolean,
): OrderTerm[] {
  const terms: OrderTerm[] = [];
  for (const { field, direction } of inputs ?? []) {
    const { column, seek } = order.fields[field] as OrderField;
    if (terms.some((term) => term.column === column)) continue;
    const canSeek = seek !== 'instant' || hasExactDates;
    terms.push({ column, seek: canSeek ? seek : 'none', descending: direction === 'DESC' });
    if (column === entity.key.column) return terms;
  }
  return [...terms, { column: entity.key.column, seek: 'int', descending: false }];
}

export interface ListArgs extends PageArgs {
  filter?: Readonly<Record<string, unknown>> | null;
  orderBy?: readonly OrderInput[] | null;
}

export interface ListOf {
  entity: EntitySource;
  filter: Filter;
  order: Order;
}

/**
 * The arguments of a list made into a page; refused before anything is sent when they are wrong. Whether a cursor is one of the
 * list shows here unless the list hangs on a parent, which is yet to be known.
 */
export function pageQuery(
  args: ListArgs,
  { entity, filter, order }: ListOf,
  context: Parameters<Filter['compile']>[1],
  { hasParent }: { hasParent: boolean },
): PageQuery | Promise<PageQuery> {
  const page = pageOf(args, context.read.scope.maxPageSize);
  const terms = orderOf(args.orderBy, order, entity, context.read.scope.archiveDates.isExact);
  const bind = (parent: string) => bindingOf(entity.type, parent, args.filter ?? null, terms);
  if (!hasParent) checkCursor({ cursor: page.cursor, order: terms, bind });
  const compiled = filter.compile(args.filter, context);
  const query = (done: RowFilter): PageQuery => ({ ...page, filter: done, order: terms, parent: '', bind });
  return compiled instanceof Promise ? compiled.then(query) : query(compiled);
}
