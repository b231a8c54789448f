import { once } from 'node:events';
import { existsSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { createClient, type Question } from './load.ts';
import { type BenchOperation, bodyOf, operations } from './operations.ts';
import { answering, cpuSeconds, type Measured, residentMegabytes, startOn, type UpstreamAddress } from './processes.ts';
import { type Figures, report } from './report.ts';

/** `npm run bench`: both sides answer the same, then take turns. `--quick` takes less than a minute and writes nothing. */

const isQuick = process.argv.includes('--quick');
const rounds = isQuick ? 1 : 5;
const spellMs = isQuick ? 1_000 : 2_500;
const clients = 8;
const latencyMs = 10;
const [serverCore, otherCore] = [0, 1];

interface Target {
  readonly name: 'graph' | 'direct';
  readonly measured: Measured;
  readonly client: ReturnType<typeof createClient>;
  readonly question: (operation: BenchOperation) => Question;
}

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));
const built = here('../dist/main.js');
const started: Measured[] = [];
process.on('exit', () => {
  for (const each of started) each.stop();
});

const upstream = await startUpstream();
const targets = [await startGraph(upstream), await startDirect(upstream)];
await compareAnswers();
const figures: Figures[] = [];
for (let round = 1; round <= rounds; round++) {
  for (const operation of operations) {
    for (const target of round % 2 ? targets : targets.toReversed()) {
      figures.push(await measure(target, operation));
    }
    console.log(`round ${round} of ${rounds}: ${operation.name}`);
  }
}
const text = report(figures, {
  rounds,
  clients,
  latencyMs,
  source: existsSync(built) ? 'dist/main.js' : 'src/main.ts',
});
console.log(`\n${text}`);
if (!isQuick) writeFileSync(here('RESULTS.md'), text);
process.exit(0);

function remember<T extends Measured>(measured: T): T {
  started.push(measured);
  return measured;
}

async function startUpstream(): Promise<UpstreamAddress> {
  const { child } = remember(startOn(otherCore, here('upstream.ts')));
  const [address] = await once(child, 'message');
  return address as UpstreamAddress;
}

async function startGraph({ url, path, ticket }: UpstreamAddress): Promise<Target> {
  const origin = 'http://127.0.0.1:4571';
  const settings = { PORT: '4571', METRICS_PORT: '9571', SUPEROFFICE_URL: url + path, RATE_LIMIT: '1000000000' };
  const measured = remember(startOn(serverCore, existsSync(built) ? built : here('../src/main.ts'), settings));
  await answering(`${origin}/health`);
  const question = (operation: BenchOperation) => ({ path: '/graphql', body: bodyOf(operation) });
  return { name: 'graph', measured, client: createClient(origin, ticket), question };
}

async function startDirect({ url, path, ticket }: UpstreamAddress): Promise<Target> {
  const origin = 'http://127.0.0.1:4572';
  const measured = remember(startOn(serverCore, here('direct.ts'), { PORT: '4572', UPSTREAM_URL: url + path }));
  await answering(origin);
  const question = (operation: BenchOperation) => ({ path: `/${operation.name}`, body: bodyOf(operation) });
  return { name: 'direct', measured, client: createClient(origin, ticket), question };
}

/** Nothing is measured that does not answer the same; what the graph says about its answer is no part of it. */
async function compareAnswers(): Promise<void> {
  for (const operation of operations) {
    const answers: string[] = [];
    for (const { client, question } of targets) {
      const { data, errors } = JSON.parse(await client.ask(question(operation)));
      answers.push(JSON.stringify(errors ? { data, errors } : { data }));
    }
    if (answers[0] !== answers[1]) {
      throw new Error(`${operation.name} is answered differently, ${differing(answers)}`);
    }
  }
}

/** The texts around their first difference. */
function differing(answers: readonly string[]): string {
  const [graph = '', direct = ''] = answers;
  const at = [...graph].findIndex((character, index) => character !== direct[index]);
  const piece = (text: string) => text.slice(Math.max(0, at - 80), at + 80);
  return `graph: ${piece(graph)} direct: ${piece(direct)}`;
}

async function steer(settings: string): Promise<{ requests: number; bytes: number }> {
  const answer = await fetch(`${upstream.url}/_bench${settings}`);
  return (await answer.json()) as { requests: number; bytes: number };
}

async function measure({ name, measured, client, question }: Target, operation: BenchOperation): Promise<Figures> {
  const asked = question(operation);
  await client.load(asked, clients, spellMs / 5); // warms up
  await steer('?latency=0');
  const before = cpuSeconds(measured.pid);
  const run = await client.load(asked, clients, spellMs);
  const cpu = cpuSeconds(measured.pid) - before;
  const { requests, bytes } = await steer(`?latency=${latencyMs}`);
  const far = await client.load(asked, 1, spellMs / 5);
  await steer('?latency=0');
  const at = (share: number, times: readonly number[]) => times[Math.floor(times.length * share)] ?? Number.NaN;
  return {
    target: name,
    operation: operation.name,
    cpuMs: (cpu * 1000) / run.answers,
    p50: at(0.5, run.times),
    p99: at(0.99, run.times),
    farP50: at(0.5, far.times),
    perSecond: run.answers / run.seconds,
    requests: requests / run.answers,
    bytes: bytes / run.answers,
    residentMb: residentMegabytes(measured.pid),
  };
}
