import { once } from 'node:events';
import { writeFileSync } from 'node:fs';
import { compareAnswers } from './compare.ts';
import { type Asked, bytesOf, load } from './load.ts';
import { ask, type Figures, figuresOf, measureFar, measureSlice, type Slice, sentTo } from './measure.ts';
import { operations } from './operations.ts';
import { readOptions } from './options.ts';
import { type Measured, stayOn, type UpstreamAddress } from './processes.ts';
import { report } from './report.ts';
import { missing, otherCore, type Server, startServer, startUpstream } from './servers.ts';

/** `npm run bench`: all servers answer the same, then take turns. `--help` says what can be chosen. */

const slicesOfRound = 5;

interface Turn {
  readonly server: Server;
  readonly operation: string;
  readonly asked: Asked;
}

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
const turns = await comparedTurns();
for (const { server, operation, asked } of turns) {
  const { answers } = await load(asked, { clients, ms: options.warmSeconds * 1000, answers: options.warmAnswers });
  say(`warm: ${operation} at ${server.name}, ${answers} answers`);
}
const figures: Figures[] = [];
for (let round = 1; round <= options.rounds; round++) {
  for (const operation of options.operations) {
    figures.push(...(await measureRound(round, operation)));
    say(`round ${round} of ${options.rounds}: ${operation}`);
  }
}
await comparedTurns();
const text = report(figures, options);
console.log(`\n${text}`);
if (options.writesResults) writeFileSync(new URL('RESULTS.md', import.meta.url), text);
process.exit(0);

/** Servers take turns in slices, so that what disturbs the machine disturbs all of them. */
async function measureRound(round: number, operation: string): Promise<Figures[]> {
  const taking = turns.filter((turn) => turn.operation === operation);
  const slices = taking.map((): Slice[] => []);
  const far = taking.map(() => Number.NaN);
  const ms = (options.seconds * 1000) / slicesOfRound;
  for (let slice = 0; slice < slicesOfRound; slice++) {
    const order = [...taking.keys()];
    for (const index of (slice + round) % 2 ? order : order.toReversed()) {
      const { server, asked } = taking[index] as Turn;
      slices[index]?.push(await measureSlice(server, asked, upstream, { clients, ms }));
      if (slice === 0) far[index] = await measureFar(asked, upstream, latencyMs, ms);
    }
  }
  return taking.map(({ server }, index) => ({
    ...{ server: server.name, operation, round, farP50: far[index] ?? Number.NaN },
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

/** Nothing is measured that is not answered alike by all. */
async function comparedTurns(): Promise<Turn[]> {
  const turns: Turn[] = [];
  for (const operation of operations.filter(({ name }) => options.operations.includes(name))) {
    const answers = [];
    for (const server of servers) {
      const sent = sentTo(server, operation, upstream.ticket);
      if (!sent) continue;
      const text = await ask(server, sent);
      answers.push({ server: server.name, text });
      const asked = { port: server.port, requests: [bytesOf(sent)], length: Buffer.byteLength(text) };
      turns.push({ server, operation: operation.name, asked });
    }
    compareAnswers(operation, answers);
  }
  return turns;
}
