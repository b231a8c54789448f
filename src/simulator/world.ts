import { seedAppointments } from '../entities/appointment/appointment.seed.simulated.ts';
import { simulatedAppointment } from '../entities/appointment/appointment.simulated.ts';
import { associateCarrier, seedAssociates, userInfo } from '../entities/associate/associate.simulated.ts';
import { seedContacts } from '../entities/contact/contact.seed.simulated.ts';
import { simulatedContact } from '../entities/contact/contact.simulated.ts';
import * as listItems from '../entities/list-item/list-item.simulated.ts';
import { seedLists, seedStrings } from '../entities/list-item/lists.simulated.ts';
import { seedPersons } from '../entities/person/person.seed.simulated.ts';
import { simulatedPerson } from '../entities/person/person.simulated.ts';
import { readableCarrier } from './carriers.ts';
import type { Nested, SimulatedEntity } from './entity.ts';
import { createRandom } from './random.ts';
import { maySee, type SimulatedCaller } from './request.ts';
import { seedExtraFields, seedUdefFields } from './seed-fields.ts';
import { seedForeignKeys } from './seed-foreign-keys.ts';
import { demoTickets, seedUsers } from './seed-users.ts';
import { findList, findListItem, type TenantWorld } from './store.ts';
import { createChanges } from './superoffice/changes.ts';
import { otherTenantSeed, tenantSeeds } from './words.ts';
import { findZone, startOfDay } from './zones.ts';

/** The entities with REST routes of their own, one line each. */
export const simulatedEntities = [
  simulatedContact,
  simulatedPerson,
  simulatedAppointment,
] as unknown as readonly SimulatedEntity[];

/** A tenant with nothing in it but its lists, layouts and ways to log in. */
export function emptyWorld(tenant: string): TenantWorld {
  return {
    tenant,
    baseZone: (tenantSeeds[tenant] ?? otherTenantSeed).baseZone,
    ownContactId: 2,
    contacts: new Map(),
    persons: new Map(),
    appointments: new Map(),
    associates: new Map(),
    lists: seedLists(),
    udefFields: seedUdefFields(),
    extraFields: seedExtraFields(),
    foreignApps: [],
    foreignKeys: [],
    strings: seedStrings(),
    users: [],
    appToken: demoTickets(tenant).appToken,
    changes: createChanges(),
  };
}

/** The seeded tables of a tenant: the same for the same tenant and the same day. */
export function seededWorld(tenant: string, now: number): TenantWorld {
  const world = emptyWorld(tenant);
  const { words, baseZone, seed } = tenantSeeds[tenant] ?? otherTenantSeed;
  const iana = findZone(baseZone)?.iana ?? 'UTC';
  const ground = { world, words, random: createRandom(seed), today: startOfDay(now, iana) };
  seedAssociates(ground);
  seedContacts(ground);
  seedPersons(ground);
  seedAppointments(ground, iana);
  seedForeignKeys(ground);
  world.users = seedUsers(world, now);
  return world;
}

/** Carriers of referenced records for one request; each is written once. */
export function nestedCarriers(caller: SimulatedCaller): Nested {
  const { world } = caller;
  const contacts = new Map<number, ReturnType<Nested['contact']>>();
  const persons = new Map<number, ReturnType<Nested['person']>>();
  const item = (list: string, id: number) => findListItem(world, list, id);
  const nested: Nested = {
    associate: (id) => associateCarrier(id, caller),
    userInfo: (personId) => userInfo(personId, caller),
    contact: (id) =>
      once(contacts, id, () => {
        const row = id === null ? undefined : world.contacts.get(id);
        if (row === undefined || !maySee(caller, 'contact', row)) return null;
        return readableCarrier('contact', simulatedContact.simple(row, caller, nested), caller);
      }),
    person: (id) =>
      once(persons, id, () => {
        const row = id === null ? undefined : world.persons.get(id);
        if (row === undefined || !maySee(caller, 'person', row)) return null;
        return readableCarrier('person', simulatedPerson.simple(row, caller, nested), caller);
      }),
    listValue: (list, id) => listItems.listValue(list, id, caller),
    category: (id) => listItems.category(id, caller),
    country: (id) => {
      const found = item('country', id);
      return found === undefined ? null : listItems.country(found, caller);
    },
    task: (id) => {
      const found = item('task', id);
      return found === undefined ? null : listItems.task(found, caller);
    },
    selectable: (name, selected, changedAt) => {
      const list = findList(world, name);
      return list === undefined ? [] : listItems.selectableItems(list, selected, changedAt, caller);
    },
  };
  return nested;
}

function once<Value>(known: Map<number, Value | null>, id: number | null, write: () => Value | null): Value | null {
  if (id === null) return null;
  const kept = known.get(id);
  if (kept !== undefined) return kept;
  const value = write();
  known.set(id, value);
  return value;
}
