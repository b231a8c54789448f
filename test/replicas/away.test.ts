import { createServer } from 'node:net';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { startSuperOfficeSimulator } from '../../src/simulator/superoffice.ts';
import { startCrm } from '../crm.ts';
import { freePort } from '../ports.ts';
import { endProcesses, startProcess } from '../server/process.ts';

afterAll(endProcesses);

/** A Redis that is not there, or takes connections and never answers: what a replica does alone. */

const create = `mutation Create($key: String) {
  createContact(input: { name: "Alone AS" }, idempotencyKey: $key) { contact { name } errors { __typename } } }`;

describe.each(['is not there', 'never answers'])('a Redis that %s', (which) => {
  const silent = createServer((socket) => socket.on('error', () => undefined));
  let port = 0;
  let metricsPort = 0;
  beforeAll(async () => {
    [port, metricsPort] = [await freePort(), await freePort()];
    if (which === 'never answers') await new Promise<void>((resolve) => silent.listen(port, '127.0.0.1', resolve));
  });
  afterAll(() => {
    silent.close();
  });
  const start = () =>
    startCrm({
      settings: {
        ...{ REDIS_URL: `redis://:a-very-secret-word@127.0.0.1:${port}`, RATE_LIMIT: '20' },
        ...{ METRICS_PORT: String(metricsPort) },
      },
    });

  test('does not keep the server from starting, or from answering as well as it can alone', async () => {
    const began = performance.now();
    await using crm = await start();
    // A second and a half for Redis, at the most; the rest is the server itself.
    expect(performance.now() - began).toBeLessThan(3 * 3000);
    const ready = await fetch(new URL('/ready', crm.url));
    expect([ready.status, await ready.json()]).toMatchObject([200, { ready: true, redis: 'unreachable' }]);
    const numbers = await (await fetch(`http://127.0.0.1:${metricsPort}/metrics`)).text();
    expect(numbers).toMatch(/^crm_graph_redis_reachable 0$/m);

    const answers = [];
    for (let round = 0; round < 24; round += 1) answers.push(await crm.query('{ contact(contactId: 21) { name } }'));
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(20);
    expect(answers.filter(({ status }) => status === 429)).toHaveLength(4);

    const { mina } = crm.superoffice.tickets;
    const keyed = await crm.query(create, { key: 'k' }, { ticket: mina });
    expect([keyed.status, keyed.errors?.[0]?.extensions]).toMatchObject([503, { code: 'OVERLOADED', retryAfter: 3 }]);
    expect(keyed.headers.get('retry-after')).toBe('3');
    expect(keyed.calls.filter(({ method }) => method === 'POST')).toEqual([]);
    const plain = await crm.query(create, {}, { ticket: mina });
    expect(plain.data.createContact).toEqual({ contact: { name: 'Alone AS' }, errors: [] });
    const warnings = crm.logged.filter((line) => line.includes('Redis is away'));
    expect(warnings).toHaveLength(1);
    expect(JSON.parse(warnings[0] ?? '')).toMatchObject({
      level: 'warn',
      reason: which === 'is not there' ? 'ECONNREFUSED' : 'timeout',
    });
    expect(crm.logged.join('')).not.toContain('a-very-secret-word');
  });
});

test('one of several that is told to end says so and goes on for a moment, each answer the last of its connection', async () => {
  const superoffice = await startSuperOfficeSimulator();
  const server = startProcess({
    ...{ PORT: '0', REDIS_URL: `redis://127.0.0.1:${await freePort()}` },
    ...{ SUPEROFFICE_URL: superoffice.url(), SUPEROFFICE_TENANT: 'Cust12345' },
  });
  const url = await server.url();
  const ask = () =>
    fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: superoffice.tickets.lars },
      body: JSON.stringify({ query: '{ contact(contactId: 21) { contactId } }' }),
    });
  expect((await ask()).headers.get('connection')).toBe('keep-alive');
  server.child.kill('SIGTERM');
  await vi.waitFor(async () => expect((await fetch(new URL('/ready', url))).status).toBe(503), 1000);
  const answer = await ask();
  expect([answer.status, answer.headers.get('connection')]).toEqual([200, 'close']);
  expect(await server.ended).toBe(0);
  await superoffice.close();
});
