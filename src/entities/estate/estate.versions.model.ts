import { tagOfCode } from '../../config/onoffice-languages.ts';
import type { EstateRecord, ReadValues } from '../../reading/onoffice/record.ts';
import { unknownField, versionInForce } from './estate.model.ts';
import { estateTexts } from './estate.onoffice.ts';
import type { EstateElementsWire } from './estate.wire.ts';

/** The texts of one language version. */
export interface Translation {
  /** BCP 47. */
  readonly language: string;
  text(name: keyof typeof estateTexts): string | null;
}

/** The language (BCP 47) of the version that texts without a language argument come from. */
export async function languageOf(record: EstateRecord): Promise<string | null> {
  return tagOfCode((await versionInForce(record)) ?? (await record.estates.mainLanguage(record.id)));
}

/** Every language that an estate has texts in, the main one first; a code of the vendor's that has no tag is left out. */
export async function languagesOf(record: EstateRecord): Promise<string[]> {
  const codes = await record.estates.languagesOf(record.id);
  return codes.map(tagOfCode).filter((tag) => tag !== null);
}

/** The texts of every version, of which the given ones are read where the estate did not bring them with it. */
export async function translationsOf(record: EstateRecord, names: readonly string[]): Promise<Translation[]> {
  const { estates, id, main } = record;
  const texts = vendorNames(names);
  const codes = (await estates.languagesOf(id)).filter((code) => tagOfCode(code) !== null);
  const mainCode = await estates.mainLanguage(id);
  const others = codes.filter((code) => code !== mainCode);
  const versions = await Promise.all(
    others.map((code) => versionAtHand(record, code, texts) ?? estates.version(id, code, texts)),
  );
  const all = [{ code: mainCode, read: main }, ...others.map((code, at) => ({ code, read: versions[at] ?? null }))];
  return all.flatMap(({ code, read }) => {
    const language = tagOfCode(code);
    return language === null || read === null ? [] : [{ language, text: reader(read, estates) }];
  });
}

/** A version that came with the estate; null where what came does not tell all of the texts. */
function versionAtHand({ versions }: EstateRecord, code: string, texts: readonly string[]): ReadValues | null {
  const version = versions.get(code);
  if (!version || version instanceof Error) return null;
  return texts.every((name) => name in version.values || version.lacking.has(name)) ? version : null;
}

/** The vendor's names of text fields of the graph. */
export const vendorNames = (names: readonly string[]): string[] =>
  names.flatMap((name) => (name in estateTexts ? estateTexts[name as keyof typeof estateTexts].fields : []));

function reader({ values, lacking }: EstateRecord['main'], { scope }: EstateRecord['estates']): Translation['text'] {
  return (name) => {
    const [field = ''] = estateTexts[name].fields;
    if (lacking.has(field)) throw unknownField(field);
    return estateTexts[name].read(values as EstateElementsWire, scope);
  };
}
