import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { TenantWorld } from '../../src/simulator/store.ts';
import { type Crm, expectRequests, startCrm } from '../crm.ts';
import { orNull } from './seeded.ts';

/** The first of several addresses is the same one, whichever of them a filter has found. */

interface Companies {
  contacts: { nodes: unknown[]; pageInfo: { endCursor: string } };
}
interface Children {
  contacts: { nodes: { contactId: number; persons: { nodes: unknown[] } }[] };
}

describe.each(['first', 'multiply'] as const)('where a join to several gives the %s', (toMany) => {
  let crm: Crm;
  let world: TenantWorld;
  beforeAll(async () => {
    crm = await startCrm({ superoffice: { archive: { toMany } } });
    world = crm.superoffice.world();
  });
  afterAll(() => crm.close());

  /** Rows that come several times may take a request more. */
  const expectOf = (calls: Parameters<typeof expectRequests>[0], count: number) =>
    toMany === 'first' ? expectRequests(calls, count) : expect(calls.length).toBeGreaterThanOrEqual(count);

  const found = () =>
    [...world.persons.values()].filter(
      ({ deletedAt, emails }) => deletedAt === null && emails.some(({ value }) => value.includes('private')),
    );
  const first = (emails: { value: string }[] | undefined) => orNull((emails?.[0]?.value ?? '').trim());

  test('persons by any address: the rows of those found are read by key, without the filter', async () => {
    const { data, errors, calls } = await crm.query(
      'query ByEmail { persons(first: 2, filter: { email: { contains: "private" } }) { nodes { personId email position { name } } pageInfo { hasNextPage } } }',
    );
    expect(errors).toBeUndefined();
    const expected = found().slice(0, 2);
    expect(data.persons?.nodes.map(({ personId, email }) => [personId, email])).toEqual(
      expected.map(({ id, emails }) => [id, first(emails)]),
    );
    expect(data.persons?.pageInfo.hasNextPage).toBe(true);
    expect(first(expected[0]?.emails)).not.toContain('private');
    expectOf(calls, 2);
    expect(calls[0]?.query).toMatchObject({ $select: 'personId', $top: '3' });
    expect(calls.at(-1)?.query).toMatchObject({
      $select: 'personId,email/emailAddress,position',
      $filter: `personId in (${expected.map(({ id }) => id)})`,
    });
  });

  test('companies, beside what else is read of them, and behind a cursor', async () => {
    const filter = { or: [{ email: { contains: 'invoice' } }, { contactId: { lt: 5 } }] };
    const kept = [...world.contacts.values()].filter(
      ({ deletedAt, emails, id }) =>
        deletedAt === null && (id < 5 || emails.some(({ value }) => value.includes('invoice'))),
    );
    let after: string | null = null;
    for (const row of kept.slice(0, 6)) {
      const page = await crm.query(
        `query Companies($filter: ContactFilter, $after: String) { contacts(first: 1, after: $after, filter: $filter) {
          nodes { name email createdBy { associateId } persons(first: 1) { nodes { personId } } } pageInfo { endCursor } } }`,
        { filter, after },
      );
      const { contacts } = page.data as Companies;
      expect(page.errors).toBeUndefined();
      const [person] = [...world.persons.values()].filter(
        ({ contactId, deletedAt }) => contactId === row.id && deletedAt === null,
      );
      expect(contacts.nodes).toEqual([
        {
          ...{ name: row.name, email: first(row.emails), createdBy: { associateId: row.createdBy } },
          persons: { nodes: person ? [{ personId: person.id }] : [] },
        },
      ]);
      after = contacts.pageInfo.endCursor;
    }
    expect(kept.slice(0, 6).some(({ emails }) => emails.length > 1)).toBe(true);
  });

  test('persons of several companies: one request more for all', async () => {
    const { data, errors, calls } = await crm.query(
      `query Children { contacts(first: 15) { nodes { contactId email
        persons(first: 50, filter: { email: { contains: "private" } }) { nodes { personId email } } } } }`,
    );
    expect(errors).toBeUndefined();
    const { nodes } = (data as Children).contacts;
    for (const { contactId, persons } of nodes) {
      const expected = found().filter((person) => person.contactId === contactId);
      expect(persons?.nodes).toEqual(expected.map(({ id, emails }) => ({ personId: id, email: first(emails) })));
    }
    expect(nodes.flatMap(({ persons }) => persons?.nodes ?? []).length).toBeGreaterThan(3);
    expectOf(calls, 3);
  });

  test('nothing is read again where no first one is shown, or the filter is of something else', async () => {
    for (const text of [
      '{ persons(first: 2, filter: { email: { contains: "private" } }) { nodes { fullName mobilePhone } } }',
      '{ persons(first: 2, filter: { firstName: { beginsWith: "A" } }) { nodes { email } } }',
      '{ contacts(first: 2, filter: { phone: { contains: "4" } }) { nodes { email phone } } }',
    ]) {
      const { calls } = await crm.query(text);
      expectOf(calls, 1);
      expect(new Set(calls.map(({ query }) => query.$select)).size).toBe(1);
    }
  });

  test('rows of an archive stand as they come', async () => {
    const { data, calls } = await crm.query(
      `query AsTheyCome { archive(provider: "Person", columns: ["personId", "email/emailAddress"], first: 1,
        filter: "email/emailAddress contains 'private'") { nodes } }`,
    );
    const emails = found()[0]?.emails.map(({ value }) => value) ?? [];
    const shown = toMany === 'first' ? emails[0] : emails.find((value) => value.includes('private'));
    expect(data).toEqual({ archive: { nodes: [{ personId: found()[0]?.id, 'email/emailAddress': shown }] } });
    expectOf(calls, 1);
  });

  test('a row that is gone, or may not be read, costs its own fields', async () => {
    const [person] = found();
    const text =
      'query ReadAgain { persons(first: 1, filter: { email: { contains: "private" } }) { nodes { personId email } } }';
    const again = { path: '^/Person$', skip: 1 };
    const body = { 'odata.nextLink': null, value: [] };
    const take = crm.superoffice.faults.add({ ...again, fault: { kind: 'wrongShape', body } });
    const gone = await crm.query(text);
    take();
    expect(gone.errors).toBeUndefined();
    expect(gone.data).toEqual({ persons: { nodes: [{ personId: person?.id, email: null }] } });
    crm.superoffice.faults.add({ ...again, fault: { kind: 'status', status: 403 } });
    const refused = await crm.query(text);
    crm.superoffice.faults.clear();
    expect(refused.data).toEqual({ persons: { nodes: [{ personId: person?.id, email: null }] } });
    expect(refused.errors?.map(({ extensions }) => extensions.code)).toEqual(['FORBIDDEN']);
  });
});

test.each([
  ['1', '{ persons(first: 2, filter: { email: { contains: "private" } }) { nodes { email } } }'],
  ['2', '{ contact(contactId: 2) { name persons(filter: { email: { contains: "private" } }) { nodes { email } } } }'],
])('what is read again is planned for: above %s requests nothing is sent', async (most, text) => {
  await using small = await startCrm({ settings: { MAX_UPSTREAM_CALLS: most } });
  const { errors, calls } = await small.query(text);
  expect(errors?.map(({ extensions }) => extensions.code)).toEqual(['QUERY_TOO_COMPLEX']);
  expect(errors?.[0]?.message).toContain(`brings this query to ${Number(most) + 1} upstream requests`);
  expect(calls).toEqual([]);
});
