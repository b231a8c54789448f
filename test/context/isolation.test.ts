import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { TenantWorld } from '../../src/simulator/store.ts';
import { type Crm, startCrm } from '../crm.ts';

const ROUNDS = 1_000;

const tenants = ['Cust12345', 'Cust23456'] as const;
/** Full and reduced rights, each in two languages. */
const users = [
  { user: 'lars', language: 'en' },
  { user: 'rune', language: 'nb' },
  { user: 'lars', language: 'nb' },
  { user: 'rune', language: 'en' },
] as const;

/** Everything that a caller could be given of another carries whose it is. */
function mark(world: TenantWorld): void {
  const { tenant, contacts, persons, lists, udefFields } = world;
  for (const row of contacts.values()) {
    row.name = `${tenant} company ${row.id}${row.id % 17 === 0 ? ' unseen' : ''}`;
    row.orgNr = `${tenant} unread`;
  }
  for (const row of persons.values())
    row.lastname = `${tenant} person${(row.contactId ?? 0) % 17 === 0 ? ' unseen' : ''}`;
  for (const list of lists.values())
    for (const item of list.items) item.name = `US:"${tenant} en ${item.id}";NO:"${tenant} nb ${item.id}";`;
  for (const field of udefFields) field.label = `US:"${tenant} en label";NO:"${tenant} nb label";`;
}

/** Ids on both sides of what Rune may not see. */
const questions = [
  '{ contacts(first: 3, filter: { contactId: { in: [17, 34, 35] } }) { nodes { contactId name orgNr category { name } } } }',
  '{ contact(contactId: 35) { name orgNr phones { value } category { name sv: name(language: "nb") } } }',
  '{ contact(contactId: 35) { name orgNr phones { value } updatedAt } }',
  '{ contact(contactId: 34) { name phones { value } } viewer { tenant language associate { fullName } } }',
  '{ list(name: "task") { items { name } } contact(contactId: 35) { customFields(keys: ["SuperOffice:1", "SuperOffice:5"]) { label text } } }',
  '{ list(name: "associate") { items { children { name } } } node(id: "Q29udGFjdDozNQ==") { ... on Contact { name } } }',
  '{ contact(contactId: 35) { fieldAccess(fields: ["orgNr"]) { canRead canEdit } persons(first: 2) { nodes { lastName contact { name } } } } }',
] as const;

interface Caller {
  tenant: (typeof tenants)[number];
  user: 'lars' | 'rune';
  language: 'en' | 'nb';
}

let crm: Crm;
beforeAll(async () => {
  crm = await startCrm({ seed: mark, settings: { LOG_LEVEL: 'trace', RATE_LIMIT: '1000000000' } });
});
afterAll(() => crm.close());

const ticketOf = ({ tenant, user }: Caller) => crm.superoffice.ticketsOf(tenant)[user];

async function ask(caller: Caller, question: string): Promise<string> {
  const response = await fetch(crm.url, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      authorization: ticketOf(caller),
      'accept-language': caller.language,
    },
    body: JSON.stringify({ query: question }),
  });
  return (await response.text()).replace(/"requestId":"[^"]*"/g, '"requestId":""');
}

const callers: readonly Caller[] = tenants.flatMap((tenant) => users.map((user) => ({ tenant, ...user })));
const nameOf = ({ tenant, user, language }: Caller, question: string) => `${tenant} ${user} ${language} ${question}`;

/** What each caller is answered when nobody else is there. */
async function alone(): Promise<Map<string, string>> {
  const answers = new Map<string, string>();
  for (const caller of callers) {
    crm.superoffice.clock.advance(10 * 60_000);
    for (const question of questions) answers.set(nameOf(caller, question), await ask(caller, question));
  }
  return answers;
}

describe('callers of two tenants with the same ids, rights and languages side by side', () => {
  let expected: Map<string, string>;
  beforeAll(async () => {
    expected = await alone();
  });

  test('are answered with what is theirs alone', () => {
    for (const caller of callers) {
      const own = questions.map((question) => expected.get(nameOf(caller, question))).join('\n');
      const [other] = tenants.filter((tenant) => tenant !== caller.tenant);
      expect(own).toContain(`${caller.tenant} company 35`);
      expect(own).toContain(`${caller.tenant} ${caller.language} 1`);
      expect(own).toContain(`${caller.tenant} ${caller.language} label`);
      expect(own).not.toContain(other);
      const secrets = own.includes('unseen') || own.includes('unread');
      expect(secrets).toBe(caller.user === 'lars');
    }
    expect(new Set(expected.values()).size).toBeGreaterThan(callers.length * 4);
  });

  test(`stay so in ${ROUNDS} rounds at once, with caches that fill and run out`, { timeout: 60_000 }, async () => {
    let wrong = 0;
    let asked = 0;
    for (let round = 0; round < ROUNDS; round++) {
      const side = users.map((user, at) => ({
        tenant: tenants[(round + at + (at >> 1)) % 2] as Caller['tenant'],
        ...user,
      }));
      const question = (at: number) => questions[(round + (round % 7 === 0 ? 0 : at)) % questions.length] as string;
      const answers = await Promise.all(side.map((caller, at) => ask(caller, question(at))));
      for (const [at, caller] of side.entries()) {
        asked += 1;
        if (answers[at] !== expected.get(nameOf(caller, question(at)))) wrong += 1;
      }
      crm.superoffice.clock.advance(1_000);
    }
    expect([wrong, asked]).toEqual([0, ROUNDS * users.length]);
  });

  test('leave no ticket in the log, plain or encoded', async () => {
    crm.superoffice.faults.add({ path: '^/Contact', fault: { kind: 'status', status: 500 } });
    for (const caller of callers) await ask(caller, questions[1]);
    crm.superoffice.faults.clear();
    const log = crm.logged.join('');
    expect(log.length).toBeGreaterThan(100_000);
    expect(log).toContain('UPSTREAM_UNAVAILABLE');
    for (const caller of callers) for (const form of formsOf(ticketOf(caller))) expect(log).not.toContain(form);
  });
});

/** A secret as it may be written: with and without its scheme, in base64 at each of its three positions, in hex, in an address. */
function formsOf(authorization: string): string[] {
  const secret = authorization.replace(/^\S+ /, '');
  const shifted = [0, 1, 2].map((shift) => {
    const text = Buffer.from('x'.repeat(shift) + secret).toString('base64');
    return text.slice(4, -4);
  });
  const urlSafe = shifted.map((text) => text.replaceAll('+', '-').replaceAll('/', '_'));
  const name = secret.slice(secret.indexOf('.') + 1);
  return [secret, name, encodeURIComponent(secret), Buffer.from(secret).toString('hex'), ...shifted, ...urlSafe];
}
