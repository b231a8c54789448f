import { describe, expect, test } from 'vitest';
import { type FilterNode, parseFilter } from '../../../src/simulator/archive/filter-parser.ts';
import { ArchiveRefusal } from '../../../src/simulator/archive/refusal.ts';

/** The filter with every group in brackets, to see what binds to what. */
function shape(node: FilterNode | null): string {
  if (node === null) return '';
  if (node.kind !== 'term') return `[${node.parts.map(shape).join(` ${node.kind} `)}]`;
  return [node.column, node.operator, ...node.values.map(({ text }) => text)].join(' ');
}

const read = (filter: string) => shape(parseFilter(filter));

describe('grouping', () => {
  test('and binds tighter than or', () => {
    expect(read('a eq 1 or b eq 2 and c eq 3')).toBe('[a eq 1 or [b eq 2 and c eq 3]]');
    expect(read('a eq 1 and b eq 2 or c eq 3 and d eq 4')).toBe('[[a eq 1 and b eq 2] or [c eq 3 and d eq 4]]');
  });

  test('parentheses bind tightest, at any depth', () => {
    expect(read('(a eq 1 or b eq 2) and c eq 3')).toBe('[[a eq 1 or b eq 2] and c eq 3]');
    expect(read('((a eq 1))')).toBe('a eq 1');
    expect(read('(a eq 1 or (b eq 2 and (c eq 3 or d eq 4)))')).toBe('[a eq 1 or [b eq 2 and [c eq 3 or d eq 4]]]');
  });

  test('words are read in any case, an empty filter is none', () => {
    expect(read('a EQ 1 AND b Eq 2 Or c eq 3')).toBe('[[a eq 1 and b eq 2] or c eq 3]');
    expect(parseFilter('   ')).toBeNull();
  });
});

describe('values', () => {
  test('a quote inside a text stands after a backslash', () => {
    expect(read("name is 'L\\'Oréal'")).toBe("name is L'Oréal");
    expect(read("name is 'back\\\\slash'")).toBe('name is back\\slash');
    expect(read("name is 'a (b), c and d or e'")).toBe('name is a (b), c and d or e');
    expect(read("name is ''")).toBe('name is ');
  });

  test('a doubled quote is not one', () => {
    expect(() => parseFilter("name is 'L''Oréal'")).toThrow(ArchiveRefusal);
  });

  test('single words and numbers pass without quotes, signs need no spaces', () => {
    expect(read('name begins Su')).toBe('name begins Su');
    expect(read('getAllRows=true')).toBe('getAllRows = true');
    expect(read('amount>-12.5 and id!=3')).toBe('[amount > -12.5 and id != 3]');
    expect(read('contactUdef/SuperOffice:1 is x')).toBe('contactUdef/SuperOffice:1 is x');
  });

  test('lists stand in parentheses, with spaces or without', () => {
    expect(read('id in (1,2,3)')).toBe('id in 1 2 3');
    expect(read("id oneOf( 1 , 'A','S' ) and x between (1, 2)")).toBe('[id oneof 1 A S and x between 1 2]');
  });

  test('some operators take none, periods take two', () => {
    expect(read('date today and associateId currentAssociate')).toBe('[date today and associateId currentassociate]');
    expect(read('date lastQuarter or date thisHalf')).toBe('[date lastquarter or date thishalf]');
    expect(read('date thisAndNext 2 weeks')).toBe('date thisandnext 2 weeks');
    expect(read('date thisPeriod (1,months)')).toBe('date thisperiod 1 months');
  });
});

describe('functions', () => {
  test('text functions are their operators, whichever argument is the text', () => {
    expect(read("substringof('x',name)")).toBe('name contains x');
    expect(read("substringof(name,'x')")).toBe('name contains x');
    expect(read('substringof(x,name)')).toBe('name contains x');
    expect(read("contains(name,'x') and startswith(name,'y')")).toBe('[name contains x and name begins y]');
    expect(read("endswith(name,'z')")).toBe('name endswith() z');
  });

  test('period functions name the column first', () => {
    expect(read('this(date,weeks)')).toBe('date this() weeks');
    expect(read('previous(date,3,months) or thisAndPreviousAndNext(date,1,years)')).toBe(
      '[date previous() 3 months or date thisandpreviousandnext() 1 years]',
    );
  });
});

describe('malformed text is refused', () => {
  test.each([
    'name',
    'name is',
    "name is 'open",
    'name is a b',
    '(name is a',
    'name is a)',
    'name is a and',
    'or name is a',
    'id in ()',
    'id in 3',
    'id in (1,)',
    'id in (1 2)',
    'id between (1)',
    'id between (1,2,3)',
    'id eq (1)',
    "'name' is a",
    'nofunction(name,a)',
    "contains('a','b')",
    'contains(name)',
    "this('date',weeks)",
    'this(date)',
    'a eq 1; b eq 2',
    'a eq 1 b eq 2',
    '! a eq 1',
    '"name" is a',
  ])('%s', (filter) => {
    expect(() => parseFilter(filter)).toThrow(ArchiveRefusal);
  });
});
