import { UpstreamError } from '../upstream/errors.ts';
import type { CursorPlace } from './cursor.ts';
import { countedPlace, markColumns } from './marks.ts';
import {
  beyond,
  checkCursor,
  isSeekable,
  type PageQuery,
  type PageRead,
  pageOf,
  pageRequest,
  readPage,
  seekValue,
  stepsOf,
} from './page.ts';
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
/** So many parents are asked for alone when rounds have not been enough. */
const FEW = 10;

/** A list for one parent, or why it could not be read. */
export type ChildPage = PageRead | Error;

/** What the lists of all parents have in common, and the page of each. */
interface ChildLists {
  scope: ReadScope;
  link: ChildLink;
  shape: Shape;
  query: PageQuery;
  /** Columns by which counted rows are found again. */
  marks: readonly string[];
}

/** What the cursors of one parent's list are bound to. */
const nameOf = ({ link }: Pick<ChildLists, 'link'>, parent: number): string => `${link.parent} ${parent}`;

/** Raises `BAD_CURSOR` where the list of this parent would begin at a cursor that is none of its own. */
export const checkChildCursor = (link: ChildLink, query: PageQuery, parent: number): void =>
  checkCursor(query, nameOf({ link }, parent));

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
  const marks = isSeekable(query.order) ? [] : markColumns(shape.entity, query.order);
  const lists = { scope, link, shape, query, marks };
  const pages = new Map<number, ChildPage>();
  const chunks = chunked(parents);
  const [only] = chunks;
  if (only && chunks.length === 1) await readChunk(lists, startOf(only), pages);
  else await Promise.all(chunks.map((chunk) => readChunk(lists, startOf(chunk), pages)));
  return pages;
}

/** Parents whose lists are not complete, with what is known of these. */
interface Open {
  parents: readonly number[];
  /** Rows of each list so far; of a parent that is not there none. */
  groups: Map<number, Row[]>;
  /** What the last row read is ordered by, so that the next round goes on behind it; null: from the start. */
  behind: readonly number[] | null;
}

const startOf = (parents: readonly number[]): Open => ({ parents, groups: new Map(), behind: null });

async function readChunk(lists: ChildLists, open: Open, pages: Map<number, ChildPage>): Promise<void> {
  const { cursor, filter } = lists.query;
  const areTogether = open.parents.length > 1 && cursor === null && !filter.isEmpty;
  const left = areTogether ? await readRounds(lists, open, pages) : open;
  const { parents } = left;
  if (areTogether && parents.length > FEW) {
    const middle = Math.ceil(parents.length / 2);
    const halves = [parents.slice(0, middle), parents.slice(middle)];
    await Promise.all(halves.map((half) => readChunk(lists, { ...left, parents: half }, pages)));
    return;
  }
  const read = async (parent: number) => void pages.set(parent, await readAlone(lists, parent));
  const [only] = parents;
  if (only !== undefined) await (parents.length === 1 ? read(only) : Promise.all(parents.map(read)));
}

/** Reads parents together, each round behind the one before, while that brings more; gives those that are left. */
async function readRounds(lists: ChildLists, start: Open, pages: Map<number, ChildPage>): Promise<Open> {
  let open = start;
  for (let round = 0; round < ROUNDS && open.parents.length > 1; round++) {
    const asked = open.parents.length;
    try {
      open = await readTogether(lists, open, pages);
    } catch (error) {
      for (const parent of open.parents) pages.set(parent, error as Error);
      return startOf([]);
    }
    if (open.behind === null && open.parents.length === asked) break; // the same question would have the same answer
  }
  return open;
}

async function readAlone(lists: ChildLists, parent: number): Promise<ChildPage> {
  const { scope, link, shape } = lists;
  const query = { ...lists.query, parent: nameOf(lists, parent) };
  const text = allOf(idsCondition(link.column, [parent], link.operator), query.filter.text);
  return readPage(scope, shape, { ...query, filter: { ...query.filter, text } }).catch((error: Error) => error);
}

/** One request for all parents; gives pages to those whose list is known to be complete, or full, and what is left. */
async function readTogether(lists: ChildLists, open: Open, pages: Map<number, ChildPage>): Promise<Open> {
  const { scope, link, shape, query } = lists;
  const { parents, behind } = open;
  const { wanted, after } = stepsOf(query);
  const top = Math.min(
    MOST_ROWS,
    Math.max(behind ? after(wanted) : wanted, 4 * parents.length * Math.max(1, query.count)),
  );
  const byParent = link.orderedByParent && query.order.length === 1;
  // Ascending either way.
  const parentTerm = { column: link.column, descending: query.backward, seek: 'int' } as const;
  const order = byParent ? [parentTerm, ...query.order] : query.order;
  const rest = behind && beyond(order, behind, query.backward, scope.archiveDates);
  const request = pageRequest(shape, { ...query, order }, null, [link.column]);
  const filter = allOf(idsCondition(link.column, parents, link.operator), query.filter.text, rest, shape.entity.always);
  const { rows, exhausted } = await readRows(scope, { ...request, filter, top }, (row) => keyOfRow(row, shape.entity));
  const groups = new Map(parents.map((parent) => [parent, open.groups.get(parent) ?? []]));
  let last = 0;
  for (const row of rows) {
    last = parentOf(row, link);
    if (query.filter.check === null || query.filter.check(row)) groups.get(last)?.push(row);
  }
  const endsAhead = byParent ? last : 0;
  const isDone = (parent: number) => exhausted || parent < endsAhead || (groups.get(parent) as Row[]).length >= wanted;
  for (const parent of parents)
    if (isDone(parent)) pages.set(parent, pageFor(parent, groups.get(parent) as Row[], lists));
  const left = parents.filter((parent) => !isDone(parent));
  if (!isSeekable(order)) return startOf(left);
  const end = rows.at(-1);
  return {
    parents: left,
    groups,
    behind: end ? order.map((term) => seekValue(end, term, scope.archiveDates)) : behind,
  };
}

/** A row that does not say whose it is would be missing in a list that looks whole. */
function parentOf(row: Row, { cell }: ChildLink): number {
  const parent = wholeOf(row, cell) ?? idOf(row, cell) ?? null;
  if (parent === null) throw new UpstreamError('superoffice', 'malformed');
  return parent;
}

/** Rows of a list are found again by where they stand in it. */
function pageFor(parent: number, rows: Row[], lists: ChildLists): PageRead {
  const { scope, query, shape, marks } = lists;
  const placeOf = (row: Row): CursorPlace => {
    if (isSeekable(query.order)) return { values: query.order.map((term) => seekValue(row, term, scope.archiveDates)) };
    const offset = rows.indexOf(row);
    return countedPlace({ row, ahead: rows[offset - 1], offset, fromEnd: query.backward }, shape.entity, marks);
  };
  return pageOf({ rows, placeOf }, { ...query, parent: nameOf(lists, parent) });
}
