import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { EstateRecord, OnOfficeWorld } from '../../../src/simulator/onoffice/store.ts';
import { type Crm, startCrm } from '../../crm.ts';
import { estatesOf, idOf, pickEstate, textIn, textOr } from './seeded-estates.ts';

let crm: Crm;
let world: OnOfficeWorld;
const anyone = { ticket: null, headers: { 'x-onoffice-customer': 'MusterMakler' } };
beforeAll(async () => {
  crm = await startCrm({ settings: { ONOFFICE_ACCESS: 'published' } });
});
afterAll(() => crm.close());
beforeEach(() => {
  crm.onoffice.reset();
  world = crm.onoffice.world();
});

const isOpen = ({ values }: EstateRecord) => values.veroeffentlichen === true && values.status === '1';
const codes = (errors: Awaited<ReturnType<Crm['query']>>['errors']) =>
  errors?.map(({ path, extensions: { code } }) => [path?.filter((step) => typeof step === 'string').join('.'), code]);

describe('where anyone may ask', () => {
  test('a list shows exactly what is published and active, whatever the filter says', async () => {
    const open = estatesOf(world)
      .filter(isOpen)
      .map(({ id }) => id);
    const all = await crm.query('{ estates(first: 500) { totalCount nodes { estateId } } }', undefined, anyone);
    expect(all.data.estates).toEqual({ totalCount: open.length, nodes: open.map((estateId) => ({ estateId })) });
    expect(open.length).toBeGreaterThan(20);
    expect(open.length).toBeLessThan(120);
    const wider = await crm.query(
      '{ estates(first: 500, filter: { published: { eq: false } }) { totalCount } archived: estates(first: 500, filter: { status: { in: ["0", "2"] } }) { totalCount } }',
      undefined,
      anyone,
    );
    expect(wider.data).toEqual({ estates: { totalCount: 0 }, archived: { totalCount: 0 } });
  });

  test('by number and by id there is none beyond those', async () => {
    const hidden = estatesOf(world).filter((estate) => !isOpen(estate));
    const shown = pickEstate(world, isOpen);
    const ids = [...hidden.slice(0, 20), shown].map(({ id }) => idOf('Estate', id));
    const { data, errors } = await crm.query(
      'query Open($ids: [ID!]!, $one: Int!, $node: ID!) { nodes(ids: $ids) { ... on Estate { estateId } } estate(estateId: $one) { title } node(id: $node) { id } }',
      { ids, one: hidden[0]?.id ?? 0, node: ids[1] ?? '' },
      anyone,
    );
    expect(errors).toBeUndefined();
    expect(data).toEqual({ nodes: [...Array(20).fill(null), { estateId: shown.id }], estate: null, node: null });
    const reads = crm.onoffice.journal.flatMap(({ actions }) => actions).filter(({ name }) => name === 'read estate');
    for (const { parameters } of reads) {
      expect(parameters.filter).toMatchObject({
        veroeffentlichen: [{ op: '=', val: 1 }],
        status: [{ op: '=', val: 1 }],
      });
    }
  });

  test('texts of all versions are those of what is published', async () => {
    const estate = pickEstate(world, (each) => isOpen(each) && each.versions.size > 0);
    const { data } = await crm.query(
      'query Texts($id: Int!) { estate(estateId: $id) { title translations { language title } pictures { url } } }',
      { id: estate.id },
      anyone,
    );
    expect(data.estate).toMatchObject({
      title: textIn(estate, 'objekttitel'),
      translations: [
        { language: 'de', title: textIn(estate, 'objekttitel', 'DEU') },
        { language: 'en', title: textIn(estate, 'objekttitel', 'ENG') },
      ],
    });
  });

  test('of an estate that may not be seen nothing else is asked for', async () => {
    const hidden = pickEstate(world, (each) => !isOpen(each) && each.pictures.length > 0);
    const query = 'query Hidden($id: Int!) { estate(estateId: $id) { pictures { url } } }';
    expect(await crm.query(query, { id: hidden.id }, anyone)).toMatchObject({
      data: { estate: null },
      errors: undefined,
    });
    expect(crm.onoffice.journal.map(({ path }) => path)).toEqual(['read estate']);
  });

  test('addresses that are not released are those of the substitute, or none', async () => {
    const { data, errors } = await crm.query(
      '{ estates(first: 500) { nodes { estateId address { line1 city postalCode formatted latitude longitude } } } }',
      undefined,
      anyone,
    );
    expect(errors).toBeUndefined();
    const shown = data.estates?.nodes ?? [];
    const kinds = { released: 0, substituted: 0, withheld: 0 };
    for (const { estateId, address } of shown) {
      const { values } = pickEstate(world, ({ id }) => id === estateId);
      const place = { postalCode: values.plz };
      if (values.objektadresse_freigeben_api === true) {
        kinds.released += 1;
        expect(address).toMatchObject({
          ...place,
          latitude: textOr(values.breitengrad),
          longitude: textOr(values.laengengrad),
        });
        expect(address?.line1).toContain(values.strasse);
      } else if (values.virtualAddress === true) {
        kinds.substituted += 1;
        const { virtualLatitude: latitude, virtualLongitude: longitude } = values;
        expect(address).toMatchObject({ ...place, line1: 'Marktplatz 1', latitude, longitude });
      } else {
        kinds.withheld += 1;
        expect(address).toMatchObject({ ...place, line1: null, latitude: null, longitude: null });
        expect(address?.formatted).toBe([values.plz, address?.city].join(' '));
      }
    }
    expect(Object.values(kinds).every((count) => count > 0)).toBe(true);
  });

  test('a part of the address asks for its own fields alone, and lacks no others', async () => {
    await using own = await startCrm({ settings: { ONOFFICE_ACCESS: 'published' } });
    const estates = estatesOf(own.onoffice.world()).filter(isOpen);
    const released = estates.find(({ values }) => values.objektadresse_freigeben_api === true);
    const withheld = estates.find(({ values }) => values.objektadresse_freigeben_api !== true);
    const place = 'query Place($id: Int!) { estate(estateId: $id) { address { postalCode country } } }';
    await own.query(place, { id: released?.id ?? 0 }, anyone);
    expect(own.onoffice.journal[0]?.actions[0]?.parameters.data).toEqual(['plz', 'land']);
    const street = own.onoffice.world().fields.estate.get('virtualStreet');
    if (street) street.active = false;
    const exact = 'query Exact($id: Int!) { estate(estateId: $id) { address { line1 postalCode latitude } } }';
    const shown = await own.query(exact, { id: released?.id ?? 0 }, anyone);
    expect(shown.errors).toBeUndefined();
    expect(shown.data.estate?.address).toEqual({
      line1: expect.stringContaining(String(released?.values.strasse)),
      postalCode: released?.values.plz,
      latitude: textOr(released?.values.breitengrad),
    });
    const hidden = await own.query(exact, { id: withheld?.id ?? 0 }, anyone);
    expect(codes(hidden.errors)).toEqual([['estate.address.line1', 'UNKNOWN_FIELD']]);
    expect(hidden.data.estate?.address).toMatchObject({ line1: null, postalCode: withheld?.values.plz });
  });

  test('owners, contact persons, address records, estates of a company and searches by place are forbidden', async () => {
    const estate = pickEstate(world, isOpen);
    const own = await crm.query(
      'query People($id: Int!) { estate(estateId: $id) { owners { lastName } contactPersons { addressId } externalNumber } }',
      { id: estate.id },
      anyone,
    );
    expect(own.data.estate).toEqual({
      owners: null,
      contactPersons: null,
      externalNumber: estate.values.objektnr_extern,
    });
    expect(codes(own.errors)).toEqual([
      ['estate.owners', 'FORBIDDEN'],
      ['estate.contactPersons', 'FORBIDDEN'],
    ]);
    const around = await crm.query(
      '{ estates(filter: { near: { latitude: 50.77, longitude: 6.08, radiusKm: 1 } }) { totalCount } }',
      undefined,
      anyone,
    );
    expect(codes(around.errors)).toEqual([['estates', 'FORBIDDEN']]);
    const record = await crm.query(
      'query Node($id: ID!) { node(id: $id) { ... on OnOfficeAddress { lastName } } }',
      { id: idOf('OnOfficeAddress', 1) },
      anyone,
    );
    expect(codes(record.errors)).toEqual([['node', 'FORBIDDEN']]);
    const company = await crm.query('{ contact(contactId: 3) { estates { totalCount } } }', undefined, {
      headers: anyone.headers,
    });
    expect(codes(company.errors)).toEqual([['contact.estates', 'FORBIDDEN']]);
    const asked = crm.onoffice.journal.flatMap(({ actions }) => actions.map(({ name }) => name));
    expect(new Set(asked)).toEqual(new Set(['read estate']));
  });

  test('nothing can be written', async () => {
    const writes = [
      'mutation { createEstate(input: { category: "haus", usage: "wohnen", marketingType: "kauf" }) { errors { message } } }',
      'mutation { updateEstate(estateId: 2471, changes: { title: "X" }) { errors { message } } }',
      'mutation { archiveEstate(estateId: 2471) { errors { message } } }',
      'mutation { unlockProvider(parameterCacheId: "x") { unlocked } }',
    ];
    for (const write of writes) {
      const { errors } = await crm.query(write, undefined, anyone);
      expect(
        errors?.map(({ extensions: { code } }) => code),
        write,
      ).toEqual(['FORBIDDEN']);
    }
    expect(crm.onoffice.journal).toEqual([]);
  });

  test('fields by name are those that the graph shows, and never where an estate lies', async () => {
    const { id } = pickEstate(world, isOpen);
    const ask = (names: string[]) =>
      crm.query(
        'query Fields($id: Int!, $names: [String!]!) { estate(estateId: $id) { fields(names: $names) { name value } } }',
        { id, names },
        anyone,
      );
    expect((await ask(['wohnflaeche', 'ort', 'plz'])).data.estate?.fields).toHaveLength(3);
    crm.onoffice.clear();
    for (const name of [
      'InterneBemerkung',
      'provisionsbetrag',
      'auftragvon',
      'strasse',
      'hausnummer',
      'breitengrad',
      'laengengrad',
      'virtualStreet',
    ]) {
      const { data, errors } = await ask(['wohnflaeche', name]);
      expect(data.estate?.fields, name).toBeNull();
      expect(codes(errors), name).toEqual([['estate.fields', 'FORBIDDEN']]);
    }
    const asked = crm.onoffice.journal.flatMap(({ actions }) =>
      actions.map(({ parameters }) => String(parameters.data)),
    );
    expect(new Set(asked)).toEqual(new Set(['Id']));
  });

  test('the settings may open other fields, but not the address', async () => {
    await using wider = await startCrm({
      settings: { ONOFFICE_ACCESS: 'published', ONOFFICE_PUBLIC_FIELDS: 'energyClass,strasse' },
    });
    const { id } = pickEstate(world, (each) => isOpen(each) && each.values.energyClass !== undefined);
    const ask = (name: string) =>
      wider.query(
        'query Fields($id: Int!, $names: [String!]!) { estate(estateId: $id) { fields(names: $names) { name value } } }',
        { id, names: [name] },
        anyone,
      );
    expect((await ask('energyClass')).data.estate?.fields?.[0]?.value).toBe(world.estates.get(id)?.values.energyClass);
    expect(codes((await ask('wohnflaeche')).errors)).toEqual([['estate.fields', 'FORBIDDEN']]);
    expect(codes((await ask('strasse')).errors)).toEqual([['estate.fields', 'FORBIDDEN']]);
  });
});
