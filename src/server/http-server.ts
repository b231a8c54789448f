import { createServer, type RequestListener, type Server } from 'node:http';

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

/** How a server that ends takes its leave. */
export const leaving = {
  /** Two looks of a balancer that asks every second which replicas are ready. */
  noticeMs: 2000,
  /** An operation that has just begun has ten seconds, and its answer a moment more to leave. */
  drainMs: 10_500,
};
const sweepMs = 50;

/** A server that closes the connections of clients who do not finish what they have begun. */
export function createHttpServer(
  listener: RequestListener,
  { requestMs, headersMs, idleMs, everyMs } = patience,
): Server {
  const limits = { requestTimeout: requestMs, headersTimeout: headersMs, connectionsCheckingInterval: everyMs };
  const server = createServer(limits, listener);
  server.setTimeout(idleMs);
  return server;
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

/** Still takes what comes, and has each client come back by a new connection, which may lead elsewhere. */
export function sendAway(server: Server): void {
  server.prependListener('request', (_request, response) => response.setHeader('Connection', 'close'));
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
