import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test, vi } from 'vitest';
import { compiledOnce, endProcesses, startProcess } from './server/process.ts';

// Processes are slow to start on a machine that is busy.
vi.setConfig({ testTimeout: 60_000 });

const root = fileURLToPath(new URL('..', import.meta.url));
const { scripts } = JSON.parse(readFileSync(`${root}package.json`, 'utf8')) as { scripts: Record<string, string> };
const stackLine = /^ {4}at /m;
/** The scripts that are programs of this repository, by their files. */
const programs = Object.entries(scripts).flatMap(([name, script]) => {
  const [, file] = /^node (\S+\.ts)$/.exec(script) ?? [];
  return file ? [[name, file] as const] : [];
});

function run(file: string, ...words: string[]): Promise<{ code: unknown; out: string; err: string }> {
  const env = { PATH: process.env.PATH, PORT: '0', METRICS_PORT: '0', SIMULATOR_PORTS: '0,0', ...compiledOnce };
  return new Promise((resolve) => {
    execFile(process.execPath, [file, ...words], { cwd: root, env, timeout: 50_000 }, (error, out, err) =>
      resolve({ code: error ? (error.code ?? error.signal) : 0, out, err }),
    );
  });
}

test.each(programs)('npm run %s tells of itself, and does nothing else', async (name, file) => {
  const { code, out, err } = await run(file, '--help');
  expect([code, err]).toEqual([0, '']);
  expect(out).toMatch(new RegExp(`^npm (run )?${name}\\b`));
});

// Options of `npm test` are those of the runner.
test.each(programs.filter(([name]) => name !== 'test'))(
  'npm run %s takes no flag that it does not know',
  async (_, file) => {
    const { code, out, err } = await run(file, '--nonsense');
    expect([code, out]).toEqual([2, '']);
    expect(err).toMatch(/^[^\n]*--nonsense[^\n]*\n\nnpm (run|start)/);
    expect(err).not.toMatch(stackLine);
  },
);

test.each([
  ['test/chaos/run.ts', 'ten'],
  ['test/chaos/run.ts', '-1'],
  ['test/load/run.ts', 'everything'],
  ['bench/scale.ts', '--only=everything'],
  ['src/main.ts', '4010'],
])('%s %s is told in a line', async (file, word) => {
  const { code, out, err } = await run(file, word);
  expect([code, out]).toEqual([2, '']);
  expect(err).not.toMatch(stackLine);
});

test('simulators whose port is taken name the setting', async () => {
  const first = startProcess({ PORT: '0' });
  const { port } = new URL(await first.url());
  const second = startProcess({ SIMULATOR_PORTS: `${port},0` }, `${root}src/simulator/main.ts`);
  expect(await second.ended).toBe(1);
  expect(second.output.text).toMatch(/could not start: .*EADDRINUSE.*Set SIMULATOR_PORTS/);
  expect(second.output.text).not.toMatch(stackLine);
  endProcesses();
});
