import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { BenchOperation } from './operations.ts';
import { answering, type Measured, startOn, type UpstreamAddress } from './processes.ts';

export const serverNames = ['ours', 'direct'] as const;
export type ServerName = (typeof serverNames)[number];

/** A server that runs and can be asked. */
export interface Server {
  readonly name: ServerName;
  readonly measured: Measured;
  readonly port: number;
  /** Where an operation is asked. */
  path(operation: BenchOperation): string;
}

interface Recipe {
  readonly script: string;
  readonly port: number;
  readonly env: (upstream: UpstreamAddress) => Record<string, string>;
  /** Answers as soon as the server is ready. */
  readonly health: string;
  readonly path: (operation: BenchOperation) => string;
}

/** The server alone on one core; upstream and clients on the other. */
export const serverCore = 0;
export const otherCore = 1;

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));

/** As in production: tickets, limits, costs, log and metrics; the quota is counted and never used up. */
export function productionSettings({ origin, superofficePath, onofficePath, customer }: UpstreamAddress) {
  return {
    SUPEROFFICE_URL: origin + superofficePath,
    SUPEROFFICE_TENANT: superofficePath.slice(1),
    SUPEROFFICE_TENANTS: '*',
    ONOFFICE_URL: origin + onofficePath,
    ONOFFICE_TOKEN: customer.token,
    ONOFFICE_SECRET: customer.secret,
    RATE_LIMIT: '1000000000',
    METRICS_PORT: '9571',
    NODE_ENV: 'production',
  };
}

const recipes: Readonly<Record<ServerName, Recipe>> = {
  ours: {
    script: '../dist/main.js',
    port: 4571,
    env: productionSettings,
    health: '/health',
    path: () => '/graphql',
  },
  direct: {
    script: 'direct.ts',
    port: 4572,
    env: ({ origin, superofficePath }) => ({ UPSTREAM_URL: origin + superofficePath }),
    health: '/',
    path: ({ name }) => `/${name}`,
  },
};

/** What has to be run first; null where all is there. */
export function missing(_names: readonly ServerName[]): string | null {
  if (!existsSync(here(recipes.ours.script))) return 'The server is not built: npm run build';
  return null;
}

export async function startServer(name: ServerName, upstream: UpstreamAddress): Promise<Server> {
  const { script, port, env, health, path } = recipes[name];
  const measured = startOn(serverCore, here(script), { PORT: String(port), ...env(upstream) });
  await answering(`http://127.0.0.1:${port}${health}`);
  return { name, measured, port, path };
}

export function startUpstream() {
  return startOn(otherCore, here('upstream.ts'));
}
