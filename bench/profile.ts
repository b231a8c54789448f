import { once } from 'node:events';
import { load } from './load.ts';
import { operations } from './operations.ts';
import { freePort, stayOn, type UpstreamAddress } from './processes.ts';
import { otherCore, type ServerName, serverNames, startServer, startUpstream } from './servers.ts';
import { comparedTurns } from './turns.ts';

/**
 * `node bench/profile.ts ours Q1 Q2`: where a warm server's processor time goes, by functions, the largest self times first.
 * `--top n` shows more of them.
 */

interface Profile {
  readonly nodes: readonly { id: number; callFrame: { functionName: string; url: string; lineNumber: number } }[];
  readonly samples: readonly number[];
  readonly timeDeltas: readonly number[];
}

const clients = 8;
const [warmMs, profiledMs] = [6_000, 6_000];

const words = process.argv.slice(2);
const top = words.includes('--top') ? Number(words.splice(words.indexOf('--top'), 2)[1]) : 5;
const [name, ...chosen] = words;
if (!serverNames.includes(name as ServerName)) {
  console.error(`node bench/profile.ts ${serverNames.join('|')} Q1 Q2 ... [--top 5]`);
  process.exit(2);
}

stayOn(otherCore);
const upstreamProcess = startUpstream();
const [upstream] = (await once(upstreamProcess.child, 'message')) as [UpstreamAddress];
const inspectorPort = await freePort();
const server = await startServer(name as ServerName, upstream, [`--inspect=127.0.0.1:${inspectorPort}`]);
process.on('exit', () => {
  for (const each of [server.measured, upstreamProcess]) each.stop();
});
const inspector = await inspectorOf(inspectorPort);
await inspector('Profiler.enable');
await inspector('Profiler.setSamplingInterval', { interval: 200 });
for (const operation of operations.filter((each) => chosen.includes(each.name))) {
  const [turn] = await comparedTurns([server], [operation], upstream.ticket);
  if (!turn) continue;
  const { asked } = turn;
  await load(asked, { clients, ms: warmMs });
  await inspector('Profiler.start');
  const { answers } = await load(asked, { clients, ms: profiledMs });
  const { profile } = (await inspector('Profiler.stop')) as { profile: Profile };
  console.log(`${operation.name}: ${operation.what} (${answers} answers)\n${largest(profile).join('\n')}\n`);
}
process.exit(0);

type Inspector = (method: string, params?: object) => Promise<unknown>;

async function inspectorOf(port: number): Promise<Inspector> {
  const listed = await fetch(`http://127.0.0.1:${port}/json/list`);
  const [target] = (await listed.json()) as { webSocketDebuggerUrl: string }[];
  const socket = new WebSocket(target?.webSocketDebuggerUrl ?? '');
  await once(socket, 'open');
  const waiting = new Map<number, (result: unknown) => void>();
  socket.addEventListener('message', ({ data }) => {
    const { id, result } = JSON.parse(String(data)) as { id: number; result: unknown };
    waiting.get(id)?.(result);
    waiting.delete(id);
  });
  let last = 0;
  return (method, params = {}) =>
    new Promise((resolve) => {
      last += 1;
      waiting.set(last, resolve);
      socket.send(JSON.stringify({ id: last, method, params }));
    });
}

/** Self times by function, as shares of all that was not idle. */
function largest({ nodes, samples, timeDeltas }: Profile): string[] {
  const frames = new Map(nodes.map(({ id, callFrame }) => [id, callFrame]));
  const times = new Map<string, number>();
  for (const [index, sample] of samples.entries()) {
    const frame = frames.get(sample);
    if (!frame || frame.functionName === '(idle)') continue;
    const file = frame.url.replace(/^.*\/(?=dist\/|bench\/|node_modules\/)/, '').replace('node_modules/', '');
    const place = file ? ` (${file}:${frame.lineNumber + 1})` : '';
    const key = `${frame.functionName || 'anonymous'}${place}`;
    times.set(key, (times.get(key) ?? 0) + (timeDeltas[index] ?? 0));
  }
  const all = [...times.values()].reduce((sum, time) => sum + time, 0);
  return [...times]
    .sort(([, one], [, other]) => other - one)
    .slice(0, top)
    .map(([key, time]) => `${((100 * time) / all).toFixed(1).padStart(6)} %  ${key}`);
}
