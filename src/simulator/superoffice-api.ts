import type { IncomingHttpHeaders } from 'node:http';
import { agentRoutes } from './agent-routes.ts';
import { restError } from './answers.ts';
import { archiveRoutes } from './archive-routes.ts';
import { authenticate, isRefused } from './authenticate.ts';
import { createCaller } from './caller.ts';
import type { Clock } from './clock.ts';
import { entityRoutes } from './entity-routes.ts';
import { foreignAppRoutes } from './foreign-app-routes.ts';
import { listRoutes } from './list-routes.ts';
import type { SimulatorOptions } from './options.ts';
import { Parameters, type SimulatedAnswer } from './request.ts';
import { createRouter, type Route } from './router.ts';
import type { TenantWorld } from './store.ts';
import { stringRoutes } from './string-routes.ts';
import { foreignKeyRoutes } from './superoffice/foreign-key-routes.ts';
import { listItemRoutes } from './superoffice/list-item-routes.ts';
import { webhookRoutes } from './superoffice/webhook-routes.ts';
import { writeRoutes } from './superoffice/write-routes.ts';
import { userRoutes } from './user-routes.ts';
import { zoneRoutes } from './zone-routes.ts';

/** A call below `/api/v1` before it is known who makes it. */
export interface ApiCall {
  method: string;
  /** Below `/api/v1`, decoded. */
  path: string;
  segments: readonly string[];
  query: URLSearchParams;
  headers: IncomingHttpHeaders;
  body: string;
  world: TenantWorld;
  /** `http://127.0.0.1:4011/Cust12345/api/v1` */
  baseUrl: string;
}

const routes: readonly Route[] = [
  ...entityRoutes(),
  ...writeRoutes(),
  ...listItemRoutes(),
  ...foreignKeyRoutes(),
  ...webhookRoutes(),
  ...archiveRoutes(),
  ...listRoutes(),
  ...zoneRoutes(),
  ...userRoutes(),
  ...stringRoutes(),
  ...foreignAppRoutes(),
  ...agentRoutes(),
  { method: 'GET', pattern: '/', description: 'The routes', handle: ({ caller }) => probe(caller.baseUrl) },
];
const router = createRouter(routes);

/** Answers a call: who is it, what is asked, how does he want it written. */
export async function answerApiCall(call: ApiCall, options: SimulatorOptions, clock: Clock): Promise<SimulatedAnswer> {
  const outcome = authenticate(call.headers, call.world, options, clock.now());
  if (isRefused(outcome)) return outcome;
  const query = new Parameters(call.query);
  if (!acceptsJson(call.headers.accept, query)) {
    return restError(406, 'SoServiceException', 'Nothing but JSON is written here');
  }
  const { world, baseUrl } = call;
  const caller = createCaller(call.headers, { world, user: outcome, options, clock, baseUrl });
  const answer = await router({
    method: call.method,
    path: call.path,
    segments: call.segments,
    query,
    headers: call.headers,
    body: call.body,
    caller,
  });
  if (!options.zoneEcho) return answer;
  return { ...answer, headers: { 'SO-TIMEZONE': caller.zone.code, ...answer.headers } };
}

/** `$format` wins over `Accept` (4.2), and where it names anything but JSON the archive itself refuses it. */
function acceptsJson(accept: string | undefined, query: Parameters): boolean {
  return !accept || query.get('$format') !== undefined || /json|\*\/\*|(application|text)\/\*/i.test(accept);
}

/** `GET /api/v1`: route to what its methods do (1.3). */
function probe(baseUrl: string): SimulatedAnswer {
  const described: Record<string, Record<string, string>> = {};
  for (const { method, pattern, description } of routes) {
    const url = baseUrl + pattern.replaceAll(':int}', '}');
    described[url] = { ...described[url], [method]: description };
  }
  return { status: 200, body: described };
}
