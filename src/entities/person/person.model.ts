import { builder } from '../../graphql/builder.ts';
import type { CrmRecord } from '../../reading/record.ts';
import { type Column, type Row, wholeOf } from '../../reading/row.ts';
import { sources } from '../../reading/sources.ts';
import { calendarDate } from '../../upstream/superoffice/dates.ts';
import { address } from '../address/address.model.ts';
import { recordedBy } from '../associate/associate.model.ts';
import { contactPoints, firstPoint } from '../contact-point/contact-point.model.ts';
import { rights } from '../field-access/field-access.model.ts';
import { chosenInterests } from '../list-item/list-item.model.ts';

export const PersonRef = builder.objectRef<CrmRecord>('Person');

export const personSources = sources(
  {
    type: 'Person',
    key: { field: 'personId', column: 'personId', member: 'PersonId' },
    provider: 'Person',
    path: 'Person',
    simpleList: 'Agents/Person/GetPersonList',
    entities: ['person', 'retiredPerson'], // which of them is the default is not documented
  },
  {
    firstName: { column: 'firstName', member: 'Firstname', simple: 'Firstname' },
    middleName: { column: 'middleName', member: 'MiddleName', simple: 'MiddleName' },
    lastName: { column: 'lastName', member: 'Lastname', simple: 'Lastname' },
    fullName: { column: 'fullName', member: 'FullName', simple: 'FullName', required: true },
    formalName: { member: 'FormalName', simple: 'FormalName' },
    title: { column: 'title', member: 'Title', simple: 'Title' },
    salutation: { member: 'Salutation' },
    mrMrs: { column: 'mrMrs', member: 'Mrmrs', simple: 'Mrmrs' },
    position: { list: 'perspos', column: 'position', member: 'Position', simple: { text: 'Position' } },
    rank: { kind: 'int', column: 'rank', simple: 'Rank' }, // the entity has none
    description: { column: 'personInfo/infoText', member: 'Description', simple: 'Description' },
    birthDate: {
      columns: ['birthYear', 'birthMonth', 'birthDay'], // `birthdate` is a text for people
      members: ['BirthDate'],
      fromRow: birthDateOfRow,
      fromEntity: (wire) => calendarDate(wire.BirthDate as string | null | undefined),
    },
    retired: { kind: 'flag', column: 'retired', member: 'Retired', simple: 'Retired', required: true },
    noMailing: { kind: 'flag', column: 'personNoMail', member: 'NoMailing', required: true },
    contact: {
      reference: 'Contact',
      key: 'contactId',
      prefix: 'personContact/',
      member: 'Contact',
      simple: {
        key: 'ContactId',
        fields: {
          name: 'ContactName',
          department: 'ContactDepartment',
          fullName: 'ContactFullName',
          orgNr: 'ContactOrgNr',
        },
      },
    },
    country: { list: 'country', column: 'personCountry', member: 'Country', idMember: 'CountryId' },
    email: firstPoint('email', 'email/emailAddress', 'Emails', 'Email'),
    mobilePhone: firstPoint('text', 'personMobilePhone/formattedNumber', 'MobilePhones', 'MobilePhone'),
    directPhone: firstPoint('text', 'personDirectPhone/formattedNumber', 'OfficePhones', 'DirectPhone'),
    emails: contactPoints('Emails'),
    phones: contactPoints('OfficePhones', 'MobilePhones', 'PrivatePhones', 'OtherPhones'),
    officePhones: contactPoints('OfficePhones'),
    mobilePhones: contactPoints('MobilePhones'),
    privatePhones: contactPoints('PrivatePhones'),
    otherPhones: contactPoints('OtherPhones'),
    urls: contactPoints('Urls'),
    address: address({
      prefix: 'personAddress/',
      block: 'Street',
      localized: '',
      country: { column: 'personCountry', member: 'Country' },
      inSimple: false,
    }),
    interests: chosenInterests('persint'),
    // the columns `personAssociate/` are the owner's
    associate: { reference: 'Associate', member: 'CorrespondingAssociate', by: 'personId' },
    createdAt: { kind: 'stamp', column: 'personRegisteredDate', member: 'CreatedDate' },
    createdBy: recordedBy('personRegisteredBy', 'CreatedBy'),
    updatedAt: { kind: 'stamp', column: 'personUpdatedDate', member: 'UpdatedDate' },
    updatedBy: recordedBy('personUpdatedBy', 'UpdatedBy'),
    customFields: { custom: { udef: 'personUdef/', extra: 'personExtra/' } },
    fieldAccess: rights,
  },
);

/** Three numbers; without a year, or with one that says "unknown", there is no date of the calendar. */
function birthDateOfRow(row: Row, columns: readonly Column[]): string | null {
  const [year, month, day] = columns.map((column) => wholeOf(row, column) ?? 0) as [number, number, number];
  if (!month || !day) return null;
  const digits = (value: number, length: number) => String(value).padStart(length, '0');
  return calendarDate(`${digits(year, 4)}-${digits(month, 2)}-${digits(day, 2)}`);
}
