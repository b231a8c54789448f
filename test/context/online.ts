import { startApp } from '../../src/app.ts';
import { parseConfig } from '../../src/config.ts';
import { createLog } from '../../src/server/log.ts';
import type { JournalEntry } from '../../src/simulator/journal.ts';
import { startSuperOfficeSimulator } from '../../src/simulator/superoffice.ts';
import { type GraphError, wednesday } from '../crm.ts';

export interface OnlineAnswer {
  readonly data: unknown;
  readonly codes: readonly string[] | undefined;
  /** Status and path of each request that reached the CRM or its login host for it. */
  readonly asked: readonly string[];
  readonly calls: readonly JournalEntry[];
}

/** The server in front of the CRM alone, by the settings given: `{crm}` in them is where the simulated CRM listens. */
export async function startOnline(settings: Readonly<Record<string, string>>) {
  const superoffice = await startSuperOfficeSimulator({ now: wednesday });
  const placed = Object.entries(settings).map(([name, value]) => [name, value.replace('{crm}', superoffice.origin)]);
  const config = parseConfig({ PORT: '0', METRICS_PORT: '0', ...Object.fromEntries(placed) });
  const logged: string[] = [];
  const log = createLog(config, { write: (line) => void logged.push(line) });
  const app = await startApp(config, { log, now: () => superoffice.clock.now() });

  /** One operation with just these headers. */
  async function ask(query: string, headers: Readonly<Record<string, string>>): Promise<OnlineAnswer> {
    const before = superoffice.journal.length;
    const response = await fetch(app.url, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      body: JSON.stringify({ query }),
    });
    const { data, errors } = (await response.json()) as { data?: unknown; errors?: readonly GraphError[] };
    const calls = superoffice.journal.slice(before);
    const codes = errors?.map(({ extensions }) => extensions.code);
    return { data, codes, calls, asked: calls.map(({ status, path }) => `${status} ${path}`) };
  }

  return {
    superoffice,
    logged,
    ask,
    async [Symbol.asyncDispose]() {
      await app.close();
      await superoffice.close();
    },
  };
}
