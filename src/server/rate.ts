import { createHmac, randomBytes } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import { type ExecutionArgs, GraphQLError } from 'graphql';
import type { Plugin, YogaInitialContext } from 'graphql-yoga';
import { type Allowance, operationOf } from './operation.ts';
import type { Store } from './store.ts';

const windowMs = 60_000;

/** Who asks, by what he has brought. The first of these that is there counts. */
const credentialHeaders = ['authorization', 'cookie', 'x-api-key'];

/**
 * So much cost a minute for each ticket at each tenant. Callers without any share what their address may spend; headers
 * that name another address are anybody's to send, and not asked.
 */
export function useRateLimit(limit: number, store: Store): Plugin {
  const salt = randomBytes(32);
  const take = async ({ args }: { args: ExecutionArgs }) => {
    const { request, req } = args.contextValue as YogaInitialContext & { req?: IncomingMessage };
    const operation = operationOf(request);
    const credential = credentialHeaders.map((name) => request.headers.get(name)).find((value) => value);
    const tenant = operation.context?.identity.tenant ?? '';
    const caller = JSON.stringify([tenant, credential ?? null, credential ? null : req?.socket.remoteAddress]);
    // Nothing is free, or what costs nothing could be asked without end.
    const amount = Math.max(1, operation.cost?.requested ?? 0);
    const key = createHmac('sha256', salt).update(caller).digest('base64url');
    const { allowed, used, resetMs } = await store.take(key, amount, limit, windowMs);
    const reset = Math.ceil(resetMs / 1000);
    operation.allowance = { limit, remaining: limit - used, reset, windowSeconds: windowMs / 1000 };
    if (!allowed) throw tooMuch(operation.allowance, amount);
  };
  return {
    onExecute: take,
    onSubscribe: take,
    onResponse({ request, response }) {
      const { allowance } = operationOf(request);
      if (allowance)
        for (const [name, value] of Object.entries(headersOf(allowance))) response.headers.set(name, value);
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

/** As the IETF's draft on RateLimit header fields names them. */
function headersOf({ limit, remaining, reset, windowSeconds }: Allowance): Record<string, string> {
  return {
    'RateLimit-Policy': `"cost";q=${limit};w=${windowSeconds}`,
    RateLimit: `"cost";r=${remaining};t=${reset}`,
  };
}
