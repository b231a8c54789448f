import { builder } from '../../graphql/builder.ts';

export const ActivityStatusRef = builder.enumType('ActivityStatus', {
  description: 'How far an activity has come.',
  values: {
    UNKNOWN: { description: 'Not known.' },
    NOT_STARTED: { description: 'Not begun.' },
    STARTED: { description: 'Begun, and not completed.' },
    COMPLETED: { description: 'Done.' },
  },
});

export const AppointmentTypeRef = builder.enumType('AppointmentType', {
  description: 'Where an activity is kept.',
  values: {
    UNKNOWN: { description: 'Not known.' },
    IN_DIARY: { description: 'In the diary, with a time.' },
    IN_CHECKLIST: { description: 'In the checklist, with a day.' },
    NOTE: { description: 'A note.' },
    DOCUMENT: { description: 'A document.' },
    SAVED_REPORT: { description: 'A saved report.' },
    BOOKING_FOR_DIARY: { description: 'An invitation for the diary.' },
    BOOKING_FOR_CHECKLIST: { description: 'An invitation for the checklist.' },
    MERGE_DRAFT: { description: 'A draft of a mail merge.' },
    MERGE_FINAL: { description: 'A finished mail merge.' },
  },
});

export const AppointmentPrivacyRef = builder.enumType('AppointmentPrivacy', {
  description: 'Who may see an appointment.',
  values: {
    PUBLIC: { description: 'All users.' },
    PRIVATE_USER: { description: 'Its user alone.' },
    PRIVATE_GROUP: { description: "Its user's group." },
  },
});
