import { entityMutations } from '../../graphql/mutation-entity.ts';
import type { Changes, Input, Problem } from '../../upstream/superoffice/patch.ts';
import { customFields } from '../../upstream/superoffice/patch-custom.ts';
import { choice, flag, instant, reference, text } from '../../upstream/superoffice/patch-kinds.ts';
import {
  AppointmentRef,
  activityStatuses,
  appointmentSources,
  appointmentTypes,
  privacies,
} from './appointment.model.ts';

const appointmentChanges: Changes = {
  title: text('Title', 'Title (Title).'),
  description: text('Description', 'The text (Description).'),
  agenda: text('Agenda', 'Agenda (Agenda).'),
  internalNotes: text('InternalNotes', 'Notes for the own house (InternalNotes).'),
  startDate: instant('StartDate', 'When it starts (StartDate), with offset.'),
  endDate: instant('EndDate', 'When it ends (EndDate), with offset; an end before the start is a ValidationError.'),
  isAllDay: flag('IsAlldayEvent', 'Whether it takes the whole day (IsAlldayEvent).'),
  location: text('Location', 'Where it takes place, as free text (Location).'),
  completed: choice('Completed', activityStatuses, 'ActivityStatus', 'How far it has come (Completed).'),
  private: choice('Private', privacies, 'AppointmentPrivacy', 'Who may see it (Private).'),
  type: choice('Type', appointmentTypes, 'AppointmentType', 'Where it is kept (Type).'),
  hasAlarm: flag('HasAlarm', 'Whether its user is reminded (HasAlarm).'),
  isFree: flag('IsFree', 'Whether its user stays free for others meanwhile (IsFree).'),
  taskId: reference('Task', 'TaskListItemId', 'Kind of activity: id in the list `task` (Task).'),
  priorityId: reference('Priority', 'Id', 'Priority: id in the list `priority` (Priority).'),
  contactId: reference('Contact', 'ContactId', 'The id of the company (Contact).'),
  personId: reference('Person', 'PersonId', 'The id of the person (Person).'),
  associateId: reference('Associate', 'AssociateId', 'The id of the user in whose diary it is (Associate).'),
  customFields: customFields("The tenant's own fields (CustomFields)."),
};

function endsBeforeStart({ startDate, endDate }: Input): Problem[] {
  const isReversed = typeof startDate === 'number' && typeof endDate === 'number' && endDate < startDate;
  return isReversed ? [{ path: ['endDate'], message: 'It ends before it starts.' }] : [];
}

entityMutations({
  entity: appointmentSources,
  ref: AppointmentRef,
  noun: 'appointment',
  changes: appointmentChanges,
  check: endsBeforeStart,
});
