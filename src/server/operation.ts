import { hash, randomUUID } from 'node:crypto';
import type { CallScope } from '../upstream/calls.ts';
import type { Spent } from './timing.ts';
import type { Trace } from './traces.ts';

/** What the edge needs of the context that an operation runs in. */
export interface OperationContext {
  readonly calls: CallScope;
  /** For whom the operation is carried out. */
  readonly identity: { readonly tenant: string | null };
  /** The name under which his ticket at his tenant is known; empty where none came. */
  readonly ticket: string;
  /** Headers of the answer: `Content-Language`, `SO-TimeZone`. */
  readonly responseHeaders: Readonly<Record<string, string>>;
}

/** What one HTTP request has come to so far; filled in as it passes through the edge, read for its answer and its log line. */
export interface Operation {
  readonly requestId: string;
  /** The caller has named it, and may have named it by anything. */
  readonly isNamedByCaller: boolean;
  /** `performance.now()` when the request came in. */
  readonly startedAt: number;
  /** Under which its document stands in logs and traces; null: it has none yet. */
  documentHash: string | null;
  name: string | null;
  kind: OperationKind | null;
  cost: { requested: number; limit: number } | null;
  /** What the caller may still spend; null where nothing was asked of it. */
  allowance: Allowance | null;
  context: OperationContext | null;
  /** What was asked of CRMs in contexts that are not held any more: those of the events of a stream. */
  earlier: Spent | null;
  /** How often each code stands in the answer. */
  errors: ReadonlyMap<string, number>;
  /** Whether the answer holds anything but null. */
  hasData: boolean;
  /** An answer in parts: settled with its last one. */
  parts: Promise<void> | null;
  trace: Trace | null;
}

/** A header of a request, by its name in small letters. */
export type HeaderOf = (name: string) => string | null | undefined;

export type OperationKind = 'query' | 'mutation' | 'subscription';

/** The quota of a caller's cost as it stands after this operation. */
export interface Allowance {
  readonly limit: number;
  readonly remaining: number;
  /** Whether this operation was let in; what is refused takes nothing. */
  readonly isTaken: boolean;
  /** Seconds until all of it is there again. */
  readonly reset: number;
  /** The header that tells what holds for every operation. */
  readonly policy: Readonly<Record<string, string>>;
}

/** Of nearly all operations. */
const noErrors: ReadonlyMap<string, number> = new Map();

/** Counts an error of an answer. */
export function countError(operation: Operation, code: string): void {
  operation.errors = new Map(operation.errors).set(code, (operation.errors.get(code) ?? 0) + 1);
}

const operations = new WeakMap<Request, Operation>();

/** The one record of this HTTP request; the first question makes it. */
export function operationOf(request: Request): Operation {
  const known = operations.get(request);
  if (known) return known;
  const operation = newOperation(request.headers.get('x-request-id'));
  operations.set(request, operation);
  return operation;
}

/** The record of a request that comes in now. */
export function newOperation(requestId: string | null | undefined): Operation {
  const named = nameOf(requestId);
  return {
    requestId: named ?? randomUUID(),
    isNamedByCaller: named !== null,
    startedAt: performance.now(),
    documentHash: null,
    name: null,
    kind: null,
    cost: null,
    allowance: null,
    context: null,
    earlier: null,
    errors: noErrors,
    hasData: false,
    parts: null,
    trace: null,
  };
}

/** The caller's own id where it is a harmless word. */
function nameOf(header: string | null | undefined): string | null {
  return typeof header === 'string' && /^[A-Za-z0-9._-]{1,128}$/.test(header) ? header : null;
}

/** The name of a document for people: its text may hold what a caller has written into it. */
export const documentHashOf = (text: string): string => hash('sha256', text).slice(0, 16);
