import type { ArchiveContext } from '../../simulator/archive/table.ts';
import { cell, defineTable, joinOne } from '../../simulator/archive/table.ts';
import { maySee } from '../../simulator/request.ts';
import type { AppointmentRecord } from '../../simulator/store.ts';
import { appointmentTypes, completions, privacies } from '../../simulator/store.ts';

/** The kind of record that the task's list item stands for: Appointment, Phone, ToDo, ... */
function recordType(appointment: AppointmentRecord, context: ArchiveContext): string {
  return String(context.item('task', appointment.taskId)?.extra.Type ?? 'Appointment');
}

/** Everyone, or the one user or group that the entry is kept to. */
function visibleFor(appointment: AppointmentRecord, context: ArchiveContext): string {
  if (appointment.private === 'Public') return '[SR_VFC_ALL]';
  if (appointment.private === 'PrivateUser') return context.associateName(appointment.associateId);
  return context.itemText('usergroup', groupOf(appointment, context));
}

function groupOf({ associateId }: AppointmentRecord, { caller }: ArchiveContext): number {
  return caller.world.associates.get(associateId)?.groupId ?? 0;
}

function isInDiary({ type }: AppointmentRecord): boolean {
  return type === 'inDiary' || type === 'BookingForDiary';
}

/** An appointment in the archives: FindAppointment and its kin. */
export const appointmentTable = defineTable<AppointmentRecord>({
  name: 'appointment',
  entity: 'appointment',
  id: (appointment) => appointment.id,
  custom: { owner: 'Appointment', values: (appointment) => appointment.custom },
  columns: {
    appointmentId: cell.int((appointment) => appointment.id),
    completed: cell.bool((appointment) => appointment.completed === 'Completed'),
    rawStatus: cell.int((appointment) => completions.indexOf(appointment.completed)),
    rawType: cell.int((appointment) => appointmentTypes.indexOf(appointment.type)),
    icon: cell.text(recordType),
    recordType: cell.text(recordType),
    recordTypeText: cell.text(recordType),
    // Both pairs hold the same instant, but of the end `endDate` shows the day alone (4.3).
    date: cell.diary((appointment) => appointment.startAt),
    time: cell.diary((appointment) => appointment.startAt),
    endDate: cell.endDay((appointment) => appointment.endAt),
    endTime: cell.diary((appointment) => appointment.endAt),
    type: cell.list('task', (appointment) => appointment.taskId),
    text: cell.text((appointment) => appointment.description),
    associateId: cell.associate((appointment) => appointment.associateId),
    contactId: cell.key('contact', (appointment) => appointment.contactId),
    personId: cell.key('person', (appointment) => appointment.personId),
    projectId: cell.key('project', (appointment) => appointment.projectId),
    saleId: cell.int((appointment) => appointment.saleId),
    userGroup: cell.list('usergroup', groupOf),
    who: cell.text(() => ''),
    updatedBy: cell.associate((appointment) => appointment.updatedBy),
    updatedDate: cell.stamp((appointment) => appointment.updatedAt),
    registeredBy: cell.associate((appointment) => appointment.createdBy),
    registeredDate: cell.stamp((appointment) => appointment.createdAt),
    priority: cell.list('priority', (appointment) => appointment.priorityId),
    alarm: cell.bool((appointment) => appointment.hasAlarm),
    recurring: cell.bool((appointment) => appointment.recurrenceRuleId !== 0),
    recurrenceRuleId: cell.int((appointment) => appointment.recurrenceRuleId),
    booking: cell.bool((appointment) => appointment.motherId !== 0),
    intention: cell.list('intent', (appointment, context) =>
      Number(context.item('task', appointment.taskId)?.extra.IntentId ?? 0),
    ),
    location: cell.text((appointment) => appointment.location),
    cautionWarning: cell.int(() => 0),
    visibleInDiary: cell.bool(isInDiary),
    suggestedAppointmentId: cell.int((appointment) => appointment.suggestedAppointmentId),
    completedDate: cell.stamp((appointment) => appointment.completedAt),
    isMilestone: cell.bool((appointment) => appointment.isMilestone),
    invitedPersonId: cell.int((appointment) => appointment.invitedPersonId),
    joinVideomeetUrl: cell.text((appointment) => appointment.joinVideomeetUrl),
    visibleFor: {
      ...cell.raw(visibleFor),
      filterBy: (appointment) => privacies.indexOf(appointment.private),
    },
  },
  joins: {
    contact: joinOne('contact', ({ contactId }, { caller }) => {
      const contact = caller.world.contacts.get(contactId ?? 0);
      return contact !== undefined && maySee(caller, 'contact', contact) ? contact : null;
    }),
    person: joinOne('person', ({ personId }, { caller }) => {
      const person = caller.world.persons.get(personId ?? 0);
      return person !== undefined && maySee(caller, 'person', person) ? person : null;
    }),
    associate: joinOne('associate', ({ associateId }, { caller }) => caller.world.associates.get(associateId)),
    appointment: joinOne('appointmentText', (appointment) => appointment),
  },
});

/** The text of an appointment, behind `appointment/`. */
export const appointmentTextTable = defineTable<AppointmentRecord>({
  name: 'text',
  id: (appointment) => appointment.id,
  columns: {
    textId: cell.int((appointment) => (appointment.description === '' ? 0 : appointment.id)),
    description: cell.text((appointment) => appointment.description),
  },
  joins: {},
});
