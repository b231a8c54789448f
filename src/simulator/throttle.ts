import type { SimulatorOptions } from './options.ts';
import type { SimulatedAnswer } from './request.ts';

/** Counts the calls of each tenant by real time. The vendor publishes no limit: off unless the option sets one. */
export interface Throttle {
  /** The refusal, or null where the call may pass. */
  refuse(tenant: string, options: SimulatorOptions): SimulatedAnswer | null;
  clear(): void;
}

const MINUTE = 60_000;

export function createThrottle(): Throttle {
  const calls = new Map<string, number[]>();
  return {
    clear: () => calls.clear(),
    refuse: (tenant, { throttle }) => {
      if (throttle === null) return null;
      const now = Date.now();
      const recent = (calls.get(tenant) ?? []).filter((time) => now - time < MINUTE);
      calls.set(tenant, recent);
      if (recent.length >= throttle.perMinute) {
        const wait = throttle.retryAfterSeconds;
        return {
          status: throttle.status,
          ...(wait === null ? {} : { headers: { 'Retry-After': String(wait) } }),
          body: { Message: 'Too many requests.' },
        };
      }
      recent.push(now);
      return null;
    },
  };
}
