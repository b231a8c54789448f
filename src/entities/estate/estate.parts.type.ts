import { builder } from '../../graphql/builder.ts';
import { shareable } from '../../graphql/federation.ts';
import { lenientUrl } from '../../graphql/scalars.ts';
import type { PictureRead } from '../../reading/onoffice/pictures.ts';
import { shown } from '../../upstream/onoffice/values.ts';
import { formatInstant } from '../../upstream/time.ts';
import type { EstateFieldValue } from './estate.fields.model.ts';
import type { EstateChoice } from './estate.labels.model.ts';
import { unknownField } from './estate.model.ts';
import type { estateTexts, Money } from './estate.onoffice.ts';
import type { Translation } from './estate.versions.model.ts';

export const EstateValueRef = builder.objectRef<EstateChoice>('EstateValue').implement({
  description: 'A pick-list value of onOffice.',
  fields: (t) => ({
    key: t.exposeString('key', { nullable: false, description: 'As stored; what filters and writes take.' }),
    label: t.string({
      nullable: false,
      description:
        "In the request's language, German where nobody has translated it; the key where there is no label. Takes the customer's field configuration, which is kept five minutes.",
      resolve: (choice) => choice.label(),
    }),
  }),
});

/** An amount as it was read; the currency may be a field that the customer lacks. */
export interface ShownMoney extends Money {
  readonly lacksCurrency: boolean;
}

export const MoneyRef = builder.objectRef<ShownMoney>('Money').implement({
  description: 'An amount of money.',
  extensions: shareable,
  fields: (t) => ({
    amount: t.field({
      type: 'Decimal',
      nullable: false,
      description: 'Exact: digit for digit as the CRM has it.',
      resolve: ({ amount }) => amount,
    }),
    currency: t.string({
      nullable: true,
      description: 'ISO 4217 code (waehrung). Null when none is set.',
      resolve: ({ currency, lacksCurrency }) => {
        if (lacksCurrency) throw unknownField('waehrung');
        return shown(currency);
      },
    }),
  }),
});

export const EstatePictureRef = builder.objectRef<PictureRead>('EstatePicture').implement({
  description: 'A picture that is released for the own homepage and this API.',
  fields: (t) => ({
    pictureId: t.id({ nullable: false, description: 'Id of the file.', resolve: ({ id }) => id }),
    url: t.field({
      type: 'URL',
      nullable: false,
      description: 'Where anyone can fetch it, in the size asked for.',
      resolve: ({ url }) => lenientUrl(url) ?? url,
    }),
    title: t.string({
      nullable: true,
      description: "In the request's language, else in the main one. Null when empty.",
      resolve: ({ title }) => title,
    }),
    kind: t.string({
      nullable: false,
      description:
        "The vendor's word: Titelbild (title picture), Foto, Foto_gross, Grundriss (floor plan), Lageplan (site plan), Epass_Skala (energy scale), Panorama.",
      resolve: ({ kind }) => kind,
    }),
    position: t.exposeInt('position', {
      nullable: true,
      description: 'Place in the order of the CRM, from 1. Null when unknown.',
    }),
    updatedAt: t.field({
      type: 'DateTime',
      nullable: true,
      description: 'When the file was changed last, in the time zone in force. Null when unknown.',
      resolve: ({ updatedAt }, _args, { identity }) =>
        updatedAt === null ? null : formatInstant(updatedAt, identity.timeZone),
    }),
  }),
});

export const EstateTranslationRef = builder.objectRef<Translation>('EstateTranslation').implement({
  description:
    'The texts of one language version of an estate. They have no fallback: null is what this version leaves empty.',
  fields: (t) => {
    const text = (name: keyof typeof estateTexts, description: string) =>
      t.string({
        nullable: true,
        description: `${description} Null when empty.`,
        resolve: (version) => version.text(name),
      });
    return {
      language: t.field({
        type: 'Locale',
        nullable: false,
        description: 'The language of this version.',
        resolve: ({ language }) => language,
      }),
      title: text('title', 'Title (objekttitel).'),
      description: text('description', 'Description (objektbeschreibung); may hold HTML.'),
      locationDescription: text('locationDescription', 'About the location (lage); may hold HTML.'),
      equipmentDescription: text('equipmentDescription', 'About the equipment (ausstatt_beschr); may hold HTML.'),
      otherInformation: text('otherInformation', 'Anything else (sonstige_angaben); may hold HTML.'),
      city: text('city', 'City (ort).'),
    };
  },
});

export const EstateFieldRef = builder.objectRef<EstateFieldValue>('EstateField').implement({
  description: "A field of the customer's estate module, typed and labelled by the customer's own field configuration.",
  fields: (t) => ({
    name: t.exposeString('name', { nullable: false, description: 'The onOffice name.' }),
    label: t.exposeString('label', {
      nullable: true,
      description:
        'What the customer calls it, in the language asked for. Null for fields that the configuration does not list.',
    }),
    type: t.exposeString('type', {
      nullable: false,
      description:
        'The type in the field configuration: varchar, text, integer, float, boolean, date, datetime, singleselect, multiselect, user ...',
    }),
    value: t.field({
      type: 'JSON',
      nullable: true,
      description:
        'By type: a text, a whole number, a boolean, the keys of a multiselect; a float as exact decimal text, a date as 2026-03-01, a datetime as RFC 3339 in the time zone in force, parking spaces as an object. Null when unset, of a multiselect an empty list; a zero counts as unset where zero cannot be meant.',
      resolve: ({ value }) => shown(value),
    }),
    values: t.field({
      type: [EstateValueRef],
      nullable: { list: false, items: false },
      description: 'Of a select field the chosen values; empty for all others.',
      resolve: ({ values }) => [...shown(values)],
    }),
    text: t.string({
      nullable: true,
      description:
        'For people: labels of the chosen values joined by commas, any other value as text. Null when unset.',
      resolve: ({ text }) => text(),
    }),
  }),
});

/** Widths and heights that onOffice is asked for; it never makes a picture larger than it is. */
const pictureSizes = {
  THUMBNAIL: '300x200',
  MEDIUM: '800x600',
  LARGE: '1600x1200',
  ORIGINAL: 'original',
} as const;

/** How onOffice is told of a size; as they are where none is given. */
export const pixelsOf = (size: unknown): string => pictureSizes[(size ?? 'ORIGINAL') as keyof typeof pictureSizes];

export const PictureSizeRef = builder.enumType('PictureSize', {
  description: 'How large a picture is to come at most; smaller ones come as they are.',
  values: {
    THUMBNAIL: { description: '300 by 200 pixels.' },
    MEDIUM: { description: '800 by 600 pixels.' },
    LARGE: { description: '1600 by 1200 pixels.' },
    ORIGINAL: { description: 'As it was uploaded.' },
  },
});
