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

/** One element of `get estatepictures`. */
export interface EstatePictureWire {
  /** Main id, or that of a version. */
  estateid: string;
  estateMainId?: string;
  /** `Titelbild`, `Foto`, `Grundriss` ... */
  type: string;
  url: string;
  title?: string | null;
  /** The manual shows it beside `title`, for the same. */
  titel?: string | null;
  text?: string | null;
  originalname?: string | null;
  /** Unix seconds. */
  modified?: number | string | null;
}

/** Elements of `get estateLanguage`; a further key, whose name is not documented, marks the main version. */
export interface EstateLanguageWire {
  language: string;
  [key: string]: unknown;
}

/** One field of `get fields`. */
export interface EstateFieldWire {
  type: string;
  length?: number | null;
  /** Labels by key where labels were asked for, else a list of keys in which numeric ones are numbers. */
  permittedvalues?: Record<string, string> | (string | number)[] | null;
  label?: string;
  fieldMeasureFormat?: string | null;
}

/** Elements of `get fields`: the module's own label stands among its fields. */
export interface EstateFieldsWire {
  label?: string | EstateFieldWire;
  [field: string]: string | EstateFieldWire | undefined;
}

/** Elements of a successful change. */
export interface WriteSuccessWire {
  success: 'success' | 'error';
}

/** Elements of `create estate`; `[]` where the number given could be kept. */
export interface EstateCreatedWire {
  externalestatenoOverwritten?: string;
}
