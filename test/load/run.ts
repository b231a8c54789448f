import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { commandLine, misread } from '../../src/config/command-line.ts';
import { latencyBesideTheWorst } from './latency.ts';
import { subscribersHear } from './live.ts';
import { heapOfHashes, heapOfOperations } from './memory.ts';
import { refusedRequests } from './refused.ts';

/**
 * `npm run test:load [-- part ...]`: figures that take longer than a check of a change may. Parts: refused, latency, heap,
 * hashes, live, chaos (ten minutes of it); all of them where none is named.
 */
const parts: Readonly<Record<string, () => boolean | Promise<boolean>>> = {
  refused: refusedRequests,
  latency: latencyBesideTheWorst,
  heap: heapOfOperations,
  hashes: heapOfHashes,
  live: subscribersHear,
  chaos: () => {
    const program = fileURLToPath(new URL('../chaos/run.ts', import.meta.url));
    return spawnSync(process.execPath, [program, '600'], { stdio: 'inherit' }).status === 0;
  },
};

const help = `npm run test:load [-- part ...]

Figures that take longer than a check of a change may, each held against its limit.

  parts      ${Object.keys(parts).join(', ')} (all)
  --help`;

const { positionals: named } = commandLine(help, { allowPositionals: true });
const unknown = named.find((part) => !parts[part]);
if (unknown !== undefined) misread(help, `There is no part ${unknown}.`);
const failed: string[] = [];
for (const part of named.length > 0 ? named : Object.keys(parts)) {
  console.log(`== ${part}`);
  if (!(await parts[part]?.())) failed.push(part);
}
console.log(failed.length === 0 ? 'all figures hold' : `failed: ${failed.join(', ')}`);
process.exitCode = failed.length === 0 ? 0 : 1;
