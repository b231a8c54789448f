import type { Carrier, Problem } from './patch.ts';
import { formatTranslations, parseTranslations, type Translation } from './text.ts';
import { isTranslatable, withTranslations } from './translated.ts';

/** What a client says of a list item; languages by the CRM's own codes. */
export interface ItemChanges {
  name?: string | null;
  tooltip?: string | null;
  rank?: number | null;
  translations?: readonly Translation[] | null;
}

/** Names are kept under this where a request has no language, and a plain text becomes one of several. */
const ENGLISH = 'US';

const mixed = 'This cannot be told from a text that SuperOffice stores in several languages: use `translations`.';

const isBlank = (text: string | null | undefined): boolean => text === null || text?.trim() === '';
const problem = (message: string, ...path: string[]): Problem => ({ path, message });

/** Whether nothing is to change. */
export const changesNothing = ({ name, tooltip, rank, translations }: ItemChanges): boolean =>
  [name, tooltip, rank].every((value) => value === undefined) && !translations?.length;

/** What is wrong with the changes by themselves. `code` is that of the language in force; null where the request has none. */
export function itemProblems({ name, tooltip, rank, translations }: ItemChanges, code: string | null): Problem[] {
  const codes = (translations ?? []).map((each) => each.code);
  return [
    ...(isBlank(name) ? [problem('An item needs a text.', 'name')] : []),
    ...(isTranslatable(name ?? '') ? [] : [problem(mixed, 'name')]),
    ...(isTranslatable(tooltip ?? '') ? [] : [problem(mixed, 'tooltip')]),
    ...(rank === null ? [problem('A place cannot be cleared: give a number, or leave it out.', 'rank')] : []),
    ...(translations === null ? [problem('Name the languages to change, or leave it out.', 'translations')] : []),
    ...(translations ?? []).flatMap((each, at) => {
      const path = ['translations', String(at)];
      if (isBlank(each.text)) return [problem('An item needs a text in each language that is named.', ...path, 'text')];
      if (!isTranslatable(each.text)) return [problem(mixed, ...path, 'text')];
      if (codes.indexOf(each.code) !== at) return [problem('This language is named twice.', ...path, 'language')];
      const isOther = each.code === code && typeof name === 'string' && name !== each.text;
      return isOther ? [problem('`name` is the text in this language, and another one.', ...path, 'text')] : [];
    }),
  ];
}

/** What is wrong with the changes for the item as it is stored: a text of several languages cannot be set without one. */
export function storedProblems(stored: Carrier, member: string, changes: ItemChanges, code: string | null): Problem[] {
  if (code !== null) return [];
  const hasLanguages = (name: string) => parseTranslations((stored[name] as string | null) ?? '') !== null;
  const message = 'The request cancels translation, so it says no language for this: use `translations`.';
  return [
    ...(changes.name !== undefined && hasLanguages(member) ? [problem(message, 'name')] : []),
    ...(changes.tooltip !== undefined && hasLanguages('Tooltip') ? [problem(message, 'tooltip')] : []),
  ];
}

/** The item with the changes laid over; every other member, and every other language, as it was. `member` holds its text. */
export function changedItem(stored: Carrier, member: string, changes: ItemChanges, code: string | null): Carrier {
  const { name, tooltip, rank } = changes;
  const translations = changes.translations ?? [];
  const language = code ?? ENGLISH;
  const isRenamed = name !== undefined || translations.length > 0;
  return {
    ...stored,
    ...(isRenamed ? { [member]: textOf(stored[member], name ?? null, translations, language) } : {}),
    ...(tooltip === undefined ? {} : { Tooltip: textOf(stored.Tooltip, tooltip ?? '', [], language) }),
    ...(rank === undefined ? {} : { Rank: rank }),
  };
}

/** `own` is the text of the language in force; null leaves it as it is. */
function textOf(stored: unknown, own: string | null, translations: readonly Translation[], code: string): string {
  const present = typeof stored === 'string' ? stored : '';
  const isNamed = translations.some((each) => each.code === code);
  const changed = withTranslations(
    present,
    own === null || isNamed ? translations : [{ code, text: own }, ...translations],
  );
  if (changed !== null) return changed;
  const plain = own ?? present;
  if (translations.length === 0) return plain;
  // A plain text is what everybody has seen so far; among several it is that of the language in force. Where just that language is
  // given another one, whoever reads in any other would lose it.
  const kept = isNamed && own === null ? ENGLISH : code;
  const isTaken = translations.some((each) => each.code === kept);
  return formatTranslations(isTaken || plain === '' ? translations : [{ code: kept, text: plain }, ...translations]);
}
