import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import type { JournalEntry } from '../../src/simulator/journal.ts';
import type { TenantWorld } from '../../src/simulator/store.ts';
import { type Crm, expectRequests, startCrm } from '../crm.ts';
import { fullName, namedIn, pick } from './seeded.ts';

/** How many requests each kind of question is, and what they ask for: the table of the README, cold and warm. */

let crm: Crm;
let world: TenantWorld;
beforeAll(async () => {
  crm = await startCrm();
  world = crm.superoffice.world();
});
afterAll(() => crm.close());
afterEach(() => crm.superoffice.faults.clear());

const explained = { headers: { 'x-explain': 'true' } };
const selected = (call: JournalEntry | undefined) => call?.query.$select?.split(',').sort();

const agenda = `query Agenda { appointments(first: 50) { nodes {
  startDate  task { name }  contact { name  country { name } }  person { fullName  email }  associate { fullName } } } }`;

describe('the agenda', () => {
  test('is one request with no column more than it shows', async () => {
    for (const turn of ['cold', 'warm']) {
      const { data, errors, calls, extensions } = await crm.query(agenda, {}, explained);
      expect(errors).toBeUndefined();
      expectRequests(calls, 1);
      expect(selected(calls[0]), turn).toEqual(
        [
          'appointmentId',
          'date',
          'type',
          'contact/contactId',
          'contact/name',
          'contact/country',
          'person/personId',
          'person/fullName',
          'person/email/emailAddress',
          'associateId',
          'associate/fullName',
        ].sort(),
      );
      expect(calls[0]?.query).toMatchObject({
        $top: '51',
        $orderBy: 'appointmentId asc',
        $filter: 'skipTentativeAndRejectedRestriction set true',
      });
      expect(calls[0]?.query.$mode).toBeUndefined();
      expect(extensions.cost).toEqual({ requested: 201, limit: 5000 });
      const nodes = (data as { appointments: { nodes: Record<string, unknown>[] } }).appointments.nodes;
      const row = pick(world.appointments, ({ personId }) => personId !== null);
      const contact = world.contacts.get(row.contactId ?? 0);
      const person = world.persons.get(row.personId ?? 0);
      expect(nodes).toHaveLength(50);
      expect(nodes[row.id - 101]).toEqual({
        startDate: new Date(row.startAt).toISOString().replace('.000Z', 'Z'),
        task: namedIn(world, 'task', row.taskId),
        contact: { name: contact?.name, country: namedIn(world, 'country', contact?.countryId ?? 0) },
        person: { fullName: person && fullName(person), email: person?.emails[0]?.value ?? null },
        associate: { fullName: expect.stringMatching(/^\S+ \S+/) },
      });
    }
  });

  test('is two with fields that no column holds, and the carriers are asked for those alone', async () => {
    for (const turn of ['cold', 'warm']) {
      const { calls } = await crm.query(
        '{ appointments(first: 50) { nodes { startDate contact { name } title isAllDay private } } }',
      );
      expectRequests(calls, 2);
      const list = calls.find(({ method }) => method === 'POST');
      expect(selected(list), turn).toEqual(['AppointmentId', 'IsAlldayEvent', 'Private', 'Title']);
    }
  });
});

describe('one record', () => {
  test('with fields and references that the archive joins is one request', async () => {
    for (const turn of ['cold', 'warm']) {
      const { errors, calls } = await crm.query(
        `{ contact(contactId: 5) { name orgNr phone email url category { name } postalAddress { city }
          associate { name fullName email } supportPerson { fullName position { name } } createdBy { name } } }`,
      );
      expect(errors).toBeUndefined();
      expectRequests(calls, 1);
      expect([calls[0]?.path, calls[0]?.query.$mode], turn).toEqual(['/Contact', undefined]);
    }
  });

  test('with a field that only the entity has is that entity, with no member more', async () => {
    const { calls } = await crm.query('{ contact(contactId: 5) { name phones { value } category { name } } }');
    expect(calls.map(({ method, path }) => `${method} ${path}`)).toEqual(['GET /Contact/5']);
    expect(selected(calls[0])).toEqual(['Category', 'ContactId', 'Name', 'Phones']);
  });

  test('with a field that only the row has beside one that only the entity has is both, at once', async () => {
    const { data, calls, extensions } = await crm.query(
      '{ person(personId: 31) { rank salutation fullName } }',
      {},
      explained,
    );
    const row = world.persons.get(31);
    expect(data).toEqual({
      person: { rank: row?.rank, salutation: row?.salutation || null, fullName: row && fullName(row) },
    });
    expect(calls.map(({ path }) => path).sort()).toEqual(['/Person', '/Person/31']);
    expectOneWave(extensions.upstream?.calls ?? []);
  });
});

/** All began before the first of them had ended. */
function expectOneWave(calls: readonly { startMs: number; ms: number; path: string }[]) {
  const firstEnd = Math.min(...calls.map(({ startMs, ms }) => startMs + ms));
  for (const { startMs, path } of calls) expect(startMs, path).toBeLessThan(firstEnd);
}

describe('a page', () => {
  test.each([
    ['by names', '{ contacts(first: 200) { nodes { name department category { name } } } }', undefined],
    ['by ids', '{ contacts(first: 200) { nodes { name department category { listItemId name } } } }', 'Full'],
    ['by names of users', '{ contacts(first: 200) { nodes { associate { name fullName } } } }', undefined],
    ['by ids of users', '{ contacts(first: 200) { nodes { associate { id fullName } } } }', 'Full'],
    ['by lists and headings', '{ contacts(first: 5) { nodes { category { list isHeading name } } } }', undefined],
    ['by ids of records', '{ appointments(first: 5) { nodes { id contact { id } person { id } } } }', undefined],
  ])('of many records %s is one request, full only for ids of items and users', async (_what, text, mode) => {
    for (const turn of ['cold', 'warm']) {
      const { errors, calls } = await crm.query(text);
      expect(errors).toBeUndefined();
      expectRequests(calls, 1);
      expect(calls[0]?.query.$mode, turn).toBe(mode);
    }
  });

  test.each([
    '{ contacts(first: 40) { nodes { name createdBy { fullName } } } }',
    '{ persons(first: 40) { nodes { createdBy { fullName email } updatedBy { fullName deleted } } } }',
    '{ appointments(first: 40) { nodes { createdBy { fullName } updatedBy { person { personId } } } } }',
  ])('with those who made or changed its records is one request more: %s', async (text) => {
    const { errors, calls } = await crm.query(text);
    expect(errors).toBeUndefined();
    expectRequests(calls, 2);
    expect(calls.filter(({ path }) => path === '/Archive/AllUsers')).toHaveLength(1);
  });

  test('of five with a field that only the entity has is six', async () => {
    const { calls } = await crm.query('{ contacts(first: 5) { nodes { name phones { value } category { name } } } }');
    expectRequests(calls, 1 + 5);
    const entities = calls.filter(({ path }) => path !== '/Contact');
    for (const call of entities) expect(selected(call)).toEqual(['ContactId', 'Phones']);
  });

  test('a second run of entities is answered 304, and says so', async () => {
    const text = '{ contacts(first: 3) { nodes { phones { value } } } }';
    await crm.query(text);
    const { data, extensions, calls } = await crm.query(text, {}, explained);
    const changed = calls.filter(({ path }) => path !== '/Contact');
    const revalidated = extensions.upstream?.calls.filter(({ cache }) => cache === 'revalidated') ?? [];
    expect(changed.map(({ status }) => status)).toContain(304);
    expect(revalidated.map(({ status }) => status)).toEqual(
      changed.filter(({ status }) => status === 304).map(({ status }) => status),
    );
    const rows = [...world.contacts.values()].slice(0, 3);
    expect(data).toEqual({
      contacts: { nodes: rows.map(({ phones }) => ({ phones: phones.map(({ value }) => ({ value })) })) },
    });
  });
});

describe('lists within lists', () => {
  const family = (id: number) =>
    `{ contact(contactId: ${id}) { name persons(first: 25) { nodes { fullName appointments(first: 5) { nodes { startDate } } } } } }`;

  test('a company, its people and their appointments are three requests in two waves', async () => {
    const of = (id: number) =>
      [...world.persons.values()].filter((row) => row.contactId === id && row.deletedAt === null);
    const contact = pick(
      world.contacts,
      ({ id, deletedAt }) => deletedAt === null && of(id).length > 9 && of(id).length < 25,
    );
    crm.superoffice.faults.add({ path: '^/(Contact|Person)$', fault: { kind: 'delay', milliseconds: 60 } });
    const { data, errors, calls, extensions } = await crm.query(family(contact.id), {}, explained);
    expect(errors).toBeUndefined();
    expectRequests(calls, 3);
    const people = of(contact.id);
    const { persons } = (
      data as { contact: { persons: { nodes: { fullName: string; appointments: { nodes: unknown[] } }[] } } }
    ).contact;
    expect(persons.nodes.map((node) => node.fullName)).toEqual(people.map(fullName));
    expect(persons.nodes.map((node) => node.appointments.nodes.length)).toEqual(
      people.map(({ id }) =>
        Math.min(5, [...world.appointments.values()].filter(({ personId }) => personId === id).length),
      ),
    );
    const asked = extensions.upstream?.calls ?? [];
    expectOneWave(asked.filter(({ path }) => path !== '/Appointment'));
  });

  test('of a company that does not exist are nothing', async () => {
    const { data, errors, calls } = await crm.query(family(99999));
    expect([data, errors]).toEqual([{ contact: null }, undefined]);
    expect(calls.length).toBeLessThanOrEqual(2);
  });
});

test('a list of names is one request, and then none', async () => {
  const text = '{ list(name: "perspos") { items { name } } }';
  expect((await crm.query(text)).calls.map(({ path }) => path)).toEqual(['/MDOList/perspos']);
  expect((await crm.query(text)).calls).toEqual([]);
});

test('what explain lists is what the CRM has received', async () => {
  const { extensions, calls } = await crm.query(
    `{ appointments(first: 5) { nodes { title participants { person { fullName } } createdBy { fullName } } }
      list(name: "country") { items { name } } }`,
    {},
    explained,
  );
  const facts = ({ method, path, status, rows, bytes }: JournalEntry) => ({ method, path, status, rows, bytes });
  const byPath = (one: { path: string }, other: { path: string }) => one.path.localeCompare(other.path);
  const told = extensions.upstream?.calls.map(({ method, path, status, rows, bytes }) => ({
    method,
    path,
    status,
    rows,
    bytes,
  }));
  expect(told?.sort(byPath)).toEqual(calls.map(facts).sort(byPath));
  expect(extensions.upstream?.total).toBe(calls.length);
  for (const call of extensions.upstream?.calls ?? []) {
    expect(call.system).toBe('superoffice');
    expect(call.ms).toBeGreaterThan(0);
  }
});

test('every archive request has columns, a top, an order that ends in the key, and a filter', async () => {
  crm.superoffice.clear();
  await crm.query('{ contacts { nodes { name } } persons { nodes { fullName } } associates { name } }');
  await crm.query(
    '{ appointments(orderBy: { field: START_DATE }) { nodes { id } } associate(associateId: 5) { name } }',
  );
  const archives = crm.superoffice.calls();
  expect(archives.length).toBeGreaterThanOrEqual(5);
  for (const { path, query } of archives) {
    expect(Object.keys(query), path).toEqual(expect.arrayContaining(['$select', '$filter', '$orderBy', '$top']));
    expect(query.$orderBy, path).toMatch(/(?:^|,)(?:contactId|personId|appointmentId|associateDbId) asc$/);
  }
});
