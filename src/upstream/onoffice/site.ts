import { createHmac, randomBytes } from 'node:crypto';
import { LRUCache } from 'lru-cache';
import { codeOfTag } from '../../config/onoffice-languages.ts';
import type { OnOfficeConfig } from '../../config.ts';
import { keepsNothing, type References } from '../../replicas/references.ts';
import type { CallScope } from '../calls.ts';
import type { Http } from '../http.ts';
import { Kept, type Loaded } from '../kept.ts';
import type { OnOffice } from './client.ts';
import { configurationParameters, type FieldConfiguration, parseConfiguration } from './configuration.ts';
import { getInLanguage } from './in-language.ts';
import type { RecordWire } from './wire.ts';

const KEPT_MS = 5 * 60_000;

/** What all requests to onOffice share in this process. */
export interface OnOfficeSite {
  readonly config: OnOfficeConfig;
  readonly http: Http;
  /** What is kept of one customer. A claim narrows it to that user, whose rights decide which fields there are. */
  memoryOf(customer: string, claim: string | null): CustomerMemory;
}

/** What is known of a customer without asking again; nothing of it is given to another customer. */
export interface CustomerMemory {
  /** Fields and labels of the estate module in a language (BCP 47), kept five minutes; one request however many ask. */
  configuration(language: string, onoffice: OnOffice, scope: CallScope): Promise<FieldConfiguration>;
  /** The vendor's code of the language of main records; null until it is known. */
  mainLanguage(): string | null;
  /** A code that onOffice has told is kept for good; a guess for five minutes, and for the user alone who was not told. */
  learnMainLanguage(code: string, isGuess: boolean): void;
  /** The customer was found to lack the field, within the last five minutes. */
  lacks(module: 'estate' | 'address', field: string): boolean;
  learnLack(module: 'estate' | 'address', field: string): void;
}

export interface SiteOptions {
  /** The clock by which what is kept grows old; the process's own where it is absent. */
  readonly now?: (() => number) | undefined;
  readonly references?: References;
}

/** What cannot be read in it may be there the next time. */
function loadedFrom(records: readonly RecordWire[], language: string): Loaded<FieldConfiguration> {
  const value = parseConfiguration(records, language);
  return { value, bytes: JSON.stringify(records).length, ...(value.isWhole ? {} : { ttlMs: 0 }) };
}

export function createOnOfficeSite(
  config: OnOfficeConfig,
  http: Http,
  { now, references = keepsNothing }: SiteOptions = {},
): OnOfficeSite {
  const ages = now ? { now } : performance;
  const aging = { ttlResolution: 0, perf: ages };
  const salt = randomBytes(32);
  const configurations = new Kept<FieldConfiguration>({
    system: 'onoffice',
    entries: 1_000,
    bytes: 64 * 1024 * 1024,
    ttlMs: KEPT_MS,
    ages,
  });
  const mainLanguages = new LRUCache<string, string>({ max: 10_000 });
  const guesses = new LRUCache<string, string>({ max: 10_000, ttl: KEPT_MS, ...aging });
  const lacking = new LRUCache<string, true>({ max: 50_000, ttl: KEPT_MS, ...aging });
  const given = config.mainLanguage === null ? null : codeOfTag(config.mainLanguage);

  return {
    config,
    http,
    memoryOf(customer, claim) {
      const user = claim === null ? '' : createHmac('sha256', salt).update(claim).digest('base64url');
      const owner = `${customer}\n${user}`;
      return {
        configuration: (language, onoffice, scope) =>
          configurations.get(`${owner}\n${language}`, scope, async () => {
            const place = { owner: customer, path: 'fields/estate', language };
            // A claim stands for one user, whose rights are no business of other replicas.
            const recalled = claim === null ? await references.recall(place) : null;
            if (recalled && recalled.value !== undefined) {
              const records = recalled.value as readonly RecordWire[];
              return { ...recalled, value: parseConfiguration(records, language) };
            }
            const { records } = await getInLanguage(onoffice, 'fields', configurationParameters(language));
            const loaded = loadedFrom(records, language);
            if (recalled && loaded.value.isWhole) references.keep(place, recalled.mark, records, KEPT_MS);
            return loaded;
          }),
        mainLanguage: () => given ?? mainLanguages.get(customer) ?? guesses.get(owner) ?? null,
        learnMainLanguage: (code, isGuess) =>
          void (isGuess ? guesses.set(owner, code) : mainLanguages.set(customer, code)),
        lacks: (module, field) => lacking.has(`${owner}\n${module} ${field}`),
        learnLack: (module, field) => void lacking.set(`${owner}\n${module} ${field}`, true),
      };
    },
  };
}
