import { describe, expect, test } from 'vitest';
import { appointment, createTestCaller, envelope, smallWorld } from './small-world.ts';

const caller = createTestCaller(smallWorld(), { 'accept-language': 'en' });
const rows = (provider: string, parameters: Record<string, string>) => envelope(caller, provider, parameters).value;
const asked = 'skipTentativeAndRejectedRestriction=true';

describe('figures', () => {
  test('a total over all rows stands behind the page, also behind an empty one', () => {
    const $select = 'Count(contactId):Footer';
    const parameters = { $select, $filter: 'getAllRows=true', $options: 'GrandTotal=true', $top: '1' };
    expect(rows('SimpleContact', parameters)).toEqual([
      { PrimaryKey: '2', EntityName: 'contact', [$select]: 2 },
      { PrimaryKey: '0', EntityName: 'grandTotal', [$select]: 4 },
    ]);
    expect(rows('SimpleContact', { ...parameters, $filter: 'contactId eq 99' })).toEqual([
      { PrimaryKey: '0', EntityName: 'grandTotal', [$select]: 0 },
    ]);
  });

  test('rows that the caller may not see are not counted, whatever $skip counts', () => {
    const blind = createTestCaller(smallWorld(), {}, { hiddenContactIds: new Set([7]) });
    const count = () => envelope(blind, 'SimpleContact', { $select: 'Count(contactId):HideDetail' }).value;
    const total = [{ PrimaryKey: '0', EntityName: 'grandTotal', 'Count(contactId):HideDetail': 3 }];
    expect(count()).toEqual(total);
    blind.options.archive.skipCountsHiddenRows = true;
    expect(count()).toEqual(total);
  });

  test('without details, several at once', () => {
    const $select = 'CountAll(contactId):HideDetail,Count(orgnr),Sum(contactId),Avg(contactId)';
    expect(rows('SimpleContact', { $select })).toEqual([
      {
        PrimaryKey: '0',
        EntityName: 'grandTotal',
        'CountAll(contactId):HideDetail': 4,
        'Count(orgnr)': 1,
        'Sum(contactId)': 64,
        'Avg(contactId)': 16,
      },
    ]);
  });

  test('one row for each group, and the whole only when asked for', () => {
    const $select = 'GroupBy(contactId),Count(appointmentId):HideDetail,Percent(appointmentId)';
    const parameters = { $select, $filter: `${asked} and contactId oneOf (2,7,25)` };
    const found = rows('FindAppointment', parameters);
    expect(
      found.map((row) => [row.EntityName, row['GroupBy(contactId)'], row['Count(appointmentId):HideDetail']]),
    ).toEqual([
      ['footer', 7, 2],
      ['footer', 2, 1],
      ['footer', 25, 2],
    ]);
    expect(found[0]?.['Percent(appointmentId)']).toBeCloseTo((100 * (591 + 592)) / (591 + 592 + 593 + 594 + 595), 10);
    const total = rows('FindAppointment', { ...parameters, $options: 'GrandTotal=true' }).at(-1);
    expect(total).toMatchObject({ EntityName: 'grandTotal', 'Count(appointmentId):HideDetail': 5 });
  });

  test('headers, details and footers in order', () => {
    const $select = 'GroupBy(category):Header:Footer,Count(contactId),name';
    const found = rows('SimpleContact', { $select, $orderBy: 'contactId', $filter: 'contactId in (2,7)' });
    expect(
      found.map((row) => [row.EntityName, row['GroupBy(category):Header:Footer'], row['Count(contactId)'], row.name]),
    ).toEqual([
      ['header', 'Customer', 1, ''],
      ['contact', 'Customer', 2, 'Nordlys Trading AS'],
      ['footer', 'Customer', 1, ''],
      ['header', 'Vendor', 1, ''],
      ['contact', 'Vendor', 7, "L'Oréal"],
      ['footer', 'Vendor', 1, ''],
    ]);
  });

  test('parts of dates', () => {
    const part = (modifier: string) => {
      const $select = `DatePart(date):${modifier},Count(appointmentId):HideDetail`;
      return rows('FindAppointment', {
        $select,
        $filter: `${asked} and appointmentId in (591,592)`,
        $orderBy: 'date',
      }).map((row) => [row[`DatePart(date):${modifier}`], row['Count(appointmentId):HideDetail']]);
    };
    expect(part('Year')).toEqual([[2026, 2]]);
    expect(part('Quarter')).toEqual([[2, 2]]);
    expect(part('Month')).toEqual([[4, 2]]);
    expect(part('Day')).toEqual([
      [15, 1],
      [20, 1],
    ]);
    expect(part('Hour')).toEqual([
      [10, 1],
      [0, 1],
    ]);
    expect(part('Weekno')).toEqual([
      [16, 1],
      [17, 1],
    ]);
    expect(part('DayOfYear')).toEqual([
      [105, 1],
      [110, 1],
    ]);
    expect(part('DayOfWeek')).toEqual([
      [3, 1],
      [1, 1],
    ]);
    expect(part('YearMonth')).toEqual([['2026-04', 2]]);
  });

  test('the first days of a year may be of the last week of the one before', () => {
    const world = smallWorld();
    for (const [id, startAt] of [
      [801, Date.UTC(2027, 0, 3, 12)],
      [802, Date.UTC(2027, 0, 4, 12)],
      [803, Date.UTC(2026, 11, 28, 12)],
    ] as const) {
      world.appointments.set(id, appointment({ id, startAt }));
    }
    const parameters = {
      $select: 'DatePart(date):Weekno,Count(appointmentId):HideDetail',
      $filter: 'appointmentId gt 800',
    };
    const found = envelope(createTestCaller(world), 'FindAppointment', { ...parameters, $orderBy: 'date' }).value;
    expect(found.map((row) => Object.values(row).slice(2))).toEqual([
      [53, 2],
      [1, 1],
    ]);
  });

  test('full rows carry the same figures', () => {
    const [row] = rows('SimpleContact', { $select: 'Count(contactId):HideDetail', $mode: 'Full' });
    expect(row).toMatchObject({
      PrimaryKey: 0,
      EntityName: 'grandTotal',
      Column: { 'Count(contactId):HideDetail': { RawValue: 4, DisplayValue: '4' } },
    });
  });
});
