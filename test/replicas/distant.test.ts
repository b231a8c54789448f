import { randomBytes } from 'node:crypto';
import { connect, createServer, type Socket } from 'node:net';
import { Redis } from 'ioredis';
import { pino } from 'pino';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { ChangeEvent } from '../../src/events/bus.ts';
import { joinRedis } from '../../src/replicas/redis/join.ts';
import type { Shared } from '../../src/replicas/shared.ts';
import { eventually } from '../eventually.ts';
import { pause } from '../live.ts';
import { freePort } from '../ports.ts';
import { type RedisServer, redisIsThere, startRedis } from './redis-server.ts';

/** A Redis that answers late, and in time all the same; and one that only some replicas can reach for a while. */

const ends: (() => unknown)[] = [];
afterEach(async () => {
  for (const end of ends.splice(0).reverse()) await end();
});

/** A way to Redis that can be cut and mended, and on which answers take so long. */
async function startWay(to: number) {
  const port = await freePort();
  const open = new Set<Socket>();
  const state = { isCut: false, delayMs: 0 };
  const server = createServer((socket) => {
    if (state.isCut) return void socket.destroy();
    const behind = connect(to, '127.0.0.1');
    open.add(socket);
    socket.on('data', (chunk) => behind.write(chunk));
    behind.on('data', (chunk) => setTimeout(() => socket.write(chunk), state.delayMs));
    socket.on('error', () => undefined).on('close', () => behind.destroy());
    behind.on('error', () => undefined).on('close', () => socket.destroy());
    return undefined;
  });
  const cut = () => {
    state.isCut = true;
    for (const socket of open) socket.destroy();
    open.clear();
  };
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
  ends.push(() => {
    cut();
    server.close();
  });
  return {
    url: `redis://127.0.0.1:${port}`,
    cut,
    mend(delayMs = 0) {
      Object.assign(state, { isCut: false, delayMs });
    },
  };
}

const contacts = { tenant: 'Cust1', entity: 'Contact' };
const event = (id: string): ChangeEvent => ({
  ...{ ...contacts, id, key: Number(id.match(/\d+/)?.[0]), kind: 'CHANGED', at: 1e6 },
  ...{ changedFields: [], related: {} },
});
const becomes = (shared: Shared, state: ReturnType<Shared['state']>) =>
  vi.waitFor(() => expect(shared.state()).toBe(state), 8000);

describe.runIf(redisIsThere)('a Redis behind a long way', () => {
  let redis: RedisServer;
  beforeEach(async () => {
    redis = await startRedis();
    ends.push(redis.kill);
  });
  const salt = randomBytes(32).toString('base64url');
  /** A replica, its way to Redis, and the ids of the events that it has heard of. */
  const start = async () => {
    const way = await startWay(redis.port);
    const log = pino({ level: 'silent' });
    const shared = await joinRedis({
      ...{ url: way.url, site: 'site', salt, log },
      deadlineMs: 1000,
      bus: { stormMs: 50 },
    });
    ends.push(() => shared.close());
    const heard: string[] = [];
    shared.bus.listen(contacts, ({ id }) => heard.push(id));
    return { shared, way, heard };
  };

  test('a thousand events that waited for it keep nobody from hearing what is told now', async () => {
    const [one, other] = [await start(), await start()];
    one.way.cut();
    await becomes(one.shared, 'away');
    const waiting = Array.from({ length: 1000 }, (_, at) => `e${at}`);
    for (const id of waiting) await one.shared.bus.deliver(event(id));
    await other.shared.bus.deliver(event('now1000'));
    one.way.mend(20);
    const began = performance.now();
    await vi.waitFor(() => expect(one.heard).toContain('now1000'), 60_000);
    await becomes(one.shared, 'joined');
    // One after the other they took twenty seconds at the least.
    expect(performance.now() - began).toBeLessThan(8000);
    await vi.waitFor(() => expect(other.heard).toEqual(['now1000', ...waiting]), 3000);
  }, 90_000);

  test('a thousand outcomes that it has lost are put back together, and none of them is begun again', async () => {
    const [one, other] = [await start(), await start()];
    await vi.waitFor(
      async () => expect((await one.shared.outcomes.begin('Cust1\n7\nfirst', '', 1)).state).toBe('begun'),
      5000,
    );
    const names = Array.from({ length: 1000 }, (_, at) => `Cust1\n7\n${at}`);
    for (const name of names) {
      const begun = await one.shared.outcomes.begin(name, 'input', 1);
      if (begun.state === 'begun') await one.shared.outcomes.end(begun.claim, { created: 30, lostSince: null });
    }
    one.way.mend(20);
    const client = new Redis(redis.url);
    await client.flushall();
    client.disconnect();
    await Promise.all([becomes(one.shared, 'away'), becomes(other.shared, 'away')]);
    const began = performance.now();
    await Promise.all([becomes(one.shared, 'joined'), becomes(other.shared, 'joined')]);
    // Three times as long as nothing is begun; one after the other they took twenty seconds at the least.
    expect(performance.now() - began).toBeLessThan(6000);
    const begin = () => other.shared.outcomes.begin(names[0] ?? '', 'input', 2);
    const begun = await vi.waitFor(begin, { timeout: 8000, interval: 20 });
    expect(begun).toEqual({ state: 'created', key: 30 });
  }, 60_000);

  test('whoever goes on at another replica than the one that was alone for a while misses nothing of either', async () => {
    const [one, other] = [await start(), await start()];
    const ids = async ({ shared }: typeof one, eventId: string) =>
      (await shared.bus.since(contacts, eventId))?.map(({ id }) => id);
    await other.shared.bus.deliver(event('before0'));
    await eventually(() => expect([one.heard, other.heard]).toEqual([['before0'], ['before0']]));
    // So long it asks Redis for events at the most: what came before that is known there.
    await pause(1200);
    one.way.cut();
    await becomes(one.shared, 'away');
    await other.shared.bus.deliver(event('other1'));
    await one.shared.bus.deliver(event('alone2'));
    await one.shared.bus.deliver(event('alone3'));
    one.way.mend();
    await eventually(() => expect(other.heard).toEqual(['before0', 'other1', 'alone2', 'alone3']));
    await eventually(() => expect(one.heard).toEqual(['before0', 'alone2', 'alone3', 'other1']));
    expect(await ids(other, 'alone2')).toEqual(['other1', 'alone3']);
    expect(await ids(other, 'alone3')).toContain('other1');
    expect(await ids(one, 'other1')).toEqual(['alone2', 'alone3']);
    expect(await ids(one, 'alone3')).toContain('other1');
    for (const each of [one, other]) {
      expect((await ids(each, 'before0'))?.toSorted()).toEqual(['alone2', 'alone3', 'other1']);
    }
    await one.shared.bus.deliver(event('after4'));
    await other.shared.bus.deliver(event('after5'));
    await eventually(async () => expect(await ids(one, 'after4')).toEqual(['after5']));
    expect(await ids(other, 'after4')).toEqual(['after5']);
  }, 60_000);
});
