import { inspect } from 'node:util';
import {
  defaultTypeResolver,
  type GraphQLAbstractType,
  GraphQLError,
  type GraphQLObjectType,
  type GraphQLResolveInfo,
  isObjectType,
} from 'graphql';

/** A value in the message of a mistake of this server's; such messages are for its log alone. */
export const shown = (value: unknown): string => inspect(value, { depth: 0, breakLength: Number.POSITIVE_INFINITY });

/** The object type that a value of an interface or union has. */
export function runtimeType(
  type: GraphQLAbstractType,
  value: unknown,
  context: unknown,
  info: GraphQLResolveInfo,
): GraphQLObjectType | Promise<GraphQLObjectType> {
  const name = (type.resolveType ?? defaultTypeResolver)(value, context, info, type);
  return name instanceof Promise
    ? name.then((settled) => checked(type, settled, info))
    : checked(type, name as string, info);
}

function checked(type: GraphQLAbstractType, name: string | undefined, info: GraphQLResolveInfo): GraphQLObjectType {
  const { schema, parentType, fieldName, fieldNodes } = info;
  const found = typeof name === 'string' ? schema.getType(name) : undefined;
  if (isObjectType(found) && schema.isSubType(type, found)) return found;
  throw new GraphQLError(
    `"${type.name}" must resolve to one of its object types for field "${parentType.name}.${fieldName}", not to "${name}".`,
    { nodes: fieldNodes },
  );
}
