import type { SuperOfficeConfig } from '../../../src/config.ts';
import type { CallScope } from '../../../src/upstream/calls.ts';
import { UpstreamError } from '../../../src/upstream/errors.ts';
import { createHttp, type Http } from '../../../src/upstream/http.ts';
import type { Caller } from '../../../src/upstream/superoffice/channel.ts';
import type { SuperOffice } from '../../../src/upstream/superoffice/client.ts';
import { createSuperOffice } from '../../../src/upstream/superoffice/session.ts';
import { createSuperOfficeSite } from '../../../src/upstream/superoffice/site.ts';

export const ticket = 'Bearer 8A:Cust12345.very-secret';

const defaults: SuperOfficeConfig = {
  ...{
    url: null,
    stateUrl: null,
    hosts: [],
    tenant: 'Cust12345',
    tenants: '*',
    appToken: 'app-secret',
    maxConnections: 8,
  },
  ...{ session: false, patchType: 'json', agents: true, entityCache: true, archiveZone: 'request' },
  ...{ systemTicketsFile: null, webhookSecret: null },
};

export interface Site {
  http: Http;
  /** A new operation of a caller; without `as`, of the one ticket that all tests share. */
  as(caller?: Partial<Caller>): { crm: SuperOffice; scope: CallScope & { controller: AbortController } };
  close(): Promise<void>;
}

/** The client of one process, pointed at a server of the test's own. */
export function startSite(config: Partial<SuperOfficeConfig>): Site {
  const http = createHttp({ timeoutMs: 500, deadlineMs: 3_000, connections: { superoffice: 8, onoffice: 1 } });
  const site = createSuperOfficeSite({ ...defaults, ...config }, http);
  return {
    http,
    as(caller = {}) {
      const controller = new AbortController();
      const scope = {
        calls: [],
        maxCalls: 100,
        startedAt: performance.now(),
        signal: controller.signal,
        requestId: 'r',
        controller,
      };
      const { tenant = 'Cust12345', credentials = { authorization: ticket } } = caller;
      const whole = {
        tenant,
        credentials,
        ticket: credentials ? site.proofs.hash(tenant, Object.values(credentials).join()) : '',
        languages: {},
        language: 'en',
        ...caller,
      };
      return { crm: createSuperOffice(site, whole, scope), scope };
    },
    close: () => http.close(),
  };
}

/** The error that a promise ends in. */
export async function failure(promise: Promise<unknown>): Promise<UpstreamError> {
  const error = await promise.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  if (!(error instanceof UpstreamError)) throw new Error(`expected an UpstreamError, got ${String(error)}`);
  return error;
}
