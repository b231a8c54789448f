import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, vi } from 'vitest';

const main = fileURLToPath(new URL('../../src/main.ts', import.meta.url));
const started: ChildProcess[] = [];

/** What was compiled for one process is there for the next: most of what a start takes. */
export const compiledOnce = { NODE_COMPILE_CACHE: join(tmpdir(), 'crm-graph-compiled') };

/** A process of this repository as it would be started by hand; `main.ts` where nothing else is named. */
export function startProcess(environment: Record<string, string>, program = main, flags: readonly string[] = []) {
  const env = { PATH: process.env.PATH, METRICS_PORT: '0', LOG_LEVEL: 'silent', ...compiledOnce, ...environment };
  const child = spawn(process.execPath, [...flags, program], { env });
  started.push(child);
  const output = { text: '' };
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (output.text += chunk));
  const ended = once(child, 'exit').then(([code, signal]) => (code ?? signal) as number | string);
  const url = async () => {
    // In a hook, too, where a poll is not to be had.
    await vi.waitFor(() => expect(output.text).toMatch(/listens at \S+\/graphql/), 40_000);
    return output.text.match(/listens at (\S+)/)?.[1] ?? '';
  };
  return { child, output, ended, url };
}

/** Ends what a test has left behind. */
export function endProcesses(): void {
  for (const child of started.splice(0)) if (child.exitCode === null) child.kill('SIGKILL');
}
