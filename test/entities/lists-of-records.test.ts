import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { TenantWorld } from '../../src/simulator/store.ts';
import { type Crm, expectRequests, startCrm } from '../crm.ts';
import { found, idOf, pick, textIn } from './seeded.ts';

let crm: Crm;
let world: TenantWorld;
beforeAll(async () => {
  crm = await startCrm();
  world = crm.superoffice.world();
});
afterAll(() => crm.close());
beforeEach(() => crm.superoffice.faults.clear());

const item = (list: string, id: number) => found(world.lists.get(list)?.items.find((each) => each.id === id));

describe('an item that can no longer be chosen', () => {
  test('keeps the name that its record shows, from the row and from the entity', async () => {
    const row = pick(world.contacts, (each) => each.categoryId === 6 && each.deletedAt === null);
    for (const more of ['', ' phones { value }']) {
      const { data, errors } = await crm.query(
        `query Gone($id: Int!) { contact(contactId: $id) { category { listItemId name }${more} } }`,
        { id: row.id },
        { headers: { 'accept-language': 'nb' } },
      );
      expect(errors).toBeUndefined();
      expect(data).toMatchObject({ contact: { category: { listItemId: 6, name: 'Tidligere kunde' } } });
    }
  });

  test('has its languages where the list shows it on demand', async () => {
    const { data, errors } = await crm.query(
      '{ list(name: "category") { items(includeDeleted: true) { listItemId deleted german: name(language: "de") translations { code text } } } }',
    );
    expect(errors).toBeUndefined();
    const { items } = (data as { list: { items: { listItemId: number }[] } }).list;
    expect(items.find(({ listItemId }) => listItemId === 6)).toEqual({
      listItemId: 6,
      deleted: true,
      german: 'Ehemaliger Kunde',
      translations: ['US', 'NO', 'GE', 'SW', 'DA'].map((code) => ({
        code,
        text: textIn(item('category', 6).name, code),
      })),
    });
    expect(items.find(({ listItemId }) => listItemId === 1)).toMatchObject({ deleted: false, german: 'Kunde' });
  });
});

describe('headings and items of the same number', () => {
  test('are told apart, by `node` and under each other', async () => {
    const { data } = await crm.query(
      `query Both($heading: ID!, $item: ID!) {
        heading: node(id: $heading) { ... on ListItem { isHeading name german: name(language: "de") children { id name } translations { code } } }
        item: node(id: $item) { ... on ListItem { isHeading name german: name(language: "de") children { id } translations { code } } } }`,
      { heading: idOf('ListItem', 'business:heading:3'), item: idOf('ListItem', 'business:item:3') },
    );
    const codes = ['US', 'NO', 'GE', 'SW', 'DA'].map((code) => ({ code }));
    expect(data).toEqual({
      heading: {
        isHeading: true,
        name: 'Public sector',
        german: 'Öffentlicher Sektor',
        children: [
          { id: idOf('ListItem', 'business:item:3'), name: 'Education' },
          { id: idOf('ListItem', 'business:item:7'), name: 'Health' },
        ],
        translations: codes,
      },
      item: { isHeading: false, name: 'Education', german: 'Bildung', children: [], translations: codes },
    });
  });

  test('a record’s item is never taken for the heading of its number', async () => {
    const row = pick(world.contacts, (each) => each.businessId === 3 && each.deletedAt === null);
    const { data } = await crm.query(
      'query Business($id: Int!) { contact(contactId: $id) { business { id isHeading name rank danish: name(language: "da") } } }',
      { id: row.id },
    );
    expect(data).toEqual({
      contact: {
        business: {
          id: idOf('ListItem', 'business:item:3'),
          isHeading: false,
          name: 'Education',
          rank: item('business', 3).rank,
          danish: 'Uddannelse',
        },
      },
    });
  });
});

describe('lists that differ by user', () => {
  test('have items whose ids lead nowhere, for the user of the list too', async () => {
    const { data, errors } = await crm.query('{ list(name: "associate") { items { id children { id name } } } }');
    expect(errors).toBeUndefined();
    type Item = { id: string; children?: Item[] };
    const { items } = (data as { list: { items: Item[] } }).list;
    const ids = items.flatMap((each) => [each.id, ...(each.children ?? []).map(({ id }) => id)]);
    expect(ids.length).toBeGreaterThan(8);
    const again = await crm.query('query Nodes($ids: [ID!]!) { nodes(ids: $ids) { id } }', { ids });
    expect([again.data, again.errors]).toEqual([{ nodes: ids.map(() => null) }, undefined]);
    expect(again.calls).toEqual([]);
  });

  test('are read by each ticket, and may differ', async () => {
    const names = async (ticket: string) => {
      const { data, calls } = await crm.query('{ list(name: "contact_new") { items { listItemId } } }', {}, { ticket });
      expect(calls.filter(({ path }) => path === '/MDOList/contact_new')).toHaveLength(1);
      return (data as { list: { items: { listItemId: number }[] } }).list.items.map(({ listItemId }) => listItemId);
    };
    const { lars, rune } = crm.superoffice.tickets;
    const [full, reduced] = [await names(lars), await names(rune)];
    expect(full.some((id) => id % 17 === 0)).toBe(true);
    expect(reduced.some((id) => id % 17 === 0)).toBe(false);
  });
});

test.each([
  ['is down', { kind: 'status', status: 503 }, 'UPSTREAM_UNAVAILABLE'],
  ['is refused', { kind: 'status', status: 403 }, 'FORBIDDEN'],
  ['is no list', { kind: 'wrongShape', body: { Items: [] } }, 'UPSTREAM_INVALID_RESPONSE'],
  ['is a page for people', { kind: 'html' }, 'UPSTREAM_INVALID_RESPONSE'],
] as const)('a list that %s costs its own fields, with one error', async (_name, fault, code) => {
  await using broken = await startCrm();
  broken.superoffice.faults.add({ path: '^/MDOList/category$', fault });
  const { data, errors } = await broken.query(
    '{ contacts(first: 20) { nodes { name category { name rank deleted } country { name rank } } } }',
  );
  type Node = { name: string; category: unknown; country: { rank: number } | null };
  const { nodes } = (data as { contacts: { nodes: Node[] } }).contacts;
  const rows = [...world.contacts.values()].slice(0, 20);
  expect(nodes.map(({ name, category }) => ({ name, category }))).toEqual(
    rows.map(({ name, categoryId }) => ({
      name,
      category: { name: textIn(item('category', categoryId).name), rank: null, deleted: null },
    })),
  );
  expect(nodes.every(({ country }) => country === null || country.rank > 0)).toBe(true);
  expect(errors?.map(({ extensions, path }) => [extensions.code, path])).toEqual([
    [code, ['contacts', 'nodes', 0, 'category', 'rank']],
  ]);
});

test('a list that cannot be read untranslated leaves the language of the request', async () => {
  await using broken = await startCrm();
  const ask = () =>
    broken.query('{ list(name: "priority") { items { name nb: name(language: "nb") sv: name(language: "sv") } } }');
  broken.superoffice.faults.add({
    path: '^/MDOList/priority$',
    skip: 1,
    times: 4,
    fault: { kind: 'status', status: 500 },
  });
  const { data, errors } = await ask();
  const { items } = (data as { list: { items: Record<string, string | null>[] } }).list;
  expect(items.map(({ name }) => name)).toEqual(['Normal', 'High', 'Low']);
  expect(items.map(({ nb, sv }) => [nb, sv])).toEqual(Array(3).fill([null, null]));
  expect(errors).toHaveLength(1);
  broken.superoffice.faults.clear();
  const again = await ask();
  expect(again.data).toEqual({
    list: {
      items: [
        { name: 'Normal', nb: 'Normal', sv: 'Normal' },
        { name: 'High', nb: 'Høy', sv: 'Hög' },
        { name: 'Low', nb: 'Lav', sv: 'Låg' },
      ],
    },
  });
  expectRequests(again.calls, 1);
});
