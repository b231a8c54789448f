import { slimValue } from './cells.ts';
import type { ArchiveRow, BoundColumn, ColumnBinder } from './columns.ts';
import type { OrderItem } from './query.ts';
import { ArchiveRefusal } from './refusal.ts';
import type { ArchiveContext, ArchiveTable } from './table.ts';

type SortKey = number | string;
type Sorter = { keyOf: (row: ArchiveRow) => SortKey; descending: boolean };

/** Binds the columns of an order; one that cannot be sorted by is refused. */
export function bindOrder(orderBy: readonly OrderItem[], binder: ColumnBinder, context: ArchiveContext): Sorter[] {
  return orderBy.map(({ column: name, descending }) => {
    const column = binder.bind(name);
    if (!column.info.sortable) throw new ArchiveRefusal(`'${column.name}' cannot be sorted by`, 'SoException');
    return { keyOf: sortKey(column, context), descending };
  });
}

/** The rows in order. Where the order does not decide, the key or (by option) nothing that a client could rely on does. */
export function sortRows(
  rows: readonly ArchiveRow[],
  sorters: readonly Sorter[],
  table: ArchiveTable | undefined,
  context: ArchiveContext,
): ArchiveRow[] {
  const { collation, undecidedOrder } = context.caller.options.archive;
  const collator = new Intl.Collator(collation, { sensitivity: 'accent' });
  const lastKey = (row: ArchiveRow) => {
    const id = table?.id(row.record) ?? 0;
    return undecidedOrder === 'key' ? id : Math.imul(id + 1, 0x9e3779b1) >>> 0;
  };
  const keyed = rows.map((row) => ({ row, keys: sorters.map(({ keyOf }) => keyOf(row)), last: lastKey(row) }));
  keyed.sort((a, b) => {
    for (const [index, { descending }] of sorters.entries()) {
      const order = compare(a.keys[index] ?? 0, b.keys[index] ?? 0, collator);
      if (order !== 0) return descending ? -order : order;
    }
    return a.last - b.last;
  });
  return keyed.map(({ row }) => row);
}

function compare(a: SortKey, b: SortKey, collator: Intl.Collator): number {
  if (typeof a === 'number' && typeof b === 'number') return a < b ? -1 : a > b ? 1 : 0;
  return collator.compare(String(a), String(b));
}

function sortKey(column: BoundColumn, context: ArchiveContext): (row: ArchiveRow) => SortKey {
  const { options } = context.caller;
  switch (column.kind) {
    case 'list':
      return options.archive.listOrder === 'rank' && column.list !== null
        ? (row) => context.item(column.list ?? '', numberOf(column.read(row)))?.rank ?? 0
        : (row) => String(slimValue(column, column.read(row), context));
    case 'text':
    case 'raw':
    case 'associate':
    case 'day':
    case 'clock':
    case 'ids':
      return (row) => String(slimValue(column, column.read(row), context));
    case 'key':
      return options.archive.keyOrder === 'name'
        ? (row) => nameOf(column.target, numberOf(column.read(row)), context)
        : (row) => numberOf(column.read(row));
    case 'bool':
      return (row) => (column.read(row) === true ? 1 : 0);
    case 'endDay':
      // Sorted as it is shown: entries that end on one day are equal.
      return (row) => String(slimValue(column, column.read(row), context));
    case 'diary':
    case 'stamp':
    case 'local': {
      // Nothing stored is year 1.
      return (row) => numberOf(column.read(row), Number.NEGATIVE_INFINITY);
    }
    default:
      return (row) => numberOf(column.read(row));
  }
}

function numberOf(value: unknown, none = 0): number {
  return typeof value === 'number' ? value : none;
}

function nameOf(target: string | null, id: number, { caller }: ArchiveContext): string {
  if (target === 'contact') return caller.world.contacts.get(id)?.name ?? '';
  const person = target === 'person' ? caller.world.persons.get(id) : undefined;
  return person === undefined ? '' : `${person.firstname} ${person.lastname}`;
}
