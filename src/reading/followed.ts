import { Loading } from './loading.ts';
import type { CrmRecord } from './record.ts';
import { idOf, type Row, wholeOf } from './row.ts';
import type { ReadScope } from './scope.ts';
import { newShape } from './shape.ts';
import type { EntitySource } from './sources.ts';

/** Records whose changes can be followed, and how the CRM tells of them. */
export interface Followed {
  readonly entity: EntitySource;
  /** The CRM's name in its events: `contact.changed`. */
  readonly wireName: string;
  /** Database columns by the fields of this graph that they are behind. */
  readonly fields: Readonly<Record<string, string>>;
  /** Keys of other records, by the name that subscriptions filter by: the archive's column, and the database's. */
  readonly related: Readonly<Record<string, { readonly column: string; readonly database: string }>>;
  /** Columns of when it was made, and changed last. */
  readonly stamps: { readonly createdAt: string; readonly updatedAt: string };
  /** Ids of associates are in full rows alone. */
  readonly full?: boolean;
  /** Tells records from others that lie in the same table, by a column of the archive. */
  readonly only?: { readonly column: string; readonly database: string; isOne(value: number | null): boolean };
}

/** What a ticket may know of a record: the keys that it belongs to. */
export type Related = Readonly<Record<string, number>>;

const followed = new Map<string, Followed>();

/** Adds a kind of record to those that can be followed. */
export function follow(one: Followed): Followed {
  followed.set(one.entity.type, one);
  return one;
}

/** All kinds of records that can be followed. */
export function allFollowed(): readonly Followed[] {
  return [...followed.values()];
}

/** Which of the records the ticket of the scope can see, in one batch; an error for what could not be found out. */
export async function visibleOf(
  scope: ReadScope,
  one: Followed,
  keys: readonly number[],
): Promise<Map<number, Related | Error>> {
  const shape = newShape(one.entity);
  shape.columns.add(one.entity.key.column);
  for (const { column } of Object.values(one.related)) shape.columns.add(column);
  if (one.only) shape.columns.add(one.only.column);
  shape.full = one.full ?? false;
  const loading = new Loading(scope, () => {
    throw new Error('Nothing is nested here');
  });
  const outcomes = await loading.byKeys(shape, keys);
  const seen = new Map<number, Related | Error>();
  keys.forEach((key, at) => {
    const outcome = outcomes[at];
    if (outcome instanceof Error) seen.set(key, outcome);
    else if (outcome && isOne(one, outcome)) seen.set(key, relatedOf(one, outcome.row as Row));
  });
  return seen;
}

function isOne({ only }: Followed, { row }: CrmRecord): boolean {
  return !only || only.isOne(wholeOf(row as Row, only.column));
}

function relatedOf({ related }: Followed, row: Row): Related {
  const keys = Object.entries(related).map(([name, { column }]) => [name, idOf(row, column) ?? wholeOf(row, column)]);
  return Object.fromEntries(keys.filter(([, key]) => key));
}
