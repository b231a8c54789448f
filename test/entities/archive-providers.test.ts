import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { TenantWorld } from '../../src/simulator/store.ts';
import { type Crm, expectRequests, startCrm } from '../crm.ts';
import { asked, walk } from './archive-question.ts';

let crm: Crm;
beforeAll(async () => {
  // FindContact joins all persons of a company, so that rows that multiply come by the hundreds.
  crm = await startCrm({ superoffice: { archive: { toMany: 'first' } } });
});
afterAll(() => crm.close());

const table: Readonly<Record<string, { columns: Readonly<Record<string, readonly [string | null, boolean]>> }>> =
  JSON.parse(readFileSync(new URL('../../src/upstream/superoffice/archive-columns.json', import.meta.url), 'utf8'));

/** What the rows of a provider stand by when no order is asked for, as its reference allows it. */
const defaultOrders: Readonly<Record<string, string | undefined>> = {
  SimpleContact: 'contactId asc',
  FindContact: 'contactId asc',
  Person: 'personId asc',
  FindAppointment: 'appointmentId asc',
  FindProject: 'projectId asc',
  FindSale: 'saleId asc',
  FindDocument: 'documentId asc',
  FindSelection: 'selectionId asc',
  Ticket: 'ticketId asc',
  ContactActivity: 'formSubmissionId asc,documentId asc,mailingId asc,appointmentId asc',
  PersonActivity: 'mailingId asc,formSubmissionId asc,documentId asc,appointmentId asc',
  ProjectActivity: 'mailingId asc,documentId asc,appointmentId asc',
  ContactProjects: 'projectId asc',
  ProjectMember: 'projectMemberId asc',
  Relation: 'relationId asc',
  TimeZones: 'timeZone asc',
  UserPreferences: 'userpreferenceId asc',
  AllUsers: 'associateDbId asc',
  ListItems: undefined,
  ForeignKeys: 'keyId asc',
  Participants: 'fullName asc',
  SelectionMemberStatic: 'targetTableNumber asc,targetRecordId asc',
  TicketMessage: 'createdAt asc,messageId asc',
};

test('every documented provider is known here', () => {
  expect(Object.keys(defaultOrders).sort()).toEqual(Object.keys(table).sort());
});

describe('by its default order', () => {
  test.each(Object.keys(defaultOrders))('%s', async (provider) => {
    const columns = Object.keys(table[provider]?.columns ?? {})
      .filter((name) => !/^get|Restriction/.test(name))
      .slice(0, 3);
    const { page, errors, calls } = await asked(crm, { provider, columns, first: 2 });
    expect(errors).toEqual([]);
    expect(page?.nodes.every((row) => Object.keys(row).join() === columns.join())).toBe(true);
    expectRequests(calls, 1);
    expect(calls[0]?.query).toMatchObject({ $filter: 'getAllRows=true', $top: '3' });
    expect(calls[0]?.query.$orderBy?.split(',').sort()).toEqual(defaultOrders[provider]?.split(',').sort());
  });
});

describe('a walk through all rows loses none and repeats none', () => {
  const alive = (rows: Iterable<{ id: number; deletedAt: number | null }>) =>
    [...rows].filter(({ deletedAt }) => deletedAt === null).map(({ id }) => id);
  const expected: [string, string, (world: TenantWorld) => readonly unknown[]][] = [
    ['FindContact', 'contactId', (world) => alive(world.contacts.values())],
    ['ForeignKeys', 'keyId', (world) => world.foreignKeys.map(({ id }) => id)],
    ['AllUsers', 'assocName', (world) => [...world.associates.values()].map(({ name }) => name)],
    ['TimeZones', 'timeZone', () => []],
    [
      'ListItems',
      'listItemsId',
      (world) =>
        [...world.lists.values()].flatMap(({ items }) => items.filter((item) => !item.deleted)).map(({ id }) => id),
    ],
  ];
  test.each(expected)('%s', async (provider, column, rowsOf) => {
    const rows = (await walk(crm, { provider, columns: [column], first: 7 })).map((row) => row[column]);
    const all = (await walk(crm, { provider, columns: [column], first: 500 })).map((row) => row[column]);
    expect(rows).toEqual(all);
    const world = rowsOf(crm.superoffice.world());
    if (world.length > 0) expect([...rows].sort()).toEqual([...world].sort());
    expect(rows.length).toBeGreaterThan(7);
  });

  test('FindAppointment, where the filter asks for tentative and rejected ones too', async () => {
    const question = { provider: 'FindAppointment', columns: ['appointmentId'], first: 500 };
    const shown = await walk(crm, question);
    const all = await walk(crm, { ...question, filter: 'skipTentativeAndRejectedRestriction set true' });
    expect(all.map((row) => row.appointmentId)).toEqual([...crm.superoffice.world().appointments.keys()]);
    expect(shown.length).toBeLessThan(all.length);
  });

  test('ContactActivity, which has rows of several kinds', async () => {
    const rows = await walk(crm, {
      provider: 'ContactActivity',
      columns: ['appointmentId'],
      entities: ['document', 'appointment'],
      first: 300,
    });
    expect(new Set(rows.map((row) => row.appointmentId)).size).toBe(rows.length);
    expect(rows.length).toBeGreaterThan(1_000);
  });
});
