import { isUtf8 } from 'node:buffer';
import { endOfText, endOfValue, JsonBytes, sign, viewOf } from '../json-bytes.ts';

/** A name as each row repeats it: the sign ahead of it, its quotes, and the colon. It is compared four bytes at a time. */
interface Repeated {
  readonly words: Int32Array;
  readonly rest: Uint8Array;
}

/** Which columns the rows of an answer have, in their order. */
export class Layout {
  readonly names: readonly string[];
  readonly repeated: readonly Repeated[];
  readonly #positions: ReadonlyMap<string, number>;

  constructor(names: readonly string[], repeated: readonly Repeated[]) {
    this.names = names;
    this.repeated = repeated;
    this.#positions = new Map(names.map((name, position) => [name, position]));
  }

  /** The place of a column in each row; -1 where the rows have none of that name. */
  positionOf(name: string): number {
    return this.#positions.get(name) ?? -1;
  }
}

/**
 * The rows of an archive's answer, left as they lie in its bytes: a value is made of a cell when somebody asks for it, and most texts
 * go into an answer as they came. Read so is only what has no space between its signs, the same columns in all rows, and no lists or
 * objects for values; what is written in any other way is left to the parser that knows all of JSON.
 */
export class Table {
  readonly layout: Layout;
  /** Of the rows. */
  readonly length: number;
  readonly view: DataView;
  readonly #json: JsonBytes;
  /** Where each cell begins, row by row. */
  readonly #starts: Int32Array;
  /** Where `odata.nextLink` begins; 0: there is none. */
  readonly #link: number;

  private constructor(bytes: Buffer, { layout, starts, view }: Rows, link: number) {
    this.layout = layout;
    this.length = starts.length / layout.names.length;
    this.#json = new JsonBytes(bytes);
    this.#starts = starts;
    this.view = view;
    this.#link = link;
  }

  /** The rows of an answer to a question for columns; null for one that is not written so. */
  static of(bytes: Buffer, question: object): Table | null {
    // Bytes that are no UTF-8 stand for other texts than they are.
    if (bytes[0] !== sign.open || !isUtf8(bytes)) return null;
    const envelope: Envelope = { rows: null, link: 0 };
    let at = 0;
    do at = memberAt(bytes, at + 1, question, envelope);
    while (bytes[at] === sign.comma);
    const isWhole = bytes[at] === sign.close && isSpace(bytes, at + 1);
    return envelope.rows && isWhole ? new Table(bytes, envelope.rows, envelope.link) : null;
  }

  /** `odata.nextLink`. */
  get nextLink(): unknown {
    return this.#link > 0 ? this.#json.value(this.#link) : null;
  }

  /** Where the cell of a row at a place begins. */
  startOf(row: number, position: number): number {
    return this.#starts[row * this.layout.names.length + position] as number;
  }

  /** Whether it is a text that is not empty. */
  hasText(row: number, position: number): boolean {
    const start = this.startOf(row, position);
    return this.view.getUint8(start) === sign.quote && this.view.getUint8(start + 1) !== sign.quote;
  }

  /** The value of the cell of a row at a place. */
  value(row: number, position: number): unknown {
    return this.#json.value(this.startOf(row, position));
  }
}

/** What there is around the rows. */
interface Envelope {
  rows: Rows | null;
  /** Where the link to more of them begins. */
  link: number;
}

const member = { value: Buffer.from('"value"'), link: Buffer.from('"odata.nextLink"') } as const;

/** The place behind the member of an envelope that begins here; -1 where it is none. */
function memberAt(bytes: Buffer, from: number, question: object, envelope: Envelope): number {
  const colon = endOfText(bytes, from);
  if (bytes[colon] !== sign.colon || hasEscape(bytes, from, colon)) return -1;
  if (isName(bytes, from, colon, member.value)) {
    envelope.rows = envelope.rows ? null : rowsAt(bytes, colon + 1, question);
    return envelope.rows?.end ?? -1;
  }
  if (isName(bytes, from, colon, member.link)) envelope.link = colon + 1;
  return endOfValue(bytes, colon + 1);
}

/** A name may be written in many ways, and is known by one of them. */
function hasEscape(bytes: Buffer, from: number, to: number): boolean {
  for (let at = from; at < to; at += 1) if (bytes[at] === sign.backslash) return true;
  return false;
}

function isName(bytes: Buffer, from: number, to: number, name: Buffer): boolean {
  if (to - from !== name.length) return false;
  for (let index = 0; index < name.length; index += 1) if (bytes[from + index] !== name[index]) return false;
  return true;
}

interface Rows {
  readonly layout: Layout;
  readonly starts: Int32Array;
  readonly view: DataView;
  /** The place behind them. */
  readonly end: number;
}

/** What the last answer to a question had: mostly the next one has the same. */
const layouts = new WeakMap<object, Layout>();

function rowsAt(bytes: Buffer, at: number, question: object): Rows | null {
  if (bytes[at] !== sign.openList) return null;
  if (found.length > KEPT_ROOM) found = new Int32Array(ROOM);
  const expected = layouts.get(question);
  const rows = expected && rowsOf(expected, bytes, at + 1);
  if (rows) return rows;
  const layout = layoutAt(bytes, at + 1);
  if (!layout) return null;
  layouts.set(question, layout);
  return rowsOf(layout, bytes, at + 1);
}

/** The columns of the row that begins here; null where one stands twice. */
function layoutAt(bytes: Buffer, from: number): Layout | null {
  if (bytes[from] !== sign.open) return null;
  const json = new JsonBytes(bytes);
  const names: string[] = [];
  const repeated: Repeated[] = [];
  let at = from;
  do {
    const colon = endOfText(bytes, at + 1);
    if (bytes[colon] !== sign.colon) return null;
    names.push(json.value(at + 1) as string);
    repeated.push(repeatedOf(bytes.subarray(at, colon + 1)));
    at = endOfValue(bytes, colon + 1);
  } while (bytes[at] === sign.comma);
  return bytes[at] === sign.close && new Set(names).size === names.length ? new Layout(names, repeated) : null;
}

function repeatedOf(bytes: Uint8Array): Repeated {
  const view = viewOf(bytes);
  const words = new Int32Array(bytes.length >> 2);
  for (let index = 0; index < words.length; index += 1) words[index] = view.getInt32(4 * index, true);
  // A copy: layouts are kept, and answers are not.
  return { words, rest: Uint8Array.from(bytes.subarray(4 * words.length)) };
}

/** Room at the start, and what is kept of room that a long answer has made. */
const ROOM = 1_024;
const KEPT_ROOM = 65_536;

/** Where cells begin, while rows are looked through. */
let found = new Int32Array(ROOM);

/** All rows from here to the end of their list; null where one has other columns, or is not written as it should be. */
function rowsOf(layout: Layout, bytes: Buffer, from: number): Rows | null {
  const { repeated } = layout;
  const view = viewOf(bytes);
  let count = 0;
  let at = from;
  for (;;) {
    if (count + repeated.length > found.length) found = grown(found);
    at = endOfRow(repeated, bytes, view, at, count);
    count += repeated.length;
    if (bytes[at] === sign.closeList) return { layout, view, starts: found.slice(0, count), end: at + 1 };
    if (bytes[at] !== sign.comma) return null;
    at += 1;
  }
}

/** Looks through a row; gives the place behind it, or -1. */
function endOfRow(repeated: readonly Repeated[], bytes: Buffer, view: DataView, from: number, count: number): number {
  let at = from;
  for (let position = 0; position < repeated.length; position += 1) {
    at = behind(repeated[position] as Repeated, bytes, view, at);
    if (at < 0) return -1;
    found[count + position] = at;
    at = endOfValue(bytes, at);
    if (at < 0) return -1;
  }
  return bytes[at] === sign.close ? at + 1 : -1;
}

function grown(list: Int32Array<ArrayBuffer>): Int32Array<ArrayBuffer> {
  const longer = new Int32Array(2 * list.length);
  longer.set(list);
  return longer;
}

/** The place behind a name that stands here; -1 where another one does. */
function behind({ words, rest }: Repeated, bytes: Buffer, view: DataView, from: number): number {
  const end = from + 4 * words.length;
  if (end > bytes.length) return -1;
  let at = from;
  for (let index = 0; at < end; index += 1, at += 4) if (view.getInt32(at, true) !== words[index]) return -1;
  for (let index = 0; index < rest.length; index += 1, at += 1) if (bytes[at] !== rest[index]) return -1;
  return at;
}

/** Nothing but space from here on. */
function isSpace(bytes: Buffer, from: number): boolean {
  return from === bytes.length || /^[ \n\r\t]*$/.test(bytes.toString('latin1', from));
}
