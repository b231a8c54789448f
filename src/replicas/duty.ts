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
  /** Tells of the ids that are followed at this replica; holds for `forMs`. */
  report(tenant: string, entity: string, keys: readonly number[], forMs: number): Eventually<void>;
  /** Ids that are followed at any replica, or were until now. */
  followed(tenant: string, entity: string): Eventually<readonly number[]>;
}

/** The duty of a server that stands alone. */
export function createMemoryDuty(): Duty {
  const notes = new Map<string, Notes>();
  /** Until when each id counts as followed. */
  const reported = new Map<string, Map<number, number>>();
  const current = (name: string, now: number) => [...(reported.get(name) ?? [])].filter(([, until]) => until > now);
  return {
    hold: () => true,
    release: () => undefined,
    notes: (tenant) => notes.get(tenant) ?? null,
    note(tenant, noted) {
      notes.set(tenant, noted);
      return true;
    },
    report(tenant, entity, keys, forMs) {
      const name = `${tenant} ${entity}`;
      const now = performance.now();
      reported.set(name, new Map([...current(name, now), ...keys.map((key) => [key, now + forMs] as const)]));
    },
    followed: (tenant, entity) => current(`${tenant} ${entity}`, performance.now()).map(([key]) => key),
  };
}
