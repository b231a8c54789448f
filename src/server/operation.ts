import { randomUUID } from 'node:crypto';
import type { CallScope } from '../upstream/calls.ts';

/** What the edge needs of the context that an operation runs in. */
export interface OperationContext {
  readonly calls: CallScope;
  /** Headers of the answer: `Content-Language`, `SO-TimeZone`. */
  readonly responseHeaders: Readonly<Record<string, string>>;
}

/** What one HTTP request has come to so far; filled in as it passes through the edge, read for its answer and its log line. */
export interface Operation {
  readonly requestId: string;
  /** `performance.now()` when the request came in. */
  readonly startedAt: number;
  document: string | null;
  name: string | null;
  cost: { requested: number; limit: number } | null;
  context: OperationContext | null;
  /** How often each code stands in the answer. */
  errors: Map<string, number>;
}

const operations = new WeakMap<Request, Operation>();

/** The one record of this HTTP request; the first question makes it. */
export function operationOf(request: Request): Operation {
  const known = operations.get(request);
  if (known) return known;
  const operation: Operation = {
    requestId: requestIdOf(request.headers.get('x-request-id')),
    startedAt: performance.now(),
    document: null,
    name: null,
    cost: null,
    context: null,
    errors: new Map(),
  };
  operations.set(request, operation);
  return operation;
}

/** The caller's own id where it is a harmless word, else a new one. */
function requestIdOf(header: string | null): string {
  return header !== null && /^[A-Za-z0-9._-]{1,128}$/.test(header) ? header : randomUUID();
}
