import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import type { Crm } from '../crm.ts';
import { deliver, eventOf, pause, startLive, subscribe } from '../live.ts';

let crm: Crm;
beforeAll(async () => {
  crm = await startLive();
});
afterAll(() => crm.close());

const contacts = 'subscription { contactChanged { eventId kind changedFields at contactId contact { name } } }';

async function rename(contactId: number, name: string): Promise<void> {
  const { errors } = await crm.query(
    'mutation ($id: Int!, $c: ContactChanges!) { updateContact(contactId: $id, changes: $c) { errors { message } } }' as string,
    { id: contactId, c: { name } },
  );
  expect(errors).toBeUndefined();
}

test('a change reaches its subscribers once, with fields of this graph and what the record is now', async () => {
  await using all = await subscribe(crm, contacts);
  await using own = await subscribe(crm, 'subscription { contactChanged(contactId: 25) { kind contactId } }');
  await using other = await subscribe(crm, 'subscription { contactChanged(contactId: 26) { kind contactId } }');
  expect([all.status, own.status, other.status]).toEqual([200, 200, 200]);
  await rename(25, 'Nordvik Renamed AS');
  await vi.waitFor(() => expect([all.told().length, own.told().length]).toEqual([1, 1]));
  await pause(400);
  expect(all.told()).toEqual([
    {
      contactChanged: {
        eventId: expect.any(String),
        kind: 'CHANGED',
        changedFields: ['name', 'updatedAt', 'updatedBy'],
        at: expect.stringMatching(/^2026-03-04T00:00:\d\d(\.\d+)?Z|\+00:00$/),
        contactId: 25,
        contact: { name: 'Nordvik Renamed AS' },
      },
    },
  ]);
  expect(own.told()).toEqual([{ contactChanged: { kind: 'CHANGED', contactId: 25 } }]);
  expect(other.told()).toEqual([]);
});
