import {
  elements,
  fieldProperties,
  noRights,
  personAddress,
  tableRight,
  utmParameters,
} from '../../simulator/carriers.ts';
import { customFieldDescriptions } from '../../simulator/custom-field-layout.ts';
import { customDefaults, customMembers } from '../../simulator/custom-fields.ts';
import { calendarDate, diaryDate, stampDate } from '../../simulator/dates.ts';
import type { Nested, SimulatedEntity } from '../../simulator/entity.ts';
import type { SimulatedCaller } from '../../simulator/request.ts';
import { type ConsentRecord, findListItem, type PersonRecord } from '../../simulator/store.ts';
import type { CustomFieldsWire } from '../associate/carrier.wire.ts';
import { formalName, personFullName, simplePerson } from './person.simple.simulated.ts';
import type { ConsentWire, PersonWire } from './person.wire.ts';

/** A person with nothing set. */
export function emptyPerson(id: number): PersonRecord {
  return {
    id,
    contactId: null,
    firstname: '',
    middleName: '',
    lastname: '',
    mrmrs: '',
    title: '',
    salutation: '',
    description: '',
    personNumber: '',
    birthDate: null,
    positionId: 0,
    countryId: 0,
    rank: 1,
    associateId: 0,
    categoryId: 0,
    businessId: 0,
    supportAssociateId: null,
    ticketPriorityId: 0,
    customerLanguageId: 0,
    source: 0,
    noMailing: false,
    usePersonAddress: false,
    retired: false,
    deletedAt: null,
    interestIds: [],
    shipmentTypeIds: [],
    emails: [],
    privatePhones: [],
    faxes: [],
    mobilePhones: [],
    officePhones: [],
    otherPhones: [],
    urls: [],
    address: null,
    consents: [],
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
    { name: 'PersonId', type: 'System.Int32', length: 4 },
    { name: 'Firstname', type: 'System.String', length: 99, mandatory: true },
    { name: 'MiddleName', type: 'System.String', length: 99 },
    { name: 'Lastname', type: 'System.String', length: 99 },
    { name: 'Mrmrs', type: 'System.String', length: 49 },
    { name: 'Title', type: 'System.String', length: 99 },
    { name: 'BirthDate', type: 'System.DateTime', length: 16 },
    { name: 'UpdatedDate', type: 'System.DateTime', length: 16, readOnly: true },
    { name: 'CreatedDate', type: 'System.DateTime', length: 16, readOnly: true },
    { name: 'Description', type: 'System.String', length: 2047 },
    { name: 'Position', type: service('Position'), length: 0 },
    { name: 'Contact', type: service('Contact'), length: 0 },
    { name: 'Country', type: service('Country'), length: 0 },
    { name: 'Emails', type: service('EntityElement[]'), length: 0 },
    { name: 'MobilePhones', type: service('EntityElement[]'), length: 0 },
    { name: 'OfficePhones', type: service('EntityElement[]'), length: 0 },
    { name: 'NoMailing', type: 'System.Boolean', length: 1 },
    { name: 'Retired', type: 'System.Boolean', length: 1 },
    { name: 'SentInfo', type: 'System.Int16', length: 2 },
    { name: 'Address', type: '', length: 0 },
    { name: 'Address.City', type: 'System.String', length: 49 },
    ...customFieldDescriptions('Person', caller.world),
  ];
}

function entity(row: PersonRecord, foreignKeys: CustomFieldsWire, caller: SimulatedCaller, nested: Nested): PersonWire {
  const corresponding = [...caller.world.associates.values()].find((associate) => associate.personId === row.id);
  return {
    ...head(row, corresponding !== undefined, caller, nested),
    ...middle(row, caller, nested),
    CorrespondingAssociate: nested.associate(corresponding?.id ?? null),
    Category: row.categoryId === 0 ? null : nested.category(row.categoryId),
    Business: row.businessId === 0 ? null : nested.listValue('business', row.businessId),
    Associate: nested.associate(row.associateId),
    Salutation: row.salutation,
    ActiveInterests: row.interestIds.length,
    SupportAssociate: nested.associate(row.supportAssociateId),
    TicketPriority: row.ticketPriorityId === 0 ? null : nested.listValue('ticketpriority', row.ticketPriorityId),
    CustomerLanguage:
      row.customerLanguageId === 0 ? null : nested.listValue('customerlanguage', row.customerLanguageId),
    DbiAgentId: 0,
    DbiKey: '',
    DbiLastModified: diaryDate(null, caller),
    DbiLastSyncronized: diaryDate(null, caller),
    SentInfo: 0,
    ShowContactTickets: 0,
    UserInfo: nested.userInfo(row.id),
    ChatEmails: [],
    InternetPhones: [],
    Source: row.source,
    ActiveErpLinks: 0,
    ShipmentTypes: shipmentTypes(row, nested),
    Consents: row.consents.map((consent) => consentCarrier(consent, caller)),
    BounceEmails: [],
    ActiveStatusMonitorId: 0,
    ...newerMembers(caller),
    ...customMembers('Person', row.custom, foreignKeys, caller),
    TableRight: tableRight(caller),
    FieldProperties: fieldProperties('person', fieldDescriptions(caller), caller),
  };
}

function newerMembers(caller: SimulatedCaller): PersonWire {
  if (!caller.options.carriers.newerMembers) return {};
  return { CreatedByFormId: 0, UtmParameters: utmParameters(), LeadstatusId: 0, Leadstatus: '' };
}

function head(row: PersonRecord, isAssociate: boolean, caller: SimulatedCaller, nested: Nested): PersonWire {
  return {
    PersonId: row.id,
    Firstname: row.firstname,
    MiddleName: row.middleName,
    Lastname: row.lastname,
    Mrmrs: row.mrmrs,
    Title: row.title,
    UpdatedDate: stampDate(row.updatedAt, caller),
    CreatedDate: stampDate(row.id === 0 ? null : row.createdAt, caller),
    BirthDate: calendarDate(row.birthDate, caller),
    CreatedBy: nested.associate(row.createdBy),
    Emails: elements(row.emails),
    Description: row.description,
    IsAssociate: isAssociate,
    PrivatePhones: elements(row.privatePhones, true),
    Faxes: elements(row.faxes, true),
    MobilePhones: elements(row.mobilePhones, true),
    OfficePhones: elements(row.officePhones, true),
    OtherPhones: elements(row.otherPhones, true),
    Position: nested.listValue('perspos', row.positionId),
    UpdatedBy: nested.associate(row.updatedBy),
    Contact: nested.contact(row.contactId),
    Country: nested.country(row.countryId),
  };
}

function middle(row: PersonRecord, caller: SimulatedCaller, nested: Nested): PersonWire {
  return {
    Interests: nested.selectable('persint', row.interestIds, row.updatedAt ?? row.createdAt),
    PersonNumber: row.personNumber,
    FullName: personFullName(row),
    NoMailing: row.noMailing,
    UsePersonAddress: row.usePersonAddress,
    Retired: row.retired,
    Urls: elements(row.urls),
    FormalName: formalName(row),
    Address: personAddress(row.address, caller),
    Post3: '',
    Post2: '',
    Post1: '',
    Kanalname: '',
    Kanafname: '',
  };
}

/** Mailing types have no icon, type or style in captures, unlike interests. */
function shipmentTypes(row: PersonRecord, nested: Nested): PersonWire['ShipmentTypes'] {
  return nested
    .selectable('shipmenttype', row.shipmentTypeIds, row.createdAt)
    .map((item) => ({ ...item, ToolTip: '', Type: null, IconHint: null, ExtraInfo: null, StyleHint: null }));
}

function consentCarrier(consent: ConsentRecord, caller: SimulatedCaller): ConsentWire {
  const key = (list: string, id: number) => String(findListItem(caller.world, list, id)?.extra.Key ?? '');
  const name = (list: string, id: number) => caller.text(findListItem(caller.world, list, id)?.name ?? '');
  return {
    ConsentPersonId: consent.id,
    Comment: consent.comment,
    Registered: stampDate(consent.createdAt, caller),
    RegisteredAssociateId: consent.createdBy,
    Updated: stampDate(consent.updatedAt, caller),
    UpdatedAssociateId: consent.updatedBy ?? 0,
    LegalBaseId: consent.legalBaseId,
    LegalBaseKey: key('legalbase', consent.legalBaseId),
    LegalBaseName: name('legalbase', consent.legalBaseId),
    ConsentPurposeId: consent.purposeId,
    ConsentPurposeKey: key('consentpurpose', consent.purposeId),
    ConsentPurposeName: name('consentpurpose', consent.purposeId),
    ConsentSourceId: consent.sourceId,
    ConsentSourceKey: key('consentsource', consent.sourceId),
    ConsentSourceName: name('consentsource', consent.sourceId),
    ...noRights(),
  };
}

/** `/Person` of the simulated CRM. */
export const simulatedPerson: SimulatedEntity<PersonRecord> = {
  name: 'Person',
  key: 'PersonId',
  kind: 'person',
  subArchives: ['Activities', 'Appointments', 'Documents', 'Sales', 'Relations', 'Tickets'],
  table: (world) => world.persons,
  blank: (caller) => ({
    ...emptyPerson(0),
    associateId: caller.associate.id,
    custom: customDefaults('Person', caller.world),
    countryId: caller.world.contacts.get(caller.world.ownContactId)?.countryId ?? 0,
  }),
  entity,
  simple: simplePerson,
  links: (row, url) => ({
    'Mrmrs.List': url('/MDOList/mrmrs'),
    'Position.List': url('/MDOList/perspos'),
    'Contact.List': url('/MDOList/contact_new'),
    'Country.List': url('/MDOList/country'),
    'Interests.List': url('/MDOList/persint'),
    'Category.List': url('/MDOList/category'),
    'Business.List': url('/MDOList/business'),
    'Associate.List': url('/MDOList/associate'),
    'Salutation.List': url('/MDOList/salutation'),
    ...(row.contactId === null ? {} : { Contact: url(`/Contact/${row.contactId}`) }),
    Archive: url('/Person'),
  }),
};
