import { UpstreamError } from '../upstream/errors.ts';
import type { ArchiveRequest } from '../upstream/superoffice/client.ts';
import { type CursorPlace, decodeOffset, decodeSeek, encodeCursor, type OffsetPlace } from './cursor.ts';
import { countedPlace, markColumns, markOf } from './marks.ts';
import { type CountedRow, countRows, countsFromEnd, type Steps } from './offsets.ts';
import { type ArchiveDates, asKey, cellOf, type Row } from './row.ts';
import { allOf, keyOfRow, type RowsRead, readRows } from './rows.ts';
import type { ReadScope } from './scope.ts';
import { isNarrowed } from './several.ts';
import { columnsWith, type Shape } from './shape.ts';
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
  /** The record whose children these are; empty: the list is of all. */
  parent: string;
  /** What a cursor is bound to: type, filter, order, and the parent. Worked out when there is a cursor. */
  bind(parent: string): string;
}

export interface PageRead {
  rows: Row[];
  /** The cursor of a row by its place in the page. Made when it is asked for: most clients take one of a whole page. */
  cursorAt(index: number): string;
  hasNextPage: boolean;
  hasPreviousPage: boolean;
}

export const isSeekable = (order: readonly OrderTerm[]): boolean =>
  order.length > 0 && order.every((term) => term.seek !== 'none');

/** Raises `BAD_CURSOR` where the page of a list, of all or of this parent, would begin at a cursor that is none of its own. */
export function checkCursor({ cursor, order, bind }: Pick<PageQuery, 'cursor' | 'order' | 'bind'>, parent = ''): void {
  if (cursor === null) return;
  if (isSeekable(order)) decodeSeek(cursor, bind(parent), order.length);
  else decodeOffset(cursor, bind(parent));
}

/** The rows of a page, in the order asked for, exact also where rows are filtered here or the page starts at a cursor. */
export function readPage(scope: ReadScope, shape: Shape, query: PageQuery): Promise<PageRead> {
  const reading = isSeekable(query.order) ? seek(scope, shape, query) : count(scope, shape, query);
  return reading.then((found) => pageOf(found, query));
}

/** The page that rows make up, of which one more than it has tells that the list goes on. */
export function pageOf({ rows: found, placeOf }: Found, query: PageQuery): PageRead {
  const kept = found.slice(0, query.count);
  if (query.backward) kept.reverse();
  const isStarted = query.cursor !== null;
  const more = found.length > query.count;
  return {
    rows: kept,
    cursorAt: (index) => encodeCursor(placeOf(kept[index] as Row), query.bind(query.parent)),
    hasNextPage: query.backward ? isStarted : more,
    hasPreviousPage: query.backward ? more : isStarted,
  };
}

/** Rows of a list, nearest to its cursor first, and how each is found again. */
interface Found {
  readonly rows: Row[];
  readonly placeOf: (row: Row) => CursorPlace;
}

const passes = ({ filter }: PageQuery, row: Row): boolean => filter.check === null || filter.check(row);

/**
 * One row more than the page has. Where rows are decided here that may not do, and how many more have to be looked at does not depend on
 * the size of the page: the upstream's superset may be large.
 */
export function stepsOf({ count, filter }: PageQuery): Steps {
  return { wanted: count + 1, after: filter.check === null ? same : larger };
}

const same = (step: number): number => step;
const larger = (step: number): number => (step < 200 ? 200 : 1_000);

/** Asks for what lies behind the cursor's values: exact while rows come and go. */
async function seek(scope: ReadScope, shape: Shape, query: PageQuery): Promise<Found> {
  const { cursor, order, filter } = query;
  const valuesOf = (row: Row) => order.map((term) => seekValue(row, term, scope.archiveDates));
  const { wanted, after } = stepsOf(query);
  let step = wanted;
  let found: Row[] = [];
  let behind = cursor === null ? null : decodeSeek(cursor, query.bind(query.parent), order.length).values;
  while (!filter.isEmpty) {
    const condition = behind ? beyond(order, behind, query.backward, scope.archiveDates) : null;
    const { rows, exhausted } = await read(scope, shape, query, condition, 0, step);
    const passed = filter.check === null ? rows : rows.filter(filter.check);
    found = found.length === 0 ? passed : [...found, ...passed];
    if (exhausted || found.length >= wanted) break;
    behind = valuesOf(rows.at(-1) as Row);
    step = after(step);
  }
  return { rows: found, placeOf: (row) => ({ values: valuesOf(row) }) };
}

/** Counts rows where the upstream cannot be asked for what lies behind a text. */
async function count(scope: ReadScope, shape: Shape, query: PageQuery): Promise<Found> {
  const start: OffsetPlace | null = query.cursor === null ? null : decodeOffset(query.cursor, query.bind(query.parent));
  const places = new Map<Row, CountedRow>();
  const marks = markColumns(shape.entity, query.order);
  const counted = {
    start,
    backward: query.backward,
    ...stepsOf(query),
    passes: (row: Row) => passes(query, row),
    markOf: (row: Row) => markOf(row, marks),
  };
  const fromEnd = countsFromEnd(counted);
  if (!query.filter.isEmpty) {
    const direction = { ...query, backward: fromEnd };
    const rows = await countRows(
      (skip, top) => read(scope, shape, direction, null, skip, top),
      (row) => keyOfRow(row, shape.entity),
      counted,
    );
    for (const each of rows) places.set(each.row, each);
  }
  const placeOf = (row: Row) =>
    countedPlace({ row, ahead: places.get(row)?.ahead, offset: row.at, fromEnd }, shape.entity, marks);
  return { rows: [...places.keys()], placeOf };
}

function read(
  scope: ReadScope,
  shape: Shape,
  query: PageQuery,
  condition: string | null,
  skip: number,
  top: number,
): Promise<RowsRead> {
  return readRows(scope, { ...pageRequest(shape, query, condition), skip, top }, (row) => keyOfRow(row, shape.entity));
}

/** The archive request of a page, without `$top`; with more columns where something else is to be read from its rows. */
export function pageRequest(
  shape: Shape,
  query: PageQuery,
  condition: string | null,
  more: readonly string[] = [],
): Omit<ArchiveRequest, 'top'> {
  const { entity } = shape;
  const sought = isSeekable(query.order) ? query.order.map(({ column }) => column) : markColumns(entity, query.order);
  const beside = [...query.filter.columns, ...sought, ...more];
  return {
    provider: entity.provider,
    select: isNarrowed(shape, query.filter)
      ? [...new Set([entity.key.column, ...beside])]
      : columnsWith(shape, entity.key.column, beside),
    filter: filterOf(entity, query.filter.text, condition),
    orderBy: query.order.map((term) => `${term.column} ${term.descending !== query.backward ? 'desc' : 'asc'}`),
    entities: query.filter.entities ?? entity.entities ?? [],
    full: shape.full,
  };
}

/** Conditions as one filter. Some providers refuse to run without a filter, so there always is one. */
export const filterOf = (entity: EntitySource, ...conditions: (string | null)[]): string =>
  allOf(...conditions, entity.always) || everyRow(entity);

function everyRow({ loose, keyIsAssociate, key }: EntitySource): string {
  if (loose) return loose.everyRow;
  return keyIsAssociate ? 'getAllRows=true' : `${key.column} gt 0`;
}

/** Cells without a text stand at the archive's year one. */
const NO_TEXT = Date.parse('0001-01-01T00:00:00Z');

/** What the archive orders a row by: of a date its text, also where that says that there is none. */
export function seekValue(row: Row, term: OrderTerm, dates: ArchiveDates): number {
  const value = cellOf(row, term.column);
  if (term.seek !== 'int') return dates.written(value) ?? NO_TEXT;
  // Numbers are sought of keys alone. From what is none a list would go on elsewhere, such as at its beginning.
  const key = asKey(value) ?? asKey(row.primaryKey);
  if (key === null) throw new UpstreamError('superoffice', 'malformed');
  return key;
}

/** The condition for what lies behind the given values: `(a > x) or (a = x and key > k)`. */
export function beyond(
  order: readonly OrderTerm[],
  values: readonly number[],
  backward: boolean,
  dates: ArchiveDates,
): string {
  const alternatives: string[] = [];
  for (const [index, term] of order.entries()) {
    const side = term.descending !== backward ? 'below' : 'above';
    const behind = compared(term, values[index] as number, side, dates);
    const equal = order.slice(0, index).map((earlier, at) => compared(earlier, values[at] as number, 'equal', dates));
    if (behind !== null) alternatives.push(allOf(...equal, behind));
  }
  return alternatives.length === 1
    ? (alternatives[0] as string)
    : `(${alternatives.map((each) => `(${each})`).join(' or ')})`;
}

/** Instants have a grain of a second, and `afterTime` includes its bound (superoffice.md 4.5). Null: no value is there. */
function compared(
  term: OrderTerm,
  value: number,
  side: 'above' | 'below' | 'equal',
  dates: ArchiveDates,
): string | null {
  const { column } = term;
  if (term.seek === 'int') return `${column} ${{ above: 'gt', below: 'lt', equal: 'eq' }[side]} ${value}`;
  const from = `${column} afterTime '${dates.literal(value)}'`;
  if (side === 'below') return `${column} beforeTime '${dates.literal(value)}'`;
  const next = dates.literal(value + 1_000);
  // Behind the last second of the year 9999, an open end, there is none and no text for it.
  const isLast = next.startsWith('+');
  if (side === 'above') return isLast ? null : `${column} afterTime '${next}'`;
  return isLast ? from : `${from} and ${column} beforeTime '${next}'`;
}
