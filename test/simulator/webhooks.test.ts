import { createHmac } from 'node:crypto';
import { createServer, type IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, expect, test, vi } from 'vitest';
import { type SuperOfficeSimulator, startSuperOfficeSimulator } from '../../src/simulator/superoffice.ts';
import { eventually } from '../eventually.ts';
import { differences, sample } from './superoffice/ask.ts';

const ends: (() => unknown)[] = [];
afterEach(async () => {
  for (const end of ends.splice(0).reverse()) await end();
});

interface Received {
  readonly headers: IncomingHttpHeaders;
  readonly text: string;
  readonly body: Record<string, unknown>;
}

/** A receiver that answers with what `status` says. */
async function receiver(status: (received: Received) => number = () => 200) {
  const received: Received[] = [];
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const text = Buffer.concat(chunks).toString();
    const one = { headers: request.headers, text, body: JSON.parse(text) };
    received.push(one);
    response.writeHead(status(one)).end();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  ends.push(() => {
    server.closeAllConnections();
    server.close();
  });
  const events = () => received.filter(({ body }) => body.Event !== 'test');
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/hook`, received, events };
}

async function start(webhooks = {}): Promise<SuperOfficeSimulator> {
  const now = new Date('2026-03-04T08:00:00Z');
  const crm = await startSuperOfficeSimulator({
    now,
    options: { webhooks: { plainHttp: true, pausesMs: [5, 10], ...webhooks } },
  });
  ends.push(() => crm.close());
  return crm;
}

async function call(crm: SuperOfficeSimulator, method: string, path: string, body?: object) {
  const headers = { authorization: crm.tickets.lars, 'content-type': 'application/json' };
  const init = { method, headers, ...(body && { body: JSON.stringify(body) }) };
  const response = await fetch(`${crm.url()}/api/v1/${path}`, init);
  const text = await response.text();
  return { status: response.status, body: text === '' ? null : JSON.parse(text) };
}

const hook = (TargetUrl: string, Events = ['contact.changed']) => ({
  ...{
    Name: 'Mirror',
    Events,
    TargetUrl,
    Secret: 'hush',
    State: 'Active',
    Type: 'webhook',
    Properties: { source: 'here' },
  },
});
const change = (crm: SuperOfficeSimulator, Department: string) => call(crm, 'PATCH', 'Contact/25', { Department });
const stateOf = async (crm: SuperOfficeSimulator) => (await call(crm, 'GET', 'Webhook/1')).body;

test('a write is told as the manual has it, signed over its bytes', async () => {
  const [crm, { url, events }] = [await start(), await receiver()];
  expect((await call(crm, 'POST', 'Webhook', hook(url))).status).toBe(200);
  await change(crm, 'Told');
  await eventually(() => expect(events()).toHaveLength(1));
  const [{ headers, text, body } = {} as Received] = events();
  expect(body).toMatchObject({
    ...{ Event: 'contact.changed', Entity: 'contact', PrimaryKey: 25, ContextIdentifier: 'Cust12345', source: 'here' },
    ...{ ChangedByAssociateId: 5, WebhookName: 'Mirror' },
    Changes: ['contact_id', 'department', 'updated', 'updated_associate_id', 'updatedCount'],
  });
  expect(body.Timestamp).toMatch(/^2026-03-04T08:00:\d\d\.\d{7}Z$/);
  expect(headers['x-superoffice-event']).toBe('contact.changed');
  expect(headers['x-superoffice-eventid']).toBe(body.EventId);
  expect(headers['x-superoffice-signature']).toBe(createHmac('sha256', 'hush').update(text).digest('base64'));
  expect(text).not.toContain('Told');
});

test('registrations and events have the members, order and kinds of the vendor’s samples', async () => {
  const [crm, { url, events }] = [await start(), await receiver()];
  const wanted = { ...hook(url), Description: 'Mirrors records', ErrorEmails: ['ops@example.com'] };
  const { body: made } = await call(crm, 'POST', 'Webhook', { ...wanted, Headers: { 'X-Custom-Header': 'value' } });
  expect(differences(made, sample('webhook'))).toEqual([]);
  expect(made).toMatchObject({ ...wanted, RegisteredAssociate: { AssociateId: 5, FullName: 'Lars Holm' } });
  await change(crm, 'Told');
  await eventually(() => expect(events()).toHaveLength(1));
  const [{ headers, body } = {} as Received] = events();
  const expected = { ...sample('webhook-event') };
  expect(differences(body, expected)).toEqual([]);
  // What is registered is told as the tenant's clock has it, what is updated with its offset too.
  expect(body.FieldValues).toMatchObject({
    registered: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d$/),
    updated: expect.stringMatching(/^2026-03-04T09:00:\d\d\.\d{7}\+01:00$/),
  });
  expect(headers['x-custom-header']).toBe('value');
  const { body: kept } = await call(crm, 'PUT', 'Webhook/1', { ...made, Name: 'Renamed' });
  expect(kept).toMatchObject({ ...wanted, Name: 'Renamed', UpdatedAssociate: { AssociateId: 5 } });
});

test('foreign keys raise no events', async () => {
  const [crm, { url, events }] = [await start(), await receiver()];
  await call(crm, 'POST', 'Webhook', hook(url, ['foreignkey.created', 'foreignkey.deleted', 'contact.changed']));
  const path = 'ForeignApp/onOffice/enterprise/onOffice/Key';
  const key = { Key: 'other', Value: '7', TableName: 'contact', RecordId: 25 };
  expect((await call(crm, 'POST', path, key)).status).toBe(200);
  expect((await call(crm, 'DELETE', `${path}/other/contact/25`)).status).toBe(204);
  await change(crm, 'Told');
  await eventually(() => expect(events().map(({ body }) => body.Event)).toEqual(['contact.changed']));
});

test('a registration is patched in both ways, and what would not be saved is not', async () => {
  const [crm, { url, received, events }] = [await start(), await receiver()];
  await call(crm, 'POST', 'Webhook', hook(url));
  const operations = [
    { op: 'test', path: '/Name', value: 'Mirror' },
    { op: 'add', path: '/Headers', value: { 'X-Own': 'one' } },
    { op: 'replace', path: 'properties', value: { source: 'there' } },
    { op: 'add', path: '/Events/-', value: 'person.changed' },
  ];
  const patched = await call(crm, 'PATCH', 'Webhook/1', operations);
  const wanted = {
    ...{ WebhookId: 1, Name: 'Mirror', Secret: 'hush', State: 'Active', UpdatedAssociate: { AssociateId: 5 } },
    ...{ Headers: { 'X-Own': 'one' }, Properties: { source: 'there' }, Events: ['contact.changed', 'person.changed'] },
  };
  expect(patched).toMatchObject({ status: 200, body: wanted });
  const merged = await call(crm, 'PATCH', 'Webhook/1', { headers: { 'X-More': 'two' }, State: 'Stopped' });
  expect(merged.body).toMatchObject({ ...wanted, State: 'Stopped', Headers: { 'X-Own': 'one', 'X-More': 'two' } });
  await change(crm, 'Unheard');
  await call(crm, 'PATCH', 'Webhook/1', { State: 'Active' });
  await change(crm, 'Told');
  await eventually(() => expect(events()).toHaveLength(1));
  expect(events()[0]).toMatchObject({ headers: { 'x-own': 'one', 'x-more': 'two' }, body: { source: 'there' } });

  const statusOf = async (body: object, id = 1) => (await call(crm, 'PATCH', `Webhook/${id}`, body)).status;
  const tests = received.length;
  expect(await statusOf([{ op: 'test', path: '/Name', value: 'Other' }])).toBe(409);
  expect(await statusOf([{ op: 'move', from: '/Name', path: '/Description' }])).toBe(400);
  expect(await statusOf({ Name: 'x' }, 9)).toBe(404);
  expect(await statusOf({ TargetUrl: 'ftp://hooks.example' })).toBe(400);
  expect(received).toHaveLength(tests);
  expect(await stateOf(crm)).toMatchObject({ Name: 'Mirror', TargetUrl: url });
  // A key that was given once is not given to another.
  await call(crm, 'DELETE', 'Webhook/1');
  expect((await call(crm, 'POST', 'Webhook', hook(url))).body.WebhookId).toBe(2);
});

test('deletions tell keys, and what nobody asked for is not told', async () => {
  const [crm, { url, events }] = [await start(), await receiver()];
  await call(crm, 'POST', 'Webhook', hook(url, ['contact.softdeleted', 'activity.deleted']));
  await change(crm, 'Unheard');
  const { id = 0, contactId } = [...crm.world().appointments.values()].find(({ type }) => type === 'inDiary') ?? {};
  await call(crm, 'DELETE', `Appointment/${id}`);
  await call(crm, 'DELETE', 'Contact/30');
  await eventually(() => expect(events()).toHaveLength(2));
  const told = Object.fromEntries(events().map(({ body }) => [body.Event, body]));
  expect(told['activity.deleted']).toMatchObject({
    PrimaryKey: id,
    Changes: [],
    Values: { appointment_id: id, contact_id: contactId },
  });
  expect(told['contact.softdeleted']).toMatchObject({ PrimaryKey: 30 });
});

test('a target that is not HTTPS, or does not answer the test, is refused', async () => {
  const [strict, { url }] = [await start({ plainHttp: false }), await receiver(() => 202)];
  const { status, body } = await call(strict, 'POST', 'Webhook', hook(url));
  expect([status, body.ErrorType, differences(body, sample('error-400'))]).toEqual([400, 'ArgumentException', []]);
  const crm = await start();
  expect((await call(crm, 'POST', 'Webhook', hook(url))).status).toBe(400);
  expect((await call(crm, 'GET', 'Webhook')).body).toEqual([]);
});

test.each([
  [{ State: 'Sleeping' }, "Error converting value 'Sleeping'. Path 'State'."],
  [{ State: 7 }, "Error converting value '7'. Path 'State'."],
  [{ Events: 'contact.changed' }, "Error converting value to an array. Path 'Events'."],
  [{ Headers: ['a'] }, "Error converting value to an object. Path 'Headers'."],
  [{ Properties: 'a' }, "Error converting value to an object. Path 'Properties'."],
])('a registration with %j cannot be read, and nobody is asked for it', async (members, MessageDetail) => {
  const crm = await start();
  const target = await receiver();
  const refused = { status: 400, body: { Message: 'The request is invalid.', MessageDetail } };
  expect(await call(crm, 'POST', 'Webhook', { ...hook(target.url), ...members })).toEqual(refused);
  expect(target.received).toEqual([]);
  expect((await call(crm, 'GET', 'Webhook')).body).toEqual([]);
  const { body } = await call(crm, 'POST', 'Webhook', { ...hook(target.url), State: 2 });
  expect(body.State).toBe('Stopped');
  expect(await call(crm, 'PATCH', `Webhook/${body.WebhookId}`, members)).toEqual(refused);
});

test('of a webhook `$select` leaves what it names, the other members null', async () => {
  const crm = await start();
  const target = await receiver();
  const { body: whole } = await call(crm, 'POST', 'Webhook', hook(target.url));
  const left = Object.fromEntries(Object.keys(whole).map((name) => [name, null]));
  const path = `Webhook/${whole.WebhookId}`;
  const selected = { ...left, Name: 'Mirror', State: 'Active' };
  expect((await call(crm, 'GET', `${path}?$select=name,State`)).body).toEqual(selected);
  expect((await call(crm, 'PATCH', `${path}?$select=Name`, { Name: 'Other' })).body).toEqual({
    ...left,
    Name: 'Other',
  });
  expect((await call(crm, 'GET', path)).body).toMatchObject({ Name: 'Other', State: 'Active' });
});

test('three tries with one id; nine that fail in a row switch it off, until it is set active again', async () => {
  let isDown = false;
  const [crm, { url, events }] = [await start(), await receiver(() => (isDown ? 500 : 200))];
  await call(crm, 'POST', 'Webhook', hook(url));
  isDown = true;
  await change(crm, 'One');
  await eventually(() => expect(events()).toHaveLength(3));
  expect(new Set(events().map(({ body }) => body.EventId)).size).toBe(1);
  expect(events().map(({ headers }) => headers['x-superoffice-retry'])).toEqual(['0', '1', '2']);
  await vi.waitFor(async () =>
    expect(await stateOf(crm)).toMatchObject({ State: 'Active', TotalErrors: 3, ConsecutiveErrors: 1 }),
  );
  await change(crm, 'Two');
  await eventually(() => expect(events()).toHaveLength(6));
  await change(crm, 'Three');
  await vi.waitFor(async () =>
    expect(await stateOf(crm)).toMatchObject({ State: 'TooManyErrors', LastError: 'HTTP 500' }),
  );
  isDown = false;
  await change(crm, 'Unheard');
  expect((await call(crm, 'PUT', 'Webhook/1', hook(url))).body).toMatchObject({
    State: 'Active',
    ConsecutiveErrors: 0,
  });
  await change(crm, 'Heard');
  await eventually(() => expect(events()).toHaveLength(10));
});

test('410 switches it off at once', async () => {
  const [crm, { url, events }] = [await start(), await receiver(({ body }) => (body.Event === 'test' ? 200 : 410))];
  await call(crm, 'POST', 'Webhook', hook(url));
  await change(crm, 'Gone');
  await eventually(async () => expect((await stateOf(crm)).State).toBe('TooManyErrors'));
  expect(events()).toHaveLength(1);
});
