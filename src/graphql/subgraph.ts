import {
  buildASTSchema,
  type ConstDirectiveNode,
  type DocumentNode,
  type GraphQLNamedType,
  type GraphQLSchema,
  getNamedType,
  getNullableType,
  isListType,
  isObjectType,
  Kind,
  lexicographicSortSchema,
  type ObjectTypeDefinitionNode,
  parse,
  print,
  printSchema,
  visit,
} from 'graphql';
import type { CostExtensions, CostTypeExtensions } from '../reading/cost.ts';
import { DEFAULT_PAGE_SIZE, LIST_SIZE } from '../reading/sizes.ts';
import type { FederationExtensions, FederationFieldExtensions } from './federation.ts';

const LINK = `extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@key", "@shareable", "@inaccessible", "@tag", "@cost", "@listSize"])`;

const machinery = new Set(['_Any', '_Entity', '_Service', '_entities', '_service']);

export interface SubgraphOptions {
  /** Whether clients of the gateway may use `node` and `nodes`: for a supergraph in which no other graph has them. */
  readonly nodes?: boolean;
}

/** The types that clients see, sorted: without what gateways alone use. */
export function publicSdl(schema: GraphQLSchema): string {
  return `${printSchema(buildASTSchema(visible(schema)))}\n`;
}

/** The types with all that a gateway must know of them, as `_service` tells it. */
export function subgraphSdl(schema: GraphQLSchema, { nodes = false }: SubgraphOptions = {}): string {
  const marked = visit(visible(schema), {
    ObjectTypeDefinition: (node) => {
      const type = schema.getType(node.name.value) as GraphQLNamedType;
      return {
        ...node,
        directives: [...(node.directives ?? []), ...directives(ofType(type))],
        fields: (node.fields ?? []).map((field) => ({
          ...field,
          directives: [...(field.directives ?? []), ...directives(ofField(schema, node, field.name.value, nodes))],
        })),
      };
    },
  });
  return `${LINK}\n\n${print(marked)}\n`;
}

function visible(schema: GraphQLSchema): DocumentNode {
  const hidden = (node: { name: { value: string } }) => (machinery.has(node.name.value) ? null : undefined);
  return visit(parse(printSchema(lexicographicSortSchema(schema))), {
    ScalarTypeDefinition: hidden,
    UnionTypeDefinition: hidden,
    ObjectTypeDefinition: { enter: hidden },
    FieldDefinition: hidden,
    // Those of the executor: a gateway has its own.
    DirectiveDefinition: () => null,
  });
}

function ofType(type: GraphQLNamedType): string[] {
  const { federation } = type.extensions as FederationExtensions;
  const keys = (federation?.keys ?? []).map((selection) => `@key(fields: "${selection}")`);
  const cost = (type.extensions as CostTypeExtensions).free ? ['@cost(weight: 0)'] : [];
  return [...keys, ...(federation?.shareable ? ['@shareable'] : []), ...cost];
}

/** Sizes are those that this server counts and refuses by; a gateway that knows them refuses sooner. */
function ofField(schema: GraphQLSchema, owner: ObjectTypeDefinitionNode, name: string, nodes: boolean): string[] {
  const type = schema.getType(owner.name.value);
  const field = isObjectType(type) ? type.getFields()[name] : undefined;
  if (!field) return [];
  const extensions = field.extensions as CostExtensions & FederationFieldExtensions;
  const found: string[] = [];
  if (extensions.inaccessible && !nodes) found.push('@inaccessible');
  if (type === schema.getMutationType()) found.push('@tag(name: "write")');
  if (extensions.page) {
    const slicing = field.args.map((arg) => arg.name).filter((arg) => arg === 'first' || arg === 'last');
    found.push(
      `@listSize(assumedSize: ${DEFAULT_PAGE_SIZE}, slicingArguments: ${JSON.stringify(slicing)}, sizedFields: ["edges", "nodes"], requireOneSlicingArgument: false)`,
    );
  } else if (isObjectType(getNamedType(field.type)) && isListType(getNullableType(field.type)) && !isRows(owner)) {
    found.push(`@listSize(assumedSize: ${LIST_SIZE})`);
  }
  return found;
}

/** The rows of a page are as many as the connection was asked for. */
const isRows = (owner: ObjectTypeDefinitionNode) => owner.name.value.endsWith('Connection');

function directives(texts: readonly string[]): readonly ConstDirectiveNode[] {
  if (texts.length === 0) return [];
  const [definition] = parse(`type T ${texts.join(' ')} { f: Int }`, { noLocation: true }).definitions;
  return definition?.kind === Kind.OBJECT_TYPE_DEFINITION ? (definition.directives ?? []) : [];
}
