import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { AppointmentRecord, ContactRecord, TenantWorld } from '../../src/simulator/store.ts';
import { type Crm, expectRequests, startCrm } from '../crm.ts';
import {
  byNumber,
  type Compare,
  declared,
  descending,
  type ListArgs,
  listField,
  pageOf,
  sortedIds,
} from './list-walk.ts';

const [FIRST, PARENTS, ROWS] = [1_001, 195, 2_000];

/** Two thousand appointments that lie evenly over 195 companies, in an order that has nothing to do with their keys. */
function seed(world: TenantWorld): void {
  const [contact] = [...world.contacts.values()].filter(({ deletedAt }) => deletedAt === null);
  for (let id = FIRST; id < FIRST + PARENTS; id++) world.contacts.set(id, { ...(contact as ContactRecord), id });
  const [sample] = world.appointments.values() as Iterable<AppointmentRecord>;
  world.appointments.clear();
  for (let at = 0; at < ROWS; at++) {
    const id = 10_001 + at;
    const startAt = Date.parse('2026-01-01T00:00:00Z') + ((at * 7) % 500) * 3_600_000;
    const createdAt = Date.parse('2026-01-01T00:00:00Z') + (at % 10) * 1_000;
    const own = {
      contactId: FIRST + ((at * 7) % PARENTS),

      startAt,
      createdAt,
      updatedAt: null,
    };
    world.appointments.set(id, { ...(sample as AppointmentRecord), id, ...own });
  }
}

let crm: Crm;
beforeAll(async () => {
  crm = await startCrm({ seed, settings: { MAX_COST: '100000', MAX_UPSTREAM_CALLS: '1000' } });
});
afterAll(() => crm.close());

const byStart = byNumber<AppointmentRecord>(({ startAt }) => startAt);
const byCreation = byNumber<AppointmentRecord>(({ createdAt }) => createdAt);
const DESC = 'DESC' as const;
const half = { createdAt: { before: '2026-01-01T00:00:05Z' } };
const inHalf = ({ createdAt }: AppointmentRecord) => createdAt < Date.parse('2026-01-01T00:00:05Z');
const all = () => true;

describe('lists of many parents that one answer does not hold', () => {
  test.each<[string, ListArgs, number, Compare<AppointmentRecord>[], (row: AppointmentRecord) => boolean, number]>([
    ['by key: each round goes on behind the one before', { first: 20 }, 195, [], all, 4],
    ['from the end', { last: 20 }, 195, [], all, 4],
    ['with more rows asked for than there are', { first: 45 }, 95, [], all, 2],
    [
      'by the start, downwards',
      { first: 20, orderBy: [{ field: 'START_DATE', direction: DESC }] },
      195,
      [descending(byStart)],
      all,
      4,
    ],
    ['with rows that are decided here', { first: 20, filter: half }, 195, [], inHalf, 4],
    [
      'by the creation, which no request can go on behind',
      { first: 20, orderBy: [{ field: 'CREATED_AT' }] },
      195,
      [byCreation],
      all,
      6,
    ],
    ['some of which are full', { first: 7, orderBy: [{ field: 'CREATED_AT' }] }, 195, [byCreation], all, 4],
  ])('%s', async (_name, args, parents, order, keep, most) => {
    crm.superoffice.clear();
    const size = args.first ?? args.last ?? 0;
    const filter = `{ contactId: { between: { from: ${FIRST}, to: ${FIRST + parents - 1} } } }`;
    const text: string = `${declared('appointments', args)} { contacts(first: ${parents}, filter: ${filter}) { nodes { contactId ${listField('appointments', args)} } } }`;
    const { data, errors, calls } = await crm.query(text, { ...args });
    expect(errors).toBeUndefined();
    const { nodes } = (data as { contacts: { nodes: { contactId: number; appointments: unknown }[] } }).contacts;
    expect(nodes).toHaveLength(parents);
    for (const { contactId, appointments } of nodes) {
      const rows = [...crm.superoffice.world().appointments.values()].filter((row) => row.contactId === contactId);
      const sorted = sortedIds(rows.filter(keep), ...order);
      const { ids, pageInfo } = pageOf('appointments', appointments);
      expect(ids, `company ${contactId}`).toEqual(args.last ? sorted.slice(-size) : sorted.slice(0, size));
      expect([pageInfo.hasNextPage, pageInfo.hasPreviousPage]).toEqual([
        !args.last && sorted.length > size,
        !!args.last && sorted.length > size,
      ]);
    }
    expectRequests(calls, most);
    const urls = calls.map(({ path, query }) => `${path} ${JSON.stringify(query)}`);
    expect(new Set(urls).size).toBe(urls.length);
  });
});
