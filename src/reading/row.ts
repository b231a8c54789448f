import type { Layout, Table } from '../upstream/superoffice/table.ts';
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
  /** Epoch milliseconds of a diary text as it stands, those that say "no date" too; null for no text of a date. */
  written(wire: unknown): number | null;
  /** An instant as filters take it: `2026-03-01T08:00:00`. Of no use before the zone is known. */
  literal(instant: number): string;
  /** Whether the zone of the archive is known. */
  readonly isPrepared: boolean;
  /** Learns the zone of the archive. */
  prepare(): Promise<void>;
  /** Texts of instants tell them apart: their zone shows no hour twice. */
  readonly isExact: boolean;
}

/**
 * A row of an archive. Slim rows hold one value for each column; full rows hold the value and the text. The functions below hide which
 * of the two it is.
 */
export abstract class Row {
  readonly dates: DateReader;
  /** How many rows stand before it in the archive's answer, repeated ones counted. */
  at = 0;
  /** The key of the record that it stands for, once it has been read. */
  key: number | null | undefined = undefined;

  constructor(dates: DateReader) {
    this.dates = dates;
  }

  abstract readonly full: boolean;
  /** The value of a column, or of full rows its cell; undefined where the row has none of that name. */
  abstract cell(column: Column | string): unknown;
  /** Whether a slim row has a text there, which is not made for this. */
  abstract hasText(column: Column): boolean;
  /** What the row says of itself beside its columns. */
  abstract readonly primaryKey: string | number;
  abstract readonly entityName: unknown;
}

/** A row as the parser of JSON has made it, or this server of what came in another form. */
export class ParsedRow extends Row {
  readonly full: boolean;
  readonly #cells: SlimRow | FullRow['Column'];
  readonly #row: ArchiveRow;

  constructor(row: ArchiveRow, dates: DateReader) {
    super(dates);
    this.full = isFull(row);
    this.#cells = isFull(row) ? row.Column : row;
    this.#row = row;
  }

  get primaryKey(): string | number {
    return this.#row.PrimaryKey;
  }

  get entityName(): unknown {
    return this.#row.EntityName;
  }

  cell(column: Column | string): unknown {
    return this.#cells[typeof column === 'string' ? column : column.name];
  }

  hasText(column: Column): boolean {
    return !this.full && Boolean(this.cell(column)) && typeof this.cell(column) === 'string';
  }
}

/** A row that lies in the bytes of its answer. */
export class TableRow extends Row {
  readonly table: Table;
  readonly index: number;

  constructor(table: Table, index: number, dates: DateReader) {
    super(dates);
    this.table = table;
    this.index = index;
  }

  get full(): boolean {
    return false;
  }

  get primaryKey(): string | number {
    return this.cell('PrimaryKey') as string | number;
  }

  get entityName(): unknown {
    return this.cell('EntityName');
  }

  cell(column: Column | string): unknown {
    const { table, index } = this;
    const position = typeof column === 'string' ? table.layout.positionOf(column) : column.positionIn(table);
    return position < 0 ? undefined : table.value(index, position);
  }

  hasText(column: Column): boolean {
    const position = column.positionIn(this.table);
    return position >= 0 && this.table.hasText(this.index, position);
  }
}

/** Where a value lies. */
export interface Cell {
  readonly row: Row;
  readonly column: Column;
}

/** A column that is read again and again: it knows where it lay in the last answer, and the next one mostly has the same layout. */
export class Column {
  readonly name: string;
  #layout: Layout | null = null;
  #position = -1;

  constructor(name: string) {
    this.name = name;
  }

  /** Its place in the rows of an answer; -1 where they have none of that name. */
  positionIn({ layout }: Table): number {
    if (layout !== this.#layout) {
      this.#layout = layout;
      this.#position = layout.positionOf(this.name);
    }
    return this.#position;
  }
}

const isFull = (row: ArchiveRow): row is FullRow =>
  typeof (row as FullRow).Column === 'object' && (row as FullRow).Column !== null;

/** The typed value of a cell: a number, a boolean, an ISO date, or a text. */
export function cellOf(row: Row, column: Column | string): unknown {
  const cell = row.cell(column);
  if (!row.full) return cell;
  const full = cell as FullCell | undefined;
  return full?.RawValue ?? full?.DisplayValue;
}

/** The text of a cell for people; of a list column its item's name, of an associate column the initials. Empty is null. */
export const textOf = (row: Row, column: Column | string): string | null => textIn(row, row.cell(column));

function textIn(row: Row, cell: unknown): string | null {
  return row.full ? textOfFull(cell as FullCell | undefined) : asText(cell);
}

/** A number without a text beside it is the id of an item or an associate, and 0 is none. */
function textOfFull(cell: FullCell | undefined): string | null {
  const shown = cell?.DisplayValue ?? cell?.RawValue;
  return typeof shown === 'string' ? asText(shown) : null;
}

/** The id behind a list or associate column, which only full rows hold. `undefined`: the answer holds no id. */
export const idOf = (row: Row, column: Column | string): number | null | undefined => idIn(row, row.cell(column));

function idIn(row: Row, cell: unknown): number | null | undefined {
  if (row.full) return idOfFull(cell as FullCell | undefined);
  return typeof cell === 'number' && asWhole(cell) !== null ? cell || null : undefined;
}

/**
 * The manual samples RawValue for root columns alone, so the `{table_id=n}` of the tooltip counts too; not of a cell without a value,
 * whose tooltip may be that of the row's own record.
 */
function idOfFull(cell: FullCell | null | undefined): number | null | undefined {
  const { RawValue: raw = null, DisplayValue: shown = null, TooltipHint } = cell ?? {};
  if (typeof raw === 'number' && Number.isInteger(raw)) return raw || null;
  if ((raw === null || raw === '') && !shown) return null;
  const written =
    /=(\d+)\}/.exec(TooltipHint ?? '')?.[1] ?? (typeof raw === 'string' ? /^\d+$/.exec(raw)?.[0] : undefined);
  return written === undefined ? undefined : Number(written) || null;
}

/** A whole number of a cell (keys of contacts, persons, years); null where it is empty. */
export function wholeOf(row: Row, column: Column | string): number | null {
  return asWhole(cellOf(row, column));
}

export const asText = (value: unknown): string | null => {
  if (typeof value === 'string') return value === '' ? null : value;
  return typeof value === 'number' ? String(value) : null;
};

/** Of whole numbers those that the graph has room for. */
export const asWhole = (value: unknown): number | null => {
  const isNumber = typeof value === 'number' || (typeof value === 'string' && /^-?\d+$/.test(value));
  const whole = isNumber ? Number(value) : Number.NaN;
  return whole === (whole | 0) ? whole : null;
};

/** The key of a record, which is above 0. */
export const asKey = (value: unknown): number | null => {
  const whole = asWhole(value);
  return whole !== null && whole > 0 ? whole : null;
};

export const asNumber = (value: unknown): number | null => {
  if (typeof value === 'number') return Number.isFinite(value) ? value : null;
  return typeof value === 'string' && value.trim() !== '' && Number.isFinite(Number(value)) ? Number(value) : null;
};

/** Booleans come as true, 1, "1" or "True", depending on the column. Null where nothing is said, as of what the ticket may not read. */
export const asFlag = (value: unknown): boolean | null => {
  if (typeof value === 'boolean') return value;
  if (typeof value === 'number') return value !== 0;
  return typeof value === 'string' && value !== '' ? value === '1' || value.toLowerCase() === 'true' : null;
};
