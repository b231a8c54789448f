import type { Total } from './count.ts';
import type { PageRead } from './page.ts';
import { CrmRecord } from './record.ts';
import type { Row } from './row.ts';
import { keyOfRow } from './rows.ts';
import type { Shape } from './shape.ts';

/** A page with its records, ready to be completed without waiting. */
export interface Connection {
  page: PageRead;
  records: CrmRecord[];
  /** The same records at other places of the answer, where other things are asked of them; null: at none. */
  places: ReadonlyMap<string, readonly CrmRecord[]> | null;
  /** The number of all records of the list, however many pages it has. */
  total: Total;
}

export const noPage: PageRead = { rows: [], cursorAt: () => '', hasNextPage: false, hasPreviousPage: false };

export const listOf = (shape: Shape, page: PageRead, total: Total): Connection => ({
  ...{ page, total, places: null },
  records: page.rows.map((row) => recordOf(shape, row)),
});

export function recordOf(shape: Shape, row: Row): CrmRecord {
  const record = new CrmRecord(shape, keyOfRow(row, shape.entity));
  record.row = row;
  return record;
}

/** The records of a list as each of its other places needs them: they lie in the same rows. */
export function standing(shape: Shape, records: readonly CrmRecord[]): Map<string, CrmRecord[]> {
  const found = new Map<string, CrmRecord[]>();
  for (const { names, shape: inner } of shape.places ?? []) {
    const there = records.map((record) => sameAs(record, inner));
    for (const name of names) found.set(name, there);
  }
  return found;
}

function sameAs(record: CrmRecord, shape: Shape): CrmRecord {
  const same = new CrmRecord(shape, record.key);
  same.row = record.row;
  const lost = record.beyond.failures?.get('row');
  if (lost) same.fail('row', lost);
  return same;
}
