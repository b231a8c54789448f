import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { SuperOfficeConfig } from '../../../src/config.ts';
import { isAllowedTenant, isTenantName, tenantOfToken } from '../../../src/upstream/superoffice/tenant.ts';
import { json, startUpstream, text, type UpstreamServer } from '../upstream-server.ts';
import { failure, type Site, startSite } from './caller.ts';

let login: UpstreamServer;
let upstream: UpstreamServer;
let site: Site;

const state = (over: Record<string, unknown> = {}) => ({
  ContextIdentifier: 'Cust12345',
  Endpoint: `${upstream.url}/Cust12345`,
  State: 'Running',
  IsRunning: true,
  ValidUntil: new Date(Date.now() + 3_600_000).toISOString(),
  Api: `${upstream.url}/Cust12345/api`,
  ...over,
});

beforeEach(async () => {
  login = await startUpstream();
  upstream = await startUpstream(json({ ContactId: 1 }));
  login.answer(json(state()));
  site = startSite({ stateUrl: `${login.url}/api/state/{tenant}`, hosts: ['127.0.0.1', '.superoffice.com'] });
});

afterEach(async () => {
  await site.close();
  await Promise.all([login.close(), upstream.close()]);
});

describe('the base of a tenant', () => {
  test('is learned once for all, without a ticket', async () => {
    await Promise.all(Array.from({ length: 5 }, () => site.as().crm.get('Contact/1')));
    const { crm, scope } = site.as();
    await crm.get('Contact/1');
    expect(login.received.map((one) => one.path)).toEqual(['/api/state/Cust12345']);
    expect(login.received[0]?.headers).not.toHaveProperty('authorization');
    expect(login.received[0]?.headers).not.toHaveProperty('so-apptoken');
    expect(upstream.received).toHaveLength(6);
    expect(upstream.received[0]?.path).toBe('/Cust12345/api/v1/Contact/1');
    expect(scope.calls.map((call) => call.path)).toEqual(['/Contact/1']);
  });

  test('is learned again after 421, and asked once more, reads and writes alike', async () => {
    await site.as().crm.get('Contact/1');
    const moved = await startUpstream(json({ ContactId: 2 }));
    upstream.answer(text('', 421));
    login.answer(json(state({ Endpoint: `${moved.url}/Cust12345` })));
    const { crm, scope } = site.as();
    const write = { method: 'PATCH', path: 'Contact/2', kind: 'json-patch', body: [] } as const;
    expect(await crm.send(write)).toEqual({ ContactId: 2 });
    expect(await crm.get('Contact/2')).toEqual({ ContactId: 2 });
    expect(scope.calls.map(({ path, status }) => [path, status])).toEqual([
      ['/Contact/2', 421],
      ['/state', 200],
      ['/Contact/2', 200],
      ['/Contact/2', 200],
    ]);
    await moved.close();
  });

  test('that answers 421 again is moved, after one more request', async () => {
    upstream.answer(text('', 421));
    expect((await failure(site.as().crm.get('Contact/1'))).kind).toBe('moved');
    expect([login.received.length, upstream.received.length]).toEqual([2, 2]);
  });

  test('is asked for again when its state has run out, but not within a minute', async () => {
    login.answer(json(state({ ValidUntil: '2020-01-01T00:00:00Z' })));
    await site.as().crm.get('Contact/1');
    await site.as().crm.get('Contact/1');
    expect(login.received).toHaveLength(1);
  });

  test.each([
    ['a host that is not allowed', { Endpoint: 'https://evil.example/Cust12345' }, 'malformed'],
    ['a host that only ends alike', { Endpoint: 'https://evilsuperoffice.com/Cust12345' }, 'malformed'],
    ['a host without TLS', { Endpoint: 'http://online3.superoffice.com/Cust12345' }, 'malformed'],
    ['credentials in the address', { Endpoint: 'https://user:word@online3.superoffice.com/Cust12345' }, 'malformed'],
    ['another tenant', { ContextIdentifier: 'Cust99999' }, 'malformed'],
    ['no address', { Endpoint: null }, 'malformed'],
    ['a tenant at rest', { IsRunning: false, State: 'OfflineMaintenance' }, 'unavailable'],
    ['a state by number', { IsRunning: undefined, State: 3 }, 'unavailable'],
  ])('is refused for %s, and nothing is sent there', async (_name, over, kind) => {
    login.answer(json(state(over)));
    expect((await failure(site.as().crm.get('Contact/1'))).kind).toBe(kind);
    expect(upstream.received).toHaveLength(0);
  });

  test.each([
    ['online maintenance', { IsRunning: true, State: 'OnlineMaintenance' }],
    ['a state by number alone', { IsRunning: undefined, State: 2 }],
    ['a slash at the end', { Endpoint: undefined }],
  ])('is accepted with %s', async (_name, over) => {
    login.answer(json({ ...state(), ...over, Endpoint: `${upstream.url}/Cust12345/` }));
    expect(await site.as().crm.get('Contact/1')).toEqual({ ContactId: 1 });
    expect(upstream.received[0]?.path).toBe('/Cust12345/api/v1/Contact/1');
  });

  test('is unavailable where the login host fails, and learned by the next that asks', async () => {
    login.answer(text('no', 404), json(state()));
    expect((await failure(site.as().crm.get('Contact/1'))).kind).toBe('unavailable');
    expect(await site.as().crm.get('Contact/1')).toEqual({ ContactId: 1 });
  });
});

test('a fixed site that answers 421 is moved: there is nothing to learn', async () => {
  upstream.answer(text('', 421));
  const fixed = startSite({ url: upstream.url });
  expect((await failure(fixed.as().crm.get('Contact/1'))).kind).toBe('moved');
  expect(upstream.received.map((one) => one.path)).toEqual(['/api/v1/Contact/1']);
  await fixed.close();
});

test('a token names its tenant', () => {
  expect(tenantOfToken('Bearer 8A:Cust12345.abc')).toBe('Cust12345');
  expect(tenantOfToken('bearer 7A:Cust1.abc')).toBe('Cust1');
  for (const other of [
    'SOTicket 7T:Cust1.x',
    'Basic Q3VzdDE6',
    'Bearer abc',
    'Bearer 8A:Cust12345678901.x',
    'Bearer 8A:cust1/x.',
    null,
  ]) {
    expect(tenantOfToken(other)).toBeNull();
  }
});

test.each([
  '../Cust2',
  'cust1@evil.example',
  'Cust1%2f..',
  'Cust1/..',
  '',
  'Cust 1',
  'Cüst1',
  'C'.repeat(64),
  '.',
  'Cust1?x',
])('%j is no name of a tenant', (name) => expect(isTenantName(name)).toBe(false));

test('tenants are allowed by name, by list, or by the pattern of the cloud', () => {
  const config = (over: Partial<SuperOfficeConfig>) => over as SuperOfficeConfig;
  expect(isAllowedTenant(config({ tenant: 'Site', tenants: [] }), 'Site')).toBe(true);
  expect(isAllowedTenant(config({ tenant: 'Site', tenants: [] }), 'Cust1')).toBe(false);
  expect(isAllowedTenant(config({ tenant: null, tenants: ['Cust1', 'Cust2'] }), 'Cust2')).toBe(true);
  expect(isAllowedTenant(config({ tenant: null, tenants: ['Cust1', 'Cust2'] }), 'Cust3')).toBe(false);
  expect(isAllowedTenant(config({ tenant: null, tenants: '*' }), 'Cust99999')).toBe(true);
  expect(isAllowedTenant(config({ tenant: null, tenants: '*' }), 'Other')).toBe(false);
  expect(isAllowedTenant(config({ tenant: null, tenants: '*' }), 'Cust99999999999')).toBe(false);
});
