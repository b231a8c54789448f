import { createHash } from 'node:crypto';

/** The tables of one simulated customer. */

/** A value as it is kept: floats as numbers, flags as booleans, unset as null. */
export type StoredValue = string | number | boolean | readonly string[] | ParkingLots | null;
export type StoredValues = Record<string, StoredValue>;

export interface ParkingLot {
  Count: number;
  Price: number;
  MarketingType: 'buy' | 'rent' | '';
}
export type ParkingLots = Readonly<Record<string, ParkingLot>>;

/** The vendor's language codes that the simulated customers use. */
export type LanguageCode = 'DEU' | 'ENG';

export type ModuleName = 'estate' | 'address';

export interface FieldRecord {
  name: string;
  type: 'varchar' | 'integer' | 'float' | 'boolean' | 'date' | 'datetime' | 'text' | 'singleselect' | 'multiselect';
  length: number | null;
  /** What `realDataTypes` reports instead of `text`. */
  realType: string | null;
  measure: string | null;
  labels: Record<LanguageCode, string>;
  choices: readonly ChoiceRecord[] | null;
  /** What the configuration call gives under `filters` and `dependencies`. */
  filters: Record<string, Record<string, string[]>>;
  dependencies: Record<string, string>;
  /** False: readable, but never in the configuration call. */
  listed: boolean;
  /** Deactivated fields are unknown to reads, filters and writes. */
  active: boolean;
  /** Decimals of a float where they are not the customer's usual ones. */
  decimals: number | null;
  /** A multi-select that comes as `|one||two|`. */
  pipes: boolean;
  /** A flag that is empty text, not "0", where it was never set. */
  emptyUnset: boolean;
  /** Formatted reads leave it as it is. */
  neverFormatted: boolean;
  /** Differs between language versions. */
  translated: boolean;
  /** Ignored on writes. */
  system: boolean;
}

export interface ChoiceRecord {
  key: string;
  labels: Record<LanguageCode, string>;
}

export interface EstateRecord {
  id: number;
  uuid: string;
  values: StoredValues;
  /** By language code; the main language is not among them. */
  versions: Map<string, EstateVersion>;
  pictures: PictureRecord[];
}

/** A version holds the language-dependent values alone. */
export interface EstateVersion {
  id: number;
  uuid: string;
  values: StoredValues;
}

export interface PictureRecord {
  id: number;
  /** `Titelbild`, `Foto`, `Grundriss`, or a document's kind. */
  kind: string;
  url: string;
  name: string;
  originalName: string;
  /** A name for this file among those of its estate; mostly empty. */
  documentAttribute: string;
  titles: Record<LanguageCode, string>;
  texts: Record<LanguageCode, string>;
  /** Unix seconds. */
  modified: number;
  /** Released for the customer's own website and this API. */
  published: boolean;
}

export interface AddressRecord {
  id: number;
  values: StoredValues;
  /** Phone numbers, mail addresses and the like, first of a kind is its default. */
  contacts: AddressContact[];
}

export interface AddressContact {
  id: number;
  /** `phone`, `mobile`, `fax`, `email`, or a kind of its own: `phonebusiness`. */
  kind: string;
  value: string;
  comment: string;
}

export interface RelationRecord {
  /** Without the common prefix: `estate:address:owner`. */
  type: string;
  parent: number;
  child: number;
}

export interface UserRecord {
  id: number;
  username: string;
  firstname: string;
  lastname: string;
  email: string;
}

/** A filter saved in the CRM. */
export interface SavedFilter {
  id: number;
  scope: 'public' | 'office' | 'private';
  name: string;
  module: ModuleName;
  userId: number | null;
  groupId: number | null;
  filter: Record<string, { op: string; val: unknown }[]>;
}

/** What the API user may not do; the records stay visible to the simulator's own tables. */
export interface Restrictions {
  /** Reads of these modules are refused (156). */
  unreadableModules: Set<string>;
  /** Estates that are absent from lists and refused (149) by id. */
  unreadableEstates: Set<number>;
  /** Writes are refused (262, 261). */
  readOnlyModules: Set<string>;
}

export interface OnOfficeWorld {
  mainLanguage: LanguageCode;
  fields: Record<ModuleName, Map<string, FieldRecord>>;
  moduleLabels: Record<ModuleName, Record<LanguageCode, string>>;
  estates: Map<number, EstateRecord>;
  addresses: Map<number, AddressRecord>;
  relations: RelationRecord[];
  users: UserRecord[];
  filters: SavedFilter[];
  restrictions: Restrictions;
}

/** A new id: recent customers count in odd numbers (inferred). Versions and main records share one sequence. */
export function nextEstateId(world: OnOfficeWorld): number {
  let last = -1;
  for (const estate of world.estates.values()) {
    last = Math.max(last, estate.id, ...[...estate.versions.values()].map((version) => version.id));
  }
  return last + 2;
}

/** The same uuid for the same text, so that a world is the same on every machine. */
export function uuidOf(text: string): string {
  const hex = createHash('md5').update(text).digest('hex');
  return [hex.slice(0, 8), hex.slice(8, 12), `4${hex.slice(13, 16)}`, `8${hex.slice(17, 20)}`, hex.slice(20)].join('-');
}
