import { createHash } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { Agent, request } from 'undici';
import { type App, startApp } from '../../src/app.ts';
import { parseConfig } from '../../src/config.ts';
import { createRandom } from '../../src/simulator/random.ts';
import { heapAfterCollection } from '../server/heap.ts';
import { type Crms, startCrms } from './crms.ts';

const mostGrowth = 0.1;

/** What a process holds, once it has come to rest. */
interface Held {
  readonly heap: number;
  /** Sockets, timers, listeners and the like, by kind. */
  readonly resources: Readonly<Record<string, number>>;
}

/** The heap after 10,000 operations is within 10 % of that after 1,000; so are listeners, sockets and timers. */
export function heapOfOperations(): Promise<boolean> {
  return flat('operations', { first: 1_000, all: 10_000 }, operation);
}

/** A hundred thousand documents, each with its hash, leave nothing behind. */
export function heapOfHashes(): Promise<boolean> {
  // As many as the store holds come first: what fills up to its bound does not grow without one.
  return flat('hashes', { first: 30_000, all: 130_000 }, hashed);
}

async function flat(what: string, { first, all }: { first: number; all: number }, bodyOf: (n: number) => object) {
  const crms = await startCrms();
  const app = await startApp(parseConfig({ ...crms.settings, PORT: '0', METRICS_PORT: '0', LOG_LEVEL: 'silent' }));
  await run(app, crms, 0, first, bodyOf);
  const before = await held();
  await run(app, crms, first, all, bodyOf);
  const after = await held();
  await app.close();
  await crms.stop();
  const growth = after.heap / before.heap - 1;
  const kinds = new Set([...Object.keys(before.resources), ...Object.keys(after.resources)]);
  const grown = [...kinds].filter((kind) => (after.resources[kind] ?? 0) > (before.resources[kind] ?? 0));
  console.log(
    `  ${what}: heap ${megabytes(before.heap)} after ${first}, ${megabytes(after.heap)} after ${all} (${(growth * 100).toFixed(1)} %)`,
  );
  console.log(`  held: ${JSON.stringify(before.resources)}, then ${JSON.stringify(after.resources)}`);
  return growth < mostGrowth && grown.length === 0;
}

const megabytes = (bytes: number) => `${(bytes / 1e6).toFixed(1)} MB`;

/** Twenty at a time, over connections that are gone when they are counted. */
async function run(app: App, { ticket }: Crms, from: number, to: number, bodyOf: (n: number) => object): Promise<void> {
  const dispatcher = new Agent({ connections: 20 });
  let next = from;
  const lane = async () => {
    for (let n = next++; n < to; n = next++) {
      const { body } = await request(app.url, {
        ...{ dispatcher, method: 'POST', body: JSON.stringify(bodyOf(n)) },
        headers: { 'content-type': 'application/json', authorization: ticket },
      });
      await body.dump();
    }
  };
  await Promise.all(Array.from({ length: 20 }, lane));
  await dispatcher.close();
}

async function held(): Promise<Held> {
  // Longer than an operation's deadline, whose timers would count.
  await sleep(12_000);
  const resources: Record<string, number> = {};
  for (const kind of process.getActiveResourcesInfo()) resources[kind] = (resources[kind] ?? 0) + 1;
  resources.listeners = process.eventNames().reduce((sum, name) => sum + process.listenerCount(name), 0);
  return { heap: heapAfterCollection(), resources };
}

const random = createRandom(1);

const mix: readonly ((n: number) => object)[] = [
  () => ({ query: '{ __typename }' }),
  (n) => ({
    query: 'query One($id: Int!) { contact(contactId: $id) { name phones { value } } }',
    variables: { id: 1 + (n % 190) },
  }),
  () => ({
    query: '{ contacts(first: 20) { nodes { name category { name } persons(first: 5) { nodes { fullName } } } } }',
  }),
  () => ({ query: '{ list(name: "task") { items { name } } estates(first: 10) { nodes { id rooms } } }' }),
  () => ({ query: '{ contacts(first: 5) { nodes { nonsense } } }' }),
  (n) => ({ query: `{ contact(contactId: 7) { a${n}: name } }` }),
  (n) => ({
    query:
      'mutation($d: String!) { updateContact(contactId: 8, changes: { department: $d }) { errors { __typename } } }',
    variables: { d: `v${n}` },
  }),
];

const operation = (n: number): object => random.pick(mix)(n);

function hashed(n: number): object {
  const query = `query Q${n} { __typename }`;
  const sha256Hash = createHash('sha256').update(query).digest('hex');
  return { query, extensions: { persistedQuery: { version: 1, sha256Hash } } };
}
