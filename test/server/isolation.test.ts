import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Fault } from '../../src/simulator/faults.ts';
import { type Crm, startCrm } from '../crm.ts';

/** One upstream, or one tenant of it, that fails: what depends on it does, and nothing else. */

const contacts = '{ contacts(first: 2) { nodes { name } } }';
const estates = '{ estates(first: 2) { nodes { id } } }';
const both = '{ contacts(first: 2) { nodes { name } } estates(first: 2) { nodes { id } } }';

const codesOf = (errors: readonly { extensions: { code: string } }[] | undefined) =>
  errors?.map(({ extensions }) => extensions.code);

async function ask(crm: Crm, query: string, headers: Record<string, string> = {}) {
  const response = await fetch(crm.url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: crm.superoffice.tickets.lars, ...headers },
    body: JSON.stringify({ query }),
  });
  return { status: response.status, retryAfter: response.headers.get('retry-after'), ...(await response.json()) };
}

const late = { 'Retry-After': '86400' };
const [failed, timedOut, unreadable, limited] = [
  'UPSTREAM_UNAVAILABLE',
  'UPSTREAM_TIMEOUT',
  'UPSTREAM_INVALID_RESPONSE',
  'RATE_LIMITED',
];
const unknown = 'UNKNOWN_OUTCOME';

/** What onOffice does, and what a read and a write of it end in. */
const faults: readonly [what: string, fault: Fault | 'refused', read: string, write: string][] = [
  ['refuses connections', 'refused', failed, failed],
  ['resets', { kind: 'reset' }, failed, unknown],
  ['breaks off', { kind: 'resetInBody' }, failed, unknown],
  ['ends in the middle', { kind: 'truncated' }, unreadable, unknown],
  ['hangs', { kind: 'hang' }, timedOut, unknown],
  ['is late', { kind: 'delay', milliseconds: 1500 }, timedOut, unknown],
  ['sends a byte every 200 ms', { kind: 'trickle', everyMs: 200 }, timedOut, unknown],
  ['sends 100 MB', { kind: 'oversized', bytes: 100 * 1024 * 1024 }, unreadable, unknown],
  [
    'sends a header of 70 kB',
    { kind: 'status', status: 200, headers: { 'X-Large': 'x'.repeat(70_000) } },
    unreadable,
    unknown,
  ],
  ['sends less than it says', { kind: 'wrongLength' }, failed, unknown],
  ['shows a page', { kind: 'html' }, unreadable, unknown],
  ['shows a page with 401', { kind: 'html', status: 401 }, unreadable, unknown],
  ['sends XML', { kind: 'plain', body: '<a/>', contentType: 'application/xml' }, unreadable, unknown],
  ['sends nothing', { kind: 'plain', body: '', contentType: 'application/json' }, unreadable, unknown],
  ['sends null', { kind: 'wrongShape', body: null }, unreadable, unknown],
  ['sends something else', { kind: 'wrongShape', body: [] }, unreadable, unknown],
  ['has had too much', { kind: 'status', status: 429, headers: late }, limited, limited],
  ['is down', { kind: 'status', status: 503 }, failed, unknown],
  ['is down for a day', { kind: 'status', status: 503, headers: late }, failed, unknown],
  ['tells a secret', { kind: 'status', status: 500, body: { Message: 'hunter2' } }, failed, unknown],
  ['says 304', { kind: 'notModified' }, unreadable, unknown],
  ['redirects', { kind: 'redirect', location: 'http://127.0.0.1:9/' }, unreadable, unknown],
];

describe('onOffice fails, SuperOffice is complete', () => {
  let crm: Crm;
  beforeAll(async () => {
    crm = await startCrm({ settings: { UPSTREAM_TIMEOUT_MS: '1000', REQUEST_DEADLINE_MS: '2000' } });
    await Promise.all([ask(crm, contacts), ask(crm, estates)]);
  });
  afterAll(() => crm.close());

  /** Asks while onOffice fails, which was well a moment before: its breaker has forgotten what came earlier. */
  async function askWhile(fault: Fault | 'refused', query: string) {
    expect((await ask(crm, both)).errors).toBeUndefined();
    crm.onoffice.clear();
    const refusing = fault === 'refused' ? crm.onoffice.refuse(500) : null;
    if (fault !== 'refused') crm.onoffice.faults.add({ fault });
    const began = performance.now();
    const answer = await ask(crm, query);
    expect(performance.now() - began).toBeLessThan(2500);
    crm.onoffice.faults.clear();
    await refusing;
    return answer;
  }

  test.each(faults)('it %s: one retry of a read at most', async (_, fault, code) => {
    const { data, errors } = await askWhile(fault, both);
    expect(codesOf(errors)).toEqual([code]);
    expect(errors?.[0]?.extensions.upstream.system).toBe('onoffice');
    expect([data.estates, data.contacts.nodes.length]).toEqual([null, 2]);
    expect(crm.onoffice.calls().length).toBeLessThanOrEqual(2);
    expect(JSON.stringify(errors)).not.toContain('hunter2');
  });

  test.each(faults)('it %s: a write is sent once, and the next one is done', async (_, fault, __, code) => {
    const { data, errors } = await askWhile(
      fault,
      `mutation {
        first: updateEstate(estateId: 2471, changes: { rooms: 3 }) { errors { __typename } }
        second: updateContact(contactId: 7, changes: { department: "Done" }) { contact { department } }
      }`,
    );
    expect(codesOf(errors)).toEqual([code]);
    expect(data).toEqual({ first: null, second: { contact: { department: 'Done' } } });
    const writes = crm.onoffice.calls().filter(({ path }) => path.includes('modify estate'));
    expect(writes).toHaveLength(fault === 'refused' ? 0 : 1);
  });
});

test('of 100 MB no more is taken than may be kept, by reads and by writes', async () => {
  await using crm = await startCrm();
  const fault = { kind: 'oversized', bytes: 100 * 1024 * 1024 } as const;
  const change = 'mutation { updateContact(contactId: 7, changes: { department: "x" }) { contact { name } } }';
  for (const [query, method, code] of [
    [contacts, 'GET', unreadable],
    [change, 'PATCH', unknown],
  ] as const) {
    crm.superoffice.clear();
    crm.superoffice.faults.add({ method, fault });
    expect(codesOf((await ask(crm, query)).errors)).toEqual([code]);
    const struck = crm.superoffice.calls().filter((call) => call.fault === 'oversized');
    expect(struck).toHaveLength(1);
    // The cap, and what lies between two processes.
    expect(struck[0]?.bytes).toBeGreaterThan(16 * 1024 * 1024);
    expect(struck[0]?.bytes).toBeLessThan(40 * 1024 * 1024);
    crm.superoffice.faults.clear();
  }
});

test('a CRM that refuses all is asked at most 1.2 times as often as clients ask', async () => {
  await using crm = await startCrm();
  await ask(crm, contacts);
  crm.superoffice.clear();
  // No fault for the breaker, and worth a second attempt each time.
  crm.superoffice.faults.add({ fault: { kind: 'status', status: 429 } });
  for (let round = 0; round < 10; round += 1) {
    const answers = await Promise.all(Array.from({ length: 10 }, () => ask(crm, contacts)));
    for (const { errors } of answers) expect(codesOf(errors)).toEqual([limited]);
  }
  expect(crm.superoffice.calls().length).toBeGreaterThan(105);
  expect(crm.superoffice.calls().length).toBeLessThanOrEqual(120);
});

test('a breaker opens, answers with no request, asks once, and closes; others are not touched', async () => {
  await using crm = await startCrm();
  const another = { authorization: crm.superoffice.ticketsOf('Cust23456').lars };
  await Promise.all([ask(crm, both), ask(crm, contacts, another)]);
  crm.superoffice.faults.add({ tenant: 'Cust12345', fault: { kind: 'status', status: 502 } });
  for (let i = 0; i < 5; i += 1) await ask(crm, contacts);
  crm.superoffice.clear();

  const open = await ask(crm, both);
  expect(codesOf(open.errors)).toEqual(['UPSTREAM_UNAVAILABLE']);
  expect([open.data.contacts, open.data.estates.nodes.length]).toEqual([null, 2]);
  expect(open.retryAfter).toBe('2');
  expect(crm.superoffice.calls()).toHaveLength(0);
  expect((await ask(crm, contacts, another)).data.contacts.nodes).toHaveLength(2);

  crm.superoffice.faults.clear();
  await new Promise((resolve) => setTimeout(resolve, 2050));
  crm.superoffice.clear();
  crm.superoffice.faults.add({ fault: { kind: 'delay', milliseconds: 150 } });
  const probing = await Promise.all(Array.from({ length: 5 }, () => ask(crm, contacts)));
  expect(probing.filter(({ errors }) => errors === undefined)).toHaveLength(1);
  expect(crm.superoffice.calls().filter(({ tenant }) => tenant === 'Cust12345')).toHaveLength(1);
  crm.superoffice.faults.clear();
  expect((await ask(crm, contacts)).errors).toBeUndefined();
});

test.each([401, 403, 404])('%i is a healthy answer and opens nothing', async (status) => {
  await using crm = await startCrm();
  crm.superoffice.faults.add({ path: '^/Contact', times: 12, fault: { kind: 'status', status } });
  for (let i = 0; i < 12; i += 1) await ask(crm, contacts);
  expect((await ask(crm, contacts)).data.contacts.nodes).toHaveLength(2);
});

test('1,000 operations on a CRM that hangs do not slow the other one; what is too much is told to come again', async () => {
  await using crm = await startCrm({
    settings: { UPSTREAM_TIMEOUT_MS: '2000', REQUEST_DEADLINE_MS: '4000', SUPEROFFICE_MAX_CONNECTIONS: '4' },
  });
  await ask(crm, both);
  crm.superoffice.faults.add({ fault: { kind: 'hang' } });
  const hanging = Promise.all(Array.from({ length: 1000 }, () => ask(crm, contacts)));
  await expect.poll(() => crm.superoffice.calls().length).toBeGreaterThan(1);
  const times: number[] = [];
  for (let i = 0; i < 20; i += 1) {
    const start = performance.now();
    expect((await ask(crm, estates)).data.estates.nodes).toHaveLength(2);
    times.push(performance.now() - start);
  }
  expect(times.toSorted((one, other) => one - other)[10]).toBeLessThan(500);

  const answers = await hanging;
  const overloaded = answers.filter(({ errors }) => codesOf(errors)?.[0] === 'OVERLOADED');
  expect(overloaded.length).toBeGreaterThan(100);
  for (const { status, retryAfter, data } of overloaded) {
    expect([status, retryAfter, data.contacts]).toEqual([503, '2', null]);
  }
  const codes = new Set(answers.flatMap(({ errors }) => codesOf(errors)));
  expect([...codes].filter((code) => !/^(OVERLOADED|UPSTREAM_(TIMEOUT|UNAVAILABLE))$/.test(code ?? ''))).toEqual([]);
  // By the server's own clock: a thousand clients in this process keep each other waiting.
  expect(Math.max(...crm.logged.map((line) => JSON.parse(line).ms ?? 0))).toBeLessThan(4500);
}, 60_000);

test('an answer with something in it is no 503, whatever a part of it met', async () => {
  await using crm = await startCrm({ settings: { SUPEROFFICE_MAX_CONNECTIONS: '1', UPSTREAM_TIMEOUT_MS: '500' } });
  await ask(crm, both);
  crm.superoffice.faults.add({ fault: { kind: 'hang' } });
  const waiting = Promise.all(Array.from({ length: 40 }, () => ask(crm, contacts)));
  await expect.poll(() => crm.superoffice.calls().length).toBeGreaterThan(1);
  const { status, data, errors } = await ask(crm, both);
  expect(codesOf(errors)).toEqual(['OVERLOADED']);
  expect([status, data.contacts, data.estates.nodes.length]).toEqual([200, null, 2]);
  await waiting;
});
