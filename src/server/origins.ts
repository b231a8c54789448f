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

/** Headers of answers that pages of other origins may read. */
const exposedHeaders = [
  'Content-Language',
  'SO-TimeZone',
  'X-Request-Id',
  'Retry-After',
  'RateLimit',
  'RateLimit-Policy',
  'Server-Timing',
];

const [methods, maxAge] = [['GET', 'POST'], 600];

/** What a page of an origin may do; false for one that may do nothing. */
export function corsFor(config: Config, origin: string | null, host: string | null) {
  if (origin === null || !originAllowed(config, origin, host)) return false as const;
  return { origin: [origin], credentials: config.superoffice?.session ?? false, methods, exposedHeaders, maxAge };
}

const corsList = [
  ...['Access-Control-Allow-Methods', methods.join(', ')],
  ...['Access-Control-Expose-Headers', exposedHeaders.join(', ')],
  ...['Access-Control-Max-Age', String(maxAge)],
];

/** The same on an answer, names and values in turn; null for a page that may do nothing. */
export function corsHeaders(config: Config, origin: string, host: string | null): readonly string[] | null {
  const allowed = corsFor(config, origin, host);
  if (!allowed) return null;
  const credentials = allowed.credentials ? ['Access-Control-Allow-Credentials', 'true'] : [];
  return ['Access-Control-Allow-Origin', origin, ...credentials, ...corsList];
}
