/** The two systems behind the graph. */
export type System = 'superoffice' | 'onoffice';

/** What went wrong, in terms that do not depend on the vendor. */
export type UpstreamErrorKind =
  | 'unauthenticated'
  | 'forbidden'
  | 'notFound'
  | 'invalid'
  | 'conflict'
  | 'rateLimited'
  | 'timeout'
  | 'unavailable'
  | 'malformed'
  | 'moved'
  | 'callLimit'
  | 'overloaded'
  | 'unknownOutcome';

export interface UpstreamErrorDetails {
  /** HTTP status, or the vendor's own code where it answers 200 for a refusal. */
  status?: number;
  /** The vendor's name of the error: SoNotFoundException, or an onOffice error code. */
  type?: string;
  /** The vendor's text for people; shown to clients only where the kind is `invalid`, `conflict` or `forbidden` of a write. */
  text?: string;
  /** Seconds after which another attempt may succeed. */
  retryAfter?: number;
  /** The time of the operation was over: one that has more of it may still be answered. */
  isOver?: boolean;
  /** Something was answered as found, and there was nothing in it. */
  isEmpty?: boolean;
  cause?: unknown;
}

/** The one error that both upstream clients raise. Holds no URL, header, body or ticket. */
export class UpstreamError extends Error {
  override readonly name = 'UpstreamError';
  readonly system: System;
  readonly kind: UpstreamErrorKind;
  readonly status: number | undefined;
  readonly type: string | undefined;
  readonly text: string | undefined;
  readonly retryAfter: number | undefined;
  readonly isOver: boolean;
  readonly isEmpty: boolean;

  constructor(system: System, kind: UpstreamErrorKind, details: UpstreamErrorDetails = {}) {
    super(`${system}: ${kind}${details.status ? ` (${details.status})` : ''}`, { cause: details.cause });
    this.system = system;
    this.kind = kind;
    this.status = details.status;
    this.type = details.type;
    this.text = details.text;
    this.retryAfter = details.retryAfter;
    this.isOver = details.isOver === true;
    this.isEmpty = details.isEmpty === true;
  }
}
