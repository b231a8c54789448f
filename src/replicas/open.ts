import { hash, randomUUID } from 'node:crypto';
import type { Logger } from 'pino';
import type { Config } from '../config.ts';
import type { BusSettings } from '../events/bus.ts';
import { createAlone, type Shared } from './shared.ts';

export interface OpenOptions {
  readonly log: Logger;
  /** How events are kept. */
  readonly bus?: Partial<BusSettings>;
  /** That of another version of this server. */
  readonly dataVersion?: number | undefined;
}

/** What the server shares with its replicas by the settings; with nobody, and nothing of Redis loaded, where it stands alone. */
export async function openShared(config: Config, { log, bus, dataVersion }: OpenOptions): Promise<Shared> {
  const { redisUrl: url, requestDeadlineMs: deadlineMs } = config;
  if (url === null) return createAlone(bus);
  const { joinRedis } = await import('./redis/join.ts');
  return joinRedis({
    url,
    site: siteOf(config),
    salt: saltOf(config),
    deadlineMs,
    log,
    dataVersion,
    ...(bus && { bus }),
  });
}

/** Servers in front of other CRMs have nothing in common; each demo has CRMs of its own. */
function siteOf({ demo, superoffice, onoffice }: Config): string {
  return demo ? randomUUID() : JSON.stringify([superoffice?.url, superoffice?.stateUrl, onoffice?.url]);
}

/** Replicas have the same secrets, and whoever looks into Redis has not. */
function saltOf({ superoffice, onoffice, redisUrl }: Config): string {
  const customers = onoffice?.customers.map(({ secret }) => secret);
  const secrets = [superoffice?.appToken, superoffice?.webhookSecret, customers, redisUrl];
  return hash('sha256', JSON.stringify(secrets), 'base64url');
}
