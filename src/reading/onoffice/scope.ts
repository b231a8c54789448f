import type { OnOffice } from '../../upstream/onoffice/client.ts';
import type { FieldConfiguration } from '../../upstream/onoffice/configuration.ts';
import type { CustomerMemory } from '../../upstream/onoffice/site.ts';

/** What reading estates needs of one request: the customer's onOffice, bound to it, and how its answers are shown. */
export interface EstateScope {
  readonly onoffice: OnOffice;
  readonly memory: CustomerMemory;
  /** Fields and labels of the customer in a language (BCP 47): asked for once in an operation, whatever comes of it. */
  configuration(language: string): Promise<FieldConfiguration>;
  /** Which fields there are is the same in every language: one that the operation asks for anyway, else that of the labels. */
  anyConfiguration(): Promise<FieldConfiguration>;
  /** The zone of the customer's wall-clock times. */
  readonly timeZone: string;
  /** The zone in force for the request. */
  readonly shownZone: string;
  /** The vendor's codes of the languages that texts are wanted in, the best first. Empty: the main language. */
  readonly languages: readonly string[];
  /** Labels come in this language (BCP 47). */
  readonly labelLanguage: string;
  /** Anyone may ask: only what is published is read, whichever way it is asked for. */
  readonly publishedOnly: boolean;
  /** The vendor's fields that anyone may read by name; null: the graph's own. */
  readonly publicFields: readonly string[] | null;
  readonly maxPageSize: number;
}
