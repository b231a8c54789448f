import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { Agent, type ClientRequest, request } from 'node:http';
import { wantedEvents } from '../../src/entities/webhook/webhook.model.ts';
import { webhookSecretOf } from '../../src/entities/webhook/webhook.secret.model.ts';
import '../../src/schema.ts';
import { fullRights } from '../../src/simulator/seed-users.ts';
import { type SuperOfficeSimulator, startSuperOfficeSimulator } from '../../src/simulator/superoffice.ts';

/** Idle subscriptions of many tickets: what each of them weighs, and how soon an event has reached them all. */

const subscriptions = Number(process.env.LOAD_SUBSCRIPTIONS ?? 5000);
const tickets = 50;
const secret = 'a master secret of load';
const goals = { bytes: 60_000, ms: 2000 };
/** Ten reads a second for each ticket: of ten thousand changes a hundred are looked at. */
const most = { storm: tickets * 100 };

interface Figures {
  readonly subscriptions: number;
  readonly bytesEach: number;
  readonly heapBytesEach: number;
  /** From the write at the CRM to the last subscriber; without and with a field of the record. */
  readonly eventMs: number;
  readonly recordMs: number;
  /** Requests to the CRM for such an event. */
  readonly upstream: readonly [event: number, record: number];
  /** A thousand changes a second of one record: requests to the CRM for them, and whether the last state was told. */
  readonly storm: { readonly changes: number; readonly upstream: number; readonly lastMs: number };
}

async function measureLive(): Promise<Figures> {
  const crm = await startSuperOfficeSimulator({ now: new Date(), options: { webhooks: { plainHttp: true } } });
  const world = crm.world();
  const named = Array.from({ length: tickets }, (_, at) => `8A:Cust12345.load-${at}`);
  for (const ticket of named) {
    const entry = { scheme: 'Bearer' as const, ticket, expiresAt: null };
    world.users.push({ associateId: 5, tickets: [entry], basic: null, session: null, rights: fullRights() });
  }
  const server = fork(new URL('./live-server.ts', import.meta.url), {
    execArgv: ['--expose-gc'],
    env: settings(crm.origin),
  });
  const [{ url }] = (await once(server, 'message')) as [{ url: string }];
  const target = new URL('/webhooks/superoffice/Cust12345', url).href;
  crm.tell('Cust12345', { targetUrl: target, secret: webhookSecretOf(secret, 'Cust12345'), events: wantedEvents() });
  const change = async (id: number) => {
    const response = await fetch(`${crm.url()}/api/v1/Contact/${id}`, {
      method: 'PATCH',
      headers: { authorization: crm.tickets.lars, 'content-type': 'application/json' },
      body: JSON.stringify({ Department: `Load ${performance.now()}` }),
    });
    if (response.status !== 200) throw new Error(`the CRM refuses the change: ${response.status}`);
  };
  try {
    const clients = new Clients(url);
    await clients.open(named, 'subscription { contactChanged(contactId: 25) { eventId } }');
    await timed(clients, tickets, () => change(25));
    clients.closeAll();
    const before = await memory(server);
    const all = Array.from({ length: subscriptions }, (_, at) => named[at % tickets] as string);
    await clients.open(all, 'subscription { contactChanged { eventId kind contactId } }');
    const after = await memory(server);
    crm.clear();
    const eventMs = await timed(clients, subscriptions, () => change(26));
    const forEvent = crm.journal.length - 1;
    clients.closeAll();
    await clients.open(all, 'subscription { contactChanged { kind contact { name country { name } } } }');
    crm.clear();
    const recordMs = await timed(clients, subscriptions, () => change(27));
    const forRecord = crm.journal.length - 1;
    clients.closeAll();
    await clients.open(
      all.slice(0, tickets),
      'subscription { contactChanged(contactId: 28) { contact { department } } }',
    );
    const storm = await stormOf(crm, clients);
    clients.closeAll();
    return {
      storm,
      subscriptions,
      bytesEach: Math.round((after.rss - before.rss) / subscriptions),
      heapBytesEach: Math.round((after.heapUsed - before.heapUsed) / subscriptions),
      ...{ eventMs: Math.round(eventMs), recordMs: Math.round(recordMs), upstream: [forEvent, forRecord] },
    };
  } finally {
    server.send('close');
    await once(server, 'exit');
    await crm.close();
  }
}

/** An idle subscription weighs less than 60 kB, and 5,000 hear of an event within two seconds; true where that holds. */
export async function subscribersHear(): Promise<boolean> {
  const { subscriptions: count, bytesEach, heapBytesEach, eventMs, recordMs, upstream, storm } = await measureLive();
  const kilobytes = (bytes: number) => `${(bytes / 1000).toFixed(1)} kB`;
  console.log(
    `  ${count} idle subscriptions: ${kilobytes(bytesEach)} each, ${kilobytes(heapBytesEach)} of it on the heap`,
  );
  console.log(
    `  an event to all: ${eventMs} ms and ${upstream[0]} requests; with its record: ${recordMs} ms and ${upstream[1]}`,
  );
  console.log(
    `  storm of ${storm.changes} changes in 10 s: ${storm.upstream} requests for ${tickets} tickets, the last state after ${storm.lastMs} ms`,
  );
  return bytesEach <= goals.bytes && eventMs <= goals.ms && storm.upstream <= most.storm;
}

/** Changes as the CRM would report them, ten every ten milliseconds. */
async function stormOf(crm: SuperOfficeSimulator, clients: Clients): Promise<Figures['storm']> {
  const { contacts, changes, associates } = crm.world();
  const [record, by] = [contacts.get(28), associates.get(5)];
  if (!record || !by) throw new Error('the seed has changed');
  crm.clear();
  const began = performance.now();
  let made = 0;
  while (made < 10_000) {
    const due = Math.min(10_000, Math.floor(performance.now() - began));
    for (; made < due; made += 1) {
      record.department = `Storm ${made + 1}`;
      const change = { entity: 'contact', verb: 'changed', id: 28, columns: ['department'] } as const;
      changes.report({ ...change, by, at: crm.clock.now(), record });
    }
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
  const ended = performance.now();
  while (clients.last.size === 0 || [...clients.last.values()].some((text) => !text.includes('"Storm 10000"'))) {
    if (performance.now() - ended > 60_000) throw new Error('the last state was not told to all');
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
  return { changes: made, upstream: crm.journal.length, lastMs: Math.round(performance.now() - ended) };
}

function settings(origin: string): NodeJS.ProcessEnv {
  return {
    ...{ PATH: process.env.PATH, PORT: '0', METRICS_PORT: '0', LOG_LEVEL: 'silent' },
    ...{ SUPEROFFICE_URL: `${origin}/{tenant}`, SUPEROFFICE_TENANT: 'Cust12345', SUPEROFFICE_WEBHOOK_SECRET: secret },
  };
}

async function memory(server: ChildProcess): Promise<{ rss: number; heapUsed: number }> {
  server.send('memory');
  const [told] = (await once(server, 'message')) as [{ rss: number; heapUsed: number }];
  return told;
}

async function timed(clients: Clients, count: number, change: () => Promise<void>): Promise<number> {
  clients.heard = 0;
  const began = performance.now();
  await change();
  while (clients.heard < count) {
    if (performance.now() - began > 60_000) throw new Error(`only ${clients.heard} of ${count} have heard of it`);
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
  return performance.now() - began;
}

/** Subscribers that count what they hear. */
class Clients {
  heard = 0;
  /** What each subscriber heard last. */
  readonly last = new Map<ClientRequest, string>();
  readonly #url: string;
  readonly #agent = new Agent({ keepAlive: false, maxSockets: Number.POSITIVE_INFINITY });
  readonly #open: ClientRequest[] = [];

  constructor(url: string) {
    this.#url = url;
  }

  /** A hundred at a time, as they would come. */
  async open(all: readonly string[], query: string): Promise<void> {
    for (let at = 0; at < all.length; at += 100) {
      await Promise.all(all.slice(at, at + 100).map((ticket) => this.#subscribe(ticket, query)));
    }
  }

  closeAll(): void {
    for (const each of this.#open.splice(0)) each.destroy();
    this.last.clear();
  }

  #subscribe(ticket: string, query: string): Promise<void> {
    const headers = {
      'content-type': 'application/json',
      accept: 'text/event-stream',
      authorization: `Bearer ${ticket}`,
    };
    return new Promise((resolve, reject) => {
      const asking = request(this.#url, { method: 'POST', headers, agent: this.#agent }, (response) => {
        response.setEncoding('utf8').on('error', () => undefined);
        response.once('data', () => resolve());
        response.on('data', (text: string) => {
          if (text.includes('errors')) reject(new Error(text));
          if (text.includes('event: next')) this.last.set(asking, text);
          this.heard += text.split('event: next').length - 1;
        });
      });
      asking.on('error', reject);
      asking.end(JSON.stringify({ query }));
      this.#open.push(asking);
    });
  }
}
