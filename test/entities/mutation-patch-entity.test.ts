import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { TenantWorld } from '../../src/simulator/store.ts';
import { type Crm, startCrm } from '../crm.ts';
import type { JsonPatchOperation } from '../queries.ts';
import { found, idOf } from './seeded.ts';

/** Patches of a client's own, and foreign keys. */

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

const patch = `mutation Patch($id: ID!, $operations: [JsonPatchOperation!]!, $since: DateTime) {
  patchEntity(id: $id, operations: $operations, ifUnmodifiedSince: $since) {
    node { id ... on Contact { name phones { value } interests { listItemId } } ... on Person { title } ... on Appointment { title } }
    errors { __typename path message ... on ConflictError { current { id } } } } }`;

const company = idOf('Contact', 3);
const body = (call: { body: string } | undefined) => JSON.parse(found(call).body);
const sent = (calls: readonly { method: string; path: string }[]) =>
  calls.map(({ method, path }) => [method, path].join(' '));

describe('a patch of a client’s own', () => {
  test('goes up as it is, and the record comes back with it', async () => {
    const operations: JsonPatchOperation[] = [
      { op: 'TEST', path: 'xstop', value: found(world.contacts.get(3)).stop },
      { op: 'ADD', path: '/Phones/-', value: { Value: '99 88', Description: 'Last' } },
      { op: 'REPLACE', path: '/CustomFields', value: { 'SuperOffice:1': 'Own', x_region: 'North' } },
      { op: 'REPLACE', path: 'Interests/0/Selected', value: true },
      { op: 'REPLACE', path: '/Source', value: 4 },
      { op: 'REPLACE', path: '/SupportPerson', value: null },
    ];
    const { data, calls, extensions } = await crm.query(
      patch,
      { id: company, operations },
      { headers: { 'x-explain': 'true' } },
    );
    const row = found(world.contacts.get(3));
    expect(data.patchEntity?.errors).toEqual([]);
    expect(body(calls[0])).toEqual([
      { op: 'test', path: '/xstop', value: row.stop },
      { op: 'add', path: '/Phones/-', value: { Value: '99 88', Description: 'Last' } },
      { op: 'replace', path: '/CustomFields', value: { 'SuperOffice:1': 'Own', x_region: 'North' } },
      { op: 'replace', path: '/Interests/0/Selected', value: true },
      { op: 'replace', path: '/Source', value: 4 },
      { op: 'replace', path: '/SupportPerson', value: null },
    ]);
    expect(row.phones.at(-1)).toMatchObject({ value: '99 88', description: 'Last' });
    expect(row.custom).toMatchObject({ 'SuperOffice:1': 'Own', x_region: 'North' });
    expect([row.source, row.supportPersonId]).toEqual([4, null]);
    expect(row.interestIds.length).toBeGreaterThan(0);
    expect(data.patchEntity?.node).toMatchObject({
      ...{ id: company, name: row.name },
      phones: row.phones.map(({ value }) => ({ value })),
      interests: expect.arrayContaining(row.interestIds.map((listItemId) => ({ listItemId }))),
    });
    expect(extensions.upstream?.calls.map(({ kind, path }) => [kind, path])).toEqual([['json-patch', '/Contact/3']]);
  });

  test('removes, and reaches persons and appointments', async () => {
    const row = found(world.contacts.get(3));
    row.phones = ['1', '2'].map((value, at) => ({ id: 9_100 + at, value, description: '' }));
    const removed = await crm.query(patch, { id: company, operations: [{ op: 'REMOVE', path: '/Phones/0' }] });
    expect(body(removed.calls[0])).toEqual([{ op: 'remove', path: '/Phones/0' }]);
    expect(world.contacts.get(3)?.phones.map(({ value }) => value)).toEqual(['2']);
    const titled = [{ op: 'REPLACE' as const, path: 'title', value: 'Patched' }];
    for (const [id, title] of [
      [idOf('Person', 21), () => world.persons.get(21)?.title],
      [idOf('Appointment', 101), () => world.appointments.get(101)?.title],
    ] as const) {
      const { data } = await crm.query(patch, { id, operations: titled });
      expect(data.patchEntity).toMatchObject({ node: { id, title: 'Patched' }, errors: [] });
      expect(title()).toBe('Patched');
    }
  });

  test('is carried out whole or not at all', async () => {
    const before = structuredClone(world.contacts.get(3));
    const { data } = await crm.query(patch, {
      id: company,
      operations: [
        { op: 'REPLACE', path: '/Name', value: 'Half' },
        { op: 'TEST', path: '/Number1', value: 'something else' },
      ],
    });
    expect(data.patchEntity).toMatchObject({
      node: null,
      errors: [{ __typename: 'ConflictError', path: [], current: { id: company } }],
    });
    expect(world.contacts.get(3)).toEqual(before);
    const unknown = await crm.query(patch, {
      id: company,
      operations: [
        { op: 'REPLACE', path: '/Name', value: 'Half' },
        { op: 'REPLACE', path: '/Nonsense', value: 1 },
      ],
    });
    expect(unknown.data.patchEntity?.errors).toMatchObject([{ __typename: 'ValidationError', path: ['operations'] }]);
    const late = await crm.query(patch, {
      ...{ id: company, since: '2001-01-01T00:00:00Z' },
      operations: [{ op: 'REPLACE', path: '/Name', value: 'Late' }],
    });
    expect(late.data.patchEntity?.errors).toMatchObject([{ __typename: 'ConflictError' }]);
    expect(world.contacts.get(3)).toEqual(before);
  });

  test('without operations writes nothing', async () => {
    const { data, calls } = await crm.query(patch, { id: company, operations: [] });
    expect(data.patchEntity).toMatchObject({ node: { id: company }, errors: [] });
    expect(sent(calls)).toEqual(['GET /Contact/3']);
    const gone = await crm.query(patch, { id: idOf('Contact', 99_999), operations: [] });
    expect(gone.data.patchEntity).toMatchObject({ node: null, errors: [{ __typename: 'NotFoundError' }] });
    const late = await crm.query(patch, { id: company, operations: [], since: '2001-01-01T00:00:00Z' });
    expect(late.data.patchEntity).toMatchObject({ node: null, errors: [{ __typename: 'ConflictError' }] });
  });

  test.each([
    '/associate/../TableRight',
    'updateddate',
    '_Links',
    'createdBy',
    '/CreatedBy/AssociateId',
    '__proto__',
    '/Phones/0/__proto__',
    'ContactId',
    '/contactid',
    '/DbiKey',
    '/FieldProperties/Name',
    '',
    '/',
  ])('is refused for the path "%s", with nothing sent', async (path) => {
    const { data, calls } = await crm.query(patch, {
      id: company,
      operations: [
        { op: 'REPLACE', path: '/Name', value: 'x' },
        { op: 'REPLACE', path, value: 'x' },
      ],
    });
    expect(data.patchEntity).toMatchObject({
      node: null,
      errors: [{ __typename: 'ValidationError', path: ['operations', '1', 'path'] }],
    });
    expect(calls).toEqual([]);
  });

  test('is refused for a path of ten kilobytes, a missing value, and too many operations', async () => {
    const one = { op: 'REPLACE' as const, path: '/Name', value: 'x' };
    for (const [operations, at] of [
      [[{ ...one, path: '/Name'.padEnd(10_240, 'x') }], ['operations', '0', 'path']],
      [[{ op: 'ADD' as const, path: '/Phones/-' }], ['operations', '0', 'value']],
      [[{ ...one, value: JSON.parse('{"__proto__":1}') as unknown }], ['operations', '0', 'value']],
      [Array.from({ length: 101 }, () => one), ['operations']],
    ] as [JsonPatchOperation[], string[]][]) {
      const { data, calls } = await crm.query(patch, { id: company, operations });
      expect(data.patchEntity?.errors).toMatchObject([{ __typename: 'ValidationError', path: at }]);
      expect(calls).toEqual([]);
    }
  });

  test('is refused for a number that would arrive as null, however deep it stands', async () => {
    const before = structuredClone(world.contacts.get(3));
    for (const value of ['1e400', '-1e400', '{ Id: 1e400 }', '[1, [1e400]]']) {
      const given = `mutation { patchEntity(id: "${company}", operations: [{ op: REPLACE, path: "/Department", value: ${value} }]) {
        errors { message } } }`;
      const { data, errors, calls } = await crm.query(given);
      expect([data, errors?.map(({ extensions }) => extensions.code), calls]).toEqual([
        undefined,
        ['GRAPHQL_VALIDATION_FAILED'],
        [],
      ]);
      const asVariable = await fetch(crm.url, {
        method: 'POST',
        headers: { 'content-type': 'application/json', authorization: crm.superoffice.tickets.lars },
        body: `{"query":${JSON.stringify(`mutation Set($value: JSON) { patchEntity(id: "${company}",
          operations: [{ op: REPLACE, path: "/Department", value: $value }]) { errors { message } } }`)},
          "variables":{"value":${value.replace('Id', '"Id"')}}}`,
      });
      expect(await asVariable.json()).toMatchObject({ errors: [{ extensions: { code: 'BAD_USER_INPUT' } }] });
    }
    expect(crm.superoffice.calls()).toEqual([]);
    expect(world.contacts.get(3)).toEqual(before);
  });

  test.each([
    idOf('Associate', 5),
    idOf('ListItem', 'task:item:2'),
    idOf('Estate', 12),
    idOf('Contact', '3/../../Person/21'),
    idOf('Contact', 0),
    '3',
    'nonsense',
  ])('is refused for the id %s', async (id) => {
    const { data, calls } = await crm.query(patch, { id, operations: [{ op: 'REPLACE', path: '/Name', value: 'x' }] });
    expect(data.patchEntity?.errors).toMatchObject([{ __typename: 'ValidationError', path: ['id'] }]);
    expect(calls).toEqual([]);
  });
});

describe('a foreign key', () => {
  const set = `mutation Set($id: ID!, $app: String!, $device: String!, $key: String!, $value: String) {
    setForeignKey(id: $id, app: $app, device: $device, key: $key, value: $value) {
      node { ... on Contact { contactId foreignKeys { app device key value } } } errors { __typename path } } }`;
  const mine = { id: company, app: 'My app', device: 'Büro 1', key: 'no. 7' };
  const stored = () => world.foreignKeys.filter(({ recordId, key }) => recordId === 3 && key === mine.key);

  test('is written with its application and device, changed, and removed', async () => {
    const made = await crm.query(set, { ...mine, value: 'A' });
    expect(made.data.setForeignKey?.errors).toEqual([]);
    expect(made.data.setForeignKey?.node).toMatchObject({ contactId: 3 });
    const { id: _id, ...named } = mine;
    expect(made.data.setForeignKey?.node).toMatchObject({
      foreignKeys: expect.arrayContaining([{ ...named, value: 'A' }]),
    });
    expect(stored()).toMatchObject([{ value: 'A', tableId: 5 }]);
    expect(made.calls.filter(({ method }) => method !== 'GET').map(({ path }) => path)).toEqual([
      '/ForeignApp/My app',
      '/ForeignApp/My app/Büro 1/Büro 1',
      '/ForeignApp/My app/Büro 1/Büro 1/Key',
    ]);
    const changed = await crm.query(set, { ...mine, value: 'B' });
    expect(changed.calls.filter(({ method }) => method !== 'GET').map(({ method }) => method)).toEqual(['PUT']);
    expect(stored()).toMatchObject([{ value: 'B' }]);
    const removed = await crm.query(set, { ...mine, value: null });
    expect(removed.data.setForeignKey?.errors).toEqual([]);
    expect(stored()).toEqual([]);
    const again = await crm.query(set, mine);
    expect(again.data.setForeignKey?.errors).toEqual([]);
  });

  test('is made also where the CRM answers null for what it does not have', async () => {
    crm.superoffice.faults.add({ path: '/Devices$', fault: { kind: 'wrongShape', body: null } });
    const { data } = await crm.query(set, { ...mine, value: 'A' });
    expect(data.setForeignKey?.errors).toEqual([]);
    expect(stored()).toMatchObject([{ value: 'A' }]);
  });

  test.each([
    ['not there', null],
    ['of no number', { ForeignAppId: 0, Name: null, Devices: [] }],
  ])('is made also where an application that is %s has an empty list of devices', async (_what, body) => {
    crm.superoffice.faults.add({ path: '/Devices$', fault: { kind: 'wrongShape', body: [] } });
    crm.superoffice.faults.add({ method: 'GET', path: '/ForeignApp/My app$', fault: { kind: 'wrongShape', body } });
    const { data, calls } = await crm.query(set, { ...mine, value: 'A' });
    expect(data.setForeignKey?.errors).toEqual([]);
    expect(stored()).toMatchObject([{ value: 'A' }]);
    expect(calls.filter(({ method }) => method === 'POST')).toHaveLength(3);
  });

  test('is made under an application that has no devices yet', async () => {
    found(world.foreignApps[0]).devices = [];
    const { name } = found(world.foreignApps[0]);
    const { data, calls } = await crm.query(set, { ...mine, app: name, value: 'A' });
    expect(data.setForeignKey?.errors).toEqual([]);
    expect(stored()).toMatchObject([{ value: 'A' }]);
    expect(calls.filter(({ method }) => method === 'POST')).toHaveLength(2);
  });

  test('is made where the CRM answers with an empty carrier for one that it does not have', async () => {
    await crm.query(set, { ...mine, value: 'A' });
    const body = { Key: null, Value: null, RecordId: 0, TableName: null };
    crm.superoffice.faults.add({ method: 'GET', path: '/Key/', fault: { kind: 'wrongShape', body } });
    const { data, calls } = await crm.query(set, { ...mine, key: 'no. 8', value: 'B' });
    expect(data.setForeignKey?.errors).toEqual([]);
    expect(calls.filter(({ method }) => method !== 'GET').map(({ method }) => method)).toEqual(['POST']);
  });

  test('uses the device that there is, by whatever identifier it has', async () => {
    const app = found(world.foreignApps[0]);
    const device = found(app.devices[0]);
    device.identifier = 'id-of-device';
    const { data, calls } = await crm.query(set, {
      ...{ id: company, app: app.name.toUpperCase(), device: device.name, key: 'extra', value: 'x' },
    });
    expect(data.setForeignKey?.errors).toEqual([]);
    expect(calls.find(({ method }) => method === 'POST')?.path).toContain('/id-of-device/Key');
    expect(world.foreignKeys.at(-1)).toMatchObject({ key: 'extra', value: 'x', deviceId: device.id, recordId: 3 });
  });

  test('is changed and removed at the one of several devices of a name that holds it', async () => {
    await crm.query(set, { ...mine, value: 'A' });
    const app = found(world.foreignApps.find(({ name }) => name === mine.app));
    const holder = found(app.devices[0]);
    app.devices.unshift({ ...holder, id: 9_001, identifier: 'another' });
    const changed = await crm.query(set, { ...mine, value: 'B' });
    expect(changed.data.setForeignKey?.errors).toEqual([]);
    expect(stored()).toMatchObject([{ value: 'B', deviceId: holder.id }]);
    const removed = await crm.query(set, { ...mine, value: null });
    expect(removed.data.setForeignKey?.errors).toEqual([]);
    expect(stored()).toEqual([]);
  });

  test.each([
    ['app', '../User'],
    ['device', 'a/b'],
    ['key', '..'],
    ['key', ''],
    ['device', 'a\\b'],
    ['app', 'a\nb'],
  ])('is refused for the %s %j, with nothing sent', async (name, value) => {
    const { data, calls } = await crm.query(set, { ...mine, value: 'x', [name]: value });
    expect(data.setForeignKey?.errors).toEqual([{ __typename: 'ValidationError', path: [name] }]);
    expect(calls).toEqual([]);
  });

  test('is refused on what is not there, cannot be seen, or may not be changed', async () => {
    const missing = await crm.query(set, { ...mine, id: idOf('Contact', 99_999), value: 'x' });
    expect(missing.data.setForeignKey?.errors).toEqual([{ __typename: 'NotFoundError', path: [] }]);
    const { tove } = crm.superoffice.tickets;
    const denied = await crm.query(set, { ...mine, value: 'x' }, { ticket: tove });
    expect(denied.data.setForeignKey?.errors).toEqual([{ __typename: 'ForbiddenError', path: [] }]);
    const hidden = await crm.query(set, { ...mine, id: idOf('Contact', 14), value: 'x' }, { ticket: tove });
    expect(hidden.data.setForeignKey?.errors).toEqual([{ __typename: 'ForbiddenError', path: [] }]);
    expect(hidden.calls.map(({ method }) => method)).toEqual(['GET']);
    const task = await crm.query(set, { ...mine, id: idOf('ListItem', 'task:item:1'), value: 'x' });
    expect(task.data.setForeignKey?.errors).toEqual([{ __typename: 'ValidationError', path: ['id'] }]);
    expect(stored()).toEqual([]);
  });
});
