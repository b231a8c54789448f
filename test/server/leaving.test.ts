import { setTimeout as sleep } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { startApp } from '../../src/app.ts';
import { parseConfig } from '../../src/config.ts';
import { startCrm } from '../crm.ts';
import { startUpstream } from '../upstream/upstream-server.ts';

const settings = { PORT: '0', METRICS_PORT: '0', LOG_LEVEL: 'silent', SUPEROFFICE_TENANT: 'Cust12345' };
const ticket = 'Bearer 8A:Cust12345.leaving';

test('reads stop within 100 ms when the client leaves, and no further one begins', async () => {
  const brokenOff: number[] = [];
  await using upstream = await startUpstream((response) => {
    response.on('close', () => brokenOff.push(performance.now()));
  });
  const app = await startApp(parseConfig({ ...settings, SUPEROFFICE_URL: `${upstream.url}/site` }));
  const client = new AbortController();
  const asked = fetch(app.url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: ticket },
    body: JSON.stringify({
      query: '{ contacts(first: 2) { nodes { name } } persons(first: 2) { nodes { fullName } } }',
    }),
    signal: client.signal,
  });
  await expect.poll(() => upstream.received.length).toBe(2);
  const left = performance.now();
  client.abort();
  await expect(asked).rejects.toThrow();
  await expect.poll(() => brokenOff.length).toBe(2);
  expect(Math.max(...brokenOff) - left).toBeLessThan(100);
  await sleep(300);
  expect(upstream.received).toHaveLength(2);
  await app.close();
});

test('a write that has begun is finished when the client leaves, once; the one after it does not begin', async () => {
  await using crm = await startCrm();
  crm.superoffice.faults.add({ method: 'POST', path: '^/Contact', fault: { kind: 'delay', milliseconds: 300 } });
  const client = new AbortController();
  const query = `mutation {
    first: createContact(input: { name: "Begun AS" }) { contact { name } }
    second: createContact(input: { name: "Never AS" }) { contact { name } }
  }`;
  const asked = fetch(crm.url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: crm.superoffice.tickets.lars },
    body: JSON.stringify({ query }),
    signal: client.signal,
  });
  const writes = () => crm.superoffice.calls().filter(({ method }) => method === 'POST');
  await expect.poll(() => writes().length).toBe(1);
  client.abort();
  await expect(asked).rejects.toThrow();
  await expect.poll(() => writes()[0]?.status).toBe(200);
  await sleep(400);
  const names = [...crm.superoffice.world().contacts.values()].map(({ name }) => name);
  expect(names.filter((name) => name === 'Begun AS')).toHaveLength(1);
  expect(names).not.toContain('Never AS');
  expect(writes()).toHaveLength(1);
  await expect.poll(() => crm.logged.filter((line) => line.includes('"mutation"'))).toHaveLength(1);
});
