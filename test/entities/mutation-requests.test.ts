import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { JournalEntry } from '../../src/simulator/journal.ts';
import type { TenantWorld } from '../../src/simulator/store.ts';
import { type Crm, startCrm } from '../crm.ts';
import { found, idOf } from './seeded.ts';

/** How many requests a change takes, and of which kind they are. */

let crm: Crm;
let world: TenantWorld;
beforeAll(async () => {
  crm = await startCrm();
});
afterAll(() => crm.close());
beforeEach(() => {
  crm.superoffice.reset();
  world = crm.superoffice.world();
});

const explained = { headers: { 'x-explain': 'true' } };
const sent = (calls: readonly JournalEntry[]) => calls.map(({ method, path }) => [method, path].join(' '));
const body = (call: { body: string } | undefined) => JSON.parse(found(call).body);

describe('the way from a new appointment to one with a person and a task', () => {
  test('takes one request for each step', async () => {
    const made = await crm.query(
      `mutation { createAppointment(input: { contactId: 2, description: "Hello" }) {
        appointment { appointmentId description contact { contactId } person { personId } } errors { message } } }`,
    );
    expect(made.errors).toBeUndefined();
    const id = Math.max(...world.appointments.keys());
    const path = ['', 'Appointment', id].join('/');
    expect(made.data.createAppointment).toEqual({
      appointment: { appointmentId: id, description: 'Hello', contact: { contactId: 2 }, person: null },
      errors: [],
    });
    expect(sent(made.calls)).toEqual(['POST /Appointment']);
    expect(body(made.calls[0])).toEqual({ Contact: { ContactId: 2 }, Description: 'Hello' });
    expect(world.appointments.get(id)).toMatchObject({ contactId: 2, personId: null, description: 'Hello' });

    const joined = await crm.query(
      `mutation Join($id: Int!) { updateAppointment(appointmentId: $id, changes: { personId: 11 }) {
        appointment { person { personId fullName } } errors { message } } }`,
      { id },
      explained,
    );
    expect(body(joined.calls[0])).toEqual([{ op: 'replace', path: '/Person', value: { PersonId: 11 } }]);
    expect(joined.extensions.upstream?.calls.map((call) => [call.method, call.path, call.kind])).toEqual([
      ['PATCH', path, 'json-patch'],
    ]);
    expect(world.appointments.get(id)?.personId).toBe(11);
    expect(joined.data.updateAppointment?.appointment?.person?.personId).toBe(11);

    const tasks = await crm.query('{ list(name: "task") { items { listItemId name } } }');
    expect(tasks.calls).toHaveLength(1);
    const task = tasks.data.list?.items?.find(({ name }) => name === 'Meeting (External)');

    const set = await crm.query(
      `mutation Set($id: Int!, $taskId: Int!) { updateAppointment(appointmentId: $id, changes: { taskId: $taskId }) {
        appointment { description task { name } contact { name } person { fullName } } errors { message } } }`,
      { id, taskId: found(task).listItemId },
    );
    expect(sent(set.calls)).toEqual(['PATCH '.concat(path)]);
    expect(set.calls[0]?.query.$select?.split(',').toSorted()).toEqual([
      'AppointmentId',
      'Contact',
      'Description',
      'Person',
      'Task',
    ]);
    expect(world.appointments.get(id)?.taskId).toBe(2);
    expect(set.data.updateAppointment).toMatchObject({
      appointment: { description: 'Hello', task: { name: 'Meeting (External)' } },
      errors: [],
    });
    const { person, contact } = found(set.data.updateAppointment?.appointment);
    expect(contact?.name).toBe(world.contacts.get(2)?.name);
    expect(person?.fullName).toContain(found(world.persons.get(11)).lastname);
  });
});

describe('the kind of a patch', () => {
  const change = `mutation Change($changes: ContactChanges!, $expect: ContactChanges) {
    updateContact(contactId: 3, changes: $changes, expect: $expect) { errors { __typename } } }`;

  test('name and stop alone go as a merge patch, checked against the answer', async () => {
    const { calls, extensions, data } = await crm.query(change, { changes: { name: 'Merged', stop: true } }, explained);
    expect(data.updateContact?.errors).toEqual([]);
    expect(extensions.upstream?.calls.map(({ kind }) => kind)).toEqual(['merge-patch']);
    expect(body(calls[0])).toEqual({ Name: 'Merged', Xstop: true });
    expect(calls[0]?.query.$select).toBe('ContactId,Name,Xstop');
    expect(calls[0]?.headers['content-type']).toBe('application/json');
    expect(world.contacts.get(3)).toMatchObject({ name: 'Merged', stop: true });
  });

  test.each([
    ['a reference', { stop: true, categoryId: 2 }, undefined],
    ['a null', { stop: true, countryId: null }, undefined],
    ['a text that may be null', { stop: true, department: 'x' }, undefined],
    ['a list', { stop: true, phones: [] }, undefined],
    ['an expectation', { stop: true }, { stop: false }],
  ])('%s makes it JSON Patch', async (_title, changes, expected) => {
    found(world.contacts.get(3)).stop = false;
    const { extensions, data, calls } = await crm.query(change, { changes, expect: expected ?? null }, explained);
    expect(data.updateContact?.errors).toEqual([]);
    expect(extensions.upstream?.calls.map(({ kind }) => kind)).toEqual(['json-patch']);
    expect(body(calls[0])).toContainEqual({ op: 'replace', path: '/Xstop', value: true });
    expect(world.contacts.get(3)?.stop).toBe(true);
  });

  test('a merge patch that the CRM lets pass and does not carry out is no success', async () => {
    crm.superoffice.faults.add({
      method: 'PATCH',
      fault: { kind: 'wrongShape', body: { ContactId: 3, Name: 'Old', Xstop: true } },
    });
    const answer = await crm.query(change, { changes: { name: 'New', stop: true } });
    expect(answer.errors?.map(({ extensions }) => extensions.code)).toEqual(['UPSTREAM_INVALID_RESPONSE']);
    expect(answer.data.updateContact).toBeNull();
  });

  test('the registered media types are sent where the settings say so', async () => {
    await using rfc = await startCrm({
      settings: { SUPEROFFICE_PATCH_TYPE: 'rfc' },
      superoffice: { writes: { patchMediaTypes: 'rfc' } },
    });
    const merged = await rfc.query(change, { changes: { name: 'Merged' } });
    expect(merged.calls[0]?.headers['content-type']).toBe('application/merge-patch+json');
    const patched = await rfc.query(change, { changes: { code: 'x' } });
    expect(patched.calls[0]?.headers['content-type']).toBe('application/json-patch+json');
    expect(rfc.superoffice.world().contacts.get(3)).toMatchObject({ name: 'Merged', code: 'x' });
  });

  test.each(['null', 'zero'] as const)(
    'a reference is cleared by null where the CRM takes %s',
    async (clearsReference) => {
      crm.superoffice.options.writes.clearsReference = clearsReference;
      const { data, errors } = await crm.query(change, { changes: { supportPersonId: null, categoryId: null } });
      if (clearsReference === 'null') expect(data.updateContact?.errors).toEqual([]);
      else expect(errors?.map(({ extensions }) => extensions.code)).toEqual(['UPSTREAM_INVALID_RESPONSE']);
    },
  );
});

describe('an address', () => {
  const address =
    'mutation Move($to: AddressInput) { updateContact(contactId: 3, changes: { streetAddress: $to }) { errors { __typename path } } }';
  const stored = () => found(found(world.contacts.get(3)).streetAddress);

  test('in part is laid over what is stored: two requests, and nobody may change it between them', async () => {
    const before = { ...stored() };
    const { calls, data } = await crm.query(address, { to: { city: 'Hamar', line2: null } });
    expect(data.updateContact?.errors).toEqual([]);
    expect(sent(calls)).toEqual(['GET /Contact/3', 'PATCH /Contact/3']);
    expect(calls[0]?.query.$select).toBe('ContactId,UpdatedDate,CreatedDate,Address');
    expect(calls[1]?.headers['if-unmodified-since']).toBeTruthy();
    expect(body(calls[1])).toContainEqual({ op: 'test', path: '/Address/Street/City', value: before.city });
    expect(stored()).toMatchObject({ ...before, city: 'Hamar', address2: '' });
  });

  test('that somebody changes between the two is a conflict, and keeps the change of that other', async () => {
    crm.superoffice.faults.add({ method: 'GET', times: 1, fault: { kind: 'delay', milliseconds: 60 } });
    const asked = crm.query(address, { to: { line1: 'Nygata 1' } });
    const isRead = () => crm.superoffice.calls().some(({ method }) => method === 'GET');
    while (!isRead()) await new Promise((resolve) => setImmediate(resolve));
    stored().city = 'Elsewhere';
    const { data, calls } = await asked;
    expect(data.updateContact?.errors).toEqual([{ __typename: 'ConflictError', path: [] }]);
    expect(calls.map(({ method, status }) => [method, status])).toEqual([
      ['GET', 200],
      ['PATCH', 409],
    ]);
    expect(stored()).toMatchObject({ city: 'Elsewhere' });
    expect(stored().address1).not.toBe('Nygata 1');
  });

  test('with all its lines is written without a look', async () => {
    const to = { line1: 'A', line2: 'B', line3: 'C', postalCode: '1', city: 'D', state: 'E', county: 'F' };
    const { calls } = await crm.query(address, { to });
    expect(calls.map(({ method }) => method)).toEqual(['PATCH']);
    expect(stored()).toMatchObject({ address1: 'A', address2: 'B', address3: 'C', zipcode: '1', city: 'D' });
    expect(stored()).toMatchObject({ state: 'E', county: 'F' });
  });

  test('goes through the rows of the layout where a server has no blocks', async () => {
    crm.superoffice.options.carriers.structuredAddress = false;
    found(world.contacts.get(3)).countryId = 578;
    const { data } = await crm.query(
      `mutation { updateContact(contactId: 3, changes: { streetAddress: { city: "Hamar" }, postalAddress: { city: "Moss" } }) {
        contact { streetAddress { city } postalAddress { city } } errors { message } } }`,
    );
    expect(data.updateContact?.errors).toEqual([]);
    expect(data.updateContact?.contact).toEqual({ streetAddress: { city: 'Hamar' }, postalAddress: { city: 'Moss' } });
    const row = found(world.contacts.get(3));
    expect([row.streetAddress?.city, row.postalAddress?.city]).toEqual(['Hamar', 'Moss']);
    const { data: second } = await crm.query(address, { to: { state: 'Texas' } });
    expect(second.updateContact?.errors).toEqual([{ __typename: 'ValidationError', path: ['streetAddress', 'state'] }]);
  });

  test('that is whole is written as rows once a server without blocks has refused it', async () => {
    crm.superoffice.options.carriers.structuredAddress = false;
    found(world.contacts.get(3)).countryId = 578;
    const lines = { line1: 'A', line2: '', line3: '', postalCode: '1', city: 'D', state: '', county: '' };
    const { data, calls } = await crm.query(address, { to: lines });
    expect(data.updateContact?.errors).toEqual([]);
    expect(sent(calls)).toEqual(['PATCH /Contact/3', 'GET /Contact/3', 'PATCH /Contact/3']);
    expect(stored()).toMatchObject({ address1: 'A', zipcode: '1', city: 'D' });
    const cleared = await crm.query(address, { to: null });
    expect(cleared.data.updateContact?.errors).toEqual([]);
    expect(found(world.contacts.get(3)).streetAddress).toBeNull();
  });

  test('that is refused although the server has blocks is not sent again', async () => {
    crm.superoffice.faults.add({
      ...{ method: 'PATCH', times: 1 },
      fault: { kind: 'status', status: 400, body: { Error: true, ErrorType: 'ArgumentException', ErrorMessage: 'No' } },
    });
    const { data, calls } = await crm.query(address, { to: null });
    expect(data.updateContact?.errors).toMatchObject([{ __typename: 'ValidationError' }]);
    expect(calls.filter(({ method }) => method === 'PATCH')).toHaveLength(1);
  });
});

describe('interests', () => {
  test('that the list has not are refused, named by their place', async () => {
    const { data, calls } = await crm.query(
      `mutation { updatePerson(personId: 11, changes: { interestIds: [4711] }) { errors { __typename path message } } }`,
    );
    expect(data.updatePerson?.errors).toEqual([
      { __typename: 'ValidationError', path: ['interestIds', '0'], message: expect.stringContaining('persint') },
    ]);
    expect(calls.map(({ method }) => method)).toEqual(['GET']);
  });

  test('are read with nothing beside them: whatever others have changed meanwhile, the input decides', async () => {
    const { calls } = await crm.query(
      'mutation { updatePerson(personId: 11, changes: { interestIds: [] }) { errors { path } } }',
    );
    expect(sent(calls)).toEqual(['GET /Person/11', 'PATCH /Person/11']);
    expect(calls[0]?.query.$select).toBe('PersonId,Interests');
    expect(calls[1]?.headers['if-unmodified-since']).toBeUndefined();
  });
});

describe('what comes back', () => {
  test('is the answer of the write, as far as its members go', async () => {
    const { calls, data } = await crm.query(
      `mutation { updateContact(contactId: 3, changes: { orgNr: "998 877" }) { contact {
        id contactId name orgNr category { listItemId name } phones { value } associate { fullName } createdBy { name }
        customFields { key } persons(first: 2) { nodes { contact { contactId } } } } } }`,
    );
    expect(data.updateContact?.contact).toMatchObject({ id: idOf('Contact', 3), orgNr: '998 877' });
    expect(sent(calls)).toEqual(['PATCH /Contact/3', 'GET /Person', 'GET /Contact/CustomField']);
  });

  test('is read where only a row has it', async () => {
    const { calls, data } = await crm.query(
      'mutation { updatePerson(personId: 11, changes: { title: "Chief" }) { person { title rank contact { name } } } }',
    );
    expect(data.updatePerson?.person?.title).toBe('Chief');
    expect(data.updatePerson?.person?.rank).toBe(world.persons.get(11)?.rank);
    expect(sent(calls)).toEqual(['PATCH /Person/11', 'GET /Person']);
  });

  test('no changes write nothing and give the record', async () => {
    const { calls, data } = await crm.query(
      'mutation { updateContact(contactId: 3, changes: {}) { contact { name } errors { __typename } } }',
    );
    expect(data.updateContact).toEqual({ contact: { name: world.contacts.get(3)?.name }, errors: [] });
    expect(sent(calls)).toEqual(['GET /Contact/3']);
    const gone = await crm.query(
      'mutation { updateContact(contactId: 99999, changes: { customFields: [] }) { contact { name } errors { __typename } } }',
    );
    expect(gone.data.updateContact).toEqual({ contact: null, errors: [{ __typename: 'NotFoundError' }] });
  });

  test('what was changed is fresh for a later mutation of the document and for the next request', async () => {
    const { data, calls } = await crm.query(
      `mutation {
        first: updateContact(contactId: 3, changes: { name: "One" }) { contact { name phones { value } } }
        second: updateContact(contactId: 3, changes: { phones: [{ value: "12" }] }) { contact { name phones { value } } }
        third: updatePerson(personId: 11, changes: { contactId: 3 }) { person { contact { name } } } }`,
    );
    expect(data).toEqual({
      first: { contact: { name: 'One', phones: expect.any(Array) } },
      second: { contact: { name: 'One', phones: [{ value: '12' }] } },
      third: { person: { contact: { name: 'One' } } },
    });
    expect(calls.map(({ method }) => method)).toEqual(['PATCH', 'PATCH', 'PATCH']);
    const next = await crm.query('{ contact(contactId: 3) { name phones { value } } }');
    expect(next.data.contact).toEqual({ name: 'One', phones: [{ value: '12' }] });
  });

  test('times are those of the zone in force, and are stored as the instants that they are', async () => {
    const { data } = await crm.query(
      `mutation { updateAppointment(appointmentId: 101, changes: {
        startDate: "2026-03-29T01:30:00+01:00", endDate: "2026-03-29T03:30:00+02:00" }) {
        appointment { startDate endDate } errors { message } } }`,
      {},
      { headers: { 'so-timezone': 'Europe/Oslo' } },
    );
    expect(data.updateAppointment).toEqual({
      appointment: { startDate: '2026-03-29T01:30:00+01:00', endDate: '2026-03-29T03:30:00+02:00' },
      errors: [],
    });
    expect(world.appointments.get(101)).toMatchObject({
      startAt: Date.UTC(2026, 2, 29, 0, 30),
      endAt: Date.UTC(2026, 2, 29, 1, 30),
    });
  });
});
