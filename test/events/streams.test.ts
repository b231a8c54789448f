import { connect } from 'node:net';
import { createClient } from 'graphql-sse';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import type { TenantWorld } from '../../src/simulator/store.ts';
import type { Crm } from '../crm.ts';
import { eventually } from '../eventually.ts';
import { deliver, eventOf, pause, startLive, subscribe } from '../live.ts';

let crm: Crm;
/** Waits from the beginning on for what no test does. */
let idle: Awaited<ReturnType<typeof subscribe>>;
beforeAll(async () => {
  const live = { replayMs: 1500, checkMs: 200, patienceMs: 1000 };
  crm = await startLive({ live, seed: lengthenNames }, { register: false });
  idle = await subscribe(crm, 'subscription { appointmentChanged(appointmentId: 101) { kind } }');
});

/** What a slow reader does not take must first fill the buffers of two sockets. */
function lengthenNames({ contacts }: TenantWorld): void {
  for (const contact of contacts.values()) contact.name = contact.name.padEnd(200, '.');
}

afterAll(async () => {
  await idle[Symbol.asyncDispose]();
  await crm.close();
});

const contacts = 'subscription ($after: ID) { contactChanged(after: $after) { eventId contactId } }';
const idsOf = (told: readonly unknown[]) =>
  told.map((data) => (data as { contactChanged: { contactId: number } }).contactChanged.contactId);
const tell = (contactId: number, more = {}) => deliver(crm, eventOf(crm, { PrimaryKey: contactId, ...more }));
const codeOf = (stream: Awaited<ReturnType<typeof subscribe>>) =>
  stream.messages.findLast(({ data }) => data?.errors)?.data?.errors?.[0]?.extensions.code;

test('a stream goes on where it was cut: nothing is missed, nothing comes twice', async () => {
  const first = await subscribe(crm, contacts);
  await Promise.all([2, 3].map((id) => tell(id)));
  await eventually(() => expect(first.told()).toHaveLength(2));
  const lastId = first.messages.at(-1)?.id ?? '';
  first.leave();
  for (const id of [4, 5, 6]) await tell(id);
  await using byHeader = await subscribe(crm, contacts, { headers: { 'last-event-id': lastId } });
  await using byArgument = await subscribe(crm, contacts, { variables: { after: lastId } });
  await tell(7);
  await eventually(() => expect([byHeader.told().length, byArgument.told().length]).toEqual([4, 4]));
  expect([idsOf(byHeader.told()), idsOf(byArgument.told())]).toEqual([
    [4, 5, 6, 7],
    [4, 5, 6, 7],
  ]);
});

test('a browser that comes back by the address that it began with goes on behind what it heard last', async () => {
  const first = await subscribe(crm, contacts);
  for (const id of [16, 17, 18]) await tell(id);
  await eventually(() => expect(first.told()).toHaveLength(3));
  first.leave();
  const [began, last] = first.messages.map(({ id }) => id ?? '');
  const address = new URL(crm.url);
  address.searchParams.set('query', contacts);
  address.searchParams.set('variables', JSON.stringify({ after: began }));
  const headers = { accept: 'text/event-stream', authorization: crm.superoffice.tickets.lars };
  const leaving = new AbortController();
  const asking = { headers: { ...headers, 'last-event-id': last ?? '' }, signal: leaving.signal };
  const response = await fetch(address, asking);
  let told = '';
  const decoder = new TextDecoder();
  for await (const part of response.body as ReadableStream<Uint8Array>) {
    told += decoder.decode(part);
    if (told.includes('"contactId":18')) break;
  }
  leaving.abort();
  expect([...told.matchAll(/"contactId":(\d+)/g)].map(([, id]) => id)).toEqual(['18']);
});

test('after the time of the replay a stream says that it cannot go on', async () => {
  const first = await subscribe(crm, contacts);
  for (const id of [8, 9]) await tell(id);
  await eventually(() => expect(first.told()).toHaveLength(2));
  const lastId = first.messages[0]?.id ?? '';
  first.leave();
  await pause(1600);
  await tell(10);
  const late = await subscribe(crm, contacts, { headers: { 'last-event-id': lastId } });
  await late.ended;
  expect(codeOf(late)).toBe('BAD_CURSOR');
  const unknown = await subscribe(crm, contacts, { variables: { after: 'never seen' } });
  await unknown.ended;
  expect(codeOf(unknown)).toBe('BAD_CURSOR');
});

test.each(['at the next event', 'by itself, when nothing happens'])(
  'a ticket that ends, ends its streams %s',
  async (when) => {
    const user = crm.superoffice.world().users.find(({ associateId }) => associateId === 7);
    const ticket = user?.tickets[0];
    if (!ticket) throw new Error('Mina has no ticket');
    await using stream = await subscribe(crm, contacts, { ticket: crm.superoffice.tickets.mina });
    ticket.expiresAt = crm.superoffice.clock.now() - 1000;
    if (when === 'at the next event') await tell(11);
    await stream.ended;
    expect([stream.told(), codeOf(stream), stream.messages.at(-1)?.event]).toEqual([
      [undefined],
      'UNAUTHENTICATED',
      'complete',
    ]);
    ticket.expiresAt = null;
  },
);

test('of a storm the last state is told, and the CRM is asked a few times', async () => {
  await using stream = await subscribe(
    crm,
    'subscription { contactChanged(contactId: 12) { contact { department } } }',
  );
  const { name = '' } = crm.superoffice.world().contacts.get(12) ?? {};
  expect(name).not.toBe('');
  crm.superoffice.clear();
  for (let round = 0; round < 200; round += 1) {
    const row = crm.superoffice.world().contacts.get(12);
    if (row) row.department = `Round ${round}`;
    await tell(12);
  }
  const last = { contactChanged: { contact: { department: 'Round 199' } } };
  await vi.waitFor(() => expect(stream.told().at(-1)).toEqual(last), 2000);
  expect(stream.told().length).toBeLessThan(20);
  expect(crm.superoffice.journal.length).toBeLessThan(40);
});

test('a reader of one byte a second is ended, and nobody else notices', async () => {
  const body = JSON.stringify({
    query: `subscription { contactChanged { contact { ${Array.from({ length: 60 }, (_, at) => `n${at}: name`).join(' ')} } } }`,
  });
  const { port } = new URL(crm.url);
  const takeOne = () => {
    setTimeout(() => slow.resume(), 1000).unref();
    return false;
  };
  const onread = { buffer: Buffer.alloc(1), callback: takeOne };
  const slow = connect({ port: Number(port), host: '127.0.0.1', onread });
  slow.on('error', () => undefined);
  slow.write(
    `POST /graphql HTTP/1.1\r\nHost: 127.0.0.1\r\nAuthorization: ${crm.superoffice.tickets.lars}\r\nAccept: text/event-stream\r\n` +
      `Content-Type: application/json\r\nContent-Length: ${body.length}\r\n\r\n${body}`,
  );
  await using quick = await subscribe(crm, contacts);
  await pause(200);
  const told = new Set<number>();
  const ends = Date.now() + 30_000;
  const lines = () => crm.logged.filter((line) => line.includes('OVERLOADED'));
  for (let id = 1; Date.now() < ends && lines().length === 0; id = (id % 200) + 1) {
    told.add(id);
    await tell(id);
  }
  expect(lines()).toHaveLength(1);
  slow.destroy();
  await vi.waitFor(() => expect(new Set(idsOf(quick.told())).size).toBeGreaterThan(told.size - 10), 3000);
  expect(codeOf(quick)).toBeUndefined();
}, 40_000);

test('who waits for a CRM that does not answer is no slow reader', async () => {
  const settings = { UPSTREAM_TIMEOUT_MS: '2500', REQUEST_DEADLINE_MS: '5000' };
  await using slow = await startLive({ live: { patienceMs: 500 }, settings }, { register: false });
  await using stream = await subscribe(slow, contacts);
  slow.superoffice.faults.add({ path: '^/Contact', times: 1, fault: { kind: 'hang' } });
  for (const PrimaryKey of [25, 26, 27]) {
    await deliver(slow, eventOf(slow, { PrimaryKey }));
    await pause(700);
  }
  await eventually(() => expect(stream.messages).toHaveLength(3));
  expect(idsOf(stream.told())).toEqual([25, 26, 27]);
});

test('a CRM that is away for some seconds is waited for, and asked now and then', async () => {
  await using away = await startLive({}, { register: false });
  await using stream = await subscribe(away, contacts);
  away.superoffice.clear();
  away.superoffice.faults.add({ path: '^/Contact', fault: { kind: 'status', status: 500, body: {} } });
  for (const PrimaryKey of [25, 26]) await deliver(away, eventOf(away, { PrimaryKey }));
  await pause(5000);
  expect(away.superoffice.journal).toHaveLength(4);
  away.superoffice.faults.clear();
  await eventually(() => expect(stream.messages).toHaveLength(2));
  expect(idsOf(stream.told())).toEqual([25, 26]);
});

test('clients of graphql-sse are served', async () => {
  const client = createClient({ url: crm.url, headers: { Authorization: crm.superoffice.tickets.lars } });
  const told: unknown[] = [];
  const reading = (async () => {
    for await (const result of client.iterate({
      query: 'subscription { contactChanged(contactId: 15) { contactId } }',
    })) {
      told.push(result.data);
      break;
    }
  })();
  await vi.waitFor(async () => {
    await tell(15);
    expect(told).toHaveLength(1);
  }, 3000);
  await reading;
  expect(told).toEqual([{ contactChanged: { contactId: 15 } }]);
  client.dispose();
});

test('subscriptions need a format of streams', async () => {
  const response = await fetch(crm.url, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      accept: 'application/json',
      authorization: crm.superoffice.tickets.lars,
    },
    body: JSON.stringify({ query: 'subscription { contactChanged { contactId } }' }),
  });
  expect(response.status).toBe(406);
});

test('a stream on which nothing happens begins at once, and is kept open by comments', async () => {
  await using other = await subscribe(crm, 'subscription { appointmentChanged(appointmentId: 102) { kind } }');
  await eventually(() => expect(other.beats()).toBe(1));
  await vi.waitFor(() => expect(idle.beats()).toBeGreaterThan(1), 15_000);
  expect([idle.messages, other.messages]).toEqual([[], []]);
}, 20_000);
