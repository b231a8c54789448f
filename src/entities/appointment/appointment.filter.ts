import { filterType, stampFilters } from '../../graphql/filter.ts';
import { orderType, stampOrders } from '../../graphql/paging.ts';

export const appointmentFilter = filterType('AppointmentFilter', {
  description: 'Conditions on appointments, joined with AND. Tentative and rejected ones are found too.',
  fields: {
    appointmentId: { kind: 'int', column: 'appointmentId', description: 'By the id of the appointment.' },
    contactId: { kind: 'list', column: 'contactId', description: 'By the id of the company.' },
    personId: { kind: 'list', column: 'personId', description: 'By the id of the person.' },
    associate: { kind: 'associate', column: 'associateId', description: 'By the user whose diary it is in.' },
    task: { kind: 'list', column: 'type', description: 'By item of the list `task`.' },
    priority: { kind: 'list', column: 'priority', description: 'By item of the list `priority`.' },
    description: {
      kind: 'positiveText',
      column: 'appointment/description',
      description: 'By the text of the appointment; SuperOffice has no negative operators for it.',
    },
    location: { kind: 'text', column: 'location', description: 'By place.' },
    completed: { kind: 'flag', column: 'completed', description: 'Whether it is completed.' },
    startDate: { kind: 'instant', column: 'date', description: 'By the instant of the start.' },
    endDate: {
      kind: 'day',
      column: 'endDate',
      decidedBy: 'endTime',
      dateClass: 'diary',
      byDay: true,
      description:
        'By the day of the end in the time zone in force; an instant stands for its day. `totalCount` is null, and it cannot stand under `or`.',
    },
    ...stampFilters('registeredDate', 'updatedDate'),
  },
});

export const appointmentOrder = orderType('Appointment', 'appointments', {
  APPOINTMENT_ID: { column: 'appointmentId', seek: 'int', description: 'By id.' },
  START_DATE: { column: 'date', seek: 'instant', description: 'By the instant of the start.' },
  END_DATE: { column: 'endDate', seek: 'none', description: 'By the day of the end, then by id.' },
  TASK: {
    column: 'type',
    seek: 'none',
    description: 'By the kind of activity: by its text or its rank, as the CRM decides.',
  },
  ...stampOrders('registeredDate', 'updatedDate'),
});
