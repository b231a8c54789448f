/** SuperOffice's own language codes (superoffice.md 6.3) and the language that each stands for. */
const tagByCode: Readonly<Record<string, string>> = {
  US: 'en',
  NO: 'nb',
  GE: 'de',
  SW: 'sv',
  DA: 'da',
  NL: 'nl',
  FR: 'fr',
  FI: 'fi',
  IT: 'it',
  SP: 'es',
  PL: 'pl',
  CZ: 'cs',
  RU: 'ru',
  JP: 'ja',
  CN: 'zh',
};
const codeByTag = new Map(Object.entries(tagByCode).map(([code, tag]) => [tag, code]));
/** Norwegian has one text upstream, whichever of its names is asked for. */
codeByTag.set('no', 'NO').set('nn', 'NO');

/** One language of a text as the CRM stores it. */
export interface Translation {
  /** The CRM's own two letters, in capitals. */
  code: string;
  text: string;
}

/** The language tag of a SuperOffice code; null for a code that nobody knows. */
export function languageOfCode(code: string): string | null {
  return tagByCode[code.toUpperCase()] ?? null;
}

/** The SuperOffice code that serves a language range, by RFC 4647 lookup: `nb-NO`, then `nb`. Null: not a language of the CRM. */
export function codeOfLanguage(range: string): string | null {
  for (let tag = range.toLowerCase(); tag; tag = tag.slice(0, Math.max(0, tag.lastIndexOf('-')))) {
    const code = codeByTag.get(tag);
    if (code) return code;
  }
  return null;
}

/** The one name under which a language is kept and sent: `nb` for `no`, `nn-NO` and `nb-NO`. Null: not a language of the CRM. */
export function normalLanguage(range: string): string | null {
  const code = codeOfLanguage(range);
  return code && (tagByCode[code] ?? null);
}

const isLetter = (code: number) => (code >= 65 && code <= 90) || (code >= 97 && code <= 122);
const quote = 34;
const backslash = 92;

/** Whether `XX:"` begins at `at`. */
function opens(text: string, at: number): boolean {
  return (
    isLetter(text.charCodeAt(at)) &&
    isLetter(text.charCodeAt(at + 1)) &&
    text[at + 2] === ':' &&
    text.charCodeAt(at + 3) === quote
  );
}

function skipBlanks(text: string, from: number): number {
  let at = from;
  while (text[at] === ' ' || text[at] === '\n' || text[at] === '\r') at += 1;
  return at;
}

/** Where the next language begins if a quote at `at` ends a text; the length of the text at the end; -1 if it ends nothing. */
function afterQuote(text: string, at: number): number {
  let next = skipBlanks(text, at + 1);
  if (next === text.length) return next;
  if (text[next] !== ';') return -1;
  next = skipBlanks(text, next + 1);
  return next === text.length || opens(text, next) ? next : -1;
}

/** The text that begins at `from`, up to the quote that ends it, and what comes after; null where no quote does. */
function readOne(text: string, from: number): { text: string; next: number } | null {
  let read = '';
  let copied = from;
  for (let at = from; at < text.length; at++) {
    const char = text.charCodeAt(at);
    if (char !== quote && char !== backslash) continue;
    const next = char === quote ? afterQuote(text, at) : -1;
    if (next >= 0) return { text: read + text.slice(copied, at), next };
    const following = text.charCodeAt(at + 1);
    const pair = following === quote ? afterQuote(text, at + 1) < 0 : char === backslash && following === backslash;
    if (!pair) continue;
    // A doubled or escaped quote stands for one, unless the second is the end of the text.
    read += text.slice(copied, at);
    copied = at + 1;
    at += 1;
  }
  return null;
}

/**
 * The languages of a stored text such as `US:"Supplier";NO:"Leverandør";`, in its order; null for plain text, and for anything that
 * only resembles it. Total and linear: a quote ends a text only where a language or the end follows, so unescaped quotes do no harm.
 */
export function parseTranslations(text: string): Translation[] | null {
  let at = skipBlanks(text, 0);
  if (!opens(text, at)) return null;
  const found: Translation[] = [];
  while (at < text.length) {
    const one = readOne(text, at + 4);
    if (!one) return null;
    found.push({ code: text.slice(at, at + 2).toUpperCase(), text: one.text });
    at = one.next;
  }
  return found;
}

/** The text in a language (a range as of RFC 4647); null where there is none. */
export function translationIn(translations: readonly Translation[], language: string): string | null {
  const code = codeOfLanguage(language);
  return translations.find((one) => one.code === code)?.text ?? null;
}

/**
 * A text for people: the wanted language, else English, else the first that there is; null where that one is empty. Plain texts and
 * resource names (`[SR_...]`) pass as they are; so does everything where the request cancels translation (null).
 */
export function readText(text: string, language: string | null): string | null {
  if (language === null) return text;
  const translations = parseTranslations(text);
  if (!translations) return text;
  const shown = translationIn(translations, language) ?? translationIn(translations, 'en') ?? translations[0]?.text;
  return shown || null;
}

/** The stored form of a text in several languages. */
export function formatTranslations(translations: readonly Translation[]): string {
  return translations.map(({ code, text }) => `${code}:"${text.replace(/["\\]/g, '\\$&')}";`).join('');
}
