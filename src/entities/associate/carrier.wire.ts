/** What every SuperOffice carrier has: the caller's rights to the record and to its fields. */
export interface CarrierWire {
  TableRight?: TableRightWire | null;
  FieldProperties?: Record<string, FieldPropertyWire> | null;
}

export interface TableRightWire {
  Mask: string;
  Reason: string | null;
}

export interface FieldPropertyWire {
  FieldRight: { Mask: string; Reason: string | null };
  FieldType: string;
  FieldLength: number;
}

/** String to string; keys and encodings are the vendor's (`SuperOffice:1`, `x_name`, `[I:3]`). */
export type CustomFieldsWire = Record<string, string | null>;

export interface EntityElementWire extends CarrierWire {
  Value?: string | null;
  StrippedValue?: string | null;
  Description?: string | null;
}

export interface LocalizedAddressFieldWire extends CarrierWire {
  Name?: string | null;
  Value?: string | null;
  Tooltip?: string | null;
  Label?: string | null;
  ValueLength?: number | null;
  AddressType?: string | null;
}

export interface AddressBlockWire {
  AtypeIdx?: string | null;
  Address1?: string | null;
  Address2?: string | null;
  Address3?: string | null;
  City?: string | null;
  County?: string | null;
  State?: string | null;
  Zipcode?: string | null;
  Formatted?: string | null;
}

export interface EntityAddressWire extends CarrierWire {
  Wgs84Latitude?: number | null;
  Wgs84Longitude?: number | null;
  LocalizedAddress?: LocalizedAddressFieldWire[][] | null;
  /** Newer than `LocalizedAddress`. */
  Street?: AddressBlockWire | null;
  Postal?: AddressBlockWire | null;
  Formatted?: string | null;
}

export interface UtmParametersWire extends CarrierWire {
  FormName?: string | null;
  FirsttouchSource?: string | null;
  FirsttouchMedium?: string | null;
  FirsttouchCampaign?: string | null;
  FirsttouchTerm?: string | null;
  FirsttouchContent?: string | null;
  FirsttouchReferrerDomain?: string | null;
  Source?: string | null;
  Medium?: string | null;
  Campaign?: string | null;
  Term?: string | null;
  Content?: string | null;
  ReferrerDomain?: string | null;
}

/** Members that user-defined fields and extra fields add to an entity. */
export interface CustomMembersWire {
  UserDefinedFields?: CustomFieldsWire | null;
  ExtraFields?: CustomFieldsWire | null;
  CustomFields?: CustomFieldsWire | null;
}

/** Relation to absolute URL. */
export type LinksWire = Record<string, string>;

/** `GET /{X}/UdefLayout`. */
export interface UdefLayoutFieldWire extends CarrierWire {
  UDefFieldId?: number;
  ColumnId?: number;
  FieldDefault?: string | null;
  FieldHeight?: number;
  FieldLabel?: string | null;
  FieldLeft?: number;
  FieldTop?: number;
  FieldType?: string | null;
  FieldWidth?: number;
  FormatMask?: string | null;
  HideLabel?: boolean;
  IsIndexed?: boolean;
  LabelHeight?: number;
  LabelLeft?: number;
  LabelTop?: number;
  LabelWidth?: number;
  LastVersionId?: number;
  ListTableId?: number;
  IsMandatory?: boolean;
  Type?: string | null;
  Page1LineNo?: number;
  ProgId?: string | null;
  IsReadOnly?: boolean;
  ShortLabel?: string | null;
  TabOrder?: number;
  TextLength?: number;
  Tooltip?: string | null;
  UdefIdentity?: number;
  UDListDefinitionId?: number;
  Justification?: string | null;
  Version?: number;
  TemplateVariableName?: string | null;
  HasBeenPublished?: boolean;
  MdoListName?: string | null;
}

/** `GET /{X}/CustomField`: user-defined and extra fields. */
export interface CustomFieldInfoWire {
  FieldType?: string | null;
  FieldName?: string | null;
  DisplayName?: string | null;
  Description?: string | null;
  ShortLabel?: string | null;
  HideLabel?: boolean;
  HideField?: boolean;
  IsIndexed?: boolean;
  IsMandatory?: boolean;
  IsReadOnly?: boolean;
  IsExternal?: boolean;
  IsDisplayField?: boolean;
  Rank?: number;
  TemplateVariableName?: string | null;
}
