/** Values of a custom field: see `UdefKind` and `ExtraKind`; null is "never set". */
export type CustomValue = string | number | boolean | null;
export type CustomValues = Record<string, CustomValue>;

/** Entities that hold custom fields, by their REST name. */
export type CustomFieldOwner = 'Contact' | 'Person' | 'Appointment';

/**
 * The types of a custom field. Stored values: Number, TimeSpan, List, Relation: number; Decimal: number; texts: string;
 * Checkbox, Boolean: boolean; dates: `YYYY-MM-DD`; DateTime: epoch ms; Time: `HH:MM:SS`.
 */
export type UdefKind = 'Number' | 'ShortText' | 'LongText' | 'Date' | 'UnlimitedDate' | 'Checkbox' | 'List' | 'Decimal';
export type ExtraKind =
  | 'Number'
  | 'ShortText'
  | 'LongText'
  | 'Date'
  | 'DateTime'
  | 'Time'
  | 'TimeSpan'
  | 'Boolean'
  | 'Decimal'
  | 'Relation';

export interface UdefFieldRecord {
  owner: CustomFieldOwner;
  /** The key in the dictionaries and in archive columns: `SuperOffice:1`, or an own one (`Acme:Level`). */
  progId: string;
  identity: number;
  kind: UdefKind;
  /** Raw label. */
  label: string;
  tooltip: string;
  shortLabel: string;
  /** MDO list of a `List` field, else null. */
  listName: string | null;
  textLength: number;
  isMandatory: boolean;
  isReadOnly: boolean;
  isIndexed: boolean;
  hideLabel: boolean;
  /** false: on the draft layout only, no values yet. */
  published: boolean;
  /** Value of a new record, as plain text (`""`: none). */
  fieldDefault: string;
}

export interface ExtraFieldRecord {
  owner: CustomFieldOwner;
  /** `x_...` */
  name: string;
  kind: ExtraKind;
  label: string;
  description: string;
  /** What a relation points at. */
  target: 'contact' | 'person' | null;
  isMandatory: boolean;
  isReadOnly: boolean;
  hideField: boolean;
}
