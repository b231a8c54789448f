import { randomUUID } from 'node:crypto';
import type { Duty, Notes } from '../duty.ts';
import { Away } from '../shared.ts';
import type { Keys } from './keys.ts';
import { type RedisLink, script } from './link.ts';

const notesMs = 24 * 3_600_000;

const hold = script(`
  local holder = redis.call('GET', KEYS[1])
  if holder and holder ~= ARGV[1] then return 0 end
  redis.call('SET', KEYS[1], ARGV[1], 'PX', ARGV[2])
  return 1
`);

const release = script(`
  if redis.call('GET', KEYS[1]) == ARGV[1] then redis.call('DEL', KEYS[1]) end
  return 1
`);

/** One who has been away too long, and does not know it, must not undo what his successor has noted. */
const note = script(`
  if redis.call('GET', KEYS[1]) ~= ARGV[1] then return 0 end
  redis.call('SET', KEYS[2], ARGV[2], 'PX', ARGV[3])
  return 1
`);

const report = script(`
  local time = redis.call('TIME')
  local now = time[1] * 1000 + math.floor(time[2] / 1000)
  redis.call('ZREMRANGEBYSCORE', KEYS[1], '-inf', now)
  for at = 2, #ARGV do redis.call('ZADD', KEYS[1], 'GT', string.format('%.0f', now + ARGV[1]), ARGV[at]) end
  redis.call('PEXPIRE', KEYS[1], ARGV[1])
  return 1
`);

const followed = script(`
  local time = redis.call('TIME')
  local now = time[1] * 1000 + math.floor(time[2] / 1000)
  return redis.call('ZRANGEBYSCORE', KEYS[1], string.format('(%.0f', now), '+inf')
`);

/** While Redis is away the duty is nobody's: two would register twice. */
export function createRedisDuty(link: RedisLink, keys: Keys): Duty {
  const token = randomUUID();
  const lease = keys.common('duty');
  const notesOf = (tenant: string) => keys.of(tenant, 'notes');
  const followedOf = (tenant: string, entity: string) => keys.of(tenant, 'followed', entity);
  return {
    async hold(holdMs) {
      try {
        return (await link.script(hold, [lease], [token, holdMs])) === 1;
      } catch (error) {
        if (error instanceof Away) return false;
        throw error;
      }
    },
    release: () => link.script(release, [lease], [token]).then(nothing, nothing),
    async notes(tenant) {
      const text = await link.run((client) => client.get(notesOf(tenant)));
      return text === null ? null : (JSON.parse(text) as Notes);
    },
    note: async (tenant, noted) =>
      (await link.script(note, [lease, notesOf(tenant)], [token, JSON.stringify(noted), notesMs])) === 1,
    report: async (tenant, entity, ids, forMs) => {
      if (ids.length > 0) await link.script(report, [followedOf(tenant, entity)], [forMs, ...ids]);
    },
    followed: async (tenant, entity) =>
      ((await link.script(followed, [followedOf(tenant, entity)], [])) as string[]).map(Number),
  };
}

const nothing = () => undefined;
