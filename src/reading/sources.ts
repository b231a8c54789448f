import type { SlimRow } from '../upstream/superoffice/wire.ts';
import { prepareAll } from './prepare.ts';
import { Column, type DateReader, type Row } from './row.ts';

/** A vendor carrier of which only the declared members are read. */
export type Wire = Readonly<Record<string, unknown>>;

/** How a value lies on the wire, and so how it is read from a cell or from a member. */
export type Kind = 'text' | 'int' | 'number' | 'flag' | 'stamp' | 'diary' | 'email' | 'url';

/** A field with one value. `member` and `simple` may be a path: `Address.Street.City`. */
export interface ScalarDeclaration {
  kind?: Kind;
  /** Archive column. */
  column?: string;
  /** Member of the entity. */
  member?: string;
  /** Member of the simple carrier: nested in other entities, and what `Get{X}List` answers. */
  simple?: string;
  /** Never null: what cannot be read comes as `""` or `false`. */
  required?: true;
  /** A boolean column that, where false, says that the member is empty and spares reading the entity. */
  unless?: string;
}

/** A field whose value is one of a fixed set of names: by number in archives, by name in carriers. */
export interface ChoiceDeclaration extends Omit<ScalarDeclaration, 'kind'> {
  /** In the order of the numbers that the column holds: the name in this graph and the vendor's. */
  choices: readonly (readonly [name: string, wire: string])[];
}

/** A pick list item: in archives a text (slim) or id and text (full), in carriers an object or separate members. */
export interface ListDeclaration {
  list: string;
  column: string;
  member: string;
  /** Name of the id within the member's object. */
  idMember?: string;
  simple?: { id?: string; text?: string };
}

/** A field made of several columns or members. */
export interface DerivedDeclaration<T> {
  columns?: readonly string[];
  members?: readonly string[];
  simples?: readonly string[];
  fromRow?(row: Row, columns: readonly Column[]): T;
  fromEntity?(wire: Wire, dates: DateReader): T;
  fromSimple?(wire: Wire, dates: DateReader): T;
  required?: true;
  /** The field that stands for this one where only another record's row knows of the record. */
  standIn?: string;
}

/** A block of fields within the record, such as an address: no key of its own, null when all that is asked for is empty. */
export interface EmbeddedDeclaration {
  embedded: Record<string, ScalarDeclaration | DerivedDeclaration<unknown>>;
}

/** A record that this one points to. */
export interface ReferenceDeclaration {
  /** Its type in the graph. */
  reference: string;
  /** Column with the key: a number (contactId), or one of type associate or listAny, whose number only full rows hold. */
  key?: string;
  /** The key column holds a text in slim rows (initials of an associate). */
  keyIsText?: true;
  /** Prefix under which the provider joins the record's columns. */
  prefix?: string;
  /** Columns of this record that hold the same as columns of the target: `{ assocName: 'registeredBy' }`. */
  same?: Readonly<Record<string, string>>;
  /** Member of the entity with the nested simple carrier. */
  member?: string;
  /** Members of the simple carrier: the key, and fields of the target. */
  simple?: { key: string; fields?: Record<string, string> };
  /** No column of this record has the target's key, but this column of the target has the record's. */
  by?: string;
}

/** Fields that the tenant has made: columns where their keys are named, else the entity's dictionary. */
export interface CustomDeclaration {
  custom: {
    /** Prefixes of the columns of user-defined and of extra fields. */
    udef: string;
    extra: string;
  };
}

/** The values of custom fields as they came: cells by key, or the dictionary of the entity. */
export type CustomValues =
  | { from: 'row'; row: Row; columns: ReadonlyMap<string, string> }
  | { from: 'entity'; dictionary: Readonly<Record<string, unknown>> };

export type Declaration =
  | CustomDeclaration
  | ScalarDeclaration
  | ChoiceDeclaration
  | ListDeclaration
  | DerivedDeclaration<unknown>
  | EmbeddedDeclaration
  | ReferenceDeclaration;

/** A pick list item as a row or a carrier holds it. */
export interface ListItemValue {
  list: string;
  /** null: a slim row, where the selection needs no id. */
  listItemId: number | null;
  text: string | null;
}

/** A source made ready to read: which columns and members it needs, and how the value comes out of each. */
export interface Source {
  name: string;
  kind: 'value' | 'list' | 'embedded' | 'reference' | 'custom';
  columns: readonly string[] | null;
  /** Top-level members of the entity, for `$select`. */
  members: readonly string[] | null;
  simples: readonly string[] | null;
  /** What stands for a value that cannot be read: null, or `""` and `false` where the graph allows no null. */
  whenEmpty: unknown;
  unless: string | null;
  standIn: string | null;
  /** In rows it is the text of its column. */
  isText: boolean;
  fromRow(row: Row, columns: readonly Column[]): unknown;
  fromEntity(wire: Wire, dates: DateReader): unknown;
  fromSimple(wire: Wire, dates: DateReader): unknown;
  list: string | null;
  embedded: Record<string, Source> | null;
  reference: ReferenceDeclaration | null;
  custom: CustomDeclaration['custom'] | null;
}

/** All that reading knows of one entity. */
export interface EntitySource {
  /** Type in the graph. */
  type: string;
  /** Field, column and carrier member of the key. */
  key: { field: string; column: string; member: string };
  /** The same column, to read it. */
  keyColumn: Column;
  /** The column of the key is of type associate: filtered by `associateIsOneOf`, its number only in full rows. */
  keyIsAssociate?: true;
  /** Archive provider of rows by id and of pages. */
  provider: string;
  /** Path below `/api/v1` of the entity; null where there is none to read. */
  path: string | null;
  /** `Agents/...` that answers simple carriers for a bare array of ids. */
  simpleList: string | null;
  /** Where the provider is refused to plain users: the simple list answers, and its carriers are read as rows. */
  rowOfSimple?: (wire: Wire) => SlimRow;
  /** `$entities`, where the default hides some. */
  entities?: readonly string[];
  /** Added to every filter. */
  always?: string;
  /** Rows that are no records of the graph: how they are told apart, and the filter that gives all of them. */
  loose?: { identify(row: Row): number; everyRow: string };
  fields: Record<string, Source>;
}

type Entity = Omit<EntitySource, 'fields' | 'keyColumn'>;

const entities = new Map<string, EntitySource>();

/** The declared fields of an entity, made ready for planning and reading, and known by the name of its type. */
export function sources<D extends Record<string, Declaration>>(
  entity: Entity,
  declared: D,
): EntitySource & { declared: D } {
  const prepared = { ...entity, keyColumn: new Column(entity.key.column), fields: prepareAll(declared), declared };
  entities.set(entity.type, prepared);
  return prepared;
}

/** The entity of a type in the graph. */
export function entityNamed(type: string): EntitySource {
  const entity = entities.get(type);
  if (!entity) throw new Error(`No sources for ${type}`);
  return entity;
}
