import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startEdge } from './edge.ts';

let edge: Awaited<ReturnType<typeof startEdge>>;
beforeAll(async () => {
  edge = await startEdge();
});
afterAll(() => edge.close());

const hello = { query: '{ hello }' };

test('an operation is answered, under its own id, in its language and zone', async () => {
  const answer = await edge.post({ query: 'query($n: String) { hello(name: $n) }', variables: { n: 'Oslo' } });
  expect(answer.json()).toEqual({ data: { hello: 'Hello Oslo' }, extensions: { cost: { requested: 1, limit: 5000 } } });
  expect(answer.headers.get('content-language')).toBe('en');
  expect(answer.headers.get('so-timezone')).toBe('UTC');
  expect(answer.headers.get('x-request-id')).toMatch(/^[0-9a-f-]{36}$/);
});

test.each(['Application/JSON', 'application/json ; charset=utf-8', 'application/JSON\t; Charset="UTF-8" '])(
  'a body of the type %s is an operation, the first time and every time after',
  async (type) => {
    const query = `{ hello } # ${type}`;
    const answers = [];
    for (let times = 0; times < 4; times += 1) answers.push(await edge.post({ query }, { 'content-type': type }));
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 200]);
    for (const answer of answers) expect(answer.json().data).toEqual({ hello: 'Hello world' });
  },
);

test('the caller may name the request, with a harmless word', async () => {
  const named = await edge.post(hello, { 'x-request-id': 'my.request-1' });
  expect(named.headers.get('x-request-id')).toBe('my.request-1');
  for (const bad of ['a b', '<script>', 'x'.repeat(129)]) {
    const answer = await edge.post(hello, { 'x-request-id': bad });
    expect(answer.headers.get('x-request-id')).toMatch(/^[0-9a-f-]{36}$/);
  }
});

test('a query may come by GET, where no other site can have sent it', async () => {
  const path = `/graphql?query=${encodeURIComponent('{ hello }')}`;
  const asked = await edge.send(path, { headers: { 'x-requested-with': 'test' } });
  expect(asked.json().data).toEqual({ hello: 'Hello world' });
  const plain = await edge.send(path);
  expect([plain.status, plain.json().errors[0].extensions.code]).toEqual([403, 'FORBIDDEN']);
});

test('a mutation by GET is not run', async () => {
  const path = `/graphql?query=${encodeURIComponent('mutation { write }')}`;
  const answer = await edge.send(path, { headers: { 'x-requested-with': 'test' } });
  expect(answer.status).toBe(405);
  expect(answer.json().errors[0].extensions.code).toBe('BAD_USER_INPUT');
  expect(edge.executed.writes).toBe(0);
});

describe('what no client of a graph sends is refused with a code, and nothing is run', () => {
  const form = 'application/x-www-form-urlencoded';
  const write = JSON.stringify({ query: 'mutation { write }' });
  const rows: [what: string, body: string, headers: Record<string, string>, status: number][] = [
    ['a form', 'query=mutation+%7B+write+%7D', { 'content-type': form }, 415],
    ['an upload', '--x\r\n\r\n--x--', { 'content-type': 'multipart/form-data; boundary=x' }, 415],
    ['a text', write, { 'content-type': 'text/plain' }, 415],
    ['bare GraphQL', 'mutation { write }', { 'content-type': 'application/graphql' }, 415],
    ['another encoding', write, { 'content-type': 'application/json; charset=utf-16' }, 415],
    ['a compressed body', write, { 'content-encoding': 'gzip' }, 415],
    ['truncated JSON', write.slice(0, -3), {}, 400],
    ['nothing', '', {}, 400],
    ['null', 'null', {}, 400],
    ['a number', '5', {}, 400],
    ['a batch', `[${write}]`, {}, 400],
    ['an operation without text', '{"variables":{}}', {}, 400],
    ['variables as a text', '{"query":"mutation { write }","variables":"{}"}', {}, 400],
    ['a member that is none', '{"query":"mutation { write }","evil":1}', {}, 400],
    ['a document nested beyond reason', JSON.stringify({ query: '{'.repeat(50_000) }), {}, 400],
    ['JSON nested beyond reason', `{"query":"{ hello }","variables":${'['.repeat(300_000)}`, {}, 400],
    ['a foreign page', write, { origin: 'https://evil.example' }, 403],
    ['a page of nowhere', write, { origin: 'null' }, 403],
    ['a header that cannot be served', write, { 'so-timezone': 'Mars' }, 400],
    ['more than a megabyte', JSON.stringify({ query: `# ${'x'.repeat(1_100_000)}` }), {}, 413],
  ];
  test.each(rows)('%s', async (_, body, headers, status) => {
    const answer = await edge.post(body, { accept: 'application/graphql-response+json', ...headers });
    expect(answer.status).toBe(status);
    const { errors, data } = answer.json();
    expect(data).toBeUndefined();
    expect(errors).toHaveLength(1);
    expect(errors[0].extensions.code).toMatch(/^(BAD_USER_INPUT|FORBIDDEN|GRAPHQL_PARSE_FAILED|QUERY_TOO_COMPLEX)$/);
    expect(errors[0].extensions.requestId).toBe(answer.headers.get('x-request-id'));
    expect(edge.executed.writes).toBe(0);
  });
});

test('what can be accepted is said so that the next request is answered', async () => {
  const ask = (accept: string) => edge.post({ query: 'subscription { ticks }' }, { accept });
  for (const accept of ['application/json', 'multipart/mixed', 'image/png']) {
    const answer = await ask(accept);
    expect([answer.status, answer.json().errors[0].extensions.code]).toEqual([406, 'BAD_USER_INPUT']);
    expect(answer.json().errors[0].message).toMatch(/for subscriptions text\/event-stream\.$/);
  }
});

test('what can be answered in no format that is accepted is not run', async () => {
  const [json, graphql] = ['application/json', 'application/graphql-response+json'];
  const none = [`${json};charset=iso-8859-1`, `${graphql}; charset=utf-16`, 'application/jsonp', 'text/event-streams'];
  for (const accept of [...none, `x${json}`, 'multipart/mixed2', `${json}+foo, image/png`]) {
    const answer = await edge.post({ query: 'mutation { write }' }, { accept });
    expect([accept, answer.status, answer.json().errors[0].extensions.code]).toEqual([accept, 406, 'BAD_USER_INPUT']);
  }
  expect(edge.executed.writes).toBe(0);
});

test.each([
  '',
  ' ',
  'application/json; charset="utf-8"',
  'Application/JSON;Charset=UTF8',
  'application/json;charset=utf-16, */*;q=0.1',
])('whoever accepts "%s" takes JSON', async (accept) => {
  const parts = { query: '{ hello ... @defer { items(count: 1) { id } } }' };
  for (let n = 0; n < 3; n += 1) {
    const answer = await edge.post({ query: '{ hello }' }, { accept });
    expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'application/json; charset=utf-8']);
  }
  const inParts = (await edge.post(parts, { accept })).headers.get('content-type');
  expect(inParts).toMatch(/json/i.test(accept) && !accept.includes('*') ? /^application\/json/ : /^multipart\/mixed/);
});

test('a body that grows beyond a megabyte without saying so is cut off', async () => {
  const endless = new ReadableStream({
    pull(controller) {
      controller.enqueue(new TextEncoder().encode(' '.repeat(65_536)));
    },
  });
  const sent = fetch(`${edge.origin}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: endless,
    duplex: 'half',
  } as RequestInit);
  const status = await sent.then(
    (response) => response.status,
    () => 'closed',
  );
  expect([413, 'closed']).toContain(status);
});

test('an answer never shows a piece of a body that cannot be read', async () => {
  const answer = await edge.post('{"query":"{ hello }", secret-piece');
  expect(answer.text).not.toContain('secret-piece');
});

test('keys that JavaScript gives a meaning are plain data', async () => {
  const body = '{"query":"{ hello }","variables":{"__proto__":{"n":"x"},"constructor":1}}';
  expect((await edge.post(body)).json().data).toEqual({ hello: 'Hello world' });
  expect((await edge.post('{"query":"{ hello }","query":"{ items(count: 0) { id } }"}')).json().data).toEqual({
    items: [],
  });
});

test('the two checks, and nothing else', async () => {
  expect((await edge.send('/health')).json()).toEqual({ status: 'alive' });
  const ready = await edge.send('/ready');
  expect([ready.status, ready.json()]).toEqual([
    200,
    { ready: true, superoffice: 'reachable', onoffice: 'not configured', redis: 'not configured' },
  ]);
  for (const path of ['/', '/graphql/x', '/graphiql', '/healthy', '/..']) {
    expect((await edge.send(path)).status).toBe(404);
  }
});

test('a server that is about to end is not ready', async () => {
  await using ending = await startEdge();
  ending.readiness.drain();
  expect((await ending.send('/ready')).status).toBe(503);
  expect((await ending.send('/health')).status).toBe(200);
});
