import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import type { AppointmentRecord, ContactRecord, PersonRecord, TenantWorld } from '../../src/simulator/store.ts';
import { type Crm, expectRequests, startCrm } from '../crm.ts';
import { found, fullName, itemIn, living, orNull, personRow, pick, userIn } from './seeded.ts';

/** References within references, however a record came to be read. */

let crm: Crm;
let world: TenantWorld;
beforeAll(async () => {
  crm = await startCrm();
  world = crm.superoffice.world();
});
afterAll(() => crm.close());
afterEach(() => crm.superoffice.faults.clear());

const contactOf = ({ contactId }: { contactId: number | null }) => world.contacts.get(contactId ?? 0);

describe('the support person of a company', () => {
  const supported = () => pick(world.contacts, (row) => living(row) && row.supportPersonId);
  const shown = (row: ContactRecord) => {
    const person = found(world.persons.get(row.supportPersonId ?? 0));
    return { fullName: fullName(person), title: orNull(person.title) };
  };
  const text = 'supportPerson { fullName title }';

  test('is the same from every way to the company', async () => {
    const contact = supported();
    const person = pick(world.persons, (row) => living(row) && row.contactId === contact.id);
    const appointment = pick(world.appointments, (row) => row.contactId === contact.id);
    const { data, errors } = await crm.query(
      `query Ways($contact: Int!, $person: Int!, $appointment: Int!) {
        row: contact(contactId: $contact) { ${text} }
        entity: contact(contactId: $contact) { phones { value } ${text} }
        byPerson: person(personId: $person) { contact { ${text} } }
        byPersonEntity: person(personId: $person) { salutation contact { ${text} } }
        byAppointment: appointment(appointmentId: $appointment) { contact { ${text} } }
        byEntity: appointment(appointmentId: $appointment) { participants { email } contact { name ${text} } } }`,
      { contact: contact.id, person: person.id, appointment: appointment.id },
    );
    expect(errors).toBeUndefined();
    const supportPerson = shown(contact);
    expect(data).toMatchObject({
      row: { supportPerson },
      entity: { supportPerson },
      byPerson: { contact: { supportPerson } },
      byPersonEntity: { contact: { supportPerson } },
      byAppointment: { contact: { supportPerson } },
      byEntity: { contact: { name: contact.name, supportPerson } },
    });
  });

  test('has an e-mail address and a company of its own', async () => {
    const contact = supported();
    const person = found(world.persons.get(contact.supportPersonId ?? 0));
    const { data, calls } = await crm.query(
      'query Deep($id: Int!) { contact(contactId: $id) { supportPerson { email mobilePhone contact { contactId name } } } }',
      { id: contact.id },
    );
    const { email, mobilePhone } = personRow(world, person);
    expect(data).toEqual({
      contact: {
        supportPerson: { email, mobilePhone, contact: { contactId: contact.id, name: contactOf(person)?.name } },
      },
    });
    expectRequests(calls, 3);
  });
});

describe('where an entity is read', () => {
  test('users are named by the carriers in it, and read for the rest', async () => {
    const { data, calls } = await crm.query(
      '{ contact(contactId: 5) { phones { value } createdBy { fullName } associate { name fullName deleted } } }',
    );
    const row = found(world.contacts.get(5));
    expect(data).toMatchObject({
      contact: {
        createdBy: { fullName: userIn(world, row.createdBy)?.fullName },
        associate: userIn(world, row.associateId),
      },
    });
    expect(calls.map(({ path }) => path)).toEqual(['/Contact/5']);
    const more = await crm.query('{ contact(contactId: 5) { phones { value } createdBy { fullName email } } }');
    const email = world.persons.get(world.associates.get(row.createdBy)?.personId ?? 0)?.emails[0]?.value;
    expect(more.data).toMatchObject({ contact: { createdBy: { email } } });
    expect(more.calls.map(({ path }) => path)).toEqual(['/Contact/5', '/Archive/AllUsers']);
  });

  test('that no row of its own led to, what lies in it is gone on from once it is there', async () => {
    const appointment = pick(
      world.appointments,
      (row) => world.persons.get(contactOf(row)?.supportPersonId ?? 0)?.deletedAt === null,
    );
    const contact = found(contactOf(appointment));
    const support = found(world.persons.get(contact.supportPersonId ?? 0));
    const { data, errors, calls } = await crm.query(
      `query FromEntities($ids: [Int!]) {
        appointments(first: 1, filter: { appointmentId: { in: $ids } }) { nodes {
          contact { phones { value } supportPerson { fullName emails { value } } } } } }`,
      { ids: [appointment.id] },
    );
    expect(errors).toBeUndefined();
    expect(data.appointments?.nodes[0]?.contact).toStrictEqual({
      phones: contact.phones.map(({ value }) => ({ value })),
      supportPerson: { fullName: fullName(support), emails: support.emails.map(({ value }) => ({ value })) },
    });
    expectRequests(calls, 3);
  });

  test('of the person behind a user, so is the company that it names', async () => {
    const contact = pick(world.contacts, (row) => living(row) && world.associates.get(row.createdBy)?.personId);
    const user = found(world.associates.get(contact.createdBy));
    const employer = found(contactOf(found(world.persons.get(user.personId ?? 0))));
    const { data, errors, calls } = await crm.query(
      `query BehindUser($ids: [Int!]) {
        contacts(first: 1, filter: { contactId: { in: $ids } }) { nodes {
          createdBy { person { salutation contact { code persons(first: 1) { nodes { personId } } } } } } } }`,
      { ids: [contact.id] },
    );
    expect(errors).toBeUndefined();
    const first = pick(world.persons, (row) => living(row) && row.contactId === employer.id);
    expect(data.contacts?.nodes[0]?.createdBy?.person?.contact).toStrictEqual({
      code: employer.code,
      persons: { nodes: [{ personId: first.id }] },
    });
    expectRequests(calls, 4);
  });

  test('ids of items that its carriers do not hold come from the row beside it', async () => {
    const row = pick(world.appointments, (each) => (contactOf(each)?.categoryId ?? 0) > 0);
    const { data, calls } = await crm.query(
      `query Items($id: Int!) { appointment(appointmentId: $id) { participants { email }
        contact { name category { listItemId name } country { listItemId } } } }`,
      { id: row.id },
    );
    const contact = found(contactOf(row));
    const category = found(itemIn(world, 'category', contact.categoryId));
    expect(data).toMatchObject({
      appointment: {
        contact: {
          name: contact.name,
          category: { listItemId: category.listItemId, name: category.name },
          country: { listItemId: contact.countryId },
        },
      },
    });
    expect(calls.map(({ path }) => path).sort()).toEqual(['/Appointment', `/Appointment/${row.id}`]);
  });

  test('the names of its items alone come with it', async () => {
    const row = pick(world.appointments, (each) => (contactOf(each)?.categoryId ?? 0) > 0);
    const { data, calls } = await crm.query(
      'query Names($id: Int!) { appointment(appointmentId: $id) { participants { email } contact { category { name } } } }',
      { id: row.id },
    );
    const category = found(itemIn(world, 'category', contactOf(row)?.categoryId ?? 0));
    expect(data).toMatchObject({ appointment: { contact: { category: { name: category.name } } } });
    expect(calls).toHaveLength(1);
  });
});

describe('from a page', () => {
  const appointments = (count: number) => [...world.appointments.values()].slice(0, count);

  test('to the person behind a user: one request more', async () => {
    const { data, calls } = await crm.query(
      '{ contacts(first: 20) { nodes { associate { fullName person { title emails { value } } } } } }',
    );
    const rows = [...world.contacts.values()].filter(living).slice(0, 20);
    const owners = rows.map(({ associateId }) =>
      found(world.persons.get(world.associates.get(associateId)?.personId ?? 0)),
    );
    expect(data).toEqual({
      contacts: {
        nodes: owners.map((person) => ({
          associate: {
            fullName: fullName(person),
            person: { title: orNull(person.title), emails: person.emails.map(({ value }) => ({ value })) },
          },
        })),
      },
    });
    const distinct = new Set(owners.map(({ id }) => id)).size;
    expect(calls.filter(({ path }) => /^\/Person\/\d+$/.test(path))).toHaveLength(distinct);
  });

  test('to colleagues, by way of the company', async () => {
    const { data, calls } = await crm.query(
      '{ persons(first: 3) { nodes { personId contact { persons(first: 2) { nodes { personId fullName } } } } } }',
    );
    const rows = [...world.persons.values()].filter(living).slice(0, 3);
    const colleagues = (row: PersonRecord) =>
      [...world.persons.values()].filter((each) => living(each) && each.contactId === row.contactId).slice(0, 2);
    expect(data).toEqual({
      persons: {
        nodes: rows.map((row) => ({
          personId: row.id,
          contact: {
            persons: { nodes: colleagues(row).map((each) => ({ personId: each.id, fullName: fullName(each) })) },
          },
        })),
      },
    });
    expectRequests(calls, 2);
  });

  test('by nodes and by edges together, each with fields of its own', async () => {
    const { data, calls } = await crm.query(
      `{ appointments(first: 4) { nodes { location } edges { cursor node { contact { name } } }
        more: edges { node { person { fullName } } } pageInfo { endCursor } } }`,
    );
    const rows = appointments(4);
    const person = ({ personId }: AppointmentRecord) => world.persons.get(personId ?? 0);
    const named = (row: AppointmentRecord) => person(row) && { fullName: fullName(found(person(row))) };
    expect(data).toEqual({
      appointments: {
        nodes: rows.map(({ location }) => ({ location: orNull(location) })),
        edges: rows.map((row) => ({
          cursor: expect.any(String),
          node: { contact: contactOf(row) ? { name: contactOf(row)?.name } : null },
        })),
        more: rows.map((row) => ({ node: { person: named(row) ?? null } })),
        pageInfo: { endCursor: expect.any(String) },
      },
    });
    expectRequests(calls, 1);
  });

  test('of a field asked for twice, both selections', async () => {
    const { data, calls } = await crm.query(
      '{ contact(contactId: 5) { name associate { name } } contact(contactId: 5) { orgNr associate { fullName } } }',
    );
    const row = found(world.contacts.get(5));
    expect(data).toEqual({
      contact: { name: row.name, orgNr: orNull(row.orgNr), associate: userIn(world, row.associateId) },
    });
    expectRequests(calls, 1);
  });

  test('a company in the recycle bin is named by the rows that point to it, and has no row of its own', async () => {
    const gone = pick(
      world.contacts,
      (row) => !living(row) && [...world.persons.values()].some((each) => each.contactId === row.id),
    );
    const person = pick(world.persons, (row) => living(row) && row.contactId === gone.id);
    const { data, errors } = await crm.query(
      'query Gone($id: Int!) { person(personId: $id) { contact { name deleted url } } }',
      { id: person.id },
    );
    expect(errors).toBeUndefined();
    expect(data).toEqual({ person: { contact: { name: gone.name, deleted: true, url: null } } });
  });
});

describe('an answer without the id that was asked for', () => {
  const row = { PrimaryKey: '5', EntityName: 'contact' };
  const text = (value: string) => ({ RawValue: value, DisplayValue: value, TooltipHint: '', LinkHint: '' });

  test('costs the item alone, as an answer that cannot be read', async () => {
    crm.superoffice.faults.add({
      path: '^/Contact$',
      fault: {
        kind: 'wrongShape',
        body: {
          value: [
            {
              ...row,
              Column: { contactId: { RawValue: 5, DisplayValue: '5' }, name: text('A'), category: text('Customer') },
            },
          ],
        },
      },
    });
    const { data, errors } = await crm.query('{ contact(contactId: 5) { name category { listItemId name } } }');
    expect(data).toEqual({ contact: { name: 'A', category: null } });
    expect(errors?.map(({ extensions }) => extensions.code)).toEqual(['UPSTREAM_INVALID_RESPONSE']);
  });

  test('costs the user alone', async () => {
    crm.superoffice.faults.add({
      path: '^/Contact$',
      fault: {
        kind: 'wrongShape',
        body: { value: [{ ...row, Column: { contactId: { RawValue: 5 }, name: text('A'), associateId: text('LH') } }] },
      },
    });
    const { data, errors } = await crm.query('{ contact(contactId: 5) { name associate { associateId name } } }');
    expect(data).toEqual({ contact: { name: 'A', associate: null } });
    expect(errors?.map(({ extensions }) => extensions.code)).toEqual(['UPSTREAM_INVALID_RESPONSE']);
  });
});
