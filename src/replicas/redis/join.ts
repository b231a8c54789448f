import { randomUUID } from 'node:crypto';
import type { Logger } from 'pino';
import { type BusSettings, busSettings } from '../../events/bus.ts';
import type { Shared } from '../shared.ts';
import { createRedisDuty } from './duty.ts';
import { pulse } from './event-scripts.ts';
import { RedisBus } from './events.ts';
import { keysFor } from './keys.ts';
import { RedisLink } from './link.ts';
import { RedisOutcomes } from './outcomes.ts';
import { createRedisReferences } from './references.ts';
import { createRedisStore } from './store.ts';

export interface JoinOptions {
  readonly url: string;
  /** Tells deployments apart that share a Redis. */
  readonly site: string;
  /** Under which callers are hashed; the same for all replicas, and not to be found in Redis. */
  readonly salt: string;
  /** The longest that an operation may take. */
  readonly deadlineMs: number;
  readonly log: Logger;
  readonly bus?: Partial<BusSettings>;
  /** That of another version of this server, which may stand beside it. */
  readonly dataVersion?: number | undefined;
}

const bornMs = 24 * 3_600_000;
/** An attempt may outlast its operation by so much, since a write that has begun is finished. */
const graceMs = 5_000;

/** Shares with all replicas that have the same Redis. Resolves after the first attempt to reach it, in two seconds at most. */
export async function joinRedis({ url, site, salt, deadlineMs, log, bus, dataVersion }: JoinOptions): Promise<Shared> {
  const { Redis } = await import('ioredis');
  const keys = keysFor(site, dataVersion);
  const settings = { ...busSettings, ...bus };
  const word = randomUUID();
  const link = new RedisLink(Redis, {
    url,
    pulse: async () => {
      await events.release();
      return String(await link.script(pulse, [keys.common('born')], [word, bornMs]));
    },
    log: {
      away: (reason) => log.warn({ reason }, awayNotice),
      back: () => log.info('Redis is back: what replicas share is shared again'),
    },
  });
  const references = createRedisReferences(link, keys, settings.replayMs);
  const events = new RedisBus({ link, keys, settings, onDrop: references.dropped });
  const outcomes = new RedisOutcomes(link, keys, deadlineMs + graceMs);
  await link.start([outcomes, references, events]);
  return {
    store: createRedisStore(link, keys, salt),
    outcomes,
    bus: events,
    duty: createRedisDuty(link, keys),
    references,
    state: () => (link.isJoined ? 'joined' : 'away'),
    async close() {
      events.close();
      link.close();
    },
  };
}

const awayNotice =
  'Redis is away: limits and events are those of this replica alone, and creates with an idempotencyKey are refused';
