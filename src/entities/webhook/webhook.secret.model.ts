import { createHmac } from 'node:crypto';

/** The secret that a tenant's webhooks are signed with: of one tenant's, no other's can be told. */
export function webhookSecretOf(master: string, tenant: string): string {
  return createHmac('sha256', master).update(tenant).digest('hex');
}
