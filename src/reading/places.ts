import { type FieldNode, type GraphQLObjectType, getNamedType, isObjectType, print } from 'graphql';
import { type Document, selectedFields } from './selection.ts';
import type { Shape } from './shape.ts';
import type { Selection } from './wanted.ts';

/** What a type of the schema tells of itself, in its `extensions`. */
export interface BlockExtensions {
  /** Its fields are a part of a record, which is null where all that is asked for is empty. */
  block?: true;
}

/** Where the nodes of a connection stand in its answer. */
export interface NodePlace extends Selection {
  /** By the keys of the answer: `nodes`, `edges.node`. Several, where what is asked for at one may be shown at the others. */
  readonly names: readonly string[];
}

/** The places of a connection's nodes; those of which all can be read as one stand together. */
export function placesOfNodes(document: Document, connection: GraphQLObjectType, selection: Selection): NodePlace[] {
  const now = nodesByPlace(document, connection, selection.nodes, false);
  const places: NodePlace[] = [];
  for (const [name, { type, nodes: all }] of nodesByPlace(document, connection, selection.all, true)) {
    const place = { names: [name], nodes: now.get(name)?.nodes ?? [], all };
    const at = places.findIndex((each) => agree(document, type, each.all, all));
    if (at < 0) places.push(place);
    else places[at] = joined(places[at] as NodePlace, place);
  }
  return places;
}

const joined = (one: NodePlace, other: NodePlace): NodePlace => ({
  names: [...one.names, ...other.names],
  nodes: [...one.nodes, ...other.nodes],
  all: [...one.all, ...other.all],
});

interface Nodes {
  readonly type: GraphQLObjectType;
  readonly nodes: readonly FieldNode[];
}

function nodesByPlace(
  document: Document,
  connection: GraphQLObjectType,
  nodes: readonly FieldNode[],
  deferred: boolean,
): Map<string, Nodes> {
  const found = new Map<string, Nodes>();
  const typeOf = (owner: GraphQLObjectType, name: string) =>
    getNamedType(owner.getFields()[name]?.type) as Nodes['type'];
  for (const [key, group] of selectedFields(document, connection, nodes, deferred)) {
    const name = group[0]?.name.value;
    if (name === 'nodes') found.set(key, { type: typeOf(connection, name), nodes: group });
    if (name !== 'edges') continue;
    const edge = typeOf(connection, name);
    for (const [inner, within] of selectedFields(document, edge, group, deferred))
      if (within[0]?.name.value === 'node') found.set(`${key}.${inner}`, { type: typeOf(edge, 'node'), nodes: within });
  }
  return found;
}

/** Whether no key of the answer means one thing in the one selection and another in the other, which GraphQL lets them. */
function agree(
  document: Document,
  type: GraphQLObjectType,
  one: readonly FieldNode[],
  other: readonly FieldNode[],
): boolean {
  const others = selectedFields(document, type, other, true);
  for (const [key, nodes] of selectedFields(document, type, one, true)) {
    const same = others.get(key);
    if (!same) continue;
    const [node, another] = [nodes[0] as FieldNode, same[0] as FieldNode];
    if (askedBy(node) !== askedBy(another)) return false;
    const inner = getNamedType(type.getFields()[node.name.value]?.type);
    if (!isObjectType(inner)) continue;
    if (isBlock(inner) && keysOf(document, inner, nodes) !== keysOf(document, inner, same)) return false;
    if (!agree(document, inner, nodes, same)) return false;
  }
  return true;
}

const isBlock = ({ extensions }: GraphQLObjectType): boolean => (extensions as BlockExtensions).block === true;

/** A block is null at a place where none of what is asked for there has a value. */
const keysOf = (document: Document, type: GraphQLObjectType, nodes: readonly FieldNode[]): string =>
  [...selectedFields(document, type, nodes, true).keys()].sort().join();

/** The field with its arguments. */
export const askedBy = (node: FieldNode): string =>
  [node.name.value, ...(node.arguments ?? []).map((argument) => print(argument)).sort()].join();

/** One request for an entity answers all places where its record stands. */
export function shareEntities(shape: Shape): void {
  const reading = [shape, ...(shape.places ?? []).map((place) => place.shape)].filter(
    ({ members }) => members !== null,
  );
  if (reading.length < 2) return;
  const members = new Set(reading.flatMap((each) => [...(each.members ?? [])]));
  for (const each of reading) each.members = members;
}
