import { test } from 'vitest';
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
};

test.each(Object.entries(cases))('%s', async (_name, each) => {
  await expectEqual(each);
});
