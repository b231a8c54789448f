import type { ObjectFields } from '../../graphql/builder.ts';
import { keyedBy } from '../../graphql/federation.ts';
import { encodeId } from '../../graphql/ids.ts';
import { lenientEmail } from '../../graphql/scalars.ts';
import type { AddressRecord, Values } from '../../reading/onoffice/record.ts';
import { type EstateExtensions, selectedNames } from '../../reading/onoffice/wants.ts';
import type { Block } from '../../reading/record.ts';
import { Refusal } from '../../reading/refusal.ts';
import { decodeText, orWhy } from '../../upstream/onoffice/values.ts';
import { AddressRef } from '../address/address.model.ts';
import { ContactRef, contactSources } from '../contact/contact.model.ts';
import { NodeRef } from '../node/node.model.ts';
import { OnOfficeAddressRef } from './onoffice-address.model.ts';

const needs = (onOfficeAddress: NonNullable<EstateExtensions['onOfficeAddress']>) => ({
  extensions: { onOfficeAddress } satisfies EstateExtensions,
});

/** Raw values. Raises `UNKNOWN_FIELD` where the customer lacks the field. */
function valuesWith({ read }: AddressRecord, name: string): Values {
  if (read.lacking.has(name)) throw new Refusal('UNKNOWN_FIELD', `This customer's addresses have no field ${name}.`);
  return read.values;
}

/** Null when empty. */
function textOf(record: AddressRecord, name: string): string | null {
  return decodeText({ name }, valuesWith(record, name)[name]);
}

/** Numbers and mail addresses come under keys of their own entries: `email__13027`, `emailbusiness__13029` (manual, address read). */
function entryOf(record: AddressRecord, kind: 'phone' | 'email'): string | null {
  for (const [key, value] of Object.entries(valuesWith(record, `default${kind}`))) {
    if (!key.replace(/^default/, '').startsWith(kind) || key.endsWith('__Comment')) continue;
    const text = decodeText({ name: key }, value);
    if (text !== null) return text;
  }
  return null;
}

const parts: Readonly<Record<string, readonly string[]>> = {
  line1: ['Strasse'],
  postalCode: ['Plz'],
  city: ['Ort'],
  country: ['Land'],
  formatted: ['Strasse', 'Plz', 'Ort'],
};

function addressOf(record: AddressRecord, selected: readonly string[]): Block | null {
  const place = (names: readonly string[]) => names.map((name) => textOf(record, name)).filter((text) => text !== null);
  const read = (part: string): string | null => {
    if (part !== 'formatted') return place(parts[part] ?? [])[0] ?? null;
    return [place(['Strasse']).join(), place(['Plz', 'Ort']).join(' ')].filter((line) => line).join('\n') || null;
  };
  const lacks = selected.some((part) => parts[part]?.some((name) => record.read.lacking.has(name)));
  return lacks || selected.some((part) => orWhy(() => read(part)) !== null)
    ? { read: (_key, part) => read(part) }
    : null;
}

OnOfficeAddressRef.implement({
  description: 'An address record of onOffice: owner, interested party, contact person.',
  interfaces: [NodeRef],
  extensions: keyedBy('id', 'addressId'),
  fields: (t) => {
    const text = (name: string, description: string) =>
      t.string({
        nullable: true,
        description: `${description} Null when empty.`,
        ...needs(() => [name]),
        resolve: (record) => textOf(record, name),
      });
    return {
      id: t.id({
        nullable: false,
        description: 'Opaque and stable: unique over all types of one customer.',
        resolve: ({ id }) => encodeId('OnOfficeAddress', id),
      }),
      addressId: t.int({
        nullable: false,
        description: 'The number of the record, which is not the customer number (KdNr).',
        resolve: ({ id }) => id,
      }),
      firstName: text('Vorname', 'First name (Vorname).'),
      lastName: text('Name', 'Last name (Name).'),
      company: text('Zusatz1', 'Company (Zusatz1).'),
      email: t.field({
        type: 'EmailAddress',
        nullable: true,
        description: 'The default mail address (defaultemail). Null when there is none, or the text is no address.',
        ...needs(() => ['defaultemail']),
        resolve: (record) => lenientEmail(entryOf(record, 'email')),
      }),
      phone: t.string({
        nullable: true,
        description: 'The default telephone number, as it was written (defaultphone). Null when there is none.',
        ...needs(() => ['defaultphone']),
        resolve: (record) => entryOf(record, 'phone'),
      }),
      address: t.field({
        type: AddressRef,
        nullable: true,
        description:
          'Where to write to (Strasse, Plz, Ort, Land); `country` is an ISO 3166 alpha-3 code, what else an address may have is null. Null when nothing asked for is set.',
        ...needs(({ within }) => [...within].flatMap((part) => parts[part] ?? [])),
        resolve: (record, _args, _context, info) => addressOf(record, selectedNames(info)),
      }),
      contact: contactField(t),
    };
  },
});

/** The key is a pointer and no right: a company counts only where the ticket can read it. */
function contactField(t: ObjectFields<AddressRecord>) {
  return t.field({
    type: ContactRef,
    nullable: true,
    description:
      'The SuperOffice company whose foreign key names this address (settings LINK_FOREIGN_APP, LINK_FOREIGN_KEY), of several the one with the lowest id. Null when there is none that the ticket can see. Two requests for all addresses of the answer.',
    resolve: async ({ id }, _args, { foreignKeys, link, read }, info) => {
      const ids = await foreignKeys.recordsWith('Contact', link.foreignApp, link.foreignKey, String(id));
      const found = await Promise.all([...new Set(ids)].map((key) => read.linked(contactSources, key, info)));
      const visible = found.filter((contact) => contact !== null);
      return visible.sort((one, other) => (one.key ?? 0) - (other.key ?? 0))[0] ?? null;
    },
  });
}
