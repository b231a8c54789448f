import { Answer, type HttpAnswer } from './answer.ts';
import { type BreakerState, Refused, refusalOf } from './breaker.ts';
import type { CallScope, EndSignal, ObservedCall, UpstreamCall } from './calls.ts';
import { Due, DueList } from './due.ts';
import { type System, UpstreamError } from './errors.ts';
import { type Exchanged, exchange, Fault, Stop, type WireAnswer } from './exchange.ts';
import { createLanes, type Lane } from './lanes.ts';

const MAX_BODY_BYTES = 16 * 1024 * 1024;
/** What every request wants: JSON as it is. Where nothing is said of encodings, a server may use any (RFC 9110, 12.5.3). */
export const wantsJson = { accept: 'application/json', 'accept-encoding': 'identity' } as const;
/** Without a `Retry-After`, a retry waits between this and twice this. */
const RETRY_PAUSE_MS = 50;

export interface HttpRequest {
  system: System;
  /** Whose capacity, breaker and retry budget this uses: a tenant or a customer. Never part of a message. */
  lane: string;
  /** `https://host:port` */
  origin: string;
  /** Path and query, encoded. */
  path: string;
  /** How the log of calls names it: no query, no host. */
  label: string;
  method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  headers: Readonly<Record<string, string>>;
  /** A function is called for each attempt, so that a signature can be made anew. */
  body?: string | (() => string);
  /** A `read` may be asked twice and ends with the operation; a `write` is sent once and runs to its end. */
  intent: 'read' | 'write';
  /** Kind of a write, for the log. */
  kind?: string;
  scope: CallScope;
}

export interface Http {
  /** Whatever the upstream does, this raises nothing but `UpstreamError`. */
  send(request: HttpRequest): Promise<HttpAnswer>;
  /** Breakers by system and lane, for readiness and metrics. */
  breakers(): { system: System; lane: string; state: BreakerState }[];
  close(): Promise<void>;
}

export interface HttpOptions {
  /** One attempt until the last byte of its body; its turn must come within the same time. */
  timeoutMs: number;
  /** The whole operation, from `CallScope.startedAt` on, where its scope says nothing else: no retry waits beyond it. */
  deadlineMs: number;
  /** Requests at a time for one lane. */
  connections: Record<System, number>;
  /** Told of each attempt when it ends. */
  onCall?: (call: UpstreamCall) => void;
}

function raise(system: System, intent: 'read' | 'write', error: unknown): UpstreamError {
  if (error instanceof UpstreamError) return error;
  const refusal = refusalOf(error);
  if (refusal) {
    return new UpstreamError(system, refusal.why === 'full' ? 'overloaded' : 'unavailable', { retryAfter: 2 });
  }
  if (!(error instanceof Fault)) throw error;
  const cause = new Error(error.code);
  if (intent === 'write' && error.sent) return new UpstreamError(system, 'unknownOutcome', { cause });
  if (error.kind === 'malformed') return new UpstreamError(system, 'malformed', { cause });
  if (error.kind === 'connection') return new UpstreamError(system, 'unavailable', { cause });
  return new UpstreamError(system, 'timeout', { cause, isOver: error.code !== 'timeout' });
}

const attempts = new DueList();

/**
 * One attempt: so long in the queue at most, and again so long on the wire. A write that has begun goes on when the client leaves, but
 * the answer to who still waits is not later than the deadline.
 */
class Attempt extends Due implements Exchanged {
  readonly #lane: Lane;
  readonly #request: HttpRequest;
  readonly #options: HttpOptions;
  readonly #isAgain: boolean;
  readonly #stop = new Stop();
  readonly #onAbort = () => this.#end('ended');
  #hasTurn = false;
  /** Of what was sent: its entry in the log, who watches it, and who waits for it. */
  #call: UpstreamCall | null = null;
  #observed: ObservedCall | null = null;
  #resolve: ((answer: Answer) => void) | null = null;
  #reject: ((fault: Fault) => void) | null = null;
  /** Ends the waiting of one that has not had its turn. */
  #giveUp: ((reason: unknown) => void) | null = null;

  /** `isAgain`: the second one of its request. */
  constructor(lane: Lane, request: HttpRequest, options: HttpOptions, isAgain: boolean) {
    super();
    this.#lane = lane;
    this.#request = request;
    this.#options = options;
    this.#isAgain = isAgain;
  }

  run(): Promise<HttpAnswer> {
    const asked = this.#lane.guard.run(() => this.#ask());
    // Mostly it has had its turn by now, and is released with its answer.
    if (this.#hasTurn) return asked;
    this.#watch(performance.now() + this.#options.timeoutMs);
    return new Promise<HttpAnswer>((resolve, reject) => {
      this.#giveUp = (reason) => {
        this.#release();
        reject(reason);
      };
      asked.then(resolve, this.#giveUp);
    });
  }

  /** What runs when the request has its turn. */
  #ask(): Promise<Answer> {
    const stop = this.#stop;
    if (stop.fault) throw stop.fault;
    const { method, path, scope, body, headers } = this.#request;
    const now = performance.now();
    const end = endOf(scope, this.#options);
    // The signal may come a moment after the time is over: nothing is begun in between.
    if (now >= end) throw new Fault('ended', 'ended', false);
    const call = begin(this.#request, now, this.#isAgain);
    this.#hasTurn = true;
    const observed = scope.observer?.began(call) ?? null;
    this.#call = call;
    this.#observed = observed;
    const wire = {
      method,
      path,
      headers: observed?.headers ? { ...headers, ...observed.headers } : headers,
      body: typeof body === 'function' ? body() : (body ?? null),
    };
    this.#watch(Math.min(now + this.#options.timeoutMs, end));
    return new Promise((resolve, reject) => {
      this.#resolve = resolve;
      this.#reject = reject;
      exchange(this.#lane.pool, wire, MAX_BODY_BYTES, stop, this);
    });
  }

  answered(answer: WireAnswer): void {
    const call = this.#call as UpstreamCall;
    call.status = answer.status;
    call.bytes = answer.body.length;
    this.#ended(call);
    this.#resolve?.(new Answer(answer, call, this.#request.intent));
  }

  failed(fault: Fault): void {
    this.#ended(this.#call as UpstreamCall);
    this.#reject?.(fault);
  }

  #ended(call: UpstreamCall): void {
    this.#release();
    call.ms = performance.now() - this.#request.scope.startedAt - call.startMs;
    this.#observed?.ended();
    this.#options.onCall?.(call);
  }

  override due(): void {
    const isOver = this.at >= endOf(this.#request.scope, this.#options);
    this.#end('timeout', isOver ? 'deadline' : 'timeout');
  }

  #watch(until: number): void {
    if (!this.isListed) this.#request.scope.signal.addEventListener('abort', this.#onAbort);
    attempts.add(this, until);
  }

  #release(): void {
    attempts.remove(this);
    this.#request.scope.signal.removeEventListener('abort', this.#onAbort);
  }

  #end(kind: 'timeout' | 'ended', code: string = kind): void {
    if (kind === 'ended' && this.#hasTurn && this.#request.intent === 'write') return;
    const stop = this.#stop;
    stop.now(kind, code);
    if (!this.#hasTurn) this.#giveUp?.(kind === 'timeout' ? new Refused('full') : stop.fault);
  }
}

/** Waits; raises where the operation ends before. */
function paused(ms: number, signal: EndSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const onAbort = () => {
      clearTimeout(timer);
      reject(new Fault('ended', 'ended', false));
    };
    const timer = setTimeout(() => {
      signal.removeEventListener('abort', onAbort);
      resolve();
    }, ms);
    signal.addEventListener('abort', onAbort);
    if (signal.aborted) onAbort();
  });
}

/** When the time of the operation is over, by `performance.now()`. */
function endOf({ startedAt, longestMs }: CallScope, { deadlineMs }: HttpOptions): number {
  return startedAt + (longestMs ?? deadlineMs);
}

/** How many attempts in the log of an operation are second ones; none is mostly true, and then it is in no map. */
const secondAttempts = new WeakMap<readonly UpstreamCall[], number>();

/**
 * Enters a request that is about to leave into the log of its operation, which it must have room in. A second attempt takes none: how
 * many requests an operation makes was weighed before the first one left, and what becomes of each must not cost another one its place.
 */
function begin({ scope, system, method, label, kind }: HttpRequest, now: number, isAgain: boolean): UpstreamCall {
  const { calls, maxCalls } = scope;
  if (isAgain) secondAttempts.set(calls, (secondAttempts.get(calls) ?? 0) + 1);
  else if (calls.length >= maxCalls && calls.length - (secondAttempts.get(calls) ?? 0) >= maxCalls)
    throw new UpstreamError(system, 'callLimit');
  const startMs = now - scope.startedAt;
  const call: UpstreamCall = {
    system,
    method,
    path: label,
    rows: null,
    status: null,
    bytes: 0,
    ms: 0,
    startMs,
    cache: 'miss',
  };
  if (kind) call.kind = kind;
  calls.push(call);
  return call;
}

/**
 * The one way out of this process to a CRM: a pool per tenant, a deadline on every request, bodies capped, redirects not followed,
 * one retry for reads, a breaker and a bounded queue per tenant, and every attempt in the operation's log.
 */
export function createHttp(options: HttpOptions): Http {
  const lanes = createLanes(options.connections, options.timeoutMs);

  const attempt = (lane: Lane, request: HttpRequest, isAgain = false) =>
    new Attempt(lane, request, options, isAgain).run();

  /** Milliseconds until a second attempt; null where there shall be none. */
  function pauseBeforeRetry(lane: Lane, request: HttpRequest, outcome: HttpAnswer | Fault): number | null {
    let pause = RETRY_PAUSE_MS * (1 + Math.random());
    if (outcome instanceof Fault) {
      if (outcome.kind !== 'connection') return null;
    } else {
      if (outcome.status !== 429 && outcome.status !== 503) return null;
      if (outcome.retryAfter) pause += outcome.retryAfter * 1_000;
    }
    const now = performance.now();
    if (now + pause >= endOf(request.scope, options)) return null;
    return lane.guard.budget.take(now) ? pause : null;
  }

  /** What comes of a first attempt that may be worth a second one. */
  async function retried(lane: Lane, request: HttpRequest, outcome: HttpAnswer | Fault): Promise<HttpAnswer> {
    const pause = pauseBeforeRetry(lane, request, outcome);
    if (pause === null) {
      if (outcome instanceof Fault) throw outcome;
      return outcome;
    }
    await paused(pause, request.scope.signal);
    return attempt(lane, request, true);
  }

  function read(lane: Lane, request: HttpRequest, refuse: (error: unknown) => never): Promise<HttpAnswer> {
    lane.guard.budget.request(performance.now());
    return attempt(lane, request).then(
      (answer) =>
        answer.status === 429 || answer.status === 503 ? retried(lane, request, answer).catch(refuse) : answer,
      (error: unknown) => (error instanceof Fault ? retried(lane, request, error).catch(refuse) : refuse(error)),
    );
  }

  return {
    send(request) {
      const { system, lane, origin, intent, scope } = request;
      const refuse = (error: unknown): never => {
        throw raise(system, intent, error);
      };
      try {
        if (scope.signal.aborted) throw new Fault('ended', 'ended', false);
        const way = lanes.of(system, lane, origin);
        return intent === 'read' ? read(way, request, refuse) : attempt(way, request).catch(refuse);
      } catch (error) {
        return Promise.reject(raise(system, intent, error));
      }
    },
    breakers: lanes.breakers,
    close: lanes.close,
  };
}
