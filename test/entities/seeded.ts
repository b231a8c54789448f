import type {
  AddressRecord,
  AppointmentRecord,
  AssociateRecord,
  ContactRecord,
  ElementRecord,
  PersonRecord,
  TenantWorld,
} from '../../src/simulator/store.ts';

/** What the graph must answer for rows of the simulated CRM, worked out from its tables alone. */

export const idOf = (type: string, key: number | string) => Buffer.from(`${type}:${key}`).toString('base64url');

export const orNull = (text: string) => (text === '' ? null : text);

/** An instant in the zone UTC. */
export const utc = (instant: number | null) =>
  instant === null ? null : new Date(instant).toISOString().replace('.000Z', 'Z');

export function found<Row>(row: Row | null | undefined): Row {
  if (row === null || row === undefined) throw new Error('the seed has no such row');
  return row;
}

/** The first row for which all holds that a test needs. */
export const pick = <Row>(rows: ReadonlyMap<number, Row>, wanted: (row: Row) => unknown): Row =>
  found([...rows.values()].find(wanted));

/** One that is not in the recycle bin. */
export const living = (row: { readonly deletedAt: number | null }): boolean => row.deletedAt === null;

/** The text in a language of the vendor's (US, NO, GE, SW, DA); plain texts as they are. */
export function textIn(stored: string, code = 'US'): string {
  const texts = new Map([...stored.matchAll(/([A-Z]{2}):"([^"]*)"/g)].map(([, language, text]) => [language, text]));
  return texts.get(code) ?? texts.get('US') ?? stored;
}

export function itemIn(world: TenantWorld, list: string, id: number, code = 'US') {
  const item = world.lists.get(list)?.items.find((each) => each.id === id);
  if (id === 0 || !item) return null;
  return { id: idOf('ListItem', `${list}:item:${id}`), list, listItemId: id, name: textIn(item.name, code) };
}

/** The name alone, as a selection without ids gets it. */
export function namedIn(world: TenantWorld, list: string, id: number, code = 'US') {
  const item = itemIn(world, list, id, code);
  return item && { name: item.name };
}

export const points = (...elements: ElementRecord[][]) =>
  elements.flat().map(({ value, description }) => ({ value, description: orNull(description) }));

export const fullName = ({ firstname, middleName, lastname }: PersonRecord) =>
  [firstname, middleName, lastname].filter((part) => part !== '').join(' ');

export function userName(world: TenantWorld, associate: AssociateRecord): string {
  const person = world.persons.get(associate.personId);
  return person ? fullName(person) : associate.displayName || associate.name;
}

/** `{ name fullName }` of a user. */
export function userIn(world: TenantWorld, id: number | null) {
  const associate = world.associates.get(id ?? 0);
  return associate ? { name: associate.name, fullName: userName(world, associate) } : null;
}

export function addressIn(world: TenantWorld, address: AddressRecord | null, countryId: number) {
  if (!address) return null;
  const located = address.latitude !== 0 || address.longitude !== 0;
  const place = `${address.zipcode} ${address.city}`;
  return {
    line1: orNull(address.address1),
    line2: orNull(address.address2),
    line3: orNull(address.address3),
    postalCode: orNull(address.zipcode),
    city: orNull(address.city),
    state: orNull(address.state),
    county: orNull(address.county),
    country: itemIn(world, 'country', countryId)?.name ?? null,
    formatted: [address.address1, address.address2, address.address3, place].filter((line) => line !== '').join('\n'),
    latitude: located ? address.latitude : null,
    longitude: located ? address.longitude : null,
  };
}

/** Fields of a company that columns hold, of `contactColumns` in the tests. */
export function contactRow(world: TenantWorld, row: ContactRecord) {
  return {
    id: idOf('Contact', row.id),
    contactId: row.id,
    name: row.name,
    department: orNull(row.department),
    fullName: row.department === '' ? row.name : `${row.name}, ${row.department}`,
    orgNr: orNull(row.orgNr),
    number: orNull(row.number),
    code: orNull(row.code),
    stop: row.stop,
    noMailing: row.noMailing,
    deleted: row.deletedAt !== null,
    category: itemIn(world, 'category', row.categoryId),
    business: itemIn(world, 'business', row.businessId),
    country: itemIn(world, 'country', row.countryId),
    phone: row.phones[0]?.value ?? null,
    email: row.emails[0]?.value ?? null,
    url: urlOf(row.urls[0]?.value),
    createdAt: utc(row.createdAt),
    updatedAt: utc(row.updatedAt),
  };
}

export const urlOf = (stored: string | undefined) =>
  stored === undefined ? null : /^https?:/.test(stored) ? stored : `https://${stored}`;

/** Fields of a person that columns hold. */
export function personRow(world: TenantWorld, row: PersonRecord) {
  return {
    id: idOf('Person', row.id),
    personId: row.id,
    firstName: orNull(row.firstname),
    middleName: orNull(row.middleName),
    lastName: orNull(row.lastname),
    fullName: fullName(row),
    title: orNull(row.title),
    mrMrs: orNull(row.mrmrs),
    position: itemIn(world, 'perspos', row.positionId),
    description: orNull(row.description),
    birthDate: row.birthDate?.startsWith('0002') ? null : row.birthDate,
    retired: row.retired,
    noMailing: row.noMailing,
    country: itemIn(world, 'country', row.countryId),
    email: emailOf(row.emails[0]?.value),
    mobilePhone: row.mobilePhones[0]?.value ?? null,
    directPhone: row.officePhones[0]?.value ?? null,
    createdAt: utc(row.createdAt),
    updatedAt: utc(row.updatedAt),
  };
}

/** What is no single address is none. */
const emailOf = (stored: string | undefined) => (stored && /^[^@;]+@[^@;]+$/.test(stored) ? stored.trim() : null);

export const formalName = (row: PersonRecord) => [row.mrmrs, fullName(row)].filter((part) => part !== '').join(' ');

const statuses = { Unknown: 'UNKNOWN', NotStarted: 'NOT_STARTED', Started: 'STARTED', Completed: 'COMPLETED' } as const;

export const privacyOf = { Public: 'PUBLIC', PrivateUser: 'PRIVATE_USER', PrivateGroup: 'PRIVATE_GROUP' } as const;

export const typeOf = (type: AppointmentRecord['type']) => type.replace(/(?<=[a-z])(?=[A-Z])/g, '_').toUpperCase();

/** An end that is not stored, or never comes, is none. */
export const endOf = ({ endAt }: AppointmentRecord) =>
  endAt === null || new Date(endAt).getUTCFullYear() === 9999 ? null : endAt;

/** Fields of an appointment that columns hold. */
export function appointmentRow(world: TenantWorld, row: AppointmentRecord) {
  return {
    id: idOf('Appointment', row.id),
    appointmentId: row.id,
    description: orNull(row.description),
    startDate: utc(row.startAt),
    endDate: utc(endOf(row)),
    location: orNull(row.location),
    completed: statuses[row.completed],
    type: typeOf(row.type),
    hasAlarm: row.hasAlarm,
    videoMeetingUrl: orNull(row.joinVideomeetUrl),
    task: itemIn(world, 'task', row.taskId),
    priority: itemIn(world, 'priority', row.priorityId),
    createdAt: utc(row.createdAt),
    updatedAt: utc(row.updatedAt),
  };
}
