import { GraphQLError, GraphQLNonNull, GraphQLObjectType, GraphQLSchema, GraphQLString, parse } from 'graphql';
import { expect, test } from 'vitest';
import { byPlan, byReference } from './executors.ts';
import { type Case, expectEqual, failing, fails, schema, soon } from './semantics.ts';

const coded = (message: string) => () => {
  throw new GraphQLError(message, { extensions: { code: 'CODED', more: { of: ['it'] } } });
};
const caused = new GraphQLError('outer', { originalError: new RangeError('inner'), extensions: { code: 'OUTER' } });
const located = new GraphQLError('elsewhere', { path: ['somewhere', 3], extensions: { code: 'ELSEWHERE' } });
const thrown = (value: unknown) => () => {
  throw value;
};

const cases: Record<string, Case> = {
  'thrown at once': {
    query: '{ text one { int text } two { text } }',
    root: () => ({ text: fails('a'), one: { int: fails('b'), text: 'there' }, two: fails('c') }),
  },
  'rejected late': {
    query: '{ text one { int text } two { text } }',
    root: () => ({ text: failing('a', 9), one: soon({ int: failing('b', 1), text: 'there' }), two: failing('c', 4) }),
  },
  'at once and late, in the order of time': {
    query: '{ a: text b: int one { c: text d: int } e: float }',
    root: () => ({
      text: failing('a', 6),
      int: fails('b'),
      one: { text: failing('c', 1), int: fails('d') },
      float: soon('x', 3),
    }),
  },
  'with codes, causes and places of their own': {
    query: '{ text int one { text } color }',
    root: () => ({
      text: coded('coded'),
      int: thrown(caused),
      one: { text: thrown(located) },
      color: thrown(
        new (class Refused extends Error {
          override name = 'Refused';
          extensions = { code: 'REFUSED' };
        })('refused'),
      ),
    }),
  },
  'the same error for several fields': {
    query: '{ text int one { text } many { text } }',
    root: () => {
      const error = new Error('shared');
      return { text: thrown(error), int: Promise.reject(error), one: { text: error }, many: [error, { text: error }] };
    },
  },
  'what is no error': {
    graphqlJsDiffers: 'it says "Unexpected error value"',
    query: '{ text int float one { text } two { text } many { text } }',
    root: () => ({
      text: thrown('a text'),
      int: thrown(null),
      float: () => Promise.reject(undefined),
      one: { text: thrown({ message: 'like an error', name: 'Odd', cause: 7 }) },
      two: { text: thrown({ code: 7 }) },
      many: [Promise.reject(7), { text: thrown(Symbol.for('x').description) }],
    }),
  },
  'several errors as one': {
    graphqlJsDiffers: 'it knows no aggregate',
    query: '{ text int one { text } two { textR } many { text } }',
    root: () => ({
      text: thrown(new AggregateError([new Error('a'), coded, 'b'], 'both')),
      int: () =>
        Promise.reject(new AggregateError([new Error('c'), new GraphQLError('d', { extensions: { code: 'D' } })])),
      one: { text: thrown(new AggregateError([new Error('alone')], 'one')) },
      two: { textR: thrown(new AggregateError([new Error('e'), new Error('f')])) },
      many: [Promise.reject(new AggregateError([new Error('g'), new Error('h')], 'in a list'))],
    }),
  },
  'through the root, at once': {
    query: '{ text oneR { textR } int }',
    root: () => ({ text: fails('a'), oneR: { textR: fails('b') }, int: fails('never') }),
  },
  'through the root, late': {
    query: '{ text oneR { textR } int }',
    root: () => ({ text: failing('a', 1), oneR: soon({ textR: failing('b', 3) }), int: fails('c') }),
  },
  'through the root, at once, while others wait': {
    query: '{ text one { text } textR int }',
    root: () => ({ text: failing('a', 2), one: soon({ text: failing('b', 5) }), textR: fails('c') }),
  },
  'two through the root': {
    query: '{ a: textR b: textR oneR { intR } }',
    root: () => ({ textR: failing('a', 3), oneR: { intR: failing('b', 1) } }),
  },
  'at once, while others of the object wait': {
    query: '{ one { text int two { text } textR float } text }',
    root: () => ({
      one: { text: failing('a', 2), int: soon('x', 6), two: soon({ text: failing('b', 4) }, 1), textR: fails('c') },
      text: failing('last', 15),
    }),
  },
  'at once, while one that must be waits': {
    query: '{ one { textR intR oneR { int } } }',
    root: () => ({ one: { textR: failing('a', 2), intR: failing('b', 1), oneR: fails('c') } }),
  },
  'at once, behind what came at once': {
    query: '{ one { text two { text } textR } }',
    root: () => ({ one: { text: 'x', two: { text: fails('a') }, textR: fails('b') } }),
  },
  'in lists that must be whole': {
    query: '{ one { manyR { text textR } } two { manyRR { textR } } }',
    root: () => ({
      one: { manyR: [{ textR: 'x', text: failing('a', 1) }, { textR: failing('b', 4) }, { textR: failing('c', 7) }] },
      two: { manyRR: [{ textR: soon('d', 9) }, { textR: fails('e') }] },
    }),
  },
  'deep, side by side': {
    query: '{ one { one { one { oneR { textR } text } text } text } two { two { oneR { textR } } } }',
    root: () => ({
      one: {
        one: { one: { oneR: { textR: failing('a', 3) }, text: failing('b', 1) }, text: fails('c') },
        text: failing('d', 5),
      },
      two: { two: soon({ oneR: soon({ textR: null }) }, 8) },
    }),
  },
  'arguments that are wrong': {
    query:
      'query ($int: Int = 1, $need: Int) { must(int: $int) a: echo(need: $need) one { must(int: $int) } many { text must(int: $int) } text }',
    variables: { int: null, need: null },
    root: () => ({ text: 'x', one: {}, many: [{ text: 'a' }, { text: 'b' }] }),
  },
  'arguments that are absent': {
    query:
      'query ($int: Int = 4, $need: Int = 5, $list: [Int!]) { must(int: $int) a: echo(need: $need, list: $list) b: echo(int: $int) }',
    variables: {},
  },
  'arguments that are wrong within an input': {
    query:
      'query ($need: Int = 1, $text: String) { a: echo(input: { need: $need, text: $text }) b: echo(inputs: [{ need: $need }, { need: 2, inner: { need: $need } }]) c: echo(list: [$need]) }',
    variables: { need: null },
  },
};

test.each(Object.entries(cases))('%s', async (name, each) => {
  const { errors } = await expectEqual(each);
  if (name !== 'arguments that are absent') expect(errors).not.toEqual([]);
});

test('mutations are carried out one after another, whatever fails between', async () => {
  const orders: string[][] = [];
  const root = () => {
    const order: string[] = [];
    orders.push(order);
    const step = async ({ name }: { name: string }) => {
      order.push(`begin ${name}`);
      if (name === 'slow') await soon(null, 5);
      if (name === 'bad') throw new Error('bad');
      order.push(`end ${name}`);
      return { text: () => soon(name, order.push(`read ${name}`)), int: fails(name) };
    };
    return {
      step: (args: { name: string }) => (args.name === 'sync' ? { text: 'sync', int: order.push('sync') } : step(args)),
      stepR: step,
    };
  };
  const query =
    'mutation { a: step(name: "slow") { text int } b: step(name: "bad") { text } s: step(name: "sync") { text int } c: step(name: "quick") { text } d: step(name: "slow") { text } }';
  await expectEqual({ query, root });
  await expectEqual({
    query:
      'mutation { s: step(name: "sync") { text } a: stepR(name: "quick") { text } b: stepR(name: "bad") { text } never: step(name: "slow") { text } }',
    root,
  });
  const [first, , , , fifth] = orders;
  expect(first).toEqual([
    'begin slow',
    'end slow',
    'read slow',
    'begin bad',
    'sync',
    'begin quick',
    'end quick',
    'read quick',
    'begin slow',
    'end slow',
    'read slow',
  ]);
  expect(fifth).toEqual(['sync', 'begin quick', 'end quick', 'read quick', 'begin bad']);
  for (const [at, order] of orders.entries()) expect(order).toEqual(at < 4 ? first : fifth);
});

test('what nobody waits for any more fails unheard', async () => {
  const unhandled: unknown[] = [];
  const hear = (reason: unknown) => unhandled.push(reason);
  process.on('unhandledRejection', hear);
  // The other executors do leave such failures of lists to the process.
  const document = parse('{ one { textR intR } manyRR { textR } two { things { textR } } textR }');
  const root = () => ({
    one: { textR: failing('a', 8), intR: fails('b') },
    two: { things: [new Set([{ textR: failing('c', 5) }, { textR: fails('d') }])] },
    manyRR: [{ textR: failing('e', 3) }, { textR: fails('f') }],
    textR: fails('g'),
  });
  expect(await byPlan({ schema, document, root: root() })).toMatchObject({ data: 'null' });
  await soon(null, 20);
  process.off('unhandledRejection', hear);
  expect(unhandled).toEqual([]);
});

test('an aggregate of nothing is a failure like any other', async () => {
  const told = await byPlan({
    ...{ schema, document: parse('{ text int }') },
    root: { text: thrown(new AggregateError([], 'none')), int: 1 },
  });
  expect(told).toMatchObject({ data: '{"text":null,"int":1}', errors: [{ message: 'none', path: ['text'] }] });
});

test('below a value that is read without its resolver: a late one costs the field that it lies under, and no more', async () => {
  const inner = new GraphQLObjectType({
    name: 'Inner',
    fields: { needed: { type: new GraphQLNonNull(GraphQLString), resolve: () => failing('late', 2) } },
  });
  const read = () => ({});
  const outer = new GraphQLObjectType({
    name: 'Outer',
    fields: {
      there: { type: GraphQLString, resolve: () => 'stays' },
      lost: { type: inner, resolve: read, extensions: { direct: read } },
    },
  });
  const query = new GraphQLObjectType({ name: 'Query', fields: { outer: { type: outer, resolve: () => ({}) } } });
  const asked = { schema: new GraphQLSchema({ query }), document: parse('{ outer { there lost { needed } } }') };
  const told = await byPlan(asked);
  expect(told).toEqual(await byReference(asked));
  expect(JSON.stringify(told)).toContain('stays');
});
