import type { ChangeEvent, ChangeKind } from '../../events/bus.ts';
import { allFollowed, type Followed } from '../../reading/followed.ts';
import type { WebhookEventWire } from './webhook.wire.ts';

/** The verbs that are told to subscribers. All others are about what the graph does not show. */
const kinds: Readonly<Record<string, ChangeKind>> = {
  created: 'CREATED',
  changed: 'CHANGED',
  deleted: 'DELETED',
  softdeleted: 'DELETED',
};

/** The events to register for. Activities have no recycle bin (10.2). */
export function wantedEvents(): string[] {
  return allFollowed().flatMap(({ wireName }) =>
    Object.keys(kinds)
      .filter((verb) => verb !== 'softdeleted' || wireName !== 'activity')
      .map((verb) => `${wireName}.${verb}`),
  );
}

/** The CRM's event in the words of this graph; null for one that nobody can follow. */
export function changeOf(tenant: string, wire: WebhookEventWire): ChangeEvent | null {
  const [name, verb = ''] = (wire.Event ?? '').toLowerCase().split('.');
  const kind = Object.hasOwn(kinds, verb) ? kinds[verb] : undefined;
  const followed = allFollowed().find(({ wireName }) => wireName === name);
  const { EventId: id, PrimaryKey: key, Timestamp } = wire;
  if (!kind || !followed || !id || !key || key < 1 || isOther(followed, wire)) return null;
  return {
    ...{ id, tenant, key, kind },
    entity: followed.entity.type,
    at: Date.parse(Timestamp ?? ''),
    changedFields: kind === 'DELETED' ? [] : fieldsOf(followed, wire.Changes ?? []),
    related: relatedOf(followed, { ...wire.Values, ...wire.FieldValues }),
  };
}

/** Where the values say that it is another kind of record; where they say nothing, reading it will. */
function isOther({ only }: Followed, { FieldValues }: WebhookEventWire): boolean {
  const value = only && FieldValues?.[only.database];
  return typeof value === 'number' && value !== 0;
}

/** Columns are compared without regard to case: the manual itself writes them in several ways. */
function fieldsOf({ fields }: Followed, columns: readonly string[]): string[] {
  const named = columns.filter((column) => typeof column === 'string').map((column) => column.toLowerCase());
  return [...new Set(named.flatMap((column) => (Object.hasOwn(fields, column) ? [fields[column] as string] : [])))];
}

function relatedOf({ related }: Followed, values: Readonly<Record<string, unknown>>): Record<string, number> {
  const keys = Object.entries(related).map(([name, { database }]) => [name, values[database]] as const);
  return Object.fromEntries(keys.filter((each): each is [string, number] => typeof each[1] === 'number'));
}
