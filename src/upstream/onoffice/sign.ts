import { createHmac } from 'node:crypto';
import type { ActionId, Verb } from './wire.ts';

/** What a signature covers. The record id, the identifier and the parameters are not part of it (manual, HMAC v2). */
export interface SignedParts {
  /** Unix seconds, exactly as the action carries them. */
  timestamp: number;
  token: string;
  resourcetype: string;
  actionid: string;
}

/** The HMAC (version 2) of one action: standard Base64 with padding. */
export function sign(parts: SignedParts, secret: string): string {
  const message = `${parts.timestamp}${parts.token}${parts.resourcetype}${parts.actionid}`;
  return createHmac('sha256', secret).update(message, 'utf8').digest('base64');
}

export function actionId(verb: Verb): ActionId {
  return `urn:onoffice-de-ns:smart:2.5:smartml:action:${verb}`;
}
