import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import type { Fault } from '../../src/simulator/faults.ts';
import type { TenantWorld } from '../../src/simulator/store.ts';
import { type Crm, startCrm } from '../crm.ts';

/** A CRM that is slow, broken or unwilling costs what depends on it, and nothing else. */

let crm: Crm;
let world: TenantWorld;
beforeAll(async () => {
  crm = await startCrm();
  world = crm.superoffice.world();
});
afterAll(() => crm.close());
afterEach(() => crm.superoffice.faults.clear());

const codes = (answer: { errors: readonly { extensions: { code: string } }[] | undefined }) =>
  answer.errors?.map(({ extensions }) => extensions.code) ?? [];

describe('tickets', () => {
  const two = '{ contact(contactId: 3) { name } viewer { tenant } }';

  test('none at all: UNAUTHENTICATED, and nothing is sent', async () => {
    const answer = await crm.query(two, {}, { ticket: null });
    expect([answer.data, answer.calls]).toEqual([{ contact: null, viewer: null }, []]);
    expect(new Set(codes(answer))).toEqual(new Set(['UNAUTHENTICATED']));
  });

  test.each([401, 403] as const)('an expired one (%i): one request, and no more', async (expiredStatus) => {
    crm.superoffice.options.access.expiredStatus = expiredStatus;
    const answer = await crm.query(
      '{ contact(contactId: 3) { name } }',
      {},
      { ticket: crm.superoffice.tickets.expired },
    );
    crm.superoffice.options.access.expiredStatus = 401;
    expect(answer.data).toEqual({ contact: null });
    expect(answer.calls).toHaveLength(1);
    expect(codes(answer)).toEqual([expiredStatus === 401 ? 'UNAUTHENTICATED' : 'FORBIDDEN']);
  });

  test('of another scheme are refused with the whole operation', async () => {
    const answer = await crm.query(two, {}, { ticket: 'Digest x' });
    expect([answer.status, codes(answer), answer.calls]).toEqual([401, ['UNAUTHENTICATED'], []]);
  });

  test('are told in no error, log line or explanation', async () => {
    const ticket = 'Bearer 8A:Cust12345.secret-that-nobody-knows';
    const answer = await crm.query(two, {}, { ticket, headers: { 'x-explain': 'true' } });
    expect(
      JSON.stringify(answer.data) + JSON.stringify(answer.errors) + JSON.stringify(answer.extensions),
    ).not.toContain('secret-that');
    expect(crm.logged.join('\n')).not.toContain('secret-that');
    expect(crm.logged.length).toBeGreaterThan(0);
  });
});

describe('arguments that cannot be served', () => {
  test.each([
    ['first below zero', '{ contacts(first: -1) { nodes { name } } }', 'BAD_USER_INPUT', /0 to 500/],
    ['first above the page', '{ contacts(first: 501) { nodes { name } } }', 'BAD_USER_INPUT', /at most 500/],
    ['last above the page', '{ persons(last: 501) { nodes { fullName } } }', 'BAD_USER_INPUT', /at most 500/],
    ['both ends', '{ contacts(first: 1, last: 1) { nodes { name } } }', 'BAD_USER_INPUT', /one end/],
    [
      'last behind',
      '{ contacts(last: 1, after: "x") { nodes { name } } }',
      'BAD_USER_INPUT',
      /`last` goes with `before`/,
    ],
    [
      'first ahead of',
      '{ contacts(first: 1, before: "x") { nodes { name } } }',
      'BAD_USER_INPUT',
      /`before` goes with `last`/,
    ],
    ['a cursor that is none', '{ contacts(after: "x") { nodes { name } } }', 'BAD_CURSOR', /endCursor/],
  ])('%s', async (_what, text, code, message) => {
    const answer = await crm.query(text);
    expect(codes(answer)).toEqual([code]);
    expect(answer.errors?.[0]?.message).toMatch(message);
    expect(answer.calls).toEqual([]);
  });

  test.each([
    ['filter', '{ contacts(first: 2, filter: { stop: { eq: false } }) { pageInfo { endCursor } } }'],
    ['order', '{ contacts(first: 2, orderBy: { field: CREATED_AT }) { pageInfo { endCursor } } }'],
    ['type', '{ contacts: persons(first: 2) { pageInfo { endCursor } } }'],
    ['parent', '{ contact(contactId: 2) { contacts: persons(first: 2) { pageInfo { endCursor } } } }'],
  ])('a cursor of another %s is refused before anything is sent', async (_what, text) => {
    const { data } = await crm.query(text);
    type Given = { contacts: { pageInfo: { endCursor: string } } };
    const { contacts } = ((data as { contact?: Given }).contact ?? data) as Given;
    const answer = await crm.query(
      'query After($after: String) { contacts(first: 2, after: $after) { nodes { name } } }',
      {
        after: contacts.pageInfo.endCursor,
      },
    );
    expect([answer.data, codes(answer), answer.calls]).toEqual([{ contacts: null }, ['BAD_CURSOR'], []]);
    expect(answer.errors?.[0]?.message).toMatch(/same filter, order and parent/);
  });

  test('an unknown zone costs the field alone', async () => {
    const answer = await crm.query(
      '{ appointment(appointmentId: 101) { startDate odd: startDate(zone: "Atlantis") location } }',
    );
    expect(answer.data).toMatchObject({ appointment: { startDate: expect.stringMatching(/Z$/), odd: null } });
    expect(codes(answer)).toEqual(['BAD_USER_INPUT']);
    expect(answer.errors?.[0]?.message).toMatch(/Europe\/Oslo/);
  });

  test('a field that there is not is refused with the place', async () => {
    const answer = await crm.query('{ contact(contactId: 3) { salary } }');
    expect([codes(answer), answer.calls]).toEqual([['GRAPHQL_VALIDATION_FAILED'], []]);
  });
});

const faults: [string, Fault, string][] = [
  ['a reset connection', { kind: 'reset' }, 'UPSTREAM_UNAVAILABLE'],
  ['a reset in the middle', { kind: 'resetInBody' }, 'UPSTREAM_UNAVAILABLE'],
  ['no answer', { kind: 'hang' }, 'UPSTREAM_TIMEOUT'],
  ['an answer that drips', { kind: 'drip', milliseconds: 3000 }, 'UPSTREAM_TIMEOUT'],
  ['a page for people', { kind: 'html' }, 'UPSTREAM_INVALID_RESPONSE'],
  ['half an answer', { kind: 'truncated' }, 'UPSTREAM_INVALID_RESPONSE'],
  ['another shape', { kind: 'wrongShape', body: 'here you are' }, 'UPSTREAM_INVALID_RESPONSE'],
  ['an array of nothing', { kind: 'wrongShape', body: [null, 7] }, 'UPSTREAM_INVALID_RESPONSE'],
  ['500', { kind: 'status', status: 500 }, 'UPSTREAM_UNAVAILABLE'],
  ['502 with HTML', { kind: 'html', status: 502 }, 'UPSTREAM_UNAVAILABLE'],
  ['503', { kind: 'status', status: 503, headers: { 'Retry-After': '0' } }, 'UPSTREAM_UNAVAILABLE'],
  ['429', { kind: 'status', status: 429, headers: { 'Retry-After': '60' } }, 'RATE_LIMITED'],
  ['403', { kind: 'status', status: 403 }, 'FORBIDDEN'],
  ['401', { kind: 'status', status: 401 }, 'UNAUTHENTICATED'],
  ['400', { kind: 'status', status: 400, body: { Message: 'No such column' } }, 'UPSTREAM_INVALID_RESPONSE'],
  ['a redirect', { kind: 'redirect', location: 'http://127.0.0.1:9/' }, 'UPSTREAM_INVALID_RESPONSE'],
  ['304 that nobody asked for', { kind: 'notModified' }, 'UPSTREAM_INVALID_RESPONSE'],
];

describe.each(faults)('%s', (_what, fault, code) => {
  const endless = fault.kind === 'hang' || fault.kind === 'drip';

  /** A server of its own: a breaker that has opened would hide what the next answer is. */
  const healthy = () => startCrm(endless ? { settings: { UPSTREAM_TIMEOUT_MS: '1000' } } : {});

  test('for one kind of records costs those alone', async () => {
    await using fresh = await healthy();
    fresh.superoffice.faults.add({ path: '^/Person$', fault });
    const answer = await fresh.query(
      '{ contact(contactId: 3) { name persons { nodes { fullName } } category { name } } person(personId: 31) { fullName } }',
    );
    const row = fresh.superoffice.world().contacts.get(3);
    expect(answer.data).toMatchObject({ contact: { name: row?.name, persons: null, category: {} }, person: null });
    expect(new Set(codes(answer))).toEqual(new Set([code]));
    for (const { extensions } of answer.errors ?? [])
      expect(extensions.upstream).toMatchObject({ system: 'superoffice' });
    expect(JSON.stringify(answer.errors)).not.toMatch(/127\.0\.0\.1|No such column|here you are/);
  });

  test('for what only entities and carriers have leaves the rows', async () => {
    await using fresh = await healthy();
    fresh.superoffice.faults.add({ path: '^/(Contact/\\d+|Agents/)', fault });
    const answer = await fresh.query(
      '{ contacts(first: 2) { nodes { name phones { value } } } appointments(first: 2) { nodes { location title } } }',
    );
    const { contacts, appointments } = fresh.superoffice.world();
    expect(answer.data).toEqual({
      contacts: { nodes: [...contacts.values()].slice(0, 2).map(({ name }) => ({ name, phones: null })) },
      appointments: {
        nodes: [...appointments.values()]
          .slice(0, 2)
          .map(({ location }) => ({ location: location || null, title: null })),
      },
    });
    expect(new Set(codes(answer))).toEqual(new Set([code]));
  });

  test('for the users leaves initials and the rest', async () => {
    await using fresh = await healthy();
    fresh.superoffice.faults.add({ path: '^/(Archive/AllUsers|Agents/Associate)', fault });
    const answer = await fresh.query('{ contacts(first: 2) { nodes { name createdBy { name fullName } } } }');
    const { nodes } = (answer.data as { contacts: { nodes: { name: string; createdBy: { name: string } | null }[] } })
      .contacts;
    const rows = [...fresh.superoffice.world().contacts.values()].slice(0, 2);
    expect(nodes.map(({ name }) => name)).toEqual(rows.map(({ name }) => name));
    expect(new Set(codes(answer))).toEqual(new Set([code]));
  });
});

test('a read is tried once more, and then it is well', async () => {
  for (const fault of [{ kind: 'reset' }, { kind: 'status', status: 503 }] as const) {
    crm.superoffice.faults.add({ path: '^/Contact$', times: 1, fault });
    const { data, errors, calls } = await crm.query('{ contact(contactId: 3) { name } }');
    expect([data, errors]).toEqual([{ contact: { name: world.contacts.get(3)?.name } }, undefined]);
    expect(calls).toHaveLength(2);
  }
});

test('what the CRM says of the time to wait is passed on', async () => {
  await using fresh = await startCrm();
  fresh.superoffice.faults.add({
    path: '^/Contact$',
    fault: { kind: 'status', status: 429, headers: { 'Retry-After': '60' } },
  });
  const { errors, headers } = await fresh.query('{ contact(contactId: 3) { name } }');
  expect(errors?.map(({ extensions }) => [extensions.code, extensions.retryAfter])).toEqual([['RATE_LIMITED', 60]]);
  expect(headers.get('retry-after')).toBe('60');
});

test('the operation ends at its deadline, with what has come by then', async () => {
  await using slow = await startCrm({ settings: { UPSTREAM_TIMEOUT_MS: '5000', REQUEST_DEADLINE_MS: '1500' } });
  slow.superoffice.faults.add({ path: '^/Person', fault: { kind: 'hang' } });
  const began = performance.now();
  const { data, errors } = await slow.query('{ contact(contactId: 3) { name } person(personId: 31) { fullName } }');
  expect(performance.now() - began).toBeLessThan(4000);
  expect(data).toEqual({ contact: { name: slow.superoffice.world().contacts.get(3)?.name }, person: null });
  expect(errors?.map(({ extensions }) => extensions.code)).toEqual(['UPSTREAM_TIMEOUT']);
});

test('what one record of a batch lacks is not what another lacks', async () => {
  crm.superoffice.faults.add({ path: '^/Contact/3$', fault: { kind: 'status', status: 500 } });
  const { data, errors } = await crm.query('{ contacts(first: 3) { nodes { contactId emails { value } } } }');
  const emails = (id: number) => world.contacts.get(id)?.emails.map(({ value }) => ({ value }));
  expect(data).toEqual({
    contacts: {
      nodes: [
        { contactId: 2, emails: emails(2) },
        { contactId: 3, emails: null },
        { contactId: 4, emails: emails(4) },
      ],
    },
  });
  expect(errors?.map(({ path, extensions }) => [path, extensions.code])).toEqual([
    [['contacts', 'nodes', 1, 'emails'], 'UPSTREAM_UNAVAILABLE'],
  ]);
});

test('one cause is one error, however many rows it costs, and names the request', async () => {
  crm.superoffice.faults.add({ path: '^/Agents', fault: { kind: 'status', status: 500 } });
  const { errors } = await crm.query(
    '{ appointments(first: 40) { nodes { title agenda } } }',
    {},
    { headers: { 'x-request-id': 'a-request' } },
  );
  expect(errors?.map(({ extensions }) => extensions.requestId)).toEqual(errors?.map(() => 'a-request'));
  expect(errors?.length).toBeLessThanOrEqual(2);
});

test('a text that may not be null is empty where the ticket may not read it', async () => {
  const rights = world.users.find(({ associateId }) => associateId === 10)?.rights;
  rights?.unreadable.push({ entity: 'contact', member: 'Name', columns: ['name', 'nameDepartment'] });
  const { data, errors } = await crm.query(
    '{ row: contact(contactId: 3) { name fullName } entity: contact(contactId: 3) { name phones { value } } }',
    {},
    { ticket: crm.superoffice.tickets.rune },
  );
  rights?.unreadable.pop();
  expect(errors).toBeUndefined();
  expect(data).toMatchObject({ row: { name: '', fullName: '' }, entity: { name: '' } });
});

test('a refusal beside an answer says where in the document it stands', async () => {
  await using crm = await startCrm();
  const { data, errors, status } = await crm.query(
    '{ contact(contactId: 3) { contactId } wrong: list(name: "no name") { name } }',
  );
  expect(data).toEqual({ contact: { contactId: 3 }, wrong: null });
  expect(errors).toMatchObject([
    { path: ['wrong'], locations: [{ line: 1, column: 39 }], extensions: { code: 'BAD_USER_INPUT' } },
  ]);
  expect(status).toBe(200);
});

test.each([
  'viewer { associate { person { formalName } } }',
  'appointment(appointmentId: 107) { isFree createdBy { person { formalName } } }',
])("what a person's own carrier should have told is not taken from that of the user: %s", async (fields) => {
  crm.superoffice.faults.add({ path: '^/Agents/Person/', fault: { kind: 'wrongShape', body: 7 } });
  const answer = await crm.query(`{ ${fields} }`);
  const person = { formalName: null };
  expect(JSON.stringify(answer.data)).toContain(JSON.stringify({ person }));
  expect(codes(answer)).toEqual(['UPSTREAM_INVALID_RESPONSE']);
});
