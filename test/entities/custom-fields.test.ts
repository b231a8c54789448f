import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { CustomFieldOwner, CustomValue, CustomValues } from '../../src/simulator/custom-field-records.ts';
import type { TenantWorld } from '../../src/simulator/store.ts';
import { type Crm, expectRequests, startCrm } from '../crm.ts';
import { found } from './seeded.ts';
import { customFieldsIn, type FieldRow } from './seeded-fields.ts';

let crm: Crm;
let world: TenantWorld;
beforeAll(async () => {
  crm = await startCrm();
  world = crm.superoffice.world();
});
afterAll(() => crm.close());
beforeEach(() => crm.superoffice.faults.clear());

const shown = 'key label type value text';

/** Every kind of field at once, with values that no other kind could have. */
const full: CustomValues = {
  'SuperOffice:1': 'Ask first; "always" & [I:7]',
  'SuperOffice:2': 12,
  'SuperOffice:3': '2027-02-28',
  'SuperOffice:4': true,
  'SuperOffice:5': 3,
  'SuperOffice:6': 12.375,
  'SuperOffice:7': 'First line\nsecond line',
  'Acme:Renewal': '1999-05-05',
  'SuperOffice:9': -4,
  x_sla_hours: 48,
  x_review_time: '09:34:44',
  x_reviewed_at: Date.UTC(2026, 6, 1, 22, 30),
  x_next_audit: '2026-12-31',
  x_premium: true,
  x_margin: -0.5,
  x_region: 'north',
  x_notes: 'Longer text\nin two lines',
  x_travel: 90,
  x_parent: 21,
};

const owners = [
  ['Contact', 'contact(contactId: $id)'],
  ['Person', 'person(personId: $id)'],
  ['Appointment', 'appointment(appointmentId: $id)'],
] as const;

type Fields = readonly FieldRow[] | null;

async function read(field: string, id: number, keys: readonly string[] | null, headers: Record<string, string> = {}) {
  const variables = keys ? { id, keys } : { id };
  const text: string = keys
    ? `query Keyed($id: Int!, $keys: [String!]) { record: ${field} { customFields(keys: $keys) { ${shown} } } }`
    : `query All($id: Int!) { record: ${field} { customFields { ${shown} } } }`;
  const answer = await crm.query(text, variables, { headers });
  expect(answer.errors).toBeUndefined();
  return { ...answer, fields: (answer.data as { record: { customFields: Fields } | null }).record?.customFields };
}

const tableOf = (owner: CustomFieldOwner): ReadonlyMap<number, { id: number; custom: CustomValues }> =>
  ({ Contact: world.contacts, Person: world.persons, Appointment: world.appointments })[owner];

describe.each(owners)('the fields of a %s', (owner, field) => {
  const keys = Object.keys(full);
  let id = 0;
  beforeEach(() => {
    const record = found([...tableOf(owner).values()][20]);
    record.custom = { ...full };
    id = record.id;
  });

  test('come from the entity, in the order of its layout, with one request beside the layout', async () => {
    const { fields, calls } = await read(field, id, null);
    expect(fields).toEqual(customFieldsIn(world, owner, full, { from: 'entity' }));
    expect(fields?.map(({ key }) => key)).toEqual(keys);
    expect(calls.filter(({ path }) => !path.endsWith('/CustomField')).map(({ path }) => path)).toEqual([
      `/${owner}/${id}`,
    ]);
  });

  test('are the same as columns of the row, where keys name them', async () => {
    const { fields, calls } = await read(field, id, keys);
    expect(fields).toEqual(customFieldsIn(world, owner, full, { from: 'row' }));
    expectRequests(calls, 1);
    expect(calls[0]?.path).toBe(`/${owner}`);
    const entity = (await read(field, id, null)).fields;
    expect(fields?.map(({ value }) => value)).toEqual(entity?.map(({ value }) => value));
  });

  test('that are empty are the same in both, and null where SuperOffice can tell', async () => {
    const empty: Record<string, CustomValue> = Object.fromEntries(keys.map((key) => [key, null]));
    found(tableOf(owner).get(id)).custom = empty;
    const byKeys = (await read(field, id, keys)).fields;
    const all = (await read(field, id, null)).fields;
    expect(byKeys).toEqual(customFieldsIn(world, owner, empty, { from: 'row' }));
    expect(all).toEqual(customFieldsIn(world, owner, empty, { from: 'entity' }));
    expect(all?.map(({ value }) => value)).toEqual(byKeys?.map(({ value }) => value));
    const values = Object.fromEntries(all?.map(({ key, value }) => [key, value]) ?? []);
    expect(values).toMatchObject({ 'SuperOffice:1': null, 'SuperOffice:3': null, 'SuperOffice:5': null });
    expect(values).toMatchObject({ x_review_time: null, x_reviewed_at: null, x_parent: null, 'Acme:Renewal': null });
    expect(values).toMatchObject({ 'SuperOffice:2': 0, 'SuperOffice:6': 0, 'SuperOffice:4': false, x_premium: false });
  });

  test('are told in the language of the request', async () => {
    for (const [language, code] of [
      ['nb', 'NO'],
      ['de', 'GE'],
      ['sv', 'SW'],
    ] as const) {
      for (const wanted of [keys, null]) {
        const { fields } = await read(field, id, wanted, { 'accept-language': language });
        const from = wanted ? 'row' : 'entity';
        expect(fields).toEqual(customFieldsIn(world, owner, full, { from, code, culture: language }));
      }
    }
  });
});

describe('texts for people', () => {
  const text = (fields: Fields | undefined, key: string) => fields?.find((field) => field.key === key)?.text;
  beforeEach(() => {
    found(world.contacts.get(21)).custom = { ...full };
  });

  test('numbers and dates are written as SO-Culture says, whatever the language', async () => {
    const headers = { 'so-language': 'en', 'so-culture': 'sv' };
    for (const keys of [null, ['SuperOffice:3', 'SuperOffice:4', 'SuperOffice:6', 'x_margin', 'x_reviewed_at']]) {
      const { fields } = await read('contact(contactId: $id)', 21, keys, headers);
      expect(text(fields, 'SuperOffice:6')).toBe('12,375');
      expect(text(fields, 'x_margin')).toBe('−0,5');
      expect(text(fields, 'SuperOffice:3')).toBe('28 feb. 2027');
      expect(text(fields, 'x_reviewed_at')).toBe('2 juli 2026 00:30');
      expect(text(fields, 'SuperOffice:4')).toBe('Yes');
    }
    const english = await read('contact(contactId: $id)', 21, ['SuperOffice:6'], { 'so-language': 'en' });
    expect(text(english.fields, 'SuperOffice:6')).toBe('12.375');
  });

  test('of a list item that the CRM has no name for is none, not the number of it', async () => {
    found(world.contacts.get(21)).custom = { ...full, 'SuperOffice:5': 4321 };
    for (const keys of [null, ['SuperOffice:5']]) {
      for (const language of ['en', 'x']) {
        const { fields } = await read('contact(contactId: $id)', 21, keys, { 'so-language': language });
        const item = fields?.find(({ key }) => key === 'SuperOffice:5');
        expect([item?.value, item?.text]).toEqual([4321, null]);
      }
    }
  });

  test('without translation are as stored', async () => {
    const { fields } = await read('contact(contactId: $id)', 21, null, { 'so-language': 'x' });
    const labels = Object.fromEntries(fields?.map(({ key, label }) => [key, label]) ?? []);
    expect(labels['SuperOffice:4']).toBe('US:"Key account";NO:"Nøkkelkunde";GE:"Schlüsselkunde";');
    expect(text(fields, 'SuperOffice:4')).toBe('[SR_YES]');
    expect(text(fields, 'SuperOffice:5')).toMatch(/^US:"Gold";NO:"Gull";/);
    expect(text(fields, 'SuperOffice:6')).toBe('12.375');
  });

  test('labels and items that come untranslated are read here', async () => {
    crm.superoffice.options.languageFallback = 'raw';
    const { fields } = await read('contact(contactId: $id)', 21, null, { 'so-language': 'da' });
    const byKeys = await read('contact(contactId: $id)', 21, ['SuperOffice:4'], { 'so-language': 'da' });
    const finnish = await read('contact(contactId: $id)', 21, null, { 'so-language': 'fi' });
    const keyed = await read('contact(contactId: $id)', 21, ['SuperOffice:5'], { 'so-language': 'fi' });
    crm.superoffice.options.languageFallback = 'us';
    expect(fields?.find(({ key }) => key === 'SuperOffice:4')?.label).toBe('Key account');
    expect(byKeys.fields?.[0]?.label).toBe('Key account');
    expect(text(finnish.fields, 'SuperOffice:5')).toBe('Gold');
    expect(text(keyed.fields, 'SuperOffice:5')).toBe('Gold');
    expect(text(finnish.fields, 'SuperOffice:4')).toBe('Yes');
  });
});

describe('the forms that values come in', () => {
  const forms: readonly [string, string, unknown][] = [
    ['SuperOffice:2', '[I:3]', 3],
    ['SuperOffice:2', '[I:-3]', -3],
    ['SuperOffice:2', '42', 42],
    ['SuperOffice:2', '', null],
    ['SuperOffice:2', '[I:many]', null],
    ['SuperOffice:6', '[F:4.43]', 4.43],
    ['SuperOffice:6', '[F:0]', 0],
    ['SuperOffice:6', '[F:-0.5]', -0.5],
    ['SuperOffice:6', '[F:1E-05]', 0.00001],
    ['SuperOffice:3', '[D:05/05/1999 00:00:00.0000000]', '1999-05-05'],
    ['SuperOffice:3', '[DT:12/31/2026 00:00:00.0000000]', '2026-12-31'],
    ['SuperOffice:3', '[D:05/05/1999]', '1999-05-05'],
    ['SuperOffice:3', '[D:01/01/0001]', null],
    ['SuperOffice:3', '[DT:01/01/0001 00:00:00.0000000]', null],
    ['SuperOffice:3', '[D:12/31/9999 23:59:59.0000000]', null],
    ['SuperOffice:3', '[D:01/01/1753 00:00:00.0000000]', null],
    ['SuperOffice:3', 'tomorrow', null],
    ['SuperOffice:4', 'True', true],
    ['SuperOffice:4', 'False', false],
    ['SuperOffice:4', '[I:1]', true],
    ['SuperOffice:4', '[I:0]', false],
    ['SuperOffice:5', '[I:4]', 4],
    ['SuperOffice:5', '[I:0]', null],
    ['SuperOffice:1', '[I:7]', '[I:7]'],
    ['SuperOffice:1', '', null],
    ['x_review_time', '[DT:01/01/1760 09:34:44.0000000]', '09:34:44'],
    ['x_review_time', '[DT:01/01/1760 00:00:00.0000000]', '00:00:00'],
    ['x_review_time', '[DT:01/01/0001 00:00:00.0000000]', null],
    ['x_reviewed_at', '[DT:07/02/2026 00:30:15.0000000]', '2026-07-02T00:30:15'],
    ['x_travel', '[I:90]', 90],
    ['x_premium', '[I:1]', true],
    ['x_parent', '[I:21]', 21],
    ['x_parent', '[I:0]', null],
  ];

  test.each(forms)('%s as %j is %j', async (key, raw, value) => {
    const body = { ContactId: 21, CustomFields: { [key]: raw, [`${key}:org`]: raw } };
    crm.superoffice.faults.add({ path: '^/Contact/21$', fault: { kind: 'wrongShape', body } });
    const { fields } = await read('contact(contactId: $id)', 21, null);
    expect(fields?.map((field) => [field.key, field.value])).toEqual([[key, value]]);
  });
});

test('keys that are wrong cost the field alone: what stands beside it is read', async () => {
  const answer = await crm.query(
    'query WrongKey($key: String = "SuperOffice:1") { contact(contactId: 7) { contactId department customFields(keys: [$key]) { key } } }',
    { key: null },
  );
  expect(answer.data.contact).toMatchObject({ contactId: 7, customFields: null });
  expect(answer.errors).toMatchObject([{ path: ['contact', 'customFields'], extensions: { code: 'BAD_USER_INPUT' } }]);
  expectRequests(answer.calls, 1);
});

test('all of them are asked for alike, whether no keys, null or an absent variable says so', async () => {
  const plain = await crm.query(
    'query All($id: Int!) { contact(contactId: $id) { name customFields { key value } } }',
    { id: 2 },
  );
  expectRequests(plain.calls, 1);
  const nulls = await crm.query(
    'query Null($id: Int!) { contact(contactId: $id) { name customFields(keys: null) { key value } } }',
    { id: 2 },
  );
  const query =
    'query Some($id: Int!, $keys: [String!]) { contact(contactId: $id) { name customFields(keys: $keys) { key value } } }';
  for (const { data, errors, calls } of [
    nulls,
    await crm.query(query, { id: 2 }),
    await crm.query(query, { id: 2, keys: null }),
  ]) {
    expect(errors).toBeUndefined();
    expect(data).toEqual(plain.data);
    expectRequests(calls, 1);
  }
  const named = await crm.query(query, { id: 2, keys: ['SuperOffice:1'] });
  expect(named.data.contact?.customFields).toEqual([{ key: 'SuperOffice:1', value: 'Key account since 2019' }]);
});
