import { describe, expect, test } from 'vitest';
import {
  bodyOf,
  type Change,
  ChangeProblem,
  isEmpty,
  lost,
  mismatch,
  needsOf,
  patchOf,
  problemsOf,
  unexpected,
} from '../../../src/upstream/superoffice/patch.ts';
import { address } from '../../../src/upstream/superoffice/patch-address.ts';
import { customFields } from '../../../src/upstream/superoffice/patch-custom.ts';
import {
  choice,
  chosen,
  day,
  flag,
  instant,
  points,
  reference,
  requiredText,
  text,
} from '../../../src/upstream/superoffice/patch-kinds.ts';

const changes: Record<string, Change> = {
  name: requiredText('Name', ''),
  note: text('Description', ''),
  stop: flag('Xstop', ''),
  state: choice(
    'Completed',
    [
      ['OPEN', 'NotStarted'],
      ['DONE', 'Completed'],
    ],
    'State',
    '',
  ),
  categoryId: reference('Category', 'Id', ''),
  start: instant('StartDate', ''),
  born: day('BirthDate', ''),
  phones: points('Phones', ''),
  interestIds: chosen('Interests', 'contint', ''),
  street: address('Street', 'Street', ''),
  postal: address('Postal', 'Postal', ''),
  own: customFields(''),
};

const dates = { instant: (wire: unknown) => (typeof wire === 'string' ? Date.parse(wire) : null) };
const at = Date.UTC(2026, 2, 1, 8);

describe('a patch', () => {
  test('is a merge patch where every member is sure to be set', () => {
    expect(patchOf(changes, { name: 'A', stop: false, state: 'DONE' }, {}, null)).toEqual({
      kind: 'merge-patch',
      body: { Name: 'A', Xstop: false, Completed: 'Completed' },
      sets: { Name: 'A', Xstop: false, Completed: 'Completed' },
    });
  });

  test('is a JSON Patch for all else, in the order of the closed list', () => {
    const input = { born: '1990-12-31', note: null, categoryId: 3, start: at, phones: null, stop: true };
    expect(patchOf(changes, input, {}, null)).toEqual({
      kind: 'json-patch',
      body: [
        { op: 'replace', path: '/Description', value: '' },
        { op: 'replace', path: '/Xstop', value: true },
        { op: 'replace', path: '/Category', value: { Id: 3 } },
        { op: 'replace', path: '/StartDate', value: '2026-03-01T08:00:00Z' },
        { op: 'replace', path: '/BirthDate', value: '1990-12-31T00:00:00' },
        { op: 'replace', path: '/Phones', value: [] },
      ],
      sets: {},
    });
  });

  test('says none in the form of each kind', () => {
    const input = { note: '', categoryId: null, start: null, born: null, phones: [], street: null };
    const block = { Address1: '', Address2: '', Address3: '', Zipcode: '', City: '', State: '', County: '' };
    expect(patchOf(changes, input, {}, null).body).toEqual([
      { op: 'replace', path: '/Description', value: '' },
      { op: 'replace', path: '/Category', value: null },
      { op: 'replace', path: '/StartDate', value: '0001-01-01T00:00:00' },
      { op: 'replace', path: '/BirthDate', value: '0001-01-01T00:00:00' },
      { op: 'replace', path: '/Phones', value: [] },
      { op: 'replace', path: '/Address/Street', value: block },
    ]);
  });

  test('begins with its tests, on the leaf of the key', () => {
    const expected = { name: 'A', stop: false, state: 'OPEN', categoryId: 2, note: 'x' };
    expect(patchOf(changes, { name: 'B' }, expected, null).body).toEqual([
      { op: 'test', path: '/Name', value: 'A' },
      { op: 'test', path: '/Description', value: 'x' },
      { op: 'test', path: '/Xstop', value: false },
      { op: 'test', path: '/Completed', value: 'NotStarted' },
      { op: 'test', path: '/Category/Id', value: 2 },
      { op: 'replace', path: '/Name', value: 'B' },
    ]);
  });

  test('names nothing that is not on the list', () => {
    const input = { TableRight: 'x', __proto__: { name: 'x' }, constructor: 1, stop: true };
    expect(patchOf(changes, input, {}, null).body).toEqual({ Xstop: true });
    expect(isEmpty(changes, { TableRight: 'x' })).toBe(true);
    expect(isEmpty(changes, { note: null })).toBe(false);
  });
});

describe('what must be read first', () => {
  test('is nothing where the CRM can tell', () => {
    const all = { line1: '', line2: '', line3: '', postalCode: '', city: '', state: '', county: '' };
    expect(needsOf(changes, { name: 'A', street: all, postal: null }, { name: 'B' })).toEqual({
      members: [],
      guarded: false,
    });
  });

  test('is the block for a part of an address, and what no test can compare', () => {
    expect(needsOf(changes, { street: { city: 'Oslo' } }, {})).toEqual({ members: ['Address'], guarded: true });
    expect(needsOf(changes, { interestIds: [] }, {})).toEqual({ members: ['Interests'], guarded: false });
    expect(needsOf(changes, {}, { note: null, categoryId: null, start: at, phones: [], stop: true })).toEqual({
      members: ['Description', 'Category', 'StartDate', 'Phones'],
      guarded: true,
    });
  });
});

describe('a record holds what is expected', () => {
  const record = {
    ...{ Name: 'A', Description: null, Xstop: true, Completed: 'NotStarted', Category: { Id: 0, Value: '' } },
    ...{ StartDate: '2026-03-01T09:00:00+01:00', Phones: [{ Value: '1', Description: '', StrippedValue: '1' }] },
    ...{
      Interests: [
        { Id: 1, Selected: true },
        { Id: 2, Selected: false },
      ],
      BirthDate: null,
    },
    Address: { Street: { Address1: 'S', City: 'Oslo', Zipcode: null } },
    CustomFields: { a: 'True', b: '[D:05/05/1999 00:00:00.0000000]', c: '[F:4.50]', d: '[DT:01/01/0001]', e: 'text' },
  };

  test.each([
    [{ name: 'A', note: '', stop: true, state: 'OPEN', categoryId: null, start: at }],
    [{ note: null, born: null, phones: [{ value: '1', description: null }], interestIds: [1] }],
    [{ street: { city: 'Oslo', postalCode: '' }, postal: null }],
    [{ own: { a: '[I:1]', b: '[DT:05/05/1999 00:00:00.0000000]', c: '[F:4.5]', e: 'text' } }],
    [{ own: { d: '[DT:01/01/0001 00:00:00.0000000]', absent: '' } }],
  ])('%j', (expected) => {
    expect(mismatch(changes, expected, record, dates)).toBeNull();
  });

  test.each([
    ['name', 'a'],
    ['note', 'x'],
    ['stop', null],
    ['state', 'DONE'],
    ['categoryId', 3],
    ['start', at + 1000],
    ['born', '1990-12-31'],
    ['phones', []],
    ['phones', [{ value: '1', description: 'x' }]],
    ['interestIds', [1, 2]],
    ['street', { city: 'Moss' }],
    ['street', null],
    ['own', { a: '[I:0]' }],
    ['own', { e: '' }],
  ])('but not: %s %j', (name, value) => {
    expect(mismatch(changes, { [name]: value }, record, dates)).toBe(name);
  });

  test('of which only what no test decides is compared here', () => {
    expect(unexpected(changes, { name: 'other', stop: false, categoryId: 9 }, record, dates)).toBeNull();
    expect(unexpected(changes, { name: 'other', note: 'x', start: null }, record, dates)).toBe('start');
  });
});

describe('a part of an address', () => {
  const held = { Address1: 'S', Address2: null, City: 'Oslo', Zipcode: '1', Formatted: 'S, Oslo', AtypeIdx: 'x' };

  test('is laid over the block, which is tested leaf by leaf', () => {
    const { body } = patchOf(changes, { street: { city: 'Moss' } }, {}, { Address: { Street: held } });
    expect(body).toEqual([
      { op: 'test', path: '/Address/Street/Address1', value: 'S' },
      { op: 'test', path: '/Address/Street/Address2', value: null },
      { op: 'test', path: '/Address/Street/Zipcode', value: '1' },
      { op: 'test', path: '/Address/Street/City', value: 'Oslo' },
      {
        ...{ op: 'replace', path: '/Address/Street' },
        value: { Address1: 'S', Address2: '', Address3: '', Zipcode: '1', City: 'Moss', State: '', County: '' },
      },
    ]);
  });

  test('of two blocks, where a server has rows alone, is one change of the rows', () => {
    const field = (Name: string, Value: string) => ({ Name, Value, Label: 'x' });
    const rows = [
      [field('StreetAddress1', 'S')],
      [field('StreetCity', 'Oslo'), field('PostalCity', 'Voss')],
      null,
      [null],
    ];
    const present = { Address: { Street: null, Postal: null, LocalizedAddress: rows } };
    const { body } = patchOf(changes, { street: { city: 'A' }, postal: { city: 'B' } }, {}, present);
    expect(body).toEqual([
      { op: 'test', path: '/Address/LocalizedAddress/0/0/Value', value: 'S' },
      { op: 'test', path: '/Address/LocalizedAddress/1/0/Value', value: 'Oslo' },
      { op: 'test', path: '/Address/LocalizedAddress/1/1/Value', value: 'Voss' },
      {
        ...{ op: 'replace', path: '/Address/LocalizedAddress' },
        value: [[field('StreetAddress1', 'S')], [field('StreetCity', 'A'), field('PostalCity', 'B')], null, [null]],
      },
    ]);
    expect(() => patchOf(changes, { street: { state: 'x' } }, {}, present)).toThrow(ChangeProblem);
    expect(present.Address.LocalizedAddress[1]?.[0]?.Value).toBe('Oslo');
  });
});

describe('the body of a new record', () => {
  test('holds what was given, and nothing else', () => {
    const input = {
      name: 'A',
      categoryId: 3,
      street: { city: 'Oslo' },
      postal: { city: 'Moss' },
      interestIds: [4, 4],
      own: { a: '1' },
    };
    const block = { Address1: '', Address2: '', Address3: '', Zipcode: '', State: '', County: '' };
    expect(bodyOf(changes, input)).toEqual({
      ...{ Name: 'A', Category: { Id: 3 }, Interests: [{ Id: 4, Selected: true }], CustomFields: { a: '1' } },
      Address: { Street: { ...block, City: 'Oslo' }, Postal: { ...block, City: 'Moss' } },
    });
  });

  test('lies over a record as it is, which stays as it was', () => {
    const base = Object.freeze({ Name: 'A', Number1: '1', CustomFields: Object.freeze({ a: '1', b: '2' }) });
    expect(bodyOf(changes, { name: 'B', own: { b: '3' } }, base)).toEqual({
      ...{ Name: 'B', Number1: '1', CustomFields: { a: '1', b: '3' } },
    });
    expect(base.CustomFields.b).toBe('2');
  });
});

test('a problem is found at its place, before anything is asked', () => {
  const input = {
    name: '',
    stop: null,
    state: null,
    categoryId: 0,
    start: Date.UTC(1700, 0),
    born: '0002-01-01',
    own: null,
  };
  const paths = problemsOf(changes, { ...input, phones: [{ value: '1' }, { value: '' }], interestIds: [1, 0] });
  expect(paths.map(({ path }) => path.join('.'))).toEqual([
    ...['name', 'stop', 'state', 'categoryId', 'start', 'born', 'phones.1.value', 'interestIds.1', 'own'],
  ]);
  expect(
    problemsOf(changes, { note: null, categoryId: null, start: null, born: null, phones: null, street: null }),
  ).toEqual([]);
  expect(problemsOf(changes, { own: [{ key: 'a' }, { key: 'a' }] })[0]?.path).toEqual(['own', '1', 'key']);
});

test('a member that an answer shows otherwise than it was set is lost', () => {
  expect(lost({ Name: 'A', Xstop: true }, { Name: 'A', Xstop: true, More: 1 })).toBeNull();
  expect(lost({ Name: 'A', Xstop: true }, { Name: 'A', Xstop: false })).toBe('Xstop');
  expect(lost({ Name: 'A' }, {})).toBe('Name');
});
