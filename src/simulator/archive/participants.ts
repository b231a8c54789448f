import { maySee, type SimulatedCaller } from '../request.ts';
import type { AppointmentRecord, AssociateRecord, ParticipantRecord, PersonRecord } from '../store.ts';
import { invitationStatuses } from '../store.ts';
import type { ArchiveColumn, ArchiveContext, ArchiveJoin, ArchiveTable } from './table.ts';
import { cell, defineTable } from './table.ts';

/** One who takes part in an appointment, with the user and the person behind the ids. */
export interface ParticipantRow {
  appointment: AppointmentRecord;
  participant: ParticipantRecord;
  associate: AssociateRecord | undefined;
  person: PersonRecord | undefined;
  /** Position among the participants of all appointments: the vendor documents no key of its own. */
  id: number;
}

/** The archive's entities: users, things that can be booked, and others. */
export function participantEntity({ associate }: ParticipantRow): 'associate' | 'resource' | 'externalPerson' {
  if (associate === undefined) return 'externalPerson';
  return associate.type === 'ResourceAssociate' ? 'resource' : 'associate';
}

/** The participants of all appointments that the caller may see; of a person that he may not see, the ids alone. */
export function participantRows(caller: SimulatedCaller): ParticipantRow[] {
  const { world } = caller;
  const rows: ParticipantRow[] = [];
  for (const appointment of world.appointments.values()) {
    if (!maySee(caller, 'appointment', appointment)) continue;
    for (const participant of appointment.participants) {
      const associate = world.associates.get(participant.associateId);
      const found = world.persons.get(participant.personId || (associate?.personId ?? 0));
      const person = found !== undefined && maySee(caller, 'person', found) ? found : undefined;
      rows.push({ appointment, participant, associate, person, id: rows.length + 1 });
    }
  }
  return rows;
}

type Pick<R> = (row: ParticipantRow) => R | undefined;

/** The column of another table, read from the record that the row leads to. */
function through<R>(column: ArchiveColumn<R>, pick: Pick<R>): ArchiveColumn<ParticipantRow> {
  const reader = (read: ArchiveColumn<R>['read']) => (row: ParticipantRow, context: ArchiveContext) => {
    const record = pick(row);
    return record === undefined ? null : read.call(column, record, context);
  };
  const own = { ...column, read: reader(column.read) };
  return column.filterBy === undefined
    ? { ...own, filterBy: undefined }
    : { ...own, filterBy: reader(column.filterBy) };
}

function joinThrough<R>(join: ArchiveJoin<R>, pick: Pick<R>): ArchiveJoin<ParticipantRow> {
  return {
    ...join,
    follow: (row, context) => {
      const record = pick(row);
      return record === undefined ? [] : join.follow(record, context);
    },
  };
}

/** Columns of persons and of users side by side; a name that both have is the person's where there is one. */
export function defineParticipantTable(
  associates: ArchiveTable<AssociateRecord>,
  persons: ArchiveTable<PersonRecord>,
): ArchiveTable<ParticipantRow> {
  const columns: Record<string, ArchiveColumn<ParticipantRow>> = {};
  for (const [name, column] of Object.entries(persons.columns)) columns[name] = through(column, (row) => row.person);
  for (const [name, column] of Object.entries(associates.columns)) {
    const ofUser = through(column, (row) => row.associate);
    const ofPerson = columns[name];
    columns[name] =
      ofPerson === undefined
        ? ofUser
        : { ...ofPerson, read: (row, context) => (row.person === undefined ? ofUser : ofPerson).read(row, context) };
  }
  return defineTable<ParticipantRow>({
    name: 'participant',
    fieldsOf: 'person',
    id: (row) => row.id,
    columns: {
      ...columns,
      appointmentRestrictionId: cell.int((row) => row.appointment.id),
      participantAssociateId: cell.int((row) => row.participant.associateId),
      participantPersonId: cell.int((row) => row.participant.personId),
      sendEmail: cell.bool((row) => row.participant.sendEmail),
      seen: cell.bool((row) => row.participant.invitationStatus === 'Seen'),
      status: cell.int((row) => invitationStatuses.indexOf(row.participant.invitationStatus)),
      icon: cell.text(participantEntity),
    },
    joins: Object.fromEntries(
      Object.entries(persons.joins).map(([name, join]) => [name, joinThrough(join, (row) => row.person)]),
    ),
  });
}
