import type { Parameters, SimulatedAnswer, SimulatedCaller } from '../request.ts';
import type { SummaryRow } from './aggregates.ts';
import { aggregate, isSummary } from './aggregates.ts';
import type { ArchiveRow } from './columns.ts';
import { createArchiveContext } from './context.ts';
import type { ArchiveProvider } from './provider.ts';
import { findProvider } from './providers.ts';
import type { ArchiveQuery } from './query.ts';
import { readQuery } from './query.ts';
import { ArchiveRefusal, answerOrRefuse } from './refusal.ts';
import { fullRow, slimRow } from './row-writer.ts';
import type { FoundRows, ParentRestriction } from './rows.ts';
import { findRows } from './rows.ts';
import type { ArchiveContext } from './table.ts';

/** Where the archive was asked: its path for `odata.nextLink`, and what the path restricts it to. */
export interface ArchivePlace {
  /** Below the base of the API, as sent: `/Contact/7/Persons`. */
  path?: string;
  parent?: ParentRestriction;
}

/**
 * Answers an archive: the envelope with its rows (4.3), or the refusal that the vendor would give. `provider` is the name as
 * in the manual, any case.
 */
export function runArchive(
  provider: string,
  parameters: Parameters,
  caller: SimulatedCaller,
  place: ArchivePlace = {},
): SimulatedAnswer {
  return answerOrRefuse(caller.options.archive.refusalStatus, () => {
    const found = requireProvider(provider);
    const query = readQuery(parameters);
    const context = createArchiveContext(caller);
    const page = takePage(findRows(found, query, place.parent ?? null, context), query, context);
    const path = place.path ?? `/Archive/${provider}`;
    const next = page.next === null ? null : nextLink(caller, path, parameters, page.next);
    const writer = query.mode === 'full' ? fullRow : slimRow;
    const value = page.lines.map((line) => writer(found, page.found, line, query, context));
    return {
      status: 200,
      body: envelope(caller, next, query.inlineCount && countsAt(path) ? page.count : null, value),
      rows: value.length,
    };
  });
}

/** `$inlineCount` is a parameter of `/Archive/{provider}` alone (4.2); the collections pass it over. */
const countsAt = (path: string) => /^\/archive\//i.test(path);

/** The provider of the name; one that the vendor does not have is refused. */
export function requireProvider(name: string): ArchiveProvider {
  const provider = findProvider(name);
  if (provider === undefined) throw new ArchiveRefusal(`There is no archive provider '${name}'`);
  return provider;
}

function envelope(
  caller: SimulatedCaller,
  next: string | null,
  count: number | null,
  value: unknown[],
): Record<string, unknown> {
  const member = caller.options.archive.inlineCountMember;
  return {
    // The two slashes are the vendor's own (4.3).
    'odata.metadata': `${caller.baseUrl}/Archive//$metadata`,
    ...(count !== null && member !== null ? { [member]: count } : {}),
    'odata.nextLink': next,
    value,
  };
}

interface Page {
  found: FoundRows;
  lines: (ArchiveRow | SummaryRow)[];
  /** `$skip` of the next page; null: no link. */
  next: number | null;
  /** Rows of the whole answer, whatever the page. */
  count: number;
}

/** Cuts the page out of all rows; figures over all rows stand at the end of every page. */
export function takePage(found: FoundRows, query: ArchiveQuery, context: ArchiveContext): Page {
  const { pageLimit, defaultTop, nextLink: linkWhen } = context.caller.options.archive;
  const isAggregated = found.columns.some(({ call }) => call !== null);
  const visible = () => found.rows.filter((row) => !found.hidden.has(row));
  const whole = isAggregated
    ? aggregate(found.columns, visible(), query.grandTotal, context)
    : { lines: found.rows, total: null };
  const wanted = query.top ?? defaultTop ?? Number.POSITIVE_INFINITY;
  const size = Math.min(wanted, pageLimit ?? Number.POSITIVE_INFINITY);
  const end = query.skip + size;
  const lines = whole.lines.slice(query.skip, end).filter((line) => isSummary(line) || !found.hidden.has(line));
  const isCut = whole.lines.length > end && size > 0;
  const isLinked = linkWhen === 'whenRowsRemain' ? isCut : linkWhen === 'whenLimited' && isCut && size < wanted;
  return {
    found,
    lines: whole.total === null ? lines : [...lines, whole.total],
    next: isLinked ? end : null,
    count: found.rows.length - found.hidden.size,
  };
}

function nextLink(caller: SimulatedCaller, path: string, parameters: Parameters, skip: number): string {
  const others = parameters.entries().filter(([name]) => name !== '$skip');
  const query = [...others, ['$skip', String(skip)] as const]
    .map(([name, value]) => `${name}=${encodeURIComponent(value)}`)
    .join('&');
  return `${caller.baseUrl}${encodeURI(path)}?${query}`;
}
