import { builder } from '../../graphql/builder.ts';
import { connectionType } from '../../graphql/connection.ts';
import { keyedBy } from '../../graphql/federation.ts';
import { type PagedList, pagedQuery } from '../../graphql/lists.ts';
import { keyFields, publish } from '../../graphql/sourced.ts';
import { AddressRef } from '../address/address.model.ts';
import { AssociateRef, recordedFields } from '../associate/associate.model.ts';
import { ContactPointRef } from '../contact-point/contact-point.model.ts';
import { ListItemRef } from '../list-item/list-item.model.ts';
import { NodeRef } from '../node/node.model.ts';
import { PersonRef } from '../person/person.model.ts';
import { contactFilter, contactOrder } from './contact.filter.ts';
import { ContactRef, contactSources } from './contact.model.ts';

const perRecord = 'Only the entity has it: on a page this takes one request per record. Null when that fails.';

ContactRef.implement({
  description: 'A company or organisation; SuperOffice calls it contact.',
  interfaces: [NodeRef],
  extensions: { entity: contactSources, ...keyedBy('id', 'contactId') },
  fields: (t) => {
    const field = publish(t, contactSources.declared);
    return {
      ...keyFields(t, contactSources, 'The id of the company (contact_id).'),
      name: field('name', {
        description: 'Name, without the department (Name). Empty when the ticket may not read it.',
      }),
      department: field('department', { description: 'Department or branch (Department). Null when empty.' }),
      fullName: field('fullName', {
        type: 'String',
        description: 'Name and department as SuperOffice joins them: "Name, Department".',
      }),
      orgNr: field('orgNr', { description: 'VAT or organisation number (OrgNr). Null when empty.' }),
      number: field('number', { description: 'The company number (Number2). Null when empty.' }),
      code: field('code', { description: 'The code (Number1). Null when empty.' }),
      description: field('description', {
        description: `The note on the company (Description). Null when empty. ${perRecord} Companies without a note are spared.`,
      }),
      stop: field('stop', { description: 'Whether the company is marked as stopped (Xstop).' }),
      noMailing: field('noMailing', { description: 'Whether the company wants no mailings (NoMailing).' }),
      deleted: field('deleted', {
        description: 'True only where SuperOffice still gives a soft-deleted company by its id (Deleted).',
      }),
      category: field('category', {
        type: ListItemRef,
        description: 'Category (list `category`). Null when none is set.',
      }),
      business: field('business', {
        type: ListItemRef,
        description: 'Line of business (list `business`). Null when none is set.',
      }),
      country: field('country', {
        type: ListItemRef,
        description: 'Country (list `country`; the ids are ISO 3166 numeric codes). Null when none is set.',
      }),
      phone: field('phone', { description: 'The first phone, formatted (Phones). Null when there is none.' }),
      email: field('email', {
        description: 'The first e-mail address (Emails). Null when there is none, or the text is no address.',
      }),
      url: field('url', {
        description: 'The first web address (Urls). Null when there is none, or the text is no address.',
      }),
      phones: field('phones', {
        type: [ContactPointRef],
        description: `All phones in their order (Phones). ${perRecord}`,
      }),
      emails: field('emails', {
        type: [ContactPointRef],
        description: `All e-mail addresses in their order (Emails). ${perRecord}`,
      }),
      urls: field('urls', {
        type: [ContactPointRef],
        description: `All web addresses in their order (Urls). ${perRecord}`,
      }),
      postalAddress: field('postalAddress', {
        type: AddressRef,
        description:
          "Postal address (Address.Postal). Null when all fields asked for are empty; the country, which is the company's own, counts only where it is asked for alone.",
      }),
      streetAddress: field('streetAddress', {
        type: AddressRef,
        description:
          "Visiting address (Address.Street). Null when all fields asked for are empty; the country, which is the company's own, counts only where it is asked for alone.",
      }),
      interests: field('interests', {
        type: [ListItemRef],
        description: `The chosen items of the list \`contint\` (Interests). ${perRecord}`,
      }),
      associate: field('associate', {
        type: AssociateRef,
        description: 'Our contact: the user who owns the company (Associate). Null when none is set.',
      }),
      supportPerson: field('supportPerson', {
        type: PersonRef,
        description: 'The person to turn to for support (SupportPerson). Null when none is set.',
      }),
      ...recordedFields(field),
    };
  },
});

const contactList: PagedList = {
  entity: contactSources,
  filter: contactFilter,
  order: contactOrder,
  connection: connectionType('Contact', ContactRef, 'companies'),
};

builder.queryField('contact', (t) =>
  t.field({
    type: ContactRef,
    nullable: true,
    description: 'A company by id. Null when it does not exist or the ticket cannot see it.',
    args: { contactId: t.arg.int({ required: true, description: 'The id of the company.' }) },
    resolve: (_root, { contactId }, context, info) => context.read.one(contactSources, contactId, info),
  }),
);
pagedQuery('contacts', contactList, 'Companies, page by page (archive SimpleContact). Null when it cannot be read.');
