import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { ContactRecord } from '../../src/simulator/store.ts';
import { type Crm, expectAtMost, expectRequests, startCrm } from '../crm.ts';
import { byText, ids, lists, page, sortedIds, walk } from './list-walk.ts';

let crm: Crm;
beforeAll(async () => {
  crm = await startCrm();
});
afterAll(() => crm.close());
beforeEach(() => crm.superoffice.reset());

describe('an order of texts while rows come and go', () => {
  const orderBy = [{ field: 'NAME' }];
  const contacts = () => crm.superoffice.world().contacts;
  const expected = () =>
    sortedIds(
      lists.contacts.rows(crm.superoffice.world()),
      byText<ContactRecord>(({ name }) => name),
    );

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

  test.each([1, 2, 5])(
    'a page of %d goes on behind its cursor, however many rows have come ahead of that',
    async (first) => {
      for (let count = 0; count <= first + 4; count++) {
        crm.superoffice.reset();
        const order = expected();
        const { cursors } = await page(crm, 'contacts', { first: 10, orderBy });
        for (let step = 0; step < count; step++) insert(5_000 + step, '0');
        crm.superoffice.clear();
        const after = await page(crm, 'contacts', { first, orderBy, after: cursors[9] as string });
        expect(after.ids, `${count} rows have come`).toEqual(order.slice(10, 10 + first));
        expectRequests(crm.superoffice.calls(), count === 0 ? 1 : 2);
      }
    },
  );

  test('rows that have come between its row and the one ahead of that move a cursor’s place, too', async () => {
    const order = expected();
    const { cursors } = await page(crm, 'contacts', { first: 10, orderBy });
    const ahead = contacts().get(order[8] as number)?.name as string;
    for (let step = 0; step < 7; step++) insert(5_000 + step, ahead);
    expect(expected().slice(9, 17)).toEqual([5_000, 5_001, 5_002, 5_003, 5_004, 5_005, 5_006, order[9]]);
    expect(await ids(crm, 'contacts', { first: 2, orderBy, after: cursors[9] as string })).toEqual(order.slice(10, 12));
    expect(await ids(crm, 'contacts', { last: 2, orderBy, before: cursors[9] as string })).toEqual([5_005, 5_006]);
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

    test('and the row ahead of it: their place counts, and no row is left out', async () => {
      const order = expected();
      const { cursors } = await page(crm, 'contacts', { first: 40, orderBy });
      for (const id of order.slice(38, 40)) contacts().delete(id);
      const found = await ids(crm, 'contacts', { first: 5, orderBy, after: cursors[39] as string });
      expect(found).toEqual(order.slice(40, 45));
      expect(await ids(crm, 'contacts', { last: 5, orderBy, before: cursors[39] as string })).toEqual(
        order.slice(33, 38),
      );
    });
  });

  describe('a cursor whose row was changed in what the order goes by', () => {
    const orders = [
      ['NAME', 'ASC'],
      ['NAME', 'DESC'],
      ['UPDATED_AT', 'ASC'],
      ['UPDATED_AT', 'DESC'],
    ] as const;
    /** The last of the alphabet, or of time; else the first. */
    function move(field: string, id: number, toEnd: boolean): void {
      const row = contacts().get(id) as ContactRecord;
      if (field === 'NAME') row.name = `${toEnd ? 'Åå' : '0'} ${id}`;
      else row.updatedAt = Date.UTC(toEnd ? 2026 : 2001, 1, 1);
    }
    const cases = [3, 20, 190].flatMap((size) =>
      [1, 2].flatMap((moved) => [true, false].map((toEnd) => ({ size, moved, toEnd }))),
    );
    test.each(orders)('%s %s: the list goes on where it stood', async (field, direction) => {
      const orderBy = [{ field, direction }];
      for (const { size, moved, toEnd } of cases) {
        crm.superoffice.reset();
        const order = await ids(crm, 'contacts', { first: 500, orderBy });
        const { cursors } = await page(crm, 'contacts', { first: size, orderBy });
        for (const id of order.slice(size - moved, size)) move(field, id, toEnd);
        crm.superoffice.clear();
        const name = `${size} rows, ${moved} moved, to the end: ${toEnd}`;
        const behind = await ids(crm, 'contacts', { first: 5, orderBy, after: cursors[size - 1] as string });
        expect(behind, name).toEqual(order.slice(size, size + 5));
        expectAtMost(crm.superoffice.calls(), 2);
        const ahead = await ids(crm, 'contacts', { last: 5, orderBy, before: cursors[size - 1] as string });
        const stood = order.slice(Math.max(0, size - moved - 5), size - moved);
        expect(ahead.slice(-stood.length), name).toEqual(stood);
      }
    });

    test('but stands where it stood: it is not repeated', async () => {
      const order = expected();
      const { cursors } = await page(crm, 'contacts', { first: 40, orderBy });
      const args = { first: 5, orderBy, after: cursors[39] as string };
      const rename = (place: number) => {
        (contacts().get(order[place] as number) as ContactRecord).name += ' ';
      };
      rename(39);
      expect(await ids(crm, 'contacts', args)).toEqual(order.slice(40, 45));
      rename(38);
      expect(await ids(crm, 'contacts', args)).toEqual(order.slice(40, 45));
      crm.superoffice.reset();
      rename(39);
      for (const id of order.slice(0, 5)) contacts().delete(id);
      expect(await ids(crm, 'contacts', args)).toEqual(order.slice(40, 45));
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
