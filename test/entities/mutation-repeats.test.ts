import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import type { TenantWorld } from '../../src/simulator/store.ts';
import { type Crm, startCrm } from '../crm.ts';
import { found } from './seeded.ts';

/** Creates that a client asks for twice, since it cannot know what became of the first. */

let crm: Crm;
let world: TenantWorld;
beforeAll(async () => {
  crm = await startCrm();
});
afterAll(() => crm.close());
beforeEach(() => {
  crm.superoffice.reset();
  world = crm.superoffice.world();
  crm.superoffice.clock.advance(120_000);
});

const create = `mutation Create($input: CreateContactInput!, $key: String) {
  createContact(input: $input, idempotencyKey: $key) { contact { contactId name } errors { __typename } } }`;
const input = { name: 'Once AS', categoryId: 2, phones: [{ value: '1' }], postalAddress: { city: 'Oslo' } };
const named = (name = 'Once AS') => [...world.contacts.values()].filter((row) => row.name === name);
const codes = (answer: { errors: readonly { extensions: { code: string } }[] | undefined }) =>
  answer.errors?.map(({ extensions }) => extensions.code);
const loseAnswer = () =>
  crm.superoffice.faults.add({ method: 'POST', path: '^/Contact$', times: 1, fault: { kind: 'reset' } });

test('with a key gives the record of the first, and the second request creates none', async () => {
  const first = await crm.query(create, { input, key: 'a' });
  const { contactId } = found(first.data.createContact?.contact);
  const second = await crm.query(create, { input, key: 'a' });
  expect(second.data.createContact).toEqual({ contact: { contactId, name: 'Once AS' }, errors: [] });
  expect(second.calls.filter(({ method }) => method === 'POST')).toEqual([]);
  const other = await crm.query(create, { input, key: 'b' });
  expect(other.data.createContact?.contact?.contactId).not.toBe(contactId);
  expect(named()).toHaveLength(2);
});

test('the same values in another order are the same input; other values are refused', async () => {
  await crm.query(create, { input, key: 'c' });
  const turned = Object.fromEntries(Object.entries(input).reverse()) as typeof input;
  expect((await crm.query(create, { input: turned, key: 'c' })).errors).toBeUndefined();
  const other = await crm.query(create, { input: { ...input, code: 'x' }, key: 'c' });
  expect(codes(other)).toEqual(['IDEMPOTENCY_KEY_REUSED']);
  expect(other.calls.filter(({ method }) => method === 'POST')).toEqual([]);
  const person = await crm.query(
    'mutation { createPerson(input: { lastName: "x" }, idempotencyKey: "c") { errors { __typename } } }',
  );
  expect(codes(person)).toEqual(['IDEMPOTENCY_KEY_REUSED']);
  expect(named()).toHaveLength(1);
});

test('a lost answer is UNKNOWN_OUTCOME after one attempt; with its key the record is found', async () => {
  loseAnswer();
  const lost = await crm.query(create, { input, key: 'd' });
  expect(codes(lost)).toEqual(['UNKNOWN_OUTCOME']);
  expect(lost.calls.filter(({ method }) => method === 'POST')).toHaveLength(1);
  expect(named()).toHaveLength(1);
  crm.superoffice.clock.advance(30_000);
  const again = await crm.query(create, { input, key: 'd' });
  expect(again.data.createContact).toEqual({
    contact: { contactId: found(named()[0]).id, name: 'Once AS' },
    errors: [],
  });
  expect(again.calls.filter(({ method }) => method === 'POST')).toEqual([]);
  expect(named()).toHaveLength(1);
});

test('a lost answer is not taken for one that never came through because its record cannot be read', async () => {
  loseAnswer();
  expect(codes(await crm.query(create, { input, key: 'unreadable' }))).toEqual(['UNKNOWN_OUTCOME']);
  const isAnother = { kind: 'wrongShape', body: { Error: true, ErrorMessage: 'x' } } as const;
  crm.superoffice.faults.add({ method: 'GET', path: '^/Contact/\\d+$', times: 1, fault: isAnother });
  const unread = await crm.query(create, { input, key: 'unreadable' });
  expect(codes(unread)).toEqual(['UPSTREAM_INVALID_RESPONSE']);
  expect(unread.calls.filter(({ method }) => method === 'POST')).toEqual([]);
  const again = await crm.query(create, { input, key: 'unreadable' });
  expect(again.data.createContact?.contact?.contactId).toBe(found(named()[0]).id);
  expect(named()).toHaveLength(1);
});

test('a lost answer is found where the CRM has filled a field that was given empty', async () => {
  loseAnswer();
  const empty = { name: 'Once AS', number: null, code: '' };
  expect(codes(await crm.query(create, { input: empty, key: 'filled' }))).toEqual(['UNKNOWN_OUTCOME']);
  const made = found(named()[0]);
  expect(made.number).not.toBe('');
  const again = await crm.query(create, { input: empty, key: 'filled' });
  expect(again.data.createContact?.contact?.contactId).toBe(made.id);
  expect(named()).toHaveLength(1);
});

test('a lost answer is found where the CRM has tidied the texts that it was given', async () => {
  loseAnswer();
  const untidy = {
    ...{ name: 'Once AS', department: ' Sales  and\nservice ', emails: [{ value: 'Post@Once.example' }] },
    ...{ phones: [{ value: '+47 22 00', description: ' Desk' }], postalAddress: { city: 'Oslo' } },
  };
  expect(codes(await crm.query(create, { input: untidy, key: 'tidied' }))).toEqual(['UNKNOWN_OUTCOME']);
  const stored = found(named()[0]);
  Object.assign(stored, { department: 'Sales and\r\nservice' });
  Object.assign(found(stored.emails[0]), { value: 'post@once.example' });
  Object.assign(found(stored.phones[0]), { value: '+47 2200', description: 'Desk' });
  Object.assign(found(stored.postalAddress), { city: 'OSLO' });
  const again = await crm.query(create, { input: untidy, key: 'tidied' });
  expect(again.data.createContact?.contact?.contactId).toBe(stored.id);
  expect(again.calls.filter(({ method }) => method === 'POST')).toEqual([]);
  expect(named()).toHaveLength(1);
});

test('a lost answer is found where the CRM keeps less of a time than was given', async () => {
  crm.superoffice.faults.add({ method: 'POST', path: '^/Appointment$', times: 1, fault: { kind: 'reset' } });
  const appointment = {
    input: { title: 'Once', startDate: '2026-12-05T09:00:00.250+01:00', endDate: '2026-12-05T10:00:00+01:00' },
  };
  const make = `mutation Make($input: CreateAppointmentInput!) {
    createAppointment(input: $input, idempotencyKey: "fraction") { appointment { appointmentId startDate } errors { message } } }`;
  expect(codes(await crm.query(make, appointment))).toEqual(['UNKNOWN_OUTCOME']);
  const again = await crm.query(make, appointment);
  const made = [...world.appointments.values()].filter(({ title }) => title === 'Once');
  expect(again.data.createAppointment).toEqual({
    appointment: { appointmentId: made[0]?.id, startDate: '2026-12-05T08:00:00Z' },
    errors: [],
  });
  expect(made).toHaveLength(1);
});

test('a lost answer whose request never came through is made good, once', async () => {
  crm.superoffice.faults.add({
    ...{ method: 'POST', path: '^/Contact$', times: 1 },
    fault: { kind: 'status', status: 502, body: {} },
  });
  const before = found(world.contacts.get(3));
  const lost = await crm.query(create, { input, key: 'e' });
  expect(codes(lost)).toEqual(['UNKNOWN_OUTCOME']);
  for (const row of named()) world.contacts.delete(row.id);
  const again = await crm.query(create, { input, key: 'e' });
  expect(again.errors).toBeUndefined();
  expect(named()).toHaveLength(1);
  expect(world.contacts.get(3)).toEqual(before);
});

test('where its user has created more since than are looked through, nobody guesses either', async () => {
  loseAnswer();
  await crm.query(create, { input, key: 'many' });
  for (let n = 0; n < 20; n += 1) await crm.query(create, { input: { name: `Later ${n} AS` } });
  const again = await crm.query(create, { input, key: 'many' });
  expect(codes(again)).toEqual(['UNKNOWN_OUTCOME']);
  expect(again.calls.filter(({ method }) => method === 'POST')).toEqual([]);
  expect(named()).toHaveLength(1);
});

test('a record whose own answer came is not the one that was lost', async () => {
  const answered = [await crm.query(create, { input, key: 'own' }), await crm.query(create, { input })];
  crm.superoffice.faults.add({
    ...{ method: 'POST', path: '^/Contact$', times: 1 },
    fault: { kind: 'reset', undone: true },
  });
  expect(codes(await crm.query(create, { input, key: 'undone' }))).toEqual(['UNKNOWN_OUTCOME']);
  const again = await crm.query(create, { input, key: 'undone' });
  loseAnswer();
  expect(codes(await crm.query(create, { input, key: 'came' }))).toEqual(['UNKNOWN_OUTCOME']);
  answered.push(again, await crm.query(create, { input, key: 'came' }));
  const ids = answered.map(({ data }) => data.createContact?.contact?.contactId);
  expect(ids).toEqual(named().map(({ id }) => id));
});

test('where two records could be the lost one, nobody guesses', async () => {
  for (const key of ['f', 'another']) {
    loseAnswer();
    await crm.query(create, { input, key });
  }
  expect(codes(await crm.query(create, { input, key: 'f' }))).toEqual(['UNKNOWN_OUTCOME']);
  expect(named()).toHaveLength(2);
});

test('without a key a lost answer is UNKNOWN_OUTCOME, and nothing is sent again', async () => {
  loseAnswer();
  const lost = await crm.query(create, { input });
  expect([codes(lost), lost.calls.length, named().length]).toEqual([['UNKNOWN_OUTCOME'], 1, 1]);
});

test('two at once make one record, and both get it', async () => {
  crm.superoffice.faults.add({ method: 'POST', path: '^/Contact$', fault: { kind: 'delay', milliseconds: 50 } });
  const both = await Promise.all([crm.query(create, { input, key: 'g' }), crm.query(create, { input, key: 'g' })]);
  expect(both.map(({ data }) => data.createContact?.contact?.contactId)).toEqual([
    found(named()[0]).id,
    found(named()[0]).id,
  ]);
  expect(named()).toHaveLength(1);
});

test('a refused create leaves its key free', async () => {
  crm.superoffice.options.writes.mandatory.Contact = ['Name', 'OrgNr'];
  const refused = await crm.query(create, { input, key: 'h' });
  expect(refused.data.createContact?.errors).toEqual([{ __typename: 'ValidationError' }]);
  const mended = await crm.query(create, { input: { ...input, orgNr: '1' }, key: 'h' });
  expect(mended.data.createContact?.errors).toEqual([]);
  expect(named()).toHaveLength(1);
});

test('the key is that of one user in one tenant, whichever ticket he brings', async () => {
  const { tickets } = crm.superoffice;
  const lars = await crm.query(create, { input, key: 'i' });
  const mina = await crm.query(create, { input, key: 'i' }, { ticket: tickets.mina });
  const other = await crm.query(create, { input, key: 'i' }, { ticket: crm.superoffice.ticketsOf('Cust23456').lars });
  const ids = [lars, mina].map(({ data }) => data.createContact?.contact?.contactId);
  expect(new Set(ids).size).toBe(2);
  expect(other.data.createContact?.errors).toEqual([]);
  expect(
    [...crm.superoffice.world('Cust23456').contacts.values()].filter(({ name }) => name === 'Once AS'),
  ).toHaveLength(1);
  const renewed = await crm.query(create, { input, key: 'i' }, { ticket: tickets.basic });
  expect(renewed.data.createContact?.contact?.contactId).toBe(ids[0]);
  expect(named()).toHaveLength(2);
});

test('a ticket that the tenant refuses gets nothing of what was kept', async () => {
  await crm.query(create, { input, key: 'j' });
  const stranger = await crm.query(create, { input, key: 'j' }, { ticket: 'Bearer 8A:Cust12345.stranger' });
  expect(codes(stranger)).toEqual(['UNAUTHENTICATED']);
  expect(stranger.data.createContact).toBeNull();
});

test('a key that is no word is refused before anything is asked', async () => {
  const custom = { ...input, customFields: [{ key: 'SuperOffice:2', value: 1 }] };
  for (const key of ['', 'a b', 'ø', 'x'.repeat(201)]) {
    const answer = await crm.query(create, { input: custom, key });
    expect([codes(answer), answer.calls]).toEqual([['BAD_USER_INPUT'], []]);
  }
});

test('of persons and appointments, too', async () => {
  for (const [path, text] of [
    [
      '^/Person$',
      'createPerson(input: { lastName: "Once", birthDate: "1990-01-01", contactId: 3 }, idempotencyKey: "k")',
    ],
    [
      '^/Appointment$',
      'createAppointment(input: { title: "Once", startDate: "2026-06-01T09:00:00Z", personId: 21 }, idempotencyKey: "l")',
    ],
  ]) {
    crm.superoffice.faults.add({ method: 'POST', path: found(path), times: 1, fault: { kind: 'reset' } });
    const sizes = () => [world.persons.size, world.appointments.size];
    const lost = await crm.query(['mutation { write:', text, '{ errors { __typename } } }'].join(' '));
    expect(codes(lost)).toEqual(['UNKNOWN_OUTCOME']);
    const stored = sizes();
    const again = await crm.query(['mutation { write:', text, '{ errors { __typename } } }'].join(' '));
    expect(again.data).toEqual({ write: { errors: [] } });
    expect(sizes()).toEqual(stored);
  }
});
