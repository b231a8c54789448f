import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The whole suite, or what the arguments name: a line for each file, what failed and why, and the sum alone on a line. */

const help = `npm test [-- files or options]

The whole suite, or the test files whose paths hold one of the words: npm test -- test/server log.test
Options are those of vitest run, such as -t 'part of a name'.`;

if (process.argv.slice(2).some((word) => word === '--help' || word === '-h')) {
  console.log(help);
  process.exit(0);
}

interface Report {
  success: boolean;
  testResults: { name: string; status: string; message: string; assertionResults: Assertion[] }[];
}

interface Assertion {
  fullName: string;
  status: string;
  failureMessages: string[] | null;
}

const folder = mkdtempSync(join(tmpdir(), 'test-run-'));
const reportFile = join(folder, 'report.json');
const askedFile = join(folder, 'asked.txt');
writeFileSync(askedFile, '');
const vitest = join(createRequire(import.meta.url).resolve('vitest/package.json'), '..', 'vitest.mjs');
const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));

const run = spawnSync(
  process.execPath,
  [
    vitest,
    'run',
    `--config=${here('vitest.config.ts')}`,
    `--reporter=${here('progress.ts')}`,
    '--reporter=json',
    `--outputFile.json=${reportFile}`,
    ...process.argv.slice(2),
  ],
  { stdio: 'inherit', cwd: here('..'), env: { ...process.env, TEST_ASKED: askedFile } },
);

const report = readReport();
const unproven = process.argv.length > 2 ? [] : await unprovenFields();
rmSync(folder, { recursive: true });
const passed = countOf('passed');
const failed =
  countOf('failed') + (report?.testResults.filter(failedToLoad).length ?? 0) + Math.min(unproven.length, 1);
printFailures();
if (unproven.length > 0) console.log(`\nServed, and answered with a value in no test:\n  ${unproven.join('\n  ')}`);
// An error outside of all tests fails the run, and must be seen in the sum.
const failures = failed === 0 && (run.status !== 0 || !report) ? 1 : failed;
console.log(`${passed} passed, ${failures} failed`);
process.exitCode = failures === 0 && passed > 0 ? 0 : 1;

/** A whole run must see every field and argument of the schema at work. */
async function unprovenFields(): Promise<string[]> {
  const [{ schema }, { neverAnswered }] = await Promise.all([import('../src/schema.ts'), import('./asked.ts')]);
  return neverAnswered(schema, askedFile);
}

function readReport(): Report | null {
  try {
    return JSON.parse(readFileSync(reportFile, 'utf8'));
  } catch {
    return null;
  }
}

function countOf(status: string): number {
  const results = report?.testResults.flatMap((file) => file.assertionResults) ?? [];
  return results.filter((result) => result.status === status).length;
}

function failedToLoad(file: Report['testResults'][number]): boolean {
  return file.status === 'failed' && !file.assertionResults.some((result) => result.status === 'failed');
}

function printFailures(): void {
  for (const file of report?.testResults ?? []) {
    if (failedToLoad(file)) console.log(`\n${file.name}\n${file.message}`);
    for (const { status, fullName, failureMessages } of file.assertionResults) {
      if (status === 'failed') console.log(`\n${file.name}\n${fullName}\n${failureMessages?.join('\n') ?? ''}`);
    }
  }
}
