import { type JournalEntry, secretHash } from '../journal.ts';
import type { ActionOutcome } from './action.ts';
import { nameOf } from './carry-out.ts';
import { isRefusal } from './envelope.ts';
import type { Refusal } from './refusal.ts';
import type { ReceivedAction } from './signature.ts';

/** One POST that the simulator received; its path is the list of its actions, its tenant the customer. */
export interface OnOfficeJournalEntry extends JournalEntry {
  actions: OnOfficeJournalAction[];
}

export interface OnOfficeJournalAction {
  /** `read estate` */
  name: string;
  resourceId: string;
  identifier: string;
  /** Unix seconds, as sent. */
  timestamp: number;
  hmac: string;
  /** As sent, without the claim. */
  parameters: Readonly<Record<string, unknown>>;
  /** The hash of the marketplace claim; null: none was sent. */
  claim: string | null;
  /** null: the action was not reached. */
  errorcode: number | null;
  records: number;
}

/** An action as the journal keeps it, with what became of it. */
export function journalAction(action: ReceivedAction, outcome?: ActionOutcome | Refusal): OnOfficeJournalAction {
  const { extendedclaim: claim, ...parameters } = action.parameters;
  const carriedOut = outcome !== undefined && !isRefusal(outcome);
  return {
    name: nameOf(action),
    resourceId: action.resourceid,
    identifier: action.identifier,
    timestamp: Number(action.timestamp),
    hmac: action.hmac,
    parameters,
    claim: claim === undefined ? null : secretHash(String(claim)),
    errorcode: outcome === undefined ? null : isRefusal(outcome) ? outcome.code : 0,
    records: carriedOut ? outcome.records.length : 0,
  };
}
