import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { AppointmentRecord } from '../../src/simulator/store.ts';
import { type Crm, expectRequests, startCrm } from '../crm.ts';
import { byNumber, descending, ids, lists, page, sortedIds, walk } from './list-walk.ts';

let crm: Crm;
beforeAll(async () => {
  crm = await startCrm();
});
afterAll(() => crm.close());
beforeEach(() => crm.superoffice.reset());

const appointments = () => crm.superoffice.world().appointments;
const byStart = byNumber<AppointmentRecord>(({ startAt }) => startAt);

/** A copy of an appointment under a new key, at another time. */
function insert(id: number, startAt: number): void {
  const [sample] = appointments().values();
  appointments().set(id, { ...(sample as AppointmentRecord), id, startAt, activeAt: startAt });
}

describe('all rows, page by page', () => {
  test('2,000 appointments by 500, with one request for each page', async () => {
    crm.superoffice.clear();
    const { ids: found, pages } = await walk(crm, 'appointments', { first: 500 });
    expect(found).toEqual(sortedIds(appointments().values()));
    expect(pages.map((each) => each.ids.length)).toEqual([500, 500, 500, 500]);
    expectRequests(crm.superoffice.calls(), 4);
  });

  test('2,000 appointments backwards by 7', async () => {
    const { ids: found, pages } = await walk(crm, 'appointments', { last: 7 });
    expect(found).toEqual(sortedIds(appointments().values()));
    expect(pages).toHaveLength(286);
    expect(pages.at(-1)?.ids).toEqual([101, 102, 103, 104, 105]);
  }, 60_000);

  test('the start date in both directions, from both ends', async () => {
    const ascending = sortedIds(appointments().values(), byStart);
    const orderBy = [{ field: 'START_DATE' }];
    expect((await walk(crm, 'appointments', { first: 300, orderBy })).ids).toEqual(ascending);
    expect((await walk(crm, 'appointments', { last: 300, orderBy })).ids).toEqual(ascending);
    const latest = sortedIds(appointments().values(), descending(byStart));
    const orderDown = [{ field: 'START_DATE', direction: 'DESC' as const }];
    expect((await walk(crm, 'appointments', { first: 300, orderBy: orderDown })).ids).toEqual(latest);
    expect((await walk(crm, 'appointments', { last: 300, orderBy: orderDown })).ids).toEqual(latest);
  });
});

describe('while rows come and go', () => {
  /** Between two pages: five rows go and five come, spread over the keys on both sides of the reader. */
  function churn(gone: Set<number>, come: Set<number>): (pageNumber: number) => void {
    return (pageNumber) => {
      for (let step = 0; step < 5; step++) {
        const id = 101 + ((pageNumber * 97 + step * 401) % 2_000);
        if (appointments().delete(id)) gone.add(id);
        const added = 3_000 + pageNumber * 10 + step;
        insert(added, Date.UTC(2026, step, pageNumber % 28));
        come.add(added);
      }
    };
  }

  test.each([
    { first: 100 },
    { last: 100 },
    { first: 90, orderBy: [{ field: 'START_DATE' }] },
    { last: 90, orderBy: [{ field: 'START_DATE', direction: 'DESC' as const }] },
  ])('no row is given twice and none that stays is missing: %j', async (args) => {
    const before = new Set(appointments().keys());
    const [gone, come] = [new Set<number>(), new Set<number>()];
    const { ids: found, pages } = await walk(crm, 'appointments', args, { between: churn(gone, come) });
    expect(new Set(found).size).toBe(found.length);
    expect([...before].filter((id) => !gone.has(id) && !found.includes(id))).toEqual([]);
    expect(found.filter((id) => !before.has(id) && !come.has(id))).toEqual([]);
    expect(gone.size).toBeGreaterThan(50);
    expect(pages.length).toBeGreaterThan(19);
  });

  test('a cursor whose row has gone goes on where it stood', async () => {
    const first = await page(crm, 'appointments', { first: 3 });
    appointments().delete(first.ids[2] as number);
    expect(await ids(crm, 'appointments', { first: 2, after: first.pageInfo.endCursor })).toEqual([104, 105]);
    expect(await ids(crm, 'appointments', { last: 2, before: first.pageInfo.endCursor })).toEqual([101, 102]);
  });

  test('a row inserted with the start of the cursor’s row stands behind it by its key', async () => {
    const orderBy = [{ field: 'START_DATE', direction: 'DESC' as const }];
    const first = await page(crm, 'appointments', { first: 4, orderBy });
    const last = appointments().get(first.ids[3] as number) as AppointmentRecord;
    insert(9_000, last.startAt);
    insert(1, last.startAt);
    const next = await page(crm, 'appointments', { first: 1, orderBy, after: first.pageInfo.endCursor });
    const sameStart = [...appointments().values()].filter(
      ({ startAt, id }) => startAt === last.startAt && id > last.id,
    );
    expect(next.ids).toEqual([Math.min(...sameStart.map(({ id }) => id))]);
  });
});

describe('the ends of a list', () => {
  const total = 2_000;

  test('`first: 0` has no rows, and tells whether there are some', async () => {
    const empty = await page(crm, 'appointments', { first: 0 });
    expect(empty).toEqual({
      ids: [],
      cursors: [],
      pageInfo: { hasNextPage: true, hasPreviousPage: false, startCursor: null, endCursor: null },
    });
    const none = await page(crm, 'appointments', { first: 0, filter: { appointmentId: { eq: 99 } } });
    expect(none.pageInfo).toEqual({ hasNextPage: false, hasPreviousPage: false, startCursor: null, endCursor: null });
    const back = await page(crm, 'appointments', { last: 0 });
    expect([back.ids, back.pageInfo.hasPreviousPage]).toEqual([[], true]);
  });

  test('a page that ends with the last row says so', async () => {
    const filter = { appointmentId: { gt: 100 + total - 5 } };
    const exact = await page(crm, 'appointments', { first: 5, filter });
    expect(exact.ids).toEqual([2096, 2097, 2098, 2099, 2100]);
    expect(exact.pageInfo).toMatchObject({ hasNextPage: false, hasPreviousPage: false });
    const short = await page(crm, 'appointments', { first: 4, filter });
    expect(short.pageInfo).toMatchObject({ hasNextPage: true, hasPreviousPage: false });
    const rest = await page(crm, 'appointments', { first: 4, filter, after: short.pageInfo.endCursor });
    expect(rest.ids).toEqual([2100]);
    expect(rest.pageInfo).toMatchObject({ hasNextPage: false, hasPreviousPage: true });
  });

  test('a page that begins with the first row says so', async () => {
    const tail = await page(crm, 'contacts', { last: 500 });
    expect(tail.ids).toEqual(sortedIds(lists.contacts.rows(crm.superoffice.world())));
    expect(tail.pageInfo).toMatchObject({ hasNextPage: false, hasPreviousPage: false });
    const last = await page(crm, 'contacts', { last: 2 });
    expect(last.pageInfo).toMatchObject({ hasNextPage: false, hasPreviousPage: true });
    const ahead = await page(crm, 'contacts', { last: 500, before: tail.cursors[1] as string });
    expect(ahead.ids).toEqual([2]);
    expect(ahead.pageInfo).toMatchObject({ hasNextPage: true, hasPreviousPage: false });
  });

  test('behind the last row there is nothing', async () => {
    const { cursors } = await page(crm, 'appointments', { last: 1 });
    const behind = await page(crm, 'appointments', { first: 5, after: cursors[0] as string });
    expect(behind).toEqual({
      ids: [],
      cursors: [],
      pageInfo: { hasNextPage: false, hasPreviousPage: true, startCursor: null, endCursor: null },
    });
  });

  test('25 rows where nothing is said', async () => {
    expect((await page(crm, 'appointments', {})).ids).toEqual(Array.from({ length: 25 }, (_, at) => 101 + at));
  });

  test('as many as a page may have where that is fewer', async () => {
    await using narrow = await startCrm({ settings: { MAX_PAGE_SIZE: '10' } });
    expect((await page(narrow, 'appointments', {})).ids).toHaveLength(10);
    const { data, errors } = await narrow.query(`{
      contact(contactId: 5) { persons { nodes { personId } pageInfo { hasNextPage } } }
      archive(provider: "FindAppointment", columns: ["appointmentId"]) { nodes }
      estates { nodes { estateId } }
    }`);
    expect(errors).toBeUndefined();
    expect(data).toMatchObject({ archive: { nodes: { length: 10 } }, estates: { nodes: { length: 10 } } });
    const refused = await narrow.query('{ appointments(first: 11) { nodes { appointmentId } } }');
    expect(refused.errors).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT' } }]);
  });
});

describe('one cursor serves both directions', () => {
  test.each([[[]], [[{ field: 'START_DATE' }]]])('order %j', async (orderBy) => {
    const middle = await page(crm, 'appointments', { first: 9, orderBy });
    const cursor = middle.cursors[4] as string;
    expect(await ids(crm, 'appointments', { first: 4, after: cursor, orderBy })).toEqual(middle.ids.slice(5));
    expect(await ids(crm, 'appointments', { last: 4, before: cursor, orderBy })).toEqual(middle.ids.slice(0, 4));
  });
});
