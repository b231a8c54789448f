import { describe, expect, test } from 'vitest';
import { ConfigError } from '../src/config/settings.ts';
import { type Config, parseConfig } from '../src/config.ts';

const site = { SUPEROFFICE_URL: 'https://crm.example.com/site', SUPEROFFICE_TENANT: 'Cust12345' };
const estates = { ONOFFICE_TOKEN: 'token-1', ONOFFICE_SECRET: 'secret-1' };

function problemsOf(environment: Record<string, string>): readonly string[] {
  try {
    parseConfig(environment);
  } catch (error) {
    if (error instanceof ConfigError) return error.problems;
    throw error;
  }
  return [];
}

describe('a good value', () => {
  const rows: [environment: Record<string, string>, read: (config: Config) => unknown, value: unknown][] = [
    [{ HOST: '0.0.0.0' }, (c) => c.host, '0.0.0.0'],
    [{ HOST: '::1' }, (c) => c.host, '::1'],
    [{ PORT: '0' }, (c) => c.port, 0],
    [{ PORT: '' }, (c) => c.port, 4000],
    [
      { ...site, SUPEROFFICE_URL: 'http://127.0.0.1:4011/{tenant}/' },
      (c) => c.superoffice?.url,
      'http://127.0.0.1:4011/{tenant}',
    ],
    [
      { SUPEROFFICE_ENVIRONMENT: 'sod', SUPEROFFICE_TENANTS: '*' },
      (c) => [c.superoffice?.url, c.superoffice?.stateUrl, c.superoffice?.tenants],
      [null, 'https://sod.superoffice.com/api/state/{tenant}', '*'],
    ],
    [
      {
        SUPEROFFICE_ENVIRONMENT: 'online',
        SUPEROFFICE_STATE_URL: 'http://127.0.0.1:1/{environment}/{tenant}',
        SUPEROFFICE_TENANTS: 'A',
      },
      (c) => c.superoffice?.stateUrl,
      'http://127.0.0.1:1/online/{tenant}',
    ],
    [
      { ...site, SUPEROFFICE_HOSTS: '.example.com, 127.0.0.1' },
      (c) => c.superoffice?.hosts,
      ['.example.com', '127.0.0.1'],
    ],
    [{ ...site, SUPEROFFICE_TENANTS: 'Cust1, Cust2,' }, (c) => c.superoffice?.tenants, ['Cust1', 'Cust2']],
    [{ ...site, SUPEROFFICE_APP_TOKEN: 'abc' }, (c) => c.superoffice?.appToken, 'abc'],
    [{ ...site, SUPEROFFICE_MAX_CONNECTIONS: '4' }, (c) => c.superoffice?.maxConnections, 4],
    [{ ...site, SUPEROFFICE_SESSION: 'on' }, (c) => c.superoffice?.session, true],
    [{ ...site, SUPEROFFICE_PATCH_TYPE: 'rfc' }, (c) => c.superoffice?.patchType, 'rfc'],
    [{ ...site, SUPEROFFICE_AGENTS: 'off' }, (c) => c.superoffice?.agents, false],
    [{ ...site, SUPEROFFICE_ENTITY_CACHE: 'off' }, (c) => c.superoffice?.entityCache, false],
    [{ ...site, SUPEROFFICE_ARCHIVE_ZONE: 'base' }, (c) => c.superoffice?.archiveZone, 'base'],
    [{ ...site, SUPEROFFICE_WEBHOOK_SECRET: 'long enough' }, (c) => c.superoffice?.webhookSecret, 'long enough'],
    [
      { ...site, ...estates, ONOFFICE_URL: 'http://127.0.0.1:4012/api.php' },
      (c) => c.onoffice?.url,
      'http://127.0.0.1:4012/api.php',
    ],
    [
      { ...site, ...estates, ONOFFICE_API: 'latest' },
      (c) => c.onoffice?.url,
      'https://api.onoffice.de/api/latest/api.php',
    ],
    [{ ...site, ...estates, ONOFFICE_MAIN_LANGUAGE: 'de-at' }, (c) => c.onoffice?.mainLanguage, 'de-AT'],
    [{ ...site, ...estates, ONOFFICE_TIME_ZONE: 'europe/vienna' }, (c) => c.onoffice?.timeZone, 'Europe/Vienna'],
    [
      { ...site, ...estates, ONOFFICE_PUBLIC_FIELDS: 'kaufpreis,ort' },
      (c) => c.onoffice?.publicFields,
      ['kaufpreis', 'ort'],
    ],
    [{ ...estates, ONOFFICE_ACCESS: 'published' }, (c) => c.onoffice?.access, 'published'],
    [{ LINK_FOREIGN_APP: 'Broker' }, (c) => c.link.foreignApp, 'Broker'],
    [{ LINK_FOREIGN_KEY: 'id' }, (c) => c.link.foreignKey, 'id'],
    [{ LINK_RELATIONS: 'owner,contactPerson' }, (c) => c.link.relations, ['owner', 'contactPerson']],
    [{ DEFAULT_LANGUAGE: 'NB-no' }, (c) => c.defaultLanguage, 'nb-NO'],
    [{ DEFAULT_TIME_ZONE: 'utc' }, (c) => c.defaultTimeZone, 'UTC'],
    [{ DEFAULT_TIME_ZONE: 'Etc/UTC' }, (c) => c.defaultTimeZone, 'UTC'],
    [{ DEFAULT_TIME_ZONE: 'Asia/Kolkata' }, (c) => c.defaultTimeZone, 'Asia/Kolkata'],
    [{ DEFAULT_TIME_ZONE: 'europe/kyiv' }, (c) => c.defaultTimeZone, 'Europe/Kyiv'],
    [{ DEFAULT_TIME_ZONE: 'Europe/Oslo' }, (c) => c.defaultTimeZone, 'Europe/Oslo'],
    [
      { REDIS_URL: 'rediss://user:word@redis.example:6380/2' },
      (c) => c.redisUrl,
      'rediss://user:word@redis.example:6380/2',
    ],
    [{ PUBLIC_URL: 'https://graph.example.com/' }, (c) => c.publicUrl, 'https://graph.example.com'],
    [
      { ALLOWED_ORIGINS: 'https://a.example,http://localhost:3000' },
      (c) => c.edge.allowedOrigins,
      ['https://a.example', 'http://localhost:3000'],
    ],
    [
      { ALLOWED_ORIGINS: 'http://[::1]:3000, https://xn--mnchen-3ya.example:8443' },
      (c) => c.edge.allowedOrigins,
      ['http://[::1]:3000', 'https://xn--mnchen-3ya.example:8443'],
    ],
    [{ ...site, ALLOWED_ORIGINS: 'localhost' }, (c) => c.edge.allowedOrigins, 'localhost'],
    [{ ...site, GRAPHIQL: 'on' }, (c) => c.edge.graphiql, true],
    [{ INTROSPECTION: 'off' }, (c) => c.edge.introspection, false],
    [{ EXPLAIN: 'off' }, (c) => c.edge.explain, false],
    [{ REQUEST_DEADLINE_MS: '2500' }, (c) => c.requestDeadlineMs, 2500],
    [{ UPSTREAM_TIMEOUT_MS: '900' }, (c) => c.upstreamTimeoutMs, 900],
    [{ MAX_COST: '100' }, (c) => c.maxCost, 100],
    [{ MAX_UPSTREAM_CALLS: '7' }, (c) => c.maxUpstreamCalls, 7],
    [{ MAX_PAGE_SIZE: '50' }, (c) => c.maxPageSize, 50],
    [{ RATE_LIMIT: '1000' }, (c) => c.rateLimit, 1000],
    [{ LOG_LEVEL: 'silent' }, (c) => c.logLevel, 'silent'],
    [{ SIMULATOR_NOW: '2026-03-02T08:00:00+01:00' }, (c) => c.simulator.now?.toISOString(), '2026-03-02T07:00:00.000Z'],
    [{ SIMULATOR_PORTS: '5011, 5012' }, (c) => c.simulator.ports, [5011, 5012]],
    [{ METRICS_PORT: '0' }, (c) => c.metricsPort, 0],
  ];
  test.each(rows)('%j', (environment, read, value) => expect(read(parseConfig(environment))).toEqual(value));
});

describe('a bad value stops the start and is named, not shown', () => {
  const rows: [name: string, value: string, beside: Record<string, string>, what: RegExp][] = [
    ['HOST', 'a b-secret', {}, /host name/],
    ['PORT', '65536', {}, /0 to 65535/],
    ['PORT', '0x10', {}, /whole number/],
    ['SUPEROFFICE_URL', 'crm.example.com', {}, /https:/],
    ['SUPEROFFICE_URL', 'https://user:secret@crm.example.com', {}, /credentials/],
    ['SUPEROFFICE_URL', 'https://crm.example.com/{tenant', { SUPEROFFICE_TENANT: 'A' }, /braces but \{tenant\}$/],
    ['SUPEROFFICE_URL', 'https://crm.example.com/{customer}', { SUPEROFFICE_TENANT: 'A' }, /braces but \{tenant\}$/],
    ['SUPEROFFICE_URL', 'https://{tenant.example.com', { SUPEROFFICE_TENANT: 'A' }, /braces but \{tenant\}$/],
    ['SUPEROFFICE_URL', 'https://crm.example.com/api/v1', {}, /without \/api\/v1/],
    ['SUPEROFFICE_ENVIRONMENT', 'production', { SUPEROFFICE_TENANT: 'A' }, /online, qaonline, sod$/],
    ['SUPEROFFICE_ENVIRONMENT', 'online', site, /only one/],
    [
      'SUPEROFFICE_STATE_URL',
      'https://x.example/state',
      { SUPEROFFICE_ENVIRONMENT: 'sod', SUPEROFFICE_TENANT: 'A' },
      /\{tenant\}/,
    ],
    ['SUPEROFFICE_STATE_URL', 'https://x.example/{tenant}', site, /beside SUPEROFFICE_URL/],
    ['SUPEROFFICE_HOSTS', 'https://x', site, /suffixes/],
    ['SUPEROFFICE_TENANT', '../Cust1', { SUPEROFFICE_URL: 'https://crm.example.com' }, /tenant/],
    ['SUPEROFFICE_TENANTS', 'Cust1;Cust2', site, /comma-separated/],
    ['SUPEROFFICE_TENANTS', 'Cust23456,1stSite', site, /comma-separated/],
    ['SUPEROFFICE_TENANT', `C${'u'.repeat(63)}`, { SUPEROFFICE_URL: 'https://crm.example.com' }, /tenant/],
    ['SUPEROFFICE_APP_TOKEN', 'two words', site, /one word/],
    ['SUPEROFFICE_MAX_CONNECTIONS', '0', site, /1 to 1000/],
    ['SUPEROFFICE_SESSION', 'yes', site, /on, off/],
    ['SUPEROFFICE_PATCH_TYPE', 'merge', site, /json, rfc/],
    ['SUPEROFFICE_AGENTS', 'true', site, /on, off/],
    ['SUPEROFFICE_ENTITY_CACHE', '1', site, /on, off/],
    ['SUPEROFFICE_ARCHIVE_ZONE', 'utc', site, /request, base/],
    ['SUPEROFFICE_SYSTEM_TICKETS_FILE', '/nowhere/tickets.json', site, /cannot be read/],
    ['ONOFFICE_URL', 'ftp://x.example', { ...site, ...estates }, /https:/],
    ['ONOFFICE_API', 'beta', { ...site, ...estates }, /stable, latest/],
    ['ONOFFICE_API', 'stable', { ...site, ...estates, ONOFFICE_URL: 'https://x.example' }, /beside ONOFFICE_URL/],
    ['ONOFFICE_SECRET', 'a b', { ...site, ONOFFICE_TOKEN: 'token-1' }, /one word/],
    ['ONOFFICE_CREDENTIALS_FILE', '/nowhere/customers.json', site, /cannot be read/],
    ['ONOFFICE_MAIN_LANGUAGE', 'german!', { ...site, ...estates }, /language tag/],
    ['ONOFFICE_MAIN_LANGUAGE', 'CHE', { ...site, ...estates }, /that onOffice has/],
    ['ONOFFICE_MAIN_LANGUAGE', 'ja', { ...site, ...estates }, /that onOffice has/],
    ['ONOFFICE_TIME_ZONE', 'Berlin', { ...site, ...estates }, /IANA/],
    ['ONOFFICE_PUBLIC_FIELDS', 'a-b', { ...site, ...estates }, /field names/],
    ['ONOFFICE_ACCESS', 'all', { ...site, ...estates }, /ticket, key, published, open/],
    ['API_KEYS_FILE', '/nowhere/keys.json', {}, /cannot be read/],
    ['LINK_RELATIONS', 'owner;buyer', {}, /relations/],
    ['DEFAULT_LANGUAGE', 'x_y', {}, /language tag/],
    ['DEFAULT_TIME_ZONE', 'Mars/Base', {}, /IANA/],
    ['DEFAULT_TIME_ZONE', '+02:00', {}, /IANA/],
    ['DEFAULT_TIME_ZONE', 'CET', {}, /IANA/],
    ['REDIS_URL', 'http://redis.example', {}, /redis:/],
    ['REDIS_URL', 'redis://', {}, /redis:/],
    ['REDIS_URL', 'redis://redis.example/first', {}, /number of a database/],
    ['PUBLIC_URL', 'graph.example.com', {}, /https:/],
    ['ALLOWED_ORIGINS', '*', {}, /origins/],
    ['ALLOWED_ORIGINS', 'https://a.example/path', {}, /origins/],
    ['ALLOWED_ORIGINS', 'https://a.example:443', {}, /without path or usual port/],
    ['ALLOWED_ORIGINS', 'https://a.example, http://b.example:80', {}, /without path or usual port/],
    ['ALLOWED_ORIGINS', 'https://a.example:99999', {}, /origins/],
    ['ALLOWED_ORIGINS', 'https://A.example', {}, /as browsers send them/],
    ['GRAPHIQL', 'maybe', {}, /on, off/],
    ['INTROSPECTION', 'maybe', {}, /on, off/],
    ['PERSISTED_ONLY', 'maybe', {}, /on, off/],
    ['EXPLAIN', 'maybe', {}, /on, off/],
    ['REQUEST_DEADLINE_MS', '10s', {}, /whole number/],
    ['UPSTREAM_TIMEOUT_MS', '-1', {}, /whole number/],
    ['MAX_COST', '0', {}, /1 to/],
    ['MAX_UPSTREAM_CALLS', 'many', {}, /whole number/],
    ['MAX_PAGE_SIZE', '1001', {}, /1 to 1000/],
    ['RATE_LIMIT', '1.5', {}, /whole number/],
    ['PERSISTED_MANIFEST', '/nowhere/manifest.json', {}, /cannot be read/],
    ['LOG_LEVEL', 'loud', {}, /fatal, error/],
    ['SIMULATOR_NOW', 'yesterday', {}, /instant/],
    ['SIMULATOR_NOW', '2026-13-02', {}, /instant/],
    ['SIMULATOR_NOW', '2026-02-30', {}, /instant/],
    ['SIMULATOR_NOW', '2026-02-29T08:00:00Z', {}, /instant/],
    ['SIMULATOR_PORTS', '4011', {}, /two ports/],
    ['METRICS_PORT', 'off', {}, /whole number/],
    ['METRICS_PORT', '4000', {}, /another port than PORT/],
  ];
  test.each(rows)('%s=%s', (name, value, beside, what) => {
    const problems = problemsOf({ ...beside, [name]: value });
    expect(problems).toHaveLength(1);
    expect(problems[0]).toMatch(new RegExp(`^${name} `));
    expect(problems[0]).toMatch(what);
    const shown = `${problems[0]}`.slice(name.length);
    if (value.length > 10) expect(shown).not.toContain(value);
  });
});
