import type { Fault, FaultRule, Faults } from '../../src/simulator/faults.ts';
import type { OnOfficeSimulator } from '../../src/simulator/onoffice.ts';
import type { Random } from '../../src/simulator/random.ts';
import type { SuperOfficeSimulator } from '../../src/simulator/superoffice.ts';

const secretBody = { Message: 'db-password-hunter2', StackTrace: 'at db-password-hunter2' };

const past = 'Thu, 01 Jan 2015 00:00:00 GMT';
const future = new Date(Date.now() + 86_400_000).toUTCString();
const held = (status: number): readonly Fault[] => [
  { kind: 'status', status },
  ...['1', '86400', past, future, 'soon'].map((value): Fault => {
    return { kind: 'status', status, headers: { 'Retry-After': value } };
  }),
];

/** What a CRM can do wrong; every one of these must be met by a coded error, or not be noticed at all. */
const faults: readonly Fault[] = [
  { kind: 'reset' },
  { kind: 'reset', undone: true },
  { kind: 'resetInBody' },
  { kind: 'truncated' },
  { kind: 'hang' },
  { kind: 'delay', milliseconds: 200 },
  { kind: 'delay', milliseconds: 900 },
  { kind: 'drip', milliseconds: 400 },
  { kind: 'trickle', everyMs: 200 },
  { kind: 'oversized', bytes: 100 * 1024 * 1024 },
  { kind: 'html' },
  { kind: 'html', status: 401 },
  { kind: 'html', status: 502 },
  { kind: 'wrongShape', body: null },
  { kind: 'wrongShape', body: 7 },
  { kind: 'wrongShape', body: { value: 'no rows' } },
  { kind: 'plain', body: '<?xml version="1.0"?><Contact/>', contentType: 'application/xml' },
  { kind: 'plain', body: '', contentType: 'application/json' },
  { kind: 'wrongLength' },
  { kind: 'notModified' },
  { kind: 'redirect', location: 'http://127.0.0.1:9/' },
  ...held(429),
  ...held(503),
  { kind: 'status', status: 500, body: secretBody },
  { kind: 'status', status: 502, body: secretBody },
  { kind: 'status', status: 200, headers: { 'X-Large': 'x'.repeat(70_000) } },
];

/** Tells whether a fault has anything to do with a body that is too large: those are dear, and rarer. */
const isDear = ({ kind }: Fault) => kind === 'oversized';

type Crm = Pick<SuperOfficeSimulator | OnOfficeSimulator, 'refuse'> & { readonly faults: Faults };

/** The faults of one CRM, which strike at random, and each at least once. */
class Mishaps {
  refusals = 0;
  readonly #crm: Crm;
  readonly #random: Random;
  #owed: readonly Fault[] = faults;
  #due: readonly FaultRule[] = [];
  #refusing: Promise<void> = Promise.resolve();

  constructor(crm: Crm, random: Random) {
    this.#crm = crm;
    this.#random = random;
  }

  /** How many kinds have never struck. */
  get owed(): number {
    return this.#owed.length;
  }

  /** Usually a few that strike some of the requests, and one or two that have not been seen yet. */
  lay(storm: FaultRule | null): void {
    this.calm();
    if (storm) this.#crm.faults.add(storm);
    this.#due = this.#owed.slice(0, 2).map((fault) => ({ times: 1, fault }));
    for (const rule of [...this.#due, ...fewOf(this.#random)]) this.#crm.faults.add(rule);
    const isOwed = this.#owed.length === 0 && this.refusals === 0;
    if (this.#random.chance(0.02) || isOwed) this.#refuse(this.#random.int(100, 900));
  }

  calm(): void {
    const left = new Set(this.#crm.faults.rules);
    const struck = new Set(this.#due.filter((rule) => !left.has(rule)).map(({ fault }) => fault));
    this.#owed = this.#owed.filter((fault) => !struck.has(fault));
    this.#due = [];
    this.#crm.faults.clear();
  }

  async end(): Promise<void> {
    this.calm();
    await this.#refusing;
  }

  #refuse(milliseconds: number): void {
    this.refusals += 1;
    this.#refusing = this.#refusing.then(() => this.#crm.refuse(milliseconds));
  }
}

export interface Unleashed {
  /** How often connections were refused, and how many faults never struck. */
  readonly seen: () => { readonly refusals: number; readonly owed: number }[];
  /** Takes all faults away. */
  end(): Promise<void>;
}

/** Lays out other faults every now and then; sometimes one that strikes all of a tenant for two seconds and more. */
export function unleash(superoffice: SuperOfficeSimulator, onoffice: OnOfficeSimulator, random: Random): Unleashed {
  const sides = [new Mishaps(superoffice, random), new Mishaps(onoffice, random)];
  let storm: { rule: FaultRule; until: number } | null = null;
  const lay = () => {
    const now = performance.now();
    if (storm && now >= storm.until) storm = null;
    if (!storm && random.chance(0.03)) storm = { rule: stormOf(random), until: now + random.int(1_500, 3_500) };
    for (const [index, side] of sides.entries()) side.lay(index === 0 ? (storm?.rule ?? null) : null);
  };
  lay();
  const timer = setInterval(lay, 250);
  return {
    seen: () => sides.map(({ refusals, owed }) => ({ refusals, owed })),
    async end() {
      clearInterval(timer);
      await Promise.all(sides.map((side) => side.end()));
    },
  };
}

const tenants = ['Cust12345', 'Cust23456', 'Cust34567'];

function stormOf(random: Random): FaultRule {
  return { tenant: random.pick(tenants), fault: random.pick(faults.filter((fault) => !isDear(fault))) };
}

function fewOf(random: Random): FaultRule[] {
  const few = random.shuffle(faults).slice(0, 4);
  return few.map((fault) => ({ probability: isDear(fault) ? 0.003 : 0.03, fault }));
}
