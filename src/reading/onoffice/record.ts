import type { Estates } from './estates.ts';

/** Raw values by the vendor's names. */
export type Values = Readonly<Record<string, unknown>>;

/** Values as one read gave them, and the fields asked for that the customer does not have. */
export interface ReadValues {
  readonly values: Values;
  readonly lacking: ReadonlySet<string>;
}

/** What a read in another language found: its texts, null where the estate has no such version, or why it failed. */
export type VersionRead = ReadValues | null | Error;

/** An estate at one place of a query, with what that place selects of it. */
export class EstateRecord {
  /** Reads what hangs on it. */
  readonly estates: Estates;
  /** Of the main language version. */
  readonly id: number;
  readonly main: ReadValues;
  /** By the vendor's code of each language that was asked for. */
  readonly versions: ReadonlyMap<string, VersionRead>;
  /** Ids of all that were read together and stand at the same place: what is asked of one of them is asked of all. */
  readonly page: readonly number[];

  constructor(
    estates: Estates,
    id: number,
    main: ReadValues,
    versions: ReadonlyMap<string, VersionRead>,
    page: readonly number[],
  ) {
    this.estates = estates;
    this.id = id;
    this.main = main;
    this.versions = versions;
    this.page = page;
  }
}

/** An address record, with what the place of the query selects of it. */
export class AddressRecord {
  readonly estates: Estates;
  readonly id: number;
  readonly read: ReadValues;

  constructor(estates: Estates, id: number, read: ReadValues) {
    this.estates = estates;
    this.id = id;
    this.read = read;
  }
}
