import { LRUCache } from 'lru-cache';
import type { Config, SuperOfficeConfig } from '../config.ts';
import { Refusal } from '../reading/refusal.ts';
import type { Caller } from '../upstream/superoffice/channel.ts';
import { isAllowedTenant, isTenantName, tenantOfToken } from '../upstream/superoffice/tenant.ts';
import type { TicketProofs } from '../upstream/superoffice/tickets.ts';
import { resolveZone } from '../upstream/zones.ts';
import { chooseLanguages } from './languages.ts';

/** Who asks, for which tenant, in which language and zone. Holds no ticket. */
export interface Identity {
  /** Null where the site is one tenant's and nobody has named it. */
  readonly tenant: string | null;
  /** Whether anything that could prove who asks came with the request. */
  readonly hasTicket: boolean;
  /** As BCP 47; null where the request cancels translation. */
  readonly language: string | null;
  /** By which numbers and dates are written in texts for people: SO-Culture, else the language; null where the request cancels translation. */
  readonly culture: string | null;
  /** Every language that the request accepts, as it names them, the most wanted first. */
  readonly languages: readonly string[];
  /** The zone in force: an IANA name. */
  readonly timeZone: string;
}

/** The one method of `Headers` that is needed here. */
export interface RequestHeaders {
  get(name: string): string | null;
}

export interface Identified {
  readonly identity: Identity;
  /** The same for the CRM, with the credentials; the client alone may hold it. */
  readonly caller: Caller;
  /** The name under which the ticket is known that came with the request; empty where none did, whoever stands in for it. */
  readonly ticket: string;
  /** The same as it is told in the answer. */
  readonly answerHeaders: Readonly<Record<string, string>>;
}

/** Longer than any ticket that the CRM gives out. */
const MAX_CREDENTIALS = 8_192;
const schemes = /^(?:Bearer|SOTicket|Basic) +[\x21-\x7e]+$/i;

function checkedTicket(authorization: string): string {
  if (authorization.length > MAX_CREDENTIALS || !schemes.test(authorization)) {
    throw new Refusal(
      'UNAUTHENTICATED',
      'Authorization must be `Bearer`, `SOTicket` or `Basic`, a blank, and one word.',
    );
  }
  return authorization;
}

/** The headers that prove who asks: the ticket; else, where the settings allow it, cookie and XSRF token together. */
function credentialsOf(headers: RequestHeaders, session: boolean): Record<string, string> | null {
  const authorization = headers.get('authorization');
  if (authorization !== null) return { authorization: checkedTicket(authorization) };
  if (!session) return null;
  const cookie = headers.get('cookie');
  const xsrf = headers.get('x-xsrf-token');
  const sound = (text: string | null): text is string => text !== null && /^[\x20-\x7e]{1,8192}$/.test(text);
  // Either alone proves nothing: a cookie comes from any page, and a token without it belongs to nobody.
  return sound(cookie) && sound(xsrf) ? { cookie, 'x-xsrf-token': xsrf } : null;
}

/** The same ticket is the same however its scheme is written: it has one quota, and is proven once. */
function spelledAlike({ authorization, ...session }: Record<string, string>): string {
  if (authorization === undefined) return Object.values(session).join('\n');
  const [scheme = '', word = ''] = authorization.split(/ +/);
  return `${scheme.toLowerCase()} ${word}`;
}

function tenantOf(
  headers: RequestHeaders,
  config: SuperOfficeConfig,
  credentials: Record<string, string> | null,
): string | null {
  const named = headers.get('x-tenant');
  if (named !== null && !isTenantName(named))
    throw new Refusal('BAD_USER_INPUT', 'X-Tenant must be a tenant such as Cust12345.');
  const inToken = tenantOfToken(credentials?.authorization ?? null);
  if (named !== null && inToken !== null && named !== inToken) {
    throw new Refusal('FORBIDDEN', 'X-Tenant and the token name different tenants.');
  }
  const oneSite = config.url !== null && !config.url.includes('{tenant}');
  const unnamed = config.tenant === null && config.tenants.length === 0;
  // One site whose tenant the settings do not name: whatever the token says, that site alone judges it.
  if (oneSite && unnamed && named === null) return null;
  const tenant = named ?? inToken ?? config.tenant;
  if (tenant !== null && !isAllowedTenant(config, tenant)) {
    throw new Refusal('FORBIDDEN', 'This server is not set to serve that tenant.');
  }
  if (tenant === null && credentials && !oneSite) throw new Refusal('BAD_USER_INPUT', 'Name the tenant in X-Tenant.');
  return tenant;
}

function zoneOf(headers: RequestHeaders, fallback: string): string {
  const named = headers.get('so-timezone');
  if (named === null || named.trim() === '') return fallback;
  const zone = named.length > 128 ? null : resolveZone(named);
  if (zone) return zone;
  throw new Refusal(
    'BAD_USER_INPUT',
    'SO-TimeZone is not known: use an IANA name such as Europe/Oslo, or a SuperOffice id or code such as 261 or NO.',
  );
}

/** Whose server it is, and how it calls tickets. */
export interface Site {
  readonly config: SuperOfficeConfig;
  readonly proofs: Pick<TicketProofs, 'hash'>;
}

/** Reads and checks every header that says who asks and how; raises `Refusal` before anything is sent. */
export function identify(
  headers: RequestHeaders,
  config: Config,
  site: Site | null,
  demoTicket: string | null,
): Identified {
  const {
    language,
    culture,
    accepted,
    headers: languages,
  } = chooseLanguages(
    {
      soLanguage: headers.get('so-language'),
      soCulture: headers.get('so-culture'),
      acceptLanguage: headers.get('accept-language'),
    },
    config.defaultLanguage,
  );
  const timeZone = zoneOf(headers, config.defaultTimeZone);
  const own = site && credentialsOf(headers, site.config.session);
  const standIn = site && demoTicket !== null ? { authorization: demoTicket } : null;
  const credentials = own ?? standIn;
  const tenant = site ? tenantOf(headers, site.config, credentials) : null;
  const ticket = site && credentials ? site.proofs.hash(tenant ?? '', spelledAlike(credentials)) : '';
  const identity: Identity = {
    tenant,
    hasTicket: credentials !== null,
    language,
    culture,
    languages: accepted,
    timeZone,
  };
  return {
    identity: Object.freeze(identity),
    caller: { tenant: tenant ?? '', credentials, ticket, languages, language },
    ticket: own ? ticket : '',
    answerHeaders: answerHeadersOf(timeZone, language),
  };
}

/** Few zones and languages are asked for by many: their headers are put together once. */
const answerHeaders = new LRUCache<string, Identified['answerHeaders']>({ max: 1_000 });

function answerHeadersOf(timeZone: string, language: string | null): Identified['answerHeaders'] {
  const name = `${timeZone} ${language}`;
  let made = answerHeaders.get(name);
  if (!made) {
    made = { 'SO-TimeZone': timeZone, ...(language !== null && { 'Content-Language': language }) };
    answerHeaders.set(name, made);
  }
  return made;
}

/** What a connection's last request was identified by: the headers that were looked at, and what came of them. */
interface Remembered {
  readonly asked: readonly (readonly [name: string, value: string | null])[];
  readonly identified: Identified;
}

const remembered = new WeakMap<object, Remembered>();

/** The same for a request on a connection: nearly always the one before it came with the very same headers. */
export function identifyOn(
  connection: object,
  headers: RequestHeaders,
  config: Config,
  site: Site | null,
  demoTicket: string | null,
): Identified {
  const last = remembered.get(connection);
  if (last?.asked.every(([name, value]) => headers.get(name) === value)) return last.identified;
  const asked: [string, string | null][] = [];
  const noting = (name: string) => {
    const value = headers.get(name);
    asked.push([name, value]);
    return value;
  };
  const identified = identify({ get: noting }, config, site, demoTicket);
  remembered.set(connection, { asked, identified });
  return identified;
}
