/** What the operations of the bench need of the graph, in its own words. */
export const typeDefs = /* GraphQL */ `
  type Query {
    contact(contactId: Int!): Contact
    contacts(first: Int!): ContactPage
    appointments(first: Int!): AppointmentPage
    list(name: String!): List
    estates(first: Int!): EstatePage
  }
  type Mutation {
    updateContact(contactId: Int!, changes: ContactChanges!): UpdateContactPayload
  }
  type Contact {
    contactId: Int!
    name: String
    department: String
    number: String
    code: String
    orgNr: String
    fullName: String
    noMailing: Boolean
    stop: Boolean
    category: ListItem
    persons(first: Int!): PersonPage
  }
  type ContactPage { nodes: [Contact!]! }
  type Person {
    personId: Int!
    fullName: String
    appointments(first: Int!): AppointmentPage
  }
  type PersonPage { nodes: [Person!]! }
  type Appointment {
    appointmentId: Int!
    location: String
    contact: Contact
    person: Person
    task: ListItem
  }
  type AppointmentPage { nodes: [Appointment!]! }
  type List { items: [ListItem!]! }
  type ListItem {
    listItemId: Int
    name: String
  }
  type Estate {
    estateId: Int!
    externalNumber: String
    purchasePrice: Money
    pictures: [Picture!]
    owners: [Address!]
  }
  type EstatePage { nodes: [Estate!]! }
  type Money {
    amount: String!
    currency: String
  }
  type Picture { url: String! }
  type Address { lastName: String }
  input ContactChanges { department: String }
  type UpdateContactPayload {
    contact: Contact
    errors: [UserError!]!
  }
  type UserError { message: String! }
`;
