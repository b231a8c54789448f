import type { Batches } from './batches.ts';
import type { RowFilter } from './page.ts';
import type { CrmRecord } from './record.ts';
import type { Shape } from './shape.ts';

/** A record has several of these, so an archive may give or count it once for each. */
const severalOfOne = /(?:^|\/)(?:email|phone)\//;

export const hasSeveral = (column: string): boolean => severalOfOne.test(column);

/**
 * Whether the shape shows the first of several where the filter compares them: a row may then hold the one that was found, so it
 * tells which record to read and no more. Rows that are no records are shown as they come.
 */
export function isNarrowed({ entity, columns }: Shape, { text }: RowFilter): boolean {
  if (text === null || entity.loose) return false;
  for (const column of columns) if (hasSeveral(column) && text.includes(joinOf(column))) return true;
  return false;
}

/** What a column's name begins with: the join that it lies behind. */
const joinOf = (column: string): string => column.slice(0, column.lastIndexOf('/') + 1);

/** Reads the rows of records by their keys, in place of those that a filter has picked. */
export async function readAnew(batches: Batches, shape: Shape, records: readonly CrmRecord[]): Promise<void> {
  const rows = await batches.rows(
    shape,
    records.map((record) => record.key as number),
  );
  for (const record of records) {
    const row = rows.get(record.key as number) ?? null;
    record.row = row instanceof Error ? null : row;
    if (row instanceof Error) record.fail('row', row);
  }
}
