import { codeOfTag } from '../../config/onoffice-languages.ts';
import { builder } from '../../graphql/builder.ts';
import type { EstateRecord, Values, VersionRead } from '../../reading/onoffice/record.ts';
import { Refusal } from '../../reading/refusal.ts';
import type { EstateSource } from './estate.onoffice.ts';
import type { EstateElementsWire } from './estate.wire.ts';

export const EstateRef = builder.objectRef<EstateRecord>('Estate');

/** The value of a field that is the same in every language version. Raises `UNKNOWN_FIELD` where the customer lacks it. */
export function valueIn<T>({ main, estates }: EstateRecord, source: EstateSource<T>): T {
  const [name = ''] = source.fields;
  if (main.lacking.has(name)) throw unknownField(name);
  return source.read(main.values as EstateElementsWire, { timeZone: estates.scope.timeZone });
}

export const unknownField = (name: string): Refusal =>
  new Refusal('UNKNOWN_FIELD', `This customer of onOffice has no field ${name}, or has deactivated it.`);

/** The vendor's code of a language that was asked for by argument; null for no argument. */
export function codeOf(language: string | null | undefined): string | null {
  if (language === null || language === undefined) return null;
  const code = codeOfTag(language);
  if (code === null) throw new Refusal('BAD_USER_INPUT', `onOffice has no language ${language}.`);
  return code;
}

/**
 * The values that a text is read from: of the version of a language, or of the one in force where none is named. A language
 * that is named and missing is refused; texts of another one never stand in for it.
 */
export async function textsOf(record: EstateRecord, name: string, code: string | null): Promise<Values> {
  const version = code === null ? await versionInForce(record) : await versionNamed(record, code);
  const read = version === null ? record.main : presentVersion(record.versions.get(version));
  if (read.lacking.has(name)) throw unknownField(name);
  return read.values;
}

/** The code of the version that texts without a language argument come from; null: the main one. */
export async function versionInForce(record: EstateRecord): Promise<string | null> {
  const { languages, memory } = record.estates.scope;
  for (const [at, code] of languages.entries()) {
    if (code === memory.mainLanguage()) return null;
    if (hasVersion(record.versions.get(code))) return code;
    const isDoubtful = languages.slice(at + 1).some((other) => record.versions.get(other));
    // A main record asked for in its own language looks like one that lacks it (manual, multilingual estates).
    if (isDoubtful && (await record.estates.mainLanguage(record.id)) === code) return null;
  }
  return null;
}

async function versionNamed(record: EstateRecord, code: string): Promise<string | null> {
  if (hasVersion(record.versions.get(code))) return code;
  if ((await record.estates.mainLanguage(record.id)) === code) return null;
  throw new Refusal('ESTATE_LANGUAGE_MISSING', 'This estate has no version in the language asked for.');
}

function hasVersion(version: VersionRead | undefined): boolean {
  if (version instanceof Error) throw version;
  return version !== null && version !== undefined;
}

function presentVersion(version: VersionRead | undefined) {
  if (!version || version instanceof Error) throw new TypeError('no such version was read');
  return version;
}
