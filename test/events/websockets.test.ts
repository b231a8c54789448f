import type { Socket } from 'node:net';
import { createClient } from 'graphql-ws';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { WebSocket } from 'ws';
import type { Crm } from '../crm.ts';
import { eventually } from '../eventually.ts';
import { deliver, eventOf, pause, startLive } from '../live.ts';

let crm: Crm;
beforeAll(async () => {
  crm = await startLive();
});
afterAll(() => crm.close());

const query = 'subscription { contactChanged(contactId: 25) { kind contact { name } } }';

function connect(connectionParams: Record<string, unknown>, headers: Record<string, string> = {}) {
  const url = crm.url.replace('http', 'ws');
  class WithHeaders extends WebSocket {
    constructor(address: string, protocol: string) {
      super(address, protocol, { headers });
    }
  }
  const client = createClient({ url, connectionParams, webSocketImpl: WithHeaders, retryAttempts: 0 });
  const told: unknown[] = [];
  const failed: unknown[] = [];
  const subscribe = (text: string) =>
    client.subscribe(
      { query: text },
      {
        next: (value) => told.push(value),
        error: (error) => failed.push(error),
        complete: () => told.push('complete'),
      },
    );
  return { client, told, failed, subscribe };
}

test('events come over a WebSocket as they do over Server-Sent Events', async () => {
  const { client, told, subscribe } = connect({ Authorization: crm.superoffice.tickets.lars, 'SO-Language': 'nb' });
  const stop = subscribe(query);
  await eventually(async () => {
    await deliver(crm, eventOf(crm));
    expect(told.length).toBeGreaterThan(0);
  });
  const name = crm.superoffice.world().contacts.get(25)?.name;
  expect(told[0]).toMatchObject({ data: { contactChanged: { kind: 'CHANGED', contact: { name } } } });
  stop();
  await eventually(() => expect(told.at(-1)).toBe('complete'));
  await client.dispose();
});

test('queries are answered, and what is refused is told with its code', async () => {
  const { client, told, failed, subscribe } = connect({ Authorization: crm.superoffice.tickets.lars });
  subscribe('{ contact(contactId: 25) { contactId } }');
  await eventually(() => expect(told.at(-1)).toBe('complete'));
  expect(told[0]).toMatchObject({ data: { contact: { contactId: 25 } } });
  subscribe('subscription { nothing }');
  await eventually(() => expect(failed).toHaveLength(1));
  const locations = [{ line: 1, column: 16 }];
  expect(failed[0]).toMatchObject([{ locations, extensions: { code: 'GRAPHQL_VALIDATION_FAILED' } }]);
  await client.dispose();
});

test('the format of answers over HTTP is not learned from what is asked here', async () => {
  const accept = 'application/graphql-response+json';
  const text = '{ __typename }';
  const formatByHttp = async () => {
    const headers = { 'content-type': 'application/json', accept };
    const answer = await fetch(crm.url, { method: 'POST', headers, body: JSON.stringify({ query: text }) });
    await answer.text();
    return answer.headers.get('content-type');
  };
  for (let n = 0; n < 3; n += 1) await formatByHttp();
  const { client, told, subscribe } = connect({}, { accept });
  subscribe(text);
  await eventually(() => expect(told.at(-1)).toBe('complete'));
  expect(await formatByHttp()).toBe(`${accept}; charset=utf-8`);
  await client.dispose();
});

test('what fails within an answer says where in the document, as it does over HTTP', async () => {
  const { client, told, subscribe } = connect({ Authorization: crm.superoffice.tickets.lars });
  const text = '{ contacts(first: 501) { totalCount } contact(contactId: 25) { contactId } }';
  subscribe(text);
  await eventually(() => expect(told.at(-1)).toBe('complete'));
  const { data, errors = [] } = (await crm.query(text)) as { data: unknown; errors?: { locations?: unknown }[] };
  expect(errors.map(({ locations }) => locations)).toEqual([[{ line: 1, column: 3 }]]);
  expect(told[0]).toMatchObject({ data, errors: errors.map(({ locations }) => ({ locations })) });
  await client.dispose();
});

test.each([
  '{ contact(contactId: 25) { contactId ... @defer(label: "late") { name } } }',
  '{ contacts(first: 2) { nodes @stream(initialCount: 1) { name } } }',
])('what may be answered in parts is answered whole, and others go on beside it (%s)', async (text) => {
  const { client, told, failed, subscribe } = connect({ Authorization: crm.superoffice.tickets.lars });
  subscribe(query);
  subscribe(text);
  await eventually(() => expect(told).toContain('complete'));
  const { data } = (await crm.query(text.replaceAll(/@(defer|stream)\(.*?\)/g, ''))) as { data: object };
  const isEvent = (value: unknown) => JSON.stringify(value).includes('contactChanged');
  expect(told.filter((value) => !isEvent(value))).toEqual([{ data, extensions: expect.anything() }, 'complete']);
  await eventually(async () => {
    await deliver(crm, eventOf(crm));
    expect(isEvent(told.at(-1))).toBe(true);
  });
  expect(failed).toEqual([]);
  await client.dispose();
});

test('an operation that is nested beyond reason ends alone', async () => {
  const socket = new WebSocket(crm.url.replace('http', 'ws'), 'graphql-transport-ws');
  const messages: { type: string; id?: string; payload?: unknown }[] = [];
  socket.on('message', (message) => messages.push(JSON.parse(String(message))));
  const heard = (type: string) => messages.find((message) => message.type === type);
  await new Promise((resolve) => socket.once('open', resolve));
  socket.send('{"type":"connection_init"}');
  await eventually(() => expect(heard('connection_ack')).toBeDefined());
  const values = `{"deep":${'['.repeat(50_000)}${']'.repeat(50_000)}}`;
  socket.send(`{"type":"subscribe","id":"deep","payload":{"query":"{ __typename }","variables":${values}}}`);
  await eventually(() => expect(heard('error')).toBeDefined());
  expect(heard('error')).toEqual({
    type: 'error',
    id: 'deep',
    payload: [
      {
        message: expect.stringContaining('nested deeper'),
        extensions: { code: 'BAD_USER_INPUT', requestId: expect.any(String) },
      },
    ],
  });
  socket.send('{"type":"subscribe","id":"next","payload":{"query":"{ __typename }"}}');
  await eventually(() => expect(heard('next')).toMatchObject({ id: 'next', payload: { data: {} } }));
  socket.close();
});

test('connectionParams may be numbers and switches', async () => {
  const { client, told, subscribe } = connect({
    ...{ Authorization: crm.superoffice.tickets.lars, 'SO-TimeZone': 261, 'X-Explain': true, 'X-Tenant': null },
  });
  subscribe('{ viewer { timeZone } }');
  await eventually(() => expect(told).toHaveLength(2));
  const { data } = await crm.query('{ viewer { timeZone } }', {}, { headers: { 'SO-TimeZone': '261' } });
  expect(data.viewer?.timeZone).not.toBe('UTC');
  expect(told[0]).toMatchObject({ data, extensions: { upstream: {} } });
  await client.dispose();
});

test.each([
  ['the connection', {}, { 'X-Request-Id': 'of-the-connection' }, 'of-the-connection'],
  [
    'its first message',
    { 'X-Request-Id': 'of-the-message' },
    { 'X-Request-Id': 'of-the-connection' },
    'of-the-message',
  ],
  ['neither, as it should be', { 'X-Request-Id': 'not one' }, {}, expect.stringMatching(/^[0-9a-f-]{36}$/)],
])('errors name the request by the id that came with %s', async (_which, params, headers, requestId) => {
  const { client, told, failed, subscribe } = connect(params, headers);
  subscribe('{ contact(contactId: 25) { contactId } }');
  await eventually(() => expect(told).toHaveLength(2));
  expect(told[0]).toMatchObject({ errors: [{ extensions: { code: 'UNAUTHENTICATED', requestId } }] });
  subscribe('{ nothing }');
  await eventually(() => expect(failed).toHaveLength(1));
  expect(failed[0]).toMatchObject([{ extensions: { code: 'GRAPHQL_VALIDATION_FAILED', requestId } }]);
  await client.dispose();
});

test.each([
  ['X-Tenant', 'Cüst', 'BAD_USER_INPUT'],
  ['SO-TimeZone', { id: 261 }, 'BAD_USER_INPUT'],
  ['Accept-Language', ['nb', 'en'], 'BAD_USER_INPUT'],
  ['X-Explain', 'true\nX-Tenant: Cust23456', 'BAD_USER_INPUT'],
  ['Authorization', 'Bearer ü', 'UNAUTHENTICATED'],
  ['X-Api-Key', ['key'], 'UNAUTHENTICATED'],
])('connectionParams that are no header are refused, and never left out (%s: %j)', async (name, value, code) => {
  const { client, told, failed, subscribe } = connect({ [name]: value, 'X-Request-Id': 'of-this-client' });
  subscribe('{ viewer { timeZone } }');
  await eventually(() => expect([...failed, ...told].length).toBeGreaterThan(0));
  const [errors] = failed;
  expect(errors).toMatchObject([{ extensions: { code, requestId: 'of-this-client' } }]);
  await client.dispose();
});

test('without a ticket nothing is followed', async () => {
  const { client, failed, subscribe } = connect({});
  subscribe(query);
  await eventually(() => expect(failed).toHaveLength(1));
  expect(failed[0]).toMatchObject([{ extensions: { code: 'UNAUTHENTICATED' } }]);
  await client.dispose();
});

test('pages of other origins are not let in', async () => {
  const socket = new WebSocket(crm.url.replace('http', 'ws'), 'graphql-transport-ws', {
    origin: 'https://evil.example',
  });
  const message = await new Promise((resolve) => socket.once('error', (error) => resolve(error.message)));
  expect(message).toContain('403');
});

/** A connection on which a test says what it will. */
async function opened(protocols: readonly string[] = ['graphql-transport-ws']) {
  const socket = new WebSocket(crm.url.replace('http', 'ws'), [...protocols]);
  const heard: unknown[] = [];
  const ended = new Promise<[code: number, reason: string]>((resolve) => {
    socket.on('close', (code, reason) => resolve([code, String(reason)]));
  });
  socket.on('error', () => undefined).on('message', (data) => heard.push(JSON.parse(String(data))));
  await new Promise((resolve) => socket.once('open', resolve));
  return { socket, heard, ended, say: (message: unknown) => socket.send(JSON.stringify(message)) };
}

const begin = { type: 'connection_init' };
const beginAs = () => ({ ...begin, payload: { Authorization: crm.superoffice.tickets.lars } });
const forever = { id: '1', type: 'subscribe', payload: { query } };

test.each([
  ['nothing that is JSON', ['?'], 4400],
  ['a message of no kind', [{ type: 'nothing' }], 4400],
  ['a message of servers', [begin, { type: 'next', id: '1', payload: {} }], 4400],
  ['an operation before it has begun', [forever], 4401],
  ['two beginnings', [begin, begin], 4429],
  ['two operations of one id', [begin, forever, forever], 4409],
  [
    'two operations of one long id',
    [begin, { ...forever, id: 'long'.repeat(40) }, { ...forever, id: 'long'.repeat(40) }],
    4409,
  ],
  ['a message above all measure', [begin, { type: 'ping', payload: { text: 'x'.repeat(1_000_001) } }], 1009],
])('a client that says %s is told so by the end of its connection, and nobody else is', async (_which, said, code) => {
  const written = vi.spyOn(console, 'error');
  const { say, socket, heard, ended } = await opened();
  for (const message of said) {
    message === '?' ? socket.send('?') : say(message === begin ? beginAs() : message);
    if (message === begin) await eventually(() => expect(heard.length).toBeGreaterThan(0));
  }
  expect((await ended)[0]).toBe(code);
  expect(written).not.toHaveBeenCalled();
  written.mockRestore();
});

test('a client that speaks no protocol, or does not begin, is told so by the end of its connection', async () => {
  expect((await (await opened([])).ended)[0]).toBe(4406);
  expect((await (await opened()).ended)[0]).toBe(4408);
});

test('a frame that is none ends its connection, and is no line in any log', async () => {
  const written = vi.spyOn(console, 'error');
  const { socket, ended } = await opened();
  (socket as unknown as { _socket: { write(text: string): void } })._socket.write('nothing of a frame');
  expect((await ended)[0]).toBe(1002);
  expect(written).not.toHaveBeenCalled();
  written.mockRestore();
});

test('a client that has others write what it does not read is cut', async () => {
  const { socket, say, heard } = await opened();
  say(begin);
  await eventually(() => expect(heard).toHaveLength(1));
  socket.pause();
  const payload = { text: 'x'.repeat(900_000) };
  const began = performance.now();
  for (let turn = 0; turn < 80 && socket.readyState === WebSocket.OPEN; turn += 1) {
    await new Promise((resolve) => socket.send(JSON.stringify({ type: 'ping', payload }), resolve));
  }
  await eventually(() => expect(socket.readyState).toBe(WebSocket.CLOSED));
  // Well before it would be found to be gone.
  expect(performance.now() - began).toBeLessThan(10_000);
});

/** Sends all of it at once: a network may put several messages into one. */
function sayTogether(socket: WebSocket, messages: readonly (string | Buffer)[]): void {
  const { _socket: raw } = socket as unknown as { _socket: Socket };
  raw.cork();
  for (const message of messages) socket.send(message);
  raw.uncork();
}

const writing = (name: string) =>
  JSON.stringify({
    ...{ id: 'writes', type: 'subscribe' },
    payload: { query: `mutation { createContact(input: { name: "${name}" }) { contact { contactId } } }` },
  });

const written = (name: string) =>
  [...crm.superoffice.world().contacts.values()].filter((each) => each.name.startsWith(name));

test.each([
  ['a second beginning', [begin], 4429],
  ['two operations of one id', [forever, forever], 4409],
])('what comes behind %s, which ends the connection, is not begun', async (_which, said, code) => {
  const { socket, say, heard, ended } = await opened();
  say(beginAs());
  await eventually(() => expect(heard).toHaveLength(1));
  sayTogether(socket, [...said.map((each) => JSON.stringify(each)), writing('Behind AS')]);
  expect((await ended)[0]).toBe(code);
  await pause(300);
  expect(written('Behind')).toEqual([]);
});

test('an id that is completed can be used again at once', async () => {
  const { socket, say, heard } = await opened();
  say(beginAs());
  await eventually(() => expect(heard).toHaveLength(1));
  const end = { id: '1', type: 'complete' };
  const both = { id: '2', type: 'subscribe', payload: { query } };
  say(forever);
  say(both);
  await eventually(async () => {
    await deliver(crm, eventOf(crm));
    expect(new Set(heard.map((each) => (each as { id?: string }).id))).toEqual(new Set([undefined, '1', '2']));
  });
  await pause(500);
  heard.length = 0;
  sayTogether(
    socket,
    [end, forever].map((each) => JSON.stringify(each)),
  );
  await eventually(async () => {
    await deliver(crm, eventOf(crm));
    expect(heard).toContainEqual(expect.objectContaining({ id: '1', type: 'next' }));
  });
  expect(heard).not.toContainEqual(end);
  say(end);
  await pause(500);
  heard.length = 0;
  await eventually(async () => {
    await deliver(crm, eventOf(crm));
    expect(heard).toContainEqual(expect.objectContaining({ id: '2', type: 'next' }));
  });
  await pause(300);
  expect(heard).not.toContainEqual(expect.objectContaining({ id: '1' }));
  socket.close();
});

test('bytes that are no text are no message, and no other characters reach the CRM for them', async () => {
  const first = await opened();
  first.socket.send(Buffer.from(JSON.stringify(beginAs())));
  await eventually(() => expect(first.heard).toHaveLength(1));
  first.socket.send(Buffer.from(writing('Bytes Café'), 'latin1'));
  expect((await first.ended)[0]).toBe(4400);
  expect(written('Bytes')).toEqual([]);
});

test('what a client completes asks the CRM for nothing more', async () => {
  const { socket, say, heard } = await opened();
  const asked = () => crm.superoffice.journal.filter(({ path }) => path.startsWith('/Contact')).length;
  const ask = (id: string, query: string) => say({ id, type: 'subscribe', payload: { query } });
  say(beginAs());
  await eventually(() => expect(heard).toHaveLength(1));
  crm.superoffice.clear();
  crm.superoffice.faults.add({ path: '^/Contact', fault: { kind: 'delay', milliseconds: 200 } });
  ask('reads', '{ contacts(first: 3) { nodes { phones { value } } } }');
  await eventually(() => expect(asked()).toBe(1));
  say({ id: 'reads', type: 'complete' });
  ask('early', query);
  say({ id: 'early', type: 'complete' });
  ask('late', query);
  await pause(600);
  say({ id: 'late', type: 'complete' });
  await pause(100);
  await deliver(crm, eventOf(crm));
  await pause(400);
  crm.superoffice.faults.clear();
  expect(asked()).toBe(1);
  expect(heard).toHaveLength(1);
  socket.close();
});
