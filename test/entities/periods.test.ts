import { Temporal } from 'temporal-polyfill';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { AppointmentRecord, TenantWorld } from '../../src/simulator/store.ts';
import { type Crm, startCrm } from '../crm.ts';
import { expectKept } from './filter-cases.ts';

const zones = ['Europe/Oslo', 'America/New_York'] as const;
const SECOND = 1_000;

/** Asked for the same few thousand instants again and again. */
const daysKnown = new Map(zones.map((zone): [string, Map<number, Temporal.PlainDate>] => [zone, new Map()]));

function dayIn(instant: number, zone: string): Temporal.PlainDate {
  const known = daysKnown.get(zone)?.get(instant);
  if (known) return known;
  const day = Temporal.Instant.fromEpochMilliseconds(instant).toZonedDateTimeISO(zone).toPlainDate();
  daysKnown.get(zone)?.set(instant, day);
  return day;
}

const midnight = (day: Temporal.PlainDate, zone: string) => day.toZonedDateTime(zone).epochMilliseconds;

/** Appointments around every midnight of two years in both zones: one second before it, at it, and at noon. */
function seed(world: TenantWorld): void {
  const [sample] = world.appointments.values() as Iterable<AppointmentRecord>;
  world.appointments.clear();
  let id = 1_000;
  const add = (startAt: number) => {
    id += 1;
    world.appointments.set(id, {
      ...(sample as AppointmentRecord),
      id,
      startAt,
      endAt: startAt,
      createdAt: startAt,
      updatedAt: startAt,
    });
  };
  for (let day = Temporal.PlainDate.from('2025-06-20'); day.year < 2027 || day.month < 5; day = day.add({ days: 1 })) {
    for (const zone of zones) {
      add(midnight(day, zone) - SECOND);
      add(midnight(day, zone));
    }
    add(Date.parse(`${day}T12:00:00Z`));
  }
}

let crm: Crm;
beforeAll(async () => {
  crm = await startCrm({ seed });
});
afterAll(() => crm.close());

type Holds = (day: Temporal.PlainDate, today: Temporal.PlainDate) => boolean;

const weeksApart = (day: Temporal.PlainDate, today: Temporal.PlainDate) => {
  const monday = (date: Temporal.PlainDate) => date.subtract({ days: date.dayOfWeek - 1 });
  return monday(today).until(monday(day)).days / 7;
};
const monthsApart = (day: Temporal.PlainDate, today: Temporal.PlainDate) =>
  (day.year - today.year) * 12 + day.month - today.month;
const quarter = (day: Temporal.PlainDate) => day.year * 4 + Math.floor((day.month - 1) / 3);
const half = (day: Temporal.PlainDate) => day.year * 2 + Math.floor((day.month - 1) / 6);

const periods: Record<string, Holds> = {
  TODAY: (day, today) => day.equals(today),
  BEFORE_TODAY: (day, today) => Temporal.PlainDate.compare(day, today) < 0,
  AFTER_TODAY: (day, today) => Temporal.PlainDate.compare(day, today) > 0,
  LAST_WEEK: (day, today) => weeksApart(day, today) === -1,
  THIS_WEEK: (day, today) => weeksApart(day, today) === 0,
  NEXT_WEEK: (day, today) => weeksApart(day, today) === 1,
  LAST_MONTH: (day, today) => monthsApart(day, today) === -1,
  THIS_MONTH: (day, today) => monthsApart(day, today) === 0,
  NEXT_MONTH: (day, today) => monthsApart(day, today) === 1,
  LAST_QUARTER: (day, today) => quarter(day) === quarter(today) - 1,
  THIS_QUARTER: (day, today) => quarter(day) === quarter(today),
  NEXT_QUARTER: (day, today) => quarter(day) === quarter(today) + 1,
  THIS_HALF: (day, today) => half(day) === half(today),
  THIS_YEAR: (day, today) => day.year === today.year,
};

/** Moments at which the two zones are in different years, weeks, halves or days, and edges of summer time. */
const moments = [
  '2026-12-31T22:59:00Z',
  '2026-12-31T23:00:00Z',
  '2027-01-01T04:59:00Z',
  '2027-01-01T05:00:00Z',
  '2025-12-31T12:00:00Z',
  '2026-01-04T23:30:00Z',
  '2026-06-30T22:30:00Z',
  '2026-03-29T00:59:00Z',
  '2026-10-25T01:30:00Z',
  '2026-11-01T05:30:00Z',
];

describe.each(zones)('in %s', (zone) => {
  const options = { headers: { 'so-timezone': zone } };

  test.each(Object.keys(periods))(
    'the period %s, whenever it is asked for',
    async (period) => {
      const holds = periods[period] as Holds;
      for (const moment of moments) {
        crm.superoffice.clock.set(new Date(moment));
        const today = dayIn(Date.parse(moment), zone);
        const keeps = ({ startAt }: AppointmentRecord) => holds(dayIn(startAt, zone), today);
        expect(
          await expectKept(crm, 'appointments', { startDate: { period } }, keeps, options),
          moment,
        ).toBeGreaterThan(0);
      }
    },
    60_000,
  );

  test.each(['TODAY', 'THIS_WEEK', 'LAST_MONTH', 'NEXT_QUARTER', 'BEFORE_TODAY'])(
    'the period %s on columns that know days alone',
    async (period) => {
      const holds = periods[period] as Holds;
      for (const moment of moments.slice(0, 4)) {
        crm.superoffice.clock.set(new Date(moment));
        const today = dayIn(Date.parse(moment), zone);
        const keeps = ({ startAt }: AppointmentRecord) => holds(dayIn(startAt, zone), today);
        for (const field of ['createdAt', 'updatedAt', 'endDate']) {
          await expectKept(crm, 'appointments', { [field]: { period } }, keeps, options);
        }
      }
    },
    60_000,
  );

  /** Ordinary days, the ends of a year, and the days of 23 and of 25 hours. */
  const days = [
    '2026-01-01',
    '2025-12-31',
    '2026-02-28',
    '2026-03-08',
    '2026-03-29',
    '2026-03-30',
    '2026-10-24',
    '2026-10-25',
    '2026-11-01',
  ];
  test.each(days)('on %s', async (on) => {
    const keeps = ({ startAt }: AppointmentRecord) => dayIn(startAt, zone).toString() === on;
    for (const field of ['startDate', 'endDate', 'createdAt', 'updatedAt']) {
      expect(await expectKept(crm, 'appointments', { [field]: { on } }, keeps, options)).toBeGreaterThan(2);
    }
  });
});

test('every period of the graph is in this test', async () => {
  const { data } = await crm.query('{ __type(name: "Period") { enumValues { name } } }');
  const { enumValues } = (data as { __type: { enumValues: { name: string }[] } }).__type;
  expect(enumValues.map(({ name }) => name).sort()).toEqual(Object.keys(periods).sort());
});

test('the zone of the server’s default counts where a request names none', async () => {
  crm.superoffice.clock.set(new Date('2026-12-31T23:30:00Z'));
  const keeps = ({ startAt }: AppointmentRecord) => dayIn(startAt, 'UTC').toString() === '2026-12-31';
  expect(await expectKept(crm, 'appointments', { startDate: { period: 'TODAY' } }, keeps)).toBeGreaterThan(2);
});

test('several date operators hold at once', async () => {
  crm.superoffice.clock.set(new Date('2026-06-15T12:00:00Z'));
  const [after, before] = ['2026-06-10T12:00:00Z', '2026-06-20T22:00:00Z'];
  const keeps = ({ startAt }: AppointmentRecord) =>
    startAt > Date.parse(after) && startAt < Date.parse(before) && dayIn(startAt, 'UTC').month === 6;
  const dates = { after, before, period: 'THIS_MONTH' };
  expect(await expectKept(crm, 'appointments', { startDate: dates }, keeps)).toBeGreaterThan(20);
  expect(await expectKept(crm, 'appointments', { createdAt: dates }, keeps)).toBeGreaterThan(20);
  crm.superoffice.clear();
  await expectKept(crm, 'appointments', { startDate: { on: '2026-06-10', period: 'NEXT_MONTH' } }, () => false);
  expect(crm.superoffice.calls()).toEqual([]);
});
