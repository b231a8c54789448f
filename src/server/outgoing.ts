import { ServerResponse, validateHeaderName, validateHeaderValue } from 'node:http';
import type { Incoming } from './incoming.ts';

declare module 'node:http' {
  interface ServerResponse {
    /**
     * Puts the head of an answer together: its first line, headers, and what Node adds to them. No part of what Node documents: were it
     * not called any more, answers would have no headers of this server, and none of its tests would pass.
     */
    _storeHeader(firstLine: string, headers: object | undefined): void;
  }
}

/** Headers that many answers have alike, by name. */
export type SharedHeaders = Readonly<Record<string, string>>;

const known = new WeakMap<SharedHeaders, string>();

/** The same as lines of HTTP, checked and put together once. */
export function linesOf(headers: SharedHeaders): string {
  let lines = known.get(headers);
  if (lines === undefined) {
    for (const [name, value] of Object.entries(headers)) {
      validateHeaderName(name);
      validateHeaderValue(name, value);
    }
    const text = Object.entries(headers).map(([name, value]) => `${name}: ${value}\r\n`);
    // In one piece, and not in the many that it was put together from: it is copied again and again.
    lines = Buffer.from(text.join(''), 'latin1').toString('latin1');
    known.set(headers, lines);
  }
  return lines;
}

/**
 * An answer whose head may begin with lines that are as they must be: Node looks through each name and each value of a header that it is
 * given, which takes longer than all else that is done for the head.
 */
export class Outgoing extends ServerResponse<Incoming> {
  #lines = '';

  /**
   * Sends a whole answer, its text a character for each byte. What the lines say must be sound: no line of them is looked at, and none may
   * tell how long the answer is, or what becomes of its connection. Headers that were set stand behind them.
   */
  sendWhole(status: number, lines: string, body: string | Buffer): void {
    this.#lines = lines;
    // Left to itself Node tells it to clients of HTTP/1.1 alone.
    this.writeHead(status, ['Content-Length', String(body.length)]);
    if (typeof body === 'string') this.end(body, 'latin1');
    else this.end(body);
  }

  override _storeHeader(firstLine: string, headers: object | undefined): void {
    super._storeHeader(firstLine + this.#lines, headers);
  }
}
