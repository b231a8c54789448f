import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { AppointmentRecord, PersonRecord } from '../../src/simulator/store.ts';
import { type Crm, startCrm } from '../crm.ts';
import { expectKept, type FilterCase } from './filter-cases.ts';
import { ids, page } from './list-walk.ts';

let crm: Crm;
beforeAll(async () => {
  crm = await startCrm();
});
afterAll(() => crm.close());

const MOST = 2_147_483_647;
const LEAST = -2_147_483_648;

describe('whole numbers', () => {
  const cases: FilterCase<'contacts'>[] = [
    [{ eq: 7 }, ({ id }) => id === 7],
    [{ eq: 0 }, () => false],
    [{ eq: -7 }, () => false],
    [{ ne: 7 }, ({ id }) => id !== 7],
    [{ lt: 7 }, ({ id }) => id < 7],
    [{ lte: 7 }, ({ id }) => id <= 7],
    [{ gt: 195 }, ({ id }) => id > 195],
    [{ gte: 195 }, ({ id }) => id >= 195],
    [{ lte: MOST }, () => true],
    [{ gte: LEAST }, () => true],
    [{ lte: LEAST }, () => false],
    [{ gte: MOST }, () => false],
    [{ lt: LEAST }, () => false],
    [{ gt: MOST }, () => false],
    [{ gt: LEAST, lt: MOST }, () => true],
    [{ in: [7, 9, 9, 4_000, -1] }, ({ id }) => id === 7 || id === 9],
    [{ in: [] }, () => false],
    [{ between: { from: 7, to: 9 } }, ({ id }) => id >= 7 && id <= 9],
    [{ between: { from: 9, to: 7 } }, () => false],
    [{ between: { from: LEAST, to: MOST } }, () => true],
    [{ gt: 5, lte: 9, ne: 7, in: [6, 7, 8, 30] }, ({ id }) => id === 6 || id === 8],
  ];
  test.each(cases)('%j', async (contactId, keeps) => {
    await expectKept(crm, 'contacts', { contactId }, keeps);
  });

  test('an empty `in` sends nothing', async () => {
    crm.superoffice.clear();
    for (const filter of [
      { contactId: { in: [] } },
      { name: { in: [] } },
      { category: { in: [] } },
      { associate: { in: [] } },
      { or: [] },
    ]) {
      expect(await page(crm, 'contacts', { first: 3, filter })).toMatchObject({
        ids: [],
        pageInfo: { hasNextPage: false },
      });
    }
    expect(crm.superoffice.calls()).toEqual([]);
  });

  test('500 ids of the longest kind', async () => {
    const many = Array.from({ length: 500 }, (_, at) => (at === 250 ? 9 : MOST - at));
    expect(await ids(crm, 'contacts', { first: 5, filter: { contactId: { in: many } } })).toEqual([9]);
  });
});

describe('list items, records and users', () => {
  const contacts: FilterCase<'contacts'>[] = [
    [{ category: { in: [1, 3] } }, ({ categoryId }) => categoryId === 1 || categoryId === 3],
    [{ category: { notIn: [1, 3] } }, ({ categoryId }) => categoryId !== 1 && categoryId !== 3],
    [{ business: { in: [2, 3, 4], notIn: [3] } }, ({ businessId }) => businessId === 2 || businessId === 4],
    [{ country: { in: [752, 208] } }, ({ countryId }) => countryId === 752 || countryId === 208],
    [{ country: { notIn: [] } }, () => true],
    [{ country: { in: [] } }, () => false],
    [{ associate: { in: [5, 7] } }, ({ associateId }) => associateId === 5 || associateId === 7],
    [{ associate: { notIn: [5, 7] } }, ({ associateId }) => associateId !== 5 && associateId !== 7],
    [{ associate: { in: [] } }, () => false],
    [{ associate: { notIn: [] } }, () => true],
    [{ associate: { isCurrent: true } }, ({ associateId }) => associateId === 5],
    [{ associate: { isCurrent: false } }, ({ associateId }) => associateId !== 5],
    [{ associate: { isCurrent: false, in: [5, 7] } }, ({ associateId }) => associateId === 7],
    [{ stop: { eq: true } }, ({ stop }) => stop],
    [{ stop: { eq: false } }, ({ stop }) => !stop],
  ];
  test.each(contacts)('contacts %j', async (filter, keeps) => {
    await expectKept(crm, 'contacts', filter, keeps);
  });

  const persons: FilterCase<'persons'>[] = [
    [{ personId: { between: { from: 20, to: 40 } } }, ({ id }) => id >= 20 && id <= 40],
    [{ contactId: { eq: 4 } }, ({ contactId }) => contactId === 4],
    [{ contactId: { in: [4, 5, 6] } }, ({ contactId }) => [4, 5, 6].includes(contactId ?? 0)],
    [{ contactId: { lte: 0 } }, ({ contactId }) => contactId === null],
    [{ position: { in: [1, 2] } }, ({ positionId }) => positionId === 1 || positionId === 2],
    [{ position: { notIn: [1, 2] } }, ({ positionId }) => positionId !== 1 && positionId !== 2],
    [{ position: { in: [0] } }, ({ positionId }) => positionId === 0],
    [{ country: { in: [276] } }, ({ countryId }) => countryId === 276],
    [{ country: { notIn: [276] } }, ({ countryId }) => countryId !== 276],
  ];
  test.each(persons)('persons %j', async (filter, keeps) => {
    expect(await expectKept(crm, 'persons', filter, keeps)).toBeGreaterThan(0);
  });

  const appointments: FilterCase<'appointments'>[] = [
    [{ appointmentId: { gte: 2_090 } }, ({ id }) => id >= 2_090],
    [{ contactId: { in: [4, 5] } }, ({ contactId }) => contactId === 4 || contactId === 5],
    [{ contactId: { notIn: [4, 5] } }, ({ contactId }) => contactId !== 4 && contactId !== 5],
    [{ personId: { in: [30, 31, 32, 33] } }, ({ personId }) => [30, 31, 32, 33].includes(personId ?? 0)],
    [{ personId: { in: [0] } }, ({ personId }) => personId === null],
    [{ task: { in: [3, 4] } }, ({ taskId }) => taskId === 3 || taskId === 4],
    [{ task: { notIn: [3, 4] } }, ({ taskId }) => taskId !== 3 && taskId !== 4],
    [{ priority: { in: [2] } }, ({ priorityId }) => priorityId === 2],
    [{ priority: { notIn: [2, 0] } }, ({ priorityId }) => priorityId !== 2 && priorityId !== 0],
    [{ associate: { in: [7] } }, ({ associateId }) => associateId === 7],
    [{ completed: { eq: true } }, ({ completed }) => completed === 'Completed'],
    [{ completed: { eq: false } }, ({ completed }) => completed !== 'Completed'],
  ];
  test.each(appointments)('appointments %j', async (filter, keeps) => {
    expect(await expectKept(crm, 'appointments', filter, keeps)).toBeGreaterThan(0);
  });

  test('`isCurrent` goes by the ticket, and `false` takes one request to learn whose it is', async () => {
    const ticket = crm.superoffice.tickets.mina;
    await expectKept(crm, 'appointments', { associate: { isCurrent: true } }, ({ associateId }) => associateId === 7, {
      ticket,
    });
    crm.superoffice.clear();
    await expectKept(crm, 'contacts', { associate: { isCurrent: false } }, ({ associateId }) => associateId !== 7, {
      ticket,
    });
    expect(crm.superoffice.calls().filter(({ path }) => path === '/User/currentPrincipal')).toHaveLength(1);
  });
});

describe('records that lists hide by themselves', () => {
  test('retired persons are found unless the filter says otherwise', async () => {
    const isRetired = ({ retired }: PersonRecord) => retired;
    for (const personEntities of ['person', 'personAndRetired'] as const) {
      crm.superoffice.options.archive.personEntities = personEntities;
      await expectKept(crm, 'persons', {}, () => true);
      expect(await expectKept(crm, 'persons', { retired: { eq: true } }, isRetired)).toBeGreaterThan(20);
      await expectKept(crm, 'persons', { retired: { eq: false } }, (person) => !isRetired(person));
      await expectKept(crm, 'persons', { and: [{ retired: { eq: false } }] }, (person) => !isRetired(person));
      await expectKept(
        crm,
        'persons',
        { or: [{ retired: { eq: false } }, { personId: { lt: 60 } }] },
        (person) => !isRetired(person) || person.id < 60,
      );
    }
    crm.superoffice.options.archive.personEntities = 'person';
  });

  test('tentative and rejected appointments are found, alone, in lists and under their parents', async () => {
    const hidden = [...crm.superoffice.world().appointments.values()].filter(
      ({ invitationStatus, assignmentStatus }) =>
        ['Invitation', 'Declined'].includes(invitationStatus) || assignmentStatus === 'Declined',
    );
    expect(hidden.length).toBeGreaterThan(100);
    const child = hidden.find(({ contactId }) => contactId !== null) as AppointmentRecord;
    for (const reading of ['hiddenUnlessSkipped', 'shown'] as const) {
      crm.superoffice.options.archive.tentativeAndRejected = reading;
      const wanted = hidden.slice(0, 40).map(({ id }) => id);
      await expectKept(crm, 'appointments', { appointmentId: { in: wanted } }, ({ id }) => wanted.includes(id));
      const { data } = await crm.query(
        `{ appointment(appointmentId: ${child.id}) { location startDate }
           contact(contactId: ${child.contactId}) { appointments(first: 1, filter: { appointmentId: { eq: ${child.id} } }) { nodes { appointmentId } } } }` as string,
      );
      expect(data).toMatchObject({
        appointment: { location: child.location || null },
        contact: { appointments: { nodes: [{ appointmentId: child.id }] } },
      });
    }
    crm.superoffice.options.archive.tentativeAndRejected = 'hiddenUnlessSkipped';
  });
});
