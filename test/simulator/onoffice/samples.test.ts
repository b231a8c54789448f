import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import type { EstateRecord } from '../../../src/simulator/onoffice/store.ts';
import { type OnOfficeSimulator, startOnOfficeSimulator } from '../../../src/simulator/onoffice.ts';
import { type Answer, type Elements, postRaw, sample, shapeOf } from './post.ts';

/** The account that the vendor's sample requests are signed for, and the time that they are signed at. */
const account = {
  id: 'MusterMakler',
  token: '0123456789abcdef0123456789abcdef',
  secret: 'fedcba98765432100123456789abcdeffedcba98765432100123456789abcdef',
  seed: 5,
};
const signedAt = new Date('2026-01-01T00:00:00Z');

let simulator: OnOfficeSimulator;

beforeAll(async () => {
  simulator = await startOnOfficeSimulator({
    now: signedAt,
    customers: [account, { ...account, id: 'B', token: 'b' }],
  });
});
afterAll(() => simulator.close());
beforeEach(() => {
  simulator.reset();
  simulator.signingClock.set(signedAt);
});

/** Sends a sample request as it is, signature included. */
async function replay(name: string): Promise<Answer> {
  return postRaw(simulator.url, JSON.stringify(await sample(`${name}-request`)));
}

/** The sample of an answer. */
function expected(name: string): Promise<Omit<Answer, 'http' | 'text'>> {
  return sample(`${name}-response`);
}

function bodyOf({ status, response }: Answer): unknown {
  return { status, response };
}

function estate(id: number): EstateRecord {
  const found = simulator.world().estates.get(id);
  if (!found) throw new Error(`no estate ${id}`);
  return found;
}

/** The first sample property, as a user of the CRM would have typed it in. */
function fillSampleHouse(): void {
  const house = estate(2471);
  house.uuid = '6f2d9c1e-0b54-4f0a-9b7a-5c1d2e8f4a11';
  Object.assign(house.values, {
    ...{ objektnr_extern: 'AC-2471', objektart: 'haus', objekttyp: 'einfamilienhaus', vermarktungsart: 'kauf' },
    ...{ nutzungsart: 'wohnen', objekttitel: 'Einfamilienhaus mit Garten am Waldrand', kaufpreis: 649_000 },
    ...{ kaltmiete: null, warmmiete: null, waehrung: 'EUR', preisAufAnfrage: false, wohnflaeche: 168.5 },
    ...{ grundstuecksflaeche: 540, anzahl_zimmer: 6, anzahl_badezimmer: 2, baujahr: 1998, etage: null },
    ...{ heizungsart: ['zentral', 'fussboden'], strasse: 'Lindenweg', hausnummer: '12a', plz: '52074', ort: 'Aachen' },
    ...{ land: 'DEU', breitengrad: 50.7612, laengengrad: 6.05131, objektadresse_freigeben_api: true },
    ...{ virtualAddress: false, status: '1', verkauft: false, reserviert: false, veroeffentlichen: true },
    ...{ energieausweistyp: 'Endenergiebedarf', endenergiebedarf: 94.3, energyClass: 'C' },
    ...{ energieausweis_gueltig_bis: '2031-04-30', benutzer: '21', erstellt_am: '2025-09-14' },
    ...{ letzte_aktion: '2025-12-18', geaendert_am: '2025-12-18 16:42:07' },
  });
}

/** The second: published, though its address is not released, and with much that was never filled in. */
function fillSampleFlat(): void {
  const flat = estate(2485);
  flat.uuid = 'b0a3c7d4-91f2-4c55-8a68-02f6f7b9d3e2';
  Object.assign(flat.values, {
    ...{ objektnr_extern: 'AC-2485', objektart: 'wohnung', objekttyp: 'etage', vermarktungsart: 'miete' },
    ...{ nutzungsart: 'wohnen', objekttitel: 'Helle 3-Zimmer-Wohnung im Frankenberger Viertel', kaufpreis: null },
    ...{ kaltmiete: 890, warmmiete: 1_095, waehrung: 'EUR', preisAufAnfrage: false, wohnflaeche: 78 },
    ...{ grundstuecksflaeche: null, anzahl_zimmer: 3, anzahl_badezimmer: 1, baujahr: 1908, etage: 2 },
    ...{ heizungsart: null, strasse: 'Oppenhoffallee', hausnummer: null, plz: '52066', ort: 'Aachen', land: 'DEU' },
    ...{ breitengrad: null, laengengrad: null, objektadresse_freigeben_api: false, virtualAddress: null },
    ...{ status: '1', verkauft: false, reserviert: true, veroeffentlichen: true, energieausweistyp: null },
    ...{ endenergiebedarf: null, energyClass: null, energieausweis_gueltig_bis: null, multiParkingLot: null },
    ...{ benutzer: '19', erstellt_am: '2025-11-03', letzte_aktion: '2025-12-20', geaendert_am: '2025-12-20 09:05:51' },
  });
}

test('a page of properties is the sample, member for member and value for value', async () => {
  for (const other of [...simulator.world().estates.keys()]) {
    if (other !== 2471 && other !== 2485) simulator.world().estates.delete(other);
  }
  fillSampleHouse();
  fillSampleFlat();
  const answer = await replay('read-estate');
  const wanted = await expected('read-estate');
  for (const result of wanted.response.results) result.data.meta.cntabsolute = 2;
  expect(bodyOf(answer)).toEqual(wanted);
  // Order of the members too, and PHP's way of writing them on one line.
  expect(answer.text).toBe(JSON.stringify(wanted).replaceAll('/', '\\/'));
});

test('formatted values are those of the sample', async () => {
  fillSampleHouse();
  expect(bodyOf(await replay('read-estate-formatted'))).toEqual(await expected('read-estate-formatted'));
});

test('a language version has the members and ids of the sample', async () => {
  fillSampleHouse();
  Object.assign(estate(2471).versions.get('ENG')?.values ?? {}, {
    objekttitel: 'Detached house with garden at the edge of the forest',
    objektbeschreibung: 'Well-kept family home in a quiet cul-de-sac.',
    lage: 'South of Aachen, ten minutes to the city centre.',
    ausstatt_beschr: null,
  });
  const answer = await replay('read-estate-language');
  expect(answer.text).toBe(JSON.stringify(await expected('read-estate-language')).replaceAll('/', '\\/'));
});

test('the middle one of three actions fails alone', async () => {
  fillSampleHouse();
  fillSampleFlat();
  simulator.world().relations = [{ type: 'estate:address:owner', parent: 2471, child: 1187 }];
  expect(bodyOf(await replay('multi-action'))).toEqual(await expected('multi-action'));
});

test('an empty page, writes and activation answer as the samples do', async () => {
  fillSampleHouse();
  expect(bodyOf(await replay('modify-estate'))).toEqual(await expected('modify-estate'));
  expect(estate(2471).values).toMatchObject({ kaufpreis: 629_000, reserviert: true, etage: null, befeuerung: null });
  expect(bodyOf(await replay('unlock-provider'))).toEqual(await expected('unlock-provider'));
  const created = await replay('create-estate');
  const wanted = await expected('create-estate');
  expect(shapeOf(bodyOf(created))).toEqual(shapeOf(wanted));
  const id = Number(created.response.results[0]?.data.records[0]?.id);
  expect(estate(id).values).toMatchObject({ kaltmiete: 720, heizungsart: ['zentral'], benutzer: '21', status: '1' });
  simulator.world().estates.clear();
  const none = await replay('read-estate');
  const empty = await expected('empty-estate');
  for (const result of empty.response.results) result.identifier = 'estates-page-1';
  expect(bodyOf(none)).toEqual(empty);
});

test('a change of one version leaves the other alone', async () => {
  const before = { ...estate(2471).values };
  await replay('modify-estate-language');
  expect(estate(2471).versions.get('ENG')?.values).toMatchObject({ lage: 'South of Aachen, close to the forest.' });
  expect(estate(2471).values.lage).toBe(before.lage);
});

test('relations are read, made and removed', async () => {
  const world = simulator.world();
  world.relations = [
    { type: 'estate:address:contactPerson', parent: 2471, child: 1203 },
    { type: 'estate:address:contactPerson', parent: 2471, child: 1207 },
    { type: 'estate:address:interested', parent: 2471, child: 1291 },
  ];
  const template = world.addresses.get(1);
  if (template) for (const id of [1187, 1291]) world.addresses.set(id, { ...template, id });
  expect(bodyOf(await replay('relation'))).toEqual(await expected('relation'));
  expect((await replay('create-relation')).response.results[0]?.data.records[0]?.elements).toEqual({
    success: 'success',
  });
  expect(world.relations).toContainEqual({ type: 'estate:address:owner', parent: 2471, child: 1187 });
  await replay('delete-relation');
  expect(world.relations.some(({ type }) => type === 'estate:address:interested')).toBe(false);
});

test('pictures and files have the members and kinds of the samples', async () => {
  const [sampled, answered] = [await expected('estatepictures'), await replay('estatepictures')];
  expect(answered.response.results[0]?.data.records).toHaveLength(3);
  expect(shapeOf(bodyOf(answered))).toEqual(shapeOf(sampled));
  const [files, listed] = [await expected('estate-files'), await replay('estate-files')];
  expect(shapeOf(bodyOf(listed))).toEqual(shapeOf(files));
  expect(listed.response.results[0]?.data.meta.cntabsolute).toBe(5);
});

test('an address has its entries under keys of their own', async () => {
  const template = simulator.world().addresses.get(1);
  if (template) {
    simulator.world().addresses.set(1203, {
      id: 1203,
      values: { ...template.values, Vorname: 'Jonas', Name: 'Muster', Land: 'DEU' },
      contacts: [
        { id: 13021, kind: 'phone', value: '0241 123456', comment: 'Zentrale' },
        { id: 13027, kind: 'email', value: 'jonas.muster@example.com', comment: '' },
      ],
    });
  }
  const answer = await replay('read-address');
  expect(answer.text).toBe(JSON.stringify(await expected('read-address')).replaceAll('/', '\\/'));
});

/** Fields by name, each with its members and kinds; the keys of labels and filters are the customer's own. */
function fieldShapes(answer: Omit<Answer, 'http' | 'text'>): [string, unknown][] {
  const elements: Elements = answer.response.results[0]?.data.records[0]?.elements ?? {};
  return Object.entries(elements).map(([name, field]) => {
    if (typeof field === 'string') return [name, 'string'];
    const collapsed = { ...(field as Elements) };
    for (const key of ['permittedvalues', 'filters', 'dependencies']) collapsed[key] = kindOf(collapsed[key]);
    return [name, shapeOf(collapsed)];
  });
}

function kindOf(value: unknown): string {
  return Array.isArray(value) ? 'list' : value === null ? 'null' : typeof value;
}

test('the field configuration has the order, members and kinds of the sample', async () => {
  const answer = await replay('fields');
  expect(fieldShapes(answer)).toEqual(fieldShapes(await expected('fields')));
  const elements = answer.response.results[0]?.data.records[0]?.elements;
  expect(elements).toMatchObject({ label: 'Properties', kaufpreis: { label: 'Purchase price' } });
  // Select keys come in display order, numeric ones too.
  expect(answer.text).toContain('"permittedvalues":{"1":"Yes","0":"No","2":"By arrangement"}');
});

test('classes and types, the quick search and saved filters have the members and kinds of the samples', async () => {
  fillSampleHouse();
  const search = await replay('search-estate');
  const hit = search.response.results[0]?.data.records.find(({ id }) => id === 2471);
  expect(hit?.elements).toMatchObject({
    externalestateno: 'AC-2471',
    street: 'Lindenweg',
    houseno: '12a',
    type: 'Haus',
  });
  expect(shapeOf(bodyOf(search))).toEqual(shapeOf(await expected('search-estate')));
});

test('a radius around a postal code is what lies in it', async () => {
  const records = (await replay('read-estate-georange')).response.results[0]?.data.records ?? [];
  expect(records.length).toBeGreaterThan(5);
  for (const { elements } of records) {
    expect(Number(elements.breitengrad)).toBeGreaterThan(50.6);
    expect(Number(elements.breitengrad)).toBeLessThan(50.9);
  }
});

test('the versions of a property', async () => {
  const [result] = (await replay('estate-languages')).response.results;
  expect(result?.data.records.map(({ id, elements }) => [id, elements.language])).toEqual([
    [2471, 'DEU'],
    [2473, 'ENG'],
  ]);
  expect(result?.data.meta.cntabsolute).toBe(2);
});
