import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { TenantWorld } from '../../src/simulator/store.ts';
import { Kept } from '../../src/upstream/kept.ts';
import { createEntityStore } from '../../src/upstream/superoffice/entities.ts';
import { createTicketProofs } from '../../src/upstream/superoffice/tickets.ts';
import { type Crm, expectRequests, startCrm } from '../crm.ts';
import { found } from '../entities/seeded.ts';

const MINUTE = 60_000;

let crm: Crm;
let world: TenantWorld;
beforeAll(async () => {
  crm = await startCrm();
});
afterAll(() => crm.close());
beforeEach(() => {
  crm.superoffice.clock.advance(6 * MINUTE);
  crm.superoffice.reset();
  world = crm.superoffice.world();
});

const tasks = '{ list(name: "task") { items { name } } }';

describe('a list', () => {
  test('is one request however many ask at once, and the ticket is not proven apart', async () => {
    crm.superoffice.faults.add({ path: '^/MDOList/task$', fault: { kind: 'delay', milliseconds: 50 } });
    const answers = await Promise.all(Array.from({ length: 20 }, () => crm.query(tasks)));
    for (const { data } of answers)
      expect(data).toMatchObject({ list: { items: [{ name: 'Meeting (Internal)' }, ...Array(11).fill({})] } });
    expect(crm.superoffice.calls().map(({ path }) => path)).toEqual(['/MDOList/task']);
  });

  test('of one language does not stand for another', async () => {
    const named = async (language: string) =>
      (await crm.query('{ list(name: "priority") { items { name } } }', {}, { headers: { 'so-language': language } }))
        .data;
    for (const _again of [1, 2]) {
      expect(await named('nb')).toEqual({ list: { items: [{ name: 'Normal' }, { name: 'Høy' }, { name: 'Lav' }] } });
      expect(await named('de')).toEqual({
        list: { items: [{ name: 'Normal' }, { name: 'Hoch' }, { name: 'Niedrig' }] },
      });
    }
    expect(crm.superoffice.calls()).toHaveLength(2);
  });

  test('is read again after five minutes, and not before', async () => {
    await crm.query(tasks);
    crm.superoffice.clock.advance(5 * MINUTE - 1_000);
    expect((await crm.query(tasks)).calls).toEqual([]);
    found(world.lists.get('task')?.items.find(({ id }) => id === 1)).name = 'Meeting of today';
    crm.superoffice.clock.advance(1_001);
    const { data, calls } = await crm.query(tasks);
    expectRequests(calls, 1);
    expect(data).toMatchObject({ list: { items: [{ name: 'Meeting of today' }, ...Array(11).fill({})] } });
  });

  test('that differs by user is nobody else’s', async () => {
    const users = '{ list(name: "associate") { items { children { name } } } }';
    const { lars, mina } = crm.superoffice.tickets;
    for (const ticket of [lars, mina]) {
      expect((await crm.query(users, {}, { ticket })).calls.map(({ path }) => path)).toEqual(['/MDOList/associate']);
      expect((await crm.query(users, {}, { ticket })).calls).toEqual([]);
    }
  });
});

describe('a list with its deleted items', () => {
  beforeEach(() => {
    const source = { ...found(world.lists.get('priority')), id: 90, mdoName: 'source', route: 'Source' };
    world.lists.set('source', source);
  });

  const read = async (list: string, ticket: string) => {
    const { errors, calls } = await crm.query(
      'query WithDeleted($list: String!) { list(name: $list) { items(includeDeleted: true) { name } } }',
      { list },
      { ticket },
    );
    expect(errors).toBeUndefined();
    return calls.filter(({ path }) => path.startsWith('/List/')).length;
  };

  test.each([
    ['category', 0],
    ['source', 1],
  ])('%s: another user’s question costs requests as that for the list itself would: %i', async (list, more) => {
    const { lars, mina } = crm.superoffice.tickets;
    expect(await read(list, lars)).toBe(1);
    expect(await read(list, lars)).toBe(0);
    expect(await read(list, mina)).toBe(more);
  });
});

describe('a ticket', () => {
  const everything = `{ list(name: "task") { items { name } } lists { name }
    contact(contactId: 21) { name phones { value } customFields(keys: ["SuperOffice:1"]) { label } category { name sv: name(language: "sv") } } }`;

  test.each(['made-up', 'expired'])('that is %s is given nothing of a warm cache', async (kind) => {
    const warm = await crm.query(everything);
    expect(warm.errors).toBeUndefined();
    const ticket = kind === 'expired' ? crm.superoffice.tickets.expired : 'Bearer 8A:Cust12345.demo-lars-holm2';
    const { data, errors, calls } = await crm.query(everything, {}, { ticket });
    expect(data).toEqual({ list: null, lists: null, contact: null });
    expect(new Set(errors?.map(({ extensions }) => extensions.code))).toEqual(new Set(['UNAUTHENTICATED']));
    expect(calls.map(({ status }) => status)).toEqual(calls.map(() => 401));
    expect(JSON.stringify({ data, errors })).not.toMatch(/Meeting|SuperOffice:1|Remark/);
  });

  test('of another tenant is none in this one', async () => {
    await crm.query(tasks);
    const { data, errors } = await crm.query(
      tasks,
      {},
      { ticket: 'SOTicket 7T:Cust23456-demo-lars-holm', headers: { 'x-tenant': 'Cust12345' } },
    );
    expect(data).toEqual({ list: null });
    expect(errors?.map(({ extensions }) => extensions.code)).toEqual(['UNAUTHENTICATED']);
  });

  test('is proven for five minutes, and no longer', async () => {
    const { mina } = crm.superoffice.tickets;
    await crm.query('{ contact(contactId: 21) { name } }', {}, { ticket: mina });
    crm.superoffice.clock.advance(4 * MINUTE);
    await crm.query(tasks);
    expect((await crm.query(tasks, {}, { ticket: mina })).calls).toEqual([]);
    crm.superoffice.clock.advance(MINUTE + 1_000);
    const { data, calls } = await crm.query(tasks, {}, { ticket: mina });
    expect(calls.map(({ path, status }) => [path, status])).toEqual([['/User/currentPrincipal', 200]]);
    expect(data).toMatchObject({ list: { items: expect.any(Array) } });
  });

  test('that expires is given what is kept until its proof does, or the CRM has refused it', async () => {
    const { users } = world;
    const expiresAt = crm.superoffice.clock.now() + 2 * MINUTE;
    for (const ticket of ['Cust12345.one', 'Cust12345.two'])
      users
        .find(({ associateId }) => associateId === 7)
        ?.tickets.push({ scheme: 'Bearer', ticket: `8A:${ticket}`, expiresAt });
    const as = (ticket: string) => crm.query(tasks, {}, { ticket: `Bearer 8A:Cust12345.${ticket}` });
    expect((await as('one')).errors).toBeUndefined();
    expect((await as('two')).errors).toBeUndefined();
    crm.superoffice.clock.advance(3 * MINUTE);
    expect((await as('one')).calls).toEqual([]);
    const refused = await crm.query('{ contact(contactId: 21) { name } }', {}, { ticket: 'Bearer 8A:Cust12345.two' });
    expect(refused.errors?.map(({ extensions }) => extensions.code)).toEqual(['UNAUTHENTICATED']);
    expect((await as('two')).data).toEqual({ list: null });
    crm.superoffice.clock.advance(2 * MINUTE + 1_000);
    await crm.query(tasks);
    expect((await as('one')).errors?.map(({ extensions }) => extensions.code)).toEqual(['UNAUTHENTICATED']);
  });

  test.each([401, 403] as const)('whose load ends in %i does not end it for those who wait', async (status) => {
    crm.superoffice.options.access.expiredStatus = status;
    expect((await crm.query('{ viewer { tenant } }')).errors).toBeUndefined();
    crm.superoffice.faults.add({ path: '^/MDOList/task$', times: 1, fault: { kind: 'delay', milliseconds: 120 } });
    const bad = crm.query(tasks, {}, { ticket: crm.superoffice.tickets.expired });
    await expect.poll(() => crm.superoffice.calls().filter(({ path }) => path === '/MDOList/task')).toHaveLength(1);
    const good = await crm.query(tasks);
    expect(good.errors).toBeUndefined();
    expect(good.data).toMatchObject({ list: { items: expect.any(Array) } });
    const { data, errors } = await bad;
    expect(data).toEqual({ list: null });
    expect(errors?.map(({ extensions }) => extensions.code)).toEqual([
      status === 401 ? 'UNAUTHENTICATED' : 'FORBIDDEN',
    ]);
    expect(
      crm.superoffice
        .calls()
        .filter(({ path }) => path === '/MDOList/task')
        .map((call) => call.status),
    ).toEqual([status, 200]);
  });
});

describe('a store', () => {
  const scope = () => ({ calls: [], maxCalls: 9, startedAt: 0, signal: new AbortController().signal, requestId: 'r' });
  const fill = async (options: { entries: number; bytes: number }, keys: readonly string[], weight = 1) => {
    const kept = new Kept<string>({ system: 'superoffice', ttlMs: MINUTE, ...options });
    const loads: string[] = [];
    const get = (key: string) =>
      kept.get(key, scope(), async () => {
        loads.push(key);
        return { value: key, bytes: weight };
      });
    for (const key of keys) await get(key);
    return loads;
  };

  test('holds no more than its entries, and forgets what was not asked for longest', async () => {
    expect(await fill({ entries: 2, bytes: 100 }, ['a', 'b', 'a', 'c', 'a', 'b'])).toEqual(['a', 'b', 'c', 'b']);
  });

  test('holds no more than its bytes', async () => {
    expect(await fill({ entries: 100, bytes: 100 }, ['a', 'b', 'a', 'c', 'a'], 40)).toEqual(['a', 'b', 'c']);
    expect(await fill({ entries: 100, bytes: 100 }, ['a', 'a'], 101)).toEqual(['a', 'a']);
  });

  test('of entities holds no more than its bytes', () => {
    const store = createEntityStore(performance, Date.now);
    const headers = { date: 'Wed, 04 Mar 2026 00:00:00 GMT', 'last-modified': 'Tue, 03 Mar 2026 00:00:00 GMT' };
    const body = Buffer.alloc(30 * 1024 * 1024, '{}');
    for (const key of ['a', 'b', 'c']) store.keep(key, headers, body);
    expect(['a', 'b', 'c'].map((key) => store.get(key)?.lastModified)).toEqual([
      undefined,
      headers['last-modified'],
      headers['last-modified'],
    ]);
  });

  test('of proofs holds no more than its tickets', () => {
    const proofs = createTicketProofs(performance, 'salt');
    const name = (tenant: string, n: number) => proofs.hash(tenant, `ticket ${n}`);
    for (let n = 0; n <= 20_000; n++) proofs.accept(name('Cust1', n));
    expect([0, 1, 20_000].map((n) => proofs.isProven(name('Cust1', n)))).toEqual([false, true, true]);
    expect(proofs.isProven(name('Cust2', 1))).toBe(false);
  });
});
