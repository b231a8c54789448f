import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { OnOfficeWorld } from '../../../src/simulator/onoffice/store.ts';
import { type Crm, startCrm } from '../../crm.ts';
import type { EstateOrder } from '../../queries.ts';
import { estatesOf } from './seeded-estates.ts';

let crm: Crm;
let world: OnOfficeWorld;
beforeAll(async () => {
  crm = await startCrm();
});
afterAll(() => crm.close());
beforeEach(() => {
  crm.onoffice.reset();
  world = crm.onoffice.world();
});

const reads = () => crm.onoffice.journal.flatMap((post) => post.actions).filter(({ name }) => name === 'read estate');

const forward = `query Forward($first: Int, $after: String, $orderBy: [EstateOrder!]) {
  estates(first: $first, after: $after, orderBy: $orderBy) {
    nodes { estateId } pageInfo { hasNextPage hasPreviousPage startCursor endCursor } } }`;
const backward = `query Backward($last: Int, $before: String, $orderBy: [EstateOrder!]) {
  estates(last: $last, before: $before, orderBy: $orderBy) {
    nodes { estateId } pageInfo { hasNextPage hasPreviousPage startCursor endCursor } } }`;

async function walk(first: number, orderBy: EstateOrder[] = []): Promise<{ ids: number[]; pages: number }> {
  const ask = (after: string | null) => crm.query(forward, { first, after, orderBy });
  const ids: number[] = [];
  let after: string | null = null;
  for (let pages = 1; ; pages++) {
    const answer: Awaited<ReturnType<typeof ask>> = await ask(after);
    expect(answer.errors).toBeUndefined();
    const page = answer.data.estates;
    ids.push(...(page?.nodes.map(({ estateId }) => estateId) ?? []));
    expect(page?.pageInfo.hasPreviousPage).toBe(pages > 1);
    if (!page?.pageInfo.hasNextPage) return { ids, pages };
    after = page.pageInfo.endCursor;
  }
}

describe('pages of estates', () => {
  test.each([
    [7, 18],
    [40, 3],
    [120, 1],
    [499, 1],
    [500, 1],
  ])('of %i hold every one once, in %i requests', async (first, pages) => {
    const walked = await walk(first);
    expect(walked.ids).toEqual(estatesOf(world).map(({ id }) => id));
    expect(walked.pages).toBe(pages);
    expect(reads().map(({ parameters }) => parameters.listlimit)).toEqual(Array(pages).fill(first));
  });

  test('more than 500 are refused, and nothing is sent: onOffice would give 20', async () => {
    for (const arguments_ of [
      'first: 501',
      'last: 501',
      'first: -1',
      'first: 1, last: 1',
      'last: 1, after: "x"',
      'before: "x"',
    ]) {
      // Of a ticket that is not proven yet nothing need be asked either.
      const unproven = { ticket: crm.superoffice.tickets.mina };
      const { errors, calls } = await crm.query(`{ estates(${arguments_}) { nodes { estateId } } }`, {}, unproven);
      expect(errors?.[0]?.extensions.code, arguments_).toBe('BAD_USER_INPUT');
      expect(calls, arguments_).toEqual([]);
    }
    expect(crm.onoffice.journal).toEqual([]);
  });

  test('without a number there are 25', async () => {
    const { data } = await crm.query('{ estates { nodes { estateId } edges { cursor node { estateId } } } }');
    expect(data.estates?.nodes).toHaveLength(25);
    expect(data.estates?.edges.map(({ node }) => node)).toEqual(data.estates?.nodes);
    expect(new Set(data.estates?.edges.map(({ cursor }) => cursor)).size).toBe(25);
  });

  test('of none ask nothing, but for the number of all', async () => {
    const { data } = await crm.query('{ estates(first: 0) { nodes { estateId } } }');
    expect(data).toEqual({ estates: { nodes: [] } });
    expect(crm.onoffice.journal).toEqual([]);
    const counted = await crm.query(
      '{ estates(first: 0) { totalCount nodes { estateId } pageInfo { hasNextPage endCursor } } }',
    );
    expect(counted.data).toEqual({
      estates: { totalCount: 120, nodes: [], pageInfo: { hasNextPage: true, endCursor: null } },
    });
    expect(reads().map(({ parameters }) => parameters.listlimit)).toEqual([1]);
  });

  test('of which only the number is asked for read one row, and nothing of it', async () => {
    const counted = await crm.query('{ estates { totalCount } }');
    expect(counted.data).toEqual({ estates: { totalCount: 120 } });
    const english = { headers: { 'accept-language': 'en' } };
    const none = await crm.query('{ estates(first: 0) { totalCount nodes { title } } }', undefined, english);
    expect(none.data).toEqual({ estates: { totalCount: 120, nodes: [] } });
    const end = await crm.query('{ estates(last: 0) { totalCount nodes { title } } }', undefined, english);
    expect(end.data).toEqual({ estates: { totalCount: 120, nodes: [] } });
    expect(reads().map(({ parameters: { listlimit, data } }) => [listlimit, data])).toEqual(Array(3).fill([1, ['Id']]));
  });

  test('go backwards from the end, and from a cursor', async () => {
    const all = estatesOf(world).map(({ id }) => id);
    const end = await crm.query(backward, { last: 5 });
    expect(end.data.estates?.nodes.map(({ estateId }) => estateId)).toEqual(all.slice(-5));
    expect(end.data.estates?.pageInfo).toMatchObject({ hasNextPage: false, hasPreviousPage: true });
    const before = end.data.estates?.pageInfo.startCursor ?? null;
    const ahead = await crm.query(backward, { last: 114, before });
    expect(ahead.data.estates?.nodes.map(({ estateId }) => estateId)).toEqual(all.slice(1, -5));
    expect(ahead.data.estates?.pageInfo).toMatchObject({ hasNextPage: true, hasPreviousPage: true });
    const start = await crm.query(backward, { last: 3, before: ahead.data.estates?.pageInfo.startCursor ?? null });
    expect(start.data.estates?.nodes.map(({ estateId }) => estateId)).toEqual(all.slice(0, 1));
    expect(start.data.estates?.pageInfo).toMatchObject({ hasNextPage: true, hasPreviousPage: false });
  });

  test('a cursor belongs to its list alone', async () => {
    const { data } = await crm.query(forward, { first: 3 });
    const after = data.estates?.pageInfo.endCursor ?? null;
    const turned = await crm.query(forward, { first: 3, after, orderBy: [{ field: 'CITY' }] });
    expect(turned.errors?.[0]?.extensions.code).toBe('BAD_CURSOR');
    const odd = await crm.query(forward, { first: 3, after: 'nonsense' });
    expect(odd.errors?.[0]?.extensions.code).toBe('BAD_CURSOR');
    expect(crm.onoffice.journal).toHaveLength(1);
  });
});

describe('orders', () => {
  const number = (name: string) => (id: number) => Number(world.estates.get(id)?.values[name] ?? 0);
  const text = (name: string) => (id: number) => String(world.estates.get(id)?.values[name] ?? '').toLowerCase();
  const fields = {
    ESTATE_ID: (id: number) => id,
    PURCHASE_PRICE: number('kaufpreis'),
    COLD_RENT: number('kaltmiete'),
    LIVING_AREA: number('wohnflaeche'),
    ROOMS: number('anzahl_zimmer'),
    CREATED_AT: text('erstellt_am'),
    UPDATED_AT: text('geaendert_am'),
    CITY: text('ort'),
  } as const;

  test.each(Object.keys(fields) as (keyof typeof fields)[])('by %s, either way and from either end', async (field) => {
    const value = fields[field];
    const compare = (one: number, other: number) => {
      const [left, right] = [value(one), value(other)];
      return left < right ? -1 : left > right ? 1 : 0;
    };
    const ids = estatesOf(world).map(({ id }) => id);
    const ascending = [...ids].sort((one, other) => compare(one, other) || one - other);
    const descending = [...ids].sort((one, other) => compare(other, one) || one - other);
    expect((await walk(50, [{ field, direction: 'ASC' }])).ids).toEqual(ascending);
    expect((await walk(50, [{ field, direction: 'DESC' }])).ids).toEqual(
      field === 'ESTATE_ID' ? [...ids].reverse() : descending,
    );
    const { data } = await crm.query(backward, { last: 10, orderBy: [{ field }] });
    expect(data.estates?.nodes.map(({ estateId }) => estateId)).toEqual(ascending.slice(-10));
  });

  test('by several fields', async () => {
    const { ids } = await walk(120, [{ field: 'CITY' }, { field: 'PURCHASE_PRICE', direction: 'DESC' }]);
    const expected = estatesOf(world)
      .sort((one, other) => {
        const byCity = String(one.values.ort).toLowerCase() < String(other.values.ort).toLowerCase() ? -1 : 1;
        const byPrice = Number(other.values.kaufpreis ?? 0) - Number(one.values.kaufpreis ?? 0);
        return one.values.ort === other.values.ort ? byPrice || one.id - other.id : byCity;
      })
      .map(({ id }) => id);
    expect(ids).toEqual(expected);
  });
});
