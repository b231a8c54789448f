import type { HttpAnswer } from '../answer.ts';
import { UpstreamError, type UpstreamErrorKind } from '../errors.ts';
import { isObject } from '../object.ts';
import { tellable } from '../secrets.ts';

/** What the CRM says about a refusal, in either of its body shapes (superoffice.md 9.1). */
export interface ErrorBody {
  type: string | undefined;
  text: string | undefined;
}

/** Types of 500 answers that refuse what was asked rather than report a breakdown (superoffice.md 9.2, 9.3). */
const refusals = new Set(['ArgumentException', 'SoException', 'SoServiceException', 'SoMassOperationException']);

const textOf = (value: unknown) => (typeof value === 'string' && value.trim() ? value.trim() : undefined);

/** Reads an error object; null for any other JSON. Agents answer some with status 200 (superoffice.md 9.1). */
export function readErrorBody(body: unknown): ErrorBody | null {
  if (!isObject(body)) return null;
  const text = textOf(body.ErrorMessage) ?? textOf(body.Message);
  const webApi = textOf(body.MessageDetail) !== undefined || textOf(body.$type) !== undefined;
  if (body.Error !== true && !(text && (webApi || Object.keys(body).length === 1))) return null;
  const type = textOf(body.ErrorType);
  return { type: type && /^[\w.]{1,80}$/.test(type) ? type : undefined, text };
}

function readBody(answer: HttpAnswer): ErrorBody | null {
  // The page of a 401 and those of proxies are HTML; nothing in them is for anybody.
  if (answer.body.length === 0 || answer.body[0] === 0x3c) return null;
  try {
    return readErrorBody(answer.json());
  } catch {
    return null;
  }
}

const kinds: Readonly<Record<number, UpstreamErrorKind>> = {
  400: 'invalid',
  401: 'unauthenticated',
  403: 'forbidden',
  404: 'notFound',
  408: 'timeout',
  409: 'conflict',
  412: 'conflict',
  421: 'moved',
  429: 'rateLimited',
};

function kindOf(status: number, type: string | undefined, intent: 'read' | 'write'): UpstreamErrorKind {
  if (type === 'SoSentryException') return 'forbidden';
  if (type === 'SoNotFoundException') return 'notFound';
  const known = kinds[status];
  if (known) return known;
  if (status >= 400 && status < 500) return 'invalid';
  // Also 304 to a request that set no condition, and any redirect: the answer is elsewhere, or nowhere.
  if (status < 400) return 'malformed';
  if (status === 500 && type && refusals.has(type)) return 'invalid';
  // A gateway that lost the answer does not know whether the write was done.
  if (intent === 'write' && (status === 502 || status === 504)) return 'unknownOutcome';
  return status === 504 ? 'timeout' : 'unavailable';
}

/** The error that an answer stands for. Texts that hold one of `secrets` are left out. */
export function toUpstreamError(
  answer: HttpAnswer,
  intent: 'read' | 'write',
  secrets: readonly string[],
): UpstreamError {
  const { status, retryAfter } = answer;
  const body = readBody(answer);
  const kind = kindOf(status, body?.type, intent);
  const telling = kind === 'invalid' || kind === 'conflict' || kind === 'forbidden' || kind === 'notFound';
  const text = telling ? tellable(body?.text, secrets) : undefined;
  return new UpstreamError('superoffice', kind, {
    status,
    ...(body?.type ? { type: body.type } : {}),
    ...(text ? { text } : {}),
    ...(retryAfter !== undefined ? { retryAfter } : {}),
  });
}
