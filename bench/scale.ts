import { once } from 'node:events';
import { writeFileSync } from 'node:fs';
import { commandLine, misread } from '../src/config/command-line.ts';
import { type Asked, load } from './load.ts';
import { at, measureSlice, type Slice } from './measure.ts';
import { type Measured, residentMegabytes, stayOn, type UpstreamAddress } from './processes.ts';
import { type Dimension, dimensions, type Step } from './scale-dimensions.ts';
import { scalePicture } from './scale-picture.ts';
import { type Scale, type ScaleFigures, scaleTables } from './scale-report.ts';
import { missing, otherCore, type Server, startServer, startUpstream } from './servers.ts';
import { askedFor } from './turns.ts';

/** `npm run bench:scale`: how the server's cost grows with what is asked, as tables and a picture. */

const names = dimensions.map(({ name }) => name);
const help = `npm run bench:scale [-- options]

  --only a,b     ${names.join(', ')} (all)
  --slices n     of each step, of which the cheapest counts (7)
  --seconds n    of each slice (0.4)
  --quick        3 slices of 0.2 s; writes no file
  --no-write     prints the tables and leaves bench/SCALE.md and bench/scale.svg as they are
  --help

The server under test is the built one: npm run build`;

const { values } = commandLine(help, {
  options: {
    ...{ only: { type: 'string' }, slices: { type: 'string' }, seconds: { type: 'string' } },
    ...{ quick: { type: 'boolean' }, 'no-write': { type: 'boolean' } },
  },
});
const chosen = values.only?.split(',') ?? names;
const slices = Number(values.slices ?? (values.quick ? 3 : 7));
const ms = Number(values.seconds ?? (values.quick ? 0.2 : 0.4)) * 1000;
if (!(slices > 0) || !(ms > 0)) misread(help, 'Slices and seconds are numbers above 0.');
const unknown = chosen.find((name) => !names.includes(name));
if (unknown !== undefined) misread(help, `There is no ${unknown}.`);
const lacking = missing(['ours']);
if (lacking) {
  console.error(lacking);
  process.exit(1);
}

stayOn(otherCore);
const startedAt = performance.now();
const started: Measured[] = [];
process.on('exit', () => {
  for (const each of started) each.stop();
});
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => process.exit(1));

const scales: Scale[] = [];
for (const dimension of dimensions.filter(({ name }) => chosen.includes(name))) scales.push(await scaleOf(dimension));
const tables = scaleTables(scales, { slices, ms });
console.log(`\n${tables}`);
if (!values.quick && !values['no-write']) {
  writeFileSync(new URL('SCALE.md', import.meta.url), tables);
  writeFileSync(new URL('scale.svg', import.meta.url), scalePicture(scales));
}
process.exit(0);

/** Each dimension has a server of its own, so that none of them measures what another has left behind. */
async function scaleOf(dimension: Dimension): Promise<Scale> {
  const upstreamProcess = startUpstream();
  started.push(upstreamProcess);
  const [upstream] = (await once(upstreamProcess.child, 'message')) as [UpstreamAddress];
  const server = await startServer('ours', upstream);
  started.push(server.measured);
  const within = dimension.steps.filter(({ isBeyond }) => !isBeyond);
  const figures = await measured(dimension, server, upstream, within);
  for (const step of dimension.steps.filter(({ isBeyond }) => isBeyond)) {
    figures.push(...(await measured(dimension, server, upstream, [step])));
  }
  for (const each of [server.measured, upstreamProcess]) each.stop();
  return { dimension, figures };
}

/** All steps are warmed, one after the other, and then take turns, so that what disturbs the machine disturbs all of them. */
async function measured(
  { name }: Dimension,
  server: Server,
  upstream: UpstreamAddress,
  steps: readonly Step[],
): Promise<ScaleFigures[]> {
  const turns: { step: Step; asked: Asked; residentMb: number; slices: Slice[] }[] = [];
  for (const step of steps) {
    const asked = await askedFor(server, step.questions, upstream.ticket);
    const { clients, units } = step;
    // What is kept of a document is there when it has come three times.
    const answers = Math.max(turns.length === 0 ? 3_000 : 1_000, 3 * asked.requests.length + clients);
    await load(asked, { clients, ms: 120_000, answers });
    turns.push({ step, asked, residentMb: residentMegabytes(server.measured.pid), slices: [] });
    say(`${name}: ${units} warm`);
  }
  for (let slice = 0; slice < slices; slice++) {
    for (const turn of slice % 2 ? turns : turns.toReversed()) {
      const extent = { clients: turn.step.clients, ms };
      turn.slices.push(await measureSlice(server, turn.asked, upstream, extent));
    }
    say(`${name}: slice ${slice + 1} of ${slices}`);
  }
  return turns.map(({ step, residentMb, slices: taken }) => {
    const answers = taken.reduce((sum, slice) => sum + slice.answers, 0);
    return {
      ...{ units: step.units, isBeyond: step.isBeyond, residentMb },
      cpuMs: Math.min(...taken.map((slice) => slice.cpuMs / slice.answers)),
      p50: Math.min(...taken.map(({ times }) => at(0.5, times))),
      requests: taken.reduce((sum, slice) => sum + slice.requests, 0) / answers,
    };
  });
}

function say(what: string): void {
  console.log(`${((performance.now() - startedAt) / 1000).toFixed(0).padStart(4)} s  ${what}`);
}
