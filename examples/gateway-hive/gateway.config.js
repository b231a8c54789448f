import { defineConfig } from '@graphql-hive/gateway';

/** What the graph reads from a request: who asks, of which tenant and customer, in which language and time zone, under which id. */
const passedOn = [
  ...['authorization', 'x-tenant', 'accept-language', 'so-language', 'so-culture', 'so-timezone'],
  ...['x-onoffice-customer', 'x-onoffice-claim', 'x-api-key', 'x-request-id', 'last-event-id'],
];

export const gatewayConfig = defineConfig({
  supergraph: process.env.SUPERGRAPH ?? '../../schema/supergraph.graphql',
  host: '127.0.0.1',
  port: Number(process.env.PORT ?? 4100),
  propagateHeaders: {
    fromClientToSubgraphs: ({ request }) =>
      Object.fromEntries(passedOn.map((name) => [name, request.headers.get(name)]).filter(([, value]) => value)),
  },
  // Two that ask the same at once may be two users, whose answers differ.
  transportEntries: { '*': { options: { deduplicateInflightRequests: false } } },
});
