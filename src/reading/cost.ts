import {
  type DocumentNode,
  type ExecutionArgs,
  type FieldNode,
  type GraphQLField,
  type GraphQLObjectType,
  type GraphQLOutputType,
  type GraphQLSchema,
  getNamedType,
  getNullableType,
  getOperationAST,
  isAbstractType,
  isListType,
  isObjectType,
  type OperationDefinitionNode,
} from 'graphql';
import { madeOnce } from '../upstream/made-once.ts';
import { Refusal } from './refusal.ts';
import { type Document, documentWith, fragmentsOf, rootFields, type Selected, selectedFields } from './selection.ts';
import { DEFAULT_PAGE_SIZE, LIST_SIZE, sizeKey, sizingVariables } from './sizes.ts';
import { variablesOf } from './variables.ts';

/** What a field tells about the number of objects in its answer, in its `extensions`. */
export interface CostExtensions {
  /** A connection, as long as `first` or `last` says. */
  page?: true;
  /** A list with a place for each key of this argument. */
  perKey?: string;
  /** The values are of a scalar, and each stands for an object. */
  object?: true;
}

/** Of a type: its objects cost nothing, since they come with the record that holds them. */
export interface CostTypeExtensions {
  free?: true;
}

const MOST_DEPTH = 15;
/** Fields looked at before a document counts as too complex whatever its cost: fragments can multiply without end. */
const MOST_FIELDS = 20_000;

/** An operation whose cost is asked; `coerced` are its variables where they have been looked at already. */
export type CostArgs = Pick<ExecutionArgs, 'schema' | 'document' | 'operationName' | 'variableValues'> & {
  readonly coerced?: Readonly<Record<string, unknown>>;
};

/** Sizes of one document that are remembered: clients page by few different numbers. */
const MOST_SIZES = 50;

/** What the answers of one document cost, by its operation and by the variables that size them. */
interface Costs {
  readonly sizing: readonly string[];
  readonly known: Map<string, number>;
}

const costs = new WeakMap<DocumentNode, Costs>();

/**
 * The objects that the answer of an operation may hold, its variables included; refused above the limit. Connections
 * count as long as they may be, any other list as 5, list items and scalars as nothing.
 */
export function operationCost(args: CostArgs, limit: number): { requested: number; limit: number } | null {
  const { schema, document } = args;
  const operation = getOperationAST(document, args.operationName);
  if (!operation) return null;
  const variables = args.coerced ?? variablesOf(schema, operation, args.variableValues).coerced;
  if (!variables) return null; // execution says what is wrong with them
  const { sizing, known } = madeOnce(
    costs,
    document,
    (): Costs => ({ sizing: sizingVariables(schema, document), known: new Map() }),
  );
  const size = sizeKey(sizing, variables);
  const key = size === null ? null : `${operation.name?.value ?? ''} ${size}`;
  let requested = key === null ? undefined : known.get(key);
  if (requested === undefined) {
    requested = counted(schema, document, operation, variables);
    if (key !== null && known.size < MOST_SIZES) known.set(key, requested);
  }
  if (requested > limit)
    throw new Refusal(
      'QUERY_TOO_COMPLEX',
      `This operation may bring ${requested} objects, and at most ${limit} are given at once: ask for shorter pages or fewer lists within lists.`,
      { cost: { requested, limit } },
    );
  return { requested, limit };
}

function counted(
  schema: GraphQLSchema,
  document: DocumentNode,
  operation: OperationDefinitionNode,
  variables: Readonly<Record<string, unknown>>,
): number {
  const root = schema.getRootType(operation.operation);
  if (!root) return 0;
  const read = documentWith({ schema, fragments: fragmentsOf(document), variables });
  return new Counter(read).ofFields(root, rootFields(read, root, operation.selectionSet, true), 1);
}

class Counter {
  private readonly document: Document;
  private fieldsSeen = 0;

  constructor(document: Document) {
    this.document = document;
  }

  ofFields(type: GraphQLObjectType, selected: Selected, depth: number): number {
    let cost = 0;
    for (const [, nodes] of selected) {
      const node = nodes[0] as FieldNode;
      const field = type.getFields()[node.name.value];
      if (!field) continue; // __typename, __schema, __type
      this.fieldsSeen += 1;
      if (this.fieldsSeen > MOST_FIELDS)
        throw new Refusal('QUERY_TOO_COMPLEX', `This operation selects more than ${MOST_FIELDS} fields.`);
      if (depth > MOST_DEPTH)
        throw new Refusal('QUERY_TOO_COMPLEX', `This operation is nested deeper than ${MOST_DEPTH} levels.`);
      cost += this.ofField(field, nodes, depth);
    }
    return cost;
  }

  private ofField(field: GraphQLField<unknown, unknown>, nodes: readonly FieldNode[], depth: number): number {
    const type = getNamedType(field.type);
    const extensions = field.extensions as CostExtensions;
    if (!isObjectType(type) && !isAbstractType(type))
      return extensions.object ? this.size(field.type, extensions, field, nodes) : 0;
    const inner = Math.max(
      0,
      ...concrete(this.document.schema, type).map((each) => this.ofObject(each, field, nodes, depth)),
    );
    const isFree = (type.extensions as CostTypeExtensions).free === true;
    return this.size(field.type, extensions, field, nodes) * (isFree ? 0 : 1 + inner);
  }

  private ofObject(
    type: GraphQLObjectType,
    field: GraphQLField<unknown, unknown>,
    nodes: readonly FieldNode[],
    depth: number,
  ): number {
    const selected = selectedFields(this.document, type, nodes, true);
    if (!(field.extensions as CostExtensions).page) return this.ofFields(type, selected, depth + 1);
    const size = this.pageSize(field, nodes);
    let cost = 0;
    for (const [responseKey, group] of selected) {
      const name = group[0]?.name.value;
      const rows = name === 'nodes' || name === 'edges';
      const one = this.ofFields(type, new Map([[responseKey, group]]), depth + 1);
      cost += rows ? (one / LIST_SIZE) * size : one;
    }
    return cost;
  }

  private size(
    type: GraphQLOutputType,
    extensions: CostExtensions,
    field: GraphQLField<unknown, unknown>,
    nodes: readonly FieldNode[],
  ): number {
    if (!isListType(getNullableType(type))) return 1;
    if (!extensions.perKey) return LIST_SIZE;
    const keys = this.document.argumentsOf(field, nodes[0] as FieldNode)[extensions.perKey];
    return Array.isArray(keys) ? keys.length : LIST_SIZE;
  }

  private pageSize(field: GraphQLField<unknown, unknown>, nodes: readonly FieldNode[]): number {
    const { first, last } = this.document.argumentsOf(field, nodes[0] as FieldNode) as {
      first?: number;
      last?: number;
    };
    return Math.max(0, last ?? first ?? DEFAULT_PAGE_SIZE);
  }
}

const concrete = (schema: GraphQLSchema, type: ReturnType<typeof getNamedType>): readonly GraphQLObjectType[] =>
  isObjectType(type) ? [type] : isAbstractType(type) ? schema.getPossibleTypes(type) : [];
