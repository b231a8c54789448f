import { misdirected } from './answers.ts';
import { type Clock, createClock } from './clock.ts';
import { deliver } from './delivery.ts';
import { createFaults, type Faults, replacesAnswer } from './faults.ts';
import { beginEntry, type JournalEntry, journalHeaders } from './journal.ts';
import { changeOptions, defaultOptions, type OptionsPatch, type SimulatorOptions } from './options.ts';
import type { SimulatedAnswer } from './request.ts';
import { type DemoTickets, demoTickets } from './seed-users.ts';
import { type Listener, listen, type ReceivedRequest } from './server.ts';
import { steer } from './steering.ts';
import type { TenantWorld } from './store.ts';
import { stopWebhooks, type ToldTarget, tellOf } from './superoffice/webhook-registry.ts';
import { answerApiCall } from './superoffice-api.ts';
import { apiVersion, isRunning, type TenantHome, type TenantState, tenantState } from './tenants.ts';
import { createThrottle } from './throttle.ts';
import { seededWorld } from './world.ts';

/** What a simulator is started with. */
export interface SuperOfficeSimulatorSettings {
  /** 0 (the default): any free one. */
  port?: number;
  /** Where the clock starts; the seed's dates are relative to that day. Default: midnight, UTC, of today. */
  now?: Date | number;
  options?: OptionsPatch<SimulatorOptions>;
  /** Tenants that are served; the first one is the default of `url` and `world`. */
  tenants?: readonly string[];
  /** Changes the seeded tables of a tenant before they are first used, and again after each reset. */
  seed?: (world: TenantWorld, now: number) => void;
}

/** A running simulator of SuperOffice, reached over HTTP on the loopback address. */
export interface SuperOfficeSimulator {
  readonly origin: string;
  /** Base of a tenant's site, as `SUPEROFFICE_URL` takes it. */
  url(tenant?: string): string;
  /** Template of the tenant state's address, with `{tenant}` in it. */
  readonly stateUrl: string;
  /** Ways to log in to the default tenant. */
  readonly tickets: DemoTickets;
  ticketsOf(tenant: string): DemoTickets;
  /** Every request received, oldest first. */
  readonly journal: JournalEntry[];
  /** Empties the journal. */
  clear(): void;
  /** Journal, faults, options, tables and tenants as at the start; the clock runs on. */
  reset(): void;
  /** The live tables of a tenant. */
  world(tenant?: string): TenantWorld;
  /** Live: what is set here holds from the next request on. */
  readonly options: SimulatorOptions;
  readonly faults: Faults;
  readonly clock: Clock;
  /** Moves a tenant to another origin: the old one answers 421, the tenant state names the new one. */
  move(tenant?: string): Promise<string>;
  /** Tells an address, plain HTTP too, of the tenant's events from now on, as a webhook would that was registered. */
  tell(tenant: string, target: ToldTarget): void;
  /** Sets the state of a tenant; calls to one that does not run are answered 503. */
  setState(state: TenantState, tenant?: string): void;
  /** Cuts all connections, and refuses new ones for so long. */
  refuse(milliseconds: number): Promise<void>;
  close(): Promise<void>;
}

/** Starts a simulator. */
export async function startSuperOfficeSimulator(
  settings: SuperOfficeSimulatorSettings = {},
): Promise<SuperOfficeSimulator> {
  const simulation = new Simulation(settings);
  await simulation.start(settings.port ?? 0);
  return simulation;
}

class Simulation implements SuperOfficeSimulator {
  readonly journal: JournalEntry[] = [];
  readonly faults = createFaults();
  readonly options = defaultOptions();
  readonly clock: Clock;
  readonly #settings: SuperOfficeSimulatorSettings;
  readonly #tenants: readonly string[];
  readonly #worlds = new Map<string, TenantWorld>();
  readonly #homes = new Map<string, TenantHome>();
  readonly #listeners: Listener[] = [];
  readonly #throttle = createThrottle();
  readonly #told = new Map<string, ToldTarget[]>();

  constructor(settings: SuperOfficeSimulatorSettings) {
    this.#settings = settings;
    this.#tenants = settings.tenants ?? ['Cust12345', 'Cust23456'];
    this.clock = createClock(settings.now ?? new Date().setUTCHours(0, 0, 0, 0));
    changeOptions(this.options, settings.options ?? {}, defaultOptions());
  }

  async start(port: number): Promise<void> {
    this.#listeners.push(await listen(port, (request) => this.#receive(request, 0)));
    this.#settle();
  }

  get origin(): string {
    return this.#listeners[0]?.origin ?? '';
  }

  get stateUrl(): string {
    return `${this.origin}/api/state/{tenant}`;
  }

  get tickets(): DemoTickets {
    return demoTickets(this.#tenants[0] ?? '');
  }

  ticketsOf(tenant: string): DemoTickets {
    return demoTickets(tenant);
  }

  url(tenant = this.#tenants[0] ?? ''): string {
    const home = this.#home(tenant);
    return `${home?.origin ?? this.origin}/${tenant}`;
  }

  clear(): void {
    this.journal.length = 0;
  }

  reset(): void {
    this.clear();
    this.faults.clear();
    this.#throttle.clear();
    this.#stopWebhooks();
    this.#worlds.clear();
    changeOptions(this.options, defaultOptions(), defaultOptions());
    changeOptions(this.options, this.#settings.options ?? {}, defaultOptions());
    this.#settle();
  }

  world(tenant = this.#tenants[0] ?? ''): TenantWorld {
    const known = this.#worlds.get(tenant);
    if (known !== undefined) return known;
    const now = this.clock.now();
    const world = seededWorld(tenant, now);
    this.#settings.seed?.(world, now);
    this.#worlds.set(tenant, world);
    for (const target of this.#told.get(tenant) ?? []) tellOf(world, target, this.options, this.clock);
    return world;
  }

  async move(tenant = this.#tenants[0] ?? ''): Promise<string> {
    const home = this.#home(tenant);
    if (home === undefined) throw new RangeError(`there is no tenant ${tenant}`);
    const listener = await listen(0, (request) => this.#receive(request, this.#listeners.indexOf(listener)));
    this.#listeners.push(listener);
    home.origin = listener.origin;
    return `${listener.origin}/${home.tenant}`;
  }

  tell(tenant: string, target: ToldTarget): void {
    this.#told.set(tenant, [...(this.#told.get(tenant) ?? []), target]);
    const world = this.#worlds.get(tenant);
    if (world) tellOf(world, target, this.options, this.clock);
  }

  setState(state: TenantState, tenant = this.#tenants[0] ?? ''): void {
    const home = this.#home(tenant);
    if (home !== undefined) home.state = state;
  }

  async refuse(milliseconds: number): Promise<void> {
    await Promise.all(this.#listeners.map((listener) => listener.refuse(milliseconds)));
  }

  async close(): Promise<void> {
    this.#stopWebhooks();
    await Promise.all(this.#listeners.splice(0).map((listener) => listener.close()));
  }

  #stopWebhooks(): void {
    for (const world of this.#worlds.values()) stopWebhooks(world);
  }

  #settle(): void {
    for (const tenant of this.#tenants) {
      this.#homes.set(tenant.toLowerCase(), { tenant, origin: this.origin, state: 'Running' });
    }
  }

  #home(tenant: string): TenantHome | undefined {
    return this.#homes.get(tenant.toLowerCase());
  }

  async #receive(request: ReceivedRequest, listener: number): Promise<void> {
    const { message, url, body, response } = request;
    response.setHeader('Date', new Date(this.clock.now()).toUTCString());
    const method = message.method ?? 'GET';
    if (url.pathname.startsWith('/_sim/')) {
      const answer = steer({ method, path: url.pathname, body, headers: message.headers }, this.#steered());
      response.writeHead(answer.status, { 'Content-Type': 'application/json' });
      response.end(JSON.stringify(answer.body));
      return;
    }
    const address = readAddress(url);
    const entry = beginEntry(this.journal, {
      time: this.clock.now(),
      tenant: address.tenant,
      method,
      path: address.path,
      query: Object.fromEntries(url.searchParams),
      headers: journalHeaders(message.headers),
      body,
    });
    const fault = this.faults.take(method, address.path, address.tenant);
    const answer = replacesAnswer(fault)
      ? { status: 500 }
      : await this.#answer(address, request, this.#listeners[listener]?.origin ?? '');
    await deliver(response, answer, fault, entry);
  }

  #steered() {
    return {
      journal: this.journal,
      faults: this.faults,
      clock: this.clock,
      options: this.options,
      reset: () => this.reset(),
      changeOptions: (patch: Record<string, unknown>) => changeOptions(this.options, patch, defaultOptions()),
    };
  }

  #answer(
    address: Address,
    { message, url, body }: ReceivedRequest,
    origin: string,
  ): SimulatedAnswer | Promise<SimulatedAnswer> {
    const home = this.#home(address.tenant);
    if (address.kind === 'state') return tenantState(address.tenant, home, this.clock.now());
    if (address.kind === 'other' || home === undefined) return { status: 404, html: '<h1>404 Not Found</h1>' };
    if (home.origin !== origin) return misdirected();
    if (!isRunning(home)) return { status: 503, html: '<h1>503</h1><p>The tenant is not running.</p>' };
    if (address.kind === 'version') return apiVersion(home, message.headers.accept);
    const throttled = this.#throttle.refuse(home.tenant, this.options);
    if (throttled !== null) return throttled;
    return answerApiCall(
      {
        method: message.method ?? 'GET',
        path: address.path,
        segments: address.segments,
        query: url.searchParams,
        headers: message.headers,
        body,
        world: this.world(home.tenant),
        baseUrl: `${origin}/${home.tenant}/api/v1`,
      },
      this.options,
      this.clock,
    );
  }
}

/** What an address is about. */
interface Address {
  kind: 'state' | 'version' | 'api' | 'other';
  tenant: string;
  path: string;
  segments: string[];
}

function readAddress(url: URL): Address {
  const parts = url.pathname
    .split('/')
    .filter((part) => part !== '')
    .map(decode);
  const [first = '', second = '', third = ''] = parts;
  const is = (part: string, word: string) => part.toLowerCase() === word;
  const whole = { path: `/${parts.join('/')}`, segments: parts };
  if (is(first, 'api') && is(second, 'state')) return { kind: 'state', tenant: third, ...whole };
  if (is(second, 'api') && parts.length === 2) return { kind: 'version', tenant: first, ...whole };
  if (!is(second, 'api') || !is(third, 'v1')) return { kind: 'other', tenant: '', ...whole };
  const segments = parts.slice(3);
  return { kind: 'api', tenant: first, path: `/${segments.join('/')}`, segments };
}

function decode(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}
