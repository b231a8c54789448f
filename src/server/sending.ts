import type { ServerResponse } from 'node:http';
import type { ExecutionResult } from 'graphql';
import { processRegularResult } from 'graphql-yoga';
import { out } from '../execution/out.ts';
import type { Outcome } from '../execution/run.ts';
import type { Operation } from './operation.ts';
import { allowanceHeaders } from './rate.ts';
import { securityHeaderList } from './security-headers.ts';
import { serverTiming } from './timing.ts';

/** How and to whom an answer is sent. */
export interface Sending {
  readonly response: ServerResponse;
  readonly operation: Operation;
  readonly mediaType: string;
  /** Headers for the page that asks, names and values in turn. */
  readonly cors: readonly string[];
}

/** Bodies up to this length are sent with their headers as one text, a character for each byte: two pieces cost more, and so does UTF-8. */
const SHORT = 8_192;

/** Sends an answer without errors. */
export function sendData(sending: Sending, { write }: Outcome): number {
  const { cost } = sending.operation;
  const start = out.length;
  out.ascii('{"data":');
  write();
  out.ascii(cost ? `,"extensions":{"cost":{"requested":${cost.requested},"limit":${cost.limit}}}}` : '}');
  return send(sending, 200, ['Content-Type', `${sending.mediaType}; charset=utf-8`], start);
}

/** Sends any answer, with the status and headers that its errors ask for. */
export async function sendResult(sending: Sending, result: ExecutionResult): Promise<number> {
  const finished = processRegularResult(result as never, globalThis as never, sending.mediaType as never) as Response;
  const text = await finished.text();
  const start = out.length;
  out.json(text);
  return send(sending, finished.status, [...finished.headers].flat(), start);
}

/** Sends what was written from a place on. */
function send({ response, operation, cors }: Sending, status: number, own: readonly string[], start: number): number {
  const length = out.length - start;
  const headers = [
    ...securityHeaderList,
    ...cors,
    ...own,
    'Content-Length',
    String(length),
    'Server-Timing',
    serverTiming(operation),
    'X-Request-Id',
    operation.requestId,
  ];
  if (operation.context) add(headers, operation.context.responseHeaders);
  if (operation.allowance) add(headers, allowanceHeaders(operation.allowance));
  response.writeHead(status, headers);
  if (length <= SHORT) response.end(out.takeText(start, 'latin1'), 'latin1');
  else response.end(out.take(start));
  return status;
}

function add(list: string[], headers: Readonly<Record<string, string>>): void {
  for (const name in headers) list.push(name, headers[name] as string);
}
