import { IncomingMessage } from 'node:http';
import { isJson } from './requests.ts';

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
    // Digits alone, as the parser of HTTP sees to; not a number where it is not there.
    Number(headers['content-length']) <= maxBytes &&
    isJson(headers['content-type'])
  );
}

/**
 * A request whose body can be taken past the buffers of a stream, which cost more than all that is read from it: nearly every body comes
 * in one piece.
 */
export class Incoming extends IncomingMessage {
  #isTaken = false;
  #done: ((body: Buffer) => void) | null = null;
  #first: Buffer | null = null;
  #chunks: Buffer[] | null = null;

  /** Calls back with the body when all of it is there; of a client that leaves before, nothing more is heard. Asked at once or never. */
  takeBody(done: (body: Buffer) => void): void {
    this.#isTaken = true;
    this.#done = done;
  }

  /** Here the parser gives each piece of the body, and null behind the last. */
  override push(chunk: Buffer | null, encoding?: BufferEncoding): boolean {
    if (!this.#isTaken) return super.push(chunk, encoding);
    if (chunk === null) this.#end();
    else if (!this.#first) this.#first = chunk;
    else if (this.#chunks) this.#chunks.push(chunk);
    else this.#chunks = [this.#first, chunk];
    return true;
  }

  /** What was taken does not flow: Node asks for it of requests that nobody has read. */
  override resume(): this {
    return this.#isTaken ? this : super.resume();
  }

  /** Nothing of the body is held beyond its use: the connection may be kept long. */
  #end(): void {
    const [done, first, chunks] = [this.#done, this.#first, this.#chunks];
    [this.#done, this.#first, this.#chunks] = [null, null, null];
    done?.(chunks ? Buffer.concat(chunks) : (first ?? Buffer.alloc(0)));
  }
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
