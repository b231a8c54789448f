import { madeOnce } from '../upstream/made-once.ts';
import { hasColumn } from './columns.ts';
import type { CrmRecord } from './record.ts';
import { asText, Column } from './row.ts';
import type { Read, Shape } from './shape.ts';
import type { CustomValues, EntitySource, ReferenceDeclaration, Source } from './sources.ts';

/** Where in a request's answer the records of a shape lie. */
export interface Place {
  /** The shape whose row request takes the columns; null: there is no row. */
  root: Shape | null;
  prefix: string;
  /** A simple carrier is nested here. */
  nested: boolean;
  /** Columns of the parent that hold the same as columns of this record. */
  same: Readonly<Record<string, string>>;
  /** Members of the parent's simple carrier that hold fields of this record. */
  simpleHolds: Readonly<Record<string, string>> | null;
}

/** Which of the places where a field may lie answers it. */
export type Via = 'entity' | 'row' | 'nested' | 'simple' | 'rest';

/** Neither a join nor a carrier: the record's own row. */
export const nowhere: Omit<Place, 'root'> = { prefix: '', nested: false, same: {}, simpleHolds: null };

/** The names of a source's columns in the row at this place; null where the provider lacks one of them. */
export function columnsAt({ root, prefix, same }: Place, source: Source): string[] | null {
  if (!root || !source.columns) return null;
  const names = source.columns.map((column) => same[column] ?? prefix + column);
  return names.every((name) => hasColumn(root.entity.provider, name)) ? names : null;
}

/** How a field is read from some columns of a row. */
interface RowReader {
  readonly names: readonly string[];
  readonly read: Read;
}

/** By the names of the columns. There are as many as the archives have columns, so all documents share them. */
const rowReaders = new WeakMap<Source, Map<string, RowReader>>();

/** Reads a field from its columns, which are asked for by their names. */
export function rowReader(source: Source, names: readonly string[]): RowReader {
  const readers = madeOnce(rowReaders, source, () => new Map<string, RowReader>());
  return madeOnce(readers, names.join(), () => {
    const { whenEmpty } = source;
    const columns = names.map((each) => new Column(each));
    const read = (record: CrmRecord) =>
      record.row ? source.fromRow(record.row, columns) : record.missing('row', whenEmpty);
    const text = source.isText ? names[0] : null;
    return { names, read: text ? Object.assign(read, { text }) : read };
  });
}

export const entityReader =
  (source: Source): Read =>
  (record) => {
    const { entity, dates } = record.beyond;
    return entity && dates ? source.fromEntity(entity, dates) : record.missing('entity', source.whenEmpty);
  };

export const simpleReader =
  (source: Source): Read =>
  (record) => {
    const { simple, dates } = record.beyond;
    return simple && dates ? source.fromSimple(simple, dates) : record.missing('simple', source.whenEmpty);
  };

/** What stands for a field of a record that has no row of its own, in the row at this place; null: nothing does. */
export function standInAt(place: Place, { fields }: EntitySource, source: Source | null): RowReader | null {
  const other = source?.standIn ? fields[source.standIn] : null;
  const names = other ? columnsAt(place, other) : null;
  return other && names ? rowReader(other, names) : null;
}

/** A text of a record that its parent's simple carrier holds under a name of its own; null: it holds none. */
export function heldAt({ simpleHolds }: Place, source: Source | null): ((record: CrmRecord) => string | null) | null {
  const member = source && simpleHolds?.[source.name];
  return member ? (record) => asText(record.beyond.holder?.[member]) : null;
}

/** Where the records at the end of a reference lie, by where its key was found. */
export function placeOf(reference: ReferenceDeclaration, via: Via, place: Place): Place {
  const root = reference.prefix ? place.root : null;
  const prefix = place.prefix + (reference.prefix ?? '');
  if (via === 'entity') return { ...nowhere, root, prefix, nested: true };
  if (via !== 'row') return { ...nowhere, root, prefix, simpleHolds: reference.simple?.fields ?? {} };
  const same = Object.entries(reference.same ?? {}).map(([column, own]) => [column, place.prefix + own]);
  return { ...nowhere, root: place.root, prefix: reference.prefix ? prefix : '-/', same: Object.fromEntries(same) };
}

/** The record's own column names the target even where the ticket cannot see it; the key within the join is empty then. */
export function keyColumnOf(
  { root, prefix }: Place,
  reference: ReferenceDeclaration,
  target: EntitySource,
): string | null {
  if (!reference.key) return null;
  const joined = prefix + (reference.prefix ?? '') + target.key.column;
  const isJoined = reference.prefix && !reference.keyIsText && root && hasColumn(root.entity.provider, joined);
  return isJoined ? joined : prefix + reference.key;
}

/** Asks for columns of the row at this place; `ids`: with those of list items or associates. */
export function addColumns({ root }: Place, names: readonly string[], ids: boolean): void {
  if (!root) return;
  for (const name of names) root.columns.add(name);
  if (ids) root.full = true;
}

/** Asks for the members of a source, of the entity of each record. */
export function addMembers(shape: Shape, place: Place, source: Source, field: string): void {
  const isFirst = shape.members === null;
  shape.members ??= new Set([shape.entity.key.member]);
  for (const member of source.members ?? []) shape.members.add(member);
  if (shape.entityFirst) return;
  shape.needsKey = true;
  if (!source.columns) shape.entityFields.push(field);
  const unless = source.unless && place.root && hasColumn(place.root.entity.provider, place.prefix + source.unless);
  if (!unless) shape.unless = null;
  else if (isFirst || shape.unless) shape.unless = [...(shape.unless ?? []), place.prefix + source.unless];
}

/** Custom fields that are named are columns of the record's own row; behind a join they are read by key. */
export function customColumns(
  shape: Shape,
  place: Place,
  responseKey: string,
  source: Source,
  keys: readonly string[],
): boolean {
  const { root } = place;
  if (!root || root.entity !== shape.entity || place.prefix !== '') return false;
  const { udef, extra } = source.custom as NonNullable<Source['custom']>;
  const columns = new Map(keys.map((key) => [key, (key.startsWith('x_') ? extra : udef) + key]));
  root.custom ??= [];
  for (const [key, column] of columns) root.custom.push({ owner: shape.entity.type, key, column });
  shape.reads[responseKey] = (record) =>
    record.row ? ({ from: 'row', row: record.row, columns } satisfies CustomValues) : record.missing('row', null);
  return true;
}
