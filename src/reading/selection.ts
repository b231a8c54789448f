import type {
  DirectiveNode,
  DocumentNode,
  FieldNode,
  FragmentDefinitionNode,
  GraphQLField,
  GraphQLObjectType,
  GraphQLResolveInfo,
  GraphQLSchema,
  SelectionSetNode,
} from 'graphql';
import {
  GraphQLIncludeDirective,
  GraphQLSkipDirective,
  getArgumentValues,
  getDirectiveValues,
  isAbstractType,
  isObjectType,
  Kind,
} from 'graphql';
import { variablesIn } from './variables.ts';

/** What a selection is read with. */
export interface Document {
  schema: GraphQLSchema;
  fragments: Readonly<Record<string, FragmentDefinitionNode>>;
  variables: Readonly<Record<string, unknown>>;
  argumentsOf(field: GraphQLField<unknown, unknown>, node: FieldNode): Readonly<Record<string, unknown>>;
}

export function documentWith({ schema, fragments, variables }: Omit<Document, 'argumentsOf'>): Document {
  return { schema, fragments, variables, argumentsOf: (field, node) => getArgumentValues(field, node, variables) };
}

export const documentOf = ({ schema, fragments, variableValues: variables }: GraphQLResolveInfo): Document =>
  documentWith({ schema, fragments, variables });

/** The fragments of a document, by the names that its author has given them. */
export function fragmentsOf({ definitions }: DocumentNode): Document['fragments'] {
  const fragments: Record<string, FragmentDefinitionNode> = Object.create(null);
  for (const each of definitions) if (each.kind === Kind.FRAGMENT_DEFINITION) fragments[each.name.value] = each;
  return fragments;
}

/** The arguments of a field; null where they are wrong, as the field itself says when its turn comes. */
export function rightArguments(
  document: Document,
  field: GraphQLField<unknown, unknown>,
  node: FieldNode,
): Readonly<Record<string, unknown>> | null {
  try {
    return document.argumentsOf(field, node);
  } catch {
    return null;
  }
}

/** The fields selected under one type, by response key, as the executor merges them. */
export type Selected = Map<string, FieldNode[]>;

/**
 * The fields that a selection asks of an object type: `@skip` and `@include` applied, fragments of other types left
 * out. Fragments under `@defer` are left out too, unless `deferred` is asked for: they are read when their turn comes.
 */
export function selectedFields(
  document: Document,
  type: GraphQLObjectType,
  nodes: readonly FieldNode[],
  deferred = false,
): Selected {
  const selected: Selected = new Map();
  const seen = new Set<string>();
  for (const node of nodes) if (node.selectionSet) collect(document, type, node.selectionSet, selected, seen, deferred);
  return selected;
}

/** The fields of the operation itself, in the same way. */
export function rootFields(
  document: Document,
  type: GraphQLObjectType,
  selectionSet: SelectionSetNode,
  deferred = false,
): Selected {
  const selected: Selected = new Map();
  collect(document, type, selectionSet, selected, new Set(), deferred);
  return selected;
}

function collect(
  document: Document,
  type: GraphQLObjectType,
  selectionSet: SelectionSetNode,
  selected: Selected,
  seen: Set<string>,
  deferred: boolean,
): void {
  for (const selection of selectionSet.selections) {
    if (selection.directives?.length && !isIncluded(document, selection)) continue;
    if (selection.kind === 'Field') {
      addField(selected, selection);
      continue;
    }
    if (!deferred && isDeferred(document, selection.directives)) continue;
    const fragment =
      selection.kind === 'FragmentSpread' ? unseenFragment(document, selection.name.value, seen) : selection;
    if (fragment && appliesTo(document.schema, fragment.typeCondition?.name.value, type))
      collect(document, type, fragment.selectionSet, selected, seen, deferred);
  }
}

function addField(selected: Selected, node: FieldNode): void {
  const key = node.alias?.value ?? node.name.value;
  const nodes = selected.get(key);
  if (nodes) nodes.push(node);
  else selected.set(key, [node]);
}

function unseenFragment(document: Document, name: string, seen: Set<string>): FragmentDefinitionNode | undefined {
  if (seen.has(name)) return undefined;
  seen.add(name);
  return document.fragments[name];
}

function isIncluded(document: Document, node: { readonly directives?: readonly DirectiveNode[] }): boolean {
  const skip = getDirectiveValues(GraphQLSkipDirective, node, document.variables);
  if (skip?.if === true) return false;
  const include = getDirectiveValues(GraphQLIncludeDirective, node, document.variables);
  return include?.if !== false;
}

function isDeferred(document: Document, directives: readonly DirectiveNode[] | undefined): boolean {
  const defer = directives?.find((directive) => directive.name.value === 'defer');
  if (!defer) return false;
  const condition = defer.arguments?.find((argument) => argument.name.value === 'if')?.value;
  if (condition?.kind === 'BooleanValue') return condition.value;
  return condition?.kind === 'Variable' ? document.variables[condition.name.value] !== false : true;
}

function appliesTo(schema: GraphQLSchema, condition: string | undefined, type: GraphQLObjectType): boolean {
  if (condition === undefined || condition === type.name) return true;
  const named = schema.getType(condition);
  return !!named && !isObjectType(named) && isAbstractType(named) && schema.isSubType(named, type);
}

/** The arguments of a field that names no variable in them; null where it does, or where they are wrong: each run says so. */
export function fixedArguments(
  field: GraphQLField<unknown, unknown>,
  node: FieldNode,
): Readonly<Record<string, unknown>> | null {
  if (node.arguments?.some(({ value }) => !variablesIn(value).next().done)) return null;
  try {
    return Object.freeze(getArgumentValues(field, node));
  } catch {
    return null;
  }
}
