/** What the vendor's manual leaves open, each with a safe default. All may be switched while the simulator runs. */
export interface OnOfficeOptions {
  /** Where an action's error stands: in its result alone, mirrored at the top too, or behind `97 Error in action`. */
  errorShape: 'result' | 'mirrored' | 'container';
  /** The answer to a token that nobody has. */
  unknownToken: 22 | 41;
  /** HTTP status of an answer whose body says 400 or 500: always 200, or the same number. */
  errorStatus: 'ok' | 'same';
  /** A read of one estate that does not exist: no records, or error 80. */
  unknownEstate: 'empty' | 'refused';
  /** The code for a field that a write does not know. */
  unknownFieldOnWrite: 141 | 143;
  /** A single-select that was never set. */
  unsetSelect: '' | null;
  /** An integer that was never set. */
  unsetInteger: '0' | '';
  /** Decimals of floats other than coordinates. */
  floatDecimals: 2 | 5;
  /** Records of a list that lack the language asked for: with the main record's data, or left out. */
  listsWithoutVersion: 'main' | 'leftOut';
  /** Whether a filter on a language-dependent field looks at the main record or at the version asked for. */
  translatedFilters: 'main' | 'version';
  /** A change to a language version that does not exist. */
  missingVersionOnModify: 'refused' | 'main';
  /** The key that marks the main version in `estateLanguage`; the manual does not name it. */
  mainVersionKey: string;
  /** The `estateid` of a picture in a version's language: the main id, as recorded, or the version's, as documented. */
  pictureEstateId: 'main' | 'version';
  /** `estateLanguage` is known (since August 2026). */
  estateLanguage: boolean;
  /** Whether creating a link that exists already is accepted or refused. */
  existingRelation: 'accepted' | 'refused';
  /** Highest number of actions in a request; null: none. */
  maxActions: number | null;
  /** The API user sees published records alone. */
  publishedOnly: boolean;
  marketplace: MarketplaceOptions;
}

export interface MarketplaceOptions {
  /** Every action needs a claim. */
  required: boolean;
  /** Customers that may call nothing but `unlockProvider`, until they did. */
  unlocking: string[];
  /** The claims handed out, by their text. */
  claims: Record<string, { customer: string; outdated: boolean }>;
}

export function defaultOnOfficeOptions(): OnOfficeOptions {
  return {
    errorShape: 'result',
    unknownToken: 22,
    errorStatus: 'ok',
    unknownEstate: 'empty',
    unknownFieldOnWrite: 141,
    unsetSelect: '',
    unsetInteger: '0',
    floatDecimals: 2,
    listsWithoutVersion: 'main',
    translatedFilters: 'main',
    missingVersionOnModify: 'refused',
    mainVersionKey: 'isMainLanguage',
    pictureEstateId: 'main',
    estateLanguage: true,
    existingRelation: 'accepted',
    maxActions: null,
    publishedOnly: false,
    marketplace: { required: false, unlocking: [], claims: {} },
  };
}
