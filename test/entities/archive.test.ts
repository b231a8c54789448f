import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type Crm, expectRequests, startCrm } from '../crm.ts';
import { asked, pageOf, walk } from './archive-question.ts';
import { pick, textIn, userName } from './seeded.ts';

let crm: Crm;
beforeAll(async () => {
  crm = await startCrm();
});
afterAll(() => crm.close());
beforeEach(() => crm.superoffice.reset());

const contacts = () => [...crm.superoffice.world().contacts.values()].filter(({ deletedAt }) => deletedAt === null);

describe('rows', () => {
  test('hold exactly the columns asked for under their names, joins and custom fields included', async () => {
    const world = crm.superoffice.world();
    const row = pick(world.contacts, ({ categoryId, custom }) => categoryId > 0 && custom['SuperOffice:1']);
    const { page, errors, calls } = await asked(crm, {
      provider: 'SimpleContact',
      columns: ['name', 'contactAssociate/fullName', 'category', 'associateId', 'stop', 'contactUdef/SuperOffice:1'],
      filter: `contactId = ${row.id}`,
    });
    const associate = world.associates.get(row.associateId);
    expect(errors).toEqual([]);
    expect(page?.nodes).toEqual([
      {
        name: row.name,
        'contactAssociate/fullName': associate && userName(world, associate),
        category: textIn(world.lists.get('category')?.items.find(({ id }) => id === row.categoryId)?.name ?? ''),
        associateId: associate?.name,
        stop: row.stop,
        'contactUdef/SuperOffice:1': row.custom['SuperOffice:1'],
      },
    ]);
    expect(calls.map(({ path }) => path)).toEqual(['/Archive/SimpleContact/$metadata', '/Contact']);
    expect(calls[1]?.query).toEqual({
      $select: 'name,contactAssociate/fullName,category,associateId,stop,contactUdef/SuperOffice:1,contactId',
      $filter: `contactId eq ${row.id}`,
      $orderBy: 'contactId asc',
      $top: '26',
    });
  });

  test('of documented columns are one request, those of any other provider are first learned', async () => {
    const documented = await asked(crm, { provider: 'FindSale', columns: ['heading'], first: 3 });
    expect(documented.page?.nodes).toEqual([]);
    expectRequests(documented.calls, 1);
    expect(documented.calls[0]?.query).toEqual({
      $select: 'heading,saleId',
      $filter: 'getAllRows=true',
      $orderBy: 'saleId asc',
      $top: '4',
    });
    const question = { provider: 'SimplePerson', columns: ['fullName', 'personUdef/SuperOffice:1'], first: 3 };
    const first = await asked(crm, question);
    const second = await asked(crm, question);
    expectRequests(first.calls, 3);
    expectRequests(second.calls, 1);
    expect(second.page?.nodes).toHaveLength(3);
    expect(second.page).toEqual(first.page);
  });

  test('come in the language of the request, dates as they are written', async () => {
    const row = pick(crm.superoffice.world().contacts, ({ categoryId, deletedAt }) => categoryId > 0 && !deletedAt);
    const question = {
      provider: 'SimpleContact',
      columns: ['category', 'registeredDate', 'deletedDate'],
      filter: `contactId = ${row.id}`,
    };
    const stored = crm.superoffice
      .world()
      .lists.get('category')
      ?.items.find(({ id }) => id === row.categoryId);
    const { nodes } = await pageOf(crm, question, { headers: { 'SO-Language': 'nb' } });
    expect(nodes).toEqual([
      {
        category: textIn(stored?.name ?? '', 'NO'),
        registeredDate: new Date(row.createdAt).toISOString().slice(0, 19),
        deletedDate: '0001-01-01T00:00:00',
      },
    ]);
  });

  test('that the ticket may not see are absent, columns that it may not read are empty', async () => {
    const hidden = crm.superoffice.world().users.find(({ associateId }) => associateId === 10)?.rights.hiddenContactIds;
    const question = { provider: 'SimpleContact', columns: ['contactId', 'orgnr'], first: 500 };
    const { nodes } = await pageOf(crm, question, { ticket: crm.superoffice.tickets.rune });
    expect(nodes.map(({ contactId }) => contactId)).toEqual(
      contacts()
        .map(({ id }) => id)
        .filter((id) => !hidden?.has(id)),
    );
    expect(hidden?.size).toBeGreaterThan(5);
    expect(new Set(nodes.map(({ orgnr }) => orgnr))).toEqual(new Set(['']));
  });

  test('a value that the CRM leaves out is null, and members beside the columns are not shown', async () => {
    crm.superoffice.faults.add({
      path: /^\/Contact$/,
      fault: { kind: 'wrongShape', body: { value: [{ PrimaryKey: '2', EntityName: 'contact', code: 'A', more: 1 }] } },
    });
    const { nodes } = await pageOf(crm, { provider: 'SimpleContact', columns: ['name', 'code'] });
    expect(nodes).toEqual([{ name: null, code: 'A' }]);
  });
});

describe('filter', () => {
  test('means what it says, with `and` before `or`', async () => {
    const columns = ['contactId'];
    const answer = async (filter: string) =>
      (await pageOf(crm, { provider: 'SimpleContact', columns, filter, first: 500 })).nodes.map((row) => row.contactId);
    const ids = (holds: (row: ReturnType<typeof contacts>[number]) => boolean) =>
      contacts()
        .filter(holds)
        .map(({ id }) => id);
    const begins = ids(({ name }) => /^[nv]/i.test(name));
    expect(begins.length).toBeGreaterThan(5);
    expect(await answer('name begins n or name begins V')).toEqual(begins);
    expect(await answer("name begins 'n' or name begins 'v' and stop set true")).toEqual(
      ids(({ name, stop }) => /^n/i.test(name) || (/^v/i.test(name) && stop)),
    );
    expect(await answer("(name begins 'n' or name begins 'v') and category oneOf (1,2)")).toEqual(
      ids(({ name, categoryId }) => /^[nv]/i.test(name) && [1, 2].includes(categoryId)),
    );
    expect(await answer("endswith(name,'as') and contactId between (10,60)")).toEqual(
      ids(({ name, id }) => /as$/i.test(name) && id >= 10 && id <= 60),
    );
  });

  test('holds texts of any kind as one comparison', async () => {
    const texts = [
      "L'Or",
      '\\',
      "a\\'b",
      '%27',
      '&$top=1',
      '#',
      '+',
      '\n',
      '😀',
      "' or 1 eq 1 or name eq '",
      ') or (a',
    ];
    const [row] = contacts();
    for (const text of texts) {
      if (row) row.department = text;
      const filter = `department is '${text.replace(/[\\']/g, '\\$&')}'`;
      const { page, calls } = await asked(crm, { provider: 'SimpleContact', columns: ['department'], filter });
      expect(page?.nodes).toEqual([{ department: text }]);
      expect(calls.map(({ query }) => query.$filter)).toEqual([filter]);
    }
  });

  test('stays one condition beside that of the next page', async () => {
    const filter = 'contactId lt 40 or contactId gt 180';
    const rows = await walk(crm, { provider: 'SimpleContact', columns: ['contactId'], filter, first: 9 });
    expect(rows.map(({ contactId }) => contactId)).toEqual(
      contacts()
        .map(({ id }) => id)
        .filter((id) => id < 40 || id > 180),
    );
    expect(crm.superoffice.calls()[1]?.query.$filter).toMatch(
      /^\(contactId lt 40 or contactId gt 180\) and contactId gt \d+$/,
    );
  });
});

test('entities choose the kinds of rows', async () => {
  const persons = [...crm.superoffice.world().persons.values()].filter(({ deletedAt }) => deletedAt === null);
  const ids = async (entities: string[]) =>
    (await walk(crm, { provider: 'Person', columns: ['personId'], entities, first: 500 })).map((row) => row.personId);
  expect(await ids(['person'])).toEqual(persons.filter(({ retired }) => !retired).map(({ id }) => id));
  expect(await ids(['retiredPerson'])).toEqual(persons.filter(({ retired }) => retired).map(({ id }) => id));
  expect(await ids(['person', 'retiredPerson'])).toEqual(persons.map(({ id }) => id));
});

describe('pages', () => {
  test('in the order of the key ask for what lies behind the last one', async () => {
    crm.superoffice.clear();
    const rows = await walk(crm, { provider: 'SimpleContact', columns: ['contactId', 'name'], first: 50 });
    expect(rows).toEqual(contacts().map(({ id, name }) => ({ contactId: id, name })));
    const calls = crm.superoffice.calls();
    expectRequests(calls, 4);
    // A CRM that gives short pages is asked on by its links, which skip; the pages themselves never do.
    const pages = calls.filter(({ query }) => !query.$skip);
    expect(pages).toHaveLength(4);
    expect(pages[1]?.query.$filter).toMatch(/^contactId gt \d+$/);
  });

  test('in another order are counted, and end in the key', async () => {
    const question = {
      provider: 'SimpleContact',
      columns: ['contactId'],
      orderBy: ['country', 'name DESC'],
      first: 60,
    };
    const rows = await walk(crm, question);
    expect(rows.map((row) => row.contactId).sort((a, b) => Number(a) - Number(b))).toEqual(
      contacts().map(({ id }) => id),
    );
    expect(crm.superoffice.calls()[0]?.query.$orderBy).toBe('country asc,name desc,contactId asc');
    const down = await walk(crm, { provider: 'SimpleContact', columns: ['contactId'], orderBy: ['contactId desc'] });
    expect(down.map((row) => row.contactId)).toEqual(
      contacts()
        .map(({ id }) => id)
        .reverse(),
    );
  });

  test('of no rows ask whether there are any', async () => {
    const { page, calls } = await asked(crm, { provider: 'SimpleContact', columns: ['name'], first: 0 });
    expect(page).toEqual({
      nodes: [],
      edges: [],
      pageInfo: { hasNextPage: true, hasPreviousPage: false, startCursor: null, endCursor: null },
    });
    expect(calls.map(({ query }) => query.$top)).toEqual(['1']);
  });

  test.each([
    ['a server that gives 7 rows at a time and a link', { toMany: 'first', pageLimit: 7 }],
    [
      'a link only where the server gives fewer rows than asked for',
      { toMany: 'first', pageLimit: 7, nextLink: 'whenLimited' },
    ],
    ['joins that multiply rows', { toMany: 'multiply' }],
    ['both', { toMany: 'multiply', pageLimit: 20 }],
  ] as const)('are whole with %s', async (_name, archive) => {
    Object.assign(crm.superoffice.options.archive, archive);
    const columns = ['contactId', 'email/emailAddress'];
    const byKey = await walk(crm, { provider: 'SimpleContact', columns, first: 30 });
    expect(byKey.map((row) => row.contactId)).toEqual(contacts().map(({ id }) => id));
    expect(byKey.map((row) => row['email/emailAddress'])).toEqual(
      contacts().map(({ emails }) => emails[0]?.value ?? ''),
    );
    const byName = await walk(crm, { provider: 'SimpleContact', columns, orderBy: ['name'], first: 30 });
    expect(new Set(byName.map((row) => row.contactId))).toEqual(new Set(contacts().map(({ id }) => id)));
    expect(byName).toHaveLength(byKey.length);
  });

  test('of rows without a key of their own stand by their place', async () => {
    const value = ['a', 'a', 'b'].map((name) => ({ EntityName: 'contact', name }));
    crm.superoffice.faults.add({ fault: { kind: 'wrongShape', body: { 'odata.nextLink': null, value } } });
    const question = { provider: 'SimpleContact', columns: ['name'], orderBy: ['name'], first: 2 };
    const first = await pageOf(crm, question);
    expect(first.nodes).toEqual([{ name: 'a' }, { name: 'a' }]);
    expect(first.pageInfo.hasNextPage).toBe(true);
    expect(new Set(first.edges.map(({ cursor }) => cursor)).size).toBe(2);
  });

  test('go on only for the question that their cursors came from', async () => {
    const question = { provider: 'SimpleContact', columns: ['name'], filter: 'stop set false', first: 3 };
    const { pageInfo } = await pageOf(crm, question);
    const after = pageInfo.endCursor;
    const others = [
      { ...question, provider: 'FindContact' },
      { ...question, columns: ['name', 'code'] },
      { ...question, filter: 'stop set true' },
      { ...question, filter: null },
      { ...question, orderBy: ['contactId desc'] },
      { ...question, entities: ['contact'] },
    ];
    for (const other of others) {
      const { page, errors, calls } = await asked(crm, { ...other, after });
      expect(page).toBeNull();
      expect(errors.map(({ extensions }) => extensions.code)).toEqual(['BAD_CURSOR']);
      expect(calls).toEqual([]);
    }
    // The same question, written in another way and with pages of another length.
    const next = await pageOf(crm, { ...question, filter: '(STOP  set 0)'.replace('STOP', 'stop'), first: 5, after });
    expect(next.nodes).toHaveLength(5);
  });
});

describe('cost', () => {
  test('is that of a connection', async () => {
    const nodes = await crm.query(`{ archive(provider: "SimpleContact", columns: ["name"], first: 50) { nodes } }`);
    expect(nodes.extensions.cost?.requested).toBe(51);
    const edges = await crm.query(
      `{ archive(provider: "SimpleContact", columns: ["name"], first: 50) { edges { node } } }`,
    );
    expect(edges.extensions.cost?.requested).toBe(101);
    const { errors, calls } = await crm.query(
      `{ a: archive(provider: "Person", columns: ["title"], first: 500) { edges { node } } b: archive(provider: "Person", columns: ["title"], first: 500) { edges { node } } c: archive(provider: "Person", columns: ["title"], first: 500) { edges { node } } d: archive(provider: "Person", columns: ["title"], first: 500) { edges { node } } e: archive(provider: "Person", columns: ["title"], first: 500) { edges { node } } }`,
    );
    expect(errors?.map(({ extensions }) => extensions.code)).toEqual(['QUERY_TOO_COMPLEX']);
    expect(calls).toEqual([]);
  });

  test('in requests is known before the first is sent', async () => {
    await using small = await startCrm({ settings: { MAX_UPSTREAM_CALLS: '1' } });
    expect((await asked(small, { provider: 'Person', columns: ['fullName'], first: 1 })).page?.nodes).toHaveLength(1);
    const columns = ['fullName', 'personUdef/SuperOffice:1'];
    const { errors, calls } = await asked(small, { provider: 'Person', columns, first: 1 });
    expect(errors.map(({ extensions }) => extensions.code)).toEqual(['QUERY_TOO_COMPLEX']);
    expect(calls).toEqual([]);
  });
});
