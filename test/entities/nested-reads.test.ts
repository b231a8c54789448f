import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { AppointmentRecord, TenantWorld } from '../../src/simulator/store.ts';
import { type Crm, expectRequests, startCrm } from '../crm.ts';
import { pick, points } from './seeded.ts';

/** Less common ways to ask: every line of an address, one application's keys, pages of one record's lists, what changed lately. */

const lines = {
  address1: 'c/o Holm',
  address2: '2nd floor',
  address3: 'Building B',
  zipcode: '94105',
  city: 'San Francisco',
  state: 'California',
  county: 'San Francisco County',
};

function seed(world: TenantWorld) {
  Object.assign(
    pick(world.contacts, ({ id }) => id === 5),
    {
      streetAddress: { id: 9001, ...lines, latitude: 37.78, longitude: -122.4 },
      postalAddress: null,
      description: 'Far away',
    },
  );
  const diary = [...world.appointments.values()].slice(0, 20);
  for (const [at, row] of diary.entries()) {
    const startAt = Date.parse('2026-02-01T10:00:00Z') + (at % 7) * 86_400_000;
    Object.assign(row, { contactId: 5, personId: 71, startAt, endAt: startAt + 3_600_000 });
  }
}

let crm: Crm;
let world: TenantWorld;
beforeAll(async () => {
  crm = await startCrm({ seed });
  world = crm.superoffice.world();
});
afterAll(() => crm.close());

test('an address whose layout has nothing in a row, on a server without blocks', async () => {
  await using older = await startCrm();
  const city = { Name: 'StreetCity', Value: 'Oslo', Label: 'City' };
  const Address = { Street: null, Postal: null, LocalizedAddress: [null, [], [null, city]] };
  const body = { ContactId: 5, Description: '', Country: null, Address };
  older.superoffice.faults.add({ path: '^/Contact/5$', fault: { kind: 'wrongShape', body } });
  const { data, errors, calls } = await older.query(
    'query EmptyRows { contact(contactId: 5) { description streetAddress { line1 city } postalAddress { line1 city } } }',
  );
  expect(errors).toBeUndefined();
  expect(data).toEqual({
    contact: { description: null, streetAddress: { line1: null, city: 'Oslo' }, postalAddress: null },
  });
  expect(calls.map(({ path }) => path)).toEqual(['/Contact/5']);
});

test('every line of an address, from the row and from the entity', async () => {
  const all = 'line1 line2 line3 postalCode city state county latitude longitude';
  const expected = {
    line1: lines.address1,
    line2: lines.address2,
    line3: lines.address3,
    postalCode: lines.zipcode,
    city: lines.city,
    state: lines.state,
    county: lines.county,
    latitude: 37.78,
    longitude: -122.4,
  };
  const { data } = await crm.query(
    `{ row: contact(contactId: 5) { streetAddress { ${all} } postalAddress { ${all} } }
      entity: contact(contactId: 5) { streetAddress { ${all} } postalAddress { line1 city } description } }`,
  );
  expect(data).toEqual({
    row: { streetAddress: expected, postalAddress: null },
    entity: { streetAddress: expected, postalAddress: null, description: 'Far away' },
  });
});

test('an address without lines is its country where nothing else is asked for, and the descriptions say so', async () => {
  const { data, errors } = await crm.query(
    `query CountryOnly { contact(contactId: 5) { both: postalAddress { city country } alone: postalAddress { country } }
      address: __type(name: "Address") { description }
      contacts: __type(name: "Contact") { fields { name description } } persons: __type(name: "Person") { fields { name description } } }`,
  );
  expect(errors).toBeUndefined();
  expect(data?.contact).toEqual({ both: null, alone: { country: expect.stringMatching(/./) } });
  const fields = [...(data?.contacts?.fields ?? []), ...(data?.persons?.fields ?? [])];
  const addresses = fields.filter(({ name }) => /^(address|postalAddress|streetAddress)$/.test(name));
  expect(addresses).toHaveLength(3);
  for (const { description } of [...addresses, data?.address ?? { description: null }])
    expect(description).toMatch(/counts (?:for that )?only where it is asked for alone/);
});

test('the keys of one application, of persons and appointments', async () => {
  const { data } = await crm.query(
    `{ person(personId: 71) { ledger: foreignKeys(app: "Ledger") { value } other: foreignKeys(app: "onOffice") { value } }
      appointment(appointmentId: 101) { foreignKeys(app: "Ledger") { value } } }`,
  );
  expect(data).toEqual({
    person: { ledger: [{ value: 'B-71' }], other: [] },
    appointment: { foreignKeys: [] },
  });
});

test('phones of each kind', async () => {
  const row = pick(world.persons, (each) => each.mobilePhones.length && each.officePhones.length > 1);
  const { data, calls } = await crm.query(
    `query Phones($id: Int!) { person(personId: $id) { mobilePhones { value description } officePhones { value description } } }`,
    { id: row.id },
  );
  expect(data).toEqual({
    person: { mobilePhones: points(row.mobilePhones), officePhones: points(row.officePhones) },
  });
  expect(calls.map(({ path }) => path)).toEqual([`/Person/${row.id}`]);
});

interface Page {
  nodes: { appointmentId: number }[];
  pageInfo: { endCursor: string; startCursor: string; hasNextPage: boolean; hasPreviousPage: boolean };
}

describe.each([
  ['contact', 'contact(contactId: 5)'],
  ['person', 'person(personId: 71)'],
])('the appointments of one %s', (name, record) => {
  const byDate = (one: AppointmentRecord, other: AppointmentRecord) => other.startAt - one.startAt || one.id - other.id;
  const own = () => {
    const rows = [...world.appointments.values()].filter(({ contactId, personId }) =>
      name === 'contact' ? contactId === 5 : personId === 71,
    );
    return rows.sort(byDate).map(({ id }) => id);
  };
  const page = async (args: string) => {
    const { data, errors, calls } = await crm.query(
      `{ ${record} { appointments(${args}, orderBy: [{ field: START_DATE, direction: DESC }]) {
        nodes { appointmentId } pageInfo { endCursor startCursor hasNextPage hasPreviousPage } } } }`,
    );
    expect(errors).toBeUndefined();
    expectRequests(calls, 2);
    return (data as Record<string, { appointments: Page }>)[name]?.appointments as Page;
  };

  test('are walked forwards to the end, by date and then by key', async () => {
    const seen: number[] = [];
    let cursor = '';
    for (;;) {
      const { nodes, pageInfo } = await page(`first: 6${cursor && `, after: "${cursor}"`}`);
      seen.push(...nodes.map(({ appointmentId }) => appointmentId));
      expect(pageInfo.hasPreviousPage).toBe(cursor !== '');
      if (!pageInfo.hasNextPage) break;
      cursor = pageInfo.endCursor;
    }
    expect(seen).toEqual(own());
    expect(seen.length).toBeGreaterThanOrEqual(20);
  });

  test('and backwards to the beginning', async () => {
    const seen: number[] = [];
    let cursor = '';
    for (;;) {
      const { nodes, pageInfo } = await page(`last: 6${cursor && `, before: "${cursor}"`}`);
      seen.unshift(...nodes.map(({ appointmentId }) => appointmentId));
      if (!pageInfo.hasPreviousPage) break;
      cursor = pageInfo.startCursor;
    }
    expect(seen).toEqual(own());
  });
});

describe('what changed', () => {
  const since = Date.parse('2025-11-01T00:00:00Z');

  test.each(['contacts', 'persons', 'appointments'] as const)('of %s after an instant', async (list) => {
    const key = { contacts: 'contactId', persons: 'personId', appointments: 'appointmentId' }[list];
    const { data, errors } = await crm.query(
      `{ ${list}(first: 500, filter: { updatedAt: { after: "2025-11-01T00:00:00Z" } }) { nodes { ${key} } } }`,
    );
    expect(errors).toBeUndefined();
    const rows = [...world[list].values()].filter(
      (row) => (row.updatedAt ?? 0) > since && !('deletedAt' in row && row.deletedAt !== null),
    );
    expect(rows.length).toBeGreaterThan(0);
    expect(data).toEqual({ [list]: { nodes: rows.slice(0, 500).map(({ id }) => ({ [key]: id })) } });
  });

  test('of appointments, with conditions within conditions', async () => {
    const { data } = await crm.query(
      `{ appointments(first: 500, filter: { and: [{ task: { in: [1, 2] } }, { or: [{ location: { eq: "Online" } }, { completed: { eq: false } }] }] }) {
        nodes { appointmentId } } }`,
    );
    const rows = [...world.appointments.values()].filter(
      ({ taskId, location, completed }) => taskId <= 2 && (location === 'Online' || completed !== 'Completed'),
    );
    expect(rows.length).toBeGreaterThan(10);
    expect(data).toEqual({ appointments: { nodes: rows.map(({ id }) => ({ appointmentId: id })) } });
  });
});
