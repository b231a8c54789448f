import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type App, startApp } from '../../src/app.ts';
import { parseConfig } from '../../src/config.ts';
import { expectRequests, startCrm } from '../crm.ts';

const quiet = { PORT: '0', METRICS_PORT: '0', LOG_LEVEL: 'silent' };

describe('the demo', () => {
  let app: App;
  beforeAll(async () => {
    app = await startApp(parseConfig({ ...quiet, SIMULATOR_NOW: '2026-03-04T00:00:00Z' }));
  });
  afterAll(() => app.close());

  const ask = async (query: string, headers: Record<string, string> = {}) => {
    const init = {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      body: JSON.stringify({ query }),
    };
    return (await fetch(app.url, init)).json();
  };

  test('acts as the demo user for those who bring no ticket', async () => {
    const { data } = await ask('{ viewer { tenant associate { fullName } } }');
    expect(data.viewer).toEqual({ tenant: 'Cust12345', associate: { fullName: 'Lars Holm' } });
  });

  test('a ticket that is brought counts, and fields of headers that nobody has filled in do not', async () => {
    const { data } = await ask('{ viewer { associate { fullName } } }', {
      authorization: app.simulators?.superoffice.tickets.mina ?? '',
      'x-tenant': '',
      'so-language': '',
      'so-timezone': '',
    });
    expect(data.viewer.associate.fullName).toBe('Mina Kvam');
  });

  test('today is the day of the simulated CRM', async () => {
    const { data } = await ask(
      '{ appointments(first: 1, filter: { startDate: { period: TODAY } }) { nodes { startDate } } }',
    );
    expect(data.appointments.nodes[0].startDate).toMatch(/^2026-03-04T/);
  });

  test('both upstreams are reachable', async () => {
    const ready = await fetch(new URL('/ready', app.url));
    expect([ready.status, await ready.json()]).toEqual([
      200,
      { ready: true, superoffice: 'reachable', onoffice: 'reachable', redis: 'not configured' },
    ]);
  });
});

describe('with CRMs that are configured', () => {
  test('without a ticket nothing is sent', async () => {
    await using crm = await startCrm();
    const { data, errors, calls } = await crm.query('{ contact(contactId: 3) { name } }', {}, { ticket: null });
    expect(data).toEqual({ contact: null });
    expect(errors?.map(({ extensions }) => extensions.code)).toEqual(['UNAUTHENTICATED']);
    expect(calls).toHaveLength(0);
  });

  test('what explain lists is what the CRM received, and the price is told', async () => {
    await using crm = await startCrm();
    const headers = { 'x-explain': 'true' };
    const { extensions, calls } = await crm.query('{ contacts(first: 3) { nodes { name } } }', {}, { headers });
    expectRequests(calls, 1);
    expect(extensions.upstream?.calls.map(({ method, path, status }) => ({ method, path, status }))).toEqual(
      calls.map(({ method, path, status }) => ({ method, path, status })),
    );
    expect(extensions.upstream?.total).toBe(calls.length);
    expect(extensions.cost).toEqual({ requested: 4, limit: 5000 });
  });

  test('an operation that may bring too much is refused before anything is sent', async () => {
    await using crm = await startCrm({ settings: { MAX_COST: '10' } });
    const { data, errors, calls, status } = await crm.query('{ contacts(first: 50) { nodes { name } } }');
    expect(data).toBeUndefined();
    expect(errors?.map(({ extensions }) => extensions.code)).toEqual(['QUERY_TOO_COMPLEX']);
    expect(errors?.[0]?.message).toMatch(/51 objects.*10/);
    expect(status).toBe(400);
    expect(calls).toHaveLength(0);
  });

  test('a header that cannot be served refuses the whole operation, and nothing is sent', async () => {
    await using crm = await startCrm();
    const headers = { 'so-timezone': 'Atlantis' };
    const { errors, calls, status } = await crm.query('{ contact(contactId: 3) { name } }', {}, { headers });
    expect([status, errors?.[0]?.extensions.code, calls.length]).toEqual([400, 'BAD_USER_INPUT', 0]);
  });

  test('answers name their language and zone', async () => {
    await using crm = await startCrm();
    const headers = { 'accept-language': 'nb', 'so-timezone': 'Europe/Oslo' };
    const answer = await crm.query('{ contact(contactId: 3) { name } }', {}, { headers });
    expect(answer.headers.get('so-timezone')).toBe('Europe/Oslo');
    expect(answer.headers.get('content-language')).toMatch(/^nb/);
  });

  test('however often it is asked whether it is ready, each CRM is asked once for all of five seconds', async () => {
    await using crm = await startCrm();
    const ready = async () => (await fetch(new URL('/ready', crm.url))).status;
    expect(await Promise.all([ready(), ready(), ready()])).toEqual([200, 200, 200]);
    expect(await ready()).toBe(200);
    expect([crm.superoffice.calls().length, crm.onoffice.calls().length]).toEqual([1, 1]);
  });

  test('a CRM that is gone is a coded error, not ready, and the server lives', async () => {
    const app = await startApp(parseConfig({ ...quiet, SUPEROFFICE_URL: 'http://127.0.0.1:9/site' }));
    const ready = await fetch(new URL('/ready', app.url));
    expect([ready.status, (await ready.json()).superoffice]).toEqual([503, 'unreachable']);
    expect((await fetch(new URL('/health', app.url))).status).toBe(200);
    const headers = { 'content-type': 'application/json', authorization: 'Bearer 8A:Cust12345.x' };
    const body = JSON.stringify({ query: '{ contact(contactId: 3) { name } }' });
    const answer = await (await fetch(app.url, { method: 'POST', headers, body })).json();
    expect(answer.errors[0].extensions).toMatchObject({
      code: 'UPSTREAM_UNAVAILABLE',
      upstream: { system: 'superoffice' },
    });
    await app.close();
  });
});

test('a manifest that holds no documents stops the start', async () => {
  const manifest = fileURLToPath(new URL('../../package.json', import.meta.url));
  const config = parseConfig({ ...quiet, PERSISTED_ONLY: 'on', PERSISTED_MANIFEST: manifest });
  await expect(startApp(config)).rejects.toThrow('PERSISTED_MANIFEST is neither');
});

test('what is running is answered before the server ends; nothing new is taken', async () => {
  const crm = await startCrm();
  crm.superoffice.faults.add({ path: '^/Contact', fault: { kind: 'delay', milliseconds: 400 } });
  const running = crm.query('{ contacts(first: 1) { nodes { name } } }');
  await expect.poll(() => crm.superoffice.calls().length).toBe(1);
  const ending = crm.close();
  await expect(fetch(crm.url)).rejects.toThrow();
  expect((await running).data.contacts?.nodes).toHaveLength(1);
  await ending;
});
