/** So long may long lists be read and written without a pause, for all operations together; other requests wait meanwhile. */
const MOST_MS = 2;
/** The clock is looked at once for so many questions. */
const QUESTIONS = 16;
/** So many values of an answer are written without a pause: giving way for each of many answers would take longer than they do. */
const SHORT = 2_048;

/** The stretch of work until requests and answers that have come in meanwhile are heard. Long lists end it by giving way. */
class Turn {
  #isOver = false;
  #questions = 0;
  #startedAt: number | null = null;
  #next: PromiseWithResolvers<void> | null = null;
  readonly #end = () => {
    this.#isOver = false;
    this.#startedAt = null;
    const next = this.#next;
    this.#next = null;
    next?.resolve();
  };

  /** Long work begins; without being told, a turn begins with the first look at the clock. */
  begin(): void {
    if (this.#startedAt !== null) return;
    this.#startedAt = performance.now();
    // The first may still be called ahead of what has come in.
    setImmediate(() => setImmediate(this.#end));
  }

  /** Whether it has taken long enough, for an answer of which so many values are written. */
  isOver(values: number): boolean {
    if (values < SHORT) return false;
    this.#questions += 1;
    if (this.#isOver || this.#questions % QUESTIONS !== 0) return this.#isOver;
    this.begin();
    this.#isOver = performance.now() - (this.#startedAt as number) > MOST_MS;
    return this.#isOver;
  }

  /** The turn behind this one. */
  next(): Promise<void> {
    this.begin();
    this.#next ??= Promise.withResolvers<void>();
    return this.#next.promise;
  }
}

export const turn = new Turn();
