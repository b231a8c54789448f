import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface Received {
  method: string;
  path: string;
  headers: IncomingMessage['headers'];
  body: string;
}

export type Answer = (response: ServerResponse, request: Received) => void;

/** An HTTP server whose every answer the test decides. */
export interface UpstreamServer {
  readonly url: string;
  /** Everything received, in order. */
  readonly received: Received[];
  /** The most requests that were open at one time. */
  readonly mostAtOnce: () => number;
  /** Answers to come: each is used once, the last one for ever. */
  answer(...answers: Answer[]): void;
  close(): Promise<void>;
  [Symbol.asyncDispose](): Promise<void>;
}

export function json(value: unknown, status = 200, headers: Record<string, string> = {}): Answer {
  return (response) => {
    response.writeHead(status, { 'content-type': 'application/json; charset=utf-8', ...headers });
    response.end(JSON.stringify(value));
  };
}

export function text(body: string, status = 200, headers: Record<string, string> = {}): Answer {
  return (response) => {
    response.writeHead(status, { 'content-type': 'text/html', ...headers });
    response.end(body);
  };
}

/** Never answers. */
export const hang: Answer = () => {};

/** Breaks the connection before the status line. */
export const reset: Answer = (response) => {
  response.socket?.resetAndDestroy();
};

/** Promises more than it sends, then breaks the connection. */
export const truncated: Answer = (response) => {
  response.writeHead(200, { 'content-type': 'application/json', 'content-length': '1000' });
  response.write('{"value":[');
  setTimeout(() => response.socket?.destroy(), 10);
};

/** One byte now and then, without end. */
export const drip: Answer = (response) => {
  response.writeHead(200, { 'content-type': 'application/json' });
  const timer = setInterval(() => response.write(' '), 30);
  response.on('close', () => clearInterval(timer));
};

async function readBody(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString('utf8');
}

export async function startUpstream(...first: Answer[]): Promise<UpstreamServer> {
  const received: Received[] = [];
  let answers = first;
  let open = 0;
  let most = 0;
  const server = createServer(async (request, response) => {
    open += 1;
    most = Math.max(most, open);
    response.on('close', () => {
      open -= 1;
    });
    const body = await readBody(request).catch(() => '');
    const one = { method: request.method ?? '', path: request.url ?? '', headers: request.headers, body };
    received.push(one);
    const next = answers.length > 1 ? answers.shift() : answers[0];
    next?.(response, one);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const close = () =>
    new Promise<void>((resolve) => {
      server.close(() => resolve());
      server.closeAllConnections();
    });
  return {
    url: `http://127.0.0.1:${port}`,
    received,
    mostAtOnce: () => most,
    answer: (...next) => {
      answers = next;
    },
    close,
    [Symbol.asyncDispose]: close,
  };
}
