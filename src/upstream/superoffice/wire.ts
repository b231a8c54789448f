/** Shapes that all SuperOffice carriers and archives share (names and casing are the vendor's). */

/** A slim archive row: the columns under the names asked for. */
export interface SlimRow {
  PrimaryKey: string | number;
  EntityName: string;
  [column: string]: unknown;
}

export interface FullCell {
  RawValue?: unknown;
  DisplayValue?: string | null;
  TooltipHint?: string | null;
  LinkHint?: string | null;
}

/** A row of `$mode=Full`: for each column the id or value, and the text. */
export interface FullRow {
  PrimaryKey: string | number;
  EntityName: string;
  Column: Record<string, FullCell | null | undefined>;
}

export type ArchiveRow = SlimRow | FullRow;

export interface ElementWire {
  Value?: string | null;
  Description?: string | null;
}

export interface StructuredAddressWire {
  Address1?: string | null;
  Address2?: string | null;
  Address3?: string | null;
  City?: string | null;
  County?: string | null;
  State?: string | null;
  Zipcode?: string | null;
  Formatted?: string | null;
}

export interface LocalizedFieldWire {
  Name?: string | null;
  Value?: string | null;
  AddressType?: string | null;
}

export interface AddressWire {
  Wgs84Latitude?: number | null;
  Wgs84Longitude?: number | null;
  LocalizedAddress?: ((LocalizedFieldWire | null)[] | null)[] | null;
  Street?: StructuredAddressWire | null;
  Postal?: StructuredAddressWire | null;
  Formatted?: string | null;
}

export interface MdoListItemWire {
  Id: number;
  Name?: string | null;
  ToolTip?: string | null;
  Deleted?: boolean | null;
  Rank?: number | null;
  Type?: string | null;
  ChildItems?: MdoListItemWire[] | null;
  Selected?: boolean | null;
}

export interface PrincipalWire {
  Associate?: string | null;
  AssociateId?: number | null;
  PersonId?: number | null;
  FullName?: string | null;
  EMailAddress?: string | null;
  FunctionRights?: string[] | null;
  DatabaseContextIdentifier?: string | null;
}
