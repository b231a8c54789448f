import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { codegen } from '@graphql-codegen/core';
import * as operations from '@graphql-codegen/typescript-operations';
import {
  type DocumentNode,
  type GraphQLNamedType,
  type GraphQLSchema,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isIntrospectionType,
  isObjectType,
  isSpecifiedScalarType,
  Kind,
  type NameNode,
  parse,
  printSchema,
  validate,
  visit,
} from 'graphql';
import { artefacts, scalars } from './codegen.artefacts.ts';
import { commandLine } from './src/config/command-line.ts';
import { subgraphSdl } from './src/graphql/subgraph.ts';
import { schema } from './src/schema.ts';

/** The one generator: of all files that are made from the schema. */

const help = `npm run codegen [-- option]

Writes what is generated from the schema: schema/, and the types of the tests' queries.

  --check    writes nothing, and fails where a file is not what the code prints
  --nodes    prints the subgraph that lends its node and nodes to the supergraph
  --help`;

const root = import.meta.dirname;

/** Every generated file by its path, as it should be. Throws where a name of the schema has no description. */
export async function generated(): Promise<Map<string, string>> {
  const missing = undescribed(schema);
  if (missing.length > 0) throw new Error(`Without a description: ${missing.join(', ')}`);
  return new Map([...artefacts(schema), ['test/queries.ts', await queryTypes()]]);
}

/** The generated files that are not as they should be. */
export async function drift(): Promise<string[]> {
  const files = await generated();
  return [...files].filter(([path, text]) => contents(path) !== text).map(([path]) => path);
}

async function write(): Promise<string[]> {
  for (const [path, text] of await generated()) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  }
  return [];
}

function contents(path: string): string | null {
  try {
    return readFileSync(join(root, path), 'utf8');
  } catch {
    return null;
  }
}

/** Types, fields, arguments, input fields and enum values without a description, as `Type.field(argument)`. */
export function undescribed(subject: GraphQLSchema): string[] {
  const types = Object.values(subject.getTypeMap());
  return types.filter((type) => !isIntrospectionType(type) && !isSpecifiedScalarType(type)).flatMap(undescribedIn);
}

function undescribedIn(type: GraphQLNamedType): string[] {
  const missing = type.description ? [] : [type.name];
  if (isEnumType(type)) missing.push(...without(type.getValues(), (value) => `${type.name}.${value.name}`));
  if (isInputObjectType(type))
    missing.push(...without(Object.values(type.getFields()), (field) => `${type.name}.${field.name}`));
  if (!isObjectType(type) && !isInterfaceType(type)) return missing;
  for (const field of Object.values(type.getFields())) {
    missing.push(...without([field], () => `${type.name}.${field.name}`));
    missing.push(...without(field.args, (argument) => `${type.name}.${field.name}(${argument.name})`));
  }
  return missing;
}

function without<T extends { description?: string | null }>(
  things: readonly T[],
  nameOf: (thing: T) => string,
): string[] {
  return things.filter((thing) => !thing.description?.trim()).map(nameOf);
}

/**
 * Types of every operation that stands as plain text in a test, found by that very text: `query()` of the test harness
 * looks its argument up there. Texts that the schema refuses are left out: tests of refusals hold such.
 */
async function queryTypes(): Promise<string> {
  const found = new Map(operationTexts().flatMap((text) => typedOperation(text)));
  const documents = [...found.values()].map(({ name, document }) => ({ location: name, document }));
  const types = await codegen({
    filename: 'test/queries.ts',
    schema: parse(printSchema(schema)),
    schemaAst: schema,
    documents,
    config: { scalars: { ...scalars, _Any: 'unknown' }, strictScalars: true, skipTypename: true },
    plugins: [{ operations: {} }],
    pluginMap: { operations },
  });
  const entries = [...found].map(
    ([text, { name, suffix }]) =>
      `  ${JSON.stringify(text)}: { data: ${name}${suffix}; variables: ${name}${suffix}Variables };`,
  );
  const lookup = '/** Every operation of the tests by its text: what it answers, and what it takes. */';
  return `${types}\n${lookup}\nexport interface Operations {\n${entries.join('\n')}\n}\n`;
}

/** Template and quoted texts of the test files that look like operations, each once. */
function operationTexts(): string[] {
  const files = readdirSync(join(root, 'test'), { recursive: true, encoding: 'utf8' }).filter((path) =>
    /\.(test|run)\.ts$/.test(path),
  );
  const texts = files.sort().flatMap((path) => {
    const code = readFileSync(join(root, 'test', path), 'utf8');
    // Whole templates first: what lies between two of them is none.
    return [...code.matchAll(/`((?:[^`\\]|\\.)*)`|'([^'\n\\]+)'/gs)].map(
      ([, template, quoted]) => template ?? quoted ?? '',
    );
  });
  return [...new Set(texts)].filter(
    (text) =>
      !/\$\{|\\/.test(text) && /^\s*(#[^\n]*\n\s*)*(\{|query\b|mutation\b|subscription\b|fragment\b)/.test(text),
  );
}

interface TypedOperation {
  readonly name: string;
  readonly suffix: 'Query' | 'Mutation' | 'Subscription';
  readonly document: DocumentNode;
}

/** The one operation of a text under names that are its own, since tests give the same name to many. */
function typedOperation(text: string): [string, TypedOperation][] {
  const document = parsed(text);
  const operation = document?.definitions.find((definition) => definition.kind === Kind.OPERATION_DEFINITION);
  if (!document || !operation || !schema.getRootType(operation.operation)) return [];
  if (validate(schema, document).length > 0) return [];
  const name = `Operation${createHash('sha256').update(text).digest('hex').slice(0, 10)}`;
  const own = (node: { name: NameNode }) => ({ ...node, name: { ...node.name, value: `${name}${node.name.value}` } });
  const renamed = visit(document, {
    FragmentDefinition: own,
    FragmentSpread: own,
    OperationDefinition: (node) => ({ ...node, name: { kind: Kind.NAME, value: name } }),
  });
  const suffix = ({ query: 'Query', mutation: 'Mutation', subscription: 'Subscription' } as const)[operation.operation];
  return [[text, { name, suffix, document: renamed }]];
}

function parsed(text: string): DocumentNode | null {
  try {
    return parse(text);
  } catch {
    return null;
  }
}

if (import.meta.main) {
  const { values } = commandLine(help, { options: { check: { type: 'boolean' }, nodes: { type: 'boolean' } } });
  // For a supergraph in which no other graph has `node` and `nodes`.
  if (values.nodes) process.stdout.write(subgraphSdl(schema, { nodes: true }));
  else {
    const differing = values.check ? await drift() : await write();
    for (const path of differing) console.error(`${path} is not what the code prints: npm run codegen`);
    process.exitCode = differing.length > 0 ? 1 : 0;
  }
}
