import {
  createServer,
  type IncomingMessage,
  type OutgoingHttpHeader,
  type OutgoingHttpHeaders,
  type RequestListener,
  type Server,
} from 'node:http';
import type { Duplex } from 'node:stream';
import { Incoming } from './incoming.ts';
import { Outgoing } from './outgoing.ts';

/** How long a client may take. */
export interface Patience {
  /** Until all of a request is there. */
  readonly requestMs: number;
  readonly headersMs: number;
  /** Without a byte in either direction, as a client that takes nothing of its answer. */
  readonly idleMs: number;
  /** How often it is looked at. */
  readonly everyMs: number;
}

/** Slow clients are waited for, those that only hold a connection are not: at the latest after 25 seconds. */
export const patience: Patience = { requestMs: 20_000, headersMs: 10_000, idleMs: 60_000, everyMs: 5_000 };

/** A connection on which nothing is done. */
const idle = {
  /** Clients are told that they may keep it for so long. */
  toldMs: 5_000,
  /** It is kept so much longer, so that a client whose clock or request is late does not send into one that is being closed. */
  graceMs: 2_000,
};

/** How a server that ends takes its leave. */
export const leaving = {
  /**
   * How long new requests are still taken once the end is known: a balancer may not have looked at `/ready` yet, and as long as idle
   * connections are kept a client may still send on one.
   */
  noticeMs: idle.toldMs + idle.graceMs,
  /** An operation that has just begun has ten seconds, and its answer a moment more to leave. */
  drainMs: 10_500,
};
const sweepMs = 50;

type Headers = OutgoingHttpHeaders | OutgoingHttpHeader[];

/** Connections that go on in another protocol than HTTP. */
export interface Upgrades {
  /** Any other request to go on in another protocol is answered as if it did not ask for that. */
  takes(request: IncomingMessage): boolean;
  /** From then on all that becomes of the connection is its business, errors too. */
  upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void;
}

/** A server that closes the connections of clients who do not finish what they have begun. */
export function createHttpServer(
  listener: RequestListener<typeof Incoming, typeof Outgoing>,
  upgrades: Upgrades | null = null,
  { requestMs, headersMs, idleMs, everyMs }: Patience = patience,
) {
  let isLeaving = false;
  class Answer extends Outgoing {
    override writeHead(status: number, reason?: string | Headers, headers?: Headers): this {
      if (isLeaving) this.setHeader('Connection', 'close');
      return super.writeHead(status, reason as string, headers);
    }
  }
  const limits = { requestTimeout: requestMs, headersTimeout: headersMs, connectionsCheckingInterval: everyMs };
  const shouldUpgradeCallback = (request: IncomingMessage) => upgrades?.takes(request) ?? false;
  const made = { ...limits, shouldUpgradeCallback, IncomingMessage: Incoming, ServerResponse: Answer };
  const server = createServer(made, listener);
  if (upgrades) server.on('upgrade', upgrades.upgrade);
  server.keepAliveTimeout = idle.toldMs;
  server.keepAliveTimeoutBuffer = idle.graceMs;
  server.setTimeout(idleMs);
  return Object.assign(server, {
    /** From now on every answer closes its connection, also of what runs already: no client can use it again just when it is closed. */
    sendAway() {
      isLeaving = true;
    },
  });
}

/** Resolves when it listens; raises where the address cannot be had. */
export function listen(server: Server, host: string, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, () => {
      server.off('error', reject);
      resolve();
    });
  });
}

/**
 * Takes no new connection, and resolves when what runs has been answered, after ten seconds at the latest. Connections that
 * fall idle are closed as they do, or clients would keep them open and the server waiting.
 */
export function drained(server: Server): Promise<void> {
  return new Promise((resolve) => {
    const sweep = setInterval(() => server.closeIdleConnections(), sweepMs);
    const overdue = setTimeout(() => server.closeAllConnections(), leaving.drainMs);
    server.close(() => {
      clearInterval(sweep);
      clearTimeout(overdue);
      resolve();
    });
    server.closeIdleConnections();
  });
}
