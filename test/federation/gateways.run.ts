import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import type { Crm } from '../crm.ts';
import { pause, startLive, subscribeAt } from '../live.ts';
import { type Served, serve } from './processes.ts';

const examples = new URL('../../examples/', import.meta.url);
const folder = (name: string) => fileURLToPath(new URL(name, examples));

const gateways = [
  [
    'Hive Gateway',
    'gateway-hive',
    ['node', 'node_modules/@graphql-hive/gateway/dist/bin.js', 'supergraph'],
    '/graphql',
  ],
  ['Apollo Gateway', 'gateway-apollo', ['node', 'gateway.js'], '/'],
] as const;

interface Company {
  readonly contactId: number;
  readonly name: string;
  readonly country: { readonly name: string } | null;
}

interface Bill {
  readonly number: string;
  readonly contact: Company | null;
  readonly estate: object | null;
}

interface Bills {
  readonly invoices: { readonly nodes: readonly Bill[] };
}

interface Viewers extends Bills {
  readonly viewer: {
    readonly associate: { readonly name: string };
    readonly language: string;
    readonly timeZone: string;
  };
}

interface Changed {
  readonly contact: {
    readonly contactId: number;
    readonly department: string | null;
    readonly emails: { value: string }[];
  };
  readonly errors: readonly object[];
}

let crm: Crm;
let billing: Served;
let supergraph: string;
let temporary: string;

beforeAll(async () => {
  crm = await startLive();
  billing = await serve(folder('billing'), ['node', 'server.js'], {});
  temporary = mkdtempSync(join(tmpdir(), 'supergraph-'));
  supergraph = join(temporary, 'supergraph.graphql');
  const composed = readFileSync(new URL('../../schema/supergraph.graphql', import.meta.url), 'utf8');
  writeFileSync(
    supergraph,
    composed.replace('http://127.0.0.1:4000/graphql', crm.url).replace('http://127.0.0.1:4001/graphql', billing.url),
  );
});

afterAll(async () => {
  await billing?.[Symbol.asyncDispose]();
  await crm?.close();
  rmSync(temporary, { recursive: true, force: true });
});

describe.each(gateways)('through %s', (_name, program, command, path) => {
  let gateway: Served;
  beforeAll(async () => {
    gateway = await serve(folder(program), command, { SUPERGRAPH: supergraph }, path);
  });
  afterAll(() => gateway?.[Symbol.asyncDispose]());

  const as = (user: 'lars' | 'mina' | 'rune', more: Readonly<Record<string, string>> = {}) => ({
    authorization: crm.superoffice.tickets[user],
    ...more,
  });

  test('companies and their bills: what is here is read once, in one request', async () => {
    const text =
      '{ contacts(first: 3, filter: { contactId: { gte: 2 } }) { nodes { contactId name invoices { number } } } }';
    await gateway.ask(text, {}, as('lars'));
    const before = crm.superoffice.calls().length;
    const { data, errors } = await gateway.ask<{ contacts: { nodes: Company[] } }>(text, {}, as('lars'));
    const own = await crm.query('{ contact(contactId: 2) { name } }');
    expect(errors).toBeUndefined();
    expect(data.contacts.nodes[0]).toEqual({
      contactId: 2,
      name: own.data.contact?.name,
      invoices: [{ number: '2026-001' }, { number: '2026-021' }],
    });
    expect(data.contacts.nodes).toHaveLength(3);
    expect(crm.superoffice.calls().length - before - own.calls.length).toBe(1);
  });

  test('bills with their companies and estates: one request for all companies, one for all estates', async () => {
    const text = `{ invoices(first: 8) { nodes { number total { amount }
      contact { contactId name country { name } } estate { estateId externalNumber commission { amount } } } } }`;
    await gateway.ask(text, {}, as('lars'));
    const before = [crm.superoffice.calls().length, crm.onoffice.calls().length] as const;
    const { data, errors } = await gateway.ask<Bills>(text, {}, as('lars'));
    const after = [crm.superoffice.calls().length, crm.onoffice.calls().length] as const;
    expect(after.map((count, at) => count - (before[at] ?? 0))).toEqual([1, 1]);
    const own = await crm.query(
      '{ contact(contactId: 4) { name country { name } } estate(estateId: 2477) { estateId externalNumber } }',
    );
    const third = data.invoices.nodes[2];
    expect(own.data.contact?.name).toMatch(/./);
    expect(third).toMatchObject({ number: '2026-003', contact: own.data.contact ?? {} });
    expect(own.data.estate?.externalNumber).toMatch(/./);
    expect(third?.estate).toEqual({ ...own.data.estate, commission: { amount: '24770.00' } });
    expect(data.invoices.nodes.map(({ contact }) => contact?.contactId)).toEqual([2, 3, 4, 5, 6, 7, 8, 9]);
    expect(errors).toBeUndefined();
  });

  test('users who ask at once are told apart, each with their language and zone', async () => {
    const text = `{ viewer { associate { name } language timeZone } invoices(first: 4) { nodes { contact { name country { name } } } } }`;
    const users = [
      ['lars', 'nb', 'Europe/Oslo'],
      ['mina', 'de', 'America/New_York'],
    ] as const;
    const asked = Array.from({ length: 12 }, (_, at) => users[at % 2] ?? users[0]);
    const answers = await Promise.all(
      asked.map(([user, language, zone]) =>
        gateway.ask<Viewers>(text, {}, as(user, { 'accept-language': language, 'so-timezone': zone })),
      ),
    );
    const seen = answers.map(({ data }) => [data.viewer.associate.name, data.viewer.language, data.viewer.timeZone]);
    const names = new Set(seen.map(([name]) => name));
    expect(names.size).toBe(2);
    for (const [at, [user, language, zone]] of asked.entries()) {
      expect(seen[at]?.slice(1), user).toEqual([language, zone]);
      expect(seen[at]?.[0]).toBe(seen[at % 2]?.[0]);
    }
    const [inNorwegian, inGerman] = answers.map(({ data }) => data.invoices.nodes[0]?.contact?.country?.name);
    expect([inNorwegian, inGerman]).toEqual(['Norge', 'Norwegen']);
  });

  test('users who ask the very same at once, in one language, each get their own answer', async () => {
    const text = '{ viewer { associate { name } } }';
    const asked = Array.from({ length: 20 }, (_, at) => (at % 2 === 0 ? 'lars' : 'mina'));
    const before = crm.superoffice.calls().length;
    const answers = await Promise.all(
      asked.map((user) => gateway.ask<Viewers>(text, {}, as(user === 'lars' ? 'lars' : 'mina'))),
    );
    const names = answers.map(({ data }) => data.viewer.associate.name);
    expect(names[0]).not.toBe(names[1]);
    expect(names).toEqual(asked.map((_, at) => names[at % 2]));
    expect(crm.superoffice.calls().length - before).toBeGreaterThanOrEqual(asked.length);
  });

  test('without a ticket the refusal says what the gateway must be told', async () => {
    const { data, errors } = await gateway.ask<{ contact: null }>('{ contact(contactId: 3) { name } }');
    expect(data).toEqual({ contact: null });
    expect(errors?.[0]?.extensions?.code).toBe('UNAUTHENTICATED');
    expect(errors?.[0]?.message).toContain('gateway');
    expect((await gateway.ask('{ __typename }')).data).toEqual({ __typename: 'Query' });
  });

  test('the customer and the request that are named are those that the graph is told', async () => {
    const text = '{ estates(first: 1) { nodes { estateId } } }';
    const own = await gateway.ask<{ estates: object }>(text, {}, as('lars'));
    expect([own.errors, own.data.estates]).toEqual([undefined, { nodes: [{ estateId: expect.any(Number) }] }]);
    const headers = { 'x-onoffice-customer': 'NordImmobilien', 'x-request-id': 'from-outside' };
    const { data, errors } = await gateway.ask<{ estates: null }>(text, {}, as('lars', headers));
    expect(data).toEqual({ estates: null });
    expect(errors?.[0]?.extensions).toMatchObject({ code: 'FORBIDDEN', requestId: 'from-outside' });
  });

  test('a tenant that is named is the one that is asked', async () => {
    const { lars: authorization } = crm.superoffice.ticketsOf('Cust23456');
    const { data } = await gateway.ask<{ viewer: { tenant: string } }>(
      '{ viewer { tenant } }',
      {},
      { authorization, 'x-tenant': 'Cust23456' },
    );
    expect(data.viewer.tenant).toBe('Cust23456');
  });

  test('what is left out, null, empty and set are four things in a change', async () => {
    const text = `mutation Change($contactId: Int!, $changes: ContactChanges!) {
      updateContact(contactId: $contactId, changes: $changes) { contact { department emails { value } } errors { message } } }`;
    const made = await gateway.ask<{ createContact: Changed }>(
      'mutation { createContact(input: { name: "Through a gateway", department: "Lager", emails: [{ value: "a@b.example" }] }) { contact { contactId } } }',
      {},
      as('lars'),
    );
    const { contactId } = made.data.createContact.contact;
    const emailsAfter = async (changes: object) => {
      const { data, errors } = await gateway.ask<{ updateContact: Changed }>(text, { contactId, changes }, as('lars'));
      expect(errors).toBeUndefined();
      expect(data.updateContact.errors).toEqual([]);
      const { department, emails } = data.updateContact.contact;
      return [department, ...emails.map(({ value }) => value)];
    };
    const patches = () => crm.superoffice.calls().filter(({ method }) => method === 'PATCH').length;
    expect(await emailsAfter({ department: 'Butikk' })).toEqual(['Butikk', 'a@b.example']);
    expect(await emailsAfter({ department: null })).toEqual([null, 'a@b.example']);
    expect(await emailsAfter({ emails: [{ value: 'c@d.example' }] })).toEqual([null, 'c@d.example']);
    expect(await emailsAfter({ emails: [] })).toEqual([null]);
    expect(await emailsAfter({ emails: [{ value: 'e@f.example' }], department: 'Lager' })).toEqual([
      'Lager',
      'e@f.example',
    ]);
    expect(await emailsAfter({ emails: null })).toEqual(['Lager']);
    const before = patches();
    expect(await emailsAfter({})).toEqual(['Lager']);
    expect(patches()).toBe(before);
  });
});

describe('through Hive Gateway a subscription', () => {
  const [, program, command, path] = gateways[0];
  let gateway: Served;
  beforeAll(async () => {
    gateway = await serve(folder(program), command, { SUPERGRAPH: supergraph }, path);
  });
  afterAll(() => gateway?.[Symbol.asyncDispose]());

  const query = `subscription ($after: ID) {
    contactChanged(contactId: 17, after: $after) { eventId kind changedFields contact { department country { name } invoices { number } } }
  }`;
  const follow = (user: 'lars' | 'rune', more: object = {}) =>
    subscribeAt(gateway.url, query, { ticket: crm.superoffice.tickets[user], ...more });
  const change = (department: string) =>
    crm.query(
      'mutation ($changes: ContactChanges!) { updateContact(contactId: 17, changes: $changes) { errors { message } } }',
      {
        changes: { department },
      },
    );

  test('tells a change once, in the language of the subscriber, with what another graph knows of it', async () => {
    await using german = await follow('lars', { headers: { 'accept-language': 'de' } });
    await using norwegian = await follow('lars', { headers: { 'accept-language': 'nb' } });
    await change('Through a gateway');
    await vi.waitFor(() => expect([german.told().length, norwegian.told().length]).toEqual([1, 1]), 10_000);
    expect([german.status, german.headers.get('content-type')]).toEqual([
      200,
      expect.stringMatching('text/event-stream'),
    ]);
    const told = (country: string) => ({
      contactChanged: {
        ...{ eventId: expect.any(String), kind: 'CHANGED', changedFields: expect.arrayContaining(['department']) },
        contact: {
          department: 'Through a gateway',
          country: { name: country },
          invoices: [{ number: '2026-016' }, { number: '2026-036' }],
        },
      },
    });
    expect([german.told(), norwegian.told()]).toEqual([[told('Norwegen')], [told('Norge')]]);
  });

  test('goes on behind an event, by its argument and by the header of browsers', async () => {
    await using first = await follow('lars');
    await change('First');
    await vi.waitFor(() => expect(first.told()).toHaveLength(1), 10_000);
    const [{ contactChanged: seen }] = first.told() as [{ contactChanged: { eventId: string } }];
    first.leave();
    await pause(300);
    await change('Missed');
    await using argued = await follow('lars', { variables: { after: seen.eventId } });
    await using headed = await follow('lars', { headers: { 'last-event-id': seen.eventId } });
    for (const { told } of [argued, headed]) {
      await vi.waitFor(
        () => expect(told()).toMatchObject([{ contactChanged: { contact: { department: 'Missed' } } }]),
        10_000,
      );
    }
  });

  test('tells nothing to who may not see the record, and to who has no ticket why', async () => {
    await using rune = await follow('rune');
    await using lars = await follow('lars');
    await using nobody = await follow('lars', { ticket: null });
    await nobody.ended;
    expect(nobody.messages[0]?.data?.errors?.[0]?.extensions.code).toBe('UNAUTHENTICATED');
    await change('For Lars alone');
    await vi.waitFor(() => expect(lars.told()).toHaveLength(1), 10_000);
    await pause(500);
    expect(rune.messages).toEqual([]);
  });

  test('ends here when its client leaves the gateway', async () => {
    const gone = await follow('lars');
    const lines = () => crm.logged.filter((line) => line.includes('"kind":"subscription"')).length;
    const before = lines();
    gone.leave();
    await vi.waitFor(() => expect(lines()).toBe(before + 1), 10_000);
  });
});
