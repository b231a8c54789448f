import { catalogued } from '../../upstream/onoffice/fields.ts';
import { decodeBoolean, decodeNumber, decodeText, orWhy } from '../../upstream/onoffice/values.ts';
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

type Part<Value> = Value | null | Error;

/** Where a property lies, as far as the caller may know it: each part is a value, or why it cannot be read. */
export interface EstateAddress {
  line1: Part<string>;
  postalCode: Part<string>;
  city: Part<string>;
  state: Part<string>;
  /** ISO 3166 alpha-3. */
  country: Part<string>;
  latitude: Part<number>;
  longitude: Part<number>;
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
  const isExact = orWhy(() => !forPublic || isReleased(values));
  const shown = isExact instanceof Error ? nowhere(isExact) : isExact ? exact(values) : substitute(values);
  const address: EstateAddress = {
    ...shown,
    postalCode: orWhy(() => text('plz', values)),
    city: orWhy(() => text('ort', values)),
    state: orWhy(() => text('bundesland', values)),
    country: orWhy(() => text('land', values)),
  };
  return Object.values(address).some((part) => part !== null) ? address : null;
}

/** Absent or empty counts as not released. */
function isReleased(values: EstateElementsWire): boolean {
  return decodeBoolean(catalogued(release), values[release]) === true;
}

type Located = Pick<EstateAddress, 'line1' | 'latitude' | 'longitude'>;

const nowhere = (why: Error | null): Located => ({ line1: why, latitude: why, longitude: why });

function exact(values: EstateElementsWire): Located {
  return located(values, ['strasse', 'hausnummer'], ['breitengrad', 'laengengrad']);
}

function substitute(values: EstateElementsWire): Located {
  const isThere = orWhy(() => decodeBoolean(catalogued('virtualAddress'), values.virtualAddress));
  if (isThere !== true) return nowhere(isThere instanceof Error ? isThere : null);
  return located(values, ['virtualStreet', 'virtualHouseNumber'], ['virtualLatitude', 'virtualLongitude']);
}

type Pair = readonly [string, string];

function located(values: EstateElementsWire, street: Pair, coordinates: Pair): Located {
  const place = orWhy(() => point(values, ...coordinates));
  const { latitude, longitude } = place instanceof Error ? nowhere(place) : place;
  return { line1: orWhy(() => line(values, ...street)), latitude, longitude };
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
