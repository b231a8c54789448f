import type { EstateRecord } from '../../src/simulator/onoffice/store.ts';
import type { Random } from '../../src/simulator/random.ts';
import type { ContactRecord, PersonRecord, TenantWorld } from '../../src/simulator/store.ts';
import { type Asker, ask } from './ask.ts';

/** The tables that answers are held against. */
export interface Seed {
  readonly world: TenantWorld;
  readonly contacts: readonly ContactRecord[];
  readonly persons: readonly PersonRecord[];
  /** Empty where the tenant may use no onOffice. */
  readonly estates: readonly EstateRecord[];
}

const query = `query Read($contactId: Int!, $personId: Int!, $ids: [Int!]!, $estateId: Int!, $withEstate: Boolean!) {
  contact(contactId: $contactId) {
    contactId name department phones { value }
    persons(first: 100) { nodes { personId lastName } }
  }
  person(personId: $personId) { personId firstName lastName contact { contactId name } }
  contacts(first: 20, filter: { contactId: { in: $ids } }) { nodes { contactId name } }
  list(name: "category") { items { listItemId name } }
  estate(estateId: $estateId) @include(if: $withEstate) { estateId rooms }
}`;

/** Asks for a few records of both CRMs, and holds what comes against the tables. */
export async function readSomething(asker: Asker, seed: Seed, random: Random): Promise<void> {
  const contact = random.pick(seed.contacts);
  const person = random.pick(seed.persons);
  const page = random.shuffle(seed.contacts).slice(0, 8);
  const estate = seed.estates.length > 0 ? random.pick(seed.estates) : null;
  const answer = await ask(asker, query, {
    ...{ contactId: contact.id, personId: person.id, ids: page.map(({ id }) => id) },
    ...{ estateId: estate?.id ?? 1, withEstate: estate !== null },
  });
  if (!answer?.data) return;
  const expected = {
    contact: expectedContact(seed.world, contact),
    person: expectedPerson(seed.world, person),
    contacts: { nodes: page.map(({ id, name }) => ({ contactId: id, name })) },
    ...(estate && { estate: { estateId: estate.id, rooms: estate.values.anzahl_zimmer ?? null } }),
  };
  const { list, ...rest } = answer.data;
  const wrong = difference(rest, expected, answer.codes.length > 0) ?? wrongItem(seed.world, list);
  if (wrong) asker.tally.violate(`an answer that is not so: ${wrong}`);
  asker.tally.count('answers of reads checked');
}

function expectedContact({ persons }: TenantWorld, { id, name, department, phones }: ContactRecord) {
  const own = [...persons.values()].filter((each) => each.contactId === id && each.deletedAt === null);
  return {
    ...{ contactId: id, name, department: department || null, phones: phones.map(({ value }) => ({ value })) },
    persons: { nodes: own.map((each) => ({ personId: each.id, lastName: each.lastname })) },
  };
}

function expectedPerson({ contacts }: TenantWorld, { id, firstname, lastname, contactId }: PersonRecord) {
  const contact = contacts.get(contactId ?? 0);
  return {
    ...{ personId: id, firstName: firstname || null, lastName: lastname },
    contact: contact ? { contactId: contact.id, name: contact.name } : null,
  };
}

/** Where an answer differs from what it must be. With errors in it, anything may be missing; nothing may be other. */
export function difference(actual: unknown, expected: unknown, mayLack: boolean, path = ''): string | null {
  if (actual === null && expected !== null) return mayLack ? null : `${path} is missing`;
  if (typeof expected !== 'object' || expected === null || typeof actual !== 'object' || actual === null) {
    return Object.is(actual, expected) ? null : `${path} is ${JSON.stringify(actual)}, not ${JSON.stringify(expected)}`;
  }
  if (Array.isArray(expected)) {
    if (!Array.isArray(actual) || actual.length !== expected.length)
      return `${path} has ${Array.isArray(actual) ? actual.length : 'no'} rows, not ${expected.length}`;
    const [given, wanted] = [byKey(actual), byKey(expected)];
    return first(wanted.map((each, index) => difference(given[index], each, mayLack, `${path}[${index}]`)));
  }
  const members = Object.entries(expected);
  return first(
    members.map(([name, value]) =>
      difference((actual as Record<string, unknown>)[name], value, mayLack, `${path}.${name}`),
    ),
  );
}

/** Pages are asked for in no order of their own; what has a key is laid in its order. */
function byKey(rows: readonly unknown[]): unknown[] {
  const keyOf = (row: unknown) => {
    const { contactId, personId } = row as { contactId?: number; personId?: number };
    return personId ?? contactId ?? 0;
  };
  return [...rows].sort((one, other) => keyOf(one) - keyOf(other));
}

const first = (found: readonly (string | null)[]) => found.find((each) => each !== null) ?? null;

function wrongItem({ lists }: TenantWorld, list: unknown): string | null {
  const items = (list as { items?: { listItemId: number; name: string }[] } | null)?.items ?? [];
  const stored = new Map(lists.get('category')?.items.map((item) => [item.id, item.name]));
  const wrong = items.find(({ listItemId, name }) => !stored.get(listItemId)?.includes(name));
  return wrong ? `item ${wrong.listItemId} is ${JSON.stringify(wrong.name)}` : null;
}
