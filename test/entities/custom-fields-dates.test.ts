import { describe, expect, test } from 'vitest';
import type { TenantWorld } from '../../src/simulator/store.ts';
import { startCrm } from '../crm.ts';
import { found, utc } from './seeded.ts';

const DAY = 86_400_000;
const created = Date.UTC(2026, 0, 31, 23, 30);
const updated = Date.UTC(2026, 6, 31, 22, 15, 9);
const dates = {
  'SuperOffice:3': '2026-03-29',
  'Acme:Renewal': '1904-12-31',
  x_next_audit: '2027-01-01',
  x_reviewed_at: Date.UTC(2026, 6, 31, 23, 30),
  x_review_time: '23:59:59',
};
const keys = Object.keys(dates);

/** The same dates, near the ends of days, months and years, on a person and an appointment. */
function seed(world: TenantWorld): void {
  const person = found(world.persons.get(21));
  Object.assign(person, { createdAt: created, updatedAt: updated, birthDate: '1984-02-29' });
  Object.assign(person.custom, dates);
  const appointment = found(world.appointments.get(101));
  Object.assign(appointment, { createdAt: created, updatedAt: updated, startAt: created + DAY, endAt: updated + DAY });
  Object.assign(appointment.custom, dates);
}

const everyDate = `query Dates($keys: [String!]) {
  row: person(personId: 21) { birthDate createdAt updatedAt customFields(keys: $keys) { value } }
  entity: person(personId: 21) { birthDate createdAt updatedAt salutation customFields(keys: $keys) { value } }
  page: persons(first: 1, filter: { personId: { eq: 21 } }) { nodes { birthDate createdAt updatedAt customFields(keys: $keys) { value } } }
  meeting: appointment(appointmentId: 101) { startDate endDate createdAt updatedAt customFields(keys: $keys) { value } }
  meetingEntity: appointment(appointmentId: 101) { startDate endDate createdAt updatedAt participants { email } customFields(keys: $keys) { value } }
}`;

const zones = ['request', 'base', 'requestWithOffset', 'utc'] as const;
const bases = [
  ['NO', '2026-08-01T01:30:00'],
  ['US-NY', '2026-07-31T19:30:00'],
  ['AU-WA', '2026-08-01T07:30:00'],
] as const;
const ways = zones.flatMap((zone) => bases.map(([base, clock]) => [zone, base, clock] as const));

describe('dates of every class in archives', () => {
  test.each(ways)(
    'in the zone "%s", of a tenant in %s are what is stored, from rows and entities',
    async (zone, base, clock) => {
      await using crm = await startCrm({
        seed: (world) => {
          world.baseZone = base;
          seed(world);
        },
        superoffice: { archive: { zone } },
        settings: { SUPEROFFICE_ARCHIVE_ZONE: zone === 'base' ? 'base' : 'request' },
      });
      const { data, errors } = await crm.query(everyDate, { keys });
      expect(errors).toBeUndefined();
      const customFields = ['2026-03-29', '1904-12-31', '2027-01-01', clock, '23:59:59'].map((value) => ({ value }));
      const person = { birthDate: '1984-02-29', createdAt: utc(created), updatedAt: utc(updated), customFields };
      const meeting = {
        startDate: utc(created + DAY),
        endDate: utc(updated + DAY),
        createdAt: utc(created),
        updatedAt: utc(updated),
        customFields,
      };
      expect(data).toMatchObject({
        row: person,
        entity: person,
        page: { nodes: [person] },
        meeting,
        meetingEntity: meeting,
      });
    },
  );
});

test('a tenant without zones tells its own clock, whatever is tagged: calendar dates and its own fields stay right', async () => {
  await using crm = await startCrm({ seed, superoffice: { dates: { conversion: 'taggedUtc' } } });
  const { data } = await crm.query(everyDate, { keys });
  const own = ['2026-03-29', '1904-12-31', '2027-01-01', '2026-08-01T01:30:00', '23:59:59'].map((value) => ({ value }));
  expect(data).toMatchObject({
    row: { birthDate: '1984-02-29', customFields: own },
    entity: { birthDate: '1984-02-29', customFields: own },
    meetingEntity: { customFields: own },
  });
});

test.each([
  ['1', '0001-01-01', null],
  ['2, a birthday whose year nobody knows', '0002-09-14', null],
  ['1904', '1904-02-29', '1904-02-29'],
])('a birthday of the year %s', async (_name, stored, shown) => {
  await using crm = await startCrm({
    seed: ({ persons }) => {
      found(persons.get(21)).birthDate = stored;
    },
  });
  const { data, errors } = await crm.query(
    '{ row: person(personId: 21) { birthDate } entity: person(personId: 21) { birthDate salutation } }',
    {},
    { headers: { 'so-timezone': 'US-NY' } },
  );
  expect(errors).toBeUndefined();
  expect(data).toMatchObject({ row: { birthDate: shown }, entity: { birthDate: shown } });
});
