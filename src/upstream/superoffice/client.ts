import type { ArchiveRow } from './wire.ts';

/** One page of an archive. Names are columns of the provider, never user text. */
export interface ArchiveRequest {
  provider: string;
  select: readonly string[];
  /** In the vendor's grammar (superoffice.md 4.5), built by `archive.ts`. */
  filter: string;
  /** `contactId asc`; ends in the key. */
  orderBy: readonly string[];
  top: number;
  skip?: number;
  entities?: readonly string[];
  /** `$mode=Full`: ids of list items and associates beside their texts. */
  full: boolean;
}

export interface ArchivePage {
  rows: ArchiveRow[];
  /** `odata.nextLink`: more rows exist beyond what the server was willing to give; null at the end. */
  nextLink: string | null;
}

export interface EntityOptions {
  /** Entity members to ask back (`$select`). */
  select?: readonly string[];
}

/** SuperOffice, bound to one request: its ticket, tenant, language, time zone, deadline and log of calls. */
export interface SuperOffice {
  /** One page, without following its `nextLink`. */
  archive(request: ArchiveRequest): Promise<ArchivePage>;
  /** The page behind a `nextLink`; null when the link leaves the tenant's own origin and path. */
  next(request: ArchiveRequest, nextLink: string): Promise<ArchivePage | null>;
  /** `GET path`; null for 404. */
  get<T>(path: string, options?: EntityOptions): Promise<T | null>;
  /** `POST Agents/{agent}/{method}` that only reads; the answer is inspected by the caller. */
  agentRead<T>(path: string, body: unknown): Promise<T | null>;
  /** Reference data kept five minutes, per tenant and language (`shared`) or per ticket; null for 404. One request however many ask. */
  reference<T>(path: string, kept: 'shared' | 'ticket', language?: string | null): Promise<T | null>;
}
