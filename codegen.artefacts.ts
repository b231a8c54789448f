import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { composeServices } from '@apollo/composition';
import {
  buildSchema,
  type GraphQLSchema,
  introspectionFromSchema,
  isAbstractType,
  isScalarType,
  isSpecifiedScalarType,
  parse,
} from 'graphql';
import { parse as parseYaml } from 'yaml';
import { publicSdl, subgraphSdl } from './src/graphql/subgraph.ts';

const folder = join(import.meta.dirname, 'schema');

/** What the graph's scalars are in JSON; generators of typed clients take it as it is. */
export const scalars = {
  Date: 'string',
  DateTime: 'string',
  Decimal: 'string',
  EmailAddress: 'string',
  ID: 'string',
  JSON: 'unknown',
  Locale: 'string',
  URL: 'string',
} as const;

/** The files of `schema/` by their paths: the graph as clients, tools of clients and gateways see it. */
export function artefacts(schema: GraphQLSchema): [path: string, text: string][] {
  const sdl = publicSdl(schema);
  const seen = buildSchema(sdl);
  const unmapped = scalarNames(seen).filter((name) => !(name in scalars));
  if (unmapped.length > 0) throw new Error(`Without a type for clients: ${unmapped.join(', ')}`);
  const subgraph = subgraphSdl(schema);
  return [
    ['schema/schema.graphql', sdl],
    ['schema/subgraph.graphql', subgraph],
    ['schema/supergraph.graphql', supergraphSdl(subgraph)],
    ['schema/introspection.json', json(introspectionFromSchema(seen))],
    ['schema/possibleTypes.json', json(possibleTypes(seen))],
    ['schema/scalars.json', json(scalars)],
  ];
}

const json = (value: unknown) => `${JSON.stringify(value, null, 2)}\n`;

function scalarNames(schema: GraphQLSchema): string[] {
  const types = Object.values(schema.getTypeMap());
  return types.filter((type) => isScalarType(type) && !isSpecifiedScalarType(type)).map(({ name }) => name);
}

/** The object types behind each interface and union, for caches of clients. */
function possibleTypes(schema: GraphQLSchema): Record<string, string[]> {
  const abstract = Object.values(schema.getTypeMap()).filter(isAbstractType);
  const names = (type: (typeof abstract)[number]) => schema.getPossibleTypes(type).map(({ name }) => name);
  return Object.fromEntries(abstract.map((type) => [type.name, names(type).sort()]));
}

interface Recipe {
  subgraphs: Record<string, { routing_url: string; schema: { file: string } }>;
}

/** The subgraphs that the recipe names, this one as it is now. */
export function subgraphs(own: string): { name: string; url: string; typeDefs: ReturnType<typeof parse> }[] {
  const recipe = parseYaml(readFileSync(join(folder, 'supergraph.yaml'), 'utf8')) as Recipe;
  return Object.entries(recipe.subgraphs).map(([name, { routing_url: url, schema }]) => ({
    name,
    url,
    typeDefs: parse(name === 'crm' ? own : readFileSync(join(folder, schema.file), 'utf8')),
  }));
}

function supergraphSdl(own: string): string {
  const { supergraphSdl: composed, errors } = composeServices(subgraphs(own));
  if (composed === undefined) {
    throw new Error(`The supergraph cannot be composed: ${errors?.map(({ message }) => message).join('\n')}`);
  }
  return `${composed.trim()}\n`;
}
