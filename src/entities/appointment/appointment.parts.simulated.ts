import { recurrenceDay } from '../../simulator/dates.ts';
import type { SimulatedCaller } from '../../simulator/request.ts';
import type { AppointmentRecord, ParticipantRecord } from '../../simulator/store.ts';
import { wallClock } from '../../simulator/zones.ts';
import type { ParticipantWire, RecurrenceWire } from './appointment.wire.ts';

/** Older servers give a participant's first six members only (2.5). */
export function participantCarrier(participant: ParticipantRecord, caller: SimulatedCaller): ParticipantWire {
  const oldest = {
    AssociateId: participant.associateId,
    PersonId: participant.personId,
    ContactId: participant.contactId,
    EmailId: participant.emailId,
    SendEmail: participant.sendEmail,
    InvitationStatus: participant.invitationStatus,
  };
  if (!caller.options.carriers.newerMembers) return oldest;
  return {
    ...oldest,
    EmailAddress: participant.emailAddress,
    Description: '',
    ExternallyOwnedType: 'Unknown',
    ExternallyOwnedStatus: 'Unknown',
  };
}

/** A pattern stands there for a single entry too, derived from its day. */
export function recurrence(row: AppointmentRecord, caller: SimulatedCaller): RecurrenceWire {
  const day = wallClock(row.startAt, caller.zone.baseIana).slice(0, 10);
  const date = new Date(`${day}T00:00:00Z`);
  const weekday = date.toLocaleDateString('en-US', { weekday: 'long', timeZone: 'UTC' });
  const week = ['First', 'Second', 'Third', 'Forth', 'Last'][Math.floor((date.getUTCDate() - 1) / 7)] ?? 'Last';
  const pattern = { Pattern: 'DayOfMonth', Day: date.getUTCDate(), Weekday: weekday, WeekOfMonth: week };
  const inAYear = `${date.getUTCFullYear() + 1}${day.slice(4).replace('-02-29', '-02-28')}`;
  return {
    RecurrenceId: row.recurrenceRuleId,
    StartDate: recurrenceDay(day, caller),
    EndDate: recurrenceDay(inAYear, caller),
    RecurrenceCounter: 1,
    RecurrenceEndType: 'EndDate',
    Pattern: 'Weekly',
    DayPattern: { Pattern: 'EveryCyclicDay', Cycle: 1 },
    WeekPattern: { Weekdays: weekday, Cycle: 1 },
    MonthPattern: { Pattern: pattern.Pattern, Cycle: 1, Day: pattern.Day, Weekday: weekday, WeekOfMonth: week },
    YearPattern: {
      Pattern: pattern.Pattern,
      Cycle: date.getUTCMonth() + 1,
      Day: pattern.Day,
      Weekday: weekday,
      WeekOfMonth: week,
    },
    Dates: [
      {
        Date: recurrenceDay(day, caller),
        IsConflict: false,
        Description: null,
        DescriptionStyleHint: '',
        Tooltip: '',
      },
    ],
    IsRecurrence: row.recurrenceRuleId !== 0,
  };
}
