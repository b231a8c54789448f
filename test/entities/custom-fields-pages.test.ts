import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { TenantWorld } from '../../src/simulator/store.ts';
import { type Crm, expectRequests, startCrm } from '../crm.ts';
import { found, pick } from './seeded.ts';
import { customFieldsIn } from './seeded-fields.ts';

let crm: Crm;
let world: TenantWorld;
beforeAll(async () => {
  crm = await startCrm();
  world = crm.superoffice.world();
});
afterAll(() => crm.close());
beforeEach(() => crm.superoffice.faults.clear());

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
    expect(nodes.map(({ customFields }) => customFields.length)).toEqual(Array(5).fill(19));
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

test('are read wherever a record is reached: by node, behind the viewer, and in edges', async () => {
  const { data, errors } = await crm.query(
    `query Reached($id: ID!) {
      node(id: $id) { ... on Person { customFields(keys: ["SuperOffice:2"]) { value } } }
      viewer { person { customFields(keys: ["SuperOffice:6"]) { value } } }
      persons(first: 1, filter: { personId: { eq: 21 } }) {
        nodes { customFields(keys: ["SuperOffice:2"]) { value } }
        edges { node { other: customFields(keys: ["x_margin"]) { value } } } } }`,
    { id: Buffer.from('Person:21').toString('base64url') },
  );
  expect(errors).toBeUndefined();
  const stored = (id: number, key: string) => [{ value: world.persons.get(id)?.custom[key] ?? 0 }];
  expect(data).toEqual({
    node: { customFields: stored(21, 'SuperOffice:2') },
    viewer: { person: { customFields: stored(11, 'SuperOffice:6') } },
    persons: {
      nodes: [{ customFields: stored(21, 'SuperOffice:2') }],
      edges: [{ node: { other: stored(21, 'x_margin') } }],
    },
  });
});

test('are read where a carrier is at hand, and where a write has given the entity: of the records that these name', async () => {
  const stored = (id: number, key: string) => [{ value: world.persons.get(id)?.custom[key] ?? 0 }];
  const user = await crm.query(
    'query UserBehind { viewer { associate { person { personId customFields(keys: ["SuperOffice:2"]) { value } } } } }',
  );
  expect(user.errors).toBeUndefined();
  const self = found(user.data.viewer?.associate.person);
  expect(self.customFields).toEqual(stored(self.personId, 'SuperOffice:2'));
  expectRequests(user.calls, 2);

  const met = pick(world.appointments, (row) => world.persons.get(row.personId ?? 0)?.custom['SuperOffice:2']);
  const written = await crm.query(
    `mutation Moved($id: Int!) { updateAppointment(appointmentId: $id, changes: { location: "Room 7" }) { appointment {
      person { personId customFields(keys: ["SuperOffice:2"]) { value } } } errors { message } } }`,
    { id: met.id },
  );
  expect(written.errors).toBeUndefined();
  expect(written.data.updateAppointment).toEqual({
    appointment: { person: { personId: met.personId, customFields: stored(met.personId ?? 0, 'SuperOffice:2') } },
    errors: [],
  });
  expectRequests(written.calls, 2);
});

test('are those of all records, though some are come to while the layout is still under way', async () => {
  await using cold = await startCrm();
  cold.superoffice.faults.add({ path: '^/Person/CustomField$', fault: { kind: 'delay', milliseconds: 1000 } });
  // More than is written in one stretch, so that persons are come to in several.
  const many = Array.from({ length: 60 }, (_, at) => `a${at}: startDate(zone: "America/New_York")`).join(' ');
  const { data, errors } = await cold.query<string>(
    `{ appointments(first: 90) { nodes { ${many}
      participants { person { personId customFields(keys: ["SuperOffice:2"]) { value } } } } } }`,
  );
  expect(errors).toBeUndefined();
  type Page = { appointments: { nodes: { participants: { person: Own | null }[] }[] } };
  type Own = { personId: number; customFields: { value: number }[] };
  const people = (data as Page).appointments.nodes.flatMap(({ participants }) =>
    participants.map(({ person }) => person),
  );
  const told = people.filter((person) => person !== null);
  expect(told.length).toBeGreaterThan(20);
  for (const { personId, customFields } of told) {
    expect(customFields).toEqual([{ value: world.persons.get(personId)?.custom['SuperOffice:2'] ?? 0 }]);
  }
});
