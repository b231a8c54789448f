import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { LRUCache } from 'lru-cache';
import { upTo } from '../../events/bound.ts';
import { type Begun, type Claim, type Ended, mostOutcomes, type Outcomes, outcomeMs } from '../outcomes.ts';
import { Away } from '../shared.ts';
import { type Keys, shortHash } from './keys.ts';
import { type Part, type RedisLink, script, sendAll } from './link.ts';

/** How often an attempt of another replica is looked at. */
const pollMs = 50;
/** So long after Redis has lost what it held, replicas that remember put it there again, and nothing is begun. */
const settleMs = 2000;

/**
 * A hash of the fingerprint (f) and, of these, what holds: the record (c); since when an answer is lost (l); the attempt
 * under way (r) with the time until which it may run (u) and when it began (b). One that has not ended by then, has ended
 * with its replica: its answer is lost.
 */
const begin = script(`
  local time = redis.call('TIME')
  local now = time[1] * 1000 + math.floor(time[2] / 1000)
  local born = tonumber(string.match(redis.call('GET', KEYS[2]) or '', '^%d+') or now)
  if now - born < tonumber(ARGV[6]) then return {'unsettled'} end
  local f, c, l, r, u, b = unpack(redis.call('HMGET', KEYS[1], 'f', 'c', 'l', 'r', 'u', 'b'))
  if f and f ~= ARGV[1] then return {'reused'} end
  if c then return {'created', c} end
  if r and tonumber(u) > now then return {'busy'} end
  if r and not l then l = b end
  redis.call('DEL', KEYS[1])
  redis.call('HSET', KEYS[1], 'f', ARGV[1], 'r', ARGV[2], 'u', string.format('%.0f', now + ARGV[3]), 'b', ARGV[4])
  if l then redis.call('HSET', KEYS[1], 'l', l) end
  redis.call('PEXPIRE', KEYS[1], ARGV[5])
  return {'begun', l or ''}
`);

/** Writes how the claim stands, unless it has ended already or another attempt has taken its place. */
const settle = script(`
  local f, r = unpack(redis.call('HMGET', KEYS[1], 'f', 'r'))
  if f and r ~= ARGV[1] then return 0 end
  redis.call('DEL', KEYS[1])
  if #ARGV == 3 then return 1 end
  redis.call('HSET', KEYS[1], unpack(ARGV, 4))
  if tonumber(ARGV[3]) > 0 then
    local time = redis.call('TIME')
    local now = time[1] * 1000 + math.floor(time[2] / 1000)
    redis.call('HSET', KEYS[1], 'r', ARGV[1], 'u', string.format('%.0f', now + ARGV[3]))
  end
  redis.call('PEXPIRE', KEYS[1], ARGV[2])
  return 1
`);

/** What this replica has begun, and what became of it as far as it has ended. */
interface Own {
  readonly claim: Claim;
  readonly began: number;
  readonly since: number;
  ended: Ended | null;
  /** Redis has it as it stands here. */
  isTold: boolean;
}

/** While Redis is away nothing is begun; what was, ends, and is told when Redis is there again. */
export class RedisOutcomes implements Outcomes, Part {
  readonly #link: RedisLink;
  readonly #keys: Keys;
  /** No attempt runs longer. */
  readonly #longestMs: number;
  readonly #own = new LRUCache<string, Own>({ ...upTo(mostOutcomes), ttl: outcomeMs });

  constructor(link: RedisLink, keys: Keys, longestMs: number) {
    this.#link = link;
    this.#keys = keys;
    this.#longestMs = longestMs;
  }

  async begin(name: string, fingerprint: string, now: number): Promise<Begun> {
    const token = randomUUID();
    const [state, value = ''] = (await this.#link.script(
      begin,
      [this.#keyOf(name), this.#keys.common('born')],
      [fingerprint, token, this.#longestMs, now, outcomeMs, settleMs],
    )) as [string, string?];
    if (state === 'unsettled') throw new Away();
    if (state === 'created') return { state, key: Number(value) };
    if (state === 'reused') return { state };
    if (state === 'busy') return { state, over: sleep(pollMs) };
    const claim = { name, fingerprint, token, lostSince: value === '' ? null : Number(value) };
    const since = performance.now();
    this.#own.set(name, { claim, began: claim.lostSince ?? now, since, ended: null, isTold: true });
    return { state: 'begun', claim };
  }

  async end(claim: Claim, ended: Ended): Promise<void> {
    const own = this.#own.get(claim.name);
    if (own?.claim.token !== claim.token) return;
    Object.assign(own, { ended, isTold: false });
    await this.#tell(own).catch(() => undefined);
  }

  /** What Redis could not be told, or has lost. */
  async joined(_connection: unknown, isEmpty: boolean): Promise<void> {
    const untold = [...this.#own.values()].filter(({ isTold }) => isEmpty || !isTold);
    await sendAll(untold, (own) => this.#tell(own));
  }

  async #tell(own: Own): Promise<void> {
    const { claim, began, ended, since } = own;
    const { name, fingerprint, token, lostSince } = claim;
    const leftMs = Math.max(1, Math.ceil(outcomeMs - (performance.now() - since)));
    const runsMs = ended ? 0 : this.#longestMs;
    const lost = ended ? ended.lostSince : lostSince;
    const stands = [
      ...(ended ? [] : ['b', began]),
      ...(lost === null ? [] : ['l', lost]),
      ...(ended?.created ? ['c', ended.created] : []),
    ];
    const fields = stands.length > 0 ? ['f', fingerprint, ...stands] : [];
    await this.#link.script(settle, [this.#keyOf(name)], [token, leftMs, runsMs, ...fields]);
    if (own.ended !== ended) return;
    own.isTold = true;
    if (ended && fields.length === 0) this.#own.delete(name);
  }

  /** The name begins with its owner; the rest is what a caller has chosen. */
  #keyOf(name: string): string {
    const [owner = ''] = name.split('\n', 1);
    return this.#keys.of(owner, 'outcome', shortHash(name));
  }
}
