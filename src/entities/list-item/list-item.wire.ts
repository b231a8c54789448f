import type { CarrierWire } from '../associate/carrier.wire.ts';

/** An item of an MDO list (`GET /MDOList/{name}`). */
export interface MdoItemWire extends CarrierWire {
  Id: number;
  Name?: string | null;
  /** Capital T here, `Tooltip` in the other list carriers. */
  ToolTip?: string | null;
  Deleted?: boolean | null;
  Rank?: number | null;
  Type?: string | null;
  ChildItems?: MdoItemWire[] | null;
  IconHint?: string | null;
  ColorBlock?: number | null;
  ExtraInfo?: string | null;
  StyleHint?: string | null;
  FullName?: string | null;
}

/** `GET /MDOList/{name}/selectable`; interests are this too. */
export interface SelectableMdoItemWire extends CarrierWire {
  Id: number;
  Name?: string | null;
  ToolTip?: string | null;
  Deleted?: boolean | null;
  Rank?: number | null;
  Type?: string | null;
  ColorBlock?: number | null;
  IconHint?: string | null;
  Selected?: boolean | null;
  LastChanged?: string | null;
  ChildItems?: SelectableMdoItemWire[] | null;
  ExtraInfo?: string | null;
  StyleHint?: string | null;
  Hidden?: boolean | null;
  FullName?: string | null;
}

/** `GET /List`. */
export interface ListEntityWire extends CarrierWire {
  Id?: number;
  Name?: string | null;
  Tooltip?: string | null;
  Deleted?: boolean | null;
  Rank?: number | null;
  IsCustomList?: boolean | null;
  IsMDOList?: boolean | null;
  UseGroupsAndHeadings?: boolean | null;
  ListType?: string | null;
  InUseByUserDefinedFields?: boolean | null;
}

/** `GET /List/{T}/Items` of most lists. */
export interface ListItemEntityWire extends CarrierWire {
  Id: number;
  Name?: string | null;
  Tooltip?: string | null;
  Deleted?: boolean | null;
  UdListDefinitionId?: number | null;
  Rank?: number | null;
}

/** A list value inside an entity: Business, Position, Priority, ... */
export interface ListValueWire extends CarrierWire {
  Id?: number;
  Value?: string | null;
  Tooltip?: string | null;
}

export interface CategoryWire extends ListValueWire {
  CategoryGroup?: string | null;
  EnableLeadStatus?: boolean | null;
  Rank?: number | null;
  Deleted?: boolean | null;
}

/** Ids are ISO numeric: Norway 578. */
export interface CountryWire extends CarrierWire {
  CountryId?: number;
  Name?: string | null;
  CurrencyId?: number | null;
  EnglishName?: string | null;
  TwoLetterISOCountry?: string | null;
  ThreeLetterISOCountry?: string | null;
  ImageDescription?: string | null;
  OrgNrText?: string | null;
  InterAreaPrefix?: string | null;
  DialInPrefix?: string | null;
  ZipPrefix?: string | null;
  DomainName?: string | null;
  AddressLayoutId?: number | null;
  DomesticAddressLayoutId?: number | null;
  ForeignAddressLayoutId?: number | null;
  Rank?: number | null;
  Tooltip?: string | null;
  Deleted?: boolean | null;
}

/** The kind of an activity. */
export interface TaskWire extends CarrierWire {
  TaskListItemId?: number;
  Value?: string | null;
  Direction?: string | null;
  Type?: string | null;
  Tooltip?: string | null;
  Deleted?: boolean | null;
  IntentId?: number | null;
  Rank?: number | null;
  IsDefaultAlldayEvent?: boolean | null;
  IsDefaultFree?: boolean | null;
  IsDefaultPublished?: boolean | null;
  /** A colour's name, not a number. */
  ColorIndex?: string | null;
  DefaultVideomeetingStatus?: string | null;
}
