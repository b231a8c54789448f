import { isUtf8 } from 'node:buffer';
import { sign } from '../upstream/json-bytes.ts';

/** No request of a graph is nested anywhere near as deep; what walks through values may do so by recursion. */
export const maxNesting = 64;

/** The text of a request; raises for bytes that are no UTF-8: read all the same, they would reach a CRM as other characters. */
export function textOf(body: Buffer): string {
  if (!isUtf8(body)) throw new TypeError('not UTF-8');
  return body.toString('utf8');
}

/**
 * Parses the JSON of a request; raises a `RangeError` for what is nested too deep, before anything is made of it: a
 * megabyte of brackets takes long to parse and longer to throw away.
 */
export function parseBody(text: string): unknown {
  let depth = 0;
  for (let at = 0; at < text.length; at += 1) {
    const unit = text.charCodeAt(at);
    if (unit === sign.quote) at = endOfText(text, at);
    else if (unit === sign.open || unit === sign.openList) depth += 1;
    else if (unit === sign.close || unit === sign.closeList) depth -= 1;
    if (depth > maxNesting + 1) throw new RangeError('nested too deep');
  }
  return JSON.parse(text);
}

/** Where the text that begins here ends; at the end of all where it does not. */
function endOfText(text: string, start: number): number {
  let end = text.indexOf('"', start + 1);
  while (end > 0 && isEscaped(text, end)) end = text.indexOf('"', end + 1);
  return end < 0 ? text.length : end;
}

function isEscaped(text: string, at: number): boolean {
  let before = at - 1;
  while (text.charCodeAt(before) === sign.backslash) before -= 1;
  return (at - before) % 2 === 0;
}
