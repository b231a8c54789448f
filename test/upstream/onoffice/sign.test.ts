import { readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { actionId, sign } from '../../../src/upstream/onoffice/sign.ts';

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

test('the ids of the actions', () => {
  expect(actionId('do')).toBe('urn:onoffice-de-ns:smart:2.5:smartml:action:do');
});
