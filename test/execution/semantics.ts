import { setImmediate as turn } from 'node:timers/promises';
import {
  buildSchema,
  type GraphQLEnumType,
  type GraphQLFieldResolver,
  type GraphQLInterfaceType,
  type GraphQLObjectType,
  type GraphQLScalarType,
  type GraphQLSchema,
  type GraphQLUnionType,
  parse,
  validate,
} from 'graphql';
import { expect } from 'vitest';
import { byGraphqlJs, byPlan, byReference } from './executors.ts';

/** Fields of every kind, on the root and on what lies below it; the values are those of the root value. */
const fields = `
  text: String  textR: String!  int: Int  intR: Int!  float: Float  flag: Boolean  id: ID
  color: Color  colorR: Color!  odd: Odd  oddR: Odd!
  one: Thing  oneR: Thing!  two: Thing  twoR: Thing!
  many: [Thing]  manyR: [Thing!]  manyRR: [Thing!]!
  texts: [String]  textsR: [String!]  textsRR: [String!]!  grid: [[Int]]  gridR: [[Int!]!]  things: [[Thing!]]
  pet: Pet  petR: Pet!  pets: [Pet]  petsR: [Pet!]  petGrid: [[Pet]]  animal: Animal  animals: [Animal!]
  made: Made  mades: [Made!]
  echo(
    text: String = "none"  int: Int  need: Int! = 7  list: [Int!]  grid: [[Color]]  color: Color = RED  odd: Odd
    input: Input  inputs: [Input!]
  ): String
  must(int: Int!, input: Input): String
  place: String`;

const schemaText = `
  type Query { ${fields} }
  type Thing { ${fields} }
  type Mutation { step(name: String!): Thing  stepR(name: String!): Thing! }
  interface Animal { name: String  nameR: String!  friend: Animal }
  type Dog implements Animal { name: String  nameR: String!  friend: Animal  barks: Boolean }
  type Cat implements Animal { name: String  nameR: String!  friend: Animal  lives: Int }
  union Pet = Dog | Cat
  "Known by isTypeOf alone."
  union Made = Cup | Jug
  type Cup { size: Int }
  type Jug { size: Int  made: Made }
  enum Color { RED GREEN }
  scalar Odd
  input Input { int: Int = 3  need: Int!  text: String  inner: Input  list: [Int!]  odd: Odd }
`;

/** The schema that the semantics of executors are tried on. */
export const schema = buildSchema(schemaText);

/** So many turns of the event loop: their order is the same however busy the machine is. */
const later = async (turns: number): Promise<void> => {
  for (let passed = 0; passed < turns; passed += 1) await turn();
};

/** As a resolver of ours would: it names all that it takes. */
const echo: GraphQLFieldResolver<unknown, unknown> = (_source, args) => JSON.stringify(args);
const place: GraphQLFieldResolver<unknown, unknown> = (source, _args, context, info) => {
  const steps: string[] = [];
  for (let step: typeof info.path | undefined = info.path; step; step = step.prev)
    steps.unshift(`${step.typename ?? ''}:${step.key}`);
  const { fieldName, fieldNodes, parentType, returnType, operation, fragments, variableValues, rootValue } = info;
  return JSON.stringify([
    ...[steps, fieldName, fieldNodes.length, String(parentType), String(returnType), operation.operation],
    ...[Object.keys(fragments), variableValues, rootValue === source, context ?? null, info.schema === schema],
  ]);
};

for (const name of ['Query', 'Thing']) {
  const { echo: echoed, must, place: placed } = (schema.getType(name) as GraphQLObjectType).getFields();
  Object.assign(echoed as object, { resolve: echo });
  Object.assign(must as object, { resolve: echo });
  Object.assign(placed as object, { resolve: place });
}

interface Kinded {
  readonly kind?: unknown;
  readonly typeKind?: (info: { path: unknown }) => unknown;
}

const kindOf = (value: unknown, _context: unknown, info: { path: unknown }) => {
  const { kind, typeKind } = (value ?? {}) as Kinded;
  return typeKind ? typeKind(info) : kind;
};
Object.assign(schema.getType('Pet') as GraphQLUnionType, { resolveType: kindOf });
Object.assign(schema.getType('Animal') as GraphQLInterfaceType, { resolveType: kindOf });
Object.assign(schema.getType('Cup') as GraphQLObjectType, {
  isTypeOf: (value: { cup?: unknown }) => value.cup,
});
Object.assign(schema.getType('Jug') as GraphQLObjectType, {
  isTypeOf: (value: { jug?: unknown }) => later(1).then(() => value.jug),
});
Object.assign(schema.getType('Cat') as GraphQLObjectType, {
  isTypeOf: (value: { kind?: unknown; isCat?: unknown }) => ('isCat' in value ? value.isCat : true),
});
const color = schema.getType('Color') as GraphQLEnumType;
for (const { name } of color.getValues()) Object.assign(color.getValue(name) as object, { value: name });
Object.assign(schema.getType('Odd') as GraphQLScalarType, {
  serialize: (value: unknown) => (typeof value === 'function' ? value() : value),
  parseValue: (value: unknown) => {
    if (value === 'bad') throw new TypeError('odd is bad');
    return { odd: value };
  },
});

/** A query on the schema with the values it meets. */
export interface Case {
  readonly query: string;
  /** Made for each run. */
  readonly root?: () => unknown;
  readonly variables?: Readonly<Record<string, unknown>>;
  readonly operationName?: string;
  /** Why graphql-js answers otherwise than yoga's executor, which is the one to be equal to. */
  readonly graphqlJsDiffers?: string;
}

/** Asserts that our executor answers as the others do, also when the plan is used again. Gives what they say. */
export async function expectEqual({ query, root, graphqlJsDiffers, ...asked }: Case) {
  const document = parse(query);
  expect(validate(schema as GraphQLSchema, document), query).toEqual([]);
  const execution = () => ({ schema, document, root: root?.(), ...asked });
  const reference = await byReference(execution());
  expect(await byPlan(execution()), query).toEqual(reference);
  expect(await byPlan(execution()), `again: ${query}`).toEqual(reference);
  const graphqlJs = await byGraphqlJs(execution());
  if (graphqlJsDiffers) expect(withoutCause(graphqlJs), graphqlJsDiffers).not.toEqual(withoutCause(reference));
  else expect(withoutCause(graphqlJs), query).toEqual(withoutCause(reference));
  return reference;
}

/** The class of what a scalar has raised is told by graphql-js and hidden by yoga's executor. */
const withoutCause = ({ data, errors }: { data: string | undefined; errors: readonly object[] }) => ({
  data,
  errors: errors.map((error) => ({ ...error, cause: null })),
});

/** A value that is there some turns later. */
export const soon = <T>(value: T, turns = 1): Promise<Awaited<T>> =>
  later(turns).then(() => value) as Promise<Awaited<T>>;

/** A failure some turns later. */
export const failing = (message: string, turns = 1): Promise<never> => {
  const failure = later(turns).then((): never => {
    throw new Error(message);
  });
  // It may be over before anyone has come to ask for it.
  failure.catch(() => undefined);
  return failure;
};

/** A failure at once. */
export const fails = (message: string) => () => {
  throw new Error(message);
};
