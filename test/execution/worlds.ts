import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseConfig } from '../../src/config.ts';
import { createContext, type RequestContext } from '../../src/context/context.ts';
import { createServices } from '../../src/context/services.ts';
import { startOnOfficeSimulator } from '../../src/simulator/onoffice.ts';
import { startSuperOfficeSimulator } from '../../src/simulator/superoffice.ts';
import { settingsFor, wednesday } from '../crm.ts';
import type { Execution, Told } from './executors.ts';

/** An answer with what was asked of the CRMs for it. */
export interface Answered {
  readonly told: Told | null;
  readonly requests: readonly string[];
}

/** Both CRMs and all that a server keeps of them, for one executor. */
export interface World {
  answer(
    execute: (execution: Execution) => Promise<Told | null>,
    execution: Omit<Execution, 'context'>,
    headers?: Readonly<Record<string, string>>,
  ): Promise<Answered>;
  close(): Promise<void>;
}

/**
 * Starts a world. Two of them are alike, and stay so while the same operations are carried out in both: mutations meet the same
 * records, and what is kept between operations is the same. Their clocks stand still during an operation.
 */
export async function startWorld(): Promise<World> {
  const superoffice = await startSuperOfficeSimulator({ now: wednesday });
  const onoffice = await startOnOfficeSimulator({ now: wednesday });
  let now = wednesday.getTime();
  for (const { clock } of [superoffice, onoffice]) Object.assign(clock, { now: () => now });
  const folder = mkdtempSync(join(tmpdir(), 'world-'));
  const config = parseConfig(settingsFor(superoffice, onoffice, folder));
  const services = createServices(config, { now: () => now });
  const contextFor = (headers: Readonly<Record<string, string>>): RequestContext | Promise<RequestContext> => {
    const given: Record<string, string> = { authorization: superoffice.tickets.lars, ...headers };
    const input = { requestId: 'equal', signal: new AbortController().signal, startedAt: performance.now() };
    return createContext({ ...input, headers: { get: (name) => given[name] ?? null } }, services);
  };
  return {
    async answer(execute, execution, headers = {}) {
      now += 1_000;
      const context = await contextFor(headers);
      const told = await execute({ ...execution, context });
      const requests = context.calls.calls.map(({ system, method, path, status, rows }) =>
        [system, method, path, status, rows].join(' '),
      );
      return { told, requests: requests.toSorted() };
    },
    async close() {
      await services.close();
      await Promise.all([superoffice.close(), onoffice.close()]);
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
