import {
  BrokenCircuitError,
  BulkheadRejectedError,
  bulkhead,
  CircuitState,
  ConsecutiveBreaker,
  circuitBreaker,
  handleWhen,
} from 'cockatiel';
import { Fault } from './exchange.ts';

/** Faults in a row that open the breaker. */
const FAULTS_TO_OPEN = 5;
const OPEN_MS = 2_000;
const BUDGET_WINDOW_MS = 10_000;
const BUDGET_SHARE = 0.2;
/** Retries that a quiet window may spend before its share counts. */
const BUDGET_LEAST = 3;

/** Thrown instead of asking: too many wait already (`full`), or the upstream is known to be down (`open`). */
export class Refused extends Error {
  override readonly name = 'Refused';
  readonly why: 'full' | 'open';

  constructor(why: 'full' | 'open') {
    super(why);
    this.why = why;
  }
}

/** At most one retry for five requests: a failing upstream sees no more than 1.2 times the load of a healthy one. */
export class RetryBudget {
  /** Begins with the first request. */
  #windowStart = Number.NEGATIVE_INFINITY;
  #requests = 0;
  #retries = 0;

  request(now: number): void {
    this.#roll(now);
    this.#requests += 1;
  }

  /** Takes one retry from the budget, or answers false. */
  take(now: number): boolean {
    this.#roll(now);
    if (this.#retries >= Math.max(BUDGET_LEAST, Math.floor(this.#requests * BUDGET_SHARE))) return false;
    this.#retries += 1;
    return true;
  }

  #roll(now: number): void {
    if (now - this.#windowStart < BUDGET_WINDOW_MS) return;
    this.#windowStart = now;
    this.#requests = 0;
    this.#retries = 0;
  }
}

export type BreakerState = 'closed' | 'open' | 'half-open';

/** What one tenant of one upstream may use of it: a number of requests at a time, a bounded queue, a breaker, a retry budget. */
export interface Guard {
  readonly budget: RetryBudget;
  readonly state: BreakerState;
  /** Runs `ask` when its turn comes. Raises what `refusalOf` tells without running it, else what `ask` raises. */
  run<Answer extends Judged>(ask: () => Promise<Answer>): Promise<Answer>;
}

/** An answer with the verdict that the breaker counts. */
export interface Judged {
  readonly isFault: boolean;
}

/**
 * A guard with room for `atOnce` requests and a queue behind them. The breaker opens after a row of faults: no connection, no
 * answer in time, an answer that is a fault. Refusals by the upstream (401, 403, 404) are healthy answers.
 */
export function createGuard(atOnce: number): Guard {
  const queue = bulkhead(atOnce, atOnce * 32);
  const counts = (error: unknown) =>
    // A probe that ended early has proved nothing, so the breaker stays open.
    (error instanceof Fault && error.kind !== 'ended') || breaker.state === CircuitState.HalfOpen;
  const breaker = circuitBreaker(
    handleWhen(counts).orWhenResult((result) => (result as Judged).isFault),
    { halfOpenAfter: OPEN_MS, breaker: new ConsecutiveBreaker(FAULTS_TO_OPEN) },
  );
  // Faults in a row are counted at the moment.
  let isCounting = false;
  breaker.onFailure(({ handled }) => {
    if (handled) isCounting = true;
  });
  breaker.onSuccess(() => {
    isCounting = false;
  });
  /** Tells the breaker of an outcome, which comes back from it; while it is open it is told of nothing. */
  const told = <Answer>(outcome: () => Promise<Answer>) =>
    breaker.state === CircuitState.Closed ? breaker.execute(outcome) : outcome();
  /** Asks under the eyes of the breaker. Where nothing is wrong a good answer is no news to it, and its way is a long one. */
  const judged = <Answer extends Judged>(ask: () => Promise<Answer>): Promise<Answer> => {
    // While the one probe is out, nobody waits for its outcome.
    if (breaker.state === CircuitState.HalfOpen) throw new Refused('open');
    if (breaker.state === CircuitState.Open) return breaker.execute(ask);
    return ask().then(
      (answer) => (answer.isFault || isCounting ? told(() => Promise.resolve(answer)) : answer),
      (error: unknown) => told<Answer>(() => Promise.reject(error)),
    );
  };
  return {
    budget: new RetryBudget(),
    get state() {
      if (breaker.state === CircuitState.Closed) return 'closed';
      return breaker.state === CircuitState.HalfOpen ? 'half-open' : 'open';
    },
    run: (ask) => queue.execute(() => judged(ask)),
  };
}

/** The refusal that a guard has raised; null for whatever else went wrong. */
export function refusalOf(error: unknown): Refused | null {
  if (error instanceof BulkheadRejectedError) return new Refused('full');
  if (error instanceof BrokenCircuitError) return new Refused('open');
  return error instanceof Refused ? error : null;
}
