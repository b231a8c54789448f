import { readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { actionId, Signer, sign } from '../../../src/upstream/onoffice/sign.ts';

interface Vector {
  name: string;
  secret: string;
  timestamp: number;
  token: string;
  resourcetype: string;
  actionid: string;
  hmac: string;
}

const text = await readFile(new URL('../../fixtures/onoffice/hmac-vectors.json', import.meta.url), 'utf8');
const { v2 } = JSON.parse(text) as { v2: { vectors: Vector[] } };

test.each(v2.vectors)('$name', ({ secret, hmac, ...parts }) => {
  expect(sign(parts, secret)).toBe(hmac);
});

test('a customer’s actions of one second are signed once for each kind, and anew in the next', () => {
  for (const { secret } of v2.vectors) {
    const signer = new Signer(secret);
    for (const timestamp of [1_700_000_000, 1_700_000_001, 1_700_000_000]) {
      for (const resourcetype of ['estate', 'address', 'estate']) {
        for (const verb of ['read', 'get', 'read'] as const) {
          const parts = { timestamp, token: 'a'.repeat(32), resourcetype, actionid: actionId(verb) };
          expect(signer.sign(parts)).toBe(sign(parts, secret));
        }
      }
    }
  }
});

test('the ids of the actions', () => {
  expect(actionId('do')).toBe('urn:onoffice-de-ns:smart:2.5:smartml:action:do');
});
