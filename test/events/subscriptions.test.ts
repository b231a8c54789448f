import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import type { Crm } from '../crm.ts';
import { eventually } from '../eventually.ts';
import { deliver, eventOf, pause, startLive, subscribe } from '../live.ts';

let crm: Crm;
beforeAll(async () => {
  crm = await startLive();
});
afterAll(() => crm.close());
// Events of one record that follow each other within a quarter of a second are told as one.
beforeEach(() => pause(300));

const contacts = 'subscription { contactChanged { eventId kind changedFields at contactId contact { name } } }';
const update: string = `mutation ($id: Int!, $changes: ContactChanges!) {
  updateContact(contactId: $id, changes: $changes) { errors { message } }
}`;

const rename = (id: number, name: string) => crm.query(update, { id, changes: { name } });
const settled = () => pause(400);

test('a change reaches its subscribers once, with fields of this graph and what the record is now', async () => {
  await using all = await subscribe(crm, contacts);
  await using own = await subscribe(crm, 'subscription { contactChanged(contactId: 25) { kind contactId } }');
  await using other = await subscribe(crm, 'subscription { contactChanged(contactId: 26) { kind contactId } }');
  expect([all.status, own.status, other.status]).toEqual([200, 200, 200]);
  await rename(25, 'Nordvik Renamed AS');
  await eventually(() => expect([all.told().length, own.told().length]).toEqual([1, 1]));
  await settled();
  expect(all.told()).toEqual([
    {
      contactChanged: {
        eventId: expect.any(String),
        kind: 'CHANGED',
        changedFields: ['name', 'updatedAt', 'updatedBy'],
        at: expect.stringMatching(/^2026-03-04T00:\d\d:\d\d/),
        contactId: 25,
        contact: { name: 'Nordvik Renamed AS' },
      },
    },
  ]);
  expect(own.told()).toEqual([{ contactChanged: { kind: 'CHANGED', contactId: 25 } }]);
  expect(other.told()).toEqual([]);
  expect(all.messages[0]?.id).toBe((all.told()[0] as { contactChanged: { eventId: string } }).contactChanged.eventId);
});

test('texts and dates are in the language and zone of each subscriber', async () => {
  const query = 'subscription { contactChanged(contactId: 25) { at contact { category { name } } } }';
  const headers = { 'so-language': 'nb', 'so-timezone': 'Asia/Tokyo' };
  await using norsk = await subscribe(crm, query, { headers });
  await using english = await subscribe(crm, query, { headers: { 'so-language': 'en' } });
  await crm.query(update, { id: 25, changes: { categoryId: 1, department: 'Words' } });
  await eventually(() => expect([norsk.told().length, english.told().length]).toEqual([1, 1]));
  type Told = { contactChanged: { at: string; contact: { category: { name: string } } } };
  const [one, two] = [norsk, english].map((stream) => (stream.told()[0] as Told).contactChanged);
  expect(one?.at).toMatch(/^2026-03-04T09:\d\d:\d\d(\.\d+)?\+09:00$/);
  expect(two?.at).toMatch(/^2026-03-04T00:\d\d:\d\d/);
  expect(one?.contact.category.name).not.toBe(two?.contact.category.name);
});

test('people and appointments are followed by their company and their user', async () => {
  const world = crm.superoffice.world();
  const person = [...world.persons.values()].find(({ contactId, retired }) => contactId === 25 && !retired);
  const query =
    'subscription ($id: Int) { personChanged(contactId: $id) { kind personId changedFields person { title } } }';
  await using own = await subscribe(crm, query, { variables: { id: 25 } });
  await using other = await subscribe(crm, query, { variables: { id: 26 } });
  const change: string = `mutation ($id: Int!) {
    updatePerson(personId: $id, changes: { title: "Captain" }) { errors { message } }
    createAppointment(input: { contactId: 25, associateId: 5, taskId: 2, startDate: "2026-03-05T09:00:00Z",
      endDate: "2026-03-05T10:00:00Z", description: "Live" }) { errors { message } appointment { appointmentId } }
  }`;
  const diary = 'subscription ($of: Int) { appointmentChanged(associateId: $of) { kind appointment { description } } }';
  await using lars = await subscribe(crm, diary, { variables: { of: 5 } });
  await using mina = await subscribe(crm, diary, { variables: { of: 7 } });
  const { errors } = await crm.query(change, { id: person?.id });
  expect(errors).toBeUndefined();
  await eventually(() => expect([own.told().length, lars.told().length]).toEqual([1, 1]));
  await settled();
  expect(own.told()[0]).toMatchObject({
    personChanged: { kind: 'CHANGED', personId: person?.id, person: { title: 'Captain' } },
  });
  expect(lars.told()[0]).toEqual({ appointmentChanged: { kind: 'CREATED', appointment: { description: 'Live' } } });
  expect([other.told(), mina.told()]).toEqual([[], []]);
});

test('a person and an appointment are followed by their ids, with all that an event says, and on behind one', async () => {
  const [personId, appointmentId] = [71, 101];
  const persons =
    'subscription ($id: Int, $after: ID) { personChanged(personId: $id, after: $after) { eventId kind changedFields at personId } }';
  const diary = `subscription ($id: Int, $of: Int, $after: ID) {
    appointmentChanged(appointmentId: $id, contactId: $of, after: $after) { eventId kind changedFields at appointmentId }
  }`;
  const { contactId } = crm.superoffice.world().appointments.get(appointmentId) as { contactId: number | null };
  const ofDiary = { id: appointmentId, of: contactId };
  const change: string = `mutation ($title: String, $location: String) {
    updatePerson(personId: 71, changes: { title: $title }) { errors { message } }
    updateAppointment(appointmentId: 101, changes: { location: $location }) { errors { message } }
  }`;
  const first = await subscribe(crm, persons, { variables: { id: personId } });
  const second = await subscribe(crm, diary, { variables: ofDiary });
  await crm.query(change, { title: 'Mate', location: 'Bridge' });
  await eventually(() => expect([first.told().length, second.told().length]).toEqual([1, 1]));
  const event = { eventId: expect.any(String), kind: 'CHANGED', at: expect.stringMatching(/^2026-03-04T00:/) };
  const said = { personChanged: { ...event, personId, changedFields: expect.arrayContaining(['title']) } };
  const heard = {
    appointmentChanged: { ...event, appointmentId, changedFields: expect.arrayContaining(['location']) },
  };
  expect([first.told(), second.told()]).toEqual([[said], [heard]]);
  const behind = [first, second].map((stream) => stream.messages[0]?.id);
  first.leave();
  second.leave();
  await settled();
  await crm.query(change, { title: 'Pilot', location: 'Deck' });
  await settled();
  await using again = await subscribe(crm, persons, { variables: { id: personId, after: behind[0] } });
  await using anew = await subscribe(crm, diary, { variables: { ...ofDiary, after: behind[1] } });
  await eventually(() => expect([again.told().length, anew.told().length]).toEqual([1, 1]));
  expect([again.told(), anew.told()]).toEqual([[said], [heard]]);
});

test('who may not read a record hears nothing of it, not even that it is gone', async () => {
  const rune = crm.superoffice.tickets.rune;
  await using stream = await subscribe(crm, contacts, { ticket: rune });
  const hidden = 34;
  expect((await crm.query('{ contact(contactId: 34) { contactId } }' as string, {}, { ticket: rune })).data).toEqual({
    contact: null,
  });
  await rename(hidden, 'Nobody knows');
  await settled();
  await deliver(crm, eventOf(crm, { Event: 'contact.deleted', PrimaryKey: hidden, Changes: [] }));
  await settled();
  expect(stream.told()).toEqual([]);
  await rename(25, 'Everybody knows');
  await eventually(() => expect(stream.told()).toHaveLength(1));
});

test('a deletion is told to those who have seen the record, and to those who follow its id', async () => {
  const mina = { ticket: crm.superoffice.tickets.mina };
  const query = 'subscription ($id: Int) { contactChanged(contactId: $id) { kind contactId contact { name } } }';
  await using seen = await subscribe(crm, contacts);
  await using asked = await subscribe(crm, query, { variables: { id: 40 }, ...mina });
  await rename(40, 'Soon gone');
  await eventually(() => expect(seen.told()).toHaveLength(1));
  await using late = await subscribe(crm, query, { ticket: crm.superoffice.tickets.tove });
  await settled();
  await crm.query('mutation { deleteContact(contactId: 40) { errors { message } } }' as string);
  await eventually(() => expect([seen.told().length, asked.told().length]).toEqual([2, 2]));
  expect(asked.told()[1]).toEqual({ contactChanged: { kind: 'DELETED', contactId: 40, contact: null } });
  expect(late.told()).toEqual([]);
});

test('a ticket that has ended is told of no deletion; that it holds is asked once for all that wait', async () => {
  const query = 'subscription { personChanged { kind personId } }';
  const keys = [51, 52, 53, 54, 55, 56, 57, 58];
  const tell = (Event: string) =>
    Promise.all(keys.map((PrimaryKey) => deliver(crm, eventOf(crm, { Event, PrimaryKey, Changes: [] }))));
  await using ended = await subscribe(crm, query, { ticket: crm.superoffice.tickets.mina });
  await using holding = await subscribe(crm, query);
  await tell('person.changed');
  await eventually(() => expect([ended.told().length, holding.told().length]).toEqual([8, 8]));
  await settled();
  const mina = crm.superoffice.world().users.find(({ associateId }) => associateId === 7)?.tickets[0];
  if (!mina) throw new Error('Mina has no ticket');
  mina.expiresAt = crm.superoffice.clock.now() - 1000;
  crm.superoffice.clear();
  await tell('person.deleted');
  await eventually(() => expect(holding.told()).toHaveLength(16));
  await ended.ended;
  mina.expiresAt = null;
  expect(ended.messages.slice(8).map(({ event, data }) => [event, data?.errors?.[0]?.extensions.code])).toEqual([
    ['next', 'UNAUTHENTICATED'],
    ['complete', undefined],
  ]);
  const statuses = crm.superoffice.journal.filter(({ path }) => path === '/Person').map(({ status }) => status);
  expect(statuses.filter((status) => status === 401)).toHaveLength(1);
  expect(statuses.filter((status) => status === 200).length).toBeLessThan(4);
});

test.each([
  ['does not know what it is asked', { kind: 'status', status: 404, body: {} }],
  ['fails', { kind: 'status', status: 500, body: {} }],
  ['asks for patience', { kind: 'status', status: 429, body: {} }],
  ['cannot be reached', { kind: 'reset' }],
  ['answers something else', { kind: 'wrongShape', body: 3 }],
] as const)('deletions are told at once and the stream goes on while the CRM %s', async (_, fault) => {
  await using away = await startLive({}, { register: false });
  const tell = (Event: string) =>
    Promise.all([25, 26, 27].map((PrimaryKey) => deliver(away, eventOf(away, { Event, PrimaryKey, Changes: [] }))));
  await using stream = await subscribe(away, 'subscription { contactChanged { kind contactId } }');
  await tell('contact.changed');
  await eventually(() => expect(stream.told()).toHaveLength(3));
  away.superoffice.faults.add({ path: '^/Contact', fault });
  await pause(300);
  const begun = performance.now();
  await tell('contact.deleted');
  await eventually(() => expect(stream.told()).toHaveLength(6));
  // What a change waits for before it is given up is 3.5 s.
  expect(performance.now() - begun).toBeLessThan(3000);
  away.superoffice.faults.clear();
  await deliver(away, eventOf(away, { PrimaryKey: 28 }));
  await eventually(() => expect(stream.told()).toHaveLength(7));
  const told = stream
    .told()
    .map((data) => (data as { contactChanged: { kind: string; contactId: number } })?.contactChanged);
  expect(told.map((event) => event?.kind)).toEqual([
    ...Array(3).fill('CHANGED'),
    ...Array(3).fill('DELETED'),
    'CHANGED',
  ]);
  expect(new Set(told.slice(3, 6).map((event) => event?.contactId))).toEqual(new Set([25, 26, 27]));
});

test('two tenants with equal ids never hear of each other', async () => {
  const ticket = crm.superoffice.ticketsOf('Cust23456').lars;
  await using here = await subscribe(crm, contacts);
  await using there = await subscribe(crm, contacts, { ticket });
  await rename(25, 'Here');
  await eventually(() => expect(here.told()).toHaveLength(1));
  await settled();
  expect(there.told()).toEqual([]);
  await crm.query(update, { id: 25, changes: { name: 'There' } }, { ticket });
  await eventually(() => expect(there.told()).toHaveLength(1));
  expect(there.told()[0]).toMatchObject({ contactChanged: { contact: { name: 'There' } } });
  await settled();
  expect(here.told()).toHaveLength(1);
});

test.each([
  ['none', null],
  ['a refused one', 'Bearer 8A:Cust12345.nobody'],
])('without a ticket that holds (%s) nothing is followed', async (_which, ticket) => {
  const stream = await subscribe(crm, contacts, { ticket });
  await stream.ended;
  expect(stream.messages[0]?.data?.errors?.[0]?.extensions.code).toBe('UNAUTHENTICATED');
});

test('many events of one tick and ticket are one request for all of them', async () => {
  await using one = await subscribe(crm, 'subscription { contactChanged { contactId } }');
  await using two = await subscribe(crm, 'subscription { contactChanged { kind contactId } }');
  crm.superoffice.clear();
  await deliver(crm, eventOf(crm));
  await eventually(() => expect([one.told().length, two.told().length]).toEqual([1, 1]));
  expect(crm.superoffice.journal.filter(({ path }) => path === '/SimpleContact' || path === '/Contact')).toHaveLength(
    1,
  );
});

test('each of many subscriptions of one ticket may make as many requests for an event as any operation', async () => {
  await using limited = await startLive({ settings: { MAX_UPSTREAM_CALLS: '2' } }, { register: false });
  const of = (first: number) =>
    subscribe(
      limited,
      `subscription { contactChanged { contact { name persons(first: ${first}) { nodes { personId } } } } }`,
    );
  const streams = await Promise.all([1, 2, 3, 4, 4].map(of));
  limited.superoffice.clear();
  await deliver(limited, eventOf(limited));
  await eventually(() => expect(streams.map(({ messages }) => messages.length)).toEqual([1, 1, 1, 1, 1]));
  expect(streams.flatMap(({ messages }) => messages[0]?.data?.errors ?? [])).toEqual([]);
  const paths = limited.superoffice.journal.map(({ path }) => path);
  // Whether they may hear of it, and what all have in common, is asked once; so is what two of them have.
  expect(paths.toSorted()).toEqual([...Array(2).fill('/Contact'), ...Array(4).fill('/Person')]);
  for (const stream of streams) stream.leave();
});

test('a subscriber who leaves while an event is read does not end that for others of the same ticket', async () => {
  const query = 'subscription { contactChanged(contactId: 25) { kind contact { contactId name } } }';
  await using leaving = await subscribe(crm, query);
  await using staying = await subscribe(crm, query);
  const isContact = ({ path }: { path: string }) => path === '/Contact';
  // The first request asks whether they may see it, the second one is for both of them.
  crm.superoffice.faults.add({ path: '^/Contact$', skip: 1, fault: { kind: 'delay', milliseconds: 500 } });
  crm.superoffice.clear();
  await deliver(crm, eventOf(crm));
  await eventually(() => expect(crm.superoffice.journal.filter(isContact)).toHaveLength(2));
  leaving.leave();
  await eventually(() => expect(staying.messages).toHaveLength(1));
  crm.superoffice.faults.clear();
  expect(staying.messages[0]?.data?.errors).toBeUndefined();
  expect(staying.told()).toMatchObject([{ contactChanged: { contact: { contactId: 25 } } }]);
  expect(crm.superoffice.journal.filter(isContact)).toHaveLength(2);
});

test('for a subscriber who leaves while it is asked whether he may hear of an event, nothing more is asked', async () => {
  const stream = await subscribe(
    crm,
    'subscription { contactChanged { contact { name persons(first: 1) { nodes { personId } } } } }',
  );
  crm.superoffice.clear();
  crm.superoffice.faults.add({ path: '^/Contact$', times: 1, fault: { kind: 'delay', milliseconds: 400 } });
  for (const PrimaryKey of [61, 62]) await deliver(crm, eventOf(crm, { PrimaryKey }));
  await eventually(() => expect(crm.superoffice.journal).toHaveLength(1));
  stream.leave();
  await stream.ended;
  await pause(900);
  expect(crm.superoffice.journal.map(({ path }) => path)).toEqual(['/Contact']);
});
