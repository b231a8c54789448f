import type { SimulatedAnswer } from './request.ts';

/** States of a tenant by their names (1.2). */
export const tenantStates = [
  'Unknown',
  'Provisioning',
  'Running',
  'Deleted',
  'Suspended',
  'OnlineMaintenance',
  'OfflineMaintenance',
  'ProvisioningFailed',
  'MigrationPending',
] as const;
export type TenantState = (typeof tenantStates)[number];

/** Where a tenant lives and how it is. */
export interface TenantHome {
  tenant: string;
  origin: string;
  state: TenantState;
}

/** `GET /api/state/{tenant}`: no login; a tenant that there is not has the state Unknown. */
export function tenantState(tenant: string, home: TenantHome | undefined, now: number): SimulatedAnswer {
  const endpoint = home === undefined ? '' : `${home.origin}/${home.tenant}`;
  return {
    status: 200,
    body: {
      ContextIdentifier: home?.tenant ?? tenant,
      Endpoint: endpoint,
      State: home?.state ?? 'Unknown',
      IsRunning: isRunning(home),
      ValidUntil: `${new Date(now + 5 * 60_000).toISOString().slice(0, -1)}0000Z`,
      Api: endpoint === '' ? '' : `${endpoint}/api`,
    },
  };
}

/** True where the tenant answers calls. */
export function isRunning(home: TenantHome | undefined): boolean {
  return home?.state === 'Running' || home?.state === 'OnlineMaintenance';
}

/** `GET {base}/api`: no login; JSON when it is asked for, else a page (1.3). */
export function apiVersion(home: TenantHome, accept: string | undefined): SimulatedAnswer {
  if (accept?.includes('json') !== true) {
    return { status: 200, html: '<html><body><h1>SuperOffice WebApi</h1><p>v1</p></body></html>' };
  }
  return {
    status: 200,
    body: {
      v1: `${home.origin}/${home.tenant}/api/v1`,
      Version: 'v1',
      NetServerVersion: '11.10.721.0',
      NetServerAssembly: 'SuperOffice.Services.WebApi, Version=11.10.721.0',
      NetServerDate: '2026-02-24',
      NetServer: 'SuperOffice NetServer 11.10 Release (Build: 721)',
      NetServerLabel: 'Release_11.10_2026.02.24-02',
      Services: 'Services87',
      ServicesCurrent: 'Services88',
      Documentation: 'https://docs.superoffice.com',
    },
  };
}
