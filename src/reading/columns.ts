import { readFileSync } from 'node:fs';

/** Restriction type of a column (null: cannot be filtered), and whether rows can be ordered by it. */
export type ColumnFacts = readonly [restriction: string | null, sortable: boolean];

interface ProviderFacts {
  readonly entities: readonly string[];
  /** By exact name, joins included. */
  readonly columns: ReadonlyMap<string, ColumnFacts>;
}

interface ProviderTable {
  entities: readonly string[];
  columns: Readonly<Record<string, ColumnFacts>>;
}

const table: Readonly<Record<string, ProviderTable>> = JSON.parse(
  readFileSync(new URL('../upstream/superoffice/archive-columns.json', import.meta.url), 'utf8'),
);
// Maps: names may come from clients, and must find nothing that the table does not hold.
const providers: ReadonlyMap<string, ProviderFacts> = new Map(
  Object.entries(table).map(([name, { entities, columns }]) => [
    name,
    { entities, columns: new Map(Object.entries(columns)) },
  ]),
);

/** What the vendor's reference says of a provider's columns; null for one that it does not list. */
export const providerFacts = (provider: string): ProviderFacts | null => providers.get(provider) ?? null;

/** Whether a provider offers a column under exactly this name, joins included. */
export const hasColumn = (provider: string, column: string): boolean =>
  providers.get(provider)?.columns.has(column) === true;
