import { describe, expect, test } from 'vitest';
import { runArchive } from '../../../src/simulator/archive/archive.ts';
import type { ArchiveOptions } from '../../../src/simulator/archive/options.ts';
import { Parameters } from '../../../src/simulator/request.ts';
import { contact, createTestCaller, type Envelope, envelope, person, smallWorld } from './small-world.ts';

const world = smallWorld();

function callerWith(options: Partial<ArchiveOptions>) {
  const caller = createTestCaller(world);
  Object.assign(caller.options.archive, options);
  return caller;
}

function keys(parameters: Record<string, string>, options: Partial<ArchiveOptions> = {}, provider = 'SimpleContact') {
  return envelope(callerWith(options), provider, parameters).value.map((row) => Number(row.PrimaryKey));
}

/** Follows links to the end. */
function allPages(parameters: Record<string, string>, options: Partial<ArchiveOptions>): number[][] {
  const caller = callerWith(options);
  const pages: number[][] = [];
  let next: Parameters | null = new Parameters(Object.entries(parameters));
  while (next !== null) {
    const answer: Envelope = runArchive('SimpleContact', next, caller, { path: '/Contact' }).body as Envelope;
    pages.push(answer.value.map((row) => Number(row.PrimaryKey)));
    const link = answer['odata.nextLink'];
    next = link === null ? null : new Parameters(new URL(link).searchParams);
    if (link !== null) expect(new URL(link).pathname).toBe('/Cust12345/api/v1/Contact');
  }
  return pages;
}

describe('pages', () => {
  test('$top and $skip', () => {
    expect(keys({ $top: '2' })).toEqual([2, 7]);
    expect(keys({ $top: '2', $skip: '1' })).toEqual([7, 25]);
    expect(keys({ $top: '0' })).toEqual([]);
    expect(keys({ $skip: '9' })).toEqual([]);
    expect(keys({ $TOP: '1', $ORDERBY: 'contactId desc', $Filter: 'contactId lt 25' })).toEqual([7]);
  });

  test('a link while rows remain, with the same question and a moved $skip', () => {
    const parameters = { $top: '3', $select: 'contactId,name', $filter: "name isNot 'a b'" };
    const caller = callerWith({});
    const link = envelope(caller, 'SimpleContact', parameters)['odata.nextLink'] ?? '';
    expect(link.startsWith(`${caller.baseUrl}/Archive/SimpleContact?`)).toBe(true);
    expect(Object.fromEntries(new URL(link).searchParams)).toEqual({ ...parameters, $skip: '3' });
    expect(allPages(parameters, {})).toEqual([[2, 7, 25], [30]]);
    expect(envelope(caller, 'SimpleContact', { $top: '4' })['odata.nextLink']).toBeNull();
    expect(envelope(caller, 'SimpleContact', { $top: '0' })['odata.nextLink']).toBeNull();
  });

  test('a page limit below $top', () => {
    expect(allPages({ $top: '3' }, { pageLimit: 1 })).toEqual([[2], [7], [25], [30]]);
    expect(allPages({ $top: '100' }, { pageLimit: 3, nextLink: 'whenLimited' })).toEqual([[2, 7, 25], [30]]);
    expect(allPages({ $top: '2' }, { pageLimit: 3, nextLink: 'whenLimited' })).toEqual([[2, 7]]);
    expect(allPages({ $top: '2' }, { pageLimit: 1, nextLink: 'never' })).toEqual([[2]]);
    expect(allPages({}, { defaultTop: 3 })).toEqual([[2, 7, 25], [30]]);
  });

  test('$skip counts rows that are hidden, where it is told to', () => {
    const blind = createTestCaller(world, {}, { hiddenContactIds: new Set([2]) });
    const ask = () => envelope(blind, 'SimpleContact', { $skip: '1', $top: '2' }).value.map((row) => row.PrimaryKey);
    expect(ask()).toEqual(['25', '30']);
    blind.options.archive.skipCountsHiddenRows = true;
    expect(ask()).toEqual(['7', '25']);
    const first = envelope(blind, 'SimpleContact', { $top: '2', $inlineCount: 'True' });
    expect(first.value.map((row) => row.PrimaryKey)).toEqual(['7']);
    expect(first).toMatchObject({ 'odata.count': 3 });
  });

  test('a count where it is asked for', () => {
    const asked = { $top: '1', $inlineCount: 'AllPages' };
    expect(envelope(callerWith({}), 'SimpleContact', asked)).toMatchObject({ 'odata.count': 4 });
    expect(envelope(callerWith({ inlineCountMember: '@count' }), 'SimpleContact', asked)).toMatchObject({
      '@count': 4,
    });
    expect(Object.keys(envelope(callerWith({ inlineCountMember: null }), 'SimpleContact', asked))).toHaveLength(3);
    expect(Object.keys(envelope(callerWith({}), 'SimpleContact', { $inlineCount: 'False' }))).toHaveLength(3);
  });
});

describe('order', () => {
  test('texts by the collation, without regard to case', () => {
    expect(keys({ $orderBy: 'name' })).toEqual([30, 7, 2, 25]);
    expect(keys({ $orderBy: 'name desc' })).toEqual([25, 2, 7, 30]);
    // Sorted as an o in English, as a letter of its own behind z in Norwegian.
    expect(keys({ $orderBy: 'name' }, { collation: 'en' })).toEqual([30, 7, 2, 25]);
    world.contacts.set(40, contact({ id: 40, name: 'Zeta' }));
    expect(keys({ $orderBy: 'name desc', $top: '1' })).toEqual([25]);
    expect(keys({ $orderBy: 'name desc', $top: '1' }, { collation: 'en' })).toEqual([40]);
    world.contacts.delete(40);
  });

  test('a capital letter is the same letter, an accent is not', () => {
    world.contacts.set(41, contact({ id: 41, name: 'NORDLYS TRADING AS', department: 'B' }));
    world.contacts.set(42, contact({ id: 42, name: 'Nördlys Trading AS', department: 'A' }));
    expect(keys({ $orderBy: 'name,department desc', $filter: "name contains 'rdlys'" })).toEqual([2, 41, 42]);
    expect(keys({ $orderBy: 'name,department', $filter: "name contains 'rdlys'" })).toEqual([41, 2, 42]);
    world.contacts.delete(41);
    world.contacts.delete(42);
  });

  test('several columns, each in its direction; the key decides what is left', () => {
    expect(keys({ $orderBy: 'stop desc,contactId desc' })).toEqual([7, 30, 25, 2]);
    expect(keys({ $orderBy: 'stop' })).toEqual([2, 25, 30, 7]);
    expect(keys({ $orderBy: 'updatedDate desc, NAME' })).toEqual([7, 30, 2, 25]);
    expect(keys({ $orderBy: 'contactUdef/SuperOffice:2 desc,contactId' })).toEqual([7, 2, 25, 30]);
  });

  test('undecided rows may come in an order of nobody’s choosing', () => {
    const scrambled = keys({}, { undecidedOrder: 'scrambled' });
    expect([...scrambled].sort((a, b) => a - b)).toEqual([2, 7, 25, 30]);
    expect(scrambled).not.toEqual([2, 7, 25, 30]);
    expect(keys({ $orderBy: 'contactId' }, { undecidedOrder: 'scrambled' })).toEqual([2, 7, 25, 30]);
  });

  test('list columns by text or by rank', () => {
    const germany = world.lists.get('country')?.items.find(({ id }) => id === 276);
    if (germany === undefined) throw new Error('the list of countries has no Germany');
    const rank = germany.rank;
    germany.rank = 99;
    expect(keys({ $orderBy: 'country,contactId' })).toEqual([7, 2, 25, 30]);
    expect(keys({ $orderBy: 'country,contactId' }, { listOrder: 'rank' })).toEqual([2, 25, 30, 7]);
    germany.rank = rank;
  });

  test('list texts in the language of the caller', () => {
    const orderIn = (language: string) =>
      envelope(createTestCaller(world, { 'so-language': language }), 'SimpleContact', {
        $orderBy: 'country,contactId',
      }).value.map((row) => Number(row.PrimaryKey));
    expect(orderIn('en')).toEqual([7, 2, 25, 30]);
    expect(orderIn('nb')).toEqual([2, 25, 30, 7]);
  });

  test('foreign keys by number or by name', () => {
    const asked = { $orderBy: 'contactId desc', $filter: 'contactId oneOf (2,7)' };
    expect(keys(asked, {}, 'FindAppointment')).toEqual([591, 592, 593]);
    expect(keys({ ...asked, $orderBy: 'contactId' }, { keyOrder: 'name' }, 'FindAppointment')).toEqual([591, 592, 593]);
    expect(keys({ ...asked, $orderBy: 'contactId' }, {}, 'FindAppointment')).toEqual([593, 591, 592]);
  });

  test('the end goes by its day', () => {
    const asked = { $orderBy: 'endDate desc,appointmentId' };
    expect(keys(asked, {}, 'FindAppointment')).toEqual([591, 592, 596, 593]);
  });
});

describe('joins to several', () => {
  const asked = { $select: 'contactId,email/emailAddress', $filter: 'contactId in (2,7,25)' };

  test('show the first one', () => {
    expect(envelope(callerWith({}), 'SimpleContact', asked).value.map((row) => row['email/emailAddress'])).toEqual([
      'post@nordlys.example',
      'first@loreal.example',
      '',
    ]);
  });

  test('or give a row for each, all combinations of two joins', () => {
    const multiply = { toMany: 'multiply' } as const;
    expect(
      envelope(callerWith(multiply), 'SimpleContact', asked).value.map((row) => [
        row.contactId,
        row['email/emailAddress'],
      ]),
    ).toEqual([
      [2, 'post@nordlys.example'],
      [7, 'first@loreal.example'],
      [7, 'second@loreal.example'],
      [25, ''],
    ]);
    expect(
      keys({ $select: 'email/emailAddress,contactPhone/formattedNumber', $filter: 'contactId eq 7' }, multiply),
    ).toHaveLength(6);
    expect(keys({ $select: 'contactId', $filter: "email/emailAddress contains 'loreal'" }, multiply)).toEqual([7, 7]);
    expect(keys({ $select: 'contactId', $filter: "email/emailAddress begins 'second'" }, multiply)).toEqual([7]);
    const joined = { $select: 'person/email/emailAddress', $filter: 'appointmentId eq 592' };
    expect(
      envelope(callerWith(multiply), 'FindAppointment', joined).value.map((row) => row['person/email/emailAddress']),
    ).toEqual(['ingrid@loreal.example', 'berg@home.example']);
  });

  test('a table of its own is not touched: nothing of one answer is left for the next', () => {
    world.persons.set(90, person({ id: 90, contactId: 2, firstname: 'New' }));
    expect(keys({ $filter: 'contactId eq 2' }, {}, 'Person')).toEqual([19, 90]);
    world.persons.delete(90);
    expect(keys({ $filter: 'contactId eq 2' }, {}, 'Person')).toEqual([19]);
  });
});
