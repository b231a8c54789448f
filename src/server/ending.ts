import type { ServerResponse } from 'node:http';
import type { EndSignal } from '../upstream/calls.ts';
import { Due, DueList } from '../upstream/due.ts';

const deadlines = new DueList();

/**
 * The end of an operation from outside: the client of its answer leaves before it is sent, or its time is over. Made for each request,
 * which an `AbortController` would be too dear for.
 */
export class Ending extends Due implements EndSignal {
  aborted = false;
  #isReleased = false;
  #listeners: (() => void)[] = [];
  readonly #end = () => {
    if (this.aborted || this.#isReleased) return;
    this.aborted = true;
    const listeners = this.#listeners;
    this.#listeners = [];
    for (const listener of listeners) listener();
  };

  /** `deadline`: by `performance.now()`. */
  constructor(response: ServerResponse, deadline: number) {
    super();
    deadlines.add(this, deadline);
    response.on('close', this.#end);
  }

  override due(): void {
    this.#end();
  }

  addEventListener(_type: 'abort', listener: () => void): void {
    this.#listeners.push(listener);
  }

  removeEventListener(_type: 'abort', listener: () => void): void {
    const at = this.#listeners.indexOf(listener);
    if (at >= 0) this.#listeners.splice(at, 1);
  }

  /** The operation is done: nothing is watched any more. */
  release(): void {
    deadlines.remove(this);
    this.#isReleased = true;
  }
}
