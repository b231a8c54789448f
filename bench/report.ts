import { readFileSync } from 'node:fs';
import { type Figures, median } from './measure.ts';
import { operations } from './operations.ts';
import type { BenchOptions } from './options.ts';
import type { ServerName } from './servers.ts';

type Measure = Exclude<keyof Figures, 'server' | 'operation' | 'round'>;

/** The tables of one run, as Markdown. */
export function report(
  figures: readonly Figures[],
  options: BenchOptions,
  starts: ReadonlyMap<ServerName, number>,
): string {
  const { servers, rounds, clients, latencyMs, seconds } = options;
  const shown = operations.filter(({ name }) => options.operations.includes(name));
  const names = shown.map(({ name }) => name);
  const valued = (measure: Measure, digits: number) =>
    table(names, servers, (operation, server) => value(figures, server, operation, measure).toFixed(digits));
  const compared = (measure: Measure, digits: number) =>
    table(names, servers, (operation, server) => {
      const own = value(figures, server, operation, measure).toFixed(digits);
      return server === 'direct' ? own : `${own} (${ratio(figures, server, operation, measure).toFixed(2)})`;
    });
  return [
    '# What the graph costs',
    '',
    `Measured on ${new Date().toISOString().slice(0, 10)} with Node ${process.version}, ${versions(servers)}.`,
    `Medians of ${rounds} interleaved rounds of ${seconds} s, ${clients} clients; the server alone on one core, upstream and clients on the other.`,
    'In brackets the ratio to the direct endpoint, as the median of the rounds. Times of one run can be compared with each other only.',
    'All answers were compared before and after. Mercurius, Apollo Server and Hive Gateway use the same HTTP client as the direct endpoint and ask for the columns that a query selects.',
    '',
    ...servers.map((name) => `- ${name}: ${about[name]}`),
    '',
    ...section('CPU ms for one answer', compared('cpuMs', 3), 'User and system time of the process tree.'),
    ...means(figures, options, 'cpuMs'),
    ...section(
      'CPU ms for one answer, undisturbed',
      least(figures, options),
      'The cheapest slice of all rounds: nearer the truth where other work runs on the machine.',
    ),
    ...means(figures, options, 'leastCpuMs'),
    ...section('p50 ms', valued('p50', 2)),
    ...section('p99 ms', valued('p99', 2)),
    ...section('Answers a second', valued('perSecond', 0)),
    ...section(`p50 ms, one client, upstream latency ${latencyMs} ms`, compared('farP50', 2)),
    ...section(
      'Waves of upstream requests',
      table(names, servers, (operation, server) => {
        const apart = leastOf(figures, server, operation, 'farP50') - leastOf(figures, server, operation, 'nearP50');
        return (apart / latencyMs).toFixed(1);
      }),
      `How much longer one client waits for it being ${latencyMs} ms away, in units of that.`,
    ),
    ...section('Upstream requests for one answer', valued('requests', 2)),
    ...section('Bytes of the upstream for one answer', valued('bytes', 0)),
    ...section(
      'Memory held, MB',
      memory(figures, servers),
      'The most after any measurement with one caller; in brackets the ratio to Mercurius.',
    ),
    ...(starts.size > 0 ? section('Start, ms', startLines(starts), 'To the first answer to Q1; median of five.') : []),
    '## Operations',
    '',
    ...shown.map(({ name, what }) => `- ${name}: ${what}`),
    '',
  ].join('\n');
}

function section(title: string, lines: readonly string[], remark?: string): string[] {
  return [`## ${title}`, '', ...(remark ? [remark, ''] : []), ...lines, ''];
}

type Cost = 'cpuMs' | 'leastCpuMs';

const leastOf = (figures: readonly Figures[], server: ServerName, operation: string, measure: Measure) =>
  Math.min(...of(figures, server, operation).map((each) => each[measure]));

/** How many times the direct endpoint's cost. */
function times(figures: readonly Figures[], server: ServerName, operation: string, cost: Cost): number {
  if (cost === 'cpuMs') return ratio(figures, server, operation, cost);
  return leastOf(figures, server, operation, cost) / leastOf(figures, 'direct', operation, cost);
}

function least(figures: readonly Figures[], { servers, operations: names }: BenchOptions): string[] {
  return table(names, servers, (operation, server) => {
    const own = leastOf(figures, server, operation, 'leastCpuMs').toFixed(3);
    return server === 'direct' ? own : `${own} (${times(figures, server, operation, 'leastCpuMs').toFixed(2)})`;
  });
}

function means(figures: readonly Figures[], { servers, operations: chosen }: BenchOptions, cost: Cost): string[] {
  const counted = operations.filter(({ name, inMean }) => inMean && chosen.includes(name)).map(({ name }) => name);
  const others = servers.filter((server) => server !== 'direct');
  if (!servers.includes('direct') || counted.length === 0) return [];
  const mean = (server: ServerName) =>
    Math.exp(counted.reduce((sum, name) => sum + Math.log(times(figures, server, name, cost)), 0) / counted.length);
  const text = others.map((server) => `${server} **${mean(server).toFixed(2)}**`).join(', ');
  return [`Geometric mean of the ratios over ${counted.join(', ')}: ${text}.`, ''];
}

/** Without what many callers ask, which fills what a server keeps; as a multiple of the server that the goal names. */
function memory(figures: readonly Figures[], servers: readonly ServerName[]): string[] {
  const crowded = new Set(operations.filter(({ callers }) => callers).map(({ name }) => name));
  const counted = figures.filter(({ operation }) => !crowded.has(operation));
  const most = (name: ServerName) =>
    Math.max(...counted.filter(({ server }) => server === name).map(({ residentMb }) => residentMb));
  const cells = servers.map((name) => {
    const isCompared = servers.includes('mercurius') && name !== 'mercurius';
    return most(name).toFixed(0) + (isCompared ? ` (${(most(name) / most('mercurius')).toFixed(2)})` : '');
  });
  return [line(servers), line(servers.map(() => '---')), line(cells)];
}

function startLines(starts: ReadonlyMap<ServerName, number>): string[] {
  const names = [...starts.keys()];
  return [line(names), line(names.map(() => '---')), line([...starts.values()].map((ms) => ms.toFixed(0)))];
}

function table(
  names: readonly string[],
  servers: readonly ServerName[],
  cell: (operation: string, server: ServerName) => string,
): string[] {
  const header = ['operation', ...servers];
  const shown = (text: string) => (/NaN|Infinity/.test(text) ? '' : text);
  const rows = names.map((name) => line([name, ...servers.map((server) => shown(cell(name, server)))]));
  return [line(header), line(header.map(() => '---')), ...rows];
}

const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;

function of(figures: readonly Figures[], server: ServerName, operation: string): readonly Figures[] {
  return figures.filter((each) => each.server === server && each.operation === operation);
}

function value(figures: readonly Figures[], server: ServerName, operation: string, measure: Measure): number {
  return median(of(figures, server, operation).map((each) => each[measure]));
}

/** Round by round, since rounds differ more than servers do. */
function ratio(figures: readonly Figures[], server: ServerName, operation: string, measure: Measure): number {
  const direct = new Map(of(figures, 'direct', operation).map((each) => [each.round, each[measure]]));
  return median(of(figures, server, operation).map((each) => each[measure] / (direct.get(each.round) ?? Number.NaN)));
}

/** The programs that were measured, by their manifests. */
function versions(servers: readonly ServerName[]): string {
  const own = dependenciesOf('../package.json', ['graphql', 'graphql-yoga', 'undici']);
  const rivals = dependenciesOf(
    'package.json',
    servers.flatMap((name) => packages[name] ?? []),
  );
  return [...own, ...rivals].join(', ');
}

const packages: Readonly<Partial<Record<ServerName, readonly string[]>>> = {
  mercurius: ['mercurius', 'fastify'],
  apollo: ['@apollo/server', 'dataloader'],
  hive: ['@graphql-hive/gateway-runtime'],
};

function dependenciesOf(manifest: string, names: readonly string[]): string[] {
  const { dependencies } = JSON.parse(readFileSync(new URL(manifest, import.meta.url), 'utf8'));
  return names.map((name) => `${name} ${dependencies[name]}`);
}

const about: Readonly<Record<ServerName, string>> = {
  ours: 'this server, built, with tickets, limits, cost, log (to /dev/null) and metrics on',
  direct:
    'what somebody would write by hand with `node:http` and undici `dispatch`: an address for each operation, fixed columns, no GraphQL, no checks, no log',
  mercurius: 'Mercurius with loaders and JIT; no log, limits or metrics',
  apollo: 'Apollo Server, stand-alone, with DataLoader; no log, limits or metrics',
  hive: 'Hive Gateway over four subgraphs in its own process, entities by key; no log, limits or metrics',
};
