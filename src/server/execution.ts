import { type ExecutionArgs, type ExecutionResult, getOperationAST } from 'graphql';
import type { Plugin } from 'graphql-yoga';
import { preparedOperation } from '../execution/operations.ts';
import { out } from '../execution/out.ts';
import { type Outcome, run } from '../execution/run.ts';
import { mistakesTold, variablesOf } from '../reading/variables.ts';
import type { SoundDocuments } from './sound.ts';

/** Runs operations by their plans; what is answered in parts, and what cannot be run at all, is left to the engine's own executor. */
export function useExecution(sound: SoundDocuments): Plugin {
  return {
    onExecute({ args: { document: asked }, executeFn, setExecuteFn }) {
      // Many documents come once and never again: their plans are not kept for that.
      const isKept = sound.has(asked);
      setExecuteFn((args: ExecutionArgs) => {
        const { schema, document, operationName, variableValues, contextValue, rootValue } = args;
        const definition = getOperationAST(document, operationName);
        if (!definition) return executeFn(args);
        const { coerced, errors } = variablesOf(schema, definition, variableValues, mistakesTold);
        if (!coerced) return { errors };
        const variant = preparedOperation(schema, document, operationName, isKept)?.variantOf(coerced);
        if (!variant) return executeFn(args);
        const outcome = run(variant, { context: contextValue, variables: coerced, rootValue });
        return outcome instanceof Promise ? outcome.then(resultOf) : resultOf(outcome);
      });
    },
  };
}

/** An outcome for those who take its values and not its text. */
export function resultOf({ write, errors }: Outcome): ExecutionResult {
  const start = out.length;
  write();
  return { data: JSON.parse(out.takeText(start)), ...(errors.length > 0 && { errors }) };
}
