import type { AssociateCarrierWire, TimeZoneDataWire } from '../associate/associate.wire.ts';
import type { CarrierWire, CustomMembersWire, LinksWire } from '../associate/carrier.wire.ts';
import type { SimpleContactWire } from '../contact/contact.wire.ts';
import type { ListValueWire, TaskWire } from '../list-item/list-item.wire.ts';
import type { SimplePersonWire } from '../person/person.wire.ts';

/** A flat project or sale: of no use here but for its presence. */
export type ReferencedCarrierWire = Record<string, unknown>;

/** `GET /Appointment/{id}`. Any member may be null under `$select`, and newer ones absent. */
export interface AppointmentWire extends CustomMembersWire, CarrierWire {
  Associate?: AssociateCarrierWire | null;
  Contact?: SimpleContactWire | null;
  CreatedBy?: AssociateCarrierWire | null;
  UpdatedBy?: AssociateCarrierWire | null;
  CreatedDate?: string | null;
  AppointmentId?: number | null;
  Description?: string | null;
  Title?: string | null;
  Agenda?: string | null;
  InternalNotes?: string | null;
  StartDate?: string | null;
  EndDate?: string | null;
  InvitedPerson?: SimplePersonWire | null;
  Person?: SimplePersonWire | null;
  /** Own id: booking master; another id: a copy of it; 0: plain. */
  MotherId?: number | null;
  Priority?: ListValueWire | null;
  Private?: string | null;
  Project?: ReferencedCarrierWire | null;
  Type?: string | null;
  UpdatedDate?: string | null;
  Completed?: string | null;
  ActiveLinks?: number | null;
  Links?: LinkWire[] | null;
  /** .NET time span: `00:15:00`. */
  AlarmLeadTime?: string | null;
  HasAlarm?: boolean | null;
  ColorIndex?: number | null;
  IsFree?: boolean | null;
  IsAlldayEvent?: boolean | null;
  LagTime?: string | null;
  LeadTime?: string | null;
  Location?: string | null;
  RejectCounter?: number | null;
  RejectReason?: string | null;
  Recurrence?: RecurrenceWire | null;
  Participants?: ParticipantWire[] | null;
  AssignmentStatus?: string | null;
  InvitationStatus?: string | null;
  BookingType?: string | null;
  ActiveDate?: string | null;
  HasConflict?: boolean | null;
  AssignedBy?: AssociateCarrierWire | null;
  MotherAssociate?: AssociateCarrierWire | null;
  Task?: TaskWire | null;
  PreferredTZLocation?: number | null;
  PreferredTZLocationData?: TimeZoneDataWire | null;
  Sale?: ReferencedCarrierWire | null;
  SuggestedAppointmentId?: number | null;
  IsMileStone?: boolean | null;
  CautionWarning?: string | null;
  OwnedExternally?: string | null;
  JoinVideomeetUrl?: string | null;
  CentralserviceVideomeetId?: string | null;
  PublishEventDate?: string | null;
  PublishTo?: string | null;
  PublishFrom?: string | null;
  IsPublished?: boolean | null;
  VisibleFor?: VisibleForWire[] | null;
  _Links?: LinksWire | null;
}

export interface LinkWire extends CarrierWire {
  EntityName?: string | null;
  Id?: number;
  Description?: string | null;
  ExtraInfo?: string | null;
  LinkId?: number;
}

/** Older servers send the first six members only. */
export interface ParticipantWire {
  AssociateId?: number | null;
  PersonId?: number | null;
  ContactId?: number | null;
  EmailId?: number | null;
  SendEmail?: boolean | null;
  InvitationStatus?: string | null;
  EmailAddress?: string | null;
  Description?: string | null;
  ExternallyOwnedType?: string | null;
  ExternallyOwnedStatus?: string | null;
}

export interface VisibleForWire extends CarrierWire {
  VisibleId?: number;
  Visibility?: string | null;
  DisplayValue?: string | null;
}

/** Present with `IsRecurrence: false` too. */
export interface RecurrenceWire {
  RecurrenceId?: number;
  StartDate?: string | null;
  EndDate?: string | null;
  RecurrenceCounter?: number;
  RecurrenceEndType?: string | null;
  Pattern?: string | null;
  DayPattern?: { Pattern?: string | null; Cycle?: number } | null;
  WeekPattern?: { Weekdays?: string | null; Cycle?: number } | null;
  MonthPattern?: RecurrencePatternWire | null;
  YearPattern?: RecurrencePatternWire | null;
  Dates?: RecurrenceDateWire[] | null;
  IsRecurrence?: boolean;
}

export interface RecurrencePatternWire {
  Pattern?: string | null;
  Cycle?: number;
  Day?: number;
  Weekday?: string | null;
  WeekOfMonth?: string | null;
}

export interface RecurrenceDateWire {
  Date?: string | null;
  IsConflict?: boolean;
  Description?: string | null;
  DescriptionStyleHint?: string | null;
  Tooltip?: string | null;
}

/** The flat carrier: `/Simple`, `GetAppointmentList`. No custom fields, participants or links. */
export interface SimpleAppointmentWire extends CarrierWire {
  AppointmentId?: number | null;
  StartDate?: string | null;
  EndDate?: string | null;
  Type?: string | null;
  /** The text of the list item. */
  Task?: string | null;
  AssociateFullName?: string | null;
  ContactName?: string | null;
  Description?: string | null;
  PersonFullName?: string | null;
  PersonId?: number | null;
  ContactId?: number | null;
  ProjectId?: number | null;
  ProjectName?: string | null;
  IsPublished?: boolean | null;
  AssociateId?: number | null;
  ColorIndex?: number | null;
  IsFree?: boolean | null;
  HasAlarm?: boolean | null;
  IsAlldayEvent?: boolean | null;
  Private?: string | null;
  PriorityId?: number | null;
  PriorityName?: string | null;
  TaskType?: string | null;
  IsBookingMain?: boolean | null;
  IsRecurrence?: boolean | null;
  IsBooking?: boolean | null;
  ActiveDate?: string | null;
  AssignmentStatus?: string | null;
  InvitationStatus?: string | null;
  BookingType?: string | null;
  Completed?: string | null;
  RecurringPattern?: string | null;
  RecurringStartDate?: string | null;
  RecurringEndDate?: string | null;
  MotherId?: number | null;
  AssignedBy?: number | null;
  AssignedByFullName?: string | null;
  RejectReason?: string | null;
  Location?: string | null;
  AlarmLeadTime?: string | null;
  SaleId?: number | null;
  SaleName?: string | null;
  AssociateName?: string | null;
  CreatedDate?: string | null;
  /** Initials. */
  CreatedBy?: string | null;
  CreatedByFullName?: string | null;
  CreatedByAssociateId?: number | null;
  CautionWarning?: string | null;
  OwnedExternally?: string | null;
  MotherAssociateId?: number | null;
  JoinVideomeetUrl?: string | null;
  PreferredTZLocation?: number | null;
  Title?: string | null;
  Agenda?: string | null;
  InternalNotes?: string | null;
  TaskId?: number | null;
}
