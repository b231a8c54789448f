import { LRUCache } from 'lru-cache';
import { upTo } from './bound.ts';
import type { ChangeEvent } from './bus.ts';

const RECORDS = 100_000;
const EVENTS = 200_000;
/** The CRM takes events of a quarter of an hour before and behind for current; it delivers one again until that is over. */
export const deliveredAgainMs = 30 * 60_000;
/** The CRM stamps records to the second, and its events more exactly. */
export const grainMs = 1000;

/** Which changes of a tenant's records have been told, so that what comes twice or by two ways is told once. */
export class Told {
  readonly #delivered = new LRUCache<string, true>({ ...upTo(EVENTS), ttl: deliveredAgainMs, ttlResolution: 0 });
  readonly #told = new LRUCache<string, number>(upTo(RECORDS));
  readonly #found = new LRUCache<string, number>(upTo(RECORDS));
  /** Since when a record is gone. One that was changed later has come back, whenever that is told. */
  readonly #gone = new LRUCache<string, number>(upTo(RECORDS));

  /** Remembers what came from the CRM; false: it came before, or was found already by asking. */
  take(event: ChangeEvent): boolean {
    const delivery = `${event.tenant} ${event.id}`;
    if (this.#delivered.has(delivery)) return false;
    this.#delivered.set(delivery, true);
    const name = recordOf(event);
    if (event.kind === 'DELETED') return this.#isFirstGone(name, event.at);
    this.#told.set(name, Math.max(event.at, this.#told.get(name) ?? 0));
    const found = this.#found.get(name);
    return found === undefined || found + grainMs <= event.at;
  }

  /** Remembers what was found by asking, and gives it as it is to be told; null: it has been told. */
  find(event: ChangeEvent): ChangeEvent | null {
    const name = recordOf(event);
    if (event.kind === 'DELETED') return this.#isFirstGone(name, null) ? event : null;
    const known = this.#told.has(name) || this.#found.has(name);
    const told = Math.max(this.#told.get(name) ?? 0, this.#found.get(name) ?? 0);
    this.#found.set(name, Math.max(event.at, told));
    if (told + grainMs > event.at) return null;
    return known && event.kind === 'CREATED' ? { ...event, kind: 'CHANGED' } : event;
  }

  /** `at` null: it was found to be gone, by no clock of the CRM. */
  #isFirstGone(name: string, at: number | null): boolean {
    const found = this.#found.get(name);
    const changed = Math.max(this.#told.get(name) ?? 0, found === undefined ? 0 : found + grainMs);
    const gone = this.#gone.get(name);
    this.#gone.set(name, Math.max(gone ?? 0, at ?? changed));
    return gone === undefined || gone < changed;
  }
}

/** What the record of an event is called, among those of all tenants. */
export function recordOf({ tenant, entity, key }: ChangeEvent): string {
  return `${tenant} ${entity} ${key}`;
}
