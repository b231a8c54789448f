import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import { wantsHtml } from './accept.ts';
import type { GraphiqlPage } from './graphiql.ts';
import type { Readiness } from './health.ts';
import type { Incoming } from './incoming.ts';
import { newOperation } from './operation.ts';
import type { Outgoing } from './outgoing.ts';
import { pathOf } from './path.ts';
import { secure } from './security-headers.ts';
import { type WebhookListener, webhookPath } from './webhooks.ts';

/** What stands behind each address of this server. */
export interface Routes {
  readonly graphqlPath: string;
  /** Sets the headers of its answers itself. */
  readonly graphql: RequestListener<typeof Incoming, typeof Outgoing>;
  /** null: no page for people. */
  readonly graphiql: (() => Promise<GraphiqlPage>) | null;
  readonly readiness: () => Promise<Readiness>;
  /** null: no events of a CRM are taken. */
  readonly webhooks?: WebhookListener | null;
}

/** Sends each request to what answers it: the graph, its page, the two checks; anything else is not found. */
export function createListener({
  graphqlPath,
  graphql,
  graphiql,
  readiness,
  webhooks,
}: Routes): RequestListener<typeof Incoming, typeof Outgoing> {
  const ask: typeof graphql = (request, response) => {
    if (isSoundHost(request.headers.host)) graphql(request, response);
    else refuseHost(request, response);
  };
  return (request, response) => {
    const path = pathOf(request);
    if (path === graphqlPath && !(graphiql && wantsPage(request))) return ask(request, response);
    secure(response);
    if (graphiql && path === graphqlPath) void settle(response, sendPage(request, response, graphiql));
    else if (path === '/health') sendJson(response, 200, { status: 'alive' });
    else if (path === '/ready') void settle(response, sendReadiness(response, readiness));
    else if (webhooks && path.startsWith(webhookPath)) webhooks(path.slice(webhookPath.length), request, response);
    else sendJson(response, 404, { error: 'Not found. The graph is at /graphql.' });
  };
}

function wantsPage({ method, headers }: IncomingMessage): boolean {
  return method === 'GET' && wantsHtml(headers.accept ?? '');
}

/** The last one that was sound: clients nearly always name the same. */
let lastHost: string | undefined;

/** Whether the address of a request can be written with this `Host`: the way for all requests reads it from there. */
function isSoundHost(host: string | undefined): boolean {
  if (!host || host === lastHost) return true;
  const url = URL.parse(`http://${host}/`);
  if (url?.href !== `http://${url?.host}/`) return false;
  lastHost = host;
  return true;
}

function refuseHost({ headers }: IncomingMessage, response: ServerResponse): void {
  const { requestId } = newOperation(headers['x-request-id'] as string | undefined);
  const message = 'Host must be a host name or an address, with a port or without.';
  secure(response);
  response.setHeader('X-Request-Id', requestId);
  sendJson(response, 400, { errors: [{ message, extensions: { code: 'BAD_USER_INPUT', requestId } }] });
}

async function sendPage(request: IncomingMessage, response: ServerResponse, graphiql: () => Promise<GraphiqlPage>) {
  const { html, gzipped, headers } = await graphiql();
  const zipped = (request.headers['accept-encoding'] ?? '').includes('gzip');
  response.writeHead(200, {
    ...headers,
    Vary: 'Accept, Accept-Encoding',
    ...(zipped && { 'Content-Encoding': 'gzip' }),
  });
  response.end(zipped ? gzipped : html);
}

async function sendReadiness(response: ServerResponse, readiness: () => Promise<Readiness>): Promise<void> {
  const state = await readiness();
  sendJson(response, state.ready ? 200 : 503, state);
}

function sendJson(response: ServerResponse, status: number, body: object): void {
  response.writeHead(status, { 'Content-Type': 'application/json; charset=utf-8', 'Cache-Control': 'no-store' });
  response.end(JSON.stringify(body));
}

async function settle(response: ServerResponse, sending: Promise<void>): Promise<void> {
  try {
    await sending;
  } catch {
    if (!response.headersSent) sendJson(response, 500, { error: 'An unexpected error occurred.' });
  }
}
