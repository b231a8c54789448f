import type { ServerResponse } from 'node:http';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type App, startApp } from '../../src/app.ts';
import { parseConfig } from '../../src/config.ts';
import { createLog } from '../../src/server/log.ts';
import {
  type Answer,
  hang,
  json,
  reset,
  startUpstream,
  text,
  truncated,
  type UpstreamServer,
} from '../upstream/upstream-server.ts';

/** Everything that a CRM can do wrong, to reads and to writes: what does not depend on it is complete, and in time. */

const deadline = 1200;
const secret = 'db-password-hunter2';
let upstream: UpstreamServer;
let app: App;
let fault: Answer = hang;
let faulty = /^$/;
let tenants = 0;
const logged: string[] = [];

beforeAll(async () => {
  upstream = await startUpstream((response, request) => {
    const path = request.path.split('/api/v1/')[1]?.split('?')[0] ?? '';
    if (faulty.test(`${request.method} ${path}`)) fault(response, request);
    else if (path === 'Person')
      json({ value: [{ PrimaryKey: '3', personId: 3, firstName: 'Ada' }] })(response, request);
    else json({ value: [{ PrimaryKey: '7', contactId: 7, name: 'Fjord' }] })(response, request);
  });
  const config = parseConfig({
    ...{ PORT: '0', METRICS_PORT: '0', SUPEROFFICE_URL: `${upstream.url}/{tenant}`, SUPEROFFICE_TENANTS: '*' },
    ...{ REQUEST_DEADLINE_MS: String(deadline), UPSTREAM_TIMEOUT_MS: '600' },
  });
  app = await startApp(config, { log: createLog(config, { write: (line) => void logged.push(line) }) });
});
afterAll(async () => {
  await app.close();
  await upstream.close();
});

/** Asks as a tenant that nobody has asked for yet: its breaker is closed, and nothing is kept of it. */
async function ask(query: string, { url } = app) {
  tenants += 1;
  upstream.received.length = 0;
  const began = performance.now();
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer 8A:Cust${tenants}.ticket-${tenants}` },
    body: JSON.stringify({ query }),
  });
  const answer = await response.text();
  const ms = performance.now() - began;
  return { ms, text: answer, retryAfter: response.headers.get('retry-after'), ...JSON.parse(answer) };
}

const raw =
  (head: string, body = ''): Answer =>
  (response) => {
    response.socket?.end(`HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n${head}\r\n\r\n${body}`);
  };

const resetInBody: Answer = (response) => {
  response.writeHead(200, { 'content-type': 'application/json', 'content-length': '1000' });
  response.write('{"value":[', () => response.socket?.resetAndDestroy());
};

const late: Answer = (response) => {
  setTimeout(() => response.destroyed || response.end('{"value":[]}'), 700);
};

const dripping: Answer = (response) => {
  response.writeHead(200, { 'content-type': 'application/json' });
  const timer = setInterval(() => response.write(' '), 200);
  response.on('close', () => clearInterval(timer));
};

const huge: Answer = (response) => {
  const block = Buffer.alloc(1_000_000, 0x20);
  let left = 100;
  const more = (): void => {
    while (left > 0 && !response.destroyed) {
      left -= 1;
      if (!response.write(block)) return void response.once('drain', more);
    }
    if (!response.destroyed) response.end();
  };
  more();
};

const none: Answer = (response: ServerResponse) => response.socket?.destroy();
const held = (status: number, retryAfter?: string) => json({}, status, retryAfter ? { 'retry-after': retryAfter } : {});

/** What a CRM may say of when to come again. */
const comeAgain: [when: string, value?: string][] = [
  ['without a word'],
  ['for a second', '1'],
  ['for a day', '86400'],
  ['until a date', new Date(Date.now() + 3_600_000).toUTCString()],
  ['until a date that is past', new Date(0).toUTCString()],
  ['until nobody knows when', 'soon'],
];

/** The fault, the code that a read of it ends in, and the code of a write. */
const faults: [name: string, fault: Answer, read: string, write: string][] = [
  ['a closed connection', none, 'UPSTREAM_UNAVAILABLE', 'UNKNOWN_OUTCOME'],
  ['a reset before headers', reset, 'UPSTREAM_UNAVAILABLE', 'UNKNOWN_OUTCOME'],
  ['a reset in the body', resetInBody, 'UPSTREAM_UNAVAILABLE', 'UNKNOWN_OUTCOME'],
  ['a truncated body', truncated, 'UPSTREAM_UNAVAILABLE', 'UNKNOWN_OUTCOME'],
  ['a hang', hang, 'UPSTREAM_TIMEOUT', 'UNKNOWN_OUTCOME'],
  ['headers after the timeout', late, 'UPSTREAM_TIMEOUT', 'UNKNOWN_OUTCOME'],
  ['one byte per 200 ms', dripping, 'UPSTREAM_TIMEOUT', 'UNKNOWN_OUTCOME'],
  ['100 MB', huge, 'UPSTREAM_INVALID_RESPONSE', 'UNKNOWN_OUTCOME'],
  [
    'a header of 70 kB',
    text('', 200, { 'x-large': 'x'.repeat(70_000) }),
    'UPSTREAM_INVALID_RESPONSE',
    'UNKNOWN_OUTCOME',
  ],
  [
    'a body longer than it says',
    raw('Content-Length: 5', '{"value":[]}'),
    'UPSTREAM_INVALID_RESPONSE',
    'UNKNOWN_OUTCOME',
  ],
  ['a body shorter than it says', raw('Content-Length: 50', '{"value":[]}'), 'UPSTREAM_UNAVAILABLE', 'UNKNOWN_OUTCOME'],
  [
    'no HTTP at all',
    (response) => response.socket?.end('SSH-2.0-OpenSSH\r\n'),
    'UPSTREAM_UNAVAILABLE',
    'UNKNOWN_OUTCOME',
  ],
  ['a login page with 200', text('<html>Log in</html>'), 'UPSTREAM_INVALID_RESPONSE', 'UNKNOWN_OUTCOME'],
  ['a login page with 401', text('<html>Log in</html>', 401), 'UNAUTHENTICATED', 'UNAUTHENTICATED'],
  [
    'XML',
    text('<?xml version="1.0"?><Contact/>', 200, { 'content-type': 'application/xml' }),
    'UPSTREAM_INVALID_RESPONSE',
    'UNKNOWN_OUTCOME',
  ],
  ['nothing in the body', text(''), 'UPSTREAM_INVALID_RESPONSE', 'UNKNOWN_OUTCOME'],
  ['null', json(null), 'UPSTREAM_INVALID_RESPONSE', 'UNKNOWN_OUTCOME'],
  ['another shape', json({ value: 'no rows' }), 'UPSTREAM_INVALID_RESPONSE', 'UNKNOWN_OUTCOME'],
  ...(
    [
      [429, 'RATE_LIMITED'],
      [503, 'UPSTREAM_UNAVAILABLE'],
    ] as const
  ).flatMap(([status, code]) =>
    comeAgain.map(([when, value]): [string, Answer, string, string] => [
      `${status} ${when}`,
      held(status, value),
      code,
      code,
    ]),
  ),
  [
    '500 with a secret in it',
    json({ Message: secret, StackTrace: secret }, 500),
    'UPSTREAM_UNAVAILABLE',
    'UPSTREAM_UNAVAILABLE',
  ],
  ['502 with a secret in it', text(`<pre>${secret}</pre>`, 502), 'UPSTREAM_UNAVAILABLE', 'UNKNOWN_OUTCOME'],
  ['304 that nobody asked for', json({}, 304), 'UPSTREAM_INVALID_RESPONSE', 'UPSTREAM_INVALID_RESPONSE'],
  [
    'a redirect elsewhere',
    text('', 302, { location: 'http://127.0.0.1:9/' }),
    'UPSTREAM_INVALID_RESPONSE',
    'UPSTREAM_INVALID_RESPONSE',
  ],
];

const received = (method: string, path: string) =>
  upstream.received.filter((one) => one.method === method && one.path.includes(`/api/v1/${path}`)).length;

describe('a read that meets', () => {
  test.each(faults)('%s: one retry at most, the rest complete, in time', async (_, given, code) => {
    [fault, faulty] = [given, /^GET Contact$/];
    const answer = await ask('{ contacts(first: 1) { nodes { name } } persons(first: 1) { nodes { firstName } } }');
    expect(answer.errors.map(({ extensions }: { extensions: { code: string } }) => extensions.code)).toEqual([code]);
    expect(answer.data).toEqual({ contacts: null, persons: { nodes: [{ firstName: 'Ada' }] } });
    expect(received('GET', 'Contact')).toBeLessThanOrEqual(2);
    expect(answer.ms).toBeLessThan(deadline + 500);
    expect(answer.text).not.toContain('hunter2');
  });

  test('nobody at all', async () => {
    const gone = await startApp(
      parseConfig({ PORT: '0', METRICS_PORT: '0', LOG_LEVEL: 'silent', SUPEROFFICE_URL: 'http://127.0.0.1:9/x' }),
    );
    const headers = { 'content-type': 'application/json', authorization: 'Bearer 8A:Cust1.x' };
    const body = JSON.stringify({ query: '{ contacts { nodes { name } } }' });
    const answer = await (await fetch(gone.url, { method: 'POST', headers, body })).json();
    expect(answer.errors[0].extensions.code).toBe('UPSTREAM_UNAVAILABLE');
    await gone.close();
  });
});

describe.each([
  ['a create', 'createContact(input: { name: "Once AS" })', 'POST Contact'],
  ['a change', 'updateContact(contactId: 7, changes: { department: "Once" })', 'PATCH Contact/7'],
])('%s that meets', (_, field, request) => {
  test.each(faults)(
    '%s: one attempt, in time, and nothing is claimed that is not known',
    async (__, given, ___, code) => {
      [fault, faulty] = [given, new RegExp(`^${request}$`)];
      const answer = await ask(
        `mutation { written: ${field} { contact { contactId } errors { __typename message } } }`,
      );
      const [method = '', path = ''] = request.split(' ');
      expect(received(method, path)).toBe(1);
      expect(answer.ms).toBeLessThan(deadline + 500);
      expect(answer.data).toEqual({ written: null });
      expect(answer.errors.map(({ extensions }: { extensions: { code: string } }) => extensions.code)).toEqual([code]);
      expect(answer.text).not.toContain('hunter2');
    },
  );
});

test('writes that hang one after another are answered for by the deadline', async () => {
  const settings = { REQUEST_DEADLINE_MS: '2000', UPSTREAM_TIMEOUT_MS: '1500', LOG_LEVEL: 'silent' };
  const patient = await startApp(
    parseConfig({ PORT: '0', METRICS_PORT: '0', SUPEROFFICE_URL: upstream.url, SUPEROFFICE_TENANTS: '*', ...settings }),
  );
  [fault, faulty] = [hang, /^PATCH Contact/];
  const change = (id: number) =>
    `w${id}: updateContact(contactId: ${id}, changes: { department: "x" }) { errors { message } }`;
  const answer = await ask(`mutation { ${[7, 8, 9].map(change).join(' ')} }`, patient);
  expect(answer.ms).toBeLessThan(2500);
  expect(answer.data).toEqual({ w7: null, w8: null, w9: null });
  const codes = answer.errors.map(({ extensions }: { extensions: { code: string } }) => extensions.code);
  // The third has not begun, so that nobody need wonder what became of it.
  expect(codes).toEqual(['UNKNOWN_OUTCOME', 'UNKNOWN_OUTCOME', 'UPSTREAM_TIMEOUT']);
  expect([received('PATCH', 'Contact/8'), received('PATCH', 'Contact/9')]).toEqual([1, 0]);
  await patient.close();
});

test('when to come again is told to the client, also where the CRM has not said when', async () => {
  faulty = /^GET Contact$/;
  const told = async (retryAfter?: string) => {
    fault = held(429, retryAfter);
    const { retryAfter: header, errors } = await ask('{ contacts(first: 1) { nodes { name } } }');
    expect(errors).toMatchObject([{ extensions: { code: 'RATE_LIMITED', retryAfter: Number(header) } }]);
    return header;
  };
  expect(await told('86400')).toBe('86400');
  expect(Number(await told(new Date(Date.now() + 3_600_000).toUTCString()))).toBeGreaterThan(3590);
  expect(await told('soon')).toBe('2');
  expect(await told()).toBe('2');
});

test('no secret of a body that a CRM has sent stands in the log', () => {
  expect(logged.length).toBeGreaterThan(faults.length);
  expect(logged.join('')).not.toMatch(/hunter2|ticket-\d/);
});
