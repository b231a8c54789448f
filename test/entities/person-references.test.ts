import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { PersonRecord, TenantWorld } from '../../src/simulator/store.ts';
import { type Crm, expectRequests, startCrm } from '../crm.ts';
import { contactRow, fullName, idOf, living, orNull, personRow, urlOf, userIn } from './seeded.ts';

const item = '{ id list listItemId name }';

let crm: Crm;
let world: TenantWorld;
beforeAll(async () => {
  crm = await startCrm();
  world = crm.superoffice.world();
});
afterAll(() => crm.close());
beforeEach(() => crm.superoffice.faults.clear());

const firstRows = (count: number) => [...world.persons.values()].filter(living).slice(0, count);

describe('the user that a person is', () => {
  test('is not the owner: one request for a whole page', async () => {
    const { data, calls } = await crm.query(
      '{ persons(first: 60) { nodes { personId associate { id associateId name fullName email deleted } } } }',
    );
    const rows = firstRows(60);
    const userOf = (row: PersonRecord) => {
      const associate = [...world.associates.values()].find((each) => each.personId === row.id);
      return associate
        ? {
            id: idOf('Associate', associate.id),
            associateId: associate.id,
            ...userIn(world, associate.id),
            email: personRow(world, row).email,
            deleted: associate.deleted,
          }
        : null;
    };
    const expected = rows.map((row) => ({ personId: row.id, associate: userOf(row) }));
    expect(expected.filter(({ associate }) => associate !== null).length).toBeGreaterThan(9);
    expect(data).toEqual({ persons: { nodes: expected } });
    expectRequests(calls, 2);
    expect(calls.at(-1)?.path).toBe('/Archive/AllUsers');
    expect(calls.at(-1)?.query.$filter).toMatch(/^personId in \(11,/);
  });

  test('comes with the entity where that is read', async () => {
    const { data, calls } = await crm.query(
      '{ user: person(personId: 11) { salutation associate { associateId fullName deleted } } }',
    );
    expect(data).toMatchObject({ user: { associate: { associateId: 5, fullName: 'Lars Holm', deleted: false } } });
    expect(calls.map(({ path }) => path)).toEqual(['/Person/11']);
    const nobody = await crm.query('{ person(personId: 40) { salutation associate { associateId } } }');
    expect(nobody.data).toMatchObject({ person: { associate: null } });
  });
});

describe('the employer', () => {
  test('lies in the row of the person', async () => {
    const { data, calls } = await crm.query(
      `{ persons(first: 60) { nodes { contact { id contactId name department fullName orgNr number code stop noMailing deleted
        category ${item} business ${item} country ${item} phone email createdAt updatedAt associate { name fullName } } } } }`,
    );
    const expected = firstRows(60).map((row) => {
      const contact = world.contacts.get(row.contactId ?? 0);
      if (!contact) return { contact: null };
      const { url, ...rest } = contactRow(world, contact);
      return { contact: { ...rest, associate: userIn(world, contact.associateId) } };
    });
    expect(data).toEqual({ persons: { nodes: expected } });
    expectRequests(calls, 1);
  });

  test('is asked for by key for what the row does not join, all of the page together', async () => {
    const { data, calls } = await crm.query('{ persons(first: 30) { nodes { contact { name url } } } }');
    const expected = firstRows(30).map((row) => {
      const contact = world.contacts.get(row.contactId ?? 0);
      return { contact: contact ? { name: contact.name, url: urlOf(contact.urls[0]?.value) } : null };
    });
    expect(data).toEqual({ persons: { nodes: expected } });
    expectRequests(calls, 2);
    expect(calls.map(({ path }) => path)).toEqual(expect.arrayContaining(['/Person', '/Contact']));
  });

  test('costs nothing where only its id is asked for, or what the nested carrier holds', async () => {
    const key = await crm.query('{ person(personId: 31) { fullName contact { contactId } } }');
    const row = world.persons.get(31) as PersonRecord;
    expect(key.data).toEqual({ person: { fullName: fullName(row), contact: { contactId: row.contactId } } });
    expectRequests(key.calls, 1);
    expect(key.calls[0]?.query.$select).toBe('personId,fullName,personContact/contactId');
    const contact = world.contacts.get(row.contactId ?? 0);
    const nested = await crm.query('{ person(personId: 31) { salutation contact { name department orgNr phone } } }');
    expect(nested.data).toMatchObject({
      person: {
        contact: {
          name: contact?.name,
          department: orNull(contact?.department ?? ''),
          orgNr: orNull(contact?.orgNr ?? ''),
          phone: contact?.phones[0]?.value ?? null,
        },
      },
    });
    expect(nested.calls.map(({ path }) => path)).toEqual(['/Person/31']);
  });
});
