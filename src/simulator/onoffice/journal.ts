import type { ActionOutcome } from './action.ts';
import { nameOf } from './carry-out.ts';
import { isRefusal } from './envelope.ts';
import type { Refusal } from './refusal.ts';
import type { ReceivedAction } from './signature.ts';

/** One POST that the simulator received. */
export interface OnOfficeJournalEntry {
  /** Epoch milliseconds of the machine. */
  at: number;
  /** null: the token is nobody's, or the request was not understood. */
  customer: string | null;
  method: string;
  /** HTTP status of the answer; null where none was given. */
  status: number | null;
  bytes: number;
  actions: OnOfficeJournalAction[];
}

export interface OnOfficeJournalAction {
  /** `read estate` */
  name: string;
  resourceId: string;
  identifier: string;
  timestamp: number;
  hmac: string;
  parameters: Readonly<Record<string, unknown>>;
  /** null: the action was not reached. */
  errorcode: number | null;
  records: number;
}

/** An action as the journal keeps it, with what became of it. */
export function journalAction(action: ReceivedAction, outcome?: ActionOutcome | Refusal): OnOfficeJournalAction {
  return {
    name: nameOf(action),
    resourceId: action.resourceid,
    identifier: action.identifier,
    timestamp: Number(action.timestamp),
    hmac: action.hmac,
    parameters: action.parameters,
    errorcode: outcome === undefined ? null : isRefusal(outcome) ? outcome.code : 0,
    records: outcome === undefined || isRefusal(outcome) ? 0 : outcome.records.length,
  };
}
