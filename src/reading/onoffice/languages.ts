import { UpstreamError } from '../../upstream/errors.ts';
import { mainLanguageCode, versionCode } from '../../upstream/onoffice/configuration.ts';
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
    const main = mainLanguageCode(records, id);
    if (main !== null) memory.learnMainLanguage(main, false);
    const others = records.map(versionCode).filter((code) => code !== null && code !== main);
    return [main, ...others].filter((code) => code !== null);
  } catch (error) {
    return error as Error;
  }
}

/** The language of main records, from the versions of one estate; assumed where onOffice does not tell them. */
export async function learnedMainLanguage(
  { memory }: EstateScope,
  versions: () => Promise<readonly string[]>,
): Promise<string> {
  try {
    await versions();
  } catch (error) {
    // That of the main records may be told where another cannot be read.
    if (memory.mainLanguage() === null && !isWithheld(error)) throw error;
  }
  if (memory.mainLanguage() === null) memory.learnMainLanguage(ASSUMED, true);
  return memory.mainLanguage() ?? ASSUMED;
}

/** Installations of before August 2026 know no `estateLanguage` (manual, changes: 23 to 25 and 199), and not every API user may ask it. */
const isWithheld = (error: unknown): boolean =>
  error instanceof UpstreamError &&
  (error.kind === 'forbidden' || ['23', '24', '25', '199'].includes(error.type ?? ''));
