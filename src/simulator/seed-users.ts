import type { TenantWorld } from './store.ts';
import type { RightsRecord, UserRecord } from './users.ts';

/** Ways to log in to one tenant; each is the value of an `Authorization` header, but for the session. */
export interface DemoTickets {
  /** Full rights. */
  lars: string;
  mina: string;
  /** Reduced rights: some companies, persons and entries hidden, a field unreadable. */
  rune: string;
  /** Reads only, and not everything. */
  tove: string;
  expired: string;
  /** Lars by `SOTicket`; goes with `appToken`. */
  soTicket: string;
  appToken: string;
  basic: string;
  /** Lars in the web client: the `Cookie` header and the `X-XSRF-TOKEN` that goes with it. */
  session: { cookie: string; xsrf: string };
}

const basicPassword = 'demo';

/** The ways to log in to the tenant; a ticket of one tenant is none in another. */
export function demoTickets(tenant: string): DemoTickets {
  return {
    lars: `Bearer 8A:${tenant}.demo-lars-holm`,
    mina: `Bearer 8A:${tenant}.demo-mina-kvam`,
    rune: `Bearer 8A:${tenant}.demo-rune-jensen`,
    tove: `Bearer 8A:${tenant}.demo-tove-sand`,
    expired: `Bearer 8A:${tenant}.demo-expired`,
    soTicket: `SOTicket 7T:${tenant}-demo-lars-holm`,
    appToken: `app-token-of-${tenant.toLowerCase()}`,
    basic: `Basic ${Buffer.from(`lh:${basicPassword}`).toString('base64')}`,
    session: { cookie: `SOSession=demo-session-${tenant}`, xsrf: `demo-xsrf-${tenant}` },
  };
}

/** Rights that hide nothing. */
export function fullRights(): RightsRecord {
  return {
    hiddenContactIds: new Set(),
    hiddenPersonIds: new Set(),
    hiddenAppointmentIds: new Set(),
    unreadable: [],
    tableMask: 'Select, Update, Insert, Delete',
    functionRights: ['allow-bulk-delete', 'allow-bulk-update'],
  };
}

/** Hides the companies that are named, their persons, and the entries that are named. */
function reducedRights(world: TenantWorld, hides: (id: number) => boolean, mask: string): RightsRecord {
  const contacts = [...world.contacts.keys()].filter((id) => id !== world.ownContactId && hides(id));
  const hiddenContactIds = new Set(contacts);
  const persons = [...world.persons.values()].filter((person) => hiddenContactIds.has(person.contactId ?? 0));
  return {
    hiddenContactIds,
    hiddenPersonIds: new Set(persons.map((person) => person.id)),
    hiddenAppointmentIds: new Set([...world.appointments.keys()].filter(hides)),
    unreadable: [],
    tableMask: mask,
    functionRights: [],
  };
}

function runesRights(world: TenantWorld): RightsRecord {
  return {
    ...reducedRights(world, (id) => id % 17 === 0, 'Select, Update'),
    unreadable: [{ entity: 'contact', member: 'OrgNr', columns: ['orgnr'] }],
  };
}

function tovesRights(world: TenantWorld): RightsRecord {
  return {
    ...reducedRights(world, (id) => id % 13 === 1, 'Select'),
    unreadable: [
      { entity: 'person', member: 'BirthDate', columns: ['birthdate', 'birthYear', 'birthMonth', 'birthDay'] },
      { entity: 'appointment', member: 'InternalNotes', columns: [] },
    ],
  };
}

/** Everyone who may log in to the tenant; the tables must be filled. */
export function seedUsers(world: TenantWorld, now: number): UserRecord[] {
  const tickets = demoTickets(world.tenant);
  const user = (associateId: number, header: string, rights: RightsRecord, expiresAt: number | null): UserRecord => ({
    associateId,
    tickets: [{ scheme: 'Bearer', ticket: header.slice('Bearer '.length), expiresAt }],
    basic: null,
    session: null,
    rights,
  });
  const lars = user(5, tickets.lars, fullRights(), null);
  lars.tickets.push({ scheme: 'SOTicket', ticket: tickets.soTicket.slice('SOTicket '.length), expiresAt: null });
  lars.basic = { name: 'lh', password: basicPassword };
  lars.session = tickets.session;
  return [
    lars,
    user(7, tickets.mina, fullRights(), null),
    user(10, tickets.rune, runesRights(world), null),
    user(11, tickets.tove, tovesRights(world), null),
    user(12, tickets.expired, fullRights(), now - 60_000),
  ];
}
