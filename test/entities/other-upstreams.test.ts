import { gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { startApp } from '../../src/app.ts';
import { parseConfig } from '../../src/config.ts';
import { type Answer, json, startUpstream } from '../upstream/upstream-server.ts';

/** Upstreams that keep to the manuals and differ from the simulators where these leave a choice. */

const quiet = { PORT: '0', METRICS_PORT: '0', LOG_LEVEL: 'silent' };

async function askOf(answer: Answer, settings: (url: string) => Record<string, string>, query: string) {
  await using upstream = await startUpstream(answer);
  const app = await startApp(parseConfig({ ...quiet, ...settings(upstream.url) }));
  const headers = { 'content-type': 'application/json', authorization: 'Bearer 8A:Cust12345.someone' };
  const response = await fetch(app.url, { method: 'POST', headers, body: JSON.stringify({ query }) });
  const told = await response.json();
  await app.close();
  return told;
}

const superoffice = (url: string) => ({ SUPEROFFICE_URL: `${url}/site`, SUPEROFFICE_TENANT: 'Cust12345' });

test('an archive without rows may say null where they would stand', async () => {
  const envelope = { 'odata.metadata': 'https://crm.example/site/api/v1/Archive//$metadata', value: null };
  const query = '{ contacts(first: 3) { nodes { name } pageInfo { hasNextPage } } contact(contactId: 9) { name } }';
  const told = await askOf(json(envelope), superoffice, query);
  expect(told.data).toEqual({ contacts: { nodes: [], pageInfo: { hasNextPage: false } }, contact: null });
  expect(told.errors).toBeUndefined();
});

test('an upstream that encodes its answers wherever it may is told that it may not', async () => {
  const value = {
    'odata.metadata': 'x',
    value: [{ PrimaryKey: '2', EntityName: 'contact', contactId: 2, name: 'One AS' }],
  };
  const answer: Answer = (response, { headers }) => {
    const isFree = headers['accept-encoding'] !== 'identity';
    response.writeHead(200, { 'content-type': 'application/json', ...(isFree && { 'content-encoding': 'gzip' }) });
    response.end(isFree ? gzipSync(JSON.stringify(value)) : JSON.stringify(value));
  };
  const told = await askOf(answer, superoffice, '{ contacts(first: 1) { nodes { name } } }');
  expect(told.data).toEqual({ contacts: { nodes: [{ name: 'One AS' }] } });
});

test('a link to the next page that leads to itself is followed once', async () => {
  let asked = 0;
  const answer: Answer = (response, request) => {
    asked += 1;
    const value = [{ PrimaryKey: '2', EntityName: 'contact', contactId: 2, name: 'Again AS' }];
    json({ 'odata.metadata': 'x', 'odata.nextLink': `http://${request.headers.host}${request.path}`, value })(
      response,
      request,
    );
  };
  const told = await askOf(answer, superoffice, '{ contacts(first: 9) { nodes { name } } }');
  expect(told.errors[0].extensions.code).toBe('UPSTREAM_INVALID_RESPONSE');
  expect(asked).toBe(2);
});

test.each([
  ['that cannot be followed, behind no rows', () => 'http://elsewhere.example/site/api/v1/Contact?page=2', 1],
  ['that lead in a circle', (asked: number, site: string) => `${site}/api/v1/Contact?page=${asked % 3}`, 4],
] as const)('links to next pages %s, are not followed for ever', async (_, linkAfter, requests) => {
  let asked = 0;
  const answer: Answer = (response, request) => {
    asked += 1;
    const site = `http://${request.headers.host}/site`;
    json({ 'odata.metadata': 'x', 'odata.nextLink': linkAfter(asked, site), value: [] })(response, request);
  };
  const told = await askOf(answer, superoffice, '{ contacts(first: 9) { nodes { name } } }');
  expect(told.errors[0].extensions.code).toBe('UPSTREAM_INVALID_RESPONSE');
  expect(asked).toBe(requests);
});

test.each([403, 404, 400])('users that the archive refuses with %i are read from the list of users', async (status) => {
  const answer: Answer = (response, request) => {
    const path = request.path.split('/api/v1/')[1] ?? '';
    const row = { PrimaryKey: '2', EntityName: 'contact', contactId: 2, name: 'One AS', registeredBy: 'LH' };
    const full = {
      PrimaryKey: 2,
      Column: { contactId: { RawValue: 2 }, registeredBy: { RawValue: 5, DisplayValue: 'LH' } },
    };
    if (path.startsWith('Archive/AllUsers') || path.startsWith('User?'))
      return json({ Message: 'No.' }, status)(response, request);
    if (path.startsWith('Agents/Associate'))
      return json([{ AssociateId: 5, Name: 'LH', FullName: 'Lars Holm' }])(response, request);
    return json({ 'odata.metadata': 'x', value: [request.path.includes('Full') ? full : row] })(response, request);
  };
  const told = await askOf(answer, superoffice, '{ contacts(first: 1) { nodes { createdBy { fullName } } } }');
  expect(told.data).toEqual({ contacts: { nodes: [{ createdBy: { fullName: 'Lars Holm' } }] } });
});

test.each(['0001-01-01T00:00:00', '1753-01-01T00:00:00', '9999-12-31T23:59:59'])(
  "a tenant's own field without a date or time may say so by %s",
  async (none) => {
    const fields = ['Date', 'DateTime', 'Time'].map((type) => ({ FieldName: `x_${type}`, FieldType: type }));
    const row = { PrimaryKey: '2', EntityName: 'contact', contactId: 2 };
    const cells = Object.fromEntries(fields.map(({ FieldName }) => [`contactExtra/${FieldName}`, none]));
    const answer: Answer = (response, request) =>
      json(request.path.includes('CustomField') ? fields : { 'odata.nextLink': null, value: [{ ...row, ...cells }] })(
        response,
        request,
      );
    const query =
      '{ contacts(first: 1) { nodes { customFields(keys: ["x_Date", "x_DateTime", "x_Time"]) { value } } } }';
    const told = await askOf(answer, superoffice, query);
    expect(told.data.contacts.nodes).toEqual([{ customFields: [{ value: null }, { value: null }, { value: null }] }]);
  },
);

test.each([
  ['null', null],
  ['nothing', undefined],
  ['an empty text', ''],
])('of a yes or no that %s is said of, nothing is known', async (_said, flag) => {
  const row = { PrimaryKey: '2', EntityName: 'x', contactId: 2, appointmentId: 2, hasInfoText: flag, stop: flag };
  const user = { associateDbId: { RawValue: 5, DisplayValue: 'LH' }, isActive: { RawValue: flag, DisplayValue: '' } };
  const answers: [string, unknown][] = [
    ['Archive/AllUsers', { value: [{ PrimaryKey: 5, EntityName: 'all', Column: user }] }],
    ['Agents/Appointment', [{ AppointmentId: 2, IsFree: flag, IsAlldayEvent: flag }]],
    ['Contact/2?', { ContactId: 2, Description: 'A note' }],
    ['', { value: [row] }],
  ];
  const answer: Answer = (response, request) =>
    json(answers.find(([path]) => request.path.includes(`/api/v1/${path}`))?.[1])(response, request);
  const query = `{ associate(associateId: 5) { deleted } contacts(first: 1) { nodes { stop description } }
    appointments(first: 1) { nodes { isFree isAllDay } } }`;
  const told = await askOf(answer, superoffice, query);
  expect(told).toMatchObject({
    data: {
      associate: { deleted: null },
      contacts: { nodes: [{ stop: false, description: 'A note' }] },
      appointments: { nodes: [{ isFree: null, isAllDay: null }] },
    },
  });
});

test.each([
  ['null', null],
  ['nothing', undefined],
  ['an empty text', ''],
])('of a choice that %s is said of, nothing is known', async (_said, choice) => {
  const row = { PrimaryKey: '2', EntityName: 'appointment', appointmentId: 2, rawType: choice, rawStatus: choice };
  const carrier = { AppointmentId: 2, Private: choice, Type: choice, Completed: choice, Participants: [] };
  const answers: [string, unknown][] = [
    ['Agents/Appointment', [carrier]],
    ['Appointment/2?', carrier],
    ['', { value: [row] }],
  ];
  const answer: Answer = (response, request) =>
    json(answers.find(([path]) => request.path.includes(`/api/v1/${path}`))?.[1])(response, request);
  const query = `{ appointments(first: 1) { nodes { type completed private } }
    appointment(appointmentId: 2) { type completed private participants { email } } }`;
  const unknown = { type: null, completed: 'UNKNOWN', private: null };
  const told = await askOf(answer, superoffice, query);
  expect(told.data).toEqual({
    appointments: { nodes: [unknown] },
    appointment: { ...unknown, participants: [] },
  });
});

test('an item of the id 0 is none, whatever text stands beside it', async () => {
  const cell = { RawValue: 0, DisplayValue: '(none)', TooltipHint: '{category_id=0}' };
  const row = { PrimaryKey: 2, EntityName: 'contact', Column: { contactId: { RawValue: 2 }, category: cell } };
  const carrier = { PersonId: 2, Contact: { ContactId: 3, CountryId: 0, CountryName: '(none)' }, Emails: [] };
  const answers: [string, unknown][] = [
    ['Contact/2?', { ContactId: 2, Category: { Id: 0, Value: '(none)' }, Phones: [] }],
    ['Person/2?', { ...carrier, Country: { CountryId: 0, Name: '(none)' } }],
    ['', { value: [row] }],
  ];
  const answer: Answer = (response, request) =>
    json(answers.find(([path]) => request.path.includes(`/api/v1/${path}`))?.[1])(response, request);
  const query = `{ contacts(first: 1) { nodes { category { listItemId name } } }
    contact(contactId: 2) { category { listItemId name } phones { value } }
    person(personId: 2) { country { listItemId name } contact { country { listItemId name } } emails { value } } }`;
  const told = await askOf(answer, superoffice, query);
  expect(told.errors).toBeUndefined();
  expect(told.data).toEqual({
    contacts: { nodes: [{ category: null }] },
    contact: { category: null, phones: [] },
    person: { country: null, contact: { country: null }, emails: [] },
  });
});

test('a country in several languages has the same name in an address as it has itself', async () => {
  const named = 'US:"Norway";NO:"Norge"';
  const lines = { 'streetAddress/city': 'Oslo', 'postAddress/city': 'Moss' };
  const row = { PrimaryKey: '2', EntityName: 'contact', contactId: 2, country: named, ...lines };
  const place = { Country: { CountryId: 578, Name: named }, Address: { Street: { City: 'Oslo' } } };
  const employer = { ContactId: 3, CountryId: 578, CountryName: named, Address: { Postal: { City: 'Moss' } } };
  const answers: [string, unknown][] = [
    ['Person/2?', { PersonId: 2, ...place, Contact: employer, Emails: [] }],
    ['', { value: [row] }],
  ];
  const answer: Answer = (response, request) =>
    json(answers.find(([path]) => request.path.includes(`/api/v1/${path}`))?.[1])(response, request);
  const query = `{ contacts(first: 1) { nodes { country { name } streetAddress { country } postalAddress { country city } } }
    person(personId: 2) { address { country } contact { country { name } postalAddress { country city } } emails { value } } }`;
  const norway = { name: 'Norway' };
  expect((await askOf(answer, superoffice, query)).data).toEqual({
    contacts: {
      nodes: [
        { country: norway, streetAddress: { country: 'Norway' }, postalAddress: { country: 'Norway', city: 'Moss' } },
      ],
    },
    person: {
      address: { country: 'Norway' },
      contact: { country: norway, postalAddress: { country: 'Norway', city: 'Moss' } },
      emails: [],
    },
  });
});

test('a list may have a name that must be escaped in its address', async () => {
  const lists: Record<string, unknown> = {
    MDOList: ['task', 'Own list 7%'],
    'MDOList/task': [{ Id: 1, Name: 'Call' }],
    'MDOList/own list 7%': [{ Id: 2, Name: 'Seven' }],
    'User/currentPrincipal': { AssociateId: 5 },
  };
  const answer: Answer = (response, request) =>
    json(lists[decodeURIComponent(request.path.split('/api/v1/')[1] ?? '')])(response, request);
  const told = await askOf(answer, superoffice, '{ lists { name items { name } } }');
  expect(told).toMatchObject({
    data: {
      lists: [
        { name: 'task', items: [{ name: 'Call' }] },
        { name: 'Own list 7%', items: [{ name: 'Seven' }] },
      ],
    },
  });
});

test('items of a list have one name of it, in whatever case it is told or asked for', async () => {
  const lists: Record<string, unknown> = {
    MDOList: ['rejectReason'],
    'MDOList/rejectreason': [{ Id: 1, Name: 'Ill' }],
    'User/currentPrincipal': { AssociateId: 5 },
  };
  const answer: Answer = (response, request) => json(lists[request.path.split('/api/v1/')[1] ?? ''])(response, request);
  const query = '{ lists { name items { id list } } list(name: "RejectReason") { items { id list } } }';
  const { data } = await askOf(answer, superoffice, query);
  expect(data.list.items).toMatchObject([{ list: 'rejectreason' }]);
  expect(data.lists).toEqual([{ name: 'rejectReason', items: data.list.items }]);
});

test('where a participant would stand, there may be none', async () => {
  const Participants = [null, { PersonId: 0, EmailAddress: 'kari@nordlys.example', InvitationStatus: null }];
  const query = '{ appointment(appointmentId: 2) { participants { email invitationStatus } } }';
  const told = await askOf(json({ AppointmentId: 2, Participants }), superoffice, query);
  expect(told.errors).toBeUndefined();
  expect(told.data.appointment.participants).toEqual([{ email: 'kari@nordlys.example', invitationStatus: 'Unknown' }]);
});

test('an address whose fields stand in rows alone is formatted as these are', async () => {
  const field = (Name: string, Value: string | null) => ({ Name, Value });
  const LocalizedAddress = [
    [field('StreetAddress1', 'Fjordgata 8'), null],
    [field('StreetAddress2', '')],
    [field('StreetZipcode', '0152'), field('StreetCity', 'OSLO'), field('StreetState', null)],
    null,
    [field('PostalAddress1', 'Postboks 44')],
    [field('PostalZipcode', ''), field('PostalCity', 'MOSS')],
  ];
  const contact = { ContactId: 2, Address: { LocalizedAddress, Street: null }, Phones: [] };
  const query = `{ contact(contactId: 2) { phones { value } streetAddress { line1 line2 postalCode city formatted }
    postalAddress { line1 formatted } } }`;
  const told = await askOf(json(contact), superoffice, query);
  expect(told.data.contact).toMatchObject({
    streetAddress: {
      ...{ line1: 'Fjordgata 8', line2: null, postalCode: '0152', city: 'OSLO' },
      formatted: 'Fjordgata 8\n0152 OSLO',
    },
    postalAddress: { line1: 'Postboks 44', formatted: 'Postboks 44\nMOSS' },
  });
});

test('a list item without items below it may say null, or nothing', async () => {
  const items = [
    { Id: 1, Name: 'One', ChildItems: null },
    { Id: 2, Name: 'Two' },
  ];
  const answer: Answer = (response, request) =>
    json(request.path.includes('currentPrincipal') ? { AssociateId: 5 } : items)(response, request);
  const told = await askOf(answer, superoffice, '{ list(name: "task") { items { name children { name } } } }');
  expect(told.data.list.items).toEqual([
    { name: 'One', children: [] },
    { name: 'Two', children: [] },
  ]);
});

const found = { one: { nodes: [{ title: 'Of 1' }] }, seven: { nodes: [{ title: 'Of 7' }] } };
const nothing = { one: null, seven: null };

test.each([
  ['without identifiers are told by their place', { identifier: undefined }, found],
  ['with empty identifiers are told by their place', { identifier: '' }, found],
  ['with identifiers of others are nobody’s', { identifier: 'x' }, nothing],
  ['of another resource are nobody’s', { identifier: '', resourcetype: 'address' }, nothing],
])('results of onOffice %s', async (_, changed, expected) => {
  const answer: Answer = (response, request) => {
    const { actions } = JSON.parse(request.body).request as { actions: { parameters: { listlimit: number } }[] };
    const results = actions.map((action) => {
      const elements = { Id: '1', objekttitel: `Of ${action.parameters.listlimit}` };
      const data = { meta: { cntabsolute: 1 }, records: [{ id: 1, type: 'estate', elements }] };
      return { ...action, data, status: { errorcode: 0, message: 'OK' }, ...changed };
    });
    json({ status: { code: 200, errorcode: 0, message: 'OK' }, response: { results } })(response, request);
  };
  const onoffice = (url: string) => ({
    ...{ ONOFFICE_URL: `${url}/api.php`, ONOFFICE_ACCESS: 'open', ONOFFICE_TOKEN: 'token', ONOFFICE_SECRET: 'secret' },
  });
  const query = '{ one: estates(first: 1) { nodes { title } } seven: estates(first: 7) { nodes { title } } }';
  expect((await askOf(answer, onoffice, query)).data).toEqual(expected);
});
