import { catalogued, type FieldDefinition } from '../../upstream/onoffice/fields.ts';
import {
  decodeBoolean,
  decodeDate,
  decodeDecimal,
  decodeInstant,
  decodeInteger,
  decodeNumber,
  decodeText,
  orWhy,
} from '../../upstream/onoffice/values.ts';
import type { EstateElementsWire } from './estate.wire.ts';

/** What decoding needs beside the values. */
export interface EstateReading {
  /** The zone of the customer's wall-clock times. */
  timeZone: string;
}

/** Where a field of the graph comes from: the vendor's fields that `data` must name, and how its value comes out of them. */
export interface EstateSource<T> {
  readonly fields: readonly string[];
  read(values: EstateElementsWire, reading: EstateReading): T;
}

export interface Money {
  /** Digit for digit as the CRM writes it. */
  amount: string;
  /** Or why it cannot be read. */
  currency: string | null | Error;
}

type Decoder<T> = (field: FieldDefinition, raw: unknown, timeZone: string) => T;

/** One field of the vendor's, one of the graph's. */
function one<T>(name: string, decode: Decoder<T>): EstateSource<T> {
  const field = catalogued(name);
  return {
    fields: [name],
    read: (values, { timeZone }) => decode(field, values[name], timeZone),
  };
}

/** An amount with the property's own currency; null where no amount is set. */
function money(name: string): EstateSource<Money | null> {
  const [amountField, currencyField] = [catalogued(name), catalogued('waehrung')];
  return {
    fields: [name, 'waehrung'],
    read: (values) => {
      const amount = decodeDecimal(amountField, values[name]);
      return amount === null ? null : { amount, currency: orWhy(() => decodeText(currencyField, values.waehrung)) };
    },
  };
}

/** Text fields of the graph, each with a version per language. */
export const estateTexts = {
  title: one('objekttitel', decodeText),
  description: one('objektbeschreibung', decodeText),
  locationDescription: one('lage', decodeText),
  equipmentDescription: one('ausstatt_beschr', decodeText),
  otherInformation: one('sonstige_angaben', decodeText),
  city: one('ort', decodeText),
} satisfies Record<string, EstateSource<string | null>>;

/** All other fields of a property but its address. */
export const estateSources = {
  externalNumber: one('objektnr_extern', decodeText),
  category: one('objektart', decodeText),
  type: one('objekttyp', decodeText),
  usage: one('nutzungsart', decodeText),
  marketingType: one('vermarktungsart', decodeText),
  status: one('status', decodeText),
  purchasePrice: money('kaufpreis'),
  coldRent: money('kaltmiete'),
  warmRent: money('warmmiete'),
  livingArea: one('wohnflaeche', decodeNumber),
  plotArea: one('grundstuecksflaeche', decodeNumber),
  rooms: one('anzahl_zimmer', decodeNumber),
  bedrooms: one('anzahl_schlafzimmer', decodeNumber),
  bathrooms: one('anzahl_badezimmer', decodeNumber),
  yearBuilt: one('baujahr', decodeInteger),
  reserved: one('reserviert', decodeBoolean),
  sold: one('verkauft', decodeBoolean),
  published: one('veroeffentlichen', decodeBoolean),
  createdAt: one('erstellt_am', decodeDate),
  /** Epoch milliseconds. */
  updatedAt: one('geaendert_am', decodeInstant),
};

const sharedWrites = {
  externalNumber: 'objektnr_extern',
  title: 'objekttitel',
  description: 'objektbeschreibung',
  purchasePrice: 'kaufpreis',
  coldRent: 'kaltmiete',
  livingArea: 'wohnflaeche',
  rooms: 'anzahl_zimmer',
  street: 'strasse',
  houseNumber: 'hausnummer',
  postalCode: 'plz',
  city: 'ort',
  country: 'land',
};

/** The fields that an input names by their graph names, and the vendor's field behind each. */
export type EstateWrites = Readonly<Record<string, string>>;

export const createWrites: EstateWrites = {
  ...sharedWrites,
  category: 'objektart',
  type: 'objekttyp',
  usage: 'nutzungsart',
  marketingType: 'vermarktungsart',
};

export const changeWrites: EstateWrites = {
  ...sharedWrites,
  locationDescription: 'lage',
  equipmentDescription: 'ausstatt_beschr',
  warmRent: 'warmmiete',
  status: 'status',
  reserved: 'reserviert',
  sold: 'verkauft',
  published: 'veroeffentlichen',
};

/** The vendor's fields that the graph shows under names of its own. */
export const contractFields: readonly string[] = [
  ...Object.values(estateTexts),
  ...Object.values<EstateSource<unknown>>(estateSources),
]
  .flatMap(({ fields }) => fields)
  .concat('Id', 'plz', 'bundesland', 'land');
