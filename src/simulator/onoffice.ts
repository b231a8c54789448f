import { createHash } from 'node:crypto';
import { type Clock, createClock } from './clock.ts';
import { createOnOfficeFaults, type OnOfficeFaults } from './onoffice/faults.ts';
import type { OnOfficeJournalEntry } from './onoffice/journal.ts';
import { defaultOnOfficeOptions, type OnOfficeOptions } from './onoffice/options.ts';
import { serve } from './onoffice/serve.ts';
import type { OnOfficeWorld } from './onoffice/store.ts';
import { seedWorld } from './onoffice/world.ts';
import { listen } from './server.ts';

export interface SimulatedCustomer {
  readonly id: string;
  readonly token: string;
  readonly secret: string;
  readonly seed: number;
}

export interface OnOfficeSimulatorSettings {
  /** 0, the default: any free one. */
  port?: number;
  /** Where the clock of the data starts: epoch milliseconds or a date; start of today where absent. */
  now?: Date | number;
  options?: Partial<OnOfficeOptions>;
  /** Other accounts than the two built in. */
  customers?: OnOfficeSimulator['customers'];
}

/** A running simulator of onOffice enterprise for two customers, who have the same record ids and other data. */
export interface OnOfficeSimulator {
  /** `http://127.0.0.1:4012`; the steering routes are below `/_sim/`. */
  readonly origin: string;
  /** The one address that every call goes to. */
  readonly url: string;
  readonly customers: readonly [SimulatedCustomer, SimulatedCustomer];
  /** Every POST received, oldest first. */
  readonly journal: OnOfficeJournalEntry[];
  /** What the manual leaves open: live switches. */
  readonly options: OnOfficeOptions;
  readonly faults: OnOfficeFaults;
  /** The time of the data: what "changed now" means. */
  readonly clock: Clock;
  /** The time that signatures are compared with. */
  readonly signingClock: Clock;
  /** Empties the journal. */
  clear(): void;
  /** Data, options, faults, clocks and journal as they were at the start. */
  reset(): void;
  /** The live tables of a customer, to read and to change. */
  world(customer?: string): OnOfficeWorld;
  /** Cuts all connections, and refuses new ones for so long. */
  refuse(milliseconds: number): Promise<void>;
  close(): Promise<void>;
}

const path = '/api/stable/api.php';

/** Two accounts; token and secret have the vendor's lengths (32 and 64) and belong to nobody. */
const demoCustomers: OnOfficeSimulator['customers'] = [account('MusterMakler', 5), account('NordImmobilien', 11)];

function account(id: string, seed: number): SimulatedCustomer {
  const hex = (algorithm: string, part: string) => createHash(algorithm).update(`${part} of ${id}`).digest('hex');
  return { id, seed, token: hex('md5', 'token'), secret: hex('sha256', 'secret') };
}

/** Starts the simulator on the loopback interface. */
export async function startOnOfficeSimulator(settings: OnOfficeSimulatorSettings = {}): Promise<OnOfficeSimulator> {
  const customers = settings.customers ?? demoCustomers;
  const start = Number(settings.now ?? new Date().setHours(0, 0, 0, 0));
  const worlds = new Map<string, OnOfficeWorld>();
  const initialOptions = () => ({ ...defaultOnOfficeOptions(), ...structuredClone(settings.options ?? {}) });
  const simulator: OnOfficeSimulator = {
    origin: '',
    url: '',
    customers,
    journal: [],
    options: initialOptions(),
    faults: createOnOfficeFaults(),
    clock: createClock(start),
    signingClock: createClock(Date.now()),
    clear: () => simulator.journal.splice(0),
    reset() {
      simulator.clear();
      simulator.faults.clear();
      simulator.clock.set(start);
      simulator.signingClock.set(Date.now());
      Object.assign(simulator.options, initialOptions());
      for (const customer of customers) worlds.set(customer.id, seedWorld(customer, start));
    },
    world(customer = customers[0].id) {
      const world = worlds.get(customer);
      if (!world) throw new RangeError(`no such customer: ${customer}`);
      return world;
    },
    refuse: (milliseconds) => listener.refuse(milliseconds),
    close: () => listener.close(),
  };
  simulator.reset();
  const listener = await listen(settings.port ?? 0, (request) => serve(simulator, request));
  return Object.assign(simulator, { origin: listener.origin, url: listener.origin + path });
}
