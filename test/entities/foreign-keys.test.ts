import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { tableIds } from '../../src/simulator/foreign-records.ts';
import type { TenantWorld } from '../../src/simulator/store.ts';
import { type Crm, expectRequests, startCrm } from '../crm.ts';
import { found } from './seeded.ts';

const key = 'app device key value';

let crm: Crm;
let world: TenantWorld;
beforeAll(async () => {
  crm = await startCrm();
  world = crm.superoffice.world();
});
afterAll(() => crm.close());
beforeEach(() => crm.superoffice.faults.clear());

/** The keys of a record as its tables hold them. */
const keysOf = (tableId: number, recordId: number) =>
  world.foreignKeys
    .filter((row) => row.tableId === tableId && row.recordId === recordId)
    .map((row) => {
      const app = found(world.foreignApps.find(({ id }) => id === row.appId));
      const device = found(app.devices.find(({ id }) => id === row.deviceId));
      return { app: app.name, device: device.name, key: row.key, value: row.value };
    });

describe('keys of other applications', () => {
  test('of a page are one request for all its records', async () => {
    const { data, errors, calls } = await crm.query(
      `{ contacts(first: 100) { nodes { contactId foreignKeys { ${key} } } } }`,
    );
    expect(errors).toBeUndefined();
    type Node = { contactId: number; foreignKeys: unknown[] };
    const { nodes } = (data as { contacts: { nodes: Node[] } }).contacts;
    expect(nodes).toHaveLength(100);
    for (const { contactId, foreignKeys } of nodes) expect(foreignKeys).toEqual(keysOf(tableIds.contact, contactId));
    expect(nodes.filter(({ foreignKeys }) => foreignKeys.length > 1).map(({ contactId }) => contactId)).toEqual([5, 6]);
    expect(nodes.filter(({ foreignKeys }) => foreignKeys.length === 0).length).toBeGreaterThan(10);
    expectRequests(calls, 2);
    expect(calls.at(-1)?.path).toBe('/Archive/ForeignKeys');
    expect(calls.at(-1)?.query.$filter).toMatch(/^tableId eq 5 and recordId in \(2,3,4,/);
  });

  test('of companies, persons and appointments are told apart', async () => {
    const appointmentId = found([...world.appointments.keys()][0]);
    world.foreignKeys.push({
      ...found(world.foreignKeys[0]),
      ...{ id: 9001, key: 'meeting', value: 'M "1" \' %27 æ', tableId: tableIds.appointment, recordId: appointmentId },
    });
    const { data, calls } = await crm.query(
      `query Three($appointmentId: Int!) {
        contact(contactId: 21) { foreignKeys { ${key} } }
        person(personId: 21) { foreignKeys { ${key} } }
        appointment(appointmentId: $appointmentId) { foreignKeys(app: "onOffice") { ${key} } } }`,
      { appointmentId },
    );
    expect(data).toEqual({
      contact: { foreignKeys: [{ app: 'onOffice', device: 'enterprise', key: 'addressId', value: '19' }] },
      person: { foreignKeys: [{ app: 'Ledger', device: 'Books.Global', key: 'buyer', value: 'B-21' }] },
      appointment: {
        foreignKeys: [{ app: 'onOffice', device: 'enterprise', key: 'meeting', value: 'M "1" \' %27 æ' }],
      },
    });
    expect(calls.filter(({ path }) => path === '/Archive/ForeignKeys')).toHaveLength(3);
    world.foreignKeys.pop();
  });

  test('of one application are chosen here, in any case, without another request', async () => {
    const { data, calls } = await crm.query(
      `{ contact(contactId: 5) {
        all: foreignKeys { value } ledger: foreignKeys(app: "ledger") { value } none: foreignKeys(app: "Other' or 1 eq 1") { value } } }`,
    );
    expect(data).toEqual({
      contact: { all: [{ value: '3' }, { value: 'C-5' }], ledger: [{ value: 'C-5' }], none: [] },
    });
    expectRequests(
      calls.filter(({ path }) => path === '/Archive/ForeignKeys'),
      1,
    );
    expect(calls.map(({ query }) => query.$filter).join()).not.toContain('Other');
  });

  test('of children and references are read with their own records', async () => {
    const { data, calls } = await crm.query(
      '{ contact(contactId: 21) { persons(first: 50) { nodes { personId foreignKeys { value } contact { foreignKeys { value } } } } } }',
    );
    type Node = { personId: number; foreignKeys: unknown[]; contact: { foreignKeys: unknown[] } };
    const { nodes } = (data as { contact: { persons: { nodes: Node[] } } }).contact.persons;
    expect(nodes.length).toBeGreaterThan(0);
    for (const { personId, foreignKeys, contact } of nodes) {
      expect(foreignKeys).toEqual(keysOf(tableIds.person, personId).map(({ value }) => ({ value })));
      expect(contact.foreignKeys).toEqual([{ value: '19' }]);
    }
    expect(calls.filter(({ path }) => path === '/Archive/ForeignKeys')).toHaveLength(2);
  });

  test('are answered for more records than one request line takes', async () => {
    const { data, calls } = await crm.query('{ contacts(first: 200) { nodes { contactId foreignKeys { value } } } }');
    type Node = { contactId: number; foreignKeys: unknown[] };
    const { nodes } = (data as { contacts: { nodes: Node[] } }).contacts;
    for (const { contactId, foreignKeys } of nodes)
      expect(foreignKeys).toEqual(keysOf(tableIds.contact, contactId).map(({ value }) => ({ value })));
    expectRequests(calls, 2);
  });

  test('are whole where there are more than one answer holds', async () => {
    await using many = await startCrm({
      seed: ({ foreignKeys }) => {
        const [first] = foreignKeys;
        for (let n = 0; n < 2_500; n++)
          foreignKeys.push({ ...found(first), id: 10_000 + n, value: `many ${n}`, recordId: 2 + (n % 5) });
      },
    });
    const { data, calls } = await many.query('{ contacts(first: 5) { nodes { contactId foreignKeys { value } } } }');
    type Node = { contactId: number; foreignKeys: { value: string }[] };
    for (const { contactId, foreignKeys } of (data as { contacts: { nodes: Node[] } }).contacts.nodes) {
      const own = Array.from({ length: 2_500 }, (_, n) => n).filter((n) => 2 + (n % 5) === contactId);
      const told = foreignKeys.map(({ value }) => value).filter((value) => value.startsWith('many'));
      expect(told).toEqual(own.map((n) => `many ${n}`));
    }
    expectRequests(calls, 4);
  });

  test('are whole where the server gives a few rows at a time', async () => {
    await using slow = await startCrm({ superoffice: { archive: { pageLimit: 7 } } });
    const { data } = await slow.query('{ contacts(first: 60) { nodes { contactId foreignKeys { value } } } }');
    type Node = { contactId: number; foreignKeys: unknown[] };
    for (const { contactId, foreignKeys } of (data as { contacts: { nodes: Node[] } }).contacts.nodes)
      expect(foreignKeys).toEqual(keysOf(tableIds.contact, contactId).map(({ value }) => ({ value })));
  });
});

describe('where the archive of keys', () => {
  test('is refused, each record is asked', async () => {
    crm.superoffice.faults.add({ path: '^/Archive/ForeignKeys$', fault: { kind: 'status', status: 403 } });
    const { data, errors, calls } = await crm.query(
      `{ contacts(first: 5) { nodes { contactId foreignKeys(app: "onOffice") { ${key} } } } }`,
    );
    expect(errors).toBeUndefined();
    expect(data).toEqual({
      contacts: {
        nodes: [2, 3, 4, 5, 6].map((contactId) => ({
          contactId,
          foreignKeys: keysOf(tableIds.contact, contactId).filter(({ app }) => app === 'onOffice'),
        })),
      },
    });
    const asked = calls.map(({ path }) => path).filter((path) => path.endsWith('/ForeignKey'));
    expect(asked.sort()).toEqual([2, 3, 4, 5, 6].map((id) => `/Contact/${id}/ForeignKey`));
  });

  test('is down, the keys alone are lost, with one error', async () => {
    crm.superoffice.faults.add({ path: '^/Archive/ForeignKeys$', fault: { kind: 'status', status: 503 } });
    const { data, errors } = await crm.query('{ contacts(first: 3) { nodes { contactId foreignKeys { value } } } }');
    expect(data).toEqual({
      contacts: { nodes: [2, 3, 4].map((contactId) => ({ contactId, foreignKeys: null })) },
    });
    expect(errors?.map(({ extensions }) => extensions.code)).toEqual(['UPSTREAM_UNAVAILABLE']);
  });
});
