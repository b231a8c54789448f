import type { ChangeEvent } from './bus.ts';
import { merged } from './merging.ts';
import { recordOf } from './told.ts';

/** A record that was told a moment ago, and what has come of it since. */
interface Storm {
  timer: NodeJS.Timeout;
  held: ChangeEvent | null;
}

/** Tells a record that changes again and again once for all that happens within `stormMs`. */
export class Storms {
  readonly #stormMs: number;
  readonly #tell: (event: ChangeEvent) => void;
  readonly #storms = new Map<string, Storm>();

  constructor(stormMs: number, tell: (event: ChangeEvent) => void) {
    this.#stormMs = stormMs;
    this.#tell = tell;
  }

  push(event: ChangeEvent): void {
    const name = recordOf(event);
    const storm = this.#storms.get(name);
    if (storm) storm.held = storm.held ? merged(storm.held, event) : event;
    else {
      this.#tell(event);
      this.#calm(name);
    }
  }

  close(): void {
    for (const { timer } of this.#storms.values()) clearTimeout(timer);
    this.#storms.clear();
  }

  #calm(name: string): void {
    const timer = setTimeout(() => {
      const held = this.#storms.get(name)?.held ?? null;
      this.#storms.delete(name);
      if (!held) return;
      this.#tell(held);
      this.#calm(name);
    }, this.#stormMs);
    this.#storms.set(name, { timer: timer.unref(), held: null });
  }
}
