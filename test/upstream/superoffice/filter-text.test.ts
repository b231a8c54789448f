import { describe, expect, test } from 'vitest';
import { providerFacts } from '../../../src/reading/columns.ts';
import { parseFilter } from '../../../src/simulator/archive/filter-parser.ts';
import { quoted } from '../../../src/upstream/superoffice/archive.ts';
import { bindFilter, printFilter } from '../../../src/upstream/superoffice/filter-binding.ts';
import { restrictionsOf } from '../../../src/upstream/superoffice/filter-restrictions.ts';
import { columnsOf, type FilterNode, parseFilterText } from '../../../src/upstream/superoffice/filter-text.ts';

function parsed(text: string): FilterNode {
  const node = parseFilterText(text);
  if (!node) throw new Error('the filter is empty');
  return node;
}

const bound = (text: string, provider = 'SimpleContact') =>
  bindFilter(parsed(text), (column) => providerFacts(provider)?.columns.get(column)?.[0]);

/** The filter as it would be sent. */
const sent = (text: string, provider?: string) => printFilter(bound(text, provider));

function refusal(text: string, provider?: string): string {
  try {
    return `not refused: ${sent(text, provider)}`;
  } catch (error) {
    return (error as Error).message;
  }
}

describe('what is sent', () => {
  test.each([
    ["name begins 'Nord'", "name begins 'Nord'"],
    ['name begins and', "name begins 'and'"],
    ['name begins Nord', "name begins 'Nord'"],
    ['name is 25', 'name is 25'],
    ["name='25'", "name is '25'"],
    ["department = 'A' and department != 'B' ", "department is 'A' and department isNot 'B'"],
    ['contactId=5', 'contactId eq 5'],
    ['contactId equals 5 or contactId>7', 'contactId eq 5 or contactId gt 7'],
    ['contactId unequals 5 AND contactId less 9', 'contactId ne 5 and contactId lt 9'],
    ['contactId  in(1,2 , 3)', 'contactId in (1,2,3)'],
    ['contactId notoneof (1)', 'contactId notOneOf (1)'],
    ['contactId between (3,9)', 'contactId between (3,9)'],
    ["name between ('A','B')", "name between ('A','B')"],
    ['category ONEOF (1,2)', 'category oneOf (1,2)'],
    ['category = 3', 'category equals 3'],
    ['associateId currentAssociate', 'associateId currentAssociate'],
    ['associateId associateisoneof (5)', 'associateId associateIsOneOf (5)'],
    ['stop set 1', 'stop set true'],
    ['stop set FALSE', 'stop set false'],
    ["registeredDate after '2026-1-9'", "registeredDate after '2026-1-9'"],
    ['registeredDate after 2026-01-09', "registeredDate after '2026-01-09'"],
    ["registeredDate dateBetween ('2026-01-01','2026-02-01')", "registeredDate between ('2026-01-01','2026-02-01')"],
    ['registeredDate lastweek', 'registeredDate lastWeek'],
    ['registeredDate thisPeriod 2 Weeks', 'registeredDate thisPeriod 2 weeks'],
    ['name isNotNull', 'name isNotNull'],
    ['getAllRows=true', 'getAllRows=true'],
    ['getAllRows set true', 'getAllRows=true'],
    ["EndsWith(name, 'AS')", "endswith(name,'AS')"],
    ["substringof('x', name)", "substringof('x',name)"],
    ["contains('x',name)", "contains(name,'x')"],
    ['next(registeredDate,3,DAYS)', 'next(registeredDate,3,days)'],
    ['this(registeredDate,months)', 'this(registeredDate,months)'],
    ["contactAssociate/fullName begins 'M'", "contactAssociate/fullName begins 'M'"],
    ['contactInterestIds oneOf (2,3)', 'contactInterestIds oneOf (2,3)'],
  ])('%s', (text, expected) => {
    expect(sent(text)).toBe(expected);
    expect(sent(expected)).toBe(expected);
  });

  test('only the start of an appointment is compared as an instant, of all columns that hold days', () => {
    const instant = "date afterTime '2026-03-01T08:00:00'";
    expect(sent(instant, 'FindAppointment')).toBe(instant);
    expect(refusal(instant, 'FindSale')).toContain('is not compared by `afterTime`');
    expect(refusal("endDate afterTime '2026-03-01'", 'FindAppointment')).toContain('is not compared by `afterTime`');
    expect(sent("createdAt beforeTime '2026-03-01 08:00'", 'Ticket')).toBe("createdAt beforeTime '2026-03-01 08:00'");
  });

  test('`and` binds tighter than `or`, and parentheses stay where they decide', () => {
    const text = 'contactId eq 1 or contactId eq 2 and (stop set true or ((stop set false)))';
    expect(parsed(text)).toMatchObject({
      kind: 'or',
      parts: [{ kind: 'term' }, { kind: 'and', parts: [{ kind: 'term' }, { kind: 'or' }] }],
    });
    expect(sent(text)).toBe('contactId eq 1 or contactId eq 2 and (stop set true or stop set false)');
    expect(sent('(contactId eq 1 and (contactId eq 2 and stop set true))')).toBe(
      'contactId eq 1 and contactId eq 2 and stop set true',
    );
  });

  test('an empty text is no filter', () => {
    expect(parseFilterText('')).toBeNull();
    expect(parseFilterText(' \n')).toBeNull();
  });

  test('the columns that it names, each once', () => {
    const text = "name is 'a' and (stop set true or endswith(department,'x') and name isNot 'b')";
    expect(columnsOf(parsed(text)).sort()).toEqual(['department', 'name', 'stop']);
  });
});

describe('texts', () => {
  const pieces = [
    "'",
    '\\',
    '%27',
    '&$top=1',
    '#',
    '+',
    '\n',
    '😀',
    '25',
    "' or 1 eq 1 or name eq '",
    '(',
    ')',
    ',',
    'é',
  ];

  test('of any kind come out as they went in, as one comparison', () => {
    for (let seed = 0; seed < 600; seed++) {
      const text = [seed % 14, (seed * 5) % 13, (seed * 11) % 17].map((at) => pieces[at] ?? 'x').join('');
      const filter = sent(`name is ${quoted(text)}`);
      // Read back by another parser of the same grammar.
      expect(parseFilter(filter)).toEqual({
        kind: 'term',
        column: 'name',
        operator: 'is',
        values: [{ text, quoted: true }],
      });
    }
  });

  test('a doubled quote does not stand for one', () => {
    expect(refusal("name is 'L''Or'")).toBe(
      "At character 12 of the filter: `Or` stands where `and`, `or` or the end is needed. A quote within a text is written \\'.",
    );
  });
});

describe('refused', () => {
  test.each([
    ["name begins 'x') or (contactId gt 0", 'At character 16 of the filter: `)` stands where'],
    ["(name begins 'x'", 'At character 17 of the filter: it ends where `)` is needed.'],
    ["name begins 'x", 'At character 13 of the filter: this text has no closing quote.'],
    ["name begins 'x\\'", 'this text has no closing quote.'],
    ['name begins "x"', '`"` cannot stand here: texts stand in single quotes.'],
    ['name', 'it ends where an operator is needed.'],
    ['name begins', 'it ends where a value is needed.'],
    ['name begins and stop set true', '`stop` stands where'],
    ['and', 'it ends where an operator is needed.'],
    ['name begins x y', '`y` stands where `and`, `or` or the end is needed.'],
    ['not (stop set true)', '`not` is no function.'],
    ["name like 'x%'", '`like` is no operator'],
    ["name ends 'x'", '`ends` is no operator'],
    ['contactId le 5', '`le` is no operator that SuperOffice can be relied on for. Move the bound by one'],
    ['contactId >= 5', 'Move the bound by one'],
    ['contactId in ()', '`)` stands where a value is needed.'],
    ['contactId in 1', '`1` stands where `(` is needed.'],
    ['contactId between (1)', '2 values are needed here, and 1 are given.'],
    ['contactId eq x', '`x` stands where a whole number is needed.'],
    ["contactId eq '1 or 1'", 'stands where a whole number is needed.'],
    ['stop set maybe', 'stands where `true` or `false` is needed.'],
    ['stop eq true', '`stop` (bool) is not compared by `eq`. It takes: set, isNull, isNotNull.'],
    ['category begins x', '(listAny) is not compared by `begins`. It takes: oneOf, notOneOf, equals'],
    ["registeredDate after '2026-13-01'", 'a date such as'],
    ["registeredDate after '2026-01-01T00:00:00+01:00'", 'without offset'],
    ['registeredDate thisPeriod 2 fortnights', '`fortnights` is no unit of time. There are: days, weeks'],
    ["nope is 'x'", 'At character 1 of the filter: there is no column `nope`.'],
    ["constructor is 'x'", 'there is no column `constructor`.'],
    ["nameDepartment is 'x'", '`nameDepartment` can be read but not filtered by.'],
    ["endswith(contactId,'x')", 'endswith() is about texts, and `contactId` is of type int.'],
    ['endswith(name,x)', 'needs a column without quotes and a text in quotes.'],
    ['this(name,days)', 'this() is about dates, and `name` is of type stringorPK.'],
    ['getAllRows begins true', '`getAllRows` is written `getAllRows=true`.'],
    ["name is 'x'; drop", '`;` stands where'],
    ['name is \ud800', 'half of a character'],
  ])('%s', (text, expected) => {
    expect(refusal(text)).toContain(expected);
  });

  test('what no one can read any more: too long, or nested too deep', () => {
    expect(refusal(`name is '${'x'.repeat(10_000)}'`)).toContain('has 10010 characters, and at most 10000 are read.');
    const nested = (depth: number) => `${'('.repeat(depth)}stop set true${')'.repeat(depth)}`;
    expect(sent(nested(32))).toBe('stop set true');
    expect(refusal(nested(33))).toContain('parentheses can be nested 32 deep.');
  });

  test('in a time that grows with the length and no faster', () => {
    const hard = ["'".repeat(9_999), '('.repeat(9_999), '\\'.repeat(9_999), `name is ${"'\\".repeat(4_900)}`];
    const started = performance.now();
    for (const text of hard) expect(refusal(text)).toContain('of the filter:');
    expect(sent(Array.from({ length: 600 }, () => 'stop isNull').join(' or '))).toHaveLength(600 * 15 - 4);
    expect(performance.now() - started).toBeLessThan(1_000);
  });
});

describe('as conditions of an agent', () => {
  const restrictions = (text: string, provider?: string) =>
    restrictionsOf(bound(text, provider))?.map(({ Name, Operator, Values }) => [Name, Operator, ...Values]) ?? null;

  test('values have the typed form of their column, and joined conditions stand one by one', () => {
    const text =
      "contactId gt 5 and category oneOf (1,2) and name begins 'Nord' and stop set true and registeredDate after '2026-1-9'";
    expect(restrictions(text)).toEqual([
      ['contactId', '>', '[I:5]'],
      ['category', 'oneOf', '[I:1]', '[I:2]'],
      ['name', 'begins', 'Nord'],
      ['stop', 'set', 'true'],
      ['registeredDate', 'after', '[D:01/09/2026]'],
    ]);
    expect(restrictionsOf(bound('contactId eq 5'))).toEqual([
      {
        Name: 'contactId',
        Operator: '=',
        Values: ['[I:5]'],
        IsActive: true,
        InterOperator: 'And',
        InterParenthesis: 0,
      },
    ]);
  });

  test('instants and decimals too', () => {
    expect(restrictions("date afterTime '2026-03-01T08:00'", 'FindAppointment')).toEqual([
      ['date', 'afterTime', '[DT:03/01/2026 08:00:00.0000000]'],
    ]);
    expect(restrictions('amount gt 12.50', 'FindSale')).toEqual([['amount', '>', '[F:12.50]']]);
  });

  test.each([
    'contactId eq 1 or contactId eq 2',
    'stop set true and (contactId eq 1 or contactId eq 2)',
    "endswith(name,'x')",
    'registeredDate thisPeriod 2 weeks',
    // It would be read as the number 5.
    "name is '[I:5]'",
  ])('null for what no sample shows: %s', (text) => {
    expect(restrictions(text)).toBeNull();
  });
});
