import { createHash, createHmac, timingSafeEqual } from 'node:crypto';
import type { PhpValue } from './php-json.ts';
import { phpJson } from './php-json.ts';
import { refuse } from './refusal.ts';

/** An action as it came in, after the structural checks. */
export interface ReceivedAction {
  actionid: string;
  resourceid: string;
  resourcetype: string;
  identifier: string;
  timestamp: string;
  hmac: string;
  /** `hmac_version` equals 2, as number or text; else the older version is meant. */
  second: boolean;
  parameters: Record<string, unknown>;
}

/** Seconds that an action's time may differ from the server's, either way. */
const window = 120;

/** Refuses an action that is stale (136) or not signed with the secret (137, 243). */
export function verify(action: ReceivedAction, token: string, secret: string, now: number): void {
  const age = Math.abs(Math.floor(now / 1000) - Number(action.timestamp));
  // Written so that a timestamp that is no number is refused as well.
  if (!(age <= window)) throw refuse(136);
  const expected = action.second ? hmacV2(action, token, secret) : hmacV1(action, token, secret);
  const given = Buffer.from(action.hmac);
  const wanted = Buffer.from(expected);
  if (given.length !== wanted.length || !timingSafeEqual(given, wanted)) throw refuse(137);
}

export function hmacV2(
  action: Pick<ReceivedAction, 'actionid' | 'resourcetype' | 'timestamp'>,
  token: string,
  secret: string,
): string {
  const message = [action.timestamp, token, action.resourcetype, action.actionid].join('');
  return createHmac('sha256', secret).update(message).digest('base64');
}

/** The older signature, over the parameters too (manual, section 2, version 1). */
export function hmacV1(action: Omit<ReceivedAction, 'hmac' | 'second'>, token: string, secret: string): string {
  const parameters = Object.entries(action.parameters).sort(([one], [other]) => (one < other ? -1 : 1));
  const float = parameters.find(([, value]) => typeof value === 'number' && !Number.isInteger(value));
  if (float) throw refuse(243, float[0]);
  const { actionid, identifier, resourceid, timestamp, resourcetype } = action;
  const json = phpJson(Object.fromEntries(parameters) as Record<string, PhpValue>);
  const joined = [json, token, actionid, identifier, resourceid, secret, timestamp, resourcetype].join(',');
  return md5(secret + md5(joined));
}

function md5(text: string): string {
  return createHash('md5').update(text).digest('hex');
}
