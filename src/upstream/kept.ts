import { LRUCache } from 'lru-cache';
import type { CallScope, EndSignal } from './calls.ts';
import { type System, UpstreamError, type UpstreamErrorKind } from './errors.ts';

/** A value with what it weighs, and how long it may be kept if that differs from the rule; 0: not at all. */
export interface Loaded<Value> {
  value: Value;
  bytes: number;
  ttlMs?: number;
}

/** A clock by which the age of what is kept is measured, in milliseconds; it never goes back. */
export interface AgeClock {
  now(): number;
}

export interface KeptOptions {
  system: System;
  entries: number;
  bytes: number;
  ttlMs: number;
  /** The process's own where it is absent. */
  ages?: AgeClock;
}

type Outcome<Value> = { value: Value } | { error: unknown; shared: boolean };

interface Flight<Value> {
  outcome: Promise<Outcome<Value>>;
  /** Who loads. */
  owner: unknown;
  /** The operation that loads. */
  scope: CallScope;
  /** Dropped while under way: its value may be older than the change that dropped it. */
  stale: boolean;
}

/** On what terms a caller is given what another one has loaded. */
export interface Admission {
  /** The same for all operations of one ticket: what one of them loads is for the others too. */
  readonly who: string;
  /** Raises for a caller who must not have it. */
  admit(): Promise<void>;
}

/** Failures that are those of the caller, not of what was asked for. */
const own: ReadonlySet<UpstreamErrorKind> = new Set(['unauthenticated', 'forbidden', 'callLimit', 'overloaded']);

function deepFreeze(value: unknown): void {
  if (typeof value !== 'object' || value === null || Object.isFrozen(value)) return;
  Object.freeze(value);
  for (const name in value) deepFreeze((value as Record<string, unknown>)[name]);
}

/** Waits for a promise, but not beyond the end of the operation. */
function until<Value>(promise: Promise<Value>, system: System, signal: EndSignal): Promise<Value> {
  return new Promise((resolve, reject) => {
    const onAbort = () => reject(new UpstreamError(system, 'timeout'));
    if (signal.aborted) onAbort();
    signal.addEventListener('abort', onAbort);
    promise.then(resolve, reject).finally(() => signal.removeEventListener('abort', onAbort));
  });
}

/**
 * A bounded store with one load per key, however many ask. Values are frozen, since all who ask share them. A load that fails for a
 * reason of its caller's (a refused ticket, a deadline) fails for that operation alone: the next one that waits loads for itself.
 */
export class Kept<Value> {
  readonly #store: LRUCache<string, Loaded<Value>>;
  readonly #flights = new Map<string, Flight<Value>>();
  readonly #system: System;

  constructor({ system, entries, bytes, ttlMs, ages = performance }: KeptOptions) {
    this.#system = system;
    this.#store = new LRUCache<string, Loaded<Value>>({
      max: entries,
      maxSize: bytes,
      sizeCalculation: (loaded) => Math.max(1, loaded.bytes),
      ttl: ttlMs,
      ttlResolution: 0,
      perf: ages,
    });
  }

  /**
   * The value of a key, loaded where it is not kept. A caller who has to be admitted is so before he is given what is kept, and before
   * he waits for what another one loads.
   */
  async get(key: string, scope: CallScope, load: () => Promise<Loaded<Value>>, admission?: Admission): Promise<Value> {
    const owner = admission?.who ?? scope;
    scope.observer?.kept(this.#system, this.#store.has(key) ? 'hit' : 'miss');
    for (;;) {
      const kept = this.#store.get(key);
      if (kept) {
        await admission?.admit();
        return kept.value;
      }
      const flight = this.#flights.get(key);
      if (flight && flight.owner !== owner) await admission?.admit();
      const loading = flight ?? this.#start(key, owner, scope, load);
      const outcome = await until(loading.outcome, this.#system, scope.signal);
      if ('value' in outcome) return outcome.value;
      if (loading.scope === scope || outcome.shared) throw outcome.error;
    }
  }

  /** Whether a value is at hand, so that nothing has to be loaded. */
  has(key: string): boolean {
    return this.#store.has(key);
  }

  /** Forgets what `matches`, and does not keep what is being loaded for it. */
  drop(matches: (key: string) => boolean): void {
    for (const key of [...this.#store.keys()]) if (matches(key)) this.#store.delete(key);
    for (const [key, flight] of this.#flights) {
      if (!matches(key)) continue;
      flight.stale = true;
      this.#flights.delete(key);
    }
  }

  #start(key: string, owner: unknown, scope: CallScope, load: () => Promise<Loaded<Value>>): Flight<Value> {
    const flight: Flight<Value> = { outcome: this.#load(key, scope, load, () => flight), owner, scope, stale: false };
    this.#flights.set(key, flight);
    return flight;
  }

  async #load(
    key: string,
    scope: CallScope,
    load: () => Promise<Loaded<Value>>,
    flight: () => Flight<Value>,
  ): Promise<Outcome<Value>> {
    try {
      // Begun in a later tick, so that the flight is on record before anything can end it.
      const loaded = await Promise.resolve().then(load);
      deepFreeze(loaded.value);
      const { ttlMs } = loaded;
      if (!flight().stale && ttlMs !== 0) this.#store.set(key, loaded, ttlMs === undefined ? {} : { ttl: ttlMs });
      return { value: loaded.value };
    } catch (error) {
      const callers = error instanceof UpstreamError && (own.has(error.kind) || error.isOver);
      return { error, shared: !callers && !scope.signal.aborted };
    } finally {
      if (this.#flights.get(key) === flight()) this.#flights.delete(key);
    }
  }
}
