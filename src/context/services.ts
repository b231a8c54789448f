import { randomUUID } from 'node:crypto';
import type { Config, OnOfficeConfig, SuperOfficeConfig } from '../config.ts';
import { createIdempotency, type Idempotency } from '../reading/idempotency.ts';
import { createAlone, type Shared } from '../replicas/shared.ts';
import type { UpstreamCall } from '../upstream/calls.ts';
import { createHttp, type Http } from '../upstream/http.ts';
import { createOnOfficeSite, type OnOfficeSite } from '../upstream/onoffice/site.ts';
import { createSuperOfficeSite, type SuperOfficeSite } from '../upstream/superoffice/site.ts';
import { tenantOfToken } from '../upstream/superoffice/tenant.ts';
import { createLive, type Live, type LiveSettings } from './live.ts';

/** What all operations share: the ways out, and what is kept between requests. */
export interface Services {
  readonly config: Config;
  readonly http: Http;
  /** Null where SuperOffice is not configured. */
  readonly superoffice: SuperOfficeSite | null;
  /** Null where onOffice is not configured. */
  readonly onoffice: OnOfficeSite | null;
  /** Outcomes of creates that clients may repeat. */
  readonly idempotency: Idempotency;
  /** What this process has in common with other replicas. */
  readonly shared: Shared;
  /** Events of the CRM, and who follows them. */
  readonly live: Live;
  /** The ticket of requests that bring none; null everywhere but in the demo. */
  readonly demoTicket: string | null;
  /** The clock of everything that depends on today. */
  now(): number;
  /** Breaks off what still runs upstream. */
  close(): Promise<void>;
}

export interface ServiceOptions {
  /** Where the simulated CRM of the demo is. */
  superofficeUrl?: string;
  /** Where the demo's simulated onOffice is, and its accounts with the tenants that may use them. */
  onoffice?: Pick<OnOfficeConfig, 'url' | 'customers'>;
  /** As whom a request without `Authorization` acts in the demo. */
  demoTicket?: string;
  now?: () => number;
  /** How events are told. */
  live?: Partial<LiveSettings>;
  /** Absent: the process stands alone. */
  shared?: Shared;
  /** Told of each upstream request when it ends. */
  onCall?: (call: UpstreamCall) => void;
}

/** Customers of onOffice share nothing, and each action is a part of one request, so few connections do. */
const ONOFFICE_CONNECTIONS = 8;

function demoSettings(url: string, demoTicket: string | undefined): SuperOfficeConfig {
  return {
    url,
    stateUrl: null,
    hosts: [],
    tenant: tenantOfToken(demoTicket ?? null),
    tenants: [],
    appToken: null,
    maxConnections: 16,
    session: false,
    patchType: 'json',
    agents: true,
    entityCache: true,
    archiveZone: 'request',
    systemTicketsFile: null,
    webhookSecret: randomUUID(),
  };
}

function demoEstates(account: Pick<OnOfficeConfig, 'url' | 'customers'>): OnOfficeConfig {
  const defaults = { mainLanguage: null, timeZone: 'Europe/Berlin', publicFields: null, apiKeys: [] };
  return { ...account, ...defaults, access: 'ticket' };
}

export function createServices(config: Config, options: ServiceOptions = {}): Services {
  const { superofficeUrl, demoTicket, onCall, now = Date.now, shared = createAlone() } = options;
  const superoffice = config.superoffice ?? (superofficeUrl ? demoSettings(superofficeUrl, demoTicket) : null);
  const onoffice = config.onoffice ?? (options.onoffice ? demoEstates(options.onoffice) : null);
  const http = createHttp({
    timeoutMs: config.upstreamTimeoutMs,
    deadlineMs: config.requestDeadlineMs,
    connections: { superoffice: superoffice?.maxConnections ?? 1, onoffice: ONOFFICE_CONNECTIONS },
    ...(onCall ? { onCall } : {}),
  });
  return {
    config,
    http,
    shared,
    live: createLive(shared.bus, options.live),
    superoffice:
      superoffice &&
      createSuperOfficeSite(superoffice, http, {
        now: options.now,
        references: shared.references,
        salt: shared.store.salt,
      }),
    onoffice: onoffice && createOnOfficeSite(onoffice, http, { now: options.now, references: shared.references }),
    idempotency: createIdempotency(shared.outcomes, now),
    demoTicket: config.superoffice ? null : (demoTicket ?? null),
    now,
    async close() {
      await shared.close();
      await http.close();
    },
  };
}
