import { describe, expect, test } from 'vitest';
import { listRoute, listsOfRoute } from '../../../src/upstream/superoffice/list-routes.ts';
import { ChangeProblem } from '../../../src/upstream/superoffice/patch.ts';
import { type CustomType, encodeCustom } from '../../../src/upstream/superoffice/patch-custom.ts';
import { pathProblem, valueProblem } from '../../../src/upstream/superoffice/patch-paths.ts';
import { parseTranslations } from '../../../src/upstream/superoffice/text.ts';
import { isTranslatable, withTranslations } from '../../../src/upstream/superoffice/translated.ts';

describe('values of own fields', () => {
  const encode = (type: CustomType, value: unknown) => encodeCustom([{ key: 'k', value }], () => type).k;
  const none = '[DT:01/01/0001 00:00:00.0000000]';

  test.each<[CustomType, unknown, string]>([
    ['TEXT', 'a', 'a'],
    ['TEXT', null, ''],
    ['INTEGER', -7, '[I:-7]'],
    ['INTEGER', -2_147_483_648, '[I:-2147483648]'],
    ['INTEGER', null, '[I:0]'],
    ['TIME_SPAN', 90, '[I:90]'],
    ['DECIMAL', 4.43, '[F:4.43]'],
    ['DECIMAL', '1234567890123.45', '[F:1234567890123.45]'],
    ['DECIMAL', 0.1 + 0.2, '[F:0.30000000000000004]'],
    ['DECIMAL', 1e-7, '[F:0.0000001]'],
    ['DECIMAL', -0, '[F:0]'],
    ['DECIMAL', null, '[F:0]'],
    ['BOOLEAN', true, '[I:1]'],
    ['BOOLEAN', false, '[I:0]'],
    ['DATE', '1999-05-04', '[DT:05/04/1999 00:00:00.0000000]'],
    ['DATE', null, none],
    ['DATE_TIME', '1999-05-04T07:08:09', '[DT:05/04/1999 07:08:09.0000000]'],
    ['DATE_TIME', '1999-05-04 07:08', '[DT:05/04/1999 07:08:00.0000000]'],
    ['DATE_TIME', null, none],
    ['TIME', '09:34:44', '[DT:01/01/1760 09:34:44.0000000]'],
    ['TIME', '23:59', '[DT:01/01/1760 23:59:00.0000000]'],
    ['TIME', null, none],
    ['LIST_ITEM', 4, '[I:4]'],
    ['LIST_ITEM', null, '[I:0]'],
    ['REFERENCE', 12, '[I:12]'],
  ])('%s %j', (type, value, encoded) => {
    expect(encode(type, value)).toBe(encoded);
  });

  test.each<[CustomType, unknown]>([
    ['TEXT', 1],
    ['TEXT', {}],
    ['INTEGER', 1.5],
    ['INTEGER', '1'],
    ['INTEGER', 2_147_483_648],
    ['INTEGER', -2_147_483_649],
    ['DECIMAL', 'x'],
    ['DECIMAL', '1e9'],
    ['DECIMAL', Number.NaN],
    ['DECIMAL', 1e21],
    ['DECIMAL', 1e-30],
    ['BOOLEAN', null],
    ['BOOLEAN', 1],
    ['DATE', '2026-02-30'],
    ['DATE', '2026-02-03T00:00:00Z'],
    ['DATE', '0001-01-01'],
    ['DATE_TIME', '2026-02-03T09:00:00+01:00'],
    ['DATE_TIME', '2026-02-03T24:00:00'],
    ['TIME', '9:30'],
    ['TIME', '24:00'],
    ['LIST_ITEM', 0],
    ['LIST_ITEM', 'Partner'],
    ['REFERENCE', -1],
  ])('%s does not take %j', (type, value) => {
    expect(() => encode(type, value)).toThrow(ChangeProblem);
  });

  test('an unknown key is named by its place', () => {
    const keys = (key: string) => (key === 'a' ? 'TEXT' : null);
    expect(() => encodeCustom([{ key: 'a' }, { key: 'b' }], keys)).toThrow(
      expect.objectContaining({ problem: expect.objectContaining({ path: ['1', 'key'] }) }),
    );
  });
});

describe('paths of clients', () => {
  test.each([
    ...['Phones/-', '/Phones/-', '/CustomFields', 'Interests/0/Selected', '/ExtraFields/x_foobar', 'category/id'],
    ...[
      '/CustomFields/SuperOffice:1',
      'Address/Street',
      '/associate',
      '/Contact/ContactId',
      '/CustomFields/a~1b'.replace('~1', '-'),
    ],
  ])('%s passes', (path) => {
    expect(pathProblem(path, 'ContactId')).toBeNull();
  });

  test.each([
    ...['', '/', '//', '/Phones/', '/associate/../TableRight', 'Associate/./Name', '..', '/../Contact', '/a//b'],
    ...[
      'updateddate',
      '/UPDATEDDATE',
      '/updatedby/AssociateId',
      '/CreatedBy',
      'createddate',
      '/contactid',
      'ContactId',
    ],
    ...['_Links', '/_links/Self', '/TableRight', '/Phones/0/TableRight', '/Phones/0/fieldproperties ', '/dbikey'],
    ...['/DbiAgentId', '/DbiLastSyncronized', '__proto__', '/__proto__/x', '/Address/constructor', '/Phones/prototype'],
    ...['/Phones/0\n', '/a b', '/1', '/Phones/..~1TableRight', '/Phones\\..', '/x'.repeat(30)],
  ])('%s does not', (path) => {
    expect(pathProblem(path, 'ContactId')).toEqual(expect.any(String));
  });

  test('nor does one of ten thousand characters', () => {
    expect(pathProblem('/x'.repeat(5_000), 'ContactId')).toEqual(expect.any(String));
  });

  test('nor does a value with a member that no record has', () => {
    expect(valueProblem(JSON.parse('{"a":[{"__proto__":{"x":1}}]}'))).toEqual(expect.any(String));
    expect(valueProblem({ a: [null, 'x', { b: 1 }] })).toBeNull();
  });
});

describe('stored texts', () => {
  test.each([
    ['US:"a";NO:"b"', [['NO', 'c']], 'US:"a";NO:"c"'],
    ['US:"a";NO:"b";', [['NO', 'c']], 'US:"a";NO:"c";'],
    [' US:"a" ;\nNO:"b" ', [['US', 'c']], ' US:"c" ;\nNO:"b" '],
    ['US:"a"', [['NO', 'b']], 'US:"a";NO:"b"'],
    ['US:"a";', [['NO', 'b']], 'US:"a";NO:"b";'],
    ['no:"a";us:"b"', [['NO', 'c']], 'NO:"c";us:"b"'],
    ['US:"x ""y"" ; z";NO:"b"', [['NO', 'c']], 'US:"x ""y"" ; z";NO:"c"'],
    ['US:"; NO:"x"', [['US', 'c']], 'US:"c"'],
    ['US:"";NO:""', [['US', 'c']], 'US:"c";NO:""'],
    ['US:"a";NO:"b"', [], 'US:"a";NO:"b"'],
  ] as [string, [string, string][], string][])('%j with %j', (stored, changes, expected) => {
    const changed = withTranslations(
      stored,
      changes.map(([code, text]) => ({ code, text })),
    );
    expect(changed).toBe(expected);
    for (const [code, text] of changes) expect(parseTranslations(changed ?? '')).toContainEqual({ code, text });
  });

  test('any text comes back as it was given, beside others that stay', () => {
    const marks = ['"', '\\', ';', ' ', 'NO:', 'x', '\n', '""', '";', '\\"', 'US:"'];
    let told = 0;
    for (let round = 0; round < 2_000; round++) {
      const text = Array.from(
        { length: 1 + (round % 7) },
        (_, at) => marks[(round * 7 + at * 13 + (round >> at)) % marks.length],
      ).join('');
      if (!isTranslatable(text)) continue;
      told += 1;
      const changed = withTranslations('US:"a";NO:"b";GE:"c"', [{ code: 'NO', text }]) ?? '';
      expect(parseTranslations(changed), JSON.stringify(text)).toEqual([
        { code: 'US', text: 'a' },
        { code: 'NO', text },
        { code: 'GE', text: 'c' },
      ]);
    }
    expect(told).toBeGreaterThan(1_000);
  });

  test.each(['US:"a"', 'x";NO:', ' us:"a";NO:"b"'])('%j cannot be told from several', (text) => {
    expect(isTranslatable(text)).toBe(false);
  });

  test('a plain one has no languages to change', () => {
    expect(withTranslations('Plain', [{ code: 'NO', text: 'x' }])).toBeNull();
    expect(withTranslations('', [])).toBeNull();
  });
});

test('lists have routes of other names', () => {
  expect(listRoute('Task')).toEqual({ route: 'Task', id: 'TaskListItemId', text: 'Value' });
  expect(listRoute('perspos')?.route).toBe('Position');
  expect(listRoute('UDLIST98')?.route).toBe('98');
  expect(listsOfRoute('ProjectType')).toEqual(['projtype', 'projecttype']);
  expect(listsOfRoute('98')).toEqual(['udlist98']);
  for (const list of ['associate', 'contint', 'toString', 'udlist', 'udlist98/..', ''])
    expect(listRoute(list)).toBeNull();
});
