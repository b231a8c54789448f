import { createHash } from 'node:crypto';
import type { IncomingHttpHeaders } from 'node:http';

/** One request that a simulator received. Tickets and secrets stand here as hashes alone. */
export interface JournalEntry {
  /** The simulator's time, epoch milliseconds. */
  time: number;
  /** The tenant or customer that was addressed; `""` where none is. */
  tenant: string;
  method: string;
  /** SuperOffice: decoded and below `/api/v1` (`/Contact/7`); other addresses whole. */
  path: string;
  /** Decoded, names as sent. */
  query: Record<string, string>;
  /** Headers of interest, names in lower case. */
  headers: Record<string, string>;
  body: string;
  /** null until, or unless, an answer went out. */
  status: number | null;
  /** Bytes of the answer's body. */
  bytes: number;
  /** Rows or records in the answer; null where it is none of these. */
  rows: number | null;
  /** Kind of the fault that was played; null: none. */
  fault: string | null;
}

const plainHeaders = [
  'accept',
  'accept-language',
  'content-type',
  'if-modified-since',
  'if-unmodified-since',
  'so-browser-tz-offset',
  'so-culture',
  'so-language',
  'so-timezone',
  'user-agent',
  'x-request-id',
];
const secretHeaders = ['so-apptoken', 'cookie', 'x-xsrf-token'];

/** The headers that the journal keeps: secrets are hashed, the scheme of `Authorization` stays readable. */
export function journalHeaders(headers: IncomingHttpHeaders): Record<string, string> {
  const kept: Record<string, string> = {};
  for (const name of plainHeaders) {
    const value = headers[name];
    if (value !== undefined) kept[name] = String(value);
  }
  for (const name of secretHeaders) {
    const value = headers[name];
    if (value !== undefined) kept[name] = secretHash(String(value));
  }
  if (headers.authorization !== undefined) {
    const [scheme = '', ticket = ''] = headers.authorization.split(' ', 2);
    kept.authorization = ticket === '' ? secretHash(scheme) : `${scheme} ${secretHash(ticket)}`;
  }
  return kept;
}

/** Twelve hexadecimal digits that tell secrets apart and give none away. */
export function secretHash(secret: string): string {
  return `#${createHash('sha256').update(secret).digest('hex').slice(0, 12)}`;
}

/** Old entries go when there are more than this: a simulator may run for days. */
const KEPT_ENTRIES = 20_000;

/** Appends an entry whose answer is not known yet, and gives it back to be completed. */
export function beginEntry(
  journal: JournalEntry[],
  entry: Omit<JournalEntry, 'status' | 'bytes' | 'rows' | 'fault'>,
): JournalEntry {
  const begun: JournalEntry = { ...entry, status: null, bytes: 0, rows: null, fault: null };
  journal.push(begun);
  if (journal.length > KEPT_ENTRIES) journal.splice(0, journal.length - KEPT_ENTRIES);
  return begun;
}
