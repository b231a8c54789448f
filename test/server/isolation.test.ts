import { describe, expect, test } from 'vitest';
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

describe('onOffice fails, SuperOffice is complete', () => {
  test.each([
    ['hangs', { kind: 'hang' }, 'UPSTREAM_TIMEOUT'],
    ['resets', { kind: 'reset' }, 'UPSTREAM_UNAVAILABLE'],
    ['breaks off', { kind: 'resetInBody' }, 'UPSTREAM_UNAVAILABLE'],
    ['ends in the middle', { kind: 'truncated' }, 'UPSTREAM_INVALID_RESPONSE'],
    ['shows a page', { kind: 'html' }, 'UPSTREAM_INVALID_RESPONSE'],
    ['sends something else', { kind: 'wrongShape', body: [] }, 'UPSTREAM_INVALID_RESPONSE'],
    ['is down', { kind: 'status', status: 503 }, 'UPSTREAM_UNAVAILABLE'],
    ['redirects', { kind: 'redirect', location: 'http://127.0.0.1:9/' }, 'UPSTREAM_INVALID_RESPONSE'],
  ] as const)('it %s', async (_, fault, code) => {
    await using crm = await startCrm({ settings: { UPSTREAM_TIMEOUT_MS: '600', REQUEST_DEADLINE_MS: '1200' } });
    expect((await ask(crm, both)).errors).toBeUndefined();
    crm.onoffice.clear();
    crm.onoffice.faults.add({ fault });
    const began = performance.now();
    const { data, errors } = await ask(crm, both);
    expect(performance.now() - began).toBeLessThan(1700);
    expect(codesOf(errors)).toEqual([code]);
    expect(errors?.[0]?.extensions.upstream.system).toBe('onoffice');
    expect([data.estates, data.contacts.nodes.length]).toEqual([null, 2]);
    expect(crm.onoffice.calls().length).toBeLessThanOrEqual(2);
  });
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
  expect(overloaded.length).toBeGreaterThan(300);
  for (const { status, retryAfter, data } of overloaded) {
    expect([status, retryAfter, data.contacts]).toEqual([503, '2', null]);
  }
  const codes = new Set(answers.flatMap(({ errors }) => codesOf(errors)));
  expect([...codes].filter((code) => !/^(OVERLOADED|UPSTREAM_(TIMEOUT|UNAVAILABLE))$/.test(code ?? ''))).toEqual([]);
  // By the server's own clock: a thousand clients in this process keep each other waiting.
  expect(Math.max(...crm.logged.map((line) => JSON.parse(line).ms ?? 0))).toBeLessThan(4500);
});

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
