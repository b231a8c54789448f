import { builder } from '../../graphql/builder.ts';
import type { CrmRecord } from '../../reading/record.ts';
import { sources, type Wire } from '../../reading/sources.ts';
import { recordedBy } from '../associate/associate.model.ts';
import { rights } from '../field-access/field-access.model.ts';

export const AppointmentRef = builder.objectRef<CrmRecord>('Appointment');

/** Someone who takes part, as the entity holds it. */
export interface ParticipantWire {
  AssociateId?: number | null;
  PersonId?: number | null;
  ContactId?: number | null;
  EmailAddress?: string | null;
  InvitationStatus?: string | null;
}

/** In the order of the numbers that `rawStatus` holds. */
export const activityStatuses = [
  ['UNKNOWN', 'Unknown'],
  ['NOT_STARTED', 'NotStarted'],
  ['STARTED', 'Started'],
  ['COMPLETED', 'Completed'],
] as const;

/** In the order of the numbers that `rawType` holds. */
export const appointmentTypes = [
  ['UNKNOWN', 'Unknown'],
  ['IN_DIARY', 'inDiary'],
  ['IN_CHECKLIST', 'inChecklist'],
  ['NOTE', 'Note'],
  ['DOCUMENT', 'Document'],
  ['SAVED_REPORT', 'SavedReport'],
  ['BOOKING_FOR_DIARY', 'BookingForDiary'],
  ['BOOKING_FOR_CHECKLIST', 'BookingForChecklist'],
  ['MERGE_DRAFT', 'MergeDraft'],
  ['MERGE_FINAL', 'MergeFinal'],
] as const;

export const privacies = [
  ['PUBLIC', 'Public'],
  ['PRIVATE_USER', 'PrivateUser'],
  ['PRIVATE_GROUP', 'PrivateGroup'],
] as const;

export const appointmentSources = sources(
  {
    type: 'Appointment',
    key: { field: 'appointmentId', column: 'appointmentId', member: 'AppointmentId' },
    provider: 'FindAppointment',
    path: 'Appointment',
    simpleList: 'Agents/Appointment/GetAppointmentList',
    // without it tentative and rejected ones are left out
    always: 'skipTentativeAndRejectedRestriction set true',
  },
  {
    // `text` mirrors the title in old records only
    title: { member: 'Title', simple: 'Title' },
    description: { column: 'appointment/description', member: 'Description', simple: 'Description' },
    agenda: { member: 'Agenda', simple: 'Agenda' },
    internalNotes: { member: 'InternalNotes', simple: 'InternalNotes' },
    startDate: { kind: 'diary', column: 'date', member: 'StartDate', simple: 'StartDate' },
    endDate: { kind: 'diary', column: 'endTime', member: 'EndDate', simple: 'EndDate' }, // `endDate` is midnight of that day
    isAllDay: { kind: 'flag', member: 'IsAlldayEvent', simple: 'IsAlldayEvent' },
    location: { column: 'location', member: 'Location', simple: 'Location' },
    completed: {
      choices: activityStatuses,
      column: 'rawStatus',
      member: 'Completed',
      simple: 'Completed',
      required: true,
    },
    type: { choices: appointmentTypes, column: 'rawType', member: 'Type', simple: 'Type' },
    private: { choices: privacies, member: 'Private', simple: 'Private' },
    hasAlarm: { kind: 'flag', column: 'alarm', member: 'HasAlarm', simple: 'HasAlarm', required: true },
    isFree: { kind: 'flag', member: 'IsFree', simple: 'IsFree' },
    videoMeetingUrl: {
      kind: 'url',
      column: 'joinVideomeetUrl',
      member: 'JoinVideomeetUrl',
      simple: 'JoinVideomeetUrl',
    },
    task: {
      list: 'task',
      column: 'type',
      member: 'Task',
      idMember: 'TaskListItemId',
      simple: { id: 'TaskId', text: 'Task' },
    },
    priority: {
      list: 'priority',
      column: 'priority',
      member: 'Priority',
      simple: { id: 'PriorityId', text: 'PriorityName' },
    },
    contact: {
      reference: 'Contact',
      key: 'contactId',
      prefix: 'contact/',
      member: 'Contact',
      simple: { key: 'ContactId', fields: { name: 'ContactName' } },
    },
    person: {
      reference: 'Person',
      key: 'personId',
      prefix: 'person/',
      member: 'Person',
      simple: { key: 'PersonId', fields: { fullName: 'PersonFullName' } },
    },
    associate: {
      reference: 'Associate',
      key: 'associateId',
      keyIsText: true,
      same: { assocName: 'associateId' },
      prefix: 'associate/',
      member: 'Associate',
      simple: { key: 'AssociateId', fields: { fullName: 'AssociateFullName', name: 'AssociateName' } },
    },
    participants: {
      members: ['Participants'],
      fromEntity: (wire: Wire) =>
        ((wire.Participants as (ParticipantWire | null)[] | null | undefined) ?? []).filter((each) => each !== null),
    },
    createdAt: { kind: 'stamp', column: 'registeredDate', member: 'CreatedDate', simple: 'CreatedDate' },
    createdBy: recordedBy('registeredBy', 'CreatedBy'),
    updatedAt: { kind: 'stamp', column: 'updatedDate', member: 'UpdatedDate' },
    updatedBy: recordedBy('updatedBy', 'UpdatedBy'),
    customFields: { custom: { udef: 'appointmentUdef/', extra: 'appointmentExtra/' } },
    fieldAccess: rights,
  },
);
