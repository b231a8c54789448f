import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { type BenchOperation, bodyOf } from './operations.ts';
import { answering, freePort, type Measured, startOn, type UpstreamAddress } from './processes.ts';

export const serverNames = ['ours', 'direct', 'mercurius', 'apollo', 'hive'] as const;
export type ServerName = (typeof serverNames)[number];

/** A server that runs and can be asked. */
export interface Server {
  readonly name: ServerName;
  readonly measured: Measured;
  readonly port: number;
  /** Null for what it cannot be asked. */
  question(operation: BenchOperation): Question | null;
}

/** Where an operation is asked, and with which body; a GET where there is none. */
export interface Question {
  readonly path: string;
  readonly body: string | null;
}

interface Recipe {
  readonly script: string;
  /** Of the runtime. */
  readonly flags?: readonly string[];
  readonly env: (upstream: UpstreamAddress) => Record<string, string>;
  /** Answers as soon as the server is ready. */
  readonly health: string;
  /** Null for what it cannot be asked. */
  readonly question: (operation: BenchOperation) => Question | null;
}

/** The server alone on one core; upstream and clients on the other. */
export const serverCore = 0;
export const otherCore = 1;

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));

function addresses({ origin, superofficePath, onofficePath, customer }: UpstreamAddress) {
  return {
    SUPEROFFICE_URL: origin + superofficePath,
    ONOFFICE_URL: origin + onofficePath,
    ONOFFICE_TOKEN: customer.token,
    ONOFFICE_SECRET: customer.secret,
  };
}

const image = readFileSync(here('../Dockerfile'), 'utf8');

/** Flags of the runtime that the image starts the server with. */
function imageFlags(): string[] {
  const [, command = '[]'] = /^CMD (\[.*\])$/m.exec(image) ?? [];
  return (JSON.parse(command) as string[]).filter((word) => word.startsWith('--'));
}

/** What the image sets for it. */
const imageEnvironment = (): Record<string, string> =>
  Object.fromEntries([...image.matchAll(/^ENV (\w+)=(\S+)$/gm)].map(([, name, value]) => [name, value]));

/** As in production, with tickets, limits, costs and log; the quota is counted and never used up. */
function productionSettings(upstream: UpstreamAddress) {
  return {
    ...imageEnvironment(),
    ...addresses(upstream),
    SUPEROFFICE_TENANT: upstream.superofficePath.slice(1),
    SUPEROFFICE_TENANTS: '*',
    RATE_LIMIT: '1000000000',
  };
}

const graphql = (operation: BenchOperation): Question => ({ path: '/graphql', body: bodyOf(operation) });

const recipes: Readonly<Record<ServerName, Recipe>> = {
  ours: {
    script: '../dist/main.js',
    flags: imageFlags(),
    env: productionSettings,
    health: '/health',
    question: graphql,
  },
  direct: {
    script: 'direct.ts',
    env: addresses,
    health: '/',
    question: ({ name, direct }) => ({ path: `/${name}`, body: direct ? JSON.stringify(direct) : null }),
  },
  mercurius: {
    ...{ script: 'rivals/mercurius.ts', env: addresses, health: '/graphql' },
    question: graphql,
  },
  apollo: {
    ...{ script: 'rivals/apollo.ts', env: addresses, health: '/' },
    question: (operation) => ({ path: '/', body: bodyOf(operation) }),
  },
  hive: {
    ...{ script: 'rivals/hive.ts', env: addresses, health: '/' },
    // A gateway asks for entities; it has none of its own.
    question: (operation) => (operation.name === 'F1' ? null : graphql(operation)),
  },
};

/** What has to be run first; null where all is there. */
export function missing(names: readonly ServerName[]): string | null {
  if (names.includes('ours') && !existsSync(here(recipes.ours.script))) {
    return 'The server is not built. First: npm run build';
  }
  const rivals = names.filter((name) => recipes[name].script.startsWith('rivals/'));
  if (rivals.length > 0 && !existsSync(here('node_modules'))) {
    return `The packages of ${rivals.join(', ')} are not there. First: npm ci --prefix bench`;
  }
  return null;
}

/** A server whose process has begun and may not answer yet; on ports of its own, since two benches may run at a time. */
export async function launch(name: ServerName, upstream: UpstreamAddress, flags: readonly string[] = []) {
  const { script, env, question, flags: own = [] } = recipes[name];
  const [port, metricsPort] = [await freePort(), await freePort()];
  const settings = { PORT: String(port), METRICS_PORT: String(metricsPort), ...env(upstream) };
  return { name, measured: startOn(serverCore, here(script), settings, [...own, ...flags]), port, question };
}

/** Resolves when the server answers. */
export async function startServer(
  name: ServerName,
  upstream: UpstreamAddress,
  flags: readonly string[] = [],
): Promise<Server> {
  const server = await launch(name, upstream, flags);
  await answering(`http://127.0.0.1:${server.port}${recipes[name].health}`);
  return server;
}

export function startUpstream() {
  return startOn(otherCore, here('upstream.ts'));
}
