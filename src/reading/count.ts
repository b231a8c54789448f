import { UpstreamError } from '../upstream/errors.ts';
import { bindFilter } from '../upstream/superoffice/filter-binding.ts';
import { type RestrictionWire, restrictionsOf } from '../upstream/superoffice/filter-restrictions.ts';
import { columnsOf, type FilterNode, parseFilterText } from '../upstream/superoffice/filter-text.ts';
import { FilterTextError } from '../upstream/superoffice/filter-tokens.ts';
import { providerFacts } from './columns.ts';
import { filterOf, type RowFilter } from './page.ts';
import type { ReadScope } from './scope.ts';
import { hasSeveral } from './several.ts';
import type { EntitySource } from './sources.ts';

const AGENT = 'Agents/Archive/GetArchiveListByColumnsWithHeader';

/** Gives the number of all records of a list; asks when it is first called. */
export type Total = () => Promise<number | null>;

/** Whether the upstream can tell how many records fulfil a filter: what is decided here, it does not know. */
export function canCount(filter: RowFilter): boolean {
  if (filter.isEmpty) return true;
  if (filter.check !== null) return false;
  if (filter.text === null) return true;
  const parsed = parsedFilter(filter.text);
  return parsed !== null && !columnsOf(parsed).some(hasSeveral);
}

/** A filter of this server's own making; null for a value that the grammar cannot say. */
const parsedFilter = (text: string): FilterNode | null =>
  nullIfUnsayable(() => parseFilterText(text, Number.POSITIVE_INFINITY));

function nullIfUnsayable<T>(read: () => T): T | null {
  try {
    return read();
  } catch (error) {
    if (error instanceof FilterTextError) return null;
    throw error;
  }
}

/** The number of records that fulfil a filter; null where the upstream cannot tell. Asked for at most once. */
export function totalOf(scope: ReadScope, entity: EntitySource, filter: RowFilter): Total {
  let counting: Promise<number | null> | null = null;
  return () => {
    if (counting) return counting;
    counting = countRecords(scope, entity, filter);
    // Begun beside the page, so it may fail before anybody waits for it.
    counting.catch(() => undefined);
    return counting;
  };
}

async function countRecords(scope: ReadScope, entity: EntitySource, filter: RowFilter): Promise<number | null> {
  if (filter.isEmpty) return 0;
  if (!canCount(filter)) return null;
  const text = filterOf(entity, filter.text);
  const entities = filter.entities ?? entity.entities ?? [];
  const restrictions = scope.agents ? structured(text, entity) : null;
  const counted = restrictions && (await countByAgent(scope, entity, restrictions, entities));
  return counted ?? countByArchive(scope, entity, text, entities);
}

/** The filter as conditions of an agent, by the types of its columns; null where they cannot say the same. */
function structured(text: string, { provider }: EntitySource): RestrictionWire[] | null {
  const parsed = parsedFilter(text);
  const typeOf = (column: string) => providerFacts(provider)?.columns.get(column)?.[0];
  return parsed && nullIfUnsayable(() => restrictionsOf(bindFilter(parsed, typeOf)));
}

/** Null where the agent does not answer with a number: that is its way of refusing (superoffice.md 5.1). */
async function countByAgent(
  { superoffice }: ReadScope,
  { provider, key }: EntitySource,
  restrictions: readonly RestrictionWire[],
  entities: readonly string[],
): Promise<number | null> {
  const body = {
    ProviderName: provider,
    Columns: [key.column],
    SortOrder: [{ Name: key.column, Direction: 'ASC' }],
    Restriction: restrictions,
    Entities: entities,
    Page: 0,
    PageSize: 1,
    Options: '',
  };
  const answer = await superoffice.agentRead<{ RowCount?: unknown }>(AGENT, body).catch((error) => {
    const isRefused = error instanceof UpstreamError && (error.kind === 'invalid' || error.kind === 'notFound');
    if (isRefused) return null;
    throw error;
  });
  return wholeNumber(answer?.RowCount);
}

async function countByArchive(
  { superoffice }: ReadScope,
  { provider, key }: EntitySource,
  filter: string,
  entities: readonly string[],
): Promise<number | null> {
  const parameters = [
    ['$inlineCount', 'True'],
    ['$select', key.column],
    ['$filter', filter],
    ['$orderBy', `${key.column} asc`],
    ['$top', '1'],
    ...(entities.length > 0 ? [['$entities', entities.join(',')]] : []),
  ] as [string, string][];
  const query = parameters.map(([name, value]) => `${name}=${escaped(value)}`).join('&');
  const envelope = await superoffice.get<Record<string, unknown> | null>(`Archive/${provider}?${query}`);
  // Of what is no answer of an archive no number is a count of its rows.
  if (!Array.isArray(envelope?.value)) throw new UpstreamError('superoffice', 'malformed');
  return countInEnvelope(envelope);
}

const escaped = (value: string): string =>
  encodeURIComponent(value)
    .replaceAll('%2C', ',') // long lists of ids stay short
    .replace(/[!*~]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`);

/**
 * The number that `$inlineCount` asks for. Where it lands is not documented (superoffice.md 4.4), so any member beside
 * the rows counts that is called a count or a total, else the only one that is a number. Null: there is none.
 */
export function countInEnvelope(envelope: Readonly<Record<string, unknown>>): number | null {
  const numbers = Object.entries(envelope)
    .map(([name, value]) => ({ name, count: wholeNumber(value) }))
    .filter(({ count }) => count !== null);
  const named = numbers.find(({ name }) => /count|total/i.test(name));
  return (named ?? (numbers.length === 1 ? numbers[0] : undefined))?.count ?? null;
}

/** Of what may be a number of records those that the graph has room for. */
function wholeNumber(value: unknown): number | null {
  const number = typeof value === 'string' && /^\d{1,15}$/.test(value) ? Number(value) : value;
  return typeof number === 'number' && number === (number | 0) && number >= 0 ? number : null;
}
