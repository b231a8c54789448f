import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

const program = fileURLToPath(new URL('../../src/simulator/main.ts', import.meta.url));

/** Both simulated CRMs in a process of their own, and what a server must be told to use them. */
export interface Crms {
  readonly settings: Readonly<Record<string, string>>;
  readonly ticket: string;
  stop(): Promise<void>;
}

export async function startCrms(): Promise<Crms> {
  const child = spawn(process.execPath, [program], {
    env: { PATH: process.env.PATH, SIMULATOR_PORTS: '0,0' },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let told = '';
  // Whatever happens here, nothing is left running.
  process.once('exit', () => child.kill('SIGKILL'));
  for await (const line of createInterface({ input: child.stdout })) {
    told += `${line}\n`;
    if (/secret \w+$/.test(line)) break;
  }
  const found = (pattern: RegExp) => told.match(pattern)?.[1] ?? '';
  return {
    ticket: found(/full rights +(.+)/),
    settings: {
      ...{ SUPEROFFICE_URL: found(/^SuperOffice +(\S+)/), SUPEROFFICE_TENANT: 'Cust12345' },
      ...{ ONOFFICE_URL: found(/^onOffice +(\S+)/m), ONOFFICE_TOKEN: found(/token (\w+)/) },
      ...{ ONOFFICE_SECRET: found(/secret (\w+)/), RATE_LIMIT: '1000000000', LOG_LEVEL: 'warn' },
    },
    async stop() {
      child.kill('SIGTERM');
      await once(child, 'exit');
    },
  };
}
