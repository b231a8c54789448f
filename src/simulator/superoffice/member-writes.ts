import { isDeepStrictEqual } from 'node:util';
import type { KeyedRecord } from '../entity.ts';
import type { SimulatedCaller } from '../request.ts';
import { type ElementRecord, findList } from '../store.ts';
import { isObject, memberOf } from './write-body.ts';
import { malformed } from './write-refusal.ts';
import {
  arrayOf,
  calendarDateOf,
  choiceOf,
  diaryDateOf,
  minutesOf,
  textOf,
  truthOf,
  wholeNumberOf,
} from './written-values.ts';

/** A record on its way into its table: nothing of it is seen before all of it is accepted. */
export interface Save<Row extends KeyedRecord = KeyedRecord> {
  /** A copy, changed member by member. */
  readonly row: Row;
  /** The row as it is stored. */
  readonly stored: Row;
  readonly caller: SimulatedCaller;
  /** Why the rules of the data refuse it: member to text as stored (`[SR_...]`). */
  readonly problems: Map<string, string>;
  /** Associate that the body names as the one who changed it; null: the caller. */
  changedBy: number | null;
  /** A key for a new e-mail, phone, address or web address. */
  newPartId(): number;
}

/** How one member of an entity gets into its record. */
export interface MemberWrite<Row extends KeyedRecord = KeyedRecord> {
  readonly member: string;
  /** What a PUT that leaves the member out makes of it; undefined: it stays. */
  readonly empty: unknown;
  /** Takes the value of the carrier; `present` is what it was. */
  set(save: Save<Row>, value: unknown, present: unknown): void;
  /** Database columns that differ between two rows. */
  changed(before: Row, after: Row): readonly string[];
  /** True where a mandatory member would be missed. */
  isEmpty(row: Row): boolean;
}

type FieldOf<Row, Value> = { [Key in keyof Row]-?: [Value] extends [Row[Key]] ? Key : never }[keyof Row] & string;

/** Where a reference's record is looked for. */
export type ReferenceTable = 'contacts' | 'persons' | 'associates';

/** Writes of members that one field of the row holds, for rows of one table. */
export function memberWrites<Row extends KeyedRecord>() {
  type Reader = (value: unknown, save: Save<Row>, present: unknown) => unknown;

  const field = (member: string, name: string, column: string, empty: unknown, read: Reader): MemberWrite<Row> => ({
    member,
    empty,
    set: (save, value, present) => {
      (save.row as Record<string, unknown>)[name] = read(value, save, present);
    },
    changed: (before, after) => (sameField(before, after, name) || column === '' ? [] : [column]),
    isEmpty: (row) => isEmptyValue((row as Record<string, unknown>)[name]),
  });

  const text = (member: string, name: FieldOf<Row, string>, column: string): MemberWrite<Row> => ({
    ...field(member, name, column, null, () => null),
    set: (save, value) => storeText(save, member, name, textOf(value, member)),
    changed: (before, after) => {
      const wasNull = before.nullTexts?.includes(member) === true;
      const isNull = after.nullTexts?.includes(member) === true;
      return sameField(before, after, name) && wasNull === isNull ? [] : [column];
    },
  });

  const stampedBy = (
    member: string,
    columns: readonly string[],
    store: (save: Save<Row>, id: number) => void,
  ): MemberWrite<Row> => ({
    member,
    empty: undefined,
    set: (save, value) => {
      const id = isObject(value) ? wholeNumberOf(memberOf(value, 'AssociateId'), member, save.caller) : 0;
      if (id === 0) return;
      if (!inTable('associates')(save.caller, id)) save.problems.set(member, `There is no ${member} ${id}`);
      store(save, id);
    },
    changed: (before, after) => (before.createdBy === after.createdBy ? [] : columns),
    isEmpty: () => false,
  });

  const key = (member: string, keyName: string, name: string, column: string, none: number | null, list: LookUp) =>
    field(member, name, column, null, (value, save) => {
      const id = referenceKey(value, member, keyName, save.caller);
      if (id === 0) return none;
      if (!list(save.caller, id)) save.problems.set(member, `There is no ${member} ${id}`);
      return id;
    });

  return {
    text,
    truth: (member: string, name: FieldOf<Row, boolean>, column: string) =>
      field(member, name, column, false, (value, { caller }) => truthOf(value, member, caller)),
    whole: (member: string, name: FieldOf<Row, number>, column: string) =>
      field(member, name, column, 0, (value, { caller }) => wholeNumberOf(value, member, caller)),
    minutes: (member: string, name: FieldOf<Row, number>, column: string) =>
      field(member, name, column, '00:00:00', (value, { caller }) => minutesOf(value, member, caller)),
    choice: (member: string, name: string, column: string, names: Readonly<Record<number, string>>) =>
      field(member, name, column, Object.values(names)[0] ?? '', (value, { caller }) =>
        choiceOf(value, member, names, caller),
      ),
    calendarDate: (member: string, name: FieldOf<Row, string | null>, column: string) =>
      field(member, name, column, EMPTY_DATE, (value, { caller }) => calendarDateOf(value, member, caller)),
    diaryDate: (member: string, name: FieldOf<Row, number>, column: string) =>
      field(member, name, column, EMPTY_DATE, (value, { caller }) => diaryDateOf(value, member, caller)),
    /** A record of another table; the row holds null for none. */
    reference: (
      member: string,
      keyName: string,
      name: FieldOf<Row, number | null>,
      column: string,
      table: ReferenceTable,
    ) => key(member, keyName, name, column, null, inTable(table)),
    /** The same where the row holds 0 for none. */
    owner: (member: string, name: FieldOf<Row, number>, column: string) =>
      key(member, 'AssociateId', name, column, 0, inTable('associates')),
    /** A record that is not simulated: its key is kept as it is. */
    outside: (member: string, keyName: string, name: FieldOf<Row, number | null>, column: string) =>
      key(member, keyName, name, column, null, () => true),
    listItem: (member: string, name: FieldOf<Row, number>, column: string, list: string, keyName = 'Id') =>
      key(member, keyName, name, column, 0, inList(list)),
    elements: (member: string, name: FieldOf<Row, ElementRecord[]>) =>
      field(member, name, '', null, (value, save) =>
        elementsOf(value, member, save.row[name] as ElementRecord[], save),
      ),
    selection: (member: string, name: FieldOf<Row, number[]>, column: string, list: string) =>
      field(member, name, column, null, (value, save) =>
        selectedIds(value, member, list, save.row[name] as number[], save.caller),
      ),
    texts: (member: string, name: FieldOf<Row, string[]>) =>
      field(member, name, '', null, (value) => arrayOf(value, member).map((one) => textOf(one, member) ?? '')),
    /** Set by the server, unless somebody is named (3.2). */
    createdBy: () => stampedBy('CreatedBy', ['registered_associate_id'], (save, id) => (save.row.createdBy = id)),
    updatedBy: () => stampedBy('UpdatedBy', [], (save, id) => (save.changedBy = id)),
  };
}

const EMPTY_DATE = '0001-01-01T00:00:00';

type LookUp = (caller: SimulatedCaller, id: number) => boolean;

function inTable(table: ReferenceTable): LookUp {
  return ({ world, user }, id) => {
    const hidden = { contacts: user.rights.hiddenContactIds, persons: user.rights.hiddenPersonIds };
    if (table !== 'associates' && hidden[table].has(id)) return false;
    const row = world[table].get(id);
    return row !== undefined && !('deletedAt' in row && row.deletedAt !== null);
  };
}

function inList(list: string): LookUp {
  return ({ world }, id) => findList(world, list)?.items.some((item) => item.id === id) === true;
}

function sameField(before: object, after: object, name: string): boolean {
  return isDeepStrictEqual((before as Record<string, unknown>)[name], (after as Record<string, unknown>)[name]);
}

function isEmptyValue(value: unknown): boolean {
  if (typeof value === 'string') return value.trim() === '';
  return value === null || value === undefined || value === 0 || (Array.isArray(value) && value.length === 0);
}

/** Null and an empty text are told apart as long as the record lives. */
function storeText(save: Save, member: string, name: string, value: string | null): void {
  const { row, caller } = save;
  const nulls = new Set(row.nullTexts);
  if (value === null && caller.options.writes.nullTexts === 'null') nulls.add(member);
  else nulls.delete(member);
  if (nulls.size === 0) delete row.nullTexts;
  else row.nullTexts = [...nulls];
  (row as unknown as Record<string, unknown>)[name] = value ?? '';
}

/** The key of a reference, 0 for none; names beside it are not looked at (2.1). */
function referenceKey(value: unknown, member: string, keyName: string, caller: SimulatedCaller): number {
  const { clearsReference } = caller.options.writes;
  if (value === null || value === undefined) {
    if (clearsReference === 'zero') throw malformed(`${member} may not be null.`);
    return 0;
  }
  if (!isObject(value)) throw malformed(`Error converting value to an object. Path '${member}'.`);
  const id = wholeNumberOf(memberOf(value, keyName), `${member}.${keyName}`, caller);
  if (id === 0 && clearsReference === 'null') throw malformed(`${member}.${keyName} may not be 0.`);
  return id;
}

/** Elements have no id on the wire: one with the same value keeps its own, and the order is the rank (2.2). */
function elementsOf(value: unknown, member: string, present: readonly ElementRecord[], save: Save): ElementRecord[] {
  const free = [...present];
  return arrayOf(value, member).map((one) => {
    if (!isObject(one)) throw malformed(`Error converting value to an object. Path '${member}'.`);
    const text = textOf(memberOf(one, 'Value'), `${member}.Value`) ?? '';
    const description = textOf(memberOf(one, 'Description'), `${member}.Description`) ?? '';
    const index = free.findIndex((element) => element.value === text);
    const [kept] = index < 0 ? [] : free.splice(index, 1);
    return { id: kept?.id ?? save.newPartId(), value: text, description };
  });
}

/** The items of a selectable list that are marked; keys that are no item of the list are passed over. */
function selectedIds(
  value: unknown,
  member: string,
  list: string,
  present: readonly number[],
  caller: SimulatedCaller,
): number[] {
  const named = new Map<number, boolean>();
  for (const one of arrayOf(value, member)) {
    if (!isObject(one)) throw malformed(`Error converting value to an object. Path '${member}'.`);
    const id = wholeNumberOf(memberOf(one, 'Id'), `${member}.Id`, caller);
    named.set(id, truthOf(memberOf(one, 'Selected'), `${member}.Selected`, caller));
  }
  const known = (findList(caller.world, list)?.items ?? []).map((item) => item.id);
  const keeps = (id: number) => caller.options.writes.unnamedInterests === 'kept' && present.includes(id);
  const marked = known.filter((id) => named.get(id) ?? keeps(id));
  // Those that were marked before come first: a write that changes nothing leaves the row as it is.
  return [...present.filter((id) => marked.includes(id)), ...marked.filter((id) => !present.includes(id))];
}
