import { parse, validate } from 'graphql';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { schema } from '../../src/schema.ts';
import { examples } from '../../src/server/examples.ts';
import { type Crm, expectRequests, startCrm } from '../crm.ts';
import { found } from '../entities/seeded.ts';

let crm: Crm;
beforeAll(async () => {
  crm = await startCrm();
});
afterAll(() => crm.close());

/** The tab with an operation of that name. */
const tab = (name: string) => found(examples.find(({ query }) => query.includes(`query ${name}`)));

async function run<Data>(name: string, variables?: Record<string, unknown>, on = crm) {
  const { query, variables: given } = tab(name);
  const text: string = query;
  const answer = await on.query(text, variables ?? JSON.parse(given ?? '{}'));
  expect(answer.errors).toBeUndefined();
  return { ...answer, data: answer.data as Data };
}

const answered = examples.filter(({ query }) => !query.includes('subscription '));

test('one tab follows changes', () => {
  const [live, ...more] = examples.filter((each) => !answered.includes(each));
  expect(validate(schema, parse(live?.query ?? ''))).toEqual([]);
  expect(more).toEqual([]);
});

test.each(answered)('GraphiQL’s tab %$ asks what the schema knows, and is answered', async ({ query, variables }) => {
  expect(validate(schema, parse(query))).toEqual([]);
  const text: string = query;
  const { data, errors } = await crm.query(text, JSON.parse(variables ?? '{}'));
  expect(errors).toBeUndefined();
  const lists = JSON.stringify(data).match(/"(nodes|items)":\[\{/g) ?? [];
  expect(lists.length).toBeGreaterThan(0);
});

test('the first tab is one request, with rows enough to look at', async () => {
  const text: string = examples[0]?.query ?? '';
  const { data, calls } = await crm.query(text);
  expectRequests(calls, 1);
  expect((data as { appointments: { nodes: unknown[] } }).appointments.nodes).toHaveLength(50);
});

test('the company has people, and they have appointments', async () => {
  const { data } = await run<{
    contact: { name: string; persons: { nodes: { appointments: { nodes: unknown[] } }[] } };
  }>('Company');
  expect(data.contact.name).toBe(crm.superoffice.world().contacts.get(21)?.name);
  expect(data.contact.persons.nodes.length).toBeGreaterThan(1);
  expect(data.contact.persons.nodes.flatMap(({ appointments }) => appointments.nodes).length).toBeGreaterThan(0);
});

describe.each(['2026-03-04', '2026-01-01', '2027-02-28', '2026-10-25', '2028-02-29'])('on %s', (day) => {
  test('the week is full of what is the viewer’s own and of this week', async () => {
    await using demo = await startCrm({ now: new Date(`${day}T00:00:00Z`) });
    type Node = { startDate: string; inNewYork: string };
    const { data } = await run<{ viewer: unknown; appointments: { nodes: Node[] } }>('MyWeek', {}, demo);
    expect(data.viewer).toEqual({ associate: { fullName: 'Lars Holm' }, timeZone: 'UTC' });
    const today = new Date(`${day}T00:00:00Z`);
    const monday = today.getTime() - ((today.getUTCDay() + 6) % 7) * 86_400_000;
    const own = [...demo.superoffice.world().appointments.values()].filter(
      ({ associateId, startAt }) => associateId === 5 && startAt >= monday && startAt < monday + 7 * 86_400_000,
    );
    expect(own.length).toBeGreaterThan(5);
    const starts = data.appointments.nodes.map(({ startDate }) => Date.parse(startDate));
    expect(starts).toEqual(
      own
        .map(({ startAt }) => startAt)
        .sort((one, other) => one - other)
        .slice(0, 50),
    );
    for (const { startDate, inNewYork } of data.appointments.nodes) {
      expect(Date.parse(inNewYork)).toBe(Date.parse(startDate));
      expect(inNewYork).toMatch(/-0[45]:00$/);
    }
  });
});

test('the list is told in three languages by one request for its own and one for what is stored, then none', async () => {
  type Item = { english: string; norsk: string; deutsch: string; children: Item[]; translations: unknown[] };
  await using fresh = await startCrm();
  const { data, calls } = await run<{ list: { items: Item[] } }>('ThreeLanguages', undefined, fresh);
  expect(data.list.items[0]).toMatchObject({ english: 'Industry', norsk: 'Industri', deutsch: 'Industrie' });
  expect(data.list.items[0]?.translations).toHaveLength(5);
  expect(data.list.items[0]?.children[0]).toMatchObject({
    english: 'Construction',
    norsk: 'Bygg og anlegg',
    deutsch: 'Bauwesen',
  });
  expect(calls.map(({ headers }) => headers['so-language']).sort()).toEqual(['en', 'x']);
  expect((await run('ThreeLanguages', undefined, fresh)).calls).toEqual([]);
});

test('following the cursor shows every company once', async () => {
  type Page = {
    contacts: {
      totalCount: number;
      nodes: { contactId: number }[];
      pageInfo: { hasNextPage: boolean; endCursor: string };
    };
  };
  const seen: number[] = [];
  let after: string | null = null;
  let pages = 0;
  for (let more = true; more; pages += 1) {
    const { contacts }: Page = (await run<Page>('AllCompanies', { after })).data;
    seen.push(...contacts.nodes.map(({ contactId }) => contactId));
    more = contacts.pageInfo.hasNextPage;
    after = contacts.pageInfo.endCursor;
    if (pages === 0) expect(contacts.totalCount).toBe([...living()].length);
  }
  expect(pages).toBe(10);
  expect(seen.sort((one, other) => one - other)).toEqual(living());
});

test('the flats are those for sale, the cheapest first, with companies behind their owners', async () => {
  type Flat = { purchasePrice: { amount: string }; owners: { contact: { name: string } | null }[] };
  const { data } = await run<{ estates: { totalCount: number; nodes: Flat[] } }>('Flats');
  const flats = [...crm.onoffice.world().estates.values()].filter(
    ({ values }) => values.objektart === 'wohnung' && values.vermarktungsart === 'kauf' && values.status === '1',
  );
  const prices = flats.map(({ values }) => Number(values.kaufpreis)).sort((one, other) => one - other);
  expect(data.estates.totalCount).toBe(flats.length);
  expect(data.estates.nodes.map(({ purchasePrice }) => Number(purchasePrice.amount))).toEqual(prices.slice(0, 10));
  expect(data.estates.nodes.flatMap(({ owners }) => owners).every(({ contact }) => contact?.name)).toBe(true);
});

const living = () =>
  [...crm.superoffice.world().contacts.values()].filter(({ deletedAt }) => deletedAt === null).map(({ id }) => id);
