import { hash } from 'node:crypto';
import { providerFacts } from './columns.ts';
import type { OffsetPlace } from './cursor.ts';
import type { OrderTerm } from './page.ts';
import { cellOf, type Row } from './row.ts';
import { keyOfRow } from './rows.ts';
import { hasSeveral } from './several.ts';
import type { EntitySource } from './sources.ts';

/** Types whose values say the same in every language and in both kinds of rows. */
const steady: ReadonlySet<string | null> = new Set(
  'string stringorPK positiveString date datetime int decimal bool'.split(' '),
);

/** The columns of an order that tell whether a row has moved by a change of its own. Keys never change. */
export function markColumns({ provider }: EntitySource, order: readonly OrderTerm[]): string[] {
  const columns = providerFacts(provider)?.columns;
  const isMark = ({ column, seek }: OrderTerm) =>
    seek !== 'int' && !hasSeveral(column) && steady.has(columns?.get(column)?.[0] ?? null);
  return order.filter(isMark).map(({ column }) => column);
}

/** What an order goes by in a row, as a number that fits into a cursor. */
export function markOf(row: Row, columns: readonly string[]): number {
  if (columns.length === 0) return 0;
  const values = columns.map((column) => cellOf(row, column) ?? null);
  return Number.parseInt(hash('sha256', JSON.stringify(values), 'hex').slice(0, 8), 16);
}

/** How a counted row is found again: by its place, by its key, and by the row ahead of it; `columns` are those of the marks. */
export function countedPlace(
  { row, ahead, offset, fromEnd }: { row: Row; ahead: Row | undefined; offset: number; fromEnd: boolean },
  entity: EntitySource,
  columns: readonly string[],
): OffsetPlace {
  return {
    offset,
    fromEnd,
    key: keyOfRow(row, entity) ?? 0,
    previous: (ahead && keyOfRow(ahead, entity)) ?? 0,
    mark: markOf(row, columns),
    previousMark: ahead ? markOf(ahead, columns) : 0,
  };
}
