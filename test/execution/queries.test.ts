import { readFileSync } from 'node:fs';
import {
  type DocumentNode,
  getVariableValues,
  Kind,
  type OperationDefinitionNode,
  parse,
  typeFromAST,
  validate,
  visit,
} from 'graphql';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { operations as benchOperations } from '../../bench/operations.ts';
import { schema } from '../../src/schema.ts';
import { examples } from '../../src/server/examples.ts';
import { createRandom, type Random } from '../../src/simulator/random.ts';
import { byPlan, byReference, byReferenceInParts } from './executors.ts';
import { valueFor } from './inputs.ts';
import { startWorld, type World } from './worlds.ts';

interface Asked {
  readonly text: string;
  readonly variables?: Readonly<Record<string, unknown>>;
}

const root = new URL('../../', import.meta.url);
const read = (path: string) => readFileSync(new URL(path, root), 'utf8');

/** Every operation that a test asks, as the generated types of the tests name them. */
const ofTests = [...read('test/queries.ts').matchAll(/^ {2}("(?:[^"\\]|\\.)*"): \{ data: /gm)].map(
  ([, text]): Asked => ({ text: JSON.parse(text as string) }),
);
const ofReadme = [...read('README.md').matchAll(/^```graphql\n([\s\S]*?)^```$/gm)]
  .map(([, text]): Asked => ({ text: text as string }))
  .filter(({ text }) => isQuery(text));
const ofExamples = examples.map(
  ({ query, variables }): Asked => ({ text: query, variables: JSON.parse(variables ?? '{}') }),
);
const ofBench = benchOperations.map(({ query, variables = {} }): Asked => ({ text: query, variables }));

function isQuery(text: string): boolean {
  try {
    return validate(schema, parse(text)).length === 0;
  } catch {
    return false;
  }
}

/** Operations that are answered in parts; the directive is yoga's, so that they stand in no generated types. */
const ofDeferred = [...read('test/entities/deferred.test.ts').matchAll(/`([^`$]+)`|'([^'\n]+)'/g)]
  .map(([, template, quoted]) => template ?? quoted ?? '')
  .filter((text) => /^\s*[{q].*@defer/s.test(text));

const isFollowed = (text: string) => /^\s*subscription\b/m.test(text);

let ours: World;
let theirs: World;

beforeAll(async () => {
  [ours, theirs] = await Promise.all([startWorld(), startWorld()]);
});

afterAll(() => Promise.all([ours.close(), theirs.close()]));

test.each([
  ['the tests', ofTests, 330],
  ['README', ofReadme, 4],
  ['GraphiQL', ofExamples, 6],
  ['the bench', ofBench, 9],
] as const)(
  'the operations of %s',
  async (_of, asked, atLeast) => {
    let compared = 0;
    for (const each of asked) if (!isFollowed(each.text)) compared += await compareAll(each);
    expect(compared).toBeGreaterThanOrEqual(atLeast);
  },
  120_000,
);

test('what is deferred is in the end what the plan answers at once', async () => {
  expect(ofDeferred.length).toBeGreaterThanOrEqual(4);
  for (const text of ofDeferred) {
    const document = parse(text);
    expect(await byPlan({ schema, document })).toBeNull();
    const whole = visit(document, { Directive: ({ name }) => (name.value === 'defer' ? null : undefined) });
    const { told } = await ours.answer(byPlan, { schema, document: whole });
    const inParts = await theirs.answer(byReferenceInParts, { schema, document });
    expect(inParts.told?.errors, text).toEqual(told?.errors);
    expect(JSON.parse(inParts.told?.data ?? ''), text).toEqual(JSON.parse(told?.data ?? ''));
  }
});

/** Each operation of a document, with variables as they are given, and else with two sets of plausible ones. */
async function compareAll({ text, variables }: Asked): Promise<number> {
  const document = parse(text);
  const operations = document.definitions.filter((each) => each.kind === Kind.OPERATION_DEFINITION);
  for (const operation of operations) {
    const sets = variables ? [variables, variables] : [1, 2].map((seed) => variablesOf(operation, createRandom(seed)));
    for (const [index, set] of sets.entries()) await compare(document, operation, set, index);
  }
  return operations.length;
}

async function compare(
  document: DocumentNode,
  operation: OperationDefinitionNode,
  variables: Readonly<Record<string, unknown>>,
  index: number,
): Promise<void> {
  const execution = { schema, document, variables, operationName: operation.name?.value };
  const headers: Record<string, string> =
    index === 0 ? {} : { 'accept-language': 'nb', 'so-timezone': 'America/New_York' };
  const [plan, reference] = await Promise.all([
    ours.answer(byPlan, execution, headers),
    theirs.answer(byReference, execution, headers),
  ]);
  expect(plan, `${document.loc?.source.body} ${JSON.stringify(variables)}`).toEqual(reference);
}

function variablesOf({ variableDefinitions = [] }: OperationDefinitionNode, random: Random): Record<string, unknown> {
  const values: Record<string, unknown> = {};
  for (const { variable, type } of variableDefinitions) {
    const input = typeFromAST(schema, type as never);
    if (input) values[variable.name.value] = valueFor(input as never, variable.name.value, random);
  }
  expect(getVariableValues(schema, variableDefinitions, values).errors).toBeUndefined();
  return values;
}
