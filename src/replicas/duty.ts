import type { Eventually } from './shared.ts';

/** What has been looked after so far, for whoever goes on with it. */
export interface Notes {
  /** What was changed before that has been told or found. */
  readonly since: number;
  /** Ids that were there the last time, by entity. */
  readonly existing: Readonly<Record<string, readonly number[]>>;
}

/** Looking after webhooks, which one replica does at a time. */
export interface Duty {
  /** Whether it is this replica's for the next `holdMs`; asked again in time it stays so. */
  hold(holdMs: number): Eventually<boolean>;
  /** Leaves it to another one at once. */
  release(): Eventually<void>;
  notes(tenant: string): Eventually<Notes | null>;
  /** False: the duty is another's by now, and nothing was noted. */
  note(tenant: string, notes: Notes): Eventually<boolean>;
  /** Tells of the ids that are followed at this replica; holds for `holdMs`. */
  report(tenant: string, entity: string, keys: readonly number[], holdMs: number): Eventually<void>;
  /** Ids that are followed at any replica. */
  followed(tenant: string, entity: string): Eventually<readonly number[]>;
}

/** The duty of a server that stands alone. */
export function createMemoryDuty(): Duty {
  const notes = new Map<string, Notes>();
  const reported = new Map<string, readonly number[]>();
  return {
    hold: () => true,
    release: () => undefined,
    notes: (tenant) => notes.get(tenant) ?? null,
    note(tenant, noted) {
      notes.set(tenant, noted);
      return true;
    },
    report: (tenant, entity, keys) => void reported.set(`${tenant} ${entity}`, keys),
    followed: (tenant, entity) => reported.get(`${tenant} ${entity}`) ?? [],
  };
}
