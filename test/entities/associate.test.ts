import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { AssociateRecord, PersonRecord, TenantWorld } from '../../src/simulator/store.ts';
import { type Crm, expectRequests, startCrm } from '../crm.ts';
import { fullName, idOf, orNull, userName } from './seeded.ts';

const fields = 'id associateId name fullName email deleted person { id personId }';

let crm: Crm;
let world: TenantWorld;
beforeAll(async () => {
  crm = await startCrm();
  world = crm.superoffice.world();
});
afterAll(() => crm.close());
beforeEach(() => crm.superoffice.faults.clear());

function expected(associate: AssociateRecord, email = true) {
  const person = world.persons.get(associate.personId);
  return {
    id: idOf('Associate', associate.id),
    associateId: associate.id,
    name: associate.name,
    fullName: userName(world, associate),
    email: email ? orNull(person?.emails[0]?.value ?? '') : null,
    deleted: associate.deleted,
    person: person ? { id: idOf('Person', person.id), personId: person.id } : null,
  };
}

const ids = (data: unknown) =>
  (data as { associates: { associateId: number }[] }).associates
    .map(({ associateId }) => associateId)
    .sort((a, b) => a - b);

describe('users', () => {
  test.each([3, 4, 5, 13, 15])('number %i has all its fields in one request', async (id) => {
    const { data, errors, calls } = await crm.query(
      `query One($id: Int!) { associate(associateId: $id) { ${fields} } }`,
      { id },
    );
    expect(errors).toBeUndefined();
    expect(data).toEqual({ associate: expected(world.associates.get(id) as AssociateRecord) });
    expectRequests(calls, 1);
    expect(calls[0]?.path).toBe('/Archive/AllUsers');
  });

  test('all current ones come in one request, on demand with those who have left', async () => {
    const current = await crm.query(`{ associates { ${fields} } }`);
    const rows = [...world.associates.values()];
    const active = rows.filter((row) => !row.deleted);
    expect(current.data).toEqual({ associates: expect.arrayContaining(active.map((row) => expected(row))) });
    expect(ids(current.data)).toEqual(active.map(({ id }) => id));
    expectRequests(current.calls, 1);
    const all = await crm.query('{ associates(includeDeleted: true) { associateId deleted } }');
    expect(ids(all.data)).toEqual(rows.map(({ id }) => id));
    expectRequests(all.calls, 1);
  });

  test('their persons are read in one request more', async () => {
    const { data, calls } = await crm.query(
      '{ associates { associateId person { fullName title contact { contactId } associate { associateId } } } }',
    );
    const rows = (data as { associates: { associateId: number; person: unknown }[] }).associates;
    for (const { associateId, person } of rows) {
      const row = world.persons.get(world.associates.get(associateId)?.personId ?? 0);
      expect(person).toEqual(
        row
          ? {
              fullName: fullName(row),
              title: orNull(row.title),
              contact: row.contactId ? { contactId: row.contactId } : null,
              associate: { associateId },
            }
          : null,
      );
    }
    expectRequests(calls, 3);
  });

  test('their persons are null where the ticket cannot see them, however they are read', async () => {
    await using strict = await startCrm({ superoffice: { access: { forbiddenStatus: 404 } } });
    const there = strict.superoffice.world();
    const rights = there.users.find(({ associateId }) => associateId === 10)?.rights;
    rights?.hiddenPersonIds.add(there.associates.get(7)?.personId ?? 0);
    const { data, errors } = await strict.query(
      `{ associate(associateId: 7) {
        byRow: person { fullName }
        byEntity: person { fullName retired salutation }
        byList: person { formalName }
        byAll: person { rank formalName salutation phones { value } } } }`,
      {},
      { ticket: strict.superoffice.tickets.rune },
    );
    expect(errors).toBeUndefined();
    expect(data).toEqual({ associate: { byRow: null, byEntity: null, byList: null, byAll: null } });
  });

  test('a person in the recycle bin is there as far as the entity still tells of it', async () => {
    const person = world.persons.get(world.associates.get(7)?.personId ?? 0);
    if (!person) throw new Error('Associate 7 is nobody');
    person.deletedAt = Date.parse('2026-03-01T00:00:00Z');
    try {
      const { data, errors } = await crm.query('{ associate(associateId: 7) { person { rank fullName salutation } } }');
      expect(errors).toBeUndefined();
      expect(data).toEqual({
        associate: { person: { rank: null, fullName: fullName(person), salutation: orNull(person.salutation) } },
      });
    } finally {
      person.deletedAt = null;
    }
  });

  test('one that the archive does not list is named by the initials that other records hold', async () => {
    crm.superoffice.faults.add({ path: '^/Archive/AllUsers', fault: { kind: 'wrongShape', body: { value: [] } } });
    const { data, errors, calls } = await crm.query(
      `query Unlisted { contact(contactId: 5) { createdBy { name fullName } alone: createdBy { fullName }
        more: createdBy { associateId fullName email deleted person { personId } } email: createdBy { email } } }`,
    );
    const { id, name } = world.associates.get(world.contacts.get(5)?.createdBy ?? 0) as AssociateRecord;
    const more = { associateId: id, fullName: name, email: null, deleted: null, person: null };
    expect(errors).toBeUndefined();
    expect(data).toEqual({
      contact: { createdBy: { name, fullName: name }, alone: { fullName: name }, more, email: null },
    });
    expectRequests(calls, 2);
  });

  test('one whose name a carrier leaves empty is read by id, which costs a request there alone', async () => {
    const person = [...world.persons.values()].find(({ contactId }) => contactId !== null) as PersonRecord;
    const owner = world.associates.get(world.contacts.get(person.contactId ?? 0)?.associateId ?? 0) as AssociateRecord;
    const text = `query Owner($personId: Int!) { person(personId: $personId) { salutation contact { associate { fullName } } } }`;
    const named = await crm.query(text, { personId: person.id });
    expect(named.data).toMatchObject({ person: { contact: { associate: { fullName: userName(world, owner) } } } });
    expectRequests(named.calls, 1);

    const Contact = { ContactId: person.contactId, AssociateId: owner.id, AssociateFullName: '' };
    const body = { PersonId: person.id, Salutation: '', Contact };
    crm.superoffice.faults.add({ path: `^/Person/${person.id}$`, fault: { kind: 'wrongShape', body } });
    const unnamed = await crm.query(text, { personId: person.id });
    expect(unnamed.errors).toBeUndefined();
    expect(unnamed.data).toMatchObject({ person: { contact: { associate: { fullName: userName(world, owner) } } } });
    expect(unnamed.calls.map(({ path }) => path)).toEqual([`/Person/${person.id}`, '/Archive/AllUsers']);
  });

  test('an id that nobody has is null without an error', async () => {
    const { data, errors } = await crm.query('{ associate(associateId: 4711) { name } }');
    expect([data, errors]).toEqual([{ associate: null }, undefined]);
  });
});

describe('where the archive of users is refused', () => {
  beforeEach(() => {
    crm.superoffice.faults.add({
      path: '^/Archive/AllUsers',
      fault: { kind: 'status', status: 403, body: { Error: true, ErrorType: 'SoSentryException', ErrorMessage: 'No' } },
    });
  });

  test('the simple list stands in, without e-mail addresses', async () => {
    const { data, errors, calls } = await crm.query(`{ associate(associateId: 7) { ${fields} } }`);
    expect(errors).toBeUndefined();
    expect(data).toEqual({ associate: expected(world.associates.get(7) as AssociateRecord, false) });
    expect(calls.map(({ path }) => path)).toEqual(['/Archive/AllUsers', '/Agents/Associate/GetAssociateList']);
  });

  test('it stands in for those who made a page of records too', async () => {
    const { data, errors, calls } = await crm.query(
      '{ contacts(first: 10) { nodes { contactId createdBy { name fullName deleted } } } }',
    );
    expect(errors).toBeUndefined();
    const { nodes } = (data as { contacts: { nodes: { contactId: number; createdBy: unknown }[] } }).contacts;
    for (const { contactId, createdBy } of nodes) {
      const maker = world.associates.get(world.contacts.get(contactId)?.createdBy ?? 0) as AssociateRecord;
      expect(createdBy).toEqual({ name: maker.name, fullName: userName(world, maker), deleted: maker.deleted });
    }
    expectRequests(calls, 3);
  });

  test.each([
    ['null', null],
    ['an object', { Foo: 1 }],
  ])('%s in place of that list is an error, and the records stand', async (_what, body) => {
    const list = '/Agents/Associate/GetAssociateList';
    crm.superoffice.faults.add({ path: list, fault: { kind: 'wrongShape', body } });
    const { data, errors, calls } = await crm.query(
      'query NoList { contacts(first: 2) { nodes { contactId createdBy { fullName } } } }',
    );
    expect(data).toEqual({
      contacts: {
        nodes: [
          { contactId: 2, createdBy: null },
          { contactId: 3, createdBy: null },
        ],
      },
    });
    expect(new Set(errors?.map(({ extensions }) => extensions.code))).toEqual(new Set(['UPSTREAM_INVALID_RESPONSE']));
    expect(calls.at(-1)?.path).toBe(list);
    expectRequests(calls, 3);
  });

  test('it is asked for a hundred of them at a time', async () => {
    await using many = await startCrm({
      seed: ({ associates, contacts }) => {
        const pattern = associates.get(7) as AssociateRecord;
        let id = 1000;
        for (const contact of contacts.values()) {
          contact.createdBy = id;
          associates.set(id, { ...pattern, id, name: String(id) });
          id += 1;
        }
      },
    });
    many.superoffice.faults.add({ path: '^/Archive/AllUsers', fault: { kind: 'status', status: 403 } });
    const { data, errors, calls } = await many.query(
      'query ManyUsers { contacts(first: 150) { nodes { contactId createdBy { associateId name deleted } } } }',
    );
    expect(errors).toBeUndefined();
    const made = many.superoffice.world().contacts;
    const { nodes } = data.contacts ?? { nodes: [] };
    for (const { contactId, createdBy } of nodes) {
      const associateId = made.get(contactId)?.createdBy;
      expect(createdBy).toEqual({ associateId, name: String(associateId), deleted: false });
    }
    expect(nodes).toHaveLength(150);
    const asked = calls.filter(({ path }) => path === '/Agents/Associate/GetAssociateList');
    expect(asked.map(({ body }) => JSON.parse(body).length)).toEqual([100, 50]);
  });

  test('the list of all users is FORBIDDEN, and the rest of the answer stands', async () => {
    const { data, errors } = await crm.query('{ associates { name } contact(contactId: 3) { contactId } }');
    expect(data).toEqual({ associates: null, contact: { contactId: 3 } });
    expect(errors?.map(({ path, extensions }) => [path, extensions.code])).toEqual([[['associates'], 'FORBIDDEN']]);
  });
});

test('another failure is no reason for the simple list', async () => {
  crm.superoffice.faults.add({ path: '^/Archive/AllUsers', fault: { kind: 'status', status: 500 } });
  const { data, errors, calls } = await crm.query('{ associate(associateId: 7) { fullName } }');
  expect(data).toEqual({ associate: null });
  expect(errors?.map(({ extensions }) => extensions.code)).toEqual(['UPSTREAM_UNAVAILABLE']);
  expect(calls.map(({ path }) => path)).toEqual(['/Archive/AllUsers']);
});

test.each(['id', 'initials'] as const)(
  'the id of a user is found where rows hold the %s as value',
  async (associateRaw) => {
    crm.superoffice.options.archive.associateRaw = associateRaw;
    const { data, errors } = await crm.query(
      '{ contact(contactId: 5) { associate { associateId name } } associate(associateId: 7) { associateId name fullName } }',
    );
    crm.superoffice.options.archive.associateRaw = 'id';
    const owner = world.contacts.get(5)?.associateId ?? 0;
    expect(errors).toBeUndefined();
    expect(data).toEqual({
      contact: { associate: { associateId: owner, name: world.associates.get(owner)?.name } },
      associate: { associateId: 7, name: 'MK', fullName: 'Mina Kvam' },
    });
  },
);
