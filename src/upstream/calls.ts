import type { System } from './errors.ts';

/** One upstream request as `extensions.upstream` shows it. Holds no host, query, header or body. */
export interface UpstreamCall {
  system: System;
  method: string;
  /** Path below `/api/v1` (SuperOffice), or the actions of a POST (onOffice): `/Appointment`, `/Contact/7`, `read estate`. */
  path: string;
  /** Kind of a write: json-patch, merge-patch, put, post, delete. */
  kind?: string;
  /** Rows or records in the answer; null where it is none of these. */
  rows: number | null;
  /** HTTP status; null where no answer came. */
  status: number | null;
  /** Bytes of the body as received. */
  bytes: number;
  ms: number;
  /** Milliseconds since the operation began. */
  startMs: number;
  /** `miss` asked for the body, `revalidated` was answered 304. */
  cache: 'miss' | 'revalidated';
}

/** An upstream request that is watched. */
export interface ObservedCall {
  /** Go with the request, and say which operation it is a part of; null: none do. */
  readonly headers: Readonly<Record<string, string>> | null;
  ended(): void;
}

/** Told what an operation asks for: of the CRM, and of what is kept. */
export interface CallObserver {
  /** Reference data was asked for, and was there or had to be loaded. */
  kept(system: System, outcome: 'hit' | 'miss'): void;
  /** null: nobody follows it to its end. */
  began(call: UpstreamCall): ObservedCall | null;
}

/** The end of an operation, as those see it who wait: so much of an `AbortSignal` as is needed for that. */
export interface EndSignal {
  readonly aborted: boolean;
  addEventListener(type: 'abort', listener: () => void): void;
  removeEventListener(type: 'abort', listener: () => void): void;
}

/** What the requests of one operation share: their log, their limit, their clock and their end. */
export interface CallScope {
  readonly calls: UpstreamCall[];
  readonly maxCalls: number;
  /** `performance.now()` when the operation began. */
  readonly startedAt: number;
  /** How long the operation may take; as is set for those of clients where it is not given. */
  readonly longestMs?: number | undefined;
  /** Aborted at the operation's deadline, and when the client leaves. */
  readonly signal: EndSignal;
  readonly requestId: string;
  readonly observer?: CallObserver | undefined;
}
