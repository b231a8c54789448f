import { ConfigError } from '../config/settings.ts';
import { parseConfig } from '../config.ts';
import { startOnOfficeSimulator } from './onoffice.ts';
import { startSuperOfficeSimulator } from './superoffice.ts';

/** `npm run simulators`: both CRMs on fixed ports, until a signal ends them. */
const settings = readSettings();
const [superofficePort, onofficePort] = settings.ports;
const start = settings.now === null ? {} : { now: settings.now };
const superoffice = await startSuperOfficeSimulator({ port: superofficePort, ...start });
const onoffice = await startOnOfficeSimulator({ port: onofficePort, ...start });
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
  ...onoffice.customers.map(({ id, token, secret }) => `  ${id.padEnd(16)}  token ${token}  secret ${secret}`),
];
process.stdout.write(`${lines.join('\n')}\n`);

for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signal, () => {
    Promise.all([superoffice.close(), onoffice.close()]).then(() => process.exit(0));
  });
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
