import type { ArchiveJoin } from '../../simulator/archive/table.ts';
import { cell, defineTable, joinMany, joinOne } from '../../simulator/archive/table.ts';
import { maySee } from '../../simulator/request.ts';
import type { ContactRecord, PersonRecord } from '../../simulator/store.ts';

/** Company name with its department, as displays and the column `nameDepartment` show it. */
export function contactFullName(contact: ContactRecord): string {
  return contact.department === '' ? contact.name : `${contact.name}, ${contact.department}`;
}

/** A prefix over the elements of all persons of the company (provider FindContact). */
function ofPersons(to: string, elements: (person: PersonRecord) => readonly unknown[]): ArchiveJoin<ContactRecord> {
  return joinMany(to, (contact, context) => context.personsAt(contact.id).flatMap(elements));
}

/** A company in the archives: SimpleContact and FindContact show it itself, others behind `contact/` or `personContact/`. */
export const contactTable = defineTable<ContactRecord>({
  name: 'contact',
  entity: 'contact',
  // FindContact has the columns of the company's persons under their own names.
  beside: 'persons',
  id: (contact) => contact.id,
  custom: { owner: 'Contact', values: (contact) => contact.custom },
  columns: {
    contactId: cell.int((contact) => contact.id),
    name: cell.text((contact) => contact.name),
    department: cell.text((contact) => contact.department),
    nameDepartment: cell.text(contactFullName),
    hasInfoText: cell.bool((contact) => contact.description !== ''),
    hasInterests: cell.bool((contact) => contact.interestIds.length > 0),
    associateId: cell.associate((contact) => contact.associateId),
    category: cell.list('category', (contact) => contact.categoryId),
    business: cell.list('business', (contact) => contact.businessId),
    country: cell.list('country', (contact) => contact.countryId),
    number: cell.text((contact) => contact.number),
    code: cell.text((contact) => contact.code),
    orgnr: cell.text((contact) => contact.orgNr),
    stop: cell.bool((contact) => contact.stop),
    contactNoMail: cell.bool((contact) => contact.noMailing),
    updatedBy: cell.associate((contact) => contact.updatedBy),
    updatedDate: cell.stamp((contact) => contact.updatedAt),
    registeredBy: cell.associate((contact) => contact.createdBy),
    registeredDate: cell.stamp((contact) => contact.createdAt),
    contactSource: cell.list('source', (contact) => contact.source),
    contactDeleted: cell.bool((contact) => contact.deletedAt !== null),
    deletedDate: cell.stamp((contact) => contact.deletedAt),
    activeErpLinks: cell.bool(() => false),
    mainContact: cell.text((contact, context) => {
      const person = context.personsAt(contact.id)[0];
      return person === undefined ? '' : `${person.firstname} ${person.lastname}`.trim();
    }),
    contactInterestIds: cell.ids((contact) => contact.interestIds),
    NumberOfActivities: cell.int((contact, context) => context.activityOf(contact.id).count),
    NumberOfNotCompletedActivities: cell.int((contact, context) => context.activityOf(contact.id).open),
    LastActivity: cell.stamp((contact, context) => context.activityOf(contact.id).last),
    LastCompletedActivity: cell.stamp((contact, context) => context.activityOf(contact.id).lastCompleted),
  },
  joins: {
    phone: joinMany('phone', (contact) => contact.phones),
    contactPhone: joinMany('phone', (contact) => contact.phones),
    contactFax: joinMany('phone', (contact) => contact.faxes),
    searchPhone: joinMany('phone', (contact) => contact.phones),
    email: joinMany('email', (contact) => contact.emails),
    url: joinMany('url', (contact) => contact.urls),
    postAddress: joinOne('address', (contact) => contact.postalAddress),
    restrictionPostalAddress: joinOne('address', (contact) => contact.postalAddress),
    streetAddress: joinOne('address', (contact) => contact.streetAddress),
    restrictionAddress: joinMany('address', (contact) =>
      [contact.streetAddress, contact.postalAddress].filter((address) => address !== null),
    ),
    contactAssociate: joinOne('associate', ({ associateId }, { caller }) => caller.world.associates.get(associateId)),
    contactSupportAssociate: joinOne('associate', ({ supportAssociateId }, { caller }) =>
      caller.world.associates.get(supportAssociateId ?? 0),
    ),
    contactSupportPerson: joinOne('person', ({ supportPersonId }, { caller }) => {
      const person = caller.world.persons.get(supportPersonId ?? 0);
      return person !== undefined && maySee(caller, 'person', person) ? person : null;
    }),
    persons: ofPersons('person', (person) => [person]),
    personEmail: ofPersons('email', (person) => person.emails),
    personUrl: ofPersons('url', (person) => person.urls),
    personDirectPhone: ofPersons('phone', (person) => person.officePhones),
    personMobilePhone: ofPersons('phone', (person) => person.mobilePhones),
    personPrivate: ofPersons('phone', (person) => person.privatePhones),
    personPager: ofPersons('phone', (person) => person.otherPhones),
    personDirectFax: ofPersons('phone', (person) => person.faxes),
    personAddress: ofPersons('address', (person) => (person.address === null ? [] : [person.address])),
    appointment: joinMany('appointment', ({ id }, context) => context.appointmentsWith('contactId', id)),
    personInfo: ofPersons('personInfo', (person) => [person]),
  },
});
