import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { OPEN_END } from '../../../src/simulator/store.ts';
import { type SuperOfficeSimulator, startSuperOfficeSimulator } from '../../../src/simulator/superoffice.ts';
import { ask } from './ask.ts';
import { send, stored } from './write-requests.ts';

let simulator: SuperOfficeSimulator;

beforeAll(async () => {
  simulator = await startSuperOfficeSimulator({ now: new Date('2026-04-20T00:00:00Z') });
});
afterEach(() => simulator.reset());
afterAll(() => simulator.close());

const set = (entity: string, path: string, value: unknown, headers?: Record<string, string>) =>
  send(simulator, 'PATCH', `/${entity}`, [{ op: 'replace', path, value }], headers);

describe('a text', () => {
  test('that is null and one that is empty are told apart', async () => {
    const { json } = await set('Person/71', '/Title', null);
    expect([json.Title, stored(simulator).person().title]).toEqual([null, '']);
    expect((await ask(simulator, '/Person/71')).json.Title).toBeNull();
    expect((await set('Person/71', '/Title', '')).json.Title).toBe('');
    expect((await set('Person/71', '/Title', 'CEO')).json.Title).toBe('CEO');
    expect(stored(simulator).person()).not.toHaveProperty('nullTexts');
  });

  test('that is set to null is stored empty where the option says so', async () => {
    simulator.options.writes.nullTexts = 'empty';
    expect((await set('Person/71', '/Title', null)).json.Title).toBe('');
  });

  test('may start as null in a test’s own world', async () => {
    Object.assign(stored(simulator).entry(), { title: '', nullTexts: ['Title', 'Agenda'] });
    const { json } = await ask(simulator, '/Appointment/591');
    expect([json.Title, json.Agenda]).toEqual([null, null]);
    await set('Appointment/591', '/Title', 'Set from null');
    expect(stored(simulator).entry()).toMatchObject({ title: 'Set from null', nullTexts: ['Agenda'] });
  });

  test('may come as a number, but not as an object', async () => {
    expect((await set('Contact/25', '/OrgNr', 987)).json.OrgNr).toBe('987');
    expect((await set('Contact/25', '/OrgNr', { Value: '1' })).status).toBe(400);
  });
});

describe('a reference', () => {
  const cases: [string, string, string, string, number, number | null][] = [
    ['Appointment/591', 'Contact', 'ContactId', 'contactId', 26, null],
    ['Appointment/591', 'Person', 'PersonId', 'personId', 72, null],
    ['Appointment/591', 'Associate', 'AssociateId', 'associateId', 7, 0],
    ['Appointment/591', 'Task', 'TaskListItemId', 'taskId', 2, 0],
    ['Appointment/591', 'Priority', 'Id', 'priorityId', 1, 0],
    ['Contact/25', 'Category', 'Id', 'categoryId', 3, 0],
    ['Contact/25', 'Business', 'Id', 'businessId', 2, 0],
    ['Contact/25', 'Country', 'CountryId', 'countryId', 276, 0],
    ['Contact/25', 'SupportPerson', 'PersonId', 'supportPersonId', 72, null],
    ['Contact/25', 'SupportAssociate', 'AssociateId', 'supportAssociateId', 6, null],
    ['Person/71', 'Contact', 'ContactId', 'contactId', 26, null],
    ['Person/71', 'Position', 'Id', 'positionId', 2, 0],
  ];
  const rowOf = (entity: string): object => {
    if (entity.startsWith('Contact')) return stored(simulator).contact();
    return entity.startsWith('Person') ? stored(simulator).person() : stored(simulator).entry();
  };

  test.each(cases)(
    'of %s: %s is set by its key, from null and to null',
    async (entity, member, key, field, id, none) => {
      Object.assign(rowOf(entity), { [field]: none });
      expect((await set(entity, `/${member}`, { [key]: String(id) })).status).toBe(200);
      expect(rowOf(entity)).toMatchObject({ [field]: id });
      expect((await set(entity, `/${member}`, null)).status).toBe(200);
      expect(rowOf(entity)).toMatchObject({ [field]: none });
      Object.assign(rowOf(entity), { [field]: id });
      expect((await set(entity, `/${member}`, { [key]: 0 })).status).toBe(200);
      expect(rowOf(entity)).toMatchObject({ [field]: none });
    },
  );

  test('is emptied by one form alone where the option says so', async () => {
    simulator.options.writes.clearsReference = 'zero';
    expect((await set('Appointment/591', '/Contact', null)).status).toBe(400);
    expect((await set('Appointment/591', '/Contact', { ContactId: 0 })).status).toBe(200);
    simulator.options.writes.clearsReference = 'null';
    expect((await set('Appointment/591', '/Associate', { AssociateId: 0 })).status).toBe(400);
    expect((await set('Appointment/591', '/Associate', null)).json.Associate).toBeNull();
  });

  test('by the key’s own path works where it has a value, and names beside it change nothing', async () => {
    Object.assign(stored(simulator).entry(), { personId: 71, taskId: 1 });
    const name = stored(simulator).person().lastname;
    expect((await set('Appointment/591', 'Task/TaskListItemId', 2)).json.Task.TaskListItemId).toBe(2);
    expect((await set('Appointment/591', 'Person/Lastname', 'Changed')).status).toBe(200);
    expect([stored(simulator).person().lastname, stored(simulator).entry().personId]).toEqual([name, 71]);
  });

  test('to what is not there, is deleted, or is hidden from the caller is refused', async () => {
    const gone = [...simulator.world().contacts.values()].find((contact) => contact.deletedAt !== null);
    const rune = { authorization: simulator.tickets.rune };
    expect((await set('Appointment/591', '/Contact', { ContactId: 99999 })).status).toBe(500);
    expect((await set('Appointment/591', '/Contact', { ContactId: gone?.id })).status).toBe(500);
    expect((await set('Appointment/592', '/Contact', { ContactId: 34 }, rune)).status).toBe(500);
    expect((await set('Appointment/592', '/Contact', { ContactId: 35 }, rune)).status).toBe(200);
  });
});

describe('elements', () => {
  test.each([
    ['Contact/25', 'Emails', 'emails'],
    ['Contact/25', 'Urls', 'urls'],
    ['Contact/25', 'Faxes', 'faxes'],
    ['Person/71', 'MobilePhones', 'mobilePhones'],
    ['Person/71', 'OtherPhones', 'otherPhones'],
  ])('of %s: %s are replaced whole, and emptied by an empty array or null', async (entity, member, field) => {
    const row = () => (entity === 'Contact/25' ? stored(simulator).contact() : stored(simulator).person());
    await set(entity, member, [{ Value: 'first', Description: 'Job' }, { value: 'second' }]);
    expect(row()).toMatchObject({
      [field]: [
        { value: 'first', description: 'Job' },
        { value: 'second', description: '' },
      ],
    });
    await set(entity, member, []);
    expect(row()).toMatchObject({ [field]: [] });
    await set(entity, member, [{ Value: 'again' }]);
    expect((await set(entity, member, null)).json[member]).toEqual([]);
  });

  test('get keys that no other element has, in one write too', async () => {
    const operations = [
      { op: 'replace', path: '/Emails', value: [{ Value: 'a@b.example' }] },
      { op: 'replace', path: '/MobilePhones', value: [{ Value: '+47 1' }, { Value: '+47 2' }] },
      { op: 'replace', path: '/Address/Street', value: { Address1: 'Fjordgata 8' } },
    ];
    stored(simulator).person().address = null;
    await send(simulator, 'PATCH', '/Person/71', operations);
    const { emails, mobilePhones, address } = stored(simulator).person();
    const ids = [...emails, ...mobilePhones].map((element) => element.id).concat(address?.id ?? 0);
    expect(new Set(ids).size).toBe(4);
    expect(Math.min(...ids)).toBeGreaterThan(20_000);
  });
});

describe('interests', () => {
  test('are marked by index', async () => {
    stored(simulator).contact().interestIds = [];
    const shown = (await ask(simulator, '/Contact/25')).json.Interests;
    const { json } = await set('Contact/25', '/Interests/0/Selected', true);
    expect(stored(simulator).contact().interestIds).toEqual([shown[0].Id]);
    expect([json.Interests[0].Selected, json.ActiveInterests]).toEqual([true, 1]);
    await set('Contact/25', '/interests/0/selected', 'false');
    expect(stored(simulator).contact().interestIds).toEqual([]);
  });

  test('are replaced whole; those that are not named are no longer selected, or stay where the option says so', async () => {
    stored(simulator).contact().interestIds = [1, 2];
    await set('Contact/25', 'Interests', [{ Id: '3', Selected: true }, { Id: 99, Selected: true }, { Id: 4 }]);
    expect(stored(simulator).contact().interestIds).toEqual([3]);
    simulator.options.writes.unnamedInterests = 'kept';
    await send(simulator, 'PATCH', '/Contact/25', [
      { op: 'add', path: 'Interests', value: [{ Id: 1, Selected: true }] },
    ]);
    expect(stored(simulator).contact().interestIds).toEqual([3, 1]);
  });
});

describe('plain values', () => {
  test('are numbers, truth values and enums, by name in any case or by number', async () => {
    await set('Appointment/591', '/Completed', 'completed');
    expect(stored(simulator).entry().completed).toBe('Completed');
    expect(stored(simulator).entry().completedAt).toBeGreaterThan(0);
    await set('Appointment/591', '/Completed', 2);
    expect(stored(simulator).entry()).toMatchObject({ completed: 'Started', completedAt: null });
    await set('Appointment/591', '/InvitationStatus', 5);
    expect(stored(simulator).entry().invitationStatus).toBe('Invitation');
    await set('Appointment/591', '/AlarmLeadTime', '1.02:30:00');
    expect(stored(simulator).entry().alarmLeadMinutes).toBe(1590);
    expect((await set('Appointment/591', '/Private', 'Secret')).status).toBe(400);
    expect((await set('Appointment/591', '/Private', null)).status).toBe(400);
    expect((await set('Appointment/591', '/IsFree', 1)).status).toBe(400);
    expect((await set('Appointment/591', '/ColorIndex', 1.5)).status).toBe(400);
  });

  test('participants are replaced whole', async () => {
    const given = [{ AssociateId: 7, PersonId: '13', SendEmail: true, InvitationStatus: 'Accepted' }];
    await set('Appointment/591', '/Participants', given);
    expect(stored(simulator).entry().participants).toEqual([
      {
        associateId: 7,
        personId: 13,
        contactId: 0,
        emailId: 0,
        sendEmail: true,
        invitationStatus: 'Accepted',
        emailAddress: '',
      },
    ]);
  });
});

describe('a date', () => {
  const at = (text: string) => Date.parse(text);

  test.each([
    ['2026-05-01T09:00:00Z', {}, '2026-05-01T09:00:00Z'],
    ['2026-05-01T09:00:00+02:00', { 'so-timezone': 'US-NY' }, '2026-05-01T07:00:00Z'],
    ['2026-05-01T09:00:00-0500', {}, '2026-05-01T14:00:00Z'],
    ['2026-05-01T09:00:00', {}, '2026-05-01T07:00:00Z'],
    ['2026-05-01T09:00:00', { 'so-timezone': 'US-NY, includeTZOffset' }, '2026-05-01T13:00:00Z'],
    ['2026-01-15T09:00:00', { 'so-timezone': '376' }, '2026-01-15T09:00:00Z'],
    ['2026-05-01T09:00:00.000Z', {}, '2026-05-01T09:00:00Z'],
  ])('of the diary, %s with %j, is %s', async (written, headers, instant) => {
    await set('Appointment/591', '/StartDate', written, headers);
    expect(stored(simulator).entry()).toMatchObject({ startAt: at(instant), activeAt: at(instant) });
  });

  test('of the year 1 or 9999 is none, or an open end; a start there must be', async () => {
    await set('Appointment/591', '/EndDate', '9999-12-31T23:59:59');
    expect(stored(simulator).entry().endAt).toBe(OPEN_END);
    await set('Appointment/591', '/EndDate', '0001-01-01T00:00:00');
    expect(stored(simulator).entry().endAt).toBeNull();
    expect((await set('Appointment/591', '/StartDate', '0001-01-01T00:00:00')).status).toBe(500);
    expect((await set('Appointment/591', '/EndDate', null)).status).toBe(400);
    expect((await set('Appointment/591', '/EndDate', 'tomorrow')).status).toBe(400);
  });

  test.each([
    ['Appointment/591', '/StartDate', '2026-02-31T10:00:00'],
    ['Appointment/591', '/EndDate', '2026-05-01T24:00:00Z'],
    ['Appointment/591', '/EndDate', '2026-05-01T09:00:00+99:00'],
    ['Person/71', '/BirthDate', '1981-02-29'],
    ['Person/71', '/BirthDate', '1981-13-01T00:00:00'],
  ])('that there is not is refused: %s %s %s', async (entity, path, written) => {
    const before = structuredClone([stored(simulator).entry(), stored(simulator).person()]);
    const { status, json } = await set(entity, path, written);
    expect([status, json.Message]).toEqual([400, 'The request is invalid.']);
    expect([stored(simulator).entry(), stored(simulator).person()]).toEqual(before);
  });

  test('of the search stays where it is set by itself', async () => {
    const operations = [
      { op: 'replace', path: '/StartDate', value: '2026-05-01T09:00:00Z' },
      { op: 'replace', path: '/ActiveDate', value: '2026-05-02T09:00:00Z' },
    ];
    await send(simulator, 'PATCH', '/Appointment/591', operations);
    expect(stored(simulator).entry().activeAt).toBe(at('2026-05-02T09:00:00Z'));
  });

  test('of birth is cut at its day, whatever stands behind it', async () => {
    for (const written of ['1981-09-14', '1981-09-14T00:00:00', '1981-09-14T00:00:00Z', '1981-09-14T23:00:00+09:00']) {
      stored(simulator).person().birthDate = null;
      await set('Person/71', '/BirthDate', written, { 'so-timezone': 'US-NY' });
      expect(stored(simulator).person().birthDate).toBe('1981-09-14');
    }
    await set('Person/71', '/BirthDate', '0001-01-01T00:00:00');
    expect(stored(simulator).person().birthDate).toBeNull();
    await set('Person/71', '/BirthDate', '0002-09-14T00:00:00');
    expect(stored(simulator).person().birthDate).toBe('0002-09-14');
  });

  test('means what it meant when it was read, under every way to convert', async () => {
    for (const conversion of ['full', 'serverOffset', 'taggedUtc'] as const) {
      simulator.options.dates.conversion = conversion;
      for (const zone of ['', 'US-NY', 'US-NY, includeTZOffset', 'UTC, includeTZOffset']) {
        const headers: Record<string, string> = zone === '' ? {} : { 'so-timezone': zone };
        const before = stored(simulator).entry().startAt;
        const { json } = await ask(simulator, '/Appointment/591', headers);
        Object.assign(stored(simulator).entry(), { startAt: 0 });
        await set('Appointment/591', '/StartDate', json.StartDate, headers);
        expect([conversion, zone, stored(simulator).entry().startAt]).toEqual([conversion, zone, before]);
      }
    }
  });
});
