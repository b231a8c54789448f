import type { ServerResponse } from 'node:http';
import type { ExecutionResult } from 'graphql';
import { processRegularResult } from 'graphql-yoga';
import type { Operation } from './operation.ts';
import { allowanceHeaders } from './rate.ts';
import { securityHeaderList } from './security-headers.ts';
import { serverTiming } from './timing.ts';

/** Sends an answer without errors, whose `data` is JSON already. */
export function sendData(response: ServerResponse, operation: Operation, mediaType: string, data: string): number {
  const { cost } = operation;
  const extensions = cost ? `,"extensions":{"cost":{"requested":${cost.requested},"limit":${cost.limit}}}` : '';
  return send(
    response,
    operation,
    200,
    { 'Content-Type': `${mediaType}; charset=utf-8` },
    `{"data":${data}${extensions}}`,
  );
}

/** Sends any answer, with the status and headers that its errors ask for. */
export async function sendResult(
  response: ServerResponse,
  operation: Operation,
  mediaType: string,
  result: ExecutionResult,
): Promise<number> {
  const finished = processRegularResult(result as never, globalThis as never, mediaType as never) as Response;
  return send(response, operation, finished.status, Object.fromEntries(finished.headers), await finished.text());
}

function send(
  response: ServerResponse,
  operation: Operation,
  status: number,
  own: Readonly<Record<string, string>>,
  text: string,
): number {
  const headers = [...securityHeaderList];
  add(headers, own);
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
