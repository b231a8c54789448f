import type { SimulatedCaller } from '../request.ts';
import { findList } from '../store.ts';
import { isObject, memberOf } from './write-body.ts';
import { malformed } from './write-refusal.ts';
import { wholeNumberOf } from './written-values.ts';

/** Where a reference's record is looked for. */
export type ReferenceTable = 'contacts' | 'persons' | 'associates';

/** True where the caller can refer to the record. */
export type LookUp = (caller: SimulatedCaller, id: number) => boolean;

/** Records of the table that the caller may see and that are not in the recycle bin. */
export function inTable(table: ReferenceTable): LookUp {
  return ({ world, user }, id) => {
    const hidden = { contacts: user.rights.hiddenContactIds, persons: user.rights.hiddenPersonIds };
    if (table !== 'associates' && hidden[table].has(id)) return false;
    const row = world[table].get(id);
    return row !== undefined && !('deletedAt' in row && row.deletedAt !== null);
  };
}

/** Items of the list, deleted ones too: records keep them. */
export function inList(list: string): LookUp {
  return ({ world }, id) => findList(world, list)?.items.some((item) => item.id === id) === true;
}

/** The key of a reference, 0 for none; names beside it are not looked at (2.1). */
export function referenceKey(
  value: unknown,
  { member, key }: { member: string; key: string },
  caller: SimulatedCaller,
): number {
  const { clearsReference } = caller.options.writes;
  if (value === null || value === undefined) {
    if (clearsReference === 'zero') throw malformed(`${member} may not be null.`);
    return 0;
  }
  if (!isObject(value)) throw malformed(`Error converting value to an object. Path '${member}'.`);
  const id = wholeNumberOf(memberOf(value, key), `${member}.${key}`, caller);
  if (id === 0 && clearsReference === 'null') throw malformed(`${member}.${key} may not be 0.`);
  return id;
}
