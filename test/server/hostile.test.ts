import { createHash } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { schema } from '../../src/schema.ts';
import { type Crm, startCrm } from '../crm.ts';

/** What no sound client sends, at the wire of the whole server: refused with a code, before anything is asked of a CRM. */

let crm: Crm;
beforeAll(async () => {
  crm = await startCrm();
});
afterAll(() => crm.close());
beforeEach(() => {
  crm.superoffice.clear();
  crm.onoffice.clear();
});

async function send(body: string | Uint8Array<ArrayBuffer>, headers: Record<string, string> = {}) {
  const response = await fetch(crm.url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: crm.superoffice.tickets.lars, ...headers },
    body,
  });
  const text = await response.text();
  return { status: response.status, headers: response.headers, text, json: () => JSON.parse(text) };
}

const post = (body: object, headers?: Record<string, string>) => send(JSON.stringify(body), headers);
const times = (count: number, text: (n: number) => string) =>
  Array.from({ length: count }, (_, n) => text(n)).join(' ');
const nothingAsked = () => expect([...crm.superoffice.calls(), ...crm.onoffice.calls()]).toEqual([]);

const contact = '{ contact(contactId: 7) { name } }';
const create = 'mutation { createContact(input: { name: "Forged" }) { contact { contactId } } }';
const deep = (open: string, close: string, depth = 50_000) => open.repeat(depth) + close.repeat(depth);
const inFragments = (count: number, body: (n: number) => string) =>
  times(count, (n) => `fragment F${n} on Contact { ${body(n)} }`);

describe('refused with a code, and nothing is asked of a CRM', () => {
  const rows: [
    what: string,
    body: () => string | Uint8Array<ArrayBuffer>,
    code: RegExp,
    headers?: Record<string, string>,
  ][] = [
    ['truncated JSON', () => '{"query":"{ contact(contactId: 7) { name } }"', /BAD_USER_INPUT/],
    ['variables as a string', () => JSON.stringify({ query: contact, variables: '{"id":7}' }), /BAD_USER_INPUT/],
    ['variables as a list', () => JSON.stringify({ query: contact, variables: [7] }), /BAD_USER_INPUT/],
    ['a document that is no text', () => JSON.stringify({ query: { contact: 7 } }), /BAD_USER_INPUT/],
    ['a name that is no text', () => JSON.stringify({ query: contact, operationName: {} }), /BAD_USER_INPUT/],
    [
      'literals nested 50,000 deep',
      () => JSON.stringify({ query: `{ nodes(ids: ${deep('[', ']')}) { id } }` }),
      /TOO_COMPLEX/,
    ],
    [
      'objects nested 50,000 deep',
      () => JSON.stringify({ query: `{ contacts(filter: ${deep('{not:', '}')}) { nodes { name } } }` }),
      /TOO_COMPLEX/,
    ],
    ['selections nested 50,000 deep', () => JSON.stringify({ query: deep('{a', '}') }), /TOO_COMPLEX/],
    [
      'variables nested 50,000 deep',
      () =>
        `{"query":"query($f: ContactFilter) { contacts(filter: $f) { nodes { name } } }","variables":{"f":${deep('{"not":', '}').replace('{"not":}', '{}')}}}`,
      /BAD_USER_INPUT/,
    ],
    [
      'lists in variables nested 50,000 deep',
      () => `{"query":"{ __typename }","variables":{"unused":${deep('[', ']')}}}`,
      /BAD_USER_INPUT/,
    ],
    [
      'extensions nested 50,000 deep',
      () => `{"query":"{ __typename }","extensions":{"x":${deep('[', ']')}}}`,
      /BAD_USER_INPUT/,
    ],
    ['1 MB of [', () => '['.repeat(1_000_000), /BAD_USER_INPUT/],
    ['1 MB of { in a document', () => JSON.stringify({ query: '{'.repeat(900_000) }), /TOO_COMPLEX|PARSE_FAILED/],
    [
      'the whole schema 6 times',
      () => JSON.stringify({ query: `{ ${times(6, (n) => `a${n}: __schema { queryType { name } }`)} }` }),
      /TOO_COMPLEX/,
    ],
    [
      'all types 6 times',
      () => JSON.stringify({ query: `{ __schema { ${times(6, (n) => `a${n}: types { name }`)} } }` }),
      /TOO_COMPLEX/,
    ],
    ['1,000 aliases', () => JSON.stringify({ query: `{ ${times(1000, (n) => `a${n}: __typename`)} }` }), /TOO_COMPLEX/],
    ['101 aliases', () => JSON.stringify({ query: `{ ${times(101, (n) => `a${n}: __typename`)} }` }), /TOO_COMPLEX/],
    [
      '10,000 fields',
      () => JSON.stringify({ query: `{ contact(contactId: 7) { ${times(10_000, () => 'name')} } }` }),
      /TOO_COMPLEX/,
    ],
    [
      '5,000 directives',
      () => JSON.stringify({ query: `{ contact(contactId: 7) { name ${times(5000, () => '@include(if: true)')} } }` }),
      /TOO_COMPLEX/,
    ],
    [
      '51 directives',
      () => JSON.stringify({ query: `{ contact(contactId: 7) { name ${times(51, () => '@include(if: true)')} } }` }),
      /TOO_COMPLEX|VALIDATION/,
    ],
    [
      'a cycle of fragments',
      () =>
        JSON.stringify({ query: `{ contact(contactId: 7) { ...F0 } } ${inFragments(2, (n) => `name ...F${1 - n}`)}` }),
      /VALIDATION_FAILED/,
    ],
    [
      'a tangle of 150 fragments',
      () =>
        JSON.stringify({
          query: `{ contact(contactId: 7) { ...F0 } } ${inFragments(150, (n) => `...F${(n + 1) % 150} ...F${(n * 7 + 3) % 150}`)}`,
        }),
      /TOO_COMPLEX|VALIDATION_FAILED/,
    ],
    [
      'fragments that multiply',
      () =>
        JSON.stringify({
          query: `{ contact(contactId: 7) { ...F0 } } ${inFragments(12, (n) => (n === 11 ? 'name' : `a: persons { nodes { contact { ...F${n + 1} } } } b: persons { nodes { contact { ...F${n + 1} } } }`))}`,
        }),
      /TOO_COMPLEX/,
    ],
    [
      'one field 499 times, each with a selection to compare',
      () => JSON.stringify({ query: `{ ${times(499, () => 'viewer { tenant }')} }` }),
      /TOO_COMPLEX/,
    ],
    [
      'a page of pages of pages',
      () =>
        JSON.stringify({
          query: '{ contacts(first: 100) { nodes { persons(first: 100) { nodes { contact { name } } } } } }',
        }),
      /TOO_COMPLEX/,
    ],
    [
      'an operation that is none',
      () => JSON.stringify({ query: 'fragment F on Query { __typename }' }),
      /BAD_USER_INPUT|VALIDATION/,
    ],
    ['a batch', () => JSON.stringify([{ query: contact }]), /BAD_USER_INPUT/],
    [
      'a mutation as a form',
      () => `query=${encodeURIComponent(create)}`,
      /BAD_USER_INPUT/,
      { 'content-type': 'application/x-www-form-urlencoded' },
    ],
    [
      'a mutation as an upload',
      () =>
        `--x\r\nContent-Disposition: form-data; name="operations"\r\n\r\n${JSON.stringify({ query: create })}\r\n--x--\r\n`,
      /BAD_USER_INPUT/,
      { 'content-type': 'multipart/form-data; boundary=x' },
    ],
    [
      'a mutation as a text',
      () => JSON.stringify({ query: create }),
      /BAD_USER_INPUT/,
      { 'content-type': 'text/plain' },
    ],
    [
      'a mutation of a foreign page',
      () => JSON.stringify({ query: create }),
      /FORBIDDEN/,
      { origin: 'https://evil.example' },
    ],
    [
      'a compressed body',
      () => new Uint8Array(gzipSync(JSON.stringify({ query: create }))),
      /BAD_USER_INPUT/,
      { 'content-encoding': 'gzip' },
    ],
    [
      'UTF-16',
      () => new Uint8Array(Buffer.from(JSON.stringify({ query: create }), 'utf16le')),
      /BAD_USER_INPUT/,
      { 'content-type': 'application/json; charset=utf-16' },
    ],
    [
      'UTF-16 that says it is JSON',
      () => new Uint8Array(Buffer.from(`\ufeff${JSON.stringify({ query: create })}`, 'utf16le')),
      /BAD_USER_INPUT/,
    ],
    [
      'an unknown hash',
      () => JSON.stringify({ extensions: { persistedQuery: { version: 1, sha256Hash: 'a'.repeat(64) } } }),
      /PERSISTED_QUERY_NOT_FOUND/,
    ],
    [
      'a hash of something else',
      () =>
        JSON.stringify({ query: contact, extensions: { persistedQuery: { version: 1, sha256Hash: 'a'.repeat(64) } } }),
      /BAD_USER_INPUT/,
    ],
    [
      '__proto__ as a hash',
      () => JSON.stringify({ extensions: { persistedQuery: { version: 1, sha256Hash: '__proto__' } } }),
      /PERSISTED_QUERY_NOT_FOUND/,
    ],
  ];
  test.each(rows)('%s', async (_, body, code, headers) => {
    const answer = await send(body(), { accept: 'application/graphql-response+json', ...headers });
    expect(answer.text).toMatch(code);
    expect(answer.status).toBeGreaterThanOrEqual(400);
    expect(answer.status).toBeLessThan(500);
    const { errors, data } = answer.json();
    expect(data).toBeUndefined();
    for (const { extensions } of errors) {
      expect(extensions.code).toMatch(code);
      expect(extensions.requestId).toBe(answer.headers.get('x-request-id'));
    }
    expect(errors).toHaveLength(1);
    nothingAsked();
  });
});

test.each([
  ['a hundred thousand mistakes', '[Int!]', '{ contactId: { in: $f } }', Array<string>(100_000).fill('x')],
  [
    'mistakes beside a long text',
    'ContactFilter',
    '$f',
    Object.fromEntries([['name', { eq: 'x'.repeat(900_000) }], ...Array.from({ length: 60 }, (_, n) => [`x${n}`, n])]),
  ],
])('of %s among the variables some are told, and no more are looked for', async (_, type, filter, f) => {
  const query = `query Many($f: ${type}) { contacts(filter: ${filter}) { nodes { name } } }`;
  for (let n = 0; n < 3; n += 1) {
    const before = process.cpuUsage();
    const { errors } = (await post({ query, variables: { f } })).json();
    const { user, system } = process.cpuUsage(before);
    expect(errors.map(({ extensions }: { extensions: { code: string } }) => extensions.code)).toEqual(
      Array(6).fill('BAD_USER_INPUT'),
    );
    // It was seconds.
    expect((user + system) / 1000).toBeLessThan(1000);
  }
  nothingAsked();
});

test('what gateways ask for is printed once, however often it is asked for', async () => {
  const printing = vi.spyOn(schema, 'toConfig');
  const query = `{ ${times(40, (n) => `a${n}: _service { sdl }`)} }`;
  for (let n = 0; n < 3; n += 1) {
    const { data } = (await post({ query })).json();
    expect(JSON.stringify(data).split('extend schema @link')).toHaveLength(41);
  }
  // Not at all, where another test has asked before.
  expect(printing.mock.calls.length).toBeLessThanOrEqual(1);
  printing.mockRestore();
});

test('the price of a cached document grows with first: $n, and is refused with the numbers', async () => {
  const query = 'query Page($n: Int!) { contacts(first: $n) { nodes { persons(first: $n) { nodes { fullName } } } } }';
  expect((await post({ query, variables: { n: 2 } })).json().data.contacts.nodes).toHaveLength(2);
  crm.superoffice.clear();
  for (const n of [100, 200, 500]) {
    const answer = await post({ query, variables: { n } });
    const [error, ...more] = answer.json().errors;
    expect(more).toEqual([]);
    expect(error.extensions).toMatchObject({ code: 'QUERY_TOO_COMPLEX', cost: { limit: 5000 } });
    expect(error.message).toContain(String(error.extensions.cost.requested));
    expect(error.extensions.cost.requested).toBeGreaterThan(n * n);
  }
  nothingAsked();
});

describe('plain data, kept or refused, never altered', () => {
  test('__proto__ and constructor as keys of variables and inputs', async () => {
    const body = `{"query":"query($id: Int!) { contact(contactId: $id) { contactId } }","variables":{"id":7,"__proto__":{"id":8},"constructor":{"prototype":{"id":9}}}}`;
    expect((await send(body)).json().data).toEqual({ contact: { contactId: 7 } });
    const input =
      '{"query":"mutation($i: CreateContactInput!) { createContact(input: $i) { contact { name } } }","variables":{"i":{"name":"Plain","__proto__":{"name":"Polluted"}}}}';
    crm.superoffice.clear();
    const refused = (await send(input)).json();
    expect(refused.errors[0].extensions.code).toBe('BAD_USER_INPUT');
    nothingAsked();
    expect(Object.hasOwn(Object.prototype, 'name')).toBe(false);
  });

  test('with two query keys the last one is run and logged', async () => {
    const last = 'query Last { contact(contactId: 7) { contactId } }';
    const body = `{"query":${JSON.stringify(create)},"query":${JSON.stringify(last)}}`;
    const answer = await send(body, { 'x-request-id': 'two-keys' });
    expect(answer.json().data).toEqual({ contact: { contactId: 7 } });
    expect(crm.superoffice.calls().every(({ method }) => method === 'GET')).toBe(true);
    const line = JSON.parse(crm.logged.find((one) => one.includes('two-keys')) ?? '');
    expect(line.document).toBe(createHash('sha256').update(last).digest('hex').slice(0, 16));
  });

  test.each([
    ['a variable', { query: 'query($n: String!) { contacts(filter: { name: { contains: $n } }) { nodes { name } } }' }],
    ['a write', { query: 'mutation($n: String!) { createContact(input: { name: $n }) { contact { name } } }' }],
    ['the document', { query: '{ contacts(filter: { name: { eq: "A\ud800B" } }) { nodes { name } } }' }],
    ['an escape', { query: '{ contacts(filter: { name: { eq: "A\\ud800B" } }) { nodes { name } } }' }],
  ])('a lone surrogate in %s is refused: it would reach the CRM as another character', async (_, operation) => {
    const { errors } = (await post({ ...operation, variables: { n: 'A\ud800B' } })).json();
    expect(errors[0].extensions.code).toMatch(/BAD_USER_INPUT|GRAPHQL_PARSE_FAILED/);
    nothingAsked();
  });

  test('a whole surrogate pair is kept', async () => {
    const query = 'mutation($n: String!) { createContact(input: { name: $n }) { contact { name } } }';
    const { data } = (await post({ query, variables: { n: 'Fjord 🏔' } })).json();
    expect(data.createContact.contact.name).toBe('Fjord 🏔');
  });
});
