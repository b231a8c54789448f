import { randomUUID } from 'node:crypto';
import type { ChangeEvent } from '../../events/bus.ts';
import { allFollowed, type Followed, visibleOf } from '../../reading/followed.ts';
import { filterOf } from '../../reading/page.ts';
import { cellOf, type Row } from '../../reading/row.ts';
import { keyOfRow, readRows } from '../../reading/rows.ts';
import type { ReadScope } from '../../reading/scope.ts';

const pageSize = 200;
const mostRows = 10_000;

/** What was found by asking, of which no more is known than that it happened. */
export const foundEvent = (event: Omit<ChangeEvent, 'id' | 'changedFields' | 'related'>): ChangeEvent => ({
  ...event,
  id: `found-${randomUUID()}`,
  changedFields: [],
  related: {},
});

/** Records of a tenant that were created or changed from one instant to another, as their stamps say. */
export async function changesBetween(
  scope: ReadScope,
  tenant: string,
  [from, to]: readonly [number, number],
): Promise<ChangeEvent[]> {
  const found = await Promise.all(allFollowed().map((one) => changesOf(scope, tenant, one, [from, to])));
  return found.flat().sort((one, other) => one.at - other.at);
}

async function changesOf(
  scope: ReadScope,
  tenant: string,
  one: Followed,
  [from, to]: readonly [number, number],
): Promise<ChangeEvent[]> {
  const { createdAt, updatedAt } = one.stamps;
  const rows = await Promise.all([createdAt, updatedAt].map((column) => rowsSince(scope, one, column, from)));
  const changes = new Map<number, ChangeEvent>();
  for (const row of rows.flat()) {
    const key = keyOfRow(row, one.entity);
    const created = instantOf(row, createdAt);
    const at = Math.max(created, instantOf(row, updatedAt));
    if (key === null || at < from || at >= to) continue;
    const kind = created >= from ? 'CREATED' : 'CHANGED';
    changes.set(key, foundEvent({ tenant, entity: one.entity.type, key, kind, at }));
  }
  return [...changes.values()];
}

/** Newest first, until they are older. Stamps are filtered by day at most, so the order has to do it. */
async function rowsSince(scope: ReadScope, one: Followed, column: string, from: number): Promise<Row[]> {
  const { entity } = one;
  const { createdAt, updatedAt } = one.stamps;
  const request = {
    provider: entity.provider,
    select: [entity.key.column, createdAt, updatedAt],
    filter: filterOf(entity, null),
    orderBy: [`${column} desc`, `${entity.key.column} asc`],
    entities: entity.entities ?? [],
    full: false,
  };
  const found: Row[] = [];
  for (let skip = 0; skip < mostRows; skip += pageSize) {
    const read = await readRows(scope, { ...request, top: pageSize, skip }, (row) => keyOfRow(row, entity));
    const fresh = read.rows.filter((row) => instantOf(row, column) >= from);
    found.push(...fresh);
    if (read.exhausted || fresh.length < read.rows.length) break;
  }
  return found;
}

/** Of the ids, those that the ticket can see. */
export async function visibleKeys(scope: ReadScope, one: Followed, keys: readonly number[]): Promise<Set<number>> {
  const found = keys.length === 0 ? new Map() : await visibleOf(scope, one, keys);
  for (const outcome of found.values()) if (outcome instanceof Error) throw outcome;
  return new Set(found.keys());
}

function instantOf(row: Row, column: string): number {
  return row.dates.instant(cellOf(row, column), 'stamp') ?? 0;
}
