import { type FieldNode, type GraphQLField, getArgumentValues } from 'graphql';
import type { ChildLink } from './children.ts';
import type { CrmRecord } from './record.ts';
import type { Column } from './row.ts';
import type { EntitySource, Source } from './sources.ts';
import type { ConnectionParts } from './wanted.ts';

/** Reads a field of its record. */
export interface Read {
  (record: CrmRecord): unknown;
  /** The column whose text the field shows as it stands, unless it is empty. */
  readonly text?: string;
}

/** What one place of a query needs of the records that stand there, and how each selected field is read from them. */
export interface Shape {
  readonly entity: EntitySource;
  /** By response key. */
  readonly reads: Record<string, Read>;
  /** Response keys of what is read from the row that the record lies in. */
  readonly inRow: Set<string>;
  /** Columns of the row request, prefixes included. Joined shapes add theirs to the shape at the root of the row. */
  readonly columns: Set<string>;
  /** The tenant's own fields are selected, of which its layout tells. */
  hasCustom: boolean;
  /** Entities whose layouts are needed for all that is read with the records; null: they were not looked for yet. */
  layouts: readonly string[] | null;
  /** Something is asked about all of the records by their keys, in one request. */
  isAskedAbout: boolean;
  /** Columns of the tenant's own fields, asked for once the layout has said that they exist. */
  custom: CustomColumn[] | null;
  /** Ids of list items or associates are needed: `$mode=Full`. */
  full: boolean;
  /** Members of `Get{X}List`; null: not asked for. */
  simples: Set<string> | null;
  /** Members of the entity; null: not read. */
  members: Set<string> | null;
  /** The entity answers for the record's existence, and no row is needed for it. */
  entityFirst: boolean;
  /** Columns (with prefix) that, all false, spare reading the entity; null: it is always read. */
  unless: readonly string[] | null;
  /** The fields that made the entity necessary, for the message when there are too many requests. */
  readonly entityFields: string[];
  readonly links: Link[];
  readonly children: Child[];
  /** Where else in the answer the same records stand, with another selection; null: nowhere. */
  places: readonly PlaceShape[] | null;
  /** Fields that the join lacks, read by key; null: none. */
  rest: Shape | null;
  /** Which records need their rest, as others hold all of it themselves; null: every one. */
  lacks: ((record: CrmRecord) => boolean) | null;
  /** Some field is read from the row or carrier that the record lies in, so that it stands without its rest. */
  holds: boolean;
  /** The key is asked for, or needed to load more. */
  needsKey: boolean;
  /** What `needsMore` has found, since it is asked for each record; null: it was not asked yet. */
  more: boolean | null;
  /** What `columnsWith` has found last. */
  select: { readonly question: string; readonly count: number; readonly columns: readonly string[] } | null;
}

/** The column of a field that the tenant has made. */
export interface CustomColumn {
  /** Type in the graph of the records that have it. */
  owner: string;
  key: string;
  column: string;
}

/** Records of a list at further places of its answer, by the keys there. */
export interface PlaceShape {
  readonly names: readonly string[];
  readonly shape: Shape;
}

/** A reference that lies in the record's own row or carrier. */
export interface Link {
  readonly responseKey: string;
  readonly source: Source;
  readonly shape: Shape;
  /** Where the key and the nested values lie. */
  readonly from: 'row' | 'entity' | 'simple' | 'by';
  /** Key column with its prefix. */
  readonly keyColumn: Column | null;
}

/** Records that point to this one. */
export interface Child {
  readonly responseKey: string;
  readonly field: GraphQLField<unknown, unknown>;
  readonly node: FieldNode;
  /** Its arguments, where no variable changes them. */
  readonly fixed: Readonly<Record<string, unknown>> | null;
  readonly link: ChildLink;
  readonly shape: Shape;
  readonly parts: ConnectionParts;
}

export const newShape = (entity: EntitySource): Shape => ({
  entity,
  // Keys are what clients call their fields, `constructor` too.
  reads: Object.create(null) as Shape['reads'],
  inRow: new Set(),
  columns: new Set(),
  hasCustom: false,
  layouts: null,
  isAskedAbout: false,
  custom: null,
  full: false,
  simples: null,
  members: null,
  entityFirst: false,
  unless: null,
  entityFields: [],
  links: [],
  children: [],
  places: null,
  rest: null,
  lacks: null,
  holds: false,
  needsKey: false,
  more: null,
  select: null,
});

/** Whether the entity of each record is read, whatever its row says. */
export const entityIsRead = ({ members, unless }: Shape): boolean => members !== null && unless === null;

/** Whether records of this shape, once it is planned, need a request beyond the row or carrier that they lie in. */
export function needsMore(shape: Shape): boolean {
  shape.more ??= shape.members !== null || needsMoreThanEntity(shape);
  return shape.more;
}

/** The same of records whose entity is there. */
export const needsMoreThanEntity = ({ simples, rest, children, links }: Shape): boolean =>
  simples !== null ||
  rest !== null ||
  children.length > 0 ||
  links.some((link) => link.from === 'by' || needsMore(link.shape));

/** The shapes of all that is read with the records of a shape. */
export const within = ({ links, children, places, rest }: Shape): Shape[] => [
  ...[...links, ...children, ...(places ?? [])].map(({ shape }) => shape),
  ...(rest ? [rest] : []),
];

/** Whether something is wanted of the records' own rows, beside their key. */
export const needsColumns = ({ columns, custom }: Shape): boolean => columns.size > 1 || custom !== null;

/** The columns of the shape's rows between those of a question, each once: the same list for the same question. */
export function columnsWith(shape: Shape, key: string, more: readonly string[] = []): readonly string[] {
  const question = more.length === 0 ? key : [key, ...more].join();
  const { select, columns } = shape;
  // Columns of custom fields come in when it is known that they exist.
  if (select && select.question === question && select.count === columns.size) return select.columns;
  const made = [...new Set([key, ...columns, ...more])];
  shape.select = { question, count: columns.size, columns: made };
  return made;
}

/** The arguments of a list of children in this operation. */
export const argumentsOf = (
  { field, node, fixed }: Child,
  variables: Readonly<Record<string, unknown>>,
): Readonly<Record<string, unknown>> => fixed ?? getArgumentValues(field, node, variables);
