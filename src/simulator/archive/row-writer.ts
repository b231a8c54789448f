import type { SlimCell, SummaryRow } from './aggregates.ts';
import { groupValue, isSummary } from './aggregates.ts';
import { fullCell, slimValue } from './cells.ts';
import type { ArchiveRow } from './columns.ts';
import type { ArchiveProvider } from './provider.ts';
import type { ArchiveQuery } from './query.ts';
import type { FoundRows, SelectedColumn } from './rows.ts';
import type { ArchiveContext } from './table.ts';

function cellName(name: string, query: ArchiveQuery): string {
  return query.jsonSafe ? name.replace(/\W/g, '_') : name;
}

function slimCell(selected: SelectedColumn, line: ArchiveRow | SummaryRow, context: ArchiveContext): SlimCell {
  if (isSummary(line)) return line.values.get(selected.name) ?? '';
  return selected.call === null
    ? slimValue(selected.column, selected.column.read(line), context)
    : groupValue(selected, line, context);
}

/** `$output=Display` shows booleans as the name of an icon. */
function output(cell: SlimCell, query: ArchiveQuery): SlimCell {
  return query.displayOutput && typeof cell === 'boolean' ? (cell ? 'yes' : 'no') : cell;
}

/** A row of `$mode=Slim`: flat, the cells under the names they were asked for. */
export function slimRow(
  provider: ArchiveProvider,
  found: FoundRows,
  line: ArchiveRow | SummaryRow,
  query: ArchiveQuery,
  context: ArchiveContext,
): Record<string, SlimCell> {
  const isFigure = isSummary(line);
  const row: Record<string, SlimCell> = {
    // A text in slim rows, a number in full ones (4.3).
    PrimaryKey: isFigure ? '0' : String(provider.table?.id(line.record) ?? 0),
    EntityName: isFigure ? line.kind : found.entityOf(line),
  };
  for (const selected of found.columns) {
    row[cellName(selected.name, query)] = output(slimCell(selected, line, context), query);
  }
  return row;
}

/** A row of `$mode=Full`: ids and texts side by side, and hints for a user interface. */
export function fullRow(
  provider: ArchiveProvider,
  found: FoundRows,
  line: ArchiveRow | SummaryRow,
  query: ArchiveQuery,
  context: ArchiveContext,
): Record<string, unknown> {
  const isFigure = isSummary(line);
  const id = isFigure ? 0 : (provider.table?.id(line.record) ?? 0);
  const table = provider.table?.name ?? '';
  const cells = found.columns.map((selected) => {
    if (!isFigure && selected.call === null) {
      return [cellName(selected.name, query), fullCell(selected.column, line, context)];
    }
    const figure = slimCell(selected, line, context);
    return [
      cellName(selected.name, query),
      { RawValue: figure, DisplayValue: String(figure), LinkHint: '', TooltipHint: '' },
    ];
  });
  return {
    PrimaryKey: id,
    EntityName: isFigure ? line.kind : found.entityOf(line),
    StyleHint: '',
    LinkHint: isFigure ? '' : `nav=${table}&${table}_id=${id}`,
    // A number here, names everywhere else (4.3).
    TableRight: { Mask: 1, Reason: context.caller.text('[SR_ACTIVITY_BLOCKED_FIND]') },
    Column: Object.fromEntries(cells),
  };
}
