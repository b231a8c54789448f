import { setFlagsFromString } from 'node:v8';
import type { App } from './app.ts';
import { commandLine } from './config/command-line.ts';

/** The process: reads the settings, starts, says where it is, and ends gently when it is told to. */

const help = `npm start

Starts the server, at http://127.0.0.1:4000/graphql. Where no CRM is named, both are simulated inside it.
It takes no arguments: settings come from the environment, as in PORT=4010 npm start. README.md lists all of them; the first are

  HOST, PORT                                    where it listens (127.0.0.1, 4000)
  METRICS_PORT                                  the port of /metrics (9464); 0 for none
  SUPEROFFICE_ENVIRONMENT or SUPEROFFICE_URL    the SuperOffice site
  SUPEROFFICE_TENANT                            its tenant
  ONOFFICE_TOKEN, ONOFFICE_SECRET               the API user of onOffice
  LOG_LEVEL                                     info; silent for no log`;

commandLine(help, {});

// V8 learns which objects live long, and makes all of their kind among the old ones from then on. Here those are of requests that wait
// for a CRM: dead ones among the old keep what they point to alive, and each small collection had to carry that on (measured under
// load: 16 ms against 2, and memory that grows until the next large one).
setFlagsFromString('--no-allocation-site-pretenuring');

const impatientMs = 500;
let starting: Promise<App> | null = null;
let running = false;
let stopping: number | null = null;
let unhandled = 0;

// Before anything else is loaded: a process may be told to stop while it is starting.
for (const signal of ['SIGTERM', 'SIGINT'] as const) process.on(signal, () => void stop(signal));

const [{ startApp }, { ConfigError }, { parseConfig }, { createLog }, { leaving }] = await Promise.all([
  import('./app.ts'),
  import('./config/settings.ts'),
  import('./config.ts'),
  import('./server/log.ts'),
  import('./server/http-server.ts'),
]);
const config = readConfig();
const log = createLog(config);

process.on('unhandledRejection', (err) => {
  unhandled += 1;
  log.error({ err }, 'unhandled rejection');
});

try {
  starting = startApp(config, { log, unhandledRejections: () => unhandled });
  const app = await starting;
  running = true;
  compileForOperations();
  console.log(config.demo ? demoGreeting(app.url) : `crm-graph listens at ${app.url}`);
} catch (error) {
  console.error(`crm-graph could not start: ${error instanceof Error ? error.message : error}`);
  process.exit(1);
}

/**
 * An operation is some three hundred functions that each run once. Made part of each other further than is usual, they take 8 % less time.
 * V8 compiles for good what has run 3,000 times, which a server of many kinds of operations comes to late: at half of that the first 2,000
 * answers take a quarter more time, and all from the 10,000th on less. Called once the server listens: the start would take longer by it.
 * Set at run time, this holds however the process is started.
 */
function compileForOperations(): void {
  setFlagsFromString('--max-inlined-bytecode-size-cumulative=2500');
  setFlagsFromString('--min-inlining-frequency=0.01');
  setFlagsFromString('--invocation-count-for-turbofan=1500');
}

function readConfig() {
  try {
    return parseConfig(process.env);
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error;
    console.error(error.message);
    process.exit(1);
  }
}

/**
 * Ends once what is running has been answered. Told by SIGTERM, as programs tell, it takes for a while what a balancer still
 * sends here; whoever presses Ctrl-C waits for nothing but answers. The same signal often comes twice at once, from a shell and from npm, and
 * changes nothing; somebody who presses Ctrl-C again will not wait.
 */
async function stop(signal: NodeJS.Signals): Promise<void> {
  if (stopping !== null) {
    if (signal === 'SIGINT' && performance.now() - stopping > impatientMs) process.exit(1);
    return;
  }
  stopping = performance.now();
  const wasRunning = running;
  const app = await starting;
  await app?.close(wasRunning && signal === 'SIGTERM' ? leaving.noticeMs : 0);
  process.exit(0);
}

function demoGreeting(url: string): string {
  const query = '{ appointments(first: 3) { nodes { startDate task { name } contact { name } } } }';
  return [
    `crm-graph listens at ${url}`,
    '',
    'No CRM is configured, so both are simulated inside this process. Try:',
    `  a browser at ${url}, with a query ready to run`,
    `  curl -s ${url} -H 'content-type: application/json' -d '${JSON.stringify({ query })}'`,
    '',
    'SUPEROFFICE_URL or SUPEROFFICE_ENVIRONMENT points it at a real one; README.md lists all settings.',
  ].join('\n');
}
