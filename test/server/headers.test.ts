import type { AddressInfo } from 'node:net';
import { connect } from 'node:net';
import { expect, test } from 'vitest';
import { createHttpServer, patience } from '../../src/server/http-server.ts';
import { startCrm } from '../crm.ts';
import { startEdge } from './edge.ts';

test('every answer keeps browsers from guessing, framing and telling where they were', async () => {
  await using edge = await startEdge();
  const answers = [
    await edge.post({ query: '{ hello }' }),
    await edge.post('{"query":'),
    await edge.send('/graphql', { method: 'OPTIONS', headers: { origin: 'http://localhost:1' } }),
    await edge.send('/health'),
    await edge.send('/ready'),
    await edge.send('/nowhere'),
  ];
  for (const { headers } of answers) {
    expect(headers.get('content-security-policy')).toBe("default-src 'none'; frame-ancestors 'none'");
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('x-frame-options')).toBe('DENY');
    expect(headers.get('referrer-policy')).toBe('no-referrer');
    expect(headers.get('cross-origin-resource-policy')).toBe('same-origin');
    expect(headers.has('x-powered-by')).toBe(false);
  }
});

test('Server-Timing tells how long this server took, and how much of it the CRM had', async () => {
  await using crm = await startCrm();
  crm.superoffice.faults.add({ path: '^/Contact', fault: { kind: 'delay', milliseconds: 100 } });
  const { headers } = await crm.query('{ contacts(first: 1) { nodes { name } } }');
  const timing = headers.get('server-timing') ?? '';
  const [, total, superoffice, requests] =
    timing.match(/^total;dur=([\d.]+), superoffice;dur=([\d.]+);desc="(\d+) requests"$/) ?? [];
  expect(Number(superoffice)).toBeGreaterThan(99);
  expect(Number(total)).toBeGreaterThanOrEqual(Number(superoffice));
  expect(Number(requests)).toBeGreaterThanOrEqual(1);
  expect((await crm.query('{ __typename }')).headers.get('server-timing')).toMatch(/^total;dur=[\d.]+$/);
});

/** Names and values of an answer's head as they came, in small letters and in their order. */
async function headOf(
  port: number,
  own: string,
  query: string,
  version = '1.1',
): Promise<[status: string, [string, string][]]> {
  const body = JSON.stringify({ query });
  const json = 'content-type: application/json\r\naccept: application/json\r\n';
  const bytes = `POST /graphql HTTP/${version}\r\nhost: x\r\n${own}${json}x-request-id: me-1\r\ncontent-length: ${body.length}\r\n\r\n${body}`;
  const received = await new Promise<string>((resolve, reject) => {
    let text = '';
    const socket = connect(port, '127.0.0.1', () => socket.write(bytes));
    socket.on('error', reject);
    socket.on('data', (chunk) => {
      text += chunk.toString('latin1');
      const length = Number(/content-length: (\d+)/i.exec(text)?.[1]);
      if (text.length < text.indexOf('\r\n\r\n') + 4 + length) return;
      socket.destroy();
      resolve(text);
    });
  });
  const [status = '', ...lines] = received.slice(0, received.indexOf('\r\n\r\n')).split('\r\n');
  const split = (line: string): [string, string] => [
    line.slice(0, line.indexOf(':')).toLowerCase(),
    line.slice(line.indexOf(':') + 2),
  ];
  return [status, lines.map(split)];
}

test.each([
  ['short', '{ contact(contactId: 7) { name } }', ''],
  ['longer than what goes out with its head', '{ contacts(first: 100) { nodes { name fullName department } } }', ''],
  ['with an error', '{ __typename list(name: "no word") { name } }', ''],
  ['to a page', '{ contact(contactId: 7) { name } }', 'origin: http://localhost:5173\r\n'],
])('an answer that is %s has each header once, on the way that has no Response too', async (_name, query, origin) => {
  await using crm = await startCrm({ settings: { RATE_LIMIT: '60000', ALLOWED_ORIGINS: 'http://localhost:5173' } });
  const port = Number(new URL(crm.url).port);
  const [first, second] = [await headOf(port, origin, query), await headOf(port, origin, query)];
  const [third] = [await headOf(port, origin, query)];
  const varying = ['date', 'server-timing', 'ratelimit', 'vary'];
  const sorted = ([status, head]: typeof first) => [status, head.filter(([name]) => !varying.includes(name)).sort()];
  expect(sorted(second)).toEqual(sorted(first));
  expect(sorted(third)).toEqual(sorted(first));
  const names = third[1].map(([name]) => name);
  expect(names.filter((name, at) => names.indexOf(name) !== at)).toEqual([]);
  expect(third[0]).toBe('HTTP/1.1 200 OK');
  expect(Object.fromEntries(third[1])).toMatchObject({
    ...{ 'content-type': 'application/json; charset=utf-8', 'x-request-id': 'me-1', connection: 'keep-alive' },
    ...{ 'so-timezone': 'UTC', 'content-language': 'en', 'ratelimit-policy': '"cost";q=60000;w=60' },
    ratelimit: expect.stringMatching(/^"cost";r=\d+;t=\d+$/),
    'server-timing': expect.stringMatching(/^total;dur=[\d.]+(, superoffice;dur=[\d.]+;desc="\d requests")?$/),
    ...(origin && { 'access-control-allow-origin': 'http://localhost:5173' }),
  });
});

test('a client of HTTP/1.0 is told how long its answer is, and may go on with its connection', async () => {
  await using crm = await startCrm();
  const port = Number(new URL(crm.url).port);
  for (let count = 0; count < 3; count += 1) {
    const [status, head] = await headOf(port, 'connection: keep-alive\r\n', '{ __typename }', '1.0');
    const { 'content-length': length, connection } = Object.fromEntries(head);
    expect([status, Number(length) > 20, connection]).toEqual(['HTTP/1.1 200 OK', true, 'keep-alive']);
  }
});

/** Sends these bytes and then one more now and then; resolves with what came back when the server ended it. */
function drip(port: number, head: string): Promise<string> {
  return new Promise((resolve) => {
    let received = '';
    const socket = connect(port, '127.0.0.1', () => socket.write(head));
    const timer = setInterval(() => socket.write('x'), 50);
    socket.on('data', (chunk) => (received += chunk));
    socket.on('error', () => undefined);
    socket.on('close', () => {
      clearInterval(timer);
      resolve(received);
    });
  });
}

test('a client that drips its headers or its body is closed, within 30 seconds', async () => {
  expect(patience.requestMs + patience.everyMs).toBeLessThanOrEqual(30_000);
  expect(patience.headersMs + patience.everyMs).toBeLessThanOrEqual(30_000);
  const short = { ...patience, requestMs: 300, headersMs: 200, everyMs: 50 };
  const server = createHttpServer((request) => request.resume(), null, short);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const began = performance.now();
  const answers = await Promise.all([
    drip(port, 'POST /graphql HTTP/1.1\r\nHost: x\r\nContent-Length: 1000\r\n\r\n{'),
    drip(port, 'POST /graphql HTTP/1.1\r\nHost: x\r\nX-Slow: '),
  ]);
  expect(performance.now() - began).toBeLessThan(2000);
  for (const answer of answers) expect(answer).toMatch(/^HTTP\/1.1 408 /);
  await new Promise((resolve) => server.close(resolve));
});

test('the server’s own patience is what it is made with', () => {
  const server = createHttpServer(() => undefined);
  expect([server.requestTimeout, server.headersTimeout, server.timeout]).toEqual([20_000, 10_000, 60_000]);
});
