import type { SimulatedCaller } from '../request.ts';
import type { ListItemRecord, PersonRecord } from '../store.ts';
import type { ArchiveContext, ContactActivity } from './table.ts';

const noActivity: ContactActivity = { count: 0, open: 0, last: null, lastCompleted: null };

/** A context for one request: what is looked up twice is kept, nothing outlives the request. */
export function createArchiveContext(caller: SimulatedCaller): ArchiveContext {
  const { world } = caller;
  const items = new Map<string, Map<number, ListItemRecord>>();
  const texts = new Map<string, Map<number, string>>();
  let persons: Map<number, PersonRecord[]> | undefined;
  let activities: Map<number, ContactActivity> | undefined;

  const item = (list: string, id: number): ListItemRecord | undefined => {
    let known = items.get(list);
    if (known === undefined) {
      known = new Map((world.lists.get(list)?.items ?? []).map((entry) => [entry.id, entry]));
      items.set(list, known);
    }
    return known.get(id);
  };
  return {
    caller,
    item,
    itemText: (list, id) => {
      const known = texts.get(list) ?? new Map<number, string>();
      texts.set(list, known);
      const text = known.get(id) ?? caller.text(item(list, id)?.name ?? '');
      known.set(id, text);
      return text;
    },
    associateName: (id) => world.associates.get(id)?.name ?? '',
    personsAt: (contactId) => {
      persons ??= groupPersons(caller);
      return persons.get(contactId) ?? [];
    },
    activityOf: (contactId) => {
      activities ??= countActivities(caller);
      return activities.get(contactId) ?? noActivity;
    },
  };
}

function groupPersons({ world, user }: SimulatedCaller): Map<number, PersonRecord[]> {
  const groups = new Map<number, PersonRecord[]>();
  for (const person of world.persons.values()) {
    if (person.contactId === null || person.deletedAt !== null || user.rights.hiddenPersonIds.has(person.id)) continue;
    const group = groups.get(person.contactId);
    if (group === undefined) groups.set(person.contactId, [person]);
    else group.push(person);
  }
  for (const group of groups.values()) group.sort((a, b) => a.rank - b.rank || a.id - b.id);
  return groups;
}

function countActivities({ world, user }: SimulatedCaller): Map<number, ContactActivity> {
  const found = new Map<number, ContactActivity>();
  for (const appointment of world.appointments.values()) {
    if (appointment.contactId === null || user.rights.hiddenAppointmentIds.has(appointment.id)) continue;
    const before = found.get(appointment.contactId) ?? noActivity;
    const done = appointment.completed === 'Completed';
    found.set(appointment.contactId, {
      count: before.count + 1,
      open: before.open + (done ? 0 : 1),
      last: Math.max(before.last ?? appointment.startAt, appointment.startAt),
      lastCompleted: done
        ? Math.max(before.lastCompleted ?? appointment.startAt, appointment.startAt)
        : before.lastCompleted,
    });
  }
  return found;
}
