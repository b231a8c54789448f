import { useCSRFPrevention } from '@graphql-yoga/plugin-csrf-prevention';
import { useDeferStream } from '@graphql-yoga/plugin-defer-stream';
import { type ExecutionArgs, type GraphQLSchema, getOperationAST } from 'graphql';
import { createYoga, type Plugin, type YogaInitialContext } from 'graphql-yoga';
import type { Logger } from 'pino';
import type { Config } from '../config.ts';
import type { ChangeEvent } from '../events/bus.ts';
import type { CallObserver } from '../upstream/calls.ts';
import { useAnswers } from './answers.ts';
import { documentCaches } from './caches.ts';
import { storedDocuments, useDocumentsKept } from './documents.ts';
import type { Translate } from './errors.ts';
import { useEventStream } from './event-stream.ts';
import { useIntrospectionSwitch, useShapeLimits } from './limits.ts';
import { operationLog, unexpectedLog } from './log.ts';
import type { Manifest } from './manifest.ts';
import type { Metrics } from './metrics.ts';
import { observerOf } from './observer.ts';
import { type Operation, type OperationContext, operationOf } from './operation.ts';
import { originAllowed } from './origins.ts';
import { useRateLimit } from './rate.ts';
import { useReports } from './reports.ts';
import { useAcceptableParts, useSoundParams, useStrictRequests } from './requests.ts';
import type { Store } from './store.ts';
import { useEvents } from './subscriptions.ts';
import { useServerTiming } from './timing.ts';
import { endTrace, useTraces } from './traces.ts';

export const graphqlPath = '/graphql';
const maxBodyBytes = 1_000_000;
/** How long a subscriber who took nothing has for the rest of what was sent. */
const cutMs = 5_000;

/** Headers that a page can send only after its browser has asked this server: each of them rules out a forged GET. */
const askedForHeaders = [
  'authorization',
  'x-request-id',
  'x-requested-with',
  'graphql-require-preflight',
  'apollo-require-preflight',
];

/** Headers of answers that pages of other origins may read. */
const exposedHeaders = [
  'Content-Language',
  'SO-TimeZone',
  'X-Request-Id',
  'Retry-After',
  'RateLimit',
  'RateLimit-Policy',
  'Server-Timing',
];

/** What an operation is run with; `signal` ends when the client leaves or the operation's time is over. */
export interface ContextInput {
  /** An empty header counts as absent: GraphiQL sends those that nobody has filled in. */
  readonly headers: { get(name: string): string | null };
  readonly requestId: string;
  readonly signal: AbortSignal;
  readonly startedAt: number;
  /** Told of each upstream request. */
  readonly observer: CallObserver;
  /** The event of a subscription that is answered. */
  readonly event?: ChangeEvent;
  /** Cuts the connection of a subscriber who takes nothing. */
  readonly cut: () => void;
}

export type CostOf = (args: ExecutionArgs) => { requested: number; limit: number } | null;

/** The parts that the edge is put together from. */
export interface GraphOptions<Context extends OperationContext> {
  readonly config: Config;
  readonly schema: GraphQLSchema;
  readonly log: Logger;
  /** Throws where a header cannot be served; nothing is executed then. */
  readonly createContext: (input: ContextInput) => Context | Promise<Context>;
  readonly translate: Translate;
  /** The cost of an operation with its variables; throws where it is too high to be run. */
  readonly costOf: CostOf;
  /** What the edge keeps between requests. */
  readonly store: Store;
  /** Documents on file. */
  readonly manifest: Manifest | null;
  /** null: nobody asks for numbers. */
  readonly metrics: Metrics | null;
  /** Aborted when the process is about to end: streams that would go on for ever end then. */
  readonly draining: AbortSignal;
}

/** The GraphQL endpoint: one pipeline for every transport, closed to what the settings do not open. */
export function createGraph<Context extends OperationContext>(options: GraphOptions<Context>) {
  const { config, log, translate, store, manifest, metrics } = options;
  const reports = [operationLog(log), endTrace, ...(metrics ? [metrics.operation] : [])];
  return createYoga<object, Context>({
    schema: options.schema,
    graphqlEndpoint: graphqlPath,
    context: (initial) => contextFor(options, initial),
    batching: false,
    multipart: false,
    landingPage: false,
    // Errors are finished in one place, with their causes at hand: `useAnswers`.
    maskedErrors: false,
    logging: false,
    maxRequestBodySize: maxBodyBytes,
    cors: (request) => corsFor(config, request.headers),
    graphiql: false,
    parserAndValidationCache: documentCaches(),
    plugins: [
      useTraces(),
      useReports(reports),
      useServerTiming(),
      useAnswers(config, translate, unexpectedLog(log), options.draining),
      useStrictRequests(config),
      useCSRFPrevention({ requestHeaders: askedForHeaders }),
      useSoundParams(),
      ...storedDocuments({ manifest, store, only: config.edge.persistedOnly }),
      useOperationNames(),
      useShapeLimits(),
      useIntrospectionSwitch(config.edge),
      useDeferStream(),
      useEvents((request, event) => eventContext(options, request, event)),
      useEventStream(),
      useAcceptableParts(),
      useCost(options.costOf),
      useRateLimit(config.rateLimit, store),
      ...(config.edge.persistedOnly ? [] : [useDocumentsKept(store)]),
    ],
  });
}

async function contextFor<Context extends OperationContext>(
  { config, createContext, metrics }: GraphOptions<Context>,
  { request, res, socket }: YogaInitialContext & Connection,
): Promise<Context> {
  const operation = operationOf(request);
  const { requestId, startedAt } = operation;
  const headers = { get: (name: string) => request.headers.get(name) || null };
  const signal = signalOf(config, operation, request.signal);
  const observer = observerOf(operation.trace, metrics);
  const cut = () => {
    operation.errors.set('OVERLOADED', 1);
    setTimeout(() => (res ?? socket)?.destroy(), cutMs).unref();
  };
  const context = await createContext({ headers, requestId, signal, startedAt, observer, cut });
  operation.context = context;
  return context;
}

/** Each event is an operation of its own, with a deadline of its own, by the headers that the subscription came with. */
async function eventContext<Context extends OperationContext>(
  { config, createContext, metrics }: GraphOptions<Context>,
  request: Request,
  event: ChangeEvent,
): Promise<Context> {
  const operation = operationOf(request);
  const context = await createContext({
    headers: { get: (name: string) => request.headers.get(name) || null },
    requestId: operation.requestId,
    signal: AbortSignal.any([request.signal, AbortSignal.timeout(config.requestDeadlineMs)]),
    startedAt: performance.now(),
    observer: observerOf(operation.trace, metrics),
    event,
    cut: () => undefined,
  });
  operation.context = context;
  return context;
}

/** What a subscriber is told through. */
interface Connection {
  readonly res?: { destroy(): unknown };
  readonly socket?: { destroy(): unknown };
}

/** Ends when the client leaves, and with the deadline; a subscription has none, since it is meant to stay. */
function signalOf({ requestDeadlineMs }: Config, { kind, startedAt }: Operation, left: AbortSignal): AbortSignal {
  if (kind === 'subscription') return left;
  const remaining = Math.max(0, Math.ceil(requestDeadlineMs - (performance.now() - startedAt)));
  return AbortSignal.any([left, AbortSignal.timeout(remaining)]);
}

/** What is asked for is known once the document is valid, and wanted by all that comes after. */
function useOperationNames(): Plugin {
  return {
    onValidate({ params, context }) {
      const { request, params: given } = context as unknown as YogaInitialContext;
      const asked = getOperationAST(params.documentAST, given.operationName);
      const operation = operationOf(request);
      operation.name = asked?.name?.value ?? null;
      operation.kind = asked?.operation ?? null;
    },
  };
}

/** The price is known with the variables, and the text of a document says nothing about them. */
function useCost(costOf: CostOf): Plugin {
  const settle = ({ args }: { args: ExecutionArgs }) => {
    const { request } = args.contextValue as YogaInitialContext;
    operationOf(request).cost = costOf(args);
  };
  return { onExecute: settle, onSubscribe: settle };
}

function corsFor(config: Config, headers: Headers) {
  const origin = headers.get('origin');
  if (origin === null || !originAllowed(config, origin, headers.get('host'))) return false as const;
  return {
    origin: [origin],
    credentials: config.superoffice?.session ?? false,
    methods: ['GET', 'POST'],
    exposedHeaders,
    maxAge: 600,
  };
}
