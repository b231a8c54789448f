import { catalogued } from '../../upstream/onoffice/fields.ts';
import { decodeBoolean, decodeNumber, decodeText } from '../../upstream/onoffice/values.ts';
import type { EstateElementsWire } from './estate.wire.ts';

/** Parts of the graph's address that a property has; the others are always null. */
export type EstateAddressPart =
  | 'line1'
  | 'postalCode'
  | 'city'
  | 'state'
  | 'country'
  | 'latitude'
  | 'longitude'
  | 'formatted';

/** What says exactly where a property lies, and what the public is shown instead of it. */
interface Exactly {
  readonly exact: readonly string[];
  readonly substitute: readonly string[];
}

const street: Exactly = {
  exact: ['strasse', 'hausnummer'],
  substitute: ['virtualAddress', 'virtualStreet', 'virtualHouseNumber'],
};
const coordinates: Exactly = {
  exact: ['breitengrad', 'laengengrad'],
  substitute: ['virtualAddress', 'virtualLatitude', 'virtualLongitude'],
};
const anywhere: Exactly = { exact: [], substitute: [] };

/** The vendor's fields behind each part: those of the exact place, and those that anyone may know. `land` holds an ISO 3166 alpha-3 code. */
const parts: Readonly<Record<EstateAddressPart, readonly [Exactly, readonly string[]]>> = {
  line1: [street, []],
  postalCode: [anywhere, ['plz']],
  city: [anywhere, ['ort']],
  state: [anywhere, ['bundesland']],
  country: [anywhere, ['land']],
  latitude: [coordinates, []],
  longitude: [coordinates, []],
  formatted: [street, ['plz', 'ort']],
};

/** Whether a part of the graph's address is one that a property has. */
export const isPart = (name: string): name is EstateAddressPart => Object.hasOwn(parts, name);

/** Says whether the exact address may be shown. */
const release = 'objektadresse_freigeben_api';

/** Where a property lies, as far as the caller may know it. */
export interface EstateAddress {
  line1: string | null;
  postalCode: string | null;
  city: string | null;
  state: string | null;
  /** ISO 3166 alpha-3. */
  country: string | null;
  latitude: number | null;
  longitude: number | null;
}

/** The vendor's fields that the selected parts need; for the public also those that say whether the exact place may be shown, and the substitute. */
export function addressFields(selected: readonly EstateAddressPart[], forPublic: boolean): string[] {
  const named = selected.flatMap((part) => {
    const [{ exact, substitute }, open] = parts[part];
    const hidden = forPublic && substitute.length > 0 ? [release, ...substitute] : [];
    return [...exact, ...open, ...hidden];
  });
  return [...new Set(named)];
}

/** Those of them that a part of one address is shown from. */
export function shownFields(part: EstateAddressPart, values: EstateElementsWire, forPublic: boolean): string[] {
  const [{ exact, substitute }, open] = parts[part];
  if (!forPublic || exact.length === 0) return [...exact, ...open];
  return [release, ...(isReleased(values) ? exact : substitute), ...open];
}

/**
 * The address from whichever of its fields were asked for; null where none of them is set. For the public street, number and
 * coordinates are those of the substitute, or null, unless the address was released: a published property need not be.
 */
export function readAddress(values: EstateElementsWire, forPublic: boolean): EstateAddress | null {
  const shown = forPublic && !isReleased(values) ? substitute(values) : exact(values);
  const address: EstateAddress = {
    ...shown,
    postalCode: text('plz', values),
    city: text('ort', values),
    state: text('bundesland', values),
    country: text('land', values),
  };
  return Object.values(address).some((part) => part !== null) ? address : null;
}

/** Absent or empty counts as not released. */
function isReleased(values: EstateElementsWire): boolean {
  return decodeBoolean(catalogued(release), values[release]) === true;
}

type Located = Pick<EstateAddress, 'line1' | 'latitude' | 'longitude'>;

function exact(values: EstateElementsWire): Located {
  return { line1: line(values, 'strasse', 'hausnummer'), ...point(values, 'breitengrad', 'laengengrad') };
}

function substitute(values: EstateElementsWire): Located {
  if (decodeBoolean(catalogued('virtualAddress'), values.virtualAddress) !== true) {
    return { line1: null, latitude: null, longitude: null };
  }
  const line1 = line(values, 'virtualStreet', 'virtualHouseNumber');
  return { line1, ...point(values, 'virtualLatitude', 'virtualLongitude') };
}

function line(values: EstateElementsWire, street: string, number: string): string | null {
  return [text(street, values), text(number, values)].filter((part) => part !== null).join(' ') || null;
}

/** A zero is unset for either coordinate, and one without the other is no place. */
function point(values: EstateElementsWire, latitudeName: string, longitudeName: string): Omit<Located, 'line1'> {
  const latitude = decodeNumber(catalogued(latitudeName), values[latitudeName]);
  const longitude = decodeNumber(catalogued(longitudeName), values[longitudeName]);
  return latitude === null || longitude === null ? { latitude: null, longitude: null } : { latitude, longitude };
}

function text(name: string, values: EstateElementsWire): string | null {
  return decodeText(catalogued(name), values[name]);
}
