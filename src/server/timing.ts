import type { Plugin } from 'graphql-yoga';
import type { UpstreamCall } from '../upstream/calls.ts';
import type { System } from '../upstream/errors.ts';
import { type Operation, operationOf } from './operation.ts';

const systems: readonly System[] = ['superoffice', 'onoffice'];

/** `Server-Timing`: how long this server took, and how much of it each CRM had, for the tools of browsers. */
export function useServerTiming(): Plugin {
  return {
    onResponse({ request, response }) {
      response.headers.set('Server-Timing', serverTiming(spentOn(operationOf(request))));
    },
  };
}

export function serverTiming(spent: Spent): string {
  let text = `total;dur=${tenths(spent.ms)}`;
  for (const system of systems) {
    const { requests, ms } = spent[system];
    if (requests > 0) text += `, ${system};dur=${tenths(ms)};desc="${requests} requests"`;
  }
  return text;
}

/** How long an operation has taken, in milliseconds, and what of it each CRM had. */
export interface Spent extends Readonly<Record<System, Asked>> {
  readonly ms: number;
}

/** How many requests there were, and the time during which at least one of them was under way: several may be at once. */
interface Asked {
  readonly requests: number;
  readonly ms: number;
}

/** The same while calls are looked through, beside what there was before them. */
class Spell implements Asked {
  requests: number;
  ms: number;
  #until = 0;

  constructor({ requests, ms }: Asked = nothing) {
    this.requests = requests;
    this.ms = ms;
  }

  add({ startMs, ms }: UpstreamCall): void {
    const end = startMs + ms;
    this.requests += 1;
    this.ms += Math.max(0, end - Math.max(this.#until, startMs));
    this.#until = Math.max(this.#until, end);
  }
}

const nothing: Asked = Object.freeze({ requests: 0, ms: 0 });

/** What was spent on an operation up to now. */
export function spentOn({ context, startedAt, earlier }: Operation): Spent {
  const spent = {
    ms: performance.now() - startedAt,
    superoffice: new Spell(earlier?.superoffice),
    onoffice: new Spell(earlier?.onoffice),
  };
  // They stand in the order in which they have begun.
  for (const call of context?.calls.calls ?? []) spent[call.system].add(call);
  return spent;
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
