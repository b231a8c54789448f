import type { IncomingHttpHeaders } from 'node:http';
import type { UpstreamCall } from './calls.ts';
import { UpstreamError } from './errors.ts';
import type { WireAnswer } from './exchange.ts';
import { turn } from './turn.ts';

/** From here on a body takes long to read. */
const LONG_BODY = 64 * 1024;

/** A complete answer of any status; the caller knows what its statuses mean. */
export interface HttpAnswer {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  /** Seconds of `Retry-After`, where the answer has one that can be read. */
  readonly retryAfter: number | undefined;
  /** This attempt in the log of calls: the caller fills in what only it can count. */
  readonly call: UpstreamCall;
  readonly body: Buffer;
  /** The body as JSON; raises `malformed` where it is none. */
  json(): unknown;
}

/** Seconds to wait by a `Retry-After` in either form; undefined where it says nothing that can be read. */
export function retryAfterSeconds(value: string | undefined, now: () => number = Date.now): number | undefined {
  if (!value) return undefined;
  if (/^\s*\d{1,9}\s*$/.test(value)) return Number(value);
  const at = /[a-z]{3}/i.test(value) ? Date.parse(value) : Number.NaN;
  return Number.isNaN(at) ? undefined : Math.max(0, Math.ceil((at - now()) / 1_000));
}

/**
 * 500 is also how the CRM refuses a bad write or question (superoffice.md 9.1, 9.3), naming its exception: that says nothing about
 * the upstream's health, and one caller's bad questions must not close the way to all of a tenant.
 */
function isFault(status: number, body: Buffer, intent: 'read' | 'write'): boolean {
  if (status !== 500) return status > 500;
  return intent === 'read' && !/"ErrorType"\s*:\s*"/.test(body.toString('latin1', 0, 2_000));
}

/** An answer as it came in. */
export class Answer implements HttpAnswer {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly retryAfter: number | undefined;
  readonly call: UpstreamCall;
  readonly body: Buffer;
  /** Whether it counts against the health of the upstream. */
  readonly isFault: boolean;

  constructor({ status, headers, body }: WireAnswer, call: UpstreamCall, intent: 'read' | 'write') {
    this.status = status;
    this.headers = headers;
    this.retryAfter = retryAfterSeconds(headers['retry-after']);
    this.call = call;
    this.body = body;
    this.isFault = isFault(status, body, intent);
    // In whatever way it is read: that comes next.
    if (body.length > LONG_BODY) turn.begin();
  }

  json(): unknown {
    const text = this.body.toString('utf8');
    try {
      return JSON.parse(text.charCodeAt(0) === 0xfeff ? text.slice(1) : text);
    } catch {
      // The parser's own message quotes the body, so it is not kept.
      throw new UpstreamError(this.call.system, 'malformed', { status: this.status });
    }
  }
}
