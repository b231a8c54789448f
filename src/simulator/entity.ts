import type { AssociateCarrierWire, UserInfoWire } from '../entities/associate/associate.wire.ts';
import type { CarrierWire, CustomFieldsWire, LinksWire } from '../entities/associate/carrier.wire.ts';
import type { SimpleContactWire } from '../entities/contact/contact.wire.ts';
import type {
  CategoryWire,
  CountryWire,
  ListValueWire,
  SelectableMdoItemWire,
  TaskWire,
} from '../entities/list-item/list-item.wire.ts';
import type { SimplePersonWire } from '../entities/person/person.wire.ts';
import type { CustomFieldOwner } from './custom-field-records.ts';
import type { Random } from './random.ts';
import type { SimulatedCaller } from './request.ts';
import type { Stamped, TenantWorld } from './store.ts';

/** Carriers of the records that an entity refers to; null where there is none, or none that the caller may see. */
export interface Nested {
  associate(id: number | null): AssociateCarrierWire | null;
  userInfo(personId: number): UserInfoWire | null;
  contact(id: number | null): SimpleContactWire | null;
  person(id: number | null): SimplePersonWire | null;
  listValue(list: string, id: number): ListValueWire | null;
  category(id: number): CategoryWire | null;
  country(id: number): CountryWire | null;
  task(id: number): TaskWire | null;
  /** Every item of the list, those of the record selected. */
  selectable(list: string, selected: readonly number[], changedAt: number): SelectableMdoItemWire[];
}

/** What a tenant's tables are filled with. */
export interface SeedGround {
  world: TenantWorld;
  random: Random;
  /** Midnight of the clock's day in the base zone. */
  today: number;
  /** The texts of this tenant: two tenants hold the same keys under other names. */
  words: SeedWords;
}

/** Names that records are made of. */
export interface SeedWords {
  companies: readonly string[];
  companyKinds: readonly string[];
  departments: readonly string[];
  firstnames: readonly string[];
  lastnames: readonly string[];
  streets: readonly string[];
  cities: readonly { zipcode: string; city: string; latitude: number; longitude: number; countryId: number }[];
  /** Full names of the ten persons who are the tenant's users. */
  users: readonly string[];
  mailDomain: string;
}

/** A stored record that is read by its key. */
export interface KeyedRecord extends Stamped {
  id: number;
  deletedAt?: number | null;
  custom: Record<string, string | number | boolean | null>;
}

/** An entity with REST routes of its own: where its rows are, and how they are written. */
export interface SimulatedEntity<Row extends KeyedRecord = KeyedRecord> {
  readonly name: CustomFieldOwner;
  /** The member that holds the key. */
  readonly key: string;
  /** The name that rights and archives know it by. */
  readonly kind: 'contact' | 'person' | 'appointment';
  /** Route names of its sub-archives (`/{name}/{id}/Persons`), in the order of its links. */
  readonly subArchives: readonly string[];
  table(world: TenantWorld): Map<number, Row>;
  /** A row with the server's defaults for this caller; its id is 0. */
  blank(caller: SimulatedCaller): Row;
  /** The whole entity, members in the vendor's order, without `_Links`. */
  entity(row: Row, foreignKeys: CustomFieldsWire, caller: SimulatedCaller, nested: Nested): CarrierWire;
  simple(row: Row, caller: SimulatedCaller, nested: Nested): CarrierWire;
  /** The links after the common ones; `url` makes a path below `/api/v1` absolute. */
  links(row: Row, url: (path: string) => string): LinksWire;
}
