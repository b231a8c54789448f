import { type ExecutionResult, GraphQLError } from 'graphql';
import { isAsyncIterable, mapAsyncIterator, type Plugin } from 'graphql-yoga';
import { operationOf } from './operation.ts';
import { eventIdOf } from './subscriptions.ts';

type Answer = ExecutionResult & { [eventIdOf]?: string };
type Fetch = { Response: typeof Response; ReadableStream: typeof ReadableStream };

const heartbeatMs = 12_000;
const headers = {
  'Content-Type': 'text/event-stream; charset=utf-8',
  'Cache-Control': 'no-store',
  'X-Accel-Buffering': 'no',
};
const encoder = new TextEncoder();
const heartbeat = encoder.encode(':\n\n');

/** Takes the answers of a stream where they go out by another way than this response. */
export type Sink = (answers: AsyncIterableIterator<ExecutionResult>) => void;

/**
 * Subscriptions as Server-Sent Events, each connection one operation (the distinct mode of graphql-sse). Each event has its
 * id, so that browsers name the last one when they come back.
 */
export function useEventStream(): Plugin {
  return {
    onResultProcess({ request, result, setResultProcessor, serverContext }) {
      if (!isAsyncIterable(result) || operationOf(request).kind !== 'subscription') return;
      const { sink } = (serverContext ?? {}) as { sink?: Sink };
      const write = (answers: unknown, { Response: Answered, ReadableStream: Stream }: Fetch) => {
        const iterator = answers as AsyncIterableIterator<Answer>;
        if (!sink) return new Answered(streamOf(iterator, Stream), { status: 200, headers });
        sink(mapAsyncIterator(iterator, withoutStatus));
        return new Answered(null, { status: 204 });
      };
      if (sink || /text\/(event-stream|\*)|\*\/\*/.test(request.headers.get('accept') ?? '*/*')) {
        setResultProcessor(write as Parameters<typeof setResultProcessor>[0], 'text/event-stream');
      }
    },
  };
}

/** Written as it is taken: a reader that takes nothing holds up its own events alone. */
function streamOf(answers: AsyncIterableIterator<Answer>, Stream: typeof ReadableStream): ReadableStream<Uint8Array> {
  let beating: NodeJS.Timeout | undefined;
  return new Stream<Uint8Array>({
    start(controller) {
      // Proxies and browsers show the headers only once something follows them.
      controller.enqueue(heartbeat);
      beating = setInterval(() => {
        if ((controller.desiredSize ?? 0) > 0) controller.enqueue(heartbeat);
      }, heartbeatMs);
    },
    async pull(controller) {
      const { done, value } = await answers.next();
      if (!done) return controller.enqueue(encoder.encode(messageOf(value)));
      clearInterval(beating);
      controller.enqueue(encoder.encode('event: complete\ndata:\n\n'));
      controller.close();
    },
    async cancel() {
      clearInterval(beating);
      await answers.return?.();
    },
  });
}

/** The status was that of a response, and has been sent long since. */
function withoutStatus(answer: Answer): Answer {
  if (!answer.errors) return answer;
  const errors = answer.errors.map((error) => {
    const { http: _http, ...extensions } = error.extensions;
    return new GraphQLError(error.message, { ...error, extensions });
  });
  return { ...answer, errors };
}

function messageOf(answer: Answer): string {
  const id = answer[eventIdOf];
  // An id with a line break would begin a field of its own.
  const line = id === undefined || /[\r\n\0]/.test(id) ? '' : `id: ${id}\n`;
  return `event: next\n${line}data: ${JSON.stringify(withoutStatus(answer))}\n\n`;
}
