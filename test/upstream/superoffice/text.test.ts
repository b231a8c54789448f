import { describe, expect, test } from 'vitest';
import {
  codeOfLanguage,
  formatTranslations,
  languageOfCode,
  normalLanguage,
  parseTranslations,
  readText,
  translationIn,
} from '../../../src/upstream/superoffice/text.ts';

describe('a stored text', () => {
  test.each([
    ['US:"Supplier";NO:"Leverandør"', 'US=Supplier NO=Leverandør'],
    ['NO:"Leverandør";US:"Supplier";', 'NO=Leverandør US=Supplier'],
    ['us:"Supplier"; no:"Leverandør" ;', 'US=Supplier NO=Leverandør'],
    ['US:"";NO:"x"', 'US= NO=x'],
    ['US:"a;b:c";NO:"d"', 'US=a;b:c NO=d'],
    ['US:"say \\"hi\\"";NO:"b"', 'US=say "hi" NO=b'],
    ['US:"say ""hi""";NO:"b";', 'US=say "hi" NO=b'],
    ['US:"an "open" quote";NO:"b"', 'US=an "open" quote NO=b'],
    ['US:"C:\\";NO:"b"', 'US=C:\\ NO=b'],
    ['US:"a\\\\b"', 'US=a\\b'],
    ['US:"two\r\nlines";', 'US=two\r\nlines'],
    ['XX:"unknown";', 'XX=unknown'],
  ])('%s', (text, expected) => {
    expect(
      parseTranslations(text)
        ?.map((one) => `${one.code}=${one.text}`)
        .join(' '),
    ).toBe(expected);
  });

  test.each([
    'Supplier',
    '',
    'US',
    'US:',
    'US:"',
    'US:"open',
    'US:"a";x',
    'Note: "x"',
    '[SR_YES]',
    'U1:"a"',
    '"US:"a""',
  ])('plain text is none: %j', (text) => {
    expect(parseTranslations(text)).toBeNull();
    expect(readText(text, 'en')).toBe(text);
  });

  test('comes back as it was written, whatever its characters', () => {
    const alphabet = ['"', '\\', ';', ':', 'N', 'O', ' ', '\n', 'é', '😀'];
    let seed = 7;
    const next = (below: number) => {
      seed = (seed * 48_271) % 2_147_483_647;
      return seed % below;
    };
    let checked = 0;
    for (let round = 0; round < 3_000; round++) {
      const text = () => Array.from({ length: next(9) }, () => alphabet[next(alphabet.length)]).join('');
      const translations = [
        { code: 'US', text: text() },
        { code: 'NO', text: text() },
      ];
      const stored = formatTranslations(translations);
      // A text that itself looks like the end of one and the beginning of the next cannot be told apart.
      if (translations.some((one) => /";?\s*(?:$|[A-Z]{2}:")/i.test(one.text.replaceAll('"', '\\"')))) continue;
      expect(parseTranslations(stored), stored).toEqual(translations);
      checked += 1;
    }
    expect(checked).toBeGreaterThan(2_000);
  });

  test('of any length is read in linear time', () => {
    const texts = [
      `US:"${'"'.repeat(1_000_000)}`,
      `US:"${'" '.repeat(500_000)}`,
      `US:"${'";NO:"'.repeat(200_000)}`,
      `US:"${'\\'.repeat(1_000_000)}`,
    ];
    for (const text of texts) {
      const before = performance.now();
      parseTranslations(text);
      expect(performance.now() - before).toBeLessThan(1_000);
    }
  });
});

describe('the wanted language', () => {
  const stored = 'NO:"Møte";US:"Meeting";GE:"Besprechung"';
  test.each([
    ['en', 'Meeting'],
    ['en-GB', 'Meeting'],
    ['nb', 'Møte'],
    ['nn-NO', 'Møte'],
    ['no', 'Møte'],
    ['de-AT-1996', 'Besprechung'],
    ['fr', 'Meeting'],
    ['xx', 'Meeting'],
    [null, stored],
  ])('%s gives %s', (language, expected) => expect(readText(stored, language)).toBe(expected));

  test('falls back to the first text where there is no English one', () => {
    expect(readText('SW:"Möte";NO:"Møte"', 'fr')).toBe('Möte');
  });

  test('is strict where a translation is asked for by name', () => {
    const translations = parseTranslations(stored) ?? [];
    expect(translationIn(translations, 'de')).toBe('Besprechung');
    expect(translationIn(translations, 'fr')).toBeNull();
  });
});

test('codes of the CRM and language tags stand for each other', () => {
  const pairs =
    'US en, NO nb, GE de, SW sv, DA da, NL nl, FR fr, FI fi, IT it, SP es, PL pl, CZ cs, RU ru, JP ja, CN zh';
  for (const pair of pairs.split(', ')) {
    const [code = '', tag = ''] = pair.split(' ');
    expect(languageOfCode(code.toLowerCase())).toBe(tag);
    expect(codeOfLanguage(tag)).toBe(code);
  }
  expect(languageOfCode('XX')).toBeNull();
  expect(languageOfCode('constructor')).toBeNull();
  expect(codeOfLanguage('tlh')).toBeNull();
  expect(['nn-NO', 'no', 'NB', 'en-US', 'zh-Hant-TW', 'xx'].map(normalLanguage)).toEqual([
    'nb',
    'nb',
    'nb',
    'en',
    'zh',
    null,
  ]);
});
