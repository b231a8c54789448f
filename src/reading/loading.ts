import { Batches } from './batches.ts';
import { type ChildPage, checkChildCursor, readChildren } from './children.ts';
import { type Connection, listOf, noPage, recordOf, standing } from './connections.ts';
import { type Total, totalOf } from './count.ts';
import { type PageQuery, readPage } from './page.ts';
import { CrmRecord, linked } from './record.ts';
import { asFlag, cellOf, type Row } from './row.ts';
import { allOf, eachOnce, idsCondition } from './rows.ts';
import type { ReadScope } from './scope.ts';
import { isNarrowed, readAnew } from './several.ts';
import { type Child, type Link, needsMore, needsMoreThanEntity, type Shape } from './shape.ts';
import type { Wire } from './sources.ts';
import type { ConnectionParts } from './wanted.ts';

/** A child's page arguments, made for any parent. */
export type ChildQuery = (child: Child) => PageQuery | Promise<PageQuery>;

/** Loads the records of one request, wave by wave: all that a wave can know goes out together. */
export class Loading {
  private readonly scope: ReadScope;
  private readonly childQuery: ChildQuery;
  readonly batches: Batches;

  constructor(scope: ReadScope, childQuery: ChildQuery) {
    this.scope = scope;
    this.childQuery = childQuery;
    this.batches = new Batches(scope);
  }

  /** Records by key, in their order: null for one not there, an error for one not read, which of `known` ones is that of their fields. */
  byKeys(shape: Shape, keys: readonly number[], known = false): Promise<(CrmRecord | null | Error)[]> {
    const distinct = eachOnce(keys);
    const read = this.distinct(shape, distinct, known);
    if (distinct.length === keys.length) return read;
    return read.then((there) => {
      const outcomes = new Map(distinct.map((key, at) => [key, there[at]]));
      return keys.map((key) => outcomes.get(key) ?? null);
    });
  }

  private distinct(shape: Shape, keys: readonly number[], known: boolean): Promise<(CrmRecord | null | Error)[]> {
    const records = keys.map((key) => new CrmRecord(shape, key));
    const early = needsMore(shape) ? this.ofKeys(shape, records) : nothingLoads;
    const reading = shape.entityFirst
      ? Promise.all(records.map((record) => this.existingEntity(record)))
      : this.existingRows(shape, records);
    if (!needsMore(shape)) return reading;
    return reading.then(async (read) => {
      const there = known ? records.map((record, at) => record.unlessFailed(read[at] ?? null)) : read;
      const found = records.filter((record, at) => there[at] === record);
      await allOfThem([early.all, this.ofRows(shape, found, early.carriers)]);
      return there;
    });
  }

  /** A record whose entity came back from a write. What it does not hold of the shape is read. */
  async written(shape: Shape, key: number, wire: Wire | null): Promise<CrmRecord | null> {
    if (wire && [...(shape.members ?? [])].every((member) => wire[member] !== undefined)) {
      if (shape.columns.size === 0 && !needsMoreThanEntity(shape))
        return this.ofEntity(new CrmRecord(shape, key), wire);
      this.batches.keep(shape, key, wire);
    }
    const [outcome] = await this.byKeys(shape, [key]);
    if (outcome instanceof Error) throw outcome;
    return outcome ?? null;
  }

  private ofEntity(record: CrmRecord, wire: Wire): CrmRecord {
    record.room.entity = wire;
    record.room.dates = this.scope.entityDates;
    return record;
  }

  /** Records whose own column holds the key of another record: the user that a person is. */
  private async byColumn(
    shape: Shape,
    column: string,
    keys: readonly number[],
  ): Promise<Map<number, CrmRecord | Error>> {
    const found = new Map<number, CrmRecord | Error>();
    const rows = await this.batches.rows(shape, keys, column);
    for (const key of new Set(keys)) {
      const row = rows.get(key);
      if (row) found.set(key, row instanceof Error ? row : recordOf(shape, row));
    }
    const records = [...found.values()].filter((each) => each instanceof CrmRecord);
    await this.fill(shape, records);
    return found;
  }

  /** A page of records with all that the shape needs of them, or their number, or both. */
  async page(shape: Shape, query: PageQuery, parts: ConnectionParts): Promise<Connection> {
    const total = totalOf(this.scope, shape.entity, query.filter);
    if (parts.total) total(); // in one wave with the page
    if (!parts.rows) return { page: noPage, records: [], places: null, total };
    const page = await readPage(this.scope, shape, query);
    const list = listOf(shape, page, total);
    const narrowed = isNarrowed(shape, query.filter);
    if (narrowed || needsMore(shape) || shape.places) await this.fillLists(shape, [list], narrowed);
    return list;
  }

  /** Loads what the records of lists need, wherever they stand in the answer. */
  private async fillLists(shape: Shape, lists: readonly Connection[], anew: boolean): Promise<void> {
    const records = lists.flatMap((list) => list.records);
    if (!shape.places) return this.fill(shape, records, anew);
    if (anew) await readAnew(this.batches, shape, records);
    for (const list of lists) list.places = standing(shape, list.records);
    const at = (name: string) => lists.flatMap((list) => list.places?.get(name) ?? []);
    const others = shape.places.map(({ names, shape: inner }) => this.fill(inner, at(names[0] as string)));
    await Promise.all([this.fill(shape, records), ...others]);
  }

  /** Loads what the records need beyond the row or carrier that they lie in; `anew`: their rows, too. Failures stay with the records. */
  async fill(shape: Shape, records: readonly CrmRecord[], anew = false): Promise<void> {
    if (anew) await readAnew(this.batches, shape, records);
    if (records.length === 0 || !needsMore(shape)) return;
    const early = this.ofKeys(shape, records);
    await allOfThem([early.all, this.ofRows(shape, records, early.carriers)]);
  }

  /** Whether records are there is what their rows decide. */
  private existingRows(shape: Shape, records: readonly CrmRecord[]): Promise<(CrmRecord | null | Error)[]> {
    const keys = records.map((record) => record.key as number);
    return this.batches.rows(shape, keys).then((rows) =>
      records.map((record) => {
        const row = rows.get(record.key as number) ?? null;
        if (row instanceof Error) return row;
        record.row = row;
        return row && record;
      }),
    );
  }

  /** The same where the entity decides, since it comes first. */
  private async existingEntity(record: CrmRecord): Promise<CrmRecord | null | Error> {
    const { shape } = record;
    const key = record.key as number;
    const rows = shape.columns.size > 0 ? this.batches.rows(shape, [key]) : null;
    const wire = await this.batches.entity(shape, key).catch((error: Error) => error);
    if (wire === null) return null;
    // Where the entity fails, too: of a record that is known to be there the row still shows what it holds.
    const cells = (await rows)?.get(key) ?? null;
    if (cells instanceof Error) record.fail('row', cells);
    else record.row = cells;
    return wire instanceof Error ? wire : this.ofEntity(record, wire);
  }

  /** What needs nothing but the records' keys. */
  private ofKeys(shape: Shape, records: readonly CrmRecord[]): Early {
    const work: Promise<unknown>[] = shape.children.map((child) => this.children(child, records));
    const carried: Promise<unknown>[] = shape.simples
      ? records.map((record) => this.carrier(shape, record, 'simple'))
      : [];
    if (shape.members && !shape.entityFirst && !shape.unless)
      carried.push(...records.map((record) => this.carrier(shape, record, 'entity')));
    const carriers = allOfThem(carried);
    if (shape.rest) work.push(this.rest(shape.rest, shape.lacks ? records.filter(shape.lacks) : records));
    for (const link of shape.links) if (link.from === 'by') work.push(this.linkedBy(link, records));
    return { carriers, all: allOfThem([carriers, ...work]) };
  }

  /** What needs the records' rows or entities; what lies in carriers that are under way waits for these. */
  private ofRows(shape: Shape, records: readonly CrmRecord[], carriers: Work): Work {
    const work: Promise<unknown>[] = [];
    for (const link of shape.links) {
      if (link.from === 'by' || !needsMore(link.shape)) continue;
      const waits = carriers && (link.from === 'entity' ? !shape.entityFirst : link.from === 'simple' && shape.simples);
      work.push(waits ? carriers.then(() => this.follow(link, records)) : this.follow(link, records));
    }
    if (shape.members && shape.unless) {
      const columns = shape.unless;
      const mayBeSet = (row: Row) => columns.some((column) => asFlag(cellOf(row, column)) !== false);
      const wanted = records.filter(({ row }) => !row || mayBeSet(row));
      work.push(...wanted.map((record) => this.carrier(shape, record, 'entity')));
    }
    return allOfThem(work);
  }

  private async carrier(shape: Shape, record: CrmRecord, place: 'entity' | 'simple'): Promise<void> {
    if (!record.key) return;
    try {
      record.room[place] = await this.batches[place](shape, record.key);
      record.room.dates = this.scope.entityDates;
    } catch (error) {
      record.fail(place, error);
    }
  }

  private async rest(rest: Shape, records: readonly CrmRecord[]): Promise<void> {
    const keyed = records.filter((record) => record.key);
    if (keyed.length === 0) return;
    const found = await this.byKeys(
      rest,
      keyed.map((record) => record.key as number),
    );
    keyed.forEach((record, at) => {
      const outcome = found[at];
      if (outcome instanceof CrmRecord) record.room.rest = outcome;
      else if (outcome) record.fail('rest', outcome);
      else record.room.isMissing = true;
    });
  }

  private async linkedBy(link: Link, records: readonly CrmRecord[]): Promise<void> {
    const keys = records.map((record) => record.key as number);
    const found = await this.byColumn(link.shape, link.source.reference?.by as string, keys);
    for (const record of records) set(record, link.responseKey, found.get(record.key as number) ?? null);
  }

  private async follow(link: Link, records: readonly CrmRecord[]): Promise<void> {
    const [from, targets]: [CrmRecord[], CrmRecord[]] = [[], []];
    for (const record of records) {
      const target = linkOrFailure(record, link);
      if (target instanceof CrmRecord) {
        from.push(record);
        targets.push(target);
      } else set(record, link.responseKey, target);
    }
    await this.fill(link.shape, targets);
    for (const [at, target] of targets.entries()) from[at]?.setLink(link.responseKey, target.isGone ? null : target);
  }

  private async children(child: Child, records: readonly CrmRecord[]): Promise<void> {
    if (records.length === 0) return;
    const parents = eachOnce(records.map((record) => record.key as number));
    const made = this.queryOf(child, parents);
    const query = made instanceof Promise ? await made : made;
    const total = query instanceof Error ? uncounted : this.childTotal(child, parents, query);
    const outcome = query instanceof Error ? query : await this.childPages(child, parents, query);
    for (const record of records) {
      const page = outcome instanceof Error ? outcome : outcome.get(record.key as number);
      if (page instanceof Error) record.fail(child.responseKey, page);
      else if (page) record.setLink(child.responseKey, listOf(child.shape, page, total));
    }
    const narrowed = !(query instanceof Error) && isNarrowed(child.shape, query.filter);
    if (!narrowed && !needsMore(child.shape) && !child.shape.places) return;
    const lists = records.map((record) => record.link(child.responseKey) as Connection | undefined);
    await this.fillLists(
      child.shape,
      lists.filter((list) => list !== undefined),
      narrowed,
    );
  }

  /** Of one parent's list it is told here whether it has the cursor, so that nothing is counted either. */
  private queryOf(
    child: Child,
    [parent, ...others]: readonly number[],
  ): PageQuery | Error | Promise<PageQuery | Error> {
    const checked = (query: PageQuery): PageQuery => {
      if (parent !== undefined && others.length === 0) checkChildCursor(child.link, query, parent);
      return query;
    };
    try {
      const query = this.childQuery(child);
      return query instanceof Promise ? query.then(checked).catch((error: Error) => error) : checked(query);
    } catch (error) {
      return error as Error;
    }
  }

  private childPages(
    { link, shape, parts }: Child,
    parents: readonly number[],
    query: PageQuery,
  ): Promise<Map<number, ChildPage> | Error> | Map<number, ChildPage> {
    if (!parts.rows) return new Map(parents.map((parent) => [parent, noPage]));
    return readChildren(this.scope, link, shape, parents, query).catch((error: Error) => error);
  }

  /** Of several parents the upstream counts all children together, so only those of one are counted. */
  private childTotal({ link, shape, parts }: Child, [parent, ...others]: readonly number[], query: PageQuery): Total {
    if (parent === undefined || others.length > 0) return uncounted;
    const text = allOf(idsCondition(link.column, [parent], link.operator), query.filter.text);
    const total = totalOf(this.scope, shape.entity, { ...query.filter, text });
    if (parts.total) total(); // in one wave with the rows
    return total;
  }
}

/** What is under way; null: nothing is. */
type Work = Promise<unknown> | null;

/** What was begun with nothing but keys: carriers and entities of the records themselves, and these among all of it. */
type Early = Readonly<Record<'carriers' | 'all', Work>>;

const nothingLoads: Early = { carriers: null, all: null };

function allOfThem(work: readonly Work[]): Work {
  const left = work.filter((each) => each !== null);
  return left.length > 1 ? Promise.all(left) : (left[0] ?? null);
}

const uncounted: Total = async () => null;

function linkOrFailure(record: CrmRecord, link: Link): CrmRecord | null | Error {
  try {
    return linked(record, link);
  } catch (error) {
    return error as Error;
  }
}

function set(record: CrmRecord, responseKey: string, outcome: CrmRecord | null | Error): void {
  if (outcome instanceof Error) record.fail(responseKey, outcome);
  else record.setLink(responseKey, outcome);
}
