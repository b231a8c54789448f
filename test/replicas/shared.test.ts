import { createHash, randomBytes } from 'node:crypto';
import { Redis } from 'ioredis';
import { pino } from 'pino';
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import type { BusSettings, ChangeEvent, EventBus } from '../../src/events/bus.ts';
import { createIdempotency } from '../../src/reading/idempotency.ts';
import { joinRedis } from '../../src/replicas/redis/join.ts';
import { createAlone, type Shared } from '../../src/replicas/shared.ts';
import { eventually } from '../eventually.ts';
import { pause } from '../live.ts';
import { type RedisServer, redisIsThere, startRedis } from './redis-server.ts';

/** What replicas share, as one process keeps it in memory and as two of them keep it in Redis: the same questions to both. */

const salt = randomBytes(32).toString('base64url');
const log = pino({ level: 'silent' });
const bus = { replayMs: 800, stormMs: 300 };
let redis: RedisServer;
beforeAll(async () => {
  if (redisIsThere) redis = await startRedis();
});
afterAll(() => redis?.kill());

let site = 0;
interface JoinMore {
  readonly bus?: Partial<BusSettings>;
  readonly dataVersion?: number;
  readonly deadlineMs?: number;
}
const join = (more: JoinMore = {}) =>
  joinRedis({ ...{ url: redis.url, site: String(site), salt, deadlineMs: 1000, log, bus }, ...more });

const ways = [
  { name: 'in one process', open: async () => Array(2).fill(createAlone(bus)) as [Shared, Shared] },
  ...(redisIsThere
    ? [
        {
          name: 'by Redis',
          open: async () => {
            site += 1;
            await age();
            return [await join(), await join()] as [Shared, Shared];
          },
        },
      ]
    : []),
];

const prefix = (name = site, version = 1) =>
  `crm-graph:1.${version}:${createHash('sha256').update(String(name)).digest('base64url').slice(0, 32)}`;

/** Redis has been there for long; one that has just lost what it held is a test of its own. */
async function age(version = 1): Promise<void> {
  const client = new Redis(redis.url);
  await client.set(`${prefix(site, version)}:born`, '1 long ago', 'PX', 60_000);
  client.disconnect();
}

describe.each(ways)('$name', ({ open }) => {
  let one: Shared;
  let other: Shared;
  beforeEach(async () => {
    [one, other] = await open();
    return async () => {
      await Promise.all([one.close(), other.close()]);
    };
  });

  test('a quota is one, wherever it is taken from; what is refused takes nothing', async () => {
    const take = ({ store }: Shared, amount: number) => store.take('caller', amount, 100, 500);
    expect(await take(one, 70)).toMatchObject({ allowed: true, used: 70 });
    expect(await take(other, 40)).toMatchObject({ allowed: false, used: 70 });
    const last = await take(other, 30);
    expect([last.allowed, last.used, last.resetMs > 0 && last.resetMs <= 500]).toEqual([true, 100, true]);
    expect(await one.store.take('another', 1, 100, 500)).toMatchObject({ allowed: true, used: 1 });
    await pause(520);
    expect(await take(one, 100)).toMatchObject({ allowed: true, used: 100 });
  });

  test('of many who take at once, exactly as many are let through as there is quota', async () => {
    const taken = await Promise.all(
      Array.from({ length: 300 }, (_, at) => (at % 2 ? one : other).store.take('crowd', 1, 100, 5000)),
    );
    expect(taken.filter(({ allowed }) => allowed)).toHaveLength(100);
  });

  test('a document that one was given the other knows', async () => {
    const text = `{ viewer { tenant } } # ${Math.random()}`;
    const hash = createHash('sha256').update(text).digest('hex');
    expect(await other.store.document(hash)).toBeUndefined();
    await one.store.keepDocument(hash, text);
    expect(await other.store.document(hash)).toBe(text);
  });

  const create = ({ outcomes }: Shared, key: string, attempt: (lostSince: number | null) => Promise<number | null>) =>
    createIdempotency(outcomes, () => 1000).once(
      { name: `Cust1\n7\n${key}`, fingerprint: 'input' },
      async (lostSince) => ({ created: await attempt(lostSince) }),
      (error) => error === lost,
      AbortSignal.timeout(5000),
    );
  const lost = new Error('the answer was lost');
  const never = () => Promise.reject(new Error('carried out a second time'));

  test('a create is carried out once, and its outcome is known to both', async () => {
    expect(await create(one, 'a', async () => 17)).toEqual({ created: 17 });
    expect(await create(other, 'a', never)).toEqual({ created: 17 });
  });

  test('of two at once the second waits for the first', async () => {
    let runs = 0;
    const slow = async () => {
      runs += 1;
      await pause(150);
      return 18;
    };
    expect(await Promise.all([create(one, 'b', slow), create(other, 'b', slow), create(other, 'b', slow)])).toEqual(
      Array(3).fill({ created: 18 }),
    );
    expect(runs).toBe(1);
  });

  test('what was refused leaves its key free; what was lost is looked for, since it began', async () => {
    expect(await create(one, 'c', async () => null)).toEqual({ created: null });
    await expect(create(other, 'c', () => Promise.reject(lost))).rejects.toBe(lost);
    const told: (number | null)[] = [];
    const failing = create(one, 'c', (lostSince) => {
      told.push(lostSince);
      return Promise.reject(new Error('refused'));
    });
    await expect(failing).rejects.toThrow('refused');
    await create(other, 'c', async (lostSince) => {
      told.push(lostSince);
      return 19;
    });
    expect(told).toEqual([1000, 1000]);
    expect(await create(one, 'c', never)).toEqual({ created: 19 });
  });

  test('a key with another input is refused', async () => {
    await create(one, 'd', async () => 20);
    expect(await other.outcomes.begin('Cust1\n7\nd', 'other input', 0)).toEqual({ state: 'reused' });
  });

  const event = (id: string, more: Partial<ChangeEvent> = {}): ChangeEvent => ({
    ...{ id, tenant: 'Cust1', entity: 'Contact', key: Number(id.match(/\d+/)?.[0]), kind: 'CHANGED', at: 1e6 },
    ...{ changedFields: ['name'], related: {}, ...more },
  });
  const contacts = { tenant: 'Cust1', entity: 'Contact' };
  const listen = (to: EventBus) => {
    const heard: ChangeEvent[] = [];
    to.listen(contacts, (each) => heard.push(each));
    return heard;
  };
  const ids = (events: readonly ChangeEvent[] | null) => events?.map(({ id }) => id);

  test('both hear of every event once, in the same order, and nobody of another topic', async () => {
    const heard = [listen(one.bus), listen(other.bus)];
    await Promise.all(Array.from({ length: 50 }, (_, at) => (at % 2 ? one : other).bus.deliver(event(`e${at + 1}`))));
    await one.bus.deliver(event('x1', { tenant: 'Cust2' }));
    await one.bus.deliver(event('y1', { entity: 'Person' }));
    await eventually(() => expect(heard.map(({ length }) => length)).toEqual([50, 50]));
    await pause(50);
    expect(ids(heard[0] ?? [])).toEqual(ids(heard[1] ?? []));
    expect(new Set(ids(heard[0] ?? [])).size).toBe(50);
  });

  test('what is delivered to both is one event, and what is found is not told of again', async () => {
    const heard = listen(one.bus);
    const twice = await Promise.all([one.bus.deliver(event('e1')), other.bus.deliver(event('e1'))]);
    expect(twice.toSorted()).toEqual([false, true]);
    expect(await other.bus.find(event('f1', { at: 1e6 + 500 }))).toBe(false);
    expect(await other.bus.find(event('f2', { at: 2e6 }))).toBe(true);
    expect(await one.bus.deliver(event('e2', { at: 2e6 + 500 }))).toBe(false);
    expect(await one.bus.find(event('g1', { kind: 'CREATED', at: 3e6 }))).toBe(true);
    expect(await one.bus.find(event('g3', { kind: 'CREATED' }))).toBe(true);
    const gone = [one.bus.find(event('d5', { kind: 'DELETED' })), other.bus.find(event('d5', { kind: 'DELETED' }))];
    expect((await Promise.all(gone)).toSorted()).toEqual([false, true]);
    await eventually(() => expect(heard).toHaveLength(5));
    const kinds = heard.map(({ id, kind }) => `${id} ${kind}`).toSorted();
    expect(kinds).toEqual(['d5 DELETED', 'e1 CHANGED', 'f2 CHANGED', 'g1 CHANGED', 'g3 CREATED']);
  });

  test('a record that has come back can go again, by whatever way and in whatever order that is told', async () => {
    const deliver = (id: string, kind: ChangeEvent['kind'], at: number) => one.bus.deliver(event(id, { kind, at }));
    const find = (id: string, kind: ChangeEvent['kind'], at: number) => other.bus.find(event(id, { kind, at }));
    // That it came back was lost, and found.
    expect(await deliver('a1', 'DELETED', 1e6 + 300)).toBe(true);
    expect(await find('b1', 'CHANGED', 1e6 + 60_000)).toBe(true);
    expect(await deliver('c1', 'DELETED', 1e6 + 70_000)).toBe(true);
    expect(await deliver('d1', 'DELETED', 1e6 + 80_000)).toBe(false);
    // The deletion comes behind the change that it was taken back by.
    expect(await deliver('a2', 'CHANGED', 2e6)).toBe(true);
    expect(await deliver('b2', 'DELETED', 2e6 - 500)).toBe(true);
    expect(await deliver('c2', 'DELETED', 3e6)).toBe(true);
    // A change from before it was gone brings nothing back.
    expect(await deliver('a3', 'DELETED', 2e6)).toBe(true);
    expect(await deliver('b3', 'CHANGED', 2e6 - 500)).toBe(true);
    expect(await find('c3', 'DELETED', 9e6)).toBe(false);
    // Found to be gone by another clock, which is ahead.
    expect(await find('a4', 'DELETED', 9e6)).toBe(true);
    expect(await deliver('b4', 'DELETED', 2e6)).toBe(false);
    expect(await deliver('c4', 'CHANGED', 3e6)).toBe(true);
    expect(await deliver('d4', 'DELETED', 3e6 + 1)).toBe(true);
  });

  test('of changes told as one the later says where the record belongs, in whatever order they come', async () => {
    const heard = listen(other.bus);
    const moved = (id: string, contactId: number, at: number) =>
      one.bus.deliver(event(id, { key: 7, at, related: { contactId } }));
    await moved('m1', 1, 1e6);
    await moved('m2', 3, 1e6 + 20);
    await moved('m3', 2, 1e6 + 10);
    await eventually(() => expect(heard).toHaveLength(2));
    expect(heard.map(({ id, at, related }) => [id, at, related])).toEqual([
      ['m1', 1e6, { contactId: 1 }],
      ['m3', 1e6 + 20, { contactId: 3 }],
    ]);
  });

  test('changes of one record that follow each other closely are told as one', async () => {
    const heard = [listen(one.bus), listen(other.bus)];
    for (const at of [1, 2, 3, 4]) {
      await (at % 2 ? one : other).bus.deliver(event(`s${at}`, { key: 7, changedFields: [`f${at}`] }));
    }
    await eventually(() => expect(heard.map(({ length }) => length)).toEqual([2, 2]));
    await pause(450);
    expect(heard[0]).toEqual([
      event('s1', { key: 7, changedFields: ['f1'] }),
      event('s4', { key: 7, changedFields: ['f2', 'f3', 'f4'] }),
    ]);
    expect(heard[1]).toEqual(heard[0]);
    expect(ids(await one.bus.since(contacts, 's1'))).toEqual(['s4']);
  });

  test('one goes on behind an event that the other has told; after the time of the replay nobody can', async () => {
    for (const id of ['e1', 'e2', 'e3']) await one.bus.deliver(event(id));
    // Whoever knows the last of them has read them all; before that, what is still to be read comes to those who listen.
    expect(ids(await other.bus.since(contacts, 'e3'))).toEqual([]);
    expect(ids(await other.bus.since(contacts, 'e1'))).toEqual(['e2', 'e3']);
    expect(await other.bus.since(contacts, 'never told')).toBeNull();
    await pause(900);
    await other.bus.deliver(event('e4'));
    expect(await other.bus.since(contacts, 'e1')).toBeNull();
  });

  test('what was read is not shared any more once it was dropped', async () => {
    const place = { owner: 'Cust1', path: 'MDOList/task', language: 'en' };
    const before = await one.references.recall(place);
    if (before) one.references.keep(place, before.mark, [{ Id: 1 }], 60_000);
    const kept = before ? [{ Id: 1 }] : undefined;
    await eventually(async () => expect((await other.references.recall(place))?.value).toEqual(kept));
    await one.references.drop('Cust1', 'MDOList/task');
    const after = await other.references.recall(place);
    expect(after?.value).toBeUndefined();
    // Read before the change, and offered after it.
    if (before) other.references.keep(place, before.mark, [{ Id: 'old' }], 60_000);
    await pause(30);
    expect((await one.references.recall(place))?.value).toBeUndefined();
  });

  test('notes of whoever looks after webhooks are there for the next, and all know what is followed', async () => {
    expect(await one.duty.hold(1000)).toBe(true);
    expect(await one.duty.notes('Cust1')).toBeNull();
    expect(await one.duty.note('Cust1', { since: 5, existing: { Contact: [1, 2] } })).toBe(true);
    await one.duty.release();
    expect(await other.duty.hold(1000)).toBe(true);
    expect(await other.duty.notes('Cust1')).toEqual({ since: 5, existing: { Contact: [1, 2] } });
    await one.duty.report('Cust1', 'Contact', [3, 4], 1000);
    expect((await other.duty.followed('Cust1', 'Contact')).toSorted()).toEqual([3, 4]);
    expect(await other.duty.followed('Cust2', 'Contact')).toEqual([]);
  });
});

describe.runIf(redisIsThere)('by Redis alone', () => {
  const opened: Shared[] = [];
  const open = async (more: JoinMore = {}) => {
    const shared = await join(more);
    opened.push(shared);
    return shared;
  };
  beforeEach(async () => {
    site += 1;
    await Promise.all([age(), age(2)]);
    return async () => {
      await Promise.all(opened.splice(0).map((shared) => shared.close()));
    };
  });

  test('the duty is one replica’s at a time; one that is gone is followed by another, and cannot note any more', async () => {
    const [one, other] = [await open(), await open()];
    expect([await one.duty.hold(300), await other.duty.hold(300), await one.duty.hold(300)]).toEqual([
      true,
      false,
      true,
    ]);
    await pause(320);
    expect([await other.duty.hold(300), await one.duty.hold(300)]).toEqual([true, false]);
    expect(await one.duty.note('Cust1', { since: 1, existing: {} })).toBe(false);
    expect(await other.duty.notes('Cust1')).toBeNull();
  });

  test('a create whose replica is gone is looked for by the next that is asked', async () => {
    const [one, other] = [await open({ deadlineMs: -4500 }), await open({ deadlineMs: -4500 })];
    expect(await one.outcomes.begin('Cust1\n7\nz', 'input', 1234)).toMatchObject({ state: 'begun' });
    expect(await other.outcomes.begin('Cust1\n7\nz', 'input', 2000)).toMatchObject({ state: 'busy' });
    await pause(520);
    const next = await other.outcomes.begin('Cust1\n7\nz', 'input', 2000);
    expect(next).toMatchObject({ state: 'begun', claim: { lostSince: 1234 } });
  });

  test('what Redis has lost it is told again by those who remember, and begins nothing until then', async () => {
    const [one, other] = [await open(), await open()];
    const heard = [one, other].map(({ bus: told }) => {
      const ids: string[] = [];
      told.listen({ tenant: 'Cust1', entity: 'Contact' }, ({ id }) => ids.push(id));
      return ids;
    });
    const begin = (shared: Shared, name: string) => shared.outcomes.begin(`Cust1\n7\n${name}`, 'input', 1);
    const ended = await begin(one, 'ended');
    const running = await begin(one, 'running');
    if (ended.state === 'begun') await one.outcomes.end(ended.claim, { created: 30, lostSince: null });
    const client = new Redis(redis.url);
    await client.flushall();
    client.disconnect();
    await vi.waitFor(() => expect([one.state(), other.state()]).toEqual(['away', 'away']), 2000);
    const event = {
      tenant: 'Cust1',
      entity: 'Contact',
      kind: 'CHANGED',
      at: 1e6,
      changedFields: [],
      related: {},
    } as const;
    expect(await one.bus.deliver({ ...event, id: 'l1', key: 1 })).toBe(true);
    await expect(begin(other, 'new')).rejects.toThrow('cannot be reached');
    await vi.waitFor(() => expect([one.state(), other.state()]).toEqual(['joined', 'joined']), 2000);
    await expect(begin(other, 'new')).rejects.toThrow('cannot be reached');
    await vi.waitFor(async () => expect((await begin(other, 'new')).state).toBe('begun'), 3000);
    expect(await begin(other, 'ended')).toEqual({ state: 'created', key: 30 });
    expect((await begin(other, 'running')).state).toBe('busy');
    if (running.state === 'begun') await one.outcomes.end(running.claim, { created: 31, lostSince: null });
    expect(await begin(other, 'running')).toEqual({ state: 'created', key: 31 });
    expect(heard).toEqual([['l1'], ['l1']]);
  });

  test('whoever goes on behind what was heard before Redis has lost it is told nothing twice', async () => {
    const [one, other] = [await open({ bus: { replayMs: 60_000 } }), await open({ bus: { replayMs: 60_000 } })];
    const contacts = { tenant: 'Cust1', entity: 'Contact' } as const;
    const heard = [one, other].map(({ bus: told }) => {
      const ids: string[] = [];
      told.listen(contacts, ({ id }) => ids.push(id));
      return ids;
    });
    const tell = (by: Shared, key: number) =>
      by.bus.deliver({
        ...{ ...contacts, id: `h${key}`, key, kind: 'CHANGED', at: 1e6, changedFields: [], related: {} },
      });
    for (const key of [1, 2, 3, 4, 5]) await tell(key % 2 ? one : other, key);
    await eventually(() => expect(heard.map(({ length }) => length)).toEqual([5, 5]));
    const client = new Redis(redis.url);
    await client.flushall();
    client.disconnect();
    await eventually(() => expect([one.state(), other.state()]).toEqual(['away', 'away']));
    await eventually(() => expect([one.state(), other.state()]).toEqual(['joined', 'joined']));
    await tell(other, 6);
    await eventually(() => expect(heard.map((ids) => ids.at(-1))).toEqual(['h6', 'h6']));
    for (const { bus: told } of [one, other]) {
      const missed = await told.since(contacts, 'h2');
      expect(missed?.map(({ id }) => id)).toEqual(['h3', 'h4', 'h5', 'h6']);
    }
    expect(heard.map((ids) => ids.length)).toEqual([6, 6]);
  });

  test('two versions beside each other have nothing in common', async () => {
    const [one, other] = [await open(), await open({ dataVersion: 2 })];
    const heard: ChangeEvent[] = [];
    other.bus.listen({ tenant: 'Cust1', entity: 'Contact' }, (event) => heard.push(event));
    const told = { id: 'v1', tenant: 'Cust1', entity: 'Contact', key: 1, kind: 'CHANGED', at: 1e6 } as const;
    await one.bus.deliver({ ...told, changedFields: [], related: {} });
    await one.store.take('caller', 100, 100, 60_000);
    expect(await other.store.take('caller', 100, 100, 60_000)).toMatchObject({ allowed: true });
    expect([await one.duty.hold(1000), await other.duty.hold(1000)]).toEqual([true, true]);
    await one.outcomes.begin('Cust1\n7\nv', 'input', 0);
    expect((await other.outcomes.begin('Cust1\n7\nv', 'input', 0)).state).toBe('begun');
    await pause(50);
    expect(heard).toEqual([]);
  });

  test('keys name tenant and version, nothing is kept for ever, and nothing that a caller holds for private is there', async () => {
    const one = await open();
    const secret = 'Bearer 8A:Cust1.very-secret';
    await one.store.take(`Cust1:${createHash('sha256').update(secret).digest('base64url')}`, 1, 100, 60_000);
    await one.store.keepDocument(createHash('sha256').update('{ a }').digest('hex'), '{ a }');
    await one.outcomes.begin('Cust1\n7\nmy private key', 'input', 0);
    const event = { id: 'k1', tenant: 'Cust1', entity: 'Contact', key: 1, kind: 'CHANGED', at: 1e6 } as const;
    for (const id of ['k1', 'k2']) await one.bus.deliver({ ...event, id, changedFields: [], related: {} });
    await one.duty.hold(1000);
    await one.duty.note('Cust1', { since: 1, existing: {} });
    await one.duty.report('Cust1', 'Contact', [1], 1000);
    const place = { owner: 'Cust1', path: 'MDOList/task', language: 'en' };
    one.references.keep(place, (await one.references.recall(place))?.mark ?? '', [], 1000);
    await one.references.drop('Cust1', 'MDOList/task');
    const client = new Redis(redis.url);
    const keys = (await client.keys('*')).filter((key) => key.startsWith(prefix()));
    const left = await Promise.all(keys.map(async (key) => [key, await client.pttl(key)] as const));
    client.disconnect();
    expect(left.filter(([, ms]) => ms <= 0)).toEqual([]);
    expect(keys.length).toBeGreaterThanOrEqual(12);
    expect(
      keys.filter(
        (key) => /:(outcome|told|delivered|notes|followed|generations|rate)\b/.test(key) && !key.includes(':Cust1'),
      ),
    ).toEqual([]);
    expect(keys.join('\n')).not.toMatch(/secret|private/);
  });
});
