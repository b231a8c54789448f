import type { IncomingMessage } from 'node:http';
import { jsonBody } from './requests.ts';

const length = /^\d{1,7}$/;

/**
 * Whether a request is what clients nearly always send: an operation as JSON of a known length. A stream of events is none, and holds
 * less for as long as it lasts where its body was not read beforehand.
 */
export function isOrdinary({ method, url, headers }: IncomingMessage, path: string, maxBytes: number): boolean {
  return (
    method === 'POST' &&
    url === path &&
    headers['access-control-request-headers'] === undefined &&
    headers['content-encoding'] === undefined &&
    headers.expect === undefined &&
    headers.accept !== 'text/event-stream' &&
    length.test(headers['content-length'] ?? '') &&
    Number(headers['content-length']) <= maxBytes &&
    jsonBody.test(headers['content-type'] ?? '')
  );
}

/** Calls back with the body when all of it is there; of a client that leaves before, nothing more is heard. */
export function readBody(request: IncomingMessage, done: (body: Buffer) => void): void {
  let first: Buffer | null = null;
  let chunks: Buffer[] | null = null;
  request.on('data', (chunk: Buffer) => {
    if (!first) first = chunk;
    else {
      chunks ??= [first];
      chunks.push(chunk);
    }
  });
  request.on('end', () => done(chunks ? Buffer.concat(chunks) : (first ?? Buffer.alloc(0))));
}

/** Gives a request the body that was read from it, for whoever reads it next. */
export function withBody(request: IncomingMessage, body: Buffer): IncomingMessage {
  const again = {
    body,
    async *[Symbol.asyncIterator]() {
      if (body.length > 0) yield body;
    },
  };
  return Object.assign(request, { body: again });
}
