/** The vendor's JSON for properties (onOffice enterprise). Raw values are text but for the kinds named here. */

export interface ParkingLotWire {
  Count?: number | string | null;
  Price?: number | string | null;
  MarketingType?: string | null;
}

/** A raw value: text, the keys of a multi-select, parking spaces by kind (`[]` when there are none), or unset. */
export type EstateValueWire = string | number | boolean | string[] | [] | Record<string, ParkingLotWire> | null;

/** Elements of `read estate`: the fields that `data` asked for, and what two of the parameters add. */
export interface EstateElementsWire {
  Id?: string;
  /** With `addMainLangId`: null on a main record, the main record's id on a version. */
  mainLangId?: string | null;
  /** With `addestatelanguage`: empty on a main record, the vendor's code on a version. */
  language?: string | null;
  [field: string]: EstateValueWire | undefined;
}
