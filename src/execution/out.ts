/** Room at the start, and what is kept of room that a long answer has made. */
const ROOM = 65_536;
const KEPT_ROOM = 1_048_576;

/** Values that are the same wherever they stand. */
export const word = { none: Buffer.from('null'), yes: Buffer.from('true'), no: Buffer.from('false') } as const;

export const sign = { quote: 34, comma: 44, openList: 91, backslash: 92, closeList: 93, close: 125 } as const;

/**
 * Where answers are written, as JSON in UTF-8, one value behind the other. There is one for the process, since nothing is written to it
 * across turns: what has to wait for something takes its bytes away, and so does what is complete. Who gives a value up goes back to
 * the length that it began at.
 */
class Out {
  length = 0;
  #bytes = Buffer.allocUnsafeSlow(ROOM);

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

  /** What is JSON already. */
  json(text: string): void {
    this.length += this.#roomFor(3 * text.length).write(text, this.length);
  }

  /** The same of nothing but ASCII, such as a number. */
  ascii(text: string): void {
    const room = this.#roomFor(text.length);
    for (let index = 0; index < text.length; index += 1) room[this.length + index] = text.charCodeAt(index);
    this.length += text.length;
  }

  /** A text in quotes. */
  text(text: string): void {
    if (!this.#plainText(text)) this.json(JSON.stringify(text));
  }

  /** Nearly all texts need nothing but their quotes; false: this one has an escape, or a character of two halves. */
  #plainText(text: string): boolean {
    const room = this.#roomFor(3 * text.length + 2);
    let at = this.length;
    room[at++] = sign.quote;
    for (let index = 0; index < text.length; index += 1) {
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
    if (length === 0 && this.#bytes.length > KEPT_ROOM) this.#bytes = Buffer.allocUnsafeSlow(ROOM);
  }

  #roomFor(count: number): Buffer {
    return this.length + count <= this.#bytes.length ? this.#bytes : this.#grown(count);
  }

  #grown(count: number): Buffer {
    const grown = Buffer.allocUnsafeSlow(Math.max(2 * this.#bytes.length, this.length + count));
    this.#bytes.copy(grown, 0, 0, this.length);
    this.#bytes = grown;
    return grown;
  }
}

export const out = new Out();
