import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import type { JournalEntry } from '../../src/simulator/journal.ts';
import type { TenantWorld } from '../../src/simulator/store.ts';
import { type Crm, startCrm } from '../crm.ts';
import { found, pick, userIn } from './seeded.ts';

/** What an operation has read by id is not read again by a later wave of it. */

let crm: Crm;
let world: TenantWorld;
beforeAll(async () => {
  crm = await startCrm();
  world = crm.superoffice.world();
});
afterAll(() => crm.close());
afterEach(() => crm.superoffice.faults.clear());

const to = (calls: readonly JournalEntry[], path: string) => calls.filter((call) => call.path === path);
const idsIn = ({ query }: JournalEntry) => (/\(([\d,]+)\)/.exec(query.$filter ?? '')?.[1] ?? '').split(',').map(Number);
const nameOf = (id: number) => ({ fullName: found(userIn(world, id)).fullName });

describe('users', () => {
  const employer = () =>
    pick(world.contacts, ({ id }) => [...world.persons.values()].some((row) => row.contactId === id));

  test('that are the same in two waves are asked for in the first', async () => {
    const contact = employer();
    const { data, errors, calls } = await crm.query(
      `query Same($id: Int!) { contacts(filter: { contactId: { eq: $id } }) { nodes {
        createdBy { fullName } persons(first: 1) { nodes { contact { createdBy { fullName } } } } } } }`,
      { id: contact.id },
    );
    expect(errors).toBeUndefined();
    const createdBy = nameOf(contact.createdBy);
    expect(data).toEqual({
      contacts: { nodes: [{ createdBy, persons: { nodes: [{ contact: { createdBy } }] } }] },
    });
    expect(calls.map(({ path }) => path).sort()).toEqual(['/Archive/AllUsers', '/Contact', '/Person']);
  });

  test('are asked for once each, however many waves want some of them', async () => {
    const { data, errors, calls } = await crm.query(`{ contacts(first: 20) { nodes {
      contactId createdBy { fullName } persons(first: 3) { nodes { personId createdBy { fullName } updatedBy { fullName } } } } } }`);
    expect(errors).toBeUndefined();
    for (const contact of data?.contacts?.nodes ?? []) {
      expect(contact.createdBy).toEqual(nameOf(found(world.contacts.get(contact.contactId)).createdBy));
      for (const person of contact.persons?.nodes ?? [])
        expect(person.createdBy).toEqual(nameOf(found(world.persons.get(person.personId)).createdBy));
    }
    const asked = to(calls, '/Archive/AllUsers').flatMap(idsIn);
    expect(asked.length).toBeGreaterThan(3);
    expect(new Set(asked).size).toBe(asked.length);
  });

  test('of whom a later wave wants more are asked for that', async () => {
    const contact = employer();
    const { data, calls } = await crm.query(
      `query More($id: Int!) { contacts(filter: { contactId: { eq: $id } }) { nodes {
        createdBy { fullName } persons(first: 1) { nodes { contact { createdBy { fullName email } } } } } } }`,
      { id: contact.id },
    );
    const email = world.persons.get(world.associates.get(contact.createdBy)?.personId ?? 0)?.emails[0]?.value;
    expect(data?.contacts?.nodes[0]?.persons?.nodes[0]?.contact?.createdBy).toEqual({
      ...nameOf(contact.createdBy),
      email,
    });
    expect(to(calls, '/Archive/AllUsers')).toHaveLength(2);
  });

  test('whom nobody has asked for before are not waited for with those of others', async () => {
    const contact = employer();
    const person = pick(world.persons, ({ createdBy }) => createdBy !== contact.createdBy && userIn(world, createdBy));
    crm.superoffice.faults.add({ path: '^/Archive/AllUsers$', times: 1, fault: { kind: 'delay', milliseconds: 1500 } });
    crm.superoffice.faults.add({ path: '^/Person$', times: 1, fault: { kind: 'delay', milliseconds: 300 } });
    const { data, errors, extensions } = await crm.query(
      `query Others($contact: Int!, $person: Int!) {
        contacts(filter: { contactId: { eq: $contact } }) { nodes { createdBy { fullName person { fullName } } } }
        persons(filter: { personId: { eq: $person } }) { nodes { createdBy { fullName person { fullName } } } } }`,
      { contact: contact.id, person: person.id },
      { headers: { 'x-explain': 'true' } },
    );
    expect(errors).toBeUndefined();
    expect(data.persons?.nodes[0]?.createdBy).toMatchObject(nameOf(person.createdBy));
    const made = (path: string) => (extensions.upstream?.calls ?? []).filter((call) => call.path === path);
    const [slow] = made('/Archive/AllUsers').sort((one, other) => other.ms - one.ms);
    expect(slow?.ms).toBeGreaterThan(1_400);
    const begun = made('/Person').map(({ startMs }) => startMs);
    const before = begun.filter((startMs) => startMs < (slow?.startMs ?? 0) + (slow?.ms ?? 0));
    // The list, and whose user made the person that is in it.
    expect([before.length, begun.length]).toEqual([2, 3]);
  });

  test('that could not be read at first are read by the next wave', async () => {
    const contact = employer();
    crm.superoffice.faults.add({ path: '^/Archive/AllUsers$', times: 1, fault: { kind: 'status', status: 500 } });
    const { data, errors } = await crm.query(
      `query Then($id: Int!) { contacts(filter: { contactId: { eq: $id } }) { nodes {
        createdBy { email } persons(first: 1) { nodes { contact { createdBy { email } } } } } } }`,
      { id: contact.id },
    );
    const email = world.persons.get(world.associates.get(contact.createdBy)?.personId ?? 0)?.emails[0]?.value;
    expect(errors).toHaveLength(1);
    expect(data?.contacts?.nodes[0]).toMatchObject({
      createdBy: { email: null },
      persons: { nodes: [{ contact: { createdBy: { email } } }] },
    });
  });
});

test('companies that a join leads to twice are read once', async () => {
  const contact = pick(world.contacts, ({ supportPersonId, deletedAt }) => supportPersonId && deletedAt === null);
  const person = pick(world.persons, (row) => row.contactId === contact.id && row.deletedAt === null);
  const appointment = pick(world.appointments, (row) => row.contactId === contact.id);
  const { data, errors, calls } = await crm.query(
    `query Twice($person: Int!, $appointment: Int!) { persons(filter: { personId: { eq: $person } }) { nodes { contact {
      supportPerson { personId } appointments(filter: { appointmentId: { eq: $appointment } }) { nodes { contact { supportPerson { personId } } } } } } } }`,
    { person: person.id, appointment: appointment.id },
  );
  expect(errors).toBeUndefined();
  const supportPerson = { personId: contact.supportPersonId };
  expect(data).toEqual({
    persons: {
      nodes: [{ contact: { supportPerson, appointments: { nodes: [{ contact: { supportPerson } }] } } }],
    },
  });
  expect(calls.map(({ path }) => path).sort()).toEqual(['/Appointment', '/Contact', '/Person']);
});

test('carriers of a simple list are read once', async () => {
  const appointment = pick(world.appointments, ({ contactId, personId }) => contactId && personId);
  const { data, errors, calls } = await crm.query(
    `query Titles($id: Int!) { appointments(filter: { appointmentId: { eq: $id } }) { nodes { title contact {
      appointments(filter: { appointmentId: { eq: $id } }) { nodes { title } } } } } }`,
    { id: appointment.id },
  );
  expect(errors).toBeUndefined();
  const title = appointment.title || null;
  expect(data).toEqual({ appointments: { nodes: [{ title, contact: { appointments: { nodes: [{ title }] } } }] } });
  expect(to(calls, '/Agents/Appointment/GetAppointmentList')).toHaveLength(1);
});

test('after a write everything is read anew', async () => {
  const [person] = [...world.persons.values()].filter(({ deletedAt }) => deletedAt === null);
  const id = found(person).id;
  const change = (name: string) =>
    `updatePerson(personId: ${id}, changes: { title: "${name}" }) { person { rank title contact { persons(first: 1) { nodes { personId } } } } }`;
  const { data, errors, calls } = await crm.query(`mutation { one: ${change('One')} two: ${change('Two')} }`);
  expect(errors).toBeUndefined();
  expect(data).toMatchObject({ one: { person: { title: 'One' } }, two: { person: { title: 'Two' } } });
  const rows = calls.filter(({ path, query }) => path === '/Person' && query.$select?.includes('rank'));
  expect(rows).toHaveLength(2);
});
