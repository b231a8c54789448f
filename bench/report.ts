import { readFileSync } from 'node:fs';
import { operations } from './operations.ts';

/** One operation at one target in one round; times in milliseconds, each per answer. */
export interface Figures {
  readonly target: 'graph' | 'direct';
  readonly operation: string;
  readonly cpuMs: number;
  readonly p50: number;
  readonly p99: number;
  /** Median with a far upstream and one client. */
  readonly farP50: number;
  readonly perSecond: number;
  /** Upstream requests, and bytes of their answers. */
  readonly requests: number;
  readonly bytes: number;
  readonly residentMb: number;
}

/** How it was measured. */
export interface Conditions {
  readonly rounds: number;
  readonly clients: number;
  readonly latencyMs: number;
  readonly source: string;
}

type Measure = Exclude<keyof Figures, 'target' | 'operation'>;

/** Operations that the mean is made of. */
const inMean = new Set(['Q1', 'Q2', 'Q3', 'Q4', 'Q5', 'M1']);

const header = [
  'operation',
  'CPU ms',
  'direct',
  'ratio',
  'p50 / p99 ms',
  'direct',
  'p50 far, ratio',
  'per second',
  'direct',
  'requests',
  'direct',
  'bytes',
  'direct',
];

/** The table of all rounds as Markdown: medians, and ratios to the direct endpoint. */
export function report(figures: readonly Figures[], { rounds, clients, latencyMs, source }: Conditions): string {
  const value = (target: Figures['target'], operation: string, measure: Measure) =>
    median(
      figures.filter((each) => each.target === target && each.operation === operation).map((each) => each[measure]),
    );
  const ratio = (operation: string, measure: Measure) =>
    median(
      pairs(figures, operation).map(
        ([graph, direct]) => (graph?.[measure] ?? Number.NaN) / (direct?.[measure] ?? Number.NaN),
      ),
    );
  const rows = operations.map(({ name }) => {
    const [graph, direct] = (['graph', 'direct'] as const).map(
      (target) => (measure: Measure) => value(target, name, measure),
    );
    if (!graph || !direct) return [];
    return [
      name,
      graph('cpuMs').toFixed(3),
      direct('cpuMs').toFixed(3),
      ratio(name, 'cpuMs').toFixed(2),
      `${graph('p50').toFixed(2)} / ${graph('p99').toFixed(2)}`,
      `${direct('p50').toFixed(2)} / ${direct('p99').toFixed(2)}`,
      ratio(name, 'farP50').toFixed(2),
      graph('perSecond').toFixed(0),
      direct('perSecond').toFixed(0),
      graph('requests').toFixed(2),
      direct('requests').toFixed(2),
      graph('bytes').toFixed(0),
      direct('bytes').toFixed(0),
    ];
  });
  const measured = operations.map(({ name }) => name).filter((name) => inMean.has(name));
  const mean = Math.exp(measured.reduce((sum, name) => sum + Math.log(ratio(name, 'cpuMs')), 0) / measured.length);
  const memory = (target: Figures['target']) =>
    Math.max(...figures.filter((each) => each.target === target).map((each) => each.residentMb)).toFixed(0);
  return [
    '# What the graph costs',
    '',
    `Measured on ${new Date().toISOString().slice(0, 10)} with Node ${process.version}, ${versions()}; server: \`${source}\`.`,
    `Medians of ${rounds} interleaved rounds, ${clients} clients; "far": upstream latency ${latencyMs} ms, one client.`,
    'CPU is user and system time of the process tree for one answer. Times of one run can be compared with each other only.',
    '',
    line(header),
    line(header.map(() => '---')),
    ...rows.map(line),
    '',
    `Geometric mean of the CPU ratios over ${[...inMean].join(', ')}: **${mean.toFixed(2)}**.`,
    `Most memory held: ${memory('graph')} MB, direct ${memory('direct')} MB.`,
    '',
    ...operations.map(({ name, what }) => `- ${name}: ${what}`),
    '',
  ].join('\n');
}

const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;

/** The figures of both targets in each round, since rounds differ more than targets do. */
function pairs(
  figures: readonly Figures[],
  operation: string,
): (readonly [Figures | undefined, Figures | undefined])[] {
  const of = (target: Figures['target']) =>
    figures.filter((each) => each.target === target && each.operation === operation);
  const direct = of('direct');
  return of('graph').map((graph, round) => [graph, direct[round]] as const);
}

function median(values: readonly number[]): number {
  const sorted = values.toSorted((one, other) => one - other);
  const middle = sorted.length >> 1;
  const [low, high] = [sorted[sorted.length % 2 ? middle : middle - 1], sorted[middle]];
  return ((low ?? Number.NaN) + (high ?? Number.NaN)) / 2;
}

function versions(): string {
  const manifest = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8'));
  return ['graphql', 'graphql-yoga', 'undici'].map((name) => `${name} ${manifest.dependencies[name]}`).join(', ');
}
