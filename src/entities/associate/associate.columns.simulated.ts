import type { ArchiveContext } from '../../simulator/archive/table.ts';
import { cell, defineTable } from '../../simulator/archive/table.ts';
import { associateTypes } from '../../simulator/associate-types.ts';
import type { AssociateRecord, ContactRecord, PersonRecord } from '../../simulator/store.ts';

function personOf(associate: AssociateRecord, { caller }: ArchiveContext): PersonRecord | undefined {
  return caller.world.persons.get(associate.personId);
}

function contactOf(associate: AssociateRecord, context: ArchiveContext): ContactRecord | undefined {
  return context.caller.world.contacts.get(personOf(associate, context)?.contactId ?? 0);
}

function fullName(associate: AssociateRecord, context: ArchiveContext): string {
  const person = personOf(associate, context);
  if (person === undefined) return associate.displayName;
  return [person.firstname, person.middleName, person.lastname].filter((name) => name !== '').join(' ');
}

function textOfPerson(read: (person: PersonRecord) => string) {
  return cell.text((associate: AssociateRecord, context: ArchiveContext) => {
    const person = personOf(associate, context);
    return person === undefined ? '' : read(person);
  });
}

/** A user in the archives: AllUsers shows it itself, others behind `associate/`, `contactAssociate/` and the like. */
export const associateTable = defineTable<AssociateRecord>({
  name: 'associate',
  id: (associate) => associate.id,
  columns: {
    associateDbId: cell.associate((associate) => associate.id),
    assocName: cell.associate((associate) => associate.id),
    assocTooltip: cell.raw((associate) => associate.tooltip),
    assocType: { ...cell.text(({ type }) => type), filterBy: ({ type }) => associateTypes.indexOf(type) },
    firstName: textOfPerson((person) => person.firstname),
    middleName: textOfPerson((person) => person.middleName),
    lastName: textOfPerson((person) => person.lastname),
    fullName: cell.text(fullName),
    mrMrs: textOfPerson((person) => person.mrmrs),
    title: textOfPerson((person) => person.title),
    personEmail: textOfPerson((person) => person.emails[0]?.value ?? ''),
    personId: cell.int((associate) => associate.personId),
    contactId: cell.int((associate, context) => personOf(associate, context)?.contactId ?? 0),
    contactName: cell.text((associate, context) => contactOf(associate, context)?.name ?? ''),
    contactDepartment: cell.text((associate, context) => contactOf(associate, context)?.department ?? ''),
    contactFullName: cell.text((associate, context) => {
      const contact = contactOf(associate, context);
      return contact === undefined ? '' : [contact.name, contact.department].filter((part) => part !== '').join(', ');
    }),
    contactCategory: cell.list('category', (associate, context) => contactOf(associate, context)?.categoryId ?? 0),
    usergroup: cell.list('usergroup', (associate) => associate.groupId),
    otherGroups: cell.ids((associate) => associate.otherGroupIds),
    role: cell.list('role', (associate) => associate.roleId),
    ejUserId: cell.int((associate) => associate.ejUserId),
    ejDisplayName: cell.text((associate, context) => (associate.ejUserId === 0 ? '' : fullName(associate, context))),
    ejStatus: cell.int((associate) => (associate.ejUserId === 0 ? 0 : 1)),
    simultaneousEjUser: cell.bool(() => false),
    isActive: cell.bool((associate) => !associate.deleted),
    isActiveText: cell.bool((associate) => !associate.deleted),
    canLogin: cell.bool((associate) => !associate.deleted),
    userName: cell.text((associate) => associate.userName),
    credentialType: cell.text(() => 'SuperId'),
    credentialDisplayValue: cell.text((associate) => associate.userName),
  },
  joins: {},
});
