import { randomBytes } from 'node:crypto';
import type { SuperOfficeConfig } from '../../config.ts';
import { keepsNothing, type References } from '../../replicas/references.ts';
import type { Http } from '../http.ts';
import { Kept } from '../kept.ts';
import { createEntityStore, type EntityStore } from './entities.ts';
import { createTenantBases, type TenantBases } from './tenant.ts';
import { createTicketProofs, type TicketProofs } from './tickets.ts';

/** How long reference data is kept. */
export const REFERENCE_MS = 5 * 60_000;

/** What all requests to SuperOffice share in this process. */
export interface SuperOfficeSite {
  readonly config: SuperOfficeConfig;
  readonly http: Http;
  readonly bases: TenantBases;
  readonly proofs: TicketProofs;
  readonly references: Kept<unknown>;
  /** What replicas share of them. */
  readonly shared: References;
  readonly entities: EntityStore;
  /** Forgets reference data of a tenant whose path begins so, at all replicas; resolves when nobody is given it any more. */
  forget(tenant: string, path: string): Promise<void>;
}

export interface SiteOptions {
  /** Given where the whole server goes by another clock than the machine's. */
  readonly now?: (() => number) | undefined;
  readonly references?: References;
  /** Tickets are called by hashes under it; without one, under a new one. */
  readonly salt?: string;
}

export function createSuperOfficeSite(
  config: SuperOfficeConfig,
  http: Http,
  { now, references: shared = keepsNothing, salt = randomBytes(32).toString('base64url') }: SiteOptions = {},
): SuperOfficeSite {
  // The machine's date may be set back, and nothing may be kept longer for it.
  const ages = now ? { now } : performance;
  const today = now ?? Date.now;
  const references = new Kept<unknown>({
    system: 'superoffice',
    entries: 5_000,
    bytes: 64 * 1024 * 1024,
    ttlMs: REFERENCE_MS,
    ages,
  });
  const drop = (tenant: string | null, path: string) =>
    references.drop((key) => tenant === null || key.startsWith(`${tenant}\n${path}`));
  shared.onDrop(drop);
  return {
    config,
    http,
    bases: createTenantBases(config, http, { ages, today }),
    proofs: createTicketProofs(ages, salt),
    references,
    shared,
    entities: createEntityStore(ages, today),
    async forget(tenant, path) {
      drop(tenant, path);
      await shared.drop(tenant, path);
    },
  };
}
