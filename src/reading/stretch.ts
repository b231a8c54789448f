import type { Row } from './row.ts';
import type { RowsRead } from './rows.ts';

/** Reads rows of a list, `skip` from its end that they are counted from. */
export type ReadRows = (skip: number, top: number) => Promise<RowsRead>;

/**
 * Rows of a list without a gap, each once, that grow on both sides. A server may count rows with `$skip` that the
 * ticket does not see, or count a record several times, so what is read next may overlap with what is there.
 */
export class Stretch {
  readonly rows: Row[] = [];
  /** Nothing lies behind it. */
  isLast = false;
  private readonly read: ReadRows;
  private readonly identify: (row: Row) => number | null;
  private readonly keys = new Set<number>();
  private first: number;
  private next: number;

  constructor(read: ReadRows, identify: (row: Row) => number | null, from: number) {
    this.read = read;
    this.identify = identify;
    this.first = from;
    this.next = from;
  }

  /** Nothing lies ahead of it. */
  get isFirst(): boolean {
    return this.first === 0;
  }

  indexOf(key: number): number {
    return this.keys.has(key) ? this.rows.findIndex((row) => this.identify(row) === key) : -1;
  }

  /** Reads on behind its last row. */
  async growBehind(count: number): Promise<void> {
    const { rows, exhausted } = await this.read(this.next, count);
    for (const row of rows) {
      this.next = row.at + 1;
      if (this.isNew(row)) this.rows.push(row);
    }
    this.isLast = exhausted || rows.length === 0;
  }

  /** Reads what lies ahead of its first row; how many rows came of it. */
  async growAhead(count: number): Promise<number> {
    const from = Math.max(0, this.first - count);
    const { rows } = await this.read(from, this.first - from);
    const overlap = rows.findIndex((row) => this.keys.has(this.identify(row) ?? 0));
    const added = (overlap < 0 ? rows : rows.slice(0, overlap)).filter((row) => this.isNew(row));
    this.rows.unshift(...added);
    this.first = from;
    return added.length;
  }

  private isNew(row: Row): boolean {
    const key = this.identify(row) ?? 0;
    if (this.keys.has(key)) return false;
    this.keys.add(key);
    return true;
  }
}
