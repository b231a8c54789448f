import { LRUCache } from 'lru-cache';
import { Pool } from 'undici';
import { type BreakerState, createGuard, type Guard } from './breaker.ts';
import type { System } from './errors.ts';

/** Tenants with connections of their own at each system; the least recently asked one is closed beyond that. */
const MAX_LANES = 1_000;

/** One tenant's way to where it is at one upstream: its connections and its guard. No two tenants share either. */
export class Lane {
  readonly system: System;
  readonly name: string;
  readonly guard: Guard;
  readonly origin: string;
  readonly #open: (origin: string) => Pool;
  #pool: Pool | null = null;

  constructor(system: System, name: string, origin: string, guard: Guard, open: (origin: string) => Pool) {
    this.system = system;
    this.name = name;
    this.guard = guard;
    this.origin = origin;
    this.#open = open;
  }

  /** Opened anew by what still waits for its turn in a lane that was left: those connections close as they fall idle. */
  get pool(): Pool {
    this.#pool ??= this.#open(this.origin);
    return this.#pool;
  }

  /** Nothing new comes in. What a closed pool still runs may finish. */
  leave(): void {
    void this.#pool?.close().catch(() => undefined);
    this.#pool = null;
  }
}

export interface Lanes {
  /** The lane of a tenant, with connections to `origin`; a tenant that moved keeps its guard. */
  of(system: System, name: string, origin: string): Lane;
  breakers(): { system: System; lane: string; state: BreakerState }[];
  /** Breaks off what still runs. */
  close(): Promise<void>;
}

/** Lanes with `connections` at a time for each; made when first asked for, bounded in number. */
export function createLanes(connections: Record<System, number>, connectTimeout: number): Lanes {
  const newLanes = () => new LRUCache<string, Lane>({ max: MAX_LANES, dispose: (lane) => lane.leave() });
  const lanes: Record<System, LRUCache<string, Lane>> = { superoffice: newLanes(), onoffice: newLanes() };
  const all = () => Object.values(lanes).flatMap((each) => [...each.values()]);

  const openPool = (system: System) => (origin: string) =>
    new Pool(origin, {
      connections: connections[system],
      allowH2: false,
      connectTimeout,
      // Each attempt has one timer of its own; undici's tick too coarsely, and start again with each byte.
      headersTimeout: 0,
      bodyTimeout: 0,
    });
  const openers = { superoffice: openPool('superoffice'), onoffice: openPool('onoffice') };

  return {
    of(system, name, origin) {
      const known = lanes[system].get(name);
      if (known?.origin === origin) return known;
      const lane = new Lane(system, name, origin, known?.guard ?? createGuard(connections[system]), openers[system]);
      lanes[system].set(name, lane);
      return lane;
    },
    breakers: () => all().map(({ system, name, guard }) => ({ system, lane: name, state: guard.state })),
    async close() {
      await Promise.all(all().map((lane) => lane.pool.destroy()));
    },
  };
}
