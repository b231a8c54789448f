import { codeOfTag } from '../../config/onoffice-languages.ts';
import type { ObjectFields } from '../../graphql/builder.ts';
import type { EstateRecord } from '../../reading/onoffice/record.ts';
import type { EstateExtensions, EstateWants } from '../../reading/onoffice/wants.ts';
import { choiceOf, needsConfiguration } from './estate.labels.model.ts';
import { codeOf, textsOf, valueIn } from './estate.model.ts';
import { type EstateSource, estateSources, estateTexts } from './estate.onoffice.ts';
import { EstateValueRef, MoneyRef } from './estate.parts.type.ts';
import type { EstateElementsWire } from './estate.wire.ts';

/** The kinds of fields that an estate has, each published in one way. */
export type Fields = ObjectFields<EstateRecord>;
type SourceName = keyof typeof estateSources;

/** What a field needs of the vendor's, for the plan of a read. */
export const needs = (estate: NonNullable<EstateExtensions['estate']>) => ({
  extensions: { estate } satisfies EstateExtensions,
});

/** A read that needs nothing of an estate but its id: of an estate that is asked for by id it goes out with the estate itself. */
export const beginsById = (estateById: NonNullable<EstateExtensions['estateById']>) => ({
  extensions: { estateById } satisfies EstateExtensions,
});

export const needsSource = (name: SourceName) => needs((wants) => wants.main(...estateSources[name].fields));

/** A field that is shown as it is read. */
export const plainField = (
  t: Fields,
  type: 'String' | 'Float' | 'Int' | 'Boolean' | 'Date',
  name: SourceName,
  description: string,
) =>
  t.field({
    type: type as 'String',
    nullable: true,
    description,
    ...needsSource(name),
    resolve: (record) => valueIn(record, estateSources[name] as EstateSource<unknown>) as string | null,
  });

const byLanguage =
  "In the request's language where the estate has it, else in the main one; with `language` in that one alone, and null with ESTATE_LANGUAGE_MISSING where the estate lacks it.";

export const languageArgument = (t: Fields) =>
  t.arg({ type: 'Locale', required: false, description: 'A language version, such as en.' });

/** A text that each language version has for itself. */
export const textField = (t: Fields, name: Exclude<keyof typeof estateTexts, 'city'>, description: string) => {
  const [field = ''] = estateTexts[name].fields;
  return t.string({
    nullable: true,
    description: `${description} ${byLanguage} Null when empty.`,
    args: { language: languageArgument(t) },
    ...needs((wants, { args }) => wantText(wants, field, args.language)),
    resolve: async (record, { language }) => {
      const values = await textsOf(record, field, codeOf(language));
      return estateTexts[name].read(values as EstateElementsWire, record.estates.scope);
    },
  });
};

/** Plans a text; in a language that onOffice does not know there is nothing to read. */
function wantText(wants: EstateWants, field: string, language: unknown): void {
  const code = typeof language === 'string' ? codeOfTag(language) : null;
  if (typeof language !== 'string' || code !== null) wants.text(field, code);
}

/** A pick-list value, with its label where that is selected. */
export const choiceField = (
  t: Fields,
  name: 'category' | 'type' | 'usage' | 'marketingType' | 'status',
  description: string,
) => {
  const [field = ''] = estateSources[name].fields;
  return t.field({
    type: EstateValueRef,
    nullable: true,
    description: `${description} Null when unset.`,
    ...needs((wants, { within }) => {
      wants.main(field);
      if (within.has('label') && needsConfiguration(field)) wants.configurations.add(wants.scope.labelLanguage);
    }),
    resolve: (record) => {
      const key = valueIn(record, estateSources[name]);
      return key === null ? null : choiceOf(record.estates, field, key, record.estates.scope.labelLanguage);
    },
  });
};

/** An amount, with its currency where that is selected. */
export const moneyField = (t: Fields, name: 'purchasePrice' | 'coldRent' | 'warmRent', description: string) => {
  const [amount = '', currency = ''] = estateSources[name].fields;
  return t.field({
    type: MoneyRef,
    nullable: true,
    description: `${description} Null when unset, which onOffice stores as zero.`,
    ...needs((wants, { within }) => wants.main(amount, ...(within.has('currency') ? [currency] : []))),
    resolve: (record) => {
      const money = valueIn(record, estateSources[name]);
      return money && { ...money, lacksCurrency: record.main.lacking.has(currency) };
    },
  });
};
