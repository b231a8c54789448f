import { tableRight } from '../../simulator/carriers.ts';
import { diaryDate, stampDate, timeSpan } from '../../simulator/dates.ts';
import type { Nested } from '../../simulator/entity.ts';
import type { SimulatedCaller } from '../../simulator/request.ts';
import { type AppointmentRecord, findListItem } from '../../simulator/store.ts';
import type { SimpleAppointmentWire } from './appointment.wire.ts';

/** The flat carrier of an entry: `/Simple` and `GetAppointmentList`. */
export function simpleAppointment(
  row: AppointmentRecord,
  caller: SimulatedCaller,
  nested: Nested,
): SimpleAppointmentWire {
  return { ...simpleHead(row, caller, nested), ...simpleState(row, caller), ...simpleTail(row, caller, nested) };
}

function simpleHead(row: AppointmentRecord, caller: SimulatedCaller, nested: Nested): SimpleAppointmentWire {
  const task = findListItem(caller.world, 'task', row.taskId);
  const owner = nested.associate(row.associateId);
  const priority = findListItem(caller.world, 'priority', row.priorityId);
  const contact = nested.contact(row.contactId);
  const person = nested.person(row.personId);
  return {
    AppointmentId: row.id,
    StartDate: diaryDate(row.startAt, caller),
    EndDate: diaryDate(row.endAt, caller),
    Type: row.type,
    Task: caller.text(task?.name ?? ''),
    AssociateFullName: owner?.FullName ?? '',
    ContactName: contact?.Name ?? '',
    Description: row.description,
    PersonFullName: person?.FullName ?? '',
    PersonId: person?.PersonId ?? 0,
    ContactId: contact?.ContactId ?? 0,
    ProjectId: row.projectId ?? 0,
    ProjectName: '',
    IsPublished: false,
    AssociateId: row.associateId,
    ColorIndex: row.colorIndex,
    IsFree: row.isFree,
    HasAlarm: row.hasAlarm,
    IsAlldayEvent: row.isAllDay,
    Private: row.private,
    PriorityId: row.priorityId,
    PriorityName: caller.text(priority?.name ?? ''),
    TaskType: String(task?.extra.Type ?? 'Unknown'),
    IsBookingMain: row.motherId === row.id,
    IsRecurrence: row.recurrenceRuleId !== 0,
    IsBooking: row.bookingType === 'Owner' || row.bookingType === 'Participant',
  };
}

function simpleState(row: AppointmentRecord, caller: SimulatedCaller): SimpleAppointmentWire {
  return {
    ActiveDate: diaryDate(row.activeAt, caller),
    AssignmentStatus: row.assignmentStatus,
    InvitationStatus: row.invitationStatus,
    BookingType: row.bookingType,
    Completed: row.completed,
    RecurringPattern: row.recurrenceRuleId === 0 ? 'Unknown' : 'Weekly',
    RecurringStartDate: diaryDate(null, caller),
    RecurringEndDate: diaryDate(null, caller),
    MotherId: row.motherId,
  };
}

function simpleTail(row: AppointmentRecord, caller: SimulatedCaller, nested: Nested): SimpleAppointmentWire {
  const creator = nested.associate(row.createdBy);
  const newer = caller.options.carriers.newerMembers;
  return {
    AssignedBy: row.assignedBy ?? 0,
    AssignedByFullName: nested.associate(row.assignedBy)?.FullName ?? '',
    RejectReason: row.rejectReason,
    Location: row.location,
    AlarmLeadTime: timeSpan(row.alarmLeadMinutes),
    SaleId: row.saleId ?? 0,
    SaleName: '',
    AssociateName: nested.associate(row.associateId)?.Name ?? '',
    CreatedDate: stampDate(row.createdAt, caller),
    CreatedBy: creator?.Name ?? '',
    CreatedByFullName: creator?.FullName ?? '',
    CreatedByAssociateId: row.createdBy,
    CautionWarning: 'OK',
    ...(newer ? { OwnedExternally: 'None' } : {}),
    MotherAssociateId: row.motherAssociateId ?? 0,
    JoinVideomeetUrl: row.joinVideomeetUrl,
    PreferredTZLocation: row.preferredZoneId,
    ...(newer ? { Title: row.title, Agenda: row.agenda, InternalNotes: row.internalNotes } : {}),
    TaskId: row.taskId,
    TableRight: tableRight(caller),
    FieldProperties: {},
  };
}
