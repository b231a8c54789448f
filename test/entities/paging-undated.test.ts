import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type AppointmentRecord, OPEN_END, type TenantWorld } from '../../src/simulator/store.ts';
import { type Answer, type Crm, expectRequests, startCrm } from '../crm.ts';
import { expectKept } from './filter-cases.ts';
import { byNumber, descending, type ListArgs, sortedIds, walk } from './list-walk.ts';

const [YEAR_1753, YEAR_9999] = [Date.UTC(1753, 0, 1), Date.UTC(9999, 11, 31)];
const starts: Record<number, number> = {
  101: Date.parse('2026-03-02T09:00:00Z'),
  102: YEAR_9999,
  103: YEAR_1753,
  104: Date.parse('2026-03-02T08:00:00Z'),
  105: YEAR_1753,
  106: OPEN_END,
  107: OPEN_END,
};

/** Starts that say "no date" in each way that the CRM has (year 1 aside, which is none of an appointment), two of them twice. */
function seed(world: TenantWorld): void {
  const [sample] = world.appointments.values() as Iterable<AppointmentRecord>;
  world.appointments.clear();
  for (const [key, startAt] of Object.entries(starts)) {
    const id = Number(key);
    world.appointments.set(id, { ...(sample as AppointmentRecord), id, startAt });
  }
}

const byStart = byNumber<AppointmentRecord>(({ startAt }) => startAt);
const isDated = ({ startAt }: AppointmentRecord) => startAt > YEAR_1753 && startAt < YEAR_9999;

describe.each(['request', 'requestWithOffset', 'utc'] as const)('rows are written in the zone %s', (zone) => {
  let crm: Crm;
  beforeAll(async () => {
    crm = await startCrm({ seed, superoffice: { archive: { zone } } });
  });
  afterAll(() => crm.close());
  beforeEach(() => crm.superoffice.clear());

  test.each<ListArgs>([{ first: 1 }, { last: 1 }, { first: 2 }, { last: 2 }])(
    'pages by the start go past rows without one: %j',
    async (args) => {
      const rows = () => crm.superoffice.world().appointments.values();
      const size = args.first ?? args.last ?? 0;
      for (const [direction, order] of [
        ['ASC', byStart],
        ['DESC', descending(byStart)],
      ] as const) {
        crm.superoffice.clear();
        const walked = await walk(crm, 'appointments', { ...args, orderBy: [{ field: 'START_DATE', direction }] });
        expect(walked.ids).toEqual(sortedIds(rows(), order));
        expectRequests(crm.superoffice.calls(), Math.ceil(7 / size));
      }
    },
  );

  test('a filter on the start leaves them out, however open it is', async () => {
    const noon = '2026-03-02T08:30:00Z';
    const kept = (holds: (startAt: number) => boolean) => (row: AppointmentRecord) =>
      isDated(row) && holds(row.startAt);
    const earlier = kept((startAt) => startAt < Date.parse(noon));
    expect(await expectKept(crm, 'appointments', { startDate: { before: noon } }, earlier)).toBe(1);
    const later = kept((startAt) => startAt > Date.parse(noon));
    expect(await expectKept(crm, 'appointments', { startDate: { after: noon } }, later)).toBe(1);
    expect(await expectKept(crm, 'appointments', { startDate: {} }, () => true)).toBe(7);
    const [first] = crm.superoffice.calls();
    expect(first?.query.$filter).toMatch(
      /^date afterTime '1761-01-01T00:00:00' and date beforeTime '2026-03-02T08:30:00'/,
    );
  });

  test('an open start shows nothing', async () => {
    const { data, errors } = await crm.query(
      '{ appointments(orderBy: [{ field: START_DATE }]) { nodes { appointmentId startDate } } }',
    );
    expect(errors).toBeUndefined();
    expect(data.appointments?.nodes.map(({ startDate }) => startDate)).toEqual([
      null,
      null,
      '2026-03-02T08:00:00Z',
      '2026-03-02T09:00:00Z',
      null,
      null,
      null,
    ]);
  });
});

test('pages of children, too', async () => {
  await using crm = await startCrm({ seed });
  const order = 'orderBy: [{ field: START_DATE, direction: DESC }]';
  const [{ contactId } = { contactId: 0 }] = crm.superoffice
    .world()
    .appointments.values() as Iterable<AppointmentRecord>;
  const text: string = `query ($first: Int, $after: String) { contact(contactId: ${contactId}) {
    appointments(first: $first, after: $after, ${order}) { nodes { appointmentId } pageInfo { endCursor hasNextPage } } } }`;
  const found: number[] = [];
  let after: string | null = null;
  do {
    const answer: Answer<unknown> = await crm.query(text, { first: 3, after });
    const { nodes, pageInfo } = (answer.data as { contact: { appointments: Children } }).contact.appointments;
    found.push(...nodes.map(({ appointmentId }) => appointmentId));
    after = pageInfo.hasNextPage ? pageInfo.endCursor : null;
  } while (after !== null && found.length < 20);
  expect(found).toEqual(sortedIds(crm.superoffice.world().appointments.values(), descending(byStart)));
});

interface Children {
  nodes: { appointmentId: number }[];
  pageInfo: { endCursor: string; hasNextPage: boolean };
}
