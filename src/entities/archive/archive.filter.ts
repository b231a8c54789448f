import { lengthInAddress, MOST_CHARS } from '../../graphql/filter.ts';
import { pageOf } from '../../graphql/paging.ts';
import { bindingOf } from '../../reading/cursor.ts';
import type { OrderTerm, PageQuery } from '../../reading/page.ts';
import { Refusal } from '../../reading/refusal.ts';
import type { Shape } from '../../reading/shape.ts';
import { beginningOf } from '../../upstream/beginning.ts';
import { bindFilter, printFilter } from '../../upstream/superoffice/filter-binding.ts';
import { columnsOf, type FilterNode, parseFilterText } from '../../upstream/superoffice/filter-text.ts';
import { FilterTextError } from '../../upstream/superoffice/filter-tokens.ts';
import { type ArchiveLayout, archiveShape, type RowOrder, rowOrder } from './archive.model.ts';

/** The arguments of the field, as they come in. */
export interface ArchiveArgs {
  provider: string;
  columns: readonly string[];
  filter?: string | null;
  orderBy?: readonly string[] | null;
  entities?: readonly string[] | null;
  first?: number | null;
  after?: string | null;
}

type Order = readonly { column: string; descending: boolean }[];

/** A question whose words are well formed; whether the provider knows them is yet to be seen. */
export interface ArchiveQuestion {
  provider: string;
  columns: readonly string[];
  filter: FilterNode | null;
  orderBy: Order;
  entities: readonly string[];
  page: Pick<PageQuery, 'count' | 'backward' | 'cursor'>;
  /** Every column that it names. */
  named: readonly string[];
}

const PROVIDER = /^[A-Za-z][\w:]*$/;
const COLUMN = /^[\w:/.()>-]+$/;
const ENTITY = /^[A-Za-z][\w-]*$/;

const refused = (message: string): never => {
  throw new Refusal('BAD_USER_INPUT', message);
};

const cut = (text: string): string => (text.length > 60 ? `${beginningOf(text, 60)}…` : text);

/** Reads the arguments; refused here, before anything is sent, is whatever no provider could be asked. */
export function readQuestion(args: ArchiveArgs, maxPageSize: number): ArchiveQuestion {
  const { provider } = args;
  if (!PROVIDER.test(provider))
    refused(`\`${cut(provider)}\` is no name of a provider: use one such as SimpleContact.`);
  if (/^dynamic$/i.test(provider))
    refused('The provider Dynamic reads the tables of the database themselves and is not served here.');
  if (args.columns.length === 0) refused('`columns` is empty: name at least one.');
  const columns = [...new Set(args.columns.map(columnName))];
  const filter = filterErrors(() => parseFilterText(args.filter ?? ''));
  const orderBy = (args.orderBy ?? []).map(readOrder);
  const entities = [...new Set(args.entities ?? [])];
  for (const entity of entities) if (!ENTITY.test(entity)) refused(`\`${cut(entity)}\` is no name of an entity.`);
  const named = [...new Set([...columns, ...(filter ? columnsOf(filter).map(columnName) : [])])];
  for (const { column } of orderBy) if (!named.includes(column)) named.push(column);
  return { provider, columns, filter, orderBy, entities, page: pageOf(args, maxPageSize), named };
}

function columnName(text: string): string {
  return COLUMN.test(text) ? text : refused(`\`${cut(text)}\` is no name of a column.`);
}

function readOrder(text: string): { column: string; descending: boolean } {
  const [, column, direction] = /^(\S+)(?: +(asc|desc))?$/i.exec(text) ?? [];
  if (!column) return refused(`\`${cut(text)}\` is no order: write a column, and \`asc\` or \`desc\` behind it.`);
  return { column: columnName(column), descending: direction?.toLowerCase() === 'desc' };
}

/** Makes a page of the question; refuses what the provider does not know, before its rows are asked for. */
export function archivePage(question: ArchiveQuestion, layout: ArchiveLayout): { shape: Shape; query: PageQuery } {
  const { provider, columns, entities, page } = question;
  for (const column of columns)
    if (!layout.column(column)) refused(`The provider ${provider} has no column \`${cut(column)}\`.`);
  for (const entity of entities)
    if (layout.entities && !layout.entities.includes(entity))
      refused(`The provider ${provider} has no entity \`${cut(entity)}\`. It has: ${layout.entities.join(', ')}.`);
  const text = filterOf(question, layout);
  const last = rowOrder(layout);
  const order = orderOf(question, layout, last);
  const filter = { text, check: null, columns: [], isEmpty: false };
  const bind = () => bindingOf('archive', provider, columns, text, order, entities);
  const asked = [...columns, text, ...order.map((term) => term.column)].join(' ');
  const length = lengthInAddress(asked);
  if (length > MOST_CHARS)
    refused(
      `\`columns\`, \`filter\` and \`orderBy\` take ${length} characters of an address, and ${MOST_CHARS} have room.`,
    );
  return {
    shape: archiveShape(provider, columns, entities, last),
    query: { ...page, filter, order, parent: '', bind },
  };
}

/** The filter written anew, in parentheses where it holds an `or`; null: every row. */
function filterOf({ filter }: ArchiveQuestion, { column }: ArchiveLayout): string | null {
  if (!filter) return null;
  const bound = filterErrors(() => bindFilter(filter, (name) => column(name)?.[0]));
  return bound.kind === 'or' ? `(${printFilter(bound)})` : printFilter(bound);
}

function filterErrors<T>(read: () => T): T {
  try {
    return read();
  } catch (error) {
    if (!(error instanceof FilterTextError)) throw error;
    return refused(error.message);
  }
}

/** The order asked for, and behind it what decides between rows that are equal by it. */
function orderOf({ orderBy, provider }: ArchiveQuestion, layout: ArchiveLayout, last: RowOrder): OrderTerm[] {
  const terms: OrderTerm[] = [];
  for (const { column, descending } of orderBy) {
    const facts = layout.column(column);
    if (!facts) refused(`The provider ${provider} has no column \`${cut(column)}\`.`);
    if (!facts?.[1]) refused(`\`${cut(column)}\` can be read but not ordered by.`);
    const seek = last.terms.find((term) => term.column === column)?.seek ?? 'none';
    if (!terms.some((term) => term.column === column)) terms.push({ column, descending, seek });
  }
  return [...terms, ...last.terms.filter(({ column }) => !terms.some((term) => term.column === column))];
}
