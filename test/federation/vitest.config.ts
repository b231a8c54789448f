import { mergeConfig } from 'vitest/config';
import base from '../vitest.config.ts';

/** Runs with other people's programs, whose packages lie beside them: `npm ci` in each folder comes first. */
export default mergeConfig(
  { ...base, test: { ...base.test, include: [] } },
  { test: { include: ['test/{federation,clients}/**/*.run.ts'], testTimeout: 60_000, hookTimeout: 60_000 } },
);
