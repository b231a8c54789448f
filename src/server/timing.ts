import type { Plugin } from 'graphql-yoga';
import type { System } from '../upstream/errors.ts';
import { type Operation, operationOf } from './operation.ts';

const systems: readonly System[] = ['superoffice', 'onoffice'];

/** `Server-Timing`: how long this server took, and how much of it each CRM had, for the tools of browsers. */
export function useServerTiming(): Plugin {
  return {
    onResponse({ request, response }) {
      response.headers.set('Server-Timing', serverTiming(operationOf(request)));
    },
  };
}

export function serverTiming(operation: Operation): string {
  let text = `total;dur=${tenths(performance.now() - operation.startedAt)}`;
  for (const system of systems) {
    const { requests, ms } = timeWith(operation, system);
    if (requests > 0) text += `, ${system};dur=${tenths(ms)};desc="${requests} requests"`;
  }
  return text;
}

/** How many requests there were, and the time during which at least one of them was under way: several may be at once. */
export function timeWith({ context }: Operation, system: System): { requests: number; ms: number } {
  let [requests, ms, until] = [0, 0, 0];
  // They stand in the order in which they have begun.
  for (const call of context?.calls.calls ?? []) {
    if (call.system !== system) continue;
    const end = call.startMs + call.ms;
    requests += 1;
    ms += Math.max(0, end - Math.max(until, call.startMs));
    until = Math.max(until, end);
  }
  return { requests, ms };
}

/** Tenths of a millisecond. */
export function rounded(ms: number): number {
  return Math.round(ms * 10) / 10;
}

/** The same as a text, which two whole numbers are made into faster than one with a fraction. */
export function tenths(ms: number): string {
  const count = Math.round(ms * 10);
  const rest = count % 10;
  return rest === 0 ? `${count / 10}` : `${(count - rest) / 10}.${rest}`;
}
