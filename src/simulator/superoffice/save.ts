import { isDeepStrictEqual } from 'node:util';
import { unreadableMembers } from '../carriers.ts';
import type { KeyedRecord, SimulatedEntity } from '../entity.ts';
import { entityCarrier } from '../entity-routes.ts';
import type { SimulatedCaller } from '../request.ts';
import { nextId, type TenantWorld } from '../store.ts';
import { missedCustomFields } from './custom-field-writes.ts';
import type { MemberWrite, Save } from './member-writes.ts';
import type { JsonObject } from './write-body.ts';
import { failedSave, missingRight } from './write-refusal.ts';

/** An entity that can be written: how its members get into the row, and what follows from them. */
export interface WritableEntity<Row extends KeyedRecord = KeyedRecord> {
  readonly entity: SimulatedEntity<Row>;
  readonly writes: readonly MemberWrite<Row>[];
  /** Longest texts, by member. */
  readonly lengths: Readonly<Record<string, number>>;
  /** What the server sets by itself when the row has changed. */
  settle?(save: Save<Row>): void;
  /** true: there is no recycle bin for its records. */
  readonly removedAtOnce?: boolean;
}

/** The entity as the caller may read it, without links: what a patch is laid over. */
export function presentCarrier({ entity }: WritableEntity, row: KeyedRecord, caller: SimulatedCaller): JsonObject {
  return entityCarrier(entity, row, caller) as JsonObject;
}

/**
 * A copy of the row with the members in it that differ between both carriers. Nothing is stored; what the rules of the data
 * refuse is in its problems.
 */
export function prepare(
  writable: WritableEntity,
  stored: KeyedRecord,
  carriers: { present: JsonObject; wanted: JsonObject },
  caller: SimulatedCaller,
): Save {
  const save = startSave(stored, caller);
  const forbidden = unwritableMembers(writable, caller);
  for (const write of writable.writes) {
    const [present, wanted] = [carriers.present[write.member], carriers.wanted[write.member]];
    if (isDeepStrictEqual(present, wanted)) continue;
    if (forbidden.has(write.member)) throw missingRight(`update ${write.member}`, caller);
    write.set(save, wanted, present);
  }
  writable.settle?.(save);
  return save;
}

function startSave(stored: KeyedRecord, caller: SimulatedCaller): Save {
  let next = 0;
  return {
    row: structuredClone(stored),
    stored,
    caller,
    problems: new Map(),
    changedBy: null,
    newPartId: () => {
      next = Math.max(next, highestPartId(caller.world)) + 1;
      return next;
    },
  };
}

/** E-mails, phones and addresses are tables of their own in the CRM: their keys are unique across records. */
function highestPartId(world: TenantWorld): number {
  const rows = [...world.contacts.values(), ...world.persons.values()];
  const parts = rows.flatMap((row) => Object.values(row).flat() as unknown[]);
  return parts.reduce<number>((highest, part) => {
    const isPart = typeof part === 'object' && part !== null && 'id' in part && typeof part.id === 'number';
    return isPart ? Math.max(highest, Number(part.id)) : highest;
  }, 0);
}

/** Members that this caller may not write: those that he may not read, and those that he may only read. */
export function unwritableMembers({ entity }: WritableEntity, caller: SimulatedCaller): Set<string> {
  const readOnly = (caller.user.rights.readOnly ?? []).filter((field) => field.entity === entity.kind);
  return new Set([...unreadableMembers(entity.kind, caller), ...readOnly.map((field) => field.member)]);
}

/** Adds what is missing or too long to the problems, and gives them back: member to text (8.5, 9.3). */
export function problemsOf(writable: WritableEntity, save: Save): ReadonlyMap<string, string> {
  const { name } = writable.entity;
  for (const member of save.caller.options.writes.mandatory[name]) {
    const write = writable.writes.find((one) => one.member === member);
    if (write?.isEmpty(save.row) === true) save.problems.set(member, '[SR_MANDATORY_FIELD_1281]');
  }
  for (const key of missedCustomFields(name, save.row, save.caller)) save.problems.set(key, '[SR_ACCESS_MANDATORY]');
  const carrier = presentCarrier(writable, save.row, save.caller);
  for (const [member, length] of Object.entries(writable.lengths)) {
    const text = carrier[member];
    if (typeof text === 'string' && text.length > length) save.problems.set(member, `More than ${length} characters`);
  }
  return save.problems;
}

/** Stores a new row under a key of its own. */
export function storeNew(writable: WritableEntity, save: Save): KeyedRecord {
  const { caller, row } = save;
  refuseProblems(writable, save);
  const table = writable.entity.table(caller.world);
  const columns = writable.writes.flatMap((write) => write.changed(save.stored, row));
  const now = caller.clock.now();
  row.id = nextId(table);
  row.createdAt = now;
  row.createdBy = row.createdBy || caller.associate.id;
  row.updatedAt = null;
  row.updatedBy = null;
  table.set(row.id, row);
  tell(writable, 'created', row, [keyColumn(writable), ...columns, 'registered', 'registered_associate_id'], caller);
  return row;
}

/** Stores a changed row: all of it or, refused, nothing. A save that changes nothing is no update. */
export function storeChanged(writable: WritableEntity, save: Save): KeyedRecord {
  const { caller, row, stored } = save;
  refuseProblems(writable, save);
  const columns = writable.writes.flatMap((write) => write.changed(stored, row));
  const isChanged = columns.length > 0 || save.changedBy !== null || !isDeepStrictEqual(stored, row);
  if (!isChanged && !caller.options.writes.stampsUnchanged) return stored;
  row.updatedAt = caller.clock.now();
  row.updatedBy = save.changedBy ?? caller.associate.id;
  writable.entity.table(caller.world).set(row.id, row);
  tell(writable, 'changed', row, [keyColumn(writable), ...columns, ...stampColumns], caller);
  return row;
}

/** The key counts as touched, and so do the stamps, in the order of the manual's sample (10.3). */
const keyColumn = ({ entity }: WritableEntity) => `${entity.kind}_id`;
const stampColumns = ['updated', 'updated_associate_id', 'updatedCount'];

function refuseProblems(writable: WritableEntity, save: Save): void {
  const problems = problemsOf(writable, save);
  if (problems.size > 0) throw failedSave(problems, save.caller);
}

/** Puts the row into the recycle bin, or removes it for good. */
export function storeDeleted(writable: WritableEntity, stored: KeyedRecord, caller: SimulatedCaller): void {
  const table = writable.entity.table(caller.world);
  if (writable.removedAtOnce === true || caller.options.writes.deletion === 'hard') {
    table.delete(stored.id);
    tell(writable, 'deleted', stored, [], caller);
    return;
  }
  const now = caller.clock.now();
  const row = { ...stored, deletedAt: now, updatedAt: now, updatedBy: caller.associate.id };
  table.set(row.id, row);
  tell(writable, 'softdeleted', row, [keyColumn(writable), 'deleted', 'DeletedDate', ...stampColumns], caller);
}

function tell(
  { entity }: WritableEntity,
  verb: 'created' | 'changed' | 'softdeleted' | 'deleted',
  row: KeyedRecord,
  columns: readonly string[],
  caller: SimulatedCaller,
): void {
  const change = { entity: entity.kind, verb, id: row.id, columns: [...new Set(columns)] };
  caller.world.changes.report({ ...change, by: caller.associate, at: caller.clock.now(), record: row });
}
