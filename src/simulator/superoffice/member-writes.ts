import { isDeepStrictEqual } from 'node:util';
import type { KeyedRecord } from '../entity.ts';
import type { SimulatedCaller } from '../request.ts';
import type { ElementRecord } from '../store.ts';
import { elementsOf, selectedIds } from './collection-values.ts';
import { inList, inTable, type LookUp, type ReferenceTable, referenceKey } from './references.ts';
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

/** Fields of the row that take the value. */
type FieldOf<Row, Value> = { [Key in keyof Row]-?: [Value] extends [Row[Key]] ? Key : never }[keyof Row] & string;

const EMPTY_DATE = '0001-01-01T00:00:00';

/** Writes of members that one field of the row holds, for rows of one table: member, field, database column, the rest. */
export function memberWrites<Row extends KeyedRecord>() {
  return { ...valueWrites<Row>(), ...referenceWrites<Row>(), ...collectionWrites<Row>(), ...stampWrites<Row>() };
}

function valueWrites<Row extends KeyedRecord>() {
  return {
    text: textWrite<Row>,
    truth: (member: string, field: FieldOf<Row, boolean>, column: string) =>
      fieldWrite<Row>(member, field, column, false, (value, { caller }) => truthOf(value, member, caller)),
    whole: (member: string, field: FieldOf<Row, number>, column: string) =>
      fieldWrite<Row>(member, field, column, 0, (value, { caller }) => wholeNumberOf(value, member, caller)),
    minutes: (member: string, field: FieldOf<Row, number>, column: string) =>
      fieldWrite<Row>(member, field, column, '00:00:00', (value, { caller }) => minutesOf(value, member, caller)),
    choice: (member: string, field: FieldOf<Row, never>, column: string, names: Readonly<Record<number, string>>) => {
      const [first = ''] = Object.values(names);
      return fieldWrite<Row>(member, field, column, first, (value, { caller }) =>
        choiceOf(value, member, names, caller),
      );
    },
    calendarDate: (member: string, field: FieldOf<Row, string | null>, column: string) =>
      fieldWrite<Row>(member, field, column, EMPTY_DATE, (value, { caller }) => calendarDateOf(value, member, caller)),
    diaryDate: (member: string, field: FieldOf<Row, number>, column: string) =>
      fieldWrite<Row>(member, field, column, EMPTY_DATE, (value, { caller }) => diaryDateOf(value, member, caller)),
  };
}

function referenceWrites<Row extends KeyedRecord>() {
  type Nullable = FieldOf<Row, number | null>;
  return {
    /** A record of another table; the row holds null for none. */
    reference: (member: string, key: string, field: Nullable, column: string, table: ReferenceTable) =>
      keyWrite<Row>({ member, key, field, column, none: null, isThere: inTable(table) }),
    /** An associate where the row holds 0 for none. */
    owner: (member: string, field: FieldOf<Row, number>, column: string) =>
      keyWrite<Row>({ member, key: 'AssociateId', field, column, none: 0, isThere: inTable('associates') }),
    /** A record that is not simulated: its key is kept as it is. */
    outside: (member: string, key: string, field: Nullable, column: string) =>
      keyWrite<Row>({ member, key, field, column, none: null, isThere: () => true }),
    listItem: (member: string, field: FieldOf<Row, number>, column: string, list: string, key = 'Id') =>
      keyWrite<Row>({ member, key, field, column, none: 0, isThere: inList(list) }),
  };
}

/** E-mails and the like are tables of their own: no column of the record itself is touched. */
function collectionWrites<Row extends KeyedRecord>() {
  return {
    elements: (member: string, field: FieldOf<Row, ElementRecord[]>) =>
      fieldWrite<Row>(member, field, '', null, (value, save) =>
        elementsOf(value, member, save.row[field] as ElementRecord[], save.newPartId),
      ),
    selection: (member: string, field: FieldOf<Row, number[]>, column: string, list: string) =>
      fieldWrite<Row>(member, field, column, null, (value, { row, caller }) =>
        selectedIds(value, { member, list, present: row[field] as number[] }, caller),
      ),
    texts: (member: string, field: FieldOf<Row, string[]>) =>
      fieldWrite<Row>(member, field, '', null, (value) =>
        arrayOf(value, member).map((one) => textOf(one, member) ?? ''),
      ),
  };
}

/** Set by the server, unless somebody is named (3.2). */
function stampWrites<Row extends KeyedRecord>() {
  const stampedBy = (
    member: string,
    store: (save: Save<Row>, id: number) => void,
    changed: MemberWrite<Row>['changed'],
  ): MemberWrite<Row> => ({
    member,
    empty: undefined,
    set: (save, value) => {
      const id = value === null ? 0 : referenceKey(value, { member, key: 'AssociateId' }, save.caller);
      if (id === 0) return;
      if (!inTable('associates')(save.caller, id)) save.problems.set(member, `There is no ${member} ${id}`);
      store(save, id);
    },
    changed,
    isEmpty: () => false,
  });
  return {
    createdBy: () =>
      stampedBy(
        'CreatedBy',
        ({ row }, id) => {
          row.createdBy = id;
        },
        (before, after) => (before.createdBy === after.createdBy ? [] : ['registered_associate_id']),
      ),
    updatedBy: () =>
      stampedBy(
        'UpdatedBy',
        (save, id) => {
          save.changedBy = id;
        },
        () => [],
      ),
  };
}

type Reader<Row extends KeyedRecord> = (value: unknown, save: Save<Row>) => unknown;

function fieldWrite<Row extends KeyedRecord>(
  member: string,
  field: string,
  column: string,
  empty: unknown,
  read: Reader<Row>,
): MemberWrite<Row> {
  return {
    member,
    empty,
    set: (save, value) => {
      (save.row as Record<string, unknown>)[field] = read(value, save);
    },
    changed: (before, after) => (sameField(before, after, field) || column === '' ? [] : [column]),
    isEmpty: (row) => isEmptyValue((row as Record<string, unknown>)[field]),
  };
}

/** Null and an empty text are told apart as long as the record lives. */
function textWrite<Row extends KeyedRecord>(
  member: string,
  field: FieldOf<Row, string>,
  column: string,
): MemberWrite<Row> {
  const isNull = (row: Row) => row.nullTexts?.includes(member) === true;
  return {
    ...fieldWrite<Row>(member, field, column, null, () => ''),
    set: ({ row, caller }, value) => {
      const text = textOf(value, member);
      const nulls = new Set(row.nullTexts);
      if (text === null && caller.options.writes.nullTexts === 'null') nulls.add(member);
      else nulls.delete(member);
      if (nulls.size === 0) delete row.nullTexts;
      else row.nullTexts = [...nulls];
      (row as Record<string, unknown>)[field] = text ?? '';
    },
    changed: (before, after) => (sameField(before, after, field) && isNull(before) === isNull(after) ? [] : [column]),
  };
}

/** A reference: where its key stands on the wire and in the row, and how its record is found. */
interface KeyPlace {
  member: string;
  key: string;
  field: string;
  column: string;
  none: number | null;
  isThere: LookUp;
}

function keyWrite<Row extends KeyedRecord>({ member, key, field, column, none, isThere }: KeyPlace): MemberWrite<Row> {
  return fieldWrite<Row>(member, field, column, null, (value, save) => {
    const id = referenceKey(value, { member, key }, save.caller);
    if (id === 0) return none;
    if (!isThere(save.caller, id)) save.problems.set(member, `There is no ${member} ${id}`);
    return id;
  });
}

function sameField(before: object, after: object, field: string): boolean {
  return isDeepStrictEqual((before as Record<string, unknown>)[field], (after as Record<string, unknown>)[field]);
}

function isEmptyValue(value: unknown): boolean {
  if (typeof value === 'string') return value.trim() === '';
  return value === null || value === undefined || value === 0 || (Array.isArray(value) && value.length === 0);
}
