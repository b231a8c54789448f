import DataLoader from 'dataloader';
import type { FieldNode, GraphQLResolveInfo } from 'graphql';
import { madeOnce } from '../../upstream/made-once.ts';
import type { FieldConfiguration } from '../../upstream/onoffice/configuration.ts';
import { ById, type Found } from './by-id.ts';
import { type EstateRow, MOST_ROWS, readEstates, readVersionsOf } from './estate-reads.ts';
import { existingVersions, learnedMainLanguage } from './languages.ts';
import { type EstatePageQuery, type EstatePageRead, readEstatePage } from './page.ts';
import { type PictureRead, readPictures } from './pictures.ts';
import { AddressRecord, EstateRecord, type ReadValues } from './record.ts';
import { readAddresses, readRelated } from './related.ts';
import type { EstateScope } from './scope.ts';
import { addressWants, beginById, type EstateWants, estateWants } from './wants.ts';

/** A page with its records. */
export interface EstatePage extends EstatePageRead {
  readonly records: readonly EstateRecord[];
}

/** What a query selects at a place, once it has been looked at. */
interface Place {
  /** Where it leads to estates. */
  estates: EstateWants | null;
  /** Where it leads to address records: the fields that are read of them, and what such a read is called. */
  addresses: { readonly name: string; readonly fields: readonly string[] } | null;
}

const addressesWith = (fields: readonly string[]) => ({ name: `address ${fields}`, fields });

/** Which end of a relation is known. */
export type Side = 'parent' | 'child';

/** Estates and what hangs on them, for one operation: what one tick asks is one POST, and nothing is asked for twice. */
export class Estates {
  readonly scope: EstateScope;
  private readonly places = new Map<readonly FieldNode[], Place>();
  private readonly placesByName = new Map<string, Place>();
  private readonly numbers = new Map<FieldNode, number>();
  private loads = new Map<string, ById<unknown>>();
  private records = new Map<EstateWants, DataLoader<number, EstateRecord | null>>();
  private main: Promise<string> | null = null;

  constructor(scope: EstateScope) {
    this.scope = scope;
  }

  /** Null for one that does not exist, or that the API user cannot see. */
  byId(id: number, info: GraphQLResolveInfo): Promise<EstateRecord | null> {
    const wants = this.wants(info);
    const read = (ids: readonly number[]) => this.readByIds(ids, wants, info);
    return madeOnce(this.records, wants, () => new DataLoader(read, { maxBatchSize: MOST_ROWS })).load(id);
  }

  async page(query: EstatePageQuery, info: GraphQLResolveInfo): Promise<EstatePage> {
    const page = await readEstatePage(this.scope, query, this.wants(info));
    return { ...page, records: this.recordsOf(page.rows) };
  }

  /** Released pictures in the order that the CRM keeps them in; `size` as onOffice takes it. */
  pictures({ id, page }: EstateRecord, size: string): Promise<PictureRead[]> {
    return this.picturesWith(size).one(id, page);
  }

  beginPictures(id: number, size: string): void {
    this.picturesWith(size).all([id]);
  }

  /** An address record with what the field selects of it; null where it does not exist or cannot be seen. */
  address(id: number, info: GraphQLResolveInfo): Promise<AddressRecord | null> {
    return this.addressesAt(info).reads.one(id);
  }

  /** Those at the other end of a relation (`estate:address:owner`) that are there, in the order of the CRM. */
  addressesOf({ id, page }: EstateRecord, type: string, info: GraphQLResolveInfo): Promise<AddressRecord[]> {
    const { name, reads } = this.addressesAt(info);
    return this.load(`${type} ${name}`, (ids) => this.readAddressesOf(ids, type, reads)).one(id, page);
  }

  beginRelated(id: number, type: string): void {
    this.related(type, 'parent').all([id]);
  }

  /** Estates at the other end of such a relation. */
  estatesOf(address: number, type: string): Promise<readonly number[]> {
    return this.related(type, 'child').one(address);
  }

  private picturesWith(size: string): ById<PictureRead[]> {
    return this.load(`pictures ${size}`, (ids) => readPictures(this.scope, ids, size));
  }

  private related(type: string, known: Side): ById<readonly number[]> {
    return this.load(`${known} ${type}`, (ids) => readRelated(this.scope, type, known, ids));
  }

  /** The vendor's codes of the versions of an estate, the main one first. One action per estate. */
  languagesOf(id: number): Promise<readonly string[]> {
    const reads = this.load('languages', async (ids) => {
      const found = await Promise.all(ids.map((each) => existingVersions(this.scope, each)));
      return new Map(ids.map((each, at) => [each, found[at] as readonly string[] | Error]));
    });
    return reads.one(id);
  }

  /** Texts of a version of an estate; null where it has no such version. */
  version(id: number, code: string, texts: readonly string[]): Promise<ReadValues | null> {
    return this.load(`version ${code} ${texts}`, (ids) => readVersionsOf(this.scope, ids, code, texts)).one(id);
  }

  /** The vendor's code of the language of main records: known, or learned from one estate, once per customer. */
  mainLanguage(id: number): string | Promise<string> {
    const known = this.scope.memory.mainLanguage();
    if (known !== null) return known;
    this.main ??= learnedMainLanguage(this.scope, () => this.languagesOf(id)).finally(() => {
      this.main = null;
    });
    return this.main;
  }

  configuration(language: string): Promise<FieldConfiguration> {
    return this.scope.configuration(language);
  }

  /** After a write: nothing that was read before it is used again. */
  forget(): void {
    this.loads = new Map();
    this.records = new Map();
  }

  /** What the selection of a field needs of the estates that it leads to. */
  private wants(info: GraphQLResolveInfo): EstateWants {
    const place = this.placeOf(info);
    place.estates ??= estateWants(this.scope, info);
    return place.estates;
  }

  /** All that a query selects at one place. A fragment may stand at several, with other selections beside it. */
  private placeOf({ fieldNodes }: GraphQLResolveInfo): Place {
    return madeOnce(this.places, fieldNodes, () => {
      const numberOf = (node: FieldNode) => madeOnce(this.numbers, node, () => this.numbers.size);
      const name = fieldNodes.map(numberOf).join();
      return madeOnce(this.placesByName, name, (): Place => ({ estates: null, addresses: null }));
    });
  }

  private load<Value>(name: string, read: (ids: readonly number[]) => Promise<Found<Value>>): ById<Value> {
    return madeOnce<string, ById<unknown>>(this.loads, name, () => new ById(read)) as ById<Value>;
  }

  private recordsOf(rows: readonly EstateRow[]): EstateRecord[] {
    const page = rows.map(({ id }) => id);
    return rows.map(({ id, main, versions }) => new EstateRecord(this, id, main, versions, page));
  }

  /**
   * The estates of one place. What other places want alike is one read with theirs. What hangs on the only one that is asked for goes
   * out with it; of several, one that does not exist might cost the others theirs.
   */
  private async readByIds(
    ids: readonly number[],
    wants: EstateWants,
    info: GraphQLResolveInfo,
  ): Promise<(EstateRecord | null | Error)[]> {
    const reading = this.load(`estate ${wants.name}`, (all) => this.readRows(all, wants)).all(ids);
    const isOnlyOne = ids.length === 1 && this.records.size === 1;
    if (isOnlyOne && !this.scope.publishedOnly) beginById(this, ids[0] as number, info);
    const outcomes = await reading;
    const rows = outcomes.flatMap((each) => (each === null || each instanceof Error ? [] : [each]));
    const found = new Map(this.recordsOf(rows).map((record) => [record.id, record]));
    return ids.map((id, at) => (outcomes[at] instanceof Error ? outcomes[at] : (found.get(id) ?? null)));
  }

  private addressesAt(info: GraphQLResolveInfo): { name: string; reads: ById<AddressRecord | null> } {
    const place = this.placeOf(info);
    place.addresses ??= addressesWith(addressWants(info));
    const { name, fields } = place.addresses;
    const reads = this.load<AddressRecord | null>(name, async (ids) => {
      const read = await readAddresses(this.scope, ids, fields);
      const recordOf = (id: number, each: ReadValues | null | Error) =>
        each === null || each instanceof Error ? each : new AddressRecord(this, id, each);
      return new Map([...read].map(([id, each]) => [id, recordOf(id, each)]));
    });
    return { name, reads };
  }

  /** For many estates at once: their relations, and then all addresses that those lead to. */
  private async readAddressesOf(
    estates: readonly number[],
    type: string,
    addresses: ById<AddressRecord | null>,
  ): Promise<Found<AddressRecord[]>> {
    const related = await this.related(type, 'parent').all(estates);
    const ids = [...new Set(related.flatMap((each) => (each instanceof Error ? [] : each)))];
    const read = await addresses.all(ids);
    const found = new Map(ids.map((id, at) => [id, read[at] ?? null]));
    return new Map(estates.map((id, at) => [id, thoseOf(related[at] ?? [], found)]));
  }

  private async readRows(ids: readonly number[], wants: EstateWants): Promise<Found<EstateRow | null>> {
    const search = { filter: { Id: [{ op: 'in', val: [...ids] }] } };
    const { rows } = await readEstates(this.scope, search, { offset: 0, limit: ids.length }, wants);
    return new Map<number, EstateRow | null>([
      ...ids.map((id) => [id, null] as const),
      ...rows.map((row) => [row.id, row] as const),
    ]);
  }
}

/** The records of some ids that are there; or why one of them cannot be told. */
function thoseOf(ids: readonly number[] | Error, found: Found<AddressRecord | null>): AddressRecord[] | Error {
  if (ids instanceof Error) return ids;
  const records: AddressRecord[] = [];
  for (const id of ids) {
    const record = found.get(id) ?? null;
    if (record instanceof Error) return record;
    if (record) records.push(record);
  }
  return records;
}
