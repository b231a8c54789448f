import { runArchive } from '../../../src/simulator/archive/archive.ts';
import { createCaller } from '../../../src/simulator/caller.ts';
import { createClock } from '../../../src/simulator/clock.ts';
import { defaultOptions } from '../../../src/simulator/options.ts';
import { Parameters, type SimulatedAnswer, type SimulatedCaller } from '../../../src/simulator/request.ts';
import { fullRights } from '../../../src/simulator/seed-users.ts';
import type {
  AddressRecord,
  AppointmentRecord,
  AssociateRecord,
  ContactRecord,
  ElementRecord,
  PersonRecord,
  TenantWorld,
} from '../../../src/simulator/store.ts';
import type { RightsRecord } from '../../../src/simulator/users.ts';
import { emptyWorld } from '../../../src/simulator/world.ts';

/** Wednesday; 10:00 in Oslo, where the server stands. */
export const now = Date.UTC(2026, 3, 15, 8);

const unchanged = { createdAt: Date.UTC(2026, 0, 1), createdBy: 5, updatedAt: null, updatedBy: null };

function elements(values: readonly string[], firstId: number): ElementRecord[] {
  return values.map((value, index) => ({ id: firstId + index, value, description: '' }));
}

export function address(id: number, parts: Partial<AddressRecord>): AddressRecord {
  const none = { address1: '', address2: '', address3: '', city: '', county: '', state: '', zipcode: '' };
  return { id, ...none, latitude: 0, longitude: 0, ...parts };
}

type Listed<R> = Omit<Partial<R>, 'emails' | 'phones' | 'mobilePhones'> & {
  id: number;
  emails?: string[];
  phones?: string[];
};

export function contact({ emails = [], phones = [], ...given }: Listed<ContactRecord>): ContactRecord {
  return {
    ...unchanged,
    name: `Contact ${given.id}`,
    department: '',
    orgNr: '',
    code: '',
    number: String(10_000 + given.id),
    kanaName: '',
    description: '',
    associateId: 5,
    businessId: 0,
    categoryId: 1,
    countryId: 578,
    supportAssociateId: null,
    supportPersonId: null,
    ticketPriorityId: 0,
    customerLanguageId: 0,
    groupId: 0,
    source: 0,
    noMailing: false,
    stop: false,
    deletedAt: null,
    interestIds: [],
    emails: elements(emails, given.id * 100),
    phones: elements(phones, given.id * 100 + 50),
    faxes: [],
    urls: [],
    domains: [],
    streetAddress: null,
    postalAddress: null,
    custom: {},
    ...given,
  };
}

export function person({ emails = [], phones = [], ...given }: Listed<PersonRecord>): PersonRecord {
  return {
    ...unchanged,
    contactId: null,
    firstname: '',
    middleName: '',
    lastname: '',
    mrmrs: '',
    title: '',
    salutation: '',
    description: '',
    personNumber: '',
    birthDate: null,
    positionId: 0,
    countryId: 578,
    rank: 1,
    associateId: 5,
    categoryId: 0,
    businessId: 0,
    supportAssociateId: null,
    ticketPriorityId: 0,
    customerLanguageId: 0,
    source: 0,
    noMailing: false,
    usePersonAddress: false,
    retired: false,
    deletedAt: null,
    interestIds: [],
    shipmentTypeIds: [],
    emails: elements(emails, given.id * 1000),
    privatePhones: [],
    faxes: [],
    mobilePhones: elements(phones, given.id * 1000 + 500),
    officePhones: [],
    otherPhones: [],
    urls: [],
    address: null,
    consents: [],
    custom: {},
    ...given,
  };
}

export function appointment(given: Partial<AppointmentRecord> & { id: number }): AppointmentRecord {
  const startAt = given.startAt ?? now;
  return {
    ...unchanged,
    associateId: 5,
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
    taskId: 2,
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
    ...given,
  };
}

export function associate(given: Partial<AssociateRecord> & { id: number; name: string }): AssociateRecord {
  return {
    ...unchanged,
    personId: 0,
    displayName: given.name,
    tooltip: '',
    type: 'InternalAssociate',
    groupId: 1,
    otherGroupIds: [],
    roleId: 1,
    rank: given.id,
    deleted: false,
    ejUserId: 0,
    userName: `${given.name.toLowerCase()}@example.com`,
    ...given,
  };
}

/** Four companies, five persons, three users and six appointments, each with something of its own to ask for. */
export function smallWorld(): TenantWorld {
  const world = emptyWorld('Cust12345');
  add(world.contacts, [
    contact({ id: 2, name: 'Nordlys Trading AS', department: 'Oslo', categoryId: 1, emails: ['post@nordlys.example'] }),
    contact({
      id: 7,
      name: "L'Oréal",
      categoryId: 3,
      countryId: 276,
      associateId: 7,
      orgNr: '987654321',
      stop: true,
      interestIds: [2, 3],
      emails: ['first@loreal.example', 'second@loreal.example'],
      phones: ['+49 30 1', '+49 30 2', '+49 30 3'],
      supportPersonId: 71,
      updatedAt: Date.UTC(2026, 2, 11, 22, 30),
      updatedBy: 7,
      streetAddress: address(1, { address1: 'Fjordgata 8', city: 'Bergen', zipcode: '5003', latitude: 60.39 }),
      custom: {
        'SuperOffice:1': 'Blue',
        'SuperOffice:2': 12,
        'SuperOffice:4': true,
        'SuperOffice:5': 2,
        x_premium: true,
      },
    }),
    contact({ id: 25, name: 'østlandet', categoryId: 0, associateId: 8, description: 'Calls back', custom: {} }),
    contact({ id: 30, name: '7', department: 'Zebra', deletedAt: null, custom: { 'SuperOffice:3': '2026-05-05' } }),
    contact({ id: 31, name: 'Gone AS', deletedAt: now - 1000 }),
  ]);
  add(world.persons, [
    person({ id: 19, contactId: 2, firstname: 'Lars', lastname: 'Holm', emails: ['lars@nordlys.example'] }),
    person({
      id: 71,
      contactId: 7,
      firstname: 'Ingrid',
      middleName: 'Åse',
      lastname: 'Berg',
      birthDate: '1980-05-17',
      description: 'Plays chess',
      emails: ['ingrid@loreal.example', 'berg@home.example'],
      phones: ['+47 900'],
    }),
    person({ id: 72, contactId: 7, firstname: 'Ola', lastname: 'Vik', rank: 2, birthDate: '0002-02-28' }),
    person({ id: 73, contactId: 7, firstname: 'Retired', lastname: 'One', retired: true }),
    person({ id: 74, contactId: null, firstname: 'Deleted', lastname: 'One', deletedAt: now }),
  ]);
  add(world.associates, [
    associate({ id: 5, name: 'LH', personId: 19 }),
    associate({ id: 7, name: 'MK', groupId: 2 }),
    associate({ id: 8, name: 'XX', deleted: true }),
  ]);
  add(world.appointments, [
    // 00:30 in Oslo on the 20th is still the 19th in UTC.
    appointment({ id: 591, startAt: Date.UTC(2026, 3, 19, 22, 30), endAt: Date.UTC(2026, 3, 20, 8, 30), contactId: 7 }),
    appointment({
      id: 592,
      personId: 71,
      contactId: 7,
      description: 'Walk through',
      taskId: 3,
      completed: 'Completed',
    }),
    appointment({ id: 593, contactId: 2, associateId: 7, endAt: null, location: 'Fjordgata 8' }),
    appointment({ id: 594, contactId: 25, invitationStatus: 'Invitation' }),
    appointment({ id: 595, contactId: 25, assignmentStatus: 'Declined' }),
    appointment({ id: 596, private: 'PrivateUser', custom: { 'SuperOffice:2': 3, x_reviewed_at: now } }),
  ]);
  return world;
}

function add<R extends { id: number }>(table: Map<number, R>, records: readonly R[]): void {
  for (const record of records) table.set(record.id, record);
}

/** A caller with full rights; the options are its own. */
export function createTestCaller(
  world: TenantWorld,
  headers: Readonly<Record<string, string>> = {},
  rights: Partial<RightsRecord> = {},
): SimulatedCaller {
  const user = { associateId: 5, tickets: [], basic: null, session: null, rights: { ...fullRights(), ...rights } };
  const site = { world, user, options: defaultOptions(), clock: createClock(now) };
  return createCaller(headers, { ...site, baseUrl: 'http://127.0.0.1:4011/Cust12345/api/v1' });
}

export type Row = Record<string, unknown> & { PrimaryKey: string | number; EntityName: string };

export interface Envelope {
  'odata.metadata': string;
  'odata.nextLink': string | null;
  value: Row[];
}

/** Asks an archive. */
export function ask(
  caller: SimulatedCaller,
  provider: string,
  parameters: Readonly<Record<string, string>> = {},
): SimulatedAnswer {
  return runArchive(provider, new Parameters(Object.entries(parameters)), caller);
}

/** The envelope of an answer that was not refused. */
export function envelope(
  caller: SimulatedCaller,
  provider: string,
  parameters: Readonly<Record<string, string>> = {},
): Envelope {
  const answer = ask(caller, provider, parameters);
  if (answer.status !== 200) throw new Error(`refused: ${JSON.stringify(answer.body)}`);
  return answer.body as Envelope;
}

/** Keys of the rows that a filter leaves, in the order of the key. */
export function keysWhere(caller: SimulatedCaller, provider: string, $filter: string): number[] {
  return envelope(caller, provider, { $filter, $select: '' }).value.map((row) => Number(row.PrimaryKey));
}
