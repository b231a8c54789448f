import {
  defaultFieldResolver,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLField,
  type GraphQLFieldResolver,
  type GraphQLObjectType,
  type GraphQLSchema,
  GraphQLString,
  getNullableType,
  isNonNullType,
  type OperationDefinitionNode,
  SchemaMetaFieldDef,
  TypeMetaFieldDef,
  TypeNameMetaFieldDef,
} from 'graphql';
import type { KeptPlans } from '../reading/reader.ts';
import type { DirectExtensions, Show } from '../reading/record.ts';
import {
  type Document,
  documentWith,
  fixedArguments,
  rootFields,
  type Selected,
  selectedFields,
} from '../reading/selection.ts';
import type { Read, Shape } from '../reading/shape.ts';
import type { Layout } from '../upstream/superoffice/table.ts';
import { type Complete, completeOf } from './complete.ts';
import { Fixed } from './out.ts';

/** An operation with all that its variables decide about which fields are selected; runs share it. */
export interface Variant {
  readonly schema: GraphQLSchema;
  readonly fragments: Readonly<Record<string, FragmentDefinitionNode>>;
  readonly operation: OperationDefinitionNode;
  readonly root: ObjectPlan;
  /** What reading keeps with it. */
  readonly kept: KeptPlans;
}

const noTexts = new Int16Array(0);

/** The fields of an object at one place of an operation, in the order of the answer. */
export class ObjectPlan {
  readonly type: GraphQLObjectType;
  readonly fields: readonly FieldPlan[];
  #reads: Shape['reads'] | null = null;
  #bound: readonly (Read | null)[] = [];
  #layout: Layout | null = null;
  #texts = noTexts;

  constructor(type: GraphQLObjectType, fields: readonly FieldPlan[]) {
    this.type = type;
    this.fields = fields;
  }

  /** How each field is read; null for those that only their resolvers know. Nearly all objects of a place are read alike. */
  bound(reads: Shape['reads']): readonly (Read | null)[] {
    if (reads !== this.#reads) this.#bind(reads);
    return this.#bound;
  }

  /** Apart, as all that makes functions is: where they are made, room is taken for what they hold before anybody knows whether. */
  #bind(reads: Shape['reads']): void {
    this.#reads = reads;
    this.#layout = null;
    this.#bound = this.fields.map(({ isDirect, key }) => (isDirect ? (reads[key] ?? null) : null));
  }

  /** For each of these fields the place of its text in rows of a layout; -1 for what is no text, or is not there. */
  textsIn(layout: Layout): Int16Array {
    if (layout !== this.#layout) this.#find(layout);
    return this.#texts;
  }

  #find(layout: Layout): void {
    this.#layout = layout;
    this.#texts = Int16Array.from(this.fields, ({ isText }, index) => {
      const text = isText ? this.#bound[index]?.text : null;
      return text ? layout.positionOf(text) : -1;
    });
  }
}

/** The way from the root to a field; null stands for the place in a list. */
export type Path = readonly ({ readonly key: string; readonly typename: string } | null)[];

/** Where a field stands in an operation. */
interface FieldPlace {
  readonly key: string;
  readonly nodes: FieldNode[];
  readonly field: GraphQLField<unknown, unknown>;
  readonly parentType: GraphQLObjectType;
  readonly path: Path;
}

/** One field at one place of an operation. A class, so that all of it lies together: many are kept, and each is read at every run. */
export class FieldPlan implements FieldPlace {
  readonly key: string;
  /** What stands ahead of its value in the answer, as the first field of its object and as a later one. */
  readonly first: Fixed;
  readonly later: Fixed;
  readonly field: GraphQLField<unknown, unknown>;
  readonly nodes: FieldNode[];
  readonly parentType: GraphQLObjectType;
  readonly path: Path;
  readonly resolve: GraphQLFieldResolver<unknown, unknown>;
  readonly takesInfo: boolean;
  /** The value need not be asked of the resolver where it is known how to read it; `show` is what is made of it then. */
  readonly isDirect: boolean;
  readonly show: Show | null;
  /** Its values are texts, shown as they are. */
  readonly isText: boolean;
  /** Where else its texts may lie; null: nowhere. */
  readonly cellOf: DirectExtensions['cellOf'] | null;
  /** Arguments that no variable changes; null: worked out once in each run, under `argumentsAt`. */
  readonly fixed: Readonly<Record<string, unknown>> | null;
  readonly argumentsAt: number;
  /** A null takes the object with it. */
  readonly isRequired: boolean;
  readonly complete: Complete;

  constructor({ key, nodes, field, parentType, path }: FieldPlace, nextArguments: () => number, maker: PlanMaker) {
    const [node] = nodes as [FieldNode];
    this.key = key;
    const { first, later } = aheadOf(key, node.alias !== undefined);
    this.first = first;
    this.later = later;
    this.field = field;
    this.nodes = nodes;
    this.parentType = parentType;
    this.path = path;
    this.resolve = field === TypeNameMetaFieldDef ? () => parentType.name : (field.resolve ?? defaultFieldResolver);
    this.takesInfo = this.resolve.length > 3;
    const { direct, cellOf } = field.extensions as DirectExtensions;
    this.isDirect = direct !== undefined;
    this.show = direct ?? null;
    this.cellOf = (node.arguments?.length ? null : cellOf) ?? null;
    this.isText = direct === null && getNullableType(field.type) === GraphQLString;
    this.fixed = fixedArguments(field, node);
    this.argumentsAt = this.fixed ? -1 : nextArguments();
    this.isRequired = isNonNullType(field.type);
    this.complete = completeOf(this, maker);
  }
}

/** Is told how many fields have been planned, whenever some have. */
export type Planned = (fields: number) => void;

/** Makes plans of the objects of one variant. Those below a place are made when a value first stands there. */
export class PlanMaker {
  readonly #document: Document;
  readonly #planned: Planned | undefined;
  #argumentCount = 0;

  constructor(document: Omit<Document, 'argumentsOf'>, planned?: Planned) {
    this.#document = documentWith(document);
    this.#planned = planned;
  }

  variantOf(operation: OperationDefinitionNode): Variant {
    const { schema, fragments } = this.#document;
    const type = schema.getRootType(operation.operation);
    if (!type) throw new Error(`The schema has no ${operation.operation}.`);
    const fields = this.#fields(type, rootFields(this.#document, type, operation.selectionSet), []);
    return { schema, fragments, operation, root: new ObjectPlan(type, fields), kept: new Map() };
  }

  /** The object that a field's value is, of a type that it may have. */
  below(nodes: readonly FieldNode[], type: GraphQLObjectType, path: Path): ObjectPlan {
    return new ObjectPlan(type, this.#fields(type, selectedFields(this.#document, type, nodes), path));
  }

  #fields(type: GraphQLObjectType, selected: Selected, above: Path): FieldPlan[] {
    const plans: FieldPlan[] = [];
    const nextArguments = () => this.#argumentCount++;
    for (const [key, nodes] of selected) {
      const field = fieldOf(this.#document.schema, type, nodes[0]?.name.value as string);
      const path = above.concat({ key, typename: type.name });
      if (field) plans.push(new FieldPlan({ key, nodes, field, parentType: type, path }, nextArguments, this));
    }
    this.#planned?.(plans.length);
    // Without the room that a list has which grows: plans are kept for long.
    return plans.slice();
  }
}

type Ahead = Pick<FieldPlan, 'first' | 'later'>;

/** By the names that the schema has; what clients make up is not kept here. */
const ahead = new Map<string, Ahead>();

function aheadOf(key: string, isMadeUp: boolean): Ahead {
  const known = ahead.get(key);
  if (known) return known;
  const made = { first: new Fixed(`{${JSON.stringify(key)}:`), later: new Fixed(`,${JSON.stringify(key)}:`) };
  if (!isMadeUp) ahead.set(key, made);
  return made;
}

function fieldOf(
  schema: GraphQLSchema,
  type: GraphQLObjectType,
  name: string,
): GraphQLField<unknown, unknown> | undefined {
  if (name === TypeNameMetaFieldDef.name) return TypeNameMetaFieldDef;
  if (type === schema.getQueryType()) {
    const meta = [SchemaMetaFieldDef, TypeMetaFieldDef].find((each) => each.name === name);
    if (meta) return meta;
  }
  return type.getFields()[name];
}
