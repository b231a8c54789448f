import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { AppointmentRecord, TenantWorld } from '../../src/simulator/store.ts';
import { type Crm, expectRequests, startCrm } from '../crm.ts';
import { type ListArgs, page, walk } from './list-walk.ts';

const KEPT = [10_700, 11_250, 11_251];

/** Thirteen hundred appointments that the CRM takes for ones of the day, since they end a day later, and three of the day itself. */
function seed(world: TenantWorld): void {
  const [sample] = world.appointments.values() as Iterable<AppointmentRecord>;
  world.appointments.clear();
  for (let id = 10_001; id <= 11_300; id++) {
    const endAt = Date.parse(KEPT.includes(id) ? '2026-03-05T10:00:00Z' : '2026-03-06T10:00:00Z');
    world.appointments.set(id, { ...(sample as AppointmentRecord), id, startAt: endAt, endAt });
  }
}

let crm: Crm;
beforeAll(async () => {
  crm = await startCrm({ seed, settings: { MAX_UPSTREAM_CALLS: '1000' } });
});
afterAll(() => crm.close());
beforeEach(() => crm.superoffice.clear());

const filter = { endDate: { on: '2026-03-05' } };
const byEnd = [{ field: 'END_DATE', direction: 'DESC' as const }];

describe('where rows are decided here, much is read at a time, however small the page', () => {
  test.each<[string, ListArgs, number[], number[]]>([
    ['by key', { first: 1 }, [10_700], [2, 200, 1_000, 1_000]],
    ['by key, from the end', { last: 1 }, [11_251], [2, 200]],
    ['by a column that counts places', { first: 1, orderBy: byEnd }, [10_700], [2, 200, 1_000, 1_000]],
    ['by such a column, from the end', { last: 1, orderBy: byEnd }, [11_251], [2]],
    ['a page larger than a step', { first: 400, orderBy: byEnd }, KEPT, [401, 1_000]],
    ['none of them', { first: 1, filter: { endDate: { on: '2026-03-07' } } }, [], [2, 200, 1_000, 1_000]],
  ])('%s', async (_name, args, ids, steps) => {
    expect((await page(crm, 'appointments', { filter, ...args })).ids).toEqual(ids);
    const calls = crm.superoffice.calls();
    expectRequests(calls, steps.length);
    expect([...new Set(calls.map(({ query }) => query.$top))]).toEqual([...new Set(steps.map(String))]);
  });

  test.each<ListArgs>([{ first: 1 }, { last: 1 }, { first: 2, orderBy: byEnd }, { last: 2, orderBy: byEnd }])(
    'and pages follow each other without a gap: %j',
    async (args) => {
      expect((await walk(crm, 'appointments', { filter, ...args })).ids).toEqual(KEPT);
    },
  );

  test('a cursor is gone from in both directions', async () => {
    const { cursors } = await page(crm, 'appointments', { first: 3, filter, orderBy: byEnd });
    crm.superoffice.clear();
    const before = await page(crm, 'appointments', { last: 1, before: cursors[1] as string, filter, orderBy: byEnd });
    expect(before.ids).toEqual([10_700]);
    expectRequests(crm.superoffice.calls(), 3);
  });
});
