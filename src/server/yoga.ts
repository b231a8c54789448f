import type { RequestListener } from 'node:http';
import { useDeferStream } from '@graphql-yoga/plugin-defer-stream';
import { type ExecutionArgs, type GraphQLSchema, getOperationAST } from 'graphql';
import { createYoga, type Plugin, type YogaInitialContext } from 'graphql-yoga';
import type { Logger } from 'pino';
import type { Config } from '../config.ts';
import type { ContextInput } from '../context/context.ts';
import type { ChangeEvent } from '../events/bus.ts';
import type { CostArgs } from '../reading/cost.ts';
import type { Store } from '../replicas/store.ts';
import { useAnswers } from './answers.ts';
import { documentCaches } from './caches.ts';
import { storedDocuments, useDocumentsKept } from './documents.ts';
import { type Translate, telling } from './errors.ts';
import { useEventStream } from './event-stream.ts';
import { useExecution } from './execution.ts';
import type { Incoming } from './incoming.ts';
import { useIntrospectionSwitch, useShapeLimits } from './limits.ts';
import { operationLog, unexpectedLog } from './log.ts';
import type { Manifest } from './manifest.ts';
import type { Metrics } from './metrics.ts';
import { Observer } from './observer.ts';
import { countError, type Operation, type OperationContext, operationOf } from './operation.ts';
import { Ordinary } from './ordinary.ts';
import { corsFor } from './origins.ts';
import type { Outgoing } from './outgoing.ts';
import { quotaTaker, useRateLimit } from './rate.ts';
import { useReports } from './reports.ts';
import { useAcceptableParts, useSoundParams, useStrictRequests } from './requests.ts';
import { secure } from './security-headers.ts';
import { type SoundDocuments, useSoundDocuments } from './sound.ts';
import { useEvents } from './subscriptions.ts';
import { useServerTiming } from './timing.ts';
import { endTrace, useTraces } from './traces.ts';
import type { Asked } from './websockets.ts';

export const graphqlPath = '/graphql';
const maxBodyBytes = 1_000_000;
/** What is larger is rare, and would cost twice its reading where it is refused. */
const maxOrdinaryBytes = 100_000;
/** How long a subscriber who took nothing has for the rest of what was sent. */
const cutMs = 5_000;

export type CostOf = (args: CostArgs) => { requested: number; limit: number } | null;

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

/** The graph, ready to be asked over HTTP and by other transports. */
export interface Graph {
  readonly listener: RequestListener<typeof Incoming, typeof Outgoing>;
  readonly fetch: Asked['fetch'];
  dispose(): void | Promise<void>;
}

/** The GraphQL endpoint: the same steps for every transport, closed to what the settings do not open. */
export function createGraph<Context extends OperationContext>(options: GraphOptions<Context>): Graph {
  const { config, log, store, manifest, metrics, schema, costOf } = options;
  const reports = [operationLog(log), endTrace, ...(metrics ? [metrics.operation] : [])];
  const translate = telling(options.translate, config.edge.introspection);
  const takeQuota = quotaTaker(config, store);
  const unexpected = unexpectedLog(log);
  const caches = documentCaches();
  const sound: SoundDocuments = new WeakSet();
  const yoga = createYoga<{ accept?: string }, Context>({
    schema,
    graphqlEndpoint: graphqlPath,
    context: (initial) => contextFor(options, initial),
    batching: false,
    multipart: false,
    landingPage: false,
    // Errors are finished in one place, with their causes at hand: `useAnswers`.
    maskedErrors: false,
    logging: false,
    maxRequestBodySize: maxBodyBytes,
    cors: ({ headers }) => corsFor(config, headers.get('origin'), headers.get('host')),
    graphiql: false,
    parserAndValidationCache: caches,
    plugins: [
      useExecution(sound),
      useTraces(),
      useReports(reports),
      useServerTiming(),
      useAnswers(config, translate, unexpected, options.draining),
      useStrictRequests(config),
      useSoundParams(),
      ...storedDocuments({ manifest, store, only: config.edge.persistedOnly }),
      useOperationNames(),
      useShapeLimits(),
      useIntrospectionSwitch(config.edge),
      useDeferStream(),
      useEvents((request, event) => eventContext(options, request, event)),
      useEventStream(),
      useAcceptableParts(),
      useCost(costOf),
      useRateLimit(takeQuota),
      ...(config.edge.persistedOnly ? [] : [useDocumentsKept(store)]),
      useSoundDocuments(sound),
      {
        onResponse({ serverContext, response }) {
          // What is asked over a WebSocket has one format, whatever its handshake accepts.
          const { accept } = serverContext as { accept?: string };
          if (accept !== undefined) ordinary.learnFormat(accept, response);
        },
      },
    ],
  });
  const ordinary = new Ordinary<Context>({
    config,
    schema,
    path: graphqlPath,
    maxBytes: maxOrdinaryBytes,
    manifest,
    kept: caches.kept,
    sound,
    costOf,
    takeQuota,
    translate,
    unexpected,
    reports,
    contextOf: (input, operation) => contextOf(options, input, operation),
    otherwise(request, response) {
      secure(response);
      // As it came: on its way it is settled in the very headers of the request.
      void yoga(request, response, { accept: request.headers.accept ?? '' });
    },
  });
  return {
    listener: ordinary.listener,
    fetch: (url, init, given) => yoga.fetch(url, init, given as never),
    dispose: () => yoga.dispose(),
  };
}

async function contextFor<Context extends OperationContext>(
  options: GraphOptions<Context>,
  { request, res, socket }: YogaInitialContext & Connection,
): Promise<Context> {
  const operation = operationOf(request);
  const headers = { get: (name: string) => request.headers.get(name) || null };
  const cut = () => {
    countError(operation, 'OVERLOADED');
    setTimeout(() => (res ?? socket)?.destroy(), cutMs).unref();
  };
  const signal = signalOf(options.config, operation, request.signal);
  const context = await contextOf(options, { headers, signal, cut }, operation);
  operation.context = context;
  return context;
}

function contextOf<Context extends OperationContext>(
  { createContext, metrics }: GraphOptions<Context>,
  { headers, connection, signal, cut }: Pick<ContextInput, 'headers' | 'connection' | 'signal' | 'cut'>,
  { requestId, startedAt, trace }: Operation,
): Context | Promise<Context> {
  const observer = new Observer(trace, metrics);
  return createContext({ headers, connection, signal, cut, requestId, startedAt, observer });
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
    observer: new Observer(operation.trace, metrics),
    event,
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
