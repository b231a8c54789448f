import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Logger } from 'pino';
import { request as probe } from 'undici';
import type { Config } from './config.ts';
import { createContext } from './context/context.ts';
import type { LiveSettings } from './context/live.ts';
import { createServices, type ServiceOptions, type Services } from './context/services.ts';
import { wantedEvents } from './entities/webhook/webhook.model.ts';
import { webhookSecretOf } from './entities/webhook/webhook.secret.model.ts';
import type { BusSettings } from './events/bus.ts';
import { operationCost } from './reading/cost.ts';
import { openShared } from './replicas/open.ts';
import type { Shared } from './replicas/shared.ts';
import { schema } from './schema.ts';
import { graphiqlPages } from './server/graphiql.ts';
import { createReadiness, type Probe, type UpstreamState } from './server/health.ts';
import { createHttpServer, drained, leaving, listen } from './server/http-server.ts';
import { createListener } from './server/listener.ts';
import { createLog } from './server/log.ts';
import { openManifest } from './server/manifest.ts';
import { createMetrics, type Metrics, serveMetrics } from './server/metrics.ts';
import { keptTenants } from './server/system-tickets.ts';
import { translate } from './server/translate.ts';
import { startKeeper } from './server/webhook-keeper.ts';
import { createWebhooks, webhookPath } from './server/webhooks.ts';
import { createWebSockets } from './server/websockets.ts';
import { createGraph, graphqlPath } from './server/yoga.ts';
import type { OnOfficeSimulator } from './simulator/onoffice.ts';
import type { SuperOfficeSimulator } from './simulator/superoffice.ts';
import type { UpstreamCall } from './upstream/calls.ts';

/** A running server. */
export interface App {
  /** Where the graph is asked: `http://127.0.0.1:4000/graphql`. */
  readonly url: string;
  /** The simulated CRMs of the demo; null where a real one is configured. */
  readonly simulators: Simulators | null;
  /**
   * Says that it is not ready, and for so long still takes what comes all the same: where others can take over, until a balancer
   * must have noticed. Then takes nothing new, lets what is running finish for ten seconds, and ends.
   */
  close(noticeMs?: number): Promise<void>;
}

export interface Simulators {
  readonly superoffice: SuperOfficeSimulator;
  readonly onoffice: OnOfficeSimulator;
}

export interface AppOptions {
  readonly log?: Logger;
  /** The clock of everything that depends on today; the demo's is that of its CRM. */
  readonly now?: () => number;
  /** How many failures nobody has waited for. */
  readonly unhandledRejections?: () => number;
  /** How events are kept and told. */
  readonly live?: Partial<LiveSettings & BusSettings>;
  /** How often webhooks are looked after, and how long an event may be under way. */
  readonly keeper?: { readonly everyMs?: number; readonly graceMs?: number };
  /** That of another version of this server, which stands beside this one. */
  readonly dataVersion?: number;
}

const probeMs = 2000;

/** Puts the server together and starts it; resolves when it listens. */
export async function startApp(config: Config, options: AppOptions = {}): Promise<App> {
  const log = options.log ?? createLog(config);
  const manifest = config.persistedManifest === null ? null : openManifest(config.persistedManifest, { log });
  const simulators = config.demo ? await startSimulators(config) : null;
  const { live: bus = {}, dataVersion } = options;
  const shared = await openShared(config, { log, bus, dataVersion });
  const own = {
    ...{ live: bus, shared },
    ...(options.now && { now: options.now }),
    // Also of what this server asks by itself: for events, for webhooks.
    ...(config.metricsPort !== 0 && { onCall: (call: UpstreamCall) => metrics?.call(call) }),
  };
  const services = createServices(config, { ...demoServices(simulators), ...own });
  const metrics: Metrics | null = config.metricsPort === 0 ? null : metricsOf(services, options);
  const draining = new AbortController();
  const graph = createGraph({
    ...{ config, schema, log, translate, manifest, metrics, store: shared.store, draining: draining.signal },
    createContext: (input) => createContext(input, services),
    costOf: (args) => operationCost(args, config.maxCost),
  });
  const readiness = createReadiness(probesOf(config, simulators), () => redisState(shared));
  const page = config.edge.graphiql ? graphiqlPages(graphqlPath, givenHeaders(simulators)) : null;
  const sockets = createWebSockets(graph, schema, config, graphqlPath);
  const server = createHttpServer(
    createListener({
      graphqlPath,
      graphql: graph.listener,
      graphiql: page,
      readiness: readiness.state,
      webhooks: webhooksOf(services),
    }),
    sockets,
  );
  await placed(
    listen(server, config.host, config.port),
    'Set PORT to a port that is free, HOST to an address of this machine.',
  );
  const closeMetrics =
    metrics &&
    (await placed(
      serveMetrics(metrics, config.host, config.metricsPort),
      'Set METRICS_PORT to a port that is free, or to 0 for no metrics.',
    ));
  followDemo(simulators, services, originOf(server));
  const { live, now } = services;
  const keeper = startKeeper({
    ...{ kept: keptTenants(config, services), live, duty: shared.duty, log, now },
    ...options.keeper,
  });
  return {
    url: `${originOf(server)}${graphqlPath}`,
    simulators,
    async close(noticeMs = shared.state() === 'alone' ? 0 : leaving.noticeMs) {
      readiness.drain();
      server.sendAway();
      const isKeeperDone = keeper.close();
      if (noticeMs > 0) await sleep(noticeMs);
      draining.abort();
      await Promise.all([sockets.close(), drained(server), isKeeperDone]);
      manifest?.close();
      await graph.dispose();
      await services.close();
      await Promise.all([closeMetrics?.(), simulators?.superoffice.close(), simulators?.onoffice.close()]);
    },
  };
}

/** Where nothing can listen, the settings that say so are named. */
async function placed<T>(listening: Promise<T>, advice: string): Promise<T> {
  try {
    return await listening;
  } catch (cause) {
    throw new Error(`${(cause as Error).message}. ${advice}`, { cause });
  }
}

function metricsOf({ http, shared }: Services, { unhandledRejections = () => 0 }: AppOptions): Metrics {
  const redis = () => (shared.state() === 'alone' ? null : shared.state() === 'joined');
  return createMetrics({ breakers: http.breakers, unhandledRejections, redis });
}

function webhooksOf({ superoffice, live, now }: Services) {
  return (
    superoffice && createWebhooks({ config: superoffice.config, deliver: (event) => live.bus.deliver(event), now })
  );
}

function redisState(shared: Shared): UpstreamState {
  const states = { alone: 'not configured', joined: 'reachable', away: 'unreachable' } as const;
  return states[shared.state()];
}

/** The demo's CRM tells this server of what is written to it. */
function followDemo(simulators: Simulators | null, { superoffice }: Services, origin: string): void {
  const { tenant = null, webhookSecret = null } = superoffice?.config ?? {};
  if (!simulators || tenant === null || webhookSecret === null) return;
  const secret = webhookSecretOf(webhookSecret, tenant);
  simulators.superoffice.tell(tenant, {
    targetUrl: `${origin}${webhookPath}${tenant}`,
    secret,
    events: wantedEvents(),
  });
}

/** Loaded only where they are needed: a server with real CRMs does not carry the simulated ones. */
async function startSimulators({ simulator }: Config): Promise<Simulators> {
  const [{ startSuperOfficeSimulator }, { startOnOfficeSimulator }] = await Promise.all([
    import('./simulator/superoffice.ts'),
    import('./simulator/onoffice.ts'),
  ]);
  const settings = simulator.now ? { now: simulator.now } : {};
  const [superoffice, onoffice] = await Promise.all([
    startSuperOfficeSimulator(settings),
    startOnOfficeSimulator(settings),
  ]);
  return { superoffice, onoffice };
}

function demoServices(simulators: Simulators | null): ServiceOptions {
  if (!simulators) return {};
  const { superoffice, onoffice } = simulators;
  const [first, second] = onoffice.customers;
  const account = ({ id, token, secret }: typeof first, tenant: string) => ({
    id,
    token,
    secret,
    tenants: [tenant],
    keys: [],
  });
  return {
    superofficeUrl: superoffice.url(),
    onoffice: { url: onoffice.url, customers: [account(first, 'Cust12345'), account(second, 'Cust23456')] },
    demoTicket: superoffice.tickets.lars,
    now: () => superoffice.clock.now(),
  };
}

/** What a reader of GraphiQL need not fill in. */
function givenHeaders(simulators: Simulators | null): Record<string, string> {
  return simulators ? { Authorization: simulators.superoffice.tickets.lars, 'X-Explain': 'true' } : {};
}

function probesOf(
  config: Config,
  simulators: Simulators | null,
): { superoffice: Probe | null; onoffice: Probe | null } {
  const { superoffice, onoffice } = config;
  const tenant = superoffice?.tenant ?? '';
  const site = simulators?.superoffice.url() ?? superoffice?.url ?? null;
  const address = site ? `${site}/api` : (superoffice?.stateUrl ?? null);
  return {
    superoffice: address ? answers(address.replaceAll('{tenant}', encodeURIComponent(tenant))) : null,
    onoffice: simulators ? answers(simulators.onoffice.url) : onoffice && answers(onoffice.url),
  };
}

/** Any answer will do, a refusal too: the question is whether there is somebody. */
function answers(address: string): Probe {
  return async () => {
    const { body } = await probe(address, { signal: AbortSignal.timeout(probeMs) });
    await body.dump();
    return true;
  };
}

function originOf(server: Server): string {
  const { address, port, family } = server.address() as AddressInfo;
  const host = address === '0.0.0.0' || address === '::' ? 'localhost' : family === 'IPv6' ? `[${address}]` : address;
  return `http://${host}:${port}`;
}
