import { encodeCursor } from '../cursor.ts';
import { type EstateRow, type EstateSearch, MOST_ROWS, readEstates } from './estate-reads.ts';
import type { EstateScope } from './scope.ts';
import { EstateWants } from './wants.ts';

/** A page of a list of estates, its arguments checked. */
export interface EstatePageQuery {
  /** null: no estate can match, and nothing is asked. */
  readonly search: EstateSearch | null;
  /** The same in the opposite order, to read the end of the list without knowing its length. */
  readonly reversed: EstateSearch['sortby'];
  /** Number of rows asked for. */
  readonly count: number;
  /** From the end: `last`. */
  readonly backward: boolean;
  /** Of the row that the page begins behind, or ends ahead of. */
  readonly place: number | null;
  /** What a cursor is bound to: filter, order, parent. Worked out when there is a cursor. */
  readonly bind: () => string;
  /** With `count` 0: what the page says beyond its rows is asked for. */
  readonly needsTotal: boolean;
}

export interface EstatePageRead {
  readonly rows: readonly EstateRow[];
  /** The cursor of a row by its place in the page. Made when it is asked for. */
  cursorAt(index: number): string;
  readonly hasNextPage: boolean;
  readonly hasPreviousPage: boolean;
  readonly total: number;
}

const nothing: EstatePageRead = { rows: [], cursorAt: () => '', hasNextPage: false, hasPreviousPage: false, total: 0 };

/** The rows of a page. Places are counted: onOffice knows offsets alone, so rows shift when others come or go between pages. */
export async function readEstatePage(
  scope: EstateScope,
  query: EstatePageQuery,
  wants: EstateWants,
): Promise<EstatePageRead> {
  const { search, place, backward, count, bind } = query;
  if (search === null || (count === 0 && !query.needsTotal)) return nothing;
  // Of the row that tells the total nothing is shown.
  const shown = count === 0 ? new EstateWants(scope) : wants;
  if (backward && place === null) return readEnd(scope, query, search, shown);
  const end = place ?? 0;
  const offset = backward ? Math.max(0, end - count) : place === null ? 0 : place + 1;
  const limit = backward ? Math.min(count, end) : count;
  const window = { offset, limit: Math.max(1, Math.min(limit, MOST_ROWS)) };
  const { rows: read, total } = await readEstates(scope, search, window, shown);
  const rows = read.slice(0, limit);
  return pageAt(offset, rows, total, bind);
}

/** The last rows: the first ones of the opposite order, turned round. */
async function readEnd(
  scope: EstateScope,
  { reversed, count, bind }: EstatePageQuery,
  search: EstateSearch,
  wants: EstateWants,
): Promise<EstatePageRead> {
  const window = { offset: 0, limit: Math.max(1, count) };
  const opposite = { ...search, ...(reversed && { sortby: reversed }) };
  const { rows: read, total } = await readEstates(scope, opposite, window, wants);
  const rows = read.slice(0, count).reverse();
  return pageAt(total - rows.length, rows, total, bind);
}

const pageAt = (offset: number, rows: readonly EstateRow[], total: number, bind: () => string): EstatePageRead => ({
  rows,
  cursorAt: (index) => encodeCursor({ values: [offset + index] }, bind()),
  hasNextPage: offset + rows.length < total,
  hasPreviousPage: offset > 0 && total > 0,
  total,
});
