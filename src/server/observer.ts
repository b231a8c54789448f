import type { CallObserver, ObservedCall, UpstreamCall } from '../upstream/calls.ts';
import type { System } from '../upstream/errors.ts';
import type { Metrics } from './metrics.ts';
import { type Trace, traceCall } from './traces.ts';

/** What an operation asks for becomes spans of its trace, and what it finds kept a number, where they are counted. */
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

  began(call: UpstreamCall): ObservedCall | null {
    return this.#trace && traceCall(this.#trace, call);
  }
}
