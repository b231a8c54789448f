import { jsonFile } from './config/files.ts';
import { ConfigError, type Environment, Settings } from './config/settings.ts';
import { onOfficeSettings, superOfficeSettings } from './config/upstreams.ts';

/** All settings, parsed and frozen. `null` for an upstream that is not configured. */
export interface Config {
  readonly host: string;
  readonly port: number;
  /** Neither upstream is configured: the embedded simulators are started and stand in for both. */
  readonly demo: boolean;
  readonly superoffice: SuperOfficeConfig | null;
  readonly onoffice: OnOfficeConfig | null;
  readonly link: { readonly foreignApp: string; readonly foreignKey: string; readonly relations: readonly string[] };
  readonly defaultLanguage: string;
  readonly defaultTimeZone: string;
  readonly redisUrl: string | null;
  readonly publicUrl: string | null;
  readonly edge: EdgeConfig;
  readonly requestDeadlineMs: number;
  readonly upstreamTimeoutMs: number;
  readonly maxCost: number;
  readonly maxUpstreamCalls: number;
  readonly maxPageSize: number;
  /** Cost per minute, ticket and tenant. */
  readonly rateLimit: number;
  readonly persistedManifest: string | null;
  readonly logLevel: string;
  readonly simulator: { readonly now: Date | null; readonly ports: readonly [number, number] };
  /** 0: off. */
  readonly metricsPort: number;
}

export interface SuperOfficeConfig {
  /** Fixed base (may hold `{tenant}`), or null where bases are learned from the tenant state. */
  readonly url: string | null;
  /** Template of the tenant state's address: holds `{tenant}`; null with a fixed base. */
  readonly stateUrl: string | null;
  /** Host suffixes that a learned base may have. */
  readonly hosts: readonly string[];
  readonly tenant: string | null;
  /** The tenants allowed beside the default one; `*` is every `^Cust\d{1,10}$`. */
  readonly tenants: '*' | readonly string[];
  readonly appToken: string | null;
  readonly maxConnections: number;
  readonly session: boolean;
  readonly patchType: 'json' | 'rfc';
  readonly agents: boolean;
  readonly entityCache: boolean;
  readonly archiveZone: 'request' | 'base';
  readonly systemTicketsFile: string | null;
  readonly webhookSecret: string | null;
}

export interface OnOfficeCustomer {
  readonly id: string;
  readonly token: string;
  readonly secret: string;
  /** SuperOffice tenants whose tickets may use these credentials. */
  readonly tenants: readonly string[];
  /** Names of API keys that may use them. */
  readonly keys: readonly string[];
}

export interface OnOfficeConfig {
  readonly url: string;
  readonly customers: readonly OnOfficeCustomer[];
  readonly mainLanguage: string | null;
  readonly timeZone: string;
  /** null: the contract's own fields. */
  readonly publicFields: readonly string[] | null;
  readonly access: 'ticket' | 'key' | 'published' | 'open';
  readonly apiKeys: readonly OnOfficeApiKey[];
}

export interface OnOfficeApiKey {
  readonly name: string;
  /** SHA-256 of the key, hex. */
  readonly sha256: string;
  readonly customers: readonly string[];
  readonly write: boolean;
}

export interface EdgeConfig {
  readonly allowedOrigins: readonly string[] | 'localhost';
  readonly graphiql: boolean;
  readonly introspection: boolean;
  readonly persistedOnly: boolean;
  readonly explain: boolean;
}

/**
 * Reads all settings from the given environment; this module is the only one that knows their names.
 * Throws `ConfigError` with every problem found, none of which shows a value.
 */
export function parseConfig(environment: Environment): Config {
  const settings = new Settings(environment);
  const superoffice = superOfficeSettings(settings);
  const onoffice = onOfficeSettings(settings, superoffice);
  const demo = !superoffice && !onoffice;
  const config: Config = {
    host: settings.checked('HOST', /^[\w.:-]+$/, 'must be a host name or an address') ?? '127.0.0.1',
    port: settings.integer('PORT', 4000, 0, 65_535),
    demo,
    superoffice,
    onoffice,
    link: linkSettings(settings),
    defaultLanguage: settings.language('DEFAULT_LANGUAGE') ?? 'en',
    defaultTimeZone: settings.timeZone('DEFAULT_TIME_ZONE') ?? 'UTC',
    redisUrl: redisAddress(settings),
    publicUrl: settings.address('PUBLIC_URL', ['https:', 'http:']),
    edge: edgeSettings(settings, demo),
    requestDeadlineMs: settings.integer('REQUEST_DEADLINE_MS', 10_000, 100, 600_000),
    upstreamTimeoutMs: settings.integer('UPSTREAM_TIMEOUT_MS', 5000, 100, 600_000),
    maxCost: settings.integer('MAX_COST', 5000, 1, 1_000_000),
    maxUpstreamCalls: settings.integer('MAX_UPSTREAM_CALLS', 100, 1, 10_000),
    maxPageSize: settings.integer('MAX_PAGE_SIZE', 500, 1, 1000),
    rateLimit: settings.integer('RATE_LIMIT', 60_000, 1, 1_000_000_000),
    persistedManifest: jsonFile(settings, 'PERSISTED_MANIFEST'),
    logLevel: settings.oneOf('LOG_LEVEL', ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'], 'info'),
    simulator: { now: settings.instant('SIMULATOR_NOW'), ports: simulatorPorts(settings) },
    metricsPort: settings.integer('METRICS_PORT', 9464, 0, 65_535),
  };
  if (config.edge.persistedOnly && !settings.has('PERSISTED_MANIFEST')) {
    settings.problem('PERSISTED_MANIFEST', 'is needed where PERSISTED_ONLY is on');
  }
  if (config.metricsPort !== 0 && config.metricsPort === config.port) {
    settings.problem('METRICS_PORT', 'must be another port than PORT, or 0 for no metrics');
  }
  settings.reportUnknown(['SUPEROFFICE_', 'ONOFFICE_', 'LINK_', 'SIMULATOR_']);
  if (settings.problems.length > 0) throw new ConfigError(settings.problems);
  return frozen(config);
}

function redisAddress(settings: Settings): string | null {
  const url = settings.address('REDIS_URL', ['redis:', 'rediss:'], { credentials: true });
  if (url !== null && !/^(\/\d*)?$/.test(new URL(url).pathname)) {
    settings.problem('REDIS_URL', 'must end with its host and port, or with the number of a database behind them');
  }
  return url;
}

function linkSettings(settings: Settings): Config['link'] {
  return {
    foreignApp: settings.text('LINK_FOREIGN_APP') ?? 'onOffice',
    foreignKey: settings.text('LINK_FOREIGN_KEY') ?? 'addressId',
    relations: settings.list('LINK_RELATIONS', /^[A-Za-z]+$/, 'relations such as owner') ?? ['owner'],
  };
}

function edgeSettings(settings: Settings, demo: boolean): EdgeConfig {
  return {
    allowedOrigins: allowedOrigins(settings, demo),
    graphiql: settings.flag('GRAPHIQL', demo),
    introspection: settings.flag('INTROSPECTION', true),
    persistedOnly: settings.flag('PERSISTED_ONLY', false),
    explain: settings.flag('EXPLAIN', demo),
  };
}

function allowedOrigins(settings: Settings, demo: boolean): EdgeConfig['allowedOrigins'] {
  if (!settings.has('ALLOWED_ORIGINS')) return demo ? 'localhost' : [];
  if (settings.text('ALLOWED_ORIGINS') === 'localhost') return 'localhost';
  const what =
    'origins as browsers send them, such as https://app.example.com (without path or usual port), or localhost';
  return settings.list('ALLOWED_ORIGINS', { test: isOrigin }, what) ?? [];
}

/** Whether it is written as browsers write it: no page would ever have it in another form, and each be refused in silence. */
function isOrigin(entry: string): boolean {
  const url = URL.parse(entry);
  return url !== null && /^https?:$/.test(url.protocol) && url.origin === entry;
}

function simulatorPorts(settings: Settings): readonly [number, number] {
  const ports = settings.list('SIMULATOR_PORTS', /^\d{1,5}$/, 'two ports')?.map(Number) ?? [4011, 4012];
  const [superoffice, onoffice, ...more] = ports;
  if (superoffice !== undefined && onoffice !== undefined && more.length === 0 && Math.max(...ports) < 65_536) {
    return [superoffice, onoffice];
  }
  settings.problem('SIMULATOR_PORTS', 'must be two ports such as 4011,4012');
  return [4011, 4012];
}

function frozen<T extends object>(value: T): T {
  for (const inner of Object.values(value)) if (typeof inner === 'object' && inner !== null) frozen(inner);
  return Object.freeze(value);
}
