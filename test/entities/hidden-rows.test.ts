import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import type { TenantWorld } from '../../src/simulator/store.ts';
import { type Crm, expectRequests, startCrm } from '../crm.ts';
import { found, living, pick, userIn } from './seeded.ts';

/** A record that is read by its entity, and of which the archive shows no row, or cannot be asked for it. */

let crm: Crm;
let world: TenantWorld;
beforeAll(async () => {
  crm = await startCrm();
  world = crm.superoffice.world();
});
afterAll(() => crm.close());
afterEach(() => crm.superoffice.faults.clear());

/** Someone in the recycle bin, whom no archive shows, of a company that is marked as stopped. */
function goneFromStopped() {
  const person = pick(world.persons, (row) => living(row) && row.contactId !== null && row.salutation !== '');
  const contact = found(world.contacts.get(person.contactId ?? 0));
  Object.assign(contact, { stop: true, streetAddress: { ...contact.streetAddress, city: 'Molde' } });
  person.deletedAt = crm.superoffice.clock.now();
  return { person, contact };
}

test('what lies beyond its carriers is read by the key of the record that it points to', async () => {
  const { person, contact } = goneFromStopped();
  const { data, errors, calls } = await crm.query(
    `query HiddenRow($id: Int!) { person(personId: $id) { salutation
      contact { contactId name stop streetAddress { city } associate { fullName } } } }`,
    { id: person.id },
  );
  expect(errors).toBeUndefined();
  expect(data).toEqual({
    person: {
      salutation: person.salutation,
      contact: {
        ...{ contactId: contact.id, name: contact.name, stop: true, streetAddress: { city: 'Molde' } },
        associate: { fullName: userIn(world, contact.associateId)?.fullName },
      },
    },
  });
  expect(calls.map(({ path }) => path).sort()).toEqual(['/Contact', '/Person', `/Person/${person.id}`]);
});

test('nothing more is read where the carriers hold all that is asked for', async () => {
  const { person, contact } = goneFromStopped();
  const { data, calls } = await crm.query(
    'query HiddenRank($id: Int!) { person(personId: $id) { salutation rank contact { contactId name } } }',
    { id: person.id },
  );
  const named = { contactId: contact.id, name: contact.name };
  expect(data).toEqual({ person: { salutation: person.salutation, rank: null, contact: named } });
  expectRequests(calls, 2);
});

test('where the row cannot be read, what it should have held is an error, and no value', async () => {
  const row = pick(world.appointments, (each) => world.contacts.get(each.contactId ?? 0)?.categoryId);
  const contact = found(world.contacts.get(row.contactId ?? 0));
  crm.superoffice.faults.add({ path: '^/Appointment$', fault: { kind: 'wrongShape', body: 7 } });
  const { data, errors } = await crm.query(
    `query LostRow($id: Int!) { appointment(appointmentId: $id) { isFree
      contact { name category { listItemId } } stopped: contact { stop } } }`,
    { id: row.id },
  );
  expect(data).toEqual({
    appointment: { isFree: row.isFree, contact: { name: contact.name, category: null }, stopped: null },
  });
  expect(errors?.map(({ extensions }) => extensions.code)).toEqual(['UPSTREAM_INVALID_RESPONSE']);
});
