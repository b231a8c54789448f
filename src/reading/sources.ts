import type { SlimRow } from '../upstream/superoffice/wire.ts';
import type { DateReader, Row } from './row.ts';
import { asFlag, asNumber, asText, asWhole, cellOf, idOf, textOf } from './row.ts';

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
  fromRow?(row: Row, names: readonly string[]): T;
  fromEntity?(wire: Wire, dates: DateReader): T;
  fromSimple?(wire: Wire, dates: DateReader): T;
  required?: true;
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
  fromRow(row: Row, names: readonly string[]): unknown;
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
  fields: Record<string, Source>;
}

type Entity = Omit<EntitySource, 'fields'>;

const entities = new Map<string, EntitySource>();

/** The declared fields of an entity, made ready for planning and reading, and known by the name of its type. */
export function sources<D extends Record<string, Declaration>>(
  entity: Entity,
  declared: D,
): EntitySource & { declared: D } {
  const prepared = { ...entity, fields: prepareAll(declared), declared };
  entities.set(entity.type, prepared);
  return prepared;
}

/** The entity of a type in the graph. */
export function entityNamed(type: string): EntitySource {
  const entity = entities.get(type);
  if (!entity) throw new Error(`No sources for ${type}`);
  return entity;
}

const prepareAll = (declared: Record<string, Declaration>): Record<string, Source> =>
  Object.fromEntries(Object.entries(declared).map(([name, declaration]) => [name, prepare(name, declaration)]));

const nothing = () => null;

const blank = (name: string): Source => ({
  name,
  kind: 'value',
  columns: null,
  members: null,
  simples: null,
  whenEmpty: null,
  unless: null,
  fromRow: nothing,
  fromEntity: nothing,
  fromSimple: nothing,
  list: null,
  embedded: null,
  reference: null,
  custom: null,
});

function prepare(name: string, declaration: Declaration): Source {
  if ('custom' in declaration) return prepareCustom(name, declaration);
  if ('list' in declaration) return prepareList(name, declaration);
  if ('embedded' in declaration)
    return { ...blank(name), kind: 'embedded', embedded: prepareAll(declaration.embedded) };
  if ('reference' in declaration) return prepareReference(name, declaration);
  if ('choices' in declaration) return prepareChoice(name, declaration);
  if ('fromRow' in declaration || 'fromEntity' in declaration) return prepareDerived(name, declaration);
  return prepareScalar(name, declaration as ScalarDeclaration);
}

function prepareDerived(name: string, declaration: DerivedDeclaration<unknown>): Source {
  return {
    ...blank(name),
    columns: declaration.columns ?? null,
    members: declaration.members ?? null,
    simples: declaration.simples ?? null,
    whenEmpty: declaration.required ? '' : null,
    fromRow: declaration.fromRow ?? nothing,
    fromEntity: declaration.fromEntity ?? nothing,
    fromSimple: declaration.fromSimple ?? nothing,
  };
}

function prepareCustom(name: string, { custom }: CustomDeclaration): Source {
  return {
    ...blank(name),
    kind: 'custom',
    custom,
    members: ['CustomFields'],
    fromEntity: (wire): CustomValues => ({
      from: 'entity',
      dictionary: (wire.CustomFields as Record<string, unknown> | null | undefined) ?? {},
    }),
  };
}

function prepareReference(name: string, declaration: ReferenceDeclaration): Source {
  return {
    ...blank(name),
    kind: 'reference',
    columns: declaration.key ? [declaration.key] : null,
    members: declaration.member ? [declaration.member] : null,
    simples: declaration.simple ? [declaration.simple.key] : null,
    reference: declaration,
  };
}

type Decoder = (value: unknown, dates: DateReader) => unknown;

const decoders: Record<Kind, Decoder> = {
  text: asText,
  email: asText,
  url: asText,
  int: asWhole,
  number: asNumber,
  flag: asFlag,
  stamp: (value, dates) => dates.instant(value, 'stamp'),
  diary: (value, dates) => dates.instant(value, 'diary'),
};

function prepareScalar(name: string, declaration: ScalarDeclaration): Source {
  const kind = declaration.kind ?? 'text';
  const decode = decoders[kind];
  const whenEmpty = declaration.required ? (kind === 'flag' ? false : '') : null;
  return {
    ...places(name, declaration),
    whenEmpty,
    fromRow: (row, names) => decode(cellOf(row, names[0] as string), row.dates) ?? whenEmpty,
    fromEntity: memberReader(declaration.member, decode, whenEmpty),
    fromSimple: memberReader(declaration.simple, decode, whenEmpty),
  };
}

function prepareChoice(name: string, declaration: ChoiceDeclaration): Source {
  const byNumber = declaration.choices.map(([choice]) => choice);
  const byWire = new Map(declaration.choices.map(([choice, wire]) => [wire.toLowerCase(), choice]));
  const whenEmpty = declaration.required ? (byNumber[0] ?? null) : null;
  const decode: Decoder = (value) => {
    if (typeof value === 'number') return byNumber[value] ?? whenEmpty;
    return typeof value === 'string'
      ? (byWire.get(value.toLowerCase()) ?? byNumber[Number(value)] ?? whenEmpty)
      : whenEmpty;
  };
  return {
    ...places(name, declaration),
    whenEmpty,
    fromRow: (row, names) => decode(cellOf(row, names[0] as string), row.dates),
    fromEntity: memberReader(declaration.member, decode, whenEmpty),
    fromSimple: memberReader(declaration.simple, decode, whenEmpty),
  };
}

function places(name: string, declaration: Omit<ScalarDeclaration, 'kind'>): Source {
  const top = (path: string | undefined) => (path ? [path.split('.')[0] as string] : null);
  return {
    ...blank(name),
    columns: declaration.column ? [declaration.column] : null,
    members: top(declaration.member),
    simples: top(declaration.simple),
    unless: declaration.unless ?? null,
  };
}

function memberReader(path: string | undefined, decode: Decoder, whenEmpty: unknown) {
  if (!path) return nothing;
  const steps = path.split('.');
  return (wire: Wire, dates: DateReader) => decode(steps.reduce(step, wire as unknown), dates) ?? whenEmpty;
}

const step = (value: unknown, name: string): unknown =>
  value === null || value === undefined ? null : (value as Record<string, unknown>)[name];

function prepareList(name: string, declaration: ListDeclaration): Source {
  const { list, column, member, simple } = declaration;
  const idMember = declaration.idMember ?? 'Id';
  return {
    ...blank(name),
    kind: 'list',
    list,
    columns: [column],
    members: [member],
    simples: simple ? [simple.id, simple.text].filter((each) => each !== undefined) : null,
    fromRow: (row, names) => listItem(list, idOf(row, names[0] as string) ?? null, textOf(row, names[0] as string)),
    fromEntity: (wire) => {
      const item = wire[member] as Wire | null | undefined;
      return item ? listItem(list, asWhole(item[idMember]) || null, asText(item.Value) ?? asText(item.Name)) : null;
    },
    fromSimple: (wire) =>
      listItem(list, (simple?.id && asWhole(wire[simple.id])) || null, simple?.text ? asText(wire[simple.text]) : null),
  };
}

const listItem = (list: string, listItemId: number | null, text: string | null): ListItemValue | null =>
  listItemId === null && text === null ? null : { list, listItemId, text };
