import type { ChangeEvent, ChangeKind } from './bus.ts';

/** Two events of one record as one: what a reader of the last one alone would have to know of both. */
export function merged(first: ChangeEvent, second: ChangeEvent): ChangeEvent {
  const kind = kindOf(first, second);
  return {
    ...second,
    kind,
    at: Math.max(first.at, second.at),
    changedFields: kind === 'DELETED' ? [] : [...new Set([...first.changedFields, ...second.changedFields])],
    related: second.at >= first.at ? { ...first.related, ...second.related } : { ...second.related, ...first.related },
  };
}

/** Events come in any order: of a deletion and a change the later one holds, by the CRM's clock. */
function kindOf(first: ChangeEvent, second: ChangeEvent): ChangeKind {
  if (second.kind === 'DELETED') return second.at >= first.at ? 'DELETED' : first.kind;
  if (first.kind === 'DELETED') return first.at > second.at ? 'DELETED' : second.kind;
  return first.kind === 'CREATED' ? 'CREATED' : second.kind;
}
