import { createHmac, timingSafeEqual } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { z } from 'zod';
import type { SuperOfficeConfig } from '../config.ts';
import { changeOf } from '../entities/webhook/webhook.model.ts';
import { webhookSecretOf } from '../entities/webhook/webhook.secret.model.ts';
import type { WebhookEventWire } from '../entities/webhook/webhook.wire.ts';
import type { ChangeEvent } from '../events/bus.ts';
import { isAllowedTenant, isTenantName } from '../upstream/superoffice/tenant.ts';

export const webhookPath = '/webhooks/superoffice/';

/** Takes a request below `webhookPath`. */
export type WebhookListener = (tenant: string, request: IncomingMessage, response: ServerResponse) => void;

export interface WebhookOptions {
  readonly config: SuperOfficeConfig;
  /** Takes a change that was delivered; false: it is known already. */
  readonly deliver: (event: ChangeEvent) => Promise<boolean>;
  now(): number;
}

const maxBytes = 262_144;
const windowMs = 15 * 60_000;

const texts = z.string().max(256);
const keys = z.record(z.string(), z.unknown()).nullish();
const eventBody = z.object({
  EventId: texts.min(1).optional(),
  Timestamp: texts.optional(),
  Changes: z.array(texts).nullish(),
  Event: texts,
  PrimaryKey: z.int().optional(),
  ContextIdentifier: texts.optional(),
  FieldValues: keys,
  Values: keys,
});

/** What a delivery is answered with. Only 200 counts as taken; too many others, and the CRM sends no more (10.4). */
type Verdict = readonly [status: number, said: string];

/** The CRM's events in; null where no secret is set, and so nothing could be told from a forgery. */
export function createWebhooks(options: WebhookOptions): WebhookListener | null {
  const { webhookSecret } = options.config;
  if (webhookSecret === null) return null;
  return (tenant, request, response) => {
    const verdict = async (): Promise<Verdict> => {
      if (request.method !== 'POST') return [405, 'Events are posted.'];
      if (!isTenantName(tenant) || !isAllowedTenant(options.config, tenant)) return [404, 'No such tenant.'];
      const body = await bodyOf(request);
      if (!body) return [413, 'The event is too large.'];
      if (!isSigned(body, request.headers['x-superoffice-signature'], webhookSecretOf(webhookSecret, tenant))) {
        return [401, 'The signature is not that of this tenant.'];
      }
      return taken(tenant, body, options);
    };
    verdict().then(
      (told) => answer(response, told),
      () => answer(response, [500, 'An unexpected error occurred.']),
    );
  };
}

async function taken(tenant: string, body: Buffer, { config, deliver, now }: WebhookOptions): Promise<Verdict> {
  const wire = parsed(body);
  if (!wire) return [400, 'The body is no event.'];
  const isTest = wire.Event === 'test';
  // A test may say of no tenant that it is his.
  const isNameless = isTest && !wire.ContextIdentifier;
  if (!isNameless && !isOf(tenant, wire, config)) return [403, 'The event is of another tenant.'];
  if (isTest) return [200, 'Ready.'];
  const at = Date.parse(wire.Timestamp ?? '');
  if (!wire.EventId || !(Math.abs(now() - at) <= windowMs)) return [400, 'The event is not of this time.'];
  const change = changeOf(tenant, wire);
  if (!change) return [200, 'Not followed.'];
  return [200, (await deliver(change)) ? 'Taken.' : 'Known.'];
}

function parsed(body: Buffer): WebhookEventWire | null {
  try {
    const { success, data } = eventBody.safeParse(JSON.parse(body.toString('utf8')));
    return success ? (data as WebhookEventWire) : null;
  } catch {
    return null;
  }
}

/** An installation of its own calls itself `Default`; where tenants share an environment each says its name. */
function isOf(
  tenant: string,
  { ContextIdentifier: named = '' }: WebhookEventWire,
  { url }: SuperOfficeConfig,
): boolean {
  return named.toLowerCase() === tenant.toLowerCase() || (named === 'Default' && url !== null);
}

/** The bytes as they came: written anew, equal JSON has other ones. */
function isSigned(body: Buffer, header: string | string[] | undefined, secret: string): boolean {
  const given = Buffer.from(typeof header === 'string' ? header : '', 'base64');
  const wanted = createHmac('sha256', secret).update(body).digest();
  return given.length === wanted.length && timingSafeEqual(given, wanted);
}

/** null: more than an event ever has. */
async function bodyOf(request: IncomingMessage): Promise<Buffer | null> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size <= maxBytes) chunks.push(chunk);
  }
  return size > maxBytes ? null : Buffer.concat(chunks);
}

function answer(response: ServerResponse, [status, said]: Verdict): void {
  if (response.headersSent || response.destroyed) return;
  response.writeHead(status, { 'Content-Type': 'text/plain; charset=utf-8', 'Cache-Control': 'no-store' });
  response.end(said);
}
