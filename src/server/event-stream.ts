import { once } from 'node:events';
import type { ServerResponse } from 'node:http';
import type { ExecutionResult } from 'graphql';
import { isAsyncIterable, mapAsyncIterator, type Plugin } from 'graphql-yoga';
import { takesEvents } from './accept.ts';
import { withoutHttp } from './errors.ts';
import { operationOf } from './operation.ts';
import { eventIdOf, type Sink } from './subscriptions.ts';

type Answer = ExecutionResult & { [eventIdOf]?: string };
type Fetch = { Response: typeof Response };

const heartbeatMs = 12_000;
const headers = {
  'Content-Type': 'text/event-stream; charset=utf-8',
  'Cache-Control': 'no-store',
  'X-Accel-Buffering': 'no',
  // A stream may end with the server, and no client may then send another operation into a connection that is being closed.
  Connection: 'close',
};
const heartbeat = ':\n\n';

/**
 * Subscriptions as Server-Sent Events, each connection one operation (the distinct mode of graphql-sse). Each event has its
 * id, so that browsers name the last one when they come back.
 */
export function useEventStream(): Plugin {
  return {
    onResultProcess({ request, result, setResultProcessor, serverContext }) {
      if (!isAsyncIterable(result) || operationOf(request).kind !== 'subscription') return;
      const { sink } = (serverContext ?? {}) as { sink?: Sink };
      const write = (answers: unknown, { Response: Answered }: Fetch) => {
        const iterator = answers as AsyncIterableIterator<Answer>;
        if (!sink)
          return Object.defineProperty(new Answered(null, { headers }), 'body', { value: new EventBody(iterator) });
        sink(mapAsyncIterator(iterator, withoutStatus));
        return new Answered(null, { status: 204 });
      };
      if (sink || takesEvents(request)) {
        setResultProcessor(write as Parameters<typeof setResultProcessor>[0], 'text/event-stream');
      }
    },
  };
}

/**
 * Written as it is taken: a reader that takes nothing holds up its own events alone. It looks to the server as a stream of
 * Node, which pipes itself: one of the fetch API would hold 30 kB for each subscriber who waits.
 */
class EventBody {
  readonly #answers: AsyncIterableIterator<Answer>;
  #beating: NodeJS.Timeout | undefined;

  constructor(answers: AsyncIterableIterator<Answer>) {
    this.#answers = answers;
  }

  /** Only that there is one is asked. */
  read(): null {
    return null;
  }

  pipe(response: ServerResponse): void {
    // What the body of the request was read with hangs on it, and would as long as the subscription.
    response.req.removeAllListeners();
    // Proxies and browsers show the headers only once something follows them.
    response.write(heartbeat);
    this.#beating = setInterval(() => {
      if (!response.writableNeedDrain) response.write(heartbeat);
    }, heartbeatMs);
    this.#send(response).catch(() => response.destroy());
  }

  destroy(): void {
    clearInterval(this.#beating);
    void this.#answers.return?.();
  }

  async #send(response: ServerResponse): Promise<void> {
    for await (const answer of this.#answers) {
      if (!response.write(messageOf(answer))) await once(response, 'drain');
    }
    clearInterval(this.#beating);
    response.end('event: complete\ndata:\n\n');
  }
}

/** The status was that of a response, and has been sent long since. */
function withoutStatus(answer: Answer): Answer {
  return answer.errors ? { ...answer, errors: answer.errors.map(withoutHttp) } : answer;
}

function messageOf(answer: Answer): string {
  const id = answer[eventIdOf];
  // An id with a line break would begin a field of its own.
  const line = id === undefined || /[\r\n\0]/.test(id) ? '' : `id: ${id}\n`;
  return `event: next\n${line}data: ${JSON.stringify(withoutStatus(answer))}\n\n`;
}
