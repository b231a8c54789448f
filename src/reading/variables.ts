import { type GraphQLSchema, getVariableValues, Kind, type OperationDefinitionNode, type ValueNode } from 'graphql';

/** Mistakes among the variables of a request that are told. */
export const mistakesTold = 5;

/**
 * The variables of an operation as its fields get them, of what a client gave, or what is wrong with it. No more mistakes are looked for
 * than are told: a request has room for a hundred thousand, each of which costs as much as the value that it is in.
 */
export function variablesOf(
  schema: GraphQLSchema,
  { variableDefinitions = [] }: OperationDefinitionNode,
  given: Readonly<Record<string, unknown>> | null | undefined,
  maxErrors = 0,
): ReturnType<typeof getVariableValues> {
  return getVariableValues(schema, variableDefinitions, given ?? {}, { maxErrors });
}

/** Names of the variables in a value of a document. */
export function* variablesIn(value: ValueNode): Generator<string> {
  if (value.kind === Kind.VARIABLE) yield value.name.value;
  if (value.kind === Kind.LIST) for (const each of value.values) yield* variablesIn(each);
  if (value.kind === Kind.OBJECT) for (const field of value.fields) yield* variablesIn(field.value);
}
