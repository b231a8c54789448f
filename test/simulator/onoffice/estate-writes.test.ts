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

describe('languages', () => {
  const texts = { data: ['Id', 'objekttitel', 'ort'], addMainLangId: true, addestatelanguage: true };

  test('a version by main id, the main one in its own language, none where there is none', async () => {
    const titles = (id: number) => [
      world.estates.get(id)?.values.objekttitel,
      world.estates.get(id)?.versions.get('ENG')?.values.objekttitel,
    ];
    const [german, english] = titles(2471);
    const ENG = await elementsOf(2471, { ...texts, estatelanguage: 'ENG' });
    expect(ENG).toEqual({
      Id: '2473',
      objekttitel: english,
      ort: 'Aix-la-Chapelle',
      mainLangId: '2471',
      language: 'ENG',
    });
    const main = { Id: '2471', objekttitel: german, ort: 'Aachen', mainLangId: null, language: '' };
    expect(await elementsOf(2471, { ...texts, estatelanguage: 'DEU' })).toEqual(main);
    expect(await elementsOf(2471, { ...texts, estatelanguage: 'FRA' })).toEqual(main);
    for (const wrong of [{ estatelanguage: 'ZZZ' }, { formatoutput: true, outputlanguage: 'ZZZ' }]) {
      expect((await read({ ...texts, ...wrong }, '2471')).status.errorcode).toBe(160);
      expect((await read({ ...texts, ...wrong }, '9999')).status.errorcode).toBe(160);
      const none = { ...texts, ...wrong, filter: { Id: [{ op: '=', val: 9999 }] } };
      expect((await read(none)).status.errorcode).toBe(160);
    }
    expect((await read(texts, '2473')).status.errorcode).toBe(198);
    expect(await idsBy({ Id: [{ op: '=', val: 2473 }] })).toEqual([]);
  });

  test('a list has the ids of versions, and main records where there is none', async () => {
    const listed = await read({ ...texts, estatelanguage: 'ENG', listlimit: 3 });
    expect(listed.data.records.map(({ id, elements }) => [id, elements.mainLangId])).toEqual([
      [2473, '2471'],
      [2475, null],
      [2479, '2477'],
    ]);
    simulator.options.listsWithoutVersion = 'leftOut';
    expect((await read({ ...texts, estatelanguage: 'ENG' })).data.meta.cntabsolute).toBe(48);
  });

  test('a filter on a translated field looks where the option says', async () => {
    const filter = { ort: [{ op: '=', val: 'Cologne' }] };
    expect(await idsBy(filter, { estatelanguage: 'ENG' })).toEqual([]);
    simulator.options.translatedFilters = 'version';
    expect((await idsBy(filter, { estatelanguage: 'ENG' })).length).toBeGreaterThan(0);
  });
});

describe('writes', () => {
  const write = (verb: 'create' | 'modify', parameters: Parameters, resourceId = '') =>
    ask(simulator.url, account, { verb, resource: 'estate', resourceId, parameters });
  const modify = (data: Record<string, unknown>, extra: Parameters = {}) => write('modify', { data, ...extra }, '2471');

  test('a change stamps the record and leaves what it does not name', async () => {
    simulator.clock.set(new Date('2026-07-01T10:00:00Z'));
    const before = { ...world.estates.get(2471)?.values };
    expect((await modify({ kaufpreis: '349000.10', Id: 5, erstellt_am: '2000-01-01' })).status.errorcode).toBe(0);
    const after = world.estates.get(2471)?.values ?? {};
    const changed = Object.keys(after).filter((name) => after[name] !== before[name]);
    expect(changed.sort()).toEqual(['geaendert_am', 'kaufpreis', 'letzte_aktion']);
    expect(after).toMatchObject({ kaufpreis: 349_000.1, letzte_aktion: '2026-07-01' });
    expect(String(after.geaendert_am)).toMatch(/^2026-07-01 12:00:0/);
  });

  test('values that do not fit are refused, and nothing of the write is kept', async () => {
    const before = structuredClone(world.estates.get(2471)?.values);
    const codes = [];
    for (const data of [
      { nonsense: 1 },
      { objektart: 'raumschiff' },
      { heizungsart: ['zentral', 'kernfusion'] },
      { heizungsart: '|zentral|' },
      { kaufpreis: '649.000,00' },
      { wohnflaeche: 'viel' },
      { baujahr: 1998.5 },
      { abdatum: '1.5.2026' },
      { abdatum: '2026-02-30' },
      { ind_2311_Feld_ObjTech2: '2026-03-01 24:30:00' },
    ]) {
      codes.push((await modify({ objekttitel: 'neu', ...data })).status.errorcode);
    }
    expect(codes).toEqual([141, 77, 76, 74, 214, 229, 228, 255, 255, 255]);
    expect(world.estates.get(2471)?.values).toEqual(before);
    simulator.options.unknownFieldOnWrite = 143;
    expect((await modify({ nonsense: 1 })).status).toEqual({
      errorcode: 143,
      message: 'Unknown field in estate data: nonsense',
    });
  });

  test('a day of zeros is none', async () => {
    await modify({ abdatum: '2028-02-29', ind_2311_Feld_ObjTech2: '2026-03-01 23:59:59' });
    expect(world.estates.get(2471)?.values).toMatchObject({ abdatum: '2028-02-29' });
    await modify({ abdatum: '0000-00-00', ind_2311_Feld_ObjTech2: '0000-00-00 00:00:00' });
    expect(world.estates.get(2471)?.values).toMatchObject({ abdatum: null, ind_2311_Feld_ObjTech2: null });
  });

  test('a version is written by main id and language; without a language the main one', async () => {
    const german = world.estates.get(2471)?.values.lage;
    await modify({ lage: 'At the park', kaufpreis: 500_000 }, { estatelanguage: 'ENG' });
    expect(world.estates.get(2471)?.versions.get('ENG')?.values.lage).toBe('At the park');
    expect(world.estates.get(2471)?.values).toMatchObject({ lage: german, kaufpreis: 500_000 });
    await modify({ lage: 'Am Park' });
    expect(world.estates.get(2471)?.values.lage).toBe('Am Park');
    expect(world.estates.get(2471)?.versions.get('ENG')?.values.lage).toBe('At the park');
    expect((await modify({ lage: 'Au parc' }, { estatelanguage: 'FRA' })).status.errorcode).toBe(80);
    expect((await write('modify', { data: {} }, '2473')).status.errorcode).toBe(198);
    expect((await write('modify', { data: {} }, '9999')).status.errorcode).toBe(80);
    expect((await write('modify', { data: {} })).status.errorcode).toBe(79);
  });

  test('a new property has the next odd id, and a number in use is replaced', async () => {
    const last = Math.max(...all.flatMap(({ id, versions }) => [id, ...[...versions.values()].map((one) => one.id)]));
    const fresh = await write('create', { data: { objektart: 'haus', objektnr_extern: 'NEU-1' } });
    expect(fresh.data.records).toEqual([{ id: last + 2, type: 'estate', elements: [] }]);
    const taken = await write('create', { data: { objektart: 'haus', objektnr_extern: 'NEU-1' } });
    expect(taken.data.records[0]?.elements).toEqual({ externalestatenoOverwritten: `OO-${last + 4}` });
    expect(world.estates.get(last + 4)?.values.objektnr_extern).toBe(`OO-${last + 4}`);
    expect((await write('create', {})).status.errorcode).toBe(167);
  });

  test('rights: read-only users, withheld records, published records alone', async () => {
    world.restrictions.readOnlyModules.add('estate');
    expect((await modify({ lage: 'x' })).status.errorcode).toBe(262);
    world.restrictions.unreadableEstates.add(2471);
    expect((await read({ data: ['Id'] }, '2471')).status.errorcode).toBe(149);
    expect((await read({ data: ['Id'] })).data.meta.cntabsolute).toBe(119);
    simulator.options.publishedOnly = true;
    const published = byHand((v, { id }) => v.veroeffentlichen === true && id !== 2471);
    expect(await idsBy({})).toEqual(published);
    world.restrictions.unreadableModules.add('estate');
    expect((await read({ data: ['Id'] })).status.errorcode).toBe(156);
  });
});

test('two customers have the same ids and other data', async () => {
  const title = async (caller: Account) => {
    const action: AskedAction = {
      verb: 'read',
      resource: 'estate',
      resourceId: 2471,
      parameters: { data: ['objekttitel'] },
    };
    return (await ask(simulator.url, caller, action)).data.records[0]?.elements.objekttitel;
  };
  const [one, other] = simulator.customers;
  expect(await title(one)).toContain('MusterMakler');
  expect(await title(other)).toContain('NordImmobilien');
  expect([...simulator.world(other.id).estates.keys()]).toEqual(all.map(({ id }) => id));
});
