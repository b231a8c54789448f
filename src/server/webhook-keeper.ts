import type { Logger } from 'pino';
import type { RequestContext } from '../context/context.ts';
import type { Live } from '../context/live.ts';
import { changesBetween, foundEvent, visibleKeys } from '../entities/webhook/webhook.reconciliation.model.ts';
import { keepWebhook, type Registration } from '../entities/webhook/webhook.registration.model.ts';
import { allFollowed } from '../reading/followed.ts';
import type { Duty, Notes } from '../replicas/duty.ts';
import { UpstreamError } from '../upstream/errors.ts';

/** One tenant whose events are to be had, with the ticket of the server's own. */
export interface Kept {
  readonly tenant: string;
  readonly registration: Registration;
  /** The CRM by the system ticket, as it is now; what is asked of it is broken off at the end. */
  context(end: AbortSignal): Promise<RequestContext>;
}

export interface KeeperOptions {
  readonly kept: readonly Kept[];
  readonly live: Live;
  readonly duty: Duty;
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

/** What was changed longer ago is no news any more. */
const longestMs = 60 * minute;

/**
 * How often a registration is tried again at once. The CRM tries the address first, and no balancer leads to it yet when the
 * first of all replicas has just begun.
 */
const soonAgain = 5;

/** Keeps the webhooks of tenants registered, and finds what they did not tell: one of all replicas at a time. */
export interface Keeper {
  /** Leaves it to another replica. */
  close(): Promise<void>;
}

export function startKeeper({ kept, everyMs = minute, ...options }: KeeperOptions): Keeper {
  const ending = new AbortController();
  const tenants = kept.map((each) => new Tenant(each, options, ending.signal));
  const { duty } = options;
  // Asked for more often than it lasts, so that it is missed by nobody for long when its holder is gone.
  const holdMs = everyMs / 2;
  // As long as a stream can be gone on with: who comes back is told of what was deleted while he was away, and a replica that
  // Redis did not hear for a while has its ids looked after all the same.
  const followedMs = everyMs * 5;
  const againMs = everyMs / 30;
  let nextAt = 0;
  let failures = 0;
  let again: NodeJS.Timeout | undefined;
  let soon: NodeJS.Timeout | undefined;
  let beating: Promise<void> | null = null;
  let tending: Promise<void> | null = null;
  let isMissed = false;
  const tendAll = async () => {
    nextAt = performance.now() + everyMs;
    const isKept = await Promise.all(tenants.map((tenant) => tenant.tend()));
    failures = isKept.every((each) => each) ? 0 : failures + 1;
    if (failures === 0 || failures > soonAgain) return;
    // No sooner by any other beat: a timer may be a millisecond early.
    nextAt = performance.now() + againMs - 1;
    again = setTimeout(beatOnce, againMs).unref();
  };
  const meetAll = async () => {
    await Promise.all(tenants.map((tenant) => tenant.meet()));
  };
  const tend = () => {
    isMissed = tending !== null;
    tending ??= (performance.now() < nextAt ? meetAll() : tendAll()).finally(() => {
      tending = null;
      if (isMissed) beatSoon();
    });
  };
  const beat = async () => {
    const isHolder = await duty.hold(holdMs);
    await Promise.all(tenants.map((tenant) => tenant.report(followedMs)));
    if (isHolder) tend();
  };
  const beatOnce = () => {
    beating ??= beat().finally(() => {
      beating = null;
    });
  };
  // Ids come by the thousand when clients come back: they are asked for together.
  const beatSoon = () => {
    if (ending.signal.aborted) return;
    soon ??= setTimeout(() => {
      soon = undefined;
      beatOnce();
    }, everyMs / 240).unref();
  };
  const timer = tenants.length > 0 ? setInterval(beatOnce, everyMs / 6).unref() : undefined;
  if (timer) {
    options.live.whenMarked(beatSoon);
    beatOnce();
  }
  return {
    async close() {
      clearInterval(timer);
      ending.abort();
      clearTimeout(soon);
      await beating;
      await tending;
      clearTimeout(again);
      if (timer) await duty.release();
    },
  };
}

class Tenant {
  readonly #kept: Kept;
  readonly #options: Omit<KeeperOptions, 'kept'>;
  readonly #end: AbortSignal;
  /** Where nobody has noted anything yet, it begins with this process. */
  readonly #startedAt: number;
  /** Ids that were asked for since all that are followed have been, by entity. */
  readonly #asked = new Map<string, ReadonlySet<number>>();

  constructor(kept: Kept, options: Omit<KeeperOptions, 'kept'>, end: AbortSignal) {
    this.#kept = kept;
    this.#options = options;
    this.#end = end;
    this.#startedAt = options.now();
  }

  /** Tells whoever has the duty which ids are followed here. */
  async report(forMs: number): Promise<void> {
    const { live, duty } = this.#options;
    const { tenant } = this.#kept;
    for (const { entity } of allFollowed()) {
      const keys = live.followedKeys(tenant, entity.type);
      await Promise.resolve(duty.report(tenant, entity.type, keys, forMs)).catch(() => undefined);
    }
  }

  /** Resolves with whether the webhook is there. */
  async tend(): Promise<boolean> {
    const { log, duty } = this.#options;
    const { tenant } = this.#kept;
    try {
      const context = await this.#kept.context(this.#end);
      const isKept = await this.#register(context);
      const before = await this.#notes();
      const changed = await this.#findChanges(context, before);
      const deleted = await this.#findDeleted(context, before);
      await duty.note(tenant, { since: changed.since, existing: deleted.existing });
      const found = changed.found + deleted.found;
      if (found > 0) log.info({ tenant, found }, 'events were lost, and found');
      return isKept;
    } catch (error) {
      if (!this.#end.aborted) log.warn({ tenant, reason: failure(error) }, 'events cannot be looked after');
      return false;
    }
  }

  /**
   * Asks for ids that are newly followed, so that they are known to have been there if they are deleted before all are asked
   * for again.
   */
  async meet(): Promise<void> {
    const { duty } = this.#options;
    const { tenant } = this.#kept;
    try {
      const met: Record<string, readonly number[]> = {};
      for (const one of allFollowed()) {
        const entity = one.entity.type;
        const asked = this.#asked.get(entity);
        const fresh = (await duty.followed(tenant, entity)).filter((key) => !asked?.has(key));
        if (fresh.length === 0) continue;
        // Once, also where the CRM does not answer: with the others they are asked for anew.
        this.#asked.set(entity, new Set([...(asked ?? []), ...fresh]));
        const { read } = await this.#kept.context(this.#end);
        met[entity] = [...(await visibleKeys(read.scope, one, fresh))];
      }
      if (Object.keys(met).length === 0) return;
      const { since, existing } = await this.#notes();
      const all = Object.entries(met).map(
        ([entity, keys]) => [entity, [...(existing[entity] ?? []), ...keys]] as const,
      );
      await duty.note(tenant, { since, existing: { ...existing, ...Object.fromEntries(all) } });
    } catch {
      // All are asked for within the minute, and what is wrong is told then.
    }
  }

  async #notes(): Promise<Notes> {
    const { duty } = this.#options;
    return (await duty.notes(this.#kept.tenant)) ?? { since: this.#startedAt, existing: {} };
  }

  async #register({ superoffice }: RequestContext): Promise<boolean> {
    const { tenant, registration } = this.#kept;
    try {
      const outcome = await keepWebhook(superoffice, registration);
      if (outcome !== 'kept') this.#options.log.info({ tenant, webhook: outcome }, 'webhook');
      return true;
    } catch (error) {
      this.#options.log.info({ tenant, webhook: failure(error) }, 'webhook');
      return false;
    }
  }

  async #findChanges({ read }: RequestContext, notes: Notes): Promise<{ since: number; found: number }> {
    const { live, now, graceMs = 10_000 } = this.#options;
    const until = now() - graceMs;
    const since = Math.max(notes.since, until - longestMs);
    if (until <= since) return { since, found: 0 };
    const changes = await changesBetween(read.scope, this.#kept.tenant, [since - skewMs, until]);
    let found = 0;
    for (const change of changes) if (await live.bus.find(change)) found += 1;
    return { since: until, found };
  }

  /** Of what is deleted nothing can be asked but the ids that somebody follows. */
  async #findDeleted({ read }: RequestContext, notes: Notes): Promise<{ existing: Notes['existing']; found: number }> {
    const { live, duty, now } = this.#options;
    const { tenant } = this.#kept;
    const existing: Record<string, readonly number[]> = {};
    let found = 0;
    for (const one of allFollowed()) {
      const entity = one.entity.type;
      const keys = await duty.followed(tenant, entity);
      const visible = await visibleKeys(read.scope, one, keys);
      this.#asked.set(entity, new Set(keys));
      const before = new Set(notes.existing[entity] ?? []);
      existing[entity] = [...visible];
      for (const key of keys.filter((each) => before.has(each) && !visible.has(each))) {
        if (await live.bus.find(foundEvent({ tenant, entity, key, kind: 'DELETED', at: now() }))) found += 1;
      }
    }
    return { existing, found };
  }
}

/** What went wrong, in a word: errors of the CRM hold nothing secret, and all others are not told. */
function failure(error: unknown): string {
  return error instanceof UpstreamError ? error.message : 'unexpected';
}
