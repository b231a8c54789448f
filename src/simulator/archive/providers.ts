import type { SimulatedCaller } from '../request.ts';
import type { AppointmentRecord, AssociateRecord, PersonRecord } from '../store.ts';
import { zones } from '../zones.ts';
import { defaultColumns } from './default-columns.ts';
import type { PersonEmail } from './elements.ts';
import { foreignKeyRows } from './foreign-keys.ts';
import type { ProviderLayout } from './layouts.ts';
import { buildLayout, documentedLayout, documentedProviders } from './layouts.ts';
import type { ArchiveOptions } from './options.ts';
import type { ParticipantRow } from './participants.ts';
import { participantEntity, participantRows } from './participants.ts';
import type { ArchiveTable } from './table.ts';
import { archiveTables } from './tables.ts';

/** What an archive shows and where its rows come from. */
export interface ArchiveProvider {
  name: string;
  layout: ProviderLayout;
  /** Absent: the layout is known, but the simulator holds no such records. */
  table: ArchiveTable | undefined;
  /** Column of the primary key. */
  keyColumn: string;
  /** Entities answered where `$entities` is absent. */
  defaultEntities(options: ArchiveOptions): readonly string[];
  /** Columns answered where `$select` is absent. */
  defaultColumns: readonly string[];
  /** All records, in no order; with keys given it may be those alone. */
  records(caller: SimulatedCaller, keys: ReadonlySet<number> | null): Iterable<unknown>;
  /** The entities that hold the record, the first one being that of its row; none: the archive does not show it. */
  entitiesOf(record: unknown, options: ArchiveOptions): readonly string[];
}

interface ProviderSource<R> {
  names: readonly string[];
  layout: string;
  table: string;
  keyColumn: string;
  defaultEntities?(options: ArchiveOptions): readonly string[];
  records(caller: SimulatedCaller, keys: ReadonlySet<number> | null): Iterable<R>;
  entitiesOf(record: R, options: ArchiveOptions): readonly string[];
}

function byKeys<R>(rows: ReadonlyMap<number, R>, keys: ReadonlySet<number> | null): Iterable<R> {
  if (keys === null) return rows.values();
  return [...keys].map((key) => rows.get(key)).filter((row) => row !== undefined);
}

/** Method syntax and the caller's own table keep record and reader together, as in `ArchiveTable`. */
function provider<R>(source: ProviderSource<R>, layout = documentedLayout(source.layout)): ArchiveProvider[] {
  const shared: Omit<ArchiveProvider, 'name'> = {
    layout,
    table: archiveTables[source.table],
    keyColumn: source.keyColumn,
    defaultEntities: source.defaultEntities ?? (() => layout.entities.slice(0, 1)),
    defaultColumns: defaultColumns[source.table] ?? rootColumns(layout),
    records: source.records,
    entitiesOf(record: unknown, options) {
      return source.entitiesOf(record as R, options);
    },
  };
  return source.names.map((name) => ({ name, ...shared }));
}

/** The first columns of the provider itself, without those that only restrict. */
function rootColumns(layout: ProviderLayout): string[] {
  return [...layout.columns.values()]
    .map(({ name }) => name)
    .filter((name) => !name.includes('/') && !/^get(All|No)Rows$|Restriction/.test(name))
    .slice(0, 24);
}

function emails(caller: SimulatedCaller): PersonEmail[] {
  const { world, user } = caller;
  return [...world.persons.values()]
    .filter((person) => person.deletedAt === null && !user.rights.hiddenPersonIds.has(person.id))
    .flatMap((person) => person.emails.map((email) => ({ person, email })));
}

/** Layout of EmailPersonAddress: the reference shows two of its columns, the others are those of its two tables. */
const personEmailLayout = buildLayout(
  ['email'],
  [
    { name: 'getAllRows', type: 'bool', sortable: false },
    { name: 'getNoRows', type: 'bool', sortable: false },
    { name: 'emailId', type: 'int', sortable: true },
    { name: 'emailProtocol', type: 'string', sortable: true },
    { name: 'emailAddress', type: 'string', sortable: true },
    { name: 'emailDescription', type: 'string', sortable: true },
    { name: 'personId', type: 'int', sortable: true },
    { name: 'contactId', type: 'int', sortable: true },
    { name: 'firstName', type: 'string', sortable: true },
    { name: 'lastName', type: 'string', sortable: true },
    { name: 'fullName', type: 'string', sortable: true },
  ],
);

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

function contacts(names: readonly string[], layout: string, deleted: boolean): ArchiveProvider[] {
  return provider({
    names,
    layout,
    table: 'contact',
    keyColumn: 'contactId',
    records: ({ world }, keys) => byKeys(world.contacts, keys),
    entitiesOf: (contact) => ((contact.deletedAt !== null) === deleted ? ['contact'] : []),
  });
}

const withRows: readonly ArchiveProvider[] = [
  ...contacts(['SimpleContact'], 'SimpleContact', false),
  ...contacts(['FindContact'], 'FindContact', false),
  ...contacts(['RecycleContact'], 'SimpleContact', true),
  ...provider<PersonRecord>({
    names: ['Person', 'SimplePerson', 'FindPerson'],
    layout: 'Person',
    table: 'person',
    keyColumn: 'personId',
    defaultEntities: ({ personEntities: shown }) => (shown === 'person' ? ['person'] : ['person', 'retiredPerson']),
    records: ({ world }, keys) => byKeys(world.persons, keys),
    entitiesOf: personEntities,
  }),
  ...provider<PersonRecord>({
    names: ['RecyclePerson'],
    layout: 'Person',
    table: 'person',
    keyColumn: 'personId',
    records: ({ world }, keys) => byKeys(world.persons, keys),
    entitiesOf: (person) => (person.deletedAt === null ? [] : ['person']),
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
    records: ({ world }) => participantRows(world),
    entitiesOf: (row) => [participantEntity(row)],
  }),
  ...provider<PersonEmail>(
    {
      names: ['EmailPersonAddress'],
      layout: 'EmailPersonAddress',
      table: 'personEmail',
      keyColumn: 'emailId',
      records: emails,
      entitiesOf: () => ['email'],
    },
    personEmailLayout,
  ),
];

/** Providers that the manual names beside the one whose columns they share (2.9, 4.6). */
const siblings: Readonly<Record<string, string>> = {
  Document: 'FindDocument',
  SimpleDocument: 'FindDocument',
  Sale: 'FindSale',
  SimpleSale: 'FindSale',
  SaleFilteredWithStakeholder: 'FindSale',
  SimpleProject: 'FindProject',
  PersonProjects: 'ContactProjects',
  SimpleSelection: 'FindSelection',
  SimpleTicket: 'Ticket',
  Activity: 'ContactActivity',
  DiaryActivity: 'ContactActivity',
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
