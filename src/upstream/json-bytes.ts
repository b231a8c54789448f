/** Signs of JSON. */
export const sign = {
  quote: 34,
  plus: 43,
  comma: 44,
  minus: 45,
  point: 46,
  colon: 58,
  openList: 91,
  backslash: 92,
  closeList: 93,
  open: 123,
  close: 125,
} as const;

/** To read and write several bytes at a time. */
export const viewOf = (bytes: Uint8Array): DataView => new DataView(bytes.buffer, bytes.byteOffset, bytes.length);

/** What stands for itself in a text: neither a quote, nor the start of an escape, nor a control character. */
const isPlain = new Uint8Array(256).fill(1).fill(0, 0, 0x20);
isPlain[sign.quote] = 0;
isPlain[sign.backslash] = 0;

const escapeForm = /^\\(?:["\\/bfnrt]|u[\dA-Fa-f]{4})/;

/** A whole number of up to so many digits is exact. */
const EXACT_DIGITS = 15;

/** The place behind the text whose quote stands here; -1 where there is none that JSON knows. */
export function endOfText(bytes: Buffer, from: number): number {
  if (bytes[from] !== sign.quote) return -1;
  let at = from + 1;
  for (;;) {
    while (isPlain[bytes[at] as number] === 1) at += 1;
    if (bytes[at] === sign.quote) return at + 1;
    const length = escapeForm.exec(bytes.toString('latin1', at, at + 6))?.[0].length;
    if (length === undefined) return -1;
    at += length;
  }
}

/** The place behind the text, number or word that begins here; -1 where there is none that JSON knows. */
export function endOfValue(bytes: Buffer, at: number): number {
  const first = bytes[at] as number;
  if (first === sign.quote) return endOfText(bytes, at);
  if (first === sign.minus || isDigit(first)) return endOfNumber(bytes, at);
  const word = wordAt(bytes, at);
  return word ? at + word.text.length : -1;
}

const isDigit = (unit: number | undefined): boolean => unit !== undefined && unit >= 0x30 && unit <= 0x39;

function endOfDigits(bytes: Buffer, from: number): number {
  let at = from;
  while (isDigit(bytes[at])) at += 1;
  return at;
}

function endOfNumber(bytes: Buffer, from: number): number {
  const first = bytes[from] === sign.minus ? from + 1 : from;
  let end = endOfDigits(bytes, first);
  if (end === first || (bytes[first] === 0x30 && end > first + 1)) return -1;
  if (bytes[end] === sign.point) {
    const fraction = end + 1;
    end = endOfDigits(bytes, fraction);
    if (end === fraction) return -1;
  }
  if (bytes[end] !== 0x45 && bytes[end] !== 0x65) return end;
  const signed = bytes[end + 1] === sign.minus || bytes[end + 1] === sign.plus;
  const exponent = end + (signed ? 2 : 1);
  end = endOfDigits(bytes, exponent);
  return end === exponent ? -1 : end;
}

const words = [
  { text: 'null', value: null },
  { text: 'true', value: true },
  { text: 'false', value: false },
] as const;

function wordAt(bytes: Buffer, at: number) {
  for (const word of words) if (stands(word.text, bytes, at)) return word;
  return null;
}

function stands(text: string, bytes: Buffer, from: number): boolean {
  for (let index = 0; index < text.length; index += 1) if (bytes[from + index] !== text.charCodeAt(index)) return false;
  return true;
}

/** Values of JSON among bytes that have been found to be right, each made when it is asked for. */
export class JsonBytes {
  readonly bytes: Buffer;
  /** The same with a character for each byte: what is ASCII is cut out of it. */
  #characters: string | null = null;

  constructor(bytes: Buffer) {
    this.bytes = bytes;
  }

  /** The text, number or word that begins here. */
  value(at: number): unknown {
    const first = this.bytes[at] as number;
    if (first === sign.quote) return this.#text(at);
    if (first === sign.minus || isDigit(first)) return this.#number(at);
    return wordAt(this.bytes, at)?.value;
  }

  #text(at: number): string {
    const { bytes } = this;
    let end = at + 1;
    let all = 0;
    while (isPlain[bytes[end] as number] === 1) all |= bytes[end++] as number;
    if (end === at + 1 && bytes[end] === sign.quote) return '';
    if (bytes[end] !== sign.quote) return JSON.parse(bytes.toString('utf8', at, endOfText(bytes, at))) as string;
    return all < 0x80 ? this.#cut(at + 1, end) : bytes.toString('utf8', at + 1, end);
  }

  #number(at: number): number {
    const { bytes } = this;
    const first = bytes[at] === sign.minus ? at + 1 : at;
    let end = first;
    let whole = 0;
    while (isDigit(bytes[end])) whole = 10 * whole + (bytes[end++] as number) - 0x30;
    const next = bytes[end];
    if (end - first > EXACT_DIGITS || next === sign.point || next === 0x45 || next === 0x65)
      return Number(this.#cut(at, endOfNumber(bytes, at)));
    return first === at ? whole : -whole;
  }

  #cut(from: number, to: number): string {
    this.#characters ??= this.bytes.toString('latin1');
    return this.#characters.slice(from, to);
  }
}
