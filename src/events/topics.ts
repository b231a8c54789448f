import type { BusSettings, ChangeEvent, EventListener, Topic } from './bus.ts';

interface Kept {
  readonly event: ChangeEvent;
  /** Ids of the events that it was made of; null: it is one alone. */
  readonly parts: readonly string[] | null;
  readonly since: number;
  /** Where it was told elsewhere before it came here: since when those who were told of it may not have heard what was told here. */
  readonly behind: number | null;
}

/** Of what was told elsewhere. */
interface Elsewhere {
  readonly ageMs?: number;
  /** How long ago those who were told of it last heard what all others did. */
  readonly behindMs?: number | undefined;
}

/** Who listens to which topic, and what was told of late. */
export class Topics {
  readonly #settings: Pick<BusSettings, 'replayMs' | 'most'>;
  readonly #listeners = new Map<string, Set<EventListener>>();
  readonly #kept = new Map<string, Kept[]>();

  constructor(settings: Pick<BusSettings, 'replayMs' | 'most'>) {
    this.#settings = settings;
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

  /** Tells all who listen; `parts` are the ids of the events that were made into this one. */
  tell(event: ChangeEvent, parts: readonly string[] | null = null, elsewhere: Elsewhere = {}): void {
    this.keep(event, parts, elsewhere);
    for (const listener of [...(this.#listeners.get(nameOf(event)) ?? [])]) listener(event);
  }

  /** Keeps what was told elsewhere for those who come back. */
  keep(event: ChangeEvent, parts: readonly string[] | null = null, { ageMs = 0, behindMs }: Elsewhere = {}): void {
    const now = performance.now();
    const name = nameOf(event);
    const kept = this.#kept.get(name) ?? [];
    this.#kept.set(name, kept);
    kept.push({ event, parts, since: now - ageMs, behind: behindMs === undefined ? null : now - behindMs });
    this.#forget(kept);
  }

  /**
   * What came behind an event, in its order; null where that is not known any more. Who has seen but a part of what is one
   * event here is told the whole of it, and who was told of it elsewhere before it came here what he may not have heard there.
   */
  since(topic: Topic, eventId: string): readonly ChangeEvent[] | null {
    const kept = this.#kept.get(nameOf(topic)) ?? [];
    this.#forget(kept);
    const at = kept.findLastIndex(({ event, parts }) => event.id === eventId || parts?.includes(eventId));
    const found = kept[at];
    if (!found) return null;
    const { behind } = found;
    const from = behind === null ? at : kept.findIndex(({ since }) => since >= behind);
    const events = kept.slice(from).map(({ event }) => event);
    // What was told here alone for a while stands a second time where all others have heard of it.
    const each = new Map(events.map((event) => [event.id, event]));
    each.delete(eventId);
    return [...each.values()];
  }

  close(): void {
    this.#listeners.clear();
  }

  /** The newest of those past their time stays: whoever has seen it has missed nothing since. */
  #forget(kept: Kept[]): void {
    const { replayMs, most } = this.#settings;
    const oldest = performance.now() - replayMs;
    // From the oldest on: with each event few are past their time, of thousands that are not.
    const current = kept.findIndex(({ since }) => since >= oldest);
    const overdue = (current < 0 ? kept.length : current) - 1;
    const gone = Math.max(overdue, kept.length - most);
    if (gone > 0) kept.splice(0, gone);
  }
}

function nameOf({ tenant, entity }: Topic): string {
  return `${tenant} ${entity}`;
}
