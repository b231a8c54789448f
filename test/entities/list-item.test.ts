import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { ListItemRecord, ListRecord, TenantWorld } from '../../src/simulator/store.ts';
import { type Crm, startCrm } from '../crm.ts';
import { idOf, itemIn, pick, textIn } from './seeded.ts';

let crm: Crm;
let world: TenantWorld;
beforeAll(async () => {
  crm = await startCrm();
  world = crm.superoffice.world();
});
afterAll(() => crm.close());

const listOf = (name: string) => world.lists.get(name) as ListRecord;
const current = (items: readonly ListItemRecord[]) =>
  items.filter(({ deleted }) => !deleted).sort((one, other) => one.rank - other.rank);

/** `id list listItemId isHeading name rank deleted` */
const shown = (list: string, item: ListItemRecord, kind = 'item', code = 'US') => ({
  id: idOf('ListItem', `${list}:${kind}:${item.id}`),
  list,
  listItemId: item.id,
  isHeading: kind === 'heading',
  name: textIn(item.name, code),
  rank: item.rank,
  deleted: item.deleted,
});
const fields = 'id list listItemId isHeading name rank deleted';

describe('a list', () => {
  test('comes whole in one request, and then in none', async () => {
    const text = `{ list(name: "task") { name items { ${fields} tooltip children { name } } } }`;
    const expected = {
      list: {
        name: 'task',
        items: current(listOf('task').items).map((item) => ({ ...shown('task', item), tooltip: null, children: [] })),
      },
    };
    const first = await crm.query(text);
    expect([first.data, first.errors]).toEqual([expected, undefined]);
    expect(first.calls.map(({ path }) => path)).toEqual(['/MDOList/task']);
    const second = await crm.query(text);
    expect([second.data, second.calls]).toEqual([expected, []]);
  });

  test('with headings has the items under them', async () => {
    const { headings, items } = listOf('business');
    const { data } = await crm.query(`{ list(name: "Business") { name items { ${fields} children { ${fields} } } } }`);
    const under = headings.map((heading) => ({
      ...shown('business', heading, 'heading'),
      children: current(items.filter(({ headingIds }) => headingIds.includes(heading.id))).map((item) =>
        shown('business', item),
      ),
    }));
    const loose = current(items.filter(({ headingIds }) => headingIds.length === 0)).map((item) => ({
      ...shown('business', item),
      children: [],
    }));
    expect(data).toEqual({ list: { name: 'business', items: [...under, ...loose] } });
  });

  test.each([
    ['category', 'Id'],
    ['task', 'TaskListItemId'],
    ['country', 'CountryId'],
    ['udlist98', 'Id'],
  ])('%s shows its deleted items on demand', async (name) => {
    const { data, errors } = await crm.query(
      `query Deleted($name: String!) { list(name: $name) { items(includeDeleted: true) { ${fields} } } }`,
      { name },
    );
    expect(errors).toBeUndefined();
    const all = [...listOf(name).items].sort((one, other) => one.rank - other.rank);
    expect(data).toEqual({ list: { items: all.map((item) => shown(name, item)) } });
  });

  test('whose deleted items no route shows is refused for them, and still has the others', async () => {
    const { data, errors } = await crm.query(
      '{ list(name: "contint") { now: items { name } all: items(includeDeleted: true) { name } } }',
    );
    expect(data).toEqual({
      list: { now: current(listOf('contint').items).map(({ name }) => ({ name: textIn(name) })), all: null },
    });
    expect(errors?.map(({ path, extensions }) => [path, extensions.code])).toEqual([
      [['list', 'all'], 'BAD_USER_INPUT'],
    ]);
  });

  test.each([404, 500] as const)('that there is not, told by %i, is no secret and no crash', async (status) => {
    crm.superoffice.options.unknownListStatus = status;
    const { data, errors } = await crm.query('query None($name: String!) { list(name: $name) { name } }', {
      name: `nolist${status}`,
    });
    crm.superoffice.options.unknownListStatus = 404;
    expect(data).toEqual({ list: null });
    expect(errors?.map(({ extensions }) => extensions.code)).toEqual(
      status === 404 ? undefined : ['UPSTREAM_INVALID_RESPONSE'],
    );
  });

  test.each(['../Contact/1', 'task/../../Contact/1', '', 'task?x=1', 'task%2f1', 'a b', 'x'.repeat(61)])(
    'has no name such as "%s": refused, and nothing is sent',
    async (name) => {
      const { data, errors, calls } = await crm.query('query Bad($name: String!) { list(name: $name) { name } }', {
        name,
      });
      expect(data).toEqual({ list: null });
      expect(errors?.map(({ extensions }) => extensions.code)).toEqual(['BAD_USER_INPUT']);
      expect(errors?.[0]?.message).toMatch(/task, category or udlist12/);
      expect(calls).toEqual([]);
    },
  );

  test('of all are named in one request; one that fails costs its own items', async () => {
    const names = await crm.query('{ lists { name } }');
    expect((names.data as { lists: { name: string }[] }).lists.map(({ name }) => name)).toEqual(
      expect.arrayContaining([...world.lists.keys()]),
    );
    expect(names.calls.map(({ path }) => path)).toEqual(['/MDOList']);
    const take = crm.superoffice.faults.add({ path: '/MDOList/legalbase', fault: { kind: 'html', status: 200 } });
    const { data, errors } = await crm.query('{ lists { name items { listItemId } } }');
    take();
    const { lists } = data as { lists: { name: string; items: unknown[] | null }[] };
    expect(lists.filter(({ items }) => items === null).map(({ name }) => name)).toEqual(['legalbase']);
    expect(errors?.map(({ extensions }) => extensions.code)).toEqual(['UPSTREAM_INVALID_RESPONSE']);
  });
});

describe('an item', () => {
  test('has every stored language, and none where it is plain', async () => {
    const { data, calls } = await crm.query(
      '{ list(name: "category") { items { listItemId translations { code language text } } } }',
    );
    const tags: Record<string, string> = { US: 'en', NO: 'nb', GE: 'de', SW: 'sv', DA: 'da' };
    const expected = current(listOf('category').items).map((item) => ({
      listItemId: item.id,
      translations: [...item.name.matchAll(/([A-Z]{2}):"([^"]*)"/g)].map(([, code = '', text]) => ({
        code,
        language: tags[code],
        text,
      })),
    }));
    expect(data).toEqual({ list: { items: expected } });
    expect(expected.map(({ translations }) => translations.length)).toEqual(expect.arrayContaining([0, 5]));
    expect(calls.filter(({ headers }) => headers['so-language'] === 'x').map(({ path }) => path)).toEqual([
      '/MDOList/category',
    ]);
  });

  test('an unknown code has its text and no language', async () => {
    const seed = ({ lists }: TenantWorld) => {
      const partner = lists.get('category')?.items.find(({ id }) => id === 4);
      if (partner) partner.name = 'XX:"Osa";US:"Partner";';
    };
    await using other = await startCrm({ seed });
    const { data } = await other.query(
      '{ node(id: "TGlzdEl0ZW06Y2F0ZWdvcnk6aXRlbTo0") { ... on ListItem { name translations { code language text } } } }',
    );
    expect(data).toEqual({
      node: {
        name: 'Partner',
        translations: [
          { code: 'XX', language: null, text: 'Osa' },
          { code: 'US', language: 'en', text: 'Partner' },
        ],
      },
    });
  });

  test('of a record has what its list says of it', async () => {
    const row = pick(world.contacts, (each) => each.categoryId === 6 && each.deletedAt === null);
    const other = pick(world.contacts, (each) => each.categoryId === 1 && each.deletedAt === null);
    const { data } = await crm.query(
      `query Of($row: Int!, $other: Int!) {
        gone: contact(contactId: $row) { category { name rank deleted children { name } tooltip } }
        here: contact(contactId: $other) { category { name rank deleted children { name } tooltip } country { name tooltip } } }`,
      { row: row.id, other: other.id },
    );
    expect(data).toEqual({
      gone: { category: { name: 'Former customer', rank: null, deleted: null, children: null, tooltip: null } },
      here: {
        category: { name: 'Customer', rank: 1, deleted: false, children: [], tooltip: null },
        country: { name: itemIn(world, 'country', other.countryId)?.name, tooltip: expect.any(String) },
      },
    });
  });

  test('keeps its name where its list cannot be read', async () => {
    await using other = await startCrm();
    other.superoffice.faults.add({ path: '^/MDOList', fault: { kind: 'status', status: 500 } });
    const { data, errors } = await other.query(
      '{ contact(contactId: 3) { category { name rank nb: name(language: "nb") } } }',
    );
    const { categoryId } = other.superoffice.world().contacts.get(3) ?? { categoryId: 0 };
    expect(data).toEqual({
      contact: { category: { name: itemIn(world, 'category', categoryId)?.name, rank: null, nb: null } },
    });
    expect(new Set(errors?.map(({ extensions }) => extensions.code))).toEqual(new Set(['UPSTREAM_UNAVAILABLE']));
  });
});

test('a list is given to a ticket that the tenant has accepted, and to no other', async () => {
  const text = '{ list(name: "priority") { items { name } } }';
  await crm.query(text);
  for (const ticket of ['Bearer 8A:Cust12345.made-up', crm.superoffice.tickets.expired]) {
    const { data, errors, calls } = await crm.query(text, {}, { ticket });
    expect(data).toEqual({ list: null });
    expect(errors?.map(({ extensions }) => extensions.code)).toEqual(['UNAUTHENTICATED']);
    expect(calls.map(({ path, status }) => [path, status])).toEqual([['/User/currentPrincipal', 401]]);
  }
  const { data, calls } = await crm.query(text, {}, { ticket: crm.superoffice.tickets.mina });
  expect(data).toMatchObject({ list: { items: [{ name: 'Normal' }, { name: 'High' }, { name: 'Low' }] } });
  expect(calls.map(({ path }) => path)).toEqual(['/User/currentPrincipal']);
});
