import { builder } from '../../graphql/builder.ts';
import { connectionType } from '../../graphql/connection.ts';
import { keyedBy } from '../../graphql/federation.ts';
import { childLink, childrenField, type PagedList, pagedQuery } from '../../graphql/lists.ts';
import { keyFields, publish, zonedField } from '../../graphql/sourced.ts';
import { AssociateRef, recordedFields } from '../associate/associate.model.ts';
import { ContactRef } from '../contact/contact.model.ts';
import { ListItemRef } from '../list-item/list-item.model.ts';
import { NodeRef } from '../node/node.model.ts';
import { PersonRef } from '../person/person.model.ts';
import { ActivityStatusRef, AppointmentPrivacyRef, AppointmentTypeRef } from './appointment.enums.ts';
import { appointmentFilter, appointmentOrder } from './appointment.filter.ts';
import { AppointmentRef, appointmentSources } from './appointment.model.ts';
import { ParticipantRef } from './participant.type.ts';

const simpleList = 'No archive column has it: on a page this takes one request for all rows. Null when that fails.';

AppointmentRef.implement({
  description: 'A meeting, call, task or follow-up.',
  interfaces: [NodeRef],
  extensions: { entity: appointmentSources, ...keyedBy('id', 'appointmentId') },
  fields: (t) => {
    const field = publish(t, appointmentSources.declared);
    return {
      ...keyFields(t, appointmentSources, 'The id of the appointment (appointment_id).'),
      title: field('title', { description: `Title (Title). Null when empty. ${simpleList}` }),
      description: field('description', {
        description: 'What it is about, as free text (Description). Null when empty.',
      }),
      agenda: field('agenda', { description: `Agenda (Agenda). Null when empty. ${simpleList}` }),
      internalNotes: field('internalNotes', {
        description: `Notes that are not sent to participants (InternalNotes). Null when empty. ${simpleList}`,
      }),
      startDate: zonedField(
        t,
        'startDate',
        'When it begins (StartDate), in the time zone in force or in `zone`. Null when it has no date.',
      ),
      endDate: zonedField(
        t,
        'endDate',
        'When it ends (EndDate), in the time zone in force or in `zone`. Null when it has no date.',
      ),
      isAllDay: field('isAllDay', { description: `Whether it takes the whole day (IsAlldayEvent). ${simpleList}` }),
      location: field('location', { description: 'Where it takes place, as free text (Location). Null when empty.' }),
      completed: field('completed', { type: ActivityStatusRef, description: 'How far it has come (Completed).' }),
      type: field('type', {
        type: AppointmentTypeRef,
        description: 'Where it is kept: in the diary, in the checklist ... (Type). Null when unknown.',
      }),
      private: field('private', {
        type: AppointmentPrivacyRef,
        description: `Who may see it (Private). ${simpleList}`,
      }),
      hasAlarm: field('hasAlarm', { description: 'Whether the user is reminded of it (HasAlarm).' }),
      isFree: field('isFree', { description: `Whether the user counts as free meanwhile (IsFree). ${simpleList}` }),
      videoMeetingUrl: field('videoMeetingUrl', {
        description: 'Where to join the video meeting (JoinVideomeetUrl). Null when there is none.',
      }),
      task: field('task', { type: ListItemRef, description: 'Kind of activity (list `task`). Null when none is set.' }),
      priority: field('priority', {
        type: ListItemRef,
        description: 'Priority (list `priority`). Null when none is set.',
      }),
      contact: field('contact', {
        type: ContactRef,
        description: 'The company (Contact). Null when there is none or it is not visible.',
      }),
      person: field('person', {
        type: PersonRef,
        description: 'The person of that company (Person). Null when there is none or it is not visible.',
      }),
      associate: field('associate', {
        type: AssociateRef,
        description: 'Whose diary it is in (Associate). Null when nobody is set.',
      }),
      participants: field('participants', {
        type: [ParticipantRef],
        description:
          'Who takes part (Participants). Only the entity has it: on a page this takes one request per record. Null when that fails.',
      }),
      ...recordedFields(field),
    };
  },
});

const appointmentList: PagedList = {
  entity: appointmentSources,
  filter: appointmentFilter,
  order: appointmentOrder,
  connection: connectionType('Appointment', AppointmentRef, 'appointments'),
};

builder.queryField('appointment', (t) =>
  t.field({
    type: AppointmentRef,
    nullable: true,
    description:
      'An appointment by id, tentative and rejected ones too. Null when it does not exist or the ticket cannot see it.',
    args: { appointmentId: t.arg.int({ required: true, description: 'The id of the appointment.' }) },
    resolve: (_root, { appointmentId }, context, info) => context.read.one(appointmentSources, appointmentId, info),
  }),
);
pagedQuery(
  'appointments',
  appointmentList,
  'Appointments, page by page, tentative and rejected ones too (archive FindAppointment). Null when it cannot be read.',
);

const appointmentsByContact = childLink(appointmentList, {
  parent: 'Contact',
  column: 'contactId',
  operator: 'oneOf',
  orderedByParent: false,
});
const appointmentsByPerson = childLink(appointmentList, {
  parent: 'Person',
  column: 'personId',
  operator: 'oneOf',
  orderedByParent: false,
});

builder.objectField(ContactRef, 'appointments', (t) =>
  childrenField(
    t,
    appointmentList,
    appointmentsByContact,
    'Appointments with the company. Null when they cannot be read.',
  ),
);
builder.objectField(PersonRef, 'appointments', (t) =>
  childrenField(
    t,
    appointmentList,
    appointmentsByPerson,
    'Appointments with the person. Null when they cannot be read.',
  ),
);
