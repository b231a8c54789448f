import DataLoader from 'dataloader';
import { MOST_ROWS } from './estate-reads.ts';

/** What was found by id, or for an id alone why it could not be read. */
export type Found<Value> = ReadonlyMap<number, Value | Error>;

/** Values by id for one operation: what one tick asks is one read, and no id is read twice. */
export class ById<Value> {
  readonly #found = new Map<number, Value | Error>();
  /** The read of each id. */
  readonly #reads = new Map<number, Promise<null>>();
  readonly #loader: DataLoader<readonly number[], null>;
  readonly #read: (ids: readonly number[]) => Promise<Found<Value>>;

  constructor(read: (ids: readonly number[]) => Promise<Found<Value>>) {
    this.#read = read;
    this.#loader = new DataLoader((lists) => this.#readAll(lists), { cache: false });
  }

  /** The value of an id. `beside`: ids that are sure to be asked for as well, such as all of its page. */
  one(id: number, beside: readonly number[] = [id]): Promise<Value> {
    return this.#readOf(id, beside).then(() => this.#valueOf(id));
  }

  /** The values of ids, in their order; for one that could not be read, why. */
  all(ids: readonly number[]): Promise<(Value | Error)[]> {
    const reads = new Set(ids.map((id) => this.#readOf(id, ids)));
    const [first, ...others] = reads;
    const reading: Promise<unknown> = first && others.length === 0 ? first : Promise.all(reads);
    return reading.then(() => ids.map((id) => this.#found.get(id) as Value | Error));
  }

  #readOf(id: number, beside: readonly number[]): Promise<null> {
    const known = this.#reads.get(id);
    if (known) return known;
    const fresh = beside.filter((each) => !this.#reads.has(each));
    const read = this.#loader.load(fresh);
    for (const each of fresh) this.#reads.set(each, read);
    return read;
  }

  async #readAll(lists: readonly (readonly number[])[]): Promise<null[]> {
    const ids = lists.flat();
    const parts: number[][] = [];
    for (let at = 0; at < ids.length; at += MOST_ROWS) parts.push(ids.slice(at, at + MOST_ROWS));
    await Promise.all(parts.map((part) => this.#readPart(part)));
    return lists.map(() => null);
  }

  async #readPart(ids: readonly number[]): Promise<void> {
    const found = await this.#read(ids).catch((error: Error) => error);
    for (const id of ids) this.#found.set(id, found instanceof Error ? found : (found.get(id) as Value | Error));
  }

  #valueOf(id: number): Value {
    const value = this.#found.get(id);
    if (value instanceof Error) throw value;
    return value as Value;
  }
}
