/**
 * The vendor's language codes and ours. Its codes are mostly country codes (`AUT` is Austrian German, `CHI` Chilean
 * Spanish, `BEL` the Dutch of Belgium), so nothing can be derived: this is the one table.
 */
const tags: Readonly<Record<string, string>> = {
  DEU: 'de',
  AUT: 'de-AT',
  CHE: 'de-CH',
  ENG: 'en',
  BEL: 'nl-BE',
  NLD: 'nl',
  FRA: 'fr',
  GRC: 'el',
  ITA: 'it',
  LUX: 'lb',
  POL: 'pl',
  PRT: 'pt',
  ROU: 'ro',
  RUS: 'ru',
  SVN: 'sl',
  ESP: 'es',
  CHI: 'es-CL',
  CAT: 'ca',
  SWE: 'sv',
  TUR: 'tr',
  FIN: 'fi',
  CZE: 'cs',
  HRV: 'hr',
  CHN: 'zh',
  BGR: 'bg',
  SAU: 'ar',
  DNK: 'da',
  NOR: 'nb',
};

const codes = new Map(Object.entries(tags).map(([code, tag]) => [tag.toLowerCase(), code]));
// Either written form of Norwegian, and the language without a form, is the one that the vendor has.
codes.set('no', 'NOR').set('nn', 'NOR');

/** The BCP 47 tag of a vendor's code, case ignored; null for a code that is not in the table. */
export function tagOfCode(code: string): string | null {
  return tags[code.toUpperCase()] ?? null;
}

/** The vendor's code for a tag by RFC 4647 lookup (`de-AT` is AUT, `de-LI` DEU, `en-GB` ENG); null where it has none. */
export function codeOfTag(tag: string): string | null {
  let range = tag.toLowerCase();
  while (range !== '') {
    const code = codes.get(range);
    if (code !== undefined) return code;
    range = shorter(range);
  }
  return null;
}

/** Without its last subtag; a single character in front of it (`zh-x-...`) goes with it (RFC 4647, 3.4). */
function shorter(range: string): string {
  const subtags = range.split('-').slice(0, -1);
  while (subtags.at(-1)?.length === 1) subtags.pop();
  return subtags.join('-');
}
