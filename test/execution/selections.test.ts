import { parse } from 'graphql';
import { expect, test } from 'vitest';
import { byPlan } from './executors.ts';
import { type Case, expectEqual, failing, fails, schema, soon } from './semantics.ts';

const dog = { kind: 'Dog', name: 'Rex', nameR: 'Rex!', barks: true };
const cat = { kind: 'Cat', name: 'Tom', nameR: 'Tom!', lives: 9 };
const both = '{ __typename ... on Dog { barks n: name } ... on Cat { lives n: name } }';
const switched =
  'query ($a: Boolean!, $b: Boolean!, $c: Boolean = true) { text @skip(if: $a) int @include(if: $b) one @skip(if: $b) { text int @include(if: $a) ...F @include(if: $c) ... @skip(if: $a) { flag } } two { text @skip(if: false) @include(if: true) int @skip(if: true) } many @include(if: false) { int } } fragment F on Thing { id float @skip(if: $b) }';
const things = { text: 'a', int: 1, flag: true, id: 'i', float: 1.5 };

const cases: Record<string, Case> = {
  'unions and interfaces by resolveType': {
    query: `{ pet ${both} petR ${both} pets ${both} animal { __typename name ... on Cat { lives } } }`,
    root: () => ({ pet: dog, petR: soon(cat), pets: [dog, null, cat, soon(dog)], animal: cat }),
  },
  'types that come late': {
    query: `{ pet ${both} pets ${both} }`,
    root: () => ({
      pet: { ...dog, kind: soon('Dog') },
      pets: [
        { ...cat, kind: soon('Cat', 3) },
        { ...dog, kind: failing('no kind') },
        soon({ ...dog, kind: soon('Dog') }),
      ],
    }),
  },
  'types by __typename and isTypeOf': {
    query: '{ made { __typename ... on Cup { size } ... on Jug { size made { __typename } } } mades { __typename } }',
    root: () => ({
      made: { jug: true, size: 3, made: { __typename: 'Cup', cup: true } },
      mades: [{ cup: true }, { jug: true }],
    }),
  },
  'types that nothing tells': {
    query: '{ made { __typename } mades { __typename } one { mades { __typename } } }',
    root: () => ({ made: {}, mades: [{ cup: true }, {}], one: { mades: [{ cup: true }, { __typename: 'Dog' }] } }),
  },
  'wrong types': {
    query: `{ a: pet ${both} pets ${both} one { petR ${both} } two { petsR ${both} } }`,
    root: () => ({
      pet: { kind: 'Thing' },
      pets: [
        { kind: 'None' },
        { kind: 'Color' },
        { kind: null },
        { kind: 7 },
        { kind: fails('x') },
        {},
        { kind: '' },
        { kind: soon(null) },
      ],
      one: { petR: { kind: 'Cup' } },
      two: { petsR: [dog, { kind: 'Animal' }] },
    }),
  },
  'resolveType that fails': {
    query: `{ pet ${both} pets ${both} petGrid ${both} }`,
    root: () => ({
      pet: { typeKind: fails('no type') },
      pets: [dog, { typeKind: () => failing('late') }],
      petGrid: [[dog, { typeKind: fails('in a grid') }], null],
    }),
  },
  'isTypeOf that says no': {
    query: '{ pet { __typename } pets { __typename ... on Cat { name } } animals { name } }',
    root: () => ({
      pet: { ...cat, isCat: false },
      pets: [
        { ...cat, isCat: soon(false) },
        { ...cat, isCat: undefined },
        { ...cat, isCat: 1 },
        { ...cat, isCat: failing('unknown') },
      ],
      animals: [dog, { ...cat, isCat: 0 }],
    }),
  },
  'where resolveType is asked': {
    query: '{ many { petGrid { __typename } pet { __typename } } pets { __typename } }',
    root: () => {
      const told = {
        typeKind: ({ path }: { path: unknown }) => {
          const steps: unknown[] = [];
          for (let at = path as { key: unknown; prev?: unknown } | undefined; at; at = at.prev as typeof at)
            steps.unshift(at.key);
          throw new Error(JSON.stringify(steps));
        },
      };
      return { many: [null, { pet: told, petGrid: [[told], [], [null, told]] }], pets: [null, told] };
    },
  },
  'interfaces below interfaces': {
    query: '{ animal { name friend { nameR friend { __typename name ... on Dog { barks } } } } }',
    root: () => ({ animal: { ...dog, friend: { ...cat, friend: soon({ ...dog, barks: null }) } } }),
  },
  'what must be, in one of two types': {
    query: '{ pets { ... on Dog { nameR } ... on Cat { nameR } } one { petsR { ... on Dog { nameR } } } }',
    root: () => ({ pets: [{ kind: 'Dog' }, cat], one: { petsR: [cat, { kind: 'Dog' }] } }),
  },

  fragments: {
    query:
      'query Q { ...A one { ...B ...B ... on Thing { text ...C } ... { id } } } fragment A on Query { text one { int } } fragment B on Thing { text flag one { text } } fragment C on Thing { one { int ...D } } fragment D on Thing { id text }',
    root: () => ({ text: 'r', one: { ...things, one: { text: 'b', int: 2, id: 'x' } } }),
  },
  'fragments on what is behind a type': {
    query:
      '{ pets { ...P } animal { ...P ...on Dog { n: nameR } } } fragment P on Animal { __typename name ... on Pet { ... on Cat { lives } } friend { name } }',
    root: () => ({ pets: [dog, cat], animal: { ...dog, friend: cat } }),
  },
  'fields that are merged': {
    query: '{ one { text } one { int one { text } } x: one { id } one { one { int } } many { text } many { int } }',
    root: () => ({ one: { ...things, one: things }, many: [things, null, things] }),
  },
  'fields that are merged fail once': {
    query: '{ one { text } one { text one { int } one { int } } }',
    root: () => ({ one: { text: fails('a'), one: { int: failing('b') } } }),
  },
  aliases: {
    query:
      '{ a: text text b: text __proto__: int constructor: int toString: one { __proto__: text hasOwnProperty: int then: text toJSON: id } __typename then: text }',
    root: () => ({ text: 't', int: 7, one: things }),
  },
  'an alias __proto__ for an object': {
    query: '{ __proto__: one { text __proto__: one { int } } late: two { __proto__: text } }',
    root: () => ({ one: { text: 'x', one: soon({ int: 1 }) }, two: soon({ text: soon('p') }) }),
  },
  'names of types everywhere': {
    query: '{ __typename n: __typename one { __typename } many { __typename text } }',
    root: () => ({ one: {}, many: [{}, { text: soon('a') }] }),
  },
  'what is told to resolvers': {
    query:
      'query Q($int: Int = 3, $a: Boolean = true) { place one { place p: place } many { place one { place place } } two { one @include(if: $a) { ...F } } things { place } echo(int: $int) } fragment F on Thing { place }',
    variables: { a: true },
    root: () => ({ one: {}, many: [{ one: {} }, { one: soon({}) }], two: { one: {} }, things: [[{}], [{}, {}]] }),
  },
  'one of several operations': {
    query: 'query A { text } query B { int one { text } } mutation C { step(name: "x") { text } }',
    operationName: 'B',
    root: () => ({ text: 't', int: 1, one: things }),
  },
  'nothing is left': {
    query: '{ text @skip(if: true) one { text @include(if: false) } }',
    root: () => ({ one: things }),
  },
  'nothing is left anywhere': { query: '{ text @skip(if: true) ... @include(if: false) { int } }' },
  'nothing is left of a mutation': { query: 'mutation { step(name: "x") @skip(if: true) { text } }' },

  'default values': {
    query:
      '{ a: echo b: echo(text: null, int: null, color: GREEN) c: echo(input: { need: 1 }) d: echo(input: { need: 1, int: null, inner: { need: 2, list: [1, 2] } }) e: echo(list: 7, inputs: { need: 3 }, grid: [RED]) f: echo(odd: { a: [1, "x", RED, null] }) must(int: 1) }',
  },
  'variables with default values': {
    query:
      'query ($int: Int = 5, $text: String = null, $input: Input = { need: 9 }, $list: [Int!] = [1], $color: Color = GREEN, $odd: Odd) { a: echo(int: $int, text: $text, input: $input, list: $list, color: $color, odd: $odd) one { echo(int: $int) } }',
    root: () => ({ one: {} }),
  },
  'variables as given': {
    query:
      'query ($int: Int = 5, $text: String = "x", $input: Input, $list: [Int!], $color: Color, $odd: Odd, $grid: [[Color]]) { a: echo(int: $int, text: $text, input: $input, list: $list, color: $color, odd: $odd, grid: $grid) many { echo(int: $int) } }',
    variables: {
      int: null,
      text: null,
      input: { need: 1, inner: { need: 2, odd: [1] } },
      list: 4,
      color: 'GREEN',
      odd: { a: 1 },
      grid: [['RED', null], null],
      unknown: 7,
    },
    root: () => ({ many: [{}, {}] }),
  },
  'variables within lists and inputs': {
    query:
      'query ($int: Int!, $maybe: Int, $text: String, $color: Color, $odd: Odd) { a: echo(list: [1, $int], input: { need: $int, int: $maybe, text: $text, odd: $odd, inner: { need: $int, list: [$int, 2] } }, grid: [[$color, RED], [$color]], inputs: [{ need: $int }, { need: 2, text: $text }]) one { b: echo(odd: { a: $int, b: [$maybe] }) } }',
    variables: { int: 7, odd: 'o' },
    root: () => ({ one: {} }),
  },
};

test.each(Object.entries(cases))('%s', async (_name, each) => {
  await expectEqual(each);
});

test('every choice of the switches, and each again', async () => {
  const root = () => ({ ...things, one: things, two: things, many: [things] });
  const flags = [true, false];
  const choices = flags.flatMap((a) =>
    flags.flatMap((b) => [...flags, undefined].map((c) => ({ a, b, ...(c !== undefined && { c }) }))),
  );
  const answers = new Set<string | undefined>();
  for (const variables of [...choices, ...choices.toReversed()])
    answers.add((await expectEqual({ query: switched, variables, root })).data);
  expect(answers.size).toBe(6);
});

test('the variants of one document share nothing that differs', async () => {
  const document = parse(switched);
  const root = { ...things, one: things, two: things };
  const told = (a: boolean, b: boolean) => byPlan({ schema, document, variables: { a, b }, root });
  const [first, second, third] = [await told(true, true), await told(false, true), await told(true, true)];
  expect(first?.data).toBe('{"int":1,"two":{"text":"a"}}');
  expect(second?.data).toBe('{"text":"a","int":1,"two":{"text":"a"}}');
  expect(third).toEqual(first);
});

test.each([
  ['a switch that is null', 'query ($a: Boolean = true) { text @skip(if: $a) }', { variables: { a: null } }],
  ['variables that are wrong', 'query ($int: Int!) { echo(int: $int) }', { variables: { int: 'x' } }],
  ['no such operation', 'query A { text }', { operationName: 'B' }],
  ['an operation without a name', 'query A { text }', { operationName: '' }],
  ['one of several, which is not said', 'query A { text } query B { int }', {}],
  [
    'more switches than there may be variants',
    `query (${[...'abcdefg'].map((name) => `$${name}: Boolean!`)}) { ${[...'abcdefg'].map((name) => `${name}: text @skip(if: $${name})`).join(' ')} }`,
    { variables: Object.fromEntries([...'abcdefg'].map((name) => [name, true])) },
  ],
])('%s is left to the other executor', async (_name, query, asked) => {
  const document = parse(query);
  await byPlan({ schema, document });
  expect(await byPlan({ schema, document, ...asked })).toBeNull();
});
