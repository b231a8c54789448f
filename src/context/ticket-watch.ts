import DataLoader from 'dataloader';
import type { ChangeEvent } from '../events/bus.ts';
import { type Followed, type Related, visibleOf } from '../reading/followed.ts';
import type { ReadScope } from '../reading/scope.ts';
import { UpstreamError } from '../upstream/errors.ts';
import type { SuperOffice } from '../upstream/superoffice/client.ts';
import { type Asked, sharedReads } from './shared-reads.ts';

/** How a ticket asks for itself, when no request of its own is under way. */
export interface TicketReads {
  /** A new way to the CRM, with a deadline of its own. */
  superoffice(): SuperOffice;
  scopeOf(superoffice: SuperOffice): ReadScope;
}

const SEEN = 10_000;
const SESSIONS = 8;
/** Subscriptions that are up to date take an event at the same moment; one that comes later asks anew. */
const joinMs = 1_000;
/** A CRM that is started anew is waited for, well within the time for which what comes meanwhile is known: who is ended has to come back himself. */
const pauses = [500, 1000, 2000, 4000, 8000, 15_000, 15_000, 15_000, 15_000];
const passing = new Set(['timeout', 'unavailable', 'rateLimited', 'overloaded', 'moved']);
/** How often what cannot be read is asked for again: it may stay so. */
const oftenMalformed = 3;

/** What was read for one event, and until when others join those who ask. */
interface EventSession {
  readonly asked: Asked;
  readonly until: number;
}

/** What all subscriptions of one ticket share: what it may see, what it has seen, and whether it still holds. */
export class TicketWatch {
  readonly #reads: TicketReads;
  readonly #loaders = new Map<Followed, DataLoader<number, Related | null>>();
  readonly #seen = new Map<string, Related>();
  readonly #sessions = new Map<string, EventSession>();
  readonly #followers = new Set<(error: unknown) => void>();
  readonly #leftMs: number;
  readonly #left: () => void;
  #timer: NodeJS.Timeout | null = null;
  #leaving: NodeJS.Timeout | undefined;

  /** `left` is called when nobody has followed anything with the ticket for `leftMs`. */
  constructor(reads: TicketReads, leftMs: number, left: () => void) {
    this.#reads = reads;
    this.#leftMs = leftMs;
    this.#left = left;
  }

  /** Tells of the end of the ticket, which is asked about every `everyMs`; the function given back ends that. */
  hold(everyMs: number, ended: (error: unknown) => void): () => void {
    this.#followers.add(ended);
    clearTimeout(this.#leaving);
    this.#timer ??= setInterval(() => void this.#check(), everyMs).unref();
    return () => {
      this.#followers.delete(ended);
      if (this.#followers.size > 0 || !this.#timer) return;
      clearInterval(this.#timer);
      this.#timer = null;
      this.#leaving = setTimeout(this.#left, this.#leftMs).unref();
    };
  }

  /** What the ticket may know of the record now, null: nothing. All that is asked in one tick is one request. */
  async visible(one: Followed, key: number): Promise<Related | null> {
    for (let failures = 0; ; failures += 1) {
      try {
        return await this.#loader(one).load(key);
      } catch (error) {
        const pause = pauses[failures];
        if (pause === undefined || !mayPass(error, failures) || this.#followers.size === 0) throw error;
        await new Promise((resolve) => setTimeout(resolve, pause).unref());
      }
    }
  }

  /**
   * Raises where the ticket has ended, asked for with all that is made visible in the same tick. Of a record that is gone there is nothing
   * more to be found out, so that a CRM that cannot be asked holds nothing up.
   */
  async holds(one: Followed, key: number): Promise<null> {
    await this.#loader(one).load(key).catch(raiseEnd);
    return null;
  }

  /** Remembers that the record was shown to the ticket. */
  note({ entity, key }: ChangeEvent, related: Related): void {
    const name = `${entity} ${key}`;
    this.#seen.delete(name);
    this.#seen.set(name, related);
    const [oldest] = this.#seen.size > SEEN ? this.#seen.keys() : [];
    if (oldest !== undefined) this.#seen.delete(oldest);
  }

  /** The keys that the record belonged to when the ticket saw it last; undefined: it never has. */
  seen({ entity, key }: ChangeEvent): Related | undefined {
    return this.#seen.get(`${entity} ${key}`);
  }

  /**
   * The CRM for one event, as one subscription asks it: what several of the ticket ask for in the same words is asked once. Each has a limit
   * of its own; and whoever asks first may leave before the others, and must not end it for them.
   */
  session(event: ChangeEvent, words: string, create: () => SuperOffice): SuperOffice {
    const name = `${event.id} ${words}`;
    const now = performance.now();
    const known = this.#sessions.get(name);
    if (known && now < known.until) return sharedReads(create, known.asked);
    const asked: Asked = new Map();
    this.#sessions.delete(name);
    this.#sessions.set(name, { asked, until: now + joinMs });
    const [oldest] = this.#sessions.size > SESSIONS ? this.#sessions.keys() : [];
    if (oldest !== undefined) this.#sessions.delete(oldest);
    return sharedReads(create, asked);
  }

  #loader(one: Followed): DataLoader<number, Related | null> {
    const known = this.#loaders.get(one);
    if (known) return known;
    const load = async (keys: readonly number[]) => {
      const scope = this.#reads.scopeOf(this.#reads.superoffice());
      const found = await visibleOf(scope, one, [...new Set(keys)]);
      return keys.map((key) => found.get(key) ?? null);
    };
    const loader = new DataLoader(load, { cache: false, batchScheduleFn: (run) => setImmediate(run) });
    this.#loaders.set(one, loader);
    return loader;
  }

  async #check(): Promise<void> {
    try {
      await this.#reads.superoffice().principal();
    } catch (error) {
      if (isEnd(error)) for (const ended of [...this.#followers]) ended(error);
    }
  }
}

/** The manual tells of expired tickets with both (1.5). */
function isEnd(error: unknown): boolean {
  return error instanceof UpstreamError && ['unauthenticated', 'forbidden'].includes(error.kind);
}

function mayPass(error: unknown, failures: number): boolean {
  if (!(error instanceof UpstreamError)) return false;
  return passing.has(error.kind) || (error.kind === 'malformed' && failures < oftenMalformed);
}

function raiseEnd(error: unknown): void {
  if (isEnd(error)) throw error;
}
