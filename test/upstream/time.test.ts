import { Temporal } from 'temporal-polyfill';
import { describe, expect, test } from 'vitest';
import { type Period, periodRange } from '../../src/upstream/periods.ts';
import {
  dayRange,
  formatInstant,
  formatLocal,
  instantOfLocal,
  parseInstant,
  parseWallTime,
} from '../../src/upstream/time.ts';
import { resolveZone, zoneCodes } from '../../src/upstream/zones.ts';

const at = (text: string) => Date.parse(text);
const local = (text: string) => Date.parse(`${text}Z`);

describe('an instant is shown', () => {
  test.each([
    ['2026-03-29T00:59:59Z', 'Europe/Oslo', '2026-03-29T01:59:59+01:00'],
    ['2026-03-29T01:00:00Z', 'Europe/Oslo', '2026-03-29T03:00:00+02:00'],
    ['2026-10-25T00:59:59Z', 'Europe/Oslo', '2026-10-25T02:59:59+02:00'],
    ['2026-10-25T01:00:00Z', 'Europe/Oslo', '2026-10-25T02:00:00+01:00'],
    ['2026-03-08T06:59:59Z', 'America/New_York', '2026-03-08T01:59:59-05:00'],
    ['2026-03-08T07:00:00Z', 'America/New_York', '2026-03-08T03:00:00-04:00'],
    ['2026-11-01T05:59:59Z', 'America/New_York', '2026-11-01T01:59:59-04:00'],
    ['2026-11-01T06:00:00Z', 'America/New_York', '2026-11-01T01:00:00-05:00'],
    ['2026-07-01T00:00:00Z', 'UTC', '2026-07-01T00:00:00Z'],
    ['2026-01-01T12:00:00Z', 'Europe/London', '2026-01-01T12:00:00+00:00'],
    ['2026-01-01T12:00:00Z', 'Asia/Kathmandu', '2026-01-01T17:45:00+05:45'],
    ['2026-01-01T12:00:00Z', 'America/St_Johns', '2026-01-01T08:30:00-03:30'],
    ['2026-01-01T12:00:00.250Z', 'Europe/Oslo', '2026-01-01T13:00:00.250+01:00'],
    ['1899-12-31T23:00:00Z', 'Europe/Oslo', '1900-01-01T00:00:00+01:00'],
    ['2095-07-01T00:00:00Z', 'Europe/Oslo', '2095-07-01T02:00:00+02:00'],
  ])('%s in %s as %s', (instant, zone, shown) => expect(formatInstant(at(instant), zone)).toBe(shown));

  test('as the rules of each zone say, at any time of two centuries', () => {
    for (const zone of [
      'Europe/Oslo',
      'America/New_York',
      'Australia/Sydney',
      'America/Havana',
      'Africa/Casablanca',
      'Asia/Tehran',
    ]) {
      for (let day = -25_000; day < 40_000; day += 97) {
        const instant = day * 86_400_000 + (day % 24) * 3_600_000;
        const expected = Temporal.Instant.fromEpochMilliseconds(instant).toZonedDateTimeISO(zone);
        expect(formatLocal(instant, zone)).toBe(expected.toPlainDateTime().toString({ smallestUnit: 'second' }));
        expect(instantOfLocal(local(formatLocal(instant, zone)), zone)).toBe(
          expected.toPlainDateTime().toZonedDateTime(zone).epochMilliseconds,
        );
      }
    }
  });
});

describe('a wall time', () => {
  test.each([
    ['2026-03-29T02:30:00', 'Europe/Oslo', '2026-03-29T01:30:00Z'],
    ['2026-10-25T02:30:00', 'Europe/Oslo', '2026-10-25T00:30:00Z'],
    ['2026-10-25T03:00:00', 'Europe/Oslo', '2026-10-25T02:00:00Z'],
    ['2026-03-08T02:30:00', 'America/New_York', '2026-03-08T07:30:00Z'],
    ['2026-11-01T01:30:00', 'America/New_York', '2026-11-01T05:30:00Z'],
    ['2026-07-01T09:00:00', 'UTC', '2026-07-01T09:00:00Z'],
  ])('%s in %s is %s', (wall, zone, instant) => expect(instantOfLocal(local(wall), zone)).toBe(at(instant)));

  test.each([
    ['2026-03-01', '2026-03-01T00:00:00', null],
    ['2026-03-01T09:05', '2026-03-01T09:05:00', null],
    ['2026-03-01T09:05:07', '2026-03-01T09:05:07', null],
    ['2026-03-01 09:05:07.1239999', '2026-03-01T09:05:07.123', null],
    ['2026-03-01T09:05:07Z', '2026-03-01T09:05:07', 0],
    ['2026-03-01T09:05:07+05:30', '2026-03-01T09:05:07', 5.5],
    ['2026-03-01T09:05:07-0500', '2026-03-01T09:05:07', -5],
    ['2026-03-01T09:05:07.5+02', '2026-03-01T09:05:07.500', 2],
    ['2024-02-29', '2024-02-29T00:00:00', null],
  ])('is read from %s', (text, wall, hours) => {
    const read = parseWallTime(text);
    expect(read && [read.local, read.offset]).toEqual([local(wall), hours === null ? null : hours * 3_600_000]);
  });

  test('of the first century keeps its year', () => {
    expect(parseWallTime('0001-01-01T00:00:00')).toMatchObject({ year: 1, local: at('0001-01-01T00:00:00Z') });
    expect(parseWallTime('0096-02-29')).toMatchObject({ year: 96, local: at('0096-02-29T00:00:00Z') });
  });

  test.each([
    ...[
      '',
      '2026',
      '2026-3-1',
      '2026-13-01',
      '2026-00-01',
      '2026-02-29',
      '2026-04-31',
      '2026-03-01T',
      '2026-03-01T24:00:00',
    ],
    ...['2026-03-01T09', '2026-03-01T09:60', '2026-03-01T09:00:00.', '2026-03-01T09:00:00+2', '2026-03-01T09:00:00Zz'],
    ...[
      '2026-03-01T09:00:00+24:00',
      '2026-03-01T09:00:00-99:00',
      '2026-03-01T09:00:00+01:60',
      '2026-03-01T09:00:00+0199',
    ],
    ...['2026-03-01T09:00:00 +02:00', '2026/03/01', '20260301', 'x026-03-01', '2026-03-01x'],
  ])('is not read from %j', (text) => expect(parseWallTime(text)).toBeNull());

  test('with an offset does not depend on the zone', () => {
    expect(parseInstant('2026-03-01T09:00:00+01:00', 'Asia/Tokyo')).toBe(at('2026-03-01T08:00:00Z'));
    expect(parseInstant('2026-03-01T09:00:00', 'Asia/Tokyo')).toBe(at('2026-03-01T00:00:00Z'));
    expect(parseInstant('tomorrow', 'Asia/Tokyo')).toBeNull();
  });
});

test.each([
  ['2026-03-29', 'Europe/Oslo', '2026-03-28T23:00:00Z', '2026-03-29T22:00:00Z'],
  ['2026-10-25', 'Europe/Oslo', '2026-10-24T22:00:00Z', '2026-10-25T23:00:00Z'],
  ['2026-03-08', 'America/New_York', '2026-03-08T05:00:00Z', '2026-03-09T04:00:00Z'],
  // Clocks skip midnight here, so the day begins at one.
  ['2026-03-08', 'America/Havana', '2026-03-08T05:00:00Z', '2026-03-09T04:00:00Z'],
  ['2026-12-31', 'UTC', '2026-12-31T00:00:00Z', '2027-01-01T00:00:00Z'],
])('the day %s in %s', (day, zone, from, to) => expect(dayRange(day, zone)).toEqual({ from: at(from), to: at(to) }));

test('what is no day has no range', () => {
  expect(['2026-02-30', '2026-03-01T00:00:00', '', 'today'].map((day) => dayRange(day, 'UTC'))).toEqual([
    null,
    null,
    null,
    null,
  ]);
});

/** Each period around a year's end, as first day and first day after it, in the calendar of the zone. */
const periods: Record<Period, [string | null, string | null]> = {
  TODAY: ['2027-01-01', '2027-01-02'],
  BEFORE_TODAY: [null, '2027-01-01'],
  AFTER_TODAY: ['2027-01-02', null],
  LAST_WEEK: ['2026-12-21', '2026-12-28'],
  THIS_WEEK: ['2026-12-28', '2027-01-04'],
  NEXT_WEEK: ['2027-01-04', '2027-01-11'],
  LAST_MONTH: ['2026-12-01', '2027-01-01'],
  THIS_MONTH: ['2027-01-01', '2027-02-01'],
  NEXT_MONTH: ['2027-02-01', '2027-03-01'],
  LAST_QUARTER: ['2026-10-01', '2027-01-01'],
  THIS_QUARTER: ['2027-01-01', '2027-04-01'],
  NEXT_QUARTER: ['2027-04-01', '2027-07-01'],
  THIS_HALF: ['2027-01-01', '2027-07-01'],
  THIS_YEAR: ['2027-01-01', '2028-01-01'],
};
const dayBefore: Partial<typeof periods> = {
  TODAY: ['2026-12-31', '2027-01-01'],
  AFTER_TODAY: ['2027-01-01', null],
  BEFORE_TODAY: [null, '2026-12-31'],
  LAST_MONTH: ['2026-11-01', '2026-12-01'],
  THIS_MONTH: ['2026-12-01', '2027-01-01'],
  NEXT_MONTH: ['2027-01-01', '2027-02-01'],
  LAST_QUARTER: ['2026-07-01', '2026-10-01'],
  THIS_QUARTER: ['2026-10-01', '2027-01-01'],
  NEXT_QUARTER: ['2027-01-01', '2027-04-01'],
  THIS_HALF: ['2026-07-01', '2027-01-01'],
  THIS_YEAR: ['2026-01-01', '2027-01-01'],
};
const startIn = (zone: string, day: string | null) =>
  day && Temporal.PlainDate.from(day).toZonedDateTime(zone).startOfDay().epochMilliseconds;

describe('periods around midnight of new year in Oslo', () => {
  const now = at('2026-12-31T23:30:00Z');
  test.each(Object.entries(periods))('%s there', (period, [from, to]) => {
    const range = { from: startIn('Europe/Oslo', from), to: startIn('Europe/Oslo', to) };
    expect(periodRange(period as Period, now, 'Europe/Oslo')).toEqual(range);
  });

  test.each(Object.entries({ ...periods, ...dayBefore }))(
    '%s in New York, where it is still the old year',
    (period, [from, to]) => {
      const range = { from: startIn('America/New_York', from), to: startIn('America/New_York', to) };
      expect(periodRange(period as Period, now, 'America/New_York')).toEqual(range);
    },
  );

  test('weeks begin on Monday', () => {
    const start = (now: string) => periodRange('THIS_WEEK', at(now), 'UTC').from;
    expect(start('2026-03-01T23:59:59Z')).toBe(at('2026-02-23T00:00:00Z'));
    expect(start('2026-03-02T00:00:00Z')).toBe(at('2026-03-02T00:00:00Z'));
    expect(start('1969-12-31T00:00:00Z')).toBe(at('1969-12-29T00:00:00Z'));
  });

  test('a week with a change of clocks is an hour longer or shorter', () => {
    const hours = (now: string) => {
      const { from, to } = periodRange('THIS_WEEK', at(now), 'Europe/Oslo');
      return ((to ?? 0) - (from ?? 0)) / 3_600_000;
    };
    expect([hours('2026-03-25T12:00:00Z'), hours('2026-10-21T12:00:00Z'), hours('2026-06-10T12:00:00Z')]).toEqual([
      167, 169, 168,
    ]);
  });

  test('halves are January to June and July to December', () => {
    expect(periodRange('THIS_HALF', at('2026-06-30T23:59:59Z'), 'UTC').from).toBe(at('2026-01-01T00:00:00Z'));
    expect(periodRange('THIS_HALF', at('2026-07-01T00:00:00Z'), 'UTC')).toEqual({
      from: at('2026-07-01T00:00:00Z'),
      to: at('2027-01-01T00:00:00Z'),
    });
  });
});

describe('a zone', () => {
  test.each([
    ['261', 'Europe/Oslo'],
    ['NO', 'Europe/Oslo'],
    ['no', 'Europe/Oslo'],
    ['NO,includeTZOffset', 'Europe/Oslo'],
    ['UTC, includeTZOffset', 'UTC'],
    ['1', 'UTC'],
    ['36', 'Australia/Sydney'],
    ['50', 'Asia/Dhaka'],
    ['114', 'America/Toronto'],
    ['140', 'Europe/Copenhagen'],
    ['156', 'Europe/Paris'],
    ['425', 'America/Los_Angeles'],
    ['433', 'Pacific/Honolulu'],
    ['460', 'America/New_York'],
    ['US-NY', 'America/New_York'],
    ['AU-WA', 'Australia/Perth'],
    ['GB', 'Europe/London'],
    ['DE', 'Europe/Berlin'],
    ['BR-SP', 'America/Sao_Paulo'],
    ['Europe/Oslo', 'Europe/Oslo'],
    ['europe/oslo', 'Europe/Oslo'],
    ['Asia/Kolkata', 'Asia/Kolkata'],
    ['America/Argentina/Buenos_Aires', 'America/Argentina/Buenos_Aires'],
    ['Europe/Oslo , includetzoffset', 'Europe/Oslo'],
    ['Asia/Kolkata', 'Asia/Kolkata'],
    ['europe/kyiv', 'Europe/Kyiv'],
  ])('%s is %s', (text, zone) => expect(resolveZone(text)).toBe(zone));

  test.each([
    '',
    '999',
    '-1',
    'XX',
    'US',
    'Europe/Nowhere',
    '+01:00',
    'Oslo',
    '../etc',
    'NO;x',
    'constructor',
    'Europe/Oslo\r\nX: y',
  ])('%j is none', (text) => expect(resolveZone(text)).toBeNull());

  test('behind each code is one that the clock knows', () => {
    expect(zoneCodes().length).toBeGreaterThan(300);
    for (const code of zoneCodes()) {
      const zone = resolveZone(code) ?? '';
      expect(formatInstant(0, zone), code).toMatch(/^19(69|70)-/);
    }
  });
});
