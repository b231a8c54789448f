import type { AssociateRecord } from '../store.ts';

/** One change of the tenant's records, told after it has been stored. */
export interface RecordChange {
  /** `contact`, `person`, `appointment`, `foreignkey`, or `list.` with the list's MDO name. */
  readonly entity: string;
  readonly verb: 'created' | 'changed' | 'softdeleted' | 'deleted';
  readonly id: number;
  /** Database columns that were touched; none of a deleted record. */
  readonly columns: readonly string[];
  /** Who changed it. */
  readonly by: AssociateRecord;
  readonly at: number;
  /** The record as it is after the change, or as it was before it was deleted. */
  readonly record: object;
}

export type ChangeListener = (change: RecordChange) => void;

/** Where writes tell what they did. */
export interface Changes {
  report(change: RecordChange): void;
  /** Hears every later change; the function given back ends that. */
  listen(listener: ChangeListener): () => void;
}

export function createChanges(): Changes {
  const listeners = new Set<ChangeListener>();
  return {
    report: (change) => {
      for (const listener of [...listeners]) listener(change);
    },
    listen: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
