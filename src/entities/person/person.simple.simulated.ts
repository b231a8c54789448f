import { tableRight } from '../../simulator/carriers.ts';
import type { Nested } from '../../simulator/entity.ts';
import type { SimulatedCaller } from '../../simulator/request.ts';
import { findListItem, type PersonRecord } from '../../simulator/store.ts';
import type { SimplePersonWire } from './person.wire.ts';

/** First, middle and last name. */
export function personFullName(row: PersonRecord): string {
  return [row.firstname, row.middleName, row.lastname].filter((part) => part !== '').join(' ');
}

/** The full name behind Mr or Mrs. */
export function formalName(row: PersonRecord): string {
  return row.mrmrs === '' ? personFullName(row) : `${row.mrmrs} ${personFullName(row)}`;
}

/** The flat carrier of a person: nested references, `/Simple` and `GetPersonList`. */
export function simplePerson(row: PersonRecord, caller: SimulatedCaller, nested: Nested): SimplePersonWire {
  const { world } = caller;
  const contact = nested.contact(row.contactId);
  const stored = contact === null ? undefined : world.contacts.get(contact.ContactId ?? 0);
  const owner = nested.associate(row.associateId);
  const listText = (list: string, id: number) => caller.text(findListItem(world, list, id)?.name ?? '');
  return {
    Position: listText('perspos', row.positionId),
    PersonId: row.id,
    Mrmrs: row.mrmrs,
    Firstname: row.firstname,
    Lastname: row.lastname,
    MiddleName: row.middleName,
    Title: row.title,
    Description: row.description,
    Email: row.emails[0]?.value ?? '',
    FullName: personFullName(row),
    DirectPhone: row.officePhones[0]?.value ?? '',
    FormalName: formalName(row),
    CountryId: row.countryId,
    ContactId: contact?.ContactId ?? 0,
    ContactName: contact?.Name ?? '',
    Retired: row.retired ? 1 : 0,
    Rank: row.rank,
    ActiveInterests: row.interestIds.length,
    ContactDepartment: contact?.Department ?? '',
    ContactCountryId: contact?.CountryId ?? 0,
    ContactOrgNr: contact?.OrgNr ?? '',
    FaxPhone: row.faxes[0]?.value ?? '',
    MobilePhone: row.mobilePhones[0]?.value ?? '',
    ContactPhone: contact?.DirectPhone ?? '',
    AssociateName: owner?.Name ?? '',
    AssociateId: row.associateId,
    UsePersonAddress: row.usePersonAddress,
    ContactFax: stored?.faxes[0]?.value ?? '',
    Kanafname: '',
    Kanalname: '',
    Post1: '',
    Post2: '',
    Post3: '',
    EmailName: row.emails[0]?.description ?? '',
    ContactFullName: contact?.FullName ?? '',
    ActiveErpLinks: 0,
    TicketPriorityId: row.ticketPriorityId,
    SupportLanguageId: row.customerLanguageId,
    SupportAssociateId: row.supportAssociateId ?? 0,
    CategoryName: listText('category', row.categoryId || (stored?.categoryId ?? 0)),
    ...(caller.options.carriers.newerMembers ? { PersonNumber: row.personNumber } : {}),
    TableRight: tableRight(caller),
    FieldProperties: {},
  };
}
