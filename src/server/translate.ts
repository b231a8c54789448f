import { GraphQLError } from 'graphql';
import { Refusal } from '../reading/refusal.ts';
import { UpstreamError, type UpstreamErrorKind } from '../upstream/errors.ts';

const upstreamCodes: Readonly<Record<UpstreamErrorKind, readonly [code: string, message: string]>> = {
  unauthenticated: ['UNAUTHENTICATED', 'The ticket is missing, has expired or was refused.'],
  forbidden: ['FORBIDDEN', 'The ticket has no right to this.'],
  notFound: ['UPSTREAM_INVALID_RESPONSE', 'The upstream does not know what it was asked for.'],
  invalid: ['UPSTREAM_INVALID_RESPONSE', 'The upstream refused the request.'],
  conflict: ['CONFLICT', 'The record is not as it was believed to be.'],
  rateLimited: ['RATE_LIMITED', 'The upstream asks for fewer requests.'],
  timeout: ['UPSTREAM_TIMEOUT', 'The upstream did not answer in time.'],
  unavailable: ['UPSTREAM_UNAVAILABLE', 'The upstream cannot be reached.'],
  malformed: ['UPSTREAM_INVALID_RESPONSE', 'The upstream gave an answer that cannot be read.'],
  moved: ['UPSTREAM_UNAVAILABLE', 'The tenant has moved, and is not yet found again.'],
  callLimit: ['UPSTREAM_CALL_LIMIT', 'The operation has made as many upstream requests as one may.'],
  overloaded: ['OVERLOADED', 'Too many requests wait for this upstream.'],
  unknownOutcome: ['UNKNOWN_OUTCOME', 'The write was sent and not answered: whether it was done is not known.'],
};

/** Nothing was sent, since there was nothing to send it with. Behind a gateway that is mostly the gateway's doing. */
const noTicket =
  'This came without a ticket. Send it as Authorization; a gateway must be told to pass that header on (README, "As a subgraph").';

/**
 * onOffice judges this server and its API user, not the caller's ticket: by its codes for claims and for the clock. It was reached, too,
 * where it answers with a code that says nothing more.
 */
function onOfficeMessage({ system, kind, type }: UpstreamError): string | null {
  if (system !== 'onoffice') return null;
  if (kind === 'forbidden') return 'The API user of onOffice has no right to this.';
  if (kind === 'unavailable' && type !== undefined) return `onOffice failed at this, with error ${type} of its own.`;
  if (kind !== 'unauthenticated') return null;
  if (type === '136') return 'The clocks of this server and of onOffice differ by more than two minutes.';
  const isClaim = ['193', '201', '248'].includes(type ?? '');
  return isClaim
    ? 'onOffice does not accept the claim: it is missing, outdated or that of another customer.'
    : 'onOffice does not accept the credentials that this server has for the customer.';
}

/** After which a client may come again where the upstream asks for fewer requests and does not say for how long. */
const patienceSeconds = 2;

/** Of a subscription that an upstream keeps from beginning: what was carried out has none of these. */
const upstreamStatus: Partial<Record<UpstreamErrorKind, number>> = {
  unauthenticated: 401,
  forbidden: 403,
  rateLimited: 429,
  timeout: 504,
};

const refusalStatus: Readonly<Record<string, number>> = { UNAUTHENTICATED: 401, FORBIDDEN: 403, OVERLOADED: 503 };

/** What clients are told of a failure; null for one that is none of their business. */
export function translate(cause: unknown): GraphQLError | null {
  if (cause instanceof UpstreamError) {
    const [code, told] = upstreamCodes[cause.kind];
    const message =
      onOfficeMessage(cause) ?? (cause.kind === 'unauthenticated' && cause.status === undefined ? noTicket : told);
    const { system, status, type } = cause;
    const retryAfter = cause.retryAfter ?? (cause.kind === 'rateLimited' ? patienceSeconds : undefined);
    const ofRequest = { status: upstreamStatus[cause.kind] ?? 502, spec: true };
    const http = cause.kind === 'overloaded' ? { status: 503 } : ofRequest;
    return new GraphQLError(message, { extensions: { code, upstream: { system, status, type }, retryAfter, http } });
  }
  if (cause instanceof Refusal) {
    const { code, message, numbers } = cause;
    return new GraphQLError(message, {
      extensions: { code, ...numbers, http: { status: refusalStatus[code] ?? 400 } },
    });
  }
  return null;
}
