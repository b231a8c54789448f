import { builder } from '../../graphql/builder.ts';
import { keyedBy } from '../../graphql/federation.ts';
import { keyFields, publish } from '../../graphql/sourced.ts';
import { NodeRef } from '../node/node.model.ts';
import { PersonRef } from '../person/person.model.ts';
import { AssociateRef, associateSources } from './associate.model.ts';

AssociateRef.implement({
  description: 'A user of SuperOffice: employee, resource, external or system user.',
  interfaces: [NodeRef],
  extensions: { entity: associateSources, ...keyedBy('id', 'associateId') },
  fields: (t) => {
    const field = publish(t, associateSources.declared);
    return {
      ...keyFields(t, associateSources, 'The id of the user (associate_id).'),
      name: field('name', { type: 'String', description: 'Initials: the login name.' }),
      fullName: field('fullName', {
        type: 'String',
        description: 'First and last name; the initials where the user has none.',
      }),
      email: field('email', {
        description:
          'Main e-mail address of the person that the user is. Null when there is none, or only the simple list may be read.',
      }),
      deleted: field('deleted', {
        type: 'Boolean',
        description: 'Whether the user can no longer work: deleted or expired. Null where the CRM does not tell.',
      }),
      person: field('person', {
        type: PersonRef,
        description: 'The person that the user is. Null for users without one, such as system users.',
      }),
    };
  },
});

builder.queryFields((t) => ({
  associate: t.field({
    type: AssociateRef,
    nullable: true,
    description: 'A user by id; null when there is none (archive AllUsers).',
    args: { associateId: t.arg.int({ required: true, description: 'The id of the user.' }) },
    resolve: (_root, { associateId }, context, info) => context.read.one(associateSources, associateId, info),
  }),
  associates: t.field({
    type: [AssociateRef],
    nullable: { list: true, items: false },
    description: 'All users, in the order of the CRM (archive AllUsers). Null when they cannot be read.',
    args: {
      includeDeleted: t.arg.boolean({
        required: false,
        description: 'Also users that can no longer work. Default: false.',
      }),
    },
    resolve: (_root, { includeDeleted }, context, info) =>
      context.read.all(associateSources, includeDeleted ? null : 'isActive set true', info),
  }),
}));
