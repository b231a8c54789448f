import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { type SuperOfficeSimulator, startSuperOfficeSimulator } from '../../../src/simulator/superoffice.ts';
import { ask, differences, sample } from './ask.ts';

let simulator: SuperOfficeSimulator;

beforeAll(async () => {
  simulator = await startSuperOfficeSimulator({ now: new Date('2026-04-20T00:00:00Z') });
});
afterEach(() => simulator.reset());
afterAll(() => simulator.close());

test('the comparer of these tests sees a missing, a moved and a changed member', () => {
  const { Name, ...rest } = sample('contact-entity');
  expect(differences(rest, sample('contact-entity'))).toHaveLength(1);
  expect(differences({ ...rest, Name }, sample('contact-entity'))).toHaveLength(1);
  expect(differences({ ...sample('contact-entity'), Deleted: false }, sample('contact-entity'))).toEqual([
    '$.Deleted: boolean, not number',
  ]);
});

describe('the seed', () => {
  test('has the sizes and the oddities that clients must cope with', () => {
    const world = simulator.world();
    const [contacts, persons, entries] = [world.contacts, world.persons, world.appointments].map((t) => [
      ...t.values(),
    ]);
    expect([contacts?.length, persons?.length, entries?.length]).toEqual([200, 800, 2000]);
    const people = [...world.persons.values()];
    expect(people.filter((person) => person.retired).length).toBeGreaterThan(20);
    expect(people.filter((person) => person.deletedAt !== null).length).toBeGreaterThan(5);
    expect(people.filter((person) => person.birthDate?.startsWith('0002') === true).length).toBeGreaterThan(10);
    expect(people.filter((person) => person.contactId === null).length).toBeGreaterThan(2);
    const diary = [...world.appointments.values()];
    const week = [Date.parse('2026-04-19T22:00:00Z'), Date.parse('2026-04-26T22:00:00Z')] as const;
    expect(diary.filter((entry) => entry.startAt >= week[0] && entry.startAt < week[1]).length).toBeGreaterThan(50);
    for (const odd of ['Invitation', 'Declined'] as const) {
      expect(diary.some((entry) => entry.invitationStatus === odd)).toBe(true);
    }
    expect(diary.some((entry) => entry.private === 'PrivateUser' && !entry.isAllDay)).toBe(true);
    expect(diary.some((entry) => entry.isAllDay && entry.contactId === null)).toBe(true);
    expect(diary.some((entry) => entry.endAt === null)).toBe(true);
    expect(world.contacts.get(world.ownContactId)?.name).toBe('Nordlys Trading AS');
  });

  test('is the same on every start of the same day, and the other tenant has the same keys with other texts', async () => {
    const again = await startSuperOfficeSimulator({ now: new Date('2026-04-20T11:00:00Z') });
    expect([...again.world().contacts.values()]).toEqual([...simulator.world().contacts.values()]);
    expect([...again.world().appointments.values()]).toEqual([...simulator.world().appointments.values()]);
    const other = again.world('Cust23456');
    expect([...other.persons.keys()]).toEqual([...simulator.world().persons.keys()]);
    expect(other.contacts.get(25)?.name).not.toBe(simulator.world().contacts.get(25)?.name);
    await again.close();
  });

  test('points from companies to addresses of the estate CRM', async () => {
    const { json } = await ask(simulator, '/Contact/5/ForeignKey');
    expect(json).toEqual({ 'onOffice.enterprise.addressId': '3', 'Ledger.Books.Global.customerNo': 'C-5' });
    const { json: withKeys } = await ask(simulator, '/Contact/5?fk=true');
    expect(withKeys.ExtraFields['onOffice.enterprise.addressId']).toBe('3');
    expect((await ask(simulator, '/Contact/5')).json.ExtraFields).not.toHaveProperty('onOffice.enterprise.addressId');
  });
});

describe('$select', () => {
  test('leaves the other members in place, null', async () => {
    const { json } = await ask(simulator, '/Contact/25?$select=NAME,category/id,');
    expect(Object.keys(json)).toEqual(Object.keys(sample('contact-entity')));
    expect(
      Object.entries(json)
        .filter(([, value]) => value !== null)
        .map(([name]) => name),
    ).toEqual(['Name', 'Category', '_Links']);
  });

  test('leaves keys, rights and plain values where the options say so', async () => {
    Object.assign(simulator.options.select, { nullsKey: false, nullsRights: false, nullsLinks: true });
    simulator.options.select.keepsValueTypes = true;
    const { json } = await ask(simulator, '/Contact/25?$select=name');
    expect(json).toMatchObject({ ContactId: 25, NoMailing: false, Deleted: 0, Description: null, _Links: null });
    expect(json.TableRight.Mask).toBe('Select, Update, Insert, Delete');
  });
});

describe('conditional reads', () => {
  test('answer 304 with no body while the record is as it was', async () => {
    const first = await ask(simulator, '/Person/71');
    const lastModified = first.headers.get('last-modified') ?? '';
    const person = simulator.world().persons.get(71);
    if (person === undefined) throw new Error('there is no person 71');
    expect(Date.parse(lastModified)).toBe(Math.floor((person.updatedAt ?? person.createdAt) / 1000) * 1000);
    const second = await ask(simulator, '/Person/71', { 'if-modified-since': lastModified });
    expect([second.status, second.text]).toEqual([304, '']);
    person.updatedAt = Date.parse(lastModified) + 5000;
    expect((await ask(simulator, '/Person/71', { 'if-modified-since': lastModified })).status).toBe(200);
  });

  test('of a record that was never updated go by the option', async () => {
    const person = simulator.world().persons.get(71);
    if (person !== undefined)
      Object.assign(person, { updatedAt: null, createdAt: Date.parse('2024-05-06T07:08:09.600Z') });
    const lastModified = async () => (await ask(simulator, '/Person/71')).headers.get('last-modified');
    expect(await lastModified()).toBe('Mon, 06 May 2024 07:08:09 GMT');
    simulator.options.neverModified = 'year1';
    expect(await lastModified()).toBe('Mon, 01 Jan 0001 00:00:00 GMT');
    simulator.options.neverModified = 'absent';
    expect(await lastModified()).toBeNull();
  });

  test('are ignored where the option turns them off', async () => {
    simulator.options.conditionalRequests = false;
    const { status, headers } = await ask(simulator, '/Person/71', { 'if-modified-since': new Date().toUTCString() });
    expect([status, headers.get('last-modified')]).toEqual([200, null]);
  });
});

describe('custom fields', () => {
  test('are encoded by kind and kept in step in all three dictionaries', async () => {
    const contact = simulator.world().contacts.get(25);
    if (contact === undefined) throw new Error('there is no company 25');
    contact.custom = {
      'SuperOffice:1': 'Key "account"',
      'SuperOffice:2': 3,
      'SuperOffice:3': '2026-06-30',
      'SuperOffice:4': true,
      'SuperOffice:5': 3,
      'SuperOffice:6': 12.5,
      x_review_time: '09:30:00',
      x_reviewed_at: Date.parse('2026-04-20T07:30:00Z'),
      x_premium: true,
      x_parent: 2,
    };
    const { json } = await ask(simulator, '/Contact/25', { 'so-language': 'de' });
    expect(json.UserDefinedFields).toMatchObject({
      'SuperOffice:1': 'Key "account"',
      'SuperOffice:2': '[I:3]',
      'SuperOffice:3': '[D:06/30/2026 00:00:00.0000000]',
      'SuperOffice:4': 'True',
      'SuperOffice:4:DisplayText': 'Ja',
      'SuperOffice:5': '[I:3]',
      'SuperOffice:5:DisplayText': 'Gold',
      'SuperOffice:6': '[F:12.5]',
      'Acme:Renewal': '[D:01/01/0001 00:00:00.0000000]',
    });
    expect(json.CustomFields).toMatchObject({
      'SuperOffice:3': '[DT:06/30/2026 00:00:00.0000000]',
      'SuperOffice:3:org': '[DT:06/30/2026 00:00:00.0000000]',
      'SuperOffice:4': '[I:1]',
      x_review_time: '[DT:01/01/1760 09:30:00.0000000]',
      x_reviewed_at: '[DT:04/20/2026 09:30:00.0000000]',
      x_premium: '[I:1]',
      'x_parent:DisplayText': 'Nordlys Trading AS',
    });
    expect(json.ExtraFields.x_parent).toBe('[I:2]');
    expect(json.UserDefinedFields).not.toHaveProperty('SuperOffice:10');
  });

  test('have a live layout, a next one, and one list for both kinds', async () => {
    const draft = (await ask(simulator, '/Contact/UdefLayout')).json;
    const live = (await ask(simulator, '/contact/udeflayout/published')).json;
    expect([draft.length, live.length]).toEqual([10, 9]);
    const one = await ask(simulator, '/Contact/UdefLayout/Published/SuperOffice:5', { 'so-language': 'nb' });
    expect(one.json).toMatchObject({ FieldType: 'List', MdoListName: 'udlist98', UDListDefinitionId: 98 });
    expect((await ask(simulator, '/Contact/UdefLayout/Published/SuperOffice:10')).status).toBe(404);
    const all = (await ask(simulator, '/Person/CustomField')).json;
    expect(all.map((field: { FieldName: string }) => field.FieldName)).toContain('x_review_time');
    expect(all).toHaveLength(19);
    expect((await ask(simulator, '/Person/CustomField/x_region')).json.FieldType).toBe('ShortText');
  });
});

test('unset texts are empty, or null where the option says so', async () => {
  const contact = simulator.world().contacts.get(25);
  if (contact !== undefined) Object.assign(contact, { description: '', categoryId: 0 });
  expect((await ask(simulator, '/Contact/25')).json).toMatchObject({ Description: '', Category: { Id: 0, Value: '' } });
  Object.assign(simulator.options.carriers, { emptyTexts: 'null', emptyListValue: 'null' });
  expect((await ask(simulator, '/Contact/25')).json).toMatchObject({ Description: null, Category: null });
});

test('a new record starts with the defaults of the caller and of the layout', async () => {
  const mina = { authorization: simulator.tickets.mina };
  const { json: contact } = await ask(simulator, '/Contact/default', mina);
  expect(contact).toMatchObject({
    ContactId: 0,
    CreatedDate: '0001-01-01T00:00:00',
    CreatedBy: null,
    Associate: { AssociateId: 7 },
    Category: { Id: 1 },
    Country: { CountryId: 578 },
    UserDefinedFields: { 'SuperOffice:1': '', 'SuperOffice:2': '[I:1]' },
  });
  const { json: entry } = await ask(simulator, '/appointment/DEFAULT?$select=associate,startDate,task', mina);
  expect(entry.Associate.Name).toBe('MK');
  expect(entry.StartDate).toBe('2026-04-20T02:00:00');
  expect(entry.Location).toBeNull();
});

describe('what is not there', () => {
  test.each([
    ['/Contact/glops', 400, 'Message'],
    ['/Nothing', 404, 'Message'],
    ['/Person/999999/Simple', 404, 'ErrorMessage'],
    ['/Contact/999999/Persons', 404, 'ErrorMessage'],
    ['/Appointment/999999/ForeignKey', 404, 'ErrorMessage'],
    ['/User/current', 403, 'ErrorMessage'],
  ])('GET %s is %i', async (path, status, member) => {
    const answer = await ask(simulator, path);
    expect(answer.status).toBe(status);
    expect(answer.json[member]).toEqual(expect.any(String));
  });

  test('a method that a route does not have is 405, and so is PATCH while nothing is written', async () => {
    const { status, headers } = await ask(simulator, '/Contact/25/Simple', {}, {});
    expect([status, headers.get('allow')]).toEqual([405, 'GET']);
  });

  test('a soft-deleted record is found by its id, or not, as the option says', async () => {
    const gone = [...simulator.world().contacts.values()].find((contact) => contact.deletedAt !== null);
    expect((await ask(simulator, `/Contact/${gone?.id}`)).json.Deleted).toBe(1);
    simulator.options.deletedFoundById = false;
    expect((await ask(simulator, `/Contact/${gone?.id}`)).status).toBe(404);
  });
});

test('sub-archives hold the rows of their parent', async () => {
  const { json } = await ask(
    simulator,
    '/Contact/25/Persons?$select=personId,contactId&$entities=person,retiredPerson',
  );
  const expected = [...simulator.world().persons.values()].filter(
    (person) => person.contactId === 25 && person.deletedAt === null,
  );
  expect(json.value.map((row: { personId: number }) => row.personId)).toEqual(expected.map((person) => person.id));
  expect(json.value.every((row: { contactId: number }) => row.contactId === 25)).toBe(true);
  const entry = [...simulator.world().appointments.values()].find((one) => one.participants.length === 2);
  const participants = await ask(simulator, `/Appointment/${entry?.id}/Participants`);
  expect(participants.json.value).toHaveLength(2);
  expect((await ask(simulator, `/Appointment/${entry?.id}/Links`)).json.value).toEqual([]);
});

test('names of routes and parameters may be written in any case, with a slash at the end', async () => {
  const { json } = await ask(simulator, '/contact/25/SIMPLE/?$SELECT=fullname');
  const contact = simulator.world().contacts.get(25);
  expect(json.FullName).toBe(`${contact?.name}, ${contact?.department}`);
});
