import type { Eventually } from './shared.ts';

/** Which reference data: whose, by what path of the CRM, and in which language. */
export interface Place {
  /** Tenant or customer. */
  readonly owner: string;
  readonly path: string;
  readonly language: string;
}

/** What another replica has read. */
export interface Recalled {
  /** undefined: nobody has read it. */
  readonly value: unknown;
  readonly bytes: number;
  /** How long it still holds. */
  readonly ttlMs: number;
  /** Of which state of the data; a value read now is kept as of this one. */
  readonly mark: string;
}

/** Reference data that is the same for all users of its owner, beyond what each process keeps for itself. */
export interface References {
  /** null: nothing is shared now. */
  recall(place: Place): Eventually<Recalled | null>;
  /** Shares what was read since `recall` gave the mark, unless it has been dropped meanwhile. */
  keep(place: Place, mark: string, value: unknown, ttlMs: number): void;
  /** Resolves when no replica that asks from now on is given what was shared below the path. */
  drop(owner: string, path: string): Eventually<void>;
  /** Is told what other replicas have dropped; an owner of null: all may have changed. */
  onDrop(listener: (owner: string | null, path: string) => void): void;
}

/** Nobody is there to share with. */
export const keepsNothing: References = {
  recall: () => null,
  keep: () => undefined,
  drop: () => undefined,
  onDrop: () => undefined,
};
