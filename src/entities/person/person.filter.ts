import { filterType, stampFilters } from '../../graphql/filter.ts';
import { orderType, stampOrders } from '../../graphql/paging.ts';

export const personFilter = filterType('PersonFilter', {
  description:
    'Conditions on persons, joined with AND. Retired persons are found too, unless `retired` says otherwise.',
  fields: {
    personId: { kind: 'int', column: 'personId', description: 'By the id of the person.' },
    contactId: { kind: 'int', column: 'contactId', description: 'By the id of the company that employs the person.' },
    firstName: { kind: 'text', column: 'firstName', description: 'By first name.' },
    lastName: { kind: 'text', column: 'lastName', description: 'By last name.' },
    fullName: { kind: 'name', column: 'fullName', key: 'personId', description: 'By the full name.' },
    title: { kind: 'text', column: 'title', description: 'By job title.' },
    email: {
      kind: 'joinedText',
      column: 'email/emailAddress',
      description: 'By any of the e-mail addresses; positive operators only, and `totalCount` is null.',
    },
    position: { kind: 'list', column: 'position', description: 'By item of the list `perspos`.' },
    country: {
      kind: 'list',
      column: 'personCountry',
      description: 'By item of the list `country` (ISO 3166 numeric code).',
    },
    retired: { kind: 'flag', column: 'retired', description: 'Whether the person no longer works at the company.' },
    ...stampFilters('personRegisteredDate', 'personUpdatedDate'),
  },
  entities: (input) => ((input.retired as { eq?: boolean } | null | undefined)?.eq === false ? ['person'] : undefined),
});

export const personOrder = orderType('Person', 'persons', {
  PERSON_ID: { column: 'personId', seek: 'int', description: 'By id.' },
  FIRST_NAME: { column: 'firstName', seek: 'none', description: "By first name, in the CRM's alphabet." },
  LAST_NAME: { column: 'lastName', seek: 'none', description: "By last name, in the CRM's alphabet." },
  FULL_NAME: { column: 'fullName', seek: 'none', description: "By full name, in the CRM's alphabet." },
  ...stampOrders('personRegisteredDate', 'personUpdatedDate'),
});
