import { pathToFileURL } from 'node:url';
import { commandLine } from '../config/command-line.ts';
import { ConfigError } from '../config/settings.ts';
import { type Config, parseConfig } from '../config.ts';
import type { RequestContext } from '../context/context.ts';
import { createServices } from '../context/services.ts';
import { findWebhook, keepWebhook, removeWebhook } from '../entities/webhook/webhook.registration.model.ts';
import '../schema.ts';
import { UpstreamError } from '../upstream/errors.ts';
import { keptTenants } from './system-tickets.ts';
import type { Kept } from './webhook-keeper.ts';

/** `npm run webhooks -- status|register|remove`: does by hand, for each tenant, what the server does by itself. */

const help = `npm run webhooks -- status, register or remove

Does by hand, for each tenant with a system ticket, what the server does by itself: says how its webhook stands, registers it, removes it.
Settings as for the server: PUBLIC_URL, SUPEROFFICE_WEBHOOK_SECRET, SUPEROFFICE_SYSTEM_TICKETS_FILE, and the site.`;

type Command = (context: RequestContext, kept: Kept) => Promise<string>;

const commands: Readonly<Record<string, Command>> = {
  status: async ({ superoffice }, { registration }) => {
    const found = await findWebhook(superoffice, registration);
    if (!found) return 'not registered';
    const { WebhookId, State, TotalCalls, TotalErrors, ConsecutiveErrors } = found;
    return `${State}, webhook ${WebhookId}: ${TotalCalls} calls, ${TotalErrors} errors, ${ConsecutiveErrors} in a row`;
  },
  register: ({ superoffice }, { registration }) => keepWebhook(superoffice, registration),
  remove: async ({ superoffice }, { registration }) =>
    (await removeWebhook(superoffice, registration)) ? 'removed' : 'not registered',
};

/** Nobody ends it but with the process. */
const toTheEnd = new AbortController().signal;

/** One line for each tenant; false where it could not be done for one of them. */
export async function runCommand(name: string, config: Config, print: (line: string) => void): Promise<boolean> {
  const command = Object.hasOwn(commands, name) ? commands[name] : undefined;
  if (!command) {
    print('Say what to do: npm run webhooks -- status, register or remove');
    return false;
  }
  const services = createServices(config);
  const kept = keptTenants(config, services);
  if (kept.length === 0) {
    print(
      'Set PUBLIC_URL, SUPEROFFICE_WEBHOOK_SECRET and SUPEROFFICE_SYSTEM_TICKETS_FILE with a ticket for each tenant.',
    );
  }
  let isDone = kept.length > 0;
  for (const each of kept) {
    try {
      print(`${each.tenant}: ${await command(await each.context(toTheEnd), each)}`);
    } catch (error) {
      isDone = false;
      print(`${each.tenant}: failed: ${reasonOf(error)}`);
    }
  }
  await services.close();
  return isDone;
}

/** With what the CRM says of it: whoever runs the command is the one who can mend it. */
function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return 'unexpected';
  return error instanceof UpstreamError && error.text ? `${error.message}: ${error.text}` : error.message;
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const { positionals } = commandLine(help, { allowPositionals: true });
  try {
    const isDone = await runCommand(positionals.join(' '), parseConfig(process.env), (line) => console.log(line));
    process.exitCode = isDone ? 0 : 1;
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error;
    console.error(error.message);
    process.exitCode = 1;
  }
}
