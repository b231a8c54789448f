import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { OnOfficeWorld } from '../../../src/simulator/onoffice/store.ts';
import { type Crm, startCrm } from '../../crm.ts';
import type { CreateEstateInput, EstateChanges } from '../../queries.ts';
import { estatesOf, pickEstate } from './seeded-estates.ts';

let crm: Crm;
let world: OnOfficeWorld;
beforeAll(async () => {
  crm = await startCrm();
  await crm.query('{ viewer { tenant } estate(estateId: 2471) { mainLanguage } }');
});
afterAll(() => crm.close());
beforeEach(() => {
  crm.onoffice.reset();
  world = crm.onoffice.world();
});

const actions = () => crm.onoffice.journal.flatMap((post) => post.actions);
const stored = (id: number) => {
  const estate = world.estates.get(id);
  if (!estate) throw new RangeError('no such estate');
  return estate.values;
};
const update = `mutation Update($id: Int!, $changes: EstateChanges!, $language: Locale) {
  updateEstate(estateId: $id, changes: $changes, language: $language) { estate { estateId title } errors { __typename message path } } }`;
const create = `mutation Create($input: CreateEstateInput!, $key: String) {
  createEstate(input: $input, idempotencyKey: $key) { estate { estateId externalNumber title } errors { __typename message path } } }`;
const change = (changes: EstateChanges, id = 2471, language?: string) =>
  crm.query(update, { id, changes, ...(language && { language }) });
const least: CreateEstateInput = { category: 'wohnung', usage: 'wohnen', marketingType: 'kauf' };
const added = () => estatesOf(world).filter(({ id }) => id > 2806);

test('wrong arguments of a field of the payload cost that field, and the estate that was written is shown', async () => {
  const { data, errors } = await crm.query(
    `mutation Names($input: CreateEstateInput!, $names: [String!] = ["etage"]) {
      createEstate(input: $input) { errors { message } estate { estateId fields(names: $names) { name } } } }`,
    { input: least, names: null },
  );
  const [estate] = added();
  expect(data.createEstate).toEqual({ errors: [], estate: { estateId: estate?.id, fields: null } });
  expect(errors).toMatchObject([
    { path: ['createEstate', 'estate', 'fields'], extensions: { code: 'BAD_USER_INPUT' } },
  ]);
});

describe('a new estate', () => {
  test('has every field that was given, and is read back', async () => {
    const input: CreateEstateInput = {
      ...{ ...least, type: 'etage', externalNumber: 'NEW-1', title: 'Neu', description: '<p>Schön</p>' },
      ...{ purchasePrice: '349000.10', coldRent: '1200.5', livingArea: 81.5, rooms: 3.5 },
      ...{ street: 'Lindenweg', houseNumber: '7b', postalCode: '52062', city: 'Aachen', country: 'DEU' },
      fields: {
        balkon: true,
        heizungsart: ['gas'],
        baujahr: 1998,
        ind_2311_Feld_ObjTech2: '2026-03-01T09:00:00Z',
        abdatum: '2026-04-01',
      },
    };
    const { data, errors } = await crm.query(
      `mutation Full($input: CreateEstateInput!) { createEstate(input: $input) { errors { message path }
        estate { estateId externalNumber title description category { key } type { key } usage { key } marketingType { key }
          purchasePrice { amount } coldRent { amount } livingArea rooms yearBuilt address { line1 postalCode city country }
          fields(names: ["balkon", "heizungsart", "abdatum", "ind_2311_Feld_ObjTech2"]) { value } } } }`,
      { input },
    );
    expect(errors).toBeUndefined();
    const [estate] = added();
    expect(data.createEstate).toEqual({
      errors: [],
      estate: {
        ...{ estateId: estate?.id, externalNumber: 'NEW-1', title: 'Neu', description: '<p>Schön</p>' },
        ...{
          category: { key: 'wohnung' },
          type: { key: 'etage' },
          usage: { key: 'wohnen' },
          marketingType: { key: 'kauf' },
        },
        ...{
          purchasePrice: { amount: '349000.10' },
          coldRent: { amount: '1200.50' },
          livingArea: 81.5,
          rooms: 3.5,
          yearBuilt: 1998,
        },
        address: { line1: 'Lindenweg 7b', postalCode: '52062', city: 'Aachen', country: 'DEU' },
        fields: [{ value: true }, { value: ['gas'] }, { value: '2026-04-01' }, { value: '2026-03-01T09:00:00Z' }],
      },
    });
    expect(estate?.values).toMatchObject({
      kaufpreis: 349_000.1,
      ind_2311_Feld_ObjTech2: '2026-03-01 10:00:00',
      balkon: true,
    });
    const sent = actions().find(({ name }) => name === 'create estate')?.parameters.data;
    expect(sent).toMatchObject({ kaufpreis: '349000.10' });
  });

  test('takes what its input has no name for by the names of onOffice', async () => {
    const fields = {
      ...{ veroeffentlichen: true, verkauft: false, reserviert: false, status: '1' },
      ...{ warmmiete: '900', lage: 'Am See', ausstatt_beschr: 'Küche' },
    };
    const { data, errors } = await crm.query(create, { input: { ...least, fields } });
    expect({ errors, told: data.createEstate?.errors }).toEqual({ errors: undefined, told: [] });
    expect(added()[0]?.values).toMatchObject({ ...fields, warmmiete: 900 });
    for (const wrong of [{ status: null }, { status: '7' }, { verkauft: null }, { objektart: 'haus' }]) {
      const refused = await crm.query(create, { input: { ...least, fields: wrong } });
      expect(refused.data.createEstate?.errors.map(({ path }) => path)).toEqual([['fields', ...Object.keys(wrong)]]);
    }
    expect(added()).toHaveLength(1);
  });

  test('gets another number where the one given is in use', async () => {
    const { data } = await crm.query(create, { input: { ...least, externalNumber: 'MU-2471' } });
    expect(data.createEstate?.estate?.externalNumber).toBe(added()[0]?.values.objektnr_extern);
    expect(data.createEstate?.estate?.externalNumber).not.toBe('MU-2471');
  });

  test('is made once for a key, whose input may not change', async () => {
    const input = { ...least, title: 'Einmal' };
    const [one, other] = await Promise.all([
      crm.query(create, { input, key: 'k-1' }),
      crm.query(create, { input, key: 'k-1' }),
    ]);
    const again = await crm.query(create, { input, key: 'k-1' });
    const ids = [one, other, again].map(({ data }) => data.createEstate?.estate?.estateId);
    expect(new Set(ids)).toEqual(new Set([added()[0]?.id]));
    expect(added()).toHaveLength(1);
    const changed = await crm.query(create, { input: { ...input, title: 'Anders' }, key: 'k-1' });
    expect(changed.errors?.[0]?.extensions.code).toBe('IDEMPOTENCY_KEY_REUSED');
    const odd = await crm.query(create, { input, key: 'two words' });
    expect(odd.errors?.[0]?.extensions.code).toBe('BAD_USER_INPUT');
    const keyless = await crm.query(create, { input });
    expect(keyless.data.createEstate?.estate?.estateId).not.toBe(ids[0]);
  });

  test('whose answer was lost is unknown, and found by the second call with the key', async () => {
    crm.onoffice.faults.add({ path: 'create estate', fault: { kind: 'reset' }, times: 1 });
    const input = { ...least, title: 'Verloren', purchasePrice: '123456.78' };
    const lost = await crm.query(create, { input, key: 'k-2' });
    expect(lost.data.createEstate).toBeNull();
    expect(lost.errors?.[0]?.extensions.code).toBe('UNKNOWN_OUTCOME');
    expect(added()).toHaveLength(1);
    const found = await crm.query(create, { input, key: 'k-2' });
    expect(found.data.createEstate?.estate?.estateId).toBe(added()[0]?.id);
    expect(added()).toHaveLength(1);
  });

  test('whose answer was lost is found though its figures were rounded on the way', async () => {
    crm.onoffice.faults.add({ path: 'create estate', fault: { kind: 'reset' }, times: 1 });
    const fields = { nutzflaeche: '12.3456', ind_1946_Feld_ObjFreitexte8: '1.2345' };
    const input = { ...least, title: '3.1415', livingArea: 81.5555, rooms: 3.5, fields };
    const lost = await crm.query(create, { input, key: 'k-5' });
    expect(lost.errors?.[0]?.extensions.code).toBe('UNKNOWN_OUTCOME');
    const [made] = added();
    Object.assign(made?.values ?? {}, { wohnflaeche: 81.56, nutzflaeche: 12.34 });
    const found = await crm.query(create, { input, key: 'k-5' });
    expect(found.data.createEstate?.estate).toMatchObject({ estateId: made?.id, title: '3.1415' });
    expect(added()).toHaveLength(1);
    const [asked] = actions().filter(({ name, parameters }) => name === 'read estate' && !parameters.addMainLangId);
    const filter = asked?.parameters.filter ?? {};
    expect(filter).toMatchObject({
      anzahl_zimmer: [{ op: '=', val: '3.5' }],
      objekttitel: [{ op: '=', val: '3.1415' }],
    });
    expect(Object.keys(filter)).not.toContain('wohnflaeche');
  });

  test('whose answer was lost is found though its texts were tidied on the way, and no other is taken for it', async () => {
    crm.onoffice.faults.add({ path: 'create estate', fault: { kind: 'reset' }, times: 1 });
    const input = { ...least, title: ' Am See', description: 'Hell.\nRuhig. ', city: 'Murnau' };
    const lost = await crm.query(create, { input, key: 'k-6' });
    expect(lost.errors?.[0]?.extensions.code).toBe('UNKNOWN_OUTCOME');
    const [made] = added();
    Object.assign(made?.values ?? {}, { objekttitel: 'Am See', objektbeschreibung: 'Hell.\r\nRuhig.' });
    const found = await crm.query(create, { input, key: 'k-6' });
    expect(found.data.createEstate?.estate).toMatchObject({ estateId: made?.id, title: 'Am See' });
    expect(added()).toHaveLength(1);
    crm.onoffice.faults.add({ path: 'create estate', fault: { kind: 'reset', undone: true }, times: 1 });
    const other = { ...input, title: ' Am Berg' };
    await crm.query(create, { input: other, key: 'k-7' });
    const again = await crm.query(create, { input: other, key: 'k-7' });
    expect(again.data.createEstate?.estate?.estateId).toBe(added()[1]?.id);
    expect(added()).toHaveLength(2);
  });

  test('that was never stored is made by the second call with the key', async () => {
    crm.onoffice.faults.add({ path: 'create estate', fault: { kind: 'reset', undone: true }, times: 1 });
    const input = { ...least, title: 'Nie angekommen', externalNumber: 'NEW-7' };
    const lost = await crm.query(create, { input, key: 'k-3' });
    expect([lost.errors?.[0]?.extensions.code, added().length]).toEqual(['UNKNOWN_OUTCOME', 0]);
    const made = await crm.query(create, { input, key: 'k-3' });
    expect(made.data.createEstate?.estate?.externalNumber).toBe('NEW-7');
    expect(added()).toHaveLength(1);
  });

  test('whose number was replaced on the way stays unknown: nobody could tell it from another', async () => {
    crm.onoffice.faults.add({ path: 'create estate', fault: { kind: 'reset' }, times: 1 });
    const input = { ...least, title: 'Doppelt', externalNumber: 'MU-2471' };
    await crm.query(create, { input, key: 'k-4' });
    const again = await crm.query(create, { input, key: 'k-4' });
    expect(again.errors?.[0]?.extensions.code).toBe('UNKNOWN_OUTCOME');
    expect(added()).toHaveLength(1);
  });
});

describe('a change', () => {
  test('sets what is given, and leaves all else as it was', async () => {
    const before = { ...stored(2471) };
    const changes: EstateChanges = {
      ...{
        externalNumber: 'MU-X',
        title: 'Titel',
        description: 'Text',
        locationDescription: 'Lage',
        equipmentDescription: 'Küche',
      },
      ...{ status: '2', purchasePrice: '349000.10', coldRent: '10.5', warmRent: '12.25', livingArea: 99.5, rooms: 4.5 },
      ...{
        reserved: true,
        sold: true,
        published: false,
        street: 'Weg',
        houseNumber: '1',
        postalCode: '52064',
        city: 'Aachen',
        country: 'AUT',
      },
      fields: { etage: 3, boden: [], InterneBemerkung: 'intern' },
    };
    const { data, errors } = await change(changes);
    expect({ errors, told: data.updateEstate?.errors }).toEqual({ errors: undefined, told: [] });
    expect(stored(2471)).toEqual({
      ...before,
      ...{
        objektnr_extern: 'MU-X',
        objekttitel: 'Titel',
        objektbeschreibung: 'Text',
        lage: 'Lage',
        ausstatt_beschr: 'Küche',
      },
      ...{
        status: '2',
        kaufpreis: 349_000.1,
        kaltmiete: 10.5,
        warmmiete: 12.25,
        wohnflaeche: 99.5,
        anzahl_zimmer: 4.5,
      },
      ...{
        reserviert: true,
        verkauft: true,
        veroeffentlichen: false,
        strasse: 'Weg',
        hausnummer: '1',
        plz: '52064',
        ort: 'Aachen',
        land: 'AUT',
      },
      ...{ etage: 3, boden: null, InterneBemerkung: 'intern' },
      ...{ letzte_aktion: '2026-03-04', geaendert_am: '2026-03-04 01:00:00' },
    });
  });

  test('sets what its input has no name for by the names of onOffice', async () => {
    const fields = { objektart: 'wohnung', objekttyp: 'etage', nutzungsart: 'gewerbe', vermarktungsart: 'miete' };
    const { data, errors } = await change({ fields });
    expect({ errors, told: data.updateEstate?.errors }).toEqual({ errors: undefined, told: [] });
    expect(stored(2471)).toMatchObject(fields);
    const wrongKey = await change({ fields: { objektart: 'schloss' } });
    expect(wrongKey.data.updateEstate?.errors.map(({ path }) => path)).toEqual([['fields', 'objektart']]);
  });

  test('a figure that JavaScript writes with an exponent goes out as a decimal', async () => {
    const { data, errors } = await change({ livingArea: 0.00000025, rooms: 1e21 });
    expect({ errors, told: data.updateEstate?.errors }).toEqual({ errors: undefined, told: [] });
    const sent = actions().find(({ name }) => name === 'modify estate')?.parameters.data;
    expect(sent).toEqual({ wohnflaeche: '0.00000025', anzahl_zimmer: '1000000000000000000000' });
  });

  test('null and "" clear what can be cleared', async () => {
    const texts = ['externalNumber', 'title', 'description', 'locationDescription', 'equipmentDescription'];
    const places = ['street', 'houseNumber', 'postalCode', 'city', 'country'];
    const figures = ['purchasePrice', 'coldRent', 'warmRent', 'livingArea', 'rooms'];
    const vendor = [
      'objektnr_extern',
      'objekttitel',
      'objektbeschreibung',
      'lage',
      'ausstatt_beschr',
      'strasse',
      'hausnummer',
    ];
    const cleared = (names: string[], value: unknown) => Object.fromEntries(names.map((name) => [name, value]));
    await change({ ...cleared([...texts, ...places, ...figures], null), fields: { heizungsart: null, abdatum: null } });
    for (const name of [...vendor, 'plz', 'ort', 'land', 'kaufpreis', 'wohnflaeche', 'heizungsart', 'abdatum']) {
      expect(stored(2471)[name], name).toBeNull();
    }
    await change(cleared([...texts, ...places], ''), 2475);
    for (const name of vendor) expect(stored(2475)[name], name).toBeNull();
  });

  test('what has no empty form, and what is none of its kind, is refused before anything is sent', async () => {
    const cases: [EstateChanges, string[]][] = [
      [{ reserved: null }, ['reserved']],
      [{ sold: null }, ['sold']],
      [{ published: null }, ['published']],
      [{ status: null }, ['status']],
      [{ status: '' }, ['status']],
      [{ status: '7' }, ['status']],
      [{ fields: 'x' }, ['fields']],
      [{ fields: { balkon: 'ja' } }, ['fields', 'balkon']],
      [{ fields: { etage: 'drei' } }, ['fields', 'etage']],
      [{ fields: { baujahr: 1974.5 } }, ['fields', 'baujahr']],
      [{ fields: { baujahr: '1974.5' } }, ['fields', 'baujahr']],
      [{ fields: { baujahr: 1e21 } }, ['fields', 'baujahr']],
      [{ fields: { heizungsart: 'gas' } }, ['fields', 'heizungsart']],
      [{ fields: { abdatum: '1.4.2026' } }, ['fields', 'abdatum']],
      [{ fields: { abdatum: '2026-02-30' } }, ['fields', 'abdatum']],
      [{ fields: { abdatum: '2026-03-01T09:00:00Z' } }, ['fields', 'abdatum']],
      [{ fields: { multiParkingLot: {} } }, ['fields', 'multiParkingLot']],
      [{ fields: { InterneBemerkung: {} } }, ['fields', 'InterneBemerkung']],
      [{ fields: { kaufpreis: 1 } }, ['fields', 'kaufpreis']],
      [{ fields: { verkauft: true } }, ['fields', 'verkauft']],
      [{ fields: { objektart: null } }, ['fields', 'objektart']],
      [{ fields: { vermarktungsart: '' } }, ['fields', 'vermarktungsart']],
      [{ fields: { erstellt_am: '2026-03-01' } }, ['fields', 'erstellt_am']],
    ];
    for (const [changes, path] of cases) {
      const { data } = await change(changes);
      expect(data.updateEstate, JSON.stringify(changes)).toEqual({
        estate: null,
        errors: [{ __typename: 'ValidationError', message: expect.stringMatching(/\w/), path }],
      });
    }
    expect(crm.onoffice.journal).toEqual([]);
  });

  test('a field that only the configuration knows is written by its type, and an unknown one refused', async () => {
    const { data } = await change({
      fields: { ind_2230_Feld_ObjAusstattung5: [], ind_2311_Feld_ObjTech2: '2026-07-01T10:00:00+02:00' },
    });
    expect(data.updateEstate?.errors).toEqual([]);
    expect(stored(2471)).toMatchObject({
      ind_2230_Feld_ObjAusstattung5: null,
      ind_2311_Feld_ObjTech2: '2026-07-01 10:00:00',
    });
    for (const impossible of ['2026-02-30T10:00:00+01:00', 'March 7 2026 10:00 +01:00', '2026-03-07T10:00:00']) {
      const refused = await change({ fields: { ind_2311_Feld_ObjTech2: impossible } });
      expect(refused.data.updateEstate?.errors, impossible).toMatchObject([
        { __typename: 'ValidationError', path: ['fields', 'ind_2311_Feld_ObjTech2'] },
      ]);
    }
    const strange = await change({ title: 'X', fields: { ind_9_Feld_X: 1, ind_2311_Feld_ObjTech2: 'morgen' } });
    expect(strange.data.updateEstate?.errors.map(({ path }) => path)).toEqual([
      ['fields', 'ind_9_Feld_X'],
      ['fields', 'ind_2311_Feld_ObjTech2'],
    ]);
    expect(actions().filter(({ name }) => name === 'modify estate')).toHaveLength(1);
  });

  test('an instant in the hour that clocks show a second time is refused, since the first would be read', async () => {
    const name = 'ind_2311_Feld_ObjTech2';
    for (const [instant, stored] of [
      ...[
        ['2026-10-25T02:59:59+02:00', '2026-10-25 02:59:59'] as const,
        ['2026-10-25T02:00:00Z', '2026-10-25 03:00:00'] as const,
      ],
      ...[
        ['2026-03-29T00:59:59Z', '2026-03-29 01:59:59'] as const,
        ['2026-03-29T01:00:00.5Z', '2026-03-29 03:00:00'] as const,
      ],
    ]) {
      const { data } = await change({ fields: { [name]: instant } });
      expect(data.updateEstate?.errors).toEqual([]);
      const [written] = actions()
        .filter((action) => action.name === 'modify estate')
        .slice(-1);
      expect(written?.parameters.data).toEqual({ [name]: stored });
    }
    const before = { ...stored(2471) };
    for (const instant of ['2026-10-25T02:00:00+01:00', '2026-10-25T01:59:59.9Z']) {
      const { data } = await change({ fields: { [name]: instant } });
      expect(data.updateEstate).toMatchObject({
        estate: null,
        errors: [{ __typename: 'ValidationError', path: ['fields', name] }],
      });
    }
    expect(stored(2471)).toEqual(before);
  });

  test('what onOffice refuses is told with its field', async () => {
    const wrongKey = await crm.query(create, { input: { ...least, category: 'schloss' } });
    expect(wrongKey.data.createEstate).toEqual({
      estate: null,
      errors: [{ __typename: 'ValidationError', message: 'Invalid singleselect key: schloss', path: ['category'] }],
    });
    const wrongFree = await change({ fields: { heizungsart: ['dampf'] } });
    expect(wrongFree.data.updateEstate?.errors).toEqual([
      { __typename: 'ValidationError', message: 'Invalid multiselect key: dampf', path: ['fields', 'heizungsart'] },
    ]);
    const named = await change({ fields: { heizungsart: ['constructor'] } });
    expect(named.data.updateEstate?.errors).toMatchObject([
      { message: 'Invalid multiselect key: constructor', path: ['fields', 'heizungsart'] },
    ]);
    const gone = await change({ fields: { wintergarten: true } });
    expect(gone.data.updateEstate?.errors.map(({ path }) => path)).toEqual([['fields', 'wintergarten']]);
    crm.onoffice.faults.add({
      path: 'modify estate',
      fault: { kind: 'refuse', code: 214, message: 'Invalid price format!' },
    });
    const price = await change({ purchasePrice: '1' });
    expect(price.data.updateEstate?.errors).toEqual([
      { __typename: 'ValidationError', message: 'Invalid price format!', path: [] },
    ]);
  });

  test.each([
    [227, 'Expected string: ort', ['city']],
    [252, 'Unknown value in select field "land"', ['country']],
    [215, 'Parameter kaufpreis must not be null!', ['purchasePrice']],
    [255, 'Invalid value for parameter etage', ['fields', 'etage']],
    [255, 'Invalid value for parameter "etage"', ['fields', 'etage']],
    [255, 'Invalid value for parameter data', []],
    [76, 'Invalid multiselect key: gas', ['fields', 'heizungsart']],
  ])('a refusal is told with the field that it names: %i %s', async (code, message, path) => {
    crm.onoffice.faults.add({ path: 'modify estate', fault: { kind: 'refuse', code, message } });
    const fields = { etage: 4, heizungsart: ['gas'] };
    const { data } = await change({ city: 'Aachen', country: 'DEU', purchasePrice: '1', fields });
    expect(data.updateEstate?.errors).toEqual([{ __typename: 'ValidationError', message, path }]);
  });

  test('one that does not exist, or may not be written, is told', async () => {
    const none = await change({ title: 'X' }, 99_999);
    expect(none.data.updateEstate?.errors.map(({ __typename }) => __typename)).toEqual(['NotFoundError']);
    const nothing = await change({}, 99_999);
    expect(nothing.data.updateEstate?.errors.map(({ __typename }) => __typename)).toEqual(['NotFoundError']);
    world.restrictions.readOnlyModules.add('estate');
    const forbidden = await change({ title: 'X' });
    expect(forbidden.data.updateEstate?.errors.map(({ __typename }) => __typename)).toEqual(['ForbiddenError']);
  });

  test('of nothing writes nothing, and gives the estate', async () => {
    const { data } = await change({});
    expect(data.updateEstate).toMatchObject({ estate: { estateId: 2471 }, errors: [] });
    expect(actions().every(({ name }) => name === 'read estate')).toBe(true);
  });

  test('is fresh in what the document reads after it', async () => {
    const { data } =
      await crm.query(`mutation { a: updateEstate(estateId: 2475, changes: { title: "Eins" }) { estate { title } }
      b: updateEstate(estateId: 2475, changes: { title: "Zwei" }) { estate { title } } }`);
    expect(data).toEqual({ a: { estate: { title: 'Eins' } }, b: { estate: { title: 'Zwei' } } });
  });

  test('is sent once, and its outcome is unknown where the answer is lost', async () => {
    crm.onoffice.faults.add({ path: 'modify estate', fault: { kind: 'reset' } });
    const { data, errors } = await change({ title: 'X' });
    expect(data.updateEstate).toBeNull();
    expect(errors?.[0]?.extensions.code).toBe('UNKNOWN_OUTCOME');
    expect(actions()).toHaveLength(1);
    expect(stored(2471).objekttitel).toBe('X');
  });
});

describe('a change to one language version', () => {
  const texts = (id: number) => ({
    main: stored(id).objekttitel,
    english: world.estates.get(id)?.versions.get('ENG')?.values.objekttitel,
  });

  test('leaves the other as it was, either way round', async () => {
    const before = texts(2471);
    await change({ title: 'Changed' }, 2471, 'en-GB');
    expect(texts(2471)).toEqual({ main: before.main, english: 'Changed' });
    await change({ title: 'Geändert' }, 2471);
    expect(texts(2471)).toEqual({ main: 'Geändert', english: 'Changed' });
    await change({ title: 'Wieder' }, 2471, 'de');
    expect(texts(2471)).toEqual({ main: 'Wieder', english: 'Changed' });
  });

  test('is refused where there is no such version, whatever the server would do with it', async () => {
    crm.onoffice.options.missingVersionOnModify = 'main';
    const before = texts(2475);
    for (const language of ['en', 'fr']) {
      const { data, errors } = await change({ title: 'Lost' }, 2475, language);
      expect(data.updateEstate).toBeNull();
      expect(errors?.map(({ extensions: { code } }) => code)).toEqual(['ESTATE_LANGUAGE_MISSING']);
    }
    expect(texts(2475)).toEqual(before);
    expect(actions().every(({ name }) => name === 'read estate')).toBe(true);
    const odd = await change({ title: 'Lost' }, 2475, 'ja');
    expect(odd.errors?.[0]?.extensions.code).toBe('BAD_USER_INPUT');
    const none = await change({ title: 'Lost' }, 99_999, 'en');
    expect(none.data.updateEstate?.errors.map(({ __typename }) => __typename)).toEqual(['NotFoundError']);
  });

  test('knows the main version where nothing has told its language before', async () => {
    await using fresh = await startCrm();
    const { data } = await fresh.query(
      'mutation { updateEstate(estateId: 2471, language: "de", changes: { title: "Haupt" }) { estate { title(language: "de") } errors { message } } }',
    );
    expect(data.updateEstate).toEqual({ estate: { title: 'Haupt' }, errors: [] });
    const versions = fresh.onoffice.world().estates.get(2471);
    expect(versions?.values.objekttitel).toBe('Haupt');
    expect(versions?.versions.get('ENG')?.values.objekttitel).not.toBe('Haupt');
  });
});

describe('archiving', () => {
  test('sets the status, and a change takes it back', async () => {
    const estate = pickEstate(world, ({ values }) => values.status === '1');
    const archived = await crm.query(
      'mutation Archive($id: Int!) { archiveEstate(estateId: $id) { estate { status { key label } } errors { message } } }',
      { id: estate.id },
    );
    expect(archived.data.archiveEstate).toEqual({ estate: { status: { key: '0', label: 'archived' } }, errors: [] });
    await change({ status: '1' }, estate.id);
    expect(stored(estate.id).status).toBe('1');
    const none = await crm.query(
      'mutation { archiveEstate(estateId: 99999) { estate { title } errors { __typename } } }',
    );
    expect(none.data.archiveEstate).toEqual({ estate: null, errors: [{ __typename: 'NotFoundError' }] });
  });
});

describe('activation', () => {
  const unlock =
    'mutation Unlock($id: String!) { unlockProvider(parameterCacheId: $id) { unlocked errors { __typename message path } } }';
  const claimed = { headers: { 'x-onoffice-claim': 'activation' } };

  test('is all that is asked of onOffice, and opens the rest', async () => {
    Object.assign(crm.onoffice.options.marketplace, {
      ...{ required: true, unlocking: ['MusterMakler'] },
      claims: { activation: { customer: 'MusterMakler', outdated: false } },
    });
    const early = await crm.query('{ estate(estateId: 2471) { externalNumber } }', undefined, claimed);
    expect(early.errors?.[0]?.extensions.code).toBe('FORBIDDEN');
    crm.onoffice.clear();
    const { data } = await crm.query(unlock, { id: '0b0d7a5e-7a65-4f0f-9d5a-6a8f4a3c2b11' }, claimed);
    expect(data.unlockProvider).toEqual({ unlocked: true, errors: [] });
    expect(actions().map(({ name, parameters }) => [name, parameters])).toEqual([
      ['do unlockProvider', { parameterCacheId: '0b0d7a5e-7a65-4f0f-9d5a-6a8f4a3c2b11' }],
    ]);
    const later = await crm.query('{ estate(estateId: 2471) { externalNumber } }', undefined, claimed);
    expect(later.data.estate).toEqual({ externalNumber: 'MU-2471' });
  });

  test('needs the claim and the id', async () => {
    const claimless = await crm.query(unlock, { id: 'x' });
    expect(claimless.errors?.[0]?.extensions.code).toBe('BAD_USER_INPUT');
    const empty = await crm.query(unlock, { id: ' ' }, claimed);
    expect(empty.data.unlockProvider).toMatchObject({ unlocked: false, errors: [{ path: ['parameterCacheId'] }] });
    expect(crm.onoffice.journal).toEqual([]);
    crm.onoffice.faults.add({ fault: { kind: 'refuse', code: 177, message: 'Parameter cache missing' } });
    const unknown = await crm.query(unlock, { id: 'x' }, claimed);
    expect(unknown.data.unlockProvider).toEqual({
      unlocked: false,
      errors: [{ __typename: 'ValidationError', message: 'Parameter cache missing', path: ['parameterCacheId'] }],
    });
  });
});
