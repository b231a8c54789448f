import { request } from 'undici';
import { type Asked, type Extent, load, type Run } from './load.ts';
import { cpuMilliseconds, residentMegabytes, type UpstreamAddress } from './processes.ts';
import type { Server, ServerName } from './servers.ts';

/** One operation at one server in one round; times in milliseconds. */
export interface Figures {
  readonly server: ServerName;
  readonly operation: string;
  readonly round: number;
  /** User and system time of the process tree for one answer. */
  readonly cpuMs: number;
  /** The same in the slice that other work on the machine disturbed least. */
  readonly leastCpuMs: number;
  readonly p50: number;
  readonly p99: number;
  /** Median of one client alone, and the same with a far upstream. */
  readonly nearP50: number;
  readonly farP50: number;
  readonly perSecond: number;
  /** Upstream requests of one answer, and bytes of what they were answered. */
  readonly requests: number;
  readonly bytes: number;
  readonly residentMb: number;
}

/** Sets the latency of the upstream; answers what it was asked since the last time. */
export async function steer(
  { origin }: UpstreamAddress,
  latency: number,
): Promise<{ requests: number; bytes: number }> {
  const answer = await request(`${origin}/_bench?latency=${latency}`);
  return (await answer.body.json()) as { requests: number; bytes: number };
}

/** What one server did in one slice of a measurement. */
export interface Slice extends Run {
  readonly cpuMs: number;
  readonly requests: number;
  readonly bytes: number;
  readonly residentMb: number;
}

export async function measureSlice(
  { measured }: Server,
  asked: Asked,
  upstream: UpstreamAddress,
  extent: Extent,
): Promise<Slice> {
  await steer(upstream, 0);
  let cpuMs = 0;
  // Connections that come and go are no part of what an answer costs.
  const begin = () => {
    const before = cpuMilliseconds(measured.pid);
    return () => {
      cpuMs = cpuMilliseconds(measured.pid) - before;
    };
  };
  const run = await load(asked, { ...extent, begin });
  return { ...run, cpuMs, ...(await steer(upstream, 0)), residentMb: residentMegabytes(measured.pid) };
}

/** Median of one client's times, with the upstream near and far. */
export async function measureAlone(
  asked: Asked,
  upstream: UpstreamAddress,
  latency: number,
  ms: number,
): Promise<Pick<Figures, 'nearP50' | 'farP50'>> {
  const near = await load(asked, { clients: 1, ms });
  await steer(upstream, latency);
  const far = await load(asked, { clients: 1, ms });
  await steer(upstream, 0);
  return { nearP50: at(0.5, near.times), farP50: at(0.5, far.times) };
}

/** What the slices of one server come to. */
export function figuresOf(
  slices: readonly Slice[],
): Omit<Figures, 'server' | 'operation' | 'round' | 'nearP50' | 'farP50'> {
  const sum = (measure: 'answers' | 'seconds' | 'requests' | 'bytes') =>
    slices.reduce((total, slice) => total + slice[measure], 0);
  const answers = sum('answers');
  const costs = slices.map((slice) => slice.cpuMs / slice.answers);
  const times = Float64Array.from(slices.flatMap((slice) => [...slice.times])).sort();
  return {
    cpuMs: median(costs),
    leastCpuMs: Math.min(...costs),
    p50: at(0.5, times),
    p99: at(0.99, times),
    perSecond: answers / sum('seconds'),
    requests: sum('requests') / answers,
    bytes: sum('bytes') / answers,
    residentMb: Math.max(...slices.map(({ residentMb }) => residentMb)),
  };
}

/** The time below which a share of all times lies. */
export const at = (share: number, times: Float64Array) => times[Math.floor(times.length * share)] ?? Number.NaN;

export function median(values: readonly number[]): number {
  const sorted = values.toSorted((one, other) => one - other);
  const middle = sorted.length >> 1;
  const [low, high] = [sorted[sorted.length % 2 ? middle : middle - 1], sorted[middle]];
  return ((low ?? Number.NaN) + (high ?? Number.NaN)) / 2;
}
