import type { ServerResponse } from 'node:http';

/** The end of an operation from outside: its client leaves, or its time is over. */
export interface Ending {
  readonly signal: AbortSignal;
  /** The operation is done: nothing is watched any more. */
  release(): void;
}

/** Watches the client of an answer that is not sent yet, for so long at most. */
export function endingOf(response: ServerResponse, ms: number): Ending {
  const controller = new AbortController();
  const timer = setTimeout(
    () => controller.abort(new DOMException('The operation took too long.', 'TimeoutError')),
    Math.max(0, ms),
  );
  const left = () => controller.abort();
  response.once('close', left);
  return {
    signal: controller.signal,
    release() {
      clearTimeout(timer);
      response.off('close', left);
    },
  };
}
