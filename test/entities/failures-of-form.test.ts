import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import type { Fault } from '../../src/simulator/faults.ts';
import { type Crm, expectRequests, type GraphError, startCrm } from '../crm.ts';

/** What a CRM writes in another form than it should is its mistake, and none of this server. */

let crm: Crm;
beforeAll(async () => {
  crm = await startCrm();
});
afterAll(() => crm.close());
afterEach(() => crm.superoffice.faults.clear());

const answered = (path: string, body: unknown) =>
  crm.superoffice.faults.add({ path, fault: { kind: 'wrongShape', body } });

const codes = (errors: readonly GraphError[] | undefined) =>
  errors?.map(({ path, extensions }) => [path?.at(-1), extensions.code]);

test('of a list what is no item is left out, and what is no value of one is null', async () => {
  const unsound = { Id: 2, Name: { text: 'no text' }, Rank: 'last', Deleted: 'no', ChildItems: 'none' };
  answered('^/MDOList/udlist7$', [null, 'text', { Name: 'without an id' }, { Id: 1e300, Name: 'beyond' }, unsound]);
  const { data, errors } = await crm.query(
    '{ list(name: "udlist7") { items { listItemId name rank deleted children { listItemId } translations { text } } } }',
  );
  expect(errors).toBeUndefined();
  const item = { listItemId: 2, name: null, rank: null, deleted: null, children: [], translations: [] };
  expect(data).toEqual({ list: { items: [item] } });
});

test('of a record what cannot be read costs the field that is read from it', async () => {
  const rights = { TableRight: { Mask: ['Select'] }, FieldProperties: { Name: { FieldRight: { Mask: {} } } } };
  answered('^/Contact/3$', { ContactId: 3, Name: 'Sound', Phones: 'none', Interests: 7, ...rights });
  const { data, errors } = await crm.query(
    '{ contact(contactId: 3) { name phones { value } interests { name } fieldAccess(fields: ["name"]) { canRead } } }',
  );
  expect(codes(errors)).toEqual([['phones', 'UPSTREAM_INVALID_RESPONSE']]);
  expect(data).toEqual({
    contact: { name: 'Sound', phones: null, interests: [], fieldAccess: [{ canRead: true }] },
  });
});

test.each(['13-45', '02-30'])(
  'a date of a month that there is not, or that has no such day (%s), is none',
  async (day) => {
    const customFields = { 'SuperOffice:3': '[D:02/30/2026 00:00:00]', 'SuperOffice:4': `[D:2026-${day}T00:00:00]` };
    answered('^/Person/3$', { PersonId: 3, BirthDate: `2026-${day}T00:00:00`, CustomFields: customFields });
    const { data, errors } = await crm.query(
      '{ person(personId: 3) { birthDate phones { value } customFields { key value text } } }',
    );
    expect(errors).toBeUndefined();
    expect(data).toMatchObject({ person: { birthDate: null, phones: [] } });
  },
);

test('of a layout what is no field is left out', async () => {
  const field = { FieldName: 'x_size', FieldType: 'Integer', DisplayName: null };
  answered('^/Appointment/CustomField$', [null, {}, { FieldName: '' }, 'text', field]);
  answered('^/Appointment/3$', { AppointmentId: 3, CustomFields: { x_size: '[I:7]' } });
  const { data, errors } = await crm.query('{ appointment(appointmentId: 3) { customFields { key label value } } }');
  expect(errors).toBeUndefined();
  expect(data).toEqual({ appointment: { customFields: [{ key: 'x_size', label: null, value: 7 }] } });
});

test.each([
  ['a record', '{ person(personId: 3) { fullName } }', { person: null }],
  ['a list', '{ persons(first: 2) { nodes { fullName } } }', { persons: null }],
  [
    'children',
    '{ contacts(first: 1) { nodes { persons { nodes { fullName } } } } }',
    { contacts: { nodes: [{ persons: null }] } },
  ],
])('rows that do not say which records they are, are no answer to who asks for %s', async (_what, query, wanted) => {
  answered('^/Person$', { 'odata.metadata': 'x', 'odata.nextLink': null, value: [{}, {}, {}] });
  const { data, errors, calls } = await crm.query(query as string);
  expect(data).toEqual(wanted);
  expect(errors?.map(({ extensions }) => extensions.code)).toEqual(['UPSTREAM_INVALID_RESPONSE']);
  expect(calls.filter(({ path }) => path === '/Person')).toHaveLength(1);
});

test('children that do not say whose they are make no list that looks whole', async () => {
  const row = { PrimaryKey: '3', EntityName: 'appointment', appointmentId: 3, contactId: 'Nordlys Trading AS' };
  answered('^/Appointment$', { 'odata.metadata': 'x', value: [row] });
  const { data, errors, calls } = await crm.query(
    '{ contacts(first: 2) { nodes { appointments(first: 3) { nodes { appointmentId } } } } }',
  );
  expect(data).toEqual({ contacts: { nodes: [{ appointments: null }, { appointments: null }] } });
  expect(codes(errors)).toEqual([['appointments', 'UPSTREAM_INVALID_RESPONSE']]);
  expect(calls).toHaveLength(2);
});

const unnamed = { EntityName: 'contact', name: 'Nobody' };

test('of records asked for by id none is taken for absent where a row does not say whose it is', async () => {
  const row = { PrimaryKey: '9', EntityName: 'contact', contactId: 9, name: 'Sound' };
  for (const other of [unnamed, { ...row, PrimaryKey: '4711', contactId: 4711 }]) {
    answered('^/Contact$', { 'odata.metadata': 'x', value: [other, row] });
    const { data, errors, calls } = await crm.query(
      '{ one: contact(contactId: 7) { name } other: contact(contactId: 9) { name } }',
    );
    crm.superoffice.faults.clear();
    expect(data).toEqual({ one: null, other: { name: 'Sound' } });
    expect(errors?.map(({ path, extensions }) => [path, extensions.code])).toEqual([
      [['one'], 'UPSTREAM_INVALID_RESPONSE'],
    ]);
    expect(calls).toHaveLength(1);
  }
});

test.each([
  { PrimaryKey: '0', EntityName: '' },
  { PrimaryKey: 0, EntityName: 'contact', contactId: 0, name: '' },
])('a row that is of no record costs none: %j', async (none) => {
  const row = { PrimaryKey: '9', EntityName: 'contact', contactId: 9, name: 'Sound' };
  const body = { 'odata.metadata': 'x', value: [none, row] };
  const once = { path: '^/Contact$', times: 1, fault: { kind: 'wrongShape', body } } as const;
  crm.superoffice.faults.add(once);
  const { data, errors } = await crm.query(
    '{ one: contact(contactId: 7) { name } other: contact(contactId: 9) { name } }',
  );
  expect(errors).toBeUndefined();
  expect(data).toEqual({ one: null, other: { name: 'Sound' } });
  crm.superoffice.faults.add(once);
  const listed = await crm.query('{ contacts(first: 5) { nodes { name } } }');
  expect(listed.errors).toBeUndefined();
  expect(listed.data).toEqual({ contacts: { nodes: [{ name: 'Sound' }] } });
  expect(listed.calls).toHaveLength(1);
});

test('a page is not filled with the next record in place of a row that does not say which it is', async () => {
  const row = { PrimaryKey: '9', EntityName: 'contact', contactId: 9, name: 'Sound' };
  answered('^/Contact$', { 'odata.metadata': 'x', value: [unnamed, row] });
  const { data, errors, calls } = await crm.query('{ contacts(first: 1) { nodes { name } } }');
  expect(data).toEqual({ contacts: null });
  expect(codes(errors)).toEqual([['contacts', 'UPSTREAM_INVALID_RESPONSE']]);
  expect(calls).toHaveLength(1);
});

test.each([null, '', 'none', 3.5, -3, 99_999_999_999])(
  'behind a row whose key is %j, a list goes on where the row itself says that it stands',
  async (contactId) => {
    const row = { PrimaryKey: '3', EntityName: 'contact', contactId, name: 'Sound' };
    answered('^/Contact$', { 'odata.metadata': 'x', value: [row] });
    const page = await crm.query('{ contacts(first: 1) { nodes { contactId name } pageInfo { endCursor } } }');
    crm.superoffice.faults.clear();
    expect(page.data.contacts?.nodes).toEqual([{ contactId: 3, name: 'Sound' }]);
    const { data, errors } = await crm.query(
      'query Behind($after: String) { contacts(first: 2, after: $after) { nodes { contactId } } }',
      { after: page.data.contacts?.pageInfo.endCursor ?? null },
    );
    expect(errors).toBeUndefined();
    expect(data.contacts?.nodes.map((each) => each.contactId)).toEqual([4, 5]);
  },
);

test.each(['somebody', 5.5, 1e11, [7]])('a reference whose key is %j is not one to nobody', async (key) => {
  const row = { PrimaryKey: '101', appointmentId: 101, 'appointment/description': 'Sound', 'person/personId': key };
  answered('^/Appointment$', { 'odata.metadata': 'x', value: [row] });
  const inRow = await crm.query('{ appointments(first: 1) { nodes { description person { personId } } } }');
  expect(inRow.data).toEqual({ appointments: { nodes: [{ description: 'Sound', person: null }] } });
  expect(codes(inRow.errors)).toEqual([['person', 'UPSTREAM_INVALID_RESPONSE']]);
  answered('^/Appointment/101$', { AppointmentId: 101, Agenda: 'Sound', Person: { PersonId: key } });
  const inEntity = await crm.query(
    '{ appointment(appointmentId: 101) { agenda participants { email } person { personId } } }',
  );
  expect(inEntity.data).toEqual({ appointment: { agenda: 'Sound', participants: [], person: null } });
  expect(codes(inEntity.errors)).toEqual([['person', 'UPSTREAM_INVALID_RESPONSE']]);
});

test('of the deleted items of a list, too, what is no item is left out', async () => {
  const items = [null, 'text', [], { Name: 'without an id' }, { Id: 'x' }, { Id: 2, Name: 'Sound', Deleted: 'no' }];
  answered('^/List/Business/Items$', items);
  const { data, errors } = await crm.query(
    '{ list(name: "business") { items(includeDeleted: true) { listItemId name deleted } } }',
  );
  expect(errors).toBeUndefined();
  expect(data.list?.items).toEqual([{ listItemId: 2, name: 'Sound', deleted: null }]);
});

test.each([{ Title: 'Whose?' }, { AppointmentId: 'none', Title: 'Whose?' }])(
  'a simple carrier that does not say whose it is costs those that have none: %j',
  async (carrier) => {
    answered('^/Agents/Appointment/GetAppointmentList$', [carrier, { AppointmentId: 102, Title: 'Sound' }]);
    const { data, errors } = await crm.query('{ appointments(first: 2) { nodes { appointmentId title } } }');
    expect(data.appointments?.nodes).toEqual([
      { appointmentId: 101, title: null },
      { appointmentId: 102, title: 'Sound' },
    ]);
    expect(codes(errors)).toEqual([['title', 'UPSTREAM_INVALID_RESPONSE']]);
  },
);

test.each([null, { AppointmentId: 0 }, { AppointmentId: null }])(
  'one that is not there is told by %j',
  async (carrier) => {
    answered('^/Agents/Appointment/GetAppointmentList$', [carrier, { AppointmentId: 102, Title: 'Sound' }]);
    const { data, errors } = await crm.query('{ appointments(first: 2) { nodes { appointmentId title } } }');
    expect(errors).toBeUndefined();
    expect(data.appointments?.nodes.map(({ title }) => title)).toEqual([null, 'Sound']);
  },
);

test.each([
  ['text'],
  [[]],
  [{ Street: 'text' }],
  [{ Street: [] }],
  [{ Street: null, LocalizedAddress: 'text' }],
  [{ Street: null, LocalizedAddress: [null, 5, [null, 'text']] }],
])('a part of an address is not laid over one that was read as %j', async (Address) => {
  crm.superoffice.faults.add({
    ...{ path: '^/Contact/7$', method: 'GET' },
    fault: { kind: 'wrongShape', body: { ContactId: 7, UpdatedDate: null, CreatedDate: null, Address } },
  });
  const { data, errors, calls } = await crm.query(
    'mutation { updateContact(contactId: 7, changes: { streetAddress: { city: "Bergen" } }) { contact { name } errors { __typename message path } } }',
  );
  expect(errors).toBeUndefined();
  expect(data.updateContact).toEqual({
    contact: null,
    errors: [
      {
        __typename: 'ValidationError',
        message: 'The address as it is cannot be read: give all its lines, or none.',
        path: ['streetAddress'],
      },
    ],
  });
  expect(calls.map(({ method }) => method)).toEqual(['GET']);
});

test('a foreign key that does not say whose it is leaves no list that looks whole', async () => {
  for (const recordId of ['somebody', undefined]) {
    const row = { PrimaryKey: '5', keyId: 5, appName: 'onOffice', keyName: 'addressId', keyValue: '5', recordId };
    answered('^/Archive/ForeignKeys$', { 'odata.metadata': 'x', value: [row] });
    const { data, errors } = await crm.query('{ contact(contactId: 7) { name foreignKeys { value } } }');
    crm.superoffice.faults.clear();
    expect(data).toEqual({ contact: { name: 'Solvik Consult AS', foreignKeys: null } });
    expect(codes(errors)).toEqual([['foreignKeys', 'UPSTREAM_INVALID_RESPONSE']]);
  }
});

test('a whole number that has no room in the graph is none', async () => {
  const row = { PrimaryKey: '3', personId: 3, lastName: 'Sound', rank: 1e300 };
  answered('^/Person$', { 'odata.metadata': 'x', value: [row] });
  const { data, errors } = await crm.query('{ persons(first: 1) { nodes { lastName rank } } }');
  expect(errors).toBeUndefined();
  expect(data).toEqual({ persons: { nodes: [{ lastName: 'Sound', rank: null }] } });
});

test('a number of estates that is none cannot be read', async () => {
  const results = [{ status: { errorcode: 0 }, data: { meta: { cntabsolute: 'many' }, records: [] } }];
  crm.onoffice.faults.add({ fault: { kind: 'wrongShape', body: { status: { code: 200 }, response: { results } } } });
  const { data, errors } = await crm.query('{ estates(first: 1) { totalCount } }');
  crm.onoffice.faults.clear();
  expect(data).toEqual({ estates: null });
  expect(codes(errors)).toEqual([['estates', 'UPSTREAM_INVALID_RESPONSE']]);
});

test.each(['token', 'secret', 'claim'] as const)(
  'what onOffice says is not told where it holds the %s',
  async (which) => {
    const told = { ...crm.onoffice.customers[0], claim: 'a-claim-of-the-marketplace' }[which];
    const refused = (message: unknown) => {
      const results = [{ status: { errorcode: 129, message }, data: { records: [] } }];
      crm.onoffice.faults.add({
        fault: { kind: 'wrongShape', body: { status: { code: 200 }, response: { results } } },
      });
    };
    const write = async () => {
      const { data } = await crm.query(
        'mutation { updateEstate(estateId: 2485, changes: { externalNumber: "X" }) { errors { message } } }',
        {},
        { headers: { 'x-onoffice-claim': 'a-claim-of-the-marketplace' } },
      );
      crm.onoffice.faults.clear();
      return data.updateEstate?.errors;
    };
    refused(`wrong: ${told}`);
    expect(await write()).toEqual([{ message: 'The CRM refuses this.' }]);
    refused({ text: 'none' });
    expect(await write()).toEqual([{ message: 'The CRM refuses this.' }]);
    refused('The number is taken.');
    expect(await write()).toEqual([{ message: 'The number is taken.' }]);
  },
);

test('a number of records that has no room in the graph is none', async () => {
  answered('^/Agents/Archive/', { RowCount: 2 ** 53, Rows: [] });
  answered('^/Archive/SimpleContact$', { 'odata.metadata': 'x', 'odata.count': '3000000000', value: [] });
  const asked = '{ contacts(first: 1) { totalCount nodes { contactId } } }';
  const { data, errors, calls } = await crm.query(asked);
  expect(errors).toBeUndefined();
  expect(data).toEqual({ contacts: { totalCount: null, nodes: [{ contactId: 2 }] } });
  expectRequests(calls, 3);
});

test('of the caller what is no right, no person and no tenant is left out', async () => {
  const caller = { AssociateId: 5, Associate: 'LH', PersonId: { Id: 11 }, DatabaseContextIdentifier: ['Cust1'] };
  answered('^/User/currentPrincipal$', { ...caller, FunctionRights: ['allow-bulk-update', { Id: 1 }, null] });
  const asked = '{ viewer { associate { name } person { fullName } tenant functionRights } }';
  const { data, errors, calls } = await crm.query(asked);
  expect(errors).toBeUndefined();
  const viewer = {
    associate: { name: 'LH' },
    person: null,
    tenant: 'Cust12345',
    functionRights: ['allow-bulk-update'],
  };
  expect(data).toEqual({ viewer });
  expectRequests(calls, 1);
});

test.each([1e300, 5.5])('a caller without a whole number (%s) cannot be read', async (AssociateId) => {
  answered('^/User/currentPrincipal$', { AssociateId, Associate: 'LH' });
  const { data, errors } = await crm.query('{ viewer { associate { associateId } } }');
  expect(codes(errors)).toEqual([['viewer', 'UPSTREAM_INVALID_RESPONSE']]);
  expect(data).toEqual({ viewer: null });
});

test('a collection that is none can be neither as expected nor other: nothing is written', async () => {
  answered('^/Contact/3$', { ContactId: 3, UpdatedDate: '2026-01-01T00:00:00Z', Phones: 'none' });
  const { data, errors, calls } = await crm.query(
    'mutation { updateContact(contactId: 3, changes: { department: "New" }, expect: { phones: [] }) { errors { message } } }',
  );
  expect(codes(errors)).toEqual([['updateContact', 'UPSTREAM_INVALID_RESPONSE']]);
  expect(data).toEqual({ updateContact: null });
  expect(calls.map(({ method }) => method)).toEqual(['GET']);
});

test.each([[['x']], ['..'], ['a/b'], ['\ud800']])(
  'a device that is called %j can be given no key',
  async (DeviceIdentifier) => {
    answered('^/ForeignApp/App/Devices$', [null, { Name: 5 }, { Name: 'Device', DeviceIdentifier }]);
    const id = Buffer.from('Contact:3').toString('base64url');
    const { data, errors, calls } = await crm.query(
      'mutation Key($id: ID!) { setForeignKey(id: $id, app: "App", device: "Device", key: "k", value: "v") { errors { message } } }',
      { id },
    );
    expect(codes(errors)).toEqual([['setForeignKey', 'UPSTREAM_INVALID_RESPONSE']]);
    expect(data).toEqual({ setForeignKey: null });
    expect(calls.map(({ method }) => method)).toEqual(['GET', 'GET']);
  },
);

test('an estate whose number has no room in the graph cannot be read', async () => {
  const record = { id: 2 ** 31, type: 'estate', elements: { Id: String(2 ** 31), mainLangId: null, language: '' } };
  const results = [{ status: { errorcode: 0 }, data: { meta: { cntabsolute: 1 }, records: [record] } }];
  crm.onoffice.faults.add({ fault: { kind: 'wrongShape', body: { status: { code: 200 }, response: { results } } } });
  const { data, errors } = await crm.query('{ estates(first: 1) { nodes { estateId } } }');
  crm.onoffice.faults.clear();
  expect(data).toEqual({ estates: null });
  expect(codes(errors)).toEqual([['estates', 'UPSTREAM_INVALID_RESPONSE']]);
});

describe('a key of another application', () => {
  const id = Buffer.from('Contact:3').toString('base64url');
  const set = () =>
    crm.query(
      'mutation Link($id: ID!) { setForeignKey(id: $id, app: "Another", device: "One", key: "k", value: "v") { errors { message } } }',
      { id },
    );

  test.each<Fault>([
    { kind: 'html' },
    { kind: 'plain', body: '<keys/>', contentType: 'application/xml' },
    { kind: 'wrongShape', body: 'none' },
  ])('is written nowhere where it cannot be read whether the application is there ($kind)', async (fault) => {
    crm.superoffice.faults.add({ method: 'GET', path: '^/ForeignApp/', fault });
    const { data, errors, calls } = await set();
    expect(codes(errors)).toEqual([['setForeignKey', 'UPSTREAM_INVALID_RESPONSE']]);
    expect(data).toEqual({ setForeignKey: null });
    expect(calls.map(({ method }) => method)).toEqual(['GET', 'GET']);
  });

  test.each<Fault>([
    { kind: 'plain', body: '' },
    { kind: 'plain', body: 'null' },
    { kind: 'status', status: 204 },
    { kind: 'status', status: 404 },
  ])('is written to an application that is made for it where there is none ($kind $status$body)', async (fault) => {
    crm.superoffice.reset();
    crm.superoffice.faults.add({ method: 'GET', path: '^/ForeignApp/', fault });
    const { data, errors, calls } = await set();
    expect(errors).toBeUndefined();
    expect(data).toEqual({ setForeignKey: { errors: [] } });
    expect(calls.map(({ method }) => method)).toEqual(['GET', 'GET', 'POST', 'POST', 'POST']);
  });
});

describe('a change that is refused', () => {
  const refused = async (named: unknown) => {
    const body = { Error: true, ErrorType: 'ArgumentException', ErrorMessage: 'Not so' };
    crm.superoffice.faults.add({ method: 'PATCH', fault: { kind: 'status', status: 400, body } });
    answered('^/Contact/Validate$', named);
    const { data, errors, calls } = await crm.query(
      'mutation { updateContact(contactId: 3, changes: { department: "New" }) { errors { __typename message path } } }',
    );
    expect(errors).toBeUndefined();
    expect(calls.map(({ method }) => method)).toEqual(['PATCH', 'GET', 'POST']);
    return data.updateContact?.errors;
  };

  test.each([['oops'], [['oops']], [7], [null]])('is so by its own words where %j names no field', async (named) => {
    expect(await refused(named)).toEqual([{ __typename: 'ValidationError', message: 'Not so', path: [] }]);
  });

  test('is so by no more words than any other', async () => {
    const long = `${'x'.repeat(499)}\u{1f600}${'y'.repeat(1_000)}`;
    const message = 'x'.repeat(499);
    expect(await refused({ Department: long })).toEqual([
      { __typename: 'ValidationError', message, path: ['department'] },
    ]);
  });
});
