import type { SimulatedCaller } from '../request.ts';
import { defaultColumns } from './default-columns.ts';
import type { ProviderLayout } from './layouts.ts';
import { documentedLayout } from './layouts.ts';
import type { ArchiveOptions } from './options.ts';
import type { ArchiveTable } from './table.ts';
import { archiveTables } from './tables.ts';

/** What an archive shows and where its rows come from. */
export interface ArchiveProvider {
  name: string;
  layout: ProviderLayout;
  /** Absent: the layout is known, but the simulator holds no such records. */
  table: ArchiveTable | undefined;
  /** Column of the primary key. */
  keyColumn: string;
  /** Entities answered where `$entities` is absent. */
  defaultEntities(options: ArchiveOptions): readonly string[];
  /** Columns answered where `$select` is absent. */
  defaultColumns: readonly string[];
  /** All records, in no order; with keys given it may be those alone. */
  records(caller: SimulatedCaller, keys: ReadonlySet<number> | null): Iterable<unknown>;
  /** The entities that hold the record, the first one being that of its row; none: the archive does not show it. */
  entitiesOf(record: unknown, options: ArchiveOptions): readonly string[];
}

/** What a provider is made of; several names may share it. */
export interface ProviderSource<R> {
  names: readonly string[];
  layout: string;
  table: string;
  keyColumn: string;
  defaultEntities?(options: ArchiveOptions): readonly string[];
  records(caller: SimulatedCaller, keys: ReadonlySet<number> | null): Iterable<R>;
  entitiesOf(record: R, options: ArchiveOptions): readonly string[];
}

/** All records of a table, or those of the keys. */
export function byKeys<R>(rows: ReadonlyMap<number, R>, keys: ReadonlySet<number> | null): Iterable<R> {
  if (keys === null) return rows.values();
  return [...keys].map((key) => rows.get(key)).filter((row) => row !== undefined);
}

/** Providers over a table of records `R`, one for each name; what `records` gives is what `entitiesOf` and the table read. */
export function provider<R>(source: ProviderSource<R>, layout = documentedLayout(source.layout)): ArchiveProvider[] {
  const shared: Omit<ArchiveProvider, 'name'> = {
    layout,
    table: archiveTables[source.table],
    keyColumn: source.keyColumn,
    defaultEntities: source.defaultEntities ?? (() => layout.entities.slice(0, 1)),
    defaultColumns: defaultColumns[source.table] ?? rootColumns(layout),
    records: source.records,
    entitiesOf(record: unknown, options) {
      return source.entitiesOf(record as R, options);
    },
  };
  return source.names.map((name) => ({ name, ...shared }));
}

/** The first columns of the provider itself, without those that only restrict. */
export function rootColumns(layout: ProviderLayout): string[] {
  return [...layout.columns.values()]
    .map(({ name }) => name)
    .filter((name) => !name.includes('/') && !/^get(All|No)Rows$|Restriction/.test(name))
    .slice(0, 24);
}
