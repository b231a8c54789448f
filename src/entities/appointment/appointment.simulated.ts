import { fieldProperties, noRights, tableRight } from '../../simulator/carriers.ts';
import { customFieldDescriptions } from '../../simulator/custom-field-layout.ts';
import { customDefaults, customMembers } from '../../simulator/custom-fields.ts';
import { diaryDate, stampDate, timeSpan } from '../../simulator/dates.ts';
import type { Nested, SimulatedEntity } from '../../simulator/entity.ts';
import type { SimulatedCaller } from '../../simulator/request.ts';
import { type AppointmentRecord, OPEN_END } from '../../simulator/store.ts';
import type { CustomFieldsWire } from '../associate/carrier.wire.ts';
import { participantCarrier, recurrence } from './appointment.parts.simulated.ts';
import { simpleAppointment } from './appointment.simple.simulated.ts';
import type { AppointmentWire } from './appointment.wire.ts';

/** An entry of the diary with nothing set, at the instant given. */
export function emptyAppointment(id: number, startAt: number): AppointmentRecord {
  return {
    id,
    associateId: 0,
    contactId: null,
    personId: null,
    projectId: null,
    saleId: null,
    invitedPersonId: null,
    assignedBy: null,
    motherAssociateId: null,
    motherId: 0,
    title: '',
    description: '',
    agenda: '',
    internalNotes: '',
    location: '',
    startAt,
    endAt: startAt + 3_600_000,
    activeAt: startAt,
    completedAt: null,
    taskId: 0,
    priorityId: 0,
    type: 'inDiary',
    completed: 'NotStarted',
    private: 'Public',
    invitationStatus: 'Accepted',
    assignmentStatus: 'None',
    bookingType: 'None',
    isAllDay: false,
    isFree: false,
    isMilestone: false,
    hasAlarm: false,
    alarmLeadMinutes: 0,
    colorIndex: 0,
    recurrenceRuleId: 0,
    rejectCounter: 0,
    rejectReason: '',
    preferredZoneId: 0,
    suggestedAppointmentId: 0,
    joinVideomeetUrl: '',
    participants: [],
    custom: {},
    createdAt: 0,
    createdBy: 0,
    updatedAt: null,
    updatedBy: null,
  };
}

function fieldDescriptions(caller: SimulatedCaller) {
  const service = (name: string) => `SuperOffice.CRM.Services.${name}`;
  return [
    { name: 'AppointmentId', type: 'System.Int32', length: 4 },
    { name: 'StartDate', type: 'System.DateTime', length: 16 },
    { name: 'EndDate', type: 'System.DateTime', length: 16 },
    { name: 'CreatedDate', type: 'System.DateTime', length: 16, readOnly: true },
    { name: 'UpdatedDate', type: 'System.DateTime', length: 16, readOnly: true },
    { name: 'Description', type: 'System.String', length: 2047 },
    { name: 'Title', type: 'System.String', length: 255 },
    { name: 'Agenda', type: 'System.String', length: 2047 },
    { name: 'InternalNotes', type: 'System.String', length: 2047 },
    { name: 'Location', type: 'System.String', length: 254 },
    { name: 'Task', type: service('TaskListItem'), length: 0 },
    { name: 'Contact', type: service('Contact'), length: 0 },
    { name: 'Person', type: service('Person'), length: 0 },
    { name: 'Associate', type: service('Associate'), length: 0 },
    { name: 'Priority', type: service('Priority'), length: 0 },
    { name: 'HasAlarm', type: 'System.Boolean', length: 1 },
    { name: 'HasConflict', type: 'System.Boolean', length: 1, readOnly: true },
    ...customFieldDescriptions('Appointment', caller.world),
  ];
}

function entity(
  row: AppointmentRecord,
  foreignKeys: CustomFieldsWire,
  caller: SimulatedCaller,
  nested: Nested,
): AppointmentWire {
  return {
    ...head(row, caller, nested),
    ...state(row, caller),
    ...planning(row, caller, nested),
    ...customMembers('Appointment', row.custom, foreignKeys, caller),
    PublishEventDate: diaryDate(null, caller),
    PublishTo: diaryDate(OPEN_END, caller),
    PublishFrom: diaryDate(null, caller),
    IsPublished: false,
    VisibleFor: [{ VisibleId: 0, Visibility: 'All', DisplayValue: caller.text('[SR_VFC_ALL]'), ...noRights() }],
    TableRight: tableRight(caller),
    FieldProperties: fieldProperties('appointment', fieldDescriptions(caller), caller),
  };
}

function head(row: AppointmentRecord, caller: SimulatedCaller, nested: Nested): AppointmentWire {
  const texts = caller.options.carriers.newerMembers
    ? { Title: row.title, Agenda: row.agenda, InternalNotes: row.internalNotes }
    : {};
  return {
    Associate: nested.associate(row.associateId),
    Contact: nested.contact(row.contactId),
    CreatedBy: nested.associate(row.createdBy),
    UpdatedBy: nested.associate(row.updatedBy),
    CreatedDate: stampDate(row.id === 0 ? null : row.createdAt, caller),
    AppointmentId: row.id,
    Description: row.description,
    ...texts,
    StartDate: diaryDate(row.startAt, caller),
    EndDate: diaryDate(row.endAt, caller),
    InvitedPerson: nested.person(row.invitedPersonId),
    Person: nested.person(row.personId),
    MotherId: row.motherId,
    Priority: row.priorityId === 0 ? null : nested.listValue('priority', row.priorityId),
    Private: row.private,
    Project: null,
    Type: row.type,
    UpdatedDate: stampDate(row.updatedAt, caller),
  };
}

function state(row: AppointmentRecord, caller: SimulatedCaller): AppointmentWire {
  return {
    Completed: row.completed,
    ActiveLinks: 0,
    Links: [],
    AlarmLeadTime: timeSpan(row.alarmLeadMinutes),
    HasAlarm: row.hasAlarm,
    ColorIndex: row.colorIndex,
    IsFree: row.isFree,
    IsAlldayEvent: row.isAllDay,
    LagTime: '00:00:00',
    LeadTime: '00:00:00',
    Location: row.location,
    RejectCounter: row.rejectCounter,
    RejectReason: row.rejectReason,
    Recurrence: recurrence(row, caller),
    Participants: row.participants.map((participant) => participantCarrier(participant, caller)),
    AssignmentStatus: row.assignmentStatus,
    InvitationStatus: row.invitationStatus,
    BookingType: row.bookingType,
    ActiveDate: diaryDate(row.activeAt, caller),
    HasConflict: false,
  };
}

function planning(row: AppointmentRecord, caller: SimulatedCaller, nested: Nested): AppointmentWire {
  const newer = caller.options.carriers.newerMembers;
  return {
    AssignedBy: nested.associate(row.assignedBy),
    MotherAssociate: nested.associate(row.motherAssociateId),
    Task: nested.task(row.taskId),
    PreferredTZLocation: row.preferredZoneId,
    ...(newer ? { PreferredTZLocationData: null } : {}),
    Sale: null,
    SuggestedAppointmentId: row.suggestedAppointmentId,
    IsMileStone: row.isMilestone,
    CautionWarning: 'OK',
    ...(newer ? { OwnedExternally: 'None' } : {}),
    JoinVideomeetUrl: row.joinVideomeetUrl,
    CentralserviceVideomeetId: '',
  };
}

/** `/Appointment` of the simulated CRM. */
export const simulatedAppointment: SimulatedEntity<AppointmentRecord> = {
  name: 'Appointment',
  key: 'AppointmentId',
  kind: 'appointment',
  subArchives: ['Participants', 'Links'],
  table: (world) => world.appointments,
  blank: (caller) => {
    const now = Math.floor(caller.clock.now() / 900_000) * 900_000;
    const custom = customDefaults('Appointment', caller.world);
    return { ...emptyAppointment(0, now), associateId: caller.associate.id, taskId: 1, priorityId: 1, custom };
  },
  entity,
  simple: simpleAppointment,
  links: (row, url) => ({
    'Associate.List': url('/MDOList/associate'),
    'Contact.List': url('/MDOList/contact_new'),
    'Person.List': url('/MDOList/person'),
    'Priority.List': url('/MDOList/priority'),
    'Project.List': url('/MDOList/project'),
    'RejectReason.List': url('/MDOList/rejectReason'),
    'Task.List': url('/MDOList/task'),
    'Sale.List': url('/MDOList/sale'),
    ...(row.contactId === null ? {} : { Contact: url(`/Contact/${row.contactId}`) }),
    ...(row.personId === null ? {} : { Person: url(`/Person/${row.personId}`) }),
    Archive: url('/Appointment'),
  }),
};
