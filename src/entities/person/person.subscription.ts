import { builder } from '../../graphql/builder.ts';
import { afterDescription, deletedDescription, eventType } from '../../graphql/subscription.ts';
import { follow } from '../../reading/followed.ts';
import { PersonRef, personSources } from './person.model.ts';

const followedPersons = follow({
  entity: personSources,
  wireName: 'person',
  related: { contactId: { column: 'contactId', database: 'contact_id' } },
  stamps: { createdAt: 'personRegisteredDate', updatedAt: 'personUpdatedDate' },
  fields: {
    firstname: 'firstName',
    middlename: 'middleName',
    lastname: 'lastName',
    title: 'title',
    salutation: 'salutation',
    mrmrs: 'mrMrs',
    text_id: 'description',
    position_idx: 'position',
    rank: 'rank',
    contact_id: 'contact',
    country_id: 'country',
    day_of_birth: 'birthDate',
    month_of_birth: 'birthDate',
    year_of_birth: 'birthDate',
    retired: 'retired',
    nomailing: 'noMailing',
    activeinterests: 'interests',
    registered: 'createdAt',
    registered_associate_id: 'createdBy',
    updated: 'updatedAt',
    updated_associate_id: 'updatedBy',
  },
});

const PersonEventRef = eventType(followedPersons, {
  type: 'PersonEvent',
  record: 'person',
  noun: 'person',
  ref: PersonRef,
});

builder.subscriptionField('personChanged', (t) =>
  t.field({
    type: PersonEventRef,
    nullable: false,
    description: `People that are created, changed or deleted. ${deletedDescription}`,
    args: {
      personId: t.arg.int({ description: 'This person alone.' }),
      contactId: t.arg.int({ description: 'People of this company, as they are after the change.' }),
      after: t.arg.id({ description: afterDescription }),
    },
    subscribe: (_root, { personId, contactId, after }, { live }) =>
      live.follow({
        followed: followedPersons,
        key: personId ?? null,
        filter: { contactId: contactId ?? null },
        after: after ?? null,
      }),
    resolve: (event) => event,
  }),
);
