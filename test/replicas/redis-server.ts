import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { connect, type Socket } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { freePort } from '../ports.ts';

const executablePath = process.env.REDIS_SERVER ?? '/usr/bin/redis-server';
/** The checks of a change must see Redis; elsewhere a machine without one is no reason to fail. */
export const redisIsThere = existsSync(executablePath) || process.env.CI === 'true';
if (!redisIsThere) console.log(`No ${executablePath}: what replicas share is not looked at.`);

/** A Redis of the test's own, which keeps nothing on the disk. */
export async function startRedis(port?: number) {
  const at = port ?? (await freePort());
  let child: ChildProcess;
  const start = async () => {
    const settings = ['--port', String(at), '--bind', '127.0.0.1', '--save', '', '--appendonly', 'no'];
    child = spawn(executablePath, settings, { stdio: 'ignore' });
    await answering(at);
  };
  const kill = async () => {
    if (child.exitCode !== null || child.signalCode !== null) return;
    child.kill('SIGKILL');
    await once(child, 'exit');
  };
  process.once('exit', () => child.kill('SIGKILL'));
  await start();
  return {
    url: `redis://127.0.0.1:${at}`,
    port: at,
    start,
    kill,
    /** It goes on taking connections, and answers nothing. */
    hang: () => child.kill('SIGSTOP'),
    wake: () => child.kill('SIGCONT'),
    [Symbol.asyncDispose]: kill,
  };
}

export type RedisServer = Awaited<ReturnType<typeof startRedis>>;

async function answering(port: number): Promise<void> {
  for (let attempt = 0; attempt < 200; attempt += 1) {
    if (await answers(port)) return;
    await sleep(25);
  }
  throw new Error('redis-server does not answer');
}

function answers(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket: Socket = connect(port, '127.0.0.1', () => socket.write('PING\r\n'));
    const end = (isThere: boolean) => {
      socket.destroy();
      resolve(isThere);
    };
    socket.on('data', (data) => end(data.toString().startsWith('+PONG')));
    socket.on('error', () => end(false));
  });
}
