/** An operation of the bench: how the graph is asked for it, and what makes two runs of it comparable. */
export interface BenchOperation {
  readonly name: string;
  readonly what: string;
  readonly query: string;
}

const contact = 'contactId name department number code orgNr fullName noMailing stop category { name }';

/** The same work for every server; a direct endpoint answers each of them at a path of its own. */
export const operations: readonly BenchOperation[] = [
  { name: 'Q1', what: 'one contact, 10 fields', query: `{ contact(contactId: 7) { ${contact} } }` },
  {
    name: 'Q2',
    what: '50 appointments with contact, person, task; direct in 4 requests',
    query:
      '{ appointments(first: 50) { nodes { appointmentId location contact { name } person { fullName } task { name } } } }',
  },
  {
    name: 'Q2J',
    what: 'the same; direct by join columns, in 1 request',
    query:
      '{ appointments(first: 50) { nodes { appointmentId location contact { name } person { fullName } task { name } } } }',
  },
  {
    name: 'Q3',
    what: 'a contact, 25 persons, 5 appointments each',
    query:
      '{ contact(contactId: 24) { name persons(first: 25) { nodes { personId fullName appointments(first: 5) { nodes { appointmentId location } } } } } }',
  },
  {
    name: 'Q4',
    what: '200 contacts, 3 fields',
    query: '{ contacts(first: 200) { nodes { name department category { name } } } }',
  },
  {
    name: 'Q5',
    what: 'the task list, which the graph has kept',
    query: '{ list(name: "task") { items { listItemId name } } }',
  },
  {
    name: 'M1',
    what: 'an update of one text',
    query:
      'mutation { updateContact(contactId: 3, changes: { department: "Bench" }) { contact { contactId name department } errors { __typename } } }',
  },
];

/** What an operation is sent as. */
export const bodyOf = ({ query }: BenchOperation): string => JSON.stringify({ query });
