import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { createServer } from 'node:net';

/** A server under measurement. */
export interface Measured {
  readonly pid: number;
  stop(): void;
}

/** The upstream, as its process tells of itself. */
export interface UpstreamAddress {
  readonly origin: string;
  readonly superofficePath: string;
  readonly onofficePath: string;
  /** One that SuperOffice accepts. */
  readonly ticket: string;
  /** Credentials for onOffice. */
  readonly customer: { readonly token: string; readonly secret: string };
}

const hasTaskset = spawnSync('taskset', ['-V']).status === 0;

/** Keeps this process on one core, where the system can do that. */
export function stayOn(core: number): void {
  if (hasTaskset) spawnSync('taskset', ['-a', '-c', '-p', String(core), String(process.pid)]);
}

/** Starts a process of Node on one core; what it prints goes to /dev/null, its complaints are shown. */
export function startOn(
  core: number,
  script: string,
  env: Record<string, string> = {},
  flags: readonly string[] = [],
): Measured & { child: ChildProcess } {
  const command = [...(hasTaskset ? ['taskset', '-c', String(core)] : []), process.execPath, ...flags, script];
  const child = spawn(command[0] as string, command.slice(1), {
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    env: { PATH: process.env.PATH ?? '', NODE_ENV: 'production', ...env },
  });
  return { pid: child.pid as number, child, stop: () => void child.kill('SIGKILL') };
}

/** A port that nothing listens at. */
export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.on('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });
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

/** Milliseconds of processor time, user and system, of a process and of all that it has started. */
export function cpuMilliseconds(pid: number): number {
  return treeOf(pid).reduce((sum, each) => sum + ownCpuMilliseconds(each), 0);
}

/** Megabytes of memory that a process and all that it has started hold. */
export function residentMegabytes(pid: number): number {
  return (
    treeOf(pid).reduce((sum, each) => sum + Number(/VmRSS:\s+(\d+)/.exec(procFile(each, 'status'))?.[1] ?? 0), 0) / 1024
  );
}

/** Threads are counted to the nanosecond; the sum of the whole process, with threads that have ended, only in hundredths of a second. */
function ownCpuMilliseconds(pid: number): number {
  const threads = readdirSync(`/proc/${pid}/task`);
  return threads.reduce((sum, each) => sum + Number(procFile(pid, `task/${each}/schedstat`).split(' ')[0]) / 1e6, 0);
}

function treeOf(pid: number): number[] {
  const threads = readdirSync(`/proc/${pid}/task`);
  const children = threads.flatMap((thread) => procFile(pid, `task/${thread}/children`).split(' ').filter(Boolean));
  return [pid, ...children.flatMap((child) => treeOf(Number(child)))];
}

const procFile = (pid: number, name: string): string => readFileSync(`/proc/${pid}/${name}`, 'utf8');
