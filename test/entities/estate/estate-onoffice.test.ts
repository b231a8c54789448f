import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { addressFields, readAddress } from '../../../src/entities/estate/estate.address.onoffice.ts';
import {
  type EstateFilterInput,
  filterFieldOf,
  searchFor,
  sortFor,
} from '../../../src/entities/estate/estate.conditions.onoffice.ts';
import {
  changeWrites,
  createWrites,
  type EstateSource,
  estateSources,
  estateTexts,
} from '../../../src/entities/estate/estate.onoffice.ts';
import type { EstateElementsWire } from '../../../src/entities/estate/estate.wire.ts';
import { type OnOfficeSimulator, startOnOfficeSimulator } from '../../../src/simulator/onoffice.ts';
import { createHttp, type Http } from '../../../src/upstream/http.ts';
import { createOnOffice, type OnOffice } from '../../../src/upstream/onoffice/client.ts';
import {
  configurationParameters,
  mainLanguageCode,
  parseConfiguration,
} from '../../../src/upstream/onoffice/configuration.ts';
import { estateFields } from '../../../src/upstream/onoffice/fields.ts';
import { elementsOf } from '../../../src/upstream/onoffice/wire.ts';

const reading = { timeZone: 'Europe/Berlin' };
const calendar = {
  timeZone: 'Europe/Berlin',
  range: (input: { before?: number | null }) => ({ from: null, to: input.before ?? null }),
};

let simulator: OnOfficeSimulator;
let http: Http;
let onoffice: OnOffice;

beforeAll(async () => {
  simulator = await startOnOfficeSimulator();
  http = createHttp({ timeoutMs: 2_000, deadlineMs: 5_000, connections: { superoffice: 1, onoffice: 4 } });
});
afterAll(() => Promise.all([http.close(), simulator.close()]));
beforeEach(() => {
  simulator.reset();
  const scope = {
    calls: [],
    maxCalls: 100,
    startedAt: performance.now(),
    signal: new AbortController().signal,
    requestId: 't',
  };
  onoffice = createOnOffice({
    config: { url: simulator.url },
    customer: simulator.customers[0],
    claim: null,
    http,
    scope,
  });
});

async function elementsById(id: number, data: readonly string[]): Promise<EstateElementsWire> {
  const { records } = await onoffice.read('estate', { data }, id);
  return elementsOf(records[0] ?? { id: 0, elements: [] }) as EstateElementsWire;
}

test('every field of a property is read as its type', async () => {
  Object.assign(simulator.world().estates.get(2471)?.values ?? {}, {
    ...{
      kaufpreis: 349_000.1,
      waehrung: 'EUR',
      kaltmiete: null,
      warmmiete: null,
      wohnflaeche: 168.5,
      anzahl_zimmer: 6,
    },
    ...{ grundstuecksflaeche: 540, anzahl_schlafzimmer: 4, anzahl_badezimmer: 2, baujahr: 1998, objektart: 'haus' },
    ...{ objekttyp: 'villa', nutzungsart: 'wohnen', vermarktungsart: 'kauf', status: '1', reserviert: false },
    ...{ verkauft: true, veroeffentlichen: true, erstellt_am: '2025-09-14', geaendert_am: '2025-12-18 16:42:07' },
    ...{ objektnr_extern: 'AC-2471' },
  });
  const sources = Object.entries(estateSources);
  const values = await elementsById(2471, [...new Set(sources.flatMap(([, { fields }]) => fields))]);
  expect(Object.fromEntries(sources.map(([name, source]) => [name, source.read(values, reading)]))).toEqual({
    ...{
      externalNumber: 'AC-2471',
      category: 'haus',
      type: 'villa',
      usage: 'wohnen',
      marketingType: 'kauf',
      status: '1',
    },
    ...{ purchasePrice: { amount: '349000.10', currency: 'EUR' }, coldRent: null, warmRent: null, livingArea: 168.5 },
    ...{ plotArea: 540, rooms: 6, bedrooms: 4, bathrooms: 2, yearBuilt: 1998, reserved: false, sold: true },
    ...{ published: true, createdAt: '2025-09-14', updatedAt: Date.UTC(2025, 11, 18, 15, 42, 7) },
  });
});

test('texts are the fields that the catalogue calls translated, and every write has a known field', () => {
  const areTranslated = (sources: Readonly<Record<string, EstateSource<unknown>>>) =>
    new Set(Object.values(sources).map(({ fields: [name = ''] }) => estateFields.get(name)?.translated));
  expect([areTranslated(estateTexts), areTranslated(estateSources)]).toEqual([new Set([true]), new Set([false])]);
  const written = [createWrites, changeWrites].flatMap((writes) => Object.values(writes));
  expect(written.filter((name) => !estateFields.has(name))).toEqual([]);
});

describe('the address', () => {
  const all = ['line1', 'postalCode', 'city', 'state', 'country', 'latitude', 'longitude'] as const;
  const of = async (id: number, forPublic: boolean) =>
    readAddress(await elementsById(id, addressFields(all, forPublic)), forPublic);
  const place = {
    strasse: 'Lindenweg',
    hausnummer: '12a',
    plz: '52074',
    ort: 'Aachen',
    bundesland: 'NRW',
    land: 'DEU',
  };
  const exact = { breitengrad: 50.7612, laengengrad: 6.05131 };
  const shared = { postalCode: '52074', city: 'Aachen', state: 'NRW', country: 'DEU' };
  const hidden = { ...shared, line1: null, latitude: null, longitude: null };

  beforeEach(() => {
    Object.assign(simulator.world().estates.get(2485)?.values ?? {}, place, exact);
  });

  test('is exact for those who may see it', async () => {
    expect(await of(2485, false)).toEqual({ ...shared, line1: 'Lindenweg 12a', latitude: 50.7612, longitude: 6.05131 });
  });

  test('is hidden from the public where it was not released, though the property is published', async () => {
    expect(simulator.world().estates.get(2485)?.values).toMatchObject({
      veroeffentlichen: true,
      objektadresse_freigeben_api: false,
    });
    expect(await of(2485, true)).toEqual(hidden);
  });

  test('is a substitute for the public where there is one, and exact where it was released', async () => {
    const values = simulator.world().estates.get(2485)?.values ?? {};
    Object.assign(values, {
      virtualAddress: true,
      virtualStreet: 'Marktplatz',
      virtualLatitude: 50.7,
      virtualLongitude: 6.1,
    });
    expect(await of(2485, true)).toEqual({ ...shared, line1: 'Marktplatz', latitude: 50.7, longitude: 6.1 });
    values.objektadresse_freigeben_api = true;
    expect(await of(2485, true)).toMatchObject({ line1: 'Lindenweg 12a', latitude: 50.7612 });
  });

  test('asks for the selected parts alone, and is null where nothing is set', () => {
    expect(addressFields(['city', 'formatted'], false)).toEqual(['ort', 'strasse', 'hausnummer', 'plz']);
    expect(addressFields(['city', 'postalCode'], true)).toEqual(['ort', 'plz']);
    const street = ['objektadresse_freigeben_api', 'virtualAddress', 'virtualStreet', 'virtualHouseNumber'];
    expect(addressFields(['line1'], true)).toEqual(['strasse', 'hausnummer', ...street]);
    expect(readAddress({ ort: '', breitengrad: '0.00000', laengengrad: '6.00000' }, false)).toBeNull();
    expect(readAddress({ strasse: 'Weg', breitengrad: '50.1', laengengrad: '6.1' }, true)).toBeNull();
  });
});

describe('a filter', () => {
  const search = (input: EstateFilterInput) => searchFor(input, calendar);
  const found = async (input: EstateFilterInput) => {
    const { records } = await onoffice.read('estate', { data: ['Id'], listlimit: 500, ...search(input) });
    return records.map(({ id }) => id);
  };
  const byHand = (test: (values: Record<string, unknown>) => boolean) =>
    [...simulator.world().estates.values()].filter(({ values }) => test(values)).map(({ id }) => id);

  test.each<[EstateFilterInput, (price: number) => boolean]>([
    [{ purchasePrice: { lt: '300000' } }, (price) => price < 300_000],
    [{ purchasePrice: { lte: '349000.10' } }, (price) => price <= 349_000.1],
    [{ purchasePrice: { ne: '349000.10' } }, (price) => price !== 349_000.1],
    [{ purchasePrice: { eq: '349000.10' } }, (price) => price === 349_000.1],
    [{ purchasePrice: { gte: '0' } }, () => true],
    [{ purchasePrice: { gt: '900000' } }, (price) => price > 900_000],
    [{ purchasePrice: { between: { from: '0', to: '500000' } } }, (price) => price <= 500_000],
    [{ purchasePrice: { eq: '0' } }, () => false],
  ])('%j never shows properties without a price', async (input, test) => {
    const expected = byHand(({ kaufpreis }) => typeof kaufpreis === 'number' && test(kaufpreis));
    expect(await found(input)).toEqual(expected);
  });

  test('keys, flags, texts, ids and instants', async () => {
    expect(await found({ category: { in: ['haus'] }, published: { eq: true } })).toEqual(
      byHand((values) => values.objektart === 'haus' && values.veroeffentlichen === true),
    );
    expect(await found({ status: { notIn: ['0', '2'] } })).toEqual(byHand(({ status }) => status === '1'));
    expect(await found({ sold: { eq: false }, reserved: { eq: true } })).toEqual(
      byHand(({ verkauft, reserviert }) => verkauft !== true && reserviert === true),
    );
    expect(await found({ city: { beginsWith: 'AACH' } })).toEqual(byHand(({ ort }) => ort === 'Aachen'));
    expect(await found({ city: { notContains: 'en', ne: 'Berlin' } })).toEqual(
      byHand(({ ort }) => !String(ort).includes('en') && ort !== 'Berlin'),
    );
    expect(await found({ postalCode: { in: ['52074', '8001'] } })).toEqual(
      byHand(({ plz }) => plz === '52074' || plz === '8001'),
    );
    expect(await found({ externalNumber: { endsWith: '-2485' } })).toEqual([2485]);
    expect(await found({ estateId: { in: [2471, 2473, 2485], lt: 2480 } })).toEqual([2471]);
    const limit = simulator.clock.now() - 10 * 86_400_000;
    const text = new Date(limit).toLocaleString('sv-SE', { timeZone: 'Europe/Berlin' });
    const earlier = await found({ updatedAt: { before: limit } });
    expect(earlier).toEqual(byHand(({ geaendert_am }) => String(geaendert_am) < text));
    expect(earlier.length).toBeGreaterThan(10);
  });

  test('a radius goes out as text and finds what is near', async () => {
    expect(search({ near: { latitude: 50.7612, longitude: 6.05131, radiusKm: 20 } })).toEqual({
      filter: {},
      georangesearch: { latitude: '50.7612', longitude: '6.05131', radius: '20' },
    });
    const near = await found({ near: { latitude: 50.7612, longitude: 6.05131, radiusKm: 20 } });
    const cities = near.map((id) => simulator.world().estates.get(Number(id))?.values.ort);
    expect(new Set(cities)).toEqual(new Set(['Aachen', 'Eschweiler']));
    expect(() => search({ near: { latitude: 91, longitude: 0, radiusKm: 1 } })).toThrow('filter.near.latitude');
    expect(() => search({ near: { latitude: 50, longitude: 6, radiusKm: 0 } })).toThrow('filter.near.radiusKm');
  });

  test('an empty list matches nothing, so nothing is asked; an empty exclusion excludes nothing', () => {
    expect(search({ category: { in: [] } })).toBeNull();
    expect(search({ estateId: { in: [] } })).toBeNull();
    expect(search({ city: { in: [] } })).toBeNull();
    expect(search({ category: { notIn: [] } })).toEqual({ filter: {} });
  });

  test('wildcards and nulls are refused, and wildcards are plain characters in eq and in', () => {
    expect(() => search({ city: { contains: '100%' } })).toThrow('% nor _');
    expect(() => search({ city: { beginsWith: 'a_b' } })).toThrow('filter.city.beginsWith');
    expect(search({ city: { eq: '100%', in: ['a_b'] } })).toEqual({
      filter: {
        ort: [
          { op: 'in', val: ['a_b'] },
          { op: '=', val: '100%' },
        ],
      },
    });
    expect(() => search({ city: null })).toThrow('filter.city');
    expect(() => search({ city: { eq: null } })).toThrow('filter.city.eq');
  });

  test('the graph names the filter field that a customer does not have', () => {
    expect(filterFieldOf('veroeffentlichen')).toBe('published');
    expect(filterFieldOf('objekttitel')).toBeNull();
  });
});

test('orders end in the id, and turn round', () => {
  expect(sortFor([])).toEqual({ Id: 'ASC' });
  expect(Object.entries(sortFor([{ field: 'PURCHASE_PRICE', direction: 'DESC' }, { field: 'CITY' }]))).toEqual([
    ['kaufpreis', 'DESC'],
    ['ort', 'ASC'],
    ['Id', 'ASC'],
  ]);
  expect(sortFor([{ field: 'CITY' }], true)).toEqual({ ort: 'DESC', Id: 'DESC' });
  expect(sortFor([{ field: 'ESTATE_ID', direction: 'DESC' }])).toEqual({ Id: 'DESC' });
});

describe('the configuration', () => {
  const configured = async (language: string) =>
    parseConfiguration((await onoffice.get('fields', configurationParameters(language))).records, language);

  test('labels in the language asked for, German where nobody translated, the key where nobody knows', async () => {
    const [english, german, french] = await Promise.all(['en-GB', 'de', 'fr'].map(configured));
    expect([english, german, french].map((each) => each?.label('kaufpreis'))).toEqual([
      'Purchase price',
      'Kaufpreis',
      'Kaufpreis',
    ]);
    expect(english?.valueLabel('objektart', 'haus')).toBe('House');
    expect(english?.valueLabel('haustiere', '2')).toBe('By arrangement');
    expect(english?.valueLabel('objektart', 'raumschiff')).toBe('raumschiff');
    expect(english?.valueLabel('nonsense', 'x')).toBe('x');
    // A key that every object of JavaScript has something under.
    expect(english?.valueLabel('objektart', 'constructor')).toBe('constructor');
  });

  test('the labels of the status stand here, since no configuration has them', async () => {
    const labels = async (language: string) => (await configured(language)).valueLabel('status', '0');
    expect(await Promise.all(['en', 'de-AT', 'no', 'sv', 'da', 'fr'].map(labels))).toEqual([
      ...['archived', 'archiviert', 'arkivert', 'arkiverad', 'arkiveret', 'archived'],
    ]);
  });

  test('types customer fields, knows unlisted ones and no deactivated one', async () => {
    const fields = await configured('en');
    expect(fields.field('ind_2230_Feld_ObjAusstattung5')?.type).toBe('multiselect');
    expect(fields.typeOf('benutzer')).toBe('user');
    expect(fields.field('veroeffentlichen')?.type).toBe('boolean');
    expect(fields.listed.has('veroeffentlichen')).toBe(false);
    expect(fields.listed.has('wintergarten')).toBe(false);
    expect(fields.field('label')).toBeNull();
    expect(fields.field('no_such_field')).toBeNull();
  });

  test('the main language is that of the version with the main id', async () => {
    const { records } = await onoffice.get('estateLanguage', { estateid: 2471 });
    expect(mainLanguageCode(records, 2471)).toBe('DEU');
    expect(mainLanguageCode(records, 2473)).toBe('ENG');
    expect(mainLanguageCode(records, 1)).toBeNull();
  });
});
