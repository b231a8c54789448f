import { blockFieldSuggestionsPlugin } from '@escape.tech/graphql-armor-block-field-suggestions';
import { maxAliasesRule } from '@escape.tech/graphql-armor-max-aliases';
import { maxDirectivesRule } from '@escape.tech/graphql-armor-max-directives';
import { GraphQLError, NoSchemaIntrospectionCustomRule, parse, type ValidationContext } from 'graphql';
import type { Plugin } from 'graphql-yoga';
import type { EdgeConfig } from '../config.ts';

export const maxTokens = 2000;
export const maxAliases = 100;
export const maxDirectives = 50;

/** Bounds on the text of a document, held before anything of it is executed. */
export function useShapeLimits(): Plugin {
  return {
    onParse({ setParseFn }) {
      setParseFn((source, options) => {
        try {
          return parse(source, { ...options, maxTokens });
        } catch (error) {
          if (error instanceof GraphQLError && error.message.includes(`more that ${maxTokens} tokens`)) {
            throw tooComplex(`The document has more than ${maxTokens} tokens.`);
          }
          throw error;
        }
      });
    },
    onValidate({ addValidationRule }) {
      addValidationRule(maxAliasesRule(reportingAs(`The operation has more than ${maxAliases} aliases.`, maxAliases)));
      addValidationRule(
        maxDirectivesRule(reportingAs(`The operation has more than ${maxDirectives} directives.`, maxDirectives)),
      );
    },
  };
}

/** With introspection off neither the schema nor a hint at its names is given. */
export function useIntrospectionSwitch({ introspection }: EdgeConfig): Plugin {
  if (introspection) return {};
  return {
    onPluginInit({ addPlugin }) {
      addPlugin(blockFieldSuggestionsPlugin());
    },
    onValidate({ addValidationRule }) {
      addValidationRule(NoSchemaIntrospectionCustomRule);
    },
  };
}

function reportingAs(message: string, n: number) {
  const report = (context: ValidationContext | null) => context?.reportError(tooComplex(message));
  return { n, propagateOnRejection: false, onReject: [report] };
}

function tooComplex(message: string): GraphQLError {
  return new GraphQLError(message, { extensions: { code: 'QUERY_TOO_COMPLEX', http: { status: 400, spec: true } } });
}
