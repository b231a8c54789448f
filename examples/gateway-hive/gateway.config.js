import { defineConfig } from '@graphql-hive/gateway';

/** What the graph reads from a request: who asks, of which tenant, and in which language and time zone. */
const passedOn = ['authorization', 'x-tenant', 'accept-language', 'so-language', 'so-timezone'];

export const gatewayConfig = defineConfig({
  supergraph: process.env.SUPERGRAPH ?? '../../schema/supergraph.graphql',
  host: '127.0.0.1',
  port: Number(process.env.PORT ?? 4100),
  propagateHeaders: {
    fromClientToSubgraphs: ({ request }) =>
      Object.fromEntries(passedOn.map((name) => [name, request.headers.get(name)]).filter(([, value]) => value)),
  },
  // Requests that run at a time are merged only where all that is passed on is the same, or users would be mixed.
  deduplicateRequest: false,
});
