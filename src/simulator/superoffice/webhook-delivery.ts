import { createHmac, randomUUID } from 'node:crypto';
import type { SimulatorOptions } from '../options.ts';
import type { WebhookRecord } from './webhook-registry.ts';

/** What one try came to. */
export interface Outcome {
  readonly isTaken: boolean;
  readonly error: string;
  /** It was the last try of its cycle: the event is told no more. */
  readonly isDiscarded: boolean;
  /** 410: the receiver wants nothing any more. */
  readonly isGone: boolean;
}

/** Posts events to the addresses of webhooks. */
export interface Delivery {
  post(webhook: WebhookRecord, event: string, body: Record<string, unknown>, at: number): void;
  /** One try with the event `test`: null where it was answered with 200, else what went wrong. */
  test(webhook: Pick<WebhookRecord, 'targetUrl' | 'secret' | 'headers' | 'name'>, at: number): Promise<string | null>;
  close(): void;
}

type Target = Pick<WebhookRecord, 'targetUrl' | 'secret' | 'headers'>;

const timeoutMs = 10_000;
/** Events that are under way to one receiver at a time. */
const lanes = 8;

export function createDelivery(
  options: SimulatorOptions,
  note: (webhook: WebhookRecord, outcome: Outcome) => void,
): Delivery {
  const ending = new AbortController();
  const waiting = new Map<WebhookRecord, (() => Promise<void>)[]>();
  const running = new Map<WebhookRecord, number>();

  const next = (webhook: WebhookRecord): void => {
    const job = (running.get(webhook) ?? 0) < lanes ? waiting.get(webhook)?.shift() : undefined;
    if (!job || ending.signal.aborted) return;
    running.set(webhook, (running.get(webhook) ?? 0) + 1);
    void job().finally(() => {
      running.set(webhook, (running.get(webhook) ?? 1) - 1);
      next(webhook);
    });
  };

  /** A cycle of tries; the same event has the same id in all of them (10.3, 10.4). */
  const cycle = async (webhook: WebhookRecord, event: string, body: object, at: number): Promise<void> => {
    const id = randomUUID();
    const text = JSON.stringify({ EventId: id, Timestamp: sevenDecimals(at), ...body, ...webhook.properties });
    const pauses = [...options.webhooks.pausesMs, null];
    for (const [tries, pause] of pauses.entries()) {
      if (webhook.state !== 'Active' || ending.signal.aborted) return;
      const headers = {
        'X-SuperOffice-Event': event,
        'X-SuperOffice-EventId': id,
        'X-SuperOffice-Retry': String(tries),
      };
      const error = await send(webhook, text, headers, ending.signal);
      if (ending.signal.aborted) return;
      const isGone = error === 'HTTP 410';
      note(webhook, {
        isTaken: error === null,
        error: error ?? '',
        isGone,
        isDiscarded: error !== null && pause === null,
      });
      if (error === null || isGone || pause === null) return;
      await new Promise((resolve) => setTimeout(resolve, pause).unref());
    }
  };

  return {
    post(webhook, event, body, at) {
      const jobs = waiting.get(webhook) ?? [];
      waiting.set(webhook, jobs);
      jobs.push(() => cycle(webhook, event, body, at));
      next(webhook);
    },
    test(webhook, at) {
      const body = { EventId: randomUUID(), Timestamp: sevenDecimals(at), Changes: [], Event: 'test', PrimaryKey: 0 };
      const text = JSON.stringify({ ...body, Entity: 'test', WebhookName: webhook.name });
      return send(webhook, text, { 'X-Hook-Test': 'true', 'X-SuperOffice-Event': 'test' }, ending.signal);
    },
    close: () => ending.abort(),
  };
}

/** null: answered with 200, which alone counts (10.4). */
async function send(
  { targetUrl, secret, headers: own }: Target,
  text: string,
  headers: Record<string, string>,
  ending: AbortSignal,
): Promise<string | null> {
  const signature = createHmac('sha256', secret).update(text).digest('base64');
  try {
    const response = await fetch(targetUrl, {
      method: 'POST',
      redirect: 'manual',
      headers: {
        ...own,
        'Content-Type': 'application/json; charset=utf-8',
        'User-Agent': 'NetServer-Webhook/11.10',
        ...headers,
        ...(secret && { 'X-SuperOffice-Signature': signature }),
      },
      body: text,
      signal: AbortSignal.any([ending, AbortSignal.timeout(timeoutMs)]),
    });
    await response.arrayBuffer();
    return response.status === 200 ? null : `HTTP ${response.status}`;
  } catch {
    return 'The receiver cannot be reached';
  }
}

function sevenDecimals(instant: number): string {
  return `${new Date(instant).toISOString().slice(0, -1)}0000Z`;
}
