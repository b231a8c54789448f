import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { CustomFieldOwner, CustomValue, CustomValues } from '../../src/simulator/custom-field-records.ts';
import type { TenantWorld } from '../../src/simulator/store.ts';
import { type Crm, expectRequests, startCrm } from '../crm.ts';
import { customFieldsIn, type FieldRow, found, pick } from './seeded-fields.ts';

let crm: Crm;
let world: TenantWorld;
beforeAll(async () => {
  crm = await startCrm();
  world = crm.superoffice.world();
});
afterAll(() => crm.close());
beforeEach(() => crm.superoffice.faults.clear());

const shown = 'key label type value text';

/** Every kind of field at once, with values that no other kind could have. */
const full: CustomValues = {
  'SuperOffice:1': 'Ask first; "always" & [I:7]',
  'SuperOffice:2': 12,
  'SuperOffice:3': '2027-02-28',
  'SuperOffice:4': true,
  'SuperOffice:5': 3,
  'SuperOffice:6': 12.375,
  'SuperOffice:7': 'First line\nsecond line',
  'Acme:Renewal': '1999-05-05',
  'SuperOffice:9': -4,
  x_sla_hours: 48,
  x_review_time: '09:34:44',
  x_reviewed_at: Date.UTC(2026, 6, 1, 22, 30),
  x_next_audit: '2026-12-31',
  x_premium: true,
  x_margin: -0.5,
  x_region: 'north',
  x_notes: 'Longer text\nin two lines',
  x_travel: 90,
  x_parent: 21,
};

const owners = [
  ['Contact', 'contact(contactId: $id)'],
  ['Person', 'person(personId: $id)'],
  ['Appointment', 'appointment(appointmentId: $id)'],
] as const;

type Fields = readonly FieldRow[] | null;

async function read(field: string, id: number, keys: readonly string[] | null, headers: Record<string, string> = {}) {
  const variables = keys ? { id, keys } : { id };
  const text: string = keys
    ? `query Keyed($id: Int!, $keys: [String!]) { record: ${field} { customFields(keys: $keys) { ${shown} } } }`
    : `query All($id: Int!) { record: ${field} { customFields { ${shown} } } }`;
  const answer = await crm.query(text, variables, { headers });
  expect(answer.errors).toBeUndefined();
  return { ...answer, fields: (answer.data as { record: { customFields: Fields } | null }).record?.customFields };
}

const tableOf = (owner: CustomFieldOwner): ReadonlyMap<number, { id: number; custom: CustomValues }> =>
  ({ Contact: world.contacts, Person: world.persons, Appointment: world.appointments })[owner];

describe.each(owners)('the fields of a %s', (owner, field) => {
  const keys = Object.keys(full);
  let id = 0;
  beforeEach(() => {
    const record = found([...tableOf(owner).values()][20]);
    record.custom = { ...full };
    id = record.id;
  });

  test('come from the entity, in the order of its layout, with one request beside the layout', async () => {
    const { fields, calls } = await read(field, id, null);
    expect(fields).toEqual(customFieldsIn(world, owner, full, { from: 'entity' }));
    expect(fields?.map(({ key }) => key)).toEqual(keys);
    expect(calls.filter(({ path }) => !path.endsWith('/CustomField')).map(({ path }) => path)).toEqual([
      `/${owner}/${id}`,
    ]);
  });

  test('are the same as columns of the row, where keys name them', async () => {
    const { fields, calls } = await read(field, id, keys);
    expect(fields).toEqual(customFieldsIn(world, owner, full, { from: 'row' }));
    expectRequests(calls, 1);
    expect(calls[0]?.path).toBe(`/${owner}`);
    const entity = (await read(field, id, null)).fields;
    expect(fields?.map(({ value }) => value)).toEqual(entity?.map(({ value }) => value));
  });

  test('that are empty are the same in both, and null where SuperOffice can tell', async () => {
    const empty: Record<string, CustomValue> = Object.fromEntries(keys.map((key) => [key, null]));
    found(tableOf(owner).get(id)).custom = empty;
    const byKeys = (await read(field, id, keys)).fields;
    const all = (await read(field, id, null)).fields;
    expect(byKeys).toEqual(customFieldsIn(world, owner, empty, { from: 'row' }));
    expect(all).toEqual(customFieldsIn(world, owner, empty, { from: 'entity' }));
    expect(all?.map(({ value }) => value)).toEqual(byKeys?.map(({ value }) => value));
    const values = Object.fromEntries(all?.map(({ key, value }) => [key, value]) ?? []);
    expect(values).toMatchObject({ 'SuperOffice:1': null, 'SuperOffice:3': null, 'SuperOffice:5': null });
    expect(values).toMatchObject({ x_review_time: null, x_reviewed_at: null, x_parent: null, 'Acme:Renewal': null });
    expect(values).toMatchObject({ 'SuperOffice:2': 0, 'SuperOffice:6': 0, 'SuperOffice:4': false, x_premium: false });
  });

  test('are told in the language of the request', async () => {
    for (const [language, code] of [
      ['nb', 'NO'],
      ['de', 'GE'],
      ['sv', 'SW'],
    ] as const) {
      for (const wanted of [keys, null]) {
        const { fields } = await read(field, id, wanted, { 'accept-language': language });
        const from = wanted ? 'row' : 'entity';
        expect(fields).toEqual(customFieldsIn(world, owner, full, { from, code, culture: language }));
      }
    }
  });
});

describe('texts for people', () => {
  const text = (fields: Fields | undefined, key: string) => fields?.find((field) => field.key === key)?.text;
  beforeEach(() => {
    found(world.contacts.get(21)).custom = { ...full };
  });

  test('numbers and dates are written as SO-Culture says, whatever the language', async () => {
    const headers = { 'so-language': 'en', 'so-culture': 'sv' };
    for (const keys of [null, ['SuperOffice:3', 'SuperOffice:4', 'SuperOffice:6', 'x_margin', 'x_reviewed_at']]) {
      const { fields } = await read('contact(contactId: $id)', 21, keys, headers);
      expect(text(fields, 'SuperOffice:6')).toBe('12,375');
      expect(text(fields, 'x_margin')).toBe('−0,5');
      expect(text(fields, 'SuperOffice:3')).toBe('28 feb. 2027');
      expect(text(fields, 'x_reviewed_at')).toBe('2 juli 2026 00:30');
      expect(text(fields, 'SuperOffice:4')).toBe('Yes');
    }
    const english = await read('contact(contactId: $id)', 21, ['SuperOffice:6'], { 'so-language': 'en' });
    expect(text(english.fields, 'SuperOffice:6')).toBe('12.375');
  });

  test('without translation are as stored', async () => {
    const { fields } = await read('contact(contactId: $id)', 21, null, { 'so-language': 'x' });
    const labels = Object.fromEntries(fields?.map(({ key, label }) => [key, label]) ?? []);
    expect(labels['SuperOffice:4']).toBe('US:"Key account";NO:"Nøkkelkunde";GE:"Schlüsselkunde";');
    expect(text(fields, 'SuperOffice:4')).toBe('[SR_YES]');
    expect(text(fields, 'SuperOffice:5')).toMatch(/^US:"Gold";NO:"Gull";/);
    expect(text(fields, 'SuperOffice:6')).toBe('12.375');
  });

  test('labels and items that come untranslated are read here', async () => {
    crm.superoffice.options.languageFallback = 'raw';
    const { fields } = await read('contact(contactId: $id)', 21, null, { 'so-language': 'da' });
    const byKeys = await read('contact(contactId: $id)', 21, ['SuperOffice:4'], { 'so-language': 'da' });
    const finnish = await read('contact(contactId: $id)', 21, null, { 'so-language': 'fi' });
    const keyed = await read('contact(contactId: $id)', 21, ['SuperOffice:5'], { 'so-language': 'fi' });
    crm.superoffice.options.languageFallback = 'us';
    expect(fields?.find(({ key }) => key === 'SuperOffice:4')?.label).toBe('Key account');
    expect(byKeys.fields?.[0]?.label).toBe('Key account');
    expect(text(finnish.fields, 'SuperOffice:5')).toBe('Gold');
    expect(text(keyed.fields, 'SuperOffice:5')).toBe('Gold');
    expect(text(finnish.fields, 'SuperOffice:4')).toBe('Yes');
  });
});

describe('keys', () => {
  test.each([
    'SuperOffice:99',
    'superoffice:1',
    'SuperOffice:10',
    'SuperOffice:1,associateId',
    'SuperOffice:1&$top=1',
    'x_a$filter=contactId gt 0',
    '../contactAssociate/fullName',
    '',
    'SuperOffice:1:DisplayText',
  ])('of no field are refused and never sent: %j', async (key) => {
    const before = await crm.query('{ contact(contactId: 21) { customFields(keys: ["SuperOffice:1"]) { key } } }');
    expect(before.errors).toBeUndefined();
    const { data, errors, calls } = await crm.query(
      'query Odd($keys: [String!]) { contact(contactId: 21) { name customFields(keys: $keys) { key } } }',
      { keys: ['SuperOffice:2', key] },
    );
    expect(data).toEqual({ contact: { name: world.contacts.get(21)?.name, customFields: null } });
    expect(errors?.map(({ extensions, path }) => [extensions.code, path])).toEqual([
      ['UNKNOWN_FIELD', ['contact', 'customFields']],
    ]);
    expect(errors?.[0]?.message).toContain('SuperOffice:1, SuperOffice:2');
    const sent = calls.map(({ query }) => query.$select ?? '');
    expect(calls).toHaveLength(1);
    expect(sent.join()).not.toMatch(/10|99|superoffice:1|fullName|\$|&|:1,|DisplayText/);
  });

  test('none named answers none, and asks for nothing', async () => {
    const { data, calls } = await crm.query('{ contact(contactId: 21) { contactId customFields(keys: []) { key } } }');
    expect(data).toEqual({ contact: { contactId: 21, customFields: [] } });
    expectRequests(calls, 1);
  });

  test('named twice are answered once, in the order asked for; two selections of one record do not mix', async () => {
    const { data, calls } = await crm.query(
      `{ contact(contactId: 22) {
        one: customFields(keys: ["x_region", "SuperOffice:2", "x_region"]) { key }
        other: customFields(keys: ["SuperOffice:5"]) { key } } }`,
    );
    expect(data).toEqual({
      contact: { one: [{ key: 'x_region' }, { key: 'SuperOffice:2' }], other: [{ key: 'SuperOffice:5' }] },
    });
    expectRequests(calls, 1);
  });
});

describe('a page', () => {
  test('of 200 companies with named fields is one request beside the layout, cold and warm', async () => {
    await using fresh = await startCrm();
    const keys = ['SuperOffice:1', 'SuperOffice:5', 'x_margin'];
    const ask = () =>
      fresh.query(
        'query Many($keys: [String!]) { contacts(first: 200) { nodes { contactId customFields(keys: $keys) { key value text } } } }',
        { keys },
      );
    const cold = await ask();
    expect(cold.errors).toBeUndefined();
    expectRequests(cold.calls, 2);
    expect(cold.calls.slice(0, 2).map(({ path }) => path)).toEqual(['/Contact/CustomField', '/Contact']);
    const own = fresh.superoffice.world();
    const rows = [...own.contacts.values()].filter((row) => row.deletedAt === null).slice(0, 200);
    expect(rows.length).toBeGreaterThan(150);
    const expected = rows.map((row) => ({
      contactId: row.id,
      customFields: keys.map((key) => {
        const { value, text } = found(
          customFieldsIn(own, 'Contact', row.custom, { from: 'row' }).find((field) => field.key === key),
        );
        return { key, value, text };
      }),
    }));
    expect(cold.data).toEqual({ contacts: { nodes: expected } });
    const warm = await ask();
    expect(warm.data).toEqual(cold.data);
    expectRequests(warm.calls, 1);
  });

  test('without keys takes one request per record', async () => {
    const { data, calls } = await crm.query('{ contacts(first: 5) { nodes { customFields { key } } } }');
    const { nodes } = (data as { contacts: { nodes: { customFields: unknown[] }[] } }).contacts;
    expect(nodes.map(({ customFields }) => customFields.length)).toEqual(Array(5).fill(Object.keys(full).length));
    expect(calls.map(({ path }) => path).filter((path) => /^\/Contact\/\d+$/.test(path))).toHaveLength(5);
  });

  test('behind references takes one request for all of them', async () => {
    const { data, errors, calls } = await crm.query(
      `{ appointments(first: 40) { nodes { contact { contactId name customFields(keys: ["SuperOffice:2", "x_region"]) { key value } } } } }`,
    );
    expect(errors).toBeUndefined();
    type Node = { contact: { contactId: number; customFields: { key: string; value: unknown }[] } | null };
    const { nodes } = (data as { appointments: { nodes: Node[] } }).appointments;
    // One in the recycle bin has a name in the join and no row of its own.
    const contacts = nodes
      .map(({ contact }) => contact)
      .filter((contact) => contact !== null)
      .filter(({ contactId }) => world.contacts.get(contactId)?.deletedAt === null);
    expect(contacts.length).toBeGreaterThan(10);
    for (const { contactId, customFields } of contacts) {
      const { custom } = found(world.contacts.get(contactId));
      expect(customFields).toEqual([
        { key: 'SuperOffice:2', value: custom['SuperOffice:2'] ?? 0 },
        { key: 'x_region', value: custom.x_region || null },
      ]);
    }
    expectRequests(calls, 2);
  });

  test('of children are columns of the same request', async () => {
    const warm = await crm.query('{ person(personId: 21) { customFields(keys: ["SuperOffice:6"]) { key } } }');
    expect(warm.errors).toBeUndefined();
    const { data, calls } = await crm.query(
      `{ contact(contactId: 21) { name persons(first: 10) { nodes { personId customFields(keys: ["SuperOffice:6"]) { value } } } } }`,
    );
    type Person = { personId: number; customFields: { value: unknown }[] };
    const { nodes } = (data as { contact: { persons: { nodes: Person[] } } }).contact.persons;
    expect(nodes.length).toBeGreaterThan(0);
    for (const { personId, customFields } of nodes)
      expect(customFields).toEqual([{ value: world.persons.get(personId)?.custom['SuperOffice:6'] ?? 0 }]);
    expectRequests(calls, 2);
  });
});

describe('the layout', () => {
  test('that cannot be read costs the custom fields alone', async () => {
    await using fresh = await startCrm();
    fresh.superoffice.faults.add({ path: '^/Contact/CustomField$', fault: { kind: 'status', status: 500 } });
    const { data, errors } = await fresh.query(
      '{ contacts(first: 3) { nodes { contactId customFields(keys: ["SuperOffice:1"]) { value } } } }',
    );
    expect(data).toEqual({
      contacts: { nodes: [2, 3, 4].map((contactId) => ({ contactId, customFields: null })) },
    });
    expect(errors).toHaveLength(1);
    expect(errors?.[0]?.extensions.code).toBe('UPSTREAM_UNAVAILABLE');
  });

  test('tells of hidden fields too; one that is not published is none', async () => {
    await using fresh = await startCrm({
      seed: ({ extraFields, contacts }) => {
        const hidden = found(extraFields.find(({ owner, name }) => owner === 'Contact' && name === 'x_region'));
        hidden.hideField = true;
        found(contacts.get(21)).custom.x_region = 'south';
      },
    });
    const { data } = await fresh.query(
      '{ contact(contactId: 21) { customFields(keys: ["x_region"]) { key value } all: customFields { key } } }',
    );
    const { contact } = data as { contact: { customFields: unknown; all: { key: string }[] } };
    expect(contact.customFields).toEqual([{ key: 'x_region', value: 'south' }]);
    const keys = contact.all.map(({ key }) => key);
    expect(keys).toContain('x_region');
    expect(keys).not.toContain('SuperOffice:10');
  });

  test('that loses a field while it is kept costs that field, and the page stands', async () => {
    await using fresh = await startCrm();
    const ask = () =>
      fresh.query(
        '{ contacts(first: 3) { nodes { contactId customFields(keys: ["SuperOffice:2", "SuperOffice:6"]) { key } } } }',
      );
    expect((await ask()).errors).toBeUndefined();
    const own = fresh.superoffice.world();
    own.udefFields = own.udefFields.filter(({ progId }) => progId !== 'SuperOffice:6');
    const { data, errors } = await ask();
    expect(data).toEqual({
      contacts: { nodes: [2, 3, 4].map((contactId) => ({ contactId, customFields: null })) },
    });
    expect(errors?.map(({ extensions }) => extensions.code)).toEqual(['UNKNOWN_FIELD']);
  });
});

test('a record that is not there has no fields, by key and without', async () => {
  const { data, errors } = await crm.query(
    '{ row: person(personId: 99999) { customFields(keys: ["SuperOffice:1"]) { key } } all: person(personId: 99999) { customFields { key } } }',
  );
  expect([data, errors]).toEqual([{ row: null, all: null }, undefined]);
});

test('a company that is hidden shows no custom field', async () => {
  const hidden = pick(world.contacts, ({ id, custom }) => id % 17 === 0 && custom['SuperOffice:2']);
  const { data } = await crm.query(
    'query Hidden($id: Int!) { contact(contactId: $id) { customFields(keys: ["SuperOffice:2"]) { value } } }',
    { id: hidden.id },
    { ticket: crm.superoffice.tickets.rune },
  );
  expect(data).toEqual({ contact: null });
});
