import type { ServerResponse } from 'node:http';

/** On every answer. The page for people has a policy of its own, with room for its script. */
export const securityHeaders: Readonly<Record<string, string>> = {
  // What a GET is answered depends on more headers than a cache would know of.
  'Cache-Control': 'no-store',
  'Content-Security-Policy': "default-src 'none'; frame-ancestors 'none'",
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Referrer-Policy': 'no-referrer',
  'X-Content-Type-Options': 'nosniff',
  'X-Frame-Options': 'DENY',
};

/** Sets them on an answer that others write. */
export function secure(response: ServerResponse): void {
  for (const [name, value] of Object.entries(securityHeaders)) response.setHeader(name, value);
}
