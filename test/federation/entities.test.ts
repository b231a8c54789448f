import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Crm, expectRequests, startCrm } from '../crm.ts';
import { idOf } from '../entities/seeded.ts';

let crm: Crm;
beforeAll(async () => {
  crm = await startCrm();
});
afterAll(() => crm.close());

const contacts = (keys: readonly number[]) => keys.map((contactId) => ({ __typename: 'Contact', contactId }));
const upTo = (count: number) => Array.from({ length: count }, (_, at) => at + 1);

const names = `query Names($of: [_Any!]!) { _entities(representations: $of) { ... on Contact { contactId name } } }`;

const any = `query Any($of: [_Any!]!) { _entities(representations: $of) { __typename
  ... on Contact { id contactId } ... on Person { id personId } ... on Appointment { id appointmentId }
  ... on Associate { id associateId } ... on Estate { id estateId } ... on OnOfficeAddress { id addressId }
  ... on ListItem { id list listItemId isHeading } } }`;

describe('records that other graphs point to', () => {
  test('a hundred contacts are one upstream request, whatever their order', async () => {
    const { contacts: rows } = crm.superoffice.world();
    const isThere = (key: number) => rows.has(key) && rows.get(key)?.deletedAt === null;
    const keys = upTo(100).reverse();
    const { data, errors, calls } = await crm.query(names, { of: contacts(keys) });
    expect(errors).toBeUndefined();
    const answered = data._entities.map((each) => each && 'contactId' in each && each.contactId);
    expect(answered).toEqual(keys.map((key) => (isThere(key) ? key : null)));
    expectRequests(calls, 1);
  });

  test('a thousand are as many as the length of URLs makes necessary', async () => {
    const keys = [...upTo(100), ...upTo(900).map((key) => 100_000_000 + key)];
    const { data, errors, calls } = await crm.query(names, { of: contacts(keys) });
    expect(errors).toBeUndefined();
    expect(data._entities).toHaveLength(1000);
    expect(data._entities[1]).toEqual({ contactId: 2, name: expect.stringMatching(/./) });
    expect(data._entities.slice(100)).toEqual(Array.from({ length: 900 }, () => null));
    expectRequests(calls, 3);
  });

  test('as many as an operation may cost, and no more', async () => {
    const { data, errors, calls } = await crm.query(names, { of: contacts(upTo(5001)) });
    expect(data).toBeFalsy();
    expect(errors?.map(({ extensions }) => extensions.code)).toEqual(['QUERY_TOO_COMPLEX']);
    expect(calls).toEqual([]);
  });

  test('of every type by its id, and by the key of its CRM', async () => {
    const estates = await crm.query('{ estates(first: 1) { nodes { estateId owners { addressId } } } }');
    const [estate] = estates.data.estates?.nodes ?? [];
    const natural = [
      ['Contact', { contactId: 3 }, idOf('Contact', 3)],
      ['Person', { personId: 31 }, idOf('Person', 31)],
      ['Appointment', { appointmentId: 140 }, idOf('Appointment', 140)],
      ['Associate', { associateId: 7 }, idOf('Associate', 7)],
      ['Estate', { estateId: estate?.estateId }, idOf('Estate', estate?.estateId ?? 0)],
      [
        'OnOfficeAddress',
        { addressId: estate?.owners?.[0]?.addressId },
        idOf('OnOfficeAddress', estate?.owners?.[0]?.addressId ?? 0),
      ],
      ['ListItem', { list: 'Business', listItemId: 3 }, idOf('ListItem', 'business:item:3')],
    ] as const;
    const byKey = await crm.query(any, { of: natural.map(([__typename, key]) => ({ __typename, ...key })) });
    const byId = await crm.query(any, { of: natural.map(([__typename, , id]) => ({ __typename, id })) });
    expect(byKey.errors).toBeUndefined();
    const expected = natural.map(([__typename, key, id]) =>
      __typename === 'ListItem'
        ? { __typename, id, list: 'business', listItemId: 3, isHeading: false }
        : { __typename, id, ...key },
    );
    expect(byKey.data._entities).toEqual(expected);
    expect(byId.data).toEqual(byKey.data);
  });

  test('what names no record is null in its own place', async () => {
    const of = [
      { __typename: 'Nope', id: 'x' },
      { __typename: 'Contact', id: idOf('Person', 31) },
      { __typename: 'Contact', contactId: 3 },
      { __typename: 'Contact', contactId: 999_999 },
      { __typename: 'Contact', contactId: 'three' },
      { __typename: 'Contact', contactId: -1 },
      { __typename: 'Contact', contactId: 3, id: idOf('Contact', 4) },
      { __typename: 'Contact' },
      { __typename: 'PageInfo', id: 'x' },
      { contactId: 3 },
      'Contact',
      7,
      [],
      { __typename: 'ListItem', list: "business'", listItemId: 3 },
      { __typename: 'ListItem', listItemId: 3 },
      { __typename: 'Person', personId: 31 },
      { __typename: 'Contact', contactId: '3', id: null },
    ];
    const { data, errors } = await crm.query(any, { of });
    expect(errors).toBeUndefined();
    const contact = { __typename: 'Contact', id: idOf('Contact', 3), contactId: 3 };
    const found = new Map<number, unknown>([
      [2, contact],
      [15, { __typename: 'Person', id: idOf('Person', 31), personId: 31 }],
      [16, contact],
    ]);
    expect(data._entities).toEqual(of.map((_, at) => found.get(at) ?? null));
  });

  test('one named twice is read once', async () => {
    const { data, calls } = await crm.query(names, { of: contacts([5, 3, 5]) });
    expect(data._entities.map((each) => each && 'contactId' in each && each.contactId)).toEqual([5, 3, 5]);
    expectRequests(calls, 1);
  });

  test('one named many times needs no more than its one request, and is not refused for more', async () => {
    const { data, errors, calls } = await crm.query(
      `query Phones($of: [_Any!]!) { _entities(representations: $of) { ... on Contact { name phones { value } } } }`,
      { of: contacts(Array.from({ length: 150 }, () => 7)) },
    );
    expect(errors).toBeUndefined();
    const { name, phones } = crm.superoffice.world().contacts.get(7) ?? { name: '', phones: [] };
    expect(data._entities).toEqual(
      Array.from({ length: 150 }, () => ({ name, phones: phones.map(({ value }) => ({ value })) })),
    );
    expect(calls.map(({ path }) => path)).toEqual(['/Contact/7']);
  });

  test('one that may not be read costs its own place', async () => {
    const of = [{ __typename: 'Estate', estateId: 5 }, ...contacts([3])];
    const { data, errors } = await crm.query(any, { of }, { headers: { 'x-onoffice-customer': 'somebody-else' } });
    expect(data._entities).toEqual([null, { __typename: 'Contact', id: idOf('Contact', 3), contactId: 3 }]);
    expect(errors?.map(({ path, extensions }) => [path, extensions.code])).toEqual([[['_entities', 0], 'FORBIDDEN']]);
  });

  test('references of the records come with the same request', async () => {
    const { data, calls } = await crm.query(
      `query Refs($of: [_Any!]!) { _entities(representations: $of) { ... on Contact { name country { name } associate { fullName } } } }`,
      { of: contacts([3, 4]) },
    );
    expect(data._entities).toEqual([
      { name: expect.any(String), country: { name: expect.any(String) }, associate: { fullName: expect.any(String) } },
      { name: expect.any(String), country: { name: expect.any(String) }, associate: { fullName: expect.any(String) } },
    ]);
    expectRequests(calls, 1);
  });
});

describe('without a ticket', () => {
  test('the graph tells what it is', async () => {
    const { data, errors } = await crm.query('{ __typename _service { sdl } }', {}, { ticket: null });
    expect(errors).toBeUndefined();
    expect(data).toMatchObject({ __typename: 'Query' });
    expect(data._service.sdl).toContain('@key(fields: "contactId")');
  });

  test('records are refused, with a hint at what a gateway must be told', async () => {
    const { data, errors, calls } = await crm.query(names, { of: contacts([3, 4]) }, { ticket: null });
    expect(data._entities).toEqual([null, null]);
    expect(errors?.[0]?.extensions.code).toBe('UNAUTHENTICATED');
    expect(errors?.[0]?.message).toContain('gateway');
    expect(calls).toEqual([]);
  });

  test('the graph does not tell what it is where introspection is off, and gateways are served all the same', async () => {
    await using closed = await startCrm({ settings: { INTROSPECTION: 'off' } });
    const { data, errors } = await closed.query('{ _service { sdl } }');
    expect(data).toBeUndefined();
    expect(errors?.[0]?.extensions.code).toBe('GRAPHQL_VALIDATION_FAILED');
    const served = await closed.query(names, { of: contacts([3]) });
    expect(served.data._entities).toEqual([{ contactId: 3, name: expect.stringMatching(/./) }]);
  });
});
