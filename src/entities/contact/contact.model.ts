import { builder } from '../../graphql/builder.ts';
import type { CrmRecord } from '../../reading/record.ts';
import { asText, type Column, textOf } from '../../reading/row.ts';
import { sources } from '../../reading/sources.ts';
import { address } from '../address/address.model.ts';
import { recordedBy } from '../associate/associate.model.ts';
import { contactPoints, firstPoint } from '../contact-point/contact-point.model.ts';
import { rights } from '../field-access/field-access.model.ts';
import { chosenInterests } from '../list-item/list-item.model.ts';

export const ContactRef = builder.objectRef<CrmRecord>('Contact');

const country = { column: 'country', member: 'Country', simple: 'CountryName' };

export const contactSources = sources(
  {
    type: 'Contact',
    key: { field: 'contactId', column: 'contactId', member: 'ContactId' },
    provider: 'SimpleContact',
    path: 'Contact',
    simpleList: 'Agents/Contact/GetContactList',
  },
  {
    name: { column: 'name', member: 'Name', simple: 'Name', required: true },
    department: { column: 'department', member: 'Department', simple: 'Department' },
    fullName: {
      columns: ['nameDepartment'],
      members: ['Name', 'Department'], // the entity has no FullName
      simples: ['FullName', 'Name'],
      fromRow: (row, [column]) => textOf(row, column as Column) ?? '',
      fromEntity: (wire) => [wire.Name, wire.Department].filter((part) => asText(part) !== null).join(', '),
      fromSimple: (wire) => asText(wire.FullName) ?? asText(wire.Name) ?? '',
      required: true,
    },
    orgNr: { column: 'orgnr', member: 'OrgNr', simple: 'OrgNr' },
    number: { column: 'number', member: 'Number2', simple: 'Number2' },
    code: { column: 'code', member: 'Number1', simple: 'Number1' },
    description: { member: 'Description', unless: 'hasInfoText' },
    stop: { kind: 'flag', column: 'stop', member: 'Xstop', required: true },
    noMailing: { kind: 'flag', column: 'contactNoMail', member: 'NoMailing', required: true },
    deleted: { kind: 'flag', column: 'contactDeleted', member: 'Deleted', required: true },
    category: { list: 'category', column: 'category', member: 'Category', simple: { text: 'CategoryName' } },
    business: { list: 'business', column: 'business', member: 'Business', simple: { text: 'BusinessName' } },
    country: {
      list: 'country',
      column: 'country',
      member: 'Country',
      idMember: 'CountryId',
      simple: { id: 'CountryId', text: 'CountryName' },
    },
    phone: firstPoint('text', 'contactPhone/formattedNumber', 'Phones', 'DirectPhone'),
    email: firstPoint('email', 'email/emailAddress', 'Emails', 'EmailAddress'),
    url: firstPoint('url', 'url/URLAddress', 'Urls', 'URL'),
    phones: contactPoints('Phones'),
    emails: contactPoints('Emails'),
    urls: contactPoints('Urls'),
    postalAddress: address({ prefix: 'postAddress/', block: 'Postal', localized: 'Postal', country, inSimple: true }),
    streetAddress: address({ prefix: 'streetAddress/', block: 'Street', localized: 'Street', country, inSimple: true }),
    interests: chosenInterests('contint'),
    associate: {
      reference: 'Associate',
      key: 'associateId',
      keyIsText: true,
      same: { assocName: 'associateId' },
      prefix: 'contactAssociate/',
      member: 'Associate',
      simple: { key: 'AssociateId', fields: { fullName: 'AssociateFullName' } },
    },
    supportPerson: {
      reference: 'Person',
      key: 'contactSupportPerson/personId',
      prefix: 'contactSupportPerson/',
      member: 'SupportPerson',
    },
    createdAt: { kind: 'stamp', column: 'registeredDate', member: 'CreatedDate' },
    createdBy: recordedBy('registeredBy', 'CreatedBy'),
    updatedAt: { kind: 'stamp', column: 'updatedDate', member: 'UpdatedDate' },
    updatedBy: recordedBy('updatedBy', 'UpdatedBy'),
    customFields: { custom: { udef: 'contactUdef/', extra: 'contactExtra/' } },
    fieldAccess: rights,
  },
);
