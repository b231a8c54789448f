import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type SuperOfficeSimulator, startSuperOfficeSimulator } from '../../../src/simulator/superoffice.ts';
import { ask } from './ask.ts';

/** Payloads of a real server (base zone Norway, 2019) that the vendor's client is tested with. */
function captured(name: string): ReturnType<typeof JSON.parse> {
  const path = new URL(`../../../node_modules/@superoffice/webapi/__tests__/${name}.json`, import.meta.url);
  return JSON.parse(readFileSync(path, 'utf8'));
}

let simulator: SuperOfficeSimulator;

beforeAll(async () => {
  simulator = await startSuperOfficeSimulator({ now: new Date('2026-04-20T00:00:00Z') });
  const { appointments, persons } = simulator.world();
  Object.assign(appointments.get(591) ?? {}, {
    startAt: Date.parse('2002-03-31T16:00:00Z'),
    endAt: Date.parse('2002-03-31T17:00:00Z'),
    activeAt: Date.parse('2002-03-31T16:00:00Z'),
    createdAt: Date.parse('2002-08-07T12:52:00Z'),
    updatedAt: null,
  });
  Object.assign(persons.get(71) ?? {}, {
    createdAt: Date.parse('2019-12-19T09:44:12Z'),
    updatedAt: Date.parse('2019-12-19T10:55:14Z'),
    birthDate: '1999-05-13',
    interestIds: [],
  });
});
afterAll(() => simulator.close());

test.each([
  ['Appointment63', {}],
  ['Appointment63-notz', { 'so-timezone': 'no,includeTZOffset' }],
  ['Appointment63-utctz', { 'so-timezone': 'utc,includeTZOffset' }],
])('an entry has the dates of the capture %s', async (name, headers) => {
  const expected = captured(name);
  const { json } = await ask(simulator, '/Appointment/591', headers as Record<string, string>);
  const dates = ['StartDate', 'EndDate', 'ActiveDate', 'CreatedDate', 'UpdatedDate', 'PublishTo', 'PublishFrom'];
  for (const date of dates) expect([date, json[date]]).toEqual([date, expected[date]]);
  expect(json.Recurrence.StartDate).toBe(expected.Recurrence.StartDate);
  expect(json.Recurrence.EndDate.slice(10)).toBe(expected.Recurrence.EndDate.slice(10));
  expect(json.Recurrence.Dates[0].Date).toBe(expected.Recurrence.Dates[0].Date);
});

test.each([
  ['Person210', {}],
  ['Person210-notz', { 'so-timezone': 'no,includeTZOffset' }],
  ['Person210-utctz', { 'so-timezone': 'utc,includeTZOffset' }],
])('a person has the members and dates of the capture %s', async (name, headers) => {
  const expected = captured(name);
  simulator.options.carriers.newerMembers = false;
  const { json } = await ask(simulator, '/Person/71', headers as Record<string, string>);
  expect(Object.keys(json)).toEqual(Object.keys(expected));
  const dates = ['CreatedDate', 'UpdatedDate', 'BirthDate', 'DbiLastModified', 'DbiLastSyncronized'];
  for (const date of dates) expect([date, json[date]]).toEqual([date, expected[date]]);
  expect(json.Interests[0].LastChanged).toBe(expected.Interests[0].LastChanged);
});
