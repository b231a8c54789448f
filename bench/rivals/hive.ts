import { createServer } from 'node:http';
import { buildSubgraphSchema } from '@apollo/subgraph';
import { createGatewayRuntime } from '@graphql-hive/gateway-runtime';
import { createDefaultExecutor } from '@graphql-tools/delegate';
import { composeServices } from '@theguild/federation-composition';
import { parse } from 'graphql';
import { subgraphs } from './hive-subgraphs.ts';
import { Loaders } from './loaders.ts';

/**
 * Hive Gateway over four subgraphs, whose entities it asks for by key, all of a round at once. The subgraphs live in its own
 * process, so it pays for no HTTP but that of the CRM.
 */

const services = subgraphs.map(({ name, sdl, resolvers }) => ({ name, resolvers, typeDefs: parse(sdl) }));
const composed = composeServices(services.map(({ name, typeDefs }) => ({ name, typeDefs, url: `http://${name}` })));
if (!composed.supergraphSdl) throw new Error(composed.errors?.map(({ message }) => message).join('\n'));

const executors = new Map(
  services.map(({ name, typeDefs, resolvers }) => {
    const schema = buildSubgraphSchema([{ typeDefs, resolvers: resolvers as never }]);
    return [name.toUpperCase(), createDefaultExecutor(schema)];
  }),
);

/** One set of loaders for each request of a client. */
const loaders = new WeakMap<object, Loaders>();
function loadersOf(context: { request?: Request } | undefined): Loaders {
  const request = context?.request;
  if (!request) throw new Error('the gateway has not said who asks');
  const known = loaders.get(request) ?? new Loaders(request.headers.get('authorization') ?? '');
  loaders.set(request, known);
  return known;
}

const gateway = createGatewayRuntime({
  supergraph: composed.supergraphSdl,
  logging: false,
  transports: {
    http: {
      getSubgraphExecutor({ subgraphName }) {
        const executor = executors.get(subgraphName.toUpperCase());
        if (!executor) throw new Error(`there is no subgraph ${subgraphName}`);
        return (request) => executor({ ...request, context: loadersOf(request.context) });
      },
    },
  },
});
createServer(gateway).listen(Number(process.env.PORT), '127.0.0.1');
process.on('disconnect', () => process.exit(0));
