import { hash } from 'node:crypto';
import { type ColumnFacts, providerFacts } from '../../reading/columns.ts';
import type { OrderTerm } from '../../reading/page.ts';
import { Refusal } from '../../reading/refusal.ts';
import { Column, type Row } from '../../reading/row.ts';
import { newShape, type Shape } from '../../reading/shape.ts';
import { UpstreamError } from '../../upstream/errors.ts';
import type { SuperOffice } from '../../upstream/superoffice/client.ts';
import type { ArchiveColumnWire } from './archive.wire.ts';

/** A provider and those of its columns that a question names. */
export interface ArchiveLayout {
  provider: string;
  /** Kinds of rows; null: nothing says which there are. */
  entities: readonly string[] | null;
  column(name: string): ColumnFacts | undefined;
}

/** Whether the vendor's reference lists a provider with all of these columns. */
function isDocumented(provider: string, columns: readonly string[]): boolean {
  const facts = providerFacts(provider);
  return facts !== null && columns.every((column) => facts.columns.has(column));
}

/** Requests that it takes at most to learn about a provider and its columns. */
export function requestsToLearn(provider: string, columns: readonly string[]): number {
  if (isDocumented(provider, columns)) return 0;
  return providerFacts(provider) ? 1 : 2;
}

/** The provider as the reference lists it, and as the tenant describes it where the reference lacks a name. */
export async function archiveLayout(
  superoffice: SuperOffice,
  provider: string,
  columns: readonly string[],
): Promise<ArchiveLayout> {
  const facts = providerFacts(provider);
  if (!facts) await checkOffered(superoffice, provider);
  const described = isDocumented(provider, columns) ? null : await describedColumns(superoffice, provider);
  return {
    provider,
    entities: facts?.entities ?? null,
    column: (name) => facts?.columns.get(name) ?? described?.get(name),
  };
}

/**
 * Refuses a provider that the tenant does not offer. Its description would be refused as a server fault, and enough of
 * those make a tenant count as down.
 */
async function checkOffered(superoffice: SuperOffice, provider: string): Promise<void> {
  const names = await superoffice.reference<Readonly<Record<string, unknown>>>('Archive', 'ticket');
  if (names && !Object.hasOwn(names, provider) && !Object.values(names).includes(provider)) throw unknown(provider);
}

const unknown = (provider: string) =>
  new Refusal('BAD_USER_INPUT', `SuperOffice has no archive provider \`${provider}\`.`);

/** What a user may see of a provider may depend on his rights, so its description is kept for his ticket alone. */
async function describedColumns(superoffice: SuperOffice, provider: string): Promise<ReadonlyMap<string, ColumnFacts>> {
  const wires = await superoffice.reference<(ArchiveColumnWire | null)[]>(`Archive/${provider}/$metadata`, 'ticket');
  if (wires === null) throw unknown(provider);
  if (!Array.isArray(wires)) throw new UpstreamError('superoffice', 'malformed');
  return new Map(
    // What is no column is left out.
    wires.flatMap((wire): [string, ColumnFacts][] => {
      if (!wire?.Name) return [];
      const { Name, CanOrderBy, CanRestrictBy, RestrictionType } = wire;
      return [[Name, [(CanRestrictBy && RestrictionType) || null, CanOrderBy === true]]];
    }),
  );
}

/** How the rows of a provider are told apart, and the order that every order of it ends in. */
export interface RowOrder {
  /** Rows have primary keys of their own; where not, a row is known by its place alone. */
  isKeyed: boolean;
  terms: OrderTerm[];
}

/** Keys that the names of the entities do not lead to. */
const keys: Readonly<Record<string, readonly string[]>> = {
  ForeignKeys: ['keyId'],
  UserPreferences: ['userpreferenceId'],
};

/** What decides best between rows of providers that have no column with their key. */
const orders: Readonly<Record<string, readonly string[]>> = {
  TimeZones: ['timeZone'],
  Participants: ['fullName'],
  SelectionMemberStatic: ['targetTableNumber', 'targetRecordId'],
  TicketMessage: ['createdAt', 'messageId'],
};

/** Columns of keys that a provider may have by its entities, or by its name without what says how it searches. */
function keysByName({ provider, entities }: ArchiveLayout): string[] {
  if (/Users$/.test(provider)) return ['associateDbId'];
  const named = provider.replace(/^(?:Find|Simple|Recycle|Diary)(?=[A-Z])/, '');
  const kinds = entities ?? [named.charAt(0).toLowerCase() + named.slice(1)];
  return kinds.map((kind) => `${kind}Id`);
}

/**
 * The key of a provider, where it has one that it can be ordered by. An archive of several kinds of rows has a key for each
 * kind, and they decide together. Without a key there may still be an order; of some archives not even that.
 */
export function rowOrder(layout: ArchiveLayout): RowOrder {
  const sortable = (names: readonly string[]) => names.filter((name) => layout.column(name)?.[1]);
  const keyed = sortable(keys[layout.provider] ?? keysByName(layout));
  const names = keyed.length > 0 ? keyed : sortable(orders[layout.provider] ?? []);
  const isOneNumber = keyed.length === 1 && layout.column(keyed[0] as string)?.[0] === 'int';
  const seek = isOneNumber ? 'int' : 'none';
  return { isKeyed: keyed.length > 0, terms: names.map((column) => ({ column, descending: false, seek })) };
}

const place = (row: Row): number => -1 - row.at;

/** The primary key of a row among those of its kind, as a number that fits into a cursor. */
function primaryKey(row: Row): number {
  const { primaryKey: key, entityName } = row;
  if (key === undefined || key === null || key === '' || String(key) === '0') return place(row);
  const name = JSON.stringify([entityName ?? '', String(key)]);
  return hash('sha256', name, 'buffer').readUIntBE(0, 6);
}

/** Rows of a provider with these columns and nothing else. */
export function archiveShape(
  provider: string,
  columns: readonly string[],
  entities: readonly string[],
  { isKeyed }: RowOrder,
): Shape {
  const column = columns[0] as string;
  const shape = newShape({
    type: 'Archive',
    key: { field: column, column, member: column },
    keyColumn: new Column(column),
    provider,
    path: null,
    simpleList: null,
    entities,
    loose: { identify: isKeyed ? primaryKey : place, everyRow: 'getAllRows=true' },
    fields: {},
  });
  for (const each of columns) shape.columns.add(each);
  return shape;
}
