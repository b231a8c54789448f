/** A column of `Archive/{provider}/$metadata` (superoffice.md 4.8). */
export interface ArchiveColumnWire {
  Name?: string | null;
  CanOrderBy?: boolean | null;
  CanRestrictBy?: boolean | null;
  /** A type of operators: `int`, `stringorPK`, `listAny` ... */
  RestrictionType?: string | null;
}
