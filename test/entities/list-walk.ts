import { expect } from 'vitest';
import type { JournalEntry } from '../../src/simulator/journal.ts';
import type { TenantWorld } from '../../src/simulator/store.ts';
import type { Crm, GraphError, QueryOptions } from '../crm.ts';

/** A list of the graph, the key of its records, and all rows that a ticket with every right sees. */
export const lists = {
  contacts: { type: 'Contact', key: 'contactId', rows: (world: TenantWorld) => alive(world.contacts) },
  persons: { type: 'Person', key: 'personId', rows: (world: TenantWorld) => alive(world.persons) },
  appointments: {
    type: 'Appointment',
    key: 'appointmentId',
    rows: (world: TenantWorld) => [...world.appointments.values()],
  },
} as const;

export type ListName = keyof typeof lists;
export type RowOf<Name extends ListName> = ReturnType<(typeof lists)[Name]['rows']>[number];

/** Records that are not in the recycle bin. */
export function alive<Record extends { deletedAt: number | null }>(table: ReadonlyMap<number, Record>): Record[] {
  return [...table.values()].filter((row) => row.deletedAt === null);
}

export interface ListArgs {
  first?: number;
  after?: string | null;
  last?: number;
  before?: string | null;
  filter?: object;
  orderBy?: readonly { field: string; direction?: 'ASC' | 'DESC' }[];
}

export interface Page {
  ids: number[];
  cursors: string[];
  pageInfo: { hasNextPage: boolean; hasPreviousPage: boolean; startCursor: string | null; endCursor: string | null };
}

export interface PageAnswer {
  /** null: refused. */
  page: Page | null;
  errors: readonly GraphError[] | undefined;
  calls: readonly JournalEntry[];
}

interface Connection {
  edges: { cursor: string; node: Record<string, number> }[];
  pageInfo: Page['pageInfo'];
}

/** The field of a connection with its arguments as variables. */
export function listField(list: ListName, args: ListArgs): string {
  const given = Object.keys(args).map((name) => `${name}: $${name}`);
  const { key } = lists[list];
  const asked = given.length > 0 ? `${list}(${given.join(', ')})` : list;
  return `${asked} { edges { cursor node { ${key} } } pageInfo { hasNextPage hasPreviousPage startCursor endCursor } }`;
}

/** The variables of `listField`, declared. */
export function declared(list: ListName, args: ListArgs): string {
  const { type } = lists[list];
  const types: Record<keyof ListArgs, string> = {
    first: 'Int',
    after: 'String',
    last: 'Int',
    before: 'String',
    filter: `${type}Filter`,
    orderBy: `[${type}Order!]`,
  };
  const names = Object.keys(args) as (keyof ListArgs)[];
  return names.length > 0 ? `query (${names.map((name) => `$${name}: ${types[name]}`).join(', ')})` : 'query';
}

/** What a connection holds, in short. */
export function pageOf(list: ListName, connection: unknown): Page {
  const { edges, pageInfo } = connection as Connection;
  return {
    ids: edges.map(({ node }) => node[lists[list].key] as number),
    cursors: edges.map(({ cursor }) => cursor),
    pageInfo,
  };
}

/** Asks for one page, whatever comes of it. */
export async function askPage(crm: Crm, list: ListName, args: ListArgs, options?: QueryOptions): Promise<PageAnswer> {
  const text: string = `${declared(list, args)} { ${listField(list, args)} }`;
  const { data, errors, calls } = await crm.query(text, { ...args }, options);
  const connection = (data as Record<string, unknown> | null)?.[list] ?? null;
  return { page: connection === null ? null : pageOf(list, connection), errors, calls };
}

/** One page that must be answered. */
export async function page(crm: Crm, list: ListName, args: ListArgs, options?: QueryOptions): Promise<Page> {
  const { page: found, errors } = await askPage(crm, list, args, options);
  expect(errors).toBeUndefined();
  return found as Page;
}

/** The keys of the records on one page. */
export const ids = async (crm: Crm, list: ListName, args: ListArgs, options?: QueryOptions): Promise<number[]> =>
  (await page(crm, list, args, options)).ids;

export interface Walk extends QueryOptions {
  /** Called after each page with its number, from 1: changes the tables behind the reader's back. */
  between?: (pageNumber: number) => void;
}

/** Pages from one end to the other; page info and cursors are checked on the way. Backward pages come back to front. */
export async function walk(crm: Crm, list: ListName, args: ListArgs, { between, ...options }: Walk = {}) {
  const backward = args.last !== undefined;
  const pages: Page[] = [];
  for (let from: ListArgs | null = {}; from !== null; from = nextOf(pages.at(-1) as Page, backward)) {
    if (pages.length > 0) between?.(pages.length);
    const found = await page(crm, list, { ...args, ...from }, options);
    const { pageInfo, cursors } = found;
    expect([pageInfo.startCursor, pageInfo.endCursor]).toEqual([cursors[0] ?? null, cursors.at(-1) ?? null]);
    expect(backward ? pageInfo.hasNextPage : pageInfo.hasPreviousPage).toBe(pages.length > 0);
    if (nextOf(found, backward)) expect(found.ids).toHaveLength((args.last ?? args.first) as number);
    pages.push(found);
  }
  const all = (backward ? pages.toReversed() : pages).flatMap((each) => each.ids);
  return { ids: all, pages };
}

/** Where the next page begins; null behind the last. */
function nextOf({ pageInfo }: Page, backward: boolean): ListArgs | null {
  if (backward) return pageInfo.hasPreviousPage ? { before: pageInfo.startCursor } : null;
  return pageInfo.hasNextPage ? { after: pageInfo.endCursor } : null;
}

export type Compare<Row> = (a: Row, b: Row) => number;

/** The CRM's alphabet: small and capital letters are equal, accents are not. */
const { compare: byAlphabet } = new Intl.Collator('nb', { sensitivity: 'accent' });

export const byText =
  <Row>(text: (row: Row) => string): Compare<Row> =>
  (a, b) =>
    byAlphabet(text(a), text(b));

export const byNumber =
  <Row>(value: (row: Row) => number): Compare<Row> =>
  (a, b) =>
    value(a) - value(b);

export const descending =
  <Row>(compare: Compare<Row>): Compare<Row> =>
  (a, b) =>
    compare(b, a);

/** Keys of rows in an order, those that are equal by all of its terms by their key. */
export function sortedIds<Row extends { id: number }>(rows: Iterable<Row>, ...order: Compare<Row>[]): number[] {
  const terms = [...order, byNumber<Row>(({ id }) => id)];
  const sorted = [...rows].sort((a, b) => {
    for (const compare of terms) {
      const decided = compare(a, b);
      if (decided !== 0) return decided;
    }
    return 0;
  });
  return sorted.map(({ id }) => id);
}
