import type { ServerResponse } from 'node:http';
import type { ExecutionResult } from 'graphql';
import { processRegularResult } from 'graphql-yoga';
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

/** Sends an answer without errors, whose `data` is JSON already. */
export function sendData(sending: Sending, data: string): number {
  const { cost } = sending.operation;
  const extensions = cost ? `,"extensions":{"cost":{"requested":${cost.requested},"limit":${cost.limit}}}` : '';
  const own = ['Content-Type', `${sending.mediaType}; charset=utf-8`];
  return send(sending, 200, own, `{"data":${data}${extensions}}`);
}

/** Sends any answer, with the status and headers that its errors ask for. */
export async function sendResult(sending: Sending, result: ExecutionResult): Promise<number> {
  const finished = processRegularResult(result as never, globalThis as never, sending.mediaType as never) as Response;
  return send(sending, finished.status, [...finished.headers].flat(), await finished.text());
}

function send({ response, operation, cors }: Sending, status: number, own: readonly string[], text: string): number {
  const headers = [...securityHeaderList, ...cors, ...own];
  headers.push('Content-Length', String(Buffer.byteLength(text)));
  headers.push('Server-Timing', serverTiming(operation));
  add(headers, operation.context?.responseHeaders ?? {});
  headers.push('X-Request-Id', operation.requestId);
  if (operation.allowance) add(headers, allowanceHeaders(operation.allowance));
  response.writeHead(status, headers);
  response.end(text);
  return status;
}

function add(list: string[], headers: Readonly<Record<string, string>>): void {
  for (const name in headers) list.push(name, headers[name] as string);
}
