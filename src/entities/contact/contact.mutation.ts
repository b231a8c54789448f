import { entityMutations } from '../../graphql/mutation-entity.ts';
import type { Changes } from '../../upstream/superoffice/patch.ts';
import { address } from '../../upstream/superoffice/patch-address.ts';
import { customFields } from '../../upstream/superoffice/patch-custom.ts';
import { chosen, flag, points, reference, requiredText, text } from '../../upstream/superoffice/patch-kinds.ts';
import { ContactRef, contactSources } from './contact.model.ts';

const contactChanges: Changes = {
  name: requiredText('Name', 'Name, without the department (Name).'),
  department: text('Department', 'Department or branch (Department).'),
  orgNr: text('OrgNr', 'VAT or organisation number (OrgNr).'),
  number: text('Number2', 'The company number (Number2); the CRM may give new companies one.'),
  code: text('Number1', 'The code (Number1).'),
  description: text('Description', 'The note on the company (Description).'),
  categoryId: reference('Category', 'Id', 'Category: id in the list `category` (Category).'),
  businessId: reference('Business', 'Id', 'Line of business: id in the list `business` (Business).'),
  countryId: reference('Country', 'CountryId', 'Country: id in the list `country`, the ISO 3166 number (Country).'),
  associateId: reference(
    'Associate',
    'AssociateId',
    'Our contact: the id of the user who owns the company (Associate).',
  ),
  supportPersonId: reference(
    'SupportPerson',
    'PersonId',
    'The id of the person to turn to for support (SupportPerson).',
  ),
  interestIds: chosen('Interests', 'contint', 'The interests (Interests).'),
  stop: flag('Xstop', 'Whether the company is marked as stopped (Xstop).'),
  noMailing: flag('NoMailing', 'Whether the company wants no mailings (NoMailing).'),
  phones: points('Phones', 'The phones (Phones).'),
  emails: points('Emails', 'The e-mail addresses (Emails).'),
  urls: points('Urls', 'The web addresses (Urls).'),
  postalAddress: address('Postal', 'Postal', 'Postal address (Address.Postal).'),
  streetAddress: address('Street', 'Street', 'Visiting address (Address.Street).'),
  customFields: customFields("The tenant's own fields (CustomFields)."),
};

entityMutations({
  entity: contactSources,
  ref: ContactRef,
  noun: 'company',
  changes: contactChanges,
  required: ['name'],
  deleting: 'SuperOffice may keep it in its recycle bin for a while.',
});
