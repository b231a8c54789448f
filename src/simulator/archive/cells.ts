import { findList } from '../store.ts';
import type { ArchiveRow, BoundColumn, CellOwner } from './columns.ts';
import { dayText, instantText, localText } from './dates.ts';
import type { ArchiveContext, CellValue } from './table.ts';

/** A cell of `$mode=Full`. */
export interface FullCell {
  RawValue: string | number | boolean;
  DisplayValue: string;
  LinkHint: string;
  TooltipHint: string;
}

/** A cell of the agents: one text with the type marked (5.4). */
export interface TypedCell {
  DisplayValue: string;
  TooltipHint: string;
  LinkHint: string;
}

/** The dummy day of a time of day (2.10). */
const clockDay = '1760-01-01';

/** The value of a slim row (4.3): texts for list items, initials for associates, dates without offset, `""` for no text. */
export function slimValue(column: BoundColumn, value: CellValue, context: ArchiveContext): string | number | boolean {
  const { caller } = context;
  switch (column.kind) {
    case 'int':
    case 'decimal':
    case 'key':
      return numberOrNull(value) ?? 0;
    case 'bool':
      return value === true;
    case 'text':
      return textOf(value);
    case 'raw':
      return caller.text(textOf(value));
    case 'list':
      return listText(column, value, context);
    case 'associate':
      return context.associateName(numberOrNull(value) ?? 0);
    case 'diary':
    case 'stamp':
    case 'endDay':
      return instantText(caller, column.kind, numberOrNull(value));
    case 'local':
      return localText(caller, numberOrNull(value));
    case 'day':
      return dayText(caller, textOf(value));
    case 'clock':
      return value === null || value === '' ? dayText(caller, '') : `${clockDay}T${textOf(value)}`;
    case 'ids':
      return Array.isArray(value) ? value.join(',') : '';
  }
}

function numberOrNull(value: CellValue): number | null {
  return typeof value === 'number' ? value : null;
}

function textOf(value: CellValue): string {
  return value === null ? '' : String(value);
}

/** A custom checkbox may be stored as a number, a list item of no list has no text. */
function listText(column: BoundColumn, value: CellValue, context: ArchiveContext): string {
  return column.list === null || typeof value !== 'number' || value === 0 ? '' : context.itemText(column.list, value);
}

/** The cell of a full row: id and text side by side. */
export function fullCell(column: BoundColumn, row: ArchiveRow, context: ArchiveContext): FullCell {
  const value = column.read(row);
  const slim = slimValue(column, value, context);
  return {
    RawValue: rawValue(column, value, slim, context),
    DisplayValue: displayText(column, value, slim, context),
    LinkHint: '',
    TooltipHint: tooltipHint(column, value, column.owner(row), context),
  };
}

function rawValue(
  column: BoundColumn,
  value: CellValue,
  slim: string | number | boolean,
  context: ArchiveContext,
): string | number | boolean {
  const showsId =
    column.kind === 'list' || (column.kind === 'associate' && context.caller.options.archive.associateRaw === 'id');
  if (!showsId) return slim;
  return typeof value === 'number' ? value : 0;
}

/** `{category_id=3}` of a list item, `{associate_id=5}` of a user, else the record that the cell belongs to. */
function tooltipHint(
  column: BoundColumn,
  value: CellValue,
  owner: CellOwner | null,
  { caller }: ArchiveContext,
): string {
  const hint = (table: string | undefined, id: CellValue) =>
    table === undefined || typeof id !== 'number' || id === 0 ? '' : `{${table}_id=${id}}`;
  switch (column.kind) {
    case 'list':
      return hint(
        column.list === null ? undefined : (findList(caller.world, column.list)?.table ?? column.list),
        value,
      );
    case 'associate':
      return hint('associate', value);
    case 'key':
      return hint(column.target ?? undefined, value);
    case 'int':
    case 'decimal':
    case 'text':
    case 'raw':
      return owner === null ? '' : hint(owner.table, owner.id);
    default:
      return '';
  }
}

/** Display texts follow the culture; without one they are neutral (7.1). */
function displayText(
  column: BoundColumn,
  value: CellValue,
  slim: string | number | boolean,
  { caller }: ArchiveContext,
): string {
  switch (column.kind) {
    case 'bool':
      return caller.text(slim === true ? '[SR_YES]' : '[SR_NO]');
    case 'decimal':
      return caller.culture === null ? String(slim) : Number(slim).toLocaleString(knownCulture(caller.culture));
    case 'diary':
    case 'stamp':
    case 'local':
    case 'endDay':
      if (typeof value !== 'number') return '';
      return caller.culture === null
        ? String(slim)
        : cultureDate(caller.culture, String(slim), column.kind === 'endDay');
    case 'day':
      if (typeof value !== 'string' || value === '') return '';
      return caller.culture === null ? String(slim) : cultureDate(caller.culture, String(slim), true);
    default:
      return String(slim);
  }
}

/** Headers may name several cultures, or none that exists. */
function knownCulture(culture: string): string {
  try {
    return Intl.DateTimeFormat.supportedLocalesOf(culture)[0] ?? 'en-US';
  } catch {
    return 'en-US';
  }
}

/** The wall clock as written, whatever offset stands behind it. */
function cultureDate(culture: string, written: string, dayOnly: boolean): string {
  return new Date(`${written.slice(0, 19)}Z`).toLocaleString(knownCulture(culture), {
    timeZone: 'UTC',
    dateStyle: 'short',
    ...(dayOnly ? {} : { timeStyle: 'short' }),
  });
}

/** The cell of an agent's row: `[I:5]`, `[DT:02/18/2026 15:12:09.0000000]`, `[B:0]`, bare text. */
export function typedCell(column: BoundColumn, row: ArchiveRow, context: ArchiveContext): TypedCell {
  const value = column.read(row);
  const slim = slimValue(column, value, context);
  return {
    DisplayValue: typedText(column, rawValue(column, value, slim, context)),
    TooltipHint: tooltipHint(column, value, column.owner(row), context),
    LinkHint: '',
  };
}

function typedText(column: BoundColumn, raw: string | number | boolean): string {
  switch (column.kind) {
    case 'int':
    case 'key':
    case 'list':
      return `[I:${raw}]`;
    case 'associate':
      return typeof raw === 'number' ? `[I:${raw}]` : raw.toString();
    case 'decimal':
      return `[F:${raw}]`;
    case 'bool':
      return raw === true ? '[B:1]' : '[B:0]';
    case 'diary':
    case 'stamp':
    case 'local':
      return `[DT:${typedDate(String(raw))}]`;
    case 'endDay':
    case 'day':
      return `[D:${typedDate(String(raw))}]`;
    case 'clock':
      return `[T:${typedDate(String(raw))}]`;
    default:
      return String(raw);
  }
}

/** `MM/dd/yyyy HH:mm:ss.fffffff`, of the wall clock as written. */
function typedDate(written: string): string {
  const [year, month, day] = written.slice(0, 10).split('-');
  return `${month}/${day}/${year} ${written.slice(11, 19)}.0000000`;
}
