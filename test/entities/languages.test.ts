import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { ListItemRecord, TenantWorld } from '../../src/simulator/store.ts';
import { type Crm, startCrm } from '../crm.ts';
import { pick, textIn } from './seeded.ts';

let crm: Crm;
let world: TenantWorld;
let tasks: ListItemRecord[];
beforeAll(async () => {
  crm = await startCrm();
  world = crm.superoffice.world();
  tasks = (world.lists.get('task')?.items ?? []).filter(({ deleted }) => !deleted);
});
afterAll(() => crm.close());

const languages = [
  ['en', 'US'],
  ['nb', 'NO'],
  ['de', 'GE'],
  ['sv', 'SW'],
  ['da', 'DA'],
] as const;

describe('the language of the request', () => {
  test('a default that the CRM does not know counts as none', async () => {
    await using other = await startCrm({ settings: { DEFAULT_LANGUAGE: 'tlh' } });
    const { data, headers, calls } = await other.query('{ appointments(first: 20) { nodes { task { name } } } }');
    expect(headers.get('content-language')).toBe('en');
    expect(calls.map((call) => call.headers['accept-language'])).toEqual(['en']);
    const english = await crm.query('{ appointments(first: 20) { nodes { task { name } } } }');
    expect(data).toEqual(english.data);
  });

  test.each(languages)('%s: the list of tasks, and the task of each row', async (language, code) => {
    for (const name of ['accept-language', 'so-language']) {
      const headers = { [name]: language };
      const { data, headers: answered } = await crm.query(
        '{ list(name: "task") { items { name } } appointments(first: 20) { nodes { task { name } priority { name } } } }',
        {},
        { headers },
      );
      const priorities = world.lists.get('priority')?.items ?? [];
      const named = (items: readonly ListItemRecord[], id: number) => {
        const item = items.find((each) => each.id === id);
        return item ? { name: textIn(item.name, code) } : null;
      };
      expect(data).toEqual({
        list: { items: tasks.map(({ name }) => ({ name: textIn(name, code) })) },
        appointments: {
          nodes: [...world.appointments.values()].slice(0, 20).map(({ taskId, priorityId }) => ({
            task: named(tasks, taskId),
            priority: named(priorities, priorityId),
          })),
        },
      });
      expect(answered.get('content-language')).toBe(language);
    }
  });

  test.each(['x', '*'])('none (%s): texts as they are stored', async (language) => {
    const { data } = await crm.query(
      '{ list(name: "task") { items { name } } appointment(appointmentId: 101) { task { name } } }',
      {},
      { headers: { 'so-language': language, 'accept-language': 'de' } },
    );
    const task = tasks.find(({ id }) => id === world.appointments.get(101)?.taskId);
    expect(data).toEqual({
      list: { items: tasks.map(({ name }) => ({ name })) },
      appointment: { task: { name: task?.name } },
    });
    expect(task?.name).toMatch(/^US:"/);
  });

  test.each([
    ['none', '*'],
    ['none that the CRM has', 'tlh'],
  ])('is that of the settings where the request names %s', async (_what, header) => {
    await using german = await startCrm({ settings: { DEFAULT_LANGUAGE: 'de' } });
    const answer = await german.query(
      '{ list(name: "task") { items { name } } contact(contactId: 3) { category { name } } viewer { language } }',
      {},
      { headers: { 'accept-language': header } },
    );
    const category = world.lists.get('category')?.items.find(({ id }) => id === world.contacts.get(3)?.categoryId);
    expect(answer.data).toEqual({
      list: { items: tasks.map(({ name }) => ({ name: textIn(name, 'GE') })) },
      contact: { category: { name: textIn(category?.name ?? '', 'GE') } },
      viewer: { language: 'de' },
    });
    expect(answer.headers.get('content-language')).toBe('de');
    expect(answer.calls.find(({ path }) => path === '/Contact')?.headers['accept-language']).toBe('de');
  });

  test('SO-Language goes before Accept-Language', async () => {
    const headers = { 'so-language': 'sv', 'accept-language': 'de' };
    const { data } = await crm.query('{ list(name: "perspos") { items { name } } }', {}, { headers });
    expect(data).toMatchObject({ list: { items: [{ name: 'VD' }, { name: 'Ekonomichef' }, {}, {}, {}] } });
  });

  test.each([
    ['the most wanted', 'fr;q=0.1, de;q=0.9, en;q=0.5', 'de'],
    ['a region as its language', 'de-AT', 'de'],
    ['nynorsk as Norwegian', 'nn', 'nb'],
    ['one that nobody knows counts as none', 'tlh', 'en'],
    ['nonsense counts as none', '<script>', 'en'],
  ])('%s', async (_what, header, language) => {
    const { data, headers } = await crm.query(
      '{ viewer { language } list(name: "task") { items { name } } }',
      {},
      { headers: { 'accept-language': header } },
    );
    const code = languages.find(([tag]) => tag === language)?.[1];
    expect(data).toEqual({
      viewer: { language },
      list: { items: tasks.map(({ name }) => ({ name: textIn(name, code) })) },
    });
    expect(headers.get('content-language')).toBe(language);
  });

  test('headers go to the CRM as they came, with each request for records', async () => {
    const headers = { 'accept-language': 'de-AT, en;q=0.3', 'so-culture': 'de-DE' };
    const { calls } = await crm.query('{ contact(contactId: 3) { name description } }', {}, { headers });
    for (const { headers: sent } of calls) expect(sent).toMatchObject(headers);
    const own = await crm.query('{ contact(contactId: 3) { name } }', {}, { headers: { 'so-language': 'nb-NO' } });
    expect(own.calls[0]?.headers['so-language']).toBe('nb-NO');
  });
});

describe('headers that are the word for nothing', () => {
  test('belong to the request that they came with', async () => {
    await crm.query('{ contact(contactId: 3) { name } }', {}, { headers: { 'so-culture': 'null' } });
    const { calls } = await crm.query('{ contact(contactId: 4) { name } }');
    expect(calls).toHaveLength(1);
    expect(calls[0]?.headers).not.toHaveProperty('so-culture');
  });
});

describe('a language by argument', () => {
  test('several in one query: the list once more, untranslated', async () => {
    await using fresh = await startCrm();
    const { data, errors, calls } = await fresh.query(
      `{ list(name: "task") { items { name en: name(language: "en") nb: name(language: "nb-NO") de: name(language: "de") } } }`,
    );
    expect(errors).toBeUndefined();
    expect(data).toEqual({
      list: {
        items: tasks.map(({ name }) => ({
          name: textIn(name),
          en: textIn(name),
          nb: textIn(name, 'NO'),
          de: textIn(name, 'GE'),
        })),
      },
    });
    expect(calls.map(({ path, headers }) => [path, headers['so-language']]).sort()).toEqual([
      ['/MDOList/task', 'en'],
      ['/MDOList/task', 'x'],
    ]);
  });

  test('of items that records point to: the row, and the list once', async () => {
    await using fresh = await startCrm();
    const { data, calls } = await fresh.query(
      '{ appointments(first: 30) { nodes { task { name sv: name(language: "sv") } } } }',
      {},
      { headers: { 'accept-language': 'da' } },
    );
    expect(data).toEqual({
      appointments: {
        nodes: [...world.appointments.values()].slice(0, 30).map(({ taskId }) => {
          const name = tasks.find(({ id }) => id === taskId)?.name ?? '';
          return { task: { name: textIn(name, 'DA'), sv: textIn(name, 'SW') } };
        }),
      },
    });
    expect(calls.filter(({ path }) => path.startsWith('/MDOList'))).toHaveLength(1);
    expect(calls.find(({ path }) => path === '/Appointment')?.query.$mode).toBe('Full');
  });

  test('of headings and their children', async () => {
    const { data } = await crm.query(
      '{ list(name: "business") { items { name(language: "sv") translations { code text } children { name(language: "sv") } } } }',
    );
    const { headings = [], items = [] } = world.lists.get('business') ?? {};
    const under = (id: number) => items.filter(({ headingIds }) => headingIds.includes(id));
    expect(data).toMatchObject({
      list: {
        items: [
          ...headings.map(({ id, name }) => ({
            name: textIn(name, 'SW'),
            translations: languages.map(([, code]) => ({ code, text: textIn(name, code) })),
            children: under(id).map((item) => ({ name: textIn(item.name, 'SW') })),
          })),
          { name: 'IT' },
        ],
      },
    });
  });

  test('that the list does not hold is null, and a plain text is the same in each', async () => {
    await using fresh = await startCrm();
    const { data, errors, calls } = await fresh.query(
      `query NotHeld { category: list(name: "category") { items { fr: name(language: "fr") pl: name(language: "pl") sv: name(language: "sv") } }
        contact(contactId: 3) { category { name fr: name(language: "fr") da: name(language: "da") } } }`,
    );
    expect(errors).toBeUndefined();
    const categories = (world.lists.get('category')?.items ?? []).filter(({ deleted }) => !deleted);
    const own = categories.find(({ id }) => id === world.contacts.get(3)?.categoryId)?.name ?? '';
    const isPlain = (name: string) => !name.includes(':"');
    expect(data).toEqual({
      category: {
        items: categories.map(({ name }) => ({
          fr: isPlain(name) ? name : null,
          pl: isPlain(name) ? name : null,
          sv: textIn(name, 'SW'),
        })),
      },
      contact: { category: { name: textIn(own), fr: null, da: textIn(own, 'DA') } },
    });
    expect(categories.map(({ name }) => isPlain(name))).toEqual(expect.arrayContaining([true, false]));
    expect(calls.map(({ path, headers }) => [path, headers['so-language']]).sort()).toEqual([
      ['/Contact', undefined],
      ['/MDOList/category', 'en'],
      ['/MDOList/category', 'x'],
    ]);
  });

  test('of a resource name is what the CRM shows in it', async () => {
    await using fresh = await startCrm({
      seed: ({ lists }) => {
        const plain = lists.get('category')?.items.find(({ id }) => id === 4);
        if (plain) plain.name = '[SR_YES]';
      },
    });
    const { data } = await fresh.query(
      'query Resource { list(name: "category") { items { listItemId de: name(language: "de") } } }',
    );
    expect(data.list?.items).toContainEqual({ listItemId: 4, de: 'Ja' });
  });

  test('that SuperOffice does not have is refused, and the name beside it stands', async () => {
    const { data, errors } = await crm.query(
      '{ contact(contactId: 3) { category { name other: name(language: "tlh") } } }',
    );
    expect(data).toMatchObject({ contact: { category: { name: expect.any(String), other: null } } });
    expect(errors?.map(({ extensions }) => extensions.code)).toEqual(['BAD_USER_INPUT']);
    expect(errors?.[0]?.message).toMatch(/en, nb, de, sv or da/);
  });

  test('that is no tag at all is refused before anything is done', async () => {
    const { errors, calls } = await crm.query('{ list(name: "task") { items { name(language: "!") } } }');
    expect(errors?.map(({ extensions }) => extensions.code)).toEqual(['GRAPHQL_VALIDATION_FAILED']);
    expect(calls).toEqual([]);
  });
});

test.each(['us', 'first', 'raw'] as const)(
  'a text without the language asked for is never shown in pieces (the CRM falls back to %s)',
  async (fallback) => {
    await using other = await startCrm({ superoffice: { languageFallback: fallback } });
    const row = pick(other.superoffice.world().contacts, (each) => each.categoryId === 3 && each.deletedAt === null);
    const { data } = await other.query(
      'query Fallback($id: Int!) { contact(contactId: $id) { category { name } } list(name: "category") { items { name } } }',
      { id: row.id },
      { headers: { 'accept-language': 'fr' } },
    );
    expect(data).toMatchObject({
      contact: { category: { name: 'Vendor' } },
      list: { items: [{ name: 'Customer' }, { name: 'Prospect' }, { name: 'Vendor' }, { name: 'Partner' }, {}] },
    });
  },
);
