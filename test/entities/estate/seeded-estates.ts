import type { AddressRecord, EstateRecord, OnOfficeWorld } from '../../../src/simulator/onoffice/store.ts';

/** What the graph must answer for records of the simulated onOffice, worked out from its tables alone. */

export const idOf = (type: string, key: number) => Buffer.from(`${type}:${key}`).toString('base64url');

export const estatesOf = (world: OnOfficeWorld): EstateRecord[] => [...world.estates.values()];

/** The first estate for which all holds that a test needs. */
export function pickEstate(world: OnOfficeWorld, wanted: (estate: EstateRecord) => unknown): EstateRecord {
  const found = estatesOf(world).find(wanted);
  if (!found) throw new Error('the seed has no such estate');
  return found;
}

export const textOr = (value: unknown) => (value === null || value === undefined || value === '' ? null : value);

/** A text in a version, else in the main one. */
export function textIn(estate: EstateRecord, name: string, code = 'ENG') {
  const version = estate.versions.get(code);
  return textOr(version ? version.values[name] : estate.values[name]);
}

export function moneyOf({ values }: EstateRecord, name: string) {
  const amount = Number(values[name] ?? 0);
  return amount === 0 ? null : { amount: amount.toFixed(2), currency: textOr(values.waehrung) };
}

export const numberOf = ({ values }: EstateRecord, name: string) => Number(values[name] ?? 0) || null;

/** The label of a select value as the customer's field configuration has it. */
export function choiceOf(world: OnOfficeWorld, estate: EstateRecord, name: string, language: 'ENG' | 'DEU' = 'ENG') {
  const key = estate.values[name];
  if (typeof key !== 'string') return null;
  const choice = world.fields.estate.get(name)?.choices?.find((each) => each.key === key);
  const status = { '1': 'active', '2': 'inactive', '0': 'archived' }[key];
  return { key, label: name === 'status' ? status : (choice?.labels[language] ?? key) };
}

export function addressOf(estate: EstateRecord, code = 'ENG') {
  const { strasse, hausnummer, plz, bundesland, land, breitengrad, laengengrad } = estate.values;
  const line1 = [strasse, hausnummer].filter((part) => textOr(part)).join(' ');
  const city = textIn(estate, 'ort', code);
  return {
    line1: textOr(line1),
    line2: null,
    line3: null,
    postalCode: textOr(plz),
    city,
    state: textOr(bundesland),
    county: null,
    country: textOr(land),
    formatted: [line1, `${plz} ${city}`].filter((line) => line).join('\n'),
    latitude: textOr(breitengrad),
    longitude: textOr(laengengrad),
  };
}

export function related(world: OnOfficeWorld, estate: EstateRecord, type: string): AddressRecord[] {
  const links = world.relations.filter((link) => link.type === `estate:address:${type}` && link.parent === estate.id);
  return links.map(({ child }) => world.addresses.get(child)).filter((address) => address !== undefined);
}

export const entryOf = ({ contacts }: AddressRecord, kind: string) =>
  contacts.find((contact) => contact.kind === kind)?.value ?? null;

/** An instant of the customer's local time, in the zone UTC. All tests that read it stand in winter time. */
export const winterInstant = (wallClock: unknown) =>
  new Date(`${String(wallClock).replace(' ', 'T')}+01:00`).toISOString().replace('.000Z', 'Z');
