import { type ChildProcess, spawn } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';

const ticksPerSecond = 100;

/** A server under measurement. */
export interface Measured {
  readonly pid: number;
  stop(): void;
}

/** The upstream, as its process tells of itself. */
export interface UpstreamAddress {
  readonly url: string;
  readonly path: string;
  readonly ticket: string;
}

/** Starts a process of Node on one core; its own output is dropped, its complaints are shown. */
export function startOn(
  core: number,
  script: string,
  env: Record<string, string> = {},
): Measured & { child: ChildProcess } {
  const child = spawn('taskset', ['-c', String(core), process.execPath, script], {
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    env: { PATH: process.env.PATH ?? '', NODE_ENV: 'production', ...env },
  });
  return { pid: child.pid as number, child, stop: () => void child.kill('SIGKILL') };
}

/** Resolves when the address answers at all. */
export async function answering(url: string): Promise<void> {
  for (let left = 200; left > 0; left--) {
    const isThere = await fetch(url).then(
      () => true,
      () => false,
    );
    if (isThere) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error(`nothing answers at ${url}`);
}

/** Seconds of processor time, user and system, of a process and of all that it has started. */
export function cpuSeconds(pid: number): number {
  return treeOf(pid).reduce((sum, each) => sum + ownCpuSeconds(each), 0);
}

/** Megabytes of memory that a process and all that it has started hold. */
export function residentMegabytes(pid: number): number {
  return (
    treeOf(pid).reduce((sum, each) => sum + Number(/VmRSS:\s+(\d+)/.exec(procFile(each, 'status'))?.[1] ?? 0), 0) / 1024
  );
}

function ownCpuSeconds(pid: number): number {
  // The name of a process stands in brackets and may hold blanks.
  const fields = procFile(pid, 'stat').split(') ').at(-1)?.split(' ') ?? [];
  return (Number(fields[11] ?? 0) + Number(fields[12] ?? 0)) / ticksPerSecond;
}

function treeOf(pid: number): number[] {
  const threads = readdirSync(`/proc/${pid}/task`);
  const children = threads.flatMap((thread) => procFile(pid, `task/${thread}/children`).split(' ').filter(Boolean));
  return [pid, ...children.flatMap((child) => treeOf(Number(child)))];
}

const procFile = (pid: number, name: string): string => readFileSync(`/proc/${pid}/${name}`, 'utf8');
