import { builder } from '../../graphql/builder.ts';
import { afterDescription, deletedDescription, eventType } from '../../graphql/subscription.ts';
import { follow } from '../../reading/followed.ts';
import { ContactRef, contactSources } from './contact.model.ts';

const followedContacts = follow({
  entity: contactSources,
  wireName: 'contact',
  related: {},
  stamps: { createdAt: 'registeredDate', updatedAt: 'updatedDate' },
  fields: {
    name: 'name',
    department: 'department',
    orgnr: 'orgNr',
    number1: 'code',
    number2: 'number',
    text_id: 'description',
    xstop: 'stop',
    nomailing: 'noMailing',
    associate_id: 'associate',
    business_idx: 'business',
    category_idx: 'category',
    country_id: 'country',
    supportperson_id: 'supportPerson',
    activeinterests: 'interests',
    deleted: 'deleted',
    registered: 'createdAt',
    registered_associate_id: 'createdBy',
    updated: 'updatedAt',
    updated_associate_id: 'updatedBy',
  },
});

const ContactEventRef = eventType(followedContacts, {
  type: 'ContactEvent',
  record: 'contact',
  noun: 'company',
  ref: ContactRef,
});

builder.subscriptionField('contactChanged', (t) =>
  t.field({
    type: ContactEventRef,
    nullable: false,
    description: `Companies that are created, changed or deleted. ${deletedDescription}`,
    args: {
      contactId: t.arg.int({ description: 'This company alone.' }),
      after: t.arg.id({ description: afterDescription }),
    },
    subscribe: (_root, { contactId, after }, { live }) =>
      live.follow({ followed: followedContacts, key: contactId ?? null, filter: {}, after: after ?? null }),
    resolve: (event) => event,
  }),
);
