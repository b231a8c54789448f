/** An operation of the bench: the same work for every server. */
export interface BenchOperation {
  readonly name: string;
  readonly what: string;
  readonly query: string;
  readonly variables?: Readonly<Record<string, unknown>>;
  /** What the direct endpoint is posted; it is asked by GET where there is nothing to say. */
  readonly direct?: object;
  /** Who asks, one after the other; else it is always the same caller. */
  readonly callers?: readonly Readonly<Record<string, string>>[];
  /** Whether the mean of the ratios counts it. */
  readonly inMean: boolean;
}

const contact = 'contactId name department number code orgNr fullName noMailing stop category { name }';
const appointments =
  'appointments(first: 50) { nodes { appointmentId location contact { name } person { fullName } task { name } } }';

const contactIds = Array.from({ length: 100 }, (_, index) => index + 2);

export const operations: readonly BenchOperation[] = [
  {
    name: 'Q1',
    inMean: true,
    what: 'one contact, 10 fields',
    query: `query Q1 { contact(contactId: 7) { ${contact} } }`,
  },
  {
    ...{ name: 'Q2', inMean: true, query: `query Q2 { ${appointments} }` },
    what: '50 appointments with contact, person, task; the direct endpoint makes 4 requests and keeps no list',
  },
  {
    ...{ name: 'Q2J', inMean: false, query: `query Q2J { ${appointments} }` },
    what: 'the same; the direct endpoint uses the join columns, 1 request',
  },
  {
    ...{ name: 'Q3', inMean: true, what: 'a contact, 25 persons, 5 appointments each' },
    query:
      'query Q3 { contact(contactId: 24) { name persons(first: 25) { nodes { personId fullName appointments(first: 5) { nodes { appointmentId location } } } } } }',
  },
  {
    ...{ name: 'Q4', inMean: true, what: '200 contacts, 3 fields' },
    query: 'query Q4 { contacts(first: 200) { nodes { name department category { name } } } }',
  },
  {
    ...{ name: 'Q5', inMean: true, what: 'the task list; this server has kept it, the direct endpoint asks each time' },
    query: 'query Q5 { list(name: "task") { items { listItemId name } } }',
  },
  {
    ...{ name: 'Q5C', inMean: false, callers: strangers() },
    what: 'the same with the list cold: more tenants and languages in turn than this server keeps lists of',
    query: 'query Q5C { list(name: "task") { items { listItemId name } } }',
  },
  {
    ...{ name: 'Q6', inMean: false, what: '20 estates with pictures and owners' },
    query:
      'query Q6 { estates(first: 20) { nodes { estateId externalNumber purchasePrice { amount currency } pictures { url } owners { lastName } } } }',
  },
  {
    direct: { contactId: 3, department: 'Bench' },
    ...{ name: 'M1', inMean: true, what: 'an update of one text' },
    query:
      'mutation M1 { updateContact(contactId: 3, changes: { department: "Bench" }) { contact { contactId name department } errors { __typename } } }',
  },
  {
    ...{ name: 'F1', inMean: false, what: '`_entities` of 100 contacts' },
    query:
      'query F1($representations: [_Any!]!) { _entities(representations: $representations) { ... on Contact { contactId name department } } }',
    variables: { representations: contactIds.map((contactId) => ({ __typename: 'Contact', contactId })) },
    direct: { contactIds },
  },
];

/** Tickets of 350 tenants, each in the CRM's 15 languages: lists of 5,000 are kept, and the one that was asked for last comes again last. */
function strangers(): Readonly<Record<string, string>>[] {
  const languages = 'en nb de sv da nl fr fi it es pl cs ru ja zh'.split(' ');
  return languages.flatMap((language) =>
    Array.from({ length: 350 }, (_, index) => ({
      ...{ authorization: `Bearer 8A:Cust${index + 1}.bench`, 'so-language': language },
    })),
  );
}

/** What an operation is sent as. */
export const bodyOf = ({ query, variables }: BenchOperation): string =>
  JSON.stringify(variables ? { query, variables } : { query });
