import { expect, test } from 'vitest';
import { codeOfTag, tagOfCode } from '../src/config/onoffice-languages.ts';

test.each([
  ['de', 'DEU'],
  ['DE-de', 'DEU'],
  ['de-AT', 'AUT'],
  ['de-CH-1996', 'CHE'],
  ['de-LI', 'DEU'],
  ['en-GB', 'ENG'],
  ['nl-BE', 'BEL'],
  ['nl', 'NLD'],
  ['es-CL', 'CHI'],
  ['es-MX', 'ESP'],
  ['zh-Hans-CN', 'CHN'],
  ['zh-x-private', 'CHN'],
  ['nb-NO', 'NOR'],
  ['nn', 'NOR'],
  ['no', 'NOR'],
  ['ja', null],
  ['', null],
])('%s is %s', (tag, code) => {
  expect(codeOfTag(tag)).toBe(code);
});

test('codes and tags go back and forth', () => {
  for (const code of 'DEU AUT CHE ENG BEL NLD FRA GRC ITA LUX POL PRT ROU RUS SVN ESP CHI CAT SWE TUR FIN CZE'.split(
    ' ',
  )) {
    expect(codeOfTag(tagOfCode(code) ?? '')).toBe(code);
  }
  expect(tagOfCode('aut')).toBe('de-AT');
  expect(tagOfCode('HUN')).toBeNull();
});
