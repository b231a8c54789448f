import { LRUCache } from 'lru-cache';
import { normalLanguage } from '../upstream/superoffice/text.ts';

/** What a request says about languages, in the names of its headers. */
export interface LanguageHeaders {
  soLanguage: string | null;
  soCulture: string | null;
  acceptLanguage: string | null;
}

/** The languages in force, and what is sent upstream for them. */
export interface Languages {
  /** As BCP 47, one name for each language of the CRM; null where the request cancels translation. */
  readonly language: string | null;
  /** Every language that the request accepts, as it names them, the most wanted first; empty where it names none. */
  readonly accepted: readonly string[];
  /** By which numbers and dates are written in texts for people; null where the request cancels translation. */
  readonly culture: string | null;
  /** The headers for the CRM, as the client sent them. */
  readonly headers: Readonly<Record<string, string>>;
}

const MAX_HEADER = 256;
const MAX_WORDS = 300;
const range = /^[a-z]{1,8}(?:-[a-z0-9]{1,8})*$/i;

/**
 * The ranges of a header, the most wanted first. Both separators are read: HTTP's comma, and the semicolon of SuperOffice's own
 * samples (`en-us; en-gb`, superoffice.md 7.1); what is no range is passed over.
 */
export function parseRanges(header: string | null): string[] {
  if (!header || header.length > MAX_HEADER) return [];
  const found: { tag: string; weight: number }[] = [];
  for (const part of header.split(/[,;]/)) {
    const text = part.trim();
    const weight = /^q=([01](?:\.\d{1,3})?)$/i.exec(text)?.[1];
    const last = found.at(-1);
    if (weight !== undefined && last) last.weight = Math.min(1, Number(weight));
    else if (text) found.push({ tag: text, weight: 1 });
  }
  const wanted = found
    .filter(({ tag, weight }) => weight > 0 && range.test(tag))
    .sort((one, other) => other.weight - one.weight);
  return wanted.map(({ tag }) => tag);
}

/** The first culture named that the runtime can write in. */
function cultureOf(header: string | null, language: string): string {
  return parseRanges(header).find(canWriteIn) ?? language;
}

/** The runtime raises on tags that no language can have, such as `a` or `xx-klingon-xx`. */
function canWriteIn(tag: string): boolean {
  try {
    return Intl.NumberFormat.supportedLocalesOf(tag).length > 0;
  } catch {
    return false;
  }
}

/** What clients ask for in the same words is settled once: there are few such words. */
const settled = new LRUCache<string, Languages>({ max: 1_000 });

/** Settles the language: `SO-Language` before `Accept-Language`; one that the CRM does not know counts as none. */
export function chooseLanguages(headers: LanguageHeaders, fallback: string): Languages {
  // An absent header has no words, and not the one that `null` is.
  const { soLanguage, soCulture, acceptLanguage } = headers;
  const words = `${soLanguage ?? ''}\n${soCulture ?? ''}\n${acceptLanguage ?? ''}\n${fallback}`;
  const known = words.length <= MAX_WORDS ? settled.get(words) : undefined;
  if (known) return known;
  const languages = settle(headers, fallback);
  if (words.length <= MAX_WORDS) settled.set(words, languages);
  return languages;
}

function settle({ soLanguage, soCulture, acceptLanguage }: LanguageHeaders, fallback: string): Languages {
  const own = soLanguage?.trim() ?? '';
  const sent: Record<string, string> = {};
  if (soCulture && soCulture.length <= MAX_HEADER && range.test(soCulture.trim())) sent['so-culture'] = soCulture;
  const accepted = parseRanges(acceptLanguage);
  const known = accepted.map(normalLanguage).find((tag) => tag !== null);
  if (acceptLanguage && known) sent['accept-language'] = acceptLanguage;

  if (own === '*' || own.toLowerCase() === 'x') {
    return { language: null, culture: null, accepted: [], headers: { ...sent, 'so-language': own } };
  }
  const wanted = parseRanges(own);
  const chosen = wanted.map(normalLanguage).find((tag) => tag !== null);
  // Neither counts a default that the CRM does not know.
  const given = normalLanguage(fallback) ? fallback : 'en';
  const language = chosen ?? known ?? (normalLanguage(given) as string);
  const culture = cultureOf(soCulture, language);
  if (chosen)
    return { language, culture, accepted: [...wanted, ...accepted], headers: { ...sent, 'so-language': own } };
  if (known) return { language, culture, accepted: [...wanted, ...accepted], headers: sent };
  return { language, culture, accepted, headers: { ...sent, 'accept-language': given } };
}
