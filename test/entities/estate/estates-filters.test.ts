import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { distanceKm } from '../../../src/simulator/onoffice/places.ts';
import type { EstateRecord, OnOfficeWorld } from '../../../src/simulator/onoffice/store.ts';
import { type Crm, startCrm } from '../../crm.ts';
import { estatesOf, winterInstant } from './seeded-estates.ts';

let crm: Crm;
let world: OnOfficeWorld;
beforeAll(async () => {
  crm = await startCrm();
});
afterAll(() => crm.close());
beforeEach(() => {
  crm.onoffice.reset();
  world = crm.onoffice.world();
});

const found = `query Found($filter: EstateFilter) { estates(first: 500, filter: $filter) { totalCount nodes { estateId } } }`;

const number = (name: string) => (estate: EstateRecord) => Number(estate.values[name] ?? 0);
const text = (name: string) => (estate: EstateRecord) => String(estate.values[name] ?? '');
const price = number('kaufpreis');
const rent = number('kaltmiete');
const area = number('wohnflaeche');
const rooms = number('anzahl_zimmer');
const city = text('ort');
const changed = (estate: EstateRecord) => Date.parse(winterInstant(estate.values.geaendert_am));
const flag = (name: string) => (estate: EstateRecord) => estate.values[name] === true;

type Case = [what: string, filter: object, holds: (estate: EstateRecord) => boolean];

const noon = Date.parse('2026-03-01T12:00:00Z');
const cases: Case[] = [
  [
    'a price between',
    { purchasePrice: { between: { from: '300000', to: '700000' } } },
    (each) => price(each) >= 300_000 && price(each) <= 700_000,
  ],
  [
    'a price below, the unset ones left out',
    { purchasePrice: { lt: '400000' } },
    (each) => price(each) > 0 && price(each) < 400_000,
  ],
  ['a price up to', { purchasePrice: { lte: '349000.10' } }, (each) => price(each) > 0 && price(each) <= 349_000.1],
  ['a price above', { purchasePrice: { gt: '1000000' } }, (each) => price(each) > 1_000_000],
  ['a price from, to the cent', { purchasePrice: { gte: '349000.11' } }, (each) => price(each) >= 349_000.11],
  ['a price exactly', { purchasePrice: { eq: '349000.1' } }, (each) => price(each) === 349_000.1],
  ['a price of zero, which nothing has', { purchasePrice: { eq: '0' } }, () => false],
  ['a rent below', { coldRent: { lt: '900' } }, (each) => rent(each) > 0 && rent(each) < 900],
  [
    'an area and rooms',
    { livingArea: { gte: '100.5' }, rooms: { lte: '3.5' } },
    (each) => area(each) >= 100.5 && rooms(each) > 0 && rooms(each) <= 3.5,
  ],
  ['a number of rooms', { rooms: { eq: '3.5' } }, (each) => rooms(each) === 3.5],
  ['a city', { city: { eq: 'aachen' } }, (each) => city(each).toLowerCase() === 'aachen'],
  ['another city', { city: { ne: 'Aachen' } }, (each) => city(each) !== 'Aachen'],
  ['one of two cities', { city: { in: ['Aachen', 'Köln'] } }, (each) => ['Aachen', 'Köln'].includes(city(each))],
  ['the beginning of a city', { city: { beginsWith: 'Aa' } }, (each) => /^aa/i.test(city(each))],
  ['another beginning', { city: { notBeginsWith: 'Aa' } }, (each) => !/^aa/i.test(city(each))],
  ['a part of a city', { city: { contains: 'ache' } }, (each) => /ache/i.test(city(each))],
  ['no such part', { city: { notContains: 'ache' } }, (each) => !/ache/i.test(city(each))],
  ['the end of a city', { city: { endsWith: 'n' } }, (each) => /n$/i.test(city(each))],
  ['a postal code', { postalCode: { beginsWith: '52' } }, (each) => text('plz')(each).startsWith('52')],
  ['a number', { externalNumber: { eq: 'MU-2471' } }, ({ id }) => id === 2471],
  ['numbers of records', { estateId: { in: [2471, 2477, 1] } }, ({ id }) => id === 2471 || id === 2477],
  ['a range of records', { estateId: { between: { from: 2480, to: 2500 } } }, ({ id }) => id >= 2480 && id <= 2500],
  ['later records but one', { estateId: { gt: 2700, ne: 2705 } }, ({ id }) => id > 2700 && id !== 2705],
  ['records up to', { estateId: { lte: 2500, gte: 2480 } }, ({ id }) => id >= 2480 && id <= 2500],
  [
    'classes',
    { category: { in: ['haus', 'wohnung'] } },
    (each) => ['haus', 'wohnung'].includes(text('objektart')(each)),
  ],
  ['other classes', { category: { notIn: ['haus'] } }, (each) => text('objektart')(each) !== 'haus'],
  ['rentals', { marketingType: { in: ['miete'] } }, (each) => text('vermarktungsart')(each) === 'miete'],
  ['active ones', { status: { in: ['1'] } }, (each) => each.values.status === '1'],
  ['those in the archive', { status: { notIn: ['1', '2'] } }, (each) => each.values.status === '0'],
  ['published ones', { published: { eq: true } }, flag('veroeffentlichen')],
  ['unpublished ones', { published: { eq: false } }, (each) => !flag('veroeffentlichen')(each)],
  ['sold ones', { sold: { eq: true } }, flag('verkauft')],
  ['reserved ones', { reserved: { eq: true } }, flag('reserviert')],
  ['changed after', { updatedAt: { after: '2026-03-01T12:00:00Z' } }, (each) => changed(each) > noon],
  ['changed before', { updatedAt: { before: '2026-03-01T13:00:00+01:00' } }, (each) => changed(each) < noon],
  [
    'changed on a day',
    { updatedAt: { on: '2026-03-02' } },
    (each) => changed(each) >= Date.parse('2026-03-02T00:00Z') && changed(each) < Date.parse('2026-03-03T00:00Z'),
  ],
  [
    'changed this month',
    { updatedAt: { period: 'THIS_MONTH' } },
    (each) => changed(each) >= Date.parse('2026-03-01T00:00Z'),
  ],
  [
    'changed within',
    { updatedAt: { between: { from: '2026-02-20T00:00:00Z', to: '2026-02-25T00:00:00Z' } } },
    (each) => changed(each) >= Date.parse('2026-02-20T00:00Z') && changed(each) < Date.parse('2026-02-25T00:00Z'),
  ],
  [
    'near a place',
    { near: { latitude: 50.7753, longitude: 6.0839, radiusKm: 20 } },
    ({ values }) => {
      const { breitengrad, laengengrad } = values;
      return (
        typeof breitengrad === 'number' &&
        typeof laengengrad === 'number' &&
        distanceKm([50.7753, 6.0839], [breitengrad, laengengrad]) <= 20
      );
    },
  ],
  [
    'several at once',
    { city: { eq: 'Aachen' }, published: { eq: true }, purchasePrice: { gt: '1' } },
    (each) => city(each) === 'Aachen' && flag('veroeffentlichen')(each) && price(each) > 1,
  ],
];

describe('filters', () => {
  test.each(cases)('%s', async (_what, filter, holds) => {
    const { data, errors } = await crm.query(found, { filter });
    expect(errors).toBeUndefined();
    const expected = estatesOf(world)
      .filter(holds)
      .map(({ id }) => id);
    expect(data.estates).toEqual({ totalCount: expected.length, nodes: expected.map((estateId) => ({ estateId })) });
    // A condition that holds for none or all proves nothing.
    const proves = _what.includes('nothing has') ? expected.length === 0 : expected.length > 0 && expected.length < 120;
    expect(proves, `${expected.length} of 120`).toBe(true);
  });

  test('a city that lists no value, and ranges that are empty, ask nothing', async () => {
    for (const filter of [
      { city: { in: [] } },
      { category: { in: [] } },
      { updatedAt: { after: '2026-03-01T00:00:00Z', before: '2026-02-01T00:00:00Z' } },
    ]) {
      const { data } = await crm.query(found, { filter });
      expect(data.estates).toEqual({ totalCount: 0, nodes: [] });
    }
    expect(crm.onoffice.journal).toEqual([]);
  });

  test('a place next to the equator and Greenwich goes out in decimals', async () => {
    await crm.query(found, { filter: { near: { latitude: 1e-7, longitude: -2.5e-7, radiusKm: 0.5 } } });
    expect(
      crm.onoffice.journal.map(({ actions }) => actions.map(({ parameters }) => parameters.georangesearch)),
    ).toEqual([[{ latitude: '0.0000001', longitude: '-0.00000025', radius: '0.5' }]]);
  });

  test('what onOffice would read as another question is refused, and nothing is sent', async () => {
    const refused = [
      { city: { contains: '50%' } },
      { externalNumber: { beginsWith: 'A_' } },
      { city: { eq: null } },
      { city: null },
      { near: null },
      { near: { latitude: 91, longitude: 0, radiusKm: 1 } },
      { near: { latitude: 50, longitude: 181, radiusKm: 1 } },
      { near: { latitude: 50, longitude: 6, radiusKm: 0 } },
    ];
    for (const filter of refused) {
      const { errors } = await crm.query(found, { filter });
      expect(errors?.[0]?.extensions.code, JSON.stringify(filter)).toBe('BAD_USER_INPUT');
    }
    expect(crm.onoffice.journal).toEqual([]);
  });

  test('% and _ are plain characters where texts are compared whole', async () => {
    const { data } = await crm.query(found, { filter: { city: { eq: 'Aach%' }, externalNumber: { in: ['MU_2471'] } } });
    expect(data.estates).toEqual({ totalCount: 0, nodes: [] });
  });

  test('a city in another language is that of the main version', async () => {
    const english = { headers: { 'accept-language': 'en' } };
    const main = await crm.query(
      '{ estates(first: 500, filter: { city: { eq: "Köln" } }) { nodes { address { city } } } }',
      undefined,
      english,
    );
    const translated = await crm.query(
      '{ estates(first: 500, filter: { city: { eq: "Cologne" } }) { nodes { address { city } } } }',
      undefined,
      english,
    );
    expect(main.data.estates?.nodes).toContainEqual({ address: { city: 'Cologne' } });
    expect(translated.data.estates?.nodes).toEqual([]);
  });

  test('a time that is unset is neither before nor after any other', async () => {
    const [one] = estatesOf(world);
    if (one) one.values.geaendert_am = null;
    const { data } = await crm.query('{ estate(estateId: 2471) { updatedAt } }');
    expect(data.estate).toEqual({ updatedAt: null });
    for (const updatedAt of [{ before: '2999-01-01T00:00:00Z' }, { after: '1900-01-01T00:00:00Z' }]) {
      const { data } = await crm.query(found, { filter: { estateId: { lte: 2475 }, updatedAt } });
      expect(data.estates?.nodes).toEqual([{ estateId: 2475 }]);
    }
  });

  test('instants in the hour that autumn has twice are compared as they are read', async () => {
    await using own = await startCrm({ now: new Date('2026-10-25T00:45:00Z') });
    const { data } = await own.query(
      'mutation { updateEstate(estateId: 2471, changes: { title: "X" }) { estate { updatedAt } } }',
    );
    const at = data.updateEstate?.estate?.updatedAt ?? '';
    // The CRM's clock goes on while it is asked.
    expect(at).toMatch(/^2026-10-25T00:45:\d\dZ$/);
    const after = new Date(Date.parse(at) + 1000).toISOString().replace('.000', '');
    const bounds = [
      ...['2026-10-25T00:30:00Z', at, after, '2026-10-25T00:59:59Z'],
      ...['2026-10-25T01:00:00Z', '2026-10-25T01:30:00Z', '2026-10-25T02:00:00Z', '2026-10-25T03:00:00Z'],
    ];
    for (const bound of bounds) {
      const count = async (operators: { before: string } | { after: string }) =>
        (await own.query(found, { filter: { estateId: { eq: 2471 }, updatedAt: operators } })).data.estates?.totalCount;
      const isBefore = Date.parse(at) < Date.parse(bound);
      const isAfter = Date.parse(at) > Date.parse(bound);
      expect([await count({ before: bound }), await count({ after: bound })], bound).toEqual([
        Number(isBefore),
        Number(isAfter),
      ]);
    }
  });
});
