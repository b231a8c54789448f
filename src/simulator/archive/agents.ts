import type { SimulatedAnswer, SimulatedCaller } from '../request.ts';
import { isSummary } from './aggregates.ts';
import { requireProvider, takePage } from './archive.ts';
import { typedCell } from './cells.ts';
import type { ArchiveRow } from './columns.ts';
import { createArchiveContext } from './context.ts';
import type { FilterNode } from './filter-parser.ts';
import { parseFilter, parseFilterTokens } from './filter-parser.ts';
import type { FilterToken } from './filter-tokens.ts';
import { describeColumns } from './metadata.ts';
import { providerNames } from './providers.ts';
import type { ArchiveQuery, OrderItem } from './query.ts';
import { readOrderItem, readSelectItem, splitList } from './query.ts';
import { ArchiveRefusal, answerOrRefuse } from './refusal.ts';
import { findRows } from './rows.ts';

/** A body, or one object in it, names in lower case. */
type Body = Readonly<Record<string, unknown>>;

const listMethods = /^getarchivelistbycolumns(withheader|withcontext)?(2)?$/;

/**
 * Answers `POST /Agents/Archive/{method}` (5.4); undefined for a method that the simulator does not have. Member names of the
 * body are read without regard to case.
 */
export function runArchiveAgent(method: string, body: unknown, caller: SimulatedCaller): SimulatedAnswer | undefined {
  const name = method.toLowerCase();
  const given = foldNames(body);
  if (name === 'getprovidernames') return { status: 200, body: providerNames };
  const [, form, asTexts] = listMethods.exec(name) ?? [];
  if (name !== 'getavailablecolumns' && !listMethods.test(name)) return undefined;
  const answer = answerOrRefuse(caller.options.archive.refusalStatus, () => {
    const provider = requireProvider(text(given.providername));
    if (name === 'getavailablecolumns') return { status: 200, body: describeColumns(provider, caller) };
    return listAnswer(given, asTexts === '2', form === 'withheader', caller);
  });
  return caller.options.archive.agentRefusal === 'null' && answer.status !== 200 ? { status: 200, body: null } : answer;
}

function foldNames(body: unknown): Body {
  if (typeof body !== 'object' || body === null) return {};
  return Object.fromEntries(Object.entries(body).map(([name, value]) => [name.toLowerCase(), value]));
}

function text(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

function integer(value: unknown, fallback: number): number {
  return typeof value === 'number' && Number.isInteger(value) ? value : fallback;
}

function listAnswer(body: Body, asTexts: boolean, withHeader: boolean, caller: SimulatedCaller): SimulatedAnswer {
  const provider = requireProvider(text(body.providername));
  const query = asTexts ? readTextQuery(body) : readListQuery(body);
  const context = createArchiveContext(caller);
  const page = takePage(findRows(provider, query, null, context), query, context);
  const table = provider.table?.name ?? '';
  const rows = page.lines
    .filter((line): line is ArchiveRow => !isSummary(line))
    .map((row) => {
      const id = provider.table?.id(row.record) ?? 0;
      return {
        EntityName: page.found.entityOf(row),
        PrimaryKey: id,
        ColumnData: Object.fromEntries(
          page.found.columns.map(({ name, column }) => [name, typedCell(column, row, context)]),
        ),
        LinkHint: `nav=${table}&${table}_id=${id}`,
        StyleHint: '',
        TableRight: { Mask: caller.user.rights.tableMask, Reason: '' },
        FieldProperties: {},
      };
    });
  return { status: 200, body: withHeader ? { RowCount: page.count, Rows: rows } : rows, rows: rows.length };
}

/** A negative page is a number of rows to skip; pages count from 0. */
function paging(body: Body): { top: number | null; skip: number } {
  const page = integer(body.page, 0);
  const size = integer(body.pagesize, 0);
  return { top: size > 0 ? size : null, skip: page < 0 ? -page : page * size };
}

function query(body: Body, parts: Pick<ArchiveQuery, 'select' | 'filter' | 'orderBy' | 'entities'>): ArchiveQuery {
  // Most providers throw without a restriction.
  if (parts.filter === null) throw new ArchiveRefusal('Restrictions cannot be null', 'ArgumentException');
  return {
    ...parts,
    ...paging(body),
    mode: 'slim',
    jsonSafe: false,
    displayOutput: false,
    grandTotal: false,
    inlineCount: false,
  };
}

function readTextQuery(body: Body): ArchiveQuery {
  const columns = splitList(text(body.columns));
  const entities = splitList(text(body.entities));
  return query(body, {
    select: columns.length === 0 ? null : columns.map(readSelectItem),
    // The forms with a header or a context call it by the singular.
    filter: parseFilter(text(body.restrictions ?? body.restriction)),
    orderBy: splitList(text(body.sortorder)).map(readOrderItem),
    entities: entities.length === 0 ? null : entities,
  });
}

function texts(value: unknown): string[] {
  return Array.isArray(value) ? value.filter((entry) => typeof entry === 'string') : [];
}

function readListQuery(body: Body): ArchiveQuery {
  const columns = texts(body.columns);
  const entities = texts(body.entities);
  const sortOrder = body.sortorder;
  return query(body, {
    select: columns.length === 0 ? null : columns.map(readSelectItem),
    filter: readRestrictions(body.restriction),
    orderBy: Array.isArray(sortOrder) ? sortOrder.map(readSortOrder) : [],
    entities: entities.length === 0 ? null : entities,
  });
}

function readSortOrder(order: unknown): OrderItem {
  const { name, direction } = foldNames(order);
  return { column: text(name), descending: text(direction).toLowerCase().startsWith('desc') };
}

/** Writes the conditions down as pieces of a filter, so that both forms are read by one parser. */
function readRestrictions(value: unknown): FilterNode | null {
  if (!Array.isArray(value)) return null;
  const active = value.map(foldNames).filter((entry) => entry.isactive !== false);
  const tokens = active.flatMap((entry, index) => restrictionTokens(entry, index === active.length - 1));
  return tokens.length === 0 ? null : parseFilterTokens(tokens);
}

/**
 * One condition (5.4): `InterOperator` joins it to the next one; its parentheses open before it (positive) or close after it.
 */
function restrictionTokens(entry: Body, isLast: boolean): FilterToken[] {
  const sign = (name: string): FilterToken => ({ kind: 'sign', text: name, at: 0 });
  const word = (name: string): FilterToken => ({ kind: 'word', text: name, at: 0 });
  const values = texts(entry.values).map((value): FilterToken => ({ kind: 'text', text: value, at: 0 }));
  const operator = text(entry.operator);
  const parentheses = integer(entry.interparenthesis, 0);
  const isList = values.length > 1 || /^(in|.*oneof|between|datebetween|intarray.*)$/i.test(operator);
  const listed = values.flatMap((value, index) => (index === 0 ? [value] : [sign(','), value]));
  return [
    ...Array.from({ length: Math.max(0, parentheses) }, () => sign('(')),
    word(text(entry.name)),
    /^\W+$/.test(operator) ? sign(operator) : word(operator),
    ...(isList ? [sign('('), ...listed, sign(')')] : values),
    ...Array.from({ length: Math.max(0, -parentheses) }, () => sign(')')),
    ...(isLast ? [] : [word(text(entry.interoperator).toLowerCase() === 'or' ? 'or' : 'and')]),
  ];
}
