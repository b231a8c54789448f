import { LRUCache } from 'lru-cache';
import { upTo } from '../events/bound.ts';
import type { Eventually } from './shared.ts';

/** The right to carry a create out, which nobody else has meanwhile. */
export interface Claim {
  readonly name: string;
  readonly fingerprint: string;
  /** When the first attempt began whose answer was lost; null: none was. */
  readonly lostSince: number | null;
  /** Tells this claim from every other one of the name. */
  readonly token: string;
}

/** How an attempt has ended: with a record, with an answer that was lost, or, with neither, as if it had never been. */
export interface Ended {
  readonly created: number | null;
  readonly lostSince: number | null;
}

export type Begun =
  | { readonly state: 'begun'; readonly claim: Claim }
  | { readonly state: 'created'; readonly key: number }
  /** The name came with another fingerprint before. */
  | { readonly state: 'reused' }
  /** Another attempt is under way; worth asking again when `over` resolves. */
  | { readonly state: 'busy'; readonly over: Promise<unknown> };

/** What became of creates, by names that clients repeat; kept for a day. */
export interface Outcomes {
  /** Raises `Away` where it cannot be known whether the create has been carried out. */
  begin(name: string, fingerprint: string, now: number): Eventually<Begun>;
  /** What could not be told of at once is told later; until then the name stays claimed. */
  end(claim: Claim, ended: Ended): Eventually<void>;
}

export const outcomeMs = 24 * 3_600_000;
export const mostOutcomes = 50_000;

interface Entry extends Ended {
  readonly fingerprint: string;
}

interface Running {
  readonly fingerprint: string;
  readonly over: PromiseWithResolvers<void>;
}

/** Outcomes in this process alone: they are lost when it ends. */
export function createMemoryOutcomes(): Outcomes {
  const kept = new LRUCache<string, Entry>({ ...upTo(mostOutcomes), ttl: outcomeMs });
  const running = new Map<string, Running>();
  return {
    begin(name, fingerprint) {
      const current = running.get(name);
      const entry = kept.get(name);
      const known = current ?? entry;
      if (known && known.fingerprint !== fingerprint) return { state: 'reused' };
      if (current) return { state: 'busy', over: current.over.promise };
      if (entry?.created) return { state: 'created', key: entry.created };
      running.set(name, { fingerprint, over: Promise.withResolvers() });
      return { state: 'begun', claim: { name, fingerprint, lostSince: entry?.lostSince ?? null, token: '' } };
    },
    end({ name, fingerprint }, ended) {
      if (ended.created === null && ended.lostSince === null) kept.delete(name);
      else kept.set(name, { fingerprint, ...ended });
      const { over } = running.get(name) ?? {};
      running.delete(name);
      over?.resolve();
    },
  };
}
