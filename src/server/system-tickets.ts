import { readFileSync } from 'node:fs';
import { z } from 'zod';
import type { Config } from '../config.ts';
import { createContext, type RequestContext } from '../context/context.ts';
import type { Services } from '../context/services.ts';
import { webhookSecretOf } from '../entities/webhook/webhook.secret.model.ts';
import type { Kept } from './webhook-keeper.ts';
import { webhookPath } from './webhooks.ts';

const tickets = z.record(z.string(), z.string());

/** The tenants whose events are to be had: those with a ticket of the server's own, where the CRM knows its address. */
export function keptTenants(config: Config, services: Services): Kept[] {
  const { publicUrl, superoffice } = config;
  const { systemTicketsFile = null, webhookSecret = null } = superoffice ?? {};
  if (systemTicketsFile === null || webhookSecret === null || publicUrl === null) return [];
  return Object.keys(readTickets(systemTicketsFile)).map((tenant) => ({
    tenant,
    registration: {
      target: `${publicUrl}${webhookPath}${tenant}`,
      secret: webhookSecretOf(webhookSecret, tenant),
    },
    // Read anew each time: such tickets are changed while the server runs.
    context: (end) => systemContext(services, tenant, readTickets(systemTicketsFile)[tenant] ?? '', end),
  }));
}

function readTickets(path: string): Record<string, string> {
  return tickets.parse(JSON.parse(readFileSync(path, 'utf8')));
}

/** Until it is due again. */
const longestMs = 60_000;

/**
 * An operation of the server's own. What is set for those of clients does not hold for it: after a bulk change it has hundreds of pages to
 * read, and what it could not read would never be told.
 */
async function systemContext(
  services: Services,
  tenant: string,
  ticket: string,
  end: AbortSignal,
): Promise<RequestContext> {
  const headers = new Headers({ authorization: authorizationOf(ticket), 'x-tenant': tenant });
  const signal = AbortSignal.any([end, AbortSignal.timeout(longestMs)]);
  const own = { maxCalls: Number.POSITIVE_INFINITY, longestMs };
  return createContext({ headers, requestId: 'webhooks', signal, startedAt: performance.now(), ...own }, services);
}

/** Tickets of users begin with `8A:`, those of systems with `7T:`; each goes with a scheme of its own (1.4), unless it has one. */
function authorizationOf(ticket: string): string {
  if (ticket.includes(' ')) return ticket;
  return `${ticket.startsWith('7T:') ? 'SOTicket' : 'Bearer'} ${ticket}`;
}
