import type { Clock } from '../clock.ts';
import type { SimulatorOptions } from '../options.ts';
import { nextId, type TenantWorld } from '../store.ts';
import type { RecordChange } from './changes.ts';
import { createDelivery, type Delivery, type Outcome } from './webhook-delivery.ts';
import { deletedKeys, fieldValues } from './webhook-values.ts';

export const webhookStates = ['Unknown', 'Active', 'Stopped', 'TooManyErrors'] as const;
export type WebhookState = (typeof webhookStates)[number];

/** A registration as the CRM keeps it. */
export interface WebhookRecord {
  id: number;
  name: string;
  events: string[];
  targetUrl: string;
  secret: string;
  state: WebhookState;
  type: string;
  headers: Record<string, string>;
  properties: Record<string, unknown>;
  registeredAt: number;
  registeredBy: number;
  updatedAt: number | null;
  updatedBy: number | null;
  errorEmails: string[];
  description: string;
  notifyVia: string;
  notifyWhen: string;
  totalCalls: number;
  totalErrors: number;
  consecutiveErrors: number;
  /** Tries in a row that failed. */
  failedTries: number;
  lastError: string;
}

/** The webhooks of one tenant: what is registered, and what is told to it. */
export interface WebhookRegistry {
  readonly webhooks: Map<number, WebhookRecord>;
  readonly delivery: Delivery;
  /** Ends all that is under way. */
  close(): void;
}

const registries = new WeakMap<TenantWorld, WebhookRegistry>();

/** The registry of a tenant's tables; it hears their changes from the first time that it is asked for. */
export function webhooksOf(world: TenantWorld, options: SimulatorOptions, clock: Clock): WebhookRegistry {
  const known = registries.get(world);
  if (known) return known;
  const webhooks = new Map<number, WebhookRecord>();
  const delivery = createDelivery(options, (webhook, outcome) => note(webhook, outcome, options));
  const raise = (change: RecordChange) => {
    // Foreign keys have no events (10.2).
    if (change.entity === 'foreignkey') return;
    const entity = change.entity === 'appointment' ? 'activity' : change.entity;
    // Activities have no recycle bin, so theirs are deleted for good.
    const event = `${entity}.${change.verb}`;
    for (const webhook of webhooks.values()) {
      if (webhook.state === 'Active' && webhook.events.some((one) => one.toLowerCase() === event.toLowerCase())) {
        delivery.post(webhook, event, eventBody(change, entity, event, world, webhook), clock.now());
      }
    }
  };
  const stopListening = world.changes.listen(raise);
  const registry = {
    webhooks,
    delivery,
    close: () => {
      stopListening();
      delivery.close();
      registries.delete(world);
    },
  };
  registries.set(world, registry);
  return registry;
}

/** Ends what a tenant's tables still tell, where they tell anything. */
export function stopWebhooks(world: TenantWorld): void {
  registries.get(world)?.close();
}

/** The members in the order of the vendor's sample. */
function eventBody(
  change: RecordChange,
  entity: string,
  event: string,
  world: TenantWorld,
  webhook: WebhookRecord,
): Record<string, unknown> {
  return {
    Changes: [...change.columns],
    Event: event,
    PrimaryKey: change.id,
    Entity: entity,
    ContextIdentifier: world.tenant,
    ChangedByAssociateId: change.by.id,
    WebhookName: webhook.name,
    ...(change.verb === 'deleted' ? { Values: deletedKeys(change) } : { FieldValues: fieldValues(change, world) }),
  };
}

/** One try, and what the registration comes to by it (10.4). */
function note(webhook: WebhookRecord, outcome: Outcome, { webhooks }: SimulatorOptions): void {
  webhook.totalCalls += 1;
  if (outcome.isTaken) {
    Object.assign(webhook, { failedTries: 0, consecutiveErrors: 0 });
    return;
  }
  webhook.totalErrors += 1;
  webhook.failedTries += 1;
  webhook.lastError = outcome.error;
  if (outcome.isDiscarded) webhook.consecutiveErrors += 1;
  if (outcome.isGone || webhook.failedTries >= webhooks.mostFailedTries) webhook.state = 'TooManyErrors';
}

/** What a registration says of itself before anything has happened to it. */
export const unusedWebhook = () => ({
  ...{ updatedAt: null, updatedBy: null },
  ...{ errorEmails: [], description: '', notifyVia: 'Email', notifyWhen: 'Disabling' },
  ...{ totalCalls: 0, totalErrors: 0, consecutiveErrors: 0, failedTries: 0, lastError: '' },
});

/** Somebody who is told of events without having asked over HTTP. */
export type ToldTarget = Pick<WebhookRecord, 'targetUrl' | 'secret' | 'events'>;

/** Adds an active webhook as it is: the demo's own, which nothing has to test. */
export function tellOf(world: TenantWorld, target: ToldTarget, options: SimulatorOptions, clock: Clock): void {
  const { webhooks } = webhooksOf(world, options, clock);
  const id = nextId(webhooks);
  webhooks.set(id, {
    ...{ ...target, id, name: 'demo', state: 'Active', type: 'webhook', headers: {}, properties: {} },
    ...{ registeredAt: clock.now(), registeredBy: 0, ...unusedWebhook() },
  });
}
