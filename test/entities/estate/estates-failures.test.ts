import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { OnOfficeOptions } from '../../../src/simulator/onoffice/options.ts';
import { type Crm, startCrm } from '../../crm.ts';
import { startAltered } from './altered-onoffice.ts';
import { estatesOf } from './seeded-estates.ts';

let crm: Crm;
beforeAll(async () => {
  crm = await startCrm();
  await crm.query('{ viewer { tenant } }');
});
afterAll(() => crm.close());
beforeEach(() => crm.onoffice.reset());

const deactivate = (name: string) => {
  const field = crm.onoffice.world().fields.estate.get(name);
  if (!field) throw new RangeError(name);
  field.active = false;
};
const codes = (errors: readonly { path?: readonly unknown[]; extensions: { code: string } }[] | undefined) =>
  errors
    ?.map(({ path, extensions: { code } }) => [path?.filter((step) => typeof step === 'string').join('.'), code])
    .sort();
const actions = () => crm.onoffice.journal.flatMap((post) => post.actions);

describe('one action of several', () => {
  const query = `{ estates(first: 4) { nodes { estateId pictures { url } owners { lastName } contactPersons { lastName } } } }`;

  test.each([
    ['no right', 156, 'FORBIDDEN', 'The API user of onOffice has no right to this.'],
    ['a database error', 1, 'UPSTREAM_UNAVAILABLE', 'onOffice failed at this, with error 1 of its own.'],
    ['a code unheard of', 4711, 'UPSTREAM_UNAVAILABLE', 'onOffice failed at this, with error 4711 of its own.'],
  ])('with %s costs its own fields', async (_what, refusal, code, message) => {
    for (const errorShape of ['result', 'mirrored', 'container'] satisfies OnOfficeOptions['errorShape'][]) {
      crm.onoffice.options.errorShape = errorShape;
      crm.onoffice.faults.clear();
      crm.onoffice.faults.add({ path: 'get estatepictures', fault: { kind: 'refuse', code: refusal } });
      const { data, errors } = await crm.query(query);
      expect(codes(errors), errorShape).toEqual([['estates.nodes.pictures', code]]);
      expect(errors?.[0]?.message).toBe(message);
      expect(errors?.[0]?.extensions.upstream).toMatchObject({ system: 'onoffice', type: expect.any(String) });
      expect(data.estates?.nodes.map(({ pictures }) => pictures)).toEqual([null, null, null, null]);
      expect(data.estates?.nodes[0]?.owners).toHaveLength(2);
      expect(data.estates?.nodes[0]?.contactPersons).toHaveLength(2);
    }
  });

  test('results in another order are no answer to any of them', async () => {
    crm.onoffice.faults.add({ path: 'get estatepictures', fault: { kind: 'reordered' } });
    const { data, errors } = await crm.query(query);
    expect(new Set(codes(errors)?.map(([, code]) => code))).toEqual(new Set(['UPSTREAM_INVALID_RESPONSE']));
    expect(data.estates?.nodes.map(({ pictures, contactPersons }) => [pictures, contactPersons])).toEqual(
      Array(4).fill([null, null]),
    );
  });

  test('a result that is missing costs the last of them', async () => {
    crm.onoffice.faults.add({ path: 'get estatepictures', fault: { kind: 'missingResult' } });
    const { data, errors } = await crm.query(query);
    expect(codes(errors)).toEqual([['estates.nodes.contactPersons', 'UPSTREAM_INVALID_RESPONSE']]);
    expect(data.estates?.nodes[0]?.pictures).toHaveLength(3);
  });

  test('texts of a version that cannot be read are not those of another', async () => {
    let reads = 0;
    await using altered = await startAltered(() => crm.onoffice.url);
    await using own = await startCrm({ settings: { ONOFFICE_URL: altered.url } });
    altered.alter(({ response }) => {
      reads += response.results.length;
      const [, version] = response.results;
      if (version) Object.assign(version, { data: [], status: { errorcode: 1, message: 'Unknown error' } });
    });
    const { data, errors } = await own.query('{ estate(estateId: 2471) { title externalNumber } }');
    expect(reads).toBe(2);
    expect(codes(errors)).toEqual([['estate.title', 'UPSTREAM_UNAVAILABLE']]);
    expect(data.estate).toEqual({ title: null, externalNumber: 'MU-2471' });
  });
});

describe('a field that the customer has deactivated', () => {
  test('is left out of what is repeated beside the read that found it out', async () => {
    await using own = await startCrm();
    for (const name of ['kaufpreis', 'ausstatt_beschr'])
      Object.assign(own.onoffice.world().fields.estate.get(name) ?? {}, { active: false });
    const { data, errors } = await own.query(
      '{ estates(first: 1) { nodes { estateId purchasePrice { amount } equipmentDescription } } }',
    );
    expect(data.estates?.nodes).toEqual([{ estateId: 2471, purchasePrice: null, equipmentDescription: null }]);
    expect(codes(errors)).toEqual([
      ['estates.nodes.equipmentDescription', 'UNKNOWN_FIELD'],
      ['estates.nodes.purchasePrice', 'UNKNOWN_FIELD'],
    ]);
    // The main records miss the one first, and those in English the other.
    const asked = own.onoffice.journal.map(({ actions }) => actions.map(({ parameters }) => parameters.data));
    expect(asked).toEqual([
      [['kaufpreis', 'ausstatt_beschr'], ['ausstatt_beschr']],
      [[], []],
    ]);
  });

  test('costs itself alone where it is selected, and is not asked for again for a while', async () => {
    await using own = await startCrm();
    const fields = ['kaufpreis', 'objekttitel', 'bundesland', 'waehrung'].flatMap(
      (name) => own.onoffice.world().fields.estate.get(name) ?? [],
    );
    for (const field of fields) field.active = false;
    const query = `{ estates(first: 2) { nodes { externalNumber title purchasePrice { amount } coldRent { amount currency }
      address { state city } } } }`;
    const { data, errors } = await own.query(query);
    expect(codes(errors)).toEqual([
      ['estates.nodes.address.state', 'UNKNOWN_FIELD'],
      ['estates.nodes.coldRent.currency', 'UNKNOWN_FIELD'],
      ['estates.nodes.purchasePrice', 'UNKNOWN_FIELD'],
      ['estates.nodes.title', 'UNKNOWN_FIELD'],
    ]);
    expect(data.estates?.nodes).toEqual([
      {
        externalNumber: 'MU-2471',
        title: null,
        purchasePrice: null,
        coldRent: null,
        address: { state: null, city: 'Aix-la-Chapelle' },
      },
      {
        ...{ externalNumber: 'MU-2475', title: null, purchasePrice: null },
        ...{
          coldRent: { amount: expect.stringMatching(/\.50$/), currency: null },
          address: { state: null, city: expect.any(String) },
        },
      },
    ]);
    expect(own.onoffice.journal.length).toBeGreaterThan(2);
    own.onoffice.clear();
    const again = await own.query(query);
    expect(own.onoffice.journal).toHaveLength(1);
    expect(again.data).toEqual(data);
    expect(again.errors?.length).toBe(4);
    for (const field of fields) field.active = true;
    own.superoffice.clock.advance(5 * 60_000 - 30_000);
    expect((await own.query(query)).data).toEqual(data);
    own.superoffice.clock.advance(31_000);
    const later = await own.query(query);
    expect(later.errors).toBeUndefined();
    expect(later.data.estates?.nodes.map(({ title }) => title)).not.toContain(null);
    expect(later.data.estates?.nodes[0]?.purchasePrice).not.toBeNull();
  });

  test('refuses a list that it filters: no estate is shown that the filter would have hidden', async () => {
    deactivate('veroeffentlichen');
    const { data, errors } = await crm.query(
      '{ estates(filter: { published: { eq: true } }) { nodes { estateId published } } }',
    );
    expect(data.estates).toBeNull();
    expect(codes(errors)).toEqual([['estates', 'UNKNOWN_FIELD']]);
    expect(errors?.[0]?.message).toContain('filter.published');
    expect(crm.onoffice.journal).toHaveLength(1);
  });

  test('refuses a list that it orders', async () => {
    deactivate('anzahl_zimmer');
    const { data, errors } = await crm.query('{ estates(orderBy: [{ field: ROOMS }]) { nodes { estateId } } }');
    expect(data.estates).toBeNull();
    expect(codes(errors)).toEqual([['estates', 'UNKNOWN_FIELD']]);
    expect(errors?.[0]?.message).toContain('orderBy');
    expect(crm.onoffice.journal).toHaveLength(1);
  });

  test('names that the configuration does not list are left out together', async () => {
    await using own = await startCrm();
    const { data, errors } = await own.query(`{ estate(estateId: 2471) { title
      fields(names: ["ind_1_Feld_A", "ind_2_Feld_B", "ind_3_Feld_C", "ind_4_Feld_D", "ind_5_Feld_E", "ind_6_Feld_F", "ind_7_Feld_G"]) { value } } }`);
    expect(data.estate).toMatchObject({ fields: null, title: expect.stringContaining('Maisonette') });
    expect(codes(errors)).toEqual([['estate.fields', 'UNKNOWN_FIELD']]);
    expect(own.onoffice.journal).toHaveLength(2);
  });
});

test('more fields that the customer lacks than reads are repeated for are told, and known the next time', async () => {
  const query = `query Lacking { estate(estateId: 2471) { yearBuilt bedrooms bathrooms rooms plotArea livingArea externalNumber }
    estates(first: 1) { nodes { yearBuilt bedrooms bathrooms rooms plotArea livingArea externalNumber } } }`;
  await using own = await startCrm();
  for (const name of [
    ...['baujahr', 'anzahl_schlafzimmer', 'anzahl_badezimmer'],
    ...['anzahl_zimmer', 'grundstuecksflaeche', 'wohnflaeche'],
  ]) {
    const field = own.onoffice.world().fields.estate.get(name);
    if (field) field.active = false;
  }
  const { data, errors } = await own.query(query);
  expect(data).toEqual({ estate: null, estates: null });
  expect(codes(errors)).toEqual([
    ['estate', 'UNKNOWN_FIELD'],
    ['estates', 'UNKNOWN_FIELD'],
  ]);
  for (const { message } of errors ?? []) expect(message).toContain('more than 5');
  const again = await own.query(query);
  expect(again.data.estate).toMatchObject({ yearBuilt: null, livingArea: null, externalNumber: 'MU-2471' });
  expect(new Set(again.errors?.map(({ extensions: { code } }) => code))).toEqual(new Set(['UNKNOWN_FIELD']));
});

describe('answers that are none', () => {
  const query = '{ estates(first: 3) { nodes { externalNumber } } contact(contactId: 3) { contactId } }';

  test.each([
    ['a page for people', { kind: 'html' }, 'UPSTREAM_INVALID_RESPONSE'],
    ['500', { kind: 'html', status: 500 }, 'UPSTREAM_UNAVAILABLE'],
    ['a connection that breaks', { kind: 'reset' }, 'UPSTREAM_UNAVAILABLE'],
    ['half an answer', { kind: 'truncated' }, 'UPSTREAM_INVALID_RESPONSE'],
    ['JSON of another shape', { kind: 'wrongShape', body: { hello: 1 } }, 'UPSTREAM_INVALID_RESPONSE'],
    ['429', { kind: 'status', status: 429, headers: { 'Retry-After': '60' } }, 'RATE_LIMITED'],
  ] as const)('%s costs the estates, and nothing of the other CRM', async (_what, fault, code) => {
    await using own = await startCrm();
    own.onoffice.faults.add({ fault });
    const { data, errors } = await own.query(query);
    expect(data).toEqual({ estates: null, contact: { contactId: 3 } });
    expect(codes(errors)).toEqual([['estates', code]]);
  });

  test('a read that a broken connection has lost is sent once more, signed anew', async () => {
    crm.onoffice.faults.add({ fault: { kind: 'reset' }, times: 1 });
    const { data, errors } = await crm.query('{ estates(first: 1) { nodes { externalNumber } } }');
    expect(errors).toBeUndefined();
    expect(data.estates?.nodes).toEqual([{ externalNumber: 'MU-2471' }]);
    expect(crm.onoffice.journal).toHaveLength(2);
    expect(actions().every(({ hmac, errorcode }) => hmac.length > 20 && errorcode === 0)).toBe(true);
  });

  test('a page of another size than was asked for is none', async () => {
    await using altered = await startAltered(() => crm.onoffice.url);
    await using own = await startCrm({ settings: { ONOFFICE_URL: altered.url } });
    const changes: [string, Parameters<typeof altered.alter>[0]][] = [
      ['too short', ({ response }) => response.results[0]?.data.records.pop()],
      ['without a total', ({ response }) => Object.assign(response.results[0]?.data.meta ?? {}, { cntabsolute: null })],
      ['without ids', ({ response }) => Object.assign(response.results[0]?.data.records[0] ?? {}, { id: 'x' })],
      [
        'too long',
        ({ response }) => response.results[0]?.data.records.push(...(response.results[0]?.data.records ?? [])),
      ],
    ];
    for (const [what, change] of changes) {
      altered.alter(change);
      const { data, errors } = await own.query('{ estates(first: 5) { nodes { externalNumber } } }');
      expect(data.estates, what).toBeNull();
      expect(codes(errors), what).toEqual([['estates', 'UPSTREAM_INVALID_RESPONSE']]);
    }
  });

  test('owners that cannot be read are those of one estate', async () => {
    await using altered = await startAltered(() => crm.onoffice.url);
    await using own = await startCrm({ settings: { ONOFFICE_URL: altered.url } });
    altered.alter(({ response }) => {
      for (const { elements } of response.results.flatMap(({ data }) => data.records))
        if ('2475' in elements) elements['2475'] = { id: 1 };
    });
    const { data, errors } = await own.query('{ estates(first: 3) { nodes { estateId owners { lastName } } } }');
    expect(errors?.map(({ path, extensions: { code } }) => [path, code])).toEqual([
      [['estates', 'nodes', 1, 'owners'], 'UPSTREAM_INVALID_RESPONSE'],
    ]);
    expect(data.estates?.nodes.map(({ estateId, owners }) => [estateId, owners && owners.length > 0])).toEqual([
      [2471, true],
      [2475, null],
      [2477, true],
    ]);
  });

  test('the record of another id is not that of the one asked for', async () => {
    await using altered = await startAltered(() => crm.onoffice.url);
    await using own = await startCrm({ settings: { ONOFFICE_URL: altered.url } });
    altered.alter(({ response }) => Object.assign(response.results[0]?.data.records[0] ?? {}, { id: 2475 }));
    const { data, errors } = await own.query('{ estate(estateId: 2471) { externalNumber } }');
    expect(data.estate).toBeNull();
    expect(codes(errors)).toEqual([['estate', 'UPSTREAM_INVALID_RESPONSE']]);
  });
});

test('texts that come as numbers are texts', async () => {
  await using altered = await startAltered(() => crm.onoffice.url);
  await using own = await startCrm({ settings: { ONOFFICE_URL: altered.url } });
  altered.alter(({ response }) => {
    for (const { elements } of response.results.flatMap(({ data }) => data.records)) {
      if ('Plz' in elements) elements.Plz = 52062;
      if ('ort' in elements) elements.ort = 5;
    }
  });
  const { data, errors } = await own.query(
    '{ estate(estateId: 2475) { address { city } owners { address { postalCode formatted } } } }',
  );
  expect(errors).toBeUndefined();
  expect(data.estate?.address).toEqual({ city: '5' });
  expect(data.estate?.owners?.[0]?.address).toEqual({
    postalCode: '52062',
    formatted: expect.stringContaining('52062 '),
  });
});

test('titles of pictures are found by either name that the manual shows', async () => {
  await using altered = await startAltered(() => crm.onoffice.url);
  await using own = await startCrm({ settings: { ONOFFICE_URL: altered.url } });
  const ask = () => own.query('{ estate(estateId: 2471) { pictures { title } } }');
  const told = await ask();
  expect(told.data.estate?.pictures?.[0]?.title).toMatch(/./);
  let renamed = 0;
  altered.alter(({ response }) => {
    for (const { elements } of response.results.flatMap(({ data }) => data.records)) {
      for (const element of [elements].flat() as { title?: string; titel?: string }[]) {
        if (element.title === undefined) continue;
        element.titel = element.title;
        delete element.title;
        renamed += 1;
      }
    }
  });
  expect((await ask()).data).toEqual(told.data);
  expect(renamed).toBe(3);
});

describe('credentials', () => {
  test('that onOffice does not know, and clocks that differ, are told', async () => {
    await using own = await startCrm();
    own.onoffice.signingClock.advance(10 * 60_000);
    const late = await own.query('{ estates { nodes { estateId } } }');
    expect(codes(late.errors)).toEqual([['estates', 'UNAUTHENTICATED']]);
    expect(late.errors?.[0]?.extensions.upstream).toMatchObject({ system: 'onoffice', type: '136' });
    expect(late.errors?.[0]?.message).toContain('clocks');
    expect(JSON.stringify(late.errors)).not.toContain(own.onoffice.customers[0].token);
  });

  test('with a wrong secret, and with a token that nobody has, are told apart from the ticket', async () => {
    const [{ id, token, secret }] = crm.onoffice.customers;
    const folder = mkdtempSync(join(tmpdir(), 'credentials-'));
    const file = join(folder, 'customers.json');
    const wrong = [
      [{ token, secret: secret.replace(/^./, '#') }, '137'],
      [{ token: token.replace(/^./, '#'), secret }, '22'],
    ] as const;
    for (const [credentials, type] of wrong) {
      writeFileSync(file, JSON.stringify({ [id]: { ...credentials, tenants: ['Cust12345'] } }));
      await using own = await startCrm({ settings: { ONOFFICE_CREDENTIALS_FILE: file } });
      const { data, errors } = await own.query(
        '{ estates { nodes { estateId } } contact(contactId: 3) { contactId } }',
      );
      expect(data).toEqual({ estates: null, contact: { contactId: 3 } });
      expect(errors?.map(({ extensions: { code, upstream } }) => [code, upstream])).toEqual([
        ['UNAUTHENTICATED', expect.objectContaining({ system: 'onoffice', type })],
      ]);
      expect(errors?.[0]?.message).toContain('credentials');
    }
    rmSync(folder, { recursive: true });
  });

  test('the configuration that cannot be read costs labels no more than their words', async () => {
    await using own = await startCrm();
    own.onoffice.faults.add({ path: 'get fields', fault: { kind: 'refuse', code: 156 } });
    const { data, errors } = await own.query(
      '{ estate(estateId: 2471) { category { key label } fields(names: ["etage"]) { value } } }',
    );
    expect(data.estate).toEqual({ category: { key: 'wohnung', label: 'wohnung' }, fields: null });
    expect(codes(errors)).toEqual([['estate.fields', 'FORBIDDEN']]);
    expect(estatesOf(own.onoffice.world())[0]?.values.objektart).toBe('wohnung');
  });

  test.each([
    [156, 'FORBIDDEN'],
    [193, 'UNAUTHENTICATED'],
  ])('the configuration that is refused (%i) is not asked for again by each row', async (refusal, code) => {
    await using own = await startCrm();
    own.onoffice.faults.add({ path: 'get fields', fault: { kind: 'refuse', code: refusal } });
    const { data, errors } = await own.query(
      `{ estates(first: 100) { nodes { externalNumber category { key label } type { key label }
        fields(names: ["kaufpreis"]) { label } } } }`,
      undefined,
      { headers: { 'accept-language': 'fr' } },
    );
    expect(codes(errors)).toEqual([['estates.nodes.fields', code]]);
    expect(data.estates?.nodes).toHaveLength(100);
    expect(data.estates?.nodes[0]).toMatchObject({ externalNumber: 'MU-2471', category: { label: 'wohnung' } });
    const asked = own.onoffice.journal.flatMap((post) => post.actions).filter(({ name }) => name === 'get fields');
    expect(asked).toHaveLength(1);
  });
});
