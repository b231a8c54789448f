import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type AppointmentRecord, appointmentTypes, type TenantWorld } from '../../src/simulator/store.ts';
import { type Crm, expectRequests, startCrm } from '../crm.ts';
import {
  appointmentRow,
  contactRow,
  fullName,
  idOf,
  itemIn,
  orNull,
  personRow,
  pick,
  privacyOf,
  userIn,
} from './seeded.ts';

const item = '{ id list listItemId name }';
const columns = `id appointmentId description startDate endDate location completed type hasAlarm videoMeetingUrl
  task ${item} priority ${item} createdAt updatedAt`;
const carried = 'title agenda internalNotes isAllDay private isFree';

let crm: Crm;
let world: TenantWorld;
beforeAll(async () => {
  crm = await startCrm();
  world = crm.superoffice.world();
});
afterAll(() => crm.close());
beforeEach(() => crm.superoffice.faults.clear());

interface Page<Node> {
  appointments: { nodes: Node[] };
}

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

const carriedOf = (row: AppointmentRecord) => ({
  title: orNull(row.title),
  agenda: orNull(row.agenda),
  internalNotes: orNull(row.internalNotes),
  isAllDay: row.isAllDay,
  private: privacyOf[row.private],
  isFree: row.isFree,
});

describe('the fields of an appointment', () => {
  test('that columns hold come for a whole page in one request, tentative and rejected ones too', async () => {
    const { data, errors, calls } = await crm.query(`{ appointments(first: 300) { nodes { ${columns} } } }`);
    expect(errors).toBeUndefined();
    const rows = firstRows(300);
    expect(data).toEqual({ appointments: { nodes: rows.map((row) => appointmentRow(world, row)) } });
    expect(rows.some((row) => row.invitationStatus === 'Invitation')).toBe(true);
    expect(rows.some((row) => row.invitationStatus === 'Declined')).toBe(true);
    expectRequests(calls, 1);
  });

  test('that no column holds come for a whole page in one request more', async () => {
    const { data, errors, calls } = await crm.query(`{ appointments(first: 50) { nodes { ${columns} ${carried} } } }`);
    expect(errors).toBeUndefined();
    const expected = firstRows(50).map((row) => ({ ...appointmentRow(world, row), ...carriedOf(row) }));
    expect(data).toEqual({ appointments: { nodes: expected } });
    expectRequests(calls, 2);
    const list = calls.find(({ method }) => method === 'POST');
    expect(list?.path).toBe('/Agents/Appointment/GetAppointmentList');
    expect(JSON.parse(list?.body ?? '')).toEqual(firstRows(50).map((row) => row.id));
  });

  test('are the same where the entity answers', async () => {
    const row = pick(world.appointments, (each) => each.agenda && each.internalNotes && each.joinVideomeetUrl);
    const { data, errors, calls } = await crm.query(
      `query One($id: Int!) { appointment(appointmentId: $id) { ${columns} ${carried} participants { invitationStatus } } }`,
      { id: row.id },
    );
    expect(errors).toBeUndefined();
    expect(data).toEqual({
      appointment: {
        ...appointmentRow(world, row),
        ...carriedOf(row),
        participants: row.participants.map(({ invitationStatus }) => ({ invitationStatus })),
      },
    });
    expect(calls.map(({ method, path }) => `${method} ${path}`)).toEqual([`GET /Appointment/${row.id}`]);
  });

  test('come by entities where the agents are switched off', async () => {
    await using quiet = await startCrm({ settings: { SUPEROFFICE_AGENTS: 'off' } });
    const { data, calls } = await quiet.query(`{ appointments(first: 4) { nodes { ${carried} } } }`);
    expect(data).toEqual({ appointments: { nodes: firstRows(4).map(carriedOf) } });
    expectRequests(calls, 1 + 4);
    expect(calls.filter(({ path }) => path.startsWith('/Agents'))).toEqual([]);
  });

  test('every stage, kind and privacy is told', async () => {
    const { data } = await crm.query('{ appointments(first: 500) { nodes { completed type private } } }');
    const rows = firstRows(500);
    const expected = rows.map((row) => {
      const { completed, type } = appointmentRow(world, row);
      return { completed, type, private: privacyOf[row.private] };
    });
    expect(data).toEqual({ appointments: { nodes: expected } });
    const seen = (name: 'completed' | 'type' | 'private') => [...new Set(expected.map((each) => each[name]))].sort();
    expect(seen('completed')).toEqual(['COMPLETED', 'NOT_STARTED', 'STARTED', 'UNKNOWN']);
    expect(seen('private')).toEqual(['PRIVATE_GROUP', 'PRIVATE_USER', 'PUBLIC']);
    expect(seen('type')).toEqual(expect.arrayContaining(['IN_CHECKLIST', 'IN_DIARY']));
  });

  test('every kind has its name, from the row, the entity and beside a list of carriers', async () => {
    const seed = ({ appointments }: TenantWorld) => {
      for (const [at, type] of appointmentTypes.entries())
        Object.assign(
          pick(appointments, ({ id }) => id === 101 + at),
          { type },
        );
    };
    await using other = await startCrm({ seed });
    const page = '{ appointments(first: 10) { nodes { type } } }';
    const beside = '{ appointments(first: 10) { nodes { type title } } }';
    const entities = '{ appointments(first: 10) { nodes { type participants { email } } } }';
    for (const text of [page, beside, entities]) {
      const { data } = await other.query(text);
      expect((data as Page<{ type: string }>).appointments.nodes.map(({ type }) => type)).toEqual([
        'UNKNOWN',
        'IN_DIARY',
        'IN_CHECKLIST',
        'NOTE',
        'DOCUMENT',
        'SAVED_REPORT',
        'BOOKING_FOR_DIARY',
        'BOOKING_FOR_CHECKLIST',
        'MERGE_DRAFT',
        'MERGE_FINAL',
      ]);
    }
    const { data } = await other.query('{ appointment(appointmentId: 109) { type participants { email } } }');
    expect(data).toMatchObject({ appointment: { type: 'MERGE_DRAFT' } });
  });

  test('an end that is not stored, or never comes, is null', async () => {
    const none = pick(world.appointments, (each) => each.endAt === null);
    const open = pick(world.appointments, (each) => new Date(each.endAt ?? 0).getUTCFullYear() === 9999);
    for (const zone of ['UTC', 'NO', 'US-NY']) {
      const { data } = await crm.query(
        `query Ends($none: Int!, $open: Int!) {
          none: appointment(appointmentId: $none) { endDate } open: appointment(appointmentId: $open) { endDate }
          noneEntity: appointment(appointmentId: $none) { endDate participants { email } }
          openEntity: appointment(appointmentId: $open) { endDate participants { email } } }`,
        { none: none.id, open: open.id },
        { headers: { 'so-timezone': zone } },
      );
      const empty = { endDate: null };
      expect(data).toMatchObject({ none: empty, open: empty, noneEntity: empty, openEntity: empty });
    }
  });
});

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

describe('an appointment that cannot be read', () => {
  test('is null without an error where there is none', async () => {
    const { data, errors } = await crm.query(
      '{ row: appointment(appointmentId: 99999) { location } entity: appointment(appointmentId: 99999) { participants { email } } }',
    );
    expect([data, errors]).toEqual([{ row: null, entity: null }, undefined]);
  });

  test('is null with FORBIDDEN where the CRM says so', async () => {
    const { data, errors } = await crm.query(
      '{ appointment(appointmentId: 102) { participants { email } } }',
      {},
      { ticket: crm.superoffice.tickets.rune },
    );
    expect(data).toEqual({ appointment: null });
    expect(errors?.map(({ extensions }) => extensions.code)).toEqual(['FORBIDDEN']);
  });
});

test('those who made it are read together with those who changed it', async () => {
  const { data, calls } = await crm.query(
    '{ appointments(first: 30) { nodes { createdBy { fullName } updatedBy { associateId fullName } } } }',
  );
  const named = (id: number | null) => userIn(world, id)?.fullName;
  expect(data).toEqual({
    appointments: {
      nodes: firstRows(30).map((row) => ({
        createdBy: { fullName: named(row.createdBy) },
        updatedBy: row.updatedBy ? { associateId: row.updatedBy, fullName: named(row.updatedBy) } : null,
      })),
    },
  });
  expectRequests(calls, 2);
});
