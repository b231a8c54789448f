import documented from '../../upstream/superoffice/archive-columns.json' with { type: 'json' };

/** A column as the vendor's reference lists it. */
export interface ColumnInfo {
  name: string;
  /** Its restriction type; null: it cannot be filtered by. */
  type: string | null;
  sortable: boolean;
}

/** What a provider offers, whether or not there is data behind it. */
export interface ProviderLayout {
  entities: readonly string[];
  /** By name in lower case, in the order of the reference. */
  columns: ReadonlyMap<string, ColumnInfo>;
  /** Prefixes that occur, in lower case, without the last slash; `` is the provider itself. */
  prefixes: ReadonlySet<string>;
}

type DocumentedColumns = Record<string, readonly (string | boolean | null)[]>;
const reference: Record<string, { entities: string[]; columns: DocumentedColumns }> = documented;
const built = new Map<string, ProviderLayout>();

/** Names of the providers whose columns the reference lists. */
export const documentedProviders: readonly string[] = Object.keys(reference);

/** The layout of a documented provider. */
export function documentedLayout(name: string): ProviderLayout {
  let layout = built.get(name);
  if (layout === undefined) {
    const source = reference[name] ?? { entities: [], columns: {} };
    layout = buildLayout(
      source.entities,
      Object.entries(source.columns).map(([column, [type, sortable]]) => ({
        name: column,
        type: typeof type === 'string' ? type : null,
        sortable: sortable === true,
      })),
    );
    built.set(name, layout);
  }
  return layout;
}

/** A layout of the columns given. */
export function buildLayout(entities: readonly string[], columns: readonly ColumnInfo[]): ProviderLayout {
  return {
    entities,
    columns: new Map(columns.map((column) => [column.name.toLowerCase(), column])),
    prefixes: new Set(columns.map(({ name }) => name.slice(0, Math.max(0, name.lastIndexOf('/'))).toLowerCase())),
  };
}

/** The prefix of a column in lower case, and the rest; a column without slash has none. */
export function splitPrefix(column: string): { prefix: string; rest: string } {
  const slash = column.lastIndexOf('/');
  return { prefix: column.slice(0, Math.max(0, slash)).toLowerCase(), rest: column.slice(slash + 1) };
}
