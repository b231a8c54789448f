import { readFileSync } from 'node:fs';
import { composeServices } from '@apollo/composition';
import { CriticalityLevel, diff } from '@graphql-inspector/core';
import { composeServices as composeGuild } from '@theguild/federation-composition';
import { federateSubgraphs, ROUTER_COMPATIBILITY_VERSION_ONE } from '@wundergraph/composition';
import { buildSchema, type FieldDefinitionNode, parse, parseType, print, visit } from 'graphql';
import { expect, test } from 'vitest';
import { subgraphs } from '../../codegen.artefacts.ts';
import { subgraphSdl } from '../../src/graphql/subgraph.ts';
import { schema } from '../../src/schema.ts';

const file = (name: string) => readFileSync(new URL(`../../schema/${name}`, import.meta.url), 'utf8');
const own = file('subgraph.graphql');
const services = subgraphs(own);

const composers: [name: string, compose: (sdl: string) => string[]][] = [
  ['Apollo', (sdl) => (composeServices(subgraphs(sdl)).errors ?? []).map(({ message }) => message)],
  ['The Guild', (sdl) => (composeGuild(subgraphs(sdl)).errors ?? []).map(({ message }) => message)],
  [
    'WunderGraph',
    (sdl) => {
      const given = subgraphs(sdl).map(({ name, url, typeDefs }) => ({ name, url, definitions: typeDefs }));
      const result = federateSubgraphs({ subgraphs: given, version: ROUTER_COMPATIBILITY_VERSION_ONE });
      return result.success ? [] : result.errors.map(({ message }) => message);
    },
  ],
];

test.each(composers)('%s composes the graph with one that has a PageInfo and a Node of its own', (_name, compose) => {
  const other = services.map(({ typeDefs }) => print(typeDefs)).find((text) => text.includes('type Invoice')) ?? '';
  expect(other).toMatch(/type PageInfo @shareable/);
  expect(other).toMatch(/interface Node/);
  expect(compose(own)).toEqual([]);
});

test.each(composers)(
  '%s refuses a PageInfo that is not shared, so what is composed is really looked at',
  (_name, compose) => {
    expect(compose(own.replace('type PageInfo @shareable', 'type PageInfo')).join()).toContain('PageInfo');
  },
);

test('`node` and `nodes` are kept from clients of the supergraph, until they are lent to it', () => {
  const names = (sdl: string) => {
    const { schema: composed } = composeServices(subgraphs(sdl));
    const query = composed?.toAPISchema().schemaDefinition.rootType('query');
    return (query?.fields() ?? []).map(({ name }) => name);
  };
  expect(names(own)).toContain('contact');
  expect(names(own)).not.toContain('node');
  expect(names(subgraphSdl(schema, { nodes: true }))).toEqual(expect.arrayContaining(['node', 'nodes']));
});

test('every entity has its keys, and lists the sizes that are counted here', () => {
  expect(own).toMatch(/type Contact implements Node @key\(fields: "id"\) @key\(fields: "contactId"\)/);
  expect(own).toMatch(/type ListItem implements Node @key\(fields: "id"\) @key\(fields: "list listItemId"\)/);
  for (const key of ['personId', 'appointmentId', 'associateId', 'estateId', 'addressId']) {
    expect(own).toContain(`@key(fields: "${key}")`);
  }
  expect(own).toMatch(/\): ContactConnection @listSize\(assumedSize: 25, slicingArguments: \["first", "last"\]/);
});

test('the machinery of gateways is in the graph, and not in what clients are shown', () => {
  const seen = file('schema.graphql');
  expect(seen).not.toMatch(/_entities|_service|_Any/);
  expect(schema.getQueryType()?.getFields()).toHaveProperty('_entities');
  const { __schema: introspected } = JSON.parse(file('introspection.json'));
  expect(introspected.types.map(({ name }: { name: string }) => name)).not.toContain('_Entity');
  expect(JSON.parse(file('possibleTypes.json')).Node).toEqual([
    'Appointment',
    'Associate',
    'Contact',
    'Estate',
    'ListItem',
    'OnOfficeAddress',
    'Person',
  ]);
});

async function breaking(sdl: string): Promise<string[]> {
  const changes = await diff(buildSchema(file('released.graphql')), buildSchema(sdl));
  return changes
    .filter(({ criticality }) => criticality.level === CriticalityLevel.Breaking)
    .map(({ path }) => path ?? '');
}

test('nothing that was released has been taken away or changed', async () => {
  expect(await breaking(file('schema.graphql'))).toEqual([]);
});

/** The schema with the definition of one field changed, or taken away. */
function altered(name: string, change: (field: FieldDefinitionNode) => FieldDefinitionNode | null): string {
  const [owner, own] = name.split('.');
  const changed = visit(parse(file('schema.graphql')), {
    ObjectTypeDefinition: (type) => (type.name.value === owner ? undefined : false),
    FieldDefinition: (field) => (field.name.value === own ? change(field) : undefined),
  });
  return print(changed);
}

test('a field or an argument that is removed, or of another type, would be found', async () => {
  expect(await breaking(altered('Contact.orgNr', () => null))).toEqual(['Contact.orgNr']);
  expect(await breaking(altered('Contact.orgNr', (field) => ({ ...field, type: parseType('Int') })))).toEqual([
    'Contact.orgNr',
  ]);
  expect(await breaking(altered('Query.contact', (field) => ({ ...field, arguments: [] })))).toEqual([
    'Query.contact.contactId',
  ]);
});
