import type { CallObserver, ObservedCall, UpstreamCall } from '../upstream/calls.ts';
import type { System } from '../upstream/errors.ts';
import type { Metrics } from './metrics.ts';
import { type Trace, traceCall } from './traces.ts';

/** What an operation asks for becomes numbers, where they are kept, and spans of its trace. */
export class Observer implements CallObserver {
  readonly #trace: Trace | null;
  readonly #metrics: Metrics | null;

  constructor(trace: Trace | null, metrics: Metrics | null) {
    this.#trace = trace;
    this.#metrics = metrics;
  }

  kept(system: System, outcome: 'hit' | 'miss'): void {
    this.#metrics?.kept(system, outcome);
  }

  began(call: UpstreamCall): ObservedCall {
    return new Observed(call, this.#trace, this.#metrics);
  }
}

class Observed implements ObservedCall {
  readonly headers: ObservedCall['headers'];
  readonly #call: UpstreamCall;
  readonly #traced: ObservedCall | null;
  readonly #metrics: Metrics | null;

  constructor(call: UpstreamCall, trace: Trace | null, metrics: Metrics | null) {
    this.#call = call;
    this.#traced = trace && traceCall(trace, call);
    this.headers = this.#traced?.headers ?? null;
    this.#metrics = metrics;
  }

  ended(): void {
    this.#traced?.ended();
    this.#metrics?.call(this.#call);
  }
}
