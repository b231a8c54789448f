import { readFileSync } from 'node:fs';

/** Restriction type of a column (null: cannot be filtered), and whether rows can be ordered by it. */
export type ColumnFacts = readonly [restriction: string | null, sortable: boolean];

interface ProviderFacts {
  readonly entities: readonly string[];
  readonly columns: Readonly<Record<string, ColumnFacts>>;
}

const providers: Readonly<Record<string, ProviderFacts>> = JSON.parse(
  readFileSync(new URL('../upstream/superoffice/archive-columns.json', import.meta.url), 'utf8'),
);

/** What the vendor's reference says of a provider's columns; null for one that it does not list. */
export const providerFacts = (provider: string): ProviderFacts | null => providers[provider] ?? null;

/** Whether a provider offers a column under exactly this name, joins included. */
export const hasColumn = (provider: string, column: string): boolean =>
  providers[provider]?.columns[column] !== undefined;
