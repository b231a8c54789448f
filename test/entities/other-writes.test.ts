import { expect, test } from 'vitest';
import { startApp } from '../../src/app.ts';
import { parseConfig } from '../../src/config.ts';
import { type Answer, json, startUpstream, text } from '../upstream/upstream-server.ts';

/** Writes to upstreams that keep to the manual and differ from the simulator where it leaves a choice. */

/** What a query is answered, and what it sent to an upstream that answers reads, or everything, with this record. */
async function askOf(
  record: unknown,
  query: string,
  answer: Answer = json(record),
  others: Readonly<Record<string, unknown>> = {},
) {
  await using upstream = await startUpstream((response, request) =>
    (request.method === 'GET' ? json(others[request.path] ?? record) : answer)(response, request),
  );
  const settings = { PORT: '0', METRICS_PORT: '0', LOG_LEVEL: 'silent', SUPEROFFICE_URL: `${upstream.url}/site` };
  const app = await startApp(parseConfig({ ...settings, SUPEROFFICE_TENANT: 'Cust12345' }));
  const headers = { 'content-type': 'application/json', authorization: 'Bearer 8A:Cust12345.someone' };
  const response = await fetch(app.url, { method: 'POST', headers, body: JSON.stringify({ query }) });
  const told = await response.json();
  await app.close();
  return { told, received: upstream.received };
}

const noLines = { Address1: '', Address2: '', Address3: '', Zipcode: '', City: '', State: '', County: '' };
const row = (Name: string, Value: string) => [{ Name, Value }];

test('a company that has but one of the blocks is written by blocks alone, since rows would undo them', async () => {
  const record = {
    ...{ ContactId: 7, UpdatedDate: '2026-03-11T09:41:20Z', CreatedDate: '2019-02-04T13:05:51Z' },
    Address: {
      Street: { ...noLines, Address1: 'Fjordgata 8', City: 'OSLO' },
      Postal: null,
      LocalizedAddress: [row('StreetAddress1', 'Fjordgata 8'), row('PostalAddress1', 'Postboks 44')],
    },
  };
  const { told, received } = await askOf(
    record,
    `mutation { updateContact(contactId: 7, changes: { streetAddress: { city: "Moss" }, postalAddress: { city: "Hamar" } }) {
      errors { message } } }`,
  );
  expect(told.data.updateContact.errors).toEqual([]);
  expect(received.map(({ method }) => method)).toEqual(['GET', 'PATCH']);
  const operations = JSON.parse(received[1]?.body ?? '') as { op: string; path: string; value: unknown }[];
  expect(operations.filter(({ op }) => op === 'replace')).toEqual([
    {
      ...{ op: 'replace', path: '/Address/Postal' },
      value: { ...noLines, Address1: 'Postboks 44', City: 'Hamar' },
    },
    { op: 'replace', path: '/Address/Street', value: { ...noLines, Address1: 'Fjordgata 8', City: 'Moss' } },
  ]);
  expect(operations).toContainEqual({
    ...{ op: 'test', path: '/Address/LocalizedAddress/1/0/Value', value: 'Postboks 44' },
  });
});

test('where rows are written, all of them are tested, since those of the other address go with them', async () => {
  const record = {
    ...{ ContactId: 7, UpdatedDate: '2026-03-11T09:41:20Z', CreatedDate: '2019-02-04T13:05:51Z' },
    Address: { LocalizedAddress: [row('StreetCity', 'OSLO'), row('PostalCity', 'MOSS'), row('PostalZipcode', '1530')] },
  };
  const written = async (change: string) => {
    const { told, received } = await askOf(
      record,
      `mutation { updateContact(contactId: 7, changes: { ${change} }) { errors { message } } }`,
    );
    expect(told.data.updateContact.errors).toEqual([]);
    return JSON.parse(received[1]?.body ?? '') as { op: string; path: string; value: unknown }[];
  };
  const stored = ['OSLO', 'MOSS', '1530'].map((value, at) => ({
    ...{ op: 'test', path: `/Address/LocalizedAddress/${at}/0/Value`, value },
  }));
  const [, ...one] = await written('streetAddress: { city: "Hamar" }');
  expect(one.slice(0, -1)).toEqual(stored);
  expect(one.at(-1)?.value).toEqual([
    ...[row('StreetCity', 'Hamar'), row('PostalCity', 'MOSS'), row('PostalZipcode', '1530')],
  ]);
  const [, ...both] = await written('postalAddress: { city: "Gran" }, streetAddress: { city: "Hamar" }');
  expect(both.slice(0, -1)).toEqual(stored);
  expect(both.at(-1)?.value).toEqual([
    ...[row('StreetCity', 'Hamar'), row('PostalCity', 'Gran'), row('PostalZipcode', '1530')],
  ]);
});

test('an address of which no line is named is as good as absent', async () => {
  const change = 'updateContact(contactId: 7, changes: { name: "Moss AS", streetAddress: {} }) { errors { message } }';
  const record = { ContactId: 7, Name: 'Moss AS' };
  const { told, received } = await askOf(record, `mutation { ${change} }`);
  expect(told.data.updateContact.errors).toEqual([]);
  expect(received.map(({ method, body }) => [method, JSON.parse(body)])).toEqual([['PATCH', { Name: 'Moss AS' }]]);
});

test('a day that would be read as none is refused, with nothing sent', async () => {
  const change = 'updatePerson(personId: 7, changes: { birthDate: "1760-01-01" }) { errors { path } }';
  const { told, received } = await askOf({ PersonId: 7 }, `mutation { ${change} }`);
  expect(told.data.updatePerson.errors).toEqual([{ path: ['birthDate'] }]);
  expect(received).toEqual([]);
});

test('an item of a list is shown as the CRM has it after the write, its texts as they were sent', async () => {
  const stored = { Id: 4, Name: 'US:"Four";NO:"Fire";', Tooltip: 'Tip', Deleted: false, Rank: 4 };
  const saved = { Id: 4, Name: 'Quatre', Tooltip: 'Tip', Deleted: false, Rank: 2 };
  const { told } = await askOf(
    stored,
    `mutation { updateListItem(list: "category", listItemId: 4, input: { rank: 99 }) {
      listItem { listItemId rank tooltip name } errors { message } } }`,
    json(saved),
  );
  expect(told.data.updateListItem).toEqual({
    ...{ listItem: { listItemId: 4, rank: 2, tooltip: 'Tip', name: 'Four' }, errors: [] },
  });
});

test.each([text(''), json({}), json(null)])(
  'a new item that comes back without its id is an unknown outcome',
  async (answer) => {
    const create = 'createListItem(list: "category", input: { name: "New" }) { listItem { listItemId } }';
    const { told, received } = await askOf(null, `mutation { ${create} }`, answer);
    expect(told.errors[0].extensions.code).toBe('UNKNOWN_OUTCOME');
    expect(received).toHaveLength(1);
  },
);

test.each([[{ Id: 8, Name: 'Eight', Tooltip: '', Deleted: true, Rank: 8 }], [[]], [true]])(
  'an item in whose place something else comes back is an unknown outcome: %j',
  async (answer) => {
    const update = 'updateListItem(list: "category", listItemId: 4, input: { rank: 2 }) { listItem { rank deleted } }';
    const stored = { Id: 4, Name: 'Four', Tooltip: '', Deleted: false, Rank: 4 };
    const { told, received } = await askOf(stored, `mutation { ${update} }`, json(answer));
    expect(told.data).toEqual({ updateListItem: null });
    expect(told.errors[0].extensions.code).toBe('UNKNOWN_OUTCOME');
    expect(received.map(({ method }) => method)).toEqual(['GET', 'PUT']);
  },
);

const company = 'Q29udGFjdDo3';
const key = `id: "${company}", app: "App", device: "Device", key: "k"`;
const changes = 'contactId: 7, changes: { department: "x" }';

test.each([
  `updateContact(${changes}, expect: { supportPersonId: null }) { errors { message } }`,
  `updateContact(${changes}, expect: { phones: [] }) { errors { message } }`,
  'updateContact(contactId: 7, changes: {}, expect: { department: null }) { errors { message } }',
  'updateContact(contactId: 7, changes: { postalAddress: { city: "x" } }) { errors { message } }',
  'updateContact(contactId: 7, changes: { interestIds: [1] }) { errors { message } }',
  `patchEntity(id: "${company}", operations: []) { errors { message } }`,
  `setForeignKey(${key}, value: "v") { errors { message } }`,
  `setForeignKey(${key}) { errors { message } }`,
  'updateListItem(list: "category", listItemId: 7, input: { rank: 2 }) { errors { message } }',
  'updateListItem(list: "task", listItemId: 7, input: { name: "x" }) { errors { message } }',
])('nothing is written by an answer that is about nothing, or about another record: %s', async (write) => {
  const refusal = { Error: true, ErrorType: 'SoException', ErrorMessage: 'x' };
  for (const answer of [refusal, [], {}, { ContactId: 8, Id: 8, TaskListItemId: 8, Interests: [], Address: {} }]) {
    const { told, received } = await askOf(answer, `mutation { write: ${write} }`);
    expect(told.data).toEqual({ write: null });
    expect(told.errors[0].extensions.code).toBe('UPSTREAM_INVALID_RESPONSE');
    expect(received.map(({ method }) => method)).toEqual(['GET']);
  }
});

test('nothing is written below an application whose devices are told as no list', async () => {
  const { told, received } = await askOf(
    { ContactId: 7 },
    `mutation { setForeignKey(${key}, value: "v") { node { id } } }`,
  );
  expect(told.errors[0].extensions.code).toBe('UPSTREAM_INVALID_RESPONSE');
  expect(received.map(({ method }) => method)).toEqual(['GET', 'GET']);
});

test('own fields that the CRM holds in another form, or as never filled in, are what an `expect` takes them for', async () => {
  const stored: Record<string, string> = {
    ...{ 'Old:Day': '[D:06/30/2026]', 'Old:NoDay': '[D:01/01/0001]', 'Old:Open': '[DT:12/31/9999 23:59:59.0000000]' },
    ...{
      'Old:First': '[D:01/01/1753]',
      x_when: '[DT:05/05/1999 10:00:00.5000000]',
      x_count: '',
      x_price: '',
      x_region: '',
    },
  };
  const types = { Old: 'Date', x_when: 'DateTime', x_count: 'Integer', x_price: 'Decimal', x_region: 'MdoList' };
  const layout = Object.keys(stored).map((FieldName) => ({
    ...{ FieldName, DisplayName: FieldName },
    FieldType: types[FieldName.split(':')[0] as keyof typeof types],
  }));
  const record = { ContactId: 7, UpdatedDate: '2026-03-11T09:41:20Z', CustomFields: stored };
  const asked = async (expected: string) =>
    askOf(
      record,
      `mutation { updateContact(contactId: 7, changes: { stop: true }, expect: { customFields: [${expected}] }) {
        contact { contactId } errors { __typename } } }`,
      json(record),
      { '/site/api/v1/Contact/CustomField': layout },
    );
  const same =
    await asked(`{ key: "Old:Day", value: "2026-06-30" }, { key: "Old:NoDay" }, { key: "Old:Open" }, { key: "Old:First" },
    { key: "x_when", value: "1999-05-05T10:00:00" }, { key: "x_count" }, { key: "x_price" }, { key: "x_region" }`);
  expect(same.told.data.updateContact.errors).toEqual([]);
  expect(same.received.map(({ method }) => method)).toEqual(['GET', 'GET', 'PATCH']);
  for (const other of [
    ...['{ key: "Old:Day", value: "2026-06-29" }', '{ key: "Old:Open", value: "2026-06-30" }', '{ key: "Old:Day" }'],
    ...[
      '{ key: "x_when", value: "1999-05-05T10:00:01" }',
      '{ key: "x_count", value: 1 }',
      '{ key: "x_price", value: "0.1" }',
    ],
  ]) {
    const { told, received } = await asked(other);
    expect(told.data.updateContact.errors, other).toEqual([{ __typename: 'ConflictError' }]);
    expect(
      received.filter(({ method }) => method === 'PATCH'),
      other,
    ).toEqual([]);
  }
});
