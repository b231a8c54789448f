import { describe, expect, test } from 'vitest';
import { calendarDate, diaryInstant, stampInstant, wireZones } from '../../../src/upstream/superoffice/dates.ts';

const at = (text: string) => Date.parse(text);
const utc = wireZones({ source: 'entity', echo: null, base: null, archiveZone: 'request' });

describe('the zone of a text without offset', () => {
  test.each([
    ['entity', null, null, 'request', 'UTC'],
    ['entity', 'Europe/Oslo', null, 'request', 'Europe/Oslo'],
    ['entity', null, 'Europe/Oslo', 'base', 'UTC'],
    ['archive', null, 'Europe/Oslo', 'request', 'UTC'],
    ['archive', 'America/New_York', 'Europe/Oslo', 'request', 'America/New_York'],
    ['archive', 'UTC', 'Europe/Oslo', 'base', 'Europe/Oslo'],
    ['archive', 'UTC', null, 'base', 'UTC'],
  ] as const)('of an %s, echo %s, base %s, setting %s, is %s', (source, echo, base, archiveZone, zone) => {
    expect(wireZones({ source, echo, base, archiveZone })).toEqual({ diary: zone, stamp: zone });
  });
});

describe.each([
  ['diary', diaryInstant],
  ['stamp', stampInstant],
])('a %s date', (_name, read) => {
  test.each([
    ['2002-03-31T16:00:00Z', '2002-03-31T16:00:00Z'],
    ['2002-03-31T18:00:00+02:00', '2002-03-31T16:00:00Z'],
    ['2002-03-31T11:00:00-0500', '2002-03-31T16:00:00Z'],
    ['2002-03-31T18:00:00', '2002-03-31T18:00:00Z'],
    ['2026-04-20T09:52:01.9342965Z', '2026-04-20T09:52:01.934Z'],
  ])('%s is %s', (text, instant) => expect(read(text, utc)).toBe(at(instant)));

  test('without offset is read in the zone that is given', () => {
    const oslo = { diary: 'Europe/Oslo', stamp: 'Europe/Oslo' };
    expect(read('2026-07-01T09:00:00', oslo)).toBe(at('2026-07-01T07:00:00Z'));
    expect(read('2026-01-01T09:00:00', oslo)).toBe(at('2026-01-01T08:00:00Z'));
  });

  test.each([
    '0001-01-01T00:00:00',
    '0001-01-01T00:00:00Z',
    '0001-01-01T01:00:00+01:00',
    '0000-12-31T23:00:00Z',
    '1753-01-01T00:00:00',
    '1752-12-31T23:00:00Z',
    '1760-01-01T09:34:44',
    '9999-12-31T23:59:59',
    '9999-12-31T23:59:59+01:00',
    '',
    null,
    undefined,
    'soon',
    '2026-02-30T00:00:00',
  ])('%s is none', (text) => expect(read(text, utc)).toBeNull());
});

test.each([
  ['1980-09-14T00:00:00', '1980-09-14'],
  ['1980-09-14T00:00:00Z', '1980-09-14'],
  ['1980-09-14T00:00:00+02:00', '1980-09-14'],
  ['1980-09-14', '1980-09-14'],
  ['1066-10-14T00:00:00', '1066-10-14'],
  ['0002-09-14T00:00:00', null],
  ['0001-01-01T00:00:00Z', null],
  ['1753-01-01T00:00:00', null],
  ['1760-01-01T09:34:44', null],
  ['9999-12-31T23:59:59', null],
  ['14.09.1980', null],
  ['', null],
  [null, null],
])('the calendar date of %s is %s', (text, date) => expect(calendarDate(text)).toBe(date));
