import { randomUUID } from 'node:crypto';
import type { Logger } from 'pino';
import type { RequestContext } from '../context/context.ts';
import type { Live } from '../context/live.ts';
import { changesBetween, visibleKeys } from '../entities/webhook/webhook.reconciliation.model.ts';
import { keepWebhook, type Registration } from '../entities/webhook/webhook.registration.model.ts';
import type { Told } from '../events/told.ts';
import { allFollowed } from '../reading/followed.ts';
import { UpstreamError } from '../upstream/errors.ts';

/** One tenant whose events are to be had, with the ticket of the server's own. */
export interface Kept {
  readonly tenant: string;
  readonly registration: Registration;
  /** The CRM by the system ticket, as it is now. */
  context(): Promise<RequestContext>;
}

export interface KeeperOptions {
  readonly kept: readonly Kept[];
  readonly live: Live;
  readonly told: Told;
  readonly log: Logger;
  now(): number;
  /** How often each tenant is looked after. */
  readonly everyMs?: number;
  /** How long an event may be on its way before it counts as lost. */
  readonly graceMs?: number;
}

const minute = 60_000;
/** The CRM's clock and this one may be so far apart. */
const skewMs = minute;

/** Keeps the webhooks of tenants registered, and finds what they did not tell. */
export interface Keeper {
  /** Looks after all tenants once; failures are logged, and do not keep others back. */
  tend(): Promise<void>;
  close(): void;
}

export function startKeeper({ kept, everyMs = minute, ...options }: KeeperOptions): Keeper {
  const tenants = kept.map((each) => new Tenant(each, options));
  let tending: Promise<unknown> | null = null;
  const tend = async () => {
    tending ??= Promise.all(tenants.map((tenant) => tenant.tend())).finally(() => {
      tending = null;
    });
    await tending;
  };
  const timer = setInterval(() => void tend(), everyMs).unref();
  if (tenants.length > 0) void tend();
  return { tend, close: () => clearInterval(timer) };
}

class Tenant {
  readonly #kept: Kept;
  readonly #options: Omit<KeeperOptions, 'kept'>;
  /** What was changed before that has been told or found. */
  #since: number;
  readonly #existing = new Map<string, Set<number>>();

  constructor(kept: Kept, options: Omit<KeeperOptions, 'kept'>) {
    this.#kept = kept;
    this.#options = options;
    this.#since = options.now();
  }

  async tend(): Promise<void> {
    const { log } = this.#options;
    const { tenant, registration } = this.#kept;
    try {
      const context = await this.#kept.context();
      const outcome = await keepWebhook(context.superoffice, registration).catch((error: unknown) => failure(error));
      if (outcome !== 'kept') log.info({ tenant, webhook: outcome }, 'webhook');
      const found = (await this.#findChanges(context)) + (await this.#findDeleted(context));
      if (found > 0) log.info({ tenant, found }, 'events were lost, and found');
    } catch (error) {
      log.warn({ tenant, reason: failure(error) }, 'events cannot be looked after');
    }
  }

  async #findChanges({ read }: RequestContext): Promise<number> {
    const { live, told, now, graceMs = 10_000 } = this.#options;
    const until = now() - graceMs;
    if (until <= this.#since) return 0;
    const changes = await changesBetween(read.scope, this.#kept.tenant, [this.#since - skewMs, until]);
    let found = 0;
    for (const change of changes) {
      const kind = change.kind === 'CREATED' && told.knows(change) ? 'CHANGED' : change.kind;
      if (!told.find(change)) continue;
      found += 1;
      await live.bus.publish({ ...change, kind });
    }
    this.#since = until;
    return found;
  }

  /** Of what is deleted nothing can be asked but the ids that somebody follows. */
  async #findDeleted({ read }: RequestContext): Promise<number> {
    const { live, told, now } = this.#options;
    const { tenant } = this.#kept;
    let found = 0;
    for (const one of allFollowed()) {
      const entity = one.entity.type;
      const keys = live.followedKeys(tenant, entity);
      const visible = await visibleKeys(read.scope, one, keys);
      const before = this.#existing.get(entity) ?? new Set();
      this.#existing.set(entity, visible);
      for (const key of keys.filter((each) => before.has(each) && !visible.has(each))) {
        const at = now();
        const event = { id: `found-${randomUUID()}`, tenant, entity, key, at, changedFields: [], related: {} };
        const deleted = { ...event, kind: 'DELETED' as const };
        if (!told.find(deleted)) continue;
        found += 1;
        await live.bus.publish(deleted);
      }
    }
    return found;
  }
}

/** What went wrong, in a word: errors of the CRM hold nothing secret, and all others are not told. */
function failure(error: unknown): string {
  return error instanceof UpstreamError ? error.message : 'unexpected';
}
