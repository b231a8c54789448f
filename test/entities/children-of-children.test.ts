import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { AppointmentRecord, ContactRecord, PersonRecord, TenantWorld } from '../../src/simulator/store.ts';
import { type Crm, expectRequests, startCrm } from '../crm.ts';
import { byNumber, type Compare, declared, type ListArgs, listField, pageOf, sortedIds } from './list-walk.ts';

const DAY = 86_400_000;

describe('grandchildren', () => {
  const company = 23;
  const staff = Array.from({ length: 25 }, (_, at) => 5_000 + at);
  const busy = staff[3] as number;

  /** 25 persons of one company: one with 300 appointments, which come first, and 24 with two. */
  const diary = (world: TenantWorld, now: number) => {
    const [sample] = world.appointments.values() as Iterable<AppointmentRecord>;
    const [person] = world.persons.values() as Iterable<PersonRecord>;
    world.appointments.clear();
    for (const { id, contactId } of [...world.persons.values()]) if (contactId === company) world.persons.delete(id);
    for (const id of staff)
      world.persons.set(id, { ...(person as PersonRecord), id, contactId: company, deletedAt: null });
    const others = staff.filter((id) => id !== busy);
    const owners = [...Array.from({ length: 300 }, () => busy), ...others, ...others];
    owners.forEach((personId, at) => {
      const startAt = now - (now % DAY) + ((at * 37) % 348) * 3_600_000;
      const own = {
        id: 200 + at,
        personId,
        contactId: company,
        startAt,
        invitationStatus: at % 5 ? 'None' : 'Declined',
      } as const;
      world.appointments.set(own.id, { ...(sample as AppointmentRecord), ...own });
    });
    (world.contacts.get(company) as ContactRecord).deletedAt = null;
  };
  let busyCrm: Crm;
  beforeAll(async () => {
    busyCrm = await startCrm({ seed: diary, settings: { MAX_COST: '100000' } });
  });
  afterAll(() => busyCrm.close());

  const expectedIds = (personId: number, order: Compare<AppointmentRecord>[] = []) =>
    sortedIds(
      [...busyCrm.superoffice.world().appointments.values()].filter((row) => row.personId === personId),
      ...order,
    );
  const byStart = byNumber<AppointmentRecord>(({ startAt }) => startAt);

  test.each<[string, ListArgs, (personId: number) => number[], number]>([
    ['the first five', { first: 5 }, (id) => expectedIds(id).slice(0, 5), 3],
    ['the last five', { last: 5 }, (id) => expectedIds(id).slice(-5), 3],
    [
      'the first two: one has so many that they are asked for in rounds',
      { first: 2 },
      (id) => expectedIds(id).slice(0, 2),
      4,
    ],
    [
      'the next two by start',
      { first: 2, orderBy: [{ field: 'START_DATE' }] },
      (id) => expectedIds(id, [byStart]).slice(0, 2),
      4,
    ],
    [
      'the last by start',
      { last: 1, orderBy: [{ field: 'START_DATE' }] },
      (id) => expectedIds(id, [byStart]).slice(-1),
      4,
    ],
    ['300 of each', { first: 300 }, (id) => expectedIds(id), 3],
  ])('appointments of 25 persons, one with 300 beside 24 with two: %s', async (_name, args, expected, requests) => {
    const text: string = `${declared('appointments', args)} {
      contact(contactId: ${company}) { name persons(first: 25) { nodes { personId ${listField('appointments', args)} } } }
    }`;
    const { data, errors, calls } = await busyCrm.query(text, { ...args });
    expect(errors).toBeUndefined();
    const { nodes } = (data as { contact: { persons: { nodes: { personId: number; appointments: unknown }[] } } })
      .contact.persons;
    expect(nodes.map(({ personId }) => personId)).toEqual(staff);
    for (const { personId, appointments } of nodes) {
      const page = pageOf('appointments', appointments);
      expect(page.ids, `person ${personId}`).toEqual(expected(personId));
      const more = expectedIds(personId).length > page.ids.length;
      expect(args.last === undefined ? page.pageInfo.hasNextPage : page.pageInfo.hasPreviousPage).toBe(more);
    }
    expectRequests(calls, requests);
  });

  test('ten companies, their persons and the appointments of those are three requests', async () => {
    const { data, calls } = await busyCrm.query(
      '{ contacts(first: 10) { nodes { persons(first: 5) { nodes { personId appointments(first: 3) { nodes { appointmentId } } } } } } }',
    );
    const { nodes } = (
      data as { contacts: { nodes: { persons: { nodes: { personId: number; appointments: unknown }[] } }[] } }
    ).contacts;
    expect(nodes).toHaveLength(10);
    expect(nodes.flatMap(({ persons }) => persons.nodes).length).toBeGreaterThan(10);
    expectRequests(calls, 3);
  });

  test('of a company asked for by its key the appointments do not wait for it', async () => {
    const { data, calls } = await busyCrm.query(
      `{ contact(contactId: ${company}) { appointments(last: 3) { nodes { appointmentId } } persons(first: 2) { nodes { personId } } } }` as string,
    );
    expect(data).toEqual({
      contact: {
        appointments: { nodes: [545, 546, 547].map((appointmentId) => ({ appointmentId })) },
        persons: { nodes: staff.slice(0, 2).map((personId) => ({ personId })) },
      },
    });
    expect(calls.map(({ path }) => path).sort()).toEqual(['/Appointment', '/Contact', '/Person']);
  });
});

test('more parents than one address has room for are asked for in several requests', async () => {
  const FIRST_ID = 10_000_000;
  const seed = ({ persons, appointments, contacts }: TenantWorld) => {
    const [person] = persons.values() as Iterable<PersonRecord>;
    const [appointment] = appointments.values() as Iterable<AppointmentRecord>;
    appointments.clear();
    for (let at = 0; at < 1_200; at++) {
      const [id, contactId] = [FIRST_ID + at, 3 + (at % 30)];
      persons.set(id, { ...(person as PersonRecord), id, contactId, deletedAt: null });
      for (const step of at % 3 === 0 ? [1, 2] : [1]) {
        const own = { id: at * 2 + step, personId: id, contactId };
        appointments.set(own.id, { ...(appointment as AppointmentRecord), ...own });
      }
      (contacts.get(contactId) as ContactRecord).deletedAt = null;
    }
  };
  await using crm = await startCrm({ seed, settings: { MAX_UPSTREAM_CALLS: '1000' } });
  const { data, calls } = await crm.query(
    `{ contacts(first: 30, filter: { contactId: { gte: 3 } }) { nodes { persons(first: 40, filter: { personId: { gte: 10000000 } }) {
         nodes { personId appointments(first: 1) { nodes { appointmentId } pageInfo { hasNextPage } } } } } } }`,
  );
  interface Staff {
    personId: number;
    appointments: { nodes: { appointmentId: number }[]; pageInfo: { hasNextPage: boolean } };
  }
  const { nodes } = (data as { contacts: { nodes: { persons: { nodes: Staff[] } }[] } }).contacts;
  const people = nodes.flatMap(({ persons }) => persons.nodes);
  expect(people).toHaveLength(1_200);
  for (const { personId, appointments } of people) {
    const at = personId - FIRST_ID;
    expect(appointments.nodes).toEqual([{ appointmentId: at * 2 + 1 }]);
    expect(appointments.pageInfo.hasNextPage).toBe(at % 3 === 0);
  }
  expect(Math.max(...calls.map(({ query }) => (query.$filter ?? '').length))).toBeLessThan(4_200);
  const diary = calls.filter(({ path }) => path === '/Appointment');
  expect(new Set(diary.map(({ query }) => query.$filter)).size).toBeGreaterThanOrEqual(3);
});
