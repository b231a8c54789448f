import { createHash } from 'node:crypto';
import { Away } from '../shared.ts';
import { createMemoryStore, type Store } from '../store.ts';
import type { Keys } from './keys.ts';
import { type RedisLink, script } from './link.ts';

const documentMs = 24 * 3_600_000;
/** Longer ones are mostly values, and are asked for again where they are not known. */
const maxSharedText = 20_000;

const take = script(`
  local used = tonumber(redis.call('GET', KEYS[1]) or '0')
  local left = redis.call('PTTL', KEYS[1])
  if left <= 0 then used, left = 0, tonumber(ARGV[3]) end
  local amount = tonumber(ARGV[1])
  if used + amount > tonumber(ARGV[2]) then return {0, used, left} end
  redis.call('SET', KEYS[1], used + amount, 'PX', left)
  return {1, used + amount, left}
`);

/** While Redis is away each replica counts for itself, and knows the documents that it has seen. */
export function createRedisStore(link: RedisLink, keys: Keys, salt: string): Store {
  const own = createMemoryStore();
  return {
    salt,
    async take(key, amount, quota, windowMs) {
      try {
        const [allowed, used, resetMs] = (await link.script(
          take,
          [keys.common(`rate:${key}`)],
          [amount, quota, windowMs],
        )) as [number, number, number];
        return { allowed: allowed === 1, used, resetMs };
      } catch (error) {
        if (!(error instanceof Away)) throw error;
        return own.take(key, amount, quota, windowMs);
      }
    },
    document(hash) {
      // A hash stands for one text for ever, so what is known here need not be asked for.
      return own.document(hash) ?? sharedDocument(link, keys, hash).then((text) => remembered(text, hash));
    },
    keepDocument(hash, text) {
      if (own.document(hash) !== undefined) return undefined;
      own.keepDocument(hash, text);
      if (text.length > maxSharedText) return undefined;
      const key = keys.common(`document:${hash}`);
      return link.run((client) => client.set(key, text, 'PX', documentMs)).then(nothing, nothing);
    },
  };

  function remembered(text: string | undefined, hash: string): string | undefined {
    if (text !== undefined) own.keepDocument(hash, text);
    return text;
  }
}

const nothing = () => undefined;

/** Redis is not believed where it can be checked. */
async function sharedDocument(link: RedisLink, keys: Keys, hash: string): Promise<string | undefined> {
  const key = keys.common(`document:${hash}`);
  const text = await link.run((client) => client.getex(key, 'PX', documentMs)).catch(() => null);
  if (text === null || createHash('sha256').update(text).digest('hex') !== hash) return undefined;
  return text;
}
