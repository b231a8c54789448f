import { LRUCache } from 'lru-cache';
import { Pool } from 'undici';
import { type BreakerState, createGuard, type Guard } from './breaker.ts';
import type { System } from './errors.ts';

/** Tenants with connections of their own at each system; the least recently asked one is closed beyond that. */
const MAX_LANES = 1_000;

/** One tenant's way to one upstream: its connections and its guard. No two tenants share either. */
export interface Lane {
  readonly system: System;
  readonly name: string;
  readonly guard: Guard;
  origin: string;
  pool: Pool;
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
  // What a closed pool still runs may finish.
  const leave = (pool: Pool) => void pool.close().catch(() => undefined);
  const newLanes = () => new LRUCache<string, Lane>({ max: MAX_LANES, dispose: (lane) => leave(lane.pool) });
  const lanes: Record<System, LRUCache<string, Lane>> = { superoffice: newLanes(), onoffice: newLanes() };
  const all = () => Object.values(lanes).flatMap((each) => [...each.values()]);

  const openPool = (system: System, origin: string) =>
    new Pool(origin, {
      connections: connections[system],
      allowH2: false,
      connectTimeout,
      // Each attempt has one timer of its own; undici's tick too coarsely, and start again with each byte.
      headersTimeout: 0,
      bodyTimeout: 0,
    });

  return {
    of(system, name, origin) {
      let lane = lanes[system].get(name);
      if (!lane) {
        lane = { system, name, guard: createGuard(connections[system]), origin, pool: openPool(system, origin) };
        lanes[system].set(name, lane);
      } else if (lane.origin !== origin) {
        leave(lane.pool);
        lane.origin = origin;
        lane.pool = openPool(system, origin);
      }
      return lane;
    },
    breakers: () => all().map(({ system, name, guard }) => ({ system, lane: name, state: guard.state })),
    async close() {
      await Promise.all(all().map((lane) => lane.pool.destroy()));
    },
  };
}
