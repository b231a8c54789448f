import { expect, test } from 'vitest';
import { parseConfig } from '../../src/config.ts';
import { createLog } from '../../src/server/log.ts';
import { eventually } from '../eventually.ts';
import { deliver, eventOf, startLive, subscribe } from '../live.ts';
import { startEdge } from './edge.ts';

const configured = {
  SUPEROFFICE_URL: 'https://crm.example.com/site',
  SUPEROFFICE_TENANT: 'Cust12345',
  SUPEROFFICE_APP_TOKEN: 'app-token-value',
  SUPEROFFICE_WEBHOOK_SECRET: 'hook "quoted" secret',
  ONOFFICE_TOKEN: 'onoffice-token-value',
  ONOFFICE_SECRET: 'onoffice-secret-value',
  REDIS_URL: 'redis://user:redis-password@redis.example',
};

test('one line for an operation, without any value that was sent', async () => {
  await using edge = await startEdge();
  const query = 'query Greeting($name: String) { hello(name: $name) items(count: 2) { owner } }';
  await edge.post(
    { query, operationName: 'Greeting', variables: { name: 'Confidential' } },
    { authorization: 'Bearer 8A:Cust12345.confidential', 'x-request-id': 'line-1' },
  );
  expect(edge.lines).toHaveLength(1);
  expect(edge.lines[0]).not.toMatch(/Confidential|8A:/i);
  expect(JSON.parse(edge.lines[0] ?? '')).toEqual({
    level: 'info',
    time: expect.stringMatching(/^\d{4}-\d\d-\d\dT.*Z$/),
    requestId: 'line-1',
    operation: 'Greeting',
    kind: 'query',
    document: expect.stringMatching(/^[0-9a-f]{16}$/),
    status: 200,
    cost: 1,
    upstream: { superoffice: 1, onoffice: 0 },
    ms: expect.any(Number),
    upstreamMs: { superoffice: 1, onoffice: 0 },
    errors: { UPSTREAM_UNAVAILABLE: 1 },
    msg: 'operation',
  });
});

test('a refused request has its line too', async () => {
  await using edge = await startEdge();
  await edge.post('{"query":', { 'x-request-id': 'line-2' });
  expect(JSON.parse(edge.lines[0] ?? '')).toMatchObject({
    requestId: 'line-2',
    status: 400,
    errors: { BAD_USER_INPUT: 1 },
  });
});

test('the line of a stream counts what it has asked for at its beginning and for each of its events', async () => {
  await using live = await startLive({}, { register: false });
  const ticket = live.superoffice.tickets.mina;
  const stream = await subscribe(live, 'subscription Told { contactChanged { contact { name description } } }', {
    ticket,
  });
  expect(stream.headers.get('server-timing')).toMatch(/, superoffice;dur=[\d.]+;desc="1 requests"$/);
  for (const told of [1, 2]) {
    await deliver(live, eventOf(live, { PrimaryKey: 24 + told }));
    await eventually(() => expect(stream.told()).toHaveLength(told));
  }
  await stream[Symbol.asyncDispose]();
  const line = await eventually(() => {
    const found = live.logged.map((text) => JSON.parse(text)).find(({ operation }) => operation === 'Told');
    expect(found).toBeDefined();
    return found;
  });
  // Its proof, and the record of each event; whether a record may be told of is asked once for all who share its ticket.
  expect(line).toMatchObject({ kind: 'subscription', upstream: { superoffice: 3, onoffice: 0 }, errors: {} });
  expect(line.upstreamMs.superoffice).toBeGreaterThan(0);
});

test('secrets are struck out wherever they stand, in every form', () => {
  const lines: string[] = [];
  const log = createLog(parseConfig(configured), { write: (line) => void lines.push(line) });
  const secrets = Object.values(configured).slice(2, -1).concat('redis-password');
  for (const secret of secrets) {
    const base64 = Buffer.from(secret).toString('base64');
    log.error(
      { err: new Error(`failed with ${secret}`), header: secret, base64, url: encodeURIComponent(secret) },
      secret,
    );
  }
  const tickets = ['Bearer 8A:Cust1.abcDEF+/=', 'SOTicket 7T:someTicket==', 'Basic dXNlcjpwYXNz'];
  for (const ticket of tickets) log.warn({ note: `sent ${ticket}, refused`, authorization: ticket }, ticket);
  log.warn({ extendedclaim: 'claim-value', hmac: 'hmac-value' }, 'bare 7T:otherTicket');
  const all = lines.join('');
  expect(lines).toHaveLength(secrets.length + tickets.length + 1);
  for (const secret of secrets) {
    expect(all).not.toContain(secret);
    expect(all).not.toContain(JSON.stringify(secret).slice(1, -1));
    expect(all).not.toContain(Buffer.from(secret).toString('base64').replace(/=+$/, ''));
  }
  expect(all).not.toMatch(/Cust1\.abc|someTicket|dXNlcjpwYXNz|claim-value|hmac-value|otherTicket/);
  for (const line of lines) expect(() => JSON.parse(line)).not.toThrow();
});

test.each([
  ['authorization', 'Bearer hunter2'],
  ['cookie', 'hunter2'],
  ['x-xsrf-token', 'hunter2'],
  ['x-api-key', 'hunter2'],
  ['x-onoffice-claim', 'hunter2'],
])('what a request brings as %s stands in no line, though a failure names it', async (name, value) => {
  await using edge = await startEdge();
  const ask = (headers: Record<string, string>) => edge.post({ query: '{ items(count: 1) { secret } }' }, headers);
  await ask({});
  expect(edge.lines.splice(0).join('')).toContain('the password is hunter2');
  await ask({ [name]: value });
  expect(edge.lines.join('')).toContain('the password is [secret]');
  expect(edge.lines.join('')).not.toContain('hunter2');
});

test('the level is the one that is set', () => {
  const lines: string[] = [];
  const log = createLog(parseConfig({ LOG_LEVEL: 'warn' }), { write: (line) => void lines.push(line) });
  log.info('quiet');
  log.warn('loud');
  expect(lines.map((line) => JSON.parse(line).msg)).toEqual(['loud']);
});
