import { shareable } from '../../graphql/federation.ts';
import { publish } from '../../graphql/sourced.ts';
import type { BlockExtensions } from '../../reading/places.ts';
import { readText } from '../../upstream/superoffice/text.ts';
import { AddressRef, address } from './address.model.ts';

const { embedded } = address({
  prefix: '',
  block: 'Street',
  localized: '',
  country: { column: '', member: '' },
  inSimple: false,
});

AddressRef.implement({
  description:
    "A postal or visiting address. The address is null when none of the fields asked for has a value; a country that is the record's own counts for that only where it is asked for alone.",
  extensions: { ...shareable, block: true } satisfies BlockExtensions,
  fields: (t) => {
    const field = publish(t, embedded);
    const text = (name: string, description: string) => field(name, { type: 'String', description });
    return {
      line1: text('line1', 'First line: street and number, or the post box (Address1). Null when empty.'),
      line2: text('line2', 'Second line (Address2). Null when empty.'),
      line3: text('line3', 'Third line (Address3). Null when empty.'),
      postalCode: text('postalCode', 'Postal code (Zipcode). Null when empty.'),
      city: text('city', 'City. Null when empty.'),
      state: text('state', 'State, where the country has states. Null when empty.'),
      county: text('county', 'County, where the country has counties. Null when empty.'),
      country: field('country', {
        type: 'String',
        description:
          "Name of the record's country in the request's language; addresses hold none of their own. Null when the record has none.",
        show: (name: string | null, { identity }) => name && readText(name, identity.language),
      }),
      formatted: text('formatted', 'The lines as the country writes them, separated by line breaks. Null when empty.'),
      latitude: field('latitude', {
        type: 'Float',
        description: 'Degrees north (WGS 84). Null when the address has not been located.',
      }),
      longitude: field('longitude', {
        type: 'Float',
        description: 'Degrees east (WGS 84). Null when the address has not been located.',
      }),
    };
  },
});
