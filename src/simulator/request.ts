import type { IncomingHttpHeaders } from 'node:http';
import type { Clock } from './clock.ts';
import type { SimulatorOptions } from './options.ts';
import type { AppointmentRecord, AssociateRecord, ContactRecord, PersonRecord, TenantWorld } from './store.ts';
import type { UserRecord } from './users.ts';

/** Query or form parameters; names are compared without regard to case, the first of equal names wins. */
export class Parameters {
  readonly #values = new Map<string, string>();

  constructor(pairs: Iterable<readonly [string, string]>) {
    for (const [name, value] of pairs) {
      const key = name.toLowerCase();
      if (!this.#values.has(key)) this.#values.set(key, value);
    }
  }

  /** The value, or undefined where the parameter was not sent. */
  get(name: string): string | undefined {
    return this.#values.get(name.toLowerCase());
  }

  /** All as sent, names in lower case. */
  entries(): [string, string][] {
    return [...this.#values];
  }
}

/** The zone that a request's dates are written in. */
export interface CallerZone {
  /** Code of the zone in force: asked for, else the tenant's base zone. */
  code: string;
  iana: string;
  /** `includeTZOffset` was asked for. */
  includeOffset: boolean;
  /** false: no `SO-TimeZone` was sent. */
  asked: boolean;
  /** IANA name of the tenant's base zone. */
  baseIana: string;
}

/** Who asks, and how the answer is to be written. */
export interface SimulatedCaller {
  readonly world: TenantWorld;
  readonly user: UserRecord;
  readonly associate: AssociateRecord;
  /** Resolves a stored text into the caller's language; without one (or with `x`, `*`) it comes back as stored. */
  readonly text: (stored: string) => string;
  /** Languages wanted, best first, as the vendor's codes (`US`, `NO`); null: no translation. */
  readonly languages: readonly string[] | null;
  /** Culture of numbers and dates inside display texts; null: neutral. */
  readonly culture: string | null;
  readonly zone: CallerZone;
  readonly options: SimulatorOptions;
  readonly clock: Clock;
  /** Absolute base of the API as links show it, no slash at the end: `http://127.0.0.1:4011/Cust12345/api/v1`. */
  readonly baseUrl: string;
}

/** One request below `/api/v1`, after authentication. */
export interface SimulatedRequest {
  readonly method: string;
  /** Below `/api/v1`, decoded, as sent: `/Contact/7`. */
  readonly path: string;
  /** The decoded parts of the path, as sent. */
  readonly segments: readonly string[];
  readonly query: Parameters;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
  readonly caller: SimulatedCaller;
}

/** An answer before it is written: `body` becomes JSON, `html` goes out as it is, neither is an empty body. */
export interface SimulatedAnswer {
  status: number;
  headers?: Record<string, string>;
  body?: unknown;
  html?: string;
  /** Rows or records in the answer, for the journal. */
  rows?: number;
}

/** False for records that the caller has no right to select (they are absent from archives). */
export function maySee(caller: SimulatedCaller, entity: 'contact', record: ContactRecord): boolean;
export function maySee(caller: SimulatedCaller, entity: 'person', record: PersonRecord): boolean;
export function maySee(caller: SimulatedCaller, entity: 'appointment', record: AppointmentRecord): boolean;
export function maySee(
  caller: SimulatedCaller,
  entity: 'contact' | 'person' | 'appointment',
  record: { id: number },
): boolean {
  const rights = caller.user.rights;
  if (entity === 'contact') return !rights.hiddenContactIds.has(record.id);
  if (entity === 'person') return !rights.hiddenPersonIds.has(record.id);
  return !rights.hiddenAppointmentIds.has(record.id);
}

/** Archive columns of the entity (without prefix) that come empty for this caller. */
export function unreadableColumns(caller: SimulatedCaller, entity: 'contact' | 'person' | 'appointment'): Set<string> {
  const fields = caller.user.rights.unreadable.filter((field) => field.entity === entity);
  return new Set(fields.flatMap((field) => field.columns.map((column) => column.toLowerCase())));
}
