import { createHash } from 'node:crypto';
import { mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createMemoryStore } from '../../src/replicas/store.ts';
import { startEdge } from './edge.ts';
import { heapAfterCollection } from './heap.ts';

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');
const hashed = (hash: unknown, more: object = {}) => ({
  ...more,
  extensions: { persistedQuery: { version: 1, sha256Hash: hash } },
});
const hello = '{ hello }';

describe('documents that clients have sent with their hash', () => {
  let edge: Awaited<ReturnType<typeof startEdge>>;
  beforeAll(async () => {
    edge = await startEdge();
  });
  afterAll(() => edge.close());
  const codeOf = async (body: object) => {
    const answer = await edge.post(body);
    return answer.json().errors?.[0].extensions.code;
  };

  test('unknown, then sent once, then known', async () => {
    const document = 'query Known { hello(name: "hash") }';
    expect(await codeOf(hashed(sha256(document)))).toBe('PERSISTED_QUERY_NOT_FOUND');
    const taught = await edge.post(hashed(sha256(document), { query: document }));
    expect(taught.json().data).toEqual({ hello: 'Hello hash' });
    const known = await edge.post(hashed(sha256(document)), { 'x-request-id': 'by-hash' });
    expect(known.json().data).toEqual({ hello: 'Hello hash' });
    const line = JSON.parse(edge.lines.find((one) => one.includes('by-hash')) ?? '');
    expect([line.operation, line.document]).toEqual(['Known', sha256(document).slice(0, 16)]);
  });

  test('an unknown hash has the message and status that clients look for', async () => {
    const body = hashed(sha256('unknown'));
    const answer = await edge.post(body, { accept: 'application/graphql-response+json' });
    expect([answer.status, answer.json().errors[0].message]).toEqual([404, 'PersistedQueryNotFound']);
    expect((await edge.post(body, { accept: 'application/json' })).status).toBe(200);
  });

  test('a hash that is not that of the document is refused, and is not kept for it', async () => {
    const hash = sha256('{ count }');
    expect(await codeOf(hashed(hash, { query: hello }))).toBe('BAD_USER_INPUT');
    expect(await codeOf(hashed(hash))).toBe('PERSISTED_QUERY_NOT_FOUND');
  });

  test.each([
    ['that cannot be parsed', '{ hello', {}],
    ['that is not valid', '{ helo }', {}],
    ['that costs too much', 'query($count: Int!) { items(count: $count) { id } }', { variables: { count: 9999 } }],
  ])('a document %s is not kept', async (_, query, more) => {
    expect(await codeOf(hashed(sha256(query), { query, ...more }))).toMatch(/FAILED|TOO_COMPLEX/);
    expect(await codeOf(hashed(sha256(query)))).toBe('PERSISTED_QUERY_NOT_FOUND');
  });

  test.each(['__proto__', 'constructor', 'hasOwnProperty', '', 'A'.repeat(256)])(
    '%j is an unknown hash',
    async (hash) => {
      expect(await codeOf(hashed(hash))).toBe('PERSISTED_QUERY_NOT_FOUND');
      expect(await codeOf(hashed(hash, { query: hello }))).toBe('BAD_USER_INPUT');
    },
  );

  test.each([[7], [null], [{}], ['x'.repeat(257)]])('%j is no hash', async (hash) => {
    expect(await codeOf(hashed(hash))).toBe('BAD_USER_INPUT');
  });

  test('another version of the protocol is refused', async () => {
    const extensions = { persistedQuery: { version: 2, sha256Hash: sha256(hello) } };
    expect(await codeOf({ query: hello, extensions })).toBe('BAD_USER_INPUT');
  });

  test('by GET a hash runs queries, and no mutation', async () => {
    const mutation = 'mutation { write }';
    await edge.post(hashed(sha256(hello), { query: hello }));
    await edge.post(hashed(sha256(mutation), { query: mutation }));
    const writes = edge.executed.writes;
    const get = (document: string) => {
      const { extensions } = hashed(sha256(document));
      const path = `/graphql?extensions=${encodeURIComponent(JSON.stringify(extensions))}`;
      return edge.send(path, { headers: { 'x-requested-with': 'test' } });
    };
    expect((await get(hello)).json().data).toEqual({ hello: 'Hello world' });
    expect((await get(mutation)).status).toBe(405);
    expect(edge.executed.writes).toBe(writes);
  });
});

describe('documents on file', () => {
  const folder = mkdtempSync(join(tmpdir(), 'manifest-'));
  afterAll(() => rmSync(folder, { recursive: true }));
  const file = join(folder, 'manifest.json');
  const put = (content: unknown) => {
    // As a whole, as tools that deliver files do.
    writeFileSync(`${file}.new`, typeof content === 'string' ? content : JSON.stringify(content));
    renameSync(`${file}.new`, file);
  };
  const start = () => startEdge({ PERSISTED_ONLY: 'on', PERSISTED_MANIFEST: file });

  test.each([null, [], 'null', { id: 1 }, { format: 'apollo-persisted-query-manifest', version: 2, operations: [] }])(
    'a file that holds %j stops the start',
    async (content) => {
      put(content);
      await expect(start()).rejects.toThrow(/PERSISTED_MANIFEST is neither/);
    },
  );

  test('are run by their id, and nothing else is', async () => {
    put({ greeting: hello });
    await using edge = await start();
    expect((await edge.post(hashed('greeting'))).json().data).toEqual({ hello: 'Hello world' });
    const texts = [{ query: hello }, hashed('greeting', { query: hello }), hashed(sha256(hello), { query: hello })];
    for (const body of texts) {
      const answer = await edge.post(body);
      const [error] = answer.json().errors;
      expect(answer.status).toBeGreaterThanOrEqual(400);
      expect(error.extensions.code).toMatch(/^(PERSISTED_QUERY_ONLY|BAD_USER_INPUT)$/);
    }
    expect((await edge.post({ query: hello })).json().errors[0].extensions.code).toBe('PERSISTED_QUERY_ONLY');
    expect((await edge.post(hashed(sha256(hello)))).json().errors[0].extensions.code).toBe('PERSISTED_QUERY_NOT_FOUND');
    expect((await edge.post({})).json().errors[0].extensions.code).toBe('BAD_USER_INPUT');
    expect(edge.executed.contexts).toBe(1);
  });

  test('with two query keys the last one counts for the allow list, the log and execution alike', async () => {
    put({ greeting: hello });
    await using closed = await start();
    const twice =
      '{"query":"","query":"{ hello }","extensions":{"persistedQuery":{"version":1,"sha256Hash":"greeting"}}}';
    expect((await closed.post(twice)).status).toBeGreaterThanOrEqual(400);
    expect(closed.executed.contexts).toBe(0);
    await using open = await startEdge();
    const last = 'query Last { hello(name: "last") }';
    const body = `{"query":"query First { hello }","query":${JSON.stringify(last)}}`;
    expect((await open.post(body)).json().data).toEqual({ hello: 'Hello last' });
    expect(JSON.parse(open.lines[0] ?? '')).toMatchObject({
      operation: 'Last',
      document: sha256(last).slice(0, 16),
    });
  });

  test('written by the Apollo tools', async () => {
    const operations = [{ id: 'a1', name: 'Hello', type: 'query', body: 'query Hello { hello }' }];
    put({ format: 'apollo-persisted-query-manifest', version: 1, operations });
    await using edge = await start();
    expect((await edge.post(hashed('a1'))).json().data).toEqual({ hello: 'Hello world' });
  });

  test('a changed file is read again; one that cannot be used changes nothing', async () => {
    put({ greeting: hello });
    await using edge = await start();
    const codeOf = async (id: string) => (await edge.post(hashed(id))).json().errors?.[0].extensions.code ?? 'known';
    expect(await codeOf('later')).toBe('PERSISTED_QUERY_NOT_FOUND');
    put({ later: '{ hello(name: "later") }' });
    await expect.poll(() => codeOf('later'), { timeout: 3000 }).toBe('known');
    expect(await codeOf('greeting')).toBe('PERSISTED_QUERY_NOT_FOUND');
    put('{ "later": ');
    await expect.poll(() => edge.lines.join(''), { timeout: 3000 }).toContain('cannot be used');
    expect(await codeOf('later')).toBe('known');
  });

  test('beside them any other document may be sent, where they are not the only ones', async () => {
    put({ greeting: hello });
    await using edge = await startEdge({ PERSISTED_MANIFEST: file });
    expect((await edge.post(hashed('greeting'))).json().data).toEqual({ hello: 'Hello world' });
    expect((await edge.post({ query: hello })).json().data).toEqual({ hello: 'Hello world' });
  });
});

test('a flood of 100,000 hashes leaves memory flat', async () => {
  const store = createMemoryStore();
  const text = (n: number) => `query Q${n} { hello(name: "${'x'.repeat(500)}") }`;
  const flood = async (from: number, to: number) => {
    for (let n = from; n < to; n += 1) await store.keepDocument(sha256(text(n)), text(n));
  };
  await flood(0, 20_000);
  const before = heapAfterCollection();
  await flood(20_000, 120_000);
  expect(heapAfterCollection() - before).toBeLessThan(5_000_000);
  expect(await store.document(sha256(text(119_999)))).toBe(text(119_999));
  expect(await store.document(sha256(text(0)))).toBeUndefined();
});
