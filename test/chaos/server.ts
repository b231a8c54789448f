import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { freePort } from '../ports.ts';

const main = fileURLToPath(new URL('../../src/main.ts', import.meta.url));

/** The server in a process of its own. */
export interface ServerProcess {
  readonly url: string;
  readonly metricsUrl: string;
  readonly pid: number;
  /** Asks it to end, and gives the code that it ends with. */
  stop(): Promise<number>;
}

/** Starts it with these settings; `onLine` is given each line that it writes. */
export async function startServer(
  settings: Readonly<Record<string, string>>,
  onLine: (line: string) => void,
  flags: readonly string[] = [],
): Promise<ServerProcess> {
  const metricsPort = await freePort();
  const env = { PATH: process.env.PATH, PORT: '0', METRICS_PORT: String(metricsPort), ...settings };
  const child = spawn(process.execPath, [...flags, main], { env, stdio: ['ignore', 'pipe', 'pipe', 'ipc'] });
  const started = Promise.withResolvers<string>();
  // Whatever happens here, nothing is left running.
  process.once('exit', () => child.kill('SIGKILL'));
  for (const stream of [child.stdout, child.stderr]) {
    if (!stream) continue;
    createInterface({ input: stream }).on('line', (line) => {
      const url = line.match(/^crm-graph listens at (\S+)/)?.[1];
      if (url) started.resolve(url);
      onLine(line);
    });
  }
  const ended = once(child, 'exit').then(([code]) => code as number);
  void ended.then((code) => started.reject(new Error(`the server ended with ${code}`)));
  const url = await started.promise;
  return {
    url,
    metricsUrl: `http://127.0.0.1:${metricsPort}/metrics`,
    pid: child.pid as number,
    stop() {
      child.kill('SIGTERM');
      return ended;
    },
  };
}
