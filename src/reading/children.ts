import { type CursorPlace, encodeCursor } from './cursor.ts';
import { isSeekable, type PageQuery, type PageRead, pageRequest, readPage, seekValue } from './page.ts';
import { type Column, idOf, type Row, wholeOf } from './row.ts';
import { allOf, chunked, idsCondition, keyOfRow, readRows } from './rows.ts';
import type { ReadScope } from './scope.ts';
import type { Shape } from './shape.ts';

/** A list of records that hold the key of another: persons of a contact, appointments of a person. */
export interface ChildLink {
  /** Type in the graph of the records. */
  readonly entity: string;
  /** The column that holds the parent's key. */
  readonly column: string;
  /** The same column, to read it. */
  readonly cell: Column;
  /** How that column is compared with keys: `in` on numbers, `oneOf` on the listAny ones of appointments. */
  readonly operator: 'in' | 'oneOf';
  /** Rows can be ordered by the parent's key, so that only the last parent of a cut answer is incomplete. */
  readonly orderedByParent: boolean;
  /** Type of the parent, which cursors are bound to. */
  readonly parent: string;
  /** The field's arguments made into a page of any parent. */
  readonly query: (args: Readonly<Record<string, unknown>>, context: unknown) => PageQuery | Promise<PageQuery>;
}

const MOST_ROWS = 1_000;
const ROUNDS = 3;

/** A list for one parent, or why it could not be read. */
export type ChildPage = PageRead | Error;

/** What the lists of all parents have in common, and the page of each. */
interface ChildLists {
  scope: ReadScope;
  link: ChildLink;
  shape: Shape;
  query: PageQuery;
}

/** What the cursors of one parent's list are bound to. */
const nameOf = ({ link }: ChildLists, parent: number): string => `${link.parent} ${parent}`;

/**
 * Reads the first rows of a child list for many parents with as few requests as can be, each list exact. Parents whose
 * keys do not fit into one request line are asked for in several, at the same time.
 */
export async function readChildren(
  scope: ReadScope,
  link: ChildLink,
  shape: Shape,
  parents: readonly number[],
  query: PageQuery,
): Promise<Map<number, ChildPage>> {
  const lists = { scope, link, shape, query };
  const pages = new Map<number, ChildPage>();
  const chunks = chunked(parents);
  const [only] = chunks;
  if (only && chunks.length === 1) await readChunk(lists, only, pages);
  else await Promise.all(chunks.map((chunk) => readChunk(lists, chunk, pages)));
  return pages;
}

async function readChunk(lists: ChildLists, parents: readonly number[], pages: Map<number, ChildPage>): Promise<void> {
  const { cursor, filter } = lists.query;
  const areTogether = parents.length > 1 && cursor === null && !filter.isEmpty;
  const open = areTogether ? await readRounds(lists, parents, pages) : parents;
  const read = async (parent: number) => void pages.set(parent, await readAlone(lists, parent));
  const [only] = open;
  if (only !== undefined) await (open.length === 1 ? read(only) : Promise.all(open.map(read)));
}

/** Reads parents together while that decides some of them; gives those that are left. */
async function readRounds(
  lists: ChildLists,
  parents: readonly number[],
  pages: Map<number, ChildPage>,
): Promise<readonly number[]> {
  let open = parents;
  for (let round = 0; round < ROUNDS && open.length > 1; round++) {
    try {
      await readTogether(lists, open, pages);
    } catch (error) {
      for (const parent of open) pages.set(parent, error as Error);
    }
    open = open.filter((parent) => !pages.has(parent));
  }
  return open;
}

async function readAlone(lists: ChildLists, parent: number): Promise<ChildPage> {
  const { scope, link, shape } = lists;
  const query = { ...lists.query, parent: nameOf(lists, parent) };
  const text = allOf(idsCondition(link.column, [parent], link.operator), query.filter.text);
  return readPage(scope, shape, { ...query, filter: { ...query.filter, text } }).catch((error: Error) => error);
}

/** One request for all parents; gives pages to those whose list is known to be complete, or full. */
async function readTogether(
  lists: ChildLists,
  parents: readonly number[],
  pages: Map<number, ChildPage>,
): Promise<void> {
  const { scope, link, shape, query } = lists;
  const wanted = query.count + 1;
  const top = Math.min(MOST_ROWS, Math.max(wanted, 4 * parents.length * Math.max(1, query.count)));
  const request = pageRequest(shape, query, null, [link.column]);
  const byParent = link.orderedByParent && query.order.length === 1;
  const orderBy = byParent ? [`${link.column} asc`, ...request.orderBy] : request.orderBy;
  const filter = allOf(idsCondition(link.column, parents, link.operator), query.filter.text, shape.entity.always);
  const read = await readRows(scope, { ...request, orderBy, filter, top }, (row) => keyOfRow(row, shape.entity));
  const groups = new Map<number, Row[]>();
  for (const parent of parents) groups.set(parent, []);
  let last = 0;
  for (const row of read.rows) {
    last = parentOf(row, link) ?? 0;
    if (query.filter.check === null || query.filter.check(row)) groups.get(last)?.push(row);
  }
  if (!read.exhausted) dropIncomplete(groups, wanted, byParent ? last : null);
  for (const [parent, rows] of groups) pages.set(parent, pageOf(rows, lists, parent));
}

/** Of a cut answer, keeps the lists that already have what was asked for, or that end before the cut. */
function dropIncomplete(groups: Map<number, Row[]>, wanted: number, cutAt: number | null): void {
  for (const [parent, rows] of groups) {
    const endsBeforeCut = cutAt !== null && parent < cutAt;
    if (rows.length < wanted && !endsBeforeCut) groups.delete(parent);
  }
}

const parentOf = (row: Row, link: ChildLink): number | null => wholeOf(row, link.cell) ?? idOf(row, link.cell) ?? null;

function pageOf(found: Row[], lists: ChildLists, parent: number): PageRead {
  const { query } = lists;
  const more = found.length > query.count;
  const asRead = more ? found.slice(0, query.count) : found;
  return {
    rows: query.backward ? asRead.toReversed() : asRead,
    cursorAt(index) {
      const offset = query.backward ? asRead.length - 1 - index : index;
      return encodeCursor(placeOf(asRead, offset, lists), query.bind(nameOf(lists, parent)));
    },
    hasNextPage: !query.backward && more,
    hasPreviousPage: query.backward && more,
  };
}

function placeOf(rows: readonly Row[], offset: number, { scope, query, shape }: ChildLists): CursorPlace {
  const { entity } = shape;
  const row = rows[offset] as Row;
  if (isSeekable(query.order)) return { values: query.order.map((term) => seekValue(row, term, scope.archiveDates)) };
  const ahead = rows[offset - 1];
  return {
    offset,
    fromEnd: query.backward,
    key: keyOfRow(row, entity) ?? 0,
    previous: (ahead && keyOfRow(ahead, entity)) ?? 0,
  };
}
