import { fileURLToPath } from 'node:url';
import { afterEach, expect, test, vi } from 'vitest';
import { startCrm } from '../crm.ts';
import { endProcesses, startProcess as start } from './process.ts';

const simulators = fileURLToPath(new URL('../../src/simulator/main.ts', import.meta.url));
const agenda =
  '{ appointments(first: 50) { nodes { startDate task { name } contact { name } associate { fullName } } } }';
afterEach(endProcesses);
// Processes are slow to start on a machine that is busy.
vi.setConfig({ testTimeout: 60_000 });

test('it says where it is and what to try, answers that very command, and ends when it is told to', async () => {
  const server = start({ PORT: '0' });
  const url = await server.url();
  const body = server.output.text.match(/-d '(.*)'/)?.[1];
  const answer = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: body ?? '',
  });
  expect((await answer.json()).data.appointments.nodes).toHaveLength(3);
  server.child.kill('SIGTERM');
  expect(await server.ended).toBe(0);
});

test('pointed at a CRM in another process, with a ticket, it answers the agenda with one request', async () => {
  const other = start({ SIMULATOR_PORTS: '0,0', SIMULATOR_NOW: '2026-03-04T00:00:00Z' }, simulators);
  await expect.poll(() => other.output.text, { timeout: 30_000 }).toMatch(/onOffice +http/);
  const site = other.output.text.match(/SuperOffice +(\S+)/)?.[1] ?? '';
  const ticket = other.output.text.match(/Bearer \S+/)?.[0] ?? '';
  const server = start({ PORT: '0', SUPEROFFICE_URL: site, SUPEROFFICE_TENANT: 'Cust12345' });
  const headers = { 'content-type': 'application/json', authorization: ticket };
  const answer = await fetch(await server.url(), { method: 'POST', headers, body: JSON.stringify({ query: agenda }) });
  const { data } = await answer.json();
  expect(data.appointments.nodes).toHaveLength(50);
  await using crm = await startCrm();
  expect((await crm.query(agenda)).data).toEqual(data);
  const journal = await (await fetch(`${new URL(site).origin}/_sim/journal`)).text();
  expect(journal.match(/"path": ?"\/Appointment"/g)).toHaveLength(1);
});

test('wrong settings stop the start with all that is wrong, and no value', async () => {
  const server = start({ PORT: 'secret-port', SUPEROFFICE_URI: 'https://secret.example' });
  expect(await server.ended).toBe(1);
  expect(server.output.text).toContain('PORT must be a whole number');
  expect(server.output.text).toContain('SUPEROFFICE_URI is no setting');
  expect(server.output.text).not.toContain('secret');
});

test('a port of metrics that is taken is said with the name of its setting', async () => {
  const first = start({ PORT: '0' });
  const { port } = new URL(await first.url());
  const second = start({ PORT: '0', METRICS_PORT: port });
  expect(await second.ended).toBe(1);
  expect(second.output.text).toMatch(/could not start: .*EADDRINUSE.*Set METRICS_PORT to a port that is free/);
});

test('an address that is taken is said in a line', async () => {
  const first = start({ PORT: '0' });
  const { port } = new URL(await first.url());
  const second = start({ PORT: port });
  expect(await second.ended).toBe(1);
  expect(second.output.text).toMatch(/could not start: .*EADDRINUSE.*Set PORT to a port that is free/);
  expect(second.output.text).not.toContain('    at ');
});
