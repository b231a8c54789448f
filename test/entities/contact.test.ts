import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { ContactRecord, TenantWorld } from '../../src/simulator/store.ts';
import { type Crm, expectRequests, startCrm } from '../crm.ts';
import { addressIn, contactRow, fullName, idOf, itemIn, living, orNull, pick, points, userIn } from './seeded.ts';

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
    const shown = (address: ContactRecord['streetAddress']) => {
      const { line1, line2, postalCode, city, country, formatted } = addressIn(world, address, row.countryId) ?? {};
      return { line1, line2, postalCode, city, country, formatted };
    };
    const expected = {
      contact: {
        description: row.description,
        streetAddress: shown(row.streetAddress),
        postalAddress: shown(row.postalAddress),
      },
    };
    expect((await ask()).data).toEqual(expected);
    crm.superoffice.options.carriers.structuredAddress = false;
    const localized = await ask();
    crm.superoffice.options.carriers.structuredAddress = true;
    expect(localized.data).toEqual(expected);
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

  test('interests below headings are read and written as all others', async () => {
    await using grouped = await startCrm();
    const item = (Id: number, Selected: boolean) => ({
      Id,
      Name: String(Id),
      Type: 'contint',
      Selected,
      ChildItems: [],
    });
    const heading = {
      Id: 2,
      Name: 'Heading',
      Type: 'heading',
      Selected: true,
      ChildItems: [item(2, true), item(1, false)],
    };
    const Interests = [heading, null, { ...heading, Id: 9, ChildItems: [item(2, true)] }, item(3, false)];
    const body = { ContactId: 5, UpdatedDate: '2026-01-05T10:00:00Z', Interests };
    grouped.superoffice.faults.add({ method: 'GET', path: '^/Contact/5$', fault: { kind: 'wrongShape', body } });
    const read = await grouped.query('query Grouped { contact(contactId: 5) { interests { listItemId name } } }');
    expect([read.data, read.errors]).toEqual([{ contact: { interests: [{ listItemId: 2, name: '2' }] } }, undefined]);
    const written = await grouped.query(
      'mutation Choose { updateContact(contactId: 5, changes: { interestIds: [1, 3] }) { errors { __typename } } }',
    );
    expect(written.errors).toBeUndefined();
    expect(written.data).toEqual({ updateContact: { errors: [] } });
    const patch = written.calls.find(({ method }) => method === 'PATCH');
    expect(JSON.parse(patch?.body ?? '')).toEqual([
      {
        ...{ op: 'replace', path: '/Interests' },
        value: [
          { Id: 2, Selected: false },
          { Id: 1, Selected: true },
          { Id: 3, Selected: true },
        ],
      },
    ]);
    expect(grouped.superoffice.world().contacts.get(5)?.interestIds.toSorted()).toEqual([1, 3]);
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
