import {
  type DocumentNode,
  type GraphQLSchema,
  getOperationAST,
  Kind,
  type OperationDefinitionNode,
  visit,
} from 'graphql';
import { fragmentsOf } from '../reading/selection.ts';
import { madeOnce } from '../upstream/made-once.ts';
import { PlanMaker, type Planned, type Variant } from './plan.ts';

/** Variables that may decide which fields are selected; each doubles the variants that an operation may have. */
const MOST_SWITCHES = 6;

/** An operation of a document, ready to be run again and again. */
export interface PreparedOperation {
  readonly definition: OperationDefinitionNode;
  /** The plan for these variables, which have been coerced; null where one leaves open which fields are selected. */
  variantOf(variables: Readonly<Record<string, unknown>>): Variant | null;
}

const known = new WeakMap<OperationDefinitionNode, PreparedOperation | null>();

const weighed = new WeakMap<DocumentNode, Planned>();

/** From now on `planned` is told of the fields of a document whose plans are kept with it. */
export function weighPlans(document: DocumentNode, planned: Planned): void {
  weighed.set(document, planned);
}

/**
 * The operation of a valid document; null for one that is answered in parts (subscriptions, `@defer`, `@stream`), has too many
 * switches, or is not there. Kept for as long as the document is, unless nobody is expected to ask for it again.
 */
export function preparedOperation(
  schema: GraphQLSchema,
  document: DocumentNode,
  name?: string | null,
  isKept = true,
): PreparedOperation | null {
  const definition = getOperationAST(document, name);
  if (!definition) return null;
  const there = known.get(definition);
  if (there !== undefined) return there;
  const operation = prepared(schema, document, definition, isKept ? weighed.get(document) : undefined);
  if (isKept) known.set(definition, operation);
  return operation;
}

function prepared(
  schema: GraphQLSchema,
  document: DocumentNode,
  definition: OperationDefinitionNode,
  planned?: Planned,
): PreparedOperation | null {
  const switches = switchesOf(document);
  if (definition.operation === 'subscription' || switches === null) return null;
  const fragments = fragmentsOf(document);
  const variants = new Map<string, Variant>();
  return {
    definition,
    variantOf(variables) {
      if (switches.some((each) => typeof variables[each] !== 'boolean')) return null;
      const key = switches.map((each) => String(variables[each])).join();
      return madeOnce(variants, key, () =>
        new PlanMaker({ schema, fragments, variables }, planned).variantOf(definition),
      );
    },
  };
}

/** The variables of `@skip` and `@include`; null where a directive makes parts, or where there are too many. */
function switchesOf(document: DocumentNode): string[] | null {
  const switches = new Set<string>();
  let inParts = false;
  visit(document, {
    Directive({ name, arguments: given }) {
      if (name.value === 'defer' || name.value === 'stream') inParts = true;
      if (name.value !== 'skip' && name.value !== 'include') return;
      for (const { value } of given ?? []) if (value.kind === Kind.VARIABLE) switches.add(value.name.value);
    },
  });
  return inParts || switches.size > MOST_SWITCHES ? null : [...switches];
}
