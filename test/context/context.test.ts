import { afterEach, beforeEach, expect, test } from 'vitest';
import { parseConfig } from '../../src/config.ts';
import { type ContextInput, createContext } from '../../src/context/context.ts';
import { createServices, type Services } from '../../src/context/services.ts';
import { json, startUpstream, type UpstreamServer } from '../upstream/upstream-server.ts';

let upstream: UpstreamServer;
let services: Services;

const authorization = 'Bearer 8A:Cust12345.very-secret';

function input(headers: Record<string, string> = {}): ContextInput {
  return {
    headers: new Headers(headers),
    requestId: 'r1',
    signal: new AbortController().signal,
    startedAt: performance.now(),
  };
}

beforeEach(async () => {
  upstream = await startUpstream(json({ AssociateId: 5 }));
  services = createServices(parseConfig({ SUPEROFFICE_URL: `${upstream.url}/site` }));
});

afterEach(async () => {
  await services.close();
  await upstream.close();
});

test('a context fetches nothing, cannot be changed and shows no ticket', async () => {
  const context = createContext(input({ authorization, 'so-timezone': 'NO', 'so-language': 'nb-NO' }), services);
  expect(context.identity).toEqual({
    ...{ tenant: null, hasTicket: true, language: 'nb', culture: 'nb', languages: ['nb-NO'] },
    timeZone: 'Europe/Oslo',
  });
  expect(context.responseHeaders).toEqual({ 'SO-TimeZone': 'Europe/Oslo', 'Content-Language': 'nb' });
  expect(context.calls).toMatchObject({ calls: [], maxCalls: 100, requestId: 'r1' });
  expect(upstream.received).toHaveLength(0);
  expect(() => Object.assign(context, { requestId: 'other' })).toThrow(TypeError);
  expect(() => Object.assign(context.identity, { tenant: 'Cust2' })).toThrow(TypeError);
  const { read, signal, ...shown } = context;
  expect(JSON.stringify(shown)).not.toContain('very-secret');
  expect([read.scope.maxPageSize, signal.aborted]).toEqual([500, false]);
});

test('the viewer is asked for once, and logged', async () => {
  const context = createContext(input({ authorization }), services);
  expect(await Promise.all([context.viewerId(), context.viewerId()])).toEqual([5, 5]);
  expect(upstream.received.map((one) => one.path)).toEqual(['/site/api/v1/User/currentPrincipal']);
  expect(context.calls.calls.map(({ path, status }) => [path, status])).toEqual([['/User/currentPrincipal', 200]]);
});

test('without a ticket each call is unauthenticated, and nothing is sent', async () => {
  const context = createContext(input(), services);
  await expect(context.viewerId()).rejects.toMatchObject({ system: 'superoffice', kind: 'unauthenticated' });
  await expect(context.superoffice.get('Contact/1')).rejects.toMatchObject({ kind: 'unauthenticated' });
  expect(upstream.received).toHaveLength(0);
});

test('without SuperOffice each call says so, whatever ticket comes', async () => {
  const none = createServices(parseConfig({ ONOFFICE_TOKEN: 'a', ONOFFICE_SECRET: 'b', ONOFFICE_ACCESS: 'open' }));
  const context = createContext(input({ authorization: 'nonsense', 'x-tenant': '../x' }), none);
  expect(context.identity).toMatchObject({ tenant: null, hasTicket: false });
  await expect(context.superoffice.get('Contact/1')).rejects.toMatchObject({ code: 'NOT_CONFIGURED' });
  await expect(context.superoffice.reference('MDOList/task', 'shared')).rejects.toMatchObject({
    code: 'NOT_CONFIGURED',
  });
  await none.close();
});

test('in the demo a request without a ticket acts as the demo user', async () => {
  const demo = createServices(parseConfig({}), {
    superofficeUrl: `${upstream.url}/Cust12345`,
    demoTicket: authorization,
    now: () => 7,
  });
  const context = createContext(input(), demo);
  expect([context.identity.tenant, context.identity.hasTicket, context.now()]).toEqual(['Cust12345', true, 7]);
  expect(await context.viewerId()).toBe(5);
  expect(upstream.received[0]?.headers.authorization).toBe(authorization);
  await demo.close();
});

test('dates are read by class, and filters written in the zone that was asked for', async () => {
  const { read } = createContext(input({ authorization }), services);
  const { archiveDates, entityDates } = read.scope;
  const nine = Date.UTC(2026, 2, 1, 9);
  expect(entityDates.instant('2026-03-01T10:00:00+01:00', 'diary')).toBe(nine);
  expect(archiveDates.instant('2026-03-01T09:00:00', 'stamp')).toBe(nine);
  expect(archiveDates.instant('2026-03-01T23:00:00+05:00', 'calendar')).toBe(Date.UTC(2026, 2, 1));
  expect([archiveDates.instant('0001-01-01T00:00:00', 'diary'), archiveDates.instant(7, 'diary')]).toEqual([
    null,
    null,
  ]);
  expect(archiveDates.literal(nine)).toBe('2026-03-01T09:00:00');
});

test('where archives are in the tenant’s zone, filters are too', async () => {
  upstream.answer(json({ TZLocationID: 261, TZLocationCode: 'NO' }));
  const base = createServices(
    parseConfig({ SUPEROFFICE_URL: `${upstream.url}/site`, SUPEROFFICE_ARCHIVE_ZONE: 'base' }),
  );
  const { read } = createContext(input({ authorization }), base);
  expect([read.scope.archiveDates.isPrepared, upstream.received.length]).toEqual([false, 0]);
  await read.scope.archiveDates.prepare();
  expect(read.scope.archiveDates.isPrepared).toBe(true);
  expect(read.scope.archiveDates.literal(Date.UTC(2026, 6, 1, 9))).toBe('2026-07-01T11:00:00');
  expect(read.scope.entityDates.instant('2026-07-01T09:00:00', 'diary')).toBe(Date.UTC(2026, 6, 1, 9));
  expect(upstream.received.map((one) => one.path)).toEqual(['/site/api/v1/TimeZone/base']);
  await base.close();
});
