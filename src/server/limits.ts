import { maxAliasesRule } from '@escape.tech/graphql-armor-max-aliases';
import { maxDirectivesRule } from '@escape.tech/graphql-armor-max-directives';
import {
  type ASTVisitor,
  type DocumentNode,
  type FieldNode,
  GraphQLError,
  type GraphQLSchema,
  Kind,
  Lexer,
  NoFragmentCyclesRule,
  NoSchemaIntrospectionCustomRule,
  parse,
  type SelectionNode,
  Source,
  TokenKind,
  type ValidationContext,
  validate,
  visit,
} from 'graphql';
import type { Plugin } from 'graphql-yoga';
import type { EdgeConfig } from '../config.ts';

const maxTokens = 2000;
const maxAliases = 100;
const maxDirectives = 50;
const maxBrackets = 100;
/** The whole schema is some 200 kB, and costs nothing else. */
const maxSchemas = 5;
const maxName = 256;
/** Errors of one document that are told; each costs as much as the places it names. */
const maxErrors = 20;

/** What the engine says when the rule on conflicts has compared as many fields as it may. */
const outOfBudget = 'Validation aborted.';

const opening: ReadonlySet<string> = new Set([TokenKind.BRACE_L, TokenKind.BRACKET_L, TokenKind.PAREN_L]);
const closing: ReadonlySet<string> = new Set([TokenKind.BRACE_R, TokenKind.BRACKET_R, TokenKind.PAREN_R]);

/** Bounds on the text of a document, held before anything of it is executed. */
export function useShapeLimits(): Plugin {
  return {
    onParse({ setParseFn }) {
      setParseFn((source: string | Source, options) => {
        checkText(typeof source === 'string' ? new Source(source) : source);
        return parse(source, options);
      });
    },
    onValidate({ addValidationRule, validateFn, setValidationFn }) {
      addValidationRule(maxAliasesRule(reportingAs(`The operation has more than ${maxAliases} aliases.`, maxAliases)));
      addValidationRule(
        maxDirectivesRule(reportingAs(`The operation has more than ${maxDirectives} directives.`, maxDirectives)),
      );
      addValidationRule(fewSchemas);
      setValidationFn(bounded(validateFn as typeof validate));
    },
  };
}

/** Token by token: the parser goes down by recursion, and a text may be nested deeper than its stack. */
function checkText(source: Source): void {
  const lexer = new Lexer(source);
  let [tokens, depth] = [0, 0];
  while (lexer.advance().kind !== TokenKind.EOF) {
    tokens += 1;
    if (opening.has(lexer.token.kind)) depth += 1;
    else if (closing.has(lexer.token.kind)) depth -= 1;
    if (tokens > maxTokens) throw tooComplex(`The document has more than ${maxTokens} tokens.`);
    if (lexer.token.kind === TokenKind.NAME && lexer.token.end - lexer.token.start > maxName) {
      throw tooComplex(`A name in the document is longer than ${maxName} characters.`);
    }
    if (depth > maxBrackets) throw tooComplex(`The document is nested deeper than ${maxBrackets} brackets.`);
  }
}

/**
 * A document that is too complex is told that and nothing else. Fragments that hold each other in all ways can take the rules
 * deeper than their stack, although each rule ends.
 */
function bounded(everyRule: typeof validate): typeof validate {
  return (schema, document, rules) => {
    try {
      const circle = circleIn(schema, document);
      if (circle) return [circle];
      const errors = everyRule(schema, withoutRepeats(document), rules, { maxErrors });
      if (errors.some(({ message }) => message === outOfBudget))
        return [tooComplex('The document has too many fields of the same names to compare.')];
      const limit = errors.find(({ extensions }) => extensions.code === 'QUERY_TOO_COMPLEX');
      return limit ? [limit] : errors;
    } catch (error) {
      if (error instanceof RangeError) return [tooComplex('The fragments of the document are too much entangled.')];
      throw error;
    }
  };
}

/** A field that stands more than once among its neighbours says nothing new, and would be compared with each of itself. */
function withoutRepeats(document: DocumentNode): DocumentNode {
  return visit(document, {
    SelectionSet(node) {
      const plain = new Set<string>();
      const selections = node.selections.filter((each) => {
        if (!isPlain(each)) return true;
        const isNew = !plain.has(each.name.value);
        plain.add(each.name.value);
        return isNew;
      });
      return selections.length < node.selections.length ? { ...node, selections } : undefined;
    },
  });
}

/** Whether a selection is a field that says nothing but its name. */
function isPlain(node: SelectionNode): node is FieldNode {
  if (node.kind !== Kind.FIELD || node.alias || node.selectionSet) return false;
  return !node.arguments?.length && !node.directives?.length;
}

/** Fragments that hold each other keep the rule on conflicts busy for long, and this one for a moment. */
function circleIn(schema: GraphQLSchema, document: DocumentNode): GraphQLError | undefined {
  const hasFragments = document.definitions.some(({ kind }) => kind === Kind.FRAGMENT_DEFINITION);
  return hasFragments ? validate(schema, document, [NoFragmentCyclesRule])[0] : undefined;
}

/** With introspection off the schema is not given; hints at its names are cut off where errors are finished. */
export function useIntrospectionSwitch({ introspection }: EdgeConfig): Plugin {
  if (introspection) return {};
  return {
    onValidate({ addValidationRule }) {
      addValidationRule(NoSchemaIntrospectionCustomRule);
      addValidationRule(withoutSdl);
    },
  };
}

/** Tools ask for all types once. By other names they could be asked for as often as there may be aliases. */
function fewSchemas(context: ValidationContext): ASTVisitor {
  const seen = new Map<string, number>();
  return {
    Field: ({ name: { value: name } }) => {
      if (name !== '__schema' && !(name === 'types' && context.getParentType()?.name === '__Schema')) return;
      const times = (seen.get(name) ?? 0) + 1;
      seen.set(name, times);
      if (times === maxSchemas + 1)
        context.reportError(tooComplex(`The document asks for the whole schema more than ${maxSchemas} times.`));
    },
  };
}

/** What gateways ask for is the whole schema as a text. */
function withoutSdl(context: ValidationContext): ASTVisitor {
  return {
    Field: (node) => {
      if (node.name.value === '_service' && context.getParentType() === context.getSchema().getQueryType())
        context.reportError(new GraphQLError('Introspection is off, and so is `_service`.', { nodes: node }));
    },
  };
}

function reportingAs(message: string, n: number) {
  const report = (context: ValidationContext | null) => context?.reportError(tooComplex(message));
  return { n, allowList: [], propagateOnRejection: false, onReject: [report] };
}

function tooComplex(message: string): GraphQLError {
  return new GraphQLError(message, { extensions: { code: 'QUERY_TOO_COMPLEX', http: { status: 400, spec: true } } });
}
