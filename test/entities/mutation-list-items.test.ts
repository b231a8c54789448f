import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { ListItemRecord, TenantWorld } from '../../src/simulator/store.ts';
import { type Crm, startCrm } from '../crm.ts';
import { found, idOf } from './seeded.ts';

/** Items of pick lists: what is stored for each language is read from the simulated CRM's own tables. */

let crm: Crm;
let world: TenantWorld;
beforeAll(async () => {
  crm = await startCrm();
});
afterAll(() => crm.close());
beforeEach(() => {
  crm.superoffice.reset();
  world = crm.superoffice.world();
});

const change = `mutation Change($list: String!, $id: Int!, $input: ListItemInput!) {
  updateListItem(list: $list, listItemId: $id, input: $input) {
    listItem { id list listItemId name tooltip rank deleted translations { code text } }
    errors { __typename path message } } }`;

const item = (list: string, id: number): ListItemRecord =>
  found(world.lists.get(list)?.items.find((each) => each.id === id));
const norwegian = { headers: { 'accept-language': 'nb', 'x-explain': 'true' } };
const codes = (answer: { errors: readonly { extensions: { code: string } }[] | undefined }) =>
  answer.errors?.map(({ extensions }) => extensions.code);

/** The pieces of a stored text as they stand there. */
const pieces = (stored: string) => stored.split(';').filter((piece) => piece !== '');

describe('the text of an item', () => {
  test('in the language in force is changed, and every other stays to the byte', async () => {
    const before = item('task', 2).name;
    const { data, extensions, calls } = await crm.query(
      change,
      { list: 'Task', id: 2, input: { name: 'Besøk hos kunde' } },
      norwegian,
    );
    expect(data.updateListItem).toMatchObject({
      listItem: {
        ...{ id: idOf('ListItem', 'task:item:2'), list: 'task', listItemId: 2, name: 'Besøk hos kunde' },
        ...{ rank: item('task', 2).rank, deleted: false },
      },
      errors: [],
    });
    expect(extensions.upstream?.calls.slice(0, 2).map(({ method, path, kind }) => [method, path, kind])).toEqual([
      ['GET', '/List/Task/Items/2', undefined],
      ['PUT', '/List/Task/Items/2', 'put'],
    ]);
    expect(calls[0]?.headers['so-language']).toBe('x');
    expect(pieces(item('task', 2).name)).toEqual(
      pieces(before).map((piece) => (piece.startsWith('NO:') ? 'NO:"Besøk hos kunde"' : piece)),
    );
  });

  test('keeps odd spacing, order, quotes and unknown languages of the stored text', async () => {
    const odd = 'ZZ:"? \\"x\\" ";  US:"Say ""hi"" ; now";\nNO:"Gammel" ;GE:""';
    item('task', 2).name = odd;
    await crm.query(change, { list: 'task', id: 2, input: { name: 'Ny "navn"' } }, norwegian);
    expect(item('task', 2).name).toBe(odd.replace('NO:"Gammel"', 'NO:"Ny \\"navn\\""'));
    const { data } = await crm.query(change, { list: 'task', id: 2, input: {} }, norwegian);
    expect(data.updateListItem?.listItem?.name).toBe('Ny "navn"');
    expect(data.updateListItem?.listItem?.translations).toHaveLength(4);
  });

  test('all other members of the item are written back as they were', async () => {
    const before = structuredClone(item('task', 3));
    await crm.query(change, { list: 'task', id: 3, input: { rank: 40 } });
    expect(item('task', 3)).toEqual({ ...before, rank: 40 });
    const country = structuredClone(item('country', 578));
    await crm.query(change, { list: 'country', id: 578, input: { name: 'The north' } });
    expect(item('country', 578).extra).toEqual(country.extra);
    expect(item('country', 578).name).toContain('The north');
  });

  test('in named languages is changed or added, the others stay', async () => {
    const before = item('task', 2).name;
    const translations = [
      { language: 'de-AT', text: 'Auswärts' },
      { language: 'fr', text: 'Dehors' },
    ];
    const { data } = await crm.query(change, { list: 'task', id: 2, input: { translations } });
    expect(data.updateListItem?.errors).toEqual([]);
    expect(pieces(item('task', 2).name)).toEqual([
      ...pieces(before).map((piece) => (piece.startsWith('GE:') ? 'GE:"Auswärts"' : piece)),
      'FR:"Dehors"',
    ]);
    expect(data.updateListItem?.listItem?.translations).toContainEqual({ code: 'FR', text: 'Dehors' });
  });

  test('that is plain stays plain, until a language is named beside it', async () => {
    item('category', 2).name = 'Plain';
    await crm.query(change, { list: 'category', id: 2, input: { name: 'Still plain' } }, norwegian);
    expect(item('category', 2).name).toBe('Still plain');
    const translations = [{ language: 'en', text: 'Prospect' }];
    await crm.query(change, { list: 'category', id: 2, input: { translations } }, norwegian);
    expect(item('category', 2).name).toBe('NO:"Still plain";US:"Prospect";');
  });

  test('that is plain is kept for all other readers where only the language in force is given one', async () => {
    const translations = [{ language: 'nb', text: 'Emne' }];
    item('category', 2).name = 'Plain';
    await crm.query(change, { list: 'category', id: 2, input: { translations } }, norwegian);
    expect(item('category', 2).name).toBe('US:"Plain";NO:"Emne";');
    item('category', 2).name = 'Plain';
    await crm.query(change, { list: 'category', id: 2, input: { translations, name: 'Emne' } }, norwegian);
    expect(item('category', 2).name).toBe('NO:"Emne";');
    item('category', 2).name = 'Plain';
    translations.push({ language: 'en', text: 'Prospect' });
    await crm.query(change, { list: 'category', id: 2, input: { translations } }, norwegian);
    expect(item('category', 2).name).toBe('NO:"Emne";US:"Prospect";');
  });

  test('explanation and place: absent, null, "" and a value', async () => {
    const record = item('category', 2);
    const tooltip = 'US:"Help";NO:"Hjelp"';
    for (const [input, expected] of [
      [{ rank: 7 }, tooltip],
      [{ tooltip: 'Mer hjelp' }, 'US:"Help";NO:"Mer hjelp"'],
      [{ tooltip: null }, 'US:"Help";NO:""'],
      [{ tooltip: '' }, 'US:"Help";NO:""'],
    ] as const) {
      Object.assign(item('category', 2), { tooltip, rank: record.rank });
      const { data } = await crm.query(change, { list: 'category', id: 2, input }, norwegian);
      expect(data.updateListItem?.errors).toEqual([]);
      expect(item('category', 2).tooltip).toBe(expected);
      if ('rank' in input) expect(item('category', 2).rank).toBe(7);
    }
    item('category', 2).tooltip = 'Plain help';
    await crm.query(change, { list: 'category', id: 2, input: { tooltip: null } });
    expect(item('category', 2).tooltip).toBe('');
  });

  test('an explanation that is empty in the language in force is none there, and stays in every other', async () => {
    item('task', 2).tooltip = 'US:"At their place";NO:"Hos dem";';
    const { data } = await crm.query(change, { list: 'task', id: 2, input: { tooltip: null } }, norwegian);
    expect(data.updateListItem).toMatchObject({ listItem: { tooltip: null }, errors: [] });
    expect(item('task', 2).tooltip).toBe('US:"At their place";NO:"";');
    const english = { headers: { 'accept-language': 'en' } };
    const again = await crm.query(change, { list: 'task', id: 2, input: {} }, english);
    expect(again.data.updateListItem?.listItem?.tooltip).toBe('At their place');
  });

  test('is fresh afterwards, in every language and wherever it is shown', async () => {
    const lists = `{ list(name: "task") { items { listItemId name } } appointment(appointmentId: 101) { task { name } } }`;
    found(world.appointments.get(101)).taskId = 2;
    await crm.query(lists);
    await crm.query(lists, {}, norwegian);
    await crm.query(change, { list: 'task', id: 2, input: { name: 'Fresh' } });
    const { data } = await crm.query(lists);
    expect(data.list?.items?.find(({ listItemId }) => listItemId === 2)?.name).toBe('Fresh');
    expect(data.appointment?.task?.name).toBe('Fresh');
    const other = await crm.query(lists, {}, norwegian);
    expect(other.data.list?.items?.find(({ listItemId }) => listItemId === 2)?.name).toBe('Møte (eksternt)');
  });
});

describe('a new item', () => {
  const create = `mutation Create($list: String!, $input: CreateListItemInput!) { createListItem(list: $list, input: $input) {
    listItem { listItemId name tooltip rank translations { code text } } errors { __typename path } } }`;

  test('stands in its list at once, in the languages that were named', async () => {
    await crm.query('{ list(name: "category") { items { name } } }');
    const input = {
      ...{ name: 'Partner', tooltip: 'Who helps us', rank: 3 },
      translations: [{ language: 'nb', text: 'Samarbeid' }],
    };
    const { data, calls } = await crm.query(create, { list: 'category', input });
    const record = found(world.lists.get('category')?.items.at(-1));
    expect(record).toMatchObject({ name: 'US:"Partner";NO:"Samarbeid";', tooltip: 'Who helps us', rank: 3 });
    expect(data.createListItem).toEqual({
      listItem: {
        ...{ listItemId: record.id, name: 'Partner', tooltip: 'Who helps us', rank: 3 },
        translations: [
          { code: 'US', text: 'Partner' },
          { code: 'NO', text: 'Samarbeid' },
        ],
      },
      errors: [],
    });
    expect(calls[0]).toMatchObject({ method: 'POST', path: '/List/Category/Items' });
    const { data: after } = await crm.query('{ list(name: "category") { items { name } } }');
    expect(after.list?.items).toContainEqual({ name: 'Partner' });
  });

  test('of a list with another shape, and of one of the tenant', async () => {
    for (const list of ['task', 'udlist98', 'perspos', 'business']) {
      const { data } = await crm.query(create, { list, input: { name: 'New one' } });
      const record = found(world.lists.get(list)?.items.at(-1));
      expect(record.name).toBe('New one');
      expect(data.createListItem).toMatchObject({ listItem: { listItemId: record.id, name: 'New one' }, errors: [] });
    }
  });

  test('is refused to a ticket without the right', async () => {
    const size = world.lists.get('category')?.items.length;
    const { data } = await crm.query(
      create,
      { list: 'category', input: { name: 'x' } },
      { ticket: crm.superoffice.tickets.tove },
    );
    expect(data.createListItem).toEqual({ listItem: null, errors: [{ __typename: 'ForbiddenError', path: [] }] });
    expect(world.lists.get('category')?.items.length).toBe(size);
  });
});

test('a deleted item is marked as deleted and leaves its list', async () => {
  const remove = `mutation Delete($id: Int!) { deleteListItem(list: "category", listItemId: $id) {
    deletedId errors { __typename } } }`;
  await crm.query('{ list(name: "category") { items { listItemId } } }');
  const { data } = await crm.query(remove, { id: 2 });
  expect(data.deleteListItem).toEqual({ deletedId: idOf('ListItem', 'category:item:2'), errors: [] });
  expect(item('category', 2).deleted).toBe(true);
  const { data: after } = await crm.query(
    '{ list(name: "category") { items { listItemId } all: items(includeDeleted: true) { listItemId deleted } } }',
  );
  expect(after.list?.items).not.toContainEqual({ listItemId: 2 });
  expect(after.list?.all).toContainEqual({ listItemId: 2, deleted: true });
  const missing = await crm.query(remove, { id: 4711 });
  expect(missing.data.deleteListItem).toEqual({ deletedId: null, errors: [{ __typename: 'NotFoundError' }] });
});

describe('what cannot be written', () => {
  test.each([
    ['an empty text', { name: '' }, ['name']],
    ['no text', { name: null }, ['name']],
    ['no place', { rank: null }, ['rank']],
    ['no languages', { translations: null }, ['translations']],
    ['an empty text of a language', { translations: [{ language: 'nb', text: ' ' }] }, ['translations', '0', 'text']],
    [
      'a language twice',
      {
        translations: [
          { language: 'nb', text: 'a' },
          { language: 'no', text: 'b' },
        ],
      },
      ['translations', '1', 'language'],
    ],
    [
      'two texts for one language',
      { name: 'a', translations: [{ language: 'en-GB', text: 'b' }] },
      ['translations', '0', 'text'],
    ],
  ])('%s is a ValidationError, and nothing is sent', async (_title, input, path) => {
    const { data, calls } = await crm.query(change, { list: 'task', id: 2, input });
    expect(data.updateListItem?.errors).toMatchObject([{ __typename: 'ValidationError', path }]);
    expect(calls).toEqual([]);
  });

  test('a language that the CRM holds no texts in is BAD_USER_INPUT', async () => {
    const answer = await crm.query(change, {
      ...{ list: 'task', id: 2 },
      input: { translations: [{ language: 'tlh', text: 'x' }] },
    });
    expect([codes(answer), answer.calls]).toEqual([['BAD_USER_INPUT'], []]);
  });

  test.each(['contint', 'persint', 'associate', 'nowhere', '../Contact/1', 'timezone', 'constructor'])(
    'a list without a route (%s) is a ValidationError, and nothing is sent',
    async (list) => {
      const { data, calls } = await crm.query(change, { list, id: 2, input: { rank: 1 } });
      expect(data.updateListItem?.errors).toMatchObject([{ __typename: 'ValidationError', path: ['list'] }]);
      expect(calls).toEqual([]);
    },
  );

  test('a text without language, where the item has several and the request none', async () => {
    const before = item('task', 2).name;
    const untranslated = { headers: { 'so-language': 'x' } };
    const { data } = await crm.query(change, { list: 'task', id: 2, input: { name: 'Raw' } }, untranslated);
    expect(data.updateListItem?.errors).toMatchObject([{ __typename: 'ValidationError', path: ['name'] }]);
    expect(item('task', 2).name).toBe(before);
  });

  test('an item that is not there is a NotFoundError', async () => {
    const { data } = await crm.query(change, { list: 'task', id: 4711, input: { rank: 1 } });
    expect(data.updateListItem?.errors).toMatchObject([{ __typename: 'NotFoundError' }]);
  });
});
