import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { type Crm, startCrm } from '../crm.ts';
import { eventually } from '../eventually.ts';

/** Ordinary requests have a way of their own: what it answers must be told in nothing from what all others are answered. */

const persisted = 'query Persisted { contact(contactId: 7) { name department category { name } } }';
const page = 'https://app.example.com';
const hash = createHash('sha256').update(persisted).digest('hex');

let crm: Crm;
let folder: string;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'ordinary-'));
  const manifest = join(folder, 'manifest.json');
  writeFileSync(manifest, JSON.stringify({ [hash]: persisted }));
  crm = await startCrm({ settings: { PERSISTED_MANIFEST: manifest, RATE_LIMIT: '1000000', ALLOWED_ORIGINS: page } });
});
afterAll(async () => {
  await crm.close();
  rmSync(folder, { recursive: true });
});
afterEach(() => crm.superoffice.faults.clear());

interface Raw {
  readonly status: number | undefined;
  readonly rawHeaders: readonly string[];
  readonly text: string;
}

/** In one piece of a known length, as clients send it, or in chunks, which is no ordinary request. */
function send(body: string | Buffer, headers: Readonly<Record<string, string>>, inChunks: boolean): Promise<Raw> {
  return new Promise((resolve, reject) => {
    const asked = request(crm.url, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        authorization: crm.superoffice.tickets.lars,
        'x-request-id': 'the-same',
        ...(inChunks ? { 'transfer-encoding': 'chunked' } : { 'content-length': Buffer.byteLength(body) }),
        ...headers,
      },
    });
    asked.on('error', reject);
    asked.on('response', async (response) => {
      let text = '';
      for await (const chunk of response.setEncoding('utf8')) text += chunk;
      resolve({ status: response.statusCode, rawHeaders: response.rawHeaders, text });
    });
    asked.end(body);
  });
}

/** The ordinary way writes names of headers as they are in the standards, the other one in small letters. */
const isOrdinaryAnswer = ({ rawHeaders }: Raw) => rawHeaders.includes('X-Request-Id');

/** All that a client can see, but times and what the quota is down to. */
function seen({ status, rawHeaders, text }: Raw) {
  const headers: Record<string, string> = {};
  for (let at = 0; at < rawHeaders.length; at += 2) {
    const name = (rawHeaders[at] as string).toLowerCase();
    const value = rawHeaders[at + 1] as string;
    headers[name] = /^(?:server-timing|date|ratelimit)$/.test(name) ? value.replaceAll(/[\d.]+/g, '#') : value;
  }
  const untimed = text.replaceAll(/"(ms|startMs)":[\d.]+/g, '"$1":#');
  // Times are of other lengths, so that the whole is.
  if (untimed !== text) headers['content-length'] = '#';
  return { status, headers, text: untimed };
}

interface Asked {
  readonly query?: string;
  readonly variables?: Readonly<Record<string, unknown>>;
  readonly operationName?: string;
  readonly extensions?: unknown;
}

/** Asks both ways, once everything that is kept of the CRM is there, and gives what both have answered. */
async function askBothWays(asked: Asked, headers: Readonly<Record<string, string>> = {}) {
  const body = JSON.stringify(asked);
  await send(body, headers, true);
  const forAll = await send(body, headers, true);
  const ordinary = await send(body, headers, false);
  expect(isOrdinaryAnswer(forAll)).toBe(false);
  expect(isOrdinaryAnswer(ordinary)).toBe(true);
  expect(seen(ordinary)).toEqual(seen(forAll));
  return { ...ordinary, json: JSON.parse(ordinary.text) };
}

const companies =
  'query Companies($first: Int = 3) { contacts(first: $first) { nodes { contactId name category { name } associate { fullName } updatedAt } pageInfo { endCursor } } }';

test.each([
  ['a page', { query: companies }],
  ['a page with variables', { query: companies, variables: { first: 2 } }],
  [
    'estates',
    { query: '{ estates(first: 2) { nodes { estateId title purchasePrice { amount } pictures { url } } } }' },
  ],
  ['nothing found', { query: '{ contact(contactId: 99999) { name } }' }],
  ['no request', { query: '{ __typename }' }],
  ['one of two operations', { query: `${companies} query Other { viewer { timeZone } }`, operationName: 'Other' }],
  ['a list, kept', { query: '{ list(name: "task") { items { name(language: "de") } } }' }],
  [
    'a mutation',
    {
      query:
        'mutation { updateContact(contactId: 3, changes: { department: "Same" }) { contact { department } errors { __typename } } }',
    },
  ],
  [
    'a refused mutation',
    {
      query:
        'mutation { updateContact(contactId: 99999, changes: { department: "x" }) { contact { department } errors { __typename message path } } }',
    },
  ],
] satisfies [string, Asked][])('%s is answered alike', async (_what, asked) => {
  const { status, json } = await askBothWays(asked);
  expect([status, json.errors]).toEqual([200, undefined]);
});

test.each([
  'application/json',
  'application/graphql-response+json',
  'application/graphql-response+json, application/json;q=0.9',
  '*/*',
  'text/html, */*;q=0.1',
  'application/json;q=0.1, application/graphql-response+json; charset="UTF-8"',
  '',
])('whoever accepts %s is answered alike, with data and with errors', async (accept) => {
  await askBothWays({ query: companies }, { accept });
  const failed = await askBothWays({ query: '{ node(id: "none") { id } }' }, { accept });
  expect(failed.json.errors).toHaveLength(1);
});

test.each([
  ['explained', { 'x-explain': 'true' }],
  ['in another language and zone', { 'accept-language': 'nb', 'so-timezone': 'America/New_York' }],
  ['without a request id that is one', { 'x-request-id': 'a b' }],
  ['of a page of another origin', { origin: page }],
  ['traced', { traceparent: '00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01' }],
])('a question %s is answered alike', async (what, headers) => {
  const body = JSON.stringify({ query: companies });
  if (what !== 'without a request id that is one') {
    const { json } = await askBothWays({ query: companies }, headers);
    expect(json.extensions.upstream !== undefined).toBe(what === 'explained');
    return;
  }
  // Each answer has an id of its own then.
  const named = (raw: Raw) => ({ ...seen(raw), headers: { ...seen(raw).headers, 'x-request-id': null } });
  const [forAll, ordinary] = [await send(body, headers, true), await send(body, headers, false)];
  expect(isOrdinaryAnswer(ordinary)).toBe(true);
  expect(named(ordinary)).toEqual(named(forAll));
});

test.each<Record<string, string>>([{}, { accept: 'application/graphql-response+json' }, { 'x-explain': 'true' }])(
  'partial errors and errors alone are answered alike (%j)',
  async (headers) => {
    const partial = await askBothWays({ query: '{ contact(contactId: 7) { name } node(id: "none") { id } }' }, headers);
    expect([partial.status, partial.json.data.contact.name !== null, partial.json.errors.length]).toEqual([
      200,
      true,
      1,
    ]);
    const wrong = await askBothWays(
      { query: '{ archive(provider: "SimpleContact", columns: ["nothing"]) { nodes } }' },
      headers,
    );
    expect(wrong.json.data).toEqual({ archive: null });
    const refused = await askBothWays({ query: companies }, { ...headers, authorization: 'Bearer nobody' });
    expect(refused.json.errors).toHaveLength(1);
  },
);

test('a CRM that fails is answered alike', async () => {
  const query = '{ contact(contactId: 7) { name } person(personId: 3) { fullName } }';
  crm.superoffice.faults.add({ path: '^/Person', fault: { kind: 'status', status: 403 } });
  const { json } = await askBothWays({ query });
  expect([json.data.contact !== null, json.data.person, json.errors.length]).toEqual([true, null, 1]);
});

test('a document on file is answered alike by its hash', async () => {
  const extensions = { persistedQuery: { version: 1, sha256Hash: hash } };
  const { json } = await askBothWays({ extensions });
  expect(json.data.contact.name).toBeTypeOf('string');
});

test('a page that may not ask is refused, whatever it asks', async () => {
  const body = JSON.stringify({ query: companies });
  const headers = { origin: `${page}.evil.example` };
  for (let n = 0; n < 3; n += 1) await send(body, {}, false);
  const [forAll, ordinary] = [await send(body, headers, true), await send(body, headers, false)];
  expect(seen(ordinary)).toEqual(seen(forAll));
  expect([ordinary.status, JSON.parse(ordinary.text).errors[0].extensions.code]).toEqual([403, 'FORBIDDEN']);
});

test('a switch that is null is answered alike', async () => {
  const query = 'query ($all: Boolean = true) { contact(contactId: 7) { name @include(if: $all) department } }';
  for (let n = 0; n < 3; n += 1) await send(JSON.stringify({ query }), {}, false);
  const body = JSON.stringify({ query, variables: { all: null } });
  const [forAll, ordinary] = [await send(body, {}, true), await send(body, {}, false)];
  expect(seen(ordinary)).toEqual(seen(forAll));
  expect(JSON.parse(ordinary.text).errors).toHaveLength(1);
});

test('what is answered in parts is not ordinary, however often it is asked', async () => {
  const query = '{ contact(contactId: 7) { name ... @defer(label: "late") { department category { name } } } }';
  const headers = { accept: 'multipart/mixed; deferSpec=20220824, application/json' };
  const body = JSON.stringify({ query });
  const answers: Raw[] = [];
  for (const inChunks of [true, true, false, false]) answers.push(await send(body, headers, inChunks));
  const [first, ...later] = answers.map(seen);
  expect(first?.headers['content-type']).toMatch(/^multipart\/mixed/);
  expect(first?.text).toContain('"label":"late"');
  for (const each of later) expect(each).toEqual(first);
  expect(answers.map(isOrdinaryAnswer)).toEqual([false, false, false, false]);
});

test('a document is kept when it comes again', async () => {
  const query = '{ contact(contactId: 11) { once: name } }';
  const answers: Raw[] = [];
  for (let n = 0; n < 4; n += 1) answers.push(await send(JSON.stringify({ query }), {}, false));
  expect(answers.map(isOrdinaryAnswer)).toEqual([false, false, true, true]);
  expect(new Set(answers.map(({ text }) => text)).size).toBe(1);
});

test('a body in pieces, cut within a character, and requests sent ahead of their answers are answered in turn', async () => {
  const query = 'query Echo($text: String!) { contacts(first: 1, filter: { name: { eq: $text } }) { nodes { name } } }';
  const name = `Sträßchen ${String.fromCodePoint(0x1f600)} AS`;
  const contact = crm.superoffice.world().contacts.get(7);
  if (contact) contact.name = name;
  const bytesOf = (text: string) => {
    const body = Buffer.from(JSON.stringify({ query, variables: { text } }));
    const head = [
      ...['POST /graphql HTTP/1.1', 'host: localhost', 'content-type: application/json'],
      ...[`authorization: ${crm.superoffice.tickets.lars}`, `content-length: ${body.length}`],
    ];
    return Buffer.concat([Buffer.from(`${head.join('\r\n')}\r\n\r\n`), body]);
  };
  const socket = connect(Number(new URL(crm.url).port), '127.0.0.1');
  let said = '';
  socket.setEncoding('utf8').on('data', (chunk) => (said += chunk));
  const answers = () => said.match(/\{"data".*?(?=HTTP\/1\.1|$)/gs) ?? [];
  const [whole, none] = [bytesOf(name), bytesOf('Nobody AS')];
  for (let n = 1; n <= 2; n += 1) {
    socket.write(whole);
    await eventually(() => expect(answers()).toHaveLength(n));
  }
  for (const piece of [whole.subarray(0, -30), whole.subarray(-30, -24), whole.subarray(-24)]) {
    socket.write(piece);
    await sleep(30);
  }
  socket.write(Buffer.concat([none, whole, none]));
  await eventually(() => expect(answers()).toHaveLength(6));
  expect(said.match(/X-Request-Id/g)).toHaveLength(4);
  const names = answers().map((each) =>
    JSON.parse(each).data.contacts.nodes.map((node: { name: string }) => node.name),
  );
  expect(names).toEqual([[name], [name], [name], [], [name], []]);
  socket.write(whole.subarray(0, -5));
  socket.destroy();
  expect((await send(JSON.stringify({ query: '{ __typename }' }), {}, false)).status).toBe(200);
});

test.each(['a b', '[', 'localhost:99999', 'name@localhost', 'localhost/other', '::1'])(
  'a Host that is none (%s) is refused either way, and nothing of this server is told',
  async (host) => {
    const body = JSON.stringify({ query: companies });
    for (let n = 0; n < 3; n += 1) await send(body, {}, false);
    const [forAll, ordinary] = [await send(body, { host }, true), await send(body, { host }, false)];
    expect(seen(ordinary)).toEqual(seen(forAll));
    expect(ordinary.status).toBe(400);
    const { errors } = JSON.parse(ordinary.text);
    expect(errors[0].extensions).toEqual({ code: 'BAD_USER_INPUT', requestId: 'the-same' });
    expect(seen(ordinary).headers['x-request-id']).toBe('the-same');
    expect(ordinary.text).not.toMatch(/node_modules|src\/|at /);
  },
);

test.each(['localhost', 'LOCALHOST:80', '[::1]:4000', 'graph_1.internal:65535'])(
  'a Host may be any name or address (%s)',
  async (host) => {
    for (const inChunks of [true, false])
      expect((await send(JSON.stringify({ query: companies }), { host }, inChunks)).status).toBe(200);
  },
);

test('a text that is not UTF-8 is refused either way, and nothing of it reaches the CRM', async () => {
  const query =
    'mutation Rename($name: String) { updateContact(contactId: 3, changes: { department: $name }) { contact { department } } }';
  const bodyOf = (name: string) => JSON.stringify({ query, variables: { name } });
  for (let n = 0; n < 3; n += 1) await send(bodyOf('Süd'), {}, false);
  crm.superoffice.clear();
  const body = Buffer.from(bodyOf('Nürnberg'), 'latin1');
  const [forAll, ordinary] = [await send(body, {}, true), await send(body, {}, false)];
  expect(seen(ordinary)).toEqual(seen(forAll));
  expect([ordinary.status, JSON.parse(ordinary.text).errors[0].extensions.code]).toEqual([400, 'BAD_USER_INPUT']);
  expect(crm.superoffice.calls()).toEqual([]);
});
