import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { type App, startApp } from '../../src/app.ts';
import { parseConfig } from '../../src/config.ts';
import { createLog } from '../../src/server/log.ts';
import type { JournalEntry } from '../../src/simulator/journal.ts';
import { startCrm, wednesday } from '../crm.ts';

/** The CRM in a process of its own, as `npm run simulators` starts it, pointed at by `SUPEROFFICE_URL` and a ticket. */

const agenda = `query Agenda { appointments(first: 50) { nodes {
  startDate  task { name }  contact { name  country { name } }  person { fullName  email }  associate { fullName } } } }`;

let simulators: ChildProcess;
let site: string;
let ticket: string;
let app: App;

beforeAll(async () => {
  const main = fileURLToPath(new URL('../../src/simulator/main.ts', import.meta.url));
  const env = { PATH: process.env.PATH, SIMULATOR_PORTS: '0,0', SIMULATOR_NOW: wednesday.toISOString() };
  simulators = spawn(process.execPath, [main], { env, stdio: ['ignore', 'pipe', 'inherit'] });
  let printed = '';
  simulators.stdout?.on('data', (chunk) => (printed += chunk));
  await vi.waitFor(() => expect(printed).toMatch(/onOffice +http/), { timeout: 10_000 });
  site = /SuperOffice +(\S+)/.exec(printed)?.[1] ?? '';
  ticket = /full rights +(\S+ \S+)/.exec(printed)?.[1] ?? '';
  const config = parseConfig({ PORT: '0', METRICS_PORT: '0', SUPEROFFICE_URL: site, SUPEROFFICE_TENANT: 'Cust12345' });
  app = await startApp(config, { log: createLog(config, { write: () => undefined }) });
});

afterAll(async () => {
  await app?.close();
  simulators.kill('SIGTERM');
  if (simulators.exitCode === null) await once(simulators, 'exit');
});

async function journal(): Promise<JournalEntry[]> {
  return (await fetch(new URL('/_sim/journal', site))).json();
}

test('gives the same agenda as the one inside, with one request', async () => {
  await using crm = await startCrm();
  const inside = await crm.query(agenda);
  const before = (await journal()).length;
  const response = await fetch(app.url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: ticket },
    body: JSON.stringify({ query: agenda }),
  });
  const { data, errors } = await response.json();
  expect(errors).toBeUndefined();
  expect(data).toEqual(inside.data);
  expect(data.appointments.nodes).toHaveLength(50);
  const received = (await journal()).slice(before);
  expect(received.map(({ method, path, status }) => [method, path, status])).toEqual([['GET', '/Appointment', 200]]);
});

test('answers nobody who brings no ticket', async () => {
  const before = (await journal()).length;
  const response = await fetch(app.url, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query: agenda }),
  });
  const { data, errors } = await response.json();
  expect([data, errors[0].extensions.code]).toEqual([{ appointments: null }, 'UNAUTHENTICATED']);
  expect((await journal()).length).toBe(before);
});
