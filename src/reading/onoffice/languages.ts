import { UpstreamError } from '../../upstream/errors.ts';
import { mainLanguageCode } from '../../upstream/onoffice/configuration.ts';
import { elementsOf, type RecordWire } from '../../upstream/onoffice/wire.ts';
import type { EstateScope } from './scope.ts';

/** The language of main records where onOffice cannot be asked. */
const ASSUMED = 'DEU';

/** Codes of an estate's versions, the main one first; or why they cannot be told. */
export async function existingVersions(
  { onoffice, memory }: EstateScope,
  id: number,
): Promise<readonly string[] | Error> {
  try {
    const { records } = await onoffice.get('estateLanguage', { estateid: id });
    const codes = records.map(codeIn).filter((code) => code !== '');
    // Every estate has a main version.
    if (records.length === 0) throw malformed('no version');
    const main = mainLanguageCode(records, id);
    if (main === null) return codes;
    memory.learnMainLanguage(main, false);
    return [main, ...codes.filter((code) => code !== main)];
  } catch (error) {
    return error as Error;
  }
}

/** The vendor's code of a version; empty where that is left open. A code that is none would be kept for good. */
function codeIn(record: RecordWire): string {
  const { language } = elementsOf(record);
  if (typeof language === 'string' && /^([a-z]{3})?$/i.test(language)) return language;
  throw malformed('a version of no language');
}

const malformed = (why: string) => new UpstreamError('onoffice', 'malformed', { cause: new Error(why) });

/** The language of main records, from the versions of one estate; assumed where onOffice does not tell them. */
export async function learnedMainLanguage(
  { memory }: EstateScope,
  versions: () => Promise<readonly string[]>,
): Promise<string> {
  try {
    await versions();
  } catch (error) {
    if (!isWithheld(error)) throw error;
  }
  if (memory.mainLanguage() === null) memory.learnMainLanguage(ASSUMED, true);
  return memory.mainLanguage() ?? ASSUMED;
}

/** Installations of before August 2026 know no `estateLanguage` (manual, changes: 23 to 25 and 199), and not every API user may ask it. */
const isWithheld = (error: unknown): boolean =>
  error instanceof UpstreamError &&
  (error.kind === 'forbidden' || ['23', '24', '25', '199'].includes(error.type ?? ''));
