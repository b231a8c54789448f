import type { AddressRecord, ContactRecord, ElementRecord, PersonRecord } from '../store.ts';
import { cell, defineTable } from './table.ts';

/** An e-mail address, behind `email/`. */
export const emailTable = defineTable<ElementRecord>({
  name: 'email',
  id: (email) => email.id,
  columns: {
    emailId: cell.int((email) => email.id),
    emailProtocol: cell.text(() => 'SMTP'),
    emailAddress: cell.text((email) => email.value),
    emailDescription: cell.text((email) => email.description),
    emailBounceCount: cell.int(() => 0),
    emailHasBounced: cell.bool(() => false),
  },
  joins: {},
});

/** A phone or fax, behind `phone/`, `contactPhone/`, `personMobilePhone/` and the like. */
export const phoneTable = defineTable<ElementRecord>({
  name: 'phone',
  id: (phone) => phone.id,
  columns: {
    formattedNumber: cell.text((phone) => phone.value),
    description: cell.text((phone) => phone.description),
  },
  joins: {},
});

/** A web address, behind `url/` and `personUrl/`. */
export const urlTable = defineTable<ElementRecord>({
  name: 'url',
  id: (url) => url.id,
  columns: {
    URLAddress: cell.text((url) => url.value),
    URLDescription: cell.text((url) => url.description),
  },
  joins: {},
});

function addressLines(address: AddressRecord): string[] {
  const place = [address.zipcode, address.city].filter((part) => part !== '').join(' ');
  return [address.address1, address.address2, address.address3, place, address.state, address.county].filter(
    (line) => line !== '',
  );
}

/** An address, behind `postAddress/`, `streetAddress/`, `personAddress/` and their restrictions. */
export const addressTable = defineTable<AddressRecord>({
  name: 'address',
  id: (address) => address.id,
  columns: {
    addressId: cell.int((address) => address.id),
    line1: cell.text((address) => address.address1),
    line2: cell.text((address) => address.address2),
    line3: cell.text((address) => address.address3),
    county: cell.text((address) => address.county),
    city: cell.text((address) => address.city),
    zip: cell.text((address) => address.zipcode),
    state: cell.text((address) => address.state),
    wgs84latitude: cell.decimal((address) => address.latitude),
    wgs84longitude: cell.decimal((address) => address.longitude),
    formattedAddress: cell.text((address) => addressLines(address).join(', ')),
    formattedMultiLineAddress: cell.text((address) => addressLines(address).join('\n')),
  },
  joins: {},
});

/** One e-mail address of a person or of a company: the archives EmailPersonAddress and EmailContactAddress. */
export interface OwnedEmail {
  person: PersonRecord | null;
  contact: ContactRecord | null;
  email: ElementRecord;
}

export const ownedEmailTable = defineTable<OwnedEmail>({
  name: 'email',
  id: ({ email }) => email.id,
  columns: {
    emailId: cell.int(({ email }) => email.id),
    emailProtocol: cell.text(() => 'SMTP'),
    emailAddress: cell.text(({ email }) => email.value),
    emailDescription: cell.text(({ email }) => email.description),
    personId: cell.int(({ person }) => person?.id ?? 0),
    contactId: cell.int(({ person, contact }) => contact?.id ?? person?.contactId ?? 0),
    firstName: cell.text(({ person }) => person?.firstname ?? ''),
    lastName: cell.text(({ person }) => person?.lastname ?? ''),
    fullName: cell.text(({ person }) =>
      person === null ? '' : [person.firstname, person.middleName, person.lastname].filter(Boolean).join(' '),
    ),
    name: cell.text(({ contact }) => contact?.name ?? ''),
  },
  joins: {},
});
