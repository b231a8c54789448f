import {
  type AppointmentRecord,
  appointmentTypes,
  completions,
  type ParticipantRecord,
  privacies,
} from '../../simulator/store.ts';
import { customFieldWrites } from '../../simulator/superoffice/custom-field-writes.ts';
import { type MemberWrite, memberWrites, type Save } from '../../simulator/superoffice/member-writes.ts';
import type { WritableEntity } from '../../simulator/superoffice/save.ts';
import { memberOf } from '../../simulator/superoffice/write-body.ts';
import { arrayOf, choiceOf, textOf, truthOf, wholeNumberOf } from '../../simulator/superoffice/written-values.ts';
import { simulatedAppointment } from './appointment.simulated.ts';

const write = memberWrites<AppointmentRecord>();

/** Names of the enums by their numbers, which have gaps. */
const assignments = { 0: 'Unknown', 1: 'None', 11: 'Assigning', 12: 'Seen', 13: 'Declined' } as const;
const bookings = ['Unknown', 'None', 'Owner', 'Participant'] as const;
const invitations = {
  0: 'Unknown',
  1: 'None',
  2: 'Accepted',
  4: 'Hidden',
  5: 'Invitation',
  6: 'Moved',
  7: 'Seen',
  8: 'MovedSeen',
  9: 'Declined',
  10: 'Cancelled',
} as const;

/** How an entry of the diary is written. Links and recurrence stay as they are. */
export const appointmentWrites: WritableEntity<AppointmentRecord> = {
  entity: simulatedAppointment,
  writes: [
    write.owner('Associate', 'associateId', 'associate_id'),
    write.reference('Contact', 'ContactId', 'contactId', 'contact_id', 'contacts'),
    write.reference('Person', 'PersonId', 'personId', 'person_id', 'persons'),
    write.reference('InvitedPerson', 'PersonId', 'invitedPersonId', 'invitedPersonId', 'persons'),
    write.outside('Project', 'ProjectId', 'projectId', 'project_id'),
    write.outside('Sale', 'SaleId', 'saleId', 'sale_id'),
    write.reference('AssignedBy', 'AssociateId', 'assignedBy', 'assignedBy', 'associates'),
    write.reference('MotherAssociate', 'AssociateId', 'motherAssociateId', 'motherAssociateId', 'associates'),
    write.text('Title', 'title', 'title'),
    write.text('Description', 'description', 'text_id'),
    write.text('Agenda', 'agenda', 'agenda'),
    write.text('InternalNotes', 'internalNotes', 'internal_notes'),
    write.text('Location', 'location', 'location'),
    write.text('RejectReason', 'rejectReason', 'rejectReason'),
    write.text('JoinVideomeetUrl', 'joinVideomeetUrl', 'joinVideomeetUrl'),
    write.diaryDate('StartDate', 'startAt', 'do_by'),
    write.diaryDate('EndDate', 'endAt', 'endDate'),
    write.diaryDate('ActiveDate', 'activeAt', 'activeDate'),
    write.listItem('Task', 'taskId', 'task_idx', 'task', 'TaskListItemId'),
    write.listItem('Priority', 'priorityId', 'priority_idx', 'priority'),
    write.choice('Type', 'type', 'type', appointmentTypes),
    write.choice('Completed', 'completed', 'status', completions),
    write.choice('Private', 'private', 'private', privacies),
    write.choice('InvitationStatus', 'invitationStatus', 'invitationStatus', invitations),
    write.choice('AssignmentStatus', 'assignmentStatus', 'assignmentStatus', assignments),
    write.choice('BookingType', 'bookingType', 'bookingType', bookings),
    write.truth('IsAlldayEvent', 'isAllDay', 'alldayEvent'),
    write.truth('IsFree', 'isFree', 'freeBusy'),
    write.truth('IsMileStone', 'isMilestone', 'isMilestone'),
    write.truth('HasAlarm', 'hasAlarm', 'alarm'),
    write.minutes('AlarmLeadTime', 'alarmLeadMinutes', 'lead_time'),
    write.whole('ColorIndex', 'colorIndex', 'color_index'),
    write.whole('MotherId', 'motherId', 'mother_id'),
    write.whole('RejectCounter', 'rejectCounter', 'reject_counter'),
    write.whole('PreferredTZLocation', 'preferredZoneId', 'preferredTZLocation'),
    write.whole('SuggestedAppointmentId', 'suggestedAppointmentId', 'suggestedAppointmentId'),
    participants(),
    write.createdBy(),
    write.updatedBy(),
    ...customFieldWrites<AppointmentRecord>('Appointment'),
  ],
  lengths: { Title: 255, Location: 254, Description: 2047, Agenda: 2047, InternalNotes: 2047 },
  settle,
  removedAtOnce: true,
};

function participants(): MemberWrite<AppointmentRecord> {
  const member = 'Participants';
  return {
    member,
    empty: null,
    set: ({ row, caller }, value) => {
      row.participants = arrayOf(value, member).map((one): ParticipantRecord => {
        const key = (name: string) => wholeNumberOf(memberOf(one, name), `${member}.${name}`, caller);
        const status = memberOf(one, 'InvitationStatus');
        return {
          associateId: key('AssociateId'),
          personId: key('PersonId'),
          contactId: key('ContactId'),
          emailId: key('EmailId'),
          sendEmail: truthOf(memberOf(one, 'SendEmail'), `${member}.SendEmail`, caller),
          invitationStatus: choiceOf(status, `${member}.InvitationStatus`, invitations, caller),
          emailAddress: textOf(memberOf(one, 'EmailAddress'), `${member}.EmailAddress`) ?? '',
        };
      });
    },
    changed: (before, after) =>
      JSON.stringify(before.participants) === JSON.stringify(after.participants) ? [] : ['mother_id'],
    isEmpty: (row) => row.participants.length === 0,
  };
}

/** The date that searches go by follows the start, and the time of completion follows the status. */
function settle({ row, stored, caller, problems }: Save<AppointmentRecord>): void {
  if (row.startAt === null) problems.set('StartDate', '[SR_MANDATORY_FIELD_1281]');
  if (row.startAt !== stored.startAt && row.activeAt === stored.activeAt) row.activeAt = row.startAt;
  if (row.completed === stored.completed) return;
  row.completedAt = row.completed === 'Completed' ? caller.clock.now() : null;
}
