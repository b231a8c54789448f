import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { OnOfficeWorld } from '../../../src/simulator/onoffice/store.ts';
import { type Crm, startCrm } from '../../crm.ts';
import { estatesOf, idOf, textIn } from './seeded-estates.ts';

let crm: Crm;
let world: OnOfficeWorld;
beforeAll(async () => {
  crm = await startCrm();
  await crm.query('{ viewer { tenant } }');
});
afterAll(() => crm.close());
beforeEach(() => {
  crm.onoffice.reset();
  crm.superoffice.faults.clear();
  world = crm.onoffice.world();
});

/** Numbers of the estates that an address owns, in their order. */
const owned = (addressId: number, type = 'owner') =>
  world.relations
    .filter((link) => link.type === `estate:address:${type}` && link.child === addressId)
    .map(({ parent }) => parent)
    .sort((one, other) => one - other);
const posts = () => crm.onoffice.journal.map(({ path }) => path);
const paths = (calls: readonly { path: string }[]) => calls.map(({ path }) => path.replace(/^.*\/v1/, ''));

describe('estates of a company', () => {
  test('of many companies: one request for the keys, two for the estates', async () => {
    const { data, errors, calls } = await crm.query(
      '{ contacts(first: 12) { nodes { contactId estates(first: 2) { totalCount nodes { estateId title } pageInfo { hasNextPage } } } } }',
    );
    expect(errors).toBeUndefined();
    const companies = data.contacts?.nodes ?? [];
    expect(companies.map(({ estates }) => estates)).toEqual(
      companies.map(({ contactId }) => {
        const ids = contactId >= 3 && contactId <= 40 ? owned(contactId - 2) : [];
        return {
          totalCount: ids.length,
          nodes: ids.slice(0, 2).map((estateId) => {
            const estate = world.estates.get(estateId);
            return { estateId, title: estate && textIn(estate, 'objekttitel') };
          }),
          pageInfo: { hasNextPage: ids.length > 2 },
        };
      }),
    );
    expect(companies.filter(({ estates }) => (estates?.totalCount ?? 0) > 2).length).toBeGreaterThan(2);
    expect(paths(calls)).toEqual(['/Contact', '/Archive/ForeignKeys']);
    expect(posts()).toHaveLength(2);
    expect(posts()[0]).toBe('get idsfromrelation');
  });

  test('page by page, filtered and ordered, each cursor bound to its company', async () => {
    const page = `query Page($id: Int!, $after: String) { contact(contactId: $id) {
      estates(first: 1, after: $after, orderBy: [{ field: ESTATE_ID, direction: DESC }]) { nodes { estateId } pageInfo { endCursor hasNextPage } } } }`;
    const ask = (after: string | null) => crm.query(page, { id: 3, after });
    const ids = owned(1).reverse();
    const seen: number[] = [];
    let after: string | null = null;
    do {
      const answer: Awaited<ReturnType<typeof ask>> = await ask(after);
      const list = answer.data.contact?.estates;
      seen.push(...(list?.nodes.map(({ estateId }) => estateId) ?? []));
      after = list?.pageInfo.hasNextPage ? list.pageInfo.endCursor : null;
    } while (after !== null);
    expect(seen).toEqual(ids);
    const first = await crm.query(page, { id: 3 });
    const foreign = await crm.query(page, { id: 4, after: first.data.contact?.estates?.pageInfo.endCursor ?? null });
    expect(foreign.errors?.[0]?.extensions.code).toBe('BAD_CURSOR');
    const { data } = await crm.query(
      '{ contact(contactId: 3) { estates(filter: { estateId: { gt: 2471 }, status: { in: ["1", "2", "0"] } }, last: 50) { nodes { estateId } } } }',
    );
    expect(data.contact?.estates?.nodes.map(({ estateId }) => estateId)).toEqual(owned(1).filter((id) => id > 2471));
    const end = await crm.query('{ contact(contactId: 3) { estates(last: 1) { pageInfo { startCursor } } } }');
    const ahead = await crm.query(
      'query Ahead($before: String) { contact(contactId: 3) { estates(last: 2, before: $before) { nodes { estateId } } } }',
      { before: end.data.contact?.estates?.pageInfo.startCursor ?? null },
    );
    expect(ahead.data.contact?.estates?.nodes.map(({ estateId }) => estateId)).toEqual(owned(1).slice(-3, -1));
  });

  test.each([
    ['first: 501', 'BAD_USER_INPUT'],
    ['first: 1, last: 1', 'BAD_USER_INPUT'],
    ['after: "x"', 'BAD_CURSOR'],
    ['filter: { city: { contains: "%" } }', 'BAD_USER_INPUT'],
    ['filter: { estateId: { in: [] } }', null],
  ])('nobody asks whose they are where (%s) is refused, or can hold none', async (args, code) => {
    const text: string = `{ contact(contactId: 3) { name estates(${args}) { nodes { estateId } } } }`;
    const { data, errors, calls } = await crm.query(text);
    const name = crm.superoffice.world().contacts.get(3)?.name;
    expect(errors?.map(({ extensions }) => extensions.code)).toEqual(code ? [code] : undefined);
    expect(data).toEqual({ contact: { name, estates: code ? null : { nodes: [] } } });
    expect(paths(calls)).toEqual(['/Contact']);
    expect(posts()).toEqual([]);
  });

  test('a key that is no number names nothing', async () => {
    const { data, errors } = await crm.query(
      '{ contact(contactId: 41) { foreignKeys { value } estates { totalCount nodes { estateId } } } }',
    );
    expect(errors).toBeUndefined();
    expect(data.contact).toEqual({ foreignKeys: [{ value: 'to be found' }], estates: { totalCount: 0, nodes: [] } });
    expect(posts()).toEqual([]);
  });

  test('through the relations that the settings name', async () => {
    await using wider = await startCrm({ settings: { LINK_RELATIONS: 'owner,interested' } });
    const { data } = await wider.query('{ contact(contactId: 14) { estates(first: 100) { nodes { estateId } } } }');
    const ids = [...new Set([...owned(12), ...owned(12, 'interested')])].sort((one, other) => one - other);
    expect(owned(12, 'interested').length).toBeGreaterThan(0);
    expect(data.contact?.estates?.nodes.map(({ estateId }) => estateId)).toEqual(ids);
  });

  test('through the foreign key that the settings name', async () => {
    await using other = await startCrm({ settings: { LINK_FOREIGN_APP: 'Ledger', LINK_FOREIGN_KEY: 'customerNo' } });
    const { data } = await other.query('{ contact(contactId: 5) { estates { totalCount } } }');
    expect(data.contact?.estates?.totalCount).toBe(0);
    expect(other.onoffice.journal).toEqual([]);
  });

  test('where the keys may not be read, the estates are null with the reason', async () => {
    const { data, errors } = await crm.query('{ contact(contactId: 3) { name estates { totalCount } } }', undefined, {
      ticket: null,
    });
    expect(data.contact).toBeNull();
    expect(errors?.[0]?.extensions.code).toBe('UNAUTHENTICATED');
    expect(posts()).toEqual([]);
  });
});

describe('the company behind an address', () => {
  test('is the one with the lowest id of those that the ticket can see', async () => {
    await using crowded = await startCrm({
      seed: ({ foreignKeys, contacts }) => {
        const key = foreignKeys.find(({ recordId, key: name }) => recordId === 3 && name === 'addressId');
        if (!key) throw new Error('no such key');
        foreignKeys.push({ ...key, id: 9_001, recordId: 60 }, { ...key, id: 9_002, recordId: 2 });
        contacts.delete(2);
      },
    });
    const { data } = await crowded.query('{ estate(estateId: 2471) { owners { addressId contact { contactId } } } }');
    expect(data.estate?.owners).toEqual([
      { addressId: 1, contact: { contactId: 3 } },
      { addressId: 8, contact: { contactId: 10 } },
    ]);
  });

  test('is null where no key names the address', async () => {
    const { data, errors } = await crm.query(
      '{ estate(estateId: 2471) { contactPersons { lastName contact { name } } } }',
    );
    expect(errors).toBeUndefined();
    expect(data.estate?.contactPersons?.map(({ contact }) => contact)).toEqual([null, null]);
  });

  test('and back to its estates, in one query', async () => {
    const { data } = await crm.query(
      '{ estate(estateId: 2471) { owners { contact { estates { nodes { estateId owners { addressId } } } } } } }',
    );
    const first = data.estate?.owners?.[0]?.contact?.estates?.nodes;
    expect(first?.map(({ estateId }) => estateId)).toEqual(owned(1));
    expect(first?.every(({ owners }) => owners?.some(({ addressId }) => addressId === 1))).toBe(true);
  });
});

describe('ids', () => {
  test('lead back to estates and address records, together with those of the other CRM', async () => {
    const ids = [
      idOf('Estate', 2471),
      idOf('OnOfficeAddress', 1),
      idOf('Contact', 3),
      idOf('Estate', 9),
      idOf('OnOfficeAddress', 999),
      idOf('Estate', 2475),
    ];
    const { data, errors } = await crm.query(
      'query Nodes($ids: [ID!]!) { nodes(ids: $ids) { id __typename ... on Estate { externalNumber } ... on OnOfficeAddress { lastName } ... on Contact { contactId } } }',
      { ids },
    );
    expect(errors).toBeUndefined();
    expect(data.nodes).toEqual([
      { id: ids[0], __typename: 'Estate', externalNumber: 'MU-2471' },
      { id: ids[1], __typename: 'OnOfficeAddress', lastName: world.addresses.get(1)?.values.Name },
      { id: ids[2], __typename: 'Contact', contactId: 3 },
      null,
      null,
      { id: ids[5], __typename: 'Estate', externalNumber: 'MU-2475' },
    ]);
    expect(posts()).toEqual(['read address, read estate']);
  });

  test('of address records that are not there lead to nothing, whatever is selected', async () => {
    const { data, errors } = await crm.query(
      'query There($ids: [ID!]!, $of: [_Any!]!) { nodes(ids: $ids) { id } _entities(representations: $of) { ... on OnOfficeAddress { addressId } } }',
      {
        ids: [idOf('OnOfficeAddress', 1), idOf('OnOfficeAddress', 999_999)],
        of: [1, 999_999].map((addressId) => ({ __typename: 'OnOfficeAddress', addressId })),
      },
    );
    expect(errors).toBeUndefined();
    expect(data).toEqual({ nodes: [{ id: idOf('OnOfficeAddress', 1) }, null], _entities: [{ addressId: 1 }, null] });
    expect(posts()).toEqual(['read address']);
  });

  test('lead back one by one', async () => {
    const { data } = await crm.query('query Node($id: ID!) { node(id: $id) { ... on Estate { title } } }', {
      id: idOf('Estate', 2471),
    });
    const [estate] = estatesOf(world);
    expect(data.node).toEqual({ title: estate && textIn(estate, 'objekttitel') });
  });
});

describe('one CRM that is down', () => {
  const both =
    '{ contact(contactId: 3) { name } estates(first: 2) { nodes { externalNumber owners { lastName contact { name } } } } }';

  test('onOffice: the companies are complete', async () => {
    await using own = await startCrm();
    own.onoffice.faults.add({ fault: { kind: 'reset' } });
    const { data, errors } = await own.query(both);
    expect(data).toEqual({ contact: { name: expect.any(String) }, estates: null });
    expect(errors?.map(({ path, extensions: { code } }) => [path, code])).toEqual([
      [['estates'], 'UPSTREAM_UNAVAILABLE'],
    ]);
  });

  test('SuperOffice: the estates are complete, once the ticket is proven', async () => {
    await using own = await startCrm();
    await own.query('{ viewer { tenant } }');
    own.superoffice.faults.add({ fault: { kind: 'reset' } });
    const { data, errors } = await own.query(both);
    expect(data.contact).toBeNull();
    expect(data.estates?.nodes[0]).toMatchObject({
      externalNumber: 'MU-2471',
      owners: [
        { lastName: world.addresses.get(1)?.values.Name, contact: null },
        { lastName: world.addresses.get(8)?.values.Name, contact: null },
      ],
    });
    expect(new Set(errors?.map(({ extensions: { code } }) => code))).toEqual(new Set(['UPSTREAM_UNAVAILABLE']));
  });
});
