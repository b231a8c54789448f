import type { IncomingMessage } from 'node:http';
import { type ExecutionResult, GraphQLError, type GraphQLFormattedError, type GraphQLSchema, parse } from 'graphql';
import { CloseCode, type Context, handleProtocols, makeServer, type Server, type SubscribePayload } from 'graphql-ws';
import { type WebSocket, WebSocketServer } from 'ws';
import type { Config } from '../config.ts';
import { textOf } from './body.ts';
import { leaving, type Upgrades } from './http-server.ts';
import { originAllowed } from './origins.ts';
import { endingWith } from './parts.ts';
import { pathOf } from './path.ts';
import { refused, tooDeep } from './requests.ts';
import type { Sink } from './subscriptions.ts';

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
/** As much as a frame that closes a connection can carry: some reasons name an id of the client's. */
const maxReasonBytes = 123;
/** What waits for a client that goes on asking and takes nothing. */
const maxWaiting = 16_000_000;
/** How often a client is asked whether it is still there; it has as long to answer. */
const keepAliveMs = 12_000;

/**
 * What a client says of itself, with the connection or in its first message: pages cannot set headers. Cookies are not among
 * them, since any page could open a connection that brings those of its reader.
 */
const takenHeaders = `authorization x-tenant accept-language so-language so-culture so-timezone x-onoffice-customer
  x-onoffice-claim x-api-key x-explain`.split(/\s+/);

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
    onError: (_context, _id, _payload, errors) => errors.flatMap(refusals).map(toldOf),
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

/**
 * One connection. A client that is cut asks all of it again at another server, and what it writes would be written twice: so it
 * is kept until what has begun is answered. Streams have no end, and go on elsewhere.
 */
class Line {
  readonly socket: WebSocket;
  readonly request: IncomingMessage;
  #running = 0;
  #isLeaving = false;

  constructor(socket: WebSocket, request: IncomingMessage) {
    this.socket = socket;
    this.request = request;
  }

  get isLeaving(): boolean {
    return this.#isLeaving;
  }

  /** Counts an operation until the function given back is called, which may be called more than once. */
  begin(): () => void {
    let isDone = false;
    this.#running += 1;
    return () => {
      if (isDone) return;
      isDone = true;
      this.#running -= 1;
      // The last of what it is told is written in this turn.
      if (this.#isLeaving) setImmediate(() => this.#closeIfDone());
    };
  }

  /** Ends when all that runs is answered, and at the latest with the time that every operation has. */
  leave(): void {
    this.#isLeaving = true;
    this.#closeIfDone();
    setTimeout(() => this.socket.terminate(), leaving.drainMs).unref();
  }

  #closeIfDone(): void {
    if (this.#running > 0) return;
    this.socket.close(1001, 'Going away');
    setTimeout(() => this.socket.terminate(), 1000).unref();
  }
}

/** Carries the messages of one connection. Whatever a client breaks on its own is told to it by how the connection ends, and to nobody else. */
function serve(protocol: Server<Line>, line: Line): void {
  const { socket } = line;
  const closed = protocol.opened(
    {
      protocol: socket.protocol,
      send: (text) => new Promise((resolve) => socket.send(text, () => resolve())),
      close: (code, reason = '') => socket.close(code, Buffer.byteLength(reason) > maxReasonBytes ? '' : reason),
      onMessage: (take) => socket.on('message', (data) => void taken(socket, data as Buffer, take)),
    },
    line,
  );
  const stopAsking = keepAlive(socket);
  socket.on('error', () => undefined);
  socket.once('close', (code, reason) => {
    stopAsking();
    closed(code, String(reason)).catch(() => undefined);
  });
}

/** What comes behind the message that has ended the connection is not begun: to its client it is as good as never sent. */
async function taken(socket: WebSocket, data: Buffer, take: (text: string) => Promise<void>): Promise<void> {
  if (socket.readyState !== socket.OPEN) return;
  try {
    await take(textOf(data));
  } catch {
    // A binary message that is no text, or one of a kind that servers send.
    socket.close(CloseCode.BadRequest, 'Invalid message received');
  }
}

/** Cuts a client that is not there any more, or has others write for it what it does not read. */
function keepAlive(socket: WebSocket): () => void {
  let isThere = true;
  const timer = setInterval(() => {
    if (!isThere) return socket.terminate();
    isThere = false;
    socket.ping();
  }, keepAliveMs);
  const heard = () => socket.bufferedAmount > maxWaiting && socket.terminate();
  socket.prependListener('message', heard).on('ping', heard);
  socket.on('pong', () => {
    isThere = true;
  });
  return () => clearInterval(timer);
}

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
function toldOf(error: GraphQLError): GraphQLFormattedError {
  const { http: _http, ...extensions } = error.extensions;
  if (typeof extensions.code === 'string') return { ...error.toJSON(), extensions };
  return { message: 'An unexpected error occurred.', extensions: { code: 'INTERNAL_SERVER_ERROR' } };
}

async function* one(result: ExecutionResult): AsyncGenerator<ExecutionResult> {
  yield result;
}

function headersOf({ extra, connectionParams = {} }: Asking['context']): Record<string, string> {
  // Nothing is answered in parts here but subscriptions, whose answers the sink takes.
  const headers: Record<string, string> = { 'content-type': 'application/json', accept: 'application/json' };
  const given = Object.fromEntries(
    Object.entries(connectionParams).map(([name, value]) => [name.toLowerCase(), value]),
  );
  for (const name of takenHeaders) {
    const value = given[name] ?? extra.request.headers[name];
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
