import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { ContactRecord, TenantWorld } from '../../src/simulator/store.ts';
import { type Crm, expectRequests, startCrm } from '../crm.ts';
import { addressIn, contactRow, fullName, idOf, itemIn, orNull, pick, points, textIn, userIn } from './seeded.ts';

const columns = `id contactId name department fullName orgNr number code stop noMailing deleted
  category { id list listItemId name } business { id list listItemId name } country { id list listItemId name }
  phone email url createdAt updatedAt`;
const lines = 'line1 line2 line3 postalCode city state county country formatted latitude longitude';

let crm: Crm;
let world: TenantWorld;
beforeAll(async () => {
  crm = await startCrm();
  world = crm.superoffice.world();
});
afterAll(() => crm.close());
beforeEach(() => crm.superoffice.faults.clear());

const living = (row: ContactRecord) => row.deletedAt === null;

describe('the fields of a company', () => {
  test('that columns hold come for a whole page in one request', async () => {
    const { data, errors, calls } = await crm.query(`{ contacts(first: 60) { nodes { ${columns} } } }`);
    expect(errors).toBeUndefined();
    const rows = [...world.contacts.values()].filter(living).slice(0, 60);
    expect(data).toEqual({ contacts: { nodes: rows.map((row) => contactRow(world, row)) } });
    expectRequests(calls, 1);
    expect(calls[0]?.query.$mode).toBe('Full');
  });

  test('are the same where the entity answers', async () => {
    const rich = pick(world.contacts, (row) => row.description && row.phones.length > 1 && row.emails.length > 1);
    const { data, errors, calls } = await crm.query(
      `query One($id: Int!) { contact(contactId: $id) { ${columns} description
        phones { value description } emails { value description } urls { value description } } }`,
      { id: rich.id },
    );
    expect(errors).toBeUndefined();
    expect(data).toEqual({
      contact: {
        ...contactRow(world, rich),
        description: rich.description,
        phones: points(rich.phones),
        emails: points(rich.emails),
        urls: points(rich.urls),
      },
    });
    expect(calls.map(({ method, path }) => `${method} ${path}`)).toEqual([`GET /Contact/${rich.id}`]);
  });

  test('addresses, with the country of the company', async () => {
    const { data, calls } = await crm.query(
      `{ contacts(first: 100) { nodes { streetAddress { ${lines} } postalAddress { ${lines} } } } }`,
    );
    const rows = [...world.contacts.values()].filter(living).slice(0, 100);
    expect(data).toEqual({
      contacts: {
        nodes: rows.map((row) => ({
          streetAddress: addressIn(world, row.streetAddress, row.countryId),
          postalAddress: addressIn(world, row.postalAddress, row.countryId),
        })),
      },
    });
    expectRequests(calls, 1);
  });

  test('addresses of the entity, in the new blocks and in the localized layout of older servers', async () => {
    const row = pick(world.contacts, (each) => each.streetAddress && each.postalAddress && each.description);
    const text = 'line1 line2 postalCode city country formatted';
    const ask = () =>
      crm.query(
        `query Addresses($id: Int!) { contact(contactId: $id) { description streetAddress { ${text} } postalAddress { ${text} } } }`,
        { id: row.id },
      );
    const expected = (address: ContactRecord['streetAddress'], formatted: boolean) => {
      const all = addressIn(world, address, row.countryId);
      const { line1, line2, postalCode, city, country } = all ?? {};
      return { line1, line2, postalCode, city, country, formatted: formatted ? all?.formatted : null };
    };
    const blocks = await ask();
    expect(blocks.data).toEqual({
      contact: {
        description: row.description,
        streetAddress: expected(row.streetAddress, true),
        postalAddress: expected(row.postalAddress, true),
      },
    });
    crm.superoffice.options.carriers.structuredAddress = false;
    const localized = await ask();
    crm.superoffice.options.carriers.structuredAddress = true;
    expect(localized.data).toEqual({
      contact: {
        description: row.description,
        streetAddress: expected(row.streetAddress, false),
        postalAddress: expected(row.postalAddress, false),
      },
    });
  });

  test('interests are the chosen ones alone', async () => {
    const row = pick(world.contacts, (each) => each.interestIds.length > 1);
    const { data, calls } = await crm.query(
      'query Interests($id: Int!) { contact(contactId: $id) { interests { id list listItemId name } } }',
      { id: row.id },
    );
    const chosen = [...row.interestIds].sort().map((id) => itemIn(world, 'contint', id));
    expect(data).toEqual({ contact: { interests: expect.arrayContaining(chosen) } });
    expect((data as { contact: { interests: unknown[] } }).contact.interests).toHaveLength(chosen.length);
    expect(calls.map(({ path }) => path)).toEqual([`/Contact/${row.id}`]);
  });

  test('owner and support person lie in the row of the company', async () => {
    const { data, calls } = await crm.query(
      `{ contacts(first: 100) { nodes {
        associate { id associateId name fullName email person { personId } }
        supportPerson { id personId firstName lastName fullName title position { name } description } } } }`,
    );
    const rows = [...world.contacts.values()].filter(living).slice(0, 100);
    const expected = rows.map((row) => {
      const owner = world.associates.get(row.associateId);
      const person = world.persons.get(row.supportPersonId ?? 0);
      const email = world.persons.get(owner?.personId ?? 0)?.emails[0]?.value ?? null;
      return {
        associate: {
          id: idOf('Associate', row.associateId),
          associateId: row.associateId,
          ...userIn(world, row.associateId),
          email,
          person: { personId: owner?.personId },
        },
        supportPerson: person
          ? {
              id: idOf('Person', person.id),
              personId: person.id,
              firstName: person.firstname,
              lastName: person.lastname,
              fullName: fullName(person),
              title: orNull(person.title),
              position: person.positionId ? { name: itemIn(world, 'perspos', person.positionId)?.name } : null,
              description: orNull(person.description),
            }
          : null,
      };
    });
    expect(data).toEqual({ contacts: { nodes: expected } });
    expect(expected.some(({ supportPerson }) => supportPerson !== null)).toBe(true);
    expectRequests(calls, 1);
  });

  test('who made and changed it: initials lie in the row, names take one request for all', async () => {
    const rows = [...world.contacts.values()].filter(living).slice(0, 50);
    const initials = await crm.query('{ contacts(first: 50) { nodes { createdBy { name } updatedBy { name } } } }');
    const short = (id: number | null) => (id === null ? null : { name: world.associates.get(id)?.name });
    expect(initials.data).toEqual({
      contacts: { nodes: rows.map((row) => ({ createdBy: short(row.createdBy), updatedBy: short(row.updatedBy) })) },
    });
    expectRequests(initials.calls, 1);
    const named = await crm.query(
      '{ contacts(first: 50) { nodes { createdBy { associateId name fullName deleted } updatedBy { name fullName } } } }',
    );
    expect(named.data).toEqual({
      contacts: {
        nodes: rows.map((row) => ({
          createdBy: {
            associateId: row.createdBy,
            ...userIn(world, row.createdBy),
            deleted: world.associates.get(row.createdBy)?.deleted,
          },
          updatedBy: userIn(world, row.updatedBy),
        })),
      },
    });
    expectRequests(named.calls, 2);
    expect(named.calls.at(-1)?.path).toBe('/Archive/AllUsers');
  });
});

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
