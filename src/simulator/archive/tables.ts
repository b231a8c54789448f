import { appointmentTable, appointmentTextTable } from '../../entities/appointment/appointment.columns.simulated.ts';
import { associateTable } from '../../entities/associate/associate.columns.simulated.ts';
import { contactTable } from '../../entities/contact/contact.columns.simulated.ts';
import { listItemTable } from '../../entities/list-item/list-item.columns.simulated.ts';
import { personInfoTable, personTable } from '../../entities/person/person.columns.simulated.ts';
import { addressTable, emailTable, ownedEmailTable, phoneTable, urlTable } from './elements.ts';
import { foreignKeyTable } from './foreign-keys.ts';
import { defineParticipantTable } from './participants.ts';
import type { ArchiveTable } from './table.ts';
import { timeZoneTable } from './time-zones.ts';

/** Every table that a provider shows or a prefix leads to, by the name that joins use. */
export const archiveTables: Readonly<Record<string, ArchiveTable>> = {
  contact: contactTable,
  person: personTable,
  personInfo: personInfoTable,
  ownedEmail: ownedEmailTable,
  appointment: appointmentTable,
  appointmentText: appointmentTextTable,
  associate: associateTable,
  listItem: listItemTable,
  email: emailTable,
  phone: phoneTable,
  url: urlTable,
  address: addressTable,
  foreignKey: foreignKeyTable,
  timeZone: timeZoneTable,
  participant: defineParticipantTable(associateTable, personTable),
};
