import { UpstreamError } from '../upstream/errors.ts';
import { asWhole, type Cell, type Column, cellOf, type DateReader, idOf, type Row, textOf } from './row.ts';
import { entityIsRead, type Link, needsMore, type Shape } from './shape.ts';
import type { ReferenceDeclaration, Wire } from './sources.ts';

/** A record, or what lies in one: its fields are read by the keys of the answer. */
export abstract class Held {
  abstract readonly record: CrmRecord;
  abstract readonly reads: Shape['reads'];
}

/** Where a record's values lie beside its row. */
class Beyond {
  entity: Wire | null = null;
  /** A simple carrier: from `Get{X}List`, or nested in another entity. */
  simple: Wire | null = null;
  /** How the dates of both are read. */
  dates: DateReader | null = null;
  /** The simple carrier of another record, where that names this one by its key and perhaps more. */
  holder: Wire | null = null;
  /** The same record read by its key, for the columns that a join lacks. */
  rest: CrmRecord | null = null;
  /** Its row, read by key, is not there. */
  isMissing = false;
  failures: Map<string, unknown> | null = null;
}

const nothingBeyond: Readonly<Beyond> = new Beyond();

/** A record of a CRM at one place of a query, with what that place needs of it. Fields read from it without waiting. */
export class CrmRecord extends Held {
  readonly shape: Shape;
  /** null: a slim row, where the selection needs no key. */
  readonly key: number | null;
  row: Row | null = null;
  /** Response keys of references and children that were loaded, each with what was. They are few, and many records have some. */
  private links: unknown[] | null = null;
  /** Most records are one of many rows, and have nothing else. */
  private own: Beyond | null = null;

  constructor(shape: Shape, key: number | null) {
    super();
    this.shape = shape;
    this.key = key;
  }

  get record(): CrmRecord {
    return this;
  }

  get reads(): Shape['reads'] {
    return this.shape.reads;
  }

  get beyond(): Readonly<Beyond> {
    return this.own ?? nothingBeyond;
  }

  /** The same, to put something there. */
  get room(): Beyond {
    this.own ??= new Beyond();
    return this.own;
  }

  /** Remembers that a slot or link could not be loaded; its fields raise that error. */
  fail(place: string, error: unknown): void {
    this.room.failures ??= new Map();
    this.room.failures.set(place, error);
  }

  /** What came of reading this record; an error is only that of the fields that need what was to be read. */
  unlessFailed<Outcome>(outcome: Outcome): Outcome | this {
    if (!(outcome instanceof Error)) return outcome;
    this.fail(this.shape.entityFirst ? 'entity' : 'row', outcome);
    return this;
  }

  /** Stands where nothing was loaded: raises the failure, or gives what the field shows for "nothing". */
  missing(place: string, whenEmpty: unknown): unknown {
    const { failures } = this.beyond;
    if (failures?.has(place)) throw failures.get(place);
    return whenEmpty;
  }

  /** Whatever was read by its key has found nothing, and no row or carrier that it lies in holds anything of it: its link is null. */
  get isGone(): boolean {
    const { shape, key, beyond } = this;
    const byEntity = entityIsRead(shape);
    if (shape.holds || !key || !(shape.rest || byEntity || shape.simples)) return false;
    if (shape.rest && !beyond.isMissing) return false;
    if (byEntity && (beyond.entity || beyond.failures?.has('entity'))) return false;
    return !(shape.simples && (beyond.simple || beyond.failures?.has('simple')));
  }

  read(responseKey: string): unknown {
    return this.shape.reads[responseKey]?.(this);
  }

  setLink(responseKey: string, value: unknown): void {
    const { links } = this;
    const at = links?.indexOf(responseKey) ?? -1;
    if (!links) this.links = [responseKey, value];
    else if (at < 0) links.push(responseKey, value);
    else links[at + 1] = value;
  }

  /** What was loaded for a reference or as children; undefined: nothing was. */
  link(responseKey: string): unknown {
    const at = this.links?.indexOf(responseKey) ?? -1;
    return at < 0 ? undefined : this.links?.[at + 1];
  }

  /** The same, which must have been loaded, or have failed. */
  linked(responseKey: string): unknown {
    const value = this.link(responseKey);
    return value === undefined ? this.missing(responseKey, null) : value;
  }
}

/** Fields that belong together, such as an address, wherever they are read from. */
export interface Block {
  /** By the key that the answer has it under, and by its name in the schema. */
  read(responseKey: string, field: string): unknown;
}

/** What a field makes of the value that was read for it. */
export type Show = (value: never, context: never, args: Readonly<Record<string, unknown>>) => unknown;

/**
 * Of a field that is nothing but what `reads` of its record, or of a block of one, gives under the key of the answer. Where that is
 * undefined it was not planned for, and the field's resolver has to load it.
 */
export interface DirectExtensions {
  /** null: the value is shown as it is. */
  readonly direct?: Show | null;
  /** Of a field that shows a text as it lies in a row, unless arguments ask for another: where; null: only the resolver knows. */
  readonly cellOf?: (value: never) => Cell | null;
}

/** A block of fields within a record, such as its address. */
export class CrmBlock extends Held implements Block {
  readonly record: CrmRecord;
  readonly reads: Shape['reads'];

  constructor(record: CrmRecord, reads: Shape['reads']) {
    super();
    this.record = record;
    this.reads = reads;
  }

  read(responseKey: string): unknown {
    return this.reads[responseKey]?.(this.record);
  }
}

/** The record that a link leads to: what was loaded for it, or what the row or carrier at hand holds. */
export function follow(record: CrmRecord, link: Link): CrmRecord | null {
  const loaded = record.link(link.responseKey);
  if (loaded !== undefined) return loaded as CrmRecord | null;
  if (needsMore(link.shape) || link.from === 'by') return record.missing(link.responseKey, null) as null;
  return linked(record, link);
}

/** The record at the end of a link, with the part of the row or carrier that it lies in; null where there is none. */
export function linked(record: CrmRecord, link: Link): CrmRecord | null {
  const reference = link.source.reference as ReferenceDeclaration;
  if (link.from === 'row') return fromRow(record, link);
  const isNested = link.from === 'entity';
  const carrier = isNested ? record.beyond.entity : record.beyond.simple;
  if (!carrier) return record.missing(link.from, null) as null;
  const holder = isNested ? (carrier[reference.member as string] as Wire | null) : carrier;
  const key = keyIn(holder?.[isNested ? link.shape.entity.key.member : (reference.simple?.key ?? '')]);
  if (!holder || !key) return null;
  const lost = record.row ? undefined : record.beyond.failures?.get('row');
  const target = new CrmRecord(record.row || lost ? link.shape : withoutRow(link.shape), key);
  target.row = record.row;
  if (lost) target.fail('row', lost);
  if (isNested) {
    target.room.simple = holder;
    target.room.dates = record.beyond.dates;
  } else target.room.holder = holder;
  return target;
}

/** What a row should have held that the archive does not show is left out, so that its fields load it by the record's own key. */
function withoutRow(shape: Shape): Shape {
  if (shape.inRow.size === 0) return shape;
  const reads: Shape['reads'] = Object.create(null);
  for (const [name, read] of Object.entries(shape.reads)) if (!shape.inRow.has(name)) reads[name] = read;
  return { ...shape, reads };
}

function fromRow(record: CrmRecord, link: Link): CrmRecord | null {
  const { row } = record;
  if (!row) return record.missing('row', null) as null;
  const column = link.keyColumn as Column;
  const isText = link.source.reference?.keyIsText === true;
  const id = idOf(row, column);
  const isPresent = isText && !row.full ? textOf(row, column) !== null : id !== null;
  if (!isPresent) return null;
  const key = id ?? (isText ? null : keyIn(cellOf(row, column)));
  if (!isText && !key) return null;
  const target = new CrmRecord(link.shape, key);
  target.row = row;
  return target;
}

/** The key that a cell or a member holds; null where it is empty. One that cannot be read leads to some record all the same. */
function keyIn(written: unknown): number | null {
  if (written === undefined || written === null || written === '') return null;
  const key = asWhole(written);
  if (key === null) throw new UpstreamError('superoffice', 'malformed');
  return key || null;
}
