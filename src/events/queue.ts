import type { ChangeEvent } from './bus.ts';
import { merged } from './merging.ts';

/** A subscriber has not taken what waits for it. */
export class SlowReader extends Error {
  override readonly name = 'SlowReader';

  constructor() {
    super('The subscriber takes events more slowly than they come.');
  }
}

export interface QueueSettings {
  /** Most records that wait here; all others are looked up when these are taken. */
  readonly mostWaiting: number;
  /** How long nothing may be taken of what waits before its subscriber counts as too slow. */
  readonly patienceMs: number;
}

export const queueSettings: QueueSettings = { mostWaiting: 1000, patienceMs: 30_000 };

/** What came behind an event, in its order; null where that is not known any more. */
export type History = (eventId: string) => Promise<readonly ChangeEvent[] | null>;

/**
 * Events that wait for one subscriber, in their order: of each record the last state alone. One that comes while another of
 * the same record waits takes a place at the end, so that the ids taken never go back. However many come at once, a subscriber who
 * goes on taking them is told all that the history holds.
 */
export class EventQueue {
  readonly #settings: QueueSettings;
  readonly #history: History;
  #waiting: Map<number, ChangeEvent> | null = null;
  #waitingSince = 0;
  #isAsked = false;
  /** The last event that found a place. */
  #lastId: string | null = null;
  /** The event behind which all else is to be looked up: there was no place for it. */
  #behind: string | null = null;
  /** What comes while that is looked up. */
  #early: ChangeEvent[] | null = null;
  #end: { error: unknown } | null = null;
  #wake: (() => void) | null = null;

  constructor(settings: QueueSettings, history: History) {
    this.#settings = settings;
    this.#history = history;
  }

  /** It was ended because nobody took what waited. */
  get isSlow(): boolean {
    return this.#end?.error instanceof SlowReader;
  }

  /** It was ended by him who takes, and not by an error that he has yet to be told. */
  get isOver(): boolean {
    return this.#end !== null && !this.#end.error;
  }

  push(event: ChangeEvent): void {
    if (this.#end) return;
    if (this.#early) {
      this.#early.push(event);
      return;
    }
    this.#add(event);
    if (this.#isOverdue) this.end(new SlowReader());
    else this.#wake?.();
  }

  /** Goes on behind an event, with what was pushed meanwhile; false: what came since is not known any more. */
  async goOnBehind(eventId: string): Promise<boolean> {
    const early: ChangeEvent[] = [];
    this.#early = early;
    const missed = await this.#history(eventId);
    this.#early = null;
    if (!missed) return false;
    this.#behind = null;
    const known = new Set(missed.map(({ id }) => id));
    for (const event of missed) this.#add(event);
    for (const event of early.filter(({ id }) => !known.has(id))) this.#add(event);
    return true;
  }

  /** The next event, once there is one; null at the end. Raises what the queue was ended with. */
  async take(): Promise<ChangeEvent | null> {
    for (;;) {
      if (this.#end) {
        if (this.#end.error) throw this.#end.error;
        return null;
      }
      const next = this.#shift();
      if (next) return next;
      if (this.#behind !== null) {
        if (!(await this.goOnBehind(this.#behind))) this.end(new SlowReader());
        continue;
      }
      await new Promise<void>((resolve) => {
        this.#wake = resolve;
      });
      this.#wake = null;
    }
  }

  /** Waits for what is asked of an event that was taken: that is not the time of its subscriber. */
  async whileAsked<T>(asking: Promise<T>): Promise<T> {
    this.#isAsked = true;
    try {
      return await asking;
    } finally {
      this.#isAsked = false;
      this.#waitingSince = performance.now();
    }
  }

  /** What is taken next, as far as it waits here. */
  next(most: number): ChangeEvent[] {
    return [...(this.#waiting?.values().take(most) ?? [])];
  }

  /** Ends it at once; what waits is dropped. With an error: whoever takes next is told. */
  end(error: unknown = null): void {
    if (this.#end) return;
    this.#end = { error };
    this.#waiting = null;
    this.#wake?.();
  }

  #add(event: ChangeEvent): void {
    if (this.#end || this.#behind !== null) return;
    const waiting = this.#waiting ?? new Map<number, ChangeEvent>();
    const before = waiting.get(event.key);
    if (!before && waiting.size >= this.#settings.mostWaiting) {
      this.#behind = this.#lastId;
      return;
    }
    if (waiting.size === 0) this.#waitingSince = performance.now();
    this.#waiting = waiting;
    this.#lastId = event.id;
    waiting.delete(event.key);
    waiting.set(event.key, before ? merged(before, event) : event);
  }

  #shift(): ChangeEvent | null {
    for (const [key, event] of this.#waiting ?? []) {
      this.#waiting?.delete(key);
      this.#waitingSince = performance.now();
      if (this.#waiting?.size === 0) this.#waiting = null;
      return event;
    }
    return null;
  }

  get #isOverdue(): boolean {
    if (this.#isAsked) return false;
    return this.#waiting !== null && performance.now() - this.#waitingSince > this.#settings.patienceMs;
  }
}
