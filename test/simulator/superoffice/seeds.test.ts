import { describe, expect, test } from 'vitest';
import { isTentativeOrRejected } from '../../../src/simulator/archive/rows.ts';
import { seededWorld } from '../../../src/simulator/world.ts';

describe.each(['Cust12345', 'Cust23456'])('the records of a new %s', (tenant) => {
  const world = seededWorld(tenant, Date.parse('2026-04-20T00:00:00Z'));
  const entries = [...world.appointments.values()];

  test('copies of a booking are its master’s entry in the diaries of others, who all take part', () => {
    const copies = entries.filter(({ id, motherId }) => motherId !== 0 && motherId !== id);
    expect(copies).toHaveLength(147);
    for (const copy of copies) {
      const master = world.appointments.get(copy.motherId);
      const { startAt, endAt, title, contactId, personId, createdAt, participants } = master ?? copy;
      expect(copy).toMatchObject({ startAt, endAt, title, contactId, personId, createdAt, participants });
      expect(copy).toMatchObject({ type: 'BookingForDiary', bookingType: 'Participant' });
      expect(copy.motherAssociateId).toBe(master?.associateId);
      expect(master).toMatchObject({ motherId: master?.id, bookingType: 'Owner' });
      expect(participants.map(({ associateId }) => associateId)).toContain(copy.associateId);
    }
    const answers = Object.groupBy(copies, ({ invitationStatus }) => invitationStatus);
    expect(Object.keys(answers).sort()).toEqual(['Accepted', 'Declined', 'Invitation']);
    expect(entries.filter(({ bookingType, motherId }) => bookingType === 'Participant' && motherId === 0)).toEqual([]);
    expect(copies.filter(isTentativeOrRejected).length).toBe(98);
  });

  test('times run forward, and references lead somewhere', () => {
    for (const entry of entries) {
      expect(entry.endAt ?? entry.startAt).toBeGreaterThanOrEqual(entry.startAt);
      expect(entry.updatedAt ?? entry.createdAt).toBeGreaterThanOrEqual(entry.createdAt);
      if (entry.contactId !== null) expect(world.contacts.has(entry.contactId)).toBe(true);
      if (entry.personId !== null) expect(world.persons.get(entry.personId)?.contactId).toBe(entry.contactId);
    }
  });

  test('the e-mails of persons are such, but for the few that are free text', () => {
    const values = [...world.persons.values()].flatMap(({ emails }) => emails.map(({ value }) => value));
    const odd = values.filter((value) => !/^[a-z.]+[a-z\d.]*@[a-z\d]+\.example$/.test(value));
    expect(odd.filter((value) => !/^unknown$|^ | other\./.test(value))).toEqual([]);
    expect(odd.length).toBeGreaterThan(10);
  });
});
