import {
  type Context,
  context,
  isSpanContextValid,
  ProxyTracerProvider,
  propagation,
  type Span,
  SpanKind,
  SpanStatusCode,
  trace,
} from '@opentelemetry/api';
import type { Plugin } from 'graphql-yoga';
import type { UpstreamCall } from '../upstream/calls.ts';
import { type HeaderOf, type Operation, operationOf } from './operation.ts';

/** The span of one operation, and the context that its upstream requests belong to. */
export interface Trace {
  readonly span: Span;
  readonly context: Context;
}

/** Headers of a trace that go to a CRM; what else travels with a trace in this house is none of its business. */
const sentHeaders = new Set(['traceparent', 'tracestate']);

const tracer = () => trace.getTracer('crm-graph');

/** One span for each operation, a part of the caller's trace where there is one. Without an SDK all of this is nothing. */
export function useTraces(): Plugin {
  return {
    onRequest({ request }) {
      operationOf(request).trace = beginTrace((name) => request.headers.get(name));
    },
    onExecute({ args, executeFn, setExecuteFn }) {
      const operation = operationOf((args.contextValue as { request: Request }).request);
      setExecuteFn((given) => within(operation, () => executeFn(given)));
    },
  };
}

/** Whether somebody takes spans, or passes on what callers say of theirs. */
function isTraced(): boolean {
  const provider = trace.getTracerProvider();
  if (!(provider instanceof ProxyTracerProvider) || provider.getDelegateTracer('crm-graph')) return true;
  return propagation.fields().length > 0;
}

/** Begins the span of an operation whose request has these headers; null where nobody traces. */
export function beginTrace(header: HeaderOf): Trace | null {
  if (!isTraced()) return null;
  const getter = { get: (_carrier: unknown, name: string) => header(name) ?? undefined, keys: () => [] };
  const active = context.active();
  const parent = propagation.extract(active, null, getter);
  const span = tracer().startSpan('GraphQL', { kind: SpanKind.SERVER }, parent);
  if (parent === active && !isSpanContextValid(span.spanContext())) return null;
  return { span, context: trace.setSpan(parent, span) };
}

/** Runs what belongs to the span of an operation. */
export function within<Value>({ trace: own }: Operation, run: () => Value): Value {
  return own ? context.with(own.context, run) : run();
}

/** Ends the span with what the operation has come to. No value that a caller sent is in it. */
export function endTrace(operation: Operation, status: number): void {
  const { trace: own, kind, name, documentHash, cost, errors, requestId } = operation;
  if (!own) return;
  own.span.updateName(kind ? `GraphQL ${kind}` : 'GraphQL');
  own.span.setAttributes({
    'http.response.status_code': status,
    'crm.request_id': requestId,
    ...(name && { 'graphql.operation.name': name }),
    ...(kind && { 'graphql.operation.type': kind }),
    ...(documentHash && { 'graphql.document.hash': documentHash }),
    ...(cost && { 'crm.cost': cost.requested }),
    ...(errors.size > 0 && { 'crm.errors': [...errors.keys()] }),
  });
  if (errors.size > 0) own.span.setStatus({ code: SpanStatusCode.ERROR });
  own.span.end();
}

/** Begins the span of an upstream request; the headers continue the trace there. */
export function traceCall({ context: parent }: Trace, call: UpstreamCall) {
  const span = tracer().startSpan(`${call.system} ${call.method}`, { kind: SpanKind.CLIENT }, parent);
  return { headers: headersOf(trace.setSpan(parent, span)), ended: () => endCall(span, call) };
}

/** null: nothing propagates traces here. */
function headersOf(own: Context): Record<string, string> | null {
  let headers: Record<string, string> | null = null;
  propagation.inject(own, null, {
    set(_carrier, name, value) {
      if (!sentHeaders.has(name.toLowerCase())) return;
      headers ??= {};
      headers[name.toLowerCase()] = value;
    },
  });
  return headers;
}

function endCall(span: Span, { system, method, path, status, bytes }: UpstreamCall): void {
  span.setAttributes({
    'crm.system': system,
    'crm.path': path,
    'http.request.method': method,
    'http.response.body.size': bytes,
    ...(status !== null && { 'http.response.status_code': status }),
  });
  if (status === null || status >= 400) span.setStatus({ code: SpanStatusCode.ERROR });
  span.end();
}
