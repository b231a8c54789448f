import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, expect, test, vi } from 'vitest';
import { startApp } from '../../src/app.ts';
import { parseConfig } from '../../src/config.ts';
import { createLog } from '../../src/server/log.ts';
import { runCommand } from '../../src/server/webhook-command.ts';
import { webhooksOf } from '../../src/simulator/superoffice/webhook-registry.ts';
import { startSuperOfficeSimulator } from '../../src/simulator/superoffice.ts';
import { eventually } from '../eventually.ts';
import { masterSecret, pause, subscribe } from '../live.ts';
import { freePort } from '../ports.ts';

const minute = 60_000;
const ends: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const end of ends.splice(0).reverse()) await end();
});

async function startKept({ aheadMs = 0, settings = {}, plainHttp = true, scheme = '', everyMs = 50 } = {}) {
  const superoffice = await startSuperOfficeSimulator({
    now: new Date('2026-03-04T08:00:00Z'),
    options: { webhooks: { plainHttp, pausesMs: [1, 1] } },
  });
  const folder = mkdtempSync(join(tmpdir(), 'crm-'));
  const file = join(folder, 'tickets.json');
  const { soTicket, appToken, lars } = superoffice.tickets;
  writeFileSync(file, JSON.stringify({ Cust12345: soTicket.replace('SOTicket ', scheme) }));
  // The server's own address must name it before it listens.
  const port = await freePort();
  const environment = {
    PORT: String(port),
    METRICS_PORT: '0',
    PUBLIC_URL: `http://127.0.0.1:${port}`,
    SUPEROFFICE_URL: `${superoffice.origin}/{tenant}`,
    SUPEROFFICE_TENANT: 'Cust12345',
    SUPEROFFICE_APP_TOKEN: appToken,
    SUPEROFFICE_SYSTEM_TICKETS_FILE: file,
    SUPEROFFICE_WEBHOOK_SECRET: masterSecret,
    ...settings,
  };
  const config = parseConfig(environment);
  const lines: string[] = [];
  const log = createLog(config, { write: (line) => void lines.push(line) });
  const now = () => superoffice.clock.now() + aheadMs;
  const app = await startApp(config, { log, now, keeper: { everyMs, graceMs: 10_000 } });
  ends.push(async () => {
    await app.close();
    await superoffice.close();
    rmSync(folder, { recursive: true, force: true });
  });
  const registry = webhooksOf(superoffice.world(), superoffice.options, superoffice.clock);
  const write = async (method: string, path: string, body?: object) => {
    const headers = { authorization: lars, 'content-type': 'application/json' };
    const init = { method, headers, ...(body && { body: JSON.stringify(body) }) };
    const response = await fetch(`${superoffice.url()}/api/v1/${path}`, init);
    expect(response.status).toBeLessThan(300);
    return response.status === 204 ? {} : ((await response.json()) as Record<string, number>);
  };
  const crm = { url: app.url, superoffice } as unknown as Parameters<typeof subscribe>[0];
  return { crm, superoffice, registry, config, lines, write, end: () => app.close() };
}

test('a start that fails has asked the CRM for nothing', async () => {
  const { config } = await startKept();
  const other = await startSuperOfficeSimulator();
  ends.push(() => other.close());
  const { superoffice } = config;
  const moved = superoffice && { ...superoffice, url: `${other.origin}/{tenant}` };
  const wrong = { ...config, superoffice: moved, port: 0, metricsPort: config.port };
  await expect(startApp(wrong, { keeper: { everyMs: 50 } })).rejects.toThrow('Set METRICS_PORT');
  await pause(200);
  expect(other.journal).toEqual([]);
});

test('one webhook is registered, and mended when it was stopped', async () => {
  const { registry, superoffice, lines } = await startKept();
  await eventually(() => expect(registry.webhooks.size).toBe(1));
  const webhook = registry.webhooks.get(1);
  expect(webhook).toMatchObject({ name: 'crm-graph', state: 'Active', type: 'webhook' });
  expect(webhook?.targetUrl).toMatch(/\/webhooks\/superoffice\/Cust12345$/);
  expect(webhook?.events).toContain('activity.changed');
  if (webhook) webhook.state = 'TooManyErrors';
  await eventually(() => expect(registry.webhooks.get(1)?.state).toBe('Active'));
  const secret = webhook?.secret;
  if (webhook) webhook.secret = 'of yesterday';
  await eventually(() => expect(registry.webhooks.get(1)?.secret).toBe(secret));
  await pause(150);
  expect(registry.webhooks.size).toBe(1);
  const told = `${lines.join('')}${JSON.stringify(superoffice.journal.map(({ path }) => path))}`;
  for (const secret of [webhook?.secret ?? 'none', masterSecret, superoffice.tickets.soTicket.slice(9)]) {
    expect(told).not.toContain(secret);
  }
});

test('what was lost in a minute is found, each record once, and what is told twice is heard once', async () => {
  const { crm, registry, superoffice, write } = await startKept();
  await eventually(() => expect(registry.webhooks.size).toBe(1));
  await using all = await subscribe(crm, 'subscription { contactChanged { kind contactId contact { name } } }');
  await using gone = await subscribe(crm, 'subscription { contactChanged(contactId: 41) { kind contactId } }');
  await pause(200);
  superoffice.clock.advance(minute);
  await write('PATCH', 'Contact/24', { Department: 'Heard' });
  await eventually(() => expect(all.told()).toHaveLength(1));
  registry.webhooks.clear();
  const stillOld = superoffice.options.webhooks;
  stillOld.plainHttp = false; // nothing can be registered, so nothing is told
  await pause(300);
  for (const id of [25, 26, 27]) await write('PATCH', `Contact/${id}`, { Department: `Lost ${id}` });
  await write('PATCH', 'Contact/25', { Department: 'Lost again' });
  const { ContactId } = await write('POST', 'Contact', { Name: 'Made in the dark' });
  await write('DELETE', 'Contact/41');
  superoffice.clock.advance(minute);
  stillOld.plainHttp = true;
  await vi.waitFor(() => expect(all.told()).toHaveLength(5), 3000);
  await vi.waitFor(() => expect(gone.told()).toEqual([{ contactChanged: { kind: 'DELETED', contactId: 41 } }]), 3000);
  await pause(500);
  type Told = { contactChanged: { kind: string; contactId: number } };
  const heard = all.told().map((data) => (data as Told).contactChanged);
  expect(heard.map(({ kind, contactId }) => `${kind} ${contactId}`).sort()).toEqual(
    ['CHANGED 24', 'CHANGED 25', 'CHANGED 26', 'CHANGED 27', `CREATED ${ContactId}`].sort(),
  );
});

test('what was lost is found also where the CRM’s clock is half a minute behind', async () => {
  const { crm, registry, superoffice, write } = await startKept({ aheadMs: 30_000 });
  await eventually(() => expect(registry.webhooks.size).toBe(1));
  await using all = await subscribe(crm, 'subscription { contactChanged { kind contactId } }');
  superoffice.clock.advance(minute);
  await pause(200);
  registry.webhooks.clear();
  superoffice.options.webhooks.plainHttp = false;
  await pause(200);
  await write('PATCH', 'Contact/25', { Department: 'Lost' });
  superoffice.clock.advance(minute);
  await eventually(() => expect(all.told()).toEqual([{ contactChanged: { kind: 'CHANGED', contactId: 25 } }]));
});

test('what was lost is found whatever is set for operations of clients, and however many records it is', async () => {
  const settings = { MAX_UPSTREAM_CALLS: '4', REQUEST_DEADLINE_MS: '2000' };
  const { crm, registry, superoffice, lines } = await startKept({ settings });
  await eventually(() => expect(registry.webhooks.size).toBe(1));
  await using all = await subscribe(crm, 'subscription { personChanged { personId } }');
  superoffice.clock.advance(minute);
  await pause(200);
  // Written where no webhook sees it.
  for (const person of superoffice.world().persons.values()) person.updatedAt = superoffice.clock.now();
  // All of its pages take longer than an operation of a client may.
  superoffice.faults.add({ path: '^/Person$', times: 6, fault: { kind: 'delay', milliseconds: 800 } });
  superoffice.clock.advance(minute);
  const found = () => Number(/"found":(\d+)/.exec(lines.join(''))?.[1] ?? 0);
  await vi.waitFor(() => expect(found()).toBeGreaterThan(600), 10_000);
  await vi.waitFor(() => expect(all.told()).toHaveLength(found()), 20_000);
  expect(lines.join('')).not.toContain('cannot be looked after');
}, 40_000);

test('a server that ends waits for nothing that it looks after', async () => {
  const { registry, superoffice, end, lines } = await startKept();
  await eventually(() => expect(registry.webhooks.size).toBe(1));
  superoffice.clock.advance(minute);
  superoffice.faults.add({ path: '^/Person$', fault: { kind: 'hang' } });
  await pause(300);
  const began = performance.now();
  await end();
  expect(performance.now() - began).toBeLessThan(4000);
  expect(lines.join('')).not.toContain('cannot be looked after');
});

test('a deletion that was lost while its follower was away is found for when he comes back', async () => {
  const { crm, registry, superoffice, write } = await startKept({ everyMs: 400 });
  await eventually(() => expect(registry.webhooks.size).toBe(1));
  const query = 'subscription { contactChanged(contactId: 41) { kind eventId } }';
  const before = await subscribe(crm, query);
  await write('PATCH', 'Contact/41', { Department: 'Heard' });
  await eventually(() => expect(before.told()).toHaveLength(1));
  await pause(600);
  before.leave();
  await pause(600);
  superoffice.options.webhooks.plainHttp = false;
  registry.webhooks.clear();
  await write('DELETE', 'Contact/41');
  await using after = await subscribe(crm, query, { headers: { 'last-event-id': before.messages[0]?.id ?? '' } });
  await eventually(() => expect(after.told()).toMatchObject([{ contactChanged: { kind: 'DELETED' } }]));
});

test('a deletion that was lost soon after somebody began to follow the id is found, and of what never was nothing is told', async () => {
  const { crm, registry, superoffice, write } = await startKept({ everyMs: 4000 });
  await eventually(() => expect(registry.webhooks.size).toBe(1));
  await pause(300);
  const asked = () => superoffice.journal.filter(({ path }) => path.endsWith('/Contact')).length;
  const before = asked();
  const follow = (id: number) => subscribe(crm, `subscription { contactChanged(contactId: ${id}) { kind contactId } }`);
  await using gone = await follow(43);
  await using alike = await follow(43);
  await using never = await follow(99_999);
  // Long before all is asked for again.
  await vi.waitFor(() => expect(asked()).toBeGreaterThan(before), 1500);
  await pause(100);
  expect(asked() - before).toBeLessThanOrEqual(2);
  superoffice.options.webhooks.plainHttp = false;
  registry.webhooks.clear();
  await write('DELETE', 'Contact/43');
  const told = [{ contactChanged: { kind: 'DELETED', contactId: 43 } }];
  await eventually(() => expect([gone.told(), alike.told()]).toEqual([told, told]));
  expect(never.told()).toEqual([]);
});

test('a deletion that was told is not found once more', async () => {
  const { crm, registry, superoffice, write } = await startKept();
  await eventually(() => expect(registry.webhooks.size).toBe(1));
  await using gone = await subscribe(crm, 'subscription { contactChanged(contactId: 42) { kind contactId } }');
  await pause(300);
  await write('DELETE', 'Contact/42');
  await eventually(() => expect(gone.told()).toHaveLength(1));
  superoffice.clock.advance(minute);
  await pause(500);
  expect(gone.told()).toEqual([{ contactChanged: { kind: 'DELETED', contactId: 42 } }]);
});

test('a command does the same by hand', async () => {
  const { registry, config } = await startKept();
  await eventually(() => expect(registry.webhooks.size).toBe(1));
  const run = async (name: string) => {
    const lines: string[] = [];
    const isDone = await runCommand(name, config, (line) => lines.push(line));
    return [isDone, ...lines];
  };
  expect(await run('status')).toEqual([
    true,
    expect.stringMatching(/^Cust12345: Active, webhook 1: \d+ calls, 0 errors, 0 in a row$/),
  ]);
  expect(await run('register')).toEqual([true, 'Cust12345: kept']);
  expect(await run('remove')).toEqual([true, 'Cust12345: removed']);
  expect(await run('constructor')).toEqual([false, expect.stringContaining('status, register or remove')]);
});

test('a ticket may stand in the file as it goes in Authorization', async () => {
  const { registry } = await startKept({ scheme: 'SOTicket ' });
  await eventually(() => expect(registry.webhooks.size).toBe(1));
});

test('a command says why the CRM refuses', async () => {
  const { config } = await startKept({ plainHttp: false });
  const lines: string[] = [];
  expect(await runCommand('register', config, (line) => lines.push(line))).toBe(false);
  expect(lines).toEqual([
    'Cust12345: failed: superoffice: invalid (400): The webhook cannot be saved: TargetUrl must begin with https.',
  ]);
});
