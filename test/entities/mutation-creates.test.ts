import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { TenantWorld } from '../../src/simulator/store.ts';
import { type Crm, startCrm } from '../crm.ts';
import { found, idOf } from './seeded.ts';

/** New records, and creates that are asked for twice. */

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

const newest = <Row>(table: ReadonlyMap<number, Row>): Row => found(table.get(Math.max(...table.keys())));
const values = (elements: readonly { value: string; description: string }[]) =>
  elements.map(({ value, description }) => [value, description]);

describe('a new company', () => {
  test('holds every value that was given, and the defaults of the CRM for the others', async () => {
    const input = {
      ...{ name: 'Nytt AS', department: 'Salg', orgNr: '912', number: '77', code: 'N', description: 'A note' },
      ...{ categoryId: 2, businessId: 2, countryId: 826, associateId: 7, supportPersonId: 21, stop: true },
      ...{ noMailing: true, phones: [{ value: '11', description: 'Main' }, { value: '22' }] },
      ...{ emails: [{ value: 'post@nytt.example' }], urls: [{ value: 'www.nytt.example' }] },
      postalAddress: { line1: 'Postboks 1', city: 'Oslo' },
      streetAddress: {
        line1: 'Gate 1',
        line2: 'B',
        line3: 'C',
        postalCode: '0150',
        city: 'Oslo',
        state: 'S',
        county: 'K',
      },
      interestIds: [found(world.lists.get('contint')?.items[0]).id],
      customFields: [{ key: 'SuperOffice:1', value: 'Own' }],
    };
    const { data, errors, calls } = await crm.query(
      `mutation New($input: CreateContactInput!) { createContact(input: $input) {
        contact { id contactId fullName createdBy { associateId } } errors { path message } } }`,
      { input },
    );
    expect(errors).toBeUndefined();
    const row = newest(world.contacts);
    expect(data.createContact).toEqual({
      contact: {
        ...{ id: idOf('Contact', row.id), contactId: row.id, fullName: 'Nytt AS, Salg' },
        createdBy: { associateId: 5 },
      },
      errors: [],
    });
    expect(calls.map(({ method }) => method)).toEqual(['GET', 'POST']);
    expect(row).toMatchObject({
      ...{ name: 'Nytt AS', department: 'Salg', orgNr: '912', number: '77', code: 'N', description: 'A note' },
      ...{ categoryId: 2, businessId: 2, countryId: 826, associateId: 7, supportPersonId: 21, stop: true },
      ...{ noMailing: true, interestIds: input.interestIds, custom: { 'SuperOffice:1': 'Own' } },
      postalAddress: { address1: 'Postboks 1', city: 'Oslo' },
      streetAddress: { address1: 'Gate 1', address2: 'B', address3: 'C', zipcode: '0150', state: 'S', county: 'K' },
    });
    expect(values(row.phones)).toEqual([
      ['11', 'Main'],
      ['22', ''],
    ]);
    expect([values(row.emails), values(row.urls)]).toEqual([[['post@nytt.example', '']], [['www.nytt.example', '']]]);

    const bare = await crm.query(
      'mutation { createContact(input: { name: "Bare" }) { contact { number associate { associateId } } } }',
      {},
      { headers: { 'x-explain': 'true' } },
    );
    expect(bare.extensions.upstream?.calls.map(({ kind }) => kind)).toEqual(['post']);
    expect(bare.data.createContact?.contact).toEqual({ number: '10202', associate: { associateId: 5 } });
  });

  test('without what the CRM insists on names the field, in the language of the request', async () => {
    crm.superoffice.options.writes.mandatory.Contact = ['Name', 'Category'];
    const size = world.contacts.size;
    const { data, calls } = await crm.query(
      `mutation { createContact(input: { name: "x", categoryId: null }) {
        contact { name } errors { __typename path message } } }`,
      {},
      { headers: { 'accept-language': 'nb' } },
    );
    expect(data.createContact?.contact).toBeNull();
    expect(data.createContact?.errors).toEqual([
      { __typename: 'ValidationError', path: ['categoryId'], message: expect.not.stringContaining('[SR_') },
    ]);
    expect(calls.map(({ path }) => path)).toEqual(['/Contact', '/Contact/Validate']);
    expect(world.contacts.size).toBe(size);
  });
});

test('a new person holds every value that was given', async () => {
  const point = (value: string) => [{ value }];
  const { data, calls } = await crm.query(
    `mutation New($input: CreatePersonInput!) { createPerson(input: $input) {
      person { personId fullName birthDate contact { contactId } } errors { path message } } }`,
    {
      input: {
        ...{ firstName: 'Ada', middleName: 'B', lastName: 'Cee', title: 'CTO', mrMrs: 'Ms', salutation: 'Dear' },
        ...{
          contactId: 3,
          positionId: 2,
          countryId: 578,
          description: 'Note',
          birthDate: '1990-12-31',
          noMailing: true,
        },
        ...{ emails: point('a@b.example'), mobilePhones: point('1'), officePhones: point('2') },
        ...{ privatePhones: point('3'), otherPhones: point('4'), urls: point('c.example') },
        ...{
          address: { line1: 'Hjem 1', city: 'Voss' },
          interestIds: [],
          customFields: [{ key: 'SuperOffice:2', value: 7 }],
        },
      },
    },
  );
  const row = newest(world.persons);
  expect(data.createPerson).toEqual({
    person: {
      personId: row.id,
      fullName: expect.stringContaining('Cee'),
      birthDate: '1990-12-31',
      contact: { contactId: 3 },
    },
    errors: [],
  });
  expect(calls.map(({ method }) => method)).toEqual(['GET', 'POST']);
  expect(row).toMatchObject({
    ...{ firstname: 'Ada', middleName: 'B', lastname: 'Cee', title: 'CTO', mrmrs: 'Ms', salutation: 'Dear' },
    ...{ contactId: 3, positionId: 2, countryId: 578, description: 'Note', birthDate: '1990-12-31', noMailing: true },
    ...{ address: { address1: 'Hjem 1', city: 'Voss' }, custom: { 'SuperOffice:2': 7 } },
  });
  const lists = ['emails', 'mobilePhones', 'officePhones', 'privatePhones', 'otherPhones', 'urls'] as const;
  expect(lists.map((list) => row[list][0]?.value)).toEqual(['a@b.example', '1', '2', '3', '4', 'c.example']);
});

describe('a new appointment', () => {
  test('holds every value that was given', async () => {
    const { data } = await crm.query(
      `mutation New($input: CreateAppointmentInput!) { createAppointment(input: $input) {
        appointment { appointmentId startDate } errors { path message } } }`,
      {
        input: {
          ...{ title: 'T', description: 'D', agenda: 'A', internalNotes: 'N', location: 'L' },
          ...{ startDate: '2026-06-01T09:00:00+02:00', endDate: '2026-06-01T10:00:00+02:00', isAllDay: true },
          ...{ type: 'IN_CHECKLIST', private: 'PRIVATE_GROUP', completed: 'STARTED', hasAlarm: true, isFree: true },
          ...{ taskId: 3, priorityId: 2, contactId: 3, personId: 21, associateId: 7, customFields: [] },
        },
      },
      { headers: { 'so-timezone': 'Europe/Berlin' } },
    );
    const row = newest(world.appointments);
    expect(data.createAppointment).toEqual({
      appointment: { appointmentId: row.id, startDate: '2026-06-01T09:00:00+02:00' },
      errors: [],
    });
    expect(row).toMatchObject({
      ...{ title: 'T', description: 'D', agenda: 'A', internalNotes: 'N', location: 'L', isAllDay: true },
      ...{ startAt: Date.UTC(2026, 5, 1, 7), endAt: Date.UTC(2026, 5, 1, 8), type: 'inChecklist' },
      ...{ private: 'PrivateGroup', completed: 'Started', hasAlarm: true, isFree: true, taskId: 3, priorityId: 2 },
      ...{ contactId: 3, personId: 21, associateId: 7 },
    });
  });

  test('is refused a time whose offset is none, with nothing sent', async () => {
    for (const startDate of ['2026-06-01T09:00:00+99:00', '2026-06-01T09:00:00-24:00', '2026-06-01T09:00:00+01:60']) {
      const { data, errors, calls } = await crm.query(
        'mutation New($input: CreateAppointmentInput!) { createAppointment(input: $input) { errors { path } } }',
        { input: { startDate } },
      );
      expect([data, errors?.map(({ extensions }) => extensions.code)]).toEqual([undefined, ['BAD_USER_INPUT']]);
      expect(calls).toEqual([]);
    }
  });

  test('that ends before it starts is refused before anything is sent, and so is a change to that', async () => {
    const times = 'startDate: "2026-06-01T09:00:00+02:00", endDate: "2026-06-01T06:59:59Z"';
    for (const write of [
      'createAppointment(input: { TIMES })',
      'updateAppointment(appointmentId: 101, changes: { TIMES })',
    ]) {
      const { data, calls } = await crm.query(
        ['mutation { write:', write.replace('TIMES', times), '{ errors { __typename path } } }'].join(' '),
      );
      expect(data).toEqual({ write: { errors: [{ __typename: 'ValidationError', path: ['endDate'] }] } });
      expect(calls).toEqual([]);
    }
  });
});

test('nobody is told to leave out what a new record must have', async () => {
  const { data, calls } = await crm.query(`mutation Nameless {
    company: createContact(input: { name: "" }) { errors { message path } }
    person: createPerson(input: { lastName: "" }) { errors { message path } }
    item: createListItem(list: "task", input: { name: "" }) { errors { message path } }
  }`);
  expect(data).toEqual({
    company: { errors: [{ message: 'This cannot be empty: give a text.', path: ['name'] }] },
    person: { errors: [{ message: 'This cannot be empty: give a text.', path: ['lastName'] }] },
    item: { errors: [{ message: 'An item needs a text.', path: ['name'] }] },
  });
  expect(calls).toEqual([]);
});
