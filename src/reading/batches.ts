import DataLoader from 'dataloader';
import { UpstreamError } from '../upstream/errors.ts';
import { madeOnce } from '../upstream/made-once.ts';
import type { EntityOptions } from '../upstream/superoffice/client.ts';
import { readEntity } from './entity.ts';
import { type FoundById, ReadOnce } from './once.ts';
import { asWhole, ParsedRow, type Row, wholeOf } from './row.ts';
import { allOf, areRising, chunked, idsCondition, keyOfRow, readRows } from './rows.ts';
import type { ReadScope } from './scope.ts';
import { columnsWith, type Shape } from './shape.ts';
import type { EntitySource, Wire } from './sources.ts';

/** Ids that a simple list is asked for at once. */
export const SIMPLE_LIST_CHUNK = 100;

interface Wanted {
  readonly id: number;
  readonly shape: Shape;
}

/** Rows that are asked for together. */
interface WantedRows {
  readonly ids: readonly number[];
  readonly shape: Shape;
}

interface RowLoader {
  readonly entity: EntitySource;
  readonly by: string;
  readonly loader: DataLoader<WantedRows, RowsByKey>;
}

/** Rows by the value that they were asked for by; where they could not be read, why. */
export type RowsByKey = FoundById<Row>;

/** Loads by id for one request: what one tick asks of one provider or agent is one upstream request. */
export class Batches {
  private readonly scope: ReadScope;
  /** One for each column that rows are asked for by: few. */
  private rowLoaders: RowLoader[] = [];
  private simpleLoaders: Map<EntitySource, DataLoader<Wanted, Wire | null>> | null = null;
  private entities: Map<string, Promise<Wire | null>> | null = null;

  constructor(scope: ReadScope) {
    this.scope = scope;
  }

  /** The rows of records with at least the shape's columns; none of one that the archive does not show. */
  rows(shape: Shape, ids: readonly number[], by: string = shape.entity.key.column): Promise<RowsByKey> {
    const { entity } = shape;
    let found = this.rowLoaders.find((each) => each.entity === entity && each.by === by);
    if (!found) {
      const options = { cache: false, maxBatchSize: 100_000 };
      const once = new ReadOnce<Row>();
      const read = (wanted: readonly WantedRows[]) => this.readRows(entity, by, wanted, once);
      found = { entity, by, loader: new DataLoader(read, options) };
      this.rowLoaders.push(found);
    }
    return found.loader.load({ ids, shape });
  }

  /** The simple carrier with at least the shape's members; null where it was not found. */
  simple(shape: Shape, id: number): Promise<Wire | null> {
    this.simpleLoaders ??= new Map();
    const loader = madeOnce(this.simpleLoaders, shape.entity, () => {
      const once = new ReadOnce<Wire>();
      const read = (wanted: readonly Wanted[]) => this.readSimples(shape.entity, wanted, once);
      return new DataLoader(read, { cache: false, maxBatchSize: 100_000 });
    });
    return loader.load({ id, shape });
  }

  /** The entity with the shape's members; null for one that does not exist. Asked for once per request. */
  entity(shape: Shape, id: number): Promise<Wire | null> {
    this.entities ??= new Map();
    return madeOnce(this.entities, entityName(shape, id), () => {
      const select = [...(shape.members ?? [])].sort();
      return readEntity(this.scope.superoffice, shape.entity, id, { select });
    });
  }

  /** Uses an entity that is at hand, with all members of the shape, in place of asking for it. */
  keep(shape: Shape, id: number, wire: Wire): void {
    this.entities ??= new Map();
    this.entities.set(entityName(shape, id), Promise.resolve(wire));
  }

  /** Forgets what was read: after a write, later reads ask again. */
  clear(): void {
    this.rowLoaders = [];
    this.simpleLoaders = null;
    this.entities = null;
  }

  private readRows(
    entity: EntitySource,
    by: string,
    wanted: readonly WantedRows[],
    once: ReadOnce<Row>,
  ): Promise<RowsByKey[]> {
    const select = columnsOf(by, wanted);
    const asked = { entity, by, ids: distinct(wanted), select, full: wanted.some(({ shape }) => shape.full) };
    return once.of(asked, (ids) => this.readChunks(asked, ids)).then((found) => wanted.map(() => found));
  }

  private readChunks(asked: AskedRows, ids: readonly number[]): Promise<RowsByKey> {
    const chunks = chunked(ids);
    const [only] = chunks;
    if (only && chunks.length === 1) return this.readChunk(asked, only);
    return Promise.all(chunks.map((chunk) => this.readChunk(asked, chunk))).then(
      (found) => new Map(found.flatMap((each) => [...each])),
    );
  }

  /** The rows of some ids; where they could not be read, the reason for each of them. */
  private readChunk({ entity, by, select, full }: AskedRows, ids: readonly number[]): Promise<RowsByKey> {
    const isKey = by === entity.key.column;
    const request = {
      provider: entity.provider,
      select,
      filter: allOf(idsCondition(by, ids, isKey && entity.keyIsAssociate ? 'associateIsOneOf' : 'in'), entity.always),
      orderBy: [`${entity.key.column} asc`], // AllUsers cannot be ordered by personId
      top: ids.length,
      entities: entity.entities ?? [],
      full,
    };
    const identify = (row: Row) => (isKey ? keyOfRow(row, entity) : wholeOf(row, by)) ?? nobody(row.at);
    const rowsOfIds = (rows: readonly Row[]) => {
      const found = new Map<number, Row | Error>();
      for (const row of rows) found.set(identify(row), row);
      return doubted(found, ids);
    };
    return readRows(this.scope, request, identify).then(
      ({ rows }) => rowsOfIds(rows),
      (refusal: unknown) =>
        this.standIn(entity, isKey, ids, refusal).catch(
          (failure: unknown) => new Map(ids.map((id) => [id, failure as Error])),
        ),
    );
  }

  /** Rows made of simple carriers, where the ticket may not read the archive; any other failure stays one. */
  private async standIn(
    entity: EntitySource,
    isKey: boolean,
    ids: readonly number[],
    error: unknown,
  ): Promise<RowsByKey> {
    const { rowOfSimple, simpleList } = entity;
    // Which refusal it is, is nowhere written: a right that is missing, or an archive that is not there for this ticket.
    const isRefused = error instanceof UpstreamError && ['forbidden', 'notFound', 'invalid'].includes(error.kind);
    if (!rowOfSimple || !simpleList || !isKey || !isRefused || !this.scope.agents) throw error;
    const rowOf = (each: Wire | Error) =>
      each instanceof Error ? each : new ParsedRow(rowOfSimple(each), this.scope.archiveDates);
    const found = await this.carriers(entity, ids);
    return new Map([...found].map(([id, each]) => [id, rowOf(each)]));
  }

  private async readSimples(
    entity: EntitySource,
    wanted: readonly Wanted[],
    once: ReadOnce<Wire>,
  ): Promise<(Wire | null | Error)[]> {
    const ids = [...new Set(wanted.map(({ id }) => id))];
    const select = [...new Set(wanted.flatMap(({ shape }) => [...(shape.simples ?? [])]))];
    const found = await once.of({ ids, select, full: false }, (left) => this.carriers(entity, left, { select }));
    return wanted.map(({ id }) => found.get(id) ?? null);
  }

  /** Simple carriers by key; where they could not be read, why. */
  private async carriers(
    { simpleList, key }: EntitySource,
    ids: readonly number[],
    options?: EntityOptions,
  ): Promise<Map<number, Wire | Error>> {
    const found = new Map<number, Wire | Error>();
    const read = async (chunk: readonly number[]) => {
      try {
        const carriers = await this.scope.superoffice.agentRead<(Wire | null)[]>(simpleList as string, chunk, options);
        if (!Array.isArray(carriers)) throw new UpstreamError('superoffice', 'malformed');
        for (const [id, each] of doubted(carriersByKey(carriers, key.member), chunk)) found.set(id, each);
      } catch (error) {
        for (const id of chunk) found.set(id, error as Error);
      }
    };
    const chunks: Promise<void>[] = [];
    for (let at = 0; at < ids.length; at += SIMPLE_LIST_CHUNK) chunks.push(read(ids.slice(at, at + SIMPLE_LIST_CHUNK)));
    await Promise.all(chunks);
    return found;
  }
}

/** What is asked of one provider for the ids of one tick. */
interface AskedRows {
  readonly entity: EntitySource;
  /** The column that the ids are of. */
  readonly by: string;
  readonly select: readonly string[];
  readonly full: boolean;
}

function columnsOf(by: string, wanted: readonly WantedRows[]): readonly string[] {
  const [first] = wanted;
  if (first && wanted.every(({ shape }) => shape === first.shape)) return columnsWith(first.shape, by);
  const shapes = new Set(wanted.map(({ shape }) => shape));
  return [...new Set([by, ...[...shapes].flatMap(({ columns }) => [...columns])])];
}

/** All that are asked for, each once and in order. */
function distinct(wanted: readonly WantedRows[]): readonly number[] {
  const [first] = wanted;
  if (first && wanted.length === 1 && areRising(first.ids)) return first.ids;
  return [...new Set(wanted.flatMap(({ ids }) => ids))].sort((one, other) => one - other);
}

/** What stands in the place of an id that cannot be read: no record has it. */
const nobody = (at: number): number => -1 - at;

/** What is not there is left out of an answer, is null in it, or has an empty key (superoffice.md 5.1). */
function carriersByKey(carriers: readonly (Wire | null)[], member: string): Map<number, Wire | Error> {
  const found = new Map<number, Wire | Error>();
  for (const [at, carrier] of carriers.entries()) {
    const written = carrier?.[member];
    const id = asWhole(written);
    if (carrier === null || written === null || id === 0) continue;
    found.set(id ?? nobody(at), carrier);
  }
  return found;
}

/** Where something came that is about none of the records asked for, those about which nothing came may be there all the same. */
function doubted<Value>(found: Map<number, Value | Error>, ids: readonly number[]): Map<number, Value | Error> {
  const missing = ids.filter((id) => !found.has(id));
  const isForeign = found.size + missing.length > ids.length;
  if (missing.length > 0 && isForeign) {
    const failure = new UpstreamError('superoffice', 'malformed');
    for (const id of missing) found.set(id, failure);
  }
  return found;
}

const entityName = ({ entity, members }: Shape, id: number): string =>
  `${entity.path}/${id} ${[...(members ?? [])].sort()}`;
