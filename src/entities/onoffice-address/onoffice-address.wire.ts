/** The vendor's JSON for addresses (onOffice enterprise). */

/**
 * Elements of `read address`. Phone numbers and mail addresses come under keys of their own, one for each entry:
 * `phone__13021`, with its remark under `phone__13021__Comment`, and `emailbusiness__3757` for a business address.
 */
export interface OnOfficeAddressWire {
  /** A number here, though ids are text elsewhere. */
  id: number;
  Vorname?: string;
  Name?: string;
  /** The company. */
  Zusatz1?: string;
  Strasse?: string;
  Plz?: string;
  Ort?: string;
  /** The country's name, unless its code was asked for. */
  Land?: string;
  [key: string]: string | number | string[] | null | undefined;
}

/** Elements of `get idsfromrelation`: ids of the other side by the id asked for, `[]` for none. */
export type RelatedIdsWire = Record<string, string[]>;
