import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';

/** A request with its body read. */
export interface ReceivedRequest {
  message: IncomingMessage;
  url: URL;
  body: string;
  response: ServerResponse;
}

/** A listening address. */
export interface Listener {
  /** `http://127.0.0.1:4011` */
  readonly origin: string;
  readonly port: number;
  /** Ends every connection, and refuses new ones for so long. */
  refuse(milliseconds: number): Promise<void>;
  /** Ends every connection, open answers too. */
  close(): Promise<void>;
}

const LARGEST_BODY = 10 * 1024 * 1024;

/** Listens on the loopback address alone; port 0 is any free one. */
export async function listen(port: number, handle: (request: ReceivedRequest) => Promise<void>): Promise<Listener> {
  const server = createServer((message, response) => {
    receive(message, response, handle).catch((error: unknown) => {
      // A mistake of the simulator must not look like an answer of the CRM.
      response.destroy(error instanceof Error ? error : new Error('the simulator failed'));
      process.emitWarning(error instanceof Error ? (error.stack ?? error.message) : String(error), 'SimulatorFailure');
    });
  });
  server.keepAliveTimeout = 30_000;
  await open(server, port);
  const address = server.address() as AddressInfo;
  let isClosed = false;
  return {
    origin: `http://127.0.0.1:${address.port}`,
    port: address.port,
    async refuse(milliseconds) {
      await close(server);
      await sleep(milliseconds);
      // The port may have gone to a connection of somebody else, and comes back.
      while (!isClosed && !server.listening) await open(server, address.port).catch(() => sleep(50));
    },
    close() {
      isClosed = true;
      return close(server);
    },
  };
}

function open(server: Server, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', () => {
      server.off('error', reject);
      resolve();
    });
  });
}

function close(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
}

async function receive(
  message: IncomingMessage,
  response: ServerResponse,
  handle: (request: ReceivedRequest) => Promise<void>,
): Promise<void> {
  const chunks: Buffer[] = [];
  let size = 0;
  try {
    for await (const chunk of message as AsyncIterable<Buffer>) {
      size += chunk.length;
      if (size > LARGEST_BODY) {
        response.writeHead(413).end();
        return;
      }
      chunks.push(chunk);
    }
  } catch {
    // The client left before its request was whole.
    return;
  }
  const url = new URL(message.url ?? '/', 'http://127.0.0.1');
  await handle({ message, url, body: Buffer.concat(chunks).toString('utf8'), response });
}
