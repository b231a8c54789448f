import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { countInEnvelope } from '../../src/reading/count.ts';
import { type Crm, expectRequests, startCrm } from '../crm.ts';
import { alive } from './list-walk.ts';

const AGENT = '/Agents/Archive/GetArchiveListByColumnsWithHeader';

let crm: Crm;
beforeAll(async () => {
  crm = await startCrm();
});
afterAll(() => crm.close());
beforeEach(() => crm.superoffice.reset());

const world = () => crm.superoffice.world();
const contacts = () => alive(world().contacts);
const persons = () => alive(world().persons);

const contactsOf = `query ($filter: ContactFilter) { contacts(first: 1, filter: $filter) { totalCount nodes { contactId } } }`;

interface Total {
  totalCount: number | null;
}

async function total(filter: object) {
  const { data, errors, calls } = await crm.query(contactsOf, { filter });
  const { contacts: connection } = data as { contacts: Total };
  return { count: connection.totalCount, errors, calls };
}

describe('the number of all rows', () => {
  test('comes in one request beside the page, for every list', async () => {
    const { data, calls } = await crm.query(
      `{ contacts(first: 2) { totalCount nodes { name } } persons(first: 2) { totalCount nodes { fullName } } appointments(first: 2) { totalCount nodes { location } } }`,
    );
    expect(data).toMatchObject({
      contacts: { totalCount: contacts().length },
      persons: { totalCount: persons().length },
      appointments: { totalCount: world().appointments.size },
    });
    expectRequests(calls, 6);
    expect(calls.filter(({ path }) => path === AGENT)).toHaveLength(3);
  });

  test('is asked for only where it is selected, and rows only where they are', async () => {
    const without = await crm.query(`{ contacts(first: 2) { nodes { name } } }`);
    expect(without.calls.map(({ path }) => path)).toEqual(['/Contact']);
    const skipped = await crm.query(
      `query ($no: Boolean!) { contacts(first: 2) { totalCount @include(if: $no) nodes { name } } }`,
      { no: false },
    );
    expect(skipped.calls.map(({ path }) => path)).toEqual(['/Contact']);
    const alone = await crm.query(`{ contacts { total: totalCount __typename } }`);
    expect(alone.data).toEqual({ contacts: { total: contacts().length, __typename: 'ContactConnection' } });
    expect(alone.calls.map(({ path }) => path)).toEqual([AGENT]);
    const inFragment = await crm.query(
      `{ contacts(first: 1) { ...Counted nodes { name } } } fragment Counted on ContactConnection { totalCount }`,
    );
    expect(inFragment.data).toMatchObject({ contacts: { totalCount: contacts().length } });
    expectRequests(inFragment.calls, 2);
  });

  test('counts what the ticket sees', async () => {
    const hidden = world().users.find(({ associateId }) => associateId === 10)?.rights.hiddenContactIds;
    const { data } = await crm.query(
      `{ contacts(first: 1) { totalCount nodes { name } } }`,
      {},
      { ticket: crm.superoffice.tickets.rune },
    );
    expect(data).toMatchObject({ contacts: { totalCount: contacts().filter(({ id }) => !hidden?.has(id)).length } });
    expect(hidden?.size).toBeGreaterThan(5);
  });

  test('of filters of every kind is that of the seed', async () => {
    const cases: [object, number][] = [
      [{ stop: { eq: true } }, contacts().filter(({ stop }) => stop).length],
      [{ stop: { eq: false } }, contacts().filter(({ stop }) => !stop).length],
      [{ contactId: { gte: 10, lt: 50 } }, contacts().filter(({ id }) => id >= 10 && id < 50).length],
      [{ contactId: { in: [2, 3, 9_999] } }, 2],
      [{ category: { in: [1, 2] } }, contacts().filter(({ categoryId }) => [1, 2].includes(categoryId)).length],
      [{ associate: { isCurrent: true } }, contacts().filter(({ associateId }) => associateId === 5).length],
      [{ associate: { in: [7] } }, contacts().filter(({ associateId }) => associateId === 7).length],
      [{ name: { beginsWith: 'N' } }, contacts().filter(({ name }) => /^n/i.test(name)).length],
      [{ department: { eq: "L'Or [I:5]" } }, 0],
    ];
    for (const [filter, count] of cases) {
      const answer = await total(filter);
      expect(answer.errors).toBeUndefined();
      expect([filter, answer.count]).toEqual([filter, count]);
      expect(answer.calls.map(({ path }) => path).sort()).toEqual([AGENT, '/Contact']);
    }
    const week = await crm.query(
      `{ appointments(first: 1, filter: { startDate: { period: THIS_WEEK } }) { totalCount } }`,
    );
    const [monday, next] = [Date.UTC(2026, 2, 2), Date.UTC(2026, 2, 9)];
    const inWeek = [...world().appointments.values()].filter(({ startAt }) => startAt >= monday && startAt < next);
    expect(week.data).toEqual({ appointments: { totalCount: inWeek.length } });
    expect(inWeek.length).toBeGreaterThan(10);
  });

  test('of an empty `in` is 0, with no request', async () => {
    const { count, calls } = await total({ contactId: { in: [] } });
    expect(count).toBe(0);
    expect(calls).toEqual([]);
  });
});

describe('where an agent cannot be asked', () => {
  const either = { or: [{ stop: { eq: true } }, { contactId: { lt: 20 } }] };
  const eitherCount = () => contacts().filter(({ stop, id }) => stop || id < 20).length;

  test.each<[string, object, () => number]>([
    ['`or`', either, eitherCount],
    ['a function', { name: { endsWith: 'AS' } }, () => contacts().filter(({ name }) => /as$/i.test(name)).length],
    ['a text that looks like a typed value', { department: { eq: '[I:5]' } }, () => 0],
    ['signs that addresses hold', { department: { endsWith: "~*!'(&$top=1#+%27" } }, () => 0],
  ])('%s: the archive counts', async (_name, filter, count) => {
    const answer = await total(filter);
    expect(answer.count).toBe(count());
    expect(answer.calls.map(({ path }) => path).sort()).toEqual(['/Archive/SimpleContact', '/Contact']);
    const counting = answer.calls.find(({ path }) => path.startsWith('/Archive'));
    expect(counting?.query).toMatchObject({
      $inlineCount: 'True',
      $select: 'contactId',
      $orderBy: 'contactId asc',
      $top: '1',
    });
  });

  test('the agent answers null, or refuses: the archive counts', async () => {
    const faults = [
      { kind: 'wrongShape', body: null },
      { kind: 'wrongShape', body: { RowCount: 'many' } },
      { kind: 'wrongShape', body: { Error: true, ErrorType: 'ArgumentException', ErrorMessage: 'no' } },
      { kind: 'status', status: 404 },
    ] as const;
    for (const fault of faults) {
      crm.superoffice.reset();
      crm.superoffice.faults.add({ path: new RegExp(AGENT), fault });
      const { count, errors } = await total({ stop: { eq: true } });
      expect(errors).toBeUndefined();
      expect(count).toBe(contacts().filter(({ stop }) => stop).length);
    }
  });

  test('agents are off: the archive counts', async () => {
    await using without = await startCrm({ settings: { SUPEROFFICE_AGENTS: 'off' } });
    const { data, calls } = await without.query(`{ contacts(first: 1) { totalCount nodes { name } } }`);
    expect(data).toMatchObject({ contacts: { totalCount: alive(without.superoffice.world().contacts).length } });
    expect(calls.map(({ path }) => path).sort()).toEqual(['/Archive/SimpleContact', '/Contact']);
  });

  test.each(['odata.count', '@odata.count', 'RowCount', 'totalRows'])('the number stands in %s', async (member) => {
    crm.superoffice.options.archive.inlineCountMember = member;
    expect((await total(either)).count).toBe(eitherCount());
  });

  test('the number stands nowhere: null, and no error', async () => {
    crm.superoffice.options.archive.inlineCountMember = null;
    const { count, errors } = await total(either);
    expect(count).toBeNull();
    expect(errors).toBeUndefined();
  });

  test.each([{ x: 1 }, { value: null, count: 3 }, 7, null])(
    'an answer without rows counts nothing: %j',
    async (body) => {
      crm.superoffice.faults.add({ path: '^/Archive/SimpleContact', fault: { kind: 'wrongShape', body } });
      const { count, errors } = await total(either);
      expect(count).toBeNull();
      expect(errors?.map(({ extensions }) => extensions.code)).toEqual(['UPSTREAM_INVALID_RESPONSE']);
    },
  );

  test('the envelope is read with an open mind, but not for anything', () => {
    expect(countInEnvelope({ value: [], 'odata.count': '17' })).toBe(17);
    expect(countInEnvelope({ value: [], page: 1, Total: 3 })).toBe(3);
    expect(countInEnvelope({ value: [], rows: 5 })).toBe(5);
    expect(countInEnvelope({ value: [], page: 1, size: 5 })).toBeNull();
    expect(countInEnvelope({ value: [1, 2], 'odata.count': -1 })).toBeNull();
    expect(countInEnvelope({ value: [], 'odata.count': 1.5 })).toBeNull();
  });
});

describe('null, with no request for it', () => {
  test.each<[string, object]>([
    ['an instant of a column that holds days', { createdAt: { after: '2026-01-01T00:00:00Z' } }],
    ['a number compared with a name', { name: { eq: '25' } }],
    ['an e-mail, of which a company has several', { email: { contains: '@' } }],
    ['a phone under `or`', { or: [{ phone: { contains: '4' } }, { stop: { eq: true } }] }],
  ])('for %s', async (_name, filter) => {
    const { count, errors, calls } = await total(filter);
    expect(count).toBeNull();
    expect(errors).toBeUndefined();
    expect(calls.filter(({ path }) => path !== '/Contact')).toEqual([]);
    expect(calls.length).toBeGreaterThan(0);
  });

  test('for children of several companies', async () => {
    const { data, calls } = await crm.query(
      `{ contacts(first: 3) { nodes { persons(first: 1) { totalCount nodes { personId } } } } }`,
    );
    const { nodes } = (data as { contacts: { nodes: { persons: Total }[] } }).contacts;
    expect(nodes.map(({ persons: { totalCount } }) => totalCount)).toEqual([null, null, null]);
    expect(calls.filter(({ path }) => path === AGENT)).toEqual([]);
    const alone = await crm.query(`{ contacts(first: 3) { nodes { persons { totalCount } } } }`);
    expect(alone.data).toEqual({ contacts: { nodes: [1, 2, 3].map(() => ({ persons: { totalCount: null } })) } });
    expectRequests(alone.calls, 1);
  });
});

describe('children of one record', () => {
  test('are counted in the wave of the rows', async () => {
    const [contactId] = [...new Set(persons().map((person) => person.contactId))].filter(
      (id) => id !== null && persons().filter((person) => person.contactId === id).length > 3,
    );
    const { data, calls } = await crm.query(
      `query ($contactId: Int!) { contact(contactId: $contactId) { persons(first: 1, filter: { retired: { eq: false } }) { totalCount nodes { personId } } appointments { totalCount } } }`,
      { contactId: contactId as number },
    );
    const own = persons().filter((person) => person.contactId === contactId && !person.retired);
    const appointments = [...world().appointments.values()].filter((each) => each.contactId === contactId);
    expect(data).toMatchObject({
      contact: { persons: { totalCount: own.length }, appointments: { totalCount: appointments.length } },
    });
    expectRequests(calls, 4);
    expect(calls.filter(({ path }) => path === AGENT)).toHaveLength(2);
  });

  test('are planned for: one request too many is refused before the first', async () => {
    await using small = await startCrm({ settings: { MAX_UPSTREAM_CALLS: '2' } });
    const { errors, calls } = await small.query(
      `{ contact(contactId: 2) { name persons(first: 1) { totalCount nodes { fullName } } } }`,
    );
    expect(errors?.map(({ extensions }) => extensions.code)).toEqual(['QUERY_TOO_COMPLEX']);
    expect(calls).toEqual([]);
    const page = await small.query(
      `{ a: contacts(first: 1) { totalCount nodes { name } } b: contacts { totalCount } }`,
    );
    expect(page.errors?.map(({ extensions }) => extensions.code)).toEqual(['QUERY_TOO_COMPLEX']);
    expect(page.calls).toEqual([]);
  });
});

test('a count that fails costs itself alone', async () => {
  crm.superoffice.faults.add({ path: new RegExp(AGENT), fault: { kind: 'status', status: 403 } });
  const { data, errors } = await crm.query(`{ contacts(first: 1) { totalCount nodes { contactId } } }`);
  expect(data).toEqual({ contacts: { totalCount: null, nodes: [{ contactId: 2 }] } });
  expect(errors?.map(({ extensions, path }) => [extensions.code, path])).toEqual([
    ['FORBIDDEN', ['contacts', 'totalCount']],
  ]);
});

test('a page that fails leaves no count behind that nobody waits for', async () => {
  await using broken = await startCrm();
  broken.superoffice.faults.add({ fault: { kind: 'status', status: 403 } });
  const { data, errors } = await broken.query(`{ contacts(first: 1) { totalCount nodes { contactId } } }`);
  expect(data).toEqual({ contacts: null });
  expect(errors?.map(({ path }) => path)).toEqual([['contacts']]);
  broken.superoffice.reset();
  expect((await broken.query(`{ contacts { totalCount } }`)).data).toEqual({
    contacts: { totalCount: alive(broken.superoffice.world().contacts).length },
  });
});
