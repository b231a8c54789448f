import { commandLine } from '../config/command-line.ts';
import { ConfigError } from '../config/settings.ts';
import { parseConfig } from '../config.ts';
import { startOnOfficeSimulator } from './onoffice.ts';
import { startSuperOfficeSimulator } from './superoffice.ts';

const help = `npm run simulators

Both simulated CRMs, until Ctrl-C. It says where they are, and which tickets they take. No arguments; from the environment:

  SIMULATOR_PORTS    ports of SuperOffice and onOffice (4011,4012)
  SIMULATOR_NOW      their clock, such as 2026-03-02T08:00:00Z (start of today)

Both can be steered at their origins: GET /_sim/journal, POST /_sim/faults, /_sim/reset, /_sim/clock, /_sim/options.`;

commandLine(help, {});

/** `npm run simulators`: both CRMs on fixed ports, until a signal ends them. */
const settings = readSettings();
const [superofficePort, onofficePort] = settings.ports;
const start = settings.now === null ? {} : { now: settings.now };
const superoffice = await placed(startSuperOfficeSimulator({ port: superofficePort, ...start }));
const onoffice = await placed(startOnOfficeSimulator({ port: onofficePort, ...start }));
const { tickets } = superoffice;
const lines = [
  `SuperOffice  ${superoffice.url()}  (tenant state: ${superoffice.stateUrl})`,
  `  full rights       ${tickets.lars}`,
  `                    ${tickets.mina}`,
  `  reduced rights    ${tickets.rune}`,
  `                    ${tickets.tove}`,
  `  another tenant    ${superoffice.url('Cust23456')}  ${superoffice.ticketsOf('Cust23456').lars}`,
  `  steering          ${superoffice.origin}/_sim/journal  /_sim/faults  /_sim/reset  /_sim/clock  /_sim/options`,
  '',
  `onOffice     ${onoffice.url}`,
  `  steering          ${onoffice.origin}/_sim/journal  (and the others)`,
  ...onoffice.customers.map(({ id, token, secret }) => `  ${id.padEnd(16)}  token ${token}  secret ${secret}`),
];
process.stdout.write(`${lines.join('\n')}\n`);

for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signal, () => {
    Promise.all([superoffice.close(), onoffice.close()]).then(() => process.exit(0));
  });
}

/** Where a port cannot be had, the setting that says so is named. */
async function placed<T>(starting: Promise<T>): Promise<T> {
  try {
    return await starting;
  } catch (error) {
    const reason = error instanceof Error ? error.message : error;
    console.error(`The simulators could not start: ${reason}. Set SIMULATOR_PORTS to two ports that are free.`);
    process.exit(1);
  }
}

/** The simulators' own settings; what is set for the server is none of theirs. */
function readSettings() {
  const own = Object.entries(process.env).filter(([name]) => name.startsWith('SIMULATOR_'));
  try {
    return parseConfig(Object.fromEntries(own)).simulator;
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error;
    console.error(error.message);
    process.exit(1);
  }
}
