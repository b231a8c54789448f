import { useCSRFPrevention } from '@graphql-yoga/plugin-csrf-prevention';
import { useDeferStream } from '@graphql-yoga/plugin-defer-stream';
import { type ExecutionArgs, type GraphQLSchema, getOperationAST } from 'graphql';
import { createYoga, type Plugin, type YogaInitialContext } from 'graphql-yoga';
import type { Logger } from 'pino';
import type { Config } from '../config.ts';
import { useAnswers } from './answers.ts';
import type { Translate } from './errors.ts';
import { useIntrospectionSwitch, useShapeLimits } from './limits.ts';
import { useOperationLog } from './log.ts';
import { type OperationContext, operationOf } from './operation.ts';
import { originAllowed } from './origins.ts';
import { useAcceptableParts, useStrictRequests } from './requests.ts';

export const graphqlPath = '/graphql';
const maxBodyBytes = 1_000_000;

/** Headers that a page can send only after its browser has asked this server: each of them rules out a forged GET. */
const askedForHeaders = [
  'authorization',
  'x-request-id',
  'x-requested-with',
  'graphql-require-preflight',
  'apollo-require-preflight',
];

/** What an operation is run with; `signal` ends when the client leaves or the operation's time is over. */
export interface ContextInput {
  /** An empty header counts as absent: GraphiQL sends those that nobody has filled in. */
  readonly headers: { get(name: string): string | null };
  readonly requestId: string;
  readonly signal: AbortSignal;
  readonly startedAt: number;
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
}

/** The GraphQL endpoint: one pipeline for every transport, closed to what the settings do not open. */
export function createGraph<Context extends OperationContext>(options: GraphOptions<Context>) {
  const { config, log, translate } = options;
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
    plugins: [
      useOperationLog(log),
      useAnswers(config, translate, (requestId, err) => log.error({ requestId, err }, 'unexpected')),
      useStrictRequests(config),
      useCSRFPrevention({ requestHeaders: askedForHeaders }),
      useShapeLimits(),
      useIntrospectionSwitch(config.edge),
      useDeferStream(),
      useAcceptableParts(),
      useCost(options.costOf),
    ],
  });
}

async function contextFor<Context extends OperationContext>(
  { config, createContext }: GraphOptions<Context>,
  { request }: YogaInitialContext,
): Promise<Context> {
  const operation = operationOf(request);
  const { requestId, startedAt } = operation;
  const left = Math.max(0, Math.ceil(config.requestDeadlineMs - (performance.now() - startedAt)));
  const signal = AbortSignal.any([request.signal, AbortSignal.timeout(left)]);
  const headers = { get: (name: string) => request.headers.get(name) || null };
  const context = await createContext({ headers, requestId, signal, startedAt });
  operation.context = context;
  return context;
}

/** The price is known with the variables, and the text of a document says nothing about them. */
function useCost(costOf: CostOf): Plugin {
  const settle = ({ args }: { args: ExecutionArgs }) => {
    const { request } = args.contextValue as YogaInitialContext;
    const operation = operationOf(request);
    operation.name = getOperationAST(args.document, args.operationName)?.name?.value ?? null;
    operation.cost = costOf(args);
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
    exposedHeaders: ['Content-Language', 'SO-TimeZone', 'X-Request-Id', 'Retry-After'],
    maxAge: 600,
  };
}
