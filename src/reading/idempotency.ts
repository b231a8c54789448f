import { LRUCache } from 'lru-cache';
import type { Claim, Ended, Outcomes } from '../replicas/outcomes.ts';
import { Away } from '../replicas/shared.ts';
import type { EndSignal } from '../upstream/calls.ts';
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

/** Runs creates at most once for each name, over all replicas. A name that comes with another fingerprint is refused. */
export interface Idempotency {
  /**
   * The first outcome, or that of `attempt` where there is none yet. `attempt` is told when an earlier one began whose answer was
   * lost, so that it looks for the record before it makes another. It may raise; `mayBeStored` tells whether a record may be there
   * all the same. `signal` ends the waiting for another's attempt.
   */
  once<A extends Attempt>(
    repeatable: Repeatable,
    attempt: (lostSince: number | null) => Promise<A>,
    mayBeStored: (error: unknown) => boolean,
    signal: EndSignal,
  ): Promise<A | Attempt>;
  /** Notes that the create of a record was answered: it is not one whose answer was lost. */
  answered(record: string): void;
  /** Whether a record made at that time is one that was noted: not what has got the name of one later. */
  wasAnswered(record: string, madeAt: number): boolean;
}

/** Answered creates that are remembered: a lost one is looked for among the newest few. */
const MOST_ANSWERED = 10_000;

const reused = () =>
  new Refusal('IDEMPOTENCY_KEY_REUSED', 'This idempotency key came with another input before: use a new key.');
const underWay = () =>
  new Refusal('OVERLOADED', 'Another call with this idempotency key is still under way.', { retryAfter: 1 });
const unknowable = () =>
  new Refusal('OVERLOADED', 'Whether this idempotency key came before cannot be told now. Nothing was sent.', {
    retryAfter: 3,
  });

export function createIdempotency(outcomes: Outcomes, now: () => number): Idempotency {
  const claimed = async (name: string, fingerprint: string, signal: EndSignal): Promise<Claim | number> => {
    for (;;) {
      const begun = await outcomes.begin(name, fingerprint, now());
      if (begun.state === 'begun') return begun.claim;
      if (begun.state === 'created') return begun.key;
      if (begun.state === 'reused') throw reused();
      await endOf(begun.over, signal);
    }
  };
  const answered = new LRUCache<string, number>({ max: MOST_ANSWERED });
  return {
    answered: (record) => void answered.set(record, now()),
    wasAnswered: (record, madeAt) => (answered.get(record) ?? Number.NEGATIVE_INFINITY) >= madeAt,
    async once({ name, fingerprint }, attempt, mayBeStored, signal) {
      const began = now();
      const claim = await claimed(name, fingerprint, signal).catch((error: unknown) => {
        throw error instanceof Away ? unknowable() : error;
      });
      if (typeof claim === 'number') return { created: claim };
      const { lostSince } = claim;
      let ended: Ended = { created: null, lostSince };
      try {
        const outcome = await attempt(lostSince);
        ended = { created: outcome.created, lostSince: null };
        return outcome;
      } catch (error) {
        if (mayBeStored(error)) ended = { created: null, lostSince: lostSince ?? began };
        throw error;
      } finally {
        await outcomes.end(claim, ended);
      }
    },
  };
}

/** Waits for another attempt, but not beyond the end of the operation. */
function endOf(over: Promise<unknown>, signal: EndSignal): Promise<unknown> {
  if (signal.aborted) return Promise.reject(underWay());
  const left = Promise.withResolvers<never>();
  const leave = () => left.reject(underWay());
  signal.addEventListener('abort', leave);
  return Promise.race([over, left.promise]).finally(() => signal.removeEventListener('abort', leave));
}
