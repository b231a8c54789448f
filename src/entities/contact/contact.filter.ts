import { filterType, stampFilters } from '../../graphql/filter.ts';
import { orderType, stampOrders } from '../../graphql/paging.ts';

export const contactFilter = filterType('ContactFilter', {
  description: 'Conditions on companies, joined with AND.',
  fields: {
    contactId: { kind: 'int', column: 'contactId', description: 'By the id of the company.' },
    name: { kind: 'name', column: 'name', key: 'contactId', description: 'By name, without the department.' },
    department: { kind: 'text', column: 'department', description: 'By department.' },
    orgNr: { kind: 'text', column: 'orgnr', description: 'By VAT or organisation number.' },
    number: { kind: 'text', column: 'number', description: 'By the company number (Number2).' },
    category: { kind: 'list', column: 'category', description: 'By item of the list `category`.' },
    business: { kind: 'list', column: 'business', description: 'By item of the list `business`.' },
    country: { kind: 'list', column: 'country', description: 'By item of the list `country` (ISO 3166 numeric code).' },
    associate: {
      kind: 'associate',
      column: 'associateId',
      description: 'By "our contact": the user who owns the company.',
    },
    email: {
      kind: 'joinedText',
      column: 'email/emailAddress',
      description: 'By any of the e-mail addresses; positive operators only, and `totalCount` is null.',
    },
    phone: {
      kind: 'joinedText',
      column: 'phone/formattedNumber',
      description: 'By any of the phone numbers as they are shown; positive operators only, and `totalCount` is null.',
    },
    city: { kind: 'text', column: 'streetAddress/city', description: 'By city of the street address.' },
    postalCode: { kind: 'text', column: 'streetAddress/zip', description: 'By postal code of the street address.' },
    stop: { kind: 'flag', column: 'stop', description: 'By the stop mark.' },
    ...stampFilters('registeredDate', 'updatedDate'),
  },
});

export const contactOrder = orderType('Contact', 'companies', {
  CONTACT_ID: { column: 'contactId', seek: 'int', description: 'By id.' },
  NAME: { column: 'name', seek: 'none', description: "By name, in the CRM's alphabet." },
  DEPARTMENT: { column: 'department', seek: 'none', description: "By department, in the CRM's alphabet." },
  CATEGORY: {
    column: 'category',
    seek: 'none',
    description: 'By category: by its text or its rank, as the CRM decides.',
  },
  ...stampOrders('registeredDate', 'updatedDate'),
});
