import type { IncomingHttpHeaders } from 'node:http';
import type { Dispatcher } from 'undici';

/** What a request carries on the wire; path and query are already encoded. */
export interface WireRequest {
  method: string;
  path: string;
  headers: Readonly<Record<string, string>>;
  body: string | null;
}

/** A complete answer: status, headers and the whole body. */
export interface WireAnswer {
  status: number;
  headers: IncomingHttpHeaders;
  body: Buffer;
}

export type FaultKind =
  /** The connection could not be made, or broke. */
  | 'connection'
  /** No complete answer in time. */
  | 'timeout'
  /** Something came that is no answer in HTTP, or too much of it. */
  | 'malformed'
  /** The operation ended before the answer. */
  | 'ended';

/** A request that got no complete answer. `code` is the system's or undici's name of the cause. */
export class Fault extends Error {
  override readonly name = 'Fault';
  readonly kind: FaultKind;
  readonly code: string;
  /** False where the request surely never left: a write may then be reported as not done. */
  readonly sent: boolean;

  constructor(kind: FaultKind, code: string, sent: boolean) {
    super(`${kind}: ${code}`);
    this.kind = kind;
    this.code = code;
    this.sent = sent;
  }
}

/** Ends one request from outside, wherever it stands: waiting, connecting, or reading the body. */
export class Stop {
  fault: Fault | null = null;
  /** Set while an exchange runs. */
  onStop: ((fault: Fault) => void) | null = null;

  now(kind: 'timeout' | 'ended', code: string = kind): void {
    if (this.fault) return;
    this.fault = new Fault(kind, code, this.onStop !== null);
    this.onStop?.(this.fault);
  }
}

const malformedCodes = new Set([
  'UND_ERR_HEADERS_OVERFLOW',
  'UND_ERR_RES_EXCEEDED_MAX_SIZE',
  'UND_ERR_RES_CONTENT_LENGTH_MISMATCH',
  'UND_ERR_INVALID_ARG',
]);
const unsentCodes = new Set([
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'UND_ERR_CONNECT_TIMEOUT',
  'UND_ERR_DESTROYED',
  'UND_ERR_CLOSED',
  'UND_ERR_INVALID_ARG',
  'ERR_TLS_CERT_ALTNAME_INVALID',
  'CERT_HAS_EXPIRED',
  'DEPTH_ZERO_SELF_SIGNED_CERT',
  'SELF_SIGNED_CERT_IN_CHAIN',
  'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
]);

function toFault(error: unknown, started: boolean): Fault {
  if (error instanceof Fault) return error;
  const code = error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : 'UNKNOWN';
  const kind = malformedCodes.has(code) || code.startsWith('HPE_') ? 'malformed' : 'connection';
  return new Fault(kind, code, started && !unsentCodes.has(code));
}

/** Told how a request has ended: once, by one of the two. */
export interface Exchanged {
  answered(answer: WireAnswer): void;
  failed(fault: Fault): void;
}

/**
 * One request over a pool, read to its end. Written against `dispatch`, the cheapest call that undici has: no stream is made. Redirects
 * are answers like any other.
 */
export function exchange(pool: Dispatcher, request: WireRequest, maxBytes: number, stop: Stop, told: Exchanged): void {
  pool.dispatch(
    { method: request.method, path: request.path, headers: request.headers, body: request.body },
    new Exchange(maxBytes, stop, told),
  );
}

class Exchange implements Dispatcher.DispatchHandler {
  readonly #maxBytes: number;
  readonly #stop: Stop;
  readonly #told: Exchanged;
  #controller: Dispatcher.DispatchController | null = null;
  #status = 0;
  #headers: IncomingHttpHeaders = {};
  #first: Buffer | null = null;
  #chunks: Buffer[] | null = null;
  #bytes = 0;
  #isOver = false;

  constructor(maxBytes: number, stop: Stop, told: Exchanged) {
    this.#maxBytes = maxBytes;
    this.#stop = stop;
    this.#told = told;
    stop.onStop = (fault) => {
      // Nothing was sent as long as the request waited for its connection.
      this.#fail(this.#controller ? fault : new Fault(fault.kind, fault.code, false));
      this.#controller?.abort(fault);
    };
  }

  onRequestStart(controller: Dispatcher.DispatchController): void {
    this.#controller = controller;
    if (this.#stop.fault) controller.abort(this.#stop.fault);
  }

  onResponseStart(_controller: Dispatcher.DispatchController, status: number, headers: IncomingHttpHeaders): void {
    // An interim 1xx answer precedes the real one.
    if (status < 200) return;
    this.#status = status;
    this.#headers = headers;
  }

  onResponseData(controller: Dispatcher.DispatchController, chunk: Buffer): void {
    this.#bytes += chunk.length;
    if (this.#bytes > this.#maxBytes) controller.abort(new Fault('malformed', 'BODY_TOO_LARGE', true));
    else if (!this.#first) this.#first = chunk;
    else {
      this.#chunks ??= [this.#first];
      this.#chunks.push(chunk);
    }
  }

  onResponseEnd(): void {
    if (!this.#ends()) return;
    const body = this.#chunks ? Buffer.concat(this.#chunks) : (this.#first ?? nothing);
    this.#told.answered({ status: this.#status, headers: this.#headers, body });
  }

  onResponseError(_controller: Dispatcher.DispatchController, error: Error): void {
    this.#fail(toFault(error, this.#controller !== null));
  }

  #fail(fault: Fault): void {
    if (this.#ends()) this.#told.failed(fault);
  }

  /** False: it has ended before. */
  #ends(): boolean {
    if (this.#isOver) return false;
    this.#isOver = true;
    this.#stop.onStop = null;
    return true;
  }
}

const nothing = Buffer.alloc(0);
