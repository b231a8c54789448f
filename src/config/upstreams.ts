import type { OnOfficeApiKey, OnOfficeConfig, OnOfficeCustomer, SuperOfficeConfig } from '../config.ts';
import { apiKeysFromFile, customersFromFile, systemTicketsFile } from './files.ts';
import { codeOfTag } from './onoffice-languages.ts';
import type { Settings } from './settings.ts';
import { tenantName } from './tenant-name.ts';

const hostSuffix = /^\.?[a-z0-9-]+(\.[a-z0-9-]+)*$/;
const web = ['https:', 'http:'];
const onOfficeHost = 'https://api.onoffice.de';

/** The SuperOffice settings; null when neither a site nor an environment is named. */
export function superOfficeSettings(settings: Settings): SuperOfficeConfig | null {
  const environment = settings.oneOf('SUPEROFFICE_ENVIRONMENT', ['online', 'qaonline', 'sod'], null);
  const configured = settings.has('SUPEROFFICE_URL') || settings.has('SUPEROFFICE_ENVIRONMENT');
  if (settings.has('SUPEROFFICE_URL') && settings.has('SUPEROFFICE_ENVIRONMENT')) {
    settings.problem('SUPEROFFICE_ENVIRONMENT', 'stands beside SUPEROFFICE_URL: only one of them can name the site');
  }
  const config: SuperOfficeConfig = {
    url: siteAddress(settings),
    stateUrl: stateAddress(settings, environment),
    hosts: settings.list('SUPEROFFICE_HOSTS', hostSuffix, 'host names or suffixes such as .superoffice.com') ?? [
      '.superoffice.com',
    ],
    tenant: settings.checked('SUPEROFFICE_TENANT', tenantName, 'must be a tenant such as Cust12345'),
    tenants: allowedTenants(settings),
    appToken: settings.token('SUPEROFFICE_APP_TOKEN'),
    maxConnections: settings.integer('SUPEROFFICE_MAX_CONNECTIONS', 16, 1, 1000),
    session: settings.flag('SUPEROFFICE_SESSION', false),
    patchType: settings.oneOf('SUPEROFFICE_PATCH_TYPE', ['json', 'rfc'], 'json'),
    agents: settings.flag('SUPEROFFICE_AGENTS', true),
    entityCache: settings.flag('SUPEROFFICE_ENTITY_CACHE', true),
    archiveZone: settings.oneOf('SUPEROFFICE_ARCHIVE_ZONE', ['request', 'base'], 'request'),
    systemTicketsFile: systemTicketsFile(settings),
    webhookSecret: settings.text('SUPEROFFICE_WEBHOOK_SECRET'),
  };
  if (!configured) {
    reportOrphans(settings, superOfficeNames, 'SUPEROFFICE_URL or SUPEROFFICE_ENVIRONMENT');
    return null;
  }
  const oneSite = settings.text('SUPEROFFICE_URL')?.includes('{tenant}') === false;
  if (!oneSite && !settings.has('SUPEROFFICE_TENANT') && !settings.has('SUPEROFFICE_TENANTS')) {
    settings.problem('SUPEROFFICE_TENANT', 'is needed, or SUPEROFFICE_TENANTS: no tenant would be allowed');
  }
  return config;
}

/** The onOffice settings; null when no credentials are given. */
export function onOfficeSettings(settings: Settings, superoffice: SuperOfficeConfig | null): OnOfficeConfig | null {
  const configured = ['ONOFFICE_TOKEN', 'ONOFFICE_SECRET', 'ONOFFICE_CREDENTIALS_FILE'].some((name) =>
    settings.has(name),
  );
  const customers = onOfficeCustomers(settings, superoffice);
  const config: OnOfficeConfig = {
    url: onOfficeAddress(settings),
    customers,
    mainLanguage: mainLanguage(settings),
    timeZone: settings.timeZone('ONOFFICE_TIME_ZONE') ?? 'Europe/Berlin',
    publicFields: settings.list('ONOFFICE_PUBLIC_FIELDS', /^\w+$/, 'onOffice field names'),
    access: settings.oneOf('ONOFFICE_ACCESS', ['ticket', 'key', 'published', 'open'], 'ticket'),
    apiKeys: linkedKeys(settings, apiKeysFromFile(settings), customers),
  };
  if (!configured) {
    reportOrphans(settings, onOfficeNames, 'ONOFFICE_TOKEN and ONOFFICE_SECRET, or ONOFFICE_CREDENTIALS_FILE');
    return null;
  }
  reportUselessAccess(settings, config, superoffice);
  return config;
}

/** One that onOffice has no code for could be that of no estate. */
function mainLanguage(settings: Settings): string | null {
  const name = 'ONOFFICE_MAIN_LANGUAGE';
  const tag = settings.language(name);
  if (tag !== null && codeOfTag(tag) === null)
    settings.problem(name, 'must be a language that onOffice has, such as de or en');
  return tag;
}

const superOfficeNames =
  `STATE_URL HOSTS TENANT TENANTS APP_TOKEN MAX_CONNECTIONS SESSION PATCH_TYPE AGENTS ENTITY_CACHE
  ARCHIVE_ZONE SYSTEM_TICKETS_FILE WEBHOOK_SECRET`
    .split(/\s+/)
    .map((name) => `SUPEROFFICE_${name}`);
const onOfficeNames = 'URL API MAIN_LANGUAGE TIME_ZONE PUBLIC_FIELDS ACCESS'
  .split(' ')
  .map((name) => `ONOFFICE_${name}`);

/** What is set for an upstream that is not: started so, the demo would stand in for a CRM that somebody meant to name. */
function reportOrphans(settings: Settings, names: readonly string[], needed: string): void {
  for (const name of names) if (settings.has(name)) settings.problem(name, `is of no use without ${needed}`);
}

function siteAddress(settings: Settings): string | null {
  const url = settings.address('SUPEROFFICE_URL', web, { parts: ['{tenant}'] });
  if (url && /\/api(\/v1)?$/i.test(url)) {
    settings.problem('SUPEROFFICE_URL', 'must be the base of the site, without /api/v1');
  }
  return url;
}

function stateAddress(settings: Settings, environment: string | null): string | null {
  const template =
    settings.address('SUPEROFFICE_STATE_URL', web, { parts: ['{tenant}', '{environment}'] }) ??
    'https://{environment}.superoffice.com/api/state/{tenant}';
  if (!template.includes('{tenant}')) settings.problem('SUPEROFFICE_STATE_URL', 'must hold {tenant}');
  if (settings.has('SUPEROFFICE_STATE_URL') && settings.has('SUPEROFFICE_URL')) {
    settings.problem('SUPEROFFICE_STATE_URL', 'is of no use beside SUPEROFFICE_URL');
  }
  return environment === null ? null : template.replaceAll('{environment}', environment);
}

function allowedTenants(settings: Settings): '*' | readonly string[] {
  if (settings.text('SUPEROFFICE_TENANTS') === '*') return '*';
  return settings.list('SUPEROFFICE_TENANTS', tenantName, 'tenants such as Cust12345, or *') ?? [];
}

function onOfficeAddress(settings: Settings): string {
  const version = settings.oneOf('ONOFFICE_API', ['stable', 'latest'], 'stable');
  if (settings.has('ONOFFICE_URL') && settings.has('ONOFFICE_API')) {
    settings.problem('ONOFFICE_API', 'is of no use beside ONOFFICE_URL');
  }
  return settings.address('ONOFFICE_URL', web) ?? `${onOfficeHost}/api/${version}/api.php`;
}

function onOfficeCustomers(settings: Settings, superoffice: SuperOfficeConfig | null): OnOfficeCustomer[] {
  const token = settings.token('ONOFFICE_TOKEN');
  const secret = settings.token('ONOFFICE_SECRET');
  const fromFile = customersFromFile(settings);
  if (settings.has('ONOFFICE_TOKEN') !== settings.has('ONOFFICE_SECRET')) {
    settings.problem(settings.has('ONOFFICE_TOKEN') ? 'ONOFFICE_SECRET' : 'ONOFFICE_TOKEN', 'is missing');
  }
  if (settings.has('ONOFFICE_TOKEN') && settings.has('ONOFFICE_CREDENTIALS_FILE')) {
    settings.problem(
      'ONOFFICE_CREDENTIALS_FILE',
      'stands beside ONOFFICE_TOKEN: only one of them can hold credentials',
    );
  }
  if (!token || !secret) return fromFile;
  const tenants = superoffice?.tenant ? [superoffice.tenant] : [];
  return [{ id: 'default', token, secret, tenants, keys: [] }];
}

/** Keys with all their customers: those that a key names, and those that name it. */
function linkedKeys(
  settings: Settings,
  keys: readonly OnOfficeApiKey[],
  customers: readonly OnOfficeCustomer[],
): OnOfficeApiKey[] {
  const known = new Set(keys.map((key) => key.name));
  const ids = new Set(customers.map((customer) => customer.id));
  for (const customer of customers) {
    const unknown = customer.keys.filter((name) => !known.has(name));
    for (const name of unknown) settings.problem('ONOFFICE_CREDENTIALS_FILE', `names a key that is not there: ${name}`);
  }
  return keys.map((key) => {
    const unknown = key.customers.filter((id) => !ids.has(id));
    for (const id of unknown) settings.problem('API_KEYS_FILE', `names a customer that is not there: ${id}`);
    const naming = customers.filter((customer) => customer.keys.includes(key.name)).map((customer) => customer.id);
    return { ...key, customers: [...new Set([...key.customers, ...naming])] };
  });
}

/** An access by which nobody could ever reach some customer's estates is a mistake, and is told at the start. */
function reportUselessAccess(settings: Settings, config: OnOfficeConfig, superoffice: SuperOfficeConfig | null): void {
  if (config.access === 'key' && !settings.has('API_KEYS_FILE')) {
    settings.problem('API_KEYS_FILE', 'is needed where ONOFFICE_ACCESS is key');
  }
  if (config.access !== 'ticket') return;
  const nameless = config.customers.filter((customer) => customer.tenants.length === 0);
  if (nameless.length > 0) {
    const ids = nameless.map((customer) => customer.id).join(', ');
    settings.problem(
      'ONOFFICE_ACCESS',
      `is ticket, and no tenant is named whose tickets could be proof (customer ${ids})`,
    );
  } else if (!superoffice) {
    settings.problem('ONOFFICE_ACCESS', 'is ticket, which takes a configured SuperOffice to prove tickets');
  }
}
