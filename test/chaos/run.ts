import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { commandLine, misread } from '../../src/config/command-line.ts';
import { type OnOfficeSimulator, startOnOfficeSimulator } from '../../src/simulator/onoffice.ts';
import { createRandom } from '../../src/simulator/random.ts';
import { type SuperOfficeSimulator, startSuperOfficeSimulator } from '../../src/simulator/superoffice.ts';
import { knownSecrets, remember, toldSecret } from '../secrets.ts';
import { type Asker, ask } from './ask.ts';
import { unleash } from './faults.ts';
import { readSomething, type Seed } from './reads.ts';
import { startServer } from './server.ts';
import { Tally } from './tally.ts';
import { Writer } from './writes.ts';

/**
 * `npm run test:chaos [-- seconds [seed]]`: 50 clients of three tenants read and write for so long while both CRMs do
 * everything wrong that they can. Every answer is held against the tables, or is a coded error; every write is held
 * against what is stored in the end.
 */

const help = `npm run test:chaos [-- seconds [seed]]

50 clients of three tenants read and write while both CRMs do everything wrong that they can; every answer and every write is checked.

  seconds    how long (60)
  seed       of what goes wrong, and when (1)
  --help`;

const [seconds, seed] = readNumbers();
const clients = 50;
const deadlineMs = 2_000;
const tenants = ['Cust12345', 'Cust23456', 'Cust34567'] as const;

const tally = new Tally();
/** Words of the log that could be signatures; they are known only when the server has made them. */
const signaturesTold = new Set<string>();
// CRMs by the same clock as the server: what was stored is looked for by when it was.
const now = Date.now();
const superoffice = await startSuperOfficeSimulator({ tenants, now });
const onoffice = await startOnOfficeSimulator({ now });
const folder = mkdtempSync(join(tmpdir(), 'chaos-'));
const server = await startServer(settings(), checkLine);
const seeds = new Map(tenants.map((tenant) => [tenant, seedOf(tenant)]));
let running = true;

console.log(`${clients} clients, ${seconds} s, seed ${seed}, ${server.url}`);
const unleashed = unleash(superoffice, onoffice, createRandom(seed));
const writers = await load();
await unleashed.end();
await settle();
await checkSecrets();
const code = await server.stop();
if (code !== 0) tally.violate(`the server ended with ${code}`);
for (const [tenant, writer] of writers) writer.check(superoffice.world(tenant), estatesOf(tenant), tally);
await Promise.all([superoffice.close(), onoffice.close()]);
rmSync(folder, { recursive: true });
report();

function readNumbers(): readonly [seconds: number, seed: number] {
  const { positionals } = commandLine(help, { allowPositionals: true });
  const [first = 60, second = 1, ...more] = positionals.map(Number);
  if (first > 0 && Number.isSafeInteger(second) && more.length === 0) return [first, second];
  return misread(help, `${positionals.join(' ')}: it takes a number of seconds above 0, and a whole number.`);
}

function settings(): Record<string, string> {
  const file = join(folder, 'customers.json');
  const accounts = onoffice.customers.map(({ id, token, secret }, index) => [
    id,
    { token, secret, tenants: [tenants[index]] },
  ]);
  writeFileSync(file, JSON.stringify(Object.fromEntries(accounts)));
  for (const { token, secret } of onoffice.customers) [token, secret].forEach(remember);
  return {
    ...{ SUPEROFFICE_URL: `${superoffice.origin}/{tenant}`, SUPEROFFICE_TENANTS: tenants.join(',') },
    ...{ ONOFFICE_URL: onoffice.url, ONOFFICE_CREDENTIALS_FILE: file },
    ...{ UPSTREAM_TIMEOUT_MS: '800', REQUEST_DEADLINE_MS: String(deadlineMs), RATE_LIMIT: '1000000000' },
  };
}

function checkLine(line: string): void {
  if (!line.startsWith('{')) return;
  tally.count('lines of the log');
  const secret = toldSecret(line);
  if (secret || line.includes('hunter2')) tally.violate(`the log tells ${secret ?? 'what a CRM has told'}`);
  for (const [word] of line.matchAll(/[A-Za-z0-9+/]{43}=/g)) signaturesTold.add(word);
  const { ms, msg, err } = JSON.parse(line) as {
    ms?: number;
    msg?: string;
    err?: { message?: string; stack?: string };
  };
  if (ms !== undefined && ms > deadlineMs + 500) tally.violate(`an operation took ${ms} ms`);
  if (msg === 'unexpected' || msg === 'unhandled rejection') tally.violate(`${msg}: ${err?.stack ?? err?.message}`);
}

function estatesOf(tenant: string) {
  const customer = onoffice.customers[tenants.indexOf(tenant as (typeof tenants)[number])];
  return customer ? onoffice.world(customer.id).estates : new Map();
}

/** The tables of a tenant as far as nobody writes there: every writer has an estate of its own. */
function seedOf(tenant: string): Seed {
  const world = superoffice.world(tenant);
  const contacts = [...world.contacts.values()].filter(({ deletedAt }) => deletedAt === null);
  const estates = [...estatesOf(tenant).values()].slice(clients);
  const at = new Set(contacts.map(({ id }) => id));
  const persons = [...world.persons.values()].filter((each) => each.deletedAt === null && at.has(each.contactId ?? 0));
  return { world, contacts, persons, estates };
}

async function load(): Promise<(readonly [string, Writer])[]> {
  const end = setTimeout(() => {
    running = false;
  }, seconds * 1000);
  const all = Array.from({ length: clients }, (_, index) => {
    const tenant = tenants[index % tenants.length] as (typeof tenants)[number];
    const tickets = superoffice.ticketsOf(tenant);
    const ticket = index % 2 === 0 ? tickets.lars : tickets.mina;
    const asker: Asker = { url: server.url, ticket, tally };
    remember(ticket);
    const random = createRandom(seed * 1000 + index);
    const writer = new Writer(asker, random, [...estatesOf(tenant).values()][index] ?? null);
    const living = live(asker, seeds.get(tenant) as Seed, writer, random);
    return { tenant, writer, living };
  });
  await Promise.all(all.map(({ living }) => living));
  clearTimeout(end);
  return all.map(({ tenant, writer }) => [tenant, writer] as const);
}

async function live(asker: Asker, own: Seed, writer: Writer, random: ReturnType<typeof createRandom>): Promise<void> {
  while (running) {
    await sleep(random.int(50, 450));
    if (random.chance(0.3)) await writer.write();
    else await readSomething(asker, own, random);
  }
}

/** Once the CRMs are well again, so is every answer. */
async function settle(): Promise<void> {
  await sleep(3_000);
  for (const tenant of tenants) {
    const asker = { url: server.url, ticket: superoffice.ticketsOf(tenant).lars, tally };
    const answer = await ask(asker, '{ contacts(first: 5) { nodes { contactId } } }', {});
    if (answer?.codes.length !== 0) tally.violate(`${tenant} is not well again: ${answer?.codes.join(', ')}`);
  }
}

async function checkSecrets(): Promise<void> {
  const numbers = await (await fetch(server.metricsUrl)).text();
  const secret = toldSecret(numbers);
  if (secret) tally.violate(`the numbers tell ${secret}`);
  if (!/^crm_graph_unhandled_rejections_total 0$/m.test(numbers)) tally.violate('a rejection that nobody waited for');
  const signatures = onoffice.journal.flatMap(({ actions }) => actions.map(({ hmac }) => hmac));
  if (signatures.some((each) => signaturesTold.has(each))) tally.violate('the log tells a signature');
  if (signatures.some((each) => numbers.includes(each))) tally.violate('the numbers tell a signature');
  tally.count('secrets looked for', knownSecrets() + signatures.length);
}

function played(
  { journal }: Pick<SuperOfficeSimulator, 'journal'> | Pick<OnOfficeSimulator, 'journal'>,
  system: string,
) {
  tally.count(`requests to ${system} (the last 20,000)`, journal.length);
  for (const { fault } of journal) if (fault) tally.count(`faults of ${system}: ${fault}`);
}

function report(): void {
  played(superoffice, 'SuperOffice');
  played(onoffice, 'onOffice');
  for (const [index, { refusals, owed }] of unleashed.seen().entries()) {
    const system = index === 0 ? 'SuperOffice' : 'onOffice';
    tally.count(`faults of ${system}: refused connections`, refusals);
    if (owed > 0) tally.violate(`${owed} faults of ${system} have never struck`);
    if (refusals === 0) tally.violate(`${system} has refused no connections`);
  }
  console.log(tally.lines().join('\n'));
  const least = [
    'operations',
    'answers complete',
    'answers partial',
    'writes done',
    'writes unknown',
    'creates checked',
  ];
  for (const what of least) if (tally.of(what) === 0) tally.violate(`nothing was seen of: ${what}`);
  console.log(`${tally.of('operations')} operations, ${tally.violations.length} violations`);
  process.exitCode = tally.violations.length === 0 ? 0 : 1;
}
