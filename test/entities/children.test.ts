import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { AppointmentRecord, ContactRecord, PersonRecord, TenantWorld } from '../../src/simulator/store.ts';
import { type Crm, expectRequests, startCrm } from '../crm.ts';
import {
  byNumber,
  byText,
  type Compare,
  declared,
  descending,
  type ListArgs,
  listField,
  type Page,
  pageOf,
  sortedIds,
} from './list-walk.ts';

const DAY = 86_400_000;
const [FIRST, LAST] = [3, 52];

/** How many persons each of fifty companies has: most few, many none, two very many. */
const crowds = Array.from(
  { length: LAST - FIRST + 1 },
  (_, at) => ({ 7: 900, 30: 120 })[at] ?? [0, 1, 3, 0, 6, 5][at % 6] ?? 0,
);

const surnames = ['Aas', 'Berg', 'Dahl', 'Foss', 'Lie', 'Moe', 'Vik', 'Østby', 'Åsen'];

/** Persons of the fifty companies in an order that has nothing to do with that of their keys, names or dates. */
function seed(world: TenantWorld, now: number): void {
  for (const { id, contactId } of [...world.persons.values()])
    if (contactId !== world.ownContactId) world.persons.delete(id);
  const [sample] = world.persons.values() as Iterable<PersonRecord>;
  const places = crowds.flatMap((count, at) => Array.from({ length: count }, () => FIRST + at));
  places.forEach((_, at) => {
    // 7 and the number of places have no common divisor, so that each is taken once.
    const contactId = places[(at * 7) % places.length] as number;
    const id = 1_000 + at;
    const lastname = surnames[(at * 5) % surnames.length] as string;
    const createdAt = now - (now % DAY) - ((at * 13) % 400) * DAY;
    const own = { firstname: `P${at % 40}`, lastname, retired: at % 4 === 0, createdAt, updatedAt: null };
    world.persons.set(id, { ...(sample as PersonRecord), id, contactId, deletedAt: null, ...own });
  });
  for (const contact of world.contacts.values()) if (contact.id <= LAST) contact.deletedAt = null;
}

let crm: Crm;
beforeAll(async () => {
  crm = await startCrm({ seed, settings: { MAX_COST: '100000' } });
});
afterAll(() => crm.close());
beforeEach(() => crm.superoffice.clear());

const personsOf = (contactId: number) =>
  [...crm.superoffice.world().persons.values()].filter((person) => person.contactId === contactId);
const inCompanies = '(first: 50, filter: { contactId: { between: { from: 3, to: 52 } } })';

interface Answered {
  pages: Map<number, Page>;
  requests: number;
}

/** The persons of all fifty companies, asked for at once. */
async function together(args: ListArgs): Promise<Answered> {
  const text: string = `${declared('persons', args)} { contacts${inCompanies} { nodes { contactId ${listField('persons', args)} } } }`;
  const { data, errors, calls } = await crm.query(text, { ...args });
  expect(errors).toBeUndefined();
  const { nodes } = (data as { contacts: { nodes: { contactId: number; persons: unknown }[] } }).contacts;
  const pages = new Map(nodes.map(({ contactId, persons }) => [contactId, pageOf('persons', persons)]));
  return { pages, requests: calls.length };
}

/** The persons of one company. */
async function alone(contactId: number, args: ListArgs): Promise<Page> {
  const text: string = `${declared('persons', args)} { contact(contactId: ${contactId}) { ${listField('persons', args)} } }`;
  const { data, errors } = await crm.query(text, { ...args });
  expect(errors).toBeUndefined();
  return pageOf('persons', (data as { contact: { persons: unknown } }).contact.persons);
}

const short = ({ ids, pageInfo: { hasNextPage, hasPreviousPage } }: Page) => ({ ids, hasNextPage, hasPreviousPage });

type Keep = (person: PersonRecord) => boolean;

/** What a page of one company is, worked out by hand. */
function expectedPage(contactId: number, args: ListArgs, order: Compare<PersonRecord>[], keep: Keep) {
  const all = sortedIds(personsOf(contactId).filter(keep), ...order);
  if (args.last !== undefined)
    return { ids: args.last ? all.slice(-args.last) : [], hasNextPage: false, hasPreviousPage: all.length > args.last };
  const first = args.first ?? 25;
  return { ids: all.slice(0, first), hasNextPage: all.length > first, hasPreviousPage: false };
}

const lastName = byText<PersonRecord>(({ lastname }) => lastname);
const firstName = byText<PersonRecord>(({ firstname }) => firstname);
const created = byNumber<PersonRecord>(({ createdAt }) => createdAt);
const everyone: Keep = () => true;
const halfAYearAgo = Date.parse('2025-09-04T00:00:00Z');
const since = new Date(halfAYearAgo).toISOString();

describe('persons of fifty companies with 0, 1, 3, 5, 6, 120 and 900', () => {
  const DESC = 'DESC' as const;
  test.each<[string, ListArgs, Compare<PersonRecord>[], Keep, number]>([
    ['by key', { first: 5 }, [], everyone, 3],
    ['by key, from the end', { last: 5 }, [], everyone, 3],
    [
      'by key, downwards',
      { first: 5, orderBy: [{ field: 'PERSON_ID', direction: DESC }] },
      [byNumber(({ id }) => -id)],
      everyone,
      3,
    ],
    ['by last name', { first: 5, orderBy: [{ field: 'LAST_NAME' }] }, [lastName], everyone, 3],
    ['by last name, from the end', { last: 5, orderBy: [{ field: 'LAST_NAME' }] }, [lastName], everyone, 3],
    [
      'by first name downwards, then last name',
      { first: 4, orderBy: [{ field: 'FIRST_NAME', direction: DESC }, { field: 'LAST_NAME' }] },
      [descending(firstName), lastName],
      everyone,
      3,
    ],
    [
      'by creation',
      { first: 5, orderBy: [{ field: 'CREATED_AT', direction: DESC }] },
      [descending(created)],
      everyone,
      3,
    ],
    ['those who have not retired', { first: 5, filter: { retired: { eq: false } } }, [], ({ retired }) => !retired, 2],
    [
      'by a filter on names',
      { last: 3, filter: { lastName: { in: ['Moe', 'Østby'] } }, orderBy: [{ field: 'FIRST_NAME' }] },
      [firstName],
      ({ lastname }) => lastname === 'Moe' || lastname === 'Østby',
      2,
    ],
    [
      'by an instant, which is decided on the rows',
      { first: 5, filter: { createdAt: { after: since } }, orderBy: [{ field: 'LAST_NAME' }] },
      [lastName],
      ({ createdAt }) => createdAt > halfAYearAgo,
      2,
    ],
    ['none of them', { first: 0 }, [], everyone, 4],
    ['one of each', { first: 1 }, [], everyone, 4],
    ['more than any but two have', { first: 100, orderBy: [{ field: 'LAST_NAME' }] }, [lastName], everyone, 3],
  ])('%s: as fifty queries would answer', async (_name, args, order, keep, requests) => {
    const { pages, requests: made } = await together(args);
    const calls = [...crm.superoffice.calls()];
    expect(pages.size).toBe(50);
    for (const [contactId, page] of pages) {
      expect(short(page), `company ${contactId}`).toEqual(expectedPage(contactId, args, order, keep));
      expect(short(await alone(contactId, args)), `company ${contactId} alone`).toEqual(short(page));
    }
    expect(made).toBe(calls.length);
    expectRequests(calls, requests);
  });

  test('a list that nothing can be in sends nothing for it', async () => {
    const { pages } = await together({ first: 5, filter: { personId: { in: [] } } });
    expect([...pages.values()].map(({ ids }) => ids)).toEqual(Array.from({ length: 50 }, () => []));
    expect(crm.superoffice.calls().filter(({ path }) => path === '/Person')).toEqual([]);
  });
});

describe('a cursor of a child list', () => {
  const orders: (ListArgs['orderBy'] | undefined)[] = [
    undefined,
    [{ field: 'LAST_NAME' }],
    [{ field: 'PERSON_ID', direction: 'DESC' }],
  ];

  test.each(orders)('goes on with its parent, wherever it came from: %j', async (orderBy) => {
    const order = orderBy ? { orderBy } : {};
    const compare = { LAST_NAME: lastName, PERSON_ID: byNumber<PersonRecord>(({ id }) => -id) }[
      orderBy?.[0]?.field ?? ''
    ];
    const { pages } = await together({ first: 5, ...order });
    for (const contactId of [FIRST + 4, FIRST + 7, FIRST + 30]) {
      const all = sortedIds(personsOf(contactId), ...(compare ? [compare] : []));
      let page = pages.get(contactId) as Page;
      const found = [...page.ids];
      while (page.pageInfo.hasNextPage) {
        page = await alone(contactId, { first: 200, ...order, after: page.pageInfo.endCursor });
        found.push(...page.ids);
      }
      expect(found).toEqual(all);
      const cursor = (pages.get(contactId) as Page).cursors[3] as string;
      const ahead = await alone(contactId, { last: 2, ...order, before: cursor });
      expect(short(ahead)).toEqual({ ids: all.slice(1, 3), hasNextPage: true, hasPreviousPage: true });
    }
  });

  test('from the end of a list read together, too', async () => {
    const orderBy = [{ field: 'LAST_NAME' }];
    const { pages } = await together({ last: 5, orderBy });
    const contactId = FIRST + 7;
    const all = sortedIds(personsOf(contactId), lastName);
    const before = (pages.get(contactId) as Page).pageInfo.startCursor;
    expect((await alone(contactId, { last: 4, orderBy, before })).ids).toEqual(all.slice(-9, -5));
    expect((await alone(contactId, { first: 9, orderBy, after: before })).ids).toEqual(all.slice(-4));
  });

  test('is none of another parent, nor of the list of all persons', async () => {
    const { pages } = await together({ first: 2 });
    const after = (pages.get(FIRST + 7) as Page).pageInfo.endCursor;
    const refused = async (field: string) => {
      const { data, errors, calls } = await crm.query(`query ($after: String) { ${field} }` as string, { after });
      expect(errors?.map(({ extensions }) => extensions.code)).toEqual(['BAD_CURSOR']);
      expect(calls.filter(({ path }) => path === '/Person')).toEqual([]);
      return data as Record<string, unknown>;
    };
    const persons = 'persons(first: 2, after: $after) { nodes { personId } }';
    expect(await refused(`contact(contactId: ${FIRST + 4}) { contactId ${persons} }`)).toEqual({
      contact: { contactId: FIRST + 4, persons: null },
    });
    expect(await refused(persons)).toEqual({ persons: null });
    expect(
      await refused(
        `contact(contactId: ${FIRST + 7}) { persons(first: 2, after: $after, filter: { retired: { eq: true } }) { nodes { personId } } }`,
      ),
    ).toEqual({
      contact: { persons: null },
    });
  });

  test('under many parents serves the one that it belongs to', async () => {
    const { pages } = await together({ first: 2 });
    const owner = FIRST + 7;
    const after = (pages.get(owner) as Page).pageInfo.endCursor;
    const text: string = `query ($after: String) { contacts${inCompanies} { nodes { contactId persons(first: 2, after: $after) { nodes { personId } } } } }`;
    const { data, errors } = await crm.query(text, { after });
    const { nodes } = (data as { contacts: { nodes: { contactId: number; persons: unknown }[] } }).contacts;
    const all = sortedIds(personsOf(owner));
    expect(nodes.filter(({ persons }) => persons !== null)).toEqual([
      { contactId: owner, persons: { nodes: all.slice(2, 4).map((personId) => ({ personId })) } },
    ]);
    expect(new Set(errors?.map(({ extensions }) => extensions.code))).toEqual(new Set(['BAD_CURSOR']));
  });
});

describe('grandchildren', () => {
  const company = FIRST + 20;
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
