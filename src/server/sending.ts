import type { ExecutionResult } from 'graphql';
import { processRegularResult } from 'graphql-yoga';
import { Fixed, out } from '../execution/out.ts';
import type { Outcome } from '../execution/run.ts';
import { sign } from '../upstream/json-bytes.ts';
import type { Operation } from './operation.ts';
import { linesOf, type Outgoing } from './outgoing.ts';
import { rateLimit } from './rate.ts';
import { securityHeaders } from './security-headers.ts';
import { type Spent, serverTiming } from './timing.ts';

/** Formats of an answer in one piece, with the headers that all answers in them have. */
const headersOf = {
  'application/json': { ...securityHeaders, 'Content-Type': 'application/json; charset=utf-8' },
  'application/graphql-response+json': {
    ...securityHeaders,
    'Content-Type': 'application/graphql-response+json; charset=utf-8',
  },
} as const;

export type MediaType = keyof typeof headersOf;

/** How and to whom an answer is sent. */
export interface Sending {
  readonly response: Outgoing;
  readonly operation: Operation;
  readonly mediaType: MediaType;
  /** Headers for the page that asks, names and values in turn. */
  readonly cors: readonly string[];
}

/** Bodies up to this length are sent with their headers as one text, a character for each byte: two pieces cost more, and so does UTF-8. */
const SHORT = 8_192;

/** What stands around the data and numbers of an answer. */
const part = {
  begin: new Fixed('{"data":'),
  requested: new Fixed(',"extensions":{"cost":{"requested":'),
  limit: new Fixed(',"limit":'),
  endOfCost: new Fixed('}}'),
} as const;

/** Sends an answer without errors. */
export function sendData(sending: Sending, { write }: Outcome, spent: Spent): number {
  const { cost } = sending.operation;
  const start = out.length;
  out.fixed(part.begin);
  write();
  if (cost) {
    out.fixed(part.requested);
    out.whole(cost.requested);
    out.fixed(part.limit);
    out.whole(cost.limit);
    out.fixed(part.endOfCost);
  }
  out.byte(sign.close);
  return send(sending, spent, 200, linesOf(headersOf[sending.mediaType]), start);
}

/** Sends any answer, with the status and headers that its errors ask for. */
export async function sendResult(sending: Sending, result: ExecutionResult, spent: Spent): Promise<number> {
  const { response, mediaType } = sending;
  const finished = processRegularResult(result as never, globalThis as never, mediaType as never) as Response;
  const text = await finished.text();
  for (const [name, value] of finished.headers) response.setHeader(name, value);
  const start = out.length;
  out.json(text);
  return send(sending, spent, finished.status, linesOf(securityHeaders), start);
}

/** Sends what was written from a place on, behind lines that its head begins with. */
function send(
  { response, operation, cors }: Sending,
  spent: Spent,
  status: number,
  lines: string,
  start: number,
): number {
  const { context, allowance, requestId } = operation;
  // Numbers of this server, and an id that is a word.
  const own = `Server-Timing: ${serverTiming(spent)}\r\nX-Request-Id: ${requestId}\r\n`;
  const callers = context ? linesOf(context.responseHeaders) : '';
  const quota = allowance ? `${linesOf(allowance.policy)}RateLimit: ${rateLimit(allowance)}\r\n` : '';
  for (let index = 0; index < cors.length; index += 2)
    response.setHeader(cors[index] as string, cors[index + 1] as string);
  const isShort = out.length - start <= SHORT;
  const body = isShort ? out.takeText(start, 'latin1') : out.take(start);
  response.sendWhole(status, `${lines}${callers}${quota}${own}`, body);
  return status;
}
