import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Crm, startCrm } from '../crm.ts';
import { idOf } from './seeded.ts';

let crm: Crm;
beforeAll(async () => {
  crm = await startCrm({ settings: { MAX_UPSTREAM_CALLS: '30' } });
});
afterAll(() => crm.close());

/** What the refusal says of the field, its requests and the page that passes. */
async function refusal(text: string, variables: Record<string, unknown> = {}) {
  const { data, errors, calls } = await crm.query(text, variables);
  expect(calls).toEqual([]);
  expect(new Set(errors?.map(({ extensions }) => extensions.code))).toEqual(new Set(['QUERY_TOO_COMPLEX']));
  const [, field, requests, most] =
    /`(\w+)` brings this query to (\d+) upstream requests, and at most (\d+) are made/.exec(
      errors?.[0]?.message ?? '',
    ) ?? [];
  return {
    data,
    errors: errors?.length,
    field,
    requests: Number(requests),
    most: Number(most),
    each: /: `(\w+)` takes one request for each record/.exec(errors?.[0]?.message ?? '')?.[1],
    first: Number(/`first: (\d+)`/.exec(errors?.[0]?.message ?? '')?.[1]),
  };
}

describe('a plan of more requests than may be made', () => {
  test.each([
    ['contacts', 'phones { value }'],
    ['contacts', 'description'],
    ['contacts', 'interests { name }'],
    ['persons', 'salutation'],
    ['persons', 'emails { value }'],
    ['appointments', 'participants { invitationStatus }'],
  ])(
    'is refused before the first: %s with %s; the page that it names passes, one longer does not',
    async (list, field) => {
      const text = `query Long($first: Int!) { ${list}(first: $first) { nodes { ${field} } } }`;
      const told = await refusal(text, { first: 40 });
      expect(told).toEqual({
        data: { [list]: null },
        errors: 1,
        field: list,
        requests: 41,
        most: 30,
        each: field.split(' ')[0],
        first: 29,
      });
      expect((await refusal(text, { first: 30 })).first).toBe(29);
      const passing = await crm.query(text, { first: 29 });
      expect(passing.errors).toBeUndefined();
      expect(passing.calls.length).toBeLessThanOrEqual(30);
    },
  );

  test('counts the layout of custom fields once, where it is not at hand', async () => {
    const text = 'query Own($first: Int!) { contacts(first: $first) { nodes { customFields { key } } } }';
    crm.superoffice.clock.advance(6 * 60_000);
    expect(await refusal(text, { first: 40 })).toMatchObject({ requests: 42, each: 'customFields', first: 28 });
    const twice = `query OwnTwice($first: Int!) {
      contacts(first: $first) { nodes { customFields { key } supportPerson { contact { customFields(keys: ["x_sla_hours"]) { key } } } } } }`;
    expect(await refusal(twice, { first: 40 })).toMatchObject({ requests: 43 });
    const cold = await crm.query(text, { first: 28 });
    expect(cold.errors).toBeUndefined();
    expect(cold.calls.length).toBeLessThanOrEqual(30);
    expect(await refusal(text, { first: 40 })).toMatchObject({ requests: 41, first: 29 });
    const warm = await crm.query(text, { first: 29 });
    expect(warm.errors).toBeUndefined();
  });

  test('counts what is asked about all records by their keys', async () => {
    const text = `query Keyed($first: Int!) {
      persons(first: $first) { nodes { salutation foreignKeys { key } contact { foreignKeys { key } } } } }`;
    expect(await refusal(text, { first: 40 })).toMatchObject({ requests: 43, first: 27 });
    const passing = await crm.query(text, { first: 27 });
    expect(passing.errors).toBeUndefined();
    expect(passing.calls.length).toBeLessThanOrEqual(30);
  });

  test('counts all fields of the operation together', async () => {
    const told = await refusal(
      '{ contacts(first: 20) { nodes { phones { value } } } persons(first: 9) { nodes { salutation } } }',
    );
    expect(told).toMatchObject({ requests: 31, field: 'contacts', first: 19, each: 'phones' });
    const { errors } = await crm.query(
      '{ contacts(first: 19) { nodes { phones { value } } } persons(first: 9) { nodes { salutation } } }',
    );
    expect(errors).toBeUndefined();
  });

  test.each([
    ['a record', 'contact(contactId: 5) { name }'],
    ['records by id', `nodes(ids: ["${idOf('Contact', 5)}"]) { ... on Contact { name } }`],
    ['all users', 'associates { name }'],
  ])('sends nothing for %s ahead of the list that is too much', async (_what, ahead) => {
    for (const fields of [
      [ahead, 'persons(first: 40) { nodes { salutation } }'],
      ['persons(first: 40) { nodes { salutation } }', ahead],
    ]) {
      const { errors, calls } = await crm.query(`{ ${fields.join(' ')} }`);
      expect(errors?.map(({ extensions }) => extensions.code)).toEqual(['QUERY_TOO_COMPLEX']);
      expect(errors?.[0]?.message).toMatch(/^`persons` brings this query to 42 upstream requests.*Nothing was sent\.$/);
      expect(calls).toEqual([]);
    }
  });

  test('counts what nested lists may hold', async () => {
    const text = `query Nested($first: Int!) { contacts(first: $first) { nodes { persons(first: 6) { nodes { emails { value } } } } } }`;
    const told = await refusal(text, { first: 10 });
    expect(told).toMatchObject({ field: 'contacts', requests: 62, each: 'emails', first: 4 });
    const { errors, calls } = await crm.query(text, { first: 4 });
    expect(errors).toBeUndefined();
    expect(calls.length).toBeLessThanOrEqual(30);
  });

  test.each([
    ['one record', '{ contact(contactId: 5) { persons(first: 60) { nodes { emails { value } } } } }', 62, 28],
    ['even one row', '{ contacts(first: 3) { nodes { persons(first: 60) { nodes { emails { value } } } } } }', 182, 9],
    [
      'a record within a record',
      '{ person(personId: 31) { contact { persons(first: 60) { nodes { emails { value } } } } } }',
      62,
      28,
    ],
  ])('names the list within where %s is too much', async (_what, text, requests, first) => {
    const { errors, calls } = await crm.query(text);
    expect(errors?.[0]?.message).toContain(`to ${requests} upstream requests`);
    expect(errors?.[0]?.message).toContain(`With \`first: ${first}\` on \`persons\` it passes.`);
    expect(calls).toEqual([]);
    const passing = await crm.query(text.replace('persons(first: 60)', `persons(first: ${first})`));
    expect(passing.errors).toBeUndefined();
    const beyond = await crm.query(text.replace('persons(first: 60)', `persons(first: ${first + 1})`));
    expect(beyond.errors?.map(({ extensions }) => extensions.code)).toEqual(['QUERY_TOO_COMPLEX']);
  });

  test.each([
    ['a change', 'updateContact(contactId: 5, changes: { code: "Q" })', 'contact'],
    ['a create', 'createContact(input: { name: "Q" })', 'contact'],
    [
      'a patch',
      `patchEntity(id: "${idOf('Contact', 5)}", operations: [{ op: REPLACE, path: "/Number1", value: "Q" }])`,
      'node',
    ],
    ['a key', `setForeignKey(id: "${idOf('Contact', 5)}", app: "App", device: "d", key: "k", value: "1")`, 'node'],
  ])('sends nothing for %s whose payload shows too much', async (_what, write, node) => {
    const shows = (first: number) =>
      `mutation { write: ${write} { ${node} { ... on Contact { description persons(first: ${first}) { nodes { emails { value } } } } } errors { message } } }`;
    const { data, errors, calls } = await crm.query(shows(29) as string);
    expect(data).toEqual({ write: null });
    expect(errors).toMatchObject([{ path: ['write'], extensions: { code: 'QUERY_TOO_COMPLEX' } }]);
    expect(errors?.[0]?.message).toMatch(/to 31 upstream requests.*: `emails` takes one request for each record/);
    expect(errors?.[0]?.message).toContain('With `first: 28` on `persons` it passes. Nothing was sent.');
    expect(calls).toEqual([]);
    const passing = await crm.query(shows(28) as string);
    expect(passing.errors).toBeUndefined();
    expect(passing.data).toMatchObject({ write: { errors: [] } });
  });

  test('counts ids', async () => {
    const ids = Array.from({ length: 40 }, (_, at) => idOf('Contact', 3 + at));
    const { errors, calls } = await crm.query(
      'query Ids($ids: [ID!]!) { nodes(ids: $ids) { ... on Contact { phones { value } } } }',
      { ids },
    );
    expect(errors?.map(({ extensions }) => extensions.code)).toEqual(['QUERY_TOO_COMPLEX']);
    expect(errors?.[0]?.message).toMatch(/`nodes` brings this query to 41 upstream requests.*`phones`/);
    expect(errors?.[0]?.message).toMatch(/With 29 of them it passes/);
    expect(calls).toEqual([]);
  });

  test('takes nothing for a field that is not included', async () => {
    const { errors } = await crm.query(
      'query Left($deep: Boolean!) { contacts(first: 40) { nodes { name phones @include(if: $deep) { value } } } }',
      { deep: false },
    );
    expect(errors).toBeUndefined();
  });

  test('is also held where no plan could foresee it', async () => {
    await using small = await startCrm({ settings: { MAX_UPSTREAM_CALLS: '3' } });
    const { data, errors, calls } = await small.query('{ lists { name items { name } } }');
    const { lists } = data as { lists: { items: unknown[] | null }[] };
    expect(lists.filter(({ items }) => items !== null)).toHaveLength(2);
    expect(errors?.map(({ extensions }) => extensions.code)).toEqual(['UPSTREAM_CALL_LIMIT']);
    expect(calls).toHaveLength(3);
  });
});

describe('the cost', () => {
  const price = async (text: string, variables: Record<string, unknown> = {}) =>
    (await crm.query(text, variables)).extensions.cost;

  test.each([
    ['a record is one', '{ contact(contactId: 3) { name } }', 1],
    ['and each record in it another', '{ contact(contactId: 3) { associate { name } supportPerson { fullName } } }', 3],
    ['list items cost nothing', '{ contact(contactId: 3) { category { name } business { name } } }', 1],
    ['a connection is itself and its rows', '{ contacts(first: 10) { nodes { name } } }', 11],
    ['of 25 where it does not say', '{ contacts { nodes { name } } }', 26],
    ['from the end too', '{ contacts(last: 7) { nodes { name } } }', 8],
    ['edges are objects that hold objects', '{ contacts(first: 10) { edges { cursor node { name } } } }', 21],
    ['page info is one', '{ contacts(first: 10) { pageInfo { hasNextPage } } }', 2],
    [
      'lists within lists multiply',
      '{ contacts(first: 10) { nodes { persons(first: 4) { nodes { fullName } } } } }',
      61,
    ],
    ['any other list counts as five', '{ associates { name } }', 5],
    ['of records in records', '{ contact(contactId: 3) { phones { value } } }', 6],
    ['aliases add up', '{ a: contact(contactId: 3) { name } b: contact(contactId: 4) { name } }', 2],
    ['a list of items is one', '{ list(name: "task") { items { name children { name } } } }', 1],
    ['introspection is free', '{ __schema { types { name } } __typename }', 0],
    [
      'a fragment counts where it is used',
      '{ contact(contactId: 3) { ...F } } fragment F on Contact { associate { name } }',
      2,
    ],
  ])('%s', async (_what, text, requested) => {
    expect(await price(text)).toEqual({ requested, limit: 5000 });
  });

  test('goes by variables, and one for each id', async () => {
    const text =
      'query Priced($first: Int, $ids: [ID!]!) { contacts(first: $first) { nodes { name } } nodes(ids: $ids) { id } }';
    expect(await price(text, { first: 3, ids: [] })).toEqual({ requested: 4, limit: 5000 });
    expect(await price(text, { ids: [idOf('Contact', 3), 'x'] })).toEqual({ requested: 28, limit: 5000 });
  });

  test('of the dearest type of an interface counts', async () => {
    const text = `query Interface($id: ID!) { node(id: $id) { ... on Contact { associate { name } supportPerson { contact { name } } }
      ... on Person { contact { name } } } }`;
    expect(await price(text, { id: idOf('Contact', 3) })).toEqual({ requested: 4, limit: 5000 });
  });

  test('above the limit nothing is done', async () => {
    const text = '{ contacts(first: 500) { nodes { persons(first: 10) { nodes { fullName } } } } }';
    const { data, errors, calls, status } = await crm.query(text);
    expect([data, status, calls]).toEqual([undefined, 400, []]);
    expect(errors?.map(({ extensions }) => extensions.code)).toEqual(['QUERY_TOO_COMPLEX']);
    expect(errors?.[0]?.message).toMatch(/6001 objects.*5000/);
  });
});

describe('a document', () => {
  /** `contact` and `supportPerson` in turns, a key at the bottom. */
  function deep(levels: number): string {
    let text = levels % 2 === 0 ? 'contactId' : 'personId';
    for (let level = levels - 1; level > 1; level--) {
      text = `${level % 2 === 0 ? 'supportPerson' : 'contact'} { ${text} }`;
    }
    return `{ contact(contactId: 3) { ${text} } }`;
  }

  test('of fifteen levels is answered, one of sixteen is not', async () => {
    await using wide = await startCrm();
    expect((await wide.query(deep(15))).errors).toBeUndefined();
    const { errors, calls, status } = await wide.query(deep(16));
    expect(errors?.map(({ extensions }) => extensions.code)).toEqual(['QUERY_TOO_COMPLEX']);
    expect([calls, status]).toEqual([[], 400]);
  });

  test('with introspection as deep as tools ask is answered', async () => {
    const type = (levels: number): string => (levels === 0 ? 'name' : `name ofType { ${type(levels - 1)} }`);
    const { errors } = await crm.query(`{ __schema { types { fields { type { ${type(14)} } } } } }`);
    expect(errors).toBeUndefined();
  });
});
