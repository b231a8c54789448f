import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';
import { startCrm } from '../crm.ts';

const run = promisify(execFile);
const root = fileURLToPath(new URL('../../', import.meta.url));
const here = fileURLToPath(new URL('../../examples/clients/', import.meta.url));

test.each([
  ['Apollo Client', 'apollo.js'],
  ['urql', 'urql.js'],
  ['Relay', 'relay.js'],
])('%s gets along with the graph', async (_name, script) => {
  await using crm = await startCrm();
  const env = { ...process.env, GRAPH_URL: crm.url, TICKET: crm.superoffice.tickets.lars };
  const { stdout } = await run('node', [script], { cwd: here, env, timeout: 40_000 });
  expect(stdout).toContain('mutation');
});

/** Runs a linter over a schema; what it finds, and nothing where it finds nothing. */
async function found(program: string, args: readonly string[], schema: string): Promise<string> {
  const bin = fileURLToPath(new URL(`../../examples/clients/node_modules/.bin/${program}`, import.meta.url));
  return run(bin, [...args, schema], { cwd: root }).then(
    () => '',
    ({ stdout, stderr }: { stdout: string; stderr: string }) => `${stdout}${stderr}`,
  );
}

const linters: [name: string, program: string, args: string[]][] = [
  ['graphql-eslint', 'eslint', ['-c', 'examples/clients/eslint.config.js', '--max-warnings', '0']],
  ['graphql-schema-linter', 'graphql-schema-linter', []],
];

test.each(linters)(
  '%s finds nothing in the schema, and what is wrong in a spoilt one',
  async (_name, program, args) => {
    const schema = readFileSync(new URL('../../schema/schema.graphql', import.meta.url), 'utf8');
    expect(await found(program, args, 'schema/schema.graphql')).toBe('');
    const folder = mkdtempSync(join(root, 'schema', 'spoilt-'));
    const spoilt = join(folder, 'spoilt.graphql');
    writeFileSync(spoilt, `${schema}\ntype spoilt_connection { Nodes: [Int] }\n`);
    try {
      expect(await found(program, args, relative(root, spoilt))).toMatch(/spoilt_connection|Nodes/);
    } finally {
      rmSync(folder, { recursive: true });
    }
  },
);
