import { createSourceEventStream, type ExecutionArgs, type ExecutionResult, execute, GraphQLError } from 'graphql';
import { isAsyncIterable, type Plugin } from 'graphql-yoga';
import type { ChangeEvent } from '../events/bus.ts';
import { SlowReader } from '../events/queue.ts';
import { takesEvents } from './accept.ts';
import { operationOf } from './operation.ts';
import { unacceptable } from './requests.ts';
import { spentOn } from './timing.ts';

/** The context that one event of a subscription is answered in: nothing read for an earlier one is used again. */
export type EventContext = (request: Request, event: ChangeEvent) => Promise<object>;

/** On each answer of a stream: the id under which it can be gone on behind. Text formats do not see it. */
export const eventIdOf = Symbol('event id');

/** Takes the answers of a stream where they go out by another way than this response. */
export type Sink = (answers: AsyncIterableIterator<ExecutionResult>) => void;

/** Answers each event of a subscription for itself; what ends the stream early is told as its last answer. */
export function useEvents(contextFor: EventContext): Plugin {
  return {
    onSubscribe({ args: { contextValue }, setSubscribeFn }) {
      const { request, sink } = contextValue as { request: Request; sink?: Sink };
      // Refused before anything is followed: nobody would ever end what cannot be written.
      if (!sink && !takesEvents(request)) throw unacceptable();
      setSubscribeFn(async (args: ExecutionArgs) => {
        const source = await createSourceEventStream(args);
        if (!isAsyncIterable(source)) return source;
        release(args.contextValue as { request: Request });
        return new Answers(source as AsyncIterable<ChangeEvent>, args, contextFor);
      });
    },
  };
}

class Answers implements AsyncIterableIterator<ExecutionResult> {
  readonly #events: AsyncIterator<ChangeEvent>;
  readonly #args: Omit<ExecutionArgs, 'contextValue'>;
  readonly #request: Request;
  readonly #contextFor: EventContext;
  #isOver = false;

  constructor(source: AsyncIterable<ChangeEvent>, args: ExecutionArgs, contextFor: EventContext) {
    const { schema, document, variableValues, operationName } = args;
    this.#events = source[Symbol.asyncIterator]();
    this.#args = { schema, document, variableValues: variableValues ?? null, operationName: operationName ?? null };
    this.#request = (args.contextValue as { request: Request }).request;
    this.#contextFor = contextFor;
    settle(this.#request);
  }

  async next(): Promise<IteratorResult<ExecutionResult>> {
    if (this.#isOver) return { done: true, value: undefined };
    try {
      settle(this.#request);
      const { done, value } = await this.#events.next();
      if (done) return this.return();
      return { done: false, value: await this.#answer(value) };
    } catch (cause) {
      await this.return();
      return { done: false, value: { errors: [streamError(cause)] } };
    }
  }

  async return(): Promise<IteratorResult<ExecutionResult>> {
    this.#isOver = true;
    await this.#events.return?.();
    return { done: true, value: undefined };
  }

  [Symbol.asyncIterator](): this {
    return this;
  }

  async #answer(event: ChangeEvent): Promise<ExecutionResult> {
    const request = this.#request;
    const contextValue = { request, ...(await this.#contextFor(request, event)) };
    const result = (await execute({ ...this.#args, rootValue: event, contextValue })) as ExecutionResult;
    return { ...result, [eventIdOf]: event.id } as ExecutionResult;
  }
}

/** Of a context that has done its work the answer's headers are left, and what it has spent: thousands of streams wait most of the time. */
function settle(request: Request): void {
  const operation = operationOf(request);
  const { context } = operation;
  if (!context) return;
  const { calls, identity, ticket, responseHeaders } = context;
  if (calls.calls.length > 0) operation.earlier = spentOn(operation);
  operation.context = { calls: { ...calls, calls: [] }, identity, ticket, responseHeaders };
}

/** The engine keeps what a stream began with for as long as it lasts; our part of it nobody asks for anything again. */
function release(contextValue: { request: Request; [name: string]: unknown }): void {
  for (const name of Object.keys(operationOf(contextValue.request).context ?? {})) contextValue[name] = undefined;
}

function streamError(cause: unknown): GraphQLError {
  if (cause instanceof SlowReader) return new GraphQLError(cause.message, { extensions: { code: 'OVERLOADED' } });
  return new GraphQLError('The stream has ended.', { originalError: cause instanceof Error ? cause : null });
}
