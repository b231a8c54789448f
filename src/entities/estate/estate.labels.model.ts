import type { Estates } from '../../reading/onoffice/estates.ts';
import { builtInLabel } from '../../upstream/onoffice/configuration.ts';

/** A pick-list value; its label is looked up when it is asked for. */
export interface EstateChoice {
  readonly key: string;
  label(): string | Promise<string>;
}

/** Labels of this field are in no customer's configuration. */
const builtIn = 'status';

/** A value of a select field, labelled in a language (BCP 47). A label that nobody knows, or that cannot be read, is the key. */
export function choiceOf(estates: Estates, name: string, key: string, language: string): EstateChoice {
  return {
    key,
    label: () =>
      needsConfiguration(name)
        ? estates.configuration(language).then(
            (configuration) => configuration.valueLabel(name, key),
            () => key,
          )
        : (builtInLabel(name, key, language) ?? key),
  };
}

export const needsConfiguration = (name: string): boolean => name !== builtIn;
