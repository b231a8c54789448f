import { afterAll, beforeAll, expect, test, vi } from 'vitest';
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
  await vi.waitFor(() => expect(idsOf(stream).at(-1)).toBe(50), 10_000);
  await vi.waitFor(() => expect(idsOf(stream).length).toBeGreaterThan(20), 10_000);
  const told = idsOf(stream);
  expect([...new Set(told)].sort()).toEqual(from(50, 20));
  expect(told.indexOf(55)).toBeLessThan(told.lastIndexOf(50));
  await eventually(() => expect(new Set(idsOf(one))).toEqual(new Set([50])));
});
