import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';
import { type App, startApp } from '../../src/app.ts';
import { parseConfig } from '../../src/config.ts';
import { webhooksOf } from '../../src/simulator/superoffice/webhook-registry.ts';
import { startSuperOfficeSimulator } from '../../src/simulator/superoffice.ts';
import { eventually } from '../eventually.ts';
import { masterSecret, pause, subscribeAt } from '../live.ts';
import { redisIsThere, startRedis } from './redis-server.ts';

const minute = 60_000;
const ends: (() => unknown)[] = [];
afterEach(async () => {
  for (const end of ends.splice(0).reverse()) await end();
});

/** An address that takes whatever is posted to it, and nobody hears of it. */
async function startVoid() {
  const server = createServer((request, response) => request.resume().on('end', () => response.end()));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  ends.push(() => server.close());
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

/** Two servers of one tenant whose webhooks lead nowhere, so that all has to be found by asking. */
async function startTwo() {
  const redis = await startRedis();
  const superoffice = await startSuperOfficeSimulator({
    now: new Date('2026-03-04T08:00:00Z'),
    options: { webhooks: { plainHttp: true } },
  });
  const folder = mkdtempSync(join(tmpdir(), 'crm-'));
  ends.push(
    redis.kill,
    () => superoffice.close(),
    () => rmSync(folder, { recursive: true }),
  );
  const file = join(folder, 'tickets.json');
  writeFileSync(file, JSON.stringify({ Cust12345: superoffice.tickets.soTicket.replace('SOTicket ', '') }));
  const settings = {
    ...{ PORT: '0', METRICS_PORT: '0', LOG_LEVEL: 'silent', REDIS_URL: redis.url, PUBLIC_URL: await startVoid() },
    ...{ SUPEROFFICE_URL: `${superoffice.origin}/{tenant}`, SUPEROFFICE_TENANT: 'Cust12345' },
    SUPEROFFICE_APP_TOKEN: superoffice.tickets.appToken,
    SUPEROFFICE_SYSTEM_TICKETS_FILE: file,
    SUPEROFFICE_WEBHOOK_SECRET: masterSecret,
  };
  const now = () => superoffice.clock.now();
  const start = async () => {
    const app = await startApp(parseConfig(settings), { now, keeper: { everyMs: 120 } });
    let closing: Promise<void> | null = null;
    const close = () => (closing ??= app.close());
    ends.push(close);
    return { ...app, close } as App;
  };
  const change = async (id: number) => {
    const response = await fetch(`${superoffice.url()}/api/v1/Contact/${id}`, {
      method: 'PATCH',
      headers: { authorization: superoffice.tickets.lars, 'content-type': 'application/json' },
      body: JSON.stringify({ Department: `Lost ${id}` }),
    });
    expect(response.status).toBe(200);
  };
  return { superoffice, start, change };
}

describe.runIf(redisIsThere)('of two replicas', () => {
  test('one looks after the tenant, and both tell what it finds; when it ends the other goes on where it stopped', async () => {
    const { superoffice, start, change } = await startTwo();
    const first = await start();
    const registry = webhooksOf(superoffice.world(), superoffice.options, superoffice.clock);
    await eventually(() => expect(registry.webhooks.size).toBe(1));
    const second = await start();
    const { lars } = superoffice.tickets;
    const all = 'subscription { contactChanged { contactId kind } }';
    await using atFirst = await subscribeAt(first.url, all, { ticket: lars });
    await using atSecond = await subscribeAt(second.url, all, { ticket: lars });
    // Followed at the one that does not look after it.
    const one = 'subscription { contactChanged(contactId: 41) { contactId kind } }';
    await using gone = await subscribeAt(second.url, one, { ticket: lars });
    const lookedAfter = () => superoffice.journal.filter(({ path }) => path === '/Webhook').length;
    const before = lookedAfter();
    await pause(1000);
    // Two would have looked twice as often: eight times each at the most.
    expect(lookedAfter() - before).toBeGreaterThan(2);
    expect(lookedAfter() - before).toBeLessThanOrEqual(9);

    superoffice.clock.advance(minute);
    await change(24);
    superoffice.clock.advance(minute);
    const changed = (contactId: number) => ({ contactChanged: { contactId, kind: 'CHANGED' } });
    await eventually(() => expect([atFirst.told(), atSecond.told()]).toEqual([[changed(24)], [changed(24)]]));

    await fetch(`${superoffice.url()}/api/v1/Contact/41`, { method: 'DELETE', headers: { authorization: lars } });
    await eventually(() => expect(gone.told()).toEqual([{ contactChanged: { contactId: 41, kind: 'DELETED' } }]));

    await change(25);
    await first.close();
    superoffice.clock.advance(minute);
    await eventually(() => expect(atSecond.told()).toEqual([changed(24), changed(25)]));
    expect(registry.webhooks.size).toBe(1);
  }, 60_000);
});
