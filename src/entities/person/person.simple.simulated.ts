import { tableRight } from '../../simulator/carriers.ts';
import type { Nested } from '../../simulator/entity.ts';
import type { SimulatedCaller } from '../../simulator/request.ts';
import { type ElementRecord, findListItem, type PersonRecord } from '../../simulator/store.ts';
import type { SimplePersonWire } from './person.wire.ts';

/** First, middle and last name. */
export function personFullName(row: PersonRecord): string {
  return [row.firstname, row.middleName, row.lastname].filter((part) => part !== '').join(' ');
}

/** The full name behind Mr or Mrs. */
export function formalName(row: PersonRecord): string {
  return row.mrmrs === '' ? personFullName(row) : `${row.mrmrs} ${personFullName(row)}`;
}

/** What a person's carrier shows of the company: empty where there is none, or none that the caller may see. */
function employer(row: PersonRecord, caller: SimulatedCaller, nested: Nested) {
  const carrier = nested.contact(row.contactId);
  const stored = carrier === null ? undefined : caller.world.contacts.get(carrier.ContactId ?? 0);
  return {
    id: carrier?.ContactId ?? 0,
    name: carrier?.Name ?? '',
    department: carrier?.Department ?? '',
    fullName: carrier?.FullName ?? '',
    countryId: carrier?.CountryId ?? 0,
    orgNr: carrier?.OrgNr ?? '',
    phone: carrier?.DirectPhone ?? '',
    fax: stored?.faxes[0]?.value ?? '',
    categoryId: stored?.categoryId ?? 0,
  };
}

/** The flat carrier of a person: nested references, `/Simple` and `GetPersonList`. */
export function simplePerson(row: PersonRecord, caller: SimulatedCaller, nested: Nested): SimplePersonWire {
  const { world } = caller;
  const company = employer(row, caller, nested);
  const first = (list: ElementRecord[]) => list[0]?.value ?? '';
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
    Email: first(row.emails),
    FullName: personFullName(row),
    DirectPhone: first(row.officePhones),
    FormalName: formalName(row),
    CountryId: row.countryId,
    ContactId: company.id,
    ContactName: company.name,
    Retired: row.retired ? 1 : 0,
    Rank: row.rank,
    ActiveInterests: row.interestIds.length,
    ContactDepartment: company.department,
    ContactCountryId: company.countryId,
    ContactOrgNr: company.orgNr,
    FaxPhone: first(row.faxes),
    MobilePhone: first(row.mobilePhones),
    ContactPhone: company.phone,
    AssociateName: owner?.Name ?? '',
    AssociateId: row.associateId,
    UsePersonAddress: row.usePersonAddress,
    ContactFax: company.fax,
    Kanafname: '',
    Kanalname: '',
    Post1: '',
    Post2: '',
    Post3: '',
    EmailName: row.emails[0]?.description ?? '',
    ContactFullName: company.fullName,
    ActiveErpLinks: 0,
    TicketPriorityId: row.ticketPriorityId,
    SupportLanguageId: row.customerLanguageId,
    SupportAssociateId: row.supportAssociateId ?? 0,
    CategoryName: listText('category', row.categoryId || company.categoryId),
    ...(caller.options.carriers.newerMembers ? { PersonNumber: row.personNumber } : {}),
    TableRight: tableRight(caller),
    FieldProperties: {},
  };
}
