import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { PersonRecord } from '../../src/simulator/store.ts';
import { type Crm, startCrm } from '../crm.ts';
import { askAlone, askTogether, BUSY, CROWDED, FIRST, fiftyCompanies, personsOf, seedCrowds } from './crowds.ts';
import { byNumber, byText, type ListArgs, type Page, sortedIds } from './list-walk.ts';

let crm: Crm;
beforeAll(async () => {
  crm = await startCrm({ seed: seedCrowds, settings: { MAX_COST: '100000', MAX_UPSTREAM_CALLS: '1000' } });
});
afterAll(() => crm.close());

const lastName = byText<PersonRecord>(({ lastname }) => lastname);

describe('a cursor of a child list', () => {
  const orders: (ListArgs['orderBy'] | undefined)[] = [
    undefined,
    [{ field: 'LAST_NAME' }],
    [{ field: 'PERSON_ID', direction: 'DESC' }],
  ];

  test.each(orders)('goes on with its parent, wherever it came from: %j', async (orderBy) => {
    const order = orderBy ? { orderBy } : {};
    const compare = { LAST_NAME: lastName, PERSON_ID: byNumber<PersonRecord>(({ id }) => -id) }[
      orderBy?.[0]?.field ?? ''
    ];
    const { pages } = await askTogether(crm, { first: 5, ...order });
    for (const contactId of [FIRST + 4, CROWDED, BUSY]) {
      const all = sortedIds(personsOf(crm, contactId), ...(compare ? [compare] : []));
      let page = pages.get(contactId) as Page;
      const found = [...page.ids];
      while (page.pageInfo.hasNextPage) {
        page = await askAlone(crm, contactId, { first: 200, ...order, after: page.pageInfo.endCursor });
        found.push(...page.ids);
      }
      expect(found).toEqual(all);
      const cursor = (pages.get(contactId) as Page).cursors[3] as string;
      const ahead = await askAlone(crm, contactId, { last: 2, ...order, before: cursor });
      expect(ahead.ids).toEqual(all.slice(1, 3));
      expect(ahead.pageInfo).toMatchObject({ hasNextPage: true, hasPreviousPage: true });
    }
  });

  test('from the end of a list read together, too', async () => {
    const orderBy = [{ field: 'LAST_NAME' }];
    const { pages } = await askTogether(crm, { last: 5, orderBy });
    const contactId = CROWDED;
    const all = sortedIds(personsOf(crm, contactId), lastName);
    const before = (pages.get(contactId) as Page).pageInfo.startCursor;
    expect((await askAlone(crm, contactId, { last: 4, orderBy, before })).ids).toEqual(all.slice(-9, -5));
    expect((await askAlone(crm, contactId, { first: 9, orderBy, after: before })).ids).toEqual(all.slice(-4));
  });

  test('is none of another parent, nor of the list of all persons', async () => {
    const { pages } = await askTogether(crm, { first: 2 });
    const after = (pages.get(CROWDED) as Page).pageInfo.endCursor;
    const refused = async (field: string) => {
      const { data, errors, calls } = await crm.query(`query ($after: String) { ${field} }` as string, { after });
      expect(errors?.map(({ extensions }) => extensions.code)).toEqual(['BAD_CURSOR']);
      expect(calls.filter(({ path }) => path === '/Person')).toEqual([]);
      return data as Record<string, unknown>;
    };
    const persons = 'persons(first: 2, after: $after) { nodes { personId } }';
    expect(await refused(`contact(contactId: ${FIRST + 4}) { contactId ${persons} }`)).toEqual({
      contact: { contactId: FIRST + 4, persons: null },
    });
    expect(await refused(persons)).toEqual({ persons: null });
    expect(
      await refused(
        `contact(contactId: ${CROWDED}) { persons(first: 2, after: $after, filter: { retired: { eq: true } }) { nodes { personId } } }`,
      ),
    ).toEqual({
      contact: { persons: null },
    });
  });

  test('under many parents serves the one that it belongs to', async () => {
    const { pages } = await askTogether(crm, { first: 2 });
    const owner = CROWDED;
    const after = (pages.get(owner) as Page).pageInfo.endCursor;
    const text: string = `query ($after: String) { contacts${fiftyCompanies} { nodes { contactId persons(first: 2, after: $after) { nodes { personId } } } } }`;
    const { data, errors } = await crm.query(text, { after });
    const { nodes } = (data as { contacts: { nodes: { contactId: number; persons: unknown }[] } }).contacts;
    const all = sortedIds(personsOf(crm, owner));
    expect(nodes.filter(({ persons }) => persons !== null)).toEqual([
      { contactId: owner, persons: { nodes: all.slice(2, 4).map((personId) => ({ personId })) } },
    ]);
    expect(new Set(errors?.map(({ extensions }) => extensions.code))).toEqual(new Set(['BAD_CURSOR']));
  });
});
