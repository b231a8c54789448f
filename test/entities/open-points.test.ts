import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { OptionsPatch, SimulatorOptions } from '../../src/simulator/options.ts';
import { type Crm, startCrm } from '../crm.ts';
import { orNull } from './seeded.ts';

/** What the manual of SuperOffice leaves open: whatever a server does there, the answers are the same. */

const questions = [
  `{ contacts(first: 30) { nodes { id name category { id name } business { name } country { listItemId } email phone url
     associate { id fullName email } supportPerson { fullName } createdBy { fullName deleted } createdAt updatedAt } } }`,
  `{ persons(last: 25) { nodes { fullName formalName rank email mobilePhone position { id } associate { id fullName }
     contact { name country { name } } createdBy { associateId } } pageInfo { hasPreviousPage startCursor } } }`,
  `{ appointments(first: 45, filter: { completed: { eq: false } }, orderBy: { field: START_DATE, direction: DESC }) { nodes {
     appointmentId title isAllDay private agenda startDate endDate task { id name } priority { listItemId }
     contact { name email } person { fullName email } associate { id email } updatedBy { fullName } } pageInfo { hasNextPage endCursor } } }`,
  `{ contacts(first: 6, orderBy: { field: NAME }) { nodes { name persons(first: 3) { nodes { fullName
     appointments(first: 2, orderBy: { field: START_DATE }) { nodes { appointmentId title } } } } } } }`,
  '{ contact(contactId: 5) { name description phones { value } interests { id name } category { id } associate { id } supportPerson { personId } } }',
  '{ person(personId: 31) { salutation fullName phones { value } position { id } contact { contactId name } birthDate address { city } } }',
  `{ appointment(appointmentId: 141) { title participants { email person { fullName } associate { fullName } contact { name } }
     priority { id } startDate endDate } }`,
  '{ associates { id name fullName email deleted person { personId } } }',
  '{ list(name: "business") { items { id name children { id name } } } viewer { associate { id fullName } } }',
];

type Answers = { data: unknown; codes: (string | undefined)[] }[];

async function answers(crm: Crm, ticket: string): Promise<Answers> {
  const given: Answers = [];
  for (const text of questions) {
    const { data, errors } = await crm.query(text, {}, { ticket });
    given.push({ data, codes: (errors ?? []).map(({ extensions }) => extensions.code) });
  }
  return given;
}

let crm: Crm;
let usual: Answers;
let limited: Answers;
beforeAll(async () => {
  crm = await startCrm({ settings: { MAX_UPSTREAM_CALLS: '500' } });
  usual = await answers(crm, crm.superoffice.tickets.lars);
  limited = await answers(crm, crm.superoffice.tickets.rune);
});
afterAll(() => crm.close());

test('the answers that are compared are full ones, and not the same for all', () => {
  expect(usual.map(({ codes }) => codes)).toEqual(questions.map(() => []));
  expect(JSON.stringify(usual).length).toBeGreaterThan(30_000);
  expect(limited).not.toEqual(usual);
});

type Options = OptionsPatch<SimulatorOptions>;
const ways: [string, Options][] = [
  ['carriers that are not found are null', { agents: { missing: 'null' } }],
  ['carriers that are not found are empty', { agents: { missing: 'empty' } }],
  ['carriers come in the order asked for', { agents: { order: 'request' } }],
  [
    'carriers come in the order of their keys, twice where asked twice',
    { agents: { order: 'key', repeatsDuplicates: true } },
  ],
  ['at most a hundred carriers are given at a time', { agents: { maximumIds: 100 } }],
  ['users are initials in full rows', { archive: { associateRaw: 'initials' } }],
  ['joins give a row for each e-mail and phone', { archive: { toMany: 'multiply' } }],
  ['seven rows are given at a time, with a link', { archive: { pageLimit: 7 } }],
  ['seven rows are given at a time, with a link only then', { archive: { pageLimit: 7, nextLink: 'whenLimited' } }],
  ['rows are few and many at once', { archive: { pageLimit: 3, toMany: 'multiply' } }],
  // One that gives less than was asked for and no link cannot be told from one that has no more.
  ['nothing links to the next rows', { archive: { nextLink: 'never', pageLimit: null } }],
  ['what is not ordered comes in no order', { archive: { undecidedOrder: 'scrambled' } }],
  ['keys of others are ordered by name', { archive: { keyOrder: 'name' } }],
  ['lists are ordered by rank', { archive: { listOrder: 'rank' } }],
  ['retired persons come unasked', { archive: { personEntities: 'personAndRetired' } }],
  ['tentative appointments come unasked', { archive: { tentativeAndRejected: 'shown' } }],
  ['skipping counts rows that cannot be seen', { archive: { skipCountsHiddenRows: true } }],
  ['times may be compared everywhere', { archive: { timeOnAnyDate: true, lessOrEqual: true, notEnds: true } }],
  ['every archive wants a filter', { archive: { filterRequired: ['*'] } }],
  ['another collation orders texts', { archive: { collation: 'en' } }],
  ['references that are not set are null', { carriers: { emptyListValue: 'null' } }],
  [
    'carriers have no rights, links or properties',
    { carriers: { tableRights: false, fieldProperties: false, links: false } },
  ],
  ['links end without a slash', { carriers: { linkSlash: false } }],
  ['addresses have the old layout', { carriers: { structuredAddress: false } }],
  [
    'members not selected keep their values',
    { select: { nullsKey: false, nullsRights: false, keepsValueTypes: true } },
  ],
  ['links are nulled too', { select: { nullsLinks: true } }],
  ['nothing is answered 304', { conditionalRequests: false }],
  ['the zone is not told', { zoneEcho: false }],
];

describe.each(ways)('%s', (_what, superoffice) => {
  test('and the answers are the same', async () => {
    await using other = await startCrm({ superoffice, settings: { MAX_UPSTREAM_CALLS: '500' } });
    expect(await answers(other, other.superoffice.tickets.lars)).toEqual(usual);
    expect(await answers(other, other.superoffice.tickets.rune)).toEqual(limited);
  });
});

test('where the agents are switched off the answers are the same, by entities', async () => {
  await using other = await startCrm({ settings: { SUPEROFFICE_AGENTS: 'off', MAX_UPSTREAM_CALLS: '500' } });
  expect(await answers(other, other.superoffice.tickets.lars)).toEqual(usual);
  expect(other.superoffice.calls().filter(({ path }) => path.startsWith('/Agents'))).toEqual([]);
});

test('of an older server, what it does not have is null', async () => {
  await using other = await startCrm({ superoffice: { carriers: { newerMembers: false } } });
  const { data, errors } = await other.query(
    '{ appointments(first: 3) { nodes { title agenda description isAllDay } } contact(contactId: 3) { code phones { value } } }',
  );
  const rows = [...other.superoffice.world().appointments.values()].slice(0, 3);
  const contact = other.superoffice.world().contacts.get(3);
  expect(errors).toBeUndefined();
  expect(data).toEqual({
    appointments: {
      nodes: rows.map((row) => ({
        title: null,
        agenda: null,
        description: orNull(row.description),
        isAllDay: row.isAllDay,
      })),
    },
    contact: { code: contact?.code, phones: contact?.phones.map(({ value }) => ({ value })) },
  });
});

test('a carrier with more ids than the server takes costs the fields that it holds', async () => {
  await using other = await startCrm({ superoffice: { agents: { maximumIds: 10 } } });
  const { data, errors } = await other.query('{ appointments(first: 20) { nodes { appointmentId title } } }');
  const { nodes } = (data as { appointments: { nodes: { appointmentId: number; title: string | null }[] } })
    .appointments;
  expect(nodes.map(({ appointmentId }) => appointmentId)).toEqual(Array.from({ length: 20 }, (_, at) => 101 + at));
  expect(new Set(nodes.map(({ title }) => title))).toEqual(new Set([null]));
  expect(errors?.map(({ extensions }) => extensions.code)).toEqual(['UPSTREAM_INVALID_RESPONSE']);
});
