import type { ExecutionResult } from 'graphql';
import { isAsyncIterable, type Plugin } from 'graphql-yoga';
import type { Config } from '../config.ts';
import type { UpstreamCall } from '../upstream/calls.ts';
import { finishedErrors, type Translate } from './errors.ts';
import { type Operation, operationOf } from './operation.ts';

type Result = ExecutionResult & { hasNext?: boolean; incremental?: readonly ExecutionResult[] };

/** Told of every failure that clients see only as unexpected. */
export type ReportUnexpected = (requestId: string, cause: unknown) => void;

/** Finishes every answer, of whatever transport: its errors, its `extensions`, its headers. */
export function useAnswers(config: Config, translate: Translate, report: ReportUnexpected): Plugin {
  return {
    onResultProcess({ request, result, setResult }) {
      const operation = operationOf(request);
      const explain = config.edge.explain && request.headers.get('x-explain') === 'true';
      const finish = (payload: Result) => finished(payload, operation, explain, translate, report);
      if (isAsyncIterable(result)) setResult(mapped(result as AsyncIterable<Result>, finish));
      else if (!Array.isArray(result)) setResult(finish(result as Result));
    },
    onResponse({ request, response }) {
      const operation = operationOf(request);
      for (const [name, value] of Object.entries(operation.context?.responseHeaders ?? {})) {
        response.headers.set(name, value);
      }
      response.headers.set('X-Request-Id', operation.requestId);
    },
  };
}

function finished(
  result: Result,
  operation: Operation,
  explain: boolean,
  translate: Translate,
  report: ReportUnexpected,
): Result {
  const answer: Result = { ...result };
  if (result.errors?.length) answer.errors = errorsOf(result.errors, operation, translate, report);
  else delete answer.errors;
  if (result.incremental) {
    answer.incremental = result.incremental.map((part) =>
      part.errors?.length ? { ...part, errors: errorsOf(part.errors, operation, translate, report) } : part,
    );
  }
  const extensions = { ...result.extensions, ...ownExtensions(operation, explain && result.hasNext !== true) };
  if (Object.keys(extensions).length > 0) answer.extensions = extensions;
  return answer;
}

function errorsOf(
  errors: NonNullable<Result['errors']>,
  operation: Operation,
  translate: Translate,
  report: ReportUnexpected,
) {
  const { errors: finishedOnes, unexpected } = finishedErrors(errors, operation.requestId, translate);
  for (const cause of unexpected) report(operation.requestId, cause);
  for (const { extensions } of finishedOnes) {
    const code = String(extensions.code);
    operation.errors.set(code, (operation.errors.get(code) ?? 0) + 1);
  }
  return finishedOnes;
}

/** The requests made upstream stand on the last payload of an answer, when they have all been made. */
function ownExtensions({ cost, context }: Operation, explain: boolean): Record<string, unknown> {
  const calls = explain ? context?.calls.calls : undefined;
  return { ...(cost && { cost }), ...(calls && { upstream: { total: calls.length, calls: calls.map(rounded) } }) };
}

/** Tenths of a millisecond: more digits would only look exact. */
function rounded(call: UpstreamCall): UpstreamCall {
  return { ...call, ms: Math.round(call.ms * 10) / 10, startMs: Math.round(call.startMs * 10) / 10 };
}

async function* mapped<T>(results: AsyncIterable<T>, finish: (result: T) => T): AsyncGenerator<T> {
  for await (const result of results) yield finish(result);
}
