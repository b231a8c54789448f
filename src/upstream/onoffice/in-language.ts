import type { ActionAnswer } from './actions.ts';
import type { OnOffice, Parameters } from './client.ts';
import { isUnknownLanguage } from './errors.ts';

/** What is asked for in a language comes in onOffice's own where the customer has none of that code. */
export function getInLanguage(onoffice: OnOffice, resource: string, parameters: Parameters): Promise<ActionAnswer> {
  return onoffice.get(resource, parameters).catch((error: unknown) => {
    if (!isUnknownLanguage(error) || parameters.language === undefined) throw error;
    const { language: _unknown, ...others } = parameters;
    return onoffice.get(resource, others);
  });
}
