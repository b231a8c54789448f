import type { IncomingHttpHeaders } from 'node:http';
import { LRUCache } from 'lru-cache';
import type { AgeClock } from '../kept.ts';

/**
 * Members that belong to the record itself, so that a change of any of them moves its `UpdatedDate`. Left out is what names other
 * records or depends on rights (references, list items, custom fields with their texts, interests, participants): the CRM answers 304
 * while those change.
 */
const ownMembers: Readonly<Record<string, ReadonlySet<string>>> = {
  contact: members(
    'ContactId Name Department OrgNr Number1 Number2 UpdatedDate CreatedDate Emails Urls Phones Faxes Description NoMailing Xstop',
    'Kananame Address',
  ),
  person: members(
    'PersonId Firstname MiddleName Lastname Mrmrs Title UpdatedDate CreatedDate BirthDate Emails PrivatePhones Faxes MobilePhones',
    'OfficePhones OtherPhones Urls ChatEmails InternetPhones Description PersonNumber FullName FormalName NoMailing',
    'UsePersonAddress Retired Address Salutation',
  ),
  appointment: members(
    'AppointmentId CreatedDate UpdatedDate Title Description Agenda InternalNotes StartDate EndDate Private Type Completed',
    'AlarmLeadTime HasAlarm IsFree IsAlldayEvent Location ColorIndex JoinVideomeetUrl',
  ),
};

function members(...lines: string[]): ReadonlySet<string> {
  return new Set(lines.join(' ').split(' '));
}

const KEPT_MS = 5 * 60_000;
const MAX_ENTRIES = 20_000;
const MAX_BYTES = 64 * 1024 * 1024;
/** `Last-Modified` counts whole seconds, so a record that has just changed may change again under the same one. */
const SETTLED_MS = 2_000;

/** An entity as it was answered, with the date under which it can be asked for again. */
export interface KeptEntity {
  readonly lastModified: string;
  /** Parsed anew for each use: nothing is shared between requests. */
  read(): unknown;
}

/** Entities that may be answered by a 304. Keys hold the tenant, the hash of the ticket, the languages, the path and its members. */
export interface EntityStore {
  /** Whether a 304 could stand for all of what is asked for. */
  covers(path: string, select: readonly string[] | undefined): boolean;
  get(key: string): KeptEntity | undefined;
  keep(key: string, headers: IncomingHttpHeaders, body: Buffer): void;
  /** Forgets a record of a tenant, whoever has read it. `path` is `Contact/7`. */
  drop(tenant: string, path: string): void;
}

/** The key of an entity answer; `headers` are those that change its texts. */
export function entityKey(
  tenant: string,
  path: string,
  select: readonly string[],
  ticket: string,
  headers: string,
): string {
  return [tenant, path.toLowerCase(), ticket, headers, [...select].sort().join(',')].join('\n');
}

/** Tenant and path, the first two lines of a key. */
const recordOfKey = (key: string): string => key.slice(0, key.indexOf('\n', key.indexOf('\n') + 1));

export function createEntityStore(ages: AgeClock, today: () => number): EntityStore {
  // A record is forgotten with each write to it, so its answers must be found without a look at all others.
  const ofRecord = new Map<string, Set<string>>();
  const store = new LRUCache<string, { lastModified: string; body: Buffer }>({
    max: MAX_ENTRIES,
    maxSize: MAX_BYTES,
    sizeCalculation: ({ body }) => body.length + 512,
    onInsert(_held, key) {
      const record = recordOfKey(key);
      const keys = ofRecord.get(record);
      if (keys) keys.add(key);
      else ofRecord.set(record, new Set([key]));
    },
    // Of an entity that is replaced this comes first, and then its insertion.
    dispose(_held, key) {
      const record = recordOfKey(key);
      const keys = ofRecord.get(record);
      keys?.delete(key);
      if (keys?.size === 0) ofRecord.delete(record);
    },
    ttl: KEPT_MS,
    ttlResolution: 0,
    perf: ages,
  });
  return {
    covers(path, select) {
      const entity = /^([a-z]+)\/\d+$/i.exec(path)?.[1]?.toLowerCase();
      const own = entity ? ownMembers[entity] : undefined;
      return (
        own !== undefined && select !== undefined && select.length > 0 && select.every((member) => own.has(member))
      );
    },
    get(key) {
      const held = store.get(key);
      return held && { lastModified: held.lastModified, read: () => JSON.parse(held.body.toString('utf8')) };
    },
    keep(key, headers, body) {
      const lastModified = headers['last-modified'];
      // The server's own clock, where it tells: only the distance of the two counts.
      const now = Date.parse(headers.date ?? '') || today();
      const changed = Date.parse(lastModified ?? '');
      // A record that was never changed has year 1 (superoffice.md 3.5), which the runtime reads as 2001.
      const isDate = new Date(changed).toUTCString() === lastModified;
      if (!lastModified || !isDate || now - changed <= SETTLED_MS) store.delete(key);
      else store.set(key, { lastModified, body });
    },
    drop(tenant, path) {
      for (const key of [...(ofRecord.get(`${tenant}\n${path.toLowerCase()}`) ?? [])]) store.delete(key);
    },
  };
}
