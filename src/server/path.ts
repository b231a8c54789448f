import type { IncomingMessage } from 'node:http';

/** What a request asks for, without its parameters. A slash at the end is no other address. */
export function pathOf({ url = '/' }: IncomingMessage): string {
  const end = url.indexOf('?');
  const path = end < 0 ? url : url.slice(0, end);
  return path.length > 1 && path.endsWith('/') ? path.slice(0, -1) : path;
}
