import type { CallObserver, UpstreamCall } from '../upstream/calls.ts';
import type { Metrics } from './metrics.ts';
import { type Trace, traceCall } from './traces.ts';

/** What an operation asks for becomes numbers, where they are kept, and spans of its trace. */
export function observerOf(trace: Trace | null, metrics: Metrics | null): CallObserver {
  return {
    kept: (system, outcome) => metrics?.kept(system, outcome),
    began(call: UpstreamCall) {
      const traced = trace && traceCall(trace, call);
      return {
        headers: traced?.headers ?? null,
        ended() {
          traced?.ended();
          metrics?.call(call);
        },
      };
    },
  };
}
