import type { AddressInfo } from 'node:net';
import { GraphQLError } from 'graphql';
import { createSchema } from 'graphql-yoga';
import { type Config, parseConfig } from '../../src/config.ts';
import { createMemoryStore } from '../../src/replicas/store.ts';
import { createReadiness } from '../../src/server/health.ts';
import { createHttpServer } from '../../src/server/http-server.ts';
import { createListener } from '../../src/server/listener.ts';
import { createLog } from '../../src/server/log.ts';
import { openManifest } from '../../src/server/manifest.ts';
import type { OperationContext } from '../../src/server/operation.ts';
import { createGraph, graphqlPath } from '../../src/server/yoga.ts';
import { UpstreamError } from '../../src/upstream/errors.ts';

/** One failure that several fields meet, as the rows of a batch do. */
const brokenBatch = new UpstreamError('superoffice', 'unavailable', { status: 503, retryAfter: 3 });

const typeDefs = `
  type Query { hello(name: String): String! items(count: Int!): [Item!]! count: Int! }
  type Mutation { write: Int! }
  type Subscription { ticks: Int! }
  type Item { id: Int! owner: String editor: String secret: String }
`;

/** A schema of the test's own, small enough to see the edge alone. */
function schemaOf(executed: { writes: number }) {
  return createSchema<OperationContext>({
    typeDefs,
    resolvers: {
      Query: {
        hello: (_, { name }) => `Hello ${name ?? 'world'}`,
        items: (_, { count }) => Array.from({ length: count }, (_, id) => ({ id })),
        count: () => 'not a number',
      },
      Mutation: {
        write: () => {
          executed.writes += 1;
          return executed.writes;
        },
      },
      Subscription: {
        ticks: {
          async *subscribe() {
            yield { ticks: 1 };
            // Then nothing happens any more.
            await new Promise(() => undefined);
          },
        },
      },
      Item: {
        owner: () => Promise.reject(brokenBatch),
        editor: () => Promise.reject(brokenBatch),
        secret: () => Promise.reject(new Error('the password is hunter2')),
      },
    },
  });
}

function translate(cause: unknown): GraphQLError | null {
  if (!(cause instanceof UpstreamError)) return null;
  const { system, status, type, retryAfter } = cause;
  const extensions = { code: 'UPSTREAM_UNAVAILABLE', upstream: { system, status, type }, retryAfter };
  return new GraphQLError('The CRM cannot be reached.', { extensions });
}

/** The edge alone on a free port, with a log that can be read. */
export async function startEdge(environment: Record<string, string> = {}, changes: Partial<Config> = {}) {
  const config = { ...parseConfig(environment), ...changes };
  const lines: string[] = [];
  const executed = { writes: 0, contexts: 0 };
  const readiness = createReadiness({ superoffice: async () => true, onoffice: null });
  const log = createLog(config, { write: (line) => void lines.push(line) });
  const draining = new AbortController();
  const manifest =
    config.persistedManifest === null ? null : openManifest(config.persistedManifest, { log, everyMs: 50 });
  const graph = createGraph({
    config,
    manifest,
    store: createMemoryStore(),
    metrics: null,
    draining: draining.signal,
    schema: schemaOf(executed),
    log,
    createContext: ({ signal, requestId, startedAt, headers }) => {
      executed.contexts += 1;
      if (headers.get('so-timezone') === 'Mars') {
        throw new GraphQLError('No such zone.', { extensions: { code: 'BAD_USER_INPUT', http: { status: 400 } } });
      }
      const call = { system: 'superoffice', method: 'GET', path: '/Contact', rows: 1, status: 200 } as const;
      const calls = [{ ...call, bytes: 10, ms: 1, startMs: 0, cache: 'miss' } as const];
      return {
        identity: { tenant: 'Cust1' },
        ticket: headers.get('authorization') ?? '',
        calls: { calls, maxCalls: config.maxUpstreamCalls, startedAt, signal, requestId },
        responseHeaders: { 'Content-Language': 'en', 'SO-TimeZone': 'UTC' },
      };
    },
    translate,
    costOf: ({ variableValues }) => {
      if (variableValues?.count === 9999) {
        throw new GraphQLError('Too much.', { extensions: { code: 'QUERY_TOO_COMPLEX', http: { status: 400 } } });
      }
      return { requested: 1, limit: config.maxCost };
    },
  });
  const listener = createListener({ graphqlPath, graphql: graph.listener, graphiql: null, readiness: readiness.state });
  const server = createHttpServer(listener);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const send = async (path: string, init: RequestInit = {}) => {
    const response = await fetch(`${origin}${path}`, init);
    const text = await response.text();
    return { status: response.status, headers: response.headers, text, json: () => JSON.parse(text) };
  };
  const post = (body: unknown, headers: Record<string, string> = {}) =>
    send(graphqlPath, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      body: typeof body === 'string' ? body : JSON.stringify(body),
    });
  const close = () =>
    new Promise<void>((resolve) => {
      manifest?.close();
      server.close(() => resolve());
      server.closeAllConnections();
    });
  return { origin, send, post, lines, executed, readiness, draining, close, [Symbol.asyncDispose]: close };
}
