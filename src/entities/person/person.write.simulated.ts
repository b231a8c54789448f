import type { PersonRecord } from '../../simulator/store.ts';
import { addressWrite } from '../../simulator/superoffice/address-writes.ts';
import { customFieldWrites } from '../../simulator/superoffice/custom-field-writes.ts';
import { memberWrites } from '../../simulator/superoffice/member-writes.ts';
import type { WritableEntity } from '../../simulator/superoffice/save.ts';
import { simulatedPerson } from './person.simulated.ts';

const write = memberWrites<PersonRecord>();

/** How a person is written. Full and formal name are computed; consents go by routes of their own. */
export const personWrites: WritableEntity<PersonRecord> = {
  entity: simulatedPerson,
  writes: [
    write.text('Firstname', 'firstname', 'firstname'),
    write.text('MiddleName', 'middleName', 'middleName'),
    write.text('Lastname', 'lastname', 'lastname'),
    write.text('Mrmrs', 'mrmrs', 'mrmrs'),
    write.text('Title', 'title', 'title'),
    write.text('Salutation', 'salutation', 'salutation'),
    write.text('Description', 'description', 'text_id'),
    write.text('PersonNumber', 'personNumber', 'person_number'),
    write.calendarDate('BirthDate', 'birthDate', 'year_of_birth'),
    write.elements('Emails', 'emails'),
    write.elements('PrivatePhones', 'privatePhones'),
    write.elements('Faxes', 'faxes'),
    write.elements('MobilePhones', 'mobilePhones'),
    write.elements('OfficePhones', 'officePhones'),
    write.elements('OtherPhones', 'otherPhones'),
    write.elements('Urls', 'urls'),
    write.listItem('Position', 'positionId', 'position_idx', 'perspos'),
    write.reference('Contact', 'ContactId', 'contactId', 'contact_id', 'contacts'),
    write.listItem('Country', 'countryId', 'country_id', 'country', 'CountryId'),
    write.selection('Interests', 'interestIds', 'activeInterests', 'persint'),
    write.selection('ShipmentTypes', 'shipmentTypeIds', '', 'shipmenttype'),
    write.truth('NoMailing', 'noMailing', 'nomailing'),
    write.truth('UsePersonAddress', 'usePersonAddress', 'usePersonAddress'),
    write.truth('Retired', 'retired', 'retired'),
    write.listItem('Category', 'categoryId', 'category_idx', 'category'),
    write.listItem('Business', 'businessId', 'business_idx', 'business'),
    write.owner('Associate', 'associateId', 'associate_id'),
    write.reference('SupportAssociate', 'AssociateId', 'supportAssociateId', 'supportAssociate_id', 'associates'),
    write.listItem('TicketPriority', 'ticketPriorityId', 'ticket_priority_id', 'ticketpriority'),
    write.listItem('CustomerLanguage', 'customerLanguageId', 'support_language_id', 'customerlanguage'),
    write.whole('Source', 'source', 'source'),
    write.createdBy(),
    write.updatedBy(),
    addressWrite<PersonRecord>([{ block: 'Street', prefix: '', field: 'address' }]),
    ...customFieldWrites<PersonRecord>('Person'),
  ],
  lengths: { Firstname: 99, MiddleName: 99, Lastname: 99, Mrmrs: 49, Title: 99, Description: 2047 },
};
