import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { AppointmentRecord, ContactRecord, PersonRecord } from '../../src/simulator/store.ts';
import { type Crm, expectRequests, startCrm } from '../crm.ts';
import {
  byNumber,
  byText,
  type Compare,
  descending,
  ids,
  type ListName,
  lists,
  page,
  sortedIds,
  walk,
} from './list-walk.ts';
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

describe('an order of texts while rows come and go', () => {
  const orderBy = [{ field: 'NAME' }];
  const contacts = () => crm.superoffice.world().contacts;
  const expected = () =>
    sortedIds(lists.contacts.rows(crm.superoffice.world()), contactOrders.NAME as Compare<ContactRecord>);

  function insert(id: number, name: string): void {
    const [sample] = contacts().values();
    contacts().set(id, { ...(sample as ContactRecord), id, name });
  }

  test('a page is one request, the next one and the one before it too', async () => {
    const first = await page(crm, 'contacts', { first: 60, orderBy });
    crm.superoffice.clear();
    const second = await page(crm, 'contacts', { first: 60, orderBy, after: first.pageInfo.endCursor });
    expectRequests(crm.superoffice.calls(), 1);
    expect(second.ids).toEqual(expected().slice(60, 120));
    crm.superoffice.clear();
    const back = await page(crm, 'contacts', { last: 60, orderBy, before: second.pageInfo.startCursor });
    expectRequests(crm.superoffice.calls(), 1);
    expect(back.ids).toEqual(first.ids);
    expect(back.pageInfo).toMatchObject({ hasNextPage: true, hasPreviousPage: false });
    const middle = await page(crm, 'contacts', { last: 10, orderBy, before: back.cursors[40] as string });
    expect(middle.ids).toEqual(first.ids.slice(30, 40));
    expect(middle.pageInfo).toMatchObject({ hasNextPage: true, hasPreviousPage: true });
  });

  test.each([
    { first: 20, orderBy },
    { last: 20, orderBy },
  ])('no row that stays is twice or missing: %j', async (args) => {
    const [gone, come] = [new Set<number>(), new Set<number>()];
    const stays = new Set(expected());
    const { ids: found, pages } = await walk(crm, 'contacts', args, {
      between: (number) => {
        const order = expected();
        for (const place of [1, 40, 90, 140]) {
          const id = order[(place + number * 7) % order.length] as number;
          contacts().delete(id);
          gone.add(id);
        }
        for (const [step, name] of ['Aaberg', 'Lund', 'Zulu', 'Aaberg', 'Åsen'].entries()) {
          insert(1_000 + number * 10 + step, `${name} ${number}`);
          come.add(1_000 + number * 10 + step);
        }
      },
    });
    expect(new Set(found).size).toBe(found.length);
    expect([...stays].filter((id) => !gone.has(id) && !found.includes(id))).toEqual([]);
    expect(found.filter((id) => !stays.has(id) && !come.has(id))).toEqual([]);
    expect(pages.length).toBeGreaterThan(8);
  });

  describe('a cursor whose row has gone', () => {
    const insertMany = (count: number) => {
      for (let step = 0; step < count; step++) insert(5_000 + step, 'Aaa');
    };
    const remove = (gone: number[]) => {
      for (const id of gone) contacts().delete(id);
    };
    const cases: [string, (order: number[]) => void][] = [
      ['alone', () => {}],
      ['and rows before it too', (order) => remove(order.slice(0, 9))],
      ['and rows have come before it', () => insertMany(3)],
      ['and more have come before it than are read at a time', () => insertMany(1_500)],
    ];
    test.each(cases)('%s: the list goes on where it stood, both ways', async (_name, change) => {
      const order = expected();
      const first = await page(crm, 'contacts', { first: 40, orderBy });
      const last = await page(crm, 'contacts', { last: order.length - 39, orderBy });
      const [row, fromStart] = [first.ids[39] as number, first.cursors[39] as string];
      const fromEnd = last.cursors[0] as string;
      expect(last.ids[0]).toBe(row);
      contacts().delete(row);
      change(order);
      const behind = order.slice(40, 45);
      const ahead = order.slice(35, 39);
      for (const cursor of [fromStart, fromEnd]) {
        expect(await ids(crm, 'contacts', { first: 5, orderBy, after: cursor })).toEqual(behind);
        expect(await ids(crm, 'contacts', { last: 4, orderBy, before: cursor })).toEqual(ahead);
      }
    });

    test('and the row ahead of it: the place counts', async () => {
      const order = expected();
      const { cursors } = await page(crm, 'contacts', { first: 40, orderBy });
      for (const id of order.slice(38, 40)) contacts().delete(id);
      const found = await ids(crm, 'contacts', { first: 5, orderBy, after: cursors[39] as string });
      expect(found).toEqual(order.slice(41, 46));
      expect(await ids(crm, 'contacts', { last: 5, orderBy, before: cursors[39] as string })).toEqual([
        ...order.slice(34, 38),
        order[40],
      ]);
    });
  });

  test('a row that moved is found where it is now', async () => {
    for (let step = 0; step < 400; step++) insert(5_000 + step, `Mmm ${step}`);
    const order = expected();
    const { cursors } = await page(crm, 'contacts', { first: 300, orderBy });
    for (const id of order.slice(0, 150)) contacts().delete(id);
    expect(await ids(crm, 'contacts', { first: 3, orderBy, after: cursors[299] as string })).toEqual(
      order.slice(300, 303),
    );
    for (let step = 0; step < 900; step++) insert(9_000 + step, 'Aaa');
    expect(await ids(crm, 'contacts', { last: 3, orderBy, before: cursors[299] as string })).toEqual(
      order.slice(296, 299),
    );
  });

  test('`first: 0` and a list that ends with the page', async () => {
    const total = expected().length;
    const none = await page(crm, 'contacts', { first: 0, orderBy });
    expect([none.ids, none.pageInfo.hasNextPage]).toEqual([[], true]);
    const all = await page(crm, 'contacts', { first: total, orderBy });
    expect(all.pageInfo).toMatchObject({ hasNextPage: false, hasPreviousPage: false });
    const behind = await page(crm, 'contacts', { first: 5, orderBy, after: all.pageInfo.endCursor });
    expect([behind.ids, behind.pageInfo.hasNextPage]).toEqual([[], false]);
    const ahead = await page(crm, 'contacts', { last: 5, orderBy, before: all.pageInfo.startCursor });
    expect([ahead.ids, ahead.pageInfo.hasPreviousPage]).toEqual([[], false]);
  });
});
