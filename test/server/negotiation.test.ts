import { createClient } from 'graphql-sse';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startCrm } from '../crm.ts';
import { startEdge } from './edge.ts';

/** What GraphQL over HTTP says of formats, of status codes, and of what names an operation. */

let edge: Awaited<ReturnType<typeof startEdge>>;
beforeAll(async () => {
  edge = await startEdge();
});
afterAll(() => edge.close());

const json = 'application/json';
const graphql = 'application/graphql-response+json';
const hello = { query: '{ hello }' };

describe('of several formats that one is taken which is wanted most', () => {
  test.each([
    [`${graphql}, ${json};q=0.9`, graphql],
    [`${json};q=0.9, ${graphql}`, graphql],
    [`${json};q=0.5, ${graphql};q=0.4`, json],
    [`${json}; q=0, ${graphql}`, graphql],
    [`text/plain, ${json};q=0.1`, json],
    [`${json};q=0.1,*/*;q=0`, json],
  ])('%s', async (accept, expected) => {
    // The third is answered the way that ordinary requests are.
    for (let n = 0; n < 3; n += 1) {
      const answer = await edge.post(hello, { accept });
      expect([answer.status, answer.headers.get('content-type')]).toEqual([200, `${expected}; charset=utf-8`]);
    }
  });

  test.each([`${json};q=0`, '*/*;q=0.0', `${json};q=0, image/png`])('%s leaves none', async (accept) => {
    const answer = await edge.post(hello, { accept });
    expect([answer.status, answer.json().errors[0].extensions.code]).toEqual([406, 'BAD_USER_INPUT']);
  });

  test('parts that are refused are not sent', async () => {
    const accept = `${json}, multipart/mixed;q=0, text/event-stream;q=0`;
    const answer = await edge.post({ query: '{ hello ... @defer { items(count: 1) { id } } }' }, { accept });
    expect(answer.headers.get('content-type')).toBe(`${json}; charset=utf-8`);
    expect(answer.json().data.items).toEqual([{ id: 0 }]);
  });
});

test('an operation that was carried out is answered with 200, also where what it was given lets nothing be read', async () => {
  await using crm = await startCrm();
  const query = '{ contacts(after: "x") { nodes { name } } }';
  for (let n = 0; n < 3; n += 1) {
    const { status, data, errors } = await crm.query(query);
    expect([status, data, errors?.[0]?.extensions.code]).toEqual([200, { contacts: null }, 'BAD_CURSOR']);
  }
});

test.each([json, graphql])(
  'where this server itself fails, and nothing could be read, the status says so, as %s',
  async (accept) => {
    const failed = await edge.post({ query: '{ count }' }, { accept });
    const errors = [{ extensions: { code: 'INTERNAL_SERVER_ERROR' } }];
    expect([failed.status, failed.json()]).toMatchObject([500, { data: null, errors }]);
  },
);

describe('one that cannot be begun is a refused request, and an answer as any other for those who take JSON alone', () => {
  const two = 'query A { hello } query B { hello }';
  const variables = 'query($n: Int!) { items(count: $n) { id } }';
  test.each([
    ['a document that is none', { query: '{' }],
    ['a field that is none', { query: '{ helo }' }],
    ['a name that is none', { query: two, operationName: 'C' }],
    ['no name', { query: two }],
    ['no operation', { query: 'fragment A on Query { hello }' }],
    ['a variable that is missing', { query: variables }],
    ['a variable of another kind', { query: variables, variables: { n: 'many' } }],
  ])('%s', async (_, params) => {
    for (const [accept, status] of [
      [json, 200],
      [graphql, 400],
    ] as const) {
      const answer = await edge.post(params, { accept });
      expect([answer.status, answer.headers.get('content-type')]).toEqual([status, `${accept}; charset=utf-8`]);
      expect(answer.json().data).toBeUndefined();
    }
  });
});

test('a subscription that is not begun is refused where statuses are read, and told in its stream', async () => {
  await using crm = await startCrm();
  const body = JSON.stringify({ query: 'subscription { contactChanged { kind } }' });
  const ask = (accept: string) => {
    const headers = { 'content-type': json, accept, authorization: crm.superoffice.tickets.expired };
    return fetch(crm.url, { method: 'POST', headers, body });
  };
  const answers = await Promise.all(
    [`text/event-stream, ${graphql}`, `text/event-stream, ${json}`, 'text/event-stream'].map(ask),
  );
  expect(answers.map(({ status }) => status)).toEqual([401, 200, 200]);
  for (const answer of answers) {
    const text = await answer.text();
    expect(text).toContain('"code":"UNAUTHENTICATED"');
    expect(text).not.toContain('"http"');
  }
});

test('so is one that would go on behind an event that is not known', async () => {
  await using crm = await startCrm();
  const body = JSON.stringify({ query: 'subscription { contactChanged(after: "of yesterday") { kind } }' });
  const headers = { 'content-type': json, authorization: crm.superoffice.tickets.lars };
  const ask = (accept: string) => fetch(crm.url, { method: 'POST', headers: { ...headers, accept }, body });
  const answers = await Promise.all(
    [`text/event-stream, ${graphql}`, `text/event-stream, ${json}`, 'text/event-stream'].map(ask),
  );
  expect(answers.map(({ status }) => status)).toEqual([400, 200, 200]);
  for (const answer of answers) expect(await answer.text()).toContain('"code":"BAD_CURSOR"');
  const client = createClient({ url: crm.url, headers, retryAttempts: 0 });
  const told = client.iterate({ query: 'subscription { contactChanged(after: "of yesterday") { kind } }' });
  expect((await told.next()).value).toMatchObject({ errors: [{ extensions: { code: 'BAD_CURSOR' } }] });
  expect(await told.next()).toMatchObject({ done: true });
});

test('a query that a CRM lets read nothing was carried out all the same', async () => {
  await using crm = await startCrm();
  crm.superoffice.faults.add({ times: 2, fault: { kind: 'status', status: 500 } });
  for (const accept of [graphql, json]) {
    const { status, data, errors } = await crm.query('{ contact(contactId: 3) { name } }', {}, { headers: { accept } });
    expect([status, data, errors?.[0]?.extensions.code]).toEqual([200, { contact: null }, 'UPSTREAM_UNAVAILABLE']);
  }
});

test('a name that is missing or wrong is told with what is to be done', async () => {
  for (const operationName of [undefined, null, '', 'C']) {
    const answer = await edge.post({ query: 'query A { hello } query B { hello }', operationName });
    expect(answer.json().errors[0].message).toMatch(/operationName must be the name of one in the document/);
  }
});

test('an empty name is none', async () => {
  for (let n = 0; n < 3; n += 1) {
    const answer = await edge.post({ ...hello, operationName: '' });
    expect([answer.status, answer.json().data]).toEqual([200, { hello: 'Hello world' }]);
  }
});

test('a GET that could be forged is told by which header it would not be', async () => {
  const path = `/graphql?query=${encodeURIComponent('{ hello }')}`;
  const refused = await edge.send(path);
  const names = (refused.json().errors[0].message as string).match(/[A-Z][\w-]+-[\w-]+|Authorization/g) ?? [];
  expect(names).toContain('GraphQL-Require-Preflight');
  for (const name of [...names, 'apollo-require-preflight']) {
    expect((await edge.send(path, { headers: { [name]: 'x' } })).status).toBe(200);
  }
  expect((await edge.send(path, { headers: { 'content-type': json } })).status).toBe(200);
  expect((await edge.send(path, { headers: { 'content-type': 'text/plain' } })).status).toBe(403);
});

test('too large a request is told the limit', async () => {
  const answer = await edge.post(JSON.stringify({ query: `# ${'x'.repeat(1_100_000)}` }));
  expect([answer.status, answer.json().errors[0].message]).toEqual([413, 'The request is larger than 1 MB.']);
});

test('no answer is kept by a cache', async () => {
  const path = `/graphql?query=${encodeURIComponent('{ hello }')}`;
  const headers = { 'x-requested-with': 'test' };
  const answers = [await edge.send(path, { headers }), await edge.send(path), await edge.send('/health')];
  for (let n = 0; n < 3; n += 1) answers.push(await edge.post(hello));
  expect(answers.map((answer) => answer.headers.get('cache-control'))).toEqual(answers.map(() => 'no-store'));
});
