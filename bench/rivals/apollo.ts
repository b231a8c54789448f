import { ApolloServer } from '@apollo/server';
import { startStandaloneServer } from '@apollo/server/standalone';
import { buildSubgraphSchema } from '@apollo/subgraph';
import { parse } from 'graphql';
import { Loaders, resolvers } from './loaders.ts';
import { typeDefs } from './schema.ts';

/** Apollo Server as its documentation recommends: stand-alone, a DataLoader for each field that would ask once a row. */

const federated = /* GraphQL */ `
  extend schema @link(url: "https://specs.apollo.dev/federation/v2.5", import: ["@key"])
  ${typeDefs.replace('type Contact {', 'type Contact @key(fields: "contactId") {')}
`;

const server = new ApolloServer<Loaders>({
  schema: buildSubgraphSchema([{ typeDefs: parse(federated), resolvers: resolvers as never }]),
});
await startStandaloneServer(server, {
  listen: { port: Number(process.env.PORT), host: '127.0.0.1' },
  context: async ({ req }) => new Loaders(req.headers.authorization ?? ''),
});
process.on('disconnect', () => process.exit(0));
