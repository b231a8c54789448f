/** Something that is to be ended at a time, unless it is done by then. */
export abstract class Due {
  /** By `performance.now()`; of no meaning in no list. */
  at = 0;
  isListed = false;
  earlier: Due | null = null;
  later: Due | null = null;

  /** Its time has come. */
  abstract due(): void;
}

/**
 * What comes and goes by the thousand, and of which hardly anything ever falls due: requests before their deadline. They have one timer
 * together, for the first of them; it is not set anew when that one is done, but when it goes off. What is added is nearly always due
 * behind all others, and finds its place from there.
 */
export class DueList {
  #first: Due | null = null;
  #last: Due | null = null;
  #timer: NodeJS.Timeout | null = null;
  /** When the timer goes off. */
  #rings = 0;

  add(item: Due, at: number): void {
    this.remove(item);
    let ahead = this.#last;
    while (ahead && ahead.at > at) ahead = ahead.earlier;
    const behind = ahead ? ahead.later : this.#first;
    item.at = at;
    item.isListed = true;
    item.earlier = ahead;
    item.later = behind;
    if (ahead) ahead.later = item;
    else this.#first = item;
    if (behind) behind.earlier = item;
    else this.#last = item;
    if (!this.#timer || at < this.#rings) this.#set(at, performance.now());
  }

  /** Of what is in no list, or was due, nothing is left to remove. */
  remove(item: Due): void {
    if (!item.isListed) return;
    const { earlier, later } = item;
    if (earlier) earlier.later = later;
    else this.#first = later;
    if (later) later.earlier = earlier;
    else this.#last = earlier;
    item.isListed = false;
    item.earlier = null;
    item.later = null;
  }

  #set(at: number, now: number): void {
    if (this.#timer) clearTimeout(this.#timer);
    this.#rings = at;
    this.#timer = setTimeout(this.#ring, Math.max(1, at - now)).unref();
  }

  readonly #ring = (): void => {
    this.#timer = null;
    // What has come in while this process stood still is heard first: an answer that is there already is not late.
    setImmediate(this.#end);
  };

  readonly #end = (): void => {
    const now = performance.now();
    for (let first = this.#first; first && first.at <= now; first = this.#first) {
      this.remove(first);
      first.due();
    }
    // What was due, or was heard before it, may have added something, and set the timer for that: there may be others ahead of it.
    const first = this.#first;
    if (first && (!this.#timer || first.at < this.#rings)) this.#set(first.at, now);
  };
}
