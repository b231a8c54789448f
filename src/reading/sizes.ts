import { type DocumentNode, type GraphQLSchema, isObjectType, type ValueNode, visit } from 'graphql';
import { madeOnce } from '../upstream/made-once.ts';
import type { CostExtensions } from './cost.ts';
import { variablesIn } from './variables.ts';

/** Rows of a page of which nobody has said how many it is to have. */
export const DEFAULT_PAGE_SIZE = 25;
/** Every other list counts as so long, unless its length is known. */
export const LIST_SIZE = 5;

/** Directives whose variables decide what is selected. */
const switches = new Set(['skip', 'include', 'defer', 'stream']);
const sizingArguments = new WeakMap<GraphQLSchema, Set<string>>();

/** The variables of a document on which the size of its answer depends, whatever the others are. */
export function sizingVariables(schema: GraphQLSchema, document: DocumentNode): string[] {
  const sizing = madeOnce(sizingArguments, schema, () => argumentsThatSize(schema));
  const names = new Set<string>();
  const add = (given: readonly { readonly value: ValueNode }[] | undefined) => {
    for (const { value } of given ?? []) for (const name of variablesIn(value)) names.add(name);
  };
  visit(document, {
    Directive: ({ name, arguments: given }) => {
      if (switches.has(name.value)) add(given);
    },
    Field: ({ arguments: given }) => add(given?.filter(({ name }) => sizing.has(name.value))),
  });
  return [...names];
}

/** What of the values counts: of a list its length. Null where that cannot be told from their outside. */
export function sizeKey(names: readonly string[], variables: Readonly<Record<string, unknown>>): string | null {
  let key = '';
  for (const name of names) {
    const value = variables[name];
    if (Array.isArray(value)) key += `[${value.length}] `;
    else if (typeof value === 'object' && value !== null) return null;
    else key += `${value} `;
  }
  return key;
}

function argumentsThatSize(schema: GraphQLSchema): Set<string> {
  const names = new Set(['first', 'last']);
  for (const type of Object.values(schema.getTypeMap())) {
    if (!isObjectType(type)) continue;
    for (const { extensions } of Object.values(type.getFields())) {
      const { perKey } = extensions as CostExtensions;
      if (perKey) names.add(perKey);
    }
  }
  return names;
}
