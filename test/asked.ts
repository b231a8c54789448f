import { appendFileSync, readFileSync } from 'node:fs';
import {
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  type FragmentSpreadNode,
  type GraphQLCompositeType,
  type GraphQLField,
  type GraphQLInputType,
  type GraphQLSchema,
  getNamedType,
  getOperationAST,
  type InlineFragmentNode,
  isAbstractType,
  isCompositeType,
  isEnumType,
  isInputObjectType,
  isIntrospectionType,
  isObjectType,
  Kind,
  parse,
  type SelectionSetNode,
  type ValueNode,
  validate,
  valueFromASTUntyped,
} from 'graphql';

/**
 * Which names of the schema a run of the suite has seen at work: fields that were asked for and answered with a value, the arguments
 * and members of inputs that they were asked with, and the values of enums that came or went. Names are `Contact.persons`,
 * `Contact.persons(first)`, `PersonFilter.title` and `Direction.DESC`.
 */

/** Every field of every object type with its arguments, every member of every input, and every value of every enum. */
export function servedNames(schema: GraphQLSchema): string[] {
  const types = Object.values(schema.getTypeMap()).filter((type) => !isIntrospectionType(type));
  return types.flatMap((type) => {
    if (isEnumType(type)) return type.getValues().map(({ name }) => `${type.name}.${name}`);
    if (isInputObjectType(type)) return Object.keys(type.getFields()).map((name) => `${type.name}.${name}`);
    return isObjectType(type) ? Object.values(type.getFields()).flatMap((field) => namesOfField(type.name, field)) : [];
  });
}

function namesOfField(type: string, { name, args }: GraphQLField<unknown, unknown>): string[] {
  return [`${type}.${name}`, ...args.map((argument) => `${type}.${name}(${argument.name})`)];
}

/** What the fields of an operation prove that came with a value: not null, and no empty list. */
export function provenNames(
  schema: GraphQLSchema,
  text: string,
  data: unknown,
  variables: Readonly<Record<string, unknown>> = {},
): Set<string> {
  const found = new Set<string>();
  const document = validDocument(schema, text);
  const operation = document && getOperationAST(document);
  const root = operation && schema.getRootType(operation.operation);
  if (document && operation && root && data)
    new Walk(schema, document, variables, found).into(root, operation.selectionSet, [data]);
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
  readonly #variables: Readonly<Record<string, unknown>>;

  constructor(
    schema: GraphQLSchema,
    document: DocumentNode,
    variables: Readonly<Record<string, unknown>>,
    found: Set<string>,
  ) {
    this.#schema = schema;
    this.#variables = variables;
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
    const answered = values.map((value) => (value as Record<string, unknown>)[key]).flat(9);
    const there = answered.filter((value) => value !== null && value !== undefined);
    if (there.length === 0) return;
    const definition = 'getFields' in type ? type.getFields()[field.name.value] : undefined;
    const given = (field.arguments ?? []).map(({ name, value }) => [name.value, this.#plain(value)] as const);
    const named = given.filter(([, value]) => value !== undefined && value !== null).map(([name]) => name);
    this.#note(type, field.name.value, named);
    if (!definition) return; // __typename
    for (const [name, value] of given) {
      const argument = definition.args.find((each) => each.name === name);
      if (argument) this.#input(argument.type, value);
    }
    const inner = getNamedType(definition.type);
    if (isEnumType(inner)) for (const value of there) this.#found.add(`${inner.name}.${value}`);
    if (isCompositeType(inner) && field.selectionSet) this.into(inner, field.selectionSet, there);
  }

  /** Texts of enums and numbers alike, as variables hold them. */
  #plain(value: ValueNode): unknown {
    return valueFromASTUntyped(value, this.#variables);
  }

  /** The members of an input that were given, null among them, and the values of enums in it. */
  #input(type: GraphQLInputType, value: unknown): void {
    const named = getNamedType(type);
    for (const each of [value].flat(9)) {
      if (isEnumType(named) && typeof each === 'string') this.#found.add(`${named.name}.${each}`);
      if (!isInputObjectType(named) || typeof each !== 'object' || each === null) continue;
      for (const [name, inner] of Object.entries(each)) {
        const member = named.getFields()[name];
        if (!member) continue;
        this.#found.add(`${named.name}.${name}`);
        this.#input(member.type, inner);
      }
    }
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
}

const noted = new Set<string>();

/** Adds what an answer proves to the list of this run, where the run keeps one. */
export function noteAnswer(
  schema: GraphQLSchema,
  text: string,
  data: unknown,
  variables?: Readonly<Record<string, unknown>>,
): void {
  const list = process.env.TEST_ASKED;
  if (!list) return;
  const fresh = [...provenNames(schema, text, data, variables)].filter((name) => !noted.has(name));
  for (const name of fresh) noted.add(name);
  if (fresh.length > 0) appendFileSync(list, `${fresh.join('\n')}\n`);
}

/** What is served and stands in no answer of the run whose list this is. */
export function neverAnswered(schema: GraphQLSchema, list: string): string[] {
  const answered = new Set(readFileSync(list, 'utf8').split('\n'));
  return servedNames(schema).filter((name) => !answered.has(name));
}
