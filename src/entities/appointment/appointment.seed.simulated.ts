import type { SeedGround } from '../../simulator/entity.ts';
import { type AppointmentRecord, OPEN_END, type ParticipantRecord } from '../../simulator/store.ts';
import { instantOf, wallClock } from '../../simulator/zones.ts';
import { owners } from '../associate/associate.simulated.ts';
import { seedCustom } from '../contact/contact.seed.simulated.ts';
import { emptyAppointment } from './appointment.simulated.ts';

const DAY = 86_400_000;
const MINUTE = 60_000;
const FIRST = 101;
const COUNT = 2000;

const subjects = [
  'Walk through the phase 2 offer',
  'Status meeting',
  'Call about the invoice',
  'Contract renewal',
  'Demonstration',
  'Lunch; bring "the paper"',
  'Site visit',
  "Prepare L'Oréal pitch",
] as const;

/** A generator's ground and what rows are picked from. */
interface DiaryGround extends SeedGround {
  iana: string;
  persons: { id: number; contactId: number }[];
  contactIds: number[];
}

/** Fills the diary: a year back, some months ahead, and one entry in eight within three days of today. */
export function seedAppointments(ground: SeedGround, iana: string): void {
  const { world } = ground;
  const persons = [...world.persons.values()].flatMap((person) =>
    person.contactId === null || person.deletedAt !== null ? [] : [{ id: person.id, contactId: person.contactId }],
  );
  const contactIds = [...world.contacts.values()].filter((row) => row.deletedAt === null).map((row) => row.id);
  const diary: DiaryGround = { ...ground, iana, persons, contactIds };
  for (let id = FIRST; id < FIRST + COUNT; id++) {
    const own = seedAppointment(id, diary);
    const master = world.appointments.get(own.motherId);
    world.appointments.set(id, master ? copyOf(master, own) : own);
  }
}

/** What each participant of a booking has in his diary: the master's entry, with an answer of his own. All show the same ones. */
function copyOf(master: AppointmentRecord, own: AppointmentRecord): AppointmentRecord {
  const { id, associateId, motherId, bookingType, invitationStatus, rejectCounter, rejectReason } = own;
  const [self] = own.participants;
  if (self && !master.participants.some((one) => one.associateId === associateId)) {
    master.participants.push({ ...self, invitationStatus });
  }
  return {
    ...master,
    ...{ id, associateId, motherId, bookingType, invitationStatus, rejectCounter, rejectReason, type: own.type },
    motherAssociateId: master.associateId,
    createdBy: master.associateId,
  };
}

function seedAppointment(id: number, ground: DiaryGround): AppointmentRecord {
  const { random } = ground;
  const isAllDay = id % 29 === 4;
  const { startAt, endAt } = times(id, isAllDay, ground);
  const owner = random.pick(owners);
  const subject = random.pick(subjects);
  const past = startAt < ground.today;
  const completed = past ? random.pick(['Completed', 'Completed', 'NotStarted'] as const) : pickOpen(id);
  const createdAt = Math.min(startAt, ground.today) - random.int(1, 40) * DAY + random.int(0, 28_800) * 1000;
  const updated = random.chance(0.4);
  return {
    ...emptyAppointment(id, startAt),
    type: id % 11 === 6 ? 'inChecklist' : 'inDiary',
    ...attendees(id, owner, ground),
    ...invitation(id, owner),
    endAt,
    associateId: owner,
    title: id % 3 === 0 ? subject : `${subject} ${id}`,
    description: id % 3 === 0 ? subject : `${subject}, details of ${id}`,
    agenda: random.chance(0.4) ? '1. Status\n2. Offer\n3. Next step' : '',
    internalNotes: random.chance(0.2) ? `Not for the customer (${id})` : '',
    location: random.chance(0.5) ? random.pick(['Fjordgata 8', 'Meeting room Fjord', 'Online']) : '',
    taskId: random.int(1, 12),
    priorityId: random.int(0, 3),
    completed,
    completedAt: completed === 'Completed' ? startAt + 2 * 3_600_000 : null,
    private: id % 37 === 5 ? 'PrivateUser' : id % 37 === 6 ? 'PrivateGroup' : 'Public',
    isAllDay,
    isFree: isAllDay || random.chance(0.2),
    isMilestone: id % 211 === 0,
    hasAlarm: random.chance(0.4),
    alarmLeadMinutes: random.pick([0, 5, 15, 60, 1440]),
    joinVideomeetUrl: random.chance(0.2) ? `https://meet.example/${id}` : '',
    custom: seedCustom(ground),
    createdAt,
    createdBy: owner,
    updatedAt: updated ? createdAt + random.int(1, 7200) * 1000 : null,
    updatedBy: updated ? random.pick(owners) : null,
  };
}

function pickOpen(id: number): AppointmentRecord['completed'] {
  return (['NotStarted', 'NotStarted', 'Started', 'Unknown'] as const)[id % 4] ?? 'NotStarted';
}

/** Quarter hours of the working day in the base zone; an entry in eighty has no end, another one no end in sight. */
function times(id: number, isAllDay: boolean, { random, today, iana }: DiaryGround) {
  const days = id % 8 === 0 ? random.int(-3, 3) : random.int(-365, 120);
  const day = wallClock(today + days * DAY + 12 * 3_600_000, iana).slice(0, 10);
  const midnight = instantOf(day, iana);
  const startAt = isAllDay ? midnight : midnight + random.int(32, 66) * 15 * MINUTE;
  if (isAllDay) return { startAt, endAt: instantOf(`${day}T23:59:59`, iana) };
  if (id % 160 === 12) return { startAt, endAt: null };
  if (id % 160 === 92) return { startAt, endAt: OPEN_END };
  return { startAt, endAt: startAt + random.int(1, 12) * 15 * MINUTE };
}

function attendees(id: number, owner: number, { random, persons, contactIds, world }: DiaryGround) {
  const self: ParticipantRecord = {
    associateId: owner,
    personId: world.associates.get(owner)?.personId ?? 0,
    contactId: world.ownContactId,
    emailId: 0,
    sendEmail: false,
    invitationStatus: 'Accepted',
    emailAddress: '',
  };
  if (id % 10 === 3) return { contactId: null, personId: null, participants: [self] };
  if (id % 10 === 7) return { contactId: random.pick(contactIds), personId: null, participants: [self] };
  const guest = random.pick(persons);
  const email = world.persons.get(guest.id)?.emails[0];
  const invited: ParticipantRecord = {
    associateId: 0,
    personId: guest.id,
    contactId: guest.contactId,
    emailId: email?.id ?? 0,
    sendEmail: email !== undefined,
    invitationStatus: 'Invitation',
    emailAddress: email?.value ?? '',
  };
  const participants = random.chance(0.4) ? [self, invited] : [self];
  return { contactId: guest.contactId, personId: guest.id, participants };
}

/** A booking with copies that were taken, not answered yet, and refused; the last two are hidden from searches unless asked for. */
function invitation(id: number, owner: number): Partial<AppointmentRecord> {
  const copy = { bookingType: 'Participant', type: 'BookingForDiary' } as const;
  switch (id % 41) {
    case 1:
      return { motherId: id, bookingType: 'Owner', motherAssociateId: owner };
    case 2:
      return { ...copy, motherId: id - 1 };
    case 3:
      return { ...copy, motherId: id - 2, invitationStatus: 'Invitation' };
    case 4:
      return { ...copy, motherId: id - 3, invitationStatus: 'Declined', rejectCounter: 1, rejectReason: 'Busy' };
    case 5:
      return { assignmentStatus: 'Declined', assignedBy: 7 };
    default:
      return {};
  }
}
