/** The archive behind `GET /{X}/{id}/{Sub}` and the column that holds the parent's key (2.9). */
export interface SubArchive {
  provider: string;
  column: string;
}

const subArchives: Readonly<Record<string, Readonly<Record<string, SubArchive>>>> = {
  contact: {
    persons: { provider: 'Person', column: 'contactId' },
    activities: { provider: 'ContactActivity', column: 'contactId' },
    appointments: { provider: 'Appointment', column: 'contactId' },
    documents: { provider: 'Document', column: 'contactId' },
    projects: { provider: 'ContactProjects', column: 'projectId' },
    sales: { provider: 'SaleFilteredWithStakeholder', column: 'contactId' },
    relations: { provider: 'Relation', column: 'relationId' },
    tickets: { provider: 'Ticket', column: 'contactId' },
  },
  person: {
    activities: { provider: 'PersonActivity', column: 'personId' },
    appointments: { provider: 'Appointment', column: 'personId' },
    documents: { provider: 'Document', column: 'personId' },
    relations: { provider: 'Relation', column: 'relationId' },
    sales: { provider: 'SaleFilteredWithStakeholder', column: 'personId' },
    tickets: { provider: 'Ticket', column: 'personId' },
  },
  appointment: {
    participants: { provider: 'Participants', column: 'appointmentRestrictionId' },
  },
};

/** The sub-archive of a route, names read without regard to case; undefined where the simulator has none. */
export function findSubArchive(parent: string, name: string): SubArchive | undefined {
  return subArchives[parent.toLowerCase()]?.[name.toLowerCase()];
}

const collections: Readonly<Record<string, string>> = {
  contact: 'SimpleContact',
  person: 'Person',
  appointment: 'FindAppointment',
  sale: 'FindSale',
  project: 'FindProject',
  document: 'FindDocument',
  ticket: 'Ticket',
  selection: 'FindSelection',
  relation: 'Relation',
  projectmember: 'ProjectMember',
  user: 'AllUsers',
  foreignapp: 'ForeignKeys',
  timezone: 'TimeZones',
};

/** The archive behind `GET /{X}` (4.1); undefined where the simulator has none. */
export function collectionProvider(collection: string): string | undefined {
  return collections[collection.toLowerCase()];
}
