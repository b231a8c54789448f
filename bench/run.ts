import { once } from 'node:events';
import { writeFileSync } from 'node:fs';
import { load } from './load.ts';
import { type Figures, figuresOf, measureAlone, measureSlice, type Slice } from './measure.ts';
import { operations } from './operations.ts';
import { readOptions } from './options.ts';
import { type Measured, stayOn, type UpstreamAddress } from './processes.ts';
import { report } from './report.ts';
import { missing, otherCore, type Server, type ServerName, startServer, startUpstream } from './servers.ts';
import { measureStart } from './start.ts';
import { comparedTurns, type Turn } from './turns.ts';

/** `npm run bench`: all servers answer the same, then take turns. `--help` says what can be chosen. */

const slicesOfRound = 5;

const options = readOptions(process.argv.slice(2));
const lacking = missing(options.servers);
if (lacking) {
  console.error(lacking);
  process.exit(1);
}
stayOn(otherCore);
const started: Measured[] = [];
process.on('exit', () => {
  for (const each of started) each.stop();
});
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => process.exit(1));

const { clients, latencyMs } = options;
const startedAt = performance.now();
const upstream = await upstreamStarted();
const servers: Server[] = [];
for (const name of options.servers) {
  const server = await startServer(name, upstream);
  started.push(server.measured);
  servers.push(server);
}
const asking = operations.filter(({ name }) => options.operations.includes(name));
const turns = await comparedTurns(servers, asking, upstream.ticket);
const figures: Figures[] = [];
// What many callers ask fills what a server keeps, so it comes when the memory of all else is known.
const [ordinary, crowded] = [asking.filter(({ callers }) => !callers), asking.filter(({ callers }) => callers)];
for (const phase of [ordinary, crowded]) figures.push(...(await measurePhase(phase.map(({ name }) => name))));
// After the load too: nobody may have won by answering something else.
await comparedTurns(servers, asking, upstream.ticket);
const starts = new Map<ServerName, number>();
for (const { name, measured } of options.starts ? servers : []) {
  measured.stop();
  starts.set(name, await measureStart(name, upstream));
  say(`start of ${name}`);
}
const text = report(figures, options, starts);
console.log(`\n${text}`);
if (options.writesResults) writeFileSync(new URL('RESULTS.md', import.meta.url), text);
process.exit(0);

async function measurePhase(names: readonly string[]): Promise<Figures[]> {
  for (const { server, operation, asked } of turns.filter((turn) => names.includes(turn.operation))) {
    const { answers } = await load(asked, { clients, ms: options.warmSeconds * 1000, answers: options.warmAnswers });
    say(`warm: ${operation} at ${server.name}, ${answers} answers`);
  }
  const measured: Figures[] = [];
  for (let round = 1; round <= options.rounds; round++) {
    for (const operation of names) {
      measured.push(...(await measureRound(round, operation)));
      say(`round ${round} of ${options.rounds}: ${operation}`);
    }
  }
  return measured;
}

/** Servers take turns in slices, so that what disturbs the machine disturbs all of them. */
async function measureRound(round: number, operation: string): Promise<Figures[]> {
  const taking = turns.filter((turn) => turn.operation === operation);
  const slices = taking.map((): Slice[] => []);
  const alone: Awaited<ReturnType<typeof measureAlone>>[] = [];
  const ms = (options.seconds * 1000) / slicesOfRound;
  for (let slice = 0; slice < slicesOfRound; slice++) {
    const order = [...taking.keys()];
    for (const index of (slice + round) % 2 ? order : order.toReversed()) {
      const { server, asked } = taking[index] as Turn;
      slices[index]?.push(await measureSlice(server, asked, upstream, { clients, ms }));
      if (slice === 0) alone[index] = await measureAlone(asked, upstream, latencyMs, ms);
    }
  }
  return taking.map(({ server }, index) => ({
    ...{ server: server.name, operation, round },
    ...(alone[index] as (typeof alone)[number]),
    ...figuresOf(slices[index] ?? []),
  }));
}

function say(what: string): void {
  console.log(`${((performance.now() - startedAt) / 1000).toFixed(0).padStart(4)} s  ${what}`);
}

async function upstreamStarted(): Promise<UpstreamAddress> {
  const measured = startUpstream();
  started.push(measured);
  const [address] = await once(measured.child, 'message');
  return address as UpstreamAddress;
}
