import { createHash } from 'node:crypto';
import { type ColumnFacts, providerFacts } from '../../reading/columns.ts';
import type { OrderTerm } from '../../reading/page.ts';
import { Refusal } from '../../reading/refusal.ts';
import type { Row } from '../../reading/row.ts';
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

/** Whether the vendor's reference lists a provider with all of these columns, so that the tenant need not be asked. */
export function isDocumented(provider: string, columns: readonly string[]): boolean {
  const facts = providerFacts(provider);
  return facts !== null && columns.every((column) => facts.columns.has(column));
}

/** The provider as the reference lists it, and as the tenant describes it where the reference lacks a name. */
export async function archiveLayout(
  superoffice: SuperOffice,
  provider: string,
  columns: readonly string[],
): Promise<ArchiveLayout> {
  const facts = providerFacts(provider);
  const described = isDocumented(provider, columns) ? null : await describedColumns(superoffice, provider);
  return {
    provider,
    entities: facts?.entities ?? null,
    column: (name) => facts?.columns.get(name) ?? described?.get(name),
  };
}

async function describedColumns(superoffice: SuperOffice, provider: string): Promise<ReadonlyMap<string, ColumnFacts>> {
  // What a user may see of a provider may depend on his rights, so the description is kept for his ticket alone.
  const wires = await superoffice
    .reference<ArchiveColumnWire[]>(`Archive/${provider}/$metadata`, 'ticket')
    .catch((error) => {
      if (error instanceof UpstreamError && error.kind === 'invalid') return null;
      throw error;
    });
  if (wires === null) throw new Refusal('BAD_USER_INPUT', `SuperOffice has no archive provider \`${provider}\`.`);
  if (!Array.isArray(wires)) throw new UpstreamError('superoffice', 'malformed');
  return new Map(
    wires.map(({ Name, CanOrderBy, CanRestrictBy, RestrictionType }) => [
      Name ?? '',
      [(CanRestrictBy && RestrictionType) || null, CanOrderBy === true],
    ]),
  );
}

/** Orders that no two rows share, where the name of the entity does not lead to the key. */
const orders: Readonly<Record<string, readonly string[]>> = {
  ForeignKeys: ['keyId'],
  UserPreferences: ['userpreferenceId'],
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
 * The order that every order of a provider ends in: its key, where it has one. An archive of several kinds of rows has a key for
 * each kind, which decide together. Empty where the provider cannot be ordered by anything that decides.
 */
export function lastOrder(layout: ArchiveLayout): OrderTerm[] {
  const names = (orders[layout.provider] ?? keysByName(layout)).filter((name) => layout.column(name)?.[1]);
  const isKey = names.length === 1 && layout.column(names[0] as string)?.[0] === 'int';
  return names.map((column) => ({ column, descending: false, seek: isKey ? 'int' : 'none' }));
}

/** What a row stands for: its primary key among rows of its kind; a row that has none stands for its place. */
function identify(row: Row): number {
  const { primaryKey } = row;
  if (primaryKey === undefined || primaryKey === null || primaryKey === '' || String(primaryKey) === '0')
    return -1 - row.at;
  const name = JSON.stringify([(row.cells as Record<string, unknown>).EntityName ?? '', String(primaryKey)]);
  return createHash('sha256').update(name).digest().readUIntBE(0, 6);
}

/** Rows of a provider with these columns and nothing else. */
export function archiveShape(provider: string, columns: readonly string[], entities: readonly string[]): Shape {
  const column = columns[0] as string;
  const shape = newShape({
    type: 'Archive',
    key: { field: column, column, member: column },
    provider,
    path: null,
    simpleList: null,
    entities,
    loose: { identify, everyRow: 'getAllRows=true' },
    fields: {},
  });
  for (const each of columns) shape.columns.add(each);
  return shape;
}
