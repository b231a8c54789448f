import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type AppointmentRecord, OPEN_END, type TenantWorld } from '../../src/simulator/store.ts';
import { type Crm, startCrm } from '../crm.ts';
import { expectKept } from './filter-cases.ts';
import { byNumber, ids, page, sortedIds, walk } from './list-walk.ts';

const SECOND = 1_000;
/** Clocks in Norway leave out 02:00 to 03:00 on the first and show it twice on the second. */
const edges = [Date.parse('2026-03-29T01:00:00Z'), Date.parse('2026-10-25T01:00:00Z')];
const noon = Date.parse('2026-03-04T12:00:00Z');

/** Appointments at every second around noon, at every ten minutes around the edges of summer time, and with odd ends. */
function seed(world: TenantWorld): void {
  const [sample] = world.appointments.values() as Iterable<AppointmentRecord>;
  world.appointments.clear();
  const instants = [
    ...Array.from({ length: 9 }, (_, at) => noon + (at - 4) * SECOND),
    ...edges.flatMap((edge) => Array.from({ length: 37 }, (_, at) => edge + (at - 18) * 600 * SECOND)),
  ];
  instants.forEach((instant, at) => {
    // Keys run against the order of time, so that neither can stand in for the other.
    const id = 2_000 - at;
    const dates = { startAt: instant, endAt: instant, createdAt: instant, updatedAt: instant };
    world.appointments.set(id, { ...(sample as AppointmentRecord), id, ...dates });
  });
  const odd = { startAt: noon, createdAt: noon, updatedAt: null };
  world.appointments.set(3_000, { ...(sample as AppointmentRecord), id: 3_000, ...odd, endAt: null });
  world.appointments.set(3_001, { ...(sample as AppointmentRecord), id: 3_001, ...odd, endAt: OPEN_END });
}

const at = (text: string) => Date.parse(text);
type Reads = (row: AppointmentRecord) => number | null;
const fields: Record<string, Reads> = {
  startDate: ({ startAt }) => startAt,
  createdAt: ({ createdAt }) => createdAt,
  updatedAt: ({ updatedAt }) => updatedAt,
};

/** Bounds to the second and between seconds, with and without offset, on and around the edges of summer time. */
const bounds = [
  '2026-03-04T12:00:00Z',
  '2026-03-04T11:59:58Z',
  '2026-03-04T13:00:01+01:00',
  '2026-03-04T07:00:02-0500',
  '2026-03-04T12:00:00.500Z',
  '2026-03-04T11:59:59.999Z',
  '2026-03-29T01:00:00Z',
  '2026-03-29T03:10:00+02:00',
  '2026-10-25T02:30:00+02:00',
  '2026-10-25T02:30:00+01:00',
  '2026-10-25T00:00:00+02:00',
];

async function proveBounds(
  crm: Crm,
  headers: Record<string, string>,
  tried = bounds,
  told = (instant: number) => instant,
): Promise<void> {
  for (const [field, stored] of Object.entries(fields)) {
    const read = (row: AppointmentRecord) => {
      const instant = stored(row);
      return instant === null ? null : told(instant);
    };
    const keeps = (holds: (instant: number) => boolean) => (row: AppointmentRecord) => {
      const instant = read(row);
      return instant !== null && holds(instant);
    };
    for (const [index, bound] of tried.entries()) {
      const limit = at(bound);
      await expectKept(
        crm,
        'appointments',
        { [field]: { before: bound } },
        keeps((instant) => instant < limit),
        { headers },
      );
      await expectKept(
        crm,
        'appointments',
        { [field]: { after: bound } },
        keeps((instant) => instant > limit),
        { headers },
      );
      const to = tried[(index + 3) % tried.length] as string;
      const between = keeps((instant) => instant >= limit && instant < at(to));
      await expectKept(crm, 'appointments', { [field]: { between: { from: bound, to } } }, between, { headers });
    }
  }
}

describe('instants, exact to the second', () => {
  const manners = ['request', 'requestWithOffset', 'utc'] as const;
  test.each(manners)(
    'where the CRM writes rows in the zone: %s',
    async (zone) => {
      await using crm = await startCrm({ seed, superoffice: { archive: { zone } } });
      await proveBounds(crm, {});
      await proveBounds(crm, { 'so-timezone': 'Europe/Oslo' });
    },
    60_000,
  );

  test('where the CRM writes rows by the clock of the tenant, but for the hour that it shows twice', async () => {
    const settings = { SUPEROFFICE_ARCHIVE_ZONE: 'base' };
    await using crm = await startCrm({ seed, settings, superoffice: { archive: { zone: 'base' } } });
    const told = bounds.filter((bound) => !bound.startsWith('2026-10-25T02'));
    await proveBounds(crm, {}, told);
    await proveBounds(crm, { 'so-timezone': 'US-NY' }, told);
  });

  test('where that clock shows an hour twice, bounds in its second hour are held against what rows say', async () => {
    const settings = { SUPEROFFICE_ARCHIVE_ZONE: 'base' };
    await using crm = await startCrm({ seed, settings, superoffice: { archive: { zone: 'base' } } });
    const [from, to] = [at('2026-10-25T02:00:00+01:00'), at('2026-10-25T03:00:00+01:00')];
    const told = (instant: number) => (instant >= from && instant < to ? instant - 3_600_000 : instant);
    const second = ['2026-10-25T02:00:00+01:00', '2026-10-25T02:30:00+01:00', '2026-10-25T03:00:00+01:00'];
    await proveBounds(crm, {}, second, told);
  });

  test('where the CRM compares instants on every date column', async () => {
    await using crm = await startCrm({ seed, superoffice: { archive: { timeOnAnyDate: true } } });
    await proveBounds(crm, { 'so-timezone': 'US-NY' });
  });

  test.each(['request', 'base'] as const)(
    'the order by start goes through both edges: rows in the zone %s',
    async (zone) => {
      await using crm = await startCrm({
        seed,
        settings: { SUPEROFFICE_ARCHIVE_ZONE: zone },
        superoffice: { archive: { zone } },
      });
      const order = [{ field: 'START_DATE' }];
      const rows = crm.superoffice.world().appointments.values();
      const expected = sortedIds(
        rows,
        byNumber<AppointmentRecord>(({ startAt }) => startAt),
      );
      expect((await walk(crm, 'appointments', { first: 4, orderBy: order })).ids).toEqual(expected);
      expect((await walk(crm, 'appointments', { last: 4, orderBy: order })).ids).toEqual(expected);
    },
  );
});

describe('one CRM', () => {
  let crm: Crm;
  beforeAll(async () => {
    crm = await startCrm({ seed });
  });
  afterAll(() => crm.close());

  test('bounds beyond all years are no bounds, or leave nothing', async () => {
    for (const [field, read] of Object.entries(fields)) {
      const dated = (row: AppointmentRecord) => read(row) !== null;
      for (const before of ['9999-12-31T23:59:59Z', '9999-12-30T00:00:00Z', '9999-12-31T23:59:59-12:00']) {
        await expectKept(crm, 'appointments', { [field]: { before } }, dated);
        await expectKept(crm, 'appointments', { [field]: { after: before } }, () => false);
      }
      for (const after of [
        '0001-01-01T00:00:00Z',
        '0000-01-01T00:00:00Z',
        '0001-01-01T00:00:00+14:00',
        '1753-01-01T00:00:00Z',
      ]) {
        await expectKept(crm, 'appointments', { [field]: { after } }, dated);
        await expectKept(crm, 'appointments', { [field]: { before: after } }, () => false);
        await expectKept(
          crm,
          'appointments',
          { [field]: { between: { from: after, to: '9999-12-31T23:59:59Z' } } },
          dated,
        );
      }
    }
    for (const on of ['0000-01-01', '0001-01-01', '9999-12-31']) {
      for (const field of ['startDate', 'endDate', 'createdAt'])
        await expectKept(crm, 'appointments', { [field]: { on } }, () => false);
    }
  });

  test('an empty range sends nothing', async () => {
    crm.superoffice.clear();
    for (const field of ['startDate', 'endDate', 'createdAt', 'updatedAt']) {
      const between = { from: '2026-03-05T00:00:00Z', to: '2026-03-04T00:00:00Z' };
      await expectKept(crm, 'appointments', { [field]: { between } }, () => false);
      await expectKept(crm, 'appointments', { [field]: { after: between.from, before: between.to } }, () => false);
    }
    expect(crm.superoffice.calls()).toEqual([]);
  });

  test('a date without operators is no condition', async () => {
    for (const field of ['startDate', 'endDate', 'createdAt'])
      await expectKept(crm, 'appointments', { [field]: {} }, () => true);
  });

  describe('the end of an appointment goes by its day', () => {
    const dayOf = (instant: number) => new Date(instant + 3_600_000).toISOString().slice(0, 10);
    const options = { headers: { 'so-timezone': 'Europe/Oslo' } };
    const ended =
      (holds: (day: string) => boolean) =>
      ({ endAt }: AppointmentRecord) =>
        endAt !== null &&
        endAt !== OPEN_END &&
        holds(endAt < (edges[0] as number) || endAt >= (edges[1] as number) ? dayOf(endAt) : dayOf(endAt + 3_600_000));

    test.each([
      ['2026-03-04T12:00:00Z', '2026-03-04'],
      ['2026-03-28T22:59:59Z', '2026-03-28'],
      ['2026-03-28T23:00:00Z', '2026-03-29'],
      ['2026-10-24T21:59:59Z', '2026-10-24'],
      ['2026-10-24T22:00:00Z', '2026-10-25'],
      ['2026-10-25T00:30:00+02:00', '2026-10-25'],
    ])('%s stands for %s', async (instant, day) => {
      const found = [
        await expectKept(
          crm,
          'appointments',
          { endDate: { before: instant } },
          ended((each) => each < day),
          options,
        ),
        await expectKept(
          crm,
          'appointments',
          { endDate: { after: instant } },
          ended((each) => each > day),
          options,
        ),
        await expectKept(
          crm,
          'appointments',
          { endDate: { on: day } },
          ended((each) => each === day),
          options,
        ),
      ];
      expect(found.reduce((sum, each) => sum + each)).toBe(crm.superoffice.world().appointments.size - 2);
      const between = { from: instant, to: '2026-10-25T12:00:00Z' };
      await expectKept(
        crm,
        'appointments',
        { endDate: { between } },
        ended((each) => each >= day && each < '2026-10-25'),
        options,
      );
    });
  });

  test('pages that are decided here are filled, from both ends and in every order', async () => {
    const filter = { createdAt: { between: { from: '2026-10-25T00:40:00Z', to: '2026-10-25T02:00:00Z' } } };
    const expected = await ids(crm, 'appointments', { first: 500, filter });
    expect(expected).toHaveLength(8);
    for (const orderBy of [[], [{ field: 'START_DATE' }], [{ field: 'TASK' }, { field: 'CREATED_AT' }]]) {
      const forward = await walk(crm, 'appointments', { first: 3, filter, orderBy });
      expect(forward.pages.map((each) => each.ids.length)).toEqual([3, 3, 2]);
      expect(forward.ids.toSorted()).toEqual(expected);
      expect((await walk(crm, 'appointments', { last: 3, filter, orderBy })).ids).toEqual(forward.ids);
    }
    const exact = await page(crm, 'appointments', { first: 8, filter });
    expect(exact.pageInfo).toMatchObject({ hasNextPage: false, hasPreviousPage: false });
  });
});
