import { describe, expect, test } from 'vitest';
import { ask, createTestCaller, envelope, keysWhere, smallWorld } from './small-world.ts';

const world = smallWorld();
const caller = createTestCaller(world);

function refused(provider: string, parameters: Record<string, string>, from = caller) {
  const { status, body } = ask(from, provider, parameters);
  return { status, ...(body as { Error?: boolean; ErrorType?: string; ErrorMessage?: string; ErrorSource?: string }) };
}

describe('what the vendor refuses', () => {
  test('in its own error shape', () => {
    expect(ask(caller, 'SimpleContact', { $select: 'nameDepartmen' })).toEqual({
      status: 500,
      body: {
        Error: true,
        ErrorType: 'SoException',
        ErrorMessage: "The archive has no column 'nameDepartmen'",
        ErrorSource: 'SuperOffice.Services.Implementation',
      },
    });
  });

  test.each([
    ['an unknown column in $select', { $select: 'contactId,title' }],
    ['an unknown column in $filter', { $filter: "title is 'x'" }],
    ['an unknown column in $orderBy', { $orderBy: 'title' }],
    ['a prefix that the provider has not', { $select: 'personContact/name' }],
    ['a field that is on the draft layout only', { $select: 'contactUdef/SuperOffice:10' }],
    ['a custom field of another table', { $select: 'personUdef/SuperOffice:1' }],
    ['a custom field that does not exist', { $select: 'contactExtra/x_none' }],
    ['an order by a column that cannot be sorted', { $orderBy: 'phone/formattedNumber' }],
    ['an order by a restriction', { $orderBy: 'getAllRows' }],
    ['an order in no direction', { $orderBy: 'name up' }],
    ['an order in two directions', { $orderBy: 'name asc desc' }],
    ['a column without restriction type', { $filter: "nameDepartment is 'x'" }],
    ['a malformed filter', { $filter: 'name is (' }],
    ['a filter of JSON', { $filter: '{"name":"x"}' }],
    ['an unknown entity', { $entities: 'contact,person' }],
    ['a negative $top', { $top: '-1' }],
    ['a $skip that is no number', { $skip: 'ten' }],
    ['an unknown mode', { $mode: 'Narrow' }],
    ['an unknown output', { $output: 'Pictures' }],
    ['an unknown way to count', { $inlineCount: 'Maybe' }],
  ] satisfies [string, Record<string, string>][])('%s', (_, parameters) => {
    expect(refused('SimpleContact', parameters)).toMatchObject({ status: 500, Error: true });
  });

  test('an unknown provider, and a format that is not written here', () => {
    expect(refused('Nobody', {})).toMatchObject({ status: 500, ErrorMessage: "There is no archive provider 'Nobody'" });
    expect(refused('SimpleContact', { $format: 'XML' })).toMatchObject({ status: 406 });
    expect(envelope(caller, 'SimpleContact', { $format: 'json' }).value).toHaveLength(4);
  });
});

describe('an operator that the type of the column has not', () => {
  test.each([
    ['SimpleContact', 'contactId begins 1'],
    ['SimpleContact', 'contactId le 7'],
    ['SimpleContact', 'contactId >= 7'],
    ['SimpleContact', 'contactId eq seven'],
    ['SimpleContact', 'contactId in (1,x)'],
    ['SimpleContact', "name gt 'a'"],
    ['SimpleContact', "name ends 'a'"],
    ['SimpleContact', "name notEnds 'a'"],
    ['SimpleContact', 'name set true'],
    ['SimpleContact', 'name oneOf (1)'],
    ['SimpleContact', "stop is 'yes'"],
    ['SimpleContact', 'stop eq 1'],
    ['SimpleContact', 'stop set maybe'],
    ['SimpleContact', "category is 'Vendor'"],
    ['SimpleContact', 'category in (1,2)'],
    ['SimpleContact', 'category gt 1'],
    ['SimpleContact', "category oneOf ('Vendor')"],
    ['SimpleContact', 'associateId in (5)'],
    ['SimpleContact', 'associateId eq 5'],
    ['SimpleContact', "associateId associateIsOneOf ('LH')"],
    ['SimpleContact', 'category currentAssociate'],
    ['SimpleContact', "updatedDate afterTime '2026-01-01T00:00:00'"],
    ['SimpleContact', "updatedDate gt '2026-01-01'"],
    ['SimpleContact', "updatedDate after 'yesterday'"],
    ['SimpleContact', "updatedDate after '2026-02-30'"],
    ['SimpleContact', 'updatedDate thisAndNext 2 fortnights'],
    ['SimpleContact', 'updatedDate thisAndNext 0 weeks'],
    ['SimpleContact', 'contactInterestIds in (2)'],
    ['SimpleContact', 'getAllRows=maybe'],
    ['FindAppointment', "text isNot 'x'"],
    ['FindAppointment', "text notContains 'x'"],
    ['FindAppointment', 'contactId in (7)'],
    ['FindAppointment', "endDate beforeTime '2026-01-01T00:00:00'"],
    ['FindAppointment', "endTime after '2026-01-01'"],
    ['FindAppointment', "date is '2026-01-01'"],
    ['TimeZones', 'id eq 1'],
  ])('%s: %s', (provider, $filter) => {
    expect(refused(provider, { $filter })).toMatchObject({ status: 500, Error: true });
  });
});

describe('switches', () => {
  test('the status of a refusal', () => {
    const strict = createTestCaller(world);
    strict.options.archive.refusalStatus = 400;
    expect(refused('SimpleContact', { $select: 'nope' }, strict).status).toBe(400);
  });

  test('le, ge and notEnds, where they work', () => {
    const kind = createTestCaller(world);
    kind.options.archive.lessOrEqual = true;
    kind.options.archive.notEnds = true;
    expect(keysWhere(kind, 'SimpleContact', 'contactId le 7')).toEqual([2, 7]);
    expect(keysWhere(kind, 'SimpleContact', 'contactId >= 25')).toEqual([25, 30]);
    expect(keysWhere(kind, 'SimpleContact', "name notEnds 'AS'")).toEqual([7, 25, 30]);
  });

  test('times on any date column', () => {
    const kind = createTestCaller(world);
    kind.options.archive.timeOnAnyDate = true;
    expect(keysWhere(kind, 'SimpleContact', "updatedDate afterTime '2026-03-11T22:30:00Z'")).toEqual([7]);
    expect(keysWhere(kind, 'SimpleContact', "updatedDate afterTime '2026-03-11T22:30:01Z'")).toEqual([]);
  });

  test('providers that need a filter', () => {
    const strict = createTestCaller(world);
    strict.options.archive.filterRequired = ['Person'];
    expect(refused('Person', {}, strict)).toMatchObject({ status: 500, ErrorMessage: 'Person needs a filter' });
    expect(keysWhere(strict, 'Person', 'getAllRows=true')).toEqual([19, 71, 72]);
    expect(envelope(strict, 'SimpleContact').value).toHaveLength(4);
    strict.options.archive.filterRequired = ['*'];
    expect(refused('SimpleContact', {}, strict).status).toBe(500);
  });
});
