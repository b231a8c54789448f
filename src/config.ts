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
