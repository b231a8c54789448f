/** What is asked for by id. */
export interface AskedById {
  /** Each once. */
  readonly ids: readonly number[];
  /** Columns, or members. */
  readonly select: readonly string[];
  /** Rows with the ids of list items and associates. */
  readonly full: boolean;
}

/** What there is, by id; where it could not be read, why. */
export type FoundById<One> = ReadonlyMap<number, One | Error>;

type Read<One> = (ids: readonly number[]) => Promise<FoundById<One>>;

interface Reading<One> extends AskedById {
  readonly found: Promise<FoundById<One>>;
  /** The ids, once it was asked whether one is among them. */
  known: ReadonlySet<number> | null;
}

/** What one operation reads by id from one source: what a wave wants that an earlier one has asked for is not asked for again. */
export class ReadOnce<One> {
  private readonly readings: Reading<One>[] = [];

  /** What there is of the ids, with at least what was selected. */
  of(asked: AskedById, read: Read<One>): Promise<FoundById<One>> {
    // Mostly nothing was.
    if (this.readings.length === 0) return this.begin(asked, read);
    const earlier = this.readings.filter((reading) => holds(reading, asked) && hasSome(reading, asked.ids));
    return earlier.length > 0 ? this.beyond(earlier, asked, read) : this.begin(asked, read);
  }

  private begin({ ids, select, full }: AskedById, read: Read<One>): Promise<FoundById<One>> {
    const found = read(ids);
    this.readings.push({ ids, select, full, found, known: null });
    return found;
  }

  /** The same where some may have been asked for. What then could not be read is asked for anew: it may have been another column. */
  private async beyond(earlier: readonly Reading<One>[], asked: AskedById, read: Read<One>): Promise<FoundById<One>> {
    const missing = asked.ids.filter((id) => !earlier.some((reading) => isAmong(reading, id)));
    const first = missing.length > 0 ? this.begin({ ...asked, ids: missing }, read) : null;
    const all = new Map<number, One | Error>();
    const failed = new Set<number>();
    for (const { found } of earlier) {
      const there = await found;
      for (const id of asked.ids) {
        const one = there.get(id);
        if (one instanceof Error) failed.add(id);
        else if (one !== undefined) all.set(id, one);
      }
    }
    const again = asked.ids.filter((id) => failed.has(id) && !all.has(id));
    const second = again.length > 0 ? this.begin({ ...asked, ids: again }, read) : null;
    for (const found of [await first, await second]) for (const [id, one] of found ?? []) all.set(id, one);
    return all;
  }
}

function holds<One>(reading: Reading<One>, { select, full }: AskedById): boolean {
  return (reading.full || !full) && select.every((column) => reading.select.includes(column));
}

/** Nobody waits for a reading of others. */
const hasSome = <One>(reading: Reading<One>, ids: readonly number[]): boolean => ids.some((id) => isAmong(reading, id));

function isAmong<One>(reading: Reading<One>, id: number): boolean {
  reading.known ??= new Set(reading.ids);
  return reading.known.has(id);
}
