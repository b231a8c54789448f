import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { AppointmentRecord, ContactRecord, PersonRecord } from '../../src/simulator/store.ts';
import { type Crm, startCrm } from '../crm.ts';
import { byNumber, byText, type Compare, descending, ids, type ListName, lists, sortedIds, walk } from './list-walk.ts';
import { fullName, textIn } from './seeded.ts';

let crm: Crm;
beforeAll(async () => {
  crm = await startCrm();
});
afterAll(() => crm.close());
beforeEach(() => crm.superoffice.reset());

type Orders<Row> = Record<string, Compare<Row>>;

const stamp = (instant: number | null) => instant ?? Number.NEGATIVE_INFINITY;
const item = (list: string, id: number) =>
  crm.superoffice
    .world()
    .lists.get(list)
    ?.items.find((each) => each.id === id);
const itemText = (list: string, id: number) => textIn(item(list, id)?.name ?? '');

const contactOrders: Orders<ContactRecord> = {
  CONTACT_ID: byNumber(({ id }) => id),
  NAME: byText(({ name }) => name),
  DEPARTMENT: byText(({ department }) => department),
  CATEGORY: byText(({ categoryId }) => itemText('category', categoryId)),
  CREATED_AT: byNumber(({ createdAt }) => createdAt),
  UPDATED_AT: byNumber(({ updatedAt }) => stamp(updatedAt)),
};
const personOrders: Orders<PersonRecord> = {
  PERSON_ID: byNumber(({ id }) => id),
  FIRST_NAME: byText(({ firstname }) => firstname),
  LAST_NAME: byText(({ lastname }) => lastname),
  FULL_NAME: byText(fullName),
  CREATED_AT: byNumber(({ createdAt }) => createdAt),
  UPDATED_AT: byNumber(({ updatedAt }) => stamp(updatedAt)),
};
const appointmentOrders: Orders<AppointmentRecord> = {
  APPOINTMENT_ID: byNumber(({ id }) => id),
  START_DATE: byNumber(({ startAt }) => startAt),
  END_DATE: byNumber(({ endAt }) => (endAt === null ? Number.NEGATIVE_INFINITY : Math.floor(endAt / 86_400_000))),
  TASK: byText(({ taskId }) => itemText('task', taskId)),
  CREATED_AT: byNumber(({ createdAt }) => createdAt),
  UPDATED_AT: byNumber(({ updatedAt }) => stamp(updatedAt)),
};

/** All orders of a list, its rows and a page size that cuts through rows which are equal. */
const ordered: [ListName, Orders<never>, number][] = [
  ['contacts', contactOrders, 70],
  ['persons', personOrders, 270],
  ['appointments', appointmentOrders, 450],
];

describe.each(ordered)('%s by each field', (list, orders, size) => {
  const rows = () => lists[list].rows(crm.superoffice.world()) as { id: number }[];

  test.each(Object.keys(orders))('%s, both ways and from both ends', async (field) => {
    const compare = orders[field] as unknown as Compare<{ id: number }>;
    for (const direction of ['ASC', 'DESC'] as const) {
      const orderBy = [{ field, direction }];
      const expected = sortedIds(rows(), direction === 'ASC' ? compare : descending(compare));
      expect((await walk(crm, list, { first: size, orderBy })).ids).toEqual(expected);
      expect((await walk(crm, list, { last: size, orderBy })).ids).toEqual(expected);
    }
  });

  test('every field that can be asked for is in this test', async () => {
    const text: string = `{ __type(name: "${lists[list].type}OrderField") { enumValues { name } } }`;
    const { data } = await crm.query(text);
    const { enumValues } = (data as { __type: { enumValues: { name: string }[] } }).__type;
    expect(enumValues.map(({ name }) => name).sort()).toEqual(Object.keys(orders).sort());
  });
});

describe('several terms', () => {
  test('the later ones decide where the earlier ones are equal, the key where all are', async () => {
    const orderBy = [
      { field: 'DEPARTMENT', direction: 'DESC' as const },
      { field: 'CATEGORY' },
      { field: 'NAME', direction: 'DESC' as const },
    ];
    const { DEPARTMENT, CATEGORY, NAME } = contactOrders as Record<
      'DEPARTMENT' | 'CATEGORY' | 'NAME',
      Compare<ContactRecord>
    >;
    const rows = lists.contacts.rows(crm.superoffice.world());
    const expected = sortedIds(rows, descending(DEPARTMENT), CATEGORY, descending(NAME));
    expect((await walk(crm, 'contacts', { first: 13, orderBy })).ids).toEqual(expected);
    expect((await walk(crm, 'contacts', { last: 13, orderBy })).ids).toEqual(expected);
  });

  test('instants, keys and texts mixed', async () => {
    // All of four days at one hour, so that hundreds are equal.
    for (const row of crm.superoffice.world().appointments.values())
      row.startAt = Date.UTC(2026, 2, 1 + (row.id % 4), 9);
    const rows = () => lists.appointments.rows(crm.superoffice.world());
    const { START_DATE, TASK } = appointmentOrders as Record<'START_DATE' | 'TASK', Compare<AppointmentRecord>>;
    const byStart = [{ field: 'START_DATE', direction: 'DESC' as const }];
    const seeked = sortedIds(rows(), descending(START_DATE), descending(byNumber(({ id }) => id)));
    const orderBy = [...byStart, { field: 'APPOINTMENT_ID', direction: 'DESC' as const }, { field: 'TASK' }];
    expect((await walk(crm, 'appointments', { first: 333, orderBy })).ids).toEqual(seeked);
    expect((await walk(crm, 'appointments', { last: 333, orderBy })).ids).toEqual(seeked);
    const withText = [...byStart, { field: 'TASK' }];
    const counted = sortedIds(rows(), descending(START_DATE), TASK);
    expect((await walk(crm, 'appointments', { first: 333, orderBy: withText })).ids).toEqual(counted);
  });

  test('a field named twice counts where it stands first', async () => {
    const orderBy = [{ field: 'NAME', direction: 'DESC' as const }, { field: 'NAME' }];
    const once = [{ field: 'NAME', direction: 'DESC' as const }];
    expect(await ids(crm, 'contacts', { first: 50, orderBy })).toEqual(
      await ids(crm, 'contacts', { first: 50, orderBy: once }),
    );
    expect(crm.superoffice.calls()[0]?.query.$orderBy).toBe('name desc,contactId asc');
  });

  test('a list is ordered as the CRM decides, by rank too, and no row is lost', async () => {
    crm.superoffice.options.archive.listOrder = 'rank';
    const rows = lists.contacts.rows(crm.superoffice.world());
    const expected = sortedIds(
      rows,
      byNumber(({ categoryId }) => item('category', categoryId)?.rank ?? 0),
    );
    expect((await walk(crm, 'contacts', { first: 31, orderBy: [{ field: 'CATEGORY' }] })).ids).toEqual(expected);
  });
});

interface Row {
  appointmentId: number;
  task: { listItemId: number } | null;
}

test('rows that come with ids and texts stand and page as those without', async () => {
  const { START_DATE, TASK } = appointmentOrders as Record<'START_DATE' | 'TASK', Compare<AppointmentRecord>>;
  const filter = { createdAt: { before: '2026-01-01T00:00:00Z' } };
  const rows = lists.appointments
    .rows(crm.superoffice.world())
    .filter(({ createdAt }) => createdAt < Date.UTC(2026, 0, 1));
  for (const [field, compare] of [
    ['START_DATE', START_DATE],
    ['TASK', TASK],
  ] as const) {
    const found: Row[] = [];
    let pageInfo = { hasNextPage: true, endCursor: null as string | null };
    while (pageInfo.hasNextPage) {
      const text: string = `query ($after: String, $filter: AppointmentFilter) {
        appointments(first: 400, after: $after, filter: $filter, orderBy: [{ field: ${field} }]) {
          nodes { appointmentId task { listItemId } } pageInfo { hasNextPage endCursor } } }`;
      const answer = await crm.query(text, { after: pageInfo.endCursor, filter });
      const list = (answer.data as { appointments: { nodes: Row[]; pageInfo: typeof pageInfo } }).appointments;
      found.push(...list.nodes);
      pageInfo = list.pageInfo;
    }
    const expected = sortedIds(rows, compare);
    expect(found.map(({ appointmentId }) => appointmentId)).toEqual(expected);
    const tasks = expected.map((id) => crm.superoffice.world().appointments.get(id)?.taskId);
    expect(found.map(({ task }) => task?.listItemId)).toEqual(tasks);
  }
  expect(crm.superoffice.calls().every(({ query }) => query.$mode === 'Full')).toBe(true);
});
