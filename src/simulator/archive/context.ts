import type { SimulatedCaller } from '../request.ts';
import type { AppointmentRecord, ListItemRecord, PersonRecord } from '../store.ts';
import type { ArchiveContext, ContactActivity } from './table.ts';

/** A context for one request: what is looked up twice is kept, nothing outlives the request. */
export function createArchiveContext(caller: SimulatedCaller): ArchiveContext {
  const { world } = caller;
  const items = new Map<string, Map<number, ListItemRecord>>();
  const texts = new Map<string, Map<number, string>>();
  let persons: Map<number, PersonRecord[]> | undefined;
  const appointments = new Map<string, Map<number, AppointmentRecord[]>>();

  const item = (list: string, id: number): ListItemRecord | undefined => {
    let known = items.get(list);
    if (known === undefined) {
      known = new Map((world.lists.get(list)?.items ?? []).map((entry) => [entry.id, entry]));
      items.set(list, known);
    }
    return known.get(id);
  };
  const appointmentsWith = (column: 'contactId' | 'personId', id: number) => {
    const groups = appointments.get(column) ?? groupAppointments(caller, column);
    appointments.set(column, groups);
    return id === 0 ? [] : (groups.get(id) ?? []);
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
    appointmentsWith,
    activityOf: (contactId) => summarizeActivity(appointmentsWith('contactId', contactId)),
  };
}

function groupPersons({ world, user }: SimulatedCaller): Map<number, PersonRecord[]> {
  const shown = [...world.persons.values()].filter(
    (person) => person.deletedAt === null && !user.rights.hiddenPersonIds.has(person.id),
  );
  const groups = Map.groupBy(shown, (person) => person.contactId ?? 0);
  for (const group of groups.values()) group.sort((a, b) => a.rank - b.rank || a.id - b.id);
  return groups;
}

function groupAppointments(
  { world, user }: SimulatedCaller,
  column: 'contactId' | 'personId',
): Map<number, AppointmentRecord[]> {
  const shown = [...world.appointments.values()].filter(({ id }) => !user.rights.hiddenAppointmentIds.has(id));
  return Map.groupBy(
    shown.sort((a, b) => a.id - b.id),
    (appointment) => appointment[column] ?? 0,
  );
}

function summarizeActivity(appointments: readonly AppointmentRecord[]): ContactActivity {
  const done = appointments.filter(({ completed }) => completed === 'Completed');
  const latest = (some: readonly AppointmentRecord[]) =>
    some.length === 0 ? null : Math.max(...some.map(({ startAt }) => startAt));
  return {
    count: appointments.length,
    open: appointments.length - done.length,
    last: latest(appointments),
    lastCompleted: latest(done),
  };
}
