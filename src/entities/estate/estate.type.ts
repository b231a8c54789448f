import { tagOfCode } from '../../config/onoffice-languages.ts';
import { keyedBy } from '../../graphql/federation.ts';
import { encodeId } from '../../graphql/ids.ts';
import { selectedNames } from '../../reading/onoffice/wants.ts';
import { formatInstant } from '../../upstream/time.ts';
import { AddressRef } from '../address/address.model.ts';
import { NodeRef } from '../node/node.model.ts';
import { OnOfficeAddressRef, relatedAddresses, relations } from '../onoffice-address/onoffice-address.model.ts';
import { fieldsOf, wantFields } from './estate.fields.model.ts';
import {
  beginsById,
  choiceField,
  type Fields,
  languageArgument,
  moneyField,
  needs,
  needsSource,
  plainField,
  textField,
} from './estate.kinds.type.ts';
import { codeOf, EstateRef, valueIn } from './estate.model.ts';
import { estateSources } from './estate.onoffice.ts';
import {
  EstateFieldRef,
  EstatePictureRef,
  EstateTranslationRef,
  PictureSizeRef,
  pixelsOf,
} from './estate.parts.type.ts';
import { addressOf, wantAddress } from './estate.place.model.ts';
import { languageOf, languagesOf, translationsOf, vendorNames } from './estate.versions.model.ts';

const zero = 'Null when unset, which onOffice stores as zero.';
const notPublic = 'FORBIDDEN with ONOFFICE_ACCESS=published.';

EstateRef.implement({
  description:
    'A property for sale or rent in onOffice. Texts come in one of its language versions; all else is the same in each.',
  interfaces: [NodeRef],
  extensions: keyedBy('id', 'estateId'),
  fields: (t) => ({
    id: t.id({
      nullable: false,
      description: 'Opaque and stable: the same in every language, unique over all types of one customer.',
      resolve: ({ id }) => encodeId('Estate', id),
    }),
    estateId: t.int({
      nullable: false,
      description: 'The number of the record (Id): that of the main language version.',
      resolve: ({ id }) => id,
    }),
    ...languageFields(t),
    ...descriptiveFields(t),
    ...figures(t),
    ...circumstances(t),
    ...linkedFields(t),
  }),
});

function languageFields(t: Fields) {
  return {
    language: t.field({
      type: 'Locale',
      nullable: true,
      description:
        "Language of the version that texts without a `language` argument come from: the request's where the estate has it, else the main one. Null for a language that has no tag here.",
      ...needs((wants) => wants.version(null)),
      resolve: languageOf,
    }),
    mainLanguage: t.field({
      type: 'Locale',
      nullable: true,
      description:
        "Language of the customer's main versions; asked of onOffice once, unless the settings name it. Null for a language that has no tag here.",
      resolve: async ({ id, estates }) => tagOfCode(await estates.mainLanguage(id)),
    }),
    languages: t.field({
      type: ['Locale'],
      nullable: { list: true, items: false },
      description:
        'Every language that it has texts in, the main one first (estateLanguage): one action per estate. Null when they cannot be read.',
      resolve: languagesOf,
    }),
    translations: t.field({
      type: [EstateTranslationRef],
      nullable: { list: true, items: false },
      description:
        'The texts of every version, the main one first: one action per estate, and one per language for all of them. Null when they cannot be read.',
      ...needs((wants, { within }) => wants.everyVersion(...vendorNames([...within]))),
      resolve: (record, _args, _context, info) => translationsOf(record, selectedNames(info)),
    }),
  };
}

function descriptiveFields(t: Fields) {
  return {
    externalNumber: plainField(
      t,
      'String',
      'externalNumber',
      'The number shown to clients (objektnr_extern). Null when empty.',
    ),
    title: textField(t, 'title', 'Title (objekttitel).'),
    description: textField(t, 'description', 'Description (objektbeschreibung); may hold HTML.'),
    locationDescription: textField(t, 'locationDescription', 'About the location (lage); may hold HTML.'),
    equipmentDescription: textField(t, 'equipmentDescription', 'About the equipment (ausstatt_beschr); may hold HTML.'),
    otherInformation: textField(t, 'otherInformation', 'Anything else (sonstige_angaben); may hold HTML.'),
    category: choiceField(t, 'category', 'Class: house, flat, plot ... (objektart).'),
    type: choiceField(t, 'type', 'Type within its class (objekttyp).'),
    usage: choiceField(t, 'usage', 'Residential, commercial ... (nutzungsart).'),
    marketingType: choiceField(t, 'marketingType', 'For sale, for rent ... (vermarktungsart).'),
    status: choiceField(t, 'status', 'Life cycle: 1 active, 2 inactive, 0 archived (status).'),
    address: t.field({
      type: AddressRef,
      nullable: true,
      description:
        'Where it lies (strasse, hausnummer, plz, ort, bundesland, land, breitengrad, laengengrad); `country` is an ISO 3166 alpha-3 code, `city` comes in the language of the texts, lines 2 and 3 and county are null. With ONOFFICE_ACCESS=published street, number and coordinates are those of the substitute address, or null, unless it is released. Null when nothing asked for is set.',
      ...needs((wants, { within }) => wantAddress(wants, within)),
      resolve: (record, _args, _context, info) => addressOf(record, new Set(selectedNames(info))),
    }),
  };
}

function figures(t: Fields) {
  return {
    purchasePrice: moneyField(t, 'purchasePrice', 'Price (kaufpreis).'),
    coldRent: moneyField(t, 'coldRent', 'Rent a month without heating and service charges (kaltmiete).'),
    warmRent: moneyField(t, 'warmRent', 'Rent a month with heating and service charges (warmmiete).'),
    livingArea: plainField(t, 'Float', 'livingArea', `Living area in square metres (wohnflaeche). ${zero}`),
    plotArea: plainField(t, 'Float', 'plotArea', `Area of the plot in square metres (grundstuecksflaeche). ${zero}`),
    rooms: plainField(t, 'Float', 'rooms', `Rooms; halves count (anzahl_zimmer). ${zero}`),
    bedrooms: plainField(t, 'Float', 'bedrooms', `Bedrooms (anzahl_schlafzimmer). ${zero}`),
    bathrooms: plainField(t, 'Float', 'bathrooms', `Bathrooms (anzahl_badezimmer). ${zero}`),
    yearBuilt: plainField(t, 'Int', 'yearBuilt', `Year of construction (baujahr). ${zero}`),
  };
}

function circumstances(t: Fields) {
  return {
    reserved: plainField(t, 'Boolean', 'reserved', 'Whether it is reserved (reserviert). Null when unset.'),
    sold: plainField(t, 'Boolean', 'sold', 'Whether it is sold or rented (verkauft). Null when unset.'),
    published: plainField(
      t,
      'Boolean',
      'published',
      'Whether it is released for the own homepage (veroeffentlichen). Null when unset.',
    ),
    createdAt: plainField(t, 'Date', 'createdAt', 'The day on which it was created (erstellt_am). Null when unknown.'),
    updatedAt: t.field({
      type: 'DateTime',
      nullable: true,
      description:
        "When it was changed last (geaendert_am), in the time zone in force; onOffice keeps the customer's local time, of which the hour that comes twice in autumn counts as the earlier one. Null when unknown.",
      ...needsSource('updatedAt'),
      resolve: (record) => {
        const instant = valueIn(record, estateSources.updatedAt);
        return instant === null ? null : formatInstant(instant, record.estates.scope.shownZone);
      },
    }),
  };
}

function linkedFields(t: Fields) {
  return {
    fields: t.field({
      type: [EstateFieldRef],
      nullable: { list: true, items: false },
      description:
        "Fields of the customer's estate module by their onOffice names, in that order; takes the field configuration. Null with UNKNOWN_FIELD where the customer lacks one of them; with ONOFFICE_ACCESS=published FORBIDDEN for those that are not open.",
      args: {
        names: t.arg.stringList({
          required: true,
          description: 'onOffice names: kaufpreis, ind_1946_Feld_ObjFreitexte8.',
        }),
        language: languageArgument(t),
      },
      ...needs((wants, { args }) => wantFields(wants, args)),
      resolve: (record, { names, language }) => fieldsOf(record, names, codeOf(language)),
    }),
    pictures: t.field({
      type: [EstatePictureRef],
      nullable: { list: true, items: false },
      description:
        'Released pictures in the order of the CRM (estatepictures): one action for all estates of the answer. Null when they cannot be read.',
      args: {
        size: t.arg({
          type: PictureSizeRef,
          required: false,
          description: 'How large at most; ORIGINAL when left out.',
        }),
      },
      ...beginsById((estates, id, { args }) => estates.beginPictures(id, pixelsOf(args.size))),
      resolve: (record, { size }) => record.estates.pictures(record, pixelsOf(size)),
    }),
    owners: t.field({
      type: [OnOfficeAddressRef],
      nullable: { list: true, items: false },
      description: `Whose it is (relation owner), as far as the API user may see them: one action for all estates, one more for the address records. Null when they cannot be read. ${notPublic}`,
      ...beginsById((estates, id) => estates.beginRelated(id, relations.owner)),
      resolve: (record, _args, _context, info) => relatedAddresses(record, relations.owner, info),
    }),
    contactPersons: t.field({
      type: [OnOfficeAddressRef],
      nullable: { list: true, items: false },
      description: `The brokers to turn to, the first one first (relation contactPerson): one action for all estates, one more for the address records. Null when they cannot be read. ${notPublic}`,
      ...beginsById((estates, id) => estates.beginRelated(id, relations.contactPerson)),
      resolve: (record, _args, _context, info) => relatedAddresses(record, relations.contactPerson, info),
    }),
  };
}
