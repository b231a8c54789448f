import { randomUUID } from 'node:crypto';
import { UpstreamError } from '../errors.ts';
import { refusal } from './errors.ts';
import { actionId, type Signer } from './sign.ts';
import type { ActionWire, RecordWire, RequestWire, ResponseWire, ResultWire, StatusWire, Verb } from './wire.ts';

/** One thing to ask of onOffice, before it is signed. */
export interface Action {
  readonly verb: Verb;
  /** The module: `estate`, `idsfromrelation`. */
  readonly resource: string;
  /** Record id, a word (`estate` of `file` and `search`), or empty. */
  readonly resourceId: string;
  readonly parameters: Readonly<Record<string, unknown>>;
}

/** What one action answered. */
export interface ActionAnswer {
  readonly records: readonly RecordWire[];
  /** `cntabsolute`: all matches whatever the window; null where the resource does not count. */
  readonly total: number | null;
}

export interface Credentials {
  readonly token: string;
  readonly signer: Signer;
  /** The marketplace `apiClaim`: goes into the parameters of every action. */
  readonly claim: string | null;
}

/** Names for the actions of one POST. The random part tells an answer to another POST from this one's. */
export function identifiersFor(actions: readonly Action[]): string[] {
  const prefix = randomUUID().slice(0, 8);
  return actions.map((_, index) => `${prefix}-${index}`);
}

/** The body of a POST. Timestamps and signatures are of the moment of the call, so each attempt needs a call of its own. */
export function requestBody(
  actions: readonly Action[],
  identifiers: readonly string[],
  credentials: Credentials,
  now: number,
): string {
  const timestamp = Math.floor(now / 1000);
  const signed = actions.map((action, index): ActionWire => {
    const id = actionId(action.verb);
    const parts = { timestamp, token: credentials.token, resourcetype: action.resource, actionid: id };
    return {
      actionid: id,
      resourceid: action.resourceId,
      resourcetype: action.resource,
      identifier: identifiers[index] ?? '',
      timestamp,
      hmac: credentials.signer.sign(parts),
      hmac_version: '2',
      parameters: parametersOf(action, credentials.claim),
    };
  });
  const request: RequestWire = { token: credentials.token, request: { actions: signed } };
  return JSON.stringify(request);
}

/** Keys in alphabetical order, as the manual asks. */
function parametersOf(action: Action, claim: string | null): Record<string, unknown> {
  const parameters = claim === null ? action.parameters : { ...action.parameters, extendedclaim: claim };
  return Object.fromEntries(Object.entries(parameters).sort(([one], [other]) => (one < other ? -1 : 1)));
}

/** What the log of calls shows of a POST: `read estate x2, get estatepictures`. */
export function describeActions(actions: readonly Action[]): string {
  const counts = new Map<string, number>();
  for (const { verb, resource } of actions) {
    const name = `${verb} ${resource}`;
    counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  return [...counts].map(([name, count]) => (count === 1 ? name : `${name} x${count}`)).join(', ');
}

/**
 * One answer or error for each action, in the order asked. A result counts only where its position, identifier and
 * resource agree with the action's: anything else is `malformed`, for that action alone. Where none is missing, the
 * position tells a result that names no identifier; where some are, the identifier tells whose the others are (onoffice.md 3).
 * Results that are there are read even where the top level reports an error, since their siblings may have succeeded.
 */
export function matchResults(
  actions: readonly Action[],
  identifiers: readonly string[],
  response: ResponseWire,
  secrets: readonly string[],
): (ActionAnswer | UpstreamError)[] {
  const results = response.response?.results;
  const top = response.status;
  if (!Array.isArray(results) || (results.length === 0 && actions.length > 0)) {
    const error = saysWhether(top) && top.errorcode !== 0 ? refusal(top, secrets) : malformed('no results');
    return actions.map(() => error);
  }
  const named = results.length === actions.length ? null : new Map(results.map((each) => [each?.identifier, each]));
  return actions.map((action, index) => {
    const identifier = identifiers[index];
    const result = named ? named.get(identifier) : results[index];
    if (!result || !belongsTo(result, action, named || result.identifier ? identifier : result.identifier)) {
      return malformed('result out of place');
    }
    return readResult(result, secrets);
  });
}

/** A status without a code, or with what can be none, says neither that something was done nor that it was refused. */
export function saysWhether(status: StatusWire | null | undefined): status is StatusWire {
  const code = status?.errorcode;
  return Number.isSafeInteger(code) && (code as number) >= 0;
}

function belongsTo(result: ResultWire, action: Action, identifier: ResultWire['identifier']): boolean {
  return (
    result.identifier === identifier &&
    (result.resourcetype === undefined || result.resourcetype === action.resource) &&
    (result.actionid === undefined || result.actionid === actionId(action.verb))
  );
}

function readResult(result: ResultWire, secrets: readonly string[]): ActionAnswer | UpstreamError {
  const { status, data } = result;
  if (!saysWhether(status)) return malformed('result without a status');
  if (status.errorcode !== 0) return refusal(status, secrets);
  if (!data || Array.isArray(data) || !Array.isArray(data.records)) return malformed('result without records');
  if (!data.records.every(isRecord)) return malformed('record without elements');
  const count = data.meta?.cntabsolute ?? null;
  return { records: data.records, total: count !== null && count >= 0 && count === (count | 0) ? count : null };
}

function isRecord(record: unknown): record is RecordWire {
  if (typeof record !== 'object' || record === null) return false;
  const { id, elements } = record as Partial<RecordWire>;
  return (typeof id === 'number' || typeof id === 'string') && typeof elements === 'object' && elements !== null;
}

function malformed(why: string): UpstreamError {
  return new UpstreamError('onoffice', 'malformed', { cause: new Error(why) });
}
