import { serverAudits } from 'graphql-http';
import { expect, test } from 'vitest';
import { startCrm } from '../crm.ts';

/** GET without one of the headers that rule out forged requests is refused: these say that a server may take it. */
const refusedAsForged = [
  'MAY accept application/x-www-form-urlencoded formatted GET requests',
  'MAY allow URL-encoded JSON string {variables} parameter in GETs when accepting application/graphql-response+json',
  'MAY allow URL-encoded JSON string {variables} parameter in GETs when accepting application/json',
];

test('the audits of GraphQL over HTTP find nothing but what keeps forged requests out', async () => {
  await using crm = await startCrm();
  const results = await Promise.all(serverAudits({ url: crm.url }).map((audit) => audit.fn()));
  const found = results.filter(({ status }) => status !== 'ok').map(({ status, name }) => `${status}: ${name}`);
  expect(found.sort()).toEqual(refusedAsForged.map((name) => `notice: ${name}`).sort());
  expect(results.length).toBeGreaterThan(50);
});

test('those pass as well for a client that says what it is', async () => {
  await using crm = await startCrm();
  const fetchFn = (url: string, init: RequestInit = {}) => {
    const headers = new Headers(init.headers);
    headers.set('x-requested-with', 'audit');
    return fetch(url, { ...init, headers });
  };
  const results = await Promise.all(serverAudits({ url: crm.url, fetchFn }).map((audit) => audit.fn()));
  expect(results.filter(({ status }) => status !== 'ok')).toEqual([]);
});
