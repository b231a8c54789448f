import type { ArchiveRow, FullCell, FullRow, SlimRow } from '../upstream/superoffice/wire.ts';

/** The three classes of dates that SuperOffice knows; each is read in its own way. */
export type DateClass = 'diary' | 'stamp' | 'calendar';

/** How the dates of one answer are to be read: its request's headers and the tenant decide, not the cell. */
export interface DateReader {
  /** Epoch milliseconds of a wire date; null where the wire says "no date". */
  instant(wire: unknown, dateClass: DateClass): number | null;
}

/** Dates of archive cells and of filters, which follow the setting on archive zones. */
export interface ArchiveDates extends DateReader {
  /** An instant as filters take it: `2026-03-01T08:00:00`. */
  literal(instant: number): string;
  /** Texts of instants tell them apart: their zone shows no hour twice. */
  readonly isExact: boolean;
}

/**
 * A row of an archive, slim or full. Slim rows hold one value for each column; full rows hold the value and the
 * text. The functions below hide which of the two it is.
 */
export class Row {
  readonly cells: SlimRow | FullRow['Column'];
  readonly full: boolean;
  readonly primaryKey: string | number;
  readonly dates: DateReader;
  /** How many rows stand before it in the archive's answer, repeated ones counted. */
  at = 0;

  constructor(row: ArchiveRow, dates: DateReader) {
    this.full = isFull(row);
    this.cells = isFull(row) ? row.Column : row;
    this.primaryKey = row.PrimaryKey;
    this.dates = dates;
  }
}

const isFull = (row: ArchiveRow): row is FullRow =>
  typeof (row as FullRow).Column === 'object' && (row as FullRow).Column !== null;

/** The typed value of a cell: a number, a boolean, an ISO date, or a text. */
export function cellOf(row: Row, column: string): unknown {
  const cell = row.cells[column];
  if (!row.full) return cell;
  const full = cell as FullCell | undefined;
  return full?.RawValue ?? full?.DisplayValue;
}

/** The text of a cell for people; of a list column its item's name, of an associate column the initials. Empty is null. */
export function textOf(row: Row, column: string): string | null {
  const cell = row.cells[column];
  const text = row.full
    ? ((cell as FullCell | undefined)?.DisplayValue ?? (cell as FullCell | undefined)?.RawValue)
    : cell;
  return asText(text);
}

/** The id behind a list or associate column, which only full rows hold. `undefined`: the answer holds no id. */
export function idOf(row: Row, column: string): number | null | undefined {
  if (row.full) return idOfFull(row.cells[column] as FullCell | undefined);
  const value = row.cells[column];
  return typeof value === 'number' ? value || null : undefined;
}

/** The manual samples RawValue for root columns alone, so the `{table_id=n}` of the tooltip counts too. */
function idOfFull(cell: FullCell | undefined): number | null | undefined {
  if (!cell) return undefined;
  const { RawValue: raw, TooltipHint } = cell;
  if (typeof raw === 'number' && Number.isInteger(raw)) return raw || null;
  const written =
    /=(\d+)\}/.exec(TooltipHint ?? '')?.[1] ?? (typeof raw === 'string' ? /^\d+$/.exec(raw)?.[0] : undefined);
  if (written !== undefined) return Number(written) || null;
  return raw === null || raw === '' || raw === undefined ? null : undefined;
}

/** A whole number of a cell (keys of contacts, persons, years); null where it is empty. */
export function wholeOf(row: Row, column: string): number | null {
  return asWhole(cellOf(row, column));
}

export const asText = (value: unknown): string | null => {
  if (typeof value === 'string') return value === '' ? null : value;
  return typeof value === 'number' ? String(value) : null;
};

export const asWhole = (value: unknown): number | null => {
  if (typeof value === 'number') return Number.isFinite(value) ? Math.trunc(value) : null;
  return typeof value === 'string' && /^-?\d+$/.test(value) ? Number(value) : null;
};

export const asNumber = (value: unknown): number | null => {
  if (typeof value === 'number') return Number.isFinite(value) ? value : null;
  return typeof value === 'string' && value.trim() !== '' && Number.isFinite(Number(value)) ? Number(value) : null;
};

/** Booleans come as true, 1, "1" or "True", depending on the column. */
export const asFlag = (value: unknown): boolean => {
  if (typeof value === 'string') return value === '1' || value.toLowerCase() === 'true';
  return value === true || (typeof value === 'number' && value !== 0);
};
