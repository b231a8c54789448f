import type { Place, Recalled, References } from '../references.ts';
import { Away } from '../shared.ts';
import { drop } from './event-scripts.ts';
import { type Keys, shortHash } from './keys.ts';
import { type Part, type RedisLink, script } from './link.ts';

/** Longer than anything is kept, so that nothing old is ever taken for new. */
const generationMs = 3_600_000;
/** What is larger, each replica reads for itself. */
const maxCharacters = 1_000_000;
const mostWaiting = 1000;

/** A value holds under the generation that it was read in: one that comes too late is taken for nothing. */
const recall = script(`
  local generation = redis.call('HGET', KEYS[1], ARGV[1]) or '0'
  local value = redis.call('GET', KEYS[2])
  local head = generation .. ' '
  if not value or string.sub(value, 1, #head) ~= head then return {generation} end
  return {generation, string.sub(value, #head + 1), redis.call('PTTL', KEYS[2])}
`);

export interface RedisReferences extends References, Part {
  /** Another replica has dropped it. */
  dropped(owner: string, path: string): void;
}

/** While Redis is away each replica reads for itself, and hears of what others have changed when it is there again. */
export function createRedisReferences(link: RedisLink, keys: Keys, replayMs: number): RedisReferences {
  const listeners: ((owner: string | null, path: string) => void)[] = [];
  const waiting = new Map<string, readonly [owner: string, path: string]>();
  const keysOf = ({ owner, path, language }: Place) => [
    keys.of(owner, 'generations'),
    keys.of(owner, 'reference', shortHash(`${path}\n${language}`)),
  ];
  const send = (owner: string, path: string) =>
    link.script(
      drop,
      [keys.common('events'), keys.of(owner, 'generations')],
      [areaOf(path), generationMs, JSON.stringify([owner, path]), replayMs],
    );
  return {
    async recall(place): Promise<Recalled | null> {
      try {
        const answer = await link.script(recall, keysOf(place), [areaOf(place.path)]);
        const [mark, text, leftMs = 0] = answer as [string, string?, number?];
        const ttlMs = Math.max(1, leftMs);
        return { mark, bytes: text?.length ?? 0, ttlMs, value: text === undefined ? undefined : JSON.parse(text) };
      } catch (error) {
        if (error instanceof Away) return null;
        throw error;
      }
    },
    keep(place, mark, value, ttlMs) {
      const text = JSON.stringify(value);
      if (text.length > maxCharacters) return;
      const [, key = ''] = keysOf(place);
      link.run((client) => client.set(key, `${mark} ${text}`, 'PX', ttlMs)).catch(() => undefined);
    },
    async drop(owner, path) {
      try {
        await send(owner, path);
      } catch (error) {
        if (!(error instanceof Away)) throw error;
        if (waiting.size < mostWaiting) waiting.set(`${owner}\n${path}`, [owner, path]);
      }
    },
    onDrop: (listener) => void listeners.push(listener),
    dropped(owner, path) {
      for (const listener of listeners) listener(owner, path);
    },
    async joined() {
      for (const listener of listeners) listener(null, '');
      for (const [name, [owner, path]] of [...waiting]) {
        await send(owner, path);
        waiting.delete(name);
      }
    },
  };
}

/** What changes as one: `MDOList/task`, `List/Task` with all that is below it, `Contact/CustomField`. */
function areaOf(path: string): string {
  return path.split(/[/?]/, 2).join('/');
}
