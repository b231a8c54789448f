import { contactAddress, formattedAddress, tableRight } from '../../simulator/carriers.ts';
import type { Nested } from '../../simulator/entity.ts';
import type { SimulatedCaller } from '../../simulator/request.ts';
import { type ContactRecord, findListItem } from '../../simulator/store.ts';
import type { SimpleContactWire } from './contact.wire.ts';

/** Name and department, as the vendor joins them. */
export function contactFullName(row: ContactRecord): string {
  return row.department === '' ? row.name : `${row.name}, ${row.department}`;
}

/** The flat carrier of a company: nested references, `/Simple` and `GetContactList`. */
export function simpleContact(row: ContactRecord, caller: SimulatedCaller, nested: Nested): SimpleContactWire {
  const { world } = caller;
  const hasAddress = row.streetAddress !== null || row.postalAddress !== null;
  const listText = (list: string, id: number) => caller.text(findListItem(world, list, id)?.name ?? '');
  return {
    ContactId: row.id,
    Name: row.name,
    OrgNr: row.orgNr,
    Department: row.department,
    URL: row.urls[0]?.value ?? '',
    City: (row.streetAddress ?? row.postalAddress)?.city ?? '',
    DirectPhone: row.phones[0]?.value ?? '',
    AssociateId: row.associateId,
    CountryId: row.countryId,
    EmailAddress: row.emails[0]?.value ?? '',
    Kananame: row.kanaName,
    EmailAddressName: null,
    URLName: null,
    AssociateFullName: nested.associate(row.associateId)?.FullName ?? '',
    BusinessName: listText('business', row.businessId),
    CategoryName: listText('category', row.categoryId),
    CountryName: listText('country', row.countryId),
    Address: hasAddress ? contactAddress(row.streetAddress, row.postalAddress, caller) : null,
    FormattedAddress: formattedAddress(row.postalAddress) + formattedAddress(row.streetAddress),
    FullName: contactFullName(row),
    IsOwnerContact: row.id === world.ownContactId,
    ActiveErpLinks: 0,
    ...(caller.options.carriers.newerMembers ? { Number1: row.code, Number2: row.number } : {}),
    TableRight: tableRight(caller),
    FieldProperties: {},
  };
}
