import type { GraphQLResolveInfo } from 'graphql';
import type { Found } from './crm.ts';
import { type Loaders, resolvers } from './loaders.ts';
import { roots } from './roots.ts';

/** The graph of the bench in four parts, each with its own entities and what it adds to those of others. */
export interface Subgraph {
  readonly name: string;
  readonly sdl: string;
  readonly resolvers: object;
}

const link = 'extend schema @link(url: "https://specs.apollo.dev/federation/v2.5", import: ["@key", "@shareable"])';
const item = 'type ListItem @shareable { listItemId: Int name: String }';

const contacts: Subgraph = {
  name: 'contacts',
  sdl: `${link}
    type Query { contact(contactId: Int!): Contact  contacts(first: Int!): ContactPage  list(name: String!): List }
    type Mutation { updateContact(contactId: Int!, changes: ContactChanges!): UpdateContactPayload }
    type Contact @key(fields: "contactId") {
      contactId: Int!  name: String  department: String  number: String  code: String  orgNr: String  fullName: String
      noMailing: Boolean  stop: Boolean  category: ListItem
    }
    type ContactPage { nodes: [Contact!]! }
    type List { items: [ListItem!]! }
    input ContactChanges { department: String }
    type UpdateContactPayload { contact: Contact  errors: [UserError!]! }
    type UserError { message: String! }
    ${item}`,
  resolvers: {
    Query: { contact: roots.Query.contact, contacts: roots.Query.contacts, list: roots.Query.list },
    Mutation: roots.Mutation,
    Contact: { __resolveReference: resolvers.Contact.__resolveReference },
  },
};

const persons: Subgraph = {
  name: 'persons',
  sdl: `${link}
    type Person @key(fields: "personId") { personId: Int!  fullName: String }
    type PersonPage { nodes: [Person!]! }
    type Contact @key(fields: "contactId") { contactId: Int!  persons(first: Int!): PersonPage }`,
  resolvers: {
    Person: {
      __resolveReference: ({ personId }: Found, loaders: Loaders, info: GraphQLResolveInfo) =>
        resolvers.Appointment.person({ personId }, null, loaders, info),
    },
    Contact: { persons: resolvers.Contact.persons },
  },
};

/** An appointment knows the keys of its contact and person, and the gateway asks for the rest. */
const appointments: Subgraph = {
  name: 'appointments',
  sdl: `${link}
    type Query { appointments(first: Int!): AppointmentPage }
    type Appointment { appointmentId: Int!  location: String  contact: Contact  person: Person  task: ListItem }
    type AppointmentPage { nodes: [Appointment!]! }
    type Person @key(fields: "personId") { personId: Int!  appointments(first: Int!): AppointmentPage }
    type Contact @key(fields: "contactId", resolvable: false) { contactId: Int! }
    ${item}`,
  resolvers: {
    Query: { appointments: roots.Query.appointments },
    Appointment: {
      contact: ({ contactId }: Found) => (contactId ? { contactId } : null),
      person: ({ personId }: Found) => (personId ? { personId } : null),
      task: resolvers.Appointment.task,
    },
    Person: { appointments: resolvers.Person.appointments },
  },
};

const estates: Subgraph = {
  name: 'estates',
  sdl: `${link}
    type Query { estates(first: Int!): EstatePage }
    type Estate {
      estateId: Int!  externalNumber: String  purchasePrice: Money  pictures: [Picture!]  owners: [Address!]
    }
    type EstatePage { nodes: [Estate!]! }
    type Money { amount: String!  currency: String }
    type Picture { url: String! }
    type Address { lastName: String }`,
  resolvers: { Query: { estates: roots.Query.estates }, Estate: resolvers.Estate },
};

export const subgraphs: readonly Subgraph[] = [contacts, persons, appointments, estates];
