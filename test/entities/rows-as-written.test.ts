import { afterAll, beforeAll, expect, type MockInstance, test, vi } from 'vitest';
import { type Crm, startCrm } from '../crm.ts';
import { json, startUpstream, text, type UpstreamServer } from '../upstream/upstream-server.ts';

/** A CRM may write its rows in any way that JSON knows, and every way gives the same answer. */

const rows = [
  row(11, { name: 'Bjørk & "Sønner"', department: 'C:\\Oslo', category: 'Kunde' }),
  row(12, { name: '日本 🏠', department: '', category: 'US:"Vendor";NO:"Leverandør"' }),
  row(13, { name: 'Line\nbreak', department: ' ', category: '' }),
];

function row(contactId: number, texts: { name: string; department: string; category: string }) {
  return { PrimaryKey: `${contactId}`, EntityName: 'contact', contactId, ...texts, stop: contactId === 12 };
}

const envelope = { 'odata.metadata': 'https://crm/$metadata', 'odata.nextLink': null, value: rows };
const compact = JSON.stringify(envelope);
const inAscii = compact.replace(/[^ -~]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`);

const manners: [string, string][] = [
  ['no space', compact],
  ['indented', JSON.stringify(envelope, null, 2)],
  ['nothing but ASCII', inAscii],
  ['slashes and quotes as numbers', compact.replaceAll('\\"', '\\u0022').replaceAll('$', '\\u0024')],
  ['rows in an order of their own', JSON.stringify({ ...envelope, value: [rows[0], reversed(rows[1]), rows[2]] })],
  ['the rows first', JSON.stringify(reversed(envelope))],
  ['texts for numbers', compact.replace(/"contactId":(\d+)/g, '"contactId":"$1"').replaceAll('false', '0')],
  ['with a mark ahead', `\uFEFF${compact}`],
];

function reversed(record: object | undefined): object {
  return Object.fromEntries(Object.entries(record ?? {}).reverse());
}

let upstream: UpstreamServer;
let crm: Crm;
beforeAll(async () => {
  upstream = await startUpstream();
  crm = await startCrm({ settings: { SUPEROFFICE_URL: `${upstream.url}/{tenant}` } });
});
afterAll(async () => {
  await crm.close();
  await upstream.close();
});

/** What the parser of JSON has read of the CRM's rows. */
const parsedPages = (parse: MockInstance<typeof JSON.parse>) =>
  parse.mock.calls.filter(([given]) => given.includes('odata.metadata')).length;

test('rows without space are read where they lie, and all others parsed', async () => {
  const parse = vi.spyOn(JSON, 'parse');
  try {
    for (const [body, count] of [
      [compact, 0],
      [inAscii, 0],
      [JSON.stringify(envelope, null, 2), 1],
    ] as const) {
      parse.mockClear();
      upstream.answer(text(body, 200, { 'content-type': 'application/json' }));
      await crm.query('query RowsRead { contacts(first: 3) { nodes { contactId name } } }');
      expect(parsedPages(parse)).toBe(count);
    }
  } finally {
    parse.mockRestore();
  }
});

test.each(manners)('%s', async (_manner, body) => {
  upstream.answer(text(body, 200, { 'content-type': 'application/json' }));
  const before = upstream.received.length;
  const { data, errors } = await crm.query(
    'query RowsAsWritten { contacts(first: 3) { nodes { contactId name department stop category { name } } } }',
    {},
    { headers: { 'so-language': 'en' } },
  );
  expect(errors).toBeUndefined();
  expect(data.contacts?.nodes).toStrictEqual([
    {
      ...{ contactId: 11, name: 'Bjørk & "Sønner"', department: 'C:\\Oslo', stop: false },
      category: { name: 'Kunde' },
    },
    { contactId: 12, name: '日本 🏠', department: null, stop: true, category: { name: 'Vendor' } },
    { contactId: 13, name: 'Line\nbreak', department: ' ', stop: false, category: null },
  ]);
  expect(upstream.received.length - before).toBe(1);
});

test.each([
  ['no value, and the tooltip of its row', { RawValue: null, DisplayValue: '', TooltipHint: '{contact_id=11}' }],
  ['no text, and the tooltip of its row', { RawValue: '', DisplayValue: null, TooltipHint: '{contact_id=11}' }],
  ['null', null],
  ['no cell', undefined],
])('a cell of a full row with %s holds no item, no user and no record', async (_written, unset) => {
  const Column = { contactId: { RawValue: 11, DisplayValue: '11', TooltipHint: '{contact_id=11}' }, category: unset };
  const columns = { ...Column, associateId: unset, updatedBy: unset, 'contactSupportPerson/personId': unset };
  const value = [{ PrimaryKey: 11, EntityName: 'contact', StyleHint: '', LinkHint: '', Column: columns }];
  upstream.answer(json({ 'odata.nextLink': null, value }));
  const before = upstream.received.length;
  const { data, errors } = await crm.query(
    `query UnsetCells { contacts(first: 1) { nodes { contactId category { listItemId } associate { associateId }
      updatedBy { associateId } supportPerson { personId } } } }`,
  );
  expect(errors).toBeUndefined();
  const empty = { category: null, associate: null, updatedBy: null, supportPerson: null };
  expect(data.contacts?.nodes).toStrictEqual([{ contactId: 11, ...empty }]);
  expect(upstream.received.length - before).toBe(1);
});

test('a full row with an id of 0 and no text holds no item', async () => {
  const unset = { RawValue: 0, DisplayValue: null, LinkHint: null, TooltipHint: null };
  const said = (shown: string) => ({ RawValue: shown, DisplayValue: shown, LinkHint: '', TooltipHint: '' });
  const fullRow = (id: number, EntityName: string, Column: object) =>
    json({ 'odata.nextLink': null, value: [{ PrimaryKey: id, EntityName, StyleHint: '', LinkHint: '', Column }] });
  const key = (id: number) => ({ RawValue: id, DisplayValue: String(id), LinkHint: '', TooltipHint: '' });

  upstream.answer(
    fullRow(11, 'contact', {
      ...{ contactId: key(11), category: unset, country: unset, associateId: unset },
      ...{ number: { ...unset, RawValue: 10033 }, 'streetAddress/city': said('Oslo') },
    }),
  );
  const before = upstream.received.length;
  const contacts = await crm.query(
    `query UnsetItems { contacts(first: 1) { nodes { number category { id listItemId name } country { listItemId name }
      associate { associateId name } streetAddress { country city } } } }`,
  );
  expect(contacts.errors).toBeUndefined();
  expect(contacts.data.contacts?.nodes).toStrictEqual([
    {
      ...{ number: '10033', category: null, country: null, associate: null },
      streetAddress: { country: null, city: 'Oslo' },
    },
  ]);
  upstream.answer(fullRow(7, 'appointment', { appointmentId: key(7), type: unset, priority: unset }));
  const appointments = await crm.query(
    'query UnsetTask { appointments(first: 1) { nodes { appointmentId task { id name } priority { listItemId } } } }',
  );
  expect(appointments.errors).toBeUndefined();
  expect(appointments.data.appointments?.nodes).toStrictEqual([{ appointmentId: 7, task: null, priority: null }]);
  expect(upstream.received.slice(before).map(({ path }) => path)).toEqual([
    expect.stringMatching(/\/Contact\?.*\$mode=Full/),
    expect.stringMatching(/\/Appointment\?.*\$mode=Full/),
  ]);
});
