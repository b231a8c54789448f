import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { TenantWorld } from '../../src/simulator/store.ts';
import { type Crm, startCrm } from '../crm.ts';
import { found } from './seeded.ts';

/** The tenant's own fields, each kind by itself. */

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

const change = `mutation Change($changes: ContactChanges!, $expect: ContactChanges) {
  updateContact(contactId: 3, changes: $changes, expect: $expect) {
    contact { customFields { key value } } errors { __typename path } } }`;
const custom = () => found(world.contacts.get(3)).custom;
const own = (key: string, value: unknown) => ({ customFields: [{ key, value }] });

/** Each kind with a value as given and as stored, another one that is stored before, and what is stored for none. */
const kinds = [
  ['SuperOffice:1', 'Ny "tekst" [I:3] x', 'Ny "tekst" [I:3] x', 'Old', ''],
  ['SuperOffice:2', 12, 12, 3, 0],
  ['SuperOffice:3', '2027-02-28', '2027-02-28', '2020-01-01', null],
  ['SuperOffice:4', true, true, false, undefined],
  ['SuperOffice:5', 2, 2, 1, 0],
  ['SuperOffice:6', 12.5, 12.5, 1, 0],
  ['SuperOffice:7', 'Several\nlines', 'Several\nlines', 'Old', ''],
  ['Acme:Renewal', '2100-12-31', '2100-12-31', '2020-01-01', null],
  ['x_sla_hours', -4, -4, 8, 0],
  ['x_review_time', '09:34:44', '09:34:44', '08:00:00', null],
  ['x_next_audit', '2026-10-01', '2026-10-01', '2020-01-01', null],
  ['x_premium', true, true, false, undefined],
  ['x_margin', '0.25', 0.25, 1, 0],
  ['x_region', 'Nord', 'Nord', 'Old', ''],
  ['x_notes', 'Text', 'Text', 'Old', ''],
  ['x_travel', 90, 90, 30, 0],
  ['x_parent', 4, 4, 5, 0],
] as const;

describe.each(kinds)('%s', (key, given, stored, before, none) => {
  const empty = (value: unknown) => [null, undefined, '', 0].includes(value as null) || value === none;

  test.each([['a value', before] as const, ['none', null] as const])('is set, from %s', async (_title, start) => {
    custom()[key] = start;
    const others = { ...custom() };
    const { data, errors } = await crm.query(change, { changes: own(key, given) });
    expect(errors).toBeUndefined();
    expect(data.updateContact?.errors).toEqual([]);
    expect(custom()).toEqual({ ...others, [key]: stored });
    const shown = data.updateContact?.contact?.customFields?.find((field) => field.key === key)?.value;
    expect(shown).toBe(typeof stored === 'number' && typeof given === 'string' ? Number(given) : given);
  });

  test('is cleared by its own null, or refused with nothing written', async () => {
    custom()[key] = before;
    const { data } = await crm.query(change, { changes: own(key, null) });
    if (none === undefined) {
      expect(data.updateContact?.errors).toEqual([
        { __typename: 'ValidationError', path: ['customFields', '0', 'value'] },
      ]);
      expect(custom()[key]).toBe(before);
      return;
    }
    expect(data.updateContact?.errors).toEqual([]);
    expect(empty(custom()[key]), String(custom()[key])).toBe(true);
  });

  test('is compared by what it is, in whatever form it is stored', async () => {
    custom()[key] = stored;
    const other = typeof given === 'boolean' ? !given : none === undefined ? given : null;
    const conflict = await crm.query(change, { changes: { noMailing: true }, expect: own(key, other) });
    expect(conflict.data.updateContact?.errors).toEqual([{ __typename: 'ConflictError', path: ['customFields'] }]);
    const { data } = await crm.query(change, { changes: { noMailing: true }, expect: own(key, given) });
    expect(data.updateContact?.errors).toEqual([]);
  });
});

test('a day and time is stored as it is written, on the clock of the tenant', async () => {
  const { data } = await crm.query(
    change,
    { changes: own('x_reviewed_at', '2026-07-01T09:30:00') },
    { headers: { 'so-timezone': 'America/New_York' } },
  );
  expect(data.updateContact?.contact?.customFields).toContainEqual({
    key: 'x_reviewed_at',
    value: '2026-07-01T09:30:00',
  });
  expect(custom().x_reviewed_at).toBe(Date.parse('2026-07-01T09:30:00+02:00'));
});

test('several are one patch, which names them and no others', async () => {
  await using fresh = await startCrm();
  const custom = () => found(fresh.superoffice.world().contacts.get(3)).custom;
  const before = { ...custom() };
  const customFields = [
    { key: 'SuperOffice:2', value: 5 },
    { key: 'x_region', value: 'South' },
  ];
  const first = await fresh.query(change, { changes: { name: 'Both', customFields } });
  expect(first.calls.map(({ method, path }) => [method, path])).toEqual([
    ['GET', '/Contact/CustomField'],
    ['PATCH', '/Contact/3'],
  ]);
  expect(JSON.parse(found(first.calls[1]).body)).toEqual([
    { op: 'replace', path: '/Name', value: 'Both' },
    { op: 'replace', path: '/CustomFields', value: { 'SuperOffice:2': '[I:5]', x_region: 'South' } },
  ]);
  expect(custom()).toEqual({ ...before, 'SuperOffice:2': 5, x_region: 'South' });
  const again = await fresh.query(change, { changes: { customFields: [{ key: 'x_region', value: 'West' }] } });
  expect(again.calls.map(({ method }) => method)).toEqual(['PATCH']);
});

test('names of the two other entities are their own', async () => {
  const { data } = await crm.query(
    `mutation {
      person: updatePerson(personId: 21, changes: { customFields: [{ key: "SuperOffice:2", value: 9 }] }) { errors { message } }
      entry: updateAppointment(appointmentId: 101, changes: { customFields: [{ key: "x_region", value: "Here" }] }) { errors { message } } }`,
  );
  expect(data).toEqual({ person: { errors: [] }, entry: { errors: [] } });
  expect(world.persons.get(21)?.custom['SuperOffice:2']).toBe(9);
  expect(world.appointments.get(101)?.custom.x_region).toBe('Here');
});

test('absent and [] keep them all, null is refused, and so are unknown keys and other types', async () => {
  const before = { ...custom() };
  const nothing = await crm.query(change, { changes: { customFields: [] } });
  expect(nothing.data.updateContact?.errors).toEqual([]);
  for (const [changes, path] of [
    [{ customFields: null }, ['customFields']],
    [own('SuperOffice:4711', 1), ['customFields', '0', 'key']],
    [own('SuperOffice:2', 'many'), ['customFields', '0', 'value']],
    [own('SuperOffice:3', '2026-02-30'), ['customFields', '0', 'value']],
    [own('__proto__', 'x'), ['customFields', '0', 'key']],
    [
      { customFields: [...own('x_region', 'a').customFields, ...own('x_region', 'b').customFields] },
      ['customFields', '1', 'key'],
    ],
  ] as const) {
    const { data, calls } = await crm.query(change, { changes: changes as never });
    expect(data.updateContact?.errors).toEqual([{ __typename: 'ValidationError', path }]);
    expect(calls.filter(({ method }) => method !== 'GET')).toEqual([]);
  }
  const none = await crm.query(change, { changes: { stop: true }, expect: { customFields: null } });
  expect(none.data.updateContact?.errors).toEqual([{ __typename: 'ValidationError', path: ['customFields'] }]);
  expect(custom()).toEqual(before);
});
