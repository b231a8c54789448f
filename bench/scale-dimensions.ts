/** How something is asked of the graph in one step of a dimension. */
export interface Step {
  /** How much of it: rows, levels, fields, clients, documents, tenants. */
  readonly units: number;
  readonly clients: number;
  readonly questions: readonly ScaleQuestion[];
  /** Shown apart: more than the server keeps. */
  readonly isBeyond: boolean;
}

export interface ScaleQuestion {
  readonly query: string;
  /** In the place of the bench's own. */
  readonly authorization?: string;
}

export interface Dimension {
  readonly name: string;
  readonly what: string;
  /** What one answer's cost is divided by. */
  readonly per: 'unit' | 'answer';
  readonly steps: readonly Step[];
}

const clients = 8;

function step(units: number, questions: readonly ScaleQuestion[], own: Partial<Step> = {}): Step {
  return { units, questions, clients, isBeyond: false, ...own };
}

const rows: Dimension = {
  name: 'rows',
  what: 'rows of a page of appointments with contact and task',
  per: 'unit',
  steps: [1, 2, 5, 10, 25, 50, 100, 200, 500].map((first) =>
    step(first, [
      {
        query: `{ appointments(first: ${first}) { nodes { appointmentId location contact { name } task { name } } } }`,
      },
    ]),
  ),
};

/** Each level is one reference further from the row. */
const levels = [
  (_inner: string) => 'location',
  (inner: string) => `contact { name ${inner} }`,
  (inner: string) => `associate { fullName ${inner} }`,
  (inner: string) => `person { fullName ${inner} }`,
  (inner: string) => `contact { name ${inner} }`,
];

function nested(depth: number): string {
  const [outer, ...references] = levels.slice(0, depth);
  const inner = references.reduceRight((text, level) => level(text), '');
  return `${outer?.('') ?? ''} ${inner}`;
}

const depth: Dimension = {
  name: 'depth',
  what: 'levels of references below 25 appointments',
  per: 'unit',
  steps: levels.map((_, index) =>
    step(index + 1, [{ query: `{ appointments(first: 25) { nodes { ${nested(index + 1)} } } }` }]),
  ),
};

/** Forty leaves that one request answers: a person's own, then those of the company. */
const own =
  'personId firstName lastName fullName middleName mrMrs title directPhone mobilePhone email birthDate retired rank noMailing description createdAt updatedAt id position{name} country{name}'.split(
    ' ',
  );
const company =
  'name department number code orgNr fullName contactId noMailing stop email phone description createdAt updatedAt id deleted category{name} business{name} country{name} associate{name}'.split(
    ' ',
  );

function withFields(count: number): string {
  const inner = company.slice(0, Math.max(0, count - own.length)).join(' ');
  return `${own.slice(0, count).join(' ')} ${inner && `contact { ${inner} }`}`;
}

const fields: Dimension = {
  name: 'fields',
  what: 'fields of each of 25 persons',
  per: 'unit',
  steps: [1, 2, 5, 10, 20, 30, 40].map((count) =>
    step(count, [{ query: `{ persons(first: 25) { nodes { ${withFields(count)} } } }` }]),
  ),
};

const oneContact = 'contact(contactId: 7) { contactId name department category { name } }';

const concurrency: Dimension = {
  name: 'concurrency',
  what: 'clients at a time, each asking for one contact',
  per: 'answer',
  steps: [1, 2, 4, 8, 16, 32, 64, 128, 256].map((count) =>
    step(count, [{ query: `{ ${oneContact} }` }], { clients: count }),
  ),
};

const documentsOf = (count: number) =>
  Array.from({ length: count }, (_, index) => ({ query: `query D${index} { ${oneContact} }` }));

const documents: Dimension = {
  name: 'documents',
  what: 'distinct documents in turn, each asking for one contact',
  per: 'answer',
  steps: [
    ...[1, 10, 100, 1_000, 3_000, 10_000].map((count) => step(count, documentsOf(count))),
    step(30_000, documentsOf(30_000), { isBeyond: true }),
  ],
};

const tenantsOf = (count: number) =>
  Array.from({ length: count }, (_, index) => ({
    ...{ query: `{ ${oneContact} }`, authorization: `Bearer 8A:Cust${index + 1}.bench` },
  }));

const tenants: Dimension = {
  name: 'tenants',
  what: 'tenants in turn, each asking for one contact',
  per: 'answer',
  steps: [
    ...[1, 10, 100, 300, 1_000].map((count) => step(count, tenantsOf(count))),
    step(2_000, tenantsOf(2_000), { isBeyond: true }),
  ],
};

export const dimensions: readonly Dimension[] = [rows, depth, fields, concurrency, documents, tenants];
