import type { WireZones } from './dates.ts';
import type { Table } from './table.ts';
import type { ArchiveRow, PrincipalWire } from './wire.ts';

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
  /** As they lie in the answer, or as the parser of JSON has made them. */
  rows: Table | readonly ArchiveRow[];
  /** `odata.nextLink`: more rows exist beyond what the server was willing to give; null at the end. */
  nextLink: string | null;
}

export interface EntityOptions {
  /** Entity members to ask back (`$select`). */
  select?: readonly string[];
}

/** A change. `kind` decides the media type and names the call in the log. */
export interface Write extends EntityOptions {
  method: 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  path: string;
  kind: 'json-patch' | 'merge-patch' | 'put' | 'post' | 'delete';
  body?: unknown;
  /** An instant in milliseconds; sent in whole seconds, rounded up. */
  ifUnmodifiedSince?: number;
}

/** Reference data that comes as an array. */
export interface ReferenceList<T> {
  readonly path: string;
  readonly kept: 'shared' | 'ticket';
  /** What is kept of an entry, null for what is none: thousands of lists are kept, and most of what an entry says nobody asks for. */
  readonly entry: (wire: unknown) => T | null;
}

/** SuperOffice, bound to one request: its ticket, tenant, language, time zone, deadline and log of calls. */
export interface SuperOffice {
  /** One page, without following its `nextLink`. */
  archive(request: ArchiveRequest): Promise<ArchivePage>;
  /** The page behind a `nextLink`; null when the link leaves the tenant's own origin and path. */
  next(request: ArchiveRequest, nextLink: string): Promise<ArchivePage | null>;
  /** `GET path`; null for 404. What comes is shared and must not be changed. */
  get<T>(path: string, options?: EntityOptions): Promise<T | null>;
  /** `POST` that only reads, such as `Agents/{agent}/{method}`; null where it found nothing. The caller inspects the answer's shape. */
  agentRead<T>(path: string, body: unknown, options?: EntityOptions): Promise<T | null>;
  /** Reference data kept five minutes, per tenant and language (`shared`) or per ticket; null for 404. One request however many ask. */
  reference<T>(path: string, kept: 'shared' | 'ticket', language?: string | null): Promise<T | null>;
  /** Reference data that is an array; of anything else in its place nothing is kept, and it raises `malformed`. */
  referenceList<T>(list: ReferenceList<T>, language?: string | null): Promise<T[] | null>;
  /** Whether reference data is kept that the caller would be given: it costs no request. */
  isAtHand(path: string, kept: 'shared' | 'ticket'): boolean;
  /** Sent once; again only after 421. Answers what came back, null for an empty answer. */
  send<T>(write: Write): Promise<T | null>;
  /** Forgets reference data of this tenant whose path begins so, in all languages and at all replicas, once this resolves. */
  drop(path: string): Promise<void>;
  /** Who the ticket is; one request, however often asked in this operation. */
  principal(): Promise<PrincipalWire>;
  /** Raises `unauthenticated` unless the tenant accepts the ticket; asks only where it has not done so in the last five minutes. */
  prove(): Promise<void>;
  /** Whether the zone of archives is known. Before that, no date of a filter can be written. */
  readonly areDatesPrepared: boolean;
  /** Learns the tenant's own zone, where archives are set to be in it; nothing is asked otherwise. Every archive does it itself. */
  prepareDates(): Promise<void>;
  /** How dates without an offset are to be read, in what has been answered so far. */
  wireZones(source: 'entity' | 'archive'): WireZones;
}
