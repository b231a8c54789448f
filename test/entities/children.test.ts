import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { PersonRecord } from '../../src/simulator/store.ts';
import { type Crm, expectRequests, startCrm } from '../crm.ts';
import { askAlone, askTogether, personsOf, seedCrowds } from './crowds.ts';
import { byNumber, byText, type Compare, descending, type ListArgs, type Page, sortedIds } from './list-walk.ts';

let crm: Crm;
beforeAll(async () => {
  crm = await startCrm({ seed: seedCrowds, settings: { MAX_COST: '100000', MAX_UPSTREAM_CALLS: '1000' } });
});
afterAll(() => crm.close());
beforeEach(() => crm.superoffice.clear());

const short = ({ ids, pageInfo: { hasNextPage, hasPreviousPage } }: Page) => ({ ids, hasNextPage, hasPreviousPage });

type Keep = (person: PersonRecord) => boolean;

/** What a page of one company is, worked out by hand. */
function expectedPage(contactId: number, args: ListArgs, order: Compare<PersonRecord>[], keep: Keep) {
  const all = sortedIds(personsOf(crm, contactId).filter(keep), ...order);
  if (args.last !== undefined)
    return { ids: args.last ? all.slice(-args.last) : [], hasNextPage: false, hasPreviousPage: all.length > args.last };
  const first = args.first ?? 25;
  return { ids: all.slice(0, first), hasNextPage: all.length > first, hasPreviousPage: false };
}

const lastName = byText<PersonRecord>(({ lastname }) => lastname);
const firstName = byText<PersonRecord>(({ firstname }) => firstname);
const created = byNumber<PersonRecord>(({ createdAt }) => createdAt);
const everyone: Keep = () => true;
const halfAYearAgo = Date.parse('2025-09-04T00:00:00Z');
const since = new Date(halfAYearAgo).toISOString();

describe('persons of fifty companies with 0, 1, 3, 5, 6, 120 and 900', () => {
  const DESC = 'DESC' as const;
  test.each<[string, ListArgs, Compare<PersonRecord>[], Keep, number]>([
    ['by key', { first: 5 }, [], everyone, 3],
    ['by key, from the end', { last: 5 }, [], everyone, 3],
    [
      'by key, downwards',
      { first: 5, orderBy: [{ field: 'PERSON_ID', direction: DESC }] },
      [byNumber(({ id }) => -id)],
      everyone,
      3,
    ],
    ['by last name', { first: 5, orderBy: [{ field: 'LAST_NAME' }] }, [lastName], everyone, 3],
    ['by last name, from the end', { last: 5, orderBy: [{ field: 'LAST_NAME' }] }, [lastName], everyone, 3],
    [
      'by first name downwards, then last name',
      { first: 4, orderBy: [{ field: 'FIRST_NAME', direction: DESC }, { field: 'LAST_NAME' }] },
      [descending(firstName), lastName],
      everyone,
      3,
    ],
    [
      'by creation',
      { first: 5, orderBy: [{ field: 'CREATED_AT', direction: DESC }] },
      [descending(created)],
      everyone,
      3,
    ],
    ['those who have not retired', { first: 5, filter: { retired: { eq: false } } }, [], ({ retired }) => !retired, 2],
    [
      'by a filter on names',
      { last: 3, filter: { lastName: { in: ['Moe', 'Østby'] } }, orderBy: [{ field: 'FIRST_NAME' }] },
      [firstName],
      ({ lastname }) => lastname === 'Moe' || lastname === 'Østby',
      2,
    ],
    [
      'by an instant, which is decided on the rows',
      { first: 5, filter: { createdAt: { after: since } }, orderBy: [{ field: 'LAST_NAME' }] },
      [lastName],
      ({ createdAt }) => createdAt > halfAYearAgo,
      2,
    ],
    ['none of them', { first: 0 }, [], everyone, 4],
    ['one of each', { first: 1 }, [], everyone, 4],
    ['more than any but two have', { first: 100, orderBy: [{ field: 'LAST_NAME' }] }, [lastName], everyone, 3],
  ])('%s: as fifty queries would answer', async (_name, args, order, keep, requests) => {
    const { pages, requests: made } = await askTogether(crm, args);
    const calls = [...crm.superoffice.calls()];
    expect(pages.size).toBe(50);
    for (const [contactId, page] of pages) {
      expect(short(page), `company ${contactId}`).toEqual(expectedPage(contactId, args, order, keep));
      expect(short(await askAlone(crm, contactId, args)), `company ${contactId} alone`).toEqual(short(page));
    }
    expect(made).toBe(calls.length);
    expectRequests(calls, requests);
  });

  test('a list that nothing can be in sends nothing for it', async () => {
    const { pages } = await askTogether(crm, { first: 5, filter: { personId: { in: [] } } });
    expect([...pages.values()].map(({ ids }) => ids)).toEqual(Array.from({ length: 50 }, () => []));
    expect(crm.superoffice.calls().filter(({ path }) => path === '/Person')).toEqual([]);
  });
});

test('an answer that is cut within a short list does not cut that list', async () => {
  await using even = await startCrm({
    settings: { MAX_COST: '100000', MAX_UPSTREAM_CALLS: '1000' },
    seed: ({ contacts, persons, ownContactId }) => {
      const [sample] = persons.values() as Iterable<PersonRecord>;
      for (const { id, contactId } of [...persons.values()]) if (contactId !== ownContactId) persons.delete(id);
      for (const contact of contacts.values()) if (contact.id < 60) contact.deletedAt = null;
      for (let at = 0; at < 50 * 24; at++)
        persons.set(1_000 + at, {
          ...(sample as PersonRecord),
          id: 1_000 + at,
          contactId: 3 + (at % 50),
          deletedAt: null,
        });
    },
  });
  for (const args of [{ first: 30 }, { last: 30 }, { first: 24 }, { first: 23, orderBy: [{ field: 'LAST_NAME' }] }]) {
    const { pages } = await askTogether(even, args);
    expect(pages.size).toBe(50);
    for (const [contactId, { ids, pageInfo }] of pages) {
      const all = Array.from({ length: 24 }, (_, at) => 1_000 + at * 50 + contactId - 3);
      expect(ids, `company ${contactId}`).toEqual(all.slice(0, args.first ?? 24));
      expect([pageInfo.hasNextPage, pageInfo.hasPreviousPage]).toEqual([args.first === 23, false]);
    }
  }
});
