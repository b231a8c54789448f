import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { TenantWorld } from '../../src/simulator/store.ts';
import { type Crm, startCrm } from '../crm.ts';
import { found, idOf } from './seeded.ts';
import { writtenEntities } from './written-fields.ts';

/** Two clients with one record: whose change stands, and what the other one is told. */

let crm: Crm;
let world: TenantWorld;
beforeAll(async () => {
  crm = await startCrm();
});
afterAll(() => crm.close());
beforeEach(() => {
  crm.superoffice.reset();
  world = crm.superoffice.world();
  crm.superoffice.clock.advance(60_000);
});

const change = `mutation Change($changes: AppointmentChanges!, $since: DateTime, $expect: AppointmentChanges) {
  updateAppointment(appointmentId: 101, changes: $changes, ifUnmodifiedSince: $since, expect: $expect) {
    appointment { title updatedAt }
    errors { __typename message path ... on ConflictError { current {
      id ... on Appointment { title location updatedAt person { personId } } } } } } }`;

const read = '{ appointment(appointmentId: 101) { title location updatedAt createdAt } }';
const stored = () => found(world.appointments.get(101));
const kinds = (calls: readonly { method: string; status: number | null }[]) =>
  calls.map(({ method, status }) => [method, status]);

describe('a version', () => {
  test('that is not the present one: a conflict with the record as it is now, and nothing of the change', async () => {
    const { agenda } = stored();
    const seen = await crm.query(read);
    const since = found(seen.data.appointment).updatedAt ?? found(seen.data.appointment).createdAt;
    await crm.query(change, { changes: { title: 'First', location: 'Here' } });
    const { data, calls } = await crm.query(change, { changes: { title: 'Second', agenda: 'x' }, since });
    expect(data.updateAppointment).toEqual({
      appointment: null,
      errors: [
        {
          __typename: 'ConflictError',
          message: expect.stringMatching(/\w/),
          path: [],
          current: {
            id: idOf('Appointment', 101),
            title: 'First',
            location: 'Here',
            updatedAt: expect.stringMatching(/^2026-03-04T00:\d\d:\d\dZ$/),
            person: stored().personId === null ? null : { personId: stored().personId },
          },
        },
      ],
    });
    expect(kinds(calls)).toEqual([
      ['PATCH', 412],
      ['GET', 200],
    ]);
    expect([stored().title, stored().agenda]).toEqual(['First', agenda]);
  });

  test('that is the present one passes, with fractions and in any zone', async () => {
    const first = await crm.query(change, { changes: { title: 'First' } });
    const since = found(first.data.updateAppointment?.appointment).updatedAt;
    const { data, calls } = await crm.query(change, { changes: { title: 'Second' }, since });
    expect(data.updateAppointment?.errors).toEqual([]);
    expect(calls[0]?.headers['if-unmodified-since']).toBe(new Date(found(since)).toUTCString());
    expect(stored().title).toBe('Second');
    stored().updatedAt = Date.UTC(2026, 2, 4, 10, 0, 0, 700);
    const fraction = await crm.query(change, { changes: { title: 'Third' }, since: '2026-03-04T11:00:00.700+01:00' });
    expect(fraction.data.updateAppointment?.errors).toEqual([]);
    expect(fraction.calls[0]?.headers['if-unmodified-since']).toBe('Wed, 04 Mar 2026 10:00:01 GMT');
  });

  test('without one, and without an expectation, the last write wins', async () => {
    await crm.query(change, { changes: { title: 'First' } });
    const { data } = await crm.query(change, { changes: { title: 'Second' } });
    expect(data.updateAppointment?.errors).toEqual([]);
    expect(stored().title).toBe('Second');
  });

  test('is held against the record where there is nothing to change, too', async () => {
    const fresh = await crm.query(change, {
      changes: {},
      since: '2030-01-01T00:00:00Z',
      expect: { title: stored().title },
    });
    expect(fresh.data.updateAppointment?.errors).toEqual([]);
    const late = await crm.query(change, { changes: {}, since: '2001-01-01T00:00:00Z' });
    expect(late.data.updateAppointment?.errors.map(({ __typename }) => __typename)).toEqual(['ConflictError']);
    const other = await crm.query(change, { changes: {}, expect: { title: 'Another' } });
    expect(other.data.updateAppointment?.errors.map(({ path }) => path)).toEqual([['title']]);
  });

  test('guards a delete', async () => {
    stored().updatedAt = crm.superoffice.clock.now();
    const late = await crm.query(
      `mutation { deleteAppointment(appointmentId: 101, ifUnmodifiedSince: "2001-01-01T00:00:00Z") {
        deletedId errors { __typename ... on ConflictError { current { id } } } } }`,
    );
    expect(late.data.deleteAppointment).toEqual({
      deletedId: null,
      errors: [{ __typename: 'ConflictError', current: { id: idOf('Appointment', 101) } }],
    });
    expect(world.appointments.has(101)).toBe(true);
    const { data, extensions } = await crm.query(
      'mutation { deleteAppointment(appointmentId: 101) { deletedId errors { __typename } } }',
      {},
      { headers: { 'x-explain': 'true' } },
    );
    expect(data.deleteAppointment).toEqual({ deletedId: idOf('Appointment', 101), errors: [] });
    expect(extensions.upstream?.calls.map(({ kind, status }) => [kind, status])).toEqual([['delete', 204]]);
    expect(world.appointments.has(101)).toBe(false);
  });
});

test('companies and persons have versions too, and go to the recycle bin', async () => {
  const old = '2001-01-01T00:00:00Z';
  const now = '2030-01-01T00:00:00Z';
  const write = `mutation Write($since: DateTime) {
    company: updateContact(contactId: 3, changes: { code: "v" }, ifUnmodifiedSince: $since) { errors { __typename } }
    person: updatePerson(personId: 21, changes: { title: "v" }, ifUnmodifiedSince: $since) { errors { __typename } }
    less: deleteContact(contactId: 3, ifUnmodifiedSince: $since) { deletedId errors { __typename } }
    fewer: deletePerson(personId: 21, ifUnmodifiedSince: $since) { deletedId errors { __typename } } }`;
  const errors = [{ __typename: 'ConflictError' }];
  const late = await crm.query(write, { since: old });
  expect(late.data).toEqual({
    ...{ company: { errors }, person: { errors } },
    ...{ less: { deletedId: null, errors }, fewer: { deletedId: null, errors } },
  });
  expect([world.contacts.get(3)?.deletedAt, world.persons.get(21)?.deletedAt]).toEqual([null, null]);
  const fresh = await crm.query(write, { since: now });
  expect(fresh.data).toEqual({
    ...{ company: { errors: [] }, person: { errors: [] } },
    less: { deletedId: idOf('Contact', 3), errors: [] },
    fewer: { deletedId: idOf('Person', 21), errors: [] },
  });
  expect(world.contacts.get(3)).toMatchObject({ code: 'v', deletedAt: expect.any(Number) });
  expect(world.persons.get(21)).toMatchObject({ title: 'v', deletedAt: expect.any(Number) });
});

describe('an expectation', () => {
  test('tells two writes within one second apart', async () => {
    const first = await crm.query(change, { changes: { title: 'First' }, expect: { title: stored().title } });
    expect(first.data.updateAppointment?.errors).toEqual([]);
    const { data, calls } = await crm.query(change, { changes: { title: 'Second' }, expect: { title: 'Before' } });
    const [error] = data.updateAppointment?.errors ?? [];
    expect(error).toMatchObject({ __typename: 'ConflictError', current: { title: 'First' } });
    expect(kinds(calls)).toEqual([
      ['PATCH', 409],
      ['GET', 200],
    ]);
    expect(stored().title).toBe('First');
  });

  test('of a reference that is none now is a conflict, however the CRM answers the test of it', async () => {
    stored().personId = null;
    const { data } = await crm.query(change, { changes: { title: 'x' }, expect: { personId: 11 } });
    expect(data.updateAppointment?.errors).toMatchObject([{ __typename: 'ConflictError', path: ['personId'] }]);
    expect(stored().title).not.toBe('x');
  });

  test('that must be read costs one request more, and guards what is written by the version read', async () => {
    const { endAt } = stored();
    const expected = { endDate: new Date(found(endAt)).toISOString(), personId: null };
    stored().personId = null;
    const { data, calls } = await crm.query(change, { changes: { title: 'x' }, expect: expected });
    expect(data.updateAppointment?.errors).toEqual([]);
    expect(calls.map(({ method }) => method)).toEqual(['GET', 'PATCH']);
    expect(calls[0]?.query.$select?.split(',')).toEqual([
      'AppointmentId',
      'UpdatedDate',
      'CreatedDate',
      'EndDate',
      'Person',
    ]);
    expect(calls[1]?.headers['if-unmodified-since']).toBeTruthy();
    const wrong = await crm.query(change, { changes: { title: 'y' }, expect: { endDate: null } });
    expect(wrong.data.updateAppointment?.errors).toMatchObject([{ path: ['endDate'] }]);
    expect(wrong.calls.map(({ method }) => method)).toEqual(['GET', 'GET']);
    expect(stored().title).toBe('x');
  });

  test('of an address is what the graph shows of it, whatever blanks the CRM keeps around its lines', async () => {
    const row = found(world.contacts.get(60));
    const street = { line1: ' Storgata 1', line2: '  ', line3: '', postalCode: '0155 ', city: 'OSLO\n' };
    row.streetAddress = {
      ...{ id: 1, address1: street.line1, address2: street.line2, address3: '', zipcode: street.postalCode },
      ...{ city: street.city, state: '', county: '', latitude: 0, longitude: 0 },
    };
    const asking = await crm.query(
      '{ contact(contactId: 60) { streetAddress { line1 line2 line3 postalCode city state county } } }',
    );
    const seen = found(found(asking.data.contact).streetAddress);
    expect(seen).toMatchObject({ line1: 'Storgata 1', line2: null, postalCode: '0155', city: 'OSLO' });
    const guarded = `mutation Guarded($seen: AddressInput!) {
      updateContact(contactId: 60, changes: { department: "x" }, expect: { streetAddress: $seen }) { errors { path } } }`;
    for (const expected of [seen, { line2: '' }, { city: street.city }]) {
      const { data, calls } = await crm.query(guarded, { seen: expected });
      expect(data.updateContact?.errors).toEqual([]);
      expect(calls.map(({ method }) => method)).toEqual(['GET', 'PATCH']);
    }
    const other = await crm.query(guarded, { seen: { ...seen, city: 'OS LO' } });
    expect(other.data.updateContact?.errors).toEqual([{ path: ['streetAddress'] }]);
    expect(row.streetAddress).toMatchObject({ address1: street.line1, city: street.city });
  });

  test.each(['full', 'serverOffset', 'taggedUtc'] as const)(
    'that was read keeps the change of somebody else meanwhile, where times are told as %s',
    async (conversion) => {
      crm.superoffice.options.dates.conversion = conversion;
      const row = found(world.contacts.get(60));
      row.phones = [{ id: 1, value: '1', description: '' }];
      row.updatedAt = crm.superoffice.clock.now();
      crm.superoffice.clock.advance(5_000);
      crm.superoffice.faults.add({ method: 'GET', times: 1, fault: { kind: 'delay', milliseconds: 60 } });
      const asked = crm.query(
        `mutation { updateContact(contactId: 60, expect: { phones: [{ value: "1" }] },
          changes: { phones: [{ value: "1" }, { value: "2" }] }) { errors { __typename } } }`,
      );
      const isRead = () => crm.superoffice.calls().some(({ method }) => method === 'GET');
      while (!isRead()) await new Promise((resolve) => setImmediate(resolve));
      row.phones = [{ id: 1, value: 'other', description: '' }];
      row.updatedAt = crm.superoffice.clock.now();
      const { data } = await asked;
      expect(data.updateContact?.errors).toEqual([{ __typename: 'ConflictError' }]);
      expect(row.phones.map(({ value }) => value)).toEqual(['other']);
    },
  );
});

const entities = ['Contact', 'Person', 'Appointment'] as const;

describe.each(entities)('expectations of a %s', (type) => {
  const entity = () => found(writtenEntities(world).find((each) => each.type === type));

  async function expecting(field: string, value: unknown, id: number) {
    const { key } = entity();
    const changes =
      type === 'Person' ? { noMailing: true } : type === 'Contact' ? { noMailing: true } : { isFree: true };
    const { data, errors } = await crm.query(
      `mutation Change($changes: ${type}Changes!, $expect: ${type}Changes) {
        write: update${type}(${key}: ${id}, changes: $changes, expect: $expect) { errors { __typename path } } }`,
      { changes, expect: { [field]: value } } as never,
    );
    expect(errors).toBeUndefined();
    return (data as { write: { errors: { __typename: string; path: string[] }[] } }).write.errors;
  }

  test('hold for every field that is as expected, and for none that is not', async () => {
    const { table, fields } = entity();
    const [id = 0] = table.keys();
    for (const field of fields) {
      const [[given] = []] = field.sets;
      const row = found(table.get(id));
      field.fill(row);
      expect(await expecting(field.name, given, id), `${field.name} is another`).toMatchObject([
        { __typename: 'ConflictError' },
      ]);
      if ('empty' in field) {
        expect(await expecting(field.name, null, id), `${field.name} is not none`).toEqual([
          { __typename: 'ConflictError', path: [field.name] },
        ]);
        const empty = structuredClone(found(table.get(id)));
        field.none(empty);
        crm.superoffice.clock.advance(5_000);
        table.set(id, { ...empty, updatedAt: crm.superoffice.clock.now() });
        expect(await expecting(field.name, null, id), `${field.name} is none`).toEqual([]);
      }
      await crm.query(
        `mutation Set($changes: ${type}Changes!) { update${type}(${entity().key}: ${id}, changes: $changes) { errors { path } } }`,
        { changes: { [field.name]: given } } as never,
      );
      expect(await expecting(field.name, given, id), `${field.name} is as expected`).toEqual([]);
    }
  });
});
