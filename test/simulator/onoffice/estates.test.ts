import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { EstateRecord, OnOfficeWorld } from '../../../src/simulator/onoffice/store.ts';
import { type OnOfficeSimulator, startOnOfficeSimulator } from '../../../src/simulator/onoffice.ts';
import { type Account, type AskedAction, ask, type Elements } from './post.ts';

let simulator: OnOfficeSimulator;
let account: Account;
let world: OnOfficeWorld;
let all: EstateRecord[];

beforeAll(async () => {
  simulator = await startOnOfficeSimulator({ now: new Date('2026-03-02T00:00:00+01:00') });
  [account] = simulator.customers;
});
afterAll(() => simulator.close());
beforeEach(() => {
  simulator.reset();
  world = simulator.world();
  all = [...world.estates.values()];
});

type Parameters = NonNullable<AskedAction['parameters']>;

function read(parameters: Parameters, resourceId = '') {
  return ask(simulator.url, account, { verb: 'read', resource: 'estate', resourceId, parameters });
}

async function elementsOf(id: number, parameters: Parameters): Promise<Elements> {
  const result = await read(parameters, String(id));
  return result.data.records[0]?.elements ?? {};
}

async function idsBy(filter: Record<string, unknown>, extra: Parameters = {}): Promise<(number | string)[]> {
  const result = await read({ data: ['Id'], listlimit: 500, filter, ...extra });
  expect(result.status).toEqual({ errorcode: 0, message: 'OK' });
  return result.data.records.map(({ id }) => id);
}

function byHand(test: (values: EstateRecord['values'], estate: EstateRecord) => boolean): number[] {
  return all.filter((estate) => test(estate.values, estate)).map(({ id }) => id);
}

describe('windows', () => {
  test.each([
    [undefined, 20],
    [7, 7],
    [500, 120],
    [501, 20],
    [0, 20],
    [-1, 20],
    ['30', 30],
  ])('listlimit %s gives %i rows of 120', async (listlimit, rows) => {
    const result = await read({ data: ['Id'], ...(listlimit === undefined ? {} : { listlimit }) });
    expect(result.data.records).toHaveLength(rows);
    expect(result.data.meta.cntabsolute).toBe(120);
  });

  test('pages follow one another', async () => {
    const ids: unknown[] = [];
    for (let listoffset = 0; listoffset < 120; listoffset += 50) {
      ids.push(...(await read({ data: [], listlimit: 50, listoffset })).data.records.map(({ id }) => id));
    }
    expect(ids).toEqual(all.map(({ id }) => id));
  });

  test('an order by several fields, descending ones too; an unknown one is refused', async () => {
    const result = await read({ data: ['ort', 'Id'], listlimit: 500, sortby: { ort: 'ASC', Id: 'DESC' } });
    const rows = result.data.records.map(({ elements }): [string, number] => [
      String(elements.ort),
      Number(elements.Id),
    ]);
    const sorted = [...rows].sort(([oneCity, oneId], [otherCity, otherId]) => {
      const [one, other] = [oneCity.toLowerCase(), otherCity.toLowerCase()];
      return one === other ? otherId - oneId : one < other ? -1 : 1;
    });
    expect(rows).toEqual(sorted);
    expect((await read({ data: ['Id'], sortby: { nonsense: 'ASC' } })).status.errorcode).toBe(212);
    expect((await read({ data: ['Id'], sortby: { wintergarten: 'ASC' } })).status.errorcode).toBe(212);
    const single = await read({ data: ['Id'], sortby: 'Id', sortorder: 'DESC', listlimit: 1 });
    expect(single.data.records[0]?.id).toBe(all.at(-1)?.id);
  });
});

describe('filters equal the same done by hand', () => {
  const price = (values: EstateRecord['values']) => Number(values.kaufpreis ?? 0);

  test('numbers, with unset as zero', async () => {
    const between = [{ op: 'between', val: [300_000, 700_000] }];
    expect(await idsBy({ kaufpreis: between })).toEqual(byHand((v) => price(v) >= 300_000 && price(v) <= 700_000));
    expect(await idsBy({ kaufpreis: [{ op: '<', val: '300000' }] })).toEqual(byHand((v) => price(v) < 300_000));
    const bounded = [
      { op: '<', val: 300_000 },
      { op: '>', val: 0 },
    ];
    expect(await idsBy({ kaufpreis: bounded })).toEqual(byHand((v) => price(v) > 0 && price(v) < 300_000));
    expect(await idsBy({ kaufpreis: [{ op: '=', val: '349000.10' }] })).toEqual(byHand((v) => price(v) === 349_000.1));
    expect(await idsBy({ Id: [{ op: 'IN', val: [2471, '2475', 2473] }] })).toEqual([2471, 2475]);
    expect(await idsBy({ kaufpreis: [{ op: '>=', val: 1 }] })).toEqual(byHand((v) => price(v) >= 1));
    expect(await idsBy({ kaufpreis: [{ op: '<=', val: 0 }] })).toEqual(byHand((v) => price(v) === 0));
  });

  test('keys, flags, text and dates', async () => {
    expect(await idsBy({ objektart: [{ op: 'in', val: ['haus'] }] })).toEqual(byHand((v) => v.objektart === 'haus'));
    expect(await idsBy({ objektart: [{ op: 'not in', val: ['haus'] }] })).toEqual(
      byHand((v) => v.objektart !== 'haus'),
    );
    expect(await idsBy({ veroeffentlichen: [{ op: '=', val: 1 }] })).toEqual(
      byHand((v) => v.veroeffentlichen === true),
    );
    expect(await idsBy({ reserviert: [{ op: 'is', val: '0' }] })).toEqual(byHand((v) => v.reserviert !== true));
    expect(await idsBy({ status: [{ op: '<>', val: 1 }] })).toEqual(byHand((v) => v.status !== '1'));
    expect(await idsBy({ ort: [{ op: 'like', val: 'aach%' }] })).toEqual(byHand((v) => v.ort === 'Aachen'));
    expect(await idsBy({ ort: [{ op: 'NOT LIKE', val: '%n' }] })).toEqual(byHand((v) => !String(v.ort).endsWith('n')));
    const since = '2026-02-20 00:00:00';
    const changed = byHand((v) => String(v.geaendert_am) >= since);
    expect(changed.length).toBeGreaterThan(10);
    expect(await idsBy({ geaendert_am: [{ op: '>=', val: since }] })).toEqual(changed);
  });

  test('days compare with moments, and what is unset is a day of zeros', async () => {
    const [first = 0, second = 0, third = 0] = all.map(({ id }) => id);
    for (const { values } of all)
      Object.assign(values, { erstellt_am: '2025-02-08', geaendert_am: '2025-02-08 09:30:00' });
    Object.assign(world.estates.get(first)?.values ?? {}, {
      erstellt_am: '2025-03-01',
      geaendert_am: '2025-03-01 00:00:00',
    });
    Object.assign(world.estates.get(second)?.values ?? {}, { erstellt_am: null, geaendert_am: null });
    const whole = [{ op: 'between', val: ['2025-03-01 00:00:00', '2025-03-01 23:59:59'] }];
    expect(await idsBy({ erstellt_am: whole })).toEqual([first]);
    expect(await idsBy({ erstellt_am: [{ op: '>', val: '2025-02-08 00:00:01' }] })).toEqual([first]);
    expect(await idsBy({ geaendert_am: [{ op: '=', val: '2025-03-01' }] })).toEqual([first]);
    expect(await idsBy({ geaendert_am: [{ op: '<', val: '2025-02-08' }] })).toEqual([second]);
    for (const unset of ['', '0000-00-00', '0000-00-00 00:00:00'])
      expect(await idsBy({ erstellt_am: [{ op: '=', val: unset }] }), unset).toEqual([second]);
    const { data } = await read({ data: [], listlimit: 2, sortby: { erstellt_am: 'ASC', Id: 'ASC' } });
    expect(data.records.map(({ id }) => id)).toEqual([second, third]);
  });

  test('multi-selects match by any key, and know fewer operators', async () => {
    const hasAny = (keys: string[]) => (v: EstateRecord['values']) =>
      Array.isArray(v.heizungsart) && v.heizungsart.some((key) => keys.includes(key));
    expect(await idsBy({ heizungsart: [{ op: 'in', val: ['fern', 'gas'] }] })).toEqual(byHand(hasAny(['fern', 'gas'])));
    expect(await idsBy({ heizungsart: [{ op: '=', val: 'zentral' }] })).toEqual(byHand(hasAny(['zentral'])));
    const refused = await read({ data: ['Id'], filter: { heizungsart: [{ op: '>', val: 'a' }] } });
    expect(refused.status.errorcode).toBe(232);
  });

  test('conditions and a saved filter join with AND', async () => {
    const filter = { objektart: [{ op: '=', val: 'haus' }], status: [{ op: '=', val: 1 }] };
    const inAachen = byHand((v) => v.objektart === 'haus' && v.status === '1' && v.ort === 'Aachen');
    expect(inAachen.length).toBeGreaterThan(0);
    expect(await idsBy(filter, { filterid: 87 })).toEqual(inAachen);
    expect((await read({ data: ['Id'], filterid: 5 })).status.errorcode).toBe(284);
  });

  test.each([
    [{ kaufpreis: [{ op: '~', val: 1 }] }, 142],
    [{ nonsense: [{ op: '=', val: 1 }] }, 141],
    [{ wintergarten: [{ op: '=', val: 1 }] }, 141],
    [{ kaufpreis: { op: '=', val: 1 } }, 257],
    [{ kaufpreis: [{ op: 'between', val: 1 }] }, 257],
    [{ kaufpreis: [{ op: '=', val: [1] }] }, 257],
    [{ heizungsart: [{ op: 'in', val: 'gas' }] }, 257],
  ])('%j is refused, whether there are records or not', async (filter, code) => {
    const none = { Id: [{ op: '=', val: 1 }] };
    for (const each of [filter, { ...none, ...filter }])
      expect((await read({ data: ['Id'], filter: each })).status.errorcode).toBe(code);
  });

  test('an unknown operator is told as it was sent', async () => {
    const { status } = await read({ data: ['Id'], filter: { ort: [{ op: 'REGEXP', val: 'x' }] } });
    expect(status.message).toBe('Unknown operator: REGEXP');
  });

  test('a radius around a point', async () => {
    const around = (radius: unknown) => ({ latitude: '50.76120', longitude: '6.05131', radius });
    const near = await idsBy({}, { georangesearch: around('20') });
    const far = await idsBy({}, { georangesearch: around(100) });
    const cities = (ids: unknown[]) =>
      new Set(all.filter(({ id }) => ids.includes(id)).map(({ values }) => values.ort));
    expect(cities(near)).toEqual(new Set(['Aachen', 'Eschweiler']));
    expect(cities(far)).toEqual(new Set(['Aachen', 'Eschweiler', 'Düren', 'Köln', 'Düsseldorf']));
    // A property without coordinates is nowhere.
    expect(near).not.toContain(2485);
    for (const incomplete of [{ radius: 5 }, { zip: '52068', radius: 5 }, { latitude: '50', radius: 5 }, around('')]) {
      expect((await read({ data: ['Id'], georangesearch: incomplete })).status.errorcode).toBe(164);
    }
  });
});

describe('values', () => {
  test('each type as the vendor writes it, set and unset', async () => {
    const data = ['kaufpreis', 'breitengrad', 'baujahr', 'balkon', 'heizungsart', 'regionaler_zusatz', 'haustiere'];
    Object.assign(world.estates.get(2471)?.values ?? {}, {
      ...{ kaufpreis: 349_000.1, breitengrad: 50.7612, baujahr: 1998, balkon: true, heizungsart: ['fern', 'ofen'] },
      ...{ regionaler_zusatz: ['RegAachen', 'RegRheinland'], haustiere: '2', abdatum: '2026-05-01' },
    });
    expect(await elementsOf(2471, { data: [...data, 'abdatum', 'Id'] })).toEqual({
      ...{
        kaufpreis: '349000.10',
        breitengrad: '50.76120',
        baujahr: '1998',
        balkon: '1',
        heizungsart: ['fern', 'ofen'],
      },
      ...{ regionaler_zusatz: '|RegAachen||RegRheinland|', haustiere: '2', abdatum: '2026-05-01', Id: '2471' },
    });
    const unset = Object.fromEntries([...data, 'abdatum', 'geaendert_am'].map((name) => [name, null]));
    Object.assign(world.estates.get(2475)?.values ?? {}, unset);
    simulator.options.unsetSelect = null;
    expect(
      await elementsOf(2475, { data: [...data, 'abdatum', 'geaendert_am', 'virtualAddress', 'multiParkingLot'] }),
    ).toEqual({
      ...{ kaufpreis: '0.00', breitengrad: '0.00000', baujahr: '0', balkon: '0', heizungsart: [] },
      ...{ regionaler_zusatz: '', haustiere: null, abdatum: '0000-00-00', geaendert_am: '0000-00-00 00:00:00' },
      ...{ virtualAddress: '', multiParkingLot: [] },
    });
    simulator.options.floatDecimals = 5;
    expect(await elementsOf(2471, { data: ['kaufpreis'] })).toEqual({ kaufpreis: '349000.10000' });
  });

  test('one unknown or deactivated field fails the whole read', async () => {
    const refused = await read({ data: ['Id', 'wintergarten', 'kaufpreis'] });
    expect(refused.status).toEqual({ errorcode: 141, message: 'Unknown field: wintergarten' });
    expect(refused.data).toEqual([]);
    const field = world.fields.estate.get('kaufpreis');
    if (field) field.active = false;
    expect((await read({ data: ['kaufpreis'] })).status.errorcode).toBe(141);
  });

  test('without fields a record has none, and the empty object is a list', async () => {
    expect((await read({ listlimit: 1 })).data.records[0]).toEqual({ id: 2471, type: 'estate', elements: [] });
  });
});
