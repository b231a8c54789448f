import { hash, timingSafeEqual } from 'node:crypto';
import { codeOfTag, tagOfCode } from '../config/onoffice-languages.ts';
import type { OnOfficeApiKey, OnOfficeConfig, OnOfficeCustomer } from '../config.ts';
import { Estates } from '../reading/onoffice/estates.ts';
import { Refusal } from '../reading/refusal.ts';
import type { CallScope } from '../upstream/calls.ts';
import { madeOnce } from '../upstream/made-once.ts';
import { createOnOffice, type OnOffice } from '../upstream/onoffice/client.ts';
import type { FieldConfiguration } from '../upstream/onoffice/configuration.ts';
import type { OnOfficeSite } from '../upstream/onoffice/site.ts';
import type { SuperOffice } from '../upstream/superoffice/client.ts';
import type { Identity, RequestHeaders } from './identity.ts';

/** onOffice for one operation. Who may use whose credentials is settled before anything is sent. */
export interface OnOfficeAccess {
  /** Estates of the caller's customer; raises where he may not read them. */
  estates(): Promise<Estates>;
  /** The same for a write; raises where he may read at most. */
  writing(): Promise<OnOfficeWriting>;
}

export interface OnOfficeWriting {
  readonly client: OnOffice;
  readonly estates: Estates;
  /** A marketplace claim came with the request. */
  readonly hasClaim: boolean;
  /** Who writes, for what must not be mixed up between callers: holds no key and no ticket. */
  readonly writer: string;
}

export interface AccessInput {
  readonly headers: RequestHeaders;
  readonly identity: Identity;
  readonly superoffice: Pick<SuperOffice, 'prove' | 'principal'>;
  readonly calls: CallScope;
  readonly maxPageSize: number;
}

/** Languages beyond the first few that a request accepts are not looked for: each is an action of its own. */
const MOST_LANGUAGES = 3;

const absent = async (): Promise<never> => {
  throw new Refusal('NOT_CONFIGURED', 'No onOffice is configured on this server.');
};
const noOnOffice: OnOfficeAccess = { estates: absent, writing: absent };

/** The first use decides; all later ones of the operation share it. */
export function createOnOfficeAccess(site: OnOfficeSite | null, input: AccessInput): OnOfficeAccess {
  if (!site) return noOnOffice;
  return new Access(site, input);
}

class Access implements OnOfficeAccess {
  readonly #site: OnOfficeSite;
  readonly #input: AccessInput;
  #admitted: Promise<OnOfficeWriting> | null = null;

  constructor(site: OnOfficeSite, input: AccessInput) {
    this.#site = site;
    this.#input = input;
  }

  async estates(): Promise<Estates> {
    return (await this.#admit()).estates;
  }

  async writing(): Promise<OnOfficeWriting> {
    refuseWrites(this.#site.config, this.#input.headers);
    return this.#admit();
  }

  #admit(): Promise<OnOfficeWriting> {
    this.#admitted ??= admit(this.#site, this.#input);
    return this.#admitted;
  }
}

async function admit(site: OnOfficeSite, input: AccessInput): Promise<OnOfficeWriting> {
  const { config } = site;
  const { headers, identity, superoffice } = input;
  const caller = callerOf(config, headers, identity);
  const customer = chosen(caller.customers, headers.get('x-onoffice-customer'));
  const claim = claimOf(headers);
  if (config.access === 'ticket') await superoffice.prove();
  return {
    ...bound(site, customer, claim, input),
    hasClaim: claim !== null,
    writer: `${caller.name} ${customer.id}`,
  };
}

interface Caller {
  name: string;
  customers: readonly OnOfficeCustomer[];
}

/** The customers whose credentials a caller may use, by what the settings let in. */
function callerOf(config: OnOfficeConfig, headers: RequestHeaders, { hasTicket, tenant }: Identity): Caller {
  const { access, customers } = config;
  if (access === 'ticket') {
    if (!hasTicket) throw new Refusal('UNAUTHENTICATED', 'Estates take a SuperOffice ticket in Authorization.');
    const name = `tenant ${tenant}`;
    return { name, customers: customers.filter(({ tenants }) => tenant !== null && tenants.includes(tenant)) };
  }
  if (access === 'key') {
    const key = keyOf(config, headers);
    return { name: `key ${key.name}`, customers: customers.filter(({ id }) => key.customers.includes(id)) };
  }
  return { name: access, customers };
}

/** The key of this server that was given; undefined where it has no such key. */
export function apiKeyOf({ apiKeys }: OnOfficeConfig, given: string): OnOfficeApiKey | undefined {
  const digest = hash('sha256', given, 'buffer');
  return apiKeys.find(({ sha256 }) => timingSafeEqual(Buffer.from(sha256, 'hex'), digest));
}

function keyOf(config: OnOfficeConfig, headers: RequestHeaders): OnOfficeApiKey {
  const given = headers.get('x-api-key');
  if (given === null) throw new Refusal('UNAUTHENTICATED', 'Estates take an API key in X-Api-Key.');
  const key = apiKeyOf(config, given);
  if (!key) throw new Refusal('UNAUTHENTICATED', 'X-Api-Key is not a key of this server.');
  return key;
}

function chosen(customers: readonly OnOfficeCustomer[], named: string | null): OnOfficeCustomer {
  const [first, ...others] = customers;
  if (!first) throw new Refusal('FORBIDDEN', 'No estates are open to this caller.');
  // One that is not there is told as one that is not open: which customers there are is nobody's business.
  const found = named === null ? first : customers.find(({ id }) => id === named);
  if (!found) throw new Refusal('FORBIDDEN', 'X-OnOffice-Customer names a customer that is not open to this caller.');
  if (named === null && others.length > 0)
    throw new Refusal(
      'BAD_USER_INPUT',
      'Several customers of onOffice are open here: name one in X-OnOffice-Customer.',
    );
  return found;
}

function claimOf(headers: RequestHeaders): string | null {
  const claim = headers.get('x-onoffice-claim');
  if (claim === null || /^[\x21-\x7e]{1,4096}$/.test(claim)) return claim;
  throw new Refusal('BAD_USER_INPUT', 'X-OnOffice-Claim must be one word of printable characters.');
}

function refuseWrites(config: OnOfficeConfig, headers: RequestHeaders): void {
  if (config.access === 'published') throw new Refusal('FORBIDDEN', 'Estates can only be read here.');
  if (config.access === 'key' && !keyOf(config, headers).write)
    throw new Refusal('FORBIDDEN', 'This API key may read estates, and not write them.');
}

function bound(
  { config, http, memoryOf }: OnOfficeSite,
  customer: OnOfficeCustomer,
  claim: string | null,
  { identity, calls, maxPageSize }: AccessInput,
): { client: OnOffice; estates: Estates } {
  const memory = memoryOf(customer.id, claim);
  const client = createOnOffice({ config, customer, claim, http, scope: calls });
  const wanted = identity.languages.length > 0 ? identity.languages : [identity.language ?? ''];
  const codes = [...new Set(wanted.flatMap(codesFor))].slice(0, MOST_LANGUAGES);
  const labelLanguage = tagOfCode(codes[0] ?? memory.mainLanguage() ?? 'DEU') ?? 'de';
  const configurations = new Map<string, Promise<FieldConfiguration>>();
  const configuration = (language: string) =>
    madeOnce(configurations, language, () => memory.configuration(language, client, calls));
  const scope = {
    ...{ onoffice: client, memory, maxPageSize, configuration, labelLanguage },
    anyConfiguration: () => configurations.values().next().value ?? configuration(labelLanguage),
    timeZone: config.timeZone,
    shownZone: identity.timeZone,
    languages: codes,
    publishedOnly: config.access === 'published',
    publicFields: config.publicFields,
  };
  return { client, estates: new Estates(scope) };
}

/** Codes that suit a tag, the closest first: `de-AT` is served by Austrian texts, else by German ones (RFC 4647 lookup). */
function codesFor(tag: string): string[] {
  const subtags = tag.split('-');
  const codes = subtags.map((_, at) => codeOfTag(subtags.slice(0, subtags.length - at).join('-')));
  return codes.filter((code) => code !== null);
}
