import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Crm, startCrm } from '../crm.ts';
import { askPage, type ListArgs, type ListName, page } from './list-walk.ts';

let crm: Crm;
let cursor: string;
beforeAll(async () => {
  crm = await startCrm();
  cursor = (await page(crm, 'appointments', { first: 3 })).cursors[2] as string;
});
afterAll(() => crm.close());

/** Refused as a cursor, with nothing sent. */
async function expectBadCursor(list: ListName, args: ListArgs, message: RegExp): Promise<void> {
  const { page: found, errors, calls } = await askPage(crm, list, args);
  expect(found).toBeNull();
  expect(errors?.map(({ extensions }) => extensions.code)).toEqual(['BAD_CURSOR']);
  expect(errors?.[0]?.message).toMatch(message);
  expect(calls).toEqual([]);
}

describe('a cursor belongs to its list', () => {
  test('the list that it came from takes it', async () => {
    expect((await page(crm, 'appointments', { first: 2, after: cursor })).ids).toEqual([104, 105]);
    expect((await page(crm, 'appointments', { last: 2, before: cursor })).ids).toEqual([101, 102]);
    // An order that says what holds without it, and a page of another size, are the same list.
    const spelled = { first: 1, after: cursor, orderBy: [{ field: 'APPOINTMENT_ID', direction: 'ASC' as const }] };
    expect((await page(crm, 'appointments', spelled)).ids).toEqual([104]);
  });

  test.each<[ListName, ListArgs]>([
    ['contacts', { first: 2 }],
    ['persons', { last: 2 }],
    ['appointments', { first: 2, filter: { appointmentId: { gt: 1 } } }],
    ['appointments', { first: 2, orderBy: [{ field: 'APPOINTMENT_ID', direction: 'DESC' }] }],
    ['appointments', { first: 2, orderBy: [{ field: 'START_DATE' }] }],
    ['appointments', { last: 2, orderBy: [{ field: 'TASK' }] }],
    ['appointments', { first: 2, filter: { appointmentId: { in: [] } } }],
  ])('%s %j does not', async (list, args) => {
    const place = args.last === undefined ? { after: cursor } : { before: cursor };
    await expectBadCursor(list, { ...args, ...place }, /another list.*same filter, order and parent/);
  });

  test('nor does one of the same filter with another value, or of the same order the other way round', async () => {
    const filter = { name: { contains: 'as' } };
    const { cursors } = await page(crm, 'contacts', { first: 2, filter, orderBy: [{ field: 'NAME' }] });
    const after = cursors[0] as string;
    const again = await page(crm, 'contacts', { first: 1, after, filter, orderBy: [{ field: 'NAME' }] });
    expect(again.cursors).toEqual([cursors[1]]);
    const other = { name: { contains: 'at' } };
    await expectBadCursor('contacts', { first: 2, after, filter: other, orderBy: [{ field: 'NAME' }] }, /another list/);
    const orderBy = [{ field: 'NAME', direction: 'DESC' as const }];
    await expectBadCursor('contacts', { first: 2, after, filter, orderBy }, /another list/);
  });
});

test('a list that has no such cursor is not counted either, and nobody is asked who the viewer is', async () => {
  const headers = { 'x-explain': 'true' };
  const { data, errors, extensions } = await crm.query(
    `query ($cursor: String) {
      rows: contacts(first: 2, after: $cursor) { totalCount nodes { contactId } }
      number: contacts(first: 2, after: $cursor) { totalCount }
      others: contacts(last: 2, before: $cursor, filter: { associate: { isCurrent: false } }) { nodes { contactId } }
    }`,
    { cursor },
    { headers },
  );
  expect(data).toEqual({ rows: null, number: null, others: null });
  expect(errors?.map(({ extensions: { code } }) => code)).toEqual(['BAD_CURSOR', 'BAD_CURSOR', 'BAD_CURSOR']);
  expect(extensions.upstream?.total).toBe(0);

  const child = await crm.query(
    'query ($cursor: String) { contact(contactId: 4) { name persons(first: 2, after: $cursor) { totalCount nodes { personId } } } }',
    { cursor },
    { headers },
  );
  expect(child.data).toEqual({ contact: { name: crm.superoffice.world().contacts.get(4)?.name, persons: null } });
  expect(child.extensions.upstream?.calls.map(({ path }) => path)).toEqual(['/Contact']);
});

describe('what is no cursor', () => {
  const made = (...parts: unknown[]) => Buffer.from(JSON.stringify(parts)).toString('base64url');
  const bound = () => (JSON.parse(Buffer.from(cursor, 'base64url').toString()) as [string, number])[0];

  test.each(['', ' ', 'x', 'null', '%00', 'W10', 'e30', 'IiI', '104', 'Y29udGFjdCBndCAw', 'æøå', 'A'.repeat(5_000)])(
    'is refused: %j',
    async (after) => {
      await expectBadCursor('appointments', { first: 2, after }, /no cursor of this server/);
    },
  );

  test('is refused where it looks like one', async () => {
    const odd = [[], ['1'], [1.5], [null], [1e300], [1, 2], ['1 or 1 eq 1'], [{ $gt: 0 }], [[1]]];
    for (const values of odd) {
      await expectBadCursor('appointments', { first: 2, after: made(bound(), ...values) }, /no cursor of this server/);
    }
    await expectBadCursor('appointments', { last: 2, before: made('0123456789', 104) }, /another list/);
  });

  test('is refused where it names an instant that no text can say', async () => {
    const orderBy = [{ field: 'START_DATE' }];
    const { cursors } = await page(crm, 'appointments', { first: 1, orderBy });
    const [binding, , key] = JSON.parse(Buffer.from(cursors[0] as string, 'base64url').toString()) as [string, 0, 0];
    for (const instant of [9e15, -9e15, 8.64e15, Date.UTC(10_000, 0, 1), Date.parse('0000-12-31T23:59:59Z')]) {
      const after = made(binding, instant, key);
      await expectBadCursor('appointments', { first: 2, orderBy, after }, /no cursor of this server/);
    }
  });

  test('is refused where an order counts places', async () => {
    const orderBy = [{ field: 'TASK' }];
    const { cursors } = await page(crm, 'appointments', { first: 1, orderBy });
    const [binding] = JSON.parse(Buffer.from(cursors[0] as string, 'base64url').toString()) as [string];
    for (const values of [
      [-1, 0, 101, 0, 0, 0],
      [2 ** 31, 0, 101, 0, 0, 0],
      [0.5, 0, 101, 0, 0, 0],
      [1],
      [1, 0, 101, 0, 0, 0, 7],
      ['1', 0, 101, 0, 0, 0],
    ]) {
      const after = made(binding, ...values);
      await expectBadCursor('appointments', { first: 2, orderBy, after }, /no cursor of this server/);
    }
  });
});

describe('arguments that do not go together', () => {
  test.each<[ListArgs, RegExp]>([
    [{ first: -1 }, /`first` is -1: use 0 to 500/],
    [{ last: -7 }, /`last` is -7: use 0 to 500/],
    [{ first: 501 }, /`first` is 501: at most 500/],
    [{ last: 501 }, /`last` is 501: at most 500/],
    [{ first: 1, last: 1 }, /one end of the list at a time/],
    [{ first: 1, before: 'x' }, /`before` goes with `last`/],
    [{ before: 'x' }, /`before` goes with `last`/],
    [{ last: 1, after: 'x' }, /`last` goes with `before`/],
  ])('%j', async (args, message) => {
    const { page: found, errors, calls } = await askPage(crm, 'persons', args);
    expect(found).toBeNull();
    expect(errors?.map(({ extensions }) => extensions.code)).toEqual(['BAD_USER_INPUT']);
    expect(errors?.[0]?.message).toMatch(message);
    expect(calls).toEqual([]);
  });
});
