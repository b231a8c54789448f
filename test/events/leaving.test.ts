import { expect, test } from 'vitest';
import { WebSocket } from 'ws';
import type { Crm } from '../crm.ts';
import { eventually } from '../eventually.ts';
import { deliver, eventOf, pause, startLive, subscribe } from '../live.ts';

type Heard = { readonly type: string; readonly id?: string; readonly payload?: unknown };

/** A connection that has begun, and when it ended. */
async function connect(crm: Crm) {
  const socket = new WebSocket(crm.url.replace('http', 'ws'), 'graphql-transport-ws');
  const heard: Heard[] = [];
  const ended = new Promise<{ code: number; at: number }>((resolve) => {
    socket.on('close', (code) => resolve({ code, at: performance.now() }));
  });
  socket.on('message', (data) => heard.push(JSON.parse(String(data))));
  await new Promise((resolve) => socket.once('open', resolve));
  socket.send(JSON.stringify({ type: 'connection_init', payload: { Authorization: crm.superoffice.tickets.lars } }));
  await eventually(() => expect(heard).toEqual([{ type: 'connection_ack' }]));
  const ask = (id: string, query: string) => socket.send(JSON.stringify({ id, type: 'subscribe', payload: { query } }));
  return { ask, ended, heard: (id: string) => heard.filter((message) => message.id === id) };
}

test('a server that ends keeps a connection until what runs on it is answered; streams and what comes late go on elsewhere', async () => {
  const crm = await startLive({}, { register: false });
  const [writer, follower] = [await connect(crm), await connect(crm)];
  const changes = 'subscription { contactChanged { contactId } }';
  for (const { ask } of [writer, follower]) ask('changes', changes);
  await eventually(async () => {
    await deliver(crm, eventOf(crm));
    expect(writer.heard('changes').length).toBeGreaterThan(0);
  });
  crm.superoffice.faults.add({ method: 'POST', path: '^/Contact', fault: { kind: 'delay', milliseconds: 1000 } });
  crm.superoffice.clear();
  writer.ask('write', 'mutation { createContact(input: { name: "Written once" }) { contact { name } } }');
  const writes = () => crm.superoffice.journal.filter(({ method }) => method === 'POST').length;
  await eventually(() => expect(writes()).toBe(1));
  const closing = crm.close();
  const followerEnd = await follower.ended;
  writer.ask('late', 'mutation { createContact(input: { name: "Never" }) { contact { name } } }');
  const writerEnd = await writer.ended;
  expect([followerEnd.code, writerEnd.code]).toEqual([1001, 1001]);
  // Where nothing runs, nothing is waited for.
  expect(followerEnd.at).toBeLessThan(writerEnd.at - 200);
  await closing;
  const data = { createContact: { contact: { name: 'Written once' } } };
  expect(writer.heard('write')).toEqual([
    { id: 'write', type: 'next', payload: expect.objectContaining({ data }) },
    { id: 'write', type: 'complete' },
  ]);
  expect(writer.heard('late')).toEqual([]);
  // Clients come back for what they were not told the end of.
  for (const { heard } of [writer, follower])
    expect(heard('changes').map(({ type }) => type)).not.toContain('complete');
  await pause(50);
  expect(writes()).toBe(1);
});

test('what a ticket has seen is known while somebody follows with it, and as long as he can come back', async () => {
  await using crm = await startLive({ live: { leftMs: 600 } }, { register: false });
  const query = 'subscription { contactChanged { kind contactId } }';
  const kinds = ({ told }: Awaited<ReturnType<typeof subscribe>>) =>
    told().map((data) => (data as { contactChanged: { kind: string } }).contactChanged.kind);
  const tell = (id: number, kind: string) => deliver(crm, eventOf(crm, { PrimaryKey: id, Event: `contact.${kind}` }));
  const first = await subscribe(crm, query);
  for (const id of [25, 26, 27]) await tell(id, 'changed');
  await eventually(() => expect(kinds(first)).toHaveLength(3));
  first.leave();
  await first.ended;
  const second = await subscribe(crm, query);
  await pause(900);
  await tell(25, 'deleted');
  await eventually(() => expect(kinds(second)).toEqual(['DELETED']));
  second.leave();
  await second.ended;
  const third = await subscribe(crm, query);
  await tell(26, 'deleted');
  await eventually(() => expect(kinds(third)).toEqual(['DELETED']));
  third.leave();
  await third.ended;
  await pause(900);
  await using fourth = await subscribe(crm, query);
  await tell(27, 'deleted');
  await tell(28, 'changed');
  await eventually(() => expect(kinds(fourth)).toEqual(['CHANGED']));
});
