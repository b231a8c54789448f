import type { SuperOffice } from '../../upstream/superoffice/client.ts';
import { wantedEvents } from './webhook.model.ts';
import type { WebhookWire } from './webhook.wire.ts';

/** What is to be registered with a tenant. */
export interface Registration {
  /** Where the CRM posts events: it is known by that. */
  readonly target: string;
  readonly secret: string;
}

const webhookName = 'crm-graph';

/** The tenant's webhook that posts to the target; null where there is none. */
export async function findWebhook(superoffice: SuperOffice, { target }: Registration): Promise<WebhookWire | null> {
  const known = (await superoffice.get<WebhookWire[]>('Webhook')) ?? [];
  return known.find(({ TargetUrl }) => TargetUrl === target) ?? null;
}

/** Sees to it that one active webhook posts all events that can be followed; what it had to do. */
export async function keepWebhook(
  superoffice: SuperOffice,
  registration: Registration,
): Promise<'kept' | 'registered' | 'mended'> {
  const { target, secret } = registration;
  const found = await findWebhook(superoffice, registration);
  if (found && found.State === 'Active' && hasAll(found.Events ?? []) && isSignedWith(secret, found)) return 'kept';
  const body = {
    ...found,
    ...{ Name: webhookName, Events: wantedEvents(), TargetUrl: target, Secret: secret },
    ...{ State: 'Active', Type: 'webhook' },
  };
  if (found) await superoffice.send({ method: 'PUT', path: `Webhook/${found.WebhookId}`, kind: 'put', body });
  else await superoffice.send({ method: 'POST', path: 'Webhook', kind: 'post', body });
  return found ? 'mended' : 'registered';
}

/** Removes the webhook; false where there was none. */
export async function removeWebhook(superoffice: SuperOffice, registration: Registration): Promise<boolean> {
  const found = await findWebhook(superoffice, registration);
  if (found) await superoffice.send({ method: 'DELETE', path: `Webhook/${found.WebhookId}`, kind: 'delete' });
  return found !== null;
}

/** Signed with another secret, every event would be refused here. A server that does not tell it, or tells asterisks, is believed. */
const isSignedWith = (secret: string, { Secret }: WebhookWire): boolean =>
  !Secret || /^\*+$/.test(Secret) || Secret === secret;

function hasAll(events: readonly string[]): boolean {
  const registered = new Set(events.map((event) => event.toLowerCase()));
  return wantedEvents().every((event) => registered.has(event));
}
