import { UpstreamError } from '../../upstream/errors.ts';
import type { Parameters } from '../../upstream/onoffice/client.ts';
import { isUnknownLanguage } from '../../upstream/onoffice/errors.ts';
import { elementsOf, idOf, type RecordWire } from '../../upstream/onoffice/wire.ts';
import { type KnownAnswer, readKnown } from './known-fields.ts';
import type { ReadValues, VersionRead } from './record.ts';
import type { EstateScope } from './scope.ts';
import type { EstateWants } from './wants.ts';

/** Conditions by the vendor's field; those of one field, and all fields, are joined with AND. */
export type Conditions = Readonly<Record<string, readonly { readonly op: string; readonly val: unknown }[]>>;

/** Which estates, in which order. */
export interface EstateSearch {
  readonly filter: Conditions;
  readonly georangesearch?: Readonly<Record<string, string>>;
  readonly sortby?: Readonly<Record<string, 'ASC' | 'DESC'>>;
}

/** Which of the estates that a search finds. */
export interface Window {
  readonly offset: number;
  /** 1 to 500: onOffice takes anything else for 20 (manual, estates: read). */
  readonly limit: number;
}

export interface EstateRow {
  readonly id: number;
  readonly main: ReadValues;
  readonly versions: ReadonlyMap<string, VersionRead>;
}

export interface EstateRows {
  readonly rows: readonly EstateRow[];
  /** All that the search finds. */
  readonly total: number;
}

/** More ids than this in one condition are asked for in parts. */
export const MOST_ROWS = 500;

/**
 * A window of estates: main records, and beside them in the same POST the texts of each language version wanted. Which
 * estates there are is for the main records alone to say: what a list gives of estates without the version is not documented.
 */
export async function readEstates(
  scope: EstateScope,
  search: EstateSearch,
  window: Window,
  wants: EstateWants,
): Promise<EstateRows> {
  for (const language of wants.configurations) begin(scope, language);
  const parameters = { ...published(scope, search), ...(window.offset > 0 ? { listoffset: window.offset } : {}) };
  const windowed = { ...parameters, listlimit: window.limit };
  const codes = [...wants.versions.keys()];
  const [main, ...versions] = await Promise.all([
    readMain(scope, windowed, [...wants.data]),
    ...codes.map((code) => readVersion(scope, windowed, code, textsOf(wants, code)).catch((error: Error) => error)),
  ]);
  const ids = main.rows.map(({ id }) => id);
  const found = await Promise.all(
    codes.map((code, at) => completed(scope, ids, code, textsOf(wants, code), versions[at] as Versions | Error | null)),
  );
  const rows = main.rows.map((row) => ({
    ...row,
    versions: new Map(codes.map((code, at) => [code, versionIn(found[at] as Versions | Error, row.id)])),
  }));
  return { rows, total: main.total };
}

/** The texts of a version of many estates, by main id; null for one that has no such version. */
export async function readVersionsOf(
  scope: EstateScope,
  ids: readonly number[],
  code: string,
  texts: readonly string[],
): Promise<Versions> {
  const filter = { Id: [{ op: 'in', val: [...ids] }] };
  const parameters = { ...published(scope, { filter }), listlimit: ids.length };
  const found: Versions = (await readVersion(scope, parameters, code, texts)) ?? new Map();
  for (const id of ids) if (!found.has(id)) found.set(id, null);
  return found;
}

type Versions = Map<number, ReadValues | null>;

/** Begun with the read, so that both go out in one POST; whoever needs it asks for it again, and is told of a failure. */
function begin(scope: EstateScope, language: string): void {
  scope.configuration(language).catch(() => undefined);
}

/** Where anyone may ask, no read of estates goes out without these conditions. */
function published({ publishedOnly }: EstateScope, search: EstateSearch): Parameters {
  if (!publishedOnly) return { ...search };
  const { veroeffentlichen = [], status = [] } = search.filter;
  const is1 = { op: '=', val: 1 };
  return {
    ...search,
    filter: { ...search.filter, veroeffentlichen: [...veroeffentlichen, is1], status: [...status, is1] },
  };
}

const textsOf = (wants: EstateWants, code: string): string[] => [...(wants.versions.get(code) ?? [])];

async function readMain(scope: EstateScope, parameters: Parameters, data: readonly string[]) {
  const answer = await readKnown(scope, 'estate', marked(parameters), data.length > 0 ? data : ['Id']);
  if (answer.total === null) throw malformed('no number of matches');
  const rows = answer.records.map((record) => ({ id: mainId(record), main: valuesOf(record, answer) }));
  checkRecords(
    rows.map(({ id }) => id),
    askedIds(parameters),
  );
  const { listoffset = 0, listlimit } = parameters as { listoffset?: number; listlimit: number };
  const expected = Math.min(listlimit, Math.max(0, answer.total - listoffset));
  if (rows.length < expected || rows.length > listlimit) throw malformed('a page of another size');
  // Full paging may yield more rows than are told (onoffice.md 7.1): there are at least those that came.
  return { rows, total: rows.length > 0 ? Math.max(answer.total, listoffset + rows.length) : answer.total };
}

/** What a list gives in a language, by main id. null: there is no such language, so no estate has that version. */
async function readVersion(
  scope: EstateScope,
  parameters: Parameters,
  code: string,
  texts: readonly string[],
): Promise<Versions | null> {
  const versioned = { ...marked(parameters), estatelanguage: code };
  const answer = await readKnown(scope, 'estate', versioned, texts.length > 0 ? texts : ['Id']).catch(unknownAsNone);
  if (answer === null) return null;
  const ids = answer.records.map(mainId);
  checkRecords(ids, askedIds(parameters));
  return new Map(
    answer.records.map((record, at) => [ids[at] as number, isVersion(record) ? valuesOf(record, answer) : null]),
  );
}

/** Estates of the page that the read in the other language did not show are asked for by id: its window may be another. */
async function completed(
  scope: EstateScope,
  ids: readonly number[],
  code: string,
  texts: readonly string[],
  found: Versions | Error | null,
): Promise<Versions | Error> {
  if (found === null) return new Map();
  if (found instanceof Error) return found;
  const missing = ids.filter((id) => !found.has(id));
  if (missing.length === 0) return found;
  const more = await readVersionsOf(scope, missing, code, texts).catch((error: Error) => error);
  return more instanceof Error ? more : new Map([...found, ...more]);
}

const versionIn = (versions: Versions | Error, id: number): VersionRead =>
  versions instanceof Error ? versions : (versions.get(id) ?? null);

const unknownAsNone = (error: unknown): null => {
  if (isUnknownLanguage(error)) return null;
  throw error;
};

/** The ids that a search is for; undefined where it is not for some alone. */
function askedIds({ filter }: Parameters): readonly number[] | undefined {
  const named = ((filter as Conditions).Id ?? []).filter(({ op }) => op === 'in').map(({ val }) => val as number[]);
  const [first, ...others] = named;
  return first?.filter((id) => others.every((ids) => ids.includes(id)));
}

/** What tells a version from a main record. */
const marked = (parameters: Parameters): Parameters => ({
  ...parameters,
  addMainLangId: true,
  addestatelanguage: true,
});

/** A version names its main record, and has an id of its own that nothing else understands. */
function mainId(record: RecordWire): number {
  const id = idOf(elementsOf(record).mainLangId ?? record.id);
  if (id === null) throw malformed('a record without an id');
  return id;
}

const isVersion = (record: RecordWire): boolean => (elementsOf(record).mainLangId ?? null) !== null;

const valuesOf = (record: RecordWire, { lacking }: KnownAnswer): ReadValues => ({
  values: elementsOf(record),
  lacking,
});

/** Raises where a record is another than was asked for, or stands in the place of another by standing twice. */
function checkRecords(found: readonly number[], asked: readonly number[] | undefined): void {
  const distinct = new Set(found);
  const isOther = asked !== undefined && distinct.difference(new Set(asked)).size > 0;
  if (isOther || distinct.size < found.length) throw malformed('other records than were asked for');
}

const malformed = (why: string) => new UpstreamError('onoffice', 'malformed', { cause: new Error(why) });
