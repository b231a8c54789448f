import { createHmac, randomUUID } from 'node:crypto';
import { webhookSecretOf } from '../src/entities/webhook/webhook.secret.model.ts';
import { schema } from '../src/schema.ts';
import { noteAnswer } from './asked.ts';
import { type Crm, type CrmOptions, startCrm } from './crm.ts';

export const masterSecret = 'a master secret of tests';

/** One message of an event stream. */
export interface Message {
  readonly event: string;
  readonly id: string | null;
  readonly data: { readonly data?: Record<string, unknown>; readonly errors?: readonly StreamError[] } | null;
}

interface StreamError {
  readonly message: string;
  readonly extensions: { readonly code: string };
}

/** The server with a secret for webhooks, and a simulated CRM that tells it of each write. */
export async function startLive(options: CrmOptions = {}, { register = true } = {}) {
  const crm = await startCrm({
    ...options,
    settings: { SUPEROFFICE_WEBHOOK_SECRET: masterSecret, ...options.settings },
    superoffice: { webhooks: { plainHttp: true, pausesMs: [10, 20] }, ...options.superoffice },
  });
  if (register) for (const tenant of ['Cust12345', 'Cust23456']) await registerWebhook(crm, tenant);
  return crm;
}

export function targetOf(crm: Crm, tenant: string): string {
  return new URL(`/webhooks/superoffice/${tenant}`, crm.url).href;
}

const events = ['contact', 'person', 'activity'].flatMap((name) =>
  ['created', 'changed', 'deleted', 'softdeleted'].map((verb) => `${name}.${verb}`),
);

async function registerWebhook(crm: Crm, tenant: string): Promise<void> {
  const response = await fetch(`${crm.superoffice.url(tenant)}/api/v1/Webhook`, {
    method: 'POST',
    headers: { authorization: crm.superoffice.ticketsOf(tenant).lars, 'content-type': 'application/json' },
    body: JSON.stringify({
      ...{ Name: 'crm-graph', Events: events, State: 'Active', Type: 'webhook' },
      ...{ TargetUrl: targetOf(crm, tenant), Secret: webhookSecretOf(masterSecret, tenant) },
    }),
  });
  if (response.status !== 200) throw new Error(`not registered: ${response.status} ${await response.text()}`);
}

/** An event as the CRM would send it. */
export function eventOf(crm: Crm, given: Record<string, unknown> = {}): Record<string, unknown> {
  return {
    ...{
      EventId: randomUUID(),
      Event: 'contact.changed',
      Entity: 'contact',
      PrimaryKey: 25,
      Changes: ['name', 'updated'],
    },
    Timestamp: `${new Date(crm.superoffice.clock.now()).toISOString().slice(0, -1)}0000Z`,
    ContextIdentifier: 'Cust12345',
    ...given,
  };
}

export const signatureOf = (text: string, tenant = 'Cust12345'): string =>
  createHmac('sha256', webhookSecretOf(masterSecret, tenant)).update(text).digest('base64');

/** Posts an event, signed as the tenant would; `signature` null leaves it out. */
export async function deliver(
  crm: Crm,
  event: Record<string, unknown> | string,
  { tenant = 'Cust12345', signature }: { tenant?: string; signature?: string | null } = {},
): Promise<number> {
  const text = typeof event === 'string' ? event : JSON.stringify(event);
  const given = signature === undefined ? signatureOf(text, tenant) : signature;
  const response = await fetch(targetOf(crm, tenant), {
    method: 'POST',
    headers: { 'content-type': 'application/json; charset=utf-8', ...(given && { 'x-superoffice-signature': given }) },
    body: text,
  });
  await response.arrayBuffer();
  return response.status;
}

export interface StreamOptions {
  readonly ticket?: string | null;
  readonly headers?: Readonly<Record<string, string>>;
  readonly variables?: Readonly<Record<string, unknown>>;
}

/** A subscription over Server-Sent Events, opened once this resolves. */
export function subscribe(crm: Crm, query: string, { ticket, ...options }: StreamOptions = {}) {
  return subscribeAt(crm.url, query, {
    ticket: ticket === undefined ? crm.superoffice.tickets.lars : ticket,
    ...options,
  });
}

/** The same at a server that is not in this process. */
export async function subscribeAt(url: string, query: string, { ticket, headers, variables }: StreamOptions) {
  const leaving = new AbortController();
  const response = await fetch(url, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      accept: 'text/event-stream',
      ...(ticket && { authorization: ticket }),
      ...headers,
    },
    body: JSON.stringify({ query, variables }),
    signal: leaving.signal,
  });
  const messages: Message[] = [];
  let beats = 0;
  const heard = (part: string) => {
    if (part.startsWith(':')) {
      beats += 1;
      return;
    }
    const message = messageOf(part);
    messages.push(message);
    if (message.event === 'next') noteAnswer(schema, query, message.data?.data, variables);
  };
  const reading = read(response, heard).catch(() => undefined);
  return {
    status: response.status,
    headers: response.headers,
    messages,
    /** The data of all events so far. */
    told: () => messages.filter(({ event }) => event === 'next').map(({ data }) => data?.data),
    /** How many comments have come, which keep the connection open while nothing happens. */
    beats: () => beats,
    ended: reading,
    leave: () => leaving.abort(),
    [Symbol.asyncDispose]: async () => {
      leaving.abort();
      await reading;
    },
  };
}

async function read(response: Response, heard: (part: string) => void): Promise<void> {
  let text = '';
  const decoder = new TextDecoder();
  for await (const chunk of response.body as ReadableStream<Uint8Array>) {
    text += decoder.decode(chunk, { stream: true });
    const parts = text.split('\n\n');
    text = parts.pop() ?? '';
    for (const part of parts) heard(part);
  }
}

function messageOf(part: string): Message {
  const field = (name: string) =>
    part
      .split('\n')
      .find((line) => line.startsWith(`${name}:`))
      ?.slice(name.length + 1)
      .trim();
  const data = field('data');
  return { event: field('event') ?? '', id: field('id') ?? null, data: data ? JSON.parse(data) : null };
}

export const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));
