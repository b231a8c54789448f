import type { ActionOutcome } from './action.ts';
import type { OnOfficeOptions } from './options.ts';
import type { PhpValue } from './php-json.ts';
import { type Refusal, refuse } from './refusal.ts';
import type { ReceivedAction } from './signature.ts';

export interface ReceivedRequest {
  token: string;
  actions: ReceivedAction[];
}

/** The parts of a request, checked in the order in which the vendor complains. */
export function parseRequest(body: string): ReceivedRequest {
  if (body.trim() === '') throw refuse(9);
  const envelope = parseJson(body);
  const { token, request } = envelope;
  if (typeof token !== 'string' || token === '') throw refuse(13);
  if (!isObject(request)) throw refuse(14);
  if (!Array.isArray(request.actions)) throw refuse(15);
  return { token, actions: request.actions.map(parseAction) };
}

function parseJson(body: string): Record<string, unknown> {
  try {
    const parsed: unknown = JSON.parse(body);
    return isObject(parsed) ? parsed : {};
  } catch {
    throw refuse(4);
  }
}

function parseAction(action: unknown): ReceivedAction {
  if (!isObject(action) || typeof action.actionid !== 'string') throw refuse(16);
  if (action.actionid === '') throw refuse(17);
  if (!isNamed(action.resourceid)) throw refuse(18);
  if (!isNamed(action.resourcetype)) throw refuse(19);
  if (typeof action.parameters !== 'object' || action.parameters === null) throw refuse(20);
  return {
    actionid: action.actionid,
    resourceid: text(action.resourceid),
    resourcetype: text(action.resourcetype),
    identifier: text(action.identifier),
    timestamp: text(action.timestamp),
    hmac: text(action.hmac),
    second: Number(action.hmac_version) === 2,
    // An empty object is often written as an empty list.
    parameters: isObject(action.parameters) ? action.parameters : {},
  };
}

/** The key is there: with a text or a number, or with null for nothing. */
function isNamed(value: unknown): boolean {
  return value === null || typeof value === 'string' || typeof value === 'number';
}

function text(value: unknown): string {
  return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** An action and what became of it. */
export interface Finished {
  action: ReceivedAction;
  outcome: ActionOutcome | Refusal;
}

export interface Answer {
  /** HTTP status. */
  status: number;
  body: PhpValue;
}

export function isRefusal(outcome: ActionOutcome | Refusal): outcome is Refusal {
  return outcome instanceof Error;
}

/** The answer to a request whose actions were carried out, or refused, one by one. */
export function answerOf(finished: readonly Finished[], options: OnOfficeOptions): Answer {
  const failed = finished.map(({ outcome }) => outcome).find(isRefusal);
  const results = finished.map(resultOf);
  if (!failed || options.errorShape === 'result') {
    return { status: 200, body: { status: { code: 200, errorcode: 0, message: 'OK' }, response: { results } } };
  }
  const top =
    options.errorShape === 'mirrored'
      ? { errorcode: failed.code, message: failed.message }
      : { errorcode: 97, message: refuse(97).message };
  return { status: statusOf(500, options), body: { status: { code: 500, ...top }, response: { results } } };
}

function resultOf({ action, outcome }: Finished): PhpValue {
  const { actionid, resourceid, resourcetype, identifier } = action;
  const echo = { actionid, resourceid, resourcetype };
  if (isRefusal(outcome)) {
    const status = { errorcode: outcome.code, message: outcome.message };
    return { ...echo, cacheable: false, identifier, data: [], status };
  }
  const records = outcome.records.map((record): PhpValue => ({ ...record }));
  const data = { meta: { cntabsolute: outcome.total }, records };
  return { ...echo, cacheable: outcome.cacheable, identifier, data, status: { errorcode: 0, message: 'OK' } };
}

/** The answer to a request that was refused as a whole. */
export function refusalOf(refusal: Refusal, options: OnOfficeOptions): Answer {
  const { code: errorcode, message } = refusal;
  if (errorcode === 22) {
    return {
      status: statusOf(400, options),
      body: { status: { code: 400, errorcode, message }, response: { results: [] } },
    };
  }
  return { status: statusOf(500, options), body: { status: { code: 500, errorcode, message } } };
}

/** The manual does not say which HTTP status goes with a body that says 400 or 500. */
function statusOf(code: number, options: OnOfficeOptions): number {
  return options.errorStatus === 'same' ? code : 200;
}
