import type { IncomingMessage } from 'node:http';
import { type ExecutionResult, GraphQLError, type GraphQLFormattedError, type GraphQLSchema, parse } from 'graphql';
import { type Context, handleProtocols, makeServer, type SubscribePayload } from 'graphql-ws';
import { WebSocketServer } from 'ws';
import type { Config } from '../config.ts';
import type { Upgrades } from './http-server.ts';
import { newOperation } from './operation.ts';
import { originAllowed } from './origins.ts';
import { endingWith } from './parts.ts';
import { pathOf } from './path.ts';
import { refused, tooDeep } from './requests.ts';
import type { Sink } from './subscriptions.ts';
import { Line, serve } from './websocket-line.ts';

/** The graph, as any transport asks it. */
export interface Asked {
  fetch(
    url: string,
    init: RequestInit,
    given: { req: IncomingMessage; sink: Sink; socket: { destroy(): void } },
  ): Response | Promise<Response>;
}

export interface WebSockets extends Upgrades {
  /** Tells each client that the server goes away, as soon as what it has asked is answered; resolves when all have gone. */
  close(): Promise<void>;
}

const maxPayload = 1_000_000;
const maxOperations = 100;

/**
 * What a client says of itself, with the connection or in its first message: pages cannot set headers. Cookies are not among
 * them, since any page could open a connection that brings those of its reader.
 */
const takenHeaders = `authorization x-tenant accept-language so-language so-culture so-timezone x-onoffice-customer
  x-onoffice-claim x-api-key x-request-id x-explain`.split(/\s+/);

/** Those that prove who asks. */
const proofs = new Set(['authorization', 'x-api-key']);

/** Stands for whatever is asked: the graph itself reads what that is. */
const anything = parse('subscription { __typename }');

/** Operations over WebSocket (the protocol graphql-transport-ws), each through all that those over HTTP go through. */
export function createWebSockets(graph: Asked, schema: GraphQLSchema, config: Config, path: string): WebSockets {
  // Each message has a turn of its own: what one has ended must be over when the next one comes, which may use its id again.
  const given = { noServer: true, maxPayload, handleProtocols, allowSynchronousEvents: false };
  const server = new WebSocketServer(given);
  const lines = new Set<Line>();
  const protocol = makeServer<Record<string, unknown>, Line>({
    onSubscribe: (context, _id, payload) => {
      const { extra: line, subscriptions } = context;
      if (line.isLeaving) return never();
      if (Object.keys(subscriptions).length > maxOperations) return [tooMany()];
      const done = line.begin();
      const url = `http://websocket${path}`;
      const answers = new Answers((signal) => asked(graph, url, { context, payload, signal, done }), done);
      return { schema, document: anything, rootValue: endingWith(answers, null).parts, contextValue: {} };
    },
    subscribe: ({ rootValue }) => rootValue as AsyncIterableIterator<ExecutionResult>,
    onError: (context, _id, _payload, errors) => errors.flatMap(refusals).map((each) => toldOf(each, context)),
  });
  return {
    takes(request) {
      const { origin, host = null, upgrade } = request.headers;
      const isAllowed = origin === undefined || originAllowed(config, origin, host);
      return isAllowed && upgrade?.toLowerCase() === 'websocket' && pathOf(request) === path;
    },
    upgrade(request, socket, head) {
      server.handleUpgrade(request, socket, head, (socket) => {
        const line = new Line(socket, request);
        lines.add(line);
        socket.once('close', () => lines.delete(line));
        serve(protocol, line);
      });
    },
    close: async () => {
      const isClosed = new Promise((resolve) => server.close(resolve));
      for (const line of lines) line.leave();
      await isClosed;
    },
  };
}

/** What comes while a connection is about to end is not begun: its client asks it elsewhere. */
const never = () => new Promise<never>(() => undefined);

interface Asking {
  readonly context: Context<Record<string, unknown>, Line>;
  readonly payload: SubscribePayload;
  readonly signal: AbortSignal;
  /** Is called where the answers have no end that anybody could wait for. */
  readonly done: () => void;
}

type Results = AsyncIterator<ExecutionResult>;

/** The answers to an operation, which is broken off when nobody wants them any more. */
class Answers implements AsyncIterableIterator<ExecutionResult> {
  readonly #leaving = new AbortController();
  readonly #answers: Promise<Results>;
  readonly #done: () => void;

  /** `done` is called when the last of them has been taken. */
  constructor(ask: (signal: AbortSignal) => Promise<Results>, done: () => void) {
    this.#answers = ask(this.#leaving.signal);
    this.#done = done;
    // Told to whoever wants the first of them.
    this.#answers.catch(() => undefined);
  }

  async next(): Promise<IteratorResult<ExecutionResult>> {
    try {
      const result = await (await this.#answers).next();
      if (result.done) this.#done();
      return result;
    } catch (error) {
      this.#done();
      throw error;
    }
  }

  async return(): Promise<IteratorResult<ExecutionResult>> {
    this.#done();
    this.#leaving.abort();
    await (await this.#answers).return?.();
    return { done: true, value: undefined };
  }

  [Symbol.asyncIterator](): this {
    return this;
  }
}

/** The errors for which an operation was not run. */
class NotRun extends Error {
  readonly errors: readonly GraphQLError[];

  constructor(errors: readonly GraphQLError[]) {
    super('The operation was not run.');
    this.errors = errors;
  }
}

/** Asks the graph; raises where the operation is not run. */
async function asked(graph: Asked, url: string, { context, payload, signal, done }: Asking): Promise<Results> {
  let answers: Results | null = null;
  const init = { method: 'POST', headers: headersOf(context), body: JSON.stringify(payload), signal };
  const sink: Sink = (given) => {
    answers = given;
    done();
  };
  const cut = { destroy: () => context.extra.socket.terminate() };
  const response = await graph.fetch(url, init, { req: context.extra.request, sink, socket: cut });
  if (answers) return answers;
  const result = (await response.json()) as { data?: unknown; errors?: GraphQLFormattedError[] };
  const errors = (result.errors ?? []).map(asRaised);
  if (!result.data) throw new NotRun(errors);
  return one({ ...result, ...(errors.length > 0 && { errors }) } as ExecutionResult);
}

/** An error as it was raised, from what was told of it: the document that its places are in is not at hand here. */
function asRaised(told: GraphQLFormattedError): GraphQLError {
  return Object.assign(new GraphQLError(told.message, told), { locations: told.locations });
}

/** What an operation is refused for. */
function refusals(error: GraphQLError): readonly GraphQLError[] {
  const { originalError: cause } = error;
  if (cause instanceof NotRun) return cause.errors;
  // It takes a stack to write values down as well.
  return [cause instanceof RangeError ? tooDeep() : error];
}

/** An error as it is told where there is no response to have a status: what has no code is nobody's business. */
function toldOf(error: GraphQLError, context: Asking['context']): GraphQLFormattedError {
  const { http: _http, ...given } = error.extensions;
  // One that was raised here has come by no request that has an id yet.
  const { requestId = newOperation(givenFor(context)('x-request-id') as string).requestId } = given;
  if (typeof given.code === 'string') return { ...error.toJSON(), extensions: { ...given, requestId } };
  return { message: 'An unexpected error occurred.', extensions: { code: 'INTERNAL_SERVER_ERROR', requestId } };
}

async function* one(result: ExecutionResult): AsyncGenerator<ExecutionResult> {
  yield result;
}

/** What a client says under the name of a header. */
function givenFor({ extra, connectionParams = {} }: Asking['context']): (name: string) => unknown {
  const given = Object.fromEntries(
    Object.entries(connectionParams).map(([name, value]) => [name.toLowerCase(), value]),
  );
  return (name) => given[name] ?? extra.request.headers[name];
}

function headersOf(context: Asking['context']): Record<string, string> {
  // Nothing is answered in parts here but subscriptions, whose answers the sink takes.
  const headers: Record<string, string> = { 'content-type': 'application/json', accept: 'application/json' };
  const given = givenFor(context);
  for (const name of takenHeaders) {
    const value = given(name);
    if (value !== undefined && value !== null) headers[name] = headerOf(name, value);
  }
  return headers;
}

/** Clients write numbers and switches as they are in JSON. What could be no header is refused: left out, another value would hold. */
function headerOf(name: string, value: unknown): string {
  const text = ['string', 'number', 'boolean'].includes(typeof value) ? String(value) : null;
  if (text !== null && /^[\x20-\x7e]*$/.test(text)) return text;
  const message = `In connectionParams, ${name} must be a text of printable ASCII characters.`;
  throw proofs.has(name) ? refused(401, 'UNAUTHENTICATED', message) : refused(400, 'BAD_USER_INPUT', message);
}

function tooMany(): GraphQLError {
  return new GraphQLError(`A connection carries at most ${maxOperations} operations at a time.`, {
    extensions: { code: 'OVERLOADED' },
  });
}
