import { describe, expect, test } from 'vitest';
import { createTestCaller, keysWhere, smallWorld } from './small-world.ts';

const caller = createTestCaller(smallWorld());
const contacts = (filter: string) => keysWhere(caller, 'SimpleContact', filter);
const persons = (filter: string) => keysWhere(caller, 'Person', filter);
const entries = (filter: string) =>
  keysWhere(caller, 'FindAppointment', `skipTentativeAndRejectedRestriction=true and (${filter})`);

describe('numbers', () => {
  test.each([
    ['contactId eq 7', [7]],
    ['contactId = 7', [7]],
    ['contactId equals 7', [7]],
    ['contactId ne 7', [2, 25, 30]],
    ['contactId != 7', [2, 25, 30]],
    ['contactId unequals 7', [2, 25, 30]],
    ['contactId gt 7', [25, 30]],
    ['contactId > 7', [25, 30]],
    ['contactId greater 25', [30]],
    ['contactId lt 7', [2]],
    ['contactId < 8', [2, 7]],
    ['contactId less 2', []],
    ['contactId between (7,25)', [7, 25]],
    ['contactId in (30,2,99)', [2, 30]],
    ['contactId oneOf (7)', [7]],
    ['contactId notOneOf (7,2)', [25, 30]],
    ['contactId set true', [2, 7, 25, 30]],
    ['contactId set false', []],
    ['contactId in (7) or contactId eq 2', [2, 7]],
    ['contactId in (7,2) and contactId gt 2', [7]],
    ["contactId eq '7'", [7]],
    ['contactId eq [I:7]', [7]],
  ])('%s', (filter, keys) => {
    expect(contacts(filter)).toEqual(keys);
  });

  test('null is null, a foreign key of 0 too', () => {
    expect(persons('contactId isNull')).toEqual([]);
    expect(persons('birthYear isNotNull')).toEqual([71, 72]);
  });
});

describe('texts', () => {
  test.each([
    ["name begins 'nord'", [2]],
    ['name contains AND', [25]],
    ["name is 'NORDLYS trading as'", [2]],
    ["name eq 'ØSTLANDET'", [25]],
    ["name isNot 'østlandet'", [2, 7, 30]],
    ["name ne 'østlandet'", [2, 7, 30]],
    ["name notBegins 'nord'", [7, 25, 30]],
    ["name notContains 'a'", [30]],
    ["name in ('l\\'oréal','østlandet')", [7, 25]],
    ["department between ('A','P')", [2]],
    ["endswith(name,'trading AS')", [2]],
    ["startswith(name,'L\\'')", [7]],
    ["substringof('ländet',name)", []],
    ["department is ''", [7, 25]],
    ["department begins ''", [2, 7, 25, 30]],
  ])('%s', (filter, keys) => {
    expect(contacts(filter)).toEqual(keys);
  });

  test('a whole number matches the key of a name too, and a negative leaves that record out', () => {
    expect(contacts("name eq '7'")).toEqual([7, 30]);
    expect(contacts('name in (25)')).toEqual([25]);
    expect(contacts("name isNot '7'")).toEqual([2, 25]);
    expect(contacts("department eq '7'")).toEqual([]);
    expect(persons('fullName is 72')).toEqual([72]);
  });

  test('a join to several is matched by any of them', () => {
    expect(contacts("email/emailAddress is 'second@loreal.example'")).toEqual([7]);
    expect(contacts("contactPhone/formattedNumber contains '30 3'")).toEqual([7]);
    expect(contacts("email/emailAddress is ''")).toEqual([25, 30]);
  });

  test('a text without negatives takes the positive ones', () => {
    expect(entries("text contains 'walk'")).toEqual([592]);
    expect(entries("appointment/description in ('walk through')")).toEqual([592]);
  });
});

describe('booleans', () => {
  test('set true and set false', () => {
    expect(contacts('stop set true')).toEqual([7]);
    expect(contacts('stop set false')).toEqual([2, 25, 30]);
    expect(contacts('stop set 1')).toEqual([7]);
    expect(entries('completed set true')).toEqual([592]);
  });

  test('extra fields take eq', () => {
    expect(contacts('contactExtra/x_premium eq 1')).toEqual([7]);
    expect(contacts('contactExtra/x_premium eq 0')).toEqual([2, 25, 30]);
  });
});

describe('ids of lists and users', () => {
  test.each([
    ['category oneOf (1,3)', [2, 7, 30]],
    ['category notOneOf (1)', [7, 25]],
    ['category equals 3', [7]],
    ['category = 3', [7]],
    ['contactInterestIds oneOf (3,9)', [7]],
    ['contactInterestIds notOneOf (3)', [2, 25, 30]],
    ['associateId associateIsOneOf (7,8)', [7, 25]],
    ['associateId associateIsNotOneOf (5)', [7, 25]],
    ['associateId currentAssociate', [2, 30]],
    ['contactAssociate/usergroup oneOf (2)', [7]],
    ['contactUdef/SuperOffice:5 oneOf (2)', [7]],
  ])('%s', (filter, keys) => {
    expect(contacts(filter)).toEqual(keys);
  });

  test('foreign keys of appointments are such ids', () => {
    expect(entries('contactId oneOf (7,2)')).toEqual([591, 592, 593]);
    expect(entries('personId equals 71')).toEqual([592]);
    expect(entries('contactId notOneOf (7,2,25)')).toEqual([596]);
    expect(entries('visibleFor oneOf (1)')).toEqual([596]);
  });
});

describe('dates', () => {
  // Entry 591 begins on the 20th at 00:30 in the base zone, the others on the 15th at 10:00.
  const rest = [592, 593, 594, 595, 596];
  test.each([
    ["date date '2026-04-20'", [591]],
    ["date date '2026-04-19'", []],
    ["date equals '2026-4-20T23:00:00'", [591]],
    ["date before '2026-04-20'", rest],
    ["date beforeOrEqual '2026-04-20'", [591, ...rest]],
    ["date after '2026-04-15'", [591]],
    ["date from '2026-04-20'", [591]],
    ["date to '2026-04-15'", rest],
    ["date between ('2026-04-16','2026-04-20')", [591]],
    ["date dateBetween ('2026-04-15','2026-04-15')", rest],
    ['date today', rest],
    ['date beforeToday', []],
    ['date afterToday', [591]],
    ['date thisWeek', rest],
    ['date nextWeek', [591]],
    ['date lastWeek', []],
    ['date thisMonth', [591, ...rest]],
    ['date lastMonth', []],
    ['date thisQuarter', [591, ...rest]],
    ['date thisHalf', [591, ...rest]],
    ['date thisYear', [591, ...rest]],
    ['date nextYear', []],
    ['date thisPeriod 1 weeks', rest],
    ['date thisAndNext 1 weeks', [591, ...rest]],
    ['date thisAndPrevious (2,days)', rest],
    ['this(date,days)', rest],
    ['next(date,5,days)', [591]],
    ['next(date,4,days)', []],
    ['previous(date,1,weeks)', []],
    ['thisAndPreviousAndNext(date,1,weeks)', [591, ...rest]],
    ["date afterTime '2026-04-20T00:30:00'", [591]],
    ["date afterTime '2026-04-20T00:30:01'", []],
    ["date beforeTime '2026-04-15T10:00:00'", []],
    ["date beforeTime '2026-04-15T10:00:01'", rest],
    ["date beforeTime '2026-04-15T08:00:01Z'", rest],
    ["date dateTime '2026-04-19T22:30:00+00:00'", [591]],
    ["date dateTime '2026-04-20T00:30'", [591]],
  ])('%s', (filter, keys) => {
    expect(entries(filter)).toEqual(keys);
  });

  test('the end is a day, in the base zone', () => {
    expect(entries("endDate date '2026-04-20'")).toEqual([591]);
    expect(entries('endDate isNull')).toEqual([593]);
  });

  test('stamps are days too: 22:30 UTC is the next day in the base zone', () => {
    expect(contacts("updatedDate date '2026-03-11'")).toEqual([7]);
    expect(contacts("updatedDate before '2030-01-01'")).toEqual([7]);
    expect(contacts("registeredDate date '2026-01-01'")).toEqual([2, 7, 25, 30]);
  });

  test('calendar dates of custom fields are never converted', () => {
    expect(contacts("contactUdef/SuperOffice:3 date '2026-05-05'")).toEqual([30]);
    expect(contacts("contactUdef/SuperOffice:3 after '2026-05-05'")).toEqual([]);
  });

  test('a time without offset is of the zone asked for', () => {
    const inNewYork = createTestCaller(caller.world, { 'so-timezone': 'US-NY' });
    expect(keysWhere(inNewYork, 'FindAppointment', "date afterTime '2026-04-19T18:30:00'")).toEqual([591]);
    expect(keysWhere(inNewYork, 'FindAppointment', "date afterTime '2026-04-19T18:30:01'")).toEqual([]);
  });

  test('periods across the end of a year, and of a week that begins on Monday', () => {
    const eve = createTestCaller(caller.world);
    eve.clock.set(Date.UTC(2026, 11, 31, 23, 30));
    // In Oslo it is the first of January.
    expect(keysWhere(eve, 'FindAppointment', 'date thisYear')).toEqual([]);
    expect(keysWhere(eve, 'FindAppointment', 'date lastYear')).toEqual([591, 592, 593, 596]);
    eve.clock.set(Date.UTC(2026, 3, 20, 12));
    expect(keysWhere(eve, 'FindAppointment', 'date thisWeek')).toEqual([591]);
    expect(keysWhere(eve, 'FindAppointment', 'date lastWeek')).toEqual([592, 593, 596]);
    // The Sunday before ends the week of the 15th.
    eve.clock.set(Date.UTC(2026, 3, 19, 12));
    expect(keysWhere(eve, 'FindAppointment', 'date thisWeek')).toEqual([592, 593, 596]);
    expect(keysWhere(eve, 'FindAppointment', 'date nextWeek')).toEqual([591]);
  });
});

describe('together', () => {
  test('and before or, with parentheses', () => {
    expect(contacts("stop set true or contactId gt 7 and name begins 'ø'")).toEqual([7, 25]);
    expect(contacts("(stop set true or contactId gt 7) and name begins 'ø'")).toEqual([25]);
  });

  test('getAllRows asks for all and getNoRows for none', () => {
    expect(contacts('getAllRows=true')).toEqual([2, 7, 25, 30]);
    expect(contacts('getAllRows set true')).toEqual([2, 7, 25, 30]);
    expect(contacts('getNoRows=true')).toEqual([]);
    expect(contacts('getNoRows=true or contactId eq 7')).toEqual([]);
    expect(contacts('getNoRows=false')).toEqual([2, 7, 25, 30]);
  });

  test('columns are read in any case and with the old slash', () => {
    expect(contacts('CONTACTID eq 7')).toEqual([7]);
    expect(contacts("email___emailAddress begins 'first@'")).toEqual([7]);
  });

  test('custom fields of every kind, also behind a join', () => {
    expect(contacts("contactUdef/SuperOffice:1 is 'blue'")).toEqual([7]);
    expect(contacts('contactUdef/SuperOffice:2 gt 11')).toEqual([7]);
    expect(contacts('contactUdef/SuperOffice:4 set true')).toEqual([7]);
    expect(entries("contact/contactUdef/SuperOffice:1 is 'Blue'")).toEqual([591, 592]);
    expect(entries("appointmentExtra/x_reviewed_at afterTime '2026-04-15T08:00:00Z'")).toEqual([596]);
  });
});
