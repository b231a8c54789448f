import {
  type FieldNode,
  type GraphQLField,
  type GraphQLObjectType,
  type GraphQLResolveInfo,
  getNamedType,
  isObjectType,
} from 'graphql';
import type { ChildLink } from './children.ts';
import { type NodePlace, placesOfNodes } from './places.ts';
import { type Document, type Selected, selectedFields } from './selection.ts';
import type { Source } from './sources.ts';

/** What a field of the schema tells the planner, in its `extensions`. */
export interface ReadExtensions {
  /** The field is read from the source of this name. */
  source?: string;
  /** The field is the record's key, or made of it. */
  key?: true;
  /** It is asked for by the keys of all records at once, in a request of its own. */
  byKeys?: true;
  /** The field lists records that point to this one. */
  children?: ChildLink;
  /** A field of a list item that the item's text alone answers, as long as it has no arguments. */
  textOnly?: true;
}

/** The nodes of a field at one place of a query. */
export interface Selection {
  nodes: readonly FieldNode[];
  /** With those that are deferred: they are given the record that was read for the others. */
  all: readonly FieldNode[];
}

type Owner = Readonly<{ type: string; fields: Record<string, Source> }>;

/** A field that a selection asks of a record, with the source that it is read from. */
export interface Wanted extends Selection {
  responseKey: string;
  field: GraphQLField<unknown, unknown>;
  extensions: ReadExtensions;
  source: Source | null;
}

/** What is asked of a connection. */
export interface ConnectionParts {
  /** The number of all its rows. */
  total: boolean;
  /** The rows of its page, or where the page stands. */
  rows: boolean;
}

/** What the selections of one document ask of the types of its schema. */
export class Selections {
  readonly document: Document;

  constructor(document: Document) {
    this.document = document;
  }

  /** The fields selected on records of a type, or on a block of one. */
  of(owner: Owner, { nodes, all }: Selection): Wanted[] {
    const type = this.type(owner.type);
    const selected = selectedFields(this.document, type, nodes);
    return this.wanted(owner, selected, selectedFields(this.document, type, all, true));
  }

  /** The same with the deferred ones: what lies in a record is read with it. */
  ofBlock(owner: Owner, { all }: Selection): Wanted[] {
    return this.wanted(owner, selectedFields(this.document, this.type(owner.type), all, true));
  }

  /** Whether some of what is asked of a record is deferred, so that it will be read again by its key. */
  defersSome(owner: Owner, { nodes, all }: Selection): boolean {
    const asked = (each: readonly FieldNode[], deferred: boolean) =>
      [...selectedFields(this.document, this.type(owner.type), each, deferred).values()].flat().length;
    return asked(all, true) > asked(nodes, false);
  }

  wanted(owner: Owner, selected: Selected, whole = selected): Wanted[] {
    const fields = this.type(owner.type).getFields();
    const wanted: Wanted[] = [];
    for (const [responseKey, nodes] of selected) {
      const field = fields[nodes[0]?.name.value as string];
      if (!field) continue; // __typename
      const extensions = field.extensions as ReadExtensions;
      const source = (extensions.source && owner.fields[extensions.source]) || null;
      wanted.push({ responseKey, nodes, all: whole.get(responseKey) ?? nodes, field, extensions, source });
    }
    return wanted;
  }

  /** The selections of one field within another one's answer, all aliases together. */
  nodesOfField(type: GraphQLObjectType, nodes: readonly FieldNode[], name: string): FieldNode[][] {
    const groups = [...selectedFields(this.document, type, nodes, true).values()];
    return groups.filter((group) => group[0]?.name.value === name);
  }

  /** Whether the number of all rows of a connection is asked for, and whether anything else is. */
  partsOf(field: GraphQLField<unknown, unknown>, { nodes, all }: Selection): ConnectionParts {
    const connection = getNamedType(field.type) as GraphQLObjectType;
    const names = (each: readonly FieldNode[], deferred: boolean) =>
      [...selectedFields(this.document, connection, each, deferred).values()].map((group) => group[0]?.name.value);
    return {
      total: names(nodes, false).includes('totalCount'),
      rows: names(all, true).some((name) => name !== 'totalCount' && name !== '__typename'),
    };
  }

  /** What is asked of the nodes of a connection, at each place where they stand. */
  placesOf(field: GraphQLField<unknown, unknown>, selection: Selection): NodePlace[] {
    return placesOfNodes(this.document, getNamedType(field.type) as GraphQLObjectType, selection);
  }

  /** Whether a list item is asked for more than its text. */
  needsId({ field, all }: Wanted): boolean {
    const type = getNamedType(field.type) as GraphQLObjectType;
    for (const [, group] of selectedFields(this.document, type, all, true)) {
      const [node] = group as [FieldNode];
      const selected = type.getFields()[node.name.value];
      if (selected && (!(selected.extensions as ReadExtensions).textOnly || node.arguments?.length)) return true;
    }
    return false;
  }

  private type(name: string): GraphQLObjectType {
    const type = this.document.schema.getType(name);
    if (!isObjectType(type)) throw new Error(`No object type ${name} in the schema`);
    return type;
  }
}

/** No column has it, so a record known by its key is read by the entity; custom fields that are named have columns all the same. */
export const onlyEntity = ({ source }: Wanted): boolean =>
  source !== null && source.kind !== 'embedded' && source.columns === null && source.members !== null;

/** Of a field that is being resolved: what is deferred beside it is resolved anew. */
export const resolving = ({ fieldNodes }: GraphQLResolveInfo): Selection => ({ nodes: fieldNodes, all: fieldNodes });
