import { LRUCache } from 'lru-cache';
import { tenantName } from '../../config/tenant-name.ts';
import type { SuperOfficeConfig } from '../../config.ts';
import type { CallScope } from '../calls.ts';
import { UpstreamError } from '../errors.ts';
import { type Http, wantsJson } from '../http.ts';
import { type AgeClock, Kept, type Loaded } from '../kept.ts';
import { madeOnce } from '../made-once.ts';

/** Where a tenant's site is. */
export interface Base {
  /** `https://online3.superoffice.com` */
  readonly origin: string;
  /** `/Cust12345`, without a slash at its end. */
  readonly path: string;
}

/** Where each tenant is to be asked: by setting, or learned from the tenant state (superoffice.md 1.2). */
export interface TenantBases {
  of(tenant: string, scope: CallScope): Base | Promise<Base>;
  /** After 421 from `old`: where the tenant is now; null where bases are not learned. */
  relearn(tenant: string, old: Base, scope: CallScope): Promise<Base | null>;
}

const MOST_BASES = 1_000;
const LEAST_MS = 60_000;
const MOST_MS = 24 * 3_600_000;
/** States in which the API answers: Running, OnlineMaintenance. */
const running = new Set<unknown>(['Running', 'OnlineMaintenance', 2, 5]);

/** The customer that a bearer token names: `Bearer 8A:Cust12345.…`; null where it names none. */
export function tenantOfToken(authorization: string | null): string | null {
  return /^bearer +\w+:(Cust\d{1,10})\./i.exec(authorization ?? '')?.[1] ?? null;
}

/** Whether a text may be a tenant's name at all. */
export function isTenantName(text: string): boolean {
  return tenantName.test(text);
}

/** Whether requests for a tenant are to be sent on. */
export function isAllowedTenant(config: SuperOfficeConfig, tenant: string): boolean {
  if (tenant === config.tenant) return true;
  return config.tenants === '*' ? /^Cust\d{1,10}$/.test(tenant) : config.tenants.includes(tenant);
}

function toBase(text: string): Base | null {
  const url = URL.parse(text);
  if (!url || !/^https?:$/.test(url.protocol) || url.username || url.password || url.search || url.hash) return null;
  return { origin: url.origin, path: url.pathname.replace(/\/+$/, '') };
}

const isLoopback = (host: string) => /^(?:localhost|127(?:\.\d{1,3}){3}|\[::1\])$/.test(host);

/** A learned base is followed only to the hosts that the settings name, and with a ticket only over TLS. */
function isTrusted(base: Base, hosts: readonly string[]): boolean {
  const { protocol, hostname } = new URL(base.origin);
  if (protocol !== 'https:' && !isLoopback(hostname)) return false;
  return hosts.some(
    (suffix) => hostname === suffix || hostname.endsWith(suffix.startsWith('.') ? suffix : `.${suffix}`),
  );
}

function readState(
  state: unknown,
  tenant: string,
  hosts: readonly string[],
  today: number,
): { base: Base; ttlMs: number } {
  if (typeof state !== 'object' || state === null) throw new UpstreamError('superoffice', 'malformed');
  const { Endpoint, ContextIdentifier, IsRunning, State, ValidUntil } = state as Record<string, unknown>;
  if (typeof ContextIdentifier === 'string' && ContextIdentifier.toLowerCase() !== tenant.toLowerCase()) {
    throw new UpstreamError('superoffice', 'malformed');
  }
  if (IsRunning === false || (IsRunning !== true && !running.has(State)))
    throw new UpstreamError('superoffice', 'unavailable');
  const base = typeof Endpoint === 'string' ? toBase(Endpoint) : null;
  if (!base || !isTrusted(base, hosts)) throw new UpstreamError('superoffice', 'malformed');
  const until = typeof ValidUntil === 'string' ? Date.parse(ValidUntil) - today : Number.NaN;
  return { base, ttlMs: Number.isNaN(until) ? LEAST_MS : Math.min(MOST_MS, Math.max(LEAST_MS, until)) };
}

/** One fixed site, whose address may hold the tenant's name. */
function fixedBases(template: string): TenantBases {
  const bases = new LRUCache<string, Base>({ max: MOST_BASES });
  return {
    of: (tenant) =>
      madeOnce(bases, tenant, () => {
        const base = toBase(template.replaceAll('{tenant}', tenant));
        if (!base) throw new UpstreamError('superoffice', 'unavailable');
        return base;
      }),
    relearn: async () => null,
  };
}

function learnedBases(stateUrl: string, hosts: readonly string[], http: Http, clocks: TenantClocks): TenantBases {
  const { ages, today } = clocks;
  const kept = new Kept<Base>({ system: 'superoffice', entries: 10_000, bytes: 10_000, ttlMs: LEAST_MS, ages });

  const learn = async (tenant: string, scope: CallScope): Promise<Loaded<Base>> => {
    const url = new URL(stateUrl.replaceAll('{tenant}', tenant));
    const answer = await http.send({
      ...{ system: 'superoffice', lane: `state ${tenant}`, origin: url.origin, path: url.pathname + url.search, scope },
      ...{ label: '/state', method: 'GET', headers: wantsJson, intent: 'read' },
    });
    // Nobody's ticket was refused here, so whatever the status is, it is a fault of the login host.
    if (answer.status !== 200) throw new UpstreamError('superoffice', 'unavailable', { status: answer.status });
    const { base, ttlMs } = readState(answer.json(), tenant, hosts, today());
    return { value: base, bytes: 1, ttlMs };
  };

  const of = (tenant: string, scope: CallScope) => kept.get(tenant, scope, () => learn(tenant, scope));
  return {
    of,
    async relearn(tenant, old, scope) {
      const known = await of(tenant, scope);
      if (known.origin !== old.origin || known.path !== old.path) return known;
      kept.drop((key) => key === tenant);
      return of(tenant, scope);
    },
  };
}

/** By what ages are measured, and what time it is where a tenant's state is told. */
export interface TenantClocks {
  readonly ages: AgeClock;
  today(): number;
}

export function createTenantBases(config: SuperOfficeConfig, http: Http, clocks: TenantClocks): TenantBases {
  if (config.url !== null) return fixedBases(config.url);
  if (config.stateUrl !== null) return learnedBases(config.stateUrl, config.hosts, http, clocks);
  throw new Error('SuperOffice has neither a base nor a tenant state');
}
