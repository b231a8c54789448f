import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createClient } from 'graphql-ws';
import { expect, test } from 'vitest';
import { WebSocket } from 'ws';
import { createMemoryStore } from '../../src/replicas/store.ts';
import { startCrm } from '../crm.ts';
import { startEdge } from './edge.ts';

const hello = { query: '{ hello }' };

test('each answer tells the quota and what is left of it', async () => {
  await using edge = await startEdge({ RATE_LIMIT: '3' });
  const answer = await edge.post(hello);
  expect(answer.headers.get('ratelimit-policy')).toBe('"cost";q=3;w=60');
  expect(answer.headers.get('ratelimit')).toBe('"cost";r=2;t=60');
});

test('above it: 429, when to come again, the same numbers in the error, and nothing is run', async () => {
  await using edge = await startEdge({ RATE_LIMIT: '2' });
  const write = { query: 'mutation { write }' };
  await edge.post(write);
  await edge.post(write);
  const refused = await edge.post(write);
  expect(edge.executed.writes).toBe(2);
  expect(refused.status).toBe(429);
  const [error] = refused.json().errors;
  const reset = Number(refused.headers.get('retry-after'));
  expect(reset).toBeGreaterThan(50);
  expect(error.extensions).toEqual({
    code: 'RATE_LIMITED',
    retryAfter: reset,
    rateLimit: { limit: 2, remaining: 0, reset },
    requestId: refused.headers.get('x-request-id'),
  });
  expect(refused.headers.get('ratelimit')).toBe(`"cost";r=0;t=${reset}`);
  expect(error.message).toContain('of 2 a minute 0 are left');
});

test('each ticket has its own, and callers without one share that of their address', async () => {
  await using edge = await startEdge({ RATE_LIMIT: '1' });
  const status = async (headers: Record<string, string> = {}) => (await edge.post(hello, headers)).status;
  expect([await status(), await status(), await status({ 'x-forwarded-for': '9.9.9.9' })]).toEqual([200, 429, 429]);
  const one = { authorization: 'Bearer 8A:Cust1.one' };
  const other = { authorization: 'Bearer 8A:Cust1.other' };
  expect([await status(one), await status(one), await status(other)]).toEqual([200, 429, 200]);
});

test('a ticket has one quota, however its scheme is written', async () => {
  await using crm = await startCrm({ settings: { RATE_LIMIT: '1' } });
  const [scheme = '', word = ''] = crm.superoffice.tickets.lars.split(' ');
  const spellings = [`${scheme} ${word}`, `${scheme.toLowerCase()} ${word}`, `${scheme.toUpperCase()}   ${word}`];
  const statuses: number[] = [];
  for (const ticket of spellings) statuses.push((await crm.query('{ __typename }', {}, { ticket })).status);
  expect(statuses).toEqual([200, 429, 429]);
});

test('an address has one quota, over HTTP and over WebSockets', async () => {
  await using crm = await startCrm({ settings: { RATE_LIMIT: '1' } });
  expect((await crm.query('{ __typename }', {}, { ticket: null })).status).toBe(200);
  const client = createClient({ url: crm.url.replace('http', 'ws'), webSocketImpl: WebSocket, retryAttempts: 0 });
  const refused = await new Promise((next, error) => {
    client.subscribe({ query: '{ __typename }' }, { next, error: next, complete: () => undefined });
    client.on('error', error);
  });
  expect(refused).toMatchObject([{ extensions: { code: 'RATE_LIMITED', rateLimit: { limit: 1, remaining: 0 } } }]);
  await client.dispose();
});

/** The server with onOffice alone, and one API key. */
async function onOfficeAlone(access: string) {
  const folder = mkdtempSync(join(tmpdir(), 'rate-'));
  const file = join(folder, 'keys.json');
  writeFileSync(file, JSON.stringify({ portal: { sha256: createHash('sha256').update('the key').digest('hex') } }));
  const keys: Record<string, string> = access === 'key' ? { API_KEYS_FILE: file } : {};
  const superoffice = { SUPEROFFICE_URL: '', SUPEROFFICE_TENANT: '', SUPEROFFICE_TENANTS: '' };
  const crm = await startCrm({ settings: { ...superoffice, ...keys, RATE_LIMIT: '1', ONOFFICE_ACCESS: access } });
  rmSync(folder, { recursive: true });
  return crm;
}

const madeUp = (n: number): Record<string, string>[] => [
  { cookie: `a=${n}` },
  { cookie: `a=${n}`, 'x-xsrf-token': `${n}` },
  { 'x-api-key': `${n}` },
  { authorization: `Bearer ${n}` },
];

test.each(['published', 'key'])('what a caller makes up is no ticket (onOffice alone, %s)', async (access) => {
  await using crm = await onOfficeAlone(access);
  const status = async (headers: Record<string, string>) =>
    (await crm.query('{ __typename }', {}, { headers, ticket: null })).status;
  expect(await status({})).toBe(200);
  for (const headers of [...madeUp(1), ...madeUp(2)]) expect(await status(headers)).toBe(429);
  const known = { 'x-api-key': 'the key' };
  expect([await status(known), await status(known)]).toEqual(access === 'key' ? [200, 429] : [429, 429]);
});

test('neither a cookie, a key nor the name of a tenant is a ticket of SuperOffice', async () => {
  await using crm = await startCrm({ settings: { RATE_LIMIT: '1' } });
  const status = async (headers: Record<string, string>) =>
    (await crm.query('{ __typename }', {}, { headers, ticket: null })).status;
  expect(await status({})).toBe(200);
  const [cookie, pair, key] = madeUp(1);
  for (const headers of [cookie, pair, key, { 'x-tenant': 'Cust23456' }]) expect(await status(headers ?? {})).toBe(429);
});

test('a session is a ticket where it may be used, with the token that belongs to its cookie', async () => {
  await using crm = await startCrm({ settings: { RATE_LIMIT: '1', SUPEROFFICE_SESSION: 'on' } });
  const status = async (headers: Record<string, string>) =>
    (await crm.query('{ __typename }', {}, { headers, ticket: null })).status;
  const session = { cookie: 'session=1', 'x-xsrf-token': 'one' };
  expect([await status({}), await status({ cookie: 'session=1' })]).toEqual([200, 429]);
  expect([await status(session), await status(session)]).toEqual([200, 429]);
});

test('the price is what counts, with the variables; each tenant has its own, and each user of it', async () => {
  await using crm = await startCrm({ settings: { RATE_LIMIT: '60' } });
  const page = 'query Page($first: Int!) { contacts(first: $first) { nodes { contactId } } }';
  const ask = (first: number, tenant = 'Cust12345', user: 'lars' | 'mina' = 'lars') =>
    crm.query(page, { first }, { ticket: crm.superoffice.ticketsOf(tenant)[user] });
  const first = await ask(40);
  expect(first.headers.get('ratelimit')).toMatch(/^"cost";r=19;t=\d+$/);
  const second = await ask(40);
  expect([second.status, second.errors?.[0]?.extensions.code, second.calls.length]).toEqual([429, 'RATE_LIMITED', 0]);
  expect((await ask(10)).data.contacts?.nodes).toHaveLength(10);
  expect((await ask(40, 'Cust23456')).status).toBe(200);
  expect((await ask(40, 'Cust12345', 'mina')).status).toBe(200);
  expect((await ask(40, 'Cust12345', 'mina')).status).toBe(429);
});

test('what is refused takes nothing, and a new minute brings all of it', () => {
  let time = 0;
  const store = createMemoryStore(() => time);
  const take = (amount: number) => store.take('one', amount, 100, 60_000);
  expect(take(70)).toEqual({ allowed: true, used: 70, resetMs: 60_000 });
  time = 20_000;
  expect(take(40)).toEqual({ allowed: false, used: 70, resetMs: 40_000 });
  expect(take(30)).toEqual({ allowed: true, used: 100, resetMs: 40_000 });
  time = 60_000;
  expect(take(100)).toEqual({ allowed: true, used: 100, resetMs: 60_000 });
});
