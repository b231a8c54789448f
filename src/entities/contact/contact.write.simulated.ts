import type { ContactRecord } from '../../simulator/store.ts';
import { addressWrite } from '../../simulator/superoffice/address-writes.ts';
import { customFieldWrites } from '../../simulator/superoffice/custom-field-writes.ts';
import { memberWrites, type Save } from '../../simulator/superoffice/member-writes.ts';
import type { WritableEntity } from '../../simulator/superoffice/save.ts';
import { simulatedContact } from './contact.simulated.ts';

const write = memberWrites<ContactRecord>();

/** How a company is written. */
export const contactWrites: WritableEntity<ContactRecord> = {
  entity: simulatedContact,
  writes: [
    write.text('Name', 'name', 'name'),
    write.text('Department', 'department', 'department'),
    write.text('OrgNr', 'orgNr', 'orgNr'),
    write.text('Number1', 'code', 'number1'),
    write.text('Number2', 'number', 'number2'),
    write.text('Kananame', 'kanaName', 'kananame'),
    write.text('Description', 'description', 'text_id'),
    write.elements('Emails', 'emails'),
    write.elements('Urls', 'urls'),
    write.elements('Phones', 'phones'),
    write.elements('Faxes', 'faxes'),
    write.texts('Domains', 'domains'),
    write.selection('Interests', 'interestIds', 'activeInterests', 'contint'),
    write.owner('Associate', 'associateId', 'associate_id'),
    write.listItem('Business', 'businessId', 'business_idx', 'business'),
    write.listItem('Category', 'categoryId', 'category_idx', 'category'),
    write.listItem('Country', 'countryId', 'country_id', 'country', 'CountryId'),
    write.truth('NoMailing', 'noMailing', 'nomailing'),
    write.truth('Xstop', 'stop', 'xstop'),
    write.whole('GroupId', 'groupId', 'group_idx'),
    write.whole('Source', 'source', 'source'),
    write.reference('SupportAssociate', 'AssociateId', 'supportAssociateId', 'supportAssociate_id', 'associates'),
    write.reference('SupportPerson', 'PersonId', 'supportPersonId', 'supportPerson_id', 'persons'),
    write.listItem('TicketPriority', 'ticketPriorityId', 'ticket_priority_id', 'ticketpriority'),
    write.listItem('CustomerLanguage', 'customerLanguageId', 'support_language_id', 'customerlanguage'),
    write.createdBy(),
    write.updatedBy(),
    addressWrite<ContactRecord>([
      { block: 'Street', prefix: 'Street', field: 'streetAddress' },
      { block: 'Postal', prefix: 'Postal', field: 'postalAddress' },
    ]),
    ...customFieldWrites<ContactRecord>('Contact'),
  ],
  lengths: { Name: 219, Department: 219, OrgNr: 49, Number1: 49, Number2: 49, Description: 2047 },
  settle: allocateNumber,
};

/** A new company without a number gets the next one, as `Number2` may be allocated by the server (2.3). */
function allocateNumber({ row, stored, caller }: Save<ContactRecord>): void {
  if (stored.id !== 0 || row.number !== '' || !caller.options.writes.allocatesNumbers) return;
  const numbers = [...caller.world.contacts.values()].map((contact) => Number(contact.number));
  row.number = String(Math.max(10_000, ...numbers.filter(Number.isInteger)) + 1);
  row.nullTexts = row.nullTexts?.filter((member) => member !== 'Number2');
}
