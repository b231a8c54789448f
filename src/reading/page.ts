import type { ArchiveRequest } from '../upstream/superoffice/client.ts';
import { type Cursor, type CursorPlace, decodeCursor, encodeCursor } from './cursor.ts';
import { type ArchiveDates, cellOf, type Row } from './row.ts';
import { allOf, keyOfRow, readRows } from './rows.ts';
import type { ReadScope } from './scope.ts';
import type { Shape } from './shape.ts';
import type { EntitySource } from './sources.ts';

/** A compiled filter: what the upstream decides, and what is decided here on the columns it names. */
export interface RowFilter {
  /** In the vendor's grammar; null: no condition. */
  text: string | null;
  /** The upstream gives a superset, and this decides. */
  check: ((row: Row) => boolean) | null;
  columns: readonly string[];
  /** `$entities` that the filter asks for, in place of the entity's own. */
  entities?: readonly string[];
  /** No record can match; nothing is asked. */
  isEmpty: boolean;
}

/** How the upstream can be asked for the rows behind a value of a column. */
export type Seek = 'int' | 'instant' | 'none';

export interface OrderTerm {
  column: string;
  descending: boolean;
  seek: Seek;
}

/** A page of rows, its arguments checked. */
export interface PageQuery {
  /** Number of rows asked for. */
  count: number;
  /** From the end: `last`. */
  backward: boolean;
  /** `after` of a forward page, `before` of a backward one. */
  cursor: string | null;
  filter: RowFilter;
  /** Ends in the key. */
  order: readonly OrderTerm[];
  /** What a cursor is bound to: type, filter, order, and the parent of children. */
  binding: string;
}

export interface PageRead {
  rows: Row[];
  cursors: string[];
  hasNextPage: boolean;
  hasPreviousPage: boolean;
}

const EVERY_ROW = 100_000;
/** How far a row may have moved before an offset cursor counts its row as gone. */
const DRIFT = 100;
const LOOK_AHEAD = 1_000;

export const isSeekable = (order: readonly OrderTerm[]): boolean => order.every((term) => term.seek !== 'none');

/** The rows of a page, in the order asked for, exact also where rows are filtered here or the page starts at a cursor. */
export async function readPage(scope: ReadScope, shape: Shape, query: PageQuery): Promise<PageRead> {
  const start = query.cursor === null ? null : decodeCursor(query.cursor, query.binding, query.order);
  if (query.filter.isEmpty) return { rows: [], cursors: [], hasNextPage: false, hasPreviousPage: false };
  const reader = new PageReader(scope, shape, query);
  const found = isSeekable(query.order) ? await reader.seek(start) : await reader.skip(start);
  const kept = found.rows.slice(0, query.count);
  const places = found.places.slice(0, query.count);
  if (query.backward) {
    kept.reverse();
    places.reverse();
  }
  const more = found.rows.length > query.count;
  return {
    rows: kept,
    cursors: places.map((place) => encodeCursor(place, query.binding)),
    hasNextPage: query.backward ? start !== null : more,
    hasPreviousPage: query.backward ? more : start !== null,
  };
}

interface Found {
  rows: Row[];
  places: CursorPlace[];
}

class PageReader {
  private readonly scope: ReadScope;
  private readonly entity: EntitySource;
  private readonly shape: Shape;
  private readonly query: PageQuery;

  constructor(scope: ReadScope, shape: Shape, query: PageQuery) {
    this.scope = scope;
    this.entity = shape.entity;
    this.shape = shape;
    this.query = query;
  }

  /** Asks for what lies behind the cursor's values: exact while rows come and go. */
  async seek(start: Cursor | null): Promise<Found> {
    const { query } = this;
    const wanted = query.count + 1;
    const found: Found = { rows: [], places: [] };
    let behind = start?.values ?? null;
    for (;;) {
      const condition = behind ? beyond(query.order, behind, query.backward, this.scope.archiveDates) : null;
      const { rows, exhausted } = await this.read(condition, 0, wanted);
      for (const row of rows) {
        behind = query.order.map((term) => seekValue(row, term));
        if (!this.passes(row)) continue;
        found.rows.push(row);
        found.places.push({ values: behind });
      }
      if (exhausted || found.rows.length >= wanted) return found;
    }
  }

  /** Counts rows where the upstream cannot be asked for what lies behind a text; the row at the cursor is looked for again. */
  async skip(start: Cursor | null): Promise<Found> {
    const { query } = this;
    const wanted = query.count + 1;
    let offset = start ? await this.relocate(start) : 0;
    const seen = new Set([start?.key]);
    const found: Found = { rows: [], places: [] };
    for (;;) {
      const { rows, exhausted } = await this.read(null, offset, wanted);
      for (const row of rows) {
        const key = keyOfRow(row, this.entity) ?? 0;
        offset = row.at + 1;
        if (seen.has(key) || !this.passes(row)) continue;
        seen.add(key);
        found.rows.push(row);
        found.places.push({ offset: row.at, fromEnd: query.backward, key });
      }
      if (exhausted || found.rows.length >= wanted) return found;
    }
  }

  /**
   * The offset behind the cursor's row. Rows before it may have come and gone since, and a server that counts rows
   * which the ticket may not see finds it further on; a row that is gone leaves its old place.
   */
  private async relocate(start: Cursor): Promise<number> {
    const offset = start.offset ?? 0;
    const sameEnd = start.fromEnd === this.query.backward;
    let from = sameEnd ? Math.max(0, offset - DRIFT) : 0;
    const until = sameEnd ? offset + LOOK_AHEAD : EVERY_ROW;
    while (from < until) {
      const { rows, exhausted } = await this.read(null, from, from === 0 || !sameEnd ? LOOK_AHEAD : 2 * DRIFT);
      const row = rows.find((each) => keyOfRow(each, this.entity) === start.key);
      if (row) return row.at + 1;
      from = (rows.at(-1)?.at ?? from) + 1;
      if (exhausted) break;
    }
    return sameEnd ? offset : from;
  }

  private passes(row: Row): boolean {
    return this.query.filter.check === null || this.query.filter.check(row);
  }

  private read(condition: string | null, skip: number, top: number) {
    const { query, entity } = this;
    const request = pageRequest(this.shape, query, condition);
    return readRows(this.scope, { ...request, skip, top }, (row) => keyOfRow(row, entity));
  }
}

/** The archive request of a page, without `$top`. */
export function pageRequest(shape: Shape, query: PageQuery, condition: string | null): Omit<ArchiveRequest, 'top'> {
  const { entity } = shape;
  const columns = new Set([entity.key.column, ...shape.columns, ...query.filter.columns]);
  if (isSeekable(query.order)) for (const term of query.order) columns.add(term.column);
  return {
    provider: entity.provider,
    select: [...columns],
    filter: allOf(query.filter.text, condition, entity.always) || everyRow(entity),
    orderBy: query.order.map((term) => `${term.column} ${term.descending !== query.backward ? 'desc' : 'asc'}`),
    entities: query.filter.entities ?? entity.entities ?? [],
    full: shape.full,
  };
}

/** Some providers refuse to run without a filter, so there always is one. */
const everyRow = (entity: EntitySource): string =>
  entity.keyIsAssociate ? 'getAllRows=true' : `${entity.key.column} gt 0`;

/** Rows without a date come first in the archive's order; they stand at its year one. */
const NO_DATE = Date.parse('0001-01-01T00:00:00Z');

export function seekValue(row: Row, term: OrderTerm): number {
  const value = cellOf(row, term.column);
  if (term.seek === 'int') return Number(value);
  return row.dates.instant(value, 'diary') ?? NO_DATE;
}

/** The condition for what lies behind the given values: `(a > x) or (a = x and key > k)`. */
function beyond(
  order: readonly OrderTerm[],
  values: readonly number[],
  backward: boolean,
  dates: ArchiveDates,
): string {
  const alternatives = order.map((term, index) => {
    const equal = order.slice(0, index).map((earlier, at) => compared(earlier, values[at] as number, 'equal', dates));
    const side = term.descending !== backward ? 'below' : 'above';
    return allOf(...equal, compared(term, values[index] as number, side, dates));
  });
  return alternatives.length === 1
    ? (alternatives[0] as string)
    : `(${alternatives.map((each) => `(${each})`).join(' or ')})`;
}

/** Instants have a grain of a second, and `afterTime` includes its bound (superoffice.md 4.5). */
function compared(term: OrderTerm, value: number, side: 'above' | 'below' | 'equal', dates: ArchiveDates): string {
  const { column } = term;
  if (term.seek === 'int') return `${column} ${{ above: 'gt', below: 'lt', equal: 'eq' }[side]} ${value}`;
  const [at, next] = [dates.literal(value), dates.literal(value + 1_000)];
  if (side === 'above') return `${column} afterTime '${next}'`;
  if (side === 'below') return `${column} beforeTime '${at}'`;
  return `${column} afterTime '${at}' and ${column} beforeTime '${next}'`;
}
