import { LRUCache } from 'lru-cache';
import type { ChangeEvent } from './bus.ts';

const RECORDS = 100_000;
/** The CRM stamps records to the second, and its events more exactly. */
const grainMs = 1000;

/** Which changes of a tenant's records have been told, so that what comes by two ways is told once. */
export class Told {
  readonly #told = new LRUCache<string, number>({ max: RECORDS });
  readonly #found = new LRUCache<string, number>({ max: RECORDS });
  readonly #gone = new LRUCache<string, true>({ max: RECORDS });

  /** Remembers what came from the CRM; false: it was found already by asking. */
  take(event: ChangeEvent): boolean {
    const name = nameOf(event);
    if (event.kind === 'DELETED') {
      const isNew = !this.#gone.has(name);
      this.#gone.set(name, true);
      return isNew;
    }
    this.#gone.delete(name);
    this.#told.set(name, Math.max(event.at, this.#told.get(name) ?? 0));
    const found = this.#found.get(name);
    return found === undefined || found + grainMs <= event.at;
  }

  /** Remembers what was found by asking; false: it has been told. */
  find(event: ChangeEvent): boolean {
    const name = nameOf(event);
    if (event.kind === 'DELETED') {
      const isNew = !this.#gone.has(name);
      this.#gone.set(name, true);
      return isNew;
    }
    const told = Math.max(this.#told.get(name) ?? 0, this.#found.get(name) ?? 0);
    this.#found.set(name, Math.max(event.at, told));
    return told + grainMs <= event.at;
  }

  /** Whether anything was ever told of the record. */
  knows(event: ChangeEvent): boolean {
    const name = nameOf(event);
    return this.#told.has(name) || this.#found.has(name);
  }
}

function nameOf({ tenant, entity, key }: ChangeEvent): string {
  return `${tenant} ${entity} ${key}`;
}
