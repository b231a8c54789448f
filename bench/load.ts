import { connect, type Socket } from 'node:net';

/** What one target did with one operation for a while. */
export interface Run {
  readonly answers: number;
  readonly seconds: number;
  /** Milliseconds, ascending. */
  readonly times: Float64Array;
}

/** How long a load lasts: until the time is over, or until so many answers have come. */
export interface Extent {
  readonly clients: number;
  readonly ms: number;
  readonly answers?: number;
  /** Called when all clients are connected; what it gives is called when the last answer is there, ahead of their leaving. */
  readonly begin?: () => () => void;
}

/** A request as bytes of HTTP, and how many bytes the body of its answer has. */
export interface Prepared {
  readonly bytes: Buffer;
  readonly length: number;
}

/** An operation; several requests are sent one after the other, again and again. */
export interface Asked {
  readonly port: number;
  readonly requests: readonly Prepared[];
  /** Which of them is sent next: a load goes on where the last one ended. */
  next: number;
}

/** What is sent: a POST of a body, or a GET where there is none. */
export interface Sent {
  readonly port: number;
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | null;
}

/** The bytes of a request over a connection that stays open. */
export function bytesOf({ port, path, headers, body }: Sent): Buffer {
  const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}\r\n`);
  const content = body === null ? '' : `content-length: ${Buffer.byteLength(body)}\r\n`;
  const method = body === null ? 'GET' : 'POST';
  return Buffer.from(
    `${method} ${path} HTTP/1.1\r\nhost: 127.0.0.1:${port}\r\n${lines.join('')}${content}\r\n${body ?? ''}`,
  );
}

/**
 * Asks over and over, `clients` at a time, each on a connection of its own. A generator that costs more than the server
 * would measure itself, so bytes are made before and answers are only counted: a status other than 200, or a body of another
 * length than the one that was compared, ends the run.
 */
export async function load(asked: Asked, extent: Extent): Promise<Run> {
  const { clients, ms, answers = Number.POSITIVE_INFINITY } = extent;
  const sockets = await Promise.all(Array.from({ length: clients }, () => connected(asked.port)));
  const times: number[] = [];
  const end = extent.begin?.();
  const start = performance.now();
  const client = (socket: Socket) =>
    new Promise<void>((resolve, reject) => {
      let sentAt = 0;
      const send = () => {
        const { bytes, length } = asked.requests[asked.next] as Prepared;
        asked.next = (asked.next + 1) % asked.requests.length;
        reader.expect(length);
        sentAt = performance.now();
        socket.write(bytes);
      };
      const done = () => {
        const now = performance.now();
        times.push(now - sentAt);
        if (now - start < ms && times.length < answers) send();
        else resolve();
      };
      const reader = new Reader(done, reject);
      socket.on('data', (chunk) => reader.take(chunk));
      socket.on('error', reject);
      socket.on('close', () => reject(new Error('the server closed a connection')));
      send();
    });
  try {
    await Promise.all(sockets.map(client));
    end?.();
  } finally {
    for (const socket of sockets) socket.removeAllListeners('close').destroy();
  }
  const seconds = (performance.now() - start) / 1000;
  return { answers: times.length, seconds, times: Float64Array.from(times).sort() };
}

function connected(port: number): Promise<Socket> {
  return new Promise((resolve, reject) => {
    const socket = connect({ port, host: '127.0.0.1', noDelay: true });
    socket.once('connect', () => resolve(socket.off('error', reject)));
    socket.once('error', reject);
  });
}

/** Finds the end of each answer on a connection that has one at a time. */
class Reader {
  readonly #done: () => void;
  readonly #fail: (error: Error) => void;
  /** What has come of a head that is not complete. */
  #head: Buffer | null = null;
  /** Bytes of the body that are still to come; -1: none of it has begun, infinite: it comes in chunks. */
  #missing = -1;
  #expected = 0;
  #received = 0;
  #tail = '';

  constructor(done: () => void, fail: (error: Error) => void) {
    this.#done = done;
    this.#fail = fail;
  }

  /** How many bytes the next body has. */
  expect(length: number): void {
    this.#expected = length;
  }

  take(chunk: Buffer): void {
    if (this.#missing !== -1) {
      this.#body(chunk, 0);
      return;
    }
    const bytes = this.#head ? Buffer.concat([this.#head, chunk]) : chunk;
    const end = bytes.indexOf('\r\n\r\n');
    if (end < 0) {
      this.#head = bytes;
      return;
    }
    this.#head = null;
    const head = bytes.toString('latin1', 0, end);
    if (!head.startsWith('HTTP/1.1 200')) {
      this.#fail(new Error(`answered ${head.slice(0, 40)}: ${bytes.toString('utf8', end + 4, end + 400)}`));
      return;
    }
    const length = /content-length: (\d+)/i.exec(head)?.[1];
    this.#missing = length === undefined ? Number.POSITIVE_INFINITY : Number(length);
    this.#received = 0;
    this.#tail = '';
    this.#body(bytes, end + 4);
  }

  #body(bytes: Buffer, from: number): void {
    const size = bytes.length - from;
    this.#received += size;
    this.#missing -= size;
    if (this.#missing > 0 && (Number.isFinite(this.#missing) || !this.#isLastChunk(bytes, from))) return;
    // Chunks have frames around them, so their bytes are a few more.
    const isRight = Number.isFinite(this.#missing)
      ? this.#received === this.#expected
      : this.#received >= this.#expected;
    this.#missing = -1;
    if (isRight) this.#done();
    else this.#fail(new Error(`a body of ${this.#received} bytes instead of ${this.#expected}`));
  }

  /** The last chunk is empty; JSON cannot hold the bytes that end it. */
  #isLastChunk(bytes: Buffer, from: number): boolean {
    this.#tail = (this.#tail + bytes.toString('latin1', Math.max(from, bytes.length - 5))).slice(-5);
    return this.#tail === '0\r\n\r\n';
  }
}
