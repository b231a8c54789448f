import { hash } from 'node:crypto';

/** How keys are made and what commands are used on them. Raised when that changes. */
const formatVersion = 1;
/** What the values hold: events, reference data, outcomes. Raised when a server could not read those of the one before. */
export const dataVersion = 1;

/**
 * Keys of one deployment. Servers that would not understand each other, or speak to other CRMs, have none in common, and so
 * can share one Redis.
 */
export interface Keys {
  /** A key that belongs to all tenants. */
  common(kind: string): string;
  /** A key of one tenant, or of a customer of onOffice. */
  of(owner: string, kind: string, ...names: readonly (string | number)[]): string;
}

export function keysFor(site: string, data = dataVersion): Keys {
  const prefix = `crm-graph:${formatVersion}.${data}:${shortHash(site)}`;
  return {
    common: (kind) => `${prefix}:${kind}`,
    of: (owner, kind, ...names) => [prefix, owner, kind, ...names].join(':'),
  };
}

/** What a caller has chosen is no part of a key: it may be long, and he may hold it for private. */
export function shortHash(text: string): string {
  return hash('sha256', text, 'base64url').slice(0, 32);
}
