import { slimValue } from './cells.ts';
import type { ArchiveRow } from './columns.ts';
import type { SelectedColumn } from './rows.ts';
import type { ArchiveContext, CellValue } from './table.ts';

export type SlimCell = string | number | boolean;

/** A row of figures over many rows: before a group, after it, or over all. */
export interface SummaryRow {
  kind: 'header' | 'footer' | 'grandTotal';
  /** By the name of the selected column. */
  values: ReadonlyMap<string, SlimCell>;
}

export interface Aggregated {
  /** Rows and the summaries around them, in order. */
  lines: (ArchiveRow | SummaryRow)[];
  /** Stands behind the last line of every page; null: not asked for. */
  total: SummaryRow | null;
}

/** Whether the line is a summary. */
export function isSummary(line: ArchiveRow | SummaryRow): line is SummaryRow {
  return 'values' in line;
}

/**
 * Groups the rows and counts (4.7). How the vendor writes the figures is not shown in its manual: here they are rows of their
 * own, a footer after each group unless `:Header` was asked for, and one over all rows where nothing groups or a grand
 * total was asked for.
 */
export function aggregate(
  columns: readonly SelectedColumn[],
  rows: readonly ArchiveRow[],
  grandTotal: boolean,
  context: ArchiveContext,
): Aggregated {
  const grouping = columns.filter(({ call }) => call?.name === 'groupby' || call?.name === 'datepart');
  const has = (modifier: string) => columns.some(({ call }) => call?.modifiers.includes(modifier));
  const total: SummaryRow | null =
    grandTotal || grouping.length === 0
      ? { kind: 'grandTotal', values: summarize(columns, rows, rows, context) }
      : null;
  if (grouping.length === 0) return { lines: has('hidedetail') ? [] : [...rows], total };

  const groups = new Map<string, ArchiveRow[]>();
  for (const row of rows) {
    const key = JSON.stringify(grouping.map((column) => groupValue(column, row, context)));
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [row]);
    else group.push(row);
  }
  const lines = [...groups.values()].flatMap((group) => {
    const values = summarize(columns, group, rows, context);
    const header: SummaryRow[] = has('header') ? [{ kind: 'header', values }] : [];
    const footer: SummaryRow[] = has('footer') || !has('header') ? [{ kind: 'footer', values }] : [];
    return [...header, ...(has('hidedetail') ? [] : group), ...footer];
  });
  return { lines, total };
}

/** What a row shows under the name of the column: the group's value, else the row's own. */
export function groupValue({ column, call }: SelectedColumn, row: ArchiveRow, context: ArchiveContext): SlimCell {
  const value = slimValue(column, column.read(row), context);
  return call?.name === 'datepart' ? datePart(String(value), call.modifiers) : value;
}

function summarize(
  columns: readonly SelectedColumn[],
  group: readonly ArchiveRow[],
  all: readonly ArchiveRow[],
  context: ArchiveContext,
): Map<string, SlimCell> {
  return new Map(columns.map((selected) => [selected.name, figure(selected, group, all, context)]));
}

function figure(
  selected: SelectedColumn,
  group: readonly ArchiveRow[],
  all: readonly ArchiveRow[],
  context: ArchiveContext,
): SlimCell {
  const { column, call } = selected;
  const first = group[0];
  switch (call?.name) {
    case undefined:
      return slimValue(column, null, context);
    case 'groupby':
    case 'datepart':
      return first === undefined || group === all
        ? slimValue(column, null, context)
        : groupValue(selected, first, context);
    case 'countall':
      return group.length;
    case 'count':
      return group.filter((row) => isThere(column.read(row))).length;
    case 'sum':
      return sum(selected, group);
    case 'avg':
      return group.length === 0 ? 0 : sum(selected, group) / group.length;
    case 'percent': {
      const whole = sum(selected, all);
      return whole === 0 ? 0 : (100 * sum(selected, group)) / whole;
    }
  }
}

function isThere(value: CellValue): boolean {
  return value !== null && value !== '';
}

function sum({ column }: SelectedColumn, rows: readonly ArchiveRow[]): number {
  return rows.reduce((total, row) => {
    const value = column.read(row);
    return total + (typeof value === 'number' ? value : 0);
  }, 0);
}

/** A part of a date as written in the row; without a modifier, its day. */
function datePart(written: string, modifiers: readonly string[]): SlimCell {
  const date = new Date(`${written.slice(0, 19)}Z`);
  const month = date.getUTCMonth();
  const startOfYear = Date.UTC(date.getUTCFullYear(), 0, 1);
  const dayOfYear = Math.floor((date.getTime() - startOfYear) / 86_400_000) + 1;
  const parts: Readonly<Record<string, SlimCell>> = {
    year: date.getUTCFullYear(),
    quarter: Math.floor(month / 3) + 1,
    month: month + 1,
    day: date.getUTCDate(),
    dayofyear: dayOfYear,
    dayofweek: date.getUTCDay(),
    hour: date.getUTCHours(),
    weekno: isoWeek(date),
    yearmonth: written.slice(0, 7),
  };
  const asked = modifiers.map((modifier) => parts[modifier]).find((part) => part !== undefined);
  return asked ?? written.slice(0, 10);
}

/** The week whose Thursday is in the year counts for it. */
function isoWeek(date: Date): number {
  const thursday = new Date(date.getTime() + (3 - ((date.getUTCDay() + 6) % 7)) * 86_400_000);
  const startOfYear = Date.UTC(thursday.getUTCFullYear(), 0, 1);
  return Math.floor((thursday.getTime() - startOfYear) / (7 * 86_400_000)) + 1;
}
