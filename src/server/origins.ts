import type { Config } from '../config.ts';

const localhost = /^https?:\/\/(localhost|127\.0\.0\.1|\[::1\])(:\d{1,5})?$/;

/** Whether a page of this origin may use the graph: the allowed ones, and pages that this server itself has served. */
export function originAllowed(config: Config, origin: string, host: string | null): boolean {
  const { allowedOrigins } = config.edge;
  if (allowedOrigins === 'localhost' ? localhost.test(origin) : allowedOrigins.includes(origin)) return true;
  if (config.publicUrl && URL.parse(config.publicUrl)?.origin === origin) return true;
  // The Host header names this server as the browser reached it; forwarding headers are anybody's to send, and not asked.
  return config.edge.graphiql && host !== null && URL.parse(origin)?.host === host;
}
