import type { ArchiveColumn, ArchiveContext, CellValue } from '../../simulator/archive/table.ts';
import { cell, defineTable, joinMany, joinOne } from '../../simulator/archive/table.ts';
import { maySee } from '../../simulator/request.ts';
import type { ConsentRecord, PersonRecord } from '../../simulator/store.ts';

/** First, middle and last name, those that there are. */
export function personFullName(person: PersonRecord): string {
  return [person.firstname, person.middleName, person.lastname].filter((name) => name !== '').join(' ');
}

/** The birth date's year, month or day; 0 where there is none. A year that is not known is stored as 2 (2.4). */
function birthPart(index: 0 | 1 | 2): ArchiveColumn<PersonRecord> {
  return cell.int((person) => (person.birthDate === null ? 0 : Number(person.birthDate.split('-')[index])));
}

/** Consents are told apart by the key of their purpose (2.7). */
function consentOf(person: PersonRecord, context: ArchiveContext, purpose: string): ConsentRecord | undefined {
  return person.consents.find((consent) => context.item('consentpurpose', consent.purposeId)?.extra.Key === purpose);
}

function consentColumn(purpose: string, read: (consent: ConsentRecord) => CellValue) {
  return (person: PersonRecord, context: ArchiveContext): CellValue => {
    const consent = consentOf(person, context, purpose);
    return consent === undefined ? null : read(consent);
  };
}

function contactOf(person: PersonRecord, { caller }: ArchiveContext) {
  const contact = caller.world.contacts.get(person.contactId ?? 0);
  return contact !== undefined && maySee(caller, 'contact', contact) ? contact : null;
}

/** A person in the archives: the provider Person shows it itself, others behind `person/` or `contactSupportPerson/`. */
export const personTable = defineTable<PersonRecord>({
  name: 'person',
  entity: 'person',
  id: (person) => person.id,
  custom: { owner: 'Person', values: (person) => person.custom },
  columns: {
    personId: cell.int((person) => person.id),
    firstName: cell.text((person) => person.firstname),
    middleName: cell.text((person) => person.middleName),
    lastName: cell.text((person) => person.lastname),
    fullName: cell.text(personFullName),
    fullNameWithContact: cell.text((person, context) => {
      const contact = contactOf(person, context);
      return contact === null ? personFullName(person) : `${personFullName(person)} (${contact.name})`;
    }),
    contactId: cell.int((person) => person.contactId),
    hasInfoText: cell.bool((person) => person.description !== ''),
    hasInterests: cell.bool((person) => person.interestIds.length > 0),
    personHasInterests: cell.bool((person) => person.interestIds.length > 0),
    personInterestIds: cell.ids((person) => person.interestIds),
    mrMrs: cell.text((person) => person.mrmrs),
    position: cell.list('perspos', (person) => person.positionId),
    personNumber: cell.text((person) => person.personNumber),
    title: cell.text((person) => person.title),
    personCountry: cell.list('country', (person) => person.countryId),
    personNoMail: cell.bool((person) => person.noMailing),
    rank: cell.int((person) => person.rank),
    birthdate: cell.text((person) => person.birthDate?.replace(/^0002-/, '') ?? ''),
    birthYear: birthPart(0),
    birthMonth: birthPart(1),
    birthDay: birthPart(2),
    associateType: cell.text((person, { caller }) => {
      const user = [...caller.world.associates.values()].find((associate) => associate.personId === person.id);
      return user?.type ?? '';
    }),
    useAsMailingAddress: cell.bool((person) => person.usePersonAddress),
    personSource: cell.list('source', (person) => person.source),
    retired: cell.bool((person) => person.retired),
    personUpdatedBy: cell.associate((person) => person.updatedBy),
    personUpdatedDate: cell.stamp((person) => person.updatedAt),
    personRegisteredBy: cell.associate((person) => person.createdBy),
    personRegisteredDate: cell.stamp((person) => person.createdAt),
    personActiveErpLinks: cell.bool(() => false),
    ticketPriority: cell.list('ticketpriority', (person) => person.ticketPriorityId),
    supportLanguage: cell.list('customerlanguage', (person) => person.customerLanguageId),
    supportAssociate: cell.associate((person) => person.supportAssociateId),
    // The owner, not the user that this person is (2.4).
    personAssociateId: cell.associate((person) => person.associateId),
    personCategory: cell.list('category', (person) => person.categoryId),
    personBusiness: cell.list('business', (person) => person.businessId),
    personDeletedDate: cell.stamp((person) => person.deletedAt),
    hasCompany: cell.bool((person) => person.contactId !== null && person.contactId !== 0),
    isProjectMember: cell.bool(() => false),
    isStakeholder: cell.bool(() => false),
    hasStoreConsent: cell.bool(consentColumn('STORE', () => true)),
    hasEmarketingConsent: cell.bool(consentColumn('EMARKETING', () => true)),
    legalBaseStore: cell.list(
      'legalbase',
      consentColumn('STORE', (consent) => consent.legalBaseId),
    ),
    legalBaseEmarketing: cell.list(
      'legalbase',
      consentColumn('EMARKETING', (consent) => consent.legalBaseId),
    ),
    consentSourceStore: cell.list(
      'consentsource',
      consentColumn('STORE', (consent) => consent.sourceId),
    ),
    consentSourceEmarketing: cell.list(
      'consentsource',
      consentColumn('EMARKETING', (consent) => consent.sourceId),
    ),
  },
  joins: {
    phone: joinMany('phone', (person) => [...person.officePhones, ...person.mobilePhones, ...person.privatePhones]),
    searchPhone: joinMany('phone', (person) => [
      ...person.officePhones,
      ...person.mobilePhones,
      ...person.privatePhones,
    ]),
    personDirectPhone: joinMany('phone', (person) => person.officePhones),
    personMobilePhone: joinMany('phone', (person) => person.mobilePhones),
    personPrivate: joinMany('phone', (person) => person.privatePhones),
    personPager: joinMany('phone', (person) => person.otherPhones),
    personDirectFax: joinMany('phone', (person) => person.faxes),
    email: joinMany('email', (person) => person.emails),
    personUrl: joinMany('url', (person) => person.urls),
    personInfo: joinOne('personInfo', (person) => person),
    personAddress: joinOne('address', (person) => person.address),
    restrictionAddress: joinOne('address', (person) => person.address),
    personAssociate: joinOne('associate', ({ associateId }, { caller }) => caller.world.associates.get(associateId)),
    personContact: joinOne('contact', contactOf),
    personAppointment: joinMany('appointment', ({ id }, context) => context.appointmentsWith('personId', id)),
  },
});

/** The text about a person, behind `personInfo/`. */
export const personInfoTable = defineTable<PersonRecord>({
  name: 'text',
  id: (person) => person.id,
  columns: {
    textId: cell.int((person) => (person.description === '' ? 0 : person.id)),
    infoText: cell.text((person) => person.description),
  },
  joins: {},
});
