import { hash as digest } from 'node:crypto';
import { LRUCache } from 'lru-cache';
import type { AgeClock } from '../kept.ts';

const PROVEN_MS = 5 * 60_000;
const MAX_TICKETS = 20_000;

/** Which tickets a tenant has accepted lately. Holds salted hashes, never a ticket. */
export interface TicketProofs {
  /** The name under which a ticket at a tenant is known here. */
  hash(tenant: string, ticket: string): string;
  /** Whether the tenant has answered this ticket with 2xx or 304 in the last five minutes. */
  isProven(hash: string): boolean;
  accept(hash: string): void;
  /** The tenant has refused the ticket: what it had proven is void. */
  refuse(hash: string): void;
}

export function createTicketProofs(ages: AgeClock, salt: string): TicketProofs {
  const proven = new LRUCache<string, true>({ max: MAX_TICKETS, ttl: PROVEN_MS, ttlResolution: 0, perf: ages });
  return {
    hash: (tenant, ticket) => digest('sha256', `${salt}${tenant}\n${ticket}`, 'base64url'),
    isProven: (hash) => proven.get(hash) === true,
    accept: (hash) => void proven.set(hash, true),
    refuse: (hash) => void proven.delete(hash),
  };
}
