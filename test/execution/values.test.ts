import { getIntrospectionQuery } from 'graphql';
import { expect, test } from 'vitest';
import { type Case, expectEqual, failing, fails, soon } from './semantics.ts';

const everyNull =
  '{ text int float flag id color odd one { int } many { int } texts grid things { int } pet { __typename } animal { name } made { __typename } }';
const spy = (values: readonly unknown[]) => new Set(values);
/** An iterable that is no array, and breaks where `fault` stands. */
function* breaking() {
  yield 1;
  yield 'no number';
  throw new Error('no more');
}

const cases: Record<string, Case> = {
  'nulls everywhere': { query: everyNull },
  'explicit nulls, and undefined': {
    query: everyNull,
    root: () => ({ text: null, int: undefined, one: null, many: null, texts: null, grid: null, pet: null, made: null }),
  },
  'nulls that come late': {
    query: everyNull,
    root: () => ({ text: soon(null), one: soon(undefined), many: soon(null) }),
  },
  'no root at all': { query: '{ text one { int } echo }', root: () => null },
  'a root that is no object': { query: '{ text int }', root: () => 'text' },
  'an object that is no object': {
    query: '{ one { text int } many { text } }',
    root: () => ({ one: 'text', many: [7, true, 'x'] }),
  },
  'methods of a source': {
    query: '{ one { text int } two { text } }',
    root: () => ({
      one: new (class {
        word = 'own';
        text() {
          return this.word;
        }
        int = (args: object) => Object.keys(args).length;
      })(),
      two: () => soon({ text: () => soon('late') }),
    }),
  },
  'a function as a source': {
    query: '{ one { text } }',
    root: () => ({ one: () => Object.assign(() => 0, { text: 'of a function' }) }),
  },
  'null where none may be': { query: '{ one { textR } }', root: () => ({ one: {} }) },
  'null where none may be, late': { query: '{ one { textR text } }', root: () => ({ one: { textR: soon(null) } }) },
  'null through the root': {
    query: '{ oneR { oneR { textR } } text }',
    root: () => ({ oneR: { oneR: {} }, text: 'gone' }),
  },
  'null through the root, late': {
    query: '{ text oneR { oneR { textR } } }',
    root: () => ({ text: 'x', oneR: soon({ oneR: soon({}) }) }),
  },
  'null up to the nearest that may be': {
    query: '{ one { oneR { oneR { intR } int } text } text }',
    root: () => ({ text: 'stays', one: { oneR: { oneR: {} } } }),
  },
  'lists with nulls': {
    query: '{ texts textsR many { int } manyR { int } }',
    root: () => ({
      texts: ['a', null, undefined],
      textsR: ['a', null],
      many: [null, { int: 1 }],
      manyR: [{ int: 1 }, null, null],
    }),
  },
  'required lists with nulls': {
    query: '{ one { textsRR } two { manyRR { int } } }',
    root: () => ({ one: { textsRR: ['a', soon(null)] }, two: { manyRR: [soon(null), { int: 1 }, soon(null)] } }),
  },
  'empty lists': {
    query: '{ texts textsRR many { int } manyRR { int } grid gridR things { int } pets { __typename } }',
    root: () => ({
      texts: [],
      textsRR: [],
      many: [],
      manyRR: [],
      grid: [[], null, []],
      gridR: [],
      things: [[]],
      pets: new Set(),
    }),
  },
  'promises in lists': {
    query: '{ texts many { text } }',
    root: () => ({
      texts: ['a', soon('b'), soon('c', 3), 'd'],
      many: [soon({ text: 'late' }), { text: 'there' }, soon(null)],
    }),
  },
  'lists that come late': {
    query: '{ texts many { text } grid }',
    root: () => ({
      texts: soon(['a', soon('b')]),
      many: soon([{ text: soon('x') }]),
      grid: [soon([1, soon(2)]), soon(null)],
    }),
  },
  'failures in lists': {
    query: '{ texts many { int text } textsR }',
    root: () => ({
      texts: ['a', new Error('in b'), failing('in c')],
      many: [failing('late'), { int: fails('deep'), text: failing('deep and late') }, new Error('here')],
      textsR: ['a', failing('takes all')],
    }),
  },
  'lists in lists': {
    query: '{ grid gridR things { text int } }',
    root: () => ({
      grid: [[1, 2], [3, null], null],
      gridR: [[1], [2, 3]],
      things: [[{ text: 'a' }], [{ text: 'b' }, { int: 2 }]],
    }),
  },
  'failures in lists in lists': {
    query: '{ grid one { gridR } things { int textR } }',
    root: () => ({
      grid: [[1, 'x'], [new Error('here'), failing('late')], new Error('row')],
      one: { gridR: [[1], [2, null]] },
      things: [[{ textR: 'a' }], [{ textR: 'b' }, { int: 'x' }], [{ int: 'x', textR: 'c' }]],
    }),
  },
  'failures in lists in lists in lists': {
    query: '{ many { one { things { many { grid } } } } }',
    root: () => ({ many: [null, { one: { things: [[], [{}, { many: [{}, { grid: [[], [0, 1, 'x']] }] }]] } }] }),
  },
  'iterables that are no arrays': {
    query: '{ texts many { int } }',
    root: () => ({ texts: spy(['a', 'b']), many: new Map([[{ int: 1 }, 1]]).keys() }),
  },
  'an iterable that breaks': {
    query: '{ one { texts } grid many { int } }',
    root: () => ({ one: { texts: breaking() }, grid: [breaking()], many: breaking() }),
  },
  'what is no list': {
    query: '{ texts many { int } grid manyR { int } }',
    root: () => ({ texts: 'letters', many: { int: 1 }, grid: [1], manyR: 7 }),
  },
  'errors as values': {
    query: '{ text one { int } many { int } color odd }',
    root: () => ({
      text: new Error('text'),
      one: new Error('one'),
      many: new TypeError('many'),
      color: soon(new Error('late')),
      odd: new RangeError('odd'),
    }),
  },

  numbers: {
    query: '{ a: one { int float } b: two { int float } many { int float } }',
    root: () => ({
      one: { int: -0, float: -0 },
      two: { int: '7', float: '1e3' },
      many: [
        { int: 2 ** 31 - 1, float: 1e21 },
        { int: true, float: 5e-324 },
        { int: 1.0, float: 0.1 + 0.2 },
        { int: -(2 ** 31), float: 123456789012345680000 },
      ],
    }),
  },
  'numbers that cannot be': {
    query: '{ many { int float } }',
    root: () => ({
      many: [
        { int: 2 ** 31, float: Number.NaN },
        { int: 1.5, float: Number.POSITIVE_INFINITY },
        { int: 'x', float: 'x' },
        { int: '', float: '' },
        { int: {}, float: [] },
        { int: Number.NaN, float: {} },
        { int: 10n, float: 10n },
      ],
    }),
  },
  'numbers that cannot be, where one must': {
    query: '{ one { intR } many { intR } }',
    root: () => ({ one: { intR: 2 ** 40 }, many: [{ intR: 1 }, { intR: Number.NaN }] }),
  },
  flags: {
    query: '{ many { flag } }',
    root: () => ({
      many: [
        { flag: true },
        { flag: false },
        { flag: 1 },
        { flag: 0 },
        { flag: 'true' },
        { flag: Number.NaN },
        { flag: {} },
      ],
    }),
  },
  'texts and ids': {
    query: '{ many { text id } }',
    root: () => ({
      many: [
        { text: 7, id: 7 },
        { text: true, id: '7' },
        { text: {}, id: 1.5 },
        { text: [], id: {} },
        { text: { toJSON: () => 'as JSON' }, id: { valueOf: () => 'value' } },
        { text: Number.NaN, id: true },
        { text: new Date(0), id: new Date(0) },
      ],
    }),
  },
  'texts that need escapes': {
    query: '{ texts id many { text } odd }',
    root: () => ({
      texts: [
        '"',
        '\\',
        '\n\r\t\b\f',
        '\u0000\u001f\u007f',
        '\ud800',
        '\udc00x',
        '\ud83d\ude00',
        '\u2028\u2029',
        '</script>',
        'é'.repeat(50),
        `${'x'.repeat(60)}"`,
        `${'x'.repeat(60)}\ud800`,
        `${'x'.repeat(60)}\u0001`,
        `${'x'.repeat(60)}\ud83d\ude00`,
        `${'x'.repeat(60)}\\`,
        '',
      ],
      id: '\ud800"',
      many: [{ text: '"\n' }],
      odd: '"\ud800',
    }),
  },
  enums: {
    query: '{ color colorR many { color } texts }',
    root: () => ({
      color: 'RED',
      colorR: 'GREEN',
      many: [{ color: 'BLUE' }, { color: soon('RED') }, { color: 7 }, { color: {} }, { color: null }],
    }),
  },
  'an enum that must be': { query: '{ one { colorR } }', root: () => ({ one: { colorR: 'BLUE' } }) },
  'a scalar of any form': {
    query: '{ many { odd } }',
    root: () => ({
      many: [
        { odd: { a: [1, null, { b: 'x' }] } },
        { odd: [] },
        { odd: 0 },
        { odd: '' },
        { odd: false },
        { odd: Number.NaN },
        { odd: new Date(0) },
        { odd: { at: new Date(0), gone: undefined } },
        { odd: [undefined] },
        { odd: Object.create(null, { own: { value: 1, enumerable: true } }) },
      ],
    }),
  },
  'a scalar with a name that is no name': {
    query: '{ odd }',
    root: () => ({ odd: JSON.parse('{ "__proto__": { "a": 1 }, "constructor": 2, "2": 1, "1": 2 }') }),
  },
  'a scalar that gives nothing': {
    query: '{ odd one { oddR } two { odd } }',
    root: () => ({
      odd: () => () => null,
      one: { oddR: () => () => undefined },
      two: { odd: () => () => fails('in serialize')() },
    }),
  },

  'introspection, the whole of it': {
    query: getIntrospectionQuery({
      descriptions: true,
      specifiedByUrl: true,
      directiveIsRepeatable: true,
      schemaDescription: true,
      inputValueDeprecation: true,
      oneOf: true,
    }),
  },
  'introspection beside values': {
    query:
      '{ t: __typename __type(name: "Thing") { name fields { name args { name defaultValue type { name ofType { name } } } } } none: __type(name: "None") { name } __schema { queryType { name } directives { name } } text }',
    root: () => ({ text: 'x' }),
  },
};

test.each(Object.entries(cases))('%s', async (_name, each) => {
  await expectEqual(each);
});

test('a number that JSON has no form for costs its field alone', async () => {
  const { byPlan } = await import('./executors.ts');
  const { schema } = await import('./semantics.ts');
  const { parse } = await import('graphql');
  const told = await byPlan({ schema, document: parse('{ odd text }'), root: { odd: 10n, text: 'x' } });
  expect(told?.data).toBe('{"odd":null,"text":"x"}');
  expect(told?.errors).toMatchObject([{ message: 'Do not know how to serialize a BigInt', path: ['odd'] }]);
});
