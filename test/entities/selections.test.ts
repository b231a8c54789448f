import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { JournalEntry } from '../../src/simulator/journal.ts';
import type { TenantWorld } from '../../src/simulator/store.ts';
import { type Crm, expectRequests, startCrm } from '../crm.ts';
import { itemIn, namedIn } from './seeded.ts';

/** Aliases, fragments and directives: what is asked for once, and what is not asked for at all. */

let crm: Crm;
let world: TenantWorld;
beforeAll(async () => {
  crm = await startCrm();
  world = crm.superoffice.world();
});
afterAll(() => crm.close());

const selected = (call: JournalEntry | undefined) => call?.query.$select?.split(',').sort();

describe('a selection', () => {
  test('under aliases, each with fields of its own', async () => {
    const { data, calls } = await crm.query(
      `{ contacts(first: 2) { nodes { owner: associate { fullName } ownerId: associate { associateId }
        short: category { name } long: category { listItemId } name again: name } } }`,
    );
    const rows = [...world.contacts.values()].slice(0, 2);
    expect(data).toEqual({
      contacts: {
        nodes: rows.map((row) => ({
          owner: { fullName: expect.any(String) },
          ownerId: { associateId: row.associateId },
          short: namedIn(world, 'category', row.categoryId),
          long: { listItemId: row.categoryId },
          name: row.name,
          again: row.name,
        })),
      },
    });
    expectRequests(calls, 1);
  });

  test('of the same record under two names is one request', async () => {
    const { data, calls } = await crm.query(
      '{ one: contact(contactId: 5) { name } two: contact(contactId: 5) { orgNr } three: contact(contactId: 6) { code } }',
    );
    expect(data).toMatchObject({
      one: { name: world.contacts.get(5)?.name },
      three: { code: world.contacts.get(6)?.code },
    });
    expectRequests(calls, 1);
    expect(selected(calls[0])).toEqual(['code', 'contactId', 'name', 'orgnr']);
  });

  test('through fragments is merged, and only what they name is asked for', async () => {
    const { data, calls } = await crm.query(
      `query Merged { contact(contactId: 5) { ...Head ... on Contact { category { listItemId } } ... on Node { id } ...Head } }
       fragment Head on Contact { name category { name } associate { ...Who } }
       fragment Who on Associate { name ... on Associate { fullName } }`,
    );
    const row = world.contacts.get(5);
    const category = itemIn(world, 'category', row?.categoryId ?? 0);
    expect(data).toMatchObject({
      contact: { name: row?.name, category: { listItemId: category?.listItemId, name: category?.name } },
    });
    expectRequests(calls, 1);
    expect(selected(calls[0])).toEqual(
      ['contactId', 'name', 'category', 'associateId', 'contactAssociate/fullName'].sort(),
    );
  });

  test.each([
    [true, ['contactId', 'orgnr']],
    [false, ['contactId', 'name']],
  ])('that is skipped or not included is not asked for (%s)', async (other, columns) => {
    const { data, calls } = await crm.query(
      `query Which($other: Boolean!) { contact(contactId: 5) { name @skip(if: $other) orgNr @include(if: $other)
        ... on Contact @include(if: false) { phones { value } } } }`,
      { other },
    );
    const row = world.contacts.get(5);
    expect(data).toEqual({ contact: other ? { orgNr: row?.orgNr || null } : { name: row?.name } });
    expect(calls.map(({ path }) => path)).toEqual(['/Contact']);
    expect(selected(calls[0])).toEqual([...columns].sort());
  });

  test('of nothing but __typename is still the question whether there is one', async () => {
    const { data } = await crm.query(
      '{ here: contact(contactId: 5) { __typename } gone: contact(contactId: 9999) { __typename } }',
    );
    expect(data).toEqual({ here: { __typename: 'Contact' }, gone: null });
  });
});
