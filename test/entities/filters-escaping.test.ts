import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createRandom } from '../../src/simulator/random.ts';
import type { ContactRecord, PersonRecord } from '../../src/simulator/store.ts';
import { type Crm, startCrm } from '../crm.ts';
import { expectRefused, textPasses } from './filter-cases.ts';
import { askPage, lists, type RowOf, sortedIds } from './list-walk.ts';

/** What breaks a text out of a filter, a query or an address where it is not escaped, or escaped twice. */
const pieces = [
  "'",
  "''",
  '"',
  '\\',
  "\\'",
  '\\\\',
  '%27',
  '%5C',
  '%',
  '&$top=1',
  '&',
  '=',
  '?',
  '#',
  '+',
  '/',
  ';',
  ',',
  '(',
  ')',
  '(1,2)',
  '\n',
  '\r\n',
  '\t',
  '\u0000',
  '\u00a0',
  '\u2028',
  '😀',
  '👩‍👩‍👧',
  'é',
  'e\u0301',
  'Å',
  'å',
  'ß',
  'İ',
  'ı',
  '中',
  'ø',
  '<b>',
  '$filter',
  '{',
  '}',
  '[I:3]',
  '*',
  '_',
  "' or 1 eq 1 or name eq '",
  "') or getAllRows=true or (name is '",
  ' or ',
  ' and ',
  'null',
  'true',
  '0',
  '7',
  '25',
  ' ',
  'US:"x";',
  '[SR_YES]',
] as const;

const random = createRandom(500);

/** Each piece alone, and texts of one to four of them, all different. */
function generated(count: number): string[] {
  const made = new Set<string>(pieces);
  while (made.size < count) {
    made.add(Array.from({ length: random.int(1, 4) }, () => random.pick([...pieces, 'a', 'b'])).join(''));
  }
  return [...made];
}

const texts = generated(520);

/** Rows of a page. */
const MOST = 50;

let crm: Crm;
beforeAll(async () => {
  crm = await startCrm({
    seed: ({ contacts, persons }) => {
      let next = 0;
      const take = () => texts[(next++ * 7) % texts.length] as string;
      for (const id of contacts.keys()) if (id > 131) contacts.delete(id);
      for (const id of persons.keys()) if (id > 140) persons.delete(id);
      for (const contact of contacts.values())
        Object.assign(contact, { name: take(), department: `x${take()}y`, deletedAt: null });
      for (const person of persons.values()) Object.assign(person, { lastname: take(), title: take() + take() });
    },
  });
});
afterAll(() => crm.close());

/** The comparisons of a filter by the vendor's grammar, each with its texts; read here anew, from the manual alone. */
function comparisons(filter: string): { head: string; values: string[] }[] {
  const quoted = /'((?:[^'\\]|\\[\s\S])*)'/g;
  const values = [...filter.matchAll(quoted)].map(([, inner = '']) => inner.replace(/\\([\s\S])/g, '$1'));
  const bare = filter.replace(quoted, '?');
  expect(bare).not.toMatch(/['\\]/);
  let taken = 0;
  return bare.split(/ and | or /).map((head) => {
    const count = head.split('?').length - 1;
    const own = values.slice(taken, taken + count);
    taken += count;
    return { head, values: own };
  });
}

const heads: Record<string, (column: string) => string> = {
  eq: (column) => `${column} is ?`,
  ne: (column) => `${column} isNot ?`,
  contains: (column) => `${column} contains ?`,
  notContains: (column) => `${column} notContains ?`,
  beginsWith: (column) => `${column} begins ?`,
  notBeginsWith: (column) => `${column} notBegins ?`,
  endsWith: (column) => `endswith(${column},?)`,
};

type Target = readonly ['contacts', 'name' | 'department'] | readonly ['persons', 'lastName' | 'title'];

const reads = {
  name: ({ name }: ContactRecord) => name,
  department: ({ department }: ContactRecord) => department,
  lastName: ({ lastname }: PersonRecord) => lastname,
  title: ({ title }: PersonRecord) => title,
};

async function expectExact([list, field]: Target, operator: string, value: string): Promise<number> {
  crm.superoffice.clear();
  const { page, errors, calls } = await askPage(crm, list, { first: MOST, filter: { [field]: { [operator]: value } } });
  expect(errors, JSON.stringify(value)).toBeUndefined();
  const read = reads[field] as (row: RowOf<typeof list>) => string;
  const rows = lists[list].rows(crm.superoffice.world()) as RowOf<typeof list>[];
  const expected = sortedIds(rows.filter((row) => textPasses(operator, read(row), value)));
  expect(page?.ids, `${field} ${operator} ${JSON.stringify(value)}`).toEqual(expected.slice(0, MOST));
  expect(page?.pageInfo.hasNextPage).toBe(expected.length > MOST);
  const [call] = calls;
  const own = comparisons(call?.query.$filter ?? '')[0];
  // A name that is a plain number is compared with the key too, and asked for as more than one comparison.
  if (!(field === 'name' && /^\s*\d+\s*$/.test(value))) {
    expect(own).toEqual({ head: heads[operator]?.(field), values: [value] });
  }
  expect(Object.keys(call?.query ?? {}).sort()).toEqual(
    expect.arrayContaining(['$filter', '$orderBy', '$select', '$top']),
  );
  expect(call?.query.$top).toBe(String(MOST + 1));
  return expected.length;
}

const targets: Target[] = [
  ['contacts', 'name'],
  ['contacts', 'department'],
  ['persons', 'lastName'],
  ['persons', 'title'],
];

describe('520 texts that would break out', () => {
  test.each(Object.keys(heads))(
    '%s finds what a filter by hand finds, by one comparison',
    async (operator) => {
      let found = 0;
      for (const [at, value] of texts.entries())
        found += await expectExact(targets[at % targets.length] as Target, operator, value);
      expect(found).toBeGreaterThan(60);
    },
    60_000,
  );

  test('in: each value is one of a single comparison', async () => {
    let found = 0;
    for (let at = 0; at < texts.length; at += 4) {
      const values = texts.slice(at, at + 4);
      const [list, field] = targets[(at / 4) % 4] as Target;
      crm.superoffice.clear();
      const { page, calls } = await askPage(crm, list, { first: MOST, filter: { [field]: { in: values } } });
      const read = reads[field] as (row: RowOf<typeof list>) => string;
      const rows = lists[list].rows(crm.superoffice.world()) as RowOf<typeof list>[];
      const expected = sortedIds(rows.filter((row) => values.some((value) => textPasses('eq', read(row), value))));
      expect(page?.ids, JSON.stringify(values)).toEqual(expected);
      expect(comparisons(calls[0]?.query.$filter ?? '')[0]).toEqual({ head: `${field} in (?,?,?,?)`, values });
      found += expected.length;
    }
    expect(found).toBeGreaterThan(40);
  });

  test('literals in the query are the same texts as variables', async () => {
    for (const value of texts.slice(0, 60)) {
      const text: string = `{ contacts(first: 500, filter: { name: { contains: ${JSON.stringify(value)} } }) { nodes { contactId } } }`;
      const { data } = await crm.query(text);
      const { nodes } = (data as { contacts: { nodes: { contactId: number }[] } }).contacts;
      const rows = lists.contacts
        .rows(crm.superoffice.world())
        .filter(({ name }) => textPasses('contains', name, value));
      expect(
        nodes.map(({ contactId }) => contactId),
        JSON.stringify(value),
      ).toEqual(sortedIds(rows));
    }
  });
});

test('half a character, which no address can carry, is refused with nothing sent', async () => {
  for (const value of ['\ud800', 'a\udc00b', '\udfff\ud800']) {
    for (const operator of ['eq', 'contains', 'beginsWith', 'endsWith']) {
      await expectRefused(crm, 'contacts', { name: { [operator]: value } }, /half of a surrogate pair/);
    }
  }
});
