import { getIntrospectionQuery, parse } from 'graphql';
import { expect, test } from 'vitest';
import { lenientUrl } from '../../src/graphql/scalars.ts';
import { byPlan } from './executors.ts';
import { type Case, expectEqual, fails, schema, soon } from './semantics.ts';

const cases: Record<string, Case> = {
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
  const told = await byPlan({ schema, document: parse('{ odd text }'), root: { odd: 10n, text: 'x' } });
  expect(told?.data).toBe('{"odd":null,"text":"x"}');
  expect(told?.errors).toMatchObject([{ message: 'Do not know how to serialize a BigInt', path: ['odd'] }]);
});

test('web addresses that are taken without a closer look are those that a parser takes too', () => {
  const hosts = [
    'a.de',
    'www.a-b.com',
    'x1.y2.museum',
    'a.b',
    'ab--cd.com',
    '-a.com',
    'a_b.com',
    'a..de',
    '1.2.3.4',
    'a.d3',
  ];
  const odd = ['xn--a.com', 'www.XN--99999999.de', 'host', 'a.de:99999', 'a.de:8080', 'user@a.de', 'ü.de', 'a.de.'];
  const rests = ['', '/', '?q=1', '#x', '/a b', '/%zz', '/ü', '/{"x"}|^`\\', '/x\u007f', ' ', '/a\n'];
  const schemes = ['http://', 'https://', 'HTTPS://', 'ftp://', '//', ''];
  for (const host of [...hosts, ...odd])
    for (const rest of rests)
      for (const scheme of schemes) {
        const text = `${scheme}${host}${rest}`;
        const shown = lenientUrl(text);
        if (shown !== null) expect(URL.canParse(shown), text).toBe(true);
      }
  expect(lenientUrl('https://www.a-b.com/x?y#z')).toBe('https://www.a-b.com/x?y#z');
});
