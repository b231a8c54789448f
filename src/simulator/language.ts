/** The vendor's own two letters for each language (6.3), by the ISO code that a header may name. */
const vendorCodes: Record<string, string> = {
  en: 'US',
  nb: 'NO',
  no: 'NO',
  nn: 'NO',
  de: 'GE',
  sv: 'SW',
  da: 'DA',
  nl: 'NL',
  fr: 'FR',
  fi: 'FI',
  it: 'IT',
  es: 'SP',
  pl: 'PL',
  cs: 'CZ',
  ru: 'RU',
  ja: 'JP',
  zh: 'CN',
};

/** What a text becomes when it lacks every language asked for; the manual does not say. */
export type LanguageFallback = 'us' | 'first' | 'raw';

/**
 * The languages of the two headers as vendor's codes, best first; null: nothing is translated. `SO-Language` wins over
 * `Accept-Language`, and `x` or `*` turns translation off (7.1). Unknown languages are passed over.
 */
export function readLanguages(soLanguage: string | undefined, acceptLanguage: string | undefined): string[] | null {
  const wanted = wantedRanges(soLanguage, acceptLanguage);
  return wanted && [...new Set(wanted.map(vendorCode).filter((code) => code !== undefined))];
}

/** What dates and numbers inside texts go by: `SO-Culture`, else the language; null without a language (7.1). */
export function readCulture(
  soCulture: string | undefined,
  soLanguage: string | undefined,
  acceptLanguage: string | undefined,
): string | null {
  const wanted = wantedRanges(soLanguage, acceptLanguage);
  return wanted && (soCulture?.trim() || (wanted.find((range) => vendorCode(range) !== undefined) ?? null));
}

/** The ranges of the header in force, best first; null: none is there, or translation is turned off. */
function wantedRanges(soLanguage: string | undefined, acceptLanguage: string | undefined): string[] | null {
  const wanted = ranges(soLanguage?.trim() || acceptLanguage?.trim() || '');
  return wanted.length === 0 || wanted[0] === '*' || wanted[0] === 'x' ? null : wanted;
}

function vendorCode(range: string): string | undefined {
  return vendorCodes[range.split('-')[0] ?? ''];
}

/** Language ranges by falling quality. A semicolon separates languages too: the manual shows `en-us; en-gb`. */
function ranges(header: string): string[] {
  const found: { range: string; quality: number }[] = [];
  for (const part of header.split(',')) {
    const tokens = part.split(';').map((token) => token.trim().toLowerCase());
    const quality = Number(tokens.find((token) => token.startsWith('q='))?.slice(2) ?? 1);
    for (const range of tokens) {
      if (range !== '' && !range.startsWith('q=')) found.push({ range, quality: Number.isNaN(quality) ? 1 : quality });
    }
  }
  return found
    .filter((entry) => entry.quality > 0)
    .sort((one, other) => other.quality - one.quality)
    .map((entry) => entry.range);
}

/** The texts of a stored name by vendor's code, in the stored order; null where the name is plain. */
export function textsByLanguage(stored: string): Map<string, string> | null {
  if (!/^\s*[A-Za-z]{2}:"/.test(stored)) return null;
  const texts = new Map<string, string>();
  for (const match of stored.matchAll(/([A-Za-z]{2}):"([^"]*)"\s*(?:;|$)/g)) {
    texts.set((match[1] ?? '').toUpperCase(), match[2] ?? '');
  }
  return texts;
}

/** A resolver of stored texts and of `[SR_...]` ids for these languages; without languages texts stay as stored. */
export function textResolver(
  languages: readonly string[] | null,
  strings: ReadonlyMap<string, string>,
  fallback: () => LanguageFallback,
): (stored: string) => string {
  if (languages === null) return (stored) => stored;
  const known = new Map<string, string>();
  return (stored) => {
    if (!stored.includes('"') && !stored.includes('[')) return stored;
    let text = known.get(stored);
    if (text === undefined) {
      text = pick(stored, languages, fallback());
      text = text.replaceAll(/\[(SR_\w+)\]/g, (whole, id: string) => {
        const translations = strings.get(id);
        return translations === undefined ? whole : pick(translations, languages, fallback());
      });
      known.set(stored, text);
    }
    return text;
  };
}

function pick(stored: string, languages: readonly string[], fallback: LanguageFallback): string {
  const texts = textsByLanguage(stored);
  if (texts === null) return stored;
  for (const language of languages) {
    const text = texts.get(language);
    if (text !== undefined) return text;
  }
  if (fallback === 'raw') return stored;
  const first = [...texts.values()][0] ?? '';
  return fallback === 'us' ? (texts.get('US') ?? first) : first;
}

/** A name in several languages as the vendor stores it. */
export function multiLanguage(texts: Readonly<Record<string, string>>): string {
  return Object.entries(texts)
    .map(([code, text]) => `${code}:"${text}";`)
    .join('');
}
