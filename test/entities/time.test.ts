import { Temporal } from 'temporal-polyfill';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { AppointmentRecord, TenantWorld } from '../../src/simulator/store.ts';
import { type Crm, type CrmOptions, startCrm } from '../crm.ts';
import { endOf, pick } from './seeded.ts';

/** Hours at which Oslo and New York change their clocks, and an ordinary one of each season. */
const edges = [
  '2026-01-15T08:00:00Z',
  '2026-07-15T08:00:00Z',
  '2026-03-29T00:59:59Z',
  '2026-03-29T01:00:00Z',
  '2026-10-25T00:30:00Z',
  '2026-10-25T01:30:00Z',
  '2026-03-08T06:59:00Z',
  '2026-03-08T07:00:00Z',
  '2026-11-01T05:30:00Z',
  '2026-11-01T06:30:00Z',
  '2025-12-31T23:30:00Z',
];

function seed({ appointments }: TenantWorld) {
  for (const [at, text] of edges.entries()) {
    const row = appointments.get(101 + at) as AppointmentRecord;
    Object.assign(row, {
      startAt: Date.parse(text),
      endAt: Date.parse(text) + 1_800_000,
      createdAt: Date.parse(text) - 3_600_000,
      updatedAt: Date.parse(text),
    });
  }
}

/** RFC 3339 by another implementation than the server's own arithmetic. */
function shown(instant: number | null, zone: string): string | null {
  if (instant === null) return null;
  const at = Temporal.Instant.fromEpochMilliseconds(instant);
  if (zone === 'UTC') return at.toString();
  return at.toZonedDateTimeISO(zone).toString({ timeZoneName: 'never', fractionalSecondDigits: 0 });
}

const page = `{ appointments(first: ${edges.length}) { nodes { startDate endDate createdAt updatedAt } } }`;
const entities = `{ appointments(first: ${edges.length}) { nodes { startDate endDate createdAt updatedAt participants { email } } } }`;
const single = (id: number) =>
  `{ appointment(appointmentId: ${id}) { startDate endDate createdAt updatedAt participants { email } } }`;

const expected = (row: AppointmentRecord, zone: string) => ({
  startDate: shown(row.startAt, zone),
  endDate: shown(endOf(row), zone),
  createdAt: shown(row.createdAt, zone),
  updatedAt: shown(row.updatedAt, zone),
});

async function expectTimes(crm: Crm, zone: string, headers: Record<string, string>) {
  const rows = [...crm.superoffice.world().appointments.values()].slice(0, edges.length);
  const answer = await crm.query(page, {}, { headers });
  expect(answer.errors).toBeUndefined();
  expect(answer.data).toEqual({ appointments: { nodes: rows.map((row) => expected(row, zone)) } });
  expect(answer.headers.get('so-timezone')).toBe(zone);
  for (const row of rows) {
    const { data } = await crm.query(single(row.id), {}, { headers });
    expect(data).toMatchObject({ appointment: expected(row, zone) });
  }
}

let crm: Crm;
beforeAll(async () => {
  crm = await startCrm({ seed });
});
afterAll(() => crm.close());

describe('the zone of the request', () => {
  test.each([
    ['NO', 'Europe/Oslo'],
    ['no', 'Europe/Oslo'],
    ['261', 'Europe/Oslo'],
    ['Europe/Oslo', 'Europe/Oslo'],
    ['NO, includeTZOffset', 'Europe/Oslo'],
    ['US-NY', 'America/New_York'],
    ['460', 'America/New_York'],
    ['UTC', 'UTC'],
    [null, 'UTC'],
  ])('%s: at both changes of the clock, from rows and entities', async (header, zone) => {
    await expectTimes(crm, zone, header === null ? {} : { 'so-timezone': header });
  });

  test('is that of the settings where the request names none', async () => {
    await using other = await startCrm({ seed, settings: { DEFAULT_TIME_ZONE: 'Asia/Tokyo' } });
    await expectTimes(other, 'Asia/Tokyo', {});
  });

  test.each(['Atlantis', '4711', 'Europe/Nowhere', 'NO,DK', '../Oslo'])(
    'that nobody knows (%s) is refused, and nothing is sent',
    async (zone) => {
      const { errors, calls } = await crm.query(page, {}, { headers: { 'so-timezone': zone } });
      expect(errors?.map(({ extensions }) => extensions.code)).toEqual(['BAD_USER_INPUT']);
      expect(errors?.[0]?.message).toMatch(/Europe\/Oslo.*261 or NO/);
      expect(calls).toEqual([]);
    },
  );

  test('does not change what is sent: the CRM is asked for UTC', async () => {
    const { calls } = await crm.query(page, {}, { headers: { 'so-timezone': 'US-NY' } });
    for (const { headers } of calls) expect(headers['so-timezone']).toBe('UTC, includeTZOffset');
  });
});

test('a field in a zone of its own, beside the one in force', async () => {
  const { data, errors } = await crm.query(
    `{ appointments(first: ${edges.length}) { nodes { startDate
      newYork: startDate(zone: "America/New_York") code: endDate(zone: "US-NY") id: startDate(zone: "261") } } }`,
    {},
    { headers: { 'so-timezone': 'NO' } },
  );
  expect(errors).toBeUndefined();
  const rows = [...crm.superoffice.world().appointments.values()].slice(0, edges.length);
  expect(data).toEqual({
    appointments: {
      nodes: rows.map((row) => ({
        startDate: shown(row.startAt, 'Europe/Oslo'),
        newYork: shown(row.startAt, 'America/New_York'),
        code: shown(endOf(row), 'America/New_York'),
        id: shown(row.startAt, 'Europe/Oslo'),
      })),
    },
  });
});

describe('archives whose dates are', () => {
  type Zone = 'request' | 'base' | 'requestWithOffset' | 'utc';
  const ways: [Zone, 'request' | 'base'][] = [
    ['request', 'request'],
    ['base', 'base'],
    ['requestWithOffset', 'request'],
    ['requestWithOffset', 'base'],
    ['utc', 'request'],
    ['utc', 'base'],
  ];

  test.each(ways)('in "%s", read with SUPEROFFICE_ARCHIVE_ZONE=%s, are the same instants', async (zone, setting) => {
    const options: CrmOptions = {
      seed,
      superoffice: { archive: { zone } },
      settings: { SUPEROFFICE_ARCHIVE_ZONE: setting },
    };
    await using other = await startCrm(options);
    const rows = [...other.superoffice.world().appointments.values()].slice(0, edges.length);
    // Without an offset, the clock of the base zone shows one hour of autumn twice: then it is the first of both.
    const read = (instant: number | null) =>
      zone === 'base' && instant !== null && shown(instant, 'Europe/Oslo')?.startsWith('2026-10-25T02:')
        ? Date.parse('2026-10-25T00:00:00Z') + (instant % 3_600_000)
        : instant;
    const { data, errors } = await other.query(page, {}, { headers: { 'so-timezone': 'US-NY' } });
    expect(errors).toBeUndefined();
    expect(data).toEqual({
      appointments: {
        nodes: rows.map((row) =>
          expected(
            {
              ...row,
              startAt: read(row.startAt) ?? 0,
              endAt: read(endOf(row)),
              createdAt: read(row.createdAt) ?? 0,
              updatedAt: read(row.updatedAt),
            },
            'America/New_York',
          ),
        ),
      },
    });
  });

  // Filters are written in the zone of the setting: it must be that of the archive.
  const searched = ways.filter(([zone, setting]) => (zone === 'base') === (setting === 'base'));

  test.each(searched)('in "%s" are searched by the same instants (%s)', async (zone, setting) => {
    await using other = await startCrm({
      seed,
      superoffice: { archive: { zone } },
      settings: { SUPEROFFICE_ARCHIVE_ZONE: setting },
    });
    const { data, errors } = await other.query(
      `{ appointments(first: 500, filter: { startDate: { between: { from: "2026-03-29T01:00:00Z", to: "2026-03-29T01:00:01Z" } } }) { nodes { appointmentId } }
        before: appointments(first: 500, filter: { startDate: { between: { from: "2026-03-29T02:59:00+02:00", to: "2026-03-29T03:00:00+02:00" } } }) { nodes { appointmentId } } }`,
    );
    expect(errors).toBeUndefined();
    const rows = [...other.superoffice.world().appointments.values()];
    const at = (text: string) =>
      rows.filter(({ startAt }) => startAt === Date.parse(text)).map(({ id }) => ({ appointmentId: id }));
    expect(data).toEqual({
      appointments: { nodes: at('2026-03-29T01:00:00Z') },
      before: { nodes: at('2026-03-29T00:59:59Z') },
    });
  });

  test('in the base zone take one request more, and that for five minutes', async () => {
    await using other = await startCrm({
      superoffice: { archive: { zone: 'base' } },
      settings: { SUPEROFFICE_ARCHIVE_ZONE: 'base' },
    });
    const first = await other.query('{ appointment(appointmentId: 101) { startDate } }');
    expect(first.calls.map(({ path }) => path)).toEqual(['/TimeZone/base', '/Appointment']);
    const second = await other.query('{ appointment(appointmentId: 101) { startDate } }');
    expect(second.calls.map(({ path }) => path)).toEqual(['/Appointment']);
  });

  const inBase: CrmOptions = {
    superoffice: { archive: { zone: 'base' } },
    settings: { SUPEROFFICE_ARCHIVE_ZONE: 'base' },
  };

  test('in a base zone that cannot be learned are not searched by another', async () => {
    await using other = await startCrm(inBase);
    other.superoffice.faults.add({ path: '^/TimeZone/base', times: 1, fault: { kind: 'status', status: 500 } });
    const search = `{ appointments(filter: { startDate: { after: "2026-07-01T06:00:00Z" } }) { nodes { startDate } } }`;
    const failed = await other.query(search);
    expect([failed.data, failed.errors?.map(({ extensions }) => extensions.code)]).toEqual([
      { appointments: null },
      ['UPSTREAM_UNAVAILABLE'],
    ]);
    expect(failed.calls.map((call) => call.path)).toEqual(['/TimeZone/base']);
    const { calls, errors } = await other.query(search);
    expect(errors).toBeUndefined();
    expect(calls.map((call) => call.path)).toEqual(['/TimeZone/base', '/Appointment']);
    expect(calls[1]?.query.$filter).toContain("date afterTime '2026-07-01T08:00:01'");
  });

  test.each([
    [{ Error: true, ErrorType: 'SoServerException', Message: 'No.' }],
    [{ TZLocationCode: 5, TZLocationID: 0 }],
    [{ TZLocationCode: '', TZLocationID: null }],
    [[]],
  ])('in a base zone are not read by an answer that names none: %j', async (body) => {
    await using other = await startCrm(inBase);
    other.superoffice.faults.add({ path: '^/TimeZone/base', times: 1, fault: { kind: 'wrongShape', body } });
    const failed = await other.query('{ appointment(appointmentId: 101) { startDate } }');
    expect([failed.data, failed.errors?.map(({ extensions }) => extensions.code)]).toEqual([
      { appointment: null },
      ['UPSTREAM_INVALID_RESPONSE'],
    ]);
    expect(failed.calls.map(({ path }) => path)).toEqual(['/TimeZone/base']);
    // Nor is such an answer kept.
    const { data, errors, calls } = await other.query('{ appointment(appointmentId: 101) { startDate } }');
    expect(errors).toBeUndefined();
    expect(data.appointment?.startDate).toBe('2026-02-05T15:00:00Z');
    expect(calls.map(({ path }) => path)).toEqual(['/TimeZone/base', '/Appointment']);
  });

  test('in the base zone keep nobody waiting who asks for none of them', async () => {
    await using other = await startCrm(inBase);
    other.superoffice.faults.add({ path: '^/TimeZone/base', fault: { kind: 'status', status: 500 } });
    const { data, errors, calls } = await other.query(
      '{ appointment(appointmentId: 101) { appointmentId participants { email } } estates(first: 1) { totalCount } }',
    );
    expect(errors).toBeUndefined();
    expect(data).toMatchObject({ appointment: { appointmentId: 101 }, estates: { totalCount: expect.any(Number) } });
    // The ticket is proven for the estates.
    expect(calls.map((call) => call.path).sort()).toEqual(['/Appointment/101', '/User/currentPrincipal']);
  });
});

describe('entities and carriers', () => {
  test.each([
    ['the server offers its own zone for all but UTC', { dates: { conversion: 'serverOffset' } }],
    ['stamps without offset are of the zone asked for', { dates: { stampsWithoutOffset: 'request' } }],
    ['empty dates are tagged UTC', { dates: { emptyDates: 'utc' } }],
    ['the zone is not told', { zoneEcho: false }],
  ] as const)('are read right where %s', async (_what, superoffice) => {
    await using other = await startCrm({ seed, superoffice });
    const rows = [...other.superoffice.world().appointments.values()].slice(0, edges.length);
    const { data } = await other.query(entities, {}, { headers: { 'so-timezone': 'NO' } });
    expect(data).toMatchObject({ appointments: { nodes: rows.map((row) => expected(row, 'Europe/Oslo')) } });
    const { data: one } = await other.query(single(103), {}, { headers: { 'so-timezone': 'NO' } });
    expect(one).toMatchObject({ appointment: expected(rows[2] as AppointmentRecord, 'Europe/Oslo') });
  });

  test('no date is null, never a year one', async () => {
    const { contacts } = crm.superoffice.world();
    const never = pick(contacts, ({ updatedAt, deletedAt }) => updatedAt === null && deletedAt === null);
    const { data } = await crm.query(
      `query Never($id: Int!) { row: contact(contactId: $id) { updatedAt updatedBy { name } }
        entity: contact(contactId: $id) { updatedAt updatedBy { name } phones { value } } }`,
      { id: never.id },
      { headers: { 'so-timezone': 'NO' } },
    );
    expect(data).toMatchObject({
      row: { updatedAt: null, updatedBy: null },
      entity: { updatedAt: null, updatedBy: null },
    });
  });
});
