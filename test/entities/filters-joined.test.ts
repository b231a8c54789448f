import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { ContactRecord } from '../../src/simulator/store.ts';
import { type Crm, startCrm } from '../crm.ts';
import { expectKept, expectRefused, type FilterCase, textPasses } from './filter-cases.ts';
import { ids, type ListName, page, walk } from './list-walk.ts';

let crm: Crm;
beforeAll(async () => {
  crm = await startCrm();
});
afterAll(() => crm.close());

const inOslo = { city: { eq: 'Oslo' } };
const isInOslo = ({ streetAddress }: ContactRecord) => streetAddress?.city === 'OSLO';
const odd = { category: { in: [1, 3, 5] } };
const isOdd = ({ categoryId }: ContactRecord) => [1, 3, 5].includes(categoryId);
const early = { contactId: { lte: 60 } };
const isEarly = ({ id }: ContactRecord) => id <= 60;

describe('conditions joined', () => {
  const cases: FilterCase<'contacts'>[] = [
    [{ ...inOslo, ...odd, ...early }, (row) => isInOslo(row) && isOdd(row) && isEarly(row)],
    [{ and: [inOslo, odd] }, (row) => isInOslo(row) && isOdd(row)],
    [{ or: [inOslo, odd] }, (row) => isInOslo(row) || isOdd(row)],
    [{ ...early, or: [inOslo, odd] }, (row) => isEarly(row) && (isInOslo(row) || isOdd(row))],
    [{ and: [{ or: [inOslo, odd] }, early] }, (row) => (isInOslo(row) || isOdd(row)) && isEarly(row)],
    [
      { and: [{ or: [inOslo, odd] }, { or: [early, inOslo] }] },
      (row) => (isInOslo(row) || isOdd(row)) && (isEarly(row) || isInOslo(row)),
    ],
    [{ or: [{ and: [inOslo, odd] }, early] }, (row) => (isInOslo(row) && isOdd(row)) || isEarly(row)],
    [
      {
        or: [
          { ...inOslo, ...odd },
          { ...early, or: [odd] },
        ],
      },
      (row) => (isInOslo(row) && isOdd(row)) || (isEarly(row) && isOdd(row)),
    ],
    [{ or: [{ or: [inOslo, { and: [odd, early] }] }] }, (row) => isInOslo(row) || (isOdd(row) && isEarly(row))],
    [{ or: [inOslo] }, isInOslo],
    [{ and: [] }, () => true],
    [{ or: [] }, () => false],
    [{ ...inOslo, and: [] }, isInOslo],
    [{ ...inOslo, or: [] }, () => false],
    [{ or: [{ or: [] }, inOslo] }, isInOslo],
    [{ and: [{ or: [] }, inOslo] }, () => false],
    [{ or: [{ contactId: { in: [] } }, odd] }, isOdd],
    [{ or: [{}, odd] }, () => true],
    [{ or: [{ name: { contains: '' } }, odd] }, () => true],
    [{ and: [{}, odd] }, isOdd],
    [{}, () => true],
    [{ name: {} }, () => true],
    [{ or: [{ contactId: { lte: 2_147_483_647 } }, odd] }, () => true],
    [{ or: [{ associate: { isCurrent: false } }, early] }, (row) => row.associateId !== 5 || isEarly(row)],
  ];
  test.each(cases)('%j', async (filter, keeps) => {
    await expectKept(crm, 'contacts', filter, keeps);
  });

  test('they hold on every further page, whichever way it is found', async () => {
    const filter = { or: [inOslo, odd] };
    const expected = await ids(crm, 'contacts', { first: 500, filter });
    expect((await walk(crm, 'contacts', { first: 7, filter })).ids).toEqual(expected);
    expect((await walk(crm, 'contacts', { last: 7, filter })).ids).toEqual(expected);
    const orderBy = [{ field: 'NAME' }];
    const byName = (await walk(crm, 'contacts', { first: 7, filter, orderBy })).ids;
    expect(byName.toSorted((a, b) => a - b)).toEqual(expected);
  });

  test('and under a parent', async () => {
    const text: string = `{ contacts(first: 20) { nodes { contactId persons(first: 100,
      filter: { or: [{ position: { in: [1] } }, { and: [{ retired: { eq: true } }, { country: { in: [578, 752] } }] }] }) { nodes { personId } } } } }`;
    const { data } = await crm.query(text);
    const { nodes } = (
      data as { contacts: { nodes: { contactId: number; persons: { nodes: { personId: number }[] } }[] } }
    ).contacts;
    const persons = [...crm.superoffice.world().persons.values()].filter(({ deletedAt }) => deletedAt === null);
    for (const {
      contactId,
      persons: { nodes: found },
    } of nodes) {
      const expected = persons.filter(
        (row) =>
          row.contactId === contactId && (row.positionId === 1 || (row.retired && [578, 752].includes(row.countryId))),
      );
      expect(found.map(({ personId }) => personId)).toEqual(expected.map(({ id }) => id));
    }
    expect(nodes.flatMap((each) => each.persons.nodes).length).toBeGreaterThan(20);
  });
});

describe('what is refused, with nothing sent', () => {
  const nulls: [ListName, object, string][] = [
    ['contacts', { contactId: { eq: null } }, 'contactId.eq'],
    ['contacts', { contactId: { in: null } }, 'contactId.in'],
    ['contacts', { contactId: { between: null } }, 'contactId.between'],
    ['contacts', { name: { eq: null } }, 'name.eq'],
    ['contacts', { name: { contains: null, eq: 'x' } }, 'name.contains'],
    ['contacts', { email: { endsWith: null } }, 'email.endsWith'],
    ['contacts', { category: { notIn: null } }, 'category.notIn'],
    ['contacts', { associate: { in: null } }, 'associate.in'],
    ['contacts', { associate: { isCurrent: null } }, 'associate.isCurrent'],
    ['contacts', { createdAt: { before: null } }, 'createdAt.before'],
    ['contacts', { and: [{ or: [{ number: { ne: null } }] }] }, 'and[0].or[0].number.ne'],
    ['persons', { updatedAt: { period: null } }, 'updatedAt.period'],
    ['appointments', { startDate: { after: null } }, 'startDate.after'],
    ['appointments', { endDate: { on: null } }, 'endDate.on'],
    ['appointments', { endDate: { before: null } }, 'endDate.before'],
    ['appointments', { endDate: { between: null } }, 'endDate.between'],
    ['appointments', { description: { beginsWith: null } }, 'description.beginsWith'],
  ];
  test.each(nulls)('%s %j: null is no value to compare with', async (list, filter, name) => {
    await expectRefused(crm, list, filter, new RegExp(`filter\\.${name.replace(/[[\].]/g, '\\$&')} is null`));
  });

  test('nobody is asked who the viewer is for a filter that is refused, nor for one that nothing matches', async () => {
    const unhandled: unknown[] = [];
    const hear = (reason: unknown) => unhandled.push(reason);
    process.on('unhandledRejection', hear);
    const others = { associate: { isCurrent: false } };
    const after = { after: '2026-01-01T00:00:00Z' };
    const headers = { 'x-explain': 'true' };
    const asked = async (filter: object) => {
      const text =
        'query Others($filter: ContactFilter) { contacts(filter: $filter) { totalCount nodes { contactId } } }';
      const { data, errors, extensions } = await crm.query(text, { filter }, { headers });
      return [data.contacts, errors?.map(({ extensions: { code } }) => code), extensions.upstream?.total];
    };
    expect(await asked({ ...others, name: { eq: null } })).toEqual([null, ['BAD_USER_INPUT'], 0]);
    expect(await asked({ or: [others, { createdAt: after }] })).toEqual([null, ['BAD_USER_INPUT'], 0]);
    // A part that would wait for the viewer and then be refused, beside one that is refused at once.
    const refused = { or: [others, { updatedAt: after }] };
    expect(await asked({ and: [refused], or: [{ createdAt: after }] })).toEqual([null, ['BAD_USER_INPUT'], 0]);
    expect(await asked({ ...others, name: { contains: 'x'.repeat(8_000) } })).toEqual([null, ['BAD_USER_INPUT'], 0]);
    expect(await asked({ ...others, contactId: { in: [] } })).toEqual([{ totalCount: 0, nodes: [] }, undefined, 0]);
    process.off('unhandledRejection', hear);
    expect(unhandled).toEqual([]);
  });

  test('a filter field that is null is one that was left out', async () => {
    await expectKept(crm, 'contacts', { name: null, and: null, or: null, ...odd }, isOdd);
  });

  test('under `or`, what only this server can decide', async () => {
    const after = { after: '2026-01-01T00:00:00Z' };
    for (const field of ['createdAt', 'updatedAt']) {
      await expectRefused(crm, 'contacts', { or: [{ [field]: after }, odd] }, /Under `or`/);
      await expectRefused(
        crm,
        'persons',
        { or: [{ and: [{ [field]: after }] }, { retired: { eq: true } }] },
        /Under `or`/,
      );
    }
    await expectRefused(crm, 'appointments', { or: [{ endDate: { on: '2026-03-04' } }] }, /Under `or`/);
    await expectRefused(crm, 'contacts', { or: [{ name: { eq: '25' } }, odd] }, /Under `or`/);
    const besides = { createdAt: after, or: [inOslo, odd] };
    await expectKept(
      crm,
      'contacts',
      besides,
      (row) => row.createdAt > Date.UTC(2026, 0, 1) && (isInOslo(row) || isOdd(row)),
    );
  });

  test('a filter that no address has room for', async () => {
    const many = (count: number, value: (at: number) => unknown) => Array.from({ length: count }, (_, at) => value(at));
    const long = [
      { name: { contains: 'x'.repeat(8_000) } },
      { department: { eq: 'å'.repeat(1_400) } },
      { contactId: { in: many(1_500, (at) => 100_000 + at) } },
      { name: { in: many(300, (at) => `A company with the number ${at}`) } },
      { or: many(300, (at) => ({ number: { beginsWith: String(at) }, stop: { eq: false } })) },
    ];
    for (const filter of long)
      await expectRefused(crm, 'contacts', filter, /\d+ characters of an address, and 8000 have room/);
    const fits = many(1_100, (at) => 100_000 + at);
    await expectKept(crm, 'contacts', { contactId: { in: [...fits, 9] } }, ({ id }) => id === 9);
  });

  test.each<[ListName, object]>([
    ['appointments', { description: { ne: 'x' } }],
    ['appointments', { description: { notContains: 'x' } }],
    ['contacts', { stop: { eq: null } }],
    ['contacts', { stop: {} }],
    ['contacts', { contactId: { eq: '7' } }],
    ['contacts', { contactId: { eq: 2_147_483_648 } }],
    ['contacts', { name: { eq: 7 } }],
    ['contacts', { category: { in: [1, null] } }],
    ['contacts', { or: [null] }],
    ['appointments', { startDate: { after: '2026-01-01' } }],
    ['appointments', { startDate: { on: '2026-02-30' } }],
    ['appointments', { startDate: { period: 'NEXT_CENTURY' } }],
    ['appointments', { startDate: { between: { from: '2026-01-01T00:00:00Z' } } }],
    ['contacts', { 'name eq 1 or name': { eq: 'x' } }],
  ])('%s %j: by the schema', async (list, filter) => {
    const text: string = `query ($filter: ${list === 'contacts' ? 'Contact' : 'Appointment'}Filter) { ${list}(first: 1, filter: $filter) { nodes { id } } }`;
    const { errors, calls } = await crm.query(text, { filter });
    expect(errors?.map(({ extensions }) => extensions.code)).toEqual(['BAD_USER_INPUT']);
    expect(calls).toEqual([]);
  });
});

describe('a name that is a plain number', () => {
  // The CRM compares a number with the key too; the graph compares names.
  const names: Record<number, string> = {
    7: '25',
    8: 'Bar 25',
    25: 'Twenty-five',
    9: '9',
    10: '007',
    11: '+12',
    12: 'Number',
    13: ' 14 ',
    14: 'Blank',
  };
  let numbered: Crm;
  beforeAll(async () => {
    numbered = await startCrm({
      seed: ({ contacts, persons }) => {
        for (const [id, name] of Object.entries(names)) {
          (contacts.get(Number(id)) as ContactRecord).name = name;
          const person = persons.get(Number(id) + 20);
          if (person) Object.assign(person, { firstname: name, middleName: '', lastname: String(Number(id) + 21) });
        }
      },
    });
  });
  afterAll(() => numbered.close());

  const values = ['25', '9', '7', '007', '+12', '12', ' 14 ', '14', '0', '-25', '99999999999999', '2147483648', '2'];
  const operators = ['eq', 'ne', 'beginsWith', 'notBeginsWith', 'contains', 'notContains', 'endsWith'];

  test.each(operators)('%s', async (operator) => {
    for (const value of values) {
      await expectKept(numbered, 'contacts', { name: { [operator]: value } }, ({ name }) =>
        textPasses(operator, name, value),
      );
      await expectKept(
        numbered,
        'persons',
        { fullName: { [operator]: value } },
        ({ firstname, middleName, lastname }) =>
          textPasses(operator, [firstname, middleName, lastname].filter((part) => part !== '').join(' '), value),
      );
    }
  });

  test('in, beside other conditions and in pages', async () => {
    const wanted = ['25', '9', 'blank', '7', '12'];
    await expectKept(numbered, 'contacts', { name: { in: wanted } }, ({ name }) => wanted.includes(name.toLowerCase()));
    const filter = { name: { notContains: '25' }, contactId: { lt: 40 } };
    const found = await walk(numbered, 'contacts', { first: 3, filter });
    expect(found.ids).toEqual(await ids(numbered, 'contacts', { first: 500, filter }));
    expect(found.ids).toContain(25);
    expect(await ids(numbered, 'contacts', { last: 2, filter: { name: { in: ['25', '9'] } } })).toEqual([7, 9]);
    const none = await page(numbered, 'contacts', { first: 1, filter: { name: { eq: '26' } } });
    expect([none.ids, none.pageInfo.hasNextPage]).toEqual([[], false]);
  });
});
