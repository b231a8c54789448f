import type { SuperOfficeConfig } from '../../config.ts';
import type { Http } from '../http.ts';
import { Kept } from '../kept.ts';
import { createEntityStore, type EntityStore } from './entities.ts';
import { createTenantBases, type TenantBases } from './tenant.ts';
import { createTicketProofs, type TicketProofs } from './tickets.ts';

const REFERENCE_MS = 5 * 60_000;

/** What all requests to SuperOffice share in this process. */
export interface SuperOfficeSite {
  readonly config: SuperOfficeConfig;
  readonly http: Http;
  readonly bases: TenantBases;
  readonly proofs: TicketProofs;
  readonly references: Kept<unknown>;
  readonly entities: EntityStore;
}

/** `now` is given where the whole server goes by another clock than the machine's. */
export function createSuperOfficeSite(config: SuperOfficeConfig, http: Http, now?: () => number): SuperOfficeSite {
  // The machine's date may be set back, and nothing may be kept longer for it.
  const ages = now ? { now } : performance;
  const today = now ?? Date.now;
  return {
    config,
    http,
    bases: createTenantBases(config, http, { ages, today }),
    proofs: createTicketProofs(ages),
    references: new Kept({
      ...{ system: 'superoffice', entries: 5_000, bytes: 64 * 1024 * 1024, ttlMs: REFERENCE_MS, ages },
    }),
    entities: createEntityStore(ages, today),
  };
}
