import { readFileSync } from 'node:fs';
import type { Dimension } from './scale-dimensions.ts';

/** One step of a dimension. */
export interface ScaleFigures {
  readonly units: number;
  readonly isBeyond: boolean;
  /** Of one answer, in the cheapest slice. */
  readonly cpuMs: number;
  readonly p50: number;
  readonly requests: number;
  /** When the step had been warmed. */
  readonly residentMb: number;
}

export interface Scale {
  readonly dimension: Dimension;
  readonly figures: readonly ScaleFigures[];
}

/** The cost of a step for each row, level or field; of an answer where the step changes nothing in it. */
export function costPerUnit({ per }: Dimension, { cpuMs, units }: ScaleFigures): number {
  return per === 'unit' ? cpuMs / units : cpuMs;
}

/** What each unit more than in the step before adds, in microseconds. */
function added(figures: readonly ScaleFigures[], index: number): string {
  const [before, here] = [figures[index - 1], figures[index]];
  if (!before || !here) return '';
  return ((1000 * (here.cpuMs - before.cpuMs)) / (here.units - before.units)).toFixed(1);
}

export const within = (figures: readonly ScaleFigures[]) => figures.filter(({ isBeyond }) => !isBeyond);

/** Cost for each unit at the last step as a multiple of that in the middle. */
export function lastToMiddle({ dimension, figures }: Scale): number {
  const costs = within(figures).map((each) => costPerUnit(dimension, each));
  return (costs.at(-1) ?? Number.NaN) / (middleOf(costs) ?? Number.NaN);
}

export const middleOf = <Value>(values: readonly Value[]): Value | undefined => values[(values.length - 1) >> 1];

export function scaleTables(scales: readonly Scale[], how: { slices: number; ms: number }): string {
  const manifest = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8'));
  return [
    '# How the cost grows',
    '',
    `Measured on ${new Date().toISOString().slice(0, 10)} with Node ${process.version}, graphql ${manifest.dependencies.graphql}; the server alone on one core.`,
    `CPU is user and system time of the process tree for one answer, in the cheapest of ${how.slices} slices of ${how.ms} ms; memory is what was held when the step was warm.`,
    'Goal: what one row, level, field or answer costs at the last step is at most 1.25 times that in the middle. Steps in brackets are beyond what the server keeps and shown apart.',
    '',
    '![cost for each unit](scale.svg)',
    '',
    '| dimension | last to middle |',
    '| --- | --- |',
    ...scales.map((scale) => `| ${scale.dimension.name} | ${lastToMiddle(scale).toFixed(2)} |`),
    '',
    ...scales.flatMap(tableOf),
  ].join('\n');
}

function tableOf({ dimension, figures }: Scale): string[] {
  const { name, what, per } = dimension;
  const isUnit = per === 'unit';
  const header = [
    ...[name, 'CPU ms', `µs for each ${isUnit ? 'of them' : 'answer'}`, ...(isUnit ? ['µs for each more'] : [])],
    ...['p50 ms', 'upstream requests', 'memory MB'],
  ];
  const rows = figures.map((each, index) => [
    each.isBeyond ? `(${each.units})` : String(each.units),
    each.cpuMs.toFixed(3),
    (1000 * costPerUnit(dimension, each)).toFixed(1),
    ...(isUnit ? [added(figures, index)] : []),
    ...[each.p50.toFixed(2), each.requests.toFixed(2), each.residentMb.toFixed(0)],
  ]);
  return [
    ...[`## ${name}`, '', `${what[0]?.toUpperCase()}${what.slice(1)}.`, ''],
    ...[header, header.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`),
    '',
  ];
}
