import { createHmac } from 'node:crypto';
import { madeOnce } from '../made-once.ts';
import type { ActionId, Verb } from './wire.ts';

/** What a signature covers. The record id, the identifier and the parameters are not part of it (manual, HMAC v2). */
export interface SignedParts {
  /** Unix seconds, exactly as the action carries them. */
  timestamp: number;
  token: string;
  resourcetype: string;
  actionid: string;
}

/**
 * Signs the actions of one customer. All of one second that ask the same resource in the same way are signed alike, and a signature takes
 * longer than all else about an action.
 */
export class Signer {
  readonly #secret: string;
  #timestamp = 0;
  /** Signatures of that second, by what the actions are. */
  readonly #known = new Map<string, string>();

  constructor(secret: string) {
    this.#secret = secret;
  }

  sign(parts: SignedParts): string {
    if (parts.timestamp !== this.#timestamp) {
      this.#known.clear();
      this.#timestamp = parts.timestamp;
    }
    const kind = `${parts.actionid} ${parts.resourcetype}`;
    return madeOnce(this.#known, kind, () => sign(parts, this.#secret));
  }
}

/** The HMAC (version 2) of one action: standard Base64 with padding. */
export function sign(parts: SignedParts, secret: string): string {
  const message = `${parts.timestamp}${parts.token}${parts.resourcetype}${parts.actionid}`;
  return createHmac('sha256', secret).update(message, 'utf8').digest('base64');
}

export function actionId(verb: Verb): ActionId {
  return `urn:onoffice-de-ns:smart:2.5:smartml:action:${verb}`;
}
