/** The parts of an answer, and a promise of their end. */
export interface WatchedParts<Part> {
  readonly parts: AsyncIterableIterator<Part>;
  readonly ended: Promise<void>;
}

/** Parts that end by themselves, when nobody takes them any more, or with `end`: then as if there were no more to come. */
export function endingWith<Part>(source: AsyncIterableIterator<Part>, end: AbortSignal | null): WatchedParts<Part> {
  const watching = new Watching(source, end);
  return { parts: watching, ended: watching.ended };
}

class Watching<Part> implements AsyncIterableIterator<Part> {
  readonly ended: Promise<void>;
  readonly #source: AsyncIterableIterator<Part>;
  readonly #end: AbortSignal | null;
  #settle: () => void = () => undefined;
  #isOver = false;
  /** Answers whoever waits for the next part. */
  #release: (() => void) | null = null;

  constructor(source: AsyncIterableIterator<Part>, end: AbortSignal | null) {
    this.#source = source;
    this.#end = end;
    this.ended = new Promise((resolve) => {
      this.#settle = resolve;
    });
    if (end?.aborted) this.#stop();
    else end?.addEventListener('abort', this.#stop);
  }

  next(): Promise<IteratorResult<Part>> {
    if (this.#isOver) return Promise.resolve({ done: true, value: undefined });
    return new Promise((resolve, reject) => {
      this.#release = () => resolve({ done: true, value: undefined });
      const failed = (error: unknown) => {
        this.#finish();
        reject(error);
      };
      this.#source.next().then((result) => {
        if (result.done) this.#finish();
        resolve(result);
      }, failed);
    });
  }

  async return(): Promise<IteratorResult<Part>> {
    this.#stop();
    return { done: true, value: undefined };
  }

  async throw(error: unknown): Promise<IteratorResult<Part>> {
    this.#stop();
    throw error;
  }

  [Symbol.asyncIterator](): this {
    return this;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.#stop();
  }

  readonly #stop = (): void => {
    if (this.#isOver) return;
    this.#finish();
    this.#release?.();
    // A source that waits for its next event ends only when that comes, and keeps nobody waiting for it.
    void this.#source.return?.().catch(() => undefined);
  };

  #finish(): void {
    this.#isOver = true;
    this.#end?.removeEventListener('abort', this.#stop);
    this.#settle();
  }
}
