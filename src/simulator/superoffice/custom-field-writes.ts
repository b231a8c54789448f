import { isDeepStrictEqual } from 'node:util';
import type { CustomFieldOwner, CustomValue, ExtraFieldRecord, UdefFieldRecord } from '../custom-field-records.ts';
import type { KeyedRecord } from '../entity.ts';
import type { SimulatedCaller } from '../request.ts';
import { findList } from '../store.ts';
import type { MemberWrite, Save } from './member-writes.ts';
import { isObject, memberOf } from './write-body.ts';
import { malformed, missingRight } from './write-refusal.ts';
import { customValueOf } from './written-custom-values.ts';
import { textOf } from './written-values.ts';

/** One field of either kind, by the key that dictionaries know it by. */
interface CustomField {
  key: string;
  kind: UdefFieldRecord['kind'] | ExtraFieldRecord['kind'];
  isReadOnly: boolean;
  isMandatory: boolean;
  listName: string | null;
  target: ExtraFieldRecord['target'];
  /** Most characters; 0: no bound is known. */
  textLength: number;
}

type Dictionary = 'UserDefinedFields' | 'ExtraFields' | 'CustomFields';

/** The three dictionaries of an entity. They are kept in step; where two say different things, CustomFields has the last word. */
export function customFieldWrites<Row extends KeyedRecord>(owner: CustomFieldOwner): MemberWrite<Row>[] {
  const write = (member: Dictionary): MemberWrite<Row> => ({
    member,
    empty: undefined,
    set: (save, value, present) => setFields(owner, member, save, value, present),
    changed: (before, after) =>
      member !== 'CustomFields' || isDeepStrictEqual(before.custom, after.custom) ? [] : ['userdef_id'],
    isEmpty: (row) => Object.keys(row.custom).length === 0,
  });
  return [write('UserDefinedFields'), write('ExtraFields'), write('CustomFields')];
}

/** Mandatory fields without a value, as FieldProperties names them. */
export function missedCustomFields(owner: CustomFieldOwner, row: KeyedRecord, caller: SimulatedCaller): string[] {
  const missed = fieldsOf(owner, 'CustomFields', caller).filter((field) => {
    const value = row.custom[field.key] ?? null;
    return field.isMandatory && (value === null || value === '');
  });
  return missed.map((field) => `CustomFields.${field.key}`);
}

function fieldsOf(owner: CustomFieldOwner, dictionary: Dictionary, { world }: SimulatedCaller): CustomField[] {
  const udefs = world.udefFields
    .filter((field) => field.owner === owner && field.published)
    .map((field) => ({ ...field, key: field.progId, target: null }));
  const extras = world.extraFields
    .filter((field) => field.owner === owner)
    .map((field) => ({ ...field, key: field.name, listName: null, textLength: 0 }));
  if (dictionary === 'UserDefinedFields') return udefs;
  return dictionary === 'ExtraFields' ? extras : [...udefs, ...extras];
}

/** Only keys that are there and differ from what they were are looked at: a partial dictionary leaves the others alone. */
function setFields(owner: CustomFieldOwner, member: Dictionary, save: Save, value: unknown, present: unknown): void {
  if (value === null || value === undefined) return;
  if (!isObject(value)) throw malformed(`Error converting value to a dictionary. Path '${member}'.`);
  const fields = fieldsOf(owner, member, save.caller);
  for (const [key, one] of Object.entries(value)) {
    const written = textOf(one, `${member}.${key}`) ?? '';
    if (isCompanion(key) || memberOf(present, key) === written) continue;
    const field = fields.find((candidate) => candidate.key.toLowerCase() === key.toLowerCase());
    if (field !== undefined) setField(field, member, written, save);
    else if (save.caller.options.writes.unknownCustomField === 'refused') {
      save.problems.set(`${member}.${key}`, `There is no field ${key}`);
    }
  }
}

/** `:org`, `:DisplayText` and `:DisplayTooltip` are the server's own. */
function isCompanion(key: string): boolean {
  return /:(org|displaytext|displaytooltip)$/i.test(key);
}

function setField(field: CustomField, member: Dictionary, written: string, save: Save): void {
  const value = customValueOf(field.kind, written, save.caller.zone.baseIana);
  if (value === undefined || !isKnown(field, value, save.caller)) {
    save.problems.set(`${member}.${field.key}`, `'${written.slice(0, 40)}' is no value of ${field.key}`);
    return;
  }
  const stored = save.row.custom[field.key] ?? null;
  if (value === stored) return;
  if (field.textLength > 0 && String(value).length > field.textLength) {
    save.problems.set(`${member}.${field.key}`, `More than ${field.textLength} characters`);
    return;
  }
  if (field.isReadOnly) throw missingRight(`update ${field.key}`, save.caller);
  save.row.custom[field.key] = value;
}

function isKnown(field: CustomField, value: CustomValue, { world }: SimulatedCaller): boolean {
  if (value === null) return true;
  if (field.listName !== null) return findList(world, field.listName)?.items.some((item) => item.id === value) === true;
  if (field.target === null) return true;
  return (field.target === 'contact' ? world.contacts : world.persons).has(Number(value));
}
