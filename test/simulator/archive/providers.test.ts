import { describe, expect, test } from 'vitest';
import { runArchive } from '../../../src/simulator/archive/archive.ts';
import { archiveNames } from '../../../src/simulator/archive/metadata.ts';
import { collectionProvider, findSubArchive } from '../../../src/simulator/archive/sub-archives.ts';
import { Parameters, type SimulatedCaller } from '../../../src/simulator/request.ts';
import { ask, createTestCaller, type Envelope, envelope, keysWhere, now, smallWorld } from './small-world.ts';

const world = smallWorld();
world.foreignApps.push({
  ...{ createdAt: now, createdBy: 5, updatedAt: null, updatedBy: null },
  id: 1,
  name: 'onOffice',
  devices: [
    { id: 2, name: 'enterprise', identifier: 'e1', createdAt: now, createdBy: 5, updatedAt: null, updatedBy: null },
  ],
});
for (const [id, recordId, value] of [
  [1, 7, '31'],
  [2, 25, '32'],
] as const) {
  const link = { appId: 1, deviceId: 2, key: 'addressId', tableId: 5 };
  world.foreignKeys.push({
    ...link,
    id,
    recordId,
    value,
    createdAt: now,
    createdBy: 5,
    updatedAt: null,
    updatedBy: null,
  });
}
const invited = { invitationStatus: 'Accepted', sendEmail: true, emailId: 0, contactId: 0, emailAddress: '' } as const;
world.appointments
  .get(592)
  ?.participants.push({ ...invited, associateId: 5, personId: 0 }, { ...invited, associateId: 0, personId: 71 });
const caller = createTestCaller(world);
const keys = (provider: string, parameters: Record<string, string> = {}) =>
  envelope(caller, provider, parameters).value.map((row) => Number(row.PrimaryKey));

describe('entities', () => {
  test('retired persons are asked for, deleted ones are in the recycle bin', () => {
    expect(keys('Person')).toEqual([19, 71, 72]);
    expect(keys('Person', { $entities: 'person,retiredPerson' })).toEqual([19, 71, 72, 73]);
    expect(keys('Person', { $entities: 'RETIREDPERSON' })).toEqual([73]);
    expect(keys('RecyclePerson')).toEqual([74]);
    expect(keys('RecyclePerson', { $entities: 'forAllUsers' })).toEqual([74]);
    const kinds = envelope(caller, 'Person', { $entities: 'person,retiredPerson' }).value.map((row) => row.EntityName);
    expect(kinds).toEqual(['person', 'person', 'person', 'retiredPerson']);
    const open = createTestCaller(world);
    open.options.archive.personEntities = 'personAndRetired';
    expect(keysWhere(open, 'Person', 'getAllRows=true')).toEqual([19, 71, 72, 73]);
  });

  test('deleted companies are in the recycle bin alone', () => {
    expect(keys('SimpleContact')).toEqual([2, 7, 25, 30]);
    expect(keys('FindContact')).toEqual([2, 7, 25, 30]);
    expect(envelope(caller, 'RecycleContact', { $select: 'contactId,contactDeleted,deletedDate' }).value).toEqual([
      {
        PrimaryKey: '31',
        EntityName: 'contact',
        contactId: 31,
        contactDeleted: true,
        deletedDate: '2026-04-15T09:59:59',
      },
    ]);
  });

  test('users, those whose access has expired by their own entity', () => {
    const $select = 'associateDbId,assocName,fullName,isActive,personId';
    expect(envelope(caller, 'AllUsers', { $entities: 'all', $select }).value).toEqual([
      {
        PrimaryKey: '5',
        EntityName: 'all',
        associateDbId: 'LH',
        assocName: 'LH',
        fullName: 'Lars Holm',
        isActive: true,
        personId: 19,
      },
      {
        PrimaryKey: '7',
        EntityName: 'all',
        associateDbId: 'MK',
        assocName: 'MK',
        fullName: 'MK',
        isActive: true,
        personId: 0,
      },
      {
        PrimaryKey: '8',
        EntityName: 'all',
        associateDbId: 'XX',
        assocName: 'XX',
        fullName: 'XX',
        isActive: false,
        personId: 0,
      },
    ]);
    expect(keys('AllUsers', { $entities: 'expired' })).toEqual([8]);
    expect(keys('AllUsers', { $filter: 'associateDbId associateIsOneOf (7,8)' })).toEqual([7, 8]);
    expect(keys('AllUsers', { $filter: 'personId in (19)' })).toEqual([5]);
    const narrow = createTestCaller(world);
    narrow.options.archive.allUsersHoldExpired = false;
    expect(keysWhere(narrow, 'AllUsers', 'getAllRows=true')).toEqual([5, 7]);
  });

  test('items of lists, deleted ones by their own entity', () => {
    const task = world.lists.get('task');
    const $filter = `udlistDefinitionId = ${task?.id}`;
    const current = task?.items.filter(({ deleted }) => !deleted).map(({ id }) => id);
    const deleted = task?.items.filter((item) => item.deleted).map(({ id }) => id);
    expect(current).toHaveLength(12);
    expect(deleted).toEqual([13]);
    expect(keys('ListItems', { $filter })).toEqual(current);
    expect(keys('ListItems', { $filter, $entities: 'deleted' })).toEqual(deleted);
  });
});

describe('archives of links', () => {
  test('external ids in both directions', () => {
    const $select = 'appName,deviceName,deviceIdentifier,keyName,keyValue,tableId,recordId';
    const filter = "appName is 'onOffice' and keyName is 'addressId' and keyValue in ('31')";
    const row = {
      PrimaryKey: '1',
      EntityName: 'foreignKey',
      appName: 'onOffice',
      deviceName: 'enterprise',
      deviceIdentifier: 'e1',
      keyName: 'addressId',
      keyValue: '31',
      tableId: 5,
      recordId: 7,
    };
    expect(envelope(caller, 'ForeignKeys', { $select, $filter: filter }).value).toEqual([row]);
    expect(keys('ForeignKeys', { $filter: 'tableId eq 5 and recordId in (25,30)' })).toEqual([2]);
  });

  test('e-mails of many persons', () => {
    const $filter = 'personId in (71,72,19)';
    expect(
      envelope(caller, 'EmailPersonAddress', {
        $entities: 'email',
        $select: 'personId,emailAddress',
        $filter,
      }).value.map(({ personId, emailAddress }) => [personId, emailAddress]),
    ).toEqual([
      [19, 'lars@nordlys.example'],
      [71, 'ingrid@loreal.example'],
      [71, 'berg@home.example'],
    ]);
  });

  test('e-mails of companies', () => {
    const $filter = "contactId in (7) and emailAddress begins 'second'";
    expect(envelope(caller, 'EmailContactAddress', { $select: 'emailAddress,name', $filter }).value).toEqual([
      { PrimaryKey: '701', EntityName: 'email', emailAddress: 'second@loreal.example', name: "L'Oréal" },
    ]);
  });

  test('participants of one appointment, users and others', () => {
    const place = { path: '/Appointment/592/Participants', parent: { column: 'appointmentRestrictionId', id: 592 } };
    const parameters = new Parameters([['$select', 'fullName,participantAssociateId,personId,email/emailAddress']]);
    const { value } = runArchive('Participants', parameters, caller, place).body as Envelope;
    expect(value).toEqual([
      {
        PrimaryKey: '1',
        EntityName: 'associate',
        fullName: 'Lars Holm',
        participantAssociateId: 5,
        personId: 19,
        'email/emailAddress': 'lars@nordlys.example',
      },
      {
        PrimaryKey: '2',
        EntityName: 'externalPerson',
        fullName: 'Ingrid Åse Berg',
        participantAssociateId: 0,
        personId: 71,
        'email/emailAddress': 'ingrid@loreal.example',
      },
    ]);
    expect(keys('Participants', { $filter: 'appointmentRestrictionId = 591' })).toEqual([]);
  });

  test('what hangs below one record', () => {
    const persons = findSubArchive('Contact', 'persons');
    expect(persons).toEqual({ provider: 'Person', column: 'contactId' });
    const answer = runArchive('Person', new Parameters([['$top', '1']]), caller, {
      path: '/Contact/7/Persons',
      parent: { column: 'contactId', id: 7 },
    }).body as Envelope;
    expect(answer.value.map((row) => row.PrimaryKey)).toEqual(['71']);
    expect(answer['odata.nextLink']).toBe(`${caller.baseUrl}/Contact/7/Persons?$top=1&$skip=1`);
    expect(findSubArchive('Appointment', 'Participants')?.provider).toBe('Participants');
    expect(findSubArchive('Contact', 'Nothing')).toBeUndefined();
    expect(collectionProvider('Contact')).toBe('SimpleContact');
    expect(collectionProvider('nothing')).toBeUndefined();
  });
});

describe('providers', () => {
  test('are found in any case, siblings share their columns', () => {
    expect(keys('simplecontact')).toEqual([2, 7, 25, 30]);
    expect(keys('SimplePerson')).toEqual([19, 71, 72]);
    for (const name of ['Appointment', 'SimpleAppointment']) {
      expect(keys(name, { $filter: 'contactId oneOf (7)' })).toEqual([591, 592]);
    }
  });

  test('without data answer no rows but know their columns', () => {
    for (const name of ['FindSale', 'FindProject', 'Ticket', 'Document', 'SaleFilteredWithStakeholder']) {
      expect(envelope(caller, name).value).toEqual([]);
    }
    expect(envelope(caller, 'FindSale', { $filter: 'amount gt 5', $orderBy: 'amount desc' }).value).toEqual([]);
    expect(ask(caller, 'FindSale', { $filter: "amount is 'x'" }).status).toBe(500);
    expect(ask(caller, 'FindSale', { $select: 'nope' }).status).toBe(500);
  });

  test('of activities show the appointments, offers and refusals too', () => {
    const $filter = 'contactId oneOf (25)';
    const found = envelope(caller, 'ContactActivity', {
      $filter,
      $select: 'appointmentId,recordType,documentId,subject',
    });
    expect(found.value).toEqual([
      {
        PrimaryKey: '594',
        EntityName: 'appointment',
        appointmentId: 594,
        recordType: 'Appointment',
        documentId: 0,
        subject: '',
      },
      {
        PrimaryKey: '595',
        EntityName: 'appointment',
        appointmentId: 595,
        recordType: 'Appointment',
        documentId: 0,
        subject: '',
      },
    ]);
    expect(keys('PersonActivity', { $filter: 'personId oneOf (71)', $entities: 'appointment' })).toEqual([592]);
    expect(keys('PersonActivity', { $filter: 'personId oneOf (71)', $entities: 'document' })).toEqual([]);
  });

  test('of companies count and join their appointments and persons', () => {
    const $select = 'NumberOfActivities,NumberOfNotCompletedActivities,LastActivity,LastCompletedActivity,mainContact';
    expect(envelope(caller, 'SimpleContact', { $select, $filter: 'contactId in (7,30)' }).value).toEqual([
      {
        PrimaryKey: '7',
        EntityName: 'contact',
        NumberOfActivities: 2,
        NumberOfNotCompletedActivities: 1,
        LastActivity: '2026-04-20T00:30:00',
        LastCompletedActivity: '2026-04-15T10:00:00',
        mainContact: 'Ingrid Berg',
      },
      {
        PrimaryKey: '30',
        EntityName: 'contact',
        NumberOfActivities: 0,
        NumberOfNotCompletedActivities: 0,
        LastActivity: '0001-01-01T00:00:00',
        LastCompletedActivity: '0001-01-01T00:00:00',
        mainContact: '',
      },
    ]);
    expect(keys('FindContact', { $filter: "appointment/location begins 'fjord'" })).toEqual([2]);
    expect(keys('FindContact', { $filter: "personEmail/emailAddress begins 'berg@'" })).toEqual([7]);
    expect(keys('Person', { $filter: 'personAppointment/completed set true' })).toEqual([71]);
    expect(keys('FindContact', { $filter: "lastName is 'vik' and personId gt 71" })).toEqual([7]);
    expect(envelope(caller, 'FindContact', { $select: 'firstName', $filter: 'contactId in (7,30)' }).value).toEqual([
      { PrimaryKey: '7', EntityName: 'contact', firstName: 'Ingrid' },
      { PrimaryKey: '30', EntityName: 'contact', firstName: '' },
    ]);
  });

  test('all are named', () => {
    const names = Object.keys(archiveNames(caller).body as object);
    expect(names).toEqual(
      expect.arrayContaining(['SimpleContact', 'Person', 'FindAppointment', 'AllUsers', 'FindSale']),
    );
  });
});

describe('rights', () => {
  test('rows that the caller may not select are absent, joined ones come empty', () => {
    const blind = createTestCaller(world, {}, { hiddenContactIds: new Set([7]), hiddenAppointmentIds: new Set([593]) });
    expect(keysWhere(blind, 'SimpleContact', 'contactId in (2,7)')).toEqual([2]);
    expect(keysWhere(blind, 'FindAppointment', 'getAllRows=true')).toEqual([591, 592, 596]);
    const $filter = 'appointmentId eq 592';
    expect(envelope(blind, 'FindAppointment', { $filter, $select: 'contactId,contact/name' }).value).toEqual([
      { PrimaryKey: '592', EntityName: 'appointment', contactId: 7, 'contact/name': '' },
    ]);
  });

  test('a field without read right comes empty wherever it stands, and no filter sees it', () => {
    const field = { entity: 'contact', member: 'OrgNr', columns: ['orgnr', 'email/emailAddress'] } as const;
    const blind = createTestCaller(world, {}, { unreadable: [field] });
    const [row] = envelope(blind, 'SimpleContact', {
      $select: 'orgnr,name,email/emailAddress',
      $filter: 'contactId eq 7',
    }).value;
    expect(row).toMatchObject({ orgnr: '', name: "L'Oréal", 'email/emailAddress': '' });
    expect(keysWhere(blind, 'SimpleContact', "orgnr is '987654321'")).toEqual([]);
    const $select = 'contact/orgnr,contact/email/emailAddress,person/email/emailAddress';
    expect(envelope(blind, 'FindAppointment', { $select, $filter: 'appointmentId eq 592' }).value[0]).toMatchObject({
      'contact/orgnr': '',
      'contact/email/emailAddress': '',
      'person/email/emailAddress': 'ingrid@loreal.example',
    });
  });
});

describe('rights in archives of links', () => {
  test('participants of a hidden appointment, persons that are hidden, fields of persons', () => {
    const all = { $select: 'fullName,participantPersonId,birthYear' };
    const names = (from: SimulatedCaller) =>
      envelope(from, 'Participants', all).value.map((row) => [row.fullName, row.participantPersonId, row.birthYear]);
    expect(names(caller)).toEqual([
      ['Lars Holm', 0, 0],
      ['Ingrid Åse Berg', 71, 1980],
    ]);
    expect(names(createTestCaller(world, {}, { hiddenPersonIds: new Set([71]) }))).toEqual([
      ['Lars Holm', 0, 0],
      ['', 71, 0],
    ]);
    expect(names(createTestCaller(world, {}, { hiddenAppointmentIds: new Set([592]) }))).toEqual([]);
    const field = { entity: 'person', member: 'BirthDate', columns: ['birthYear'] } as const;
    expect(names(createTestCaller(world, {}, { unreadable: [field] }))[1]).toEqual(['Ingrid Åse Berg', 71, 0]);
  });

  test('e-mails of hidden persons and companies', () => {
    const blind = createTestCaller(world, {}, { hiddenPersonIds: new Set([71]), hiddenContactIds: new Set([7]) });
    expect(envelope(blind, 'EmailPersonAddress').value.map((row) => row.personId)).toEqual([19]);
    expect(envelope(blind, 'EmailContactAddress').value.map((row) => row.contactId)).toEqual([2]);
  });
});

describe('tentative and rejected appointments', () => {
  const asked = 'skipTentativeAndRejectedRestriction=true';

  test('are hidden unless the restriction is skipped', () => {
    expect(keys('FindAppointment')).toEqual([591, 592, 593, 596]);
    expect(keys('FindAppointment', { $filter: `${asked} and contactId oneOf (25)` })).toEqual([594, 595]);
    expect(keys('FindAppointment', { $filter: 'skipTentativeAndRejectedRestriction set false' })).toHaveLength(4);
  });

  test('by option hidden when it is asked for, or never', () => {
    const other = createTestCaller(world);
    other.options.archive.tentativeAndRejected = 'hiddenWhenSkipped';
    expect(keysWhere(other, 'FindAppointment', asked)).toEqual([591, 592, 593, 596]);
    expect(keysWhere(other, 'FindAppointment', 'getAllRows=true')).toHaveLength(6);
    other.options.archive.tentativeAndRejected = 'shown';
    expect(keysWhere(other, 'FindAppointment', asked)).toHaveLength(6);
    expect(keysWhere(other, 'FindAppointment', 'getAllRows=true')).toHaveLength(6);
  });
});
