import { type ChildProcess, execSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';

/**
 * Walks through the Dockerfile without a container: each stage is an empty folder, COPY and RUN do there what they say,
 * and in the end the image's own command is started and asked by the image's own health check.
 */

const repository = new URL('..', import.meta.url).pathname;
const root = mkdtempSync(join(tmpdir(), 'image-'));
const stages = new Map<string, string>();
const environment: NodeJS.ProcessEnv = { ...process.env, PORT: '4099', METRICS_PORT: '0' };
let folder = '';
let command: string[] = [];
let healthCheck: string[] = [];
let user = 'root';

try {
  for (const line of readFileSync(join(repository, 'Dockerfile'), 'utf8').split('\n')) step(line.trim());
  if (stages.size !== 2 || user === 'root') throw new Error(`${stages.size} stages, and the last one runs as ${user}`);
  await startAndAsk();
  console.log('the image starts and is healthy');
} finally {
  rmSync(root, { recursive: true, force: true });
}

function step(line: string): void {
  const [instruction = '', ...words] = line.split(/\s+/);
  const rest = line.slice(instruction.length).trim();
  if (instruction === 'FROM') openStage(words);
  else if (instruction === 'COPY') copy(words);
  else if (instruction === 'RUN') run(rest);
  else if (instruction === 'ENV') Object.assign(environment, Object.fromEntries([rest.split('=')]));
  else if (instruction === 'HEALTHCHECK') healthCheck = JSON.parse(rest.slice(rest.indexOf('[')));
  else if (instruction === 'CMD') command = JSON.parse(rest);
  else if (instruction === 'USER') user = rest;
  else if (!['', '#', 'WORKDIR', 'EXPOSE'].includes(instruction)) throw new Error(`Unknown step: ${line}`);
}

function openStage(words: string[]): void {
  folder = join(root, `stage-${stages.size}`);
  mkdirSync(folder);
  stages.set(words[2] ?? 'final', folder);
  user = 'root';
  delete environment.NODE_ENV;
}

function copy(words: string[]): void {
  const from = words[0]?.startsWith('--from=') ? stages.get(words.shift()?.slice('--from='.length) ?? '') : repository;
  const to = words.pop() ?? '.';
  for (const name of words) {
    const source = join(from ?? repository, name.replace(/^\/app\//, ''));
    cpSync(source, to.endsWith('/') ? join(folder, to, basename(name)) : join(folder, to), { recursive: true });
  }
}

function run(shell: string): void {
  console.log(`  ${shell}`);
  execSync(shell, { cwd: folder, env: environment, stdio: ['ignore', 'ignore', 'inherit'] });
}

async function startAndAsk(): Promise<void> {
  const [program = '', ...args] = command;
  console.log(`  ${command.join(' ')}`);
  const server = spawn(program, args, { cwd: folder, env: environment, stdio: ['ignore', 'ignore', 'inherit'] });
  try {
    await healthy(server);
  } finally {
    server.kill('SIGTERM');
  }
  const [code] = server.exitCode === null ? await once(server, 'exit') : [server.exitCode];
  if (code !== 0) throw new Error(`The server ended with ${code} when it was told to stop`);
}

async function healthy(server: ChildProcess): Promise<void> {
  const [program = '', ...args] = healthCheck;
  for (let attempt = 0; attempt < 50 && server.exitCode === null; attempt += 1) {
    const [code] = await once(spawn(program, args, { cwd: folder, env: environment }), 'exit');
    if (code === 0) return;
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
  throw new Error('The server did not become healthy');
}
