import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Crm, expectRequests, startCrm } from '../crm.ts';
import { fullName, idOf } from './seeded.ts';

let crm: Crm;
beforeAll(async () => {
  crm = await startCrm();
});
afterAll(() => crm.close());

describe('an id', () => {
  test.each([
    ['Contact', 3],
    ['Person', 31],
    ['Appointment', 140],
    ['Associate', 7],
  ] as const)('of a %s leads to its record', async (type, key) => {
    const id = idOf(type, key);
    const { data, errors, calls } = await crm.query(
      `query Node($id: ID!) { node(id: $id) { __typename id
        ... on Contact { contactId } ... on Person { personId } ... on Appointment { appointmentId } ... on Associate { associateId } } }`,
      { id },
    );
    expect(errors).toBeUndefined();
    expect(data).toEqual({ node: { __typename: type, id, [`${type.toLowerCase()}Id`]: key } });
    expectRequests(calls, 1);
  });

  test('of a list item leads to it, and to headings apart from items of the same number', async () => {
    const ids = [idOf('ListItem', 'business:item:3'), idOf('ListItem', 'business:heading:3')];
    const { data, calls } = await crm.query(
      `query Items($ids: [ID!]!) { nodes(ids: $ids) { __typename id
        ... on ListItem { list listItemId isHeading name children { name } } } }`,
      { ids },
    );
    const item = { __typename: 'ListItem', list: 'business', listItemId: 3 };
    expect(data).toEqual({
      nodes: [
        { ...item, id: ids[0], isHeading: false, name: 'Education', children: [] },
        {
          ...item,
          id: ids[1],
          isHeading: true,
          name: 'Public sector',
          children: [{ name: 'Education' }, { name: 'Health' }],
        },
      ],
    });
    expect(calls.filter(({ path }) => path.startsWith('/MDOList')).length).toBe(1);
  });

  test('of an item that can no longer be chosen leads to it, as long as a route shows such items', async () => {
    const ids = ['category:item:6', 'category:item:999', 'contint:item:999'].map((key) => idOf('ListItem', key));
    const { data, errors } = await crm.query(
      `query Deleted($ids: [ID!]!, $of: [_Any!]!) { nodes(ids: $ids) { id ... on ListItem { name deleted } }
        _entities(representations: $of) { ... on ListItem { name } } }`,
      { ids, of: [{ __typename: 'ListItem', list: 'category', listItemId: 6 }] },
    );
    expect(errors).toBeUndefined();
    const name = 'Former customer';
    expect(data).toEqual({ nodes: [{ id: ids[0], name, deleted: true }, null, null], _entities: [{ name }] });
  });

  test('of a list that differs by user leads nowhere', async () => {
    const { data, errors } = await crm.query('query Own($id: ID!) { node(id: $id) { id } }', {
      id: idOf('ListItem', 'associate:item:5'),
    });
    expect([data, errors]).toEqual([{ node: null }, undefined]);
  });

  test.each(['', 'x', 'Contact:3', '../Contact/3', 'Q29udGFjdDoz='])(
    'that is none (%s) is refused by node',
    async (id) => {
      const { data, errors, calls } = await crm.query('query Odd($id: ID!) { node(id: $id) { id } }', { id });
      expect(data).toEqual({ node: null });
      expect(errors?.map(({ extensions }) => extensions.code)).toEqual(['BAD_USER_INPUT']);
      expect(calls).toEqual([]);
    },
  );

  test.each([
    ['an unknown type', idOf('Nobody', 3)],
    ['a key that is no number', idOf('Contact', 'x')],
    ['a key beyond all numbers', idOf('Contact', '99999999999')],
    ['a path for a key', idOf('Contact', '3/../4')],
  ])('of %s is nothing, and nothing is sent', async (_what, id) => {
    const { data, errors, calls } = await crm.query('query Nothing($id: ID!) { node(id: $id) { id } }', { id });
    expect([data, errors, calls]).toEqual([{ node: null }, undefined, []]);
  });
});

describe('many ids', () => {
  test('of 50 companies and 50 persons are two requests, in the order asked for', async () => {
    const { contacts, persons } = crm.superoffice.world();
    const firms = [...contacts.values()].filter((row) => row.deletedAt === null).slice(0, 50);
    const people = [...persons.values()].filter((row) => row.deletedAt === null).slice(0, 50);
    const mixed = firms
      .flatMap((firm, at) => [
        { id: idOf('Person', people[at]?.id ?? 0), fullName: people[at] && fullName(people[at]) },
        { id: idOf('Contact', firm.id), name: firm.name },
      ])
      .reverse();
    const { data, errors, calls } = await crm.query(
      'query Many($ids: [ID!]!) { nodes(ids: $ids) { id ... on Contact { name } ... on Person { fullName } } }',
      { ids: mixed.map(({ id }) => id) },
    );
    expect(errors).toBeUndefined();
    expect(data).toEqual({ nodes: mixed });
    expectRequests(calls, 2);
  });

  test('with holes: what is none, is gone or may not be seen is null in its place', async () => {
    const ids = [idOf('Contact', 3), 'nonsense', idOf('Contact', 99999), idOf('Contact', 17), idOf('Contact', 3)];
    const { data, errors } = await crm.query(
      'query Holes($ids: [ID!]!) { nodes(ids: $ids) { ... on Contact { contactId } } }',
      { ids },
      { ticket: crm.superoffice.tickets.rune },
    );
    expect(errors).toBeUndefined();
    expect(data).toEqual({ nodes: [{ contactId: 3 }, null, null, null, { contactId: 3 }] });
  });

  test('with entities: one that may not be seen costs its own place', async () => {
    const ids = [idOf('Contact', 3), idOf('Contact', 34), idOf('Contact', 5)];
    const { data, errors } = await crm.query(
      'query Hidden($ids: [ID!]!) { nodes(ids: $ids) { ... on Contact { contactId phones { value } } } }',
      { ids },
      { ticket: crm.superoffice.tickets.rune },
    );
    expect(errors).toBeUndefined();
    const phonesOf = (id: number) =>
      crm.superoffice
        .world()
        .contacts.get(id)
        ?.phones.map(({ value }) => ({ value }));
    expect(data).toEqual({
      nodes: [{ contactId: 3, phones: phonesOf(3) }, null, { contactId: 5, phones: phonesOf(5) }],
    });
  });

  test('none at all ask nothing', async () => {
    const { data, calls } = await crm.query('query None($ids: [ID!]!) { nodes(ids: $ids) { id } }', { ids: [] });
    expect([data, calls]).toEqual([{ nodes: [] }, []]);
  });

  test('of a kind whose archive fails cost that kind alone', async () => {
    crm.superoffice.faults.add({ path: '^/Person', fault: { kind: 'status', status: 500 } });
    const { data, errors } = await crm.query('query Broken($ids: [ID!]!) { nodes(ids: $ids) { id } }', {
      ids: [idOf('Contact', 3), idOf('Person', 31), idOf('Person', 32)],
    });
    crm.superoffice.faults.clear();
    expect(data).toEqual({ nodes: [{ id: idOf('Contact', 3) }, null, null] });
    expect(errors?.map(({ extensions }) => extensions.code)).toEqual(['UPSTREAM_UNAVAILABLE']);
  });
});

test('fragments on the interface are planned for each type that is there', async () => {
  const ids = [idOf('Contact', 3), idOf('Person', 31)];
  const { data, calls } = await crm.query(
    `query Spread($ids: [ID!]!) { nodes(ids: $ids) { ...Anything } }
     fragment Anything on Node { id ...Firm ... on Person { firstName contact { ...Firm } } }
     fragment Firm on Contact { name category { name } }`,
    { ids },
  );
  const { contacts, persons } = crm.superoffice.world();
  const [firm, person] = [contacts.get(3), persons.get(31)];
  const employer = contacts.get(person?.contactId ?? 0);
  expect(data).toEqual({
    nodes: [
      { id: ids[0], name: firm?.name, category: { name: expect.any(String) } },
      {
        id: ids[1],
        firstName: person?.firstname,
        contact: { name: employer?.name, category: { name: expect.any(String) } },
      },
    ],
  });
  expectRequests(calls, 2);
  expect(calls.find(({ path }) => path === '/Contact')?.query.$select).toBe('contactId,name,category');
});
