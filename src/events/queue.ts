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
  /** Most records that may wait. */
  readonly most: number;
  /** How long an event may wait before its subscriber counts as too slow. */
  readonly patienceMs: number;
}

export const queueSettings: QueueSettings = { most: 1000, patienceMs: 30_000 };

/**
 * Events that wait for one subscriber, in their order: of each record the last state alone. One that comes while another of
 * the same record waits takes a place at the end, so that the ids taken never go back.
 */
export class EventQueue {
  readonly #settings: QueueSettings;
  #waiting: Map<number, ChangeEvent> | null = null;
  #waitingSince = 0;
  #end: { error: unknown } | null = null;
  #wake: (() => void) | null = null;

  constructor(settings: QueueSettings) {
    this.#settings = settings;
  }

  /** It was ended because nobody took what waited. */
  get isSlow(): boolean {
    return this.#end?.error instanceof SlowReader;
  }

  push(event: ChangeEvent): void {
    if (this.#end) return;
    const waiting = this.#waiting ?? new Map<number, ChangeEvent>();
    if (waiting.size === 0) this.#waitingSince = performance.now();
    this.#waiting = waiting;
    const before = waiting.get(event.key);
    waiting.delete(event.key);
    waiting.set(event.key, before ? merged(before, event) : event);
    if (this.#isOverdue(waiting)) this.end(new SlowReader());
    else this.#wake?.();
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
      await new Promise<void>((resolve) => {
        this.#wake = resolve;
      });
      this.#wake = null;
    }
  }

  /** Ends it at once; what waits is dropped. With an error: whoever takes next is told. */
  end(error: unknown = null): void {
    if (this.#end) return;
    this.#end = { error };
    this.#waiting = null;
    this.#wake?.();
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

  #isOverdue(waiting: ReadonlyMap<number, ChangeEvent>): boolean {
    const { most, patienceMs } = this.#settings;
    return waiting.size > most || performance.now() - this.#waitingSince > patienceMs;
  }
}
