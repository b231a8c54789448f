import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import type { Crm } from '../crm.ts';
import { eventually } from '../eventually.ts';
import { deliver, eventOf, pause, signatureOf, startLive, subscribe, targetOf } from '../live.ts';
import { sample } from '../simulator/superoffice/ask.ts';

let crm: Crm;
let stream: Awaited<ReturnType<typeof subscribe>>;
beforeAll(async () => {
  crm = await startLive({}, { register: false });
  stream = await subscribe(crm, 'subscription { contactChanged { eventId kind changedFields contactId } }');
});
afterAll(async () => {
  await stream[Symbol.asyncDispose]();
  await crm.close();
});
beforeEach(async () => {
  await pause(300);
  stream.messages.length = 0;
});

const told = () => stream.told().map((data) => data?.contactChanged);
const at = (offsetMs: number) => new Date(crm.superoffice.clock.now() + offsetMs).toISOString();

async function expectNothing(): Promise<void> {
  await pause(350);
  expect(told()).toEqual([]);
}

test('a signed event is taken, with columns that are known by the names of this graph', async () => {
  const event = eventOf(crm, { Changes: ['category_idx', 'orgNr', 'updatedCount', 'y_secret', 'constructor'] });
  expect(await deliver(crm, event)).toBe(200);
  await eventually(() => expect(told()).toHaveLength(1));
  expect(told()[0]).toEqual({
    ...{ eventId: event.EventId, kind: 'CHANGED', changedFields: ['category', 'orgNr'], contactId: 25 },
  });
});

test('the vendor’s own sample of an event is taken', async () => {
  const event = { ...sample('webhook-event'), Timestamp: at(0) };
  expect(await deliver(crm, event)).toBe(200);
  await eventually(() => expect(told()).toHaveLength(1));
  expect(told()[0]).toEqual({
    ...{ eventId: event.EventId, kind: 'CHANGED', contactId: 25 },
    changedFields: ['category', 'updatedAt', 'updatedBy'],
  });
});

test.each([
  ['of another secret', Buffer.alloc(32, 7).toString('base64')],
  ['of another length', 'c2hvcnQ='],
  ['that is none', null],
])('a signature %s is refused', async (_which, signature) => {
  expect(await deliver(crm, eventOf(crm), { signature })).toBe(401);
  await expectNothing();
});

test('the signature is over the bytes: the same JSON written anew is refused', async () => {
  const event = eventOf(crm);
  const signature = signatureOf(JSON.stringify(event));
  expect(await deliver(crm, JSON.stringify(event, null, 2), { signature })).toBe(401);
  expect(await deliver(crm, JSON.stringify(event), { signature, tenant: 'Cust23456' })).toBe(401);
  await expectNothing();
});

test('an event of another tenant is refused, though it is signed', async () => {
  expect(await deliver(crm, eventOf(crm, { ContextIdentifier: 'Cust23456' }))).toBe(403);
  expect(await deliver(crm, eventOf(crm), { tenant: 'Cust99999' })).toBe(404);
  await expectNothing();
});

test.each([-16, 16])('an event that is %d minutes off is refused', async (minutes) => {
  expect(await deliver(crm, eventOf(crm, { Timestamp: at(minutes * 60_000) }))).toBe(400);
  await expectNothing();
});

test.each([-14, 14])('one that is %d minutes off is taken: it may have waited, and clocks differ', async (minutes) => {
  expect(await deliver(crm, eventOf(crm, { Timestamp: at(minutes * 60_000) }))).toBe(200);
  await eventually(() => expect(told()).toHaveLength(1));
});

test('an event that comes twice is taken once', async () => {
  const event = eventOf(crm);
  expect([await deliver(crm, event), await deliver(crm, event)]).toEqual([200, 200]);
  await eventually(() => expect(told()).toHaveLength(1));
  await pause(350);
  expect(told()).toHaveLength(1);
});

test.each(['{', '[]', 'null', '{}', '{"Event":7}'])('the body %s is refused', async (body) => {
  expect(await deliver(crm, body)).toBe(400);
  await expectNothing();
});

test('a body of a megabyte is refused', async () => {
  expect(await deliver(crm, eventOf(crm, { more: 'x'.repeat(1_000_000) }))).toBe(413);
  await expectNothing();
});

test.each([
  'sale.sold',
  'contact.merged',
  'contact',
  'constructor.created',
  'contact.constructor',
  'list.task.changed',
])('the event %s is taken, and nobody hears of it', async (name) => {
  expect(await deliver(crm, eventOf(crm, { Event: name }))).toBe(200);
  await expectNothing();
});

test('the test of a new registration is answered', async () => {
  expect(await deliver(crm, { Event: 'test', Entity: 'test', PrimaryKey: 0, Changes: [] })).toBe(200);
  expect(await deliver(crm, { Event: 'test' }, { signature: 'AAAA' })).toBe(401);
  expect(await deliver(crm, { Event: 'test', ContextIdentifier: 'Cust12345' })).toBe(200);
  expect(await deliver(crm, { Event: 'test', ContextIdentifier: 'Cust23456' })).toBe(403);
});

test('events out of order end with what the record is', async () => {
  const later = eventOf(crm, { Timestamp: at(0), Changes: ['name'] });
  const earlier = eventOf(crm, { Timestamp: at(-60_000), Event: 'contact.created', Changes: ['department'] });
  expect([await deliver(crm, later), await deliver(crm, earlier)]).toEqual([200, 200]);
  await eventually(() => expect(told()).toHaveLength(2));
  expect(told()).toMatchObject([{ kind: 'CHANGED' }, { kind: 'CREATED', changedFields: ['department'] }]);
});

test('documents are no appointments', async () => {
  await using appointments = await subscribe(crm, 'subscription { appointmentChanged { appointmentId } }');
  const { id = 0 } = [...crm.superoffice.world().appointments.values()].find(({ type }) => type === 'inDiary') ?? {};
  const activity = { Event: 'activity.changed', Entity: 'activity', PrimaryKey: id };
  await deliver(crm, eventOf(crm, { ...activity, FieldValues: { document_id: 12 } }));
  await pause(350);
  expect(appointments.told()).toEqual([]);
  await deliver(crm, eventOf(crm, { ...activity, FieldValues: { document_id: 0 } }));
  await eventually(() => expect(appointments.told()).toEqual([{ appointmentChanged: { appointmentId: id } }]));
});

test('events are posted, and only where a secret is set', async () => {
  expect((await fetch(targetOf(crm, 'Cust12345'))).status).toBe(405);
  await using open = await startLive({ settings: { SUPEROFFICE_WEBHOOK_SECRET: '' } }, { register: false });
  expect(await deliver(open, eventOf(open))).toBe(404);
});
