import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as wait } from 'node:timers/promises';
import { freePort } from '../ports.ts';

/** A program of `examples/` that answers GraphQL, as a process of its own. */
export interface Served {
  readonly url: string;
  ask<Data>(text: string, variables?: object, headers?: Readonly<Record<string, string>>): Promise<GraphAnswer<Data>>;
  [Symbol.asyncDispose](): Promise<void>;
}

export interface GraphAnswer<Data> {
  readonly data: Data;
  readonly errors?: readonly { message: string; extensions?: { code?: string } }[];
}

const startMs = 40_000;

/** Starts a program in its folder and waits until it answers. */
export async function serve(folder: string, command: readonly string[], env: NodeJS.ProcessEnv, path = '/graphql') {
  const port = await freePort();
  const [program = '', ...args] = command;
  const child = spawn(program, args, { cwd: folder, env: { ...process.env, ...env, PORT: String(port) } });
  let output = '';
  const keep = (chunk: Buffer) => {
    output = `${output}${chunk}`.slice(-4_000);
  };
  child.stdout.on('data', keep);
  child.stderr.on('data', keep);
  const url = `http://127.0.0.1:${port}${path}`;
  const served: Served = {
    url,
    ask: (text, variables = {}, headers = {}) => ask(url, text, variables, headers),
    [Symbol.asyncDispose]: () => end(child),
  };
  await ready(child, served, () => output).catch(async (error) => {
    await end(child);
    throw error;
  });
  return served;
}

async function ask<Data>(url: string, query: string, variables: object, headers: Readonly<Record<string, string>>) {
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify({ query, variables }),
  });
  return (await response.json()) as GraphAnswer<Data>;
}

async function ready(child: ChildProcess, { ask }: Served, output: () => string): Promise<void> {
  for (const until = Date.now() + startMs; Date.now() < until; await wait(100)) {
    if (child.exitCode !== null) break;
    const answer = await ask<{ __typename: string }>('{ __typename }').catch(() => null);
    if (answer?.data?.__typename === 'Query') return;
  }
  throw new Error(`The program does not answer:\n${output()}`);
}

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = once(child, 'exit');
  child.kill('SIGTERM');
  const late = setTimeout(() => child.kill('SIGKILL'), 5_000);
  await ended;
  clearTimeout(late);
}
