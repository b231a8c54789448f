import { builder } from '../../graphql/builder.ts';
import { afterDescription, deletedDescription, eventType } from '../../graphql/subscription.ts';
import { follow } from '../../reading/followed.ts';
import { AppointmentRef, appointmentSources, appointmentTypes } from './appointment.model.ts';

const ofDocuments = ['DOCUMENT', 'MERGE_DRAFT', 'MERGE_FINAL'];

const followedAppointments = follow({
  entity: appointmentSources,
  // There is no event of appointments: rows of their table are activities, and documents are among them (10.2).
  wireName: 'activity',
  related: {
    contactId: { column: 'contactId', database: 'contact_id' },
    associateId: { column: 'associateId', database: 'associate_id' },
  },
  full: true,
  only: {
    column: 'rawType',
    database: 'document_id',
    isOne: (type) => !ofDocuments.includes(appointmentTypes[type ?? 0]?.[0] ?? ''),
  },
  stamps: { createdAt: 'registeredDate', updatedAt: 'updatedDate' },
  fields: {
    title: 'title',
    text_id: 'description',
    agenda: 'agenda',
    internal_notes: 'internalNotes',
    do_by: 'startDate',
    enddate: 'endDate',
    alldayevent: 'isAllDay',
    location: 'location',
    status: 'completed',
    type: 'type',
    private: 'private',
    alarm: 'hasAlarm',
    freebusy: 'isFree',
    joinvideomeeturl: 'videoMeetingUrl',
    task_idx: 'task',
    priority_idx: 'priority',
    contact_id: 'contact',
    person_id: 'person',
    associate_id: 'associate',
    registered: 'createdAt',
    registered_associate_id: 'createdBy',
    updated: 'updatedAt',
    updated_associate_id: 'updatedBy',
  },
});

const AppointmentEventRef = eventType(followedAppointments, {
  type: 'AppointmentEvent',
  record: 'appointment',
  noun: 'appointment',
  ref: AppointmentRef,
});

builder.subscriptionField('appointmentChanged', (t) =>
  t.field({
    type: AppointmentEventRef,
    nullable: false,
    description: `Appointments that are created, changed or deleted; documents are none. ${deletedDescription}`,
    args: {
      appointmentId: t.arg.int({ description: 'This appointment alone.' }),
      contactId: t.arg.int({ description: 'Appointments with this company, as they are after the change.' }),
      associateId: t.arg.int({ description: 'Appointments in the diary of this user, as they are after the change.' }),
      after: t.arg.id({ description: afterDescription }),
    },
    subscribe: (_root, { appointmentId, contactId, associateId, after }, { live }) =>
      live.follow({
        followed: followedAppointments,
        key: appointmentId ?? null,
        filter: { contactId: contactId ?? null, associateId: associateId ?? null },
        after: after ?? null,
      }),
    resolve: (event) => event,
  }),
);
