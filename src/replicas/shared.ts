import { type BusSettings, createMemoryBus, type EventBus } from '../events/bus.ts';
import { createMemoryDuty, type Duty } from './duty.ts';
import { createMemoryOutcomes, type Outcomes } from './outcomes.ts';
import { keepsNothing, type References } from './references.ts';
import { createMemoryStore, type Store } from './store.ts';

/** Known at once where a process stands alone, so that nobody waits for what is at hand. */
export type Eventually<T> = T | Promise<T>;

/** `away`: what is shared cannot be reached, and each replica goes on as well as it can alone. */
export type SharedState = 'alone' | 'joined' | 'away';

/** What replicas of the server share; one that stands alone keeps the same in its memory. */
export interface Shared {
  /** Rate limits and documents. */
  readonly store: Store;
  /** Creates that clients may repeat. */
  readonly outcomes: Outcomes;
  /** Events of the CRM. */
  readonly bus: EventBus;
  /** Who looks after webhooks. */
  readonly duty: Duty;
  /** Reference data of tenants. */
  readonly references: References;
  state(): SharedState;
  close(): Promise<void>;
}

/** Raised where what is shared is needed and cannot be reached. */
export class Away extends Error {
  override readonly name = 'Away';

  constructor(cause?: unknown) {
    super('What replicas share cannot be reached.', { cause });
  }
}

/** What a server that stands alone has in place of it. */
export function createAlone(bus: Partial<BusSettings> = {}): Shared {
  const events = createMemoryBus(bus);
  return {
    store: createMemoryStore(),
    outcomes: createMemoryOutcomes(),
    bus: events,
    duty: createMemoryDuty(),
    references: keepsNothing,
    state: () => 'alone',
    close: async () => events.close(),
  };
}
