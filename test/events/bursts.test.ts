import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { Topics } from '../../src/events/topics.ts';
import type { Crm } from '../crm.ts';
import { eventually } from '../eventually.ts';
import { deliver, eventOf, startLive, subscribe } from '../live.ts';

/** More changes at once than wait for a subscriber. */

let crm: Crm;
beforeAll(async () => {
  crm = await startLive({ live: { mostWaiting: 3 } }, { register: false });
});
afterAll(() => crm.close());

const changes = 'subscription { contactChanged { contactId } }';
const tell = (id: number) => deliver(crm, eventOf(crm, { PrimaryKey: id }));
const from = (first: number, count: number) => Array.from({ length: count }, (_, at) => first + at);
const idsOf = ({ told }: Awaited<ReturnType<typeof subscribe>>) =>
  told().map((data) => (data as { contactChanged: { contactId: number } } | undefined)?.contactChanged.contactId);

test('whoever comes back is told all that he has missed, however much, and then what comes', async () => {
  const first = await subscribe(crm, changes);
  await tell(2);
  await eventually(() => expect(idsOf(first)).toEqual([2]));
  first.leave();
  for (const id of from(3, 17)) await tell(id);
  const headers = { 'last-event-id': first.messages[0]?.id ?? '' };
  await using again = await subscribe(crm, changes, { headers });
  for (const id of from(20, 7)) await tell(id);
  await vi.waitFor(() => expect(idsOf(again)).toEqual(from(3, 24)), 10_000);
});

test('whoever takes what comes is told all of it, however much comes while he is told of the first', async () => {
  await using stream = await subscribe(crm, changes);
  await using one = await subscribe(crm, 'subscription { contactChanged(contactId: 50) { contactId } }');
  crm.superoffice.faults.add({ path: '^/Contact', times: 1, fault: { kind: 'delay', milliseconds: 500 } });
  for (const id of [...from(50, 20), 55, 50]) await tell(id);
  await vi.waitFor(() => expect([...new Set(idsOf(stream))].sort()).toEqual(from(50, 20)), 10_000);
  await eventually(() => expect(new Set(idsOf(one))).toEqual(new Set([50])));
  expect(stream.messages.flatMap(({ data }) => data?.errors ?? [])).toEqual([]);
});

test('events that wait are read together, in one request for all of them', async () => {
  await using full = await startLive({}, { register: false });
  await using stream = await subscribe(full, changes);
  const isContact = ({ path }: { path: string }) => path.endsWith('Contact');
  const asked = () => full.superoffice.journal.filter(isContact).length;
  full.superoffice.clear();
  full.superoffice.faults.add({ path: 'Contact$', times: 1, fault: { kind: 'delay', milliseconds: 2000 } });
  for (const id of from(80, 20)) await deliver(full, eventOf(full, { PrimaryKey: id }));
  await vi.waitFor(() => expect(idsOf(stream)).toEqual(from(80, 20)), 10_000);
  // The first alone, and all that came while it was read.
  expect(asked()).toBe(2);
});

test('a CRM that takes longer than what it says is known for is asked no more often than a fast one', async () => {
  await using slow = await startLive({}, { register: false });
  await using stream = await subscribe(slow, changes);
  slow.superoffice.clear();
  slow.superoffice.faults.add({ path: 'Contact$', fault: { kind: 'delay', milliseconds: 1200 } });
  for (const id of from(80, 20)) await deliver(slow, eventOf(slow, { PrimaryKey: id }));
  await vi.waitFor(() => expect(idsOf(stream)).toEqual(from(80, 20)), 10_000);
  expect(slow.superoffice.journal.filter(({ path }) => path.endsWith('Contact'))).toHaveLength(2);
});

test('an event costs the same however many are kept for those who come back', () => {
  const topics = new Topics({ replayMs: 300_000, most: 40_000 });
  const topic = { tenant: 'Cust12345', entity: 'Contact' };
  const event = { ...topic, kind: 'CHANGED', at: 0, changedFields: [], related: {} } as const;
  const tell = (from: number, to: number) => {
    const began = process.cpuUsage().user;
    for (let key = from; key < to; key += 1) topics.tell({ ...event, key, id: `event-${key}` });
    return process.cpuUsage().user - began;
  };
  tell(0, 20_000);
  // In microseconds: all that is kept was looked through with each of them, which took half a second.
  expect(tell(20_000, 24_000)).toBeLessThan(150_000);
  expect(topics.since(topic, 'event-23997')?.map(({ id }) => id)).toEqual(['event-23998', 'event-23999']);
});
