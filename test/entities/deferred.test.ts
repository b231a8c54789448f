import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import type { TenantWorld } from '../../src/simulator/store.ts';
import { type Crm, startCrm } from '../crm.ts';
import { found, fullName, living, userIn } from './seeded.ts';

/** What a fragment under `@defer` asks for comes in later parts of the answer. */

let crm: Crm;
let world: TenantWorld;
beforeAll(async () => {
  crm = await startCrm();
  world = crm.superoffice.world();
});
afterAll(() => crm.close());
afterEach(() => crm.superoffice.faults.clear());

interface Part {
  data?: Record<string, unknown>;
  errors?: unknown;
  extensions?: { cost?: { requested: number } };
  hasNext: boolean;
  incremental?: { path: (string | number)[]; data: Record<string, unknown>; errors?: unknown }[];
}

/** Every part of the answer, of a refusal the whole. */
async function allParts(query: string): Promise<Part[]> {
  const response = await fetch(crm.url, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      accept: 'multipart/mixed; deferSpec=20220824, application/json',
      authorization: crm.superoffice.tickets.lars,
    },
    body: JSON.stringify({ query }),
  });
  return (await response.text()).split('\r\n---').flatMap((part): Part[] => {
    const json = part.slice(Math.max(0, part.indexOf('\r\n\r\n'))).trim();
    return json.startsWith('{') ? [JSON.parse(json)] : [];
  });
}

/** The same, where none holds an error. */
async function partsOf(query: string): Promise<Part[]> {
  const parts = await allParts(query);
  for (const { errors, incremental } of parts) {
    expect(errors).toBeUndefined();
    for (const each of incremental ?? []) expect(each.errors).toBeUndefined();
  }
  return parts;
}

const deferred = async (query: string) => (await partsOf(query)).flatMap(({ incremental }) => incremental ?? []);

describe('deferred', () => {
  test('fields are asked for when their turn comes, and the rest does not wait for them', async () => {
    crm.superoffice.faults.add({ path: '^/Contact/\\d+$', fault: { kind: 'delay', milliseconds: 200 } });
    const [first, ...parts] = await partsOf(
      '{ contacts(first: 2) { nodes { contactId name ... @defer { phones { value } } } } }',
    );
    const [own, other] = [...world.contacts.values()].slice(0, 2);
    expect(first).toMatchObject({ hasNext: true });
    expect(first?.data).toEqual({
      contacts: {
        nodes: [
          { contactId: own?.id, name: own?.name },
          { contactId: other?.id, name: other?.name },
        ],
      },
    });
    const late = parts.flatMap(({ incremental }) => incremental ?? []);
    const phonesOf = (at: number) => late.find(({ path }) => path.at(-1) === at)?.data.phones;
    expect(phonesOf(0)).toEqual(own?.phones.map(({ value }) => ({ value })));
    expect(phonesOf(1)).toEqual(other?.phones.map(({ value }) => ({ value })));
  });

  test.each([
    ['phones { value }', ['GET /Contact', 'GET /Contact/2', 'GET /Contact/3']],
    ['persons(first: 25) { nodes { fullName } }', ['GET /Contact', 'GET /Person']],
    ['department phones { value }', ['GET /Contact', 'GET /Contact', 'GET /Contact/2', 'GET /Contact/3']],
  ])('%s: rows that are there are asked for again for nothing but columns', async (fields, requests) => {
    crm.superoffice.clear();
    const late = await deferred(`{ contacts(first: 2) { nodes { name ... @defer { ${fields} } } } }`);
    expect(late).toHaveLength(2);
    const sent = crm.superoffice.calls().map(({ method, path }) => `${method} ${path}`);
    expect(sent.sort()).toEqual(requests);
    const whole = await crm.query(`{ contacts(first: 2) { nodes { ${fields} } } }`);
    expect({ contacts: { nodes: late.map(({ data }) => data) } }).toEqual(whole.data);
  });

  test("the tenant's own fields, by their keys", async () => {
    const own = found([...world.contacts.values()].find((row) => living(row) && row.custom['SuperOffice:2']));
    const [late] = await deferred(
      `{ contacts(first: 1, filter: { contactId: { eq: ${own.id} } }) { nodes { contactId
        ... @defer { customFields(keys: ["SuperOffice:2"]) { value } } } } }`,
    );
    expect(late?.data).toEqual({ customFields: [{ value: own.custom['SuperOffice:2'] }] });
  });

  test('fields that a client calls as every object has members', async () => {
    const late = await deferred(
      '{ contact(contactId: 25) { ... @defer { constructor: name toString: number hasOwnProperty: category { name } __proto__: department } } }',
    );
    const row = found(world.contacts.get(25));
    expect(late.map(({ data }) => JSON.stringify(data))).toEqual([
      expect.stringMatching(
        /^\{"constructor":".*","toString":".*","hasOwnProperty":\{"name":".*"\},"__proto__":".*"\}$/,
      ),
    ]);
    expect(late[0]?.data).toMatchObject({ constructor: row.name, toString: row.number });
  });

  test('fields of the owner, of whom the row needs no id', async () => {
    const late = await deferred(
      '{ contacts(first: 3) { nodes { associate { name ... @defer { fullName email } } } } }',
    );
    const rows = [...world.contacts.values()].slice(0, 3);
    expect(late.map(({ path }) => path[2]).sort()).toEqual([0, 1, 2]);
    for (const { path, data } of late) {
      const owner = rows[path[2] as number]?.associateId ?? 0;
      const email = world.persons.get(world.associates.get(owner)?.personId ?? 0)?.emails[0]?.value;
      expect(data).toEqual({ fullName: userIn(world, owner)?.fullName, email });
    }
  });

  test('references and lists of a record', async () => {
    const [late] = await deferred(
      '{ contact(contactId: 5) { name ... @defer { associate { fullName } persons(first: 2) { nodes { fullName } } } } }',
    );
    const row = found(world.contacts.get(5));
    const people = [...world.persons.values()].filter((each) => living(each) && each.contactId === 5).slice(0, 2);
    expect(late?.data).toEqual({
      associate: { fullName: userIn(world, row.associateId)?.fullName },
      persons: { nodes: people.map((each) => ({ fullName: fullName(each) })) },
    });
  });

  test("an item's id, of a record that needs its name first", async () => {
    const [late] = await deferred('{ contact(contactId: 5) { category { name ... @defer { listItemId } } } }');
    expect(late?.data).toEqual({ listItemId: world.contacts.get(5)?.categoryId });
  });

  // Each of these is asked for at once and, in another part, for more: what is read must hold both.
  test.each([
    ['of an address', 'streetAddress { city }', 'streetAddress { line1 }', { line1: 'Bakkeveien 45' }],
    ['of a list item', 'category { name }', 'category { listItemId }', { listItemId: 1 }],
    ['of an associate', 'associate { email }', 'associate { fullName }', { fullName: 'Mina Kvam' }],
    ['of an associate with its key', 'associate { name }', 'associate { associateId }', { associateId: 7 }],
    [
      'of a list',
      'persons(first: 1) { totalCount }',
      'persons(first: 1) { nodes { fullName } }',
      { nodes: [{ fullName: 'Lars Holm' }] },
    ],
  ])('what is asked for now and deferred for more: a part %s', async (_what, now, later, shown) => {
    const [late] = await deferred(`{ contact(contactId: 2) { ${now} ... @defer { ${later} } } }`);
    expect(late).toMatchObject({ path: ['contact'], data: { [later.replace(/\W.*/, '')]: shown } });
    expect(late).not.toHaveProperty('errors');
  });

  test('a deferred part of a page finds what is read for the nodes, and the other way round', async () => {
    const street = 'streetAddress { line1 }';
    const edges = await deferred(
      `{ contacts(first: 1) { nodes { streetAddress { city } } ... @defer { edges { node { ${street} } } } } }`,
    );
    expect(edges).toMatchObject([{ data: { edges: [{ node: { streetAddress: { line1: 'Bakkeveien 45' } } }] } }]);
    const nodes = await deferred(
      `{ contacts(first: 1) { edges { node { associate { email } } } nodes { ... @defer { associate { fullName } } } } }`,
    );
    expect(nodes).toMatchObject([{ data: { associate: { fullName: 'Mina Kvam' } } }]);
  });

  test('several fragments ask for parts of one field', async () => {
    const parts = await deferred(`{ contact(contactId: 2) { name
      ... @defer { associate { fullName } } ... @defer { associate { email } persons(first: 1) { totalCount } }
      ... @defer { persons(first: 1) { nodes { fullName } } } } }`);
    // They come in the order in which they are read.
    expect(new Set(parts.map(({ data }) => data))).toEqual(
      new Set([
        { associate: { fullName: 'Mina Kvam' } },
        { associate: { email: 'mina.kvam@nordlys.example' }, persons: { totalCount: 10 } },
        { persons: { nodes: [{ fullName: 'Lars Holm' }] } },
      ]),
    );
  });

  test('of one record, a field that only its entity has brings the others with it', async () => {
    const before = crm.superoffice.journal.length;
    const [late] = await deferred('{ contact(contactId: 7) { name ... @defer { phones { value } number } } }');
    const { number, phones } = found(world.contacts.get(7));
    expect(late?.data).toEqual({ phones: phones.map(({ value }) => ({ value })), number });
    const asked = crm.superoffice.journal.slice(before).map(({ path }) => path);
    expect(asked).toEqual(['/Contact', '/Contact/7']);
  });

  test.each([
    ['its row', '^/Contact$', 'contact(contactId: 7) { contactId ... @defer { number category { name } } }'],
    ['its entity', '^/Contact/7$', 'contact(contactId: 7) { contactId ... @defer { phones { value } number } }'],
    ['its entity alone', '^/Contact/7$', 'contact(contactId: 7) { contactId ... @defer { phones { value } } }'],
  ])('of what cannot be read later the error is told: %s', async (_, path, field) => {
    const skip = path === '^/Contact$' ? 1 : 0;
    crm.superoffice.faults.add({ path, skip, fault: { kind: 'status', status: 500 } });
    const [first, last] = await allParts(`{ ${field} }`);
    expect(first).toMatchObject({ data: { contact: { contactId: 7 } } });
    expect(first?.errors).toBeUndefined();
    const [late] = last?.incremental ?? [];
    expect(Object.values(late?.data ?? { none: '' }).every((value) => value === null)).toBe(true);
    expect(late?.errors).toMatchObject([
      {
        path: ['contact', expect.any(String)],
        extensions: { code: 'UPSTREAM_UNAVAILABLE', upstream: { status: 500 } },
      },
    ]);
  });

  test('what cannot be read later costs what needs it alone', async () => {
    const lost = (place: string) => ({ path: ['contact', place], extensions: { code: 'UPSTREAM_UNAVAILABLE' } });
    const persons = 'persons(first: 1) { nodes { personId } }';
    const list = { nodes: [{ personId: found([...world.persons.values()].find((each) => each.contactId === 7)).id }] };
    const fault = { kind: 'status', status: 500 } as const;
    crm.superoffice.faults.add({ path: '^/Contact$', skip: 1, fault });
    const [, byRow] = await allParts(`{ contact(contactId: 7) { contactId ... @defer { number ${persons} } } }`);
    expect(byRow?.incremental).toMatchObject([{ data: { number: null, persons: list }, errors: [lost('number')] }]);
    crm.superoffice.faults.clear();
    crm.superoffice.faults.add({ path: '^/Contact/7$', fault });
    const [, byEntity] = await allParts(
      `{ contact(contactId: 7) { contactId ... @defer { associate { fullName person { fullName } } phones { value } ${persons} } } }`,
    );
    const gone = { phones: null, associate: null, persons: list };
    expect(byEntity?.incremental).toMatchObject([{ data: gone, errors: [lost('associate')] }]);
    crm.superoffice.faults.clear();
    const { id, rank } = found([...world.persons.values()].find((each) => each.rank > 0));
    crm.superoffice.faults.add({ path: `^/Person/${id}$`, fault });
    const [, beside] = await allParts(`{ person(personId: ${id}) { personId ... @defer { salutation rank } } }`);
    const salutation = { path: ['person', 'salutation'], extensions: { code: 'UPSTREAM_UNAVAILABLE' } };
    expect(beside?.incremental).toMatchObject([{ data: { salutation: null, rank }, errors: [salutation] }]);
  });

  test('a deleted company that only a join still shows is read by its entity', async () => {
    const [late] = await deferred(
      '{ appointment(appointmentId: 105) { contact { deleted ... @defer { noMailing orgNr category { name } } } } }',
    );
    expect(late?.data).toEqual({ noMailing: false, orgNr: '901401663', category: { name: 'Partner' } });
  });
});

test('what hangs on an estate alone waits for its turn, the rest goes out with the estate', async () => {
  const before = crm.onoffice.journal.length;
  const parts = await deferred('{ estate(estateId: 2471) { owners { addressId } ... @defer { pictures { kind } } } }');
  expect(parts.map(({ data }) => (data.pictures as unknown[]).length)).toEqual([3]);
  const posts = crm.onoffice.journal.slice(before).map(({ path }) => path);
  expect(posts[0]).toBe('read estate, get idsfromrelation');
  expect(posts.slice(1).join()).toContain('get estatepictures');
});

describe('the price', () => {
  const priceOf = async (query: string) => (await partsOf(query))[0]?.extensions?.cost?.requested;

  test.each([
    '{ __typename ... @defer { contacts(first: 3) { nodes { name } } } }',
    '{ contacts(first: 3) { nodes { name } } ...Later @defer } fragment Later on Query { contacts(first: 3) { nodes { department } } }',
    '{ ... @defer { ... @defer { contacts(first: 3) { nodes { name } } } } }',
    '{ contacts(first: 3) { nodes { contactId ... @defer { name } } } }',
  ])('is that of the same answer in one piece: %s', async (query) => {
    expect(await priceOf(query)).toBe(4);
  });

  test('above the limit nothing is sent, however late it would come', async () => {
    const sent = crm.superoffice.calls().length;
    const query =
      '{ __typename ... @defer { contacts(first: 500) { nodes { persons(first: 10) { nodes { personId } } } } } }';
    const [answer, ...more] = await allParts(query);
    expect(more).toEqual([]);
    expect(answer).toMatchObject({
      errors: [{ extensions: { code: 'QUERY_TOO_COMPLEX', cost: { requested: 6001, limit: 5000 } } }],
    });
    expect(crm.superoffice.calls()).toHaveLength(sent);
  });
});
