import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type AppointmentRecord, appointmentTypes, type TenantWorld } from '../../src/simulator/store.ts';
import { type Crm, expectRequests, startCrm } from '../crm.ts';
import { appointmentRow, orNull, pick, privacyOf, userIn } from './seeded.ts';

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

  test('are found where the list has its keys as texts, as columns may', async () => {
    await using texts = await startCrm();
    const [first, second, third] = firstRows(3).map((row) => row.id);
    const body = [
      { AppointmentId: String(second), Title: 'Second' },
      { AppointmentId: String(first), Title: 'First' },
      { AppointmentId: '0', Title: 'None' },
    ];
    texts.superoffice.faults.add({ path: 'GetAppointmentList$', fault: { kind: 'wrongShape', body } });
    const { data, errors, calls } = await texts.query(
      'query TextKeys { appointments(first: 3) { nodes { appointmentId title } } }',
    );
    expect(errors).toBeUndefined();
    expect(data).toEqual({
      appointments: {
        nodes: [
          { appointmentId: first, title: 'First' },
          { appointmentId: second, title: 'Second' },
          { appointmentId: third, title: null },
        ],
      },
    });
    expectRequests(calls, 2);
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
