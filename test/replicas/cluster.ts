import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, vi } from 'vitest';
import { fullRights } from '../../src/simulator/seed-users.ts';
import { startSuperOfficeSimulator } from '../../src/simulator/superoffice.ts';
import { masterSecret } from '../live.ts';
import { freePort } from '../ports.ts';
import { endProcesses, startProcess } from '../server/process.ts';
import { startBalancer } from './balancer.ts';
import { startRedis } from './redis-server.ts';

const replicaCount = 3;
/** Cost a minute for each ticket. */
export const rateLimit = 100;

/** One server of several, which may end and be started again where it was. */
class Replica {
  readonly port: number;
  readonly origin: string;
  readonly url: string;
  readonly #environment: Record<string, string>;
  #process: ReturnType<typeof startProcess> | null = null;

  constructor(port: number, environment: Record<string, string>) {
    this.port = port;
    this.origin = `http://127.0.0.1:${port}`;
    this.url = `${this.origin}/graphql`;
    this.#environment = { ...environment, PORT: String(port) };
  }

  async start(): Promise<void> {
    this.#process = startProcess(this.#environment);
    await this.#process.url();
  }

  /** Resolves with the code that it ends with. */
  end(signal: NodeJS.Signals): Promise<number | string> {
    this.#process?.child.kill(signal);
    return this.#process?.ended ?? Promise.reject(new Error('not started'));
  }

  /** What it has written: its log, too. */
  said(): string {
    return this.#process?.output.text ?? '';
  }

  async readiness(): Promise<{ ready: boolean; redis: string }> {
    return (await fetch(`${this.origin}/ready`)).json() as Promise<{ ready: boolean; redis: string }>;
  }
}

/** Three servers as processes, behind a balancer, in front of one simulated CRM, with a Redis of their own. */
export async function startCluster() {
  const redis = await startRedis();
  const superoffice = await startSuperOfficeSimulator({
    now: new Date(),
    options: { webhooks: { plainHttp: true, pausesMs: [20, 100] } },
  });
  // As a CRM answers where it cannot reach the address that is to be registered: no balancer leads there yet.
  const unreached = { kind: 'status', status: 400, body: { Message: 'The target does not answer' } } as const;
  superoffice.faults.add({ method: 'POST', path: '^/Webhook$', times: 1, fault: unreached });
  const folder = mkdtempSync(join(tmpdir(), 'crm-'));
  const tickets = join(folder, 'tickets.json');
  const { soTicket, appToken } = superoffice.tickets;
  writeFileSync(tickets, JSON.stringify({ Cust12345: soTicket.replace('SOTicket ', '') }));
  const ports = await Promise.all(Array.from({ length: replicaCount }, freePort));
  const balancer = await startBalancer(ports);
  const environment = {
    LOG_LEVEL: 'warn',
    RATE_LIMIT: String(rateLimit),
    REDIS_URL: redis.url,
    REQUEST_DEADLINE_MS: '4000',
    PUBLIC_URL: balancer.url,
    SUPEROFFICE_URL: `${superoffice.origin}/{tenant}`,
    SUPEROFFICE_TENANT: 'Cust12345',
    SUPEROFFICE_APP_TOKEN: appToken,
    SUPEROFFICE_SYSTEM_TICKETS_FILE: tickets,
    SUPEROFFICE_WEBHOOK_SECRET: masterSecret,
  };
  const replicas = ports.map((port) => new Replica(port, environment));
  let tellers = 0;

  /** A ticket that nobody has used, with a quota of its own. */
  function ticket(): string {
    tellers += 1;
    const made = `8A:Cust12345.teller-${tellers}`;
    const entry = { scheme: 'Bearer' as const, ticket: made, expiresAt: null };
    const user = { associateId: 5, tickets: [entry], basic: null, session: null, rights: fullRights() };
    superoffice.world().users.push(user);
    return `Bearer ${made}`;
  }

  async function close(): Promise<void> {
    endProcesses();
    await balancer.close();
    await superoffice.close();
    await redis.kill();
    rmSync(folder, { recursive: true, force: true });
  }

  try {
    await Promise.all(replicas.map((replica) => replica.start()));
    await vi.waitFor(() => expect(balancer.ready()).toHaveLength(replicaCount), 20_000);
  } catch (error) {
    await close();
    throw error;
  }
  return {
    redis,
    superoffice,
    balancer,
    replicas,
    environment,
    ticket,
    close,
  };
}

export type Cluster = Awaited<ReturnType<typeof startCluster>>;

export interface Told {
  readonly status: number;
  readonly data?: Record<string, Record<string, unknown> | null> | null;
  readonly errors?: readonly { readonly extensions: { readonly code: string; readonly retryAfter?: number } }[];
}

/** One operation, sent to one server or to the balancer. */
export async function ask(url: string, ticket: string, query: string, variables: object = {}): Promise<Told> {
  const response = await fetch(new URL('/graphql', url), {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: ticket },
    body: JSON.stringify({ query, variables }),
  });
  return { ...((await response.json()) as object), status: response.status };
}
