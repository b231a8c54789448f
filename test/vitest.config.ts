import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

export default defineConfig({
  root: fileURLToPath(new URL('..', import.meta.url)),
  // Packages that are loaded by Node and modules that are loaded by Vite must share one copy of graphql: its classes
  // are compared by identity. Node resolves it to index.js, Vite would take index.mjs.
  resolve: {
    alias: [{ find: /^graphql$/, replacement: createRequire(import.meta.url).resolve('graphql/index.js') }],
  },
  test: {
    environment: 'node',
    include: ['test/**/*.test.ts'],
    pool: 'forks',
    // One more than the cores of the smallest machine: many tests wait for a while, on processes and clocks.
    maxWorkers: 3,
    // The modules of one process are loaded once, for all the files that it runs: loading took nearly half of the time. A file leaves
    // nothing behind in a module, as an operation leaves nothing behind in the server (`--sequence.shuffle.files` changes their order).
    isolate: false,
    testTimeout: 15_000,
    hookTimeout: 30_000,
    teardownTimeout: 5_000,
    // A failure says what came instead, whole: it may not come again.
    chaiConfig: { truncateThreshold: 0 },
  },
});
