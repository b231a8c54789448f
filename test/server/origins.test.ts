import { expect, test } from 'vitest';
import { startEdge } from './edge.ts';

const site = { SUPEROFFICE_URL: 'https://crm.example.com/site' };
const hello = { query: '{ hello }' };

test('in the demo, pages of any port of this machine', async () => {
  await using edge = await startEdge();
  for (const origin of ['http://localhost:5173', 'https://localhost', 'http://127.0.0.1:8080', 'http://[::1]:3000']) {
    const answer = await edge.post(hello, { origin });
    expect(answer.headers.get('access-control-allow-origin')).toBe(origin);
    expect(answer.headers.get('access-control-allow-credentials')).toBeNull();
    expect(answer.headers.get('access-control-expose-headers')).toContain('X-Request-Id');
  }
  for (const origin of ['http://localhost.evil.example', 'http://evil.example:4000', 'http://127.0.0.1.evil.example']) {
    const answer = await edge.post(hello, { origin });
    expect(answer.status).toBe(403);
    expect(answer.headers.get('access-control-allow-origin')).toBeNull();
  }
});

test.each([
  [400, '{', {}],
  [406, JSON.stringify(hello), { accept: 'image/png' }],
  [413, ' '.repeat(1_000_001), {}],
  [415, '', { 'content-type': 'text/plain' }],
])('why a request is refused (%i), a page that may use the graph can read', async (status, body, headers) => {
  await using edge = await startEdge();
  const origin = 'http://localhost:5173';
  const sent = { 'content-type': 'application/json', origin, ...headers };
  const answer = await edge.send('/graphql', { method: 'POST', headers: sent, body });
  expect([answer.status, answer.json().errors[0].extensions.code]).toEqual([status, 'BAD_USER_INPUT']);
  const told = ['access-control-allow-origin', 'server-timing', 'accept'].map((name) => answer.headers.get(name));
  expect(told).toEqual([origin, expect.stringMatching(/^total;dur=/), null]);
});

test('in production none but those that are named', async () => {
  await using closed = await startEdge(site);
  expect((await closed.post(hello, { origin: 'http://localhost:3000' })).status).toBe(403);
  await using open = await startEdge({ ...site, ALLOWED_ORIGINS: 'https://app.example.com' });
  const answer = await open.post(hello, { origin: 'https://app.example.com' });
  expect(answer.headers.get('access-control-allow-origin')).toBe('https://app.example.com');
  expect((await open.post(hello, { origin: 'https://app.example.com.evil.example' })).status).toBe(403);
});

test('forwarding headers do not make a foreign page our own', async () => {
  await using edge = await startEdge({ ...site, GRAPHIQL: 'on' });
  const origin = 'https://evil.example';
  const headers = { origin, 'x-forwarded-host': 'evil.example', forwarded: 'host=evil.example' };
  expect((await edge.post(hello, headers)).status).toBe(403);
  expect((await edge.post(hello, { origin: edge.origin })).status).toBe(200);
});

test('a browser that asks first is told what it may send', async () => {
  await using edge = await startEdge({
    ...site,
    ALLOWED_ORIGINS: 'https://app.example.com',
    SUPEROFFICE_SESSION: 'on',
  });
  const ask = (origin: string) =>
    edge.send('/graphql', {
      method: 'OPTIONS',
      headers: { origin, 'access-control-request-method': 'POST', 'access-control-request-headers': 'so-language' },
    });
  const allowed = await ask('https://app.example.com');
  expect(allowed.status).toBe(204);
  expect(allowed.headers.get('access-control-allow-headers')).toBe('so-language');
  expect(allowed.headers.get('access-control-allow-credentials')).toBe('true');
  expect((await ask('https://evil.example')).headers.get('access-control-allow-origin')).toBeNull();
});
