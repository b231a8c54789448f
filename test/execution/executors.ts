import { execute as reference } from '@graphql-tools/executor';
import {
  type DocumentNode,
  type ExecutionResult,
  execute,
  type GraphQLError,
  type GraphQLSchema,
  getVariableValues,
} from 'graphql';
import { vi } from 'vitest';
import { preparedOperation } from '../../src/execution/operations.ts';
import { out } from '../../src/execution/out.ts';
import { run } from '../../src/execution/run.ts';
import { turn } from '../../src/upstream/turn.ts';

/** What is to be executed; context and root are made anew for each executor. */
export interface Execution {
  readonly schema: GraphQLSchema;
  readonly document: DocumentNode;
  readonly operationName?: string | undefined;
  readonly variables?: Readonly<Record<string, unknown>> | undefined;
  readonly context?: unknown;
  readonly root?: unknown;
}

/** An answer as it is compared: `data` as the text that is sent, and all of each error that anything looks at later. */
export interface Told {
  readonly data: string | undefined;
  readonly errors: readonly object[];
}

const toldError = (error: GraphQLError) => ({ ...error.toJSON(), cause: error.originalError?.name ?? null });

/** Errors that come after the answer is there are no part of it. */
const told = (data: string | undefined, errors: readonly GraphQLError[] = []): Told => ({
  data,
  errors: errors.map(toldError),
});

const toldResult = ({ data, errors }: ExecutionResult): Told => told(JSON.stringify(data), errors);

/** The operation by its plan; null where it is left to the other executor. Lists give way where `givesWay` says so, and nowhere else. */
export async function byPlan(execution: Execution, givesWay = () => false): Promise<Told | null> {
  const clock = vi.spyOn(turn, 'isOver').mockImplementation(givesWay);
  try {
    return await planned(execution);
  } finally {
    clock.mockRestore();
  }
}

async function planned({ schema, document, operationName, ...given }: Execution): Promise<Told | null> {
  const prepared = preparedOperation(schema, document, operationName);
  const definitions = prepared?.definition.variableDefinitions ?? [];
  const { coerced } = getVariableValues(schema, definitions, given.variables ?? {});
  const variant = coerced && prepared?.variantOf(coerced);
  if (!variant) return null;
  const { write, errors } = await run(variant, {
    ...{ context: given.context, variables: coerced, rootValue: given.root },
  });
  const start = out.length;
  write();
  return told(out.takeText(start), errors);
}

function argumentsOf({ variables, context, root, ...asked }: Execution) {
  return { ...asked, variableValues: { ...variables }, contextValue: context, rootValue: root };
}

/** The operation by the executor that yoga has of itself. */
export async function byReference(execution: Execution): Promise<Told> {
  return toldResult((await reference(argumentsOf(execution))) as ExecutionResult);
}

/** The same for what comes in parts, put together in the end. */
export async function byReferenceInParts(execution: Execution): Promise<Told> {
  const result = await reference(argumentsOf(execution));
  if (!('initialResult' in result)) return toldResult(result);
  const { data, errors = [] } = result.initialResult;
  const late: GraphQLError[] = [];
  for await (const { incremental = [] } of result.subsequentResults)
    for (const { path = [], ...part } of incremental as readonly Deferred[]) {
      const place = path.reduce((value: unknown, key) => (value as Record<string | number, unknown>)[key], data);
      merge(place as Values, (part.data ?? {}) as Values);
      late.push(...(part.errors ?? []));
    }
  return told(JSON.stringify(data), [...errors, ...late]);
}

type Values = Record<string, unknown>;

/** Puts what comes later beside what is there, also within a field that holds some of both. */
function merge(there: Values, late: Values): void {
  for (const [key, value] of Object.entries(late)) {
    const known = there[key];
    if (isObject(known) && isObject(value)) merge(known as Values, value as Values);
    else there[key] = value;
  }
}

const isObject = (value: unknown): boolean => typeof value === 'object' && value !== null;

interface Deferred {
  readonly path?: readonly (string | number)[];
  readonly data?: object | null;
  readonly errors?: readonly GraphQLError[];
}

/** The operation by graphql-js. */
export async function byGraphqlJs(execution: Execution): Promise<Told> {
  return toldResult(await execute(argumentsOf(execution) as never));
}
