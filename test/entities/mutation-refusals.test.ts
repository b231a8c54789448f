import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Fault } from '../../src/simulator/faults.ts';
import type { TenantWorld } from '../../src/simulator/store.ts';
import { startOnline } from '../context/online.ts';
import { type Crm, startCrm } from '../crm.ts';
import { found, idOf } from './seeded.ts';

/** What comes back when the CRM does not do what it is asked. */

let crm: Crm;
let world: TenantWorld;
beforeAll(async () => {
  crm = await startCrm({ settings: { UPSTREAM_TIMEOUT_MS: '300', REQUEST_DEADLINE_MS: '3000' } });
});
afterAll(() => crm.close());
beforeEach(() => {
  crm.superoffice.reset();
  world = crm.superoffice.world();
});

const change = `mutation Change($changes: ContactChanges!) { updateContact(contactId: 3, changes: $changes) {
  contact { name } errors { __typename path message } } }`;
const named = { changes: { name: 'New name' } };
const stored = () => found(world.contacts.get(3));
const sent = (calls: readonly { method: string; path: string }[]) =>
  calls.map(({ method, path }) => [method, path].join(' '));
const codes = (answer: { errors: readonly { extensions: { code: string } }[] | undefined }) =>
  answer.errors?.map(({ extensions }) => extensions.code);

test('a name of nothing but blanks is as empty as one of none, and is not sent', async () => {
  const before = structuredClone(stored());
  for (const name of ['', ' ', '\t\u00a0\n']) {
    const { data, calls } = await crm.query(change, { changes: { name, department: 'x' } });
    expect(data.updateContact?.errors).toEqual([
      { __typename: 'ValidationError', path: ['name'], message: 'This cannot be empty: give a text.' },
    ]);
    expect(calls).toEqual([]);
  }
  expect(stored()).toEqual(before);
});

describe('validation texts of the CRM', () => {
  const tooLong = 'x'.repeat(300);

  test.each([500, 400] as const)('come for each field that it names, after a refusal with %i', async (status) => {
    crm.superoffice.options.writes.failedSaveStatus = status;
    const before = structuredClone(stored());
    const { data, errors, calls } = await crm.query(change, { changes: { department: tooLong, orgNr: tooLong } });
    expect(errors).toBeUndefined();
    expect(data.updateContact).toEqual({
      contact: null,
      errors: [
        { __typename: 'ValidationError', path: ['department'], message: expect.stringContaining('219') },
        { __typename: 'ValidationError', path: ['orgNr'], message: expect.stringContaining('49') },
      ],
    });
    expect(sent(calls)).toEqual(['PATCH /Contact/3', 'GET /Contact/3', 'POST /Contact/Validate']);
    expect(stored()).toEqual(before);
  });

  test('are in the language of the request', async () => {
    crm.superoffice.options.writes.mandatory.Contact = ['Name', 'Category'];
    const clear = { changes: { categoryId: null } };
    const texts = new Set<string>();
    for (const language of ['en', 'nb']) {
      const { data } = await crm.query(change, clear, { headers: { 'accept-language': language } });
      const [error] = found(data.updateContact).errors;
      expect(error).toMatchObject({ __typename: 'ValidationError', path: ['categoryId'] });
      texts.add(found(error).message);
    }
    expect(texts.size).toBe(2);
    expect([...texts].join(' ')).not.toContain('[SR_');
  });

  test('name the tenant’s own fields by their keys, and other members not at all', async () => {
    crm.superoffice.faults.add({
      ...{
        method: 'PATCH',
        fault: { kind: 'status', status: 400, body: { Error: true, ErrorType: 'ArgumentException' } },
      },
    });
    crm.superoffice.faults.add({
      path: 'Validate',
      fault: {
        kind: 'wrongShape',
        body: {
          'SuperOffice:1': 'a',
          'CustomFields.x_region': 'b',
          'Address.City': 'c',
          Kananame: 'd',
          NAME: 'e',
          OrgNr: '',
        },
      },
    });
    const { data } = await crm.query(change, { changes: { postalAddress: { city: 'x' } } });
    expect(data.updateContact?.errors.map(({ path, message }) => [message, path])).toEqual([
      ['a', ['customFields', 'SuperOffice:1']],
      ['b', ['customFields', 'x_region']],
      ['c', ['postalAddress']],
      ['d', []],
      ['e', ['name']],
    ]);
  });

  test.each([
    ['Address.Street.Zipcode', 'streetAddress'],
    ['Address/postal/City', 'postalAddress'],
    ['Address.StreetAddress1', 'streetAddress'],
    ['Address.City', 'postalAddress'],
    ['Phones[0].Value', 'phones'],
  ])('stand with the field that it names: %s', async (member, field) => {
    const refusal: Fault = {
      ...{ kind: 'status', status: 500 },
      body: { Error: true, ErrorType: 'SoException', ErrorMessage: 'Not saved', ErrorSource: 'x' },
    };
    crm.superoffice.faults.add({ method: 'PATCH', fault: refusal });
    crm.superoffice.faults.add({ path: 'Validate', fault: { kind: 'wrongShape', body: { [member]: 'a' } } });
    const changes = { postalAddress: { city: 'x' }, streetAddress: { city: 'y' } };
    const { data } = await crm.query(change, { changes });
    expect(data.updateContact?.errors).toMatchObject([{ message: 'a', path: [field] }]);
  });

  test('stand without a field where it names none', async () => {
    const refusal: Fault = {
      ...{ kind: 'status', status: 500 },
      body: { Error: true, ErrorType: 'SoException', ErrorMessage: 'The company is locked', ErrorSource: 'x' },
    };
    crm.superoffice.faults.add({ method: 'PATCH', fault: refusal });
    const { data } = await crm.query(change, named);
    expect(data.updateContact?.errors).toEqual([
      { __typename: 'ValidationError', path: [], message: 'The company is locked' },
    ]);
    const type = { ...refusal, body: { Error: true, ErrorType: 'SoDbAccessException', ErrorMessage: 'disk' } };
    crm.superoffice.faults.clear();
    crm.superoffice.faults.add({ method: 'PATCH', fault: type });
    const broken = await crm.query(change, named);
    expect(codes(broken)).toEqual(['UPSTREAM_UNAVAILABLE']);
    expect(JSON.stringify(broken)).not.toContain('disk');
  });

  test('that are long are cut between two characters, so that every client can decode them', async () => {
    const text = `${'x'.repeat(499)}🙂 and more`;
    for (const [body, status] of [
      [{ Error: true, ErrorType: 'SoException', ErrorMessage: text }, 500],
      [{ Error: true, ErrorType: 'SoSentryException', ErrorMessage: text }, 403],
    ] as const) {
      crm.superoffice.faults.clear();
      crm.superoffice.faults.add({ method: 'PATCH', fault: { kind: 'status', status, body } });
      const { data } = await crm.query(change, named);
      expect(data.updateContact?.errors.map(({ message }) => message)).toEqual(['x'.repeat(499)]);
    }
  });

  test('of this server that repeat what was given are cut so too', async () => {
    const long = (most: number) => `${'x'.repeat(most - 1)}🙂${'x'.repeat(most)}`;
    const told = [
      await crm.query(change, { changes: { customFields: [{ key: long(80), value: 1 }] } }),
      await crm.query(
        'mutation Items($list: String!) { deleteListItem(list: $list, listItemId: 1) { errors { message } } }',
        {
          list: long(60),
        },
      ),
      await crm.query(
        'mutation Time($at: DateTime) { deleteContact(contactId: 3, ifUnmodifiedSince: $at) { deletedId } }',
        { at: long(40) },
      ),
      await crm.query(
        'query Rows($filter: String) { archive(provider: "SimpleContact", columns: ["name"], filter: $filter) { nodes } }',
        {
          filter: `name eq 1 ${long(40)}`,
        },
      ),
      await crm.query('query Rows($provider: String!) { archive(provider: $provider, columns: ["name"]) { nodes } }', {
        provider: long(60),
      }),
    ];
    for (const { data, errors } of told) {
      const text = JSON.stringify([data, errors]);
      expect(text).toContain('xxxx');
      expect(text).not.toMatch(/\\u[dD]|\ufffd/);
    }
  });

  test('whose question fails leave the first refusal as it is', async () => {
    crm.superoffice.faults.add({ path: 'Validate', fault: { kind: 'status', status: 500 } });
    const { data } = await crm.query(change, { changes: { department: tooLong } });
    expect(data.updateContact?.errors).toEqual([
      { __typename: 'ValidationError', path: [], message: expect.stringContaining('Department') },
    ]);
  });
});

describe('rights', () => {
  test.each([403, 500] as const)('missing: ForbiddenError, and nothing is written (%i)', async (forbiddenStatus) => {
    crm.superoffice.options.writes.forbiddenStatus = forbiddenStatus;
    const before = structuredClone(stored());
    const { data, calls } = await crm.query(change, named, { ticket: crm.superoffice.tickets.tove });
    expect(data.updateContact).toEqual({
      contact: null,
      errors: [{ __typename: 'ForbiddenError', path: [], message: expect.stringContaining('update') }],
    });
    expect(calls).toHaveLength(1);
    expect(stored()).toEqual(before);
    const sizes = [world.contacts.size, world.appointments.size];
    const others = await crm.query(
      `mutation {
        create: createContact(input: { name: "x" }) { errors { __typename } }
        delete: deleteAppointment(appointmentId: 101) { deletedId errors { __typename } } }`,
      {},
      { ticket: crm.superoffice.tickets.tove },
    );
    expect(others.data).toEqual({
      create: { errors: [{ __typename: 'ForbiddenError' }] },
      delete: { deletedId: null, errors: [{ __typename: 'ForbiddenError' }] },
    });
    expect([world.contacts.size, world.appointments.size]).toEqual(sizes);
  });

  test('expired or absent tickets are no matter of the payload', async () => {
    const expired = await crm.query(change, named, { ticket: crm.superoffice.tickets.expired });
    expect([codes(expired), expired.calls.length]).toEqual([['UNAUTHENTICATED'], 1]);
    const none = await crm.query(change, named, { ticket: null });
    expect([codes(none), none.calls]).toEqual([['UNAUTHENTICATED'], []]);
  });
});

describe('records that are not there', () => {
  test('NotFoundError, with one request or none', async () => {
    const { data, calls } = await crm.query(
      `mutation {
        update: updateContact(contactId: 99999, changes: { name: "x" }) { contact { name } errors { __typename path } }
        part: updateContact(contactId: 99999, changes: { streetAddress: { city: "x" } }) { errors { __typename } }
        delete: deletePerson(personId: 99999) { deletedId errors { __typename } }
        zero: updatePerson(personId: 0, changes: { lastName: "x" }) { errors { __typename } }
        negative: deleteContact(contactId: -1) { errors { __typename } } }`,
    );
    const missing = [{ __typename: 'NotFoundError' }];
    expect(data).toEqual({
      update: { contact: null, errors: [{ __typename: 'NotFoundError', path: [] }] },
      part: { errors: missing },
      delete: { deletedId: null, errors: missing },
      zero: { errors: missing },
      negative: { errors: missing },
    });
    expect(sent(calls)).toEqual(['PATCH /Contact/99999', 'GET /Contact/99999', 'DELETE /Person/99999']);
  });
});

describe('a broken CRM', () => {
  const cases: [string, Fault, string][] = [
    ['a page for people', { kind: 'html' }, 'UNKNOWN_OUTCOME'],
    ['a page of a proxy', { kind: 'html', status: 502 }, 'UNKNOWN_OUTCOME'],
    ['half an answer', { kind: 'truncated' }, 'UNKNOWN_OUTCOME'],
    ['no answer', { kind: 'hang' }, 'UNKNOWN_OUTCOME'],
    ['a reset', { kind: 'reset' }, 'UNKNOWN_OUTCOME'],
    ['a reset within the answer', { kind: 'resetInBody' }, 'UNKNOWN_OUTCOME'],
    ['too many requests', { kind: 'status', status: 429, headers: { 'Retry-After': '1' } }, 'RATE_LIMITED'],
    ['maintenance', { kind: 'status', status: 503 }, 'UPSTREAM_UNAVAILABLE'],
    ['a redirect', { kind: 'redirect', location: 'https://elsewhere.example/' }, 'UPSTREAM_INVALID_RESPONSE'],
  ];

  test.each(cases)('%s: the code says so, and the write is sent once', async (_title, fault, code) => {
    crm.superoffice.faults.add({ method: 'PATCH', fault });
    const answer = await crm.query(change, { changes: { code: 'x' } });
    expect(codes(answer)).toEqual([code]);
    expect(answer.data.updateContact).toBeNull();
    expect(answer.calls.filter(({ method }) => method === 'PATCH')).toHaveLength(1);
  });

  test('a tenant that has moved is followed, and the write done there, once', async () => {
    await using online = await startOnline({
      ...{ SUPEROFFICE_ENVIRONMENT: 'sod', SUPEROFFICE_STATE_URL: '{crm}/api/state/{tenant}' },
      ...{ SUPEROFFICE_HOSTS: '127.0.0.1', SUPEROFFICE_TENANT: 'Cust12345' },
    });
    const { superoffice } = online;
    const headers = { authorization: superoffice.tickets.lars };
    await online.ask('{ contact(contactId: 3) { name } }', headers);
    await superoffice.move();
    const create = 'mutation { createContact(input: { name: "Moved" }) { contact { name } errors { message } } }';
    const { data, asked } = await online.ask(create, headers);
    expect(data).toEqual({ createContact: { contact: { name: 'Moved' }, errors: [] } });
    expect(asked).toEqual(['421 /Contact', '200 /api/state/Cust12345', '200 /Contact']);
    expect([...superoffice.world().contacts.values()].filter(({ name }) => name === 'Moved')).toHaveLength(1);
  });
});

describe('three mutations in one document', () => {
  test('stand each for itself', async () => {
    const { data, errors, calls } = await crm.query(
      `mutation {
        first: updateContact(contactId: 3, changes: { name: "First" }) { contact { name } errors { __typename } }
        second: updateContact(contactId: 3, changes: { name: null }) { contact { name } errors { __typename path } }
        third: updatePerson(personId: 21, changes: { title: "Third" }) { person { title } errors { __typename } } }`,
    );
    expect(errors).toBeUndefined();
    expect(data).toEqual({
      first: { contact: { name: 'First' }, errors: [] },
      second: { contact: null, errors: [{ __typename: 'ValidationError', path: ['name'] }] },
      third: { person: { title: 'Third' }, errors: [] },
    });
    expect(sent(calls)).toEqual(['PATCH /Contact/3', 'PATCH /Person/21']);
    const next = await crm.query('{ contact(contactId: 3) { name } person(personId: 21) { title } }');
    expect(next.data).toEqual({ contact: { name: 'First' }, person: { title: 'Third' } });
  });

  test('one whose answer is lost is an error of its own, and those behind it are done', async () => {
    crm.superoffice.faults.add({ method: 'PATCH', path: 'Person', times: 1, fault: { kind: 'reset' } });
    const answer = await crm.query(
      `mutation {
        first: updateContact(contactId: 3, changes: { name: "One" }) { contact { name } }
        second: updatePerson(personId: 21, changes: { lastName: "Two" }) { person { lastName } }
        third: updatePerson(personId: 22, changes: { lastName: "Three" }) { person { lastName } } }`,
    );
    expect(answer.data).toEqual({
      ...{ first: { contact: { name: 'One' } }, second: null, third: { person: { lastName: 'Three' } } },
    });
    expect(answer.errors?.map(({ path, extensions }) => [path, extensions.code])).toEqual([
      [['second'], 'UNKNOWN_OUTCOME'],
    ]);
    expect([world.persons.get(21)?.lastname, world.persons.get(22)?.lastname]).toEqual(['Two', 'Three']);
  });
});

test('what cannot be written is all told at once, with nothing sent', async () => {
  const { data, calls } = await crm.query(change, {
    changes: { name: '', stop: null, categoryId: 0, phones: [{ value: '1' }, { value: ' ' }], interestIds: [-1] },
  });
  expect(data.updateContact?.errors.map(({ path }) => path.join('.'))).toEqual([
    'name',
    'categoryId',
    'interestIds.0',
    'stop',
    'phones.1.value',
  ]);
  expect(calls).toEqual([]);
  const dates = await crm.query(
    `mutation {
      far: updateAppointment(appointmentId: 101, changes: { startDate: "0001-01-01T00:00:00Z" }) { errors { path } }
      open: updateAppointment(appointmentId: 101, changes: { endDate: "9999-12-31T00:00:00Z" }) { errors { path } }
      born: updatePerson(personId: 21, changes: { birthDate: "0002-05-05" }) { errors { path } } }`,
  );
  expect(dates.data).toEqual({
    far: { errors: [{ path: ['startDate'] }] },
    open: { errors: [{ path: ['endDate'] }] },
    born: { errors: [{ path: ['birthDate'] }] },
  });
  expect(dates.calls).toEqual([]);
});

test.each([
  ['an error', { Error: true, ErrorType: 'SoException', ErrorMessage: 'Not done' }],
  ['another record', { ContactId: 4, Name: 'Other' }],
  ['nothing', null],
  ['a list', []],
])('a write that is answered by a success with %s is UNKNOWN_OUTCOME', async (what, body) => {
  const writes = {
    updateContact: `mutation { updateContact(contactId: 3, changes: { code: "v" }) { contact { contactId } errors { __typename } } }`,
    patchEntity: `mutation { patchEntity(id: "${idOf('Contact', 3)}", operations: [{ op: REPLACE, path: "/Number1", value: "v" }]) {
      node { id } errors { __typename } } }`,
    // It is answered with nothing, so that nothing else tells.
    ...(what === 'an error'
      ? { deleteContact: 'mutation { deleteContact(contactId: 3) { deletedId errors { __typename } } }' }
      : {}),
  };
  for (const [name, write] of Object.entries(writes)) {
    crm.superoffice.reset();
    crm.superoffice.faults.add({ path: '^/Contact/3$', fault: { kind: 'wrongShape', body } });
    const { errors, data } = await crm.query(write);
    expect([name, errors?.map(({ extensions }) => extensions.code)]).toEqual([name, ['UNKNOWN_OUTCOME']]);
    expect(data).toEqual({ [name]: null });
  }
});
