import { builder } from '../../graphql/builder.ts';
import { connectionType } from '../../graphql/connection.ts';
import { keyedBy } from '../../graphql/federation.ts';
import { childLink, childrenField, type PagedList, pagedQuery } from '../../graphql/lists.ts';
import { keyFields, publish } from '../../graphql/sourced.ts';
import { AddressRef } from '../address/address.model.ts';
import { AssociateRef, recordedFields } from '../associate/associate.model.ts';
import { ContactRef } from '../contact/contact.model.ts';
import { ContactPointRef } from '../contact-point/contact-point.model.ts';
import { ListItemRef } from '../list-item/list-item.model.ts';
import { NodeRef } from '../node/node.model.ts';
import { personFilter, personOrder } from './person.filter.ts';
import { PersonRef, personSources } from './person.model.ts';

const perRecord = 'Only the entity has it: on a page this takes one request per record. Null when that fails.';

PersonRef.implement({
  description: 'A human being, mostly one who works at a company.',
  interfaces: [NodeRef],
  extensions: { entity: personSources, ...keyedBy('id', 'personId') },
  fields: (t) => {
    const field = publish(t, personSources.declared);
    const points = (
      name: 'emails' | 'phones' | 'officePhones' | 'mobilePhones' | 'privatePhones' | 'otherPhones' | 'urls',
      what: string,
    ) => field(name, { type: [ContactPointRef], description: `${what} ${perRecord}` });
    return {
      ...keyFields(t, personSources, 'The id of the person (person_id).'),
      firstName: field('firstName', { description: 'First name (Firstname). Null when empty.' }),
      middleName: field('middleName', { description: 'Middle name (MiddleName). Null when empty.' }),
      lastName: field('lastName', { description: 'Last name (Lastname). Null when empty.' }),
      fullName: field('fullName', { description: "The names joined as the request's culture does (FullName)." }),
      formalName: field('formalName', {
        description: 'The full name with titles (FormalName). Null when empty. On a page: one request for all rows.',
      }),
      title: field('title', { description: 'Job title as free text (Title). Null when empty.' }),
      salutation: field('salutation', {
        description: `How to address the person in a letter (Salutation). Null when empty. ${perRecord}`,
      }),
      mrMrs: field('mrMrs', { description: 'Mr, Mrs and the like, as free text (Mrmrs). Null when empty.' }),
      position: field('position', {
        type: ListItemRef,
        description: 'Position (list `perspos`); not the title. Null when none is set.',
      }),
      rank: field('rank', {
        description: 'Place among the persons of the company (column rank). Null when there is none.',
      }),
      description: field('description', { description: 'The note on the person (Description). Null when empty.' }),
      birthDate: field('birthDate', {
        type: 'Date',
        description:
          'Date of birth (BirthDate): a day of the calendar, the same in every time zone. Null when unknown, also when only day and month are known.',
      }),
      retired: field('retired', { description: 'Whether the person no longer works at the company (Retired).' }),
      noMailing: field('noMailing', { description: 'Whether the person wants no mailings (NoMailing).' }),
      contact: field('contact', {
        type: ContactRef,
        description: 'The employer (Contact). Null when there is none or it is not visible.',
      }),
      country: field('country', { type: ListItemRef, description: 'Country (list `country`). Null when none is set.' }),
      email: field('email', {
        description: 'The first e-mail address (Emails). Null when there is none, or the text is no address.',
      }),
      mobilePhone: field('mobilePhone', {
        description: 'The first mobile phone, formatted (MobilePhones). Null when there is none.',
      }),
      directPhone: field('directPhone', {
        description: 'The first office phone, formatted (OfficePhones). Null when there is none.',
      }),
      emails: points('emails', 'All e-mail addresses in their order (Emails).'),
      phones: points('phones', 'All phones: office, mobile, private, other.'),
      officePhones: points('officePhones', 'Office phones in their order (OfficePhones).'),
      mobilePhones: points('mobilePhones', 'Mobile phones in their order (MobilePhones).'),
      privatePhones: points('privatePhones', 'Private phones in their order (PrivatePhones).'),
      otherPhones: points('otherPhones', 'Other phones, such as pagers, in their order (OtherPhones).'),
      urls: points('urls', 'Web addresses in their order (Urls).'),
      address: field('address', {
        type: AddressRef,
        description:
          "Private address (Address.Street). Null when all fields asked for are empty; the country, which is the person's own, counts only where it is asked for alone.",
      }),
      interests: field('interests', {
        type: [ListItemRef],
        description: `The chosen items of the list \`persint\` (Interests). ${perRecord}`,
      }),
      associate: field('associate', {
        type: AssociateRef,
        description:
          'The user that this person is (CorrespondingAssociate); not the owner. Null for persons who are no users. On a page: one request for all rows.',
      }),
      ...recordedFields(field),
    };
  },
});

const personList: PagedList = {
  entity: personSources,
  filter: personFilter,
  order: personOrder,
  connection: connectionType('Person', PersonRef, 'persons'),
};

builder.queryField('person', (t) =>
  t.field({
    type: PersonRef,
    nullable: true,
    description: 'A person by id, retired ones too. Null when it does not exist or the ticket cannot see it.',
    args: { personId: t.arg.int({ required: true, description: 'The id of the person.' }) },
    resolve: (_root, { personId }, context, info) => context.read.one(personSources, personId, info),
  }),
);
pagedQuery(
  'persons',
  personList,
  'Persons, page by page, retired ones too (archive Person). Null when it cannot be read.',
);

const personsByContact = childLink(personList, {
  parent: 'Contact',
  column: 'contactId',
  operator: 'in',
  orderedByParent: true,
});

builder.objectField(ContactRef, 'persons', (t) =>
  childrenField(
    t,
    personList,
    personsByContact,
    'Persons who work at the company, retired ones too. Null when they cannot be read.',
  ),
);
