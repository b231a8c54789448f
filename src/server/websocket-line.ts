import type { IncomingMessage } from 'node:http';
import { CloseCode, type Server } from 'graphql-ws';
import type { WebSocket } from 'ws';
import { textOf } from './body.ts';
import { leaving } from './http-server.ts';

/** As much as a frame that closes a connection can carry: some reasons name an id of the client's. */
const maxReasonBytes = 123;
/** What waits for a client that goes on asking and takes nothing. */
const maxWaiting = 16_000_000;
/** How often a client is asked whether it is still there; it has as long to answer. */
const keepAliveMs = 12_000;

/**
 * One connection. A client that is cut asks all of it again at another server, and what it writes would be written twice: so it
 * is kept until what has begun is answered. Streams have no end, and go on elsewhere.
 */
export class Line {
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
export function serve(protocol: Server<Line>, line: Line): void {
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
