import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { type SuperOfficeSimulator, startSuperOfficeSimulator } from '../../../src/simulator/superoffice.ts';
import { ask } from './ask.ts';
import { send, stored } from './write-requests.ts';

let simulator: SuperOfficeSimulator;

beforeAll(async () => {
  simulator = await startSuperOfficeSimulator({ now: new Date('2026-04-20T00:00:00Z') });
});
afterEach(() => simulator.reset());
afterAll(() => simulator.close());

const as = (user: 'lars' | 'rune' | 'tove') => ({ authorization: simulator.tickets[user] });
const replace = (path: string, value: unknown) => [{ op: 'replace', path, value }];

describe('a right', () => {
  test.each([
    ['tove', 'PATCH', '/Contact/25', replace('/Name', 'x')],
    ['tove', 'PUT', '/Contact/25', { Name: 'x' }],
    ['tove', 'POST', '/Contact', { Name: 'x' }],
    ['tove', 'DELETE', '/Contact/25', undefined],
    ['tove', 'POST', '/List/Category/Items', { Name: 'x' }],
    ['rune', 'POST', '/Person', { Lastname: 'x' }],
    ['rune', 'DELETE', '/Appointment/591', undefined],
    ['rune', 'PATCH', '/Contact/25', replace('/OrgNr', 'x')],
    ['rune', 'PATCH', '/Contact/34', replace('/Name', 'x')],
  ] as const)(
    'that %s lacks for %s %s is SoSentryException, and nothing is written',
    async (user, method, path, body) => {
      const { contacts, persons, appointments, lists } = simulator.world();
      const before = structuredClone({ contacts, persons, appointments, lists });
      const { status, json } = await send(simulator, method, path, body, as(user));
      expect([status, json.ErrorType]).toEqual([403, 'SoSentryException']);
      for (const table of ['contacts', 'persons', 'appointments', 'lists'] as const) {
        expect(simulator.world()[table]).toEqual(before[table]);
      }
    },
  );

  test('that is missing may answer 500', async () => {
    simulator.options.writes.forbiddenStatus = 500;
    const { status, json } = await send(simulator, 'PATCH', '/Contact/25', { Name: 'x' }, as('tove'));
    expect([status, json.ErrorType]).toEqual([500, 'SoSentryException']);
  });

  test('to a field may be to read it alone; other fields can be written, and a PUT leaves it be', async () => {
    const lars = simulator.world().users.find((user) => user.associateId === 5);
    if (lars !== undefined) lars.rights.readOnly = [{ entity: 'contact', member: 'Name' }];
    const { name } = stored(simulator).contact();
    const { json } = await ask(simulator, '/Contact/25');
    expect([json.Name, json.FieldProperties.Name.FieldRight.Mask]).toEqual([name, 'Read']);
    expect((await send(simulator, 'PATCH', '/Contact/25', replace('/Name', 'x'))).status).toBe(403);
    expect((await send(simulator, 'PATCH', '/Contact/25', replace('/Department', 'x'))).status).toBe(200);
    expect((await send(simulator, 'PUT', '/Contact/25', { Department: 'y' })).status).toBe(200);
    expect(stored(simulator).contact()).toMatchObject({ name, department: 'y' });
  });

  test('that hides a member keeps its value through a write of the others', async () => {
    stored(simulator).contact().orgNr = '987654321';
    const { json } = await ask(simulator, '/Contact/25', as('rune'));
    expect(json.OrgNr).toBe('');
    await send(simulator, 'PUT', '/Contact/25', { ...json, Department: 'West' }, as('rune'));
    await send(simulator, 'PUT', '/Contact/25', { Name: 'Whole' }, as('rune'));
    expect(stored(simulator).contact()).toMatchObject({ orgNr: '987654321', name: 'Whole', department: '' });
  });

  test('comes after the login: no ticket is 401', async () => {
    const { status } = await send(simulator, 'PATCH', '/Contact/25', { Name: 'x' }, { authorization: 'Bearer none' });
    expect(status).toBe(401);
  });
});

describe('If-Unmodified-Since', () => {
  const since = (instant: number) => ({ 'if-unmodified-since': new Date(instant).toUTCString() });

  test.each([
    ['PATCH', { Name: 'x' }],
    ['PUT', { Name: 'x' }],
    ['DELETE', undefined],
  ] as const)('earlier than the last change refuses %s with 412', async (method, body) => {
    const updatedAt = Date.parse('2026-04-10T12:00:00.700Z');
    const before = structuredClone(Object.assign(stored(simulator).contact(), { updatedAt }));
    const refused = await send(simulator, method, '/Contact/25', body, since(updatedAt - 1000));
    expect([refused.status, refused.json.Error]).toEqual([412, true]);
    expect(stored(simulator).contact()).toEqual(before);
    expect((await send(simulator, method, '/Contact/25', body, since(updatedAt))).status).toBeLessThan(300);
  });

  test('goes by the creation of a record that was never changed', async () => {
    const createdAt = Date.parse('2026-01-05T08:00:00Z');
    Object.assign(stored(simulator).contact(), { createdAt, updatedAt: null, updatedBy: null });
    const body = { Name: 'x' };
    expect((await send(simulator, 'PATCH', '/Contact/25', body, since(createdAt - 1000))).status).toBe(412);
    expect((await send(simulator, 'PATCH', '/Contact/25', body, since(createdAt))).status).toBe(200);
  });

  test('has whole seconds: a change within the same one is not seen', async () => {
    simulator.clock.set(Date.parse('2026-04-20T10:00:00.100Z'));
    await send(simulator, 'PATCH', '/Contact/25', { Name: 'first' });
    const read = since(Date.parse('2026-04-20T10:00:00Z'));
    expect((await send(simulator, 'PATCH', '/Contact/25', { Name: 'second' }, read)).status).toBe(200);
    simulator.clock.advance(1000);
    await send(simulator, 'PATCH', '/Contact/25', { Name: 'third' });
    expect((await send(simulator, 'PATCH', '/Contact/25', { Name: 'fourth' }, read)).status).toBe(412);
    expect(stored(simulator).contact().name).toBe('third');
  });

  test('comes before the tests of a patch, and what is no date is passed over', async () => {
    const failing = [{ op: 'test', path: '/Name', value: 'nobody' }];
    expect((await send(simulator, 'PATCH', '/Contact/25', failing, since(0))).status).toBe(412);
    const later = { 'if-unmodified-since': 'yesterday' };
    expect((await send(simulator, 'PATCH', '/Contact/25', failing, later)).status).toBe(409);
  });
});

describe('DELETE', () => {
  test('puts a company or a person into the recycle bin', async () => {
    for (const [path, row] of [
      ['/Contact/25', () => stored(simulator).contact()],
      ['/Person/71', () => stored(simulator).person()],
    ] as const) {
      const answer = await send(simulator, 'DELETE', path);
      expect([answer.status, answer.text]).toEqual([204, '']);
      expect(row()).toMatchObject({ deletedAt: row().updatedAt, updatedBy: 5 });
    }
    const rows = await ask(simulator, '/Contact?$select=contactId&$filter=contactId in (25,26)');
    expect(rows.json.value.map((row: { contactId: number }) => row.contactId)).toEqual([26]);
    expect((await ask(simulator, '/Contact/25')).json.Deleted).toBe(1);
    simulator.options.deletedFoundById = false;
    expect((await ask(simulator, '/Contact/25')).status).toBe(404);
    expect((await send(simulator, 'PATCH', '/Contact/25', { Name: 'x' })).status).toBe(404);
  });

  test('removes an entry of the diary, and anything where the option says so', async () => {
    await send(simulator, 'DELETE', '/Appointment/591');
    expect(simulator.world().appointments.has(591)).toBe(false);
    expect((await ask(simulator, '/Appointment/591')).status).toBe(404);
    simulator.options.writes.deletion = 'hard';
    await send(simulator, 'DELETE', '/Contact/25');
    expect(simulator.world().contacts.has(25)).toBe(false);
    const persons = [...simulator.world().persons.values()].filter((person) => person.contactId === 25);
    expect((await ask(simulator, `/Person/${persons[0]?.id}`)).json.Contact).toBeNull();
  });

  test('of what is not there, or not any more, is 404, or 204 where the option says so', async () => {
    await send(simulator, 'DELETE', '/Contact/25');
    expect((await send(simulator, 'DELETE', '/Contact/25')).status).toBe(404);
    expect((await send(simulator, 'DELETE', '/Contact/99999')).status).toBe(404);
    simulator.options.writes.deleteMissingStatus = 204;
    expect((await send(simulator, 'DELETE', '/Contact/99999')).status).toBe(204);
  });
});
