import { connect } from 'node:net';
import { text } from 'node:stream/consumers';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startEdge } from './edge.ts';

let edge: Awaited<ReturnType<typeof startEdge>>;
beforeAll(async () => {
  edge = await startEdge();
});
afterAll(() => edge.close());

const deferred = { query: '{ hello ...Later @defer } fragment Later on Query { items(count: 2) { owner secret } }' };

function parts(text: string) {
  return [...text.matchAll(/^\{.*\}$/gm)].map(([part]) => JSON.parse(part));
}

test('an answer in parts: the price on the first, requests on the last, errors finished on each', async () => {
  const headers = { accept: 'multipart/mixed', 'x-explain': 'true' };
  const answer = await edge.post(deferred, headers);
  const [first, last, ...more] = parts(answer.text);
  expect(more).toEqual([]);
  expect(first).toEqual({
    data: { hello: 'Hello world' },
    hasNext: true,
    extensions: { cost: { requested: 1, limit: 5000 } },
  });
  expect(Object.keys(last.extensions)).toEqual(['upstream']);
  const requestId = answer.headers.get('x-request-id');
  const upstream = { system: 'superoffice', status: 503 };
  expect(last.incremental[0].errors.map(({ extensions }: { extensions: unknown }) => extensions)).toEqual([
    { code: 'UPSTREAM_UNAVAILABLE', upstream, retryAfter: 3, requestId },
    { code: 'INTERNAL_SERVER_ERROR', requestId },
  ]);
});

test.each([
  ['1.1', 'multipart/mixed', 'chunked'],
  ['1.1', 'text/event-stream', 'chunked'],
  // A proxy that speaks no more than this knows no chunks: the answer ends with its connection.
  ['1.0', 'multipart/mixed', undefined],
  ['1.0', 'text/event-stream', undefined],
])('to a client of HTTP/%s that keeps no connection %s ends with its connection', async (version, accept, coding) => {
  const body = JSON.stringify(deferred);
  const socket = connect(Number(new URL(edge.origin).port), '127.0.0.1');
  const head = [
    ...[`POST /graphql HTTP/${version}`, 'Host: graph.example', 'Connection: close', `Accept: ${accept}`],
    ...['Content-Type: application/json', `Content-Length: ${body.length}`],
  ];
  const sentAt = performance.now();
  socket.write(`${head.join('\r\n')}\r\n\r\n${body}`);
  const answer = await text(socket);
  // Connections that are kept, are so for seven seconds.
  expect(performance.now() - sentAt).toBeLessThan(4000);
  const [told = ''] = answer.split('\r\n\r\n', 1);
  expect(told.match(/^connection: (.*)$/im)?.[1]).toBe('close');
  expect(told.match(/^transfer-encoding: (.*)$/im)?.[1]).toBe(coding);
  expect(answer).toContain('"hasNext":false');
});

test('as events too', async () => {
  const answer = await edge.post(deferred, { accept: 'text/event-stream' });
  expect(answer.headers.get('content-type')).toMatch(/^text\/event-stream/);
  expect(answer.text).toContain('"hasNext":false');
});

test.each(['application/json', 'application/graphql-response+json'])(
  'where %s alone is accepted, the answer comes whole',
  async (accept) => {
    const answer = await edge.post(deferred, { accept });
    expect(answer.status).toBe(200);
    expect(answer.headers.get('content-type')).toContain(accept);
    const { data, errors, hasNext } = answer.json();
    expect(hasNext).toBeUndefined();
    expect(data).toEqual({ hello: 'Hello world', items: expect.any(Array) });
    expect(errors.map(({ extensions }: { extensions: { code: string } }) => extensions.code)).toContain(
      'UPSTREAM_UNAVAILABLE',
    );
  },
);

test.each([
  ['image/png', { query: 'mutation { write }' }],
  ['image/png', { query: 'mutation { ...W @defer } fragment W on Mutation { write }' }],
])('where %s alone is accepted, such an operation is refused with a code and not run', async (accept, operation) => {
  const answer = await edge.post(operation, { accept });
  expect(answer.status).toBe(406);
  const { errors } = answer.json();
  expect(errors[0].extensions).toEqual({ code: 'BAD_USER_INPUT', requestId: answer.headers.get('x-request-id') });
  expect(edge.executed.writes).toBe(0);
});

test.each([
  ['-1', {}, 400],
  ['null', {}, 400],
  ['$n', { n: -5 }, 400],
  ['$n', { n: null }, 400],
  ['$n', { n: 1 }, 200],
  ['$n', {}, 200],
])('@stream with initialCount %s (%j) is answered with %i, whatever is accepted', async (count, variables, status) => {
  await using edge = await startEdge();
  const declared = count === '$n' ? '($n: Int)' : '';
  const query = `query ${declared} { items(count: 2) @stream(initialCount: ${count}) { id } }`;
  for (const accept of ['multipart/mixed', 'text/event-stream', 'application/json']) {
    const answer = await edge.post({ query, variables }, { accept: `${accept}, application/graphql-response+json` });
    expect(answer.status).toBe(status);
    if (status !== 200) expect(answer.json().errors[0].extensions.code).toBe('BAD_USER_INPUT');
  }
  expect(edge.lines.filter((line) => line.includes('"level":"error"'))).toEqual([]);
});
