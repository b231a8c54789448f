/** How webhooks are delivered. */
export interface WebhookOptions {
  /** Targets may be plain HTTP, which the CRM refuses. */
  plainHttp: boolean;
  /** Between the tries of one cycle (10.4). */
  pausesMs: readonly number[];
  /** So many tries in a row that fail, and nothing more is sent: nine on one page of the manual, seven on another. */
  mostFailedTries: number;
}

export function defaultWebhookOptions(): WebhookOptions {
  return { plainHttp: false, pausesMs: [1000, 4000], mostFailedTries: 9 };
}
