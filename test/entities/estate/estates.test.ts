import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { EstateRecord, OnOfficeWorld } from '../../../src/simulator/onoffice/store.ts';
import { type Crm, startCrm } from '../../crm.ts';
import {
  addressOf,
  choiceOf,
  entryOf,
  estatesOf,
  idOf,
  moneyOf,
  numberOf,
  pickEstate,
  related,
  textIn,
  textOr,
  winterInstant,
} from './seeded-estates.ts';

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

/** What the actions of all POSTs since the last clearing were. */
const actions = () => crm.onoffice.journal.flatMap((post) => post.actions);
const posts = () => crm.onoffice.journal.map(({ path }) => path);

describe('the fields of an estate', () => {
  test('come for a page in one request, with what the seed holds', async () => {
    const { data, errors } = await crm.query(`{ estates(first: 120) { totalCount nodes { id estateId externalNumber
      title description locationDescription equipmentDescription otherInformation
      category { key label } type { key label } usage { key label } marketingType { key label } status { key label }
      purchasePrice { amount currency } coldRent { amount currency } warmRent { amount currency }
      livingArea plotArea rooms bedrooms bathrooms yearBuilt reserved sold published createdAt updatedAt } } }`);
    expect(errors).toBeUndefined();
    expect(data.estates?.totalCount).toBe(120);
    expect(data.estates?.nodes).toEqual(
      estatesOf(world).map((estate) => ({
        id: idOf('Estate', estate.id),
        estateId: estate.id,
        externalNumber: estate.values.objektnr_extern,
        title: textIn(estate, 'objekttitel'),
        description: textIn(estate, 'objektbeschreibung'),
        locationDescription: textIn(estate, 'lage'),
        equipmentDescription: textIn(estate, 'ausstatt_beschr'),
        otherInformation: textIn(estate, 'sonstige_angaben'),
        category: choiceOf(world, estate, 'objektart'),
        type: choiceOf(world, estate, 'objekttyp'),
        usage: choiceOf(world, estate, 'nutzungsart'),
        marketingType: choiceOf(world, estate, 'vermarktungsart'),
        status: choiceOf(world, estate, 'status'),
        purchasePrice: moneyOf(estate, 'kaufpreis'),
        coldRent: moneyOf(estate, 'kaltmiete'),
        warmRent: moneyOf(estate, 'warmmiete'),
        livingArea: numberOf(estate, 'wohnflaeche'),
        plotArea: numberOf(estate, 'grundstuecksflaeche'),
        rooms: numberOf(estate, 'anzahl_zimmer'),
        bedrooms: numberOf(estate, 'anzahl_schlafzimmer'),
        bathrooms: numberOf(estate, 'anzahl_badezimmer'),
        yearBuilt: numberOf(estate, 'baujahr'),
        reserved: estate.values.reserviert,
        sold: estate.values.verkauft,
        published: estate.values.veroeffentlichen,
        createdAt: estate.values.erstellt_am,
        updatedAt: winterInstant(estate.values.geaendert_am),
      })),
    );
    expect(posts()).toEqual(['read estate, read estate, get fields']);
  });

  test('an amount is exact, digit for digit', async () => {
    const estate = pickEstate(world, ({ values }) => values.kaufpreis === 349_000.1);
    const { data } = await crm.query(
      `query Price($id: Int!) { estate(estateId: $id) { purchasePrice { amount currency } coldRent { amount } } }`,
      { id: estate.id },
    );
    expect(data.estate).toEqual({ purchasePrice: { amount: '349000.10', currency: 'EUR' }, coldRent: null });
  });

  test('the address, with the parts that are asked for', async () => {
    const { data } = await crm.query(`{ estates(first: 40) { nodes { address { line1 line2 line3 postalCode city state
      county country formatted latitude longitude } } } }`);
    expect(data.estates?.nodes.map(({ address }) => address)).toEqual(
      estatesOf(world)
        .slice(0, 40)
        .map((estate) => addressOf(estate)),
    );
    crm.onoffice.clear();
    await crm.query('{ estates(first: 3) { nodes { address { place: city } } } }');
    expect(actions().map(({ parameters }) => parameters.data)).toEqual([['ort'], ['ort']]);
  });

  test('an address is null where nothing that is asked of it there is set, whatever stands beside it', async () => {
    const nowhere = pickEstate(world, ({ values }) => textOr(values.plz) && textOr(values.land));
    nowhere.values.ort = '';
    for (const version of nowhere.versions.values()) version.values.ort = '';
    const parts = `query Parts($id: Int!) { estate(estateId: $id) {
      address { city } code: address { postalCode } fields(names: ["land"]) { value } } }`;
    const { data } = await crm.query(parts, { id: nowhere.id });
    expect(data.estate).toEqual({
      address: null,
      code: { postalCode: nowhere.values.plz },
      fields: [{ value: nowhere.values.land }],
    });
  });

  test('only what is selected is asked for, raw', async () => {
    await crm.query('{ estates(first: 5) { nodes { estateId livingArea purchasePrice { amount } status { key } } } }');
    expect(posts()).toEqual(['read estate']);
    const [read] = actions();
    expect(read?.parameters).toEqual({
      ...{ data: ['wohnflaeche', 'kaufpreis', 'status'], filter: {}, listlimit: 5, sortby: { Id: 'ASC' } },
      ...{ addMainLangId: true, addestatelanguage: true },
    });
  });

  test('in the zone that the request names', async () => {
    const { data } = await crm.query('{ estate(estateId: 2471) { updatedAt } }', undefined, {
      headers: { 'so-timezone': 'Asia/Tokyo' },
    });
    expect(data.estate?.updatedAt).toBe('2026-03-04T08:00:00+09:00');
  });

  test('by the clock of the zone that the settings name, filters too', async () => {
    await using york = await startCrm({ settings: { ONOFFICE_TIME_ZONE: 'America/New_York' } });
    const { data } = await york.query(`{
      estate(estateId: 2471) { updatedAt }
      at: estates(filter: { estateId: { eq: 2471 }, updatedAt: { between: { from: "2026-03-04T05:00:00Z", to: "2026-03-04T05:00:01Z" } } }) { totalCount }
      ahead: estates(filter: { estateId: { eq: 2471 }, updatedAt: { before: "2026-03-04T05:00:00Z" } }) { totalCount }
    }`);
    expect(data).toEqual({
      estate: { updatedAt: '2026-03-04T05:00:00Z' },
      at: { totalCount: 1 },
      ahead: { totalCount: 0 },
    });
  });

  test('one that does not exist is null, without an error', async () => {
    const { data, errors } = await crm.query(
      '{ a: estate(estateId: 99999) { title } b: estate(estateId: -1) { title } }',
    );
    expect({ data, errors }).toEqual({ data: { a: null, b: null }, errors: undefined });
  });

  test('one that the API user may not see is null', async () => {
    world.restrictions.unreadableEstates.add(2471);
    const { data, errors } = await crm.query(
      '{ estate(estateId: 2471) { title } estates(first: 1) { nodes { estateId } } }',
    );
    expect({ data, errors }).toEqual({
      data: { estate: null, estates: { nodes: [{ estateId: 2475 }] } },
      errors: undefined,
    });
  });
});

describe('fields by their onOffice names', () => {
  const names = ['kaufpreis', 'heizungsart', 'regionaler_zusatz', 'haustiere', 'etage', 'balkon', 'abdatum'];
  const more = ['ind_2311_Feld_ObjTech2', 'ind_1946_Feld_ObjFreitexte8', 'multiParkingLot', 'status', 'benutzer'];

  test('are null when unset, but for a multiselect: of that no value is chosen', async () => {
    const { id } = pickEstate(world, ({ values }) => Array.isArray(values.heizungsart));
    Object.assign(world.estates.get(id)?.values ?? {}, { heizungsart: [], objekttyp: '', kaufpreis: '0.00' });
    const { data } = await crm.query(
      `query Unset($id: Int!) { estate(estateId: $id) {
        fields(names: ["heizungsart", "objekttyp", "kaufpreis"]) { value text values { key } } } }`,
      { id },
    );
    const unset = { value: null, text: null, values: [] };
    expect(data.estate?.fields).toEqual([{ ...unset, value: [] }, unset, unset]);
    const { data: described } = await crm.query('{ __type(name: "EstateField") { fields { name description } } }');
    const { description } = described.__type?.fields?.find(({ name }) => name === 'value') ?? {};
    expect(description).toContain('Null when unset, of a multiselect an empty list');
  });

  test('have the type, the label and the value of their kind', async () => {
    const { data, errors } = await crm.query(
      `query Fields($names: [String!]!) { estate(estateId: 2471) {
        fields(names: $names) { name label type value text values { key label } } } }`,
      { names: [...names, ...more] },
    );
    expect(errors).toBeUndefined();
    const { values } = pickEstate(world, ({ id }) => id === 2471);
    const field = (name: string, label: string | null, type: string, value: unknown, text: string | null) => ({
      ...{ name, label, type, value, text },
      values: [] as unknown[],
    });
    const heating = (values.heizungsart as string[]).map((key) => ({
      key,
      label: world.fields.estate.get('heizungsart')?.choices?.find((each) => each.key === key)?.labels.ENG,
    }));
    const price = Number(values.kaufpreis).toFixed(2);
    const inspected = winterInstant(values.ind_2311_Feld_ObjTech2);
    const { fields } = data.estate ?? {};
    expect(fields?.slice(0, 2)).toEqual([
      field('kaufpreis', 'Purchase price', 'float', price, price),
      {
        ...field(
          'heizungsart',
          'Heating',
          'multiselect',
          values.heizungsart,
          heating.map(({ label }) => label).join(', '),
        ),
        values: heating,
      },
    ]);
    expect(fields?.[2]).toMatchObject({ name: 'regionaler_zusatz', value: values.regionaler_zusatz });
    expect(fields?.[3]).toMatchObject({ name: 'haustiere', value: '1', values: [{ key: '1' }] });
    expect(fields?.slice(4, 8)).toEqual([
      field('etage', 'Floor', 'integer', values.etage ?? 0, String(values.etage ?? 0)),
      field('balkon', 'Balcony', 'boolean', true, 'true'),
      field('abdatum', 'available on (date)', 'date', values.abdatum, String(values.abdatum)),
      field('ind_2311_Feld_ObjTech2', 'Last inspection', 'datetime', inspected, inspected),
    ]);
    expect(fields?.slice(8)).toEqual([
      field('ind_1946_Feld_ObjFreitexte8', 'Special feature', 'text', 'Besonderheit 0', 'Besonderheit 0'),
      field('multiParkingLot', 'Parking spaces', 'text', values.multiParkingLot, null),
      { ...field('status', null, 'singleselect', '1', 'active'), values: [{ key: '1', label: 'active' }] },
      field('benutzer', 'Responsible user', 'user', values.benutzer, String(values.benutzer)),
    ]);
  });

  test('the configuration is asked once for all requests of five minutes', async () => {
    await using fresh = await startCrm();
    const ask = () =>
      fresh.query('{ estates(first: 2) { nodes { category { label } fields(names: ["etage"]) { label } } } }');
    await Promise.all([ask(), ask(), ask()]);
    await ask();
    const actions = (wanted: string) =>
      fresh.onoffice.journal.flatMap((post) => post.actions).filter(({ name }) => name === wanted);
    expect([actions('get fields').length, actions('read estate').length]).toEqual([1, 4]);
    fresh.superoffice.clock.advance(5 * 60_000 - 30_000);
    await ask();
    expect(actions('get fields')).toHaveLength(1);
    fresh.superoffice.clock.advance(31_000);
    await ask();
    expect(actions('get fields')).toHaveLength(2);
  });

  test("a customer's own fields take the configuration of the language asked for, and of no other", async () => {
    await using fresh = await startCrm();
    const { data, errors } = await fresh.query(`{ estate(estateId: 2471) {
      own: fields(names: ["ind_1946_Feld_ObjFreitexte8"], language: "de") { label value }
      none: fields(names: ["ind_1_Feld_ObjTech1", "ind_2_Feld_ObjTech2"], language: "de") { label } } }`);
    expect(data.estate).toEqual({ own: [{ label: 'Besonderheit', value: 'Besonderheit 0' }], none: null });
    expect(errors?.map(({ extensions: { code } }) => code)).toEqual(['UNKNOWN_FIELD']);
    const posts = fresh.onoffice.journal.map(({ actions }) => actions.map(({ name, errorcode }) => [name, errorcode]));
    expect(posts).toEqual([
      [
        ['read estate', 141],
        ['get fields', 0],
      ],
      [['read estate', 0]],
    ]);
    expect(fresh.onoffice.journal[0]?.actions[1]?.parameters.language).toBe('DEU');
  });

  test('labels come in the language of the argument, and stay German where nobody translated them', async () => {
    const { data } = await crm.query(`{ estate(estateId: 2471) {
      de: fields(names: ["kaufpreis"], language: "de") { label }
      sv: fields(names: ["kaufpreis"], language: "sv") { label } } }`);
    expect(data.estate).toEqual({ de: [{ label: 'Kaufpreis' }], sv: [{ label: 'Kaufpreis' }] });
  });

  test('what is no name, or no field of the customer, costs the field and says so', async () => {
    const { data, errors } = await crm.query(`{ estate(estateId: 2471) { title
      odd: fields(names: ["a b"]) { value } gone: fields(names: ["kaufpreis", "wintergarten"]) { value }
      none: fields(names: ["ind_9999_Feld_X"]) { value } good: fields(names: ["etagen_zahl"]) { name } } }`);
    expect(data.estate).toMatchObject({ odd: null, gone: null, none: null, good: [{ name: 'etagen_zahl' }] });
    expect(data.estate?.title).toContain('Maisonette');
    const told = errors?.map(({ path, extensions: { code }, message }) => [path?.at(-1), code, message]);
    expect(told?.sort()).toEqual([
      ['gone', 'UNKNOWN_FIELD', expect.stringContaining('wintergarten')],
      ['none', 'UNKNOWN_FIELD', expect.stringContaining('ind_9999_Feld_X')],
      ['odd', 'BAD_USER_INPUT', expect.any(String)],
    ]);
  });
});

describe('what hangs on an estate', () => {
  const page = `{ estates(first: 20) { nodes { title purchasePrice { amount currency } pictures { url }
    owners { lastName contact { name } } } } }`;

  test('twenty with pictures, owners and companies: three requests here, two there', async () => {
    await crm.query('{ viewer { tenant } }');
    const before = crm.superoffice.journal.length;
    const { data, errors } = await crm.query(page);
    expect(errors).toBeUndefined();
    const contacts = crm.superoffice.world().contacts;
    expect(data).toEqual({
      estates: {
        nodes: estatesOf(world)
          .slice(0, 20)
          .map((estate) => ({
            title: textIn(estate, 'objekttitel'),
            purchasePrice: moneyOf(estate, 'kaufpreis'),
            pictures: estate.pictures.filter(({ published }) => published).map(({ url }) => ({ url })),
            owners: related(world, estate, 'owner').map((owner) => ({
              lastName: owner.values.Name,
              contact: { name: contacts.get(owner.id + 2)?.name },
            })),
          })),
      },
    });
    expect(posts()).toEqual(['read estate, read estate', 'get estatepictures, get idsfromrelation', 'read address']);
    expect(actions().map(({ parameters }) => parameters.data)).toEqual([
      ['objekttitel', 'kaufpreis', 'waehrung'],
      ['objekttitel'],
      undefined,
      undefined,
      ['Name'],
    ]);
    const asked = crm.superoffice.journal.slice(before).map(({ path }) => path);
    expect(asked.map((path) => path.replace(/^.*\/v1/, ''))).toEqual(['/Archive/ForeignKeys', '/Contact']);
  });

  test('single estates of which the same is wanted are one action, whatever hangs on each, and are not read twice', async () => {
    const { data, errors } = await crm.query(
      `query Alike($ids: [ID!]!) {
        a: estate(estateId: 2471) { externalNumber status { key } pictures { pictureId } }
        b: estate(estateId: 2475) { status { key } externalNumber }
        c: estate(estateId: 3) { externalNumber status { key } }
        d: nodes(ids: $ids) { ... on Estate { externalNumber status { key } } } }`,
      { ids: [idOf('Estate', 2475), idOf('Estate', 2471)] },
      { headers: { 'accept-language': 'de' } },
    );
    const [first, second] = [2471, 2475].map((id) => pickEstate(world, (estate) => estate.id === id));
    const shown = (estate?: EstateRecord) => ({
      externalNumber: estate?.values.objektnr_extern,
      status: { key: estate?.values.status },
    });
    expect(errors).toBeUndefined();
    expect(data).toMatchObject({ a: shown(first), b: shown(second), c: null, d: [shown(second), shown(first)] });
    const [reads, pictures, ...others] = crm.onoffice.journal.map((post) => post.actions);
    expect(reads?.map(({ parameters }) => parameters.filter)).toEqual([{ Id: [{ op: 'in', val: [2471, 2475, 3] }] }]);
    expect(pictures?.map(({ parameters }) => parameters.estateids)).toEqual([[2471]]);
    expect(others).toEqual([]);
  });

  test('lists, single estates and address records that are known at once are one request', async () => {
    const { data, errors } = await crm.query(
      `query Known($ids: [ID!]!) { estates(first: 2) { nodes { estateId } } estate(estateId: 2475) { externalNumber }
        nodes(ids: $ids) { ... on Estate { externalNumber } ... on OnOfficeAddress { addressId } } }`,
      { ids: [idOf('Estate', 2471), idOf('OnOfficeAddress', 1)] },
    );
    expect(errors).toBeUndefined();
    expect(data).toMatchObject({
      estates: { nodes: [{ estateId: 2471 }, { estateId: 2475 }] },
      estate: { externalNumber: 'MU-2475' },
      nodes: [{ externalNumber: 'MU-2471' }, { addressId: 1 }],
    });
    expect(posts()).toHaveLength(1);
  });

  test('the cost of a page counts its estates and what hangs on them', async () => {
    const { extensions } = await crm.query('{ estates(first: 20) { nodes { pictures { url } owners { lastName } } } }');
    expect(extensions.cost?.requested).toBe(1 + 20 * (1 + 5 + 5));
  });

  test('pictures in their order, titles in the language of the request, sizes as asked for', async () => {
    const { data } =
      await crm.query(`{ estate(estateId: 2471) { pictures { pictureId url title kind position updatedAt }
      small: pictures(size: THUMBNAIL) { pictureId } medium: pictures(size: MEDIUM) { pictureId }
      large: pictures(size: LARGE) { pictureId } original: pictures(size: ORIGINAL) { pictureId } } }`);
    const { pictures } = pickEstate(world, ({ id }) => id === 2471);
    const released = pictures.filter(({ published, kind }) => published && kind !== 'Dokument');
    expect(data.estate?.pictures).toEqual(
      released.map(({ id, url, kind, titles, modified }, at) => ({
        ...{ pictureId: String(id), url, kind, title: titles.ENG, position: at + 1 },
        updatedAt: new Date(modified * 1_000).toISOString().replace('.000Z', 'Z'),
      })),
    );
    expect(released.length).toBe(3);
    const sizes = actions().filter(({ name }) => name === 'get estatepictures');
    expect(sizes.map(({ parameters }) => parameters.size).sort()).toEqual([
      '1600x1200',
      '300x200',
      '800x600',
      'original',
    ]);
    expect(posts()).toHaveLength(1);
  });

  test('pictures are found whichever of their two ids is that of the estate', async () => {
    crm.onoffice.options.pictureEstateId = 'version';
    const { data } = await crm.query('{ estates(first: 3) { nodes { pictures { kind } } } }', undefined, {
      headers: { 'accept-language': 'en' },
    });
    expect(data.estates?.nodes.map(({ pictures }) => pictures?.length)).toEqual([3, 3, 3]);
  });

  test('owners and contact persons with all that an address record has', async () => {
    const estate = pickEstate(
      world,
      (each) =>
        related(world, each, 'owner').length === 2 &&
        related(world, each, 'owner').some((owner) => owner.values.Zusatz1) &&
        related(world, each, 'contactPerson').length === 2,
    );
    const { data } = await crm.query(
      `query People($id: Int!) { estate(estateId: $id) {
        owners { id addressId firstName lastName company email phone address { line1 line2 postalCode city state country formatted latitude } }
        contactPersons { addressId lastName } } }`,
      { id: estate.id },
    );
    expect(data.estate?.owners).toEqual(
      related(world, estate, 'owner').map((owner) => {
        const { Vorname, Name, Zusatz1, Strasse, Plz, Ort, Land } = owner.values;
        return {
          ...{ id: idOf('OnOfficeAddress', owner.id), addressId: owner.id, firstName: Vorname, lastName: Name },
          ...{ company: textOr(Zusatz1), email: entryOf(owner, 'email'), phone: entryOf(owner, 'phone') },
          address: {
            ...{ line1: Strasse, line2: null, postalCode: Plz, city: Ort, state: null, country: Land, latitude: null },
            formatted: `${Strasse}\n${Plz} ${Ort}`,
          },
        };
      }),
    );
    expect(data.estate?.contactPersons).toEqual(
      related(world, estate, 'contactPerson').map(({ id, values }) => ({ addressId: id, lastName: values.Name })),
    );
    expect(posts()).toEqual(['read estate, get idsfromrelation, get idsfromrelation', 'read address, read address']);
  });

  test('what hangs on the only estate that is asked for goes out with it, and of one that does not exist nothing is said', async () => {
    const query = `query Detail($id: Int!) { estate(estateId: $id) { estateId pictures { url } owners { lastName } } }`;
    const estate = pickEstate(world, (each) => each.pictures.length > 0 && related(world, each, 'owner').length > 0);
    const { data, errors } = await crm.query(query, { id: estate.id });
    expect(errors).toBeUndefined();
    expect(data.estate).toEqual({
      estateId: estate.id,
      pictures: estate.pictures.filter(({ published }) => published).map(({ url }) => ({ url })),
      owners: related(world, estate, 'owner').map(({ values }) => ({ lastName: values.Name })),
    });
    const first = 'read estate, get estatepictures, get idsfromrelation';
    expect(posts()).toEqual([first, 'read address']);

    crm.onoffice.faults.add({ path: 'get estatepictures', fault: { kind: 'refuse', code: 1 } });
    expect(await crm.query(query, { id: 999_999 })).toMatchObject({ data: { estate: null }, errors: undefined });
    expect(posts()).toEqual([first, 'read address', first]);
    crm.onoffice.faults.clear();
  });

  test('a fragment that stands at two places is read with what stands beside it there', async () => {
    const { data } = await crm.query(`fragment Names on Estate { owners { lastName } }
      query Twice { a: estate(estateId: 2471) { ...Names } b: estate(estateId: 2471) { ...Names owners { firstName } }
        c: estate(estateId: 2471) { ...Names owners { company } } }`);
    const owners = related(
      world,
      pickEstate(world, ({ id }) => id === 2471),
      'owner',
    ).map(({ values }) => values);
    expect(data).toEqual({
      a: { owners: owners.map(({ Name }) => ({ lastName: Name })) },
      b: { owners: owners.map(({ Name, Vorname }) => ({ lastName: Name, firstName: Vorname })) },
      c: { owners: owners.map(({ Name, Zusatz1 }) => ({ lastName: Name, company: textOr(Zusatz1) })) },
    });
  });

  test('owners of whom nothing but the number is asked for are those that can be seen, in one read', async () => {
    world.addresses.delete(8);
    const { data } = await crm.query('{ estates(first: 3) { nodes { owners { addressId } } } }');
    expect(data.estates?.nodes[0]?.owners).toEqual([{ addressId: 1 }]);
    expect(posts()).toEqual(['read estate', 'get idsfromrelation', 'read address']);
  });
});
