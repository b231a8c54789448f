import { hash } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import { type ExecutionArgs, GraphQLError } from 'graphql';
import type { Plugin, YogaInitialContext } from 'graphql-yoga';
import type { Config, OnOfficeConfig } from '../config.ts';
import { apiKeyOf } from '../context/onoffice.ts';
import type { Store, Taken } from '../replicas/store.ts';
import { type Allowance, type HeaderOf, type Operation, operationOf } from './operation.ts';

const windowMs = 60_000;

/** Asked of each operation that is about to run; raises where the quota of its caller does not suffice. */
export type TakeQuota = (operation: Operation, caller: RateCaller) => void | Promise<void>;

/** What a request has brought to tell who asks. */
export interface RateCaller {
  readonly header: HeaderOf;
  readonly address: string | undefined;
}

/**
 * So much cost a minute for each ticket at each tenant, and for each API key. Callers without any share what their address may spend;
 * headers that name another address are anybody's to send, and not asked.
 */
export function quotaTaker({ rateLimit: limit, onoffice }: Config, store: Store): TakeQuota {
  const nameOf = namer(onoffice, store);
  const policy = { 'RateLimit-Policy': `"cost";q=${limit};w=${windowMs / 1000}` };
  const settle = (operation: Operation, amount: number, { allowed, used, resetMs }: Taken) => {
    const reset = Math.ceil(resetMs / 1000);
    operation.allowance = { limit, remaining: limit - used, isTaken: allowed, reset, policy };
    if (!allowed) throw tooMuch(operation.allowance, amount);
  };
  return (operation, { header, address }) => {
    // Nothing is free, or what costs nothing could be asked without end.
    const amount = Math.max(1, operation.cost?.requested ?? 0);
    const taken = store.take(operation.context?.ticket || nameOf(header, address), amount, limit, windowMs);
    if (taken instanceof Promise) return taken.then((late) => settle(operation, amount, late));
    return settle(operation, amount, taken);
  };
}

/** Names callers without a ticket: by the API key where those are asked for, and by nothing that they could make up. */
function namer(onoffice: OnOfficeConfig | null, { salt }: Store) {
  return (header: HeaderOf, address: string | undefined): string => {
    const given = onoffice?.access === 'key' && header('x-api-key');
    const key = given ? apiKeyOf(onoffice, given)?.name : undefined;
    return hash('sha256', salt + JSON.stringify(key === undefined ? { address } : { key }), 'base64url');
  };
}

/** Asks the quota of operations, and tells of it in their answers. */
export function useRateLimit(take: TakeQuota): Plugin {
  const asked = ({ args }: { args: ExecutionArgs }) => {
    const { request, req } = args.contextValue as YogaInitialContext & { req?: IncomingMessage };
    const header = (name: string) => request.headers.get(name);
    return take(operationOf(request), { header, address: req?.socket.remoteAddress });
  };
  return {
    onExecute: async (payload) => asked(payload),
    onSubscribe: async (payload) => asked(payload),
    onResponse({ request, response }) {
      const { allowance } = operationOf(request);
      if (!allowance) return;
      for (const [name, value] of Object.entries(allowance.policy)) response.headers.set(name, value);
      response.headers.set('RateLimit', rateLimit(allowance));
    },
  };
}

function tooMuch({ limit, remaining, reset }: Allowance, amount: number): GraphQLError {
  const message =
    amount > limit
      ? `This operation costs ${amount}, and a minute's quota is ${limit}.`
      : `This operation costs ${amount}; of ${limit} a minute ${remaining} are left, and all of it in ${reset} s.`;
  return new GraphQLError(message, {
    extensions: {
      code: 'RATE_LIMITED',
      retryAfter: reset,
      rateLimit: { limit, remaining, reset },
      http: { status: 429 },
    },
  });
}

/** The quota as the IETF's draft on RateLimit header fields writes it; its policy is written so already. */
export const rateLimit = ({ remaining, reset }: Allowance): string => `"cost";r=${remaining};t=${reset}`;
