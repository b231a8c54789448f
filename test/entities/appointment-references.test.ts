import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { AppointmentRecord, TenantWorld } from '../../src/simulator/store.ts';
import { type Crm, expectRequests, startCrm } from '../crm.ts';
import { contactRow, fullName, idOf, itemIn, orNull, personRow, pick, userIn } from './seeded.ts';

const item = '{ id list listItemId name }';

let crm: Crm;
let world: TenantWorld;
beforeAll(async () => {
  crm = await startCrm();
  world = crm.superoffice.world();
});
afterAll(() => crm.close());
beforeEach(() => crm.superoffice.faults.clear());

const firstRows = (count: number) => [...world.appointments.values()].slice(0, count);

/** One in the recycle bin is in no archive, but its name stands in the rows that point to it. */
function supportedContact({ contactId }: AppointmentRecord) {
  const contact = world.contacts.get(contactId ?? 0);
  if (!contact) return null;
  const support = contact.deletedAt === null ? world.persons.get(contact.supportPersonId ?? 0) : undefined;
  return { name: contact.name, supportPerson: support ? { fullName: fullName(support) } : null };
}

function employed({ personId }: AppointmentRecord) {
  const person = world.persons.get(personId ?? 0);
  const employer = world.contacts.get(person?.contactId ?? 0);
  return person ? { contact: employer?.deletedAt === null ? { name: employer.name } : null } : null;
}

describe('what an appointment points to', () => {
  test('lies in its row, as deep as the archive joins', async () => {
    const { data, errors, calls } = await crm.query(
      `{ appointments(first: 80) { nodes {
        contact { id contactId name department fullName orgNr number code stop noMailing deleted category ${item} business ${item}
          country ${item} phone email url createdAt updatedAt associate { associateId fullName } }
        person { id personId firstName middleName lastName fullName title mrMrs position ${item} birthDate retired noMailing
          country ${item} email mobilePhone directPhone createdAt updatedAt }
        associate { id associateId name fullName email person { personId } } } } }`,
    );
    expect(errors).toBeUndefined();
    const expected = firstRows(80).map((row) => {
      const contact = world.contacts.get(row.contactId ?? 0);
      const person = world.persons.get(row.personId ?? 0);
      const owner = world.associates.get(row.associateId);
      const { description, ...personFields } = person ? personRow(world, person) : { description: null };
      return {
        contact: contact
          ? {
              ...contactRow(world, contact),
              associate: { associateId: contact.associateId, fullName: userIn(world, contact.associateId)?.fullName },
            }
          : null,
        person: person ? personFields : null,
        associate: {
          id: idOf('Associate', row.associateId),
          associateId: row.associateId,
          ...userIn(world, row.associateId),
          email: orNull(world.persons.get(owner?.personId ?? 0)?.emails[0]?.value ?? ''),
          person: { personId: owner?.personId },
        },
      };
    });
    expect(data).toEqual({ appointments: { nodes: expected } });
    expectRequests(calls, 1);
  });

  test('is read by key where the archive does not join it: both ways to companies in one request', async () => {
    const { data, calls } = await crm.query(
      '{ appointments(first: 40) { nodes { contact { name supportPerson { fullName } } person { contact { name } } } } }',
    );
    const expected = firstRows(40).map((row) => ({ contact: supportedContact(row), person: employed(row) }));
    expect(expected.some(({ contact }) => contact?.supportPerson)).toBe(true);
    expect(data).toEqual({ appointments: { nodes: expected } });
    expectRequests(calls, 2);
    expect(calls.map(({ path }) => path)).toEqual(expect.arrayContaining(['/Appointment', '/Contact']));
  });

  test('nested in the entity it is answered as far as the carrier goes', async () => {
    const row = pick(world.appointments, (each) => each.personId !== null && each.participants.length > 1);
    const { data, calls } = await crm.query(
      `query Nested($id: Int!) { appointment(appointmentId: $id) {
        participants { invitationStatus } associate { associateId name fullName deleted }
        contact { contactId name fullName orgNr country { listItemId name } } person { personId fullName title rank } } }`,
      { id: row.id },
    );
    const contact = world.contacts.get(row.contactId ?? 0);
    const person = world.persons.get(row.personId ?? 0);
    const country = itemIn(world, 'country', contact?.countryId ?? 0);
    expect(data).toMatchObject({
      appointment: {
        associate: { associateId: row.associateId, ...userIn(world, row.associateId) },
        contact: {
          contactId: row.contactId,
          name: contact?.name,
          orgNr: orNull(contact?.orgNr ?? ''),
          country: { listItemId: country?.listItemId, name: country?.name },
        },
        person: { personId: row.personId, title: orNull(person?.title ?? ''), rank: person?.rank },
      },
    });
    expect(calls.map(({ path }) => path)).toEqual([`/Appointment/${row.id}`]);
  });

  test('is null where there is none, or where the ticket cannot see it', async () => {
    const free = pick(world.appointments, (each) => each.contactId === null);
    const hidden = pick(
      world.appointments,
      (each) => each.contactId === 17 && each.personId !== null && each.id % 17 !== 0,
    );
    const { data, errors } = await crm.query(
      `query Absent($free: Int!, $hidden: Int!) {
        free: appointment(appointmentId: $free) { contact { name } person { fullName } }
        hidden: appointment(appointmentId: $hidden) { description contact { name } person { fullName } } }`,
      { free: free.id, hidden: hidden.id },
      { ticket: crm.superoffice.tickets.rune },
    );
    expect(errors).toBeUndefined();
    expect(data).toEqual({
      free: { contact: null, person: null },
      hidden: { description: hidden.description, contact: null, person: null },
    });
  });

  test('ids alone load nothing beyond the row', async () => {
    const row = pick(world.appointments, (each) => each.personId !== null);
    const { data, calls } = await crm.query(
      'query Keys($id: Int!) { appointment(appointmentId: $id) { contact { contactId } person { personId id } } }',
      { id: row.id },
    );
    expect(data).toEqual({
      appointment: {
        contact: { contactId: row.contactId },
        person: { personId: row.personId, id: idOf('Person', row.personId ?? 0) },
      },
    });
    expectRequests(calls, 1);
    expect(calls[0]?.query.$select).toBe('appointmentId,contact/contactId,person/personId');
  });
});

describe('participants', () => {
  test('are told with the records that they are, each kind read together', async () => {
    const row = pick(world.appointments, (each) => each.participants.length > 1 && each.participants[1]?.emailAddress);
    const { data, errors, calls } = await crm.query(
      `query Participants($id: Int!) { appointment(appointmentId: $id) { participants {
        invitationStatus email associate { associateId fullName } person { personId fullName } contact { contactId name } } } }`,
      { id: row.id },
    );
    expect(errors).toBeUndefined();
    const expected = row.participants.map((each) => {
      const associate = userIn(world, each.associateId);
      const person = world.persons.get(each.personId);
      const contact = world.contacts.get(each.contactId);
      return {
        invitationStatus: each.invitationStatus,
        email: orNull(each.emailAddress),
        associate: associate && { associateId: each.associateId, fullName: associate.fullName },
        person: person ? { personId: person.id, fullName: fullName(person) } : null,
        contact: contact ? { contactId: contact.id, name: contact.name } : null,
      };
    });
    expect(data).toEqual({ appointment: { participants: expected } });
    expect(calls.map(({ path }) => path).sort()).toEqual(
      [`/Appointment/${row.id}`, '/Archive/AllUsers', '/Contact', '/Person'].sort(),
    );
  });

  test('of a page take one request for each appointment', async () => {
    const { data, calls } = await crm.query(
      '{ appointments(first: 6) { nodes { participants { invitationStatus } } } }',
    );
    expect(data).toEqual({
      appointments: {
        nodes: firstRows(6).map((row) => ({
          participants: row.participants.map(({ invitationStatus }) => ({ invitationStatus })),
        })),
      },
    });
    expectRequests(calls, 1 + 6);
  });
});
