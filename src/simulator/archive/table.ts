import type { CustomFieldOwner, CustomValues } from '../custom-field-records.ts';
import type { SimulatedCaller } from '../request.ts';
import type { AppointmentRecord, ListItemRecord, PersonRecord } from '../store.ts';

/**
 * What a cell holds, which decides how it is written:
 * - `int`, `decimal`, `bool`, `text`: as they are; `raw` is a text that may be in several languages or a resource id
 * - `list`: the id of an item, shown as its text; `associate`: the id, shown as initials
 * - `key`: a foreign key, shown as a number
 * - `diary`, `stamp`: an instant in epoch milliseconds; `endDay`: an instant of which the day is shown, at midnight
 * - `local`: an instant that is always shown as the clock of the base zone
 * - `day`: a calendar date `YYYY-MM-DD`; `clock`: a time of day `HH:MM:SS`
 * - `ids`: several ids, which can be filtered by but are shown as a text
 */
export type CellKind =
  | 'int'
  | 'decimal'
  | 'bool'
  | 'text'
  | 'raw'
  | 'list'
  | 'associate'
  | 'key'
  | 'diary'
  | 'stamp'
  | 'local'
  | 'endDay'
  | 'day'
  | 'clock'
  | 'ids';

/** The value behind a cell; null: nothing stored. */
export type CellValue = string | number | boolean | readonly number[] | null;

/** A column of a table of the archive. */
export interface ArchiveColumn<R = unknown> {
  kind: CellKind;
  read(record: R, context: ArchiveContext): CellValue;
  /** MDO list of a `list` column. */
  list?: string;
  /** The table that a `key` column points at. */
  target?: string;
  /** The number that filters compare where the cell itself shows a text. */
  filterBy?(record: R, context: ArchiveContext): CellValue;
}

/** A prefix: the records of another table that one record leads to. */
export interface ArchiveJoin<R = unknown> {
  /** Name of the other table. */
  to: string;
  /** true: may lead to several. */
  many: boolean;
  follow(record: R, context: ArchiveContext): readonly unknown[];
}

/** Columns and prefixes of one kind of record, whatever provider shows it. Method syntax lets tables of all kinds share lists. */
export interface ArchiveTable<R = unknown> {
  /** As prefixes and hints name it: `contact_id`, `nav=contact`. */
  name: string;
  id(record: R): number;
  columns: Readonly<Record<string, ArchiveColumn<R>>>;
  joins: Readonly<Record<string, ArchiveJoin<R>>>;
  /** The join (in lower case) whose columns the table's providers show under their bare names too. */
  beside?: string;
  /** Records of this table have rights of their own: those that the caller may not see are absent. */
  entity?: 'contact' | 'person' | 'appointment';
  /** Whose fields the columns are, where not of `entity`: those that the caller may not read come empty. */
  fieldsOf?: 'contact' | 'person' | 'appointment';
  /** Adds the tenant's custom fields behind `{name}Udef/` and `{name}Extra/`. */
  custom?: { owner: CustomFieldOwner; values(record: R): CustomValues };
}

/** What the readers of one request share. Indexes are made when first asked for. */
export interface ArchiveContext {
  readonly caller: SimulatedCaller;
  /** The item of a list, deleted ones too. */
  item(list: string, id: number): ListItemRecord | undefined;
  /** The name of a list's item in the caller's language; empty where there is none. */
  itemText(list: string, id: number): string;
  associateName(id: number): string;
  /** Persons at a contact, in the order of their rank. */
  personsAt(contactId: number): readonly PersonRecord[];
  /** Appointments with a contact or person, in the order of their keys. */
  appointmentsWith(column: 'contactId' | 'personId', id: number): readonly AppointmentRecord[];
  /** The appointments' share of the activity counters of a contact. */
  activityOf(contactId: number): ContactActivity;
}

export interface ContactActivity {
  count: number;
  open: number;
  last: number | null;
  lastCompleted: number | null;
}

/** A table with the checks of its record type. */
export function defineTable<R>(table: ArchiveTable<R>): ArchiveTable<R> {
  return table;
}

type Read<R> = (record: R, context: ArchiveContext) => CellValue;

/** Shorthands for columns, one per kind of cell. */
export const cell = {
  int: <R>(read: Read<R>): ArchiveColumn<R> => ({ kind: 'int', read }),
  decimal: <R>(read: Read<R>): ArchiveColumn<R> => ({ kind: 'decimal', read }),
  bool: <R>(read: Read<R>): ArchiveColumn<R> => ({ kind: 'bool', read }),
  text: <R>(read: Read<R>): ArchiveColumn<R> => ({ kind: 'text', read }),
  raw: <R>(read: Read<R>): ArchiveColumn<R> => ({ kind: 'raw', read }),
  list: <R>(list: string, read: Read<R>): ArchiveColumn<R> => ({ kind: 'list', list, read }),
  associate: <R>(read: Read<R>): ArchiveColumn<R> => ({ kind: 'associate', read }),
  key: <R>(target: string, read: Read<R>): ArchiveColumn<R> => ({ kind: 'key', target, read }),
  diary: <R>(read: Read<R>): ArchiveColumn<R> => ({ kind: 'diary', read }),
  stamp: <R>(read: Read<R>): ArchiveColumn<R> => ({ kind: 'stamp', read }),
  endDay: <R>(read: Read<R>): ArchiveColumn<R> => ({ kind: 'endDay', read }),
  day: <R>(read: Read<R>): ArchiveColumn<R> => ({ kind: 'day', read }),
  ids: <R>(read: Read<R>): ArchiveColumn<R> => ({ kind: 'ids', read }),
};

/** A prefix that leads to one record at most. */
export function joinOne<R>(
  to: string,
  find: (record: R, context: ArchiveContext) => unknown | null | undefined,
): ArchiveJoin<R> {
  return {
    to,
    many: false,
    follow: (record, context) => {
      const found = find(record, context);
      return found === null || found === undefined ? [] : [found];
    },
  };
}

/** A prefix that may lead to several records, in the order of their rank. */
export function joinMany<R>(
  to: string,
  find: (record: R, context: ArchiveContext) => readonly unknown[],
): ArchiveJoin<R> {
  return { to, many: true, follow: find };
}
