import { appendFileSync, readFileSync } from 'node:fs';
import {
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  type FragmentSpreadNode,
  type GraphQLCompositeType,
  type GraphQLSchema,
  getNamedType,
  getOperationAST,
  type InlineFragmentNode,
  isAbstractType,
  isCompositeType,
  isObjectType,
  Kind,
  parse,
  type SelectionSetNode,
  validate,
} from 'graphql';

/**
 * Which fields and arguments of the schema a run of the suite has seen at work: asked for, and answered with a value.
 * Names are `Contact.persons` and `Contact.persons(first)`.
 */

/** Every field of every object type, and every argument of it. */
export function servedFields(schema: GraphQLSchema): string[] {
  const types = Object.values(schema.getTypeMap()).filter((type) => isObjectType(type) && !type.name.startsWith('__'));
  return types.filter(isObjectType).flatMap((type) =>
    Object.values(type.getFields()).flatMap((field) => {
      const name = `${type.name}.${field.name}`;
      return [name, ...field.args.map((argument) => `${name}(${argument.name})`)];
    }),
  );
}

/** The fields of an operation that came with a value: not null, and no empty list. */
export function valuedFields(schema: GraphQLSchema, text: string, data: unknown): Set<string> {
  const found = new Set<string>();
  const document = validDocument(schema, text);
  const operation = document && getOperationAST(document);
  const root = operation && schema.getRootType(operation.operation);
  if (document && operation && root && data)
    new Walk(schema, document, found).into(root, operation.selectionSet, [data]);
  return found;
}

/** Texts that the schema refuses are in tests to be refused. */
function validDocument(schema: GraphQLSchema, text: string): DocumentNode | null {
  try {
    const document = parse(text);
    return validate(schema, document).length === 0 ? document : null;
  } catch {
    return null;
  }
}

class Walk {
  readonly #schema: GraphQLSchema;
  readonly #found: Set<string>;
  readonly #fragments: ReadonlyMap<string, FragmentDefinitionNode>;

  constructor(schema: GraphQLSchema, document: DocumentNode, found: Set<string>) {
    this.#schema = schema;
    this.#found = found;
    const fragments = document.definitions.filter((definition) => definition.kind === Kind.FRAGMENT_DEFINITION);
    this.#fragments = new Map(fragments.map((fragment) => [fragment.name.value, fragment]));
  }

  into(type: GraphQLCompositeType, { selections }: SelectionSetNode, values: readonly unknown[]): void {
    for (const selection of selections) {
      if (selection.kind === Kind.FIELD) this.#intoField(type, selection, values);
      else this.#intoFragment(type, selection, values);
    }
  }

  #intoField(type: GraphQLCompositeType, field: FieldNode, values: readonly unknown[]): void {
    const key = field.alias?.value ?? field.name.value;
    const given = values.map((value) => (value as Record<string, unknown>)[key]).flat(9);
    const there = given.filter((value) => value !== null && value !== undefined);
    if (there.length === 0) return;
    const argumentNames = (field.arguments ?? []).map((argument) => argument.name.value);
    this.#note(type, field.name.value, argumentNames);
    const inner = this.#typeOf(type, field.name.value);
    if (inner && field.selectionSet) this.into(inner, field.selectionSet, there);
  }

  #intoFragment(
    type: GraphQLCompositeType,
    selection: InlineFragmentNode | FragmentSpreadNode,
    values: readonly unknown[],
  ): void {
    const fragment = selection.kind === Kind.INLINE_FRAGMENT ? selection : this.#fragments.get(selection.name.value);
    const condition = fragment?.typeCondition && this.#schema.getType(fragment.typeCondition.name.value);
    if (fragment) this.into(isCompositeType(condition) ? condition : type, fragment.selectionSet, values);
  }

  /** A field of an interface counts for every type that has it: answers seldom say which one they hold. */
  #note(type: GraphQLCompositeType, field: string, argumentNames: readonly string[]): void {
    const types = isAbstractType(type) ? this.#schema.getPossibleTypes(type) : [type];
    for (const { name } of types) {
      this.#found.add(`${name}.${field}`);
      for (const argument of argumentNames) this.#found.add(`${name}.${field}(${argument})`);
    }
  }

  #typeOf(type: GraphQLCompositeType, field: string): GraphQLCompositeType | null {
    const definition = 'getFields' in type ? type.getFields()[field] : undefined;
    const named = definition && getNamedType(definition.type);
    return isCompositeType(named) ? named : null;
  }
}

const noted = new Set<string>();

/** Adds what an answer proves to the list of this run, where the run keeps one. */
export function noteAnswer(schema: GraphQLSchema, text: string, data: unknown): void {
  const list = process.env.TEST_ASKED;
  if (!list) return;
  const fresh = [...valuedFields(schema, text, data)].filter((name) => !noted.has(name));
  for (const name of fresh) noted.add(name);
  if (fresh.length > 0) appendFileSync(list, `${fresh.join('\n')}\n`);
}

/** What is served and stands in no answer of the run whose list this is. */
export function neverAnswered(schema: GraphQLSchema, list: string): string[] {
  const answered = new Set(readFileSync(list, 'utf8').split('\n'));
  return servedFields(schema).filter((name) => !answered.has(name));
}
