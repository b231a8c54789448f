import { entityMutations } from '../../graphql/mutation-entity.ts';
import type { Changes } from '../../upstream/superoffice/patch.ts';
import { address } from '../../upstream/superoffice/patch-address.ts';
import { customFields } from '../../upstream/superoffice/patch-custom.ts';
import { chosen, day, flag, points, reference, requiredText, text } from '../../upstream/superoffice/patch-kinds.ts';
import { PersonRef, personSources } from './person.model.ts';

const personChanges: Changes = {
  firstName: text('Firstname', 'First name (Firstname).'),
  middleName: text('MiddleName', 'Middle name (MiddleName).'),
  lastName: requiredText('Lastname', 'Last name (Lastname).'),
  title: text('Title', 'Job title as free text (Title).'),
  mrMrs: text('Mrmrs', 'Form of address: a text of the list `mrmrs` (Mrmrs).'),
  salutation: text('Salutation', 'Salutation of letters: a text of the list `salutation` (Salutation).'),
  contactId: reference(
    'Contact',
    'ContactId',
    'The employer: the id of the company (Contact); the CRM may insist on one.',
  ),
  positionId: reference('Position', 'Id', 'Position: id in the list `perspos` (Position).'),
  countryId: reference('Country', 'CountryId', 'Country: id in the list `country`, the ISO 3166 number (Country).'),
  description: text('Description', 'The note on the person (Description).'),
  birthDate: day('BirthDate', 'Date of birth (BirthDate), a day of the calendar in no time zone.'),
  retired: flag('Retired', 'Whether the person no longer works there (Retired).'),
  noMailing: flag('NoMailing', 'Whether the person wants no mailings (NoMailing).'),
  emails: points('Emails', 'The e-mail addresses (Emails).'),
  mobilePhones: points('MobilePhones', 'The mobile phones (MobilePhones).'),
  officePhones: points('OfficePhones', 'The phones at work (OfficePhones).'),
  privatePhones: points('PrivatePhones', 'The phones at home (PrivatePhones).'),
  otherPhones: points('OtherPhones', 'Other phones, such as pagers (OtherPhones).'),
  urls: points('Urls', 'The web addresses (Urls).'),
  address: address('Street', '', 'The private address (Address.Street).'),
  interestIds: chosen('Interests', 'persint', 'The interests (Interests).'),
  customFields: customFields("The tenant's own fields (CustomFields)."),
};

entityMutations({
  entity: personSources,
  ref: PersonRef,
  noun: 'person',
  changes: personChanges,
  required: ['lastName'],
  onlyChanged: ['retired'],
  deleting: 'SuperOffice may keep it in its recycle bin for a while.',
});
