import { UpstreamError } from '../upstream/errors.ts';
import type { ArchivePage, ArchiveRequest } from '../upstream/superoffice/client.ts';
import { Table } from '../upstream/superoffice/table.ts';
import { withoutGoneFields } from './custom.ts';
import { asKey, asWhole, idOf, ParsedRow, type Row, TableRow, wholeOf } from './row.ts';
import type { ReadScope } from './scope.ts';
import type { EntitySource } from './sources.ts';

/** Room for the filter in a request line that every server on the way takes. */
const MAX_FILTER_CHARS = 4_000;
/** Of the largest id, with the comma behind it. */
const MAX_ID_CHARS = 11;

/** Tells rows apart; 0: the row is of no record. null: it does not say which it is. */
type Identify = (row: Row) => number | string | null;

/** Distinct rows in their order, and whether the archive has no more behind them. */
export interface RowsRead {
  rows: Row[];
  exhausted: boolean;
}

/** The record that a row stands for; 0 where it says that it is of none, null where it cannot be read. */
export function keyOfRow(row: Row, entity: EntitySource): number | null {
  if (row.key === undefined) row.key = readKey(row, entity);
  return row.key;
}

function readKey(row: Row, entity: EntitySource): number | null {
  if (entity.loose) return entity.loose.identify(row);
  const key = entity.keyIsAssociate ? idOf(row, entity.keyColumn) : wholeOf(row, entity.keyColumn);
  return asKey(key) ?? asKey(row.primaryKey) ?? (key === 0 || asWhole(row.primaryKey) === 0 ? 0 : null);
}

/**
 * Rows of an archive until `top` different ones are there or it has no more. A server may give fewer rows at a time
 * than asked for and a link to the next, and joins may give one record several rows: the first row of each counts.
 */
export function readRows(scope: ReadScope, wanted: ArchiveRequest, identify: Identify): Promise<RowsRead> {
  const walked = (request: ArchiveRequest, first: ArchivePage) => new Walk(scope, request, identify).from(first);
  return scope.superoffice.archive(wanted).then(
    (first) => walked(wanted, first),
    async (error: unknown) => {
      const select = await withoutGoneFields(wanted.select, error, scope.layouts);
      if (!select) throw error;
      const request = { ...wanted, select };
      return walked(request, await scope.superoffice.archive(request));
    },
  );
}

/** The different rows that the answers to one question have brought so far, and how to ask for more. */
class Walk {
  private readonly rows: Row[] = [];
  /** What tells these apart; null as long as their keys rise, since none comes twice then. */
  private keys: Set<number | string> | null = null;
  private last = Number.NEGATIVE_INFINITY;
  private readonly scope: ReadScope;
  private readonly request: ArchiveRequest;
  private readonly identify: Identify;
  private skip: number;
  /** Rows since the last request with a `$skip` of its own. */
  private taken = 0;
  /** The links that have been followed. Mostly there is none. */
  private followed: Set<string> | null = null;

  constructor(scope: ReadScope, request: ArchiveRequest, identify: Identify) {
    this.scope = scope;
    this.request = request;
    this.identify = identify;
    this.skip = request.skip ?? 0;
  }

  /** Takes this answer and those behind it, as long as rows are wanted. */
  from(page: ArchivePage): RowsRead | Promise<RowsRead> {
    this.take(page.rows);
    const { top } = this.request;
    if (this.rows.length >= top) return { rows: this.rows.slice(0, top), exhausted: false };
    // Mostly that was all.
    if (page.nextLink === null && this.taken < top) return this.all();
    return this.after(page).then((next) => (next ? this.from(next) : this.all()));
  }

  private all(): RowsRead {
    return { rows: this.rows, exhausted: true };
  }

  private take(rows: ArchivePage['rows']): void {
    const { archiveDates } = this.scope;
    if (rows instanceof Table)
      for (let index = 0; index < rows.length; index += 1) this.add(new TableRow(rows, index, archiveDates));
    else for (const row of rows) this.add(new ParsedRow(row, archiveDates));
    this.taken += rows.length;
  }

  private add(row: Row): void {
    row.at = this.skip++;
    const key = this.identify(row);
    // Left out, it would be missing from rows that look whole.
    if (key === null) throw new UpstreamError('superoffice', 'malformed');
    if (key !== 0 && this.isNew(key)) this.rows.push(row);
  }

  private isNew(key: number | string): boolean {
    if (!this.keys && typeof key === 'number' && key > this.last) {
      this.last = key;
      return true;
    }
    this.keys ??= new Set(this.rows.map(this.identify) as (number | string)[]);
    const known = this.keys.size;
    return this.keys.add(key).size > known;
  }

  /** The next answer: behind the link where there is one that can be followed, else by the rows to skip. Null at the end. */
  private async after({ nextLink }: ArchivePage): Promise<ArchivePage | null> {
    const { superoffice } = this.scope;
    // Links that lead in a circle would be followed until the operation may ask no more.
    if (nextLink !== null && this.followed?.has(nextLink)) throw new UpstreamError('superoffice', 'malformed');
    let page = nextLink === null ? null : await superoffice.next(this.request, nextLink);
    if (page && nextLink !== null) this.followed = (this.followed ?? new Set()).add(nextLink);
    if (!page && (nextLink !== null || this.taken >= this.request.top)) {
      // No row has come since the same was asked, so the answer would be the same, too.
      if (this.taken === 0) throw new UpstreamError('superoffice', 'malformed');
      page = await superoffice.archive({ ...this.request, skip: this.skip });
      this.taken = 0;
    }
    return page?.rows.length === 0 && page.nextLink === null ? null : page;
  }
}

/** Joins conditions with `and`; what may hold an `or` is put into parentheses. */
export function allOf(...conditions: (string | null | undefined)[]): string {
  let all = '';
  for (const each of conditions) if (each) all = all ? `${all} and ${each}` : each;
  return all;
}

/** The condition for a set of ids, by the type of the column. */
export function idsCondition(
  column: string,
  ids: readonly number[],
  operator: 'in' | 'oneOf' | 'associateIsOneOf',
): string {
  return `${column} ${operator} (${ids.join(',')})`;
}

/** Whether each key is larger than the one ahead of it. Mostly they are, and none can come twice then. */
export function areRising(keys: readonly number[]): boolean {
  for (let index = 1; index < keys.length; index += 1)
    if ((keys[index] as number) <= (keys[index - 1] as number)) return false;
  return true;
}

/** Keys in their order, without those that have come before. */
export const eachOnce = (keys: readonly number[]): readonly number[] => (areRising(keys) ? keys : [...new Set(keys)]);

/** Ids in chunks whose condition fits into a request line. */
export function chunked(ids: readonly number[]): (readonly number[])[] {
  if (ids.length > 0 && ids.length * MAX_ID_CHARS <= MAX_FILTER_CHARS) return [ids];
  const chunks: number[][] = [];
  let room = 0;
  for (const id of ids) {
    const length = String(id).length + 1;
    if (chunks.length === 0 || room < length) {
      chunks.push([]);
      room = MAX_FILTER_CHARS;
    }
    chunks.at(-1)?.push(id);
    room -= length;
  }
  return chunks;
}
