import { parse, validate } from 'graphql';
import { expect, test } from 'vitest';
import { operations } from '../bench/operations.ts';
import { dimensions } from '../bench/scale-dimensions.ts';
import { schema } from '../src/schema.ts';

/** What a query of the bench says that this graph does not know. */
const unknownIn = (query: string) => validate(schema, parse(query)).map(({ message }) => `${message} in ${query}`);

test('the bench asks for what the graph has', () => {
  expect(operations.flatMap(({ query }) => unknownIn(query))).toEqual([]);
});

test('so do the first and the last question of each step of its scale', () => {
  const asked = dimensions.flatMap(({ steps }) =>
    steps.flatMap(({ questions }) => [questions.at(0)?.query ?? '', questions.at(-1)?.query ?? '']),
  );
  expect(asked.flatMap(unknownIn)).toEqual([]);
});
