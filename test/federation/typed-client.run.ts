import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';
import { startCrm } from '../crm.ts';

const run = promisify(execFile);
const cwd = fileURLToPath(new URL('../../examples/typed-client/', import.meta.url));

test('the typed client is made from the published schema, holds its types, and shows an agenda', async () => {
  await using crm = await startCrm();
  await run('npm', ['run', '--silent', 'codegen'], { cwd });
  await run('npm', ['run', '--silent', 'check'], { cwd });
  const env = { ...process.env, GRAPH_URL: crm.url, TICKET: crm.superoffice.tickets.lars };
  const { stdout } = await run('npm', ['run', '--silent', 'start'], { cwd, env });
  const lines = stdout.trim().split('\n');
  expect(lines).toHaveLength(5);
  for (const line of lines) expect(line).toMatch(/^2026-03-0\dT\d\d:\d\d:00\+01:00 {2}\S.* with \S/);
});
