import { builder } from '../../graphql/builder.ts';
import { lenientEmail } from '../../graphql/scalars.ts';
import { asText } from '../../reading/row.ts';
import { entityNamed } from '../../reading/sources.ts';
import { AssociateRef } from '../associate/associate.model.ts';
import { ContactRef } from '../contact/contact.model.ts';
import { PersonRef } from '../person/person.model.ts';
import type { ParticipantWire } from './appointment.model.ts';

export const ParticipantRef = builder.objectRef<ParticipantWire>('Participant');

ParticipantRef.implement({
  description:
    'Someone who takes part in an appointment. Of several participants, all persons are read together, and so are users and companies.',
  fields: (t) => ({
    person: t.field({
      type: PersonRef,
      nullable: true,
      description: 'The person (PersonId). Null when it is none, or not visible.',
      resolve: ({ PersonId }, _args, context, info) =>
        PersonId ? context.read.linked(entityNamed('Person'), PersonId, info) : null,
    }),
    associate: t.field({
      type: AssociateRef,
      nullable: true,
      description: 'The user (AssociateId). Null when it is none.',
      resolve: ({ AssociateId }, _args, context, info) =>
        AssociateId ? context.read.linked(entityNamed('Associate'), AssociateId, info) : null,
    }),
    contact: t.field({
      type: ContactRef,
      nullable: true,
      description: 'The company (ContactId). Null when there is none, or it is not visible.',
      resolve: ({ ContactId }, _args, context, info) =>
        ContactId ? context.read.linked(entityNamed('Contact'), ContactId, info) : null,
    }),
    email: t.field({
      type: 'EmailAddress',
      nullable: true,
      description: 'The address that invitations go to (EmailAddress). Null when there is none.',
      resolve: ({ EmailAddress }) => lenientEmail(asText(EmailAddress)),
    }),
    invitationStatus: t.string({
      nullable: false,
      description:
        "SuperOffice's word for the answer to the invitation: Unknown, None, Accepted, Hidden, Invitation, Moved, Seen, MovedSeen, Declined or Cancelled.",
      resolve: ({ InvitationStatus }) => asText(InvitationStatus) ?? 'Unknown',
    }),
  }),
});
