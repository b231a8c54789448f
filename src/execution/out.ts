import { sign, viewOf } from '../upstream/json-bytes.ts';

/** Room at the start, and what is kept of room that a long answer has made. */
const ROOM = 65_536;
const KEPT_ROOM = 1_048_576;

/** The digit. */
const ZERO = 0x30;

/** Values that are the same wherever they stand. */
export const word = { none: Buffer.from('null'), yes: Buffer.from('true'), no: Buffer.from('false') } as const;

/** A text of the answer that is always the same, such as the name of a field, to be written four bytes at a time. */
export class Fixed {
  readonly length: number;
  readonly words: Int32Array;

  constructor(text: string) {
    this.length = Buffer.byteLength(text);
    const bytes = Buffer.alloc(4 * Math.ceil(this.length / 4));
    bytes.write(text);
    const view = viewOf(bytes);
    this.words = Int32Array.from({ length: bytes.length / 4 }, (_, index) => view.getInt32(4 * index, true));
  }
}

/** The highest bit of each of four bytes that is zero; what stands above the lowest of them says nothing. */
const zeros = (word: number): number => (word - 0x01010101) & ~word & 0x80808080;

/**
 * Where answers are written, as JSON in UTF-8, one value behind the other. There is one for the process, since nothing is written to it
 * across turns: what has to wait for something takes its bytes away, and so does what is complete. Who gives a value up goes back to
 * the length that it began at.
 */
class Out {
  length = 0;
  #bytes: Buffer = Buffer.allocUnsafeSlow(ROOM);
  #view = viewOf(this.#bytes);

  byte(byte: number): void {
    this.#roomFor(1)[this.length++] = byte;
  }

  bytes(bytes: Uint8Array): void {
    const room = this.#roomFor(bytes.length);
    // A copy by the system takes longer than this to begin.
    if (bytes.length > 32) room.set(bytes, this.length);
    else for (let index = 0; index < bytes.length; index += 1) room[this.length + index] = bytes[index] as number;
    this.length += bytes.length;
  }

  /** Four bytes at a time, and up to three more than there are, which the next value is written over. */
  fixed({ length, words }: Fixed): void {
    this.#roomFor(4 * words.length);
    for (let index = 0; index < words.length; index += 1)
      this.#view.setInt32(this.length + 4 * index, words[index] as number, true);
    this.length += length;
  }

  /** What is JSON already. */
  json(text: string): void {
    this.length += this.#roomFor(3 * text.length).write(text, this.length);
  }

  /** The same of nothing but ASCII, such as a number. */
  ascii(text: string): void {
    // Asked once: texts come in many forms, and each tells its length in its own way.
    const { length } = text;
    const room = this.#roomFor(length);
    for (let index = 0; index < length; index += 1) room[this.length + index] = text.charCodeAt(index);
    this.length += length;
  }

  /** A whole number of 32 bits. */
  whole(value: number): void {
    const room = this.#roomFor(11);
    let left = Math.abs(value);
    if (value < 0) room[this.length++] = sign.minus;
    let end = this.length + 1;
    for (let bound = 10; left >= bound; bound *= 10) end += 1;
    this.length = end;
    do {
      const rest = Math.floor(left / 10);
      room[--end] = ZERO + left - 10 * rest;
      left = rest;
    } while (left > 0);
  }

  /** A number that is not negative, in tenths: `12.3`, `12`. */
  tenths(value: number): void {
    const count = Math.round(10 * value);
    const rest = count % 10;
    this.whole((count - rest) / 10);
    if (rest === 0) return;
    this.byte(sign.point);
    this.byte(ZERO + rest);
  }

  /** A text in quotes. */
  text(text: string): void {
    if (!this.#plainText(text)) this.json(JSON.stringify(text));
  }

  /** A text that lies among other JSON in UTF-8; false: it is none, is empty, or has an escape, which may be written in several ways. */
  copyText(bytes: DataView, from: number): boolean {
    if (bytes.getUint8(from) !== sign.quote || bytes.getUint8(from + 1) === sign.quote) return false;
    let at = this.length + 1;
    for (let index = from + 1; ; index += 4, at += 4) {
      // Behind the last text of an answer more signs follow than are read ahead of here.
      const word = bytes.getInt32(index, true);
      if (at + 4 > this.#bytes.length) this.#grown(4, at);
      this.#view.setInt32(at, word, true);
      const marks = zeros(word ^ 0x22222222) | zeros(word ^ 0x5c5c5c5c);
      if (marks === 0) continue;
      const ahead = (31 - Math.clz32(marks & -marks)) >> 3;
      if (bytes.getUint8(index + ahead) === sign.backslash) return false;
      this.#bytes[this.length] = sign.quote;
      this.length = at + ahead + 1;
      return true;
    }
  }

  /** Nearly all texts need nothing but their quotes; false: this one has an escape, or a character of two halves. */
  #plainText(text: string): boolean {
    const { length } = text;
    const room = this.#roomFor(3 * length + 2);
    let at = this.length;
    room[at++] = sign.quote;
    for (let index = 0; index < length; index += 1) {
      const unit = text.charCodeAt(index);
      if (unit < 0x80) {
        if (unit < 0x20 || unit === sign.quote || unit === sign.backslash) return false;
        room[at++] = unit;
      } else if (unit < 0x800) {
        room[at++] = 0xc0 | (unit >> 6);
        room[at++] = 0x80 | (unit & 0x3f);
      } else if (unit < 0xd800 || unit > 0xdfff) {
        room[at++] = 0xe0 | (unit >> 12);
        room[at++] = 0x80 | ((unit >> 6) & 0x3f);
        room[at++] = 0x80 | (unit & 0x3f);
      } else return false;
    }
    room[at++] = sign.quote;
    this.length = at;
    return true;
  }

  /** Any value; `null` where JSON has no form for it, as in a list. */
  value(value: unknown): void {
    if (typeof value === 'string') this.text(value);
    else this.json(JSON.stringify(value) ?? 'null');
  }

  /** Takes away what was written from a place on. */
  take(from: number): Buffer {
    const taken = Buffer.allocUnsafe(this.length - from);
    this.#bytes.copy(taken, 0, from, this.length);
    this.#backTo(from);
    return taken;
  }

  /** The same as a text; as `latin1` it has a character for each byte, for who writes it so. */
  takeText(from: number, encoding: 'utf8' | 'latin1' = 'utf8'): string {
    const text = this.#bytes.toString(encoding, from, this.length);
    this.#backTo(from);
    return text;
  }

  #backTo(length: number): void {
    this.length = length;
    if (length === 0 && this.#bytes.length > KEPT_ROOM) this.#use(Buffer.allocUnsafeSlow(ROOM));
  }

  #roomFor(count: number): Buffer {
    return this.length + count <= this.#bytes.length ? this.#bytes : this.#grown(count, this.length);
  }

  /** `used`: up to where bytes are written. */
  #grown(count: number, used: number): Buffer {
    const grown = Buffer.allocUnsafeSlow(Math.max(2 * this.#bytes.length, used + count));
    this.#bytes.copy(grown, 0, 0, used);
    this.#use(grown);
    return grown;
  }

  #use(bytes: Buffer): void {
    this.#bytes = bytes;
    this.#view = viewOf(bytes);
  }
}

export const out = new Out();
