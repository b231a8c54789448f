import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
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

const named = process.argv.slice(2);
const failed: string[] = [];
for (const part of named.length > 0 ? named : Object.keys(parts)) {
  const run = parts[part];
  if (!run) throw new Error(`There is no part ${part}: ${Object.keys(parts).join(', ')}.`);
  console.log(`== ${part}`);
  if (!(await run())) failed.push(part);
}
console.log(failed.length === 0 ? 'all figures hold' : `failed: ${failed.join(', ')}`);
process.exitCode = failed.length === 0 ? 0 : 1;
