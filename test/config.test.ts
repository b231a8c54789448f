import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { ConfigError } from '../src/config/settings.ts';
import { parseConfig } from '../src/config.ts';

const site = { SUPEROFFICE_URL: 'https://crm.example.com/site', SUPEROFFICE_TENANT: 'Cust12345' };
const estates = { ONOFFICE_TOKEN: 'token-1', ONOFFICE_SECRET: 'secret-1' };
const sha256 = 'AB'.repeat(32);

function problemsOf(environment: Record<string, string>): readonly string[] {
  try {
    parseConfig(environment);
  } catch (error) {
    if (error instanceof ConfigError) return error.problems;
    throw error;
  }
  return [];
}

const folder = mkdtempSync(join(tmpdir(), 'config-'));
afterAll(() => rmSync(folder, { recursive: true }));
let files = 0;

function file(contents: unknown): string {
  files += 1;
  const path = join(folder, `${files}.json`);
  writeFileSync(path, typeof contents === 'string' ? contents : JSON.stringify(contents));
  return path;
}

test('nothing set is the demo, with every default', () => {
  expect(parseConfig({ PATH: '/bin' })).toEqual({
    host: '127.0.0.1',
    port: 4000,
    demo: true,
    superoffice: null,
    onoffice: null,
    link: { foreignApp: 'onOffice', foreignKey: 'addressId', relations: ['owner'] },
    defaultLanguage: 'en',
    defaultTimeZone: 'UTC',
    redisUrl: null,
    publicUrl: null,
    edge: { allowedOrigins: 'localhost', graphiql: true, introspection: true, persistedOnly: false, explain: true },
    requestDeadlineMs: 10_000,
    upstreamTimeoutMs: 5000,
    maxCost: 5000,
    maxUpstreamCalls: 100,
    maxPageSize: 500,
    rateLimit: 60_000,
    persistedManifest: null,
    logLevel: 'info',
    simulator: { now: null, ports: [4011, 4012] },
    metricsPort: 9464,
  });
});

test('with both upstreams: the edge is closed, and every upstream default holds', () => {
  const config = parseConfig({ ...site, ...estates });
  expect(config.demo).toBe(false);
  expect(config.edge).toEqual({
    allowedOrigins: [],
    graphiql: false,
    introspection: true,
    persistedOnly: false,
    explain: false,
  });
  expect(config.superoffice).toEqual({
    url: 'https://crm.example.com/site',
    stateUrl: null,
    hosts: ['.superoffice.com'],
    tenant: 'Cust12345',
    tenants: [],
    appToken: null,
    maxConnections: 16,
    session: false,
    patchType: 'json',
    agents: true,
    entityCache: true,
    archiveZone: 'request',
    systemTicketsFile: null,
    webhookSecret: null,
  });
  expect(config.onoffice).toEqual({
    url: 'https://api.onoffice.de/api/stable/api.php',
    customers: [{ id: 'default', token: 'token-1', secret: 'secret-1', tenants: ['Cust12345'], keys: [] }],
    mainLanguage: null,
    timeZone: 'Europe/Berlin',
    publicFields: null,
    access: 'ticket',
    apiKeys: [],
  });
});

test('one upstream alone is no demo', () => {
  expect(parseConfig(site)).toMatchObject({ demo: false, onoffice: null });
  expect(parseConfig({ ...estates, ONOFFICE_ACCESS: 'open' })).toMatchObject({ demo: false, superoffice: null });
});

test('the settings cannot be changed afterwards', () => {
  const config = parseConfig(site);
  expect(() => Object.assign(config.edge, { explain: true })).toThrow(TypeError);
  expect(() => Object.assign(config.superoffice ?? {}, { url: 'https://elsewhere.example' })).toThrow(TypeError);
});

test('every problem is named at once', () => {
  const problems = problemsOf({
    PORT: 'x',
    SUPEROFFICE_URI: 'https://a',
    LINK_FOO: '1',
    SIMULATOR_SPEED: '2',
    ONOFFICE_KEY: 'k',
  });
  expect(problems).toEqual([
    'PORT must be a whole number from 0 to 65535',
    'LINK_FOO is no setting of this server',
    'ONOFFICE_KEY is no setting of this server',
    'SIMULATOR_SPEED is no setting of this server',
    'SUPEROFFICE_URI is no setting of this server',
  ]);
});

test('names with other prefixes are none of our business', () => {
  expect(problemsOf({ SUPEROFFICE: 'x', MY_ONOFFICE_URL: 'y', NODE_ENV: 'production' })).toEqual([]);
});

test('what belongs to an upstream that is not named stops the start', () => {
  expect(problemsOf({ SUPEROFFICE_TENANT: 'Cust1' })).toEqual([
    'SUPEROFFICE_TENANT is of no use without SUPEROFFICE_URL or SUPEROFFICE_ENVIRONMENT',
  ]);
  expect(problemsOf({ ONOFFICE_ACCESS: 'open' })).toHaveLength(1);
  expect(problemsOf({ ONOFFICE_TOKEN: 'token-1', ...site })).toEqual(['ONOFFICE_SECRET is missing']);
});

test('a site with {tenant} in its address needs a tenant', () => {
  expect(problemsOf({ SUPEROFFICE_URL: 'https://x.example/{tenant}' })[0]).toMatch(/^SUPEROFFICE_TENANT is needed/);
  expect(problemsOf({ SUPEROFFICE_ENVIRONMENT: 'online' })[0]).toMatch(/^SUPEROFFICE_TENANT is needed/);
  expect(problemsOf({ SUPEROFFICE_URL: 'https://x.example/site' })).toEqual([]);
});

describe('who may use the onOffice credentials', () => {
  test('a ticket, with no tenant whose ticket it could be', () => {
    expect(problemsOf(estates)[0]).toMatch(/^ONOFFICE_ACCESS is ticket, and no tenant is named/);
    const nameless = file({ broker: { token: 't', secret: 's' } });
    expect(problemsOf({ ...site, ONOFFICE_CREDENTIALS_FILE: nameless })[0]).toContain('(customer broker)');
  });

  test('a ticket, with nobody to prove it', () => {
    const named = file({ broker: { token: 't', secret: 's', tenants: ['Cust1'] } });
    expect(problemsOf({ ONOFFICE_CREDENTIALS_FILE: named })[0]).toMatch(/takes a configured SuperOffice/);
  });

  test('keys and customers may name each other, on either side', () => {
    const config = parseConfig({
      ONOFFICE_ACCESS: 'key',
      ONOFFICE_CREDENTIALS_FILE: file({
        north: { token: 't1', secret: 's1', keys: ['portal'] },
        south: { token: 't2', secret: 's2' },
      }),
      API_KEYS_FILE: file({ portal: { sha256 }, back: { sha256, customers: ['south', 'north'], write: true } }),
    });
    expect(config.onoffice?.customers.map((customer) => customer.id)).toEqual(['north', 'south']);
    expect(config.onoffice?.apiKeys).toEqual([
      { name: 'portal', sha256: 'ab'.repeat(32), customers: ['north'], write: false },
      { name: 'back', sha256: 'ab'.repeat(32), customers: ['south', 'north'], write: true },
    ]);
  });

  test('a key or a customer that is not there', () => {
    const problems = problemsOf({
      ONOFFICE_ACCESS: 'key',
      ONOFFICE_CREDENTIALS_FILE: file({ north: { token: 't1', secret: 's1', keys: ['gone'] } }),
      API_KEYS_FILE: file({ portal: { sha256, customers: ['east'] } }),
    });
    expect(problems).toEqual([
      'ONOFFICE_CREDENTIALS_FILE names a key that is not there: gone',
      'API_KEYS_FILE names a customer that is not there: east',
    ]);
  });

  test('keys without their file', () => {
    expect(problemsOf({ ...estates, ONOFFICE_ACCESS: 'key' })).toEqual([
      'API_KEYS_FILE is needed where ONOFFICE_ACCESS is key',
    ]);
  });
});

describe('files', () => {
  test('what they hold is checked, and shown by place alone', () => {
    const wrong = file({ north: { token: 'so-secret', secret: 5, tenant: [] } });
    const problems = problemsOf({ ...site, ONOFFICE_CREDENTIALS_FILE: wrong });
    expect(problems).toEqual([
      'ONOFFICE_CREDENTIALS_FILE is not as described, at north.secret (invalid_type)',
      'ONOFFICE_CREDENTIALS_FILE is not as described, at north (unrecognized_keys)',
    ]);
    expect(problemsOf({ ...site, ONOFFICE_CREDENTIALS_FILE: file('so-secret') })).toEqual([
      'ONOFFICE_CREDENTIALS_FILE names a file that is not JSON',
    ]);
    expect(problemsOf({ ...site, ONOFFICE_CREDENTIALS_FILE: file({}) })).toEqual([
      'ONOFFICE_CREDENTIALS_FILE names no customer',
    ]);
  });

  test('system tickets by tenant', () => {
    const tickets = file({ Cust12345: 'Bearer-8A:system' });
    const config = parseConfig({ ...site, SUPEROFFICE_SYSTEM_TICKETS_FILE: tickets });
    expect(config.superoffice?.systemTicketsFile).toBe(tickets);
    expect(problemsOf({ ...site, SUPEROFFICE_SYSTEM_TICKETS_FILE: file(['x']) })).toHaveLength(1);
  });

  test('documents that are allowed, and nothing else', () => {
    const manifest = file({});
    expect(parseConfig({ PERSISTED_ONLY: 'on', PERSISTED_MANIFEST: manifest })).toMatchObject({
      persistedManifest: manifest,
      edge: { persistedOnly: true },
    });
    for (const other of [file(null), file([])])
      expect(parseConfig({ PERSISTED_ONLY: 'on', PERSISTED_MANIFEST: other }).persistedManifest).toBe(other);
    expect(problemsOf({ PERSISTED_ONLY: 'on' })).toEqual(['PERSISTED_MANIFEST is needed where PERSISTED_ONLY is on']);
  });

  test('hashes of keys, not keys', () => {
    expect(problemsOf({ API_KEYS_FILE: file({ portal: { sha256: 'my-key' } }) })).toEqual([
      'API_KEYS_FILE is not as described, at portal.sha256 (invalid_format)',
    ]);
  });
});
