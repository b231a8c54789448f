import type { AssociateType } from './associate-types.ts';
import type { CustomValues, ExtraFieldRecord, UdefFieldRecord } from './custom-field-records.ts';
import type { ForeignAppRecord, ForeignKeyRecord } from './foreign-records.ts';
import type { Changes } from './superoffice/changes.ts';
import type { UserRecord } from './users.ts';

/**
 * The tables of one simulated SuperOffice tenant. Instants are epoch milliseconds, calendar dates `YYYY-MM-DD`, references
 * are keys (0 or null: none), texts are kept as the vendor stores them: plain, or one text per language (`US:"..";NO:".."`).
 */

/** The end of an entry that never ends; on the wire the last second of year 9999. */
export const OPEN_END = Date.UTC(9999, 11, 31, 23, 59, 59);

/** Wire names of the enums in the order of their numbers (archive columns `rawType` and `rawStatus` hold the number). */
export const appointmentTypes = [
  'Unknown',
  'inDiary',
  'inChecklist',
  'Note',
  'Document',
  'SavedReport',
  'BookingForDiary',
  'BookingForChecklist',
  'MergeDraft',
  'MergeFinal',
] as const;
export type AppointmentType = (typeof appointmentTypes)[number];
export const completions = ['Unknown', 'NotStarted', 'Started', 'Completed'] as const;
export type Completion = (typeof completions)[number];
export const invitationStatuses = [
  'Unknown',
  'None',
  'Accepted',
  'Hidden',
  'Invitation',
  'Moved',
  'Seen',
  'MovedSeen',
  'Declined',
  'Cancelled',
] as const;
export type InvitationStatus = (typeof invitationStatuses)[number];
export type AssignmentStatus = 'Unknown' | 'None' | 'Assigning' | 'Seen' | 'Declined';
export type BookingType = 'Unknown' | 'None' | 'Owner' | 'Participant';
export const privacies = ['Public', 'PrivateUser', 'PrivateGroup'] as const;
export type Privacy = (typeof privacies)[number];

/** An e-mail, phone, fax or web address; the order in its array is the rank. */
export interface ElementRecord {
  id: number;
  value: string;
  description: string;
}

export interface AddressRecord {
  id: number;
  address1: string;
  address2: string;
  address3: string;
  city: string;
  county: string;
  state: string;
  zipcode: string;
  /** 0, 0: no position known. */
  latitude: number;
  longitude: number;
}

/** Who made and who changed a record; never changed: null. */
export interface Stamped {
  createdAt: number;
  createdBy: number;
  updatedAt: number | null;
  updatedBy: number | null;
  /** Members of the entity whose text is null; any other text that is not set is an empty one. */
  nullTexts?: readonly string[];
}

export interface ContactRecord extends Stamped {
  id: number;
  name: string;
  department: string;
  orgNr: string;
  /** `Number1`, the archive column `code`. */
  code: string;
  /** `Number2`, the archive column `number`. */
  number: string;
  kanaName: string;
  description: string;
  associateId: number;
  businessId: number;
  categoryId: number;
  countryId: number;
  supportAssociateId: number | null;
  supportPersonId: number | null;
  ticketPriorityId: number;
  customerLanguageId: number;
  groupId: number;
  source: number;
  noMailing: boolean;
  stop: boolean;
  /** Soft deleted: in the recycle bin until the system removes it. */
  deletedAt: number | null;
  interestIds: number[];
  emails: ElementRecord[];
  phones: ElementRecord[];
  faxes: ElementRecord[];
  urls: ElementRecord[];
  domains: string[];
  streetAddress: AddressRecord | null;
  postalAddress: AddressRecord | null;
  custom: CustomValues;
}

export interface PersonRecord extends Stamped {
  id: number;
  contactId: number | null;
  firstname: string;
  middleName: string;
  lastname: string;
  /** Free text, offered by the list `mrmrs`. */
  mrmrs: string;
  title: string;
  salutation: string;
  description: string;
  personNumber: string;
  /** Year 2: the year is not known. */
  birthDate: string | null;
  positionId: number;
  countryId: number;
  rank: number;
  /** The owner; `CorrespondingAssociate` is the associate whose `personId` is this person. */
  associateId: number;
  categoryId: number;
  businessId: number;
  supportAssociateId: number | null;
  ticketPriorityId: number;
  customerLanguageId: number;
  source: number;
  noMailing: boolean;
  usePersonAddress: boolean;
  retired: boolean;
  deletedAt: number | null;
  interestIds: number[];
  shipmentTypeIds: number[];
  emails: ElementRecord[];
  privatePhones: ElementRecord[];
  faxes: ElementRecord[];
  mobilePhones: ElementRecord[];
  officePhones: ElementRecord[];
  otherPhones: ElementRecord[];
  urls: ElementRecord[];
  address: AddressRecord | null;
  consents: ConsentRecord[];
  custom: CustomValues;
}

export interface ConsentRecord extends Stamped {
  id: number;
  comment: string;
  /** Items of the lists `legalbase`, `consentpurpose` and `consentsource`. */
  legalBaseId: number;
  purposeId: number;
  sourceId: number;
}

export interface ParticipantRecord {
  associateId: number;
  personId: number;
  contactId: number;
  emailId: number;
  sendEmail: boolean;
  invitationStatus: InvitationStatus;
  emailAddress: string;
}

export interface AppointmentRecord extends Stamped {
  id: number;
  associateId: number;
  contactId: number | null;
  personId: number | null;
  /** Projects and sales are not simulated: these point at nothing that can be read. */
  projectId: number | null;
  saleId: number | null;
  invitedPersonId: number | null;
  assignedBy: number | null;
  motherAssociateId: number | null;
  /** Own id: the booking's master; another id: a copy of that master; 0: neither. */
  motherId: number;
  title: string;
  /** The text of the entry (archive columns `text` and `appointment/description`). */
  description: string;
  agenda: string;
  internalNotes: string;
  location: string;
  startAt: number;
  /** null: no end stored (year 1 on the wire); `OPEN_END`: year 9999. */
  endAt: number | null;
  /** The instant that searches and displays go by. */
  activeAt: number;
  completedAt: number | null;
  taskId: number;
  priorityId: number;
  type: AppointmentType;
  completed: Completion;
  private: Privacy;
  invitationStatus: InvitationStatus;
  assignmentStatus: AssignmentStatus;
  bookingType: BookingType;
  isAllDay: boolean;
  isFree: boolean;
  isMilestone: boolean;
  hasAlarm: boolean;
  alarmLeadMinutes: number;
  colorIndex: number;
  recurrenceRuleId: number;
  rejectCounter: number;
  rejectReason: string;
  preferredZoneId: number;
  suggestedAppointmentId: number;
  joinVideomeetUrl: string;
  participants: ParticipantRecord[];
  custom: CustomValues;
}

export interface AssociateRecord extends Stamped {
  id: number;
  /** The initials or login name: what slim archive rows show in associate columns. */
  name: string;
  personId: number;
  /** Full name where there is no person (resources, system users). */
  displayName: string;
  tooltip: string;
  type: AssociateType;
  groupId: number;
  otherGroupIds: number[];
  roleId: number;
  rank: number;
  /** May no longer log in (AllUsers entity `expired`). */
  deleted: boolean;
  ejUserId: number;
  userName: string;
}

export interface ListItemRecord {
  id: number;
  /** Raw name: plain or in several languages. */
  name: string;
  tooltip: string;
  rank: number;
  deleted: boolean;
  /** Headings of this list (`ListRecord.headings`) that the item stands under. */
  headingIds: number[];
  /** What only some lists have: country codes, task direction, ... (member names of the carriers). */
  extra: Record<string, string | number | boolean>;
}

export interface ListRecord {
  /** `UdListDefinitionId`; for built-in lists the number of their table. */
  id: number;
  /** The MDO name in lower case: `task`, `perspos`, `udlist98`. */
  mdoName: string;
  /** The name of the built-in route `/List/{T}`; null: custom or MDO only. */
  route: string | null;
  name: string;
  /** The database table: `TooltipHint` of archive cells is `{table_id=n}`. */
  table: string;
  custom: boolean;
  /** Their ids are of another table than the items': they may collide. */
  headings: ListItemRecord[];
  items: ListItemRecord[];
}

export interface TenantWorld {
  /** `Cust12345` */
  tenant: string;
  /** Code of the base (server) time zone: `NO`. */
  baseZone: string;
  /** The own company of the tenant's users. */
  ownContactId: number;
  contacts: Map<number, ContactRecord>;
  persons: Map<number, PersonRecord>;
  appointments: Map<number, AppointmentRecord>;
  associates: Map<number, AssociateRecord>;
  /** By MDO name in lower case. */
  lists: Map<string, ListRecord>;
  udefFields: UdefFieldRecord[];
  extraFields: ExtraFieldRecord[];
  foreignApps: ForeignAppRecord[];
  foreignKeys: ForeignKeyRecord[];
  /** Texts of resource ids without brackets: `SR_YES`. */
  strings: Map<string, string>;
  users: UserRecord[];
  /** What a SOTicket call must send as `SO-AppToken`. */
  appToken: string;
  /** Every write is told here. */
  changes: Changes;
}

/** The list, or undefined; names are read case-insensitively. */
export function findList(world: TenantWorld, mdoName: string): ListRecord | undefined {
  return world.lists.get(mdoName.toLowerCase());
}

/** The item of a list, deleted ones too, or undefined. */
export function findListItem(world: TenantWorld, mdoName: string, id: number): ListItemRecord | undefined {
  return world.lists.get(mdoName)?.items.find((item) => item.id === id);
}

const given = new WeakMap<ReadonlyMap<number, unknown>, number>();

/** A key that no row of the table has had: one that was given is not given again when its row is gone. */
export function nextId(table: ReadonlyMap<number, unknown>): number {
  let highest = given.get(table) ?? 0;
  for (const id of table.keys()) highest = Math.max(highest, id);
  given.set(table, highest + 1);
  return highest + 1;
}
