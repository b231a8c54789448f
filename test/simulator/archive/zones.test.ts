import { describe, expect, test } from 'vitest';
import type { ArchiveOptions } from '../../../src/simulator/archive/options.ts';
import { OPEN_END } from '../../../src/simulator/store.ts';
import { appointment, createTestCaller, envelope, keysWhere, smallWorld } from './small-world.ts';

const world = smallWorld();
world.appointments.set(
  700,
  appointment({
    id: 700,
    // The last second of winter time in Norway, and a quarter past three on the day of the change.
    startAt: Date.UTC(2026, 2, 29, 0, 59, 59),
    endAt: Date.UTC(2026, 2, 29, 1, 15),
    createdAt: Date.UTC(2026, 6, 1, 12, 52),
  }),
);
world.appointments.set(701, appointment({ id: 701, endAt: OPEN_END }));

function dates(zone: ArchiveOptions['zone'], header?: string, id = 700): Record<string, unknown> {
  const caller = createTestCaller(world, header === undefined ? {} : { 'so-timezone': header });
  caller.options.archive.zone = zone;
  const $select = 'date,endDate,endTime,registeredDate,updatedDate';
  const [row] = envelope(caller, 'FindAppointment', { $select, $filter: `appointmentId eq ${id}` }).value;
  if (row === undefined) throw new Error(`no row ${id}`);
  const { PrimaryKey, EntityName, ...cells } = row;
  return cells;
}

const inNorway = {
  date: '2026-03-29T01:59:59',
  endDate: '2026-03-29T00:00:00',
  endTime: '2026-03-29T03:15:00',
  registeredDate: '2026-07-01T14:52:00',
  updatedDate: '0001-01-01T00:00:00',
};
const inUtc = {
  date: '2026-03-29T00:59:59Z',
  endDate: '2026-03-29T00:00:00Z',
  endTime: '2026-03-29T01:15:00Z',
  registeredDate: '2026-07-01T12:52:00Z',
  updatedDate: '0001-01-01T00:00:00Z',
};

describe('the zone of dates in rows', () => {
  test('request: the zone asked for, else the base zone, never an offset', () => {
    expect(dates('request')).toEqual(inNorway);
    expect(dates('request', 'NO, includeTZOffset')).toEqual(inNorway);
    expect(dates('request', 'US-NY')).toEqual({
      date: '2026-03-28T20:59:59',
      endDate: '2026-03-28T00:00:00',
      endTime: '2026-03-28T21:15:00',
      registeredDate: '2026-07-01T08:52:00',
      updatedDate: '0001-01-01T00:00:00',
    });
    expect(dates('request', 'UTC,includeTZOffset').date).toBe('2026-03-29T00:59:59');
  });

  test('base: the header changes nothing', () => {
    expect(dates('base', 'US-NY, includeTZOffset')).toEqual(inNorway);
  });

  test('requestWithOffset: as entities have them, stamps in UTC', () => {
    expect(dates('requestWithOffset', 'NO, includeTZOffset')).toEqual({
      date: '2026-03-29T01:59:59+01:00',
      endDate: '2026-03-29T00:00:00+01:00',
      endTime: '2026-03-29T03:15:00+02:00',
      registeredDate: '2026-07-01T12:52:00Z',
      updatedDate: '0001-01-01T00:00:00Z',
    });
    expect(dates('requestWithOffset', 'UTC, includeTZOffset')).toEqual(inUtc);
    expect(dates('requestWithOffset', 'NO')).toEqual(inNorway);
  });

  test('utc: always so', () => {
    expect(dates('utc')).toEqual(inUtc);
    expect(dates('utc', 'US-NY')).toEqual(inUtc);
  });

  test('an open end is the last second of year 9999 in any zone', () => {
    expect(dates('request', undefined, 701)).toMatchObject({
      endDate: '9999-12-31T23:59:59',
      endTime: '9999-12-31T23:59:59',
    });
    expect(dates('requestWithOffset', 'NO, includeTZOffset', 701).endTime).toBe('9999-12-31T23:59:59+01:00');
  });

  test('times in filters without offset are read in the zone that rows are written in', () => {
    const matches = (zone: ArchiveOptions['zone'], time: string) => {
      const caller = createTestCaller(world, { 'so-timezone': 'US-NY' });
      caller.options.archive.zone = zone;
      return keysWhere(caller, 'FindAppointment', `date dateTime '${time}' and appointmentId eq 700`).length;
    };
    expect(matches('request', '2026-03-28T20:59:59')).toBe(1);
    expect(matches('base', '2026-03-29T01:59:59')).toBe(1);
    expect(matches('base', '2026-03-28T20:59:59')).toBe(0);
    expect(matches('utc', '2026-03-29T00:59:59')).toBe(1);
    for (const zone of ['request', 'base', 'utc', 'requestWithOffset'] as const) {
      expect(matches(zone, '2026-03-29T00:59:59Z')).toBe(1);
      expect(matches(zone, '2026-03-29T01:59:59+0100')).toBe(1);
    }
  });
});
