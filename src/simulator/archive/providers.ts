import type { SimulatedCaller } from '../request.ts';
import type { AppointmentRecord, AssociateRecord, ContactRecord, PersonRecord } from '../store.ts';
import { zones } from '../zones.ts';
import type { OwnedEmail } from './elements.ts';
import { foreignKeyRows } from './foreign-keys.ts';
import type { ProviderLayout } from './layouts.ts';
import { buildLayout, documentedLayout, documentedProviders } from './layouts.ts';
import type { ArchiveOptions } from './options.ts';
import type { ParticipantRow } from './participants.ts';
import { participantEntity, participantRows } from './participants.ts';
import { type ArchiveProvider, byKeys, provider, rootColumns } from './provider.ts';

function personEmails({ world, user }: SimulatedCaller): OwnedEmail[] {
  return [...world.persons.values()]
    .filter((person) => person.deletedAt === null && !user.rights.hiddenPersonIds.has(person.id))
    .flatMap((person) => person.emails.map((email) => ({ person, contact: null, email })));
}

function contactEmails({ world, user }: SimulatedCaller): OwnedEmail[] {
  return [...world.contacts.values()]
    .filter((contact) => contact.deletedAt === null && !user.rights.hiddenContactIds.has(contact.id))
    .flatMap((contact) => contact.emails.map((email) => ({ person: null, contact, email })));
}

/** The reference shows two columns of the e-mail archives; the others here are those of the tables behind them. */
function emailProvider(name: string, ownColumns: readonly string[], records: typeof personEmails): ArchiveProvider[] {
  const flag = (column: string) => ({ name: column, type: 'bool', sortable: false });
  const numbers = ['emailId', 'personId', 'contactId'].map((column) => ({ name: column, type: 'int', sortable: true }));
  const texts = ['emailProtocol', 'emailAddress', 'emailDescription', ...ownColumns].map((column) => ({
    name: column,
    type: 'string',
    sortable: true,
  }));
  const layout = buildLayout(['email'], [flag('getAllRows'), flag('getNoRows'), ...numbers, ...texts]);
  return provider<OwnedEmail>(
    { names: [name], layout: name, table: 'ownedEmail', keyColumn: 'emailId', records, entitiesOf: () => ['email'] },
    layout,
  );
}

/** The archives of all activities: of what they show, the simulator holds appointments. */
function activities(names: readonly string[], layout: string): ArchiveProvider[] {
  return provider<AppointmentRecord>({
    names,
    layout,
    table: 'appointment',
    keyColumn: 'appointmentId',
    defaultEntities: () => documentedLayout(layout).entities,
    records: ({ world }, keys) => byKeys(world.appointments, keys),
    entitiesOf: () => ['appointment'],
  });
}

/** `retiredPerson` is asked for beside `person`; a retired person's row says which of the two it is. */
function personEntities(person: PersonRecord): readonly string[] {
  if (person.deletedAt !== null) return [];
  return [person.retired ? 'retiredPerson' : 'person'];
}

function userEntities(ofTypes: readonly AssociateRecord['type'][] | null) {
  return (associate: AssociateRecord, options: ArchiveOptions): readonly string[] => {
    if (ofTypes !== null && !ofTypes.includes(associate.type)) return [];
    if (!associate.deleted) return ['all'];
    return options.allUsersHoldExpired ? ['all', 'expired'] : ['expired'];
  };
}

function users(name: string, ofTypes: readonly AssociateRecord['type'][] | null): ArchiveProvider[] {
  return provider<AssociateRecord>({
    names: [name],
    layout: 'AllUsers',
    table: 'associate',
    keyColumn: 'associateDbId',
    records: ({ world }, keys) => byKeys(world.associates, keys),
    entitiesOf: userEntities(ofTypes),
  });
}

function contacts(name: string): ArchiveProvider[] {
  return provider<ContactRecord>({
    names: [name],
    layout: name,
    table: 'contact',
    keyColumn: 'contactId',
    records: ({ world }, keys) => byKeys(world.contacts, keys),
    entitiesOf: (contact) => (contact.deletedAt === null ? ['contact'] : []),
  });
}

/** The recycle bins have an entity for what others threw away; whose it was is not kept here, so it shows the same rows. */
function binLayout(name: string, entity: string): ProviderLayout {
  return { ...documentedLayout(name), entities: [entity, 'forAllUsers'] };
}

const recycleBins: readonly ArchiveProvider[] = [
  ...provider<ContactRecord>(
    {
      names: ['RecycleContact'],
      layout: 'SimpleContact',
      table: 'contact',
      keyColumn: 'contactId',
      records: ({ world }, keys) => byKeys(world.contacts, keys),
      entitiesOf: (contact) => (contact.deletedAt === null ? [] : ['contact', 'forAllUsers']),
    },
    binLayout('SimpleContact', 'contact'),
  ),
  ...provider<PersonRecord>(
    {
      names: ['RecyclePerson'],
      layout: 'Person',
      table: 'person',
      keyColumn: 'personId',
      records: ({ world }, keys) => byKeys(world.persons, keys),
      entitiesOf: (person) => (person.deletedAt === null ? [] : ['person', 'forAllUsers']),
    },
    binLayout('Person', 'person'),
  ),
];

const withRows: readonly ArchiveProvider[] = [
  ...contacts('SimpleContact'),
  ...contacts('FindContact'),
  ...recycleBins,
  ...provider<PersonRecord>({
    names: ['Person', 'SimplePerson'],
    layout: 'Person',
    table: 'person',
    keyColumn: 'personId',
    defaultEntities: ({ personEntities: shown }) => (shown === 'person' ? ['person'] : ['person', 'retiredPerson']),
    records: ({ world }, keys) => byKeys(world.persons, keys),
    entitiesOf: personEntities,
  }),
  ...provider<AppointmentRecord>({
    names: ['FindAppointment', 'Appointment', 'SimpleAppointment', 'DiaryAppointment'],
    layout: 'FindAppointment',
    table: 'appointment',
    keyColumn: 'appointmentId',
    records: ({ world }, keys) => byKeys(world.appointments, keys),
    entitiesOf: () => ['appointment'],
  }),
  ...users('AllUsers', null),
  ...users('InternalUsers', ['InternalAssociate']),
  ...users('ExternalUsers', ['ExternalAssociate']),
  ...users('OtherUsers', ['ResourceAssociate', 'AnonymousAssociate', 'SystemAssociate']),
  ...provider({
    names: ['ForeignKeys'],
    layout: 'ForeignKeys',
    table: 'foreignKey',
    keyColumn: 'keyId',
    records: ({ world }) => foreignKeyRows(world),
    entitiesOf: () => ['foreignKey'],
  }),
  ...provider({
    names: ['TimeZones', 'TimeZone'],
    layout: 'TimeZones',
    table: 'timeZone',
    keyColumn: 'id',
    records: () => zones,
    entitiesOf: () => ['all'],
  }),
  ...provider({
    names: ['ListItems'],
    layout: 'ListItems',
    table: 'listItem',
    keyColumn: 'listItemsId',
    records: ({ world }) => [...world.lists.values()].flatMap((list) => list.items.map((item) => ({ list, item }))),
    entitiesOf: ({ item }) => [item.deleted ? 'deleted' : 'all'],
  }),
  ...provider<ParticipantRow>({
    names: ['Participants'],
    layout: 'Participants',
    table: 'participant',
    keyColumn: 'participantAssociateId',
    defaultEntities: () => ['associate', 'resource', 'externalPerson'],
    records: participantRows,
    entitiesOf: (row) => [participantEntity(row)],
  }),
  ...emailProvider('EmailPersonAddress', ['firstName', 'lastName', 'fullName'], personEmails),
  ...emailProvider('EmailContactAddress', ['name'], contactEmails),
  ...activities(['ContactActivity', 'Activity', 'DiaryActivity'], 'ContactActivity'),
  ...activities(['PersonActivity'], 'PersonActivity'),
  ...activities(['ProjectActivity'], 'ProjectActivity'),
];

/** Providers that the manual names beside the one whose columns they share (2.9, 4.6). */
const siblings: Readonly<Record<string, string>> = {
  Document: 'FindDocument',
  SimpleDocument: 'FindDocument',
  SimpleSale: 'FindSale',
  SaleFilteredWithStakeholder: 'FindSale',
  SimpleProject: 'FindProject',
  PersonProjects: 'ContactProjects',
  SimpleSelection: 'FindSelection',
  SimpleTicket: 'Ticket',
};

const providers = new Map<string, ArchiveProvider>(withRows.map((entry) => [entry.name.toLowerCase(), entry]));
for (const name of [...documentedProviders, ...Object.keys(siblings)]) {
  if (providers.has(name.toLowerCase())) continue;
  const layout = documentedLayout(siblings[name] ?? name);
  const keyColumn = [...layout.columns.values()].find((column) => column.type === 'int' && column.sortable);
  providers.set(name.toLowerCase(), {
    name,
    layout,
    table: undefined,
    keyColumn: keyColumn?.name ?? rootColumns(layout)[0] ?? 'getAllRows',
    defaultEntities: () => layout.entities,
    defaultColumns: rootColumns(layout),
    records: () => [],
    entitiesOf: () => [],
  });
}

/** The provider of a name, read without regard to case; undefined where the vendor has none of that name. */
export function findProvider(name: string): ArchiveProvider | undefined {
  return providers.get(name.toLowerCase());
}

/** Names of all providers, as the vendor writes them. */
export const providerNames: readonly string[] = [...providers.values()].map(({ name }) => name).sort();
