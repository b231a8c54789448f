import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { TenantWorld } from '../../src/simulator/store.ts';
import { type Crm, expectRequests, startCrm } from '../crm.ts';
import { itemIn, living, orNull, pick, textIn } from './seeded.ts';

let crm: Crm;
let world: TenantWorld;
beforeAll(async () => {
  crm = await startCrm();
  world = crm.superoffice.world();
});
afterAll(() => crm.close());
beforeEach(() => crm.superoffice.faults.clear());

describe('a company that cannot be read', () => {
  test('is null without an error where there is none', async () => {
    const { data, errors, calls } = await crm.query('{ contact(contactId: 99999) { name } }');
    expect([data, errors]).toEqual([{ contact: null }, undefined]);
    expectRequests(calls, 1);
    const byEntity = await crm.query('{ contact(contactId: 99999) { name phones { value } } }');
    expect([byEntity.data, byEntity.errors]).toEqual([{ contact: null }, undefined]);
    expect(byEntity.calls.map(({ path, status }) => [path, status])).toEqual([['/Contact/99999', 404]]);
  });

  test.each([0, -1, 2_147_483_647])('has no id such as %i', async (id) => {
    const { data, errors } = await crm.query('query Odd($id: Int!) { contact(contactId: $id) { name } }', { id });
    expect([data, errors]).toEqual([{ contact: null }, undefined]);
  });

  test('is null with FORBIDDEN where the CRM says so', async () => {
    const ticket = crm.superoffice.tickets.rune;
    const { data, errors, calls } = await crm.query(
      '{ contact(contactId: 17) { name phones { value } } }',
      {},
      { ticket },
    );
    expect(data).toEqual({ contact: null });
    expect(errors).toHaveLength(1);
    expect(errors?.[0]?.extensions).toMatchObject({
      code: 'FORBIDDEN',
      upstream: { system: 'superoffice', status: 403, type: 'SoSentryException' },
    });
    expect(calls).toHaveLength(1);
  });

  test('is absent from archives without an error', async () => {
    const ticket = crm.superoffice.tickets.rune;
    const { data, errors } = await crm.query('{ contact(contactId: 17) { name } }', {}, { ticket });
    expect([data, errors]).toEqual([{ contact: null }, undefined]);
  });

  test('a field that may not be read is null, and the rest stands', async () => {
    const row = pick(world.contacts, (each) => each.orgNr && each.id % 17 !== 0 && living(each));
    const ticket = crm.superoffice.tickets.rune;
    for (const more of ['', ' phones { value }']) {
      const { data, errors } = await crm.query(
        `query Unreadable($id: Int!) { contact(contactId: $id) { name orgNr${more} } }`,
        { id: row.id },
        { ticket },
      );
      expect(errors).toBeUndefined();
      expect(data).toMatchObject({ contact: { name: row.name, orgNr: null } });
    }
  });

  test('one in the recycle bin is found by its id alone, and says so', async () => {
    const gone = pick(world.contacts, (row) => row.deletedAt !== null);
    const { data } = await crm.query(
      'query Deleted($id: Int!) { contact(contactId: $id) { name deleted description } }',
      { id: gone.id },
    );
    expect(data).toEqual({
      contact: { name: gone.name, deleted: true, description: orNull(gone.description) },
    });
  });
});

test('descriptions are read of companies that have one, and of no other', async () => {
  const rows = [...world.contacts.values()].filter(living).slice(0, 20);
  const { data, calls } = await crm.query('{ contacts(first: 20) { nodes { name description } } }');
  expect(data).toEqual({
    contacts: { nodes: rows.map((row) => ({ name: row.name, description: orNull(row.description) })) },
  });
  const noted = rows.filter((row) => row.description !== '');
  expect(noted.length).toBeGreaterThan(0);
  expect(noted.length).toBeLessThan(rows.length);
  const entities = calls.filter(({ path }) => /^\/Contact\/\d+$/.test(path));
  expect(entities.map(({ path }) => path).sort()).toEqual(noted.map((row) => `/Contact/${row.id}`).sort());
  expectRequests(calls, 1 + noted.length);
  for (const { query } of entities) expect(query.$select).toBe('ContactId,Description');
});

test.each([
  '{ contacts(first: 3) { nodes { description phones { value } } } }',
  '{ contacts(first: 3) { nodes { phones { value } description } } }',
] as const)('whether there is a note is not asked where each entity is read anyway: %s', async (text) => {
  const { data, calls } = await crm.query(text);
  const rows = [...world.contacts.values()].filter(living).slice(0, 3);
  expect(data.contacts?.nodes.map(({ description }) => description)).toEqual(
    rows.map((row) => orNull(row.description)),
  );
  expectRequests(calls, 1 + 3);
  expect(calls.find(({ path }) => path === '/Contact')?.query.$select).toBe('contactId');
});

test('names of list items follow the request, from the row and from the entity', async () => {
  const row = pick(world.contacts, (each) => each.categoryId === 1 && each.description && living(each));
  for (const [language, code] of [
    ['en', 'US'],
    ['nb', 'NO'],
    ['de', 'GE'],
    ['sv', 'SW'],
    ['da', 'DA'],
  ] as const) {
    for (const more of ['', ' description']) {
      const { data } = await crm.query(
        `query Names($id: Int!) { contact(contactId: $id) { category { name } country { name }${more} } }`,
        { id: row.id },
        { headers: { 'accept-language': language } },
      );
      const names = {
        category: { name: itemIn(world, 'category', 1, code)?.name },
        country: { name: itemIn(world, 'country', row.countryId, code)?.name },
      };
      expect(data).toMatchObject({ contact: names });
    }
  }
  const business = world.lists.get('business')?.items.find(({ id }) => id === row.businessId);
  const raw = await crm.query(
    'query Raw($id: Int!) { contact(contactId: $id) { business { name } } }',
    { id: row.id },
    { headers: { 'so-language': 'x' } },
  );
  expect(raw.data).toEqual({ contact: { business: { name: business?.name } } });
  expect(textIn(business?.name ?? '', 'GE')).not.toBe(business?.name);
});

test('dates of the record are in the zone of the request', async () => {
  const row = pick(world.contacts, (each) => each.updatedAt !== null && living(each));
  const { data } = await crm.query(
    'query Stamps($id: Int!) { contact(contactId: $id) { createdAt updatedAt } }',
    { id: row.id },
    { headers: { 'so-timezone': 'Europe/Oslo' } },
  );
  const { contact } = data as { contact: { createdAt: string; updatedAt: string } };
  expect(Date.parse(contact.createdAt)).toBe(row.createdAt);
  expect(Date.parse(contact.updatedAt)).toBe(row.updatedAt);
  for (const text of Object.values(contact)) expect(text).toMatch(/\+0[12]:00$/);
});
