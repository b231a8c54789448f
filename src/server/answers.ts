import type { ExecutionResult, GraphQLError } from 'graphql';
import { isAsyncIterable, mapAsyncIterator, type Plugin } from 'graphql-yoga';
import type { Config } from '../config.ts';
import type { UpstreamCall } from '../upstream/calls.ts';
import { finishedErrors, type Translate, withExtensions, withoutHttp } from './errors.ts';
import { countError, type HeaderOf, type Operation, operationOf } from './operation.ts';
import { endingWith } from './parts.ts';
import type { Sink } from './subscriptions.ts';
import { rounded } from './timing.ts';

/** What comes later of fragments, or of lists. */
type Increment = ExecutionResult & { readonly items?: readonly unknown[] | null };
type Result = ExecutionResult & { hasNext?: boolean; incremental?: readonly Increment[] };

const holdsAnything = (data: ExecutionResult['data']): boolean =>
  Object.values(data ?? {}).some((value) => value !== null);

/** Told of every failure that clients see only as unexpected. */
export type ReportUnexpected = (operation: Operation, header: HeaderOf, cause: unknown) => void;

/**
 * Finishes every answer, of whatever transport: its errors, its `extensions`, its headers. Streams end with `draining`, but those that go
 * out by another way than their response: they end with that.
 */
export function useAnswers(
  config: Config,
  translate: Translate,
  report: ReportUnexpected,
  draining: AbortSignal,
): Plugin {
  return {
    onResultProcess({ request, result, setResult, serverContext }) {
      const explain = isExplained(config, request.headers.get('x-explain'));
      const operation = operationOf(request);
      const header = (name: string) => request.headers.get(name);
      const answering = new Answering(operation, explain, translate, (cause) => report(operation, header, cause));
      if (isAsyncIterable(result)) {
        const finished = mapAsyncIterator(result as AsyncIterableIterator<Result>, (part) => answering.finished(part));
        const { sink } = (serverContext ?? {}) as { sink?: Sink };
        // All others end by themselves, within their deadline.
        const { parts, ended } = endingWith(finished, operation.kind === 'subscription' && !sink ? draining : null);
        operation.parts = ended;
        setResult(parts);
      } else if (!Array.isArray(result)) setResult(answering.finished(result as Result));
    },
    onResponse({ request, response, setResponse, fetchAPI }) {
      const operation = operationOf(request);
      const answered = response.status === 406 ? notAcceptable(operation, response, fetchAPI.Response) : response;
      for (const [name, value] of Object.entries(operation.context?.responseHeaders ?? {})) {
        answered.headers.set(name, value);
      }
      answered.headers.set('X-Request-Id', operation.requestId);
      // Yoga keeps the connection of an answer in parts, whatever its client has asked for, and says how it is carried: Node knows.
      if (answered.headers.get('connection') === 'keep-alive') answered.headers.delete('connection');
      answered.headers.delete('transfer-encoding');
      if (answered !== response) setResponse(answered);
    },
  };
}

/** Whether an answer is to tell of the requests that were made for it. */
export function isExplained({ edge }: Config, header: string | null | undefined): boolean {
  return edge.explain && header === 'true';
}

/** What an answer says of what was in it, or might have been. */
const ofItsBody: ReadonlySet<string> = new Set(['accept', 'content-type', 'content-length']);

/**
 * The one answer that no format was left for; it is given as JSON all the same, or nobody would know why, and with the headers without
 * which no page could read it.
 */
function notAcceptable({ requestId }: Operation, { headers }: Response, { json }: typeof Response): Response {
  const message =
    'Accept application/json; for @defer and @stream multipart/mixed or text/event-stream; for subscriptions text/event-stream.';
  const told = json({ errors: [{ message, extensions: { code: 'BAD_USER_INPUT', requestId } }] }, { status: 406 });
  for (const [name, value] of headers) if (!ofItsBody.has(name)) told.headers.set(name, value);
  return told;
}

/** The answer to one operation: a single result, or the parts of one. */
export class Answering {
  readonly #operation: Operation;
  readonly #explain: boolean;
  readonly #translate: Translate;
  readonly #report: (cause: unknown) => void;
  #begun = false;

  constructor(operation: Operation, explain: boolean, translate: Translate, report: (cause: unknown) => void) {
    this.#operation = operation;
    this.#explain = explain;
    this.#translate = translate;
    this.#report = report;
  }

  finished(result: Result): Result {
    const answer: Result = { ...result };
    delete answer.errors;
    const hasData = holdsAnything(result.data);
    if (hasData) this.#operation.hasData = true;
    if (result.errors?.length) {
      const errors = this.#errors(result.errors);
      answer.errors = result.data === undefined ? errors : errors.map((each) => carriedOut(each, hasData));
    }
    if (result.incremental) answer.incremental = result.incremental.map((part) => this.#increment(part));
    const extensions = { ...result.extensions, ...this.#extensions(result.hasNext !== true) };
    if (Object.keys(extensions).length > 0) answer.extensions = extensions;
    return answer;
  }

  /** A part that comes later has no HTTP status or headers of its own any more. */
  #increment(part: Increment): ExecutionResult {
    if (holdsAnything(part.data) || part.items?.some((item) => item !== null)) this.#operation.hasData = true;
    if (!part.errors?.length) return part;
    return { ...part, errors: this.#errors(part.errors).map(withoutHttp) };
  }

  #errors(given: readonly GraphQLError[]): GraphQLError[] {
    const { errors, unexpected } = finishedErrors(given, this.#operation.requestId, this.#translate);
    for (const cause of unexpected) this.#report(cause);
    for (const { extensions } of errors) countError(this.#operation, String(extensions.code));
    return errors;
  }

  /** The price stands on the first part of an answer, the upstream requests on the last one, when all have been made. */
  #extensions(last: boolean): Record<string, unknown> {
    const { cost, context } = this.#operation;
    const first = !this.#begun;
    this.#begun = true;
    const calls = this.#explain && last ? context?.calls.calls.map(roundedCall) : undefined;
    return { ...(cost && first && { cost }), ...(calls && { upstream: { total: calls.length, calls } }) };
  }
}

/**
 * An operation that was carried out is no failed request, whatever one of its errors would be alone: many clients throw the body of any
 * status but 200 away. What this server could not do has its status where there is nothing to throw away, for those who watch it.
 */
function carriedOut(error: GraphQLError, hasData: boolean): GraphQLError {
  const { status, spec, ...http } = (error.extensions.http ?? {}) as { status?: number; spec?: boolean };
  // With `spec` it is that of a request which was not carried out.
  if (status === undefined || (status >= 500 && !spec && !hasData)) return error;
  return withExtensions(error, { ...error.extensions, http });
}

/** Tenths of a millisecond: more digits would only look exact. */
function roundedCall(call: UpstreamCall): UpstreamCall {
  return { ...call, ms: rounded(call.ms), startMs: rounded(call.startMs) };
}
