import { contactAddress, elements, fieldProperties, tableRight, utmParameters } from '../../simulator/carriers.ts';
import { customFieldDescriptions } from '../../simulator/custom-field-layout.ts';
import { customDefaults, customMembers } from '../../simulator/custom-fields.ts';
import { diaryDate, stampDate } from '../../simulator/dates.ts';
import type { Nested, SimulatedEntity } from '../../simulator/entity.ts';
import { maySee, type SimulatedCaller } from '../../simulator/request.ts';
import type { ContactRecord } from '../../simulator/store.ts';
import type { CustomFieldsWire } from '../associate/carrier.wire.ts';
import { simpleContact } from './contact.simple.simulated.ts';
import type { ContactWire } from './contact.wire.ts';

/** A company with nothing in it but its keys of the server's own defaults. */
export function emptyContact(id: number): ContactRecord {
  return {
    id,
    name: '',
    department: '',
    orgNr: '',
    code: '',
    number: '',
    kanaName: '',
    description: '',
    associateId: 0,
    businessId: 0,
    categoryId: 0,
    countryId: 0,
    supportAssociateId: null,
    supportPersonId: null,
    ticketPriorityId: 0,
    customerLanguageId: 0,
    groupId: 0,
    source: 0,
    noMailing: false,
    stop: false,
    deletedAt: null,
    interestIds: [],
    emails: [],
    phones: [],
    faxes: [],
    urls: [],
    domains: [],
    streetAddress: null,
    postalAddress: null,
    custom: {},
    createdAt: 0,
    createdBy: 0,
    updatedAt: null,
    updatedBy: null,
  };
}

function fieldDescriptions(caller: SimulatedCaller) {
  const service = (name: string) => `SuperOffice.CRM.Services.${name}`;
  return [
    { name: 'ContactId', type: 'System.Int32', length: 4 },
    { name: 'Name', type: 'System.String', length: 219, mandatory: true },
    { name: 'Department', type: 'System.String', length: 219 },
    { name: 'OrgNr', type: 'System.String', length: 49 },
    { name: 'Number1', type: 'System.String', length: 49 },
    { name: 'Number2', type: 'System.String', length: 49 },
    { name: 'UpdatedDate', type: 'System.DateTime', length: 16, readOnly: true },
    { name: 'CreatedDate', type: 'System.DateTime', length: 16, readOnly: true },
    { name: 'Description', type: 'System.String', length: 2047 },
    { name: 'Associate', type: service('Associate'), length: 0 },
    { name: 'Business', type: service('Business'), length: 0 },
    { name: 'Category', type: service('Category'), length: 0 },
    { name: 'Country', type: service('Country'), length: 0 },
    { name: 'Emails', type: service('EntityElement[]'), length: 0 },
    { name: 'Phones', type: service('EntityElement[]'), length: 0 },
    { name: 'Urls', type: service('EntityElement[]'), length: 0 },
    { name: 'NoMailing', type: 'System.Boolean', length: 1 },
    { name: 'Xstop', type: 'System.Boolean', length: 1 },
    { name: 'Address', type: '', length: 0 },
    ...customFieldDescriptions('Contact', caller.world),
  ];
}

function entity(
  row: ContactRecord,
  foreignKeys: CustomFieldsWire,
  caller: SimulatedCaller,
  nested: Nested,
): ContactWire {
  const persons = [...caller.world.persons.values()].filter(
    (person) => person.contactId === row.id && person.deletedAt === null && maySee(caller, 'person', person),
  );
  return {
    ...head(row, caller, nested),
    ...references(row, nested),
    Persons: persons.flatMap((person) => nested.person(person.id) ?? []),
    NoMailing: row.noMailing,
    Kananame: row.kanaName,
    Xstop: row.stop,
    ActiveInterests: row.interestIds.length,
    GroupId: row.groupId,
    ActiveStatusMonitorId: 0,
    SupportAssociate: nested.associate(row.supportAssociateId),
    TicketPriority: nested.listValue('ticketpriority', row.ticketPriorityId),
    CustomerLanguage: nested.listValue('customerlanguage', row.customerLanguageId),
    Deleted: row.deletedAt === null ? 0 : 1,
    DbiAgentId: 0,
    DbiLastSyncronized: diaryDate(null, caller),
    DbiKey: '',
    DbiLastModified: diaryDate(null, caller),
    SupportPerson: nested.person(row.supportPersonId),
    Address: contactAddress(row.streetAddress, row.postalAddress, caller),
    Source: row.source,
    ActiveErpLinks: 0,
    BounceEmails: [],
    ...(caller.options.carriers.newerMembers ? { Domains: row.domains, UtmParameters: utmParameters() } : {}),
    ...customMembers('Contact', row.custom, foreignKeys, caller),
    TableRight: tableRight(caller),
    FieldProperties: fieldProperties('contact', fieldDescriptions(caller), caller),
  };
}

function head(row: ContactRecord, caller: SimulatedCaller, nested: Nested): ContactWire {
  return {
    ContactId: row.id,
    Name: row.name,
    Department: row.department,
    OrgNr: row.orgNr,
    Number1: row.code,
    Number2: row.number,
    UpdatedDate: stampDate(row.updatedAt, caller),
    CreatedDate: stampDate(row.id === 0 ? null : row.createdAt, caller),
    Emails: elements(row.emails),
    Interests: nested.selectable('contint', row.interestIds, row.updatedAt ?? row.createdAt),
    Urls: elements(row.urls),
    Phones: elements(row.phones, true),
    Faxes: elements(row.faxes, true),
    Description: row.description,
  };
}

function references(row: ContactRecord, nested: Nested): ContactWire {
  return {
    UpdatedBy: nested.associate(row.updatedBy),
    CreatedBy: nested.associate(row.createdBy),
    Associate: nested.associate(row.associateId),
    Business: nested.listValue('business', row.businessId),
    Category: nested.category(row.categoryId),
    Country: nested.country(row.countryId),
  };
}

/** `/Contact` of the simulated CRM. */
export const simulatedContact: SimulatedEntity<ContactRecord> = {
  name: 'Contact',
  key: 'ContactId',
  kind: 'contact',
  subArchives: ['Activities', 'Appointments', 'Documents', 'Projects', 'Sales', 'Persons', 'Relations', 'Tickets'],
  table: (world) => world.contacts,
  blank: (caller) => {
    const own = caller.world.contacts.get(caller.world.ownContactId);
    return {
      ...emptyContact(0),
      associateId: caller.associate.id,
      groupId: caller.associate.groupId,
      countryId: own?.countryId ?? 0,
      categoryId: 1,
      custom: customDefaults('Contact', caller.world),
    };
  },
  entity,
  simple: simpleContact,
  links: (row, url) => ({
    'Interests.List': url('/MDOList/contint'),
    'Associate.List': url('/MDOList/associate'),
    'Business.List': url('/MDOList/business'),
    'Category.List': url('/MDOList/category'),
    'Country.List': url('/MDOList/country'),
    'SupportAssociate.List': url('/MDOList/associate'),
    'TicketPriority.List': url('/MDOList/ticketpriority'),
    ...(row.supportPersonId === null ? {} : { SupportPerson: url(`/Person/${row.supportPersonId}`) }),
    Archive: url('/Contact'),
  }),
};
