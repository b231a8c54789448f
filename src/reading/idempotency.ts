import { LRUCache } from 'lru-cache';
import { Refusal } from './refusal.ts';

/** Who repeats what: the name is the caller's key within his own tenant and user, the fingerprint that of the whole input. */
export interface Repeatable {
  name: string;
  fingerprint: string;
}

/** What became of a create: the key of its record, or null where nothing was created. */
export interface Attempt {
  created: number | null;
}

/**
 * Runs creates at most once for each name. Kept for a day; a name that comes with another fingerprint is refused. Replicas share
 * outcomes where this is shared.
 */
export interface Idempotency {
  /**
   * The first outcome, or that of `attempt` where there is none yet. `attempt` is told when an earlier one began whose answer was
   * lost, so that it looks for the record before it makes another. It may raise; `mayBeStored` tells whether a record may be there
   * all the same.
   */
  once<A extends Attempt>(
    repeatable: Repeatable,
    attempt: (lostSince: number | null) => Promise<A>,
    mayBeStored: (error: unknown) => boolean,
  ): Promise<A | Attempt>;
}

interface Entry {
  fingerprint: string;
  created: number | null;
  /** When the first attempt began whose answer was lost. */
  lostSince: number | null;
}

interface Flight {
  fingerprint: string;
  landed: Promise<void>;
}

const KEPT_MS = 24 * 3_600_000;
const MOST_ENTRIES = 50_000;

const reused = () =>
  new Refusal('IDEMPOTENCY_KEY_REUSED', 'This idempotency key came with another input before: use a new key.');

/** Outcomes in this process alone: they are lost when it ends. */
export function createIdempotency(now: () => number): Idempotency {
  const kept = new LRUCache<string, Entry>({ max: MOST_ENTRIES, ttl: KEPT_MS });
  const flights = new Map<string, Flight>();

  async function run<A extends Attempt>(
    { name, fingerprint }: Repeatable,
    attempt: (lostSince: number | null) => Promise<A>,
    mayBeStored: (error: unknown) => boolean,
  ): Promise<A> {
    const lostSince = kept.get(name)?.lostSince ?? null;
    const began = lostSince ?? now();
    try {
      const outcome = await attempt(lostSince);
      if (outcome.created === null) kept.delete(name);
      else kept.set(name, { fingerprint, created: outcome.created, lostSince: null });
      return outcome;
    } catch (error) {
      if (mayBeStored(error)) kept.set(name, { fingerprint, created: null, lostSince: began });
      throw error;
    }
  }

  return {
    async once(repeatable, attempt, mayBeStored) {
      const { name, fingerprint } = repeatable;
      for (let flight = flights.get(name); flight; flight = flights.get(name)) {
        if (flight.fingerprint !== fingerprint) throw reused();
        await flight.landed;
      }
      const entry = kept.get(name);
      if (entry && entry.fingerprint !== fingerprint) throw reused();
      if (entry?.created) return { created: entry.created };
      const outcome = run(repeatable, attempt, mayBeStored);
      const land = () => void flights.delete(name);
      flights.set(name, { fingerprint, landed: outcome.then(land, land) });
      return outcome;
    },
  };
}
