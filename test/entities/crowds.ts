import { expect } from 'vitest';
import type { PersonRecord, TenantWorld } from '../../src/simulator/store.ts';
import type { Crm } from '../crm.ts';
import { declared, type ListArgs, listField, type Page, pageOf } from './list-walk.ts';

const DAY = 86_400_000;
/** Keys of the first and the last of fifty companies. */
export const [FIRST, LAST] = [3, 52];
/** The company with 900 persons, and that with 120. */
export const [CROWDED, BUSY] = [FIRST + 7, FIRST + 30];

/** How many persons each of fifty companies has: most few, many none, two very many. */
const crowds = Array.from(
  { length: LAST - FIRST + 1 },
  (_, at) => ({ [CROWDED - FIRST]: 900, [BUSY - FIRST]: 120 })[at] ?? [0, 1, 3, 0, 6, 5][at % 6] ?? 0,
);

const surnames = ['Aas', 'Berg', 'Dahl', 'Foss', 'Lie', 'Moe', 'Vik', 'Østby', 'Åsen'];

/** Persons of the fifty companies in an order that has nothing to do with that of their keys, names or dates. */
export function seedCrowds(world: TenantWorld, now: number): void {
  for (const { id, contactId } of [...world.persons.values()])
    if (contactId !== world.ownContactId) world.persons.delete(id);
  const [sample] = world.persons.values() as Iterable<PersonRecord>;
  const places = crowds.flatMap((count, at) => Array.from({ length: count }, () => FIRST + at));
  places.forEach((_, at) => {
    // 7 and the number of places have no common divisor, so that each is taken once.
    const contactId = places[(at * 7) % places.length] as number;
    const id = 1_000 + at;
    const lastname = surnames[(at * 5) % surnames.length] as string;
    const createdAt = now - (now % DAY) - ((at * 13) % 400) * DAY;
    const own = { firstname: `P${at % 40}`, lastname, retired: at % 4 === 0, createdAt, updatedAt: null };
    world.persons.set(id, { ...(sample as PersonRecord), id, contactId, deletedAt: null, ...own });
  });
  for (const contact of world.contacts.values()) if (contact.id <= LAST) contact.deletedAt = null;
}

export const personsOf = (crm: Crm, contactId: number) =>
  [...crm.superoffice.world().persons.values()].filter((person) => person.contactId === contactId);
/** Arguments that ask for the fifty companies. */
export const fiftyCompanies = '(first: 50, filter: { contactId: { between: { from: 3, to: 52 } } })';

export interface Answered {
  pages: Map<number, Page>;
  requests: number;
}

/** The persons of all fifty companies, asked for at once. */
export async function askTogether(crm: Crm, args: ListArgs): Promise<Answered> {
  const text: string = `${declared('persons', args)} { contacts${fiftyCompanies} { nodes { contactId ${listField('persons', args)} } } }`;
  const { data, errors, calls } = await crm.query(text, { ...args });
  expect(errors).toBeUndefined();
  const { nodes } = (data as { contacts: { nodes: { contactId: number; persons: unknown }[] } }).contacts;
  const pages = new Map(nodes.map(({ contactId, persons }) => [contactId, pageOf('persons', persons)]));
  return { pages, requests: calls.length };
}

/** The persons of one company. */
export async function askAlone(crm: Crm, contactId: number, args: ListArgs): Promise<Page> {
  const text: string = `${declared('persons', args)} { contact(contactId: ${contactId}) { ${listField('persons', args)} } }`;
  const { data, errors } = await crm.query(text, { ...args });
  expect(errors).toBeUndefined();
  return pageOf('persons', (data as { contact: { persons: unknown } }).contact.persons);
}
