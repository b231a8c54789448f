import { merged } from './merging.ts';

export type ChangeKind = 'CREATED' | 'CHANGED' | 'DELETED';

/** That a record of a tenant has changed. Holds keys and names of fields, and nothing that a right would protect. */
export interface ChangeEvent {
  readonly id: string;
  readonly tenant: string;
  /** Type in the graph: `Contact`. */
  readonly entity: string;
  readonly key: number;
  readonly kind: ChangeKind;
  /** When the CRM did it, in epoch milliseconds. */
  readonly at: number;
  /** Names of the graph. */
  readonly changedFields: readonly string[];
  /** Keys of records that it belongs to, as far as they were told. */
  readonly related: Readonly<Record<string, number>>;
}

/** What subscribers follow: the records of one type in one tenant. */
export type Topic = Pick<ChangeEvent, 'tenant' | 'entity'>;

export type EventListener = (event: ChangeEvent) => void;

/** From the CRM's events to their subscribers. One of several servers may stand behind it. */
export interface EventBus {
  publish(event: ChangeEvent): Promise<void>;
  /** Hears every later event of the topic; the function given back ends that. */
  listen(topic: Topic, listener: EventListener): () => void;
  /** What came behind an event, in its order; null where that is not known any more. */
  since(topic: Topic, eventId: string): Promise<readonly ChangeEvent[] | null>;
  close(): void;
}

export interface BusSettings {
  /** How long events are kept for those who come back. */
  readonly replayMs: number;
  /** A record that changes again within this time is told once for all of it. */
  readonly stormMs: number;
  /** Most events kept of one topic. */
  readonly most: number;
}

export const busSettings: BusSettings = { replayMs: 5 * 60_000, stormMs: 250, most: 20_000 };

interface Kept {
  readonly event: ChangeEvent;
  readonly since: number;
}

/** A record that was told a moment ago, and what has come of it since. */
interface Storm {
  timer: NodeJS.Timeout;
  held: ChangeEvent | null;
}

class MemoryBus implements EventBus {
  readonly #settings: BusSettings;
  readonly #listeners = new Map<string, Set<EventListener>>();
  readonly #kept = new Map<string, Kept[]>();
  readonly #storms = new Map<string, Storm>();

  constructor(settings: BusSettings) {
    this.#settings = settings;
  }

  async publish(event: ChangeEvent): Promise<void> {
    const name = `${nameOf(event)} ${event.key}`;
    const storm = this.#storms.get(name);
    if (storm) storm.held = storm.held ? merged(storm.held, event) : event;
    else {
      this.#tell(event);
      this.#calm(name);
    }
  }

  listen(topic: Topic, listener: EventListener): () => void {
    const name = nameOf(topic);
    const listeners = this.#listeners.get(name) ?? new Set();
    this.#listeners.set(name, listeners.add(listener));
    return () => {
      listeners.delete(listener);
      if (listeners.size === 0 && this.#listeners.get(name) === listeners) this.#listeners.delete(name);
    };
  }

  async since(topic: Topic, eventId: string): Promise<readonly ChangeEvent[] | null> {
    const kept = this.#kept.get(nameOf(topic)) ?? [];
    this.#forget(kept);
    const at = kept.findLastIndex(({ event }) => event.id === eventId);
    return at < 0 ? null : kept.slice(at + 1).map(({ event }) => event);
  }

  close(): void {
    for (const { timer } of this.#storms.values()) clearTimeout(timer);
    this.#storms.clear();
    this.#listeners.clear();
  }

  #calm(name: string): void {
    const timer = setTimeout(() => {
      const held = this.#storms.get(name)?.held ?? null;
      this.#storms.delete(name);
      if (!held) return;
      this.#tell(held);
      this.#calm(name);
    }, this.#settings.stormMs);
    this.#storms.set(name, { timer: timer.unref(), held: null });
  }

  #tell(event: ChangeEvent): void {
    const name = nameOf(event);
    const kept = this.#kept.get(name) ?? [];
    this.#kept.set(name, kept);
    kept.push({ event, since: performance.now() });
    this.#forget(kept);
    for (const listener of [...(this.#listeners.get(name) ?? [])]) listener(event);
  }

  /** The newest of those past their time stays: whoever has seen it has missed nothing since. */
  #forget(kept: Kept[]): void {
    const { replayMs, most } = this.#settings;
    const oldest = performance.now() - replayMs;
    const overdue = kept.findLastIndex(({ since }) => since < oldest);
    const gone = Math.max(overdue, kept.length - most);
    if (gone > 0) kept.splice(0, gone);
  }
}

/** The bus of a server that stands alone. */
export function createMemoryBus(settings: Partial<BusSettings> = {}): EventBus {
  return new MemoryBus({ ...busSettings, ...settings });
}

function nameOf({ tenant, entity }: Topic): string {
  return `${tenant} ${entity}`;
}
