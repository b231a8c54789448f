import { readFileSync } from 'node:fs';
import { ApolloGateway, RemoteGraphQLDataSource } from '@apollo/gateway';
import { ApolloServer } from '@apollo/server';
import { startStandaloneServer } from '@apollo/server/standalone';

/** What the graph reads from a request: who asks, of which tenant and customer, in which language and time zone, under which id. */
const passedOn = [
  ...['authorization', 'x-tenant', 'accept-language', 'so-language', 'so-culture', 'so-timezone'],
  ...['x-onoffice-customer', 'x-onoffice-claim', 'x-api-key', 'x-request-id'],
];

class Subgraph extends RemoteGraphQLDataSource {
  willSendRequest({ request, context }) {
    for (const [name, value] of Object.entries(context.passedOn ?? {})) request.http.headers.set(name, value);
  }
}

const supergraph = process.env.SUPERGRAPH ?? new URL('../../schema/supergraph.graphql', import.meta.url);
const gateway = new ApolloGateway({
  supergraphSdl: readFileSync(supergraph, 'utf8'),
  buildService: ({ url }) => new Subgraph({ url }),
});

const { url } = await startStandaloneServer(new ApolloServer({ gateway }), {
  listen: { host: '127.0.0.1', port: Number(process.env.PORT ?? 4101) },
  context: async ({ req }) => ({
    passedOn: Object.fromEntries(passedOn.filter((name) => req.headers[name]).map((name) => [name, req.headers[name]])),
  }),
});
console.log(`gateway: ${url}`);
