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

const put = (path: string, body: unknown, headers?: Record<string, string>) =>
  send(simulator, 'PUT', path, body, headers);

describe('PUT', () => {
  test.each([
    ['/Contact/25', {}],
    ['/Person/71', { 'so-timezone': 'US-NY, includeTZOffset' }],
    ['/Appointment/591', {}],
    ['/Appointment/591', { 'so-timezone': 'US-NY, includeTZOffset' }],
    ['/Appointment/591', { 'so-timezone': 'GB', 'so-language': 'de' }],
  ])('of %s as it was read (%j) changes nothing', async (path, headers) => {
    const { json } = await ask(simulator, path, headers);
    const rows = () =>
      structuredClone([stored(simulator).contact(), stored(simulator).person(), stored(simulator).entry()]);
    const before = rows();
    const answer = await put(path, json, headers);
    expect(answer.status).toBe(200);
    expect(rows()).toEqual(before);
  });

  test('of an entity with one member changed stores that one', async () => {
    const before = structuredClone(stored(simulator).person());
    const { json } = await ask(simulator, '/Person/71');
    await put('/Person/71', { ...json, Title: 'Head of nothing', FullName: 'Ignored', PersonId: 3 });
    const { updatedAt } = stored(simulator).person();
    expect(stored(simulator).person()).toEqual({ ...before, title: 'Head of nothing', updatedAt, updatedBy: 5 });
  });

  test('empties what it leaves out, but for what the server sets and the custom fields', async () => {
    const before = structuredClone(stored(simulator).contact());
    const { status, json } = await put('/Contact/25', { Name: 'Alone' });
    expect([status, json.Description, json.Category.Id, json.Phones]).toEqual([200, null, 0, []]);
    expect(stored(simulator).contact()).toMatchObject({
      name: 'Alone',
      department: '',
      orgNr: '',
      number: '',
      associateId: 0,
      categoryId: 0,
      countryId: 0,
      emails: [],
      phones: [],
      interestIds: [],
      noMailing: false,
      streetAddress: null,
      postalAddress: null,
      custom: before.custom,
      createdAt: before.createdAt,
      createdBy: before.createdBy,
      updatedBy: 5,
    });
  });

  test('keeps what it leaves out where the option says so', async () => {
    simulator.options.writes.putOmitted = 'kept';
    const before = structuredClone(stored(simulator).contact());
    await put('/Contact/25', { name: 'Not alone' });
    const { updatedAt, updatedBy } = stored(simulator).contact();
    expect(stored(simulator).contact()).toEqual({ ...before, name: 'Not alone', updatedAt, updatedBy });
  });

  test('without an entity is 400, with the words of the manual', async () => {
    for (const body of ['', 'null', '[]', '7']) {
      const { status, json } = await put('/Contact/25', body);
      expect([status, json.MessageDetail]).toEqual([400, 'Entity to save is not in request body']);
    }
  });

  test('of an entity without its mandatory member is refused whole', async () => {
    const before = structuredClone(stored(simulator).contact());
    expect((await put('/Contact/25', { Department: 'x' })).status).toBe(500);
    expect(stored(simulator).contact()).toEqual(before);
  });

  test('to an id that there is not is 404, and $select holds for its answer', async () => {
    expect((await put('/Contact/99999', { Name: 'x' })).status).toBe(404);
    const { json } = await put('/Contact/25?$select=Name', { Name: 'x' });
    expect(Object.keys(json).filter((name) => json[name] !== null)).toEqual(['Name', '_Links']);
  });
});

describe('a save', () => {
  test('that changes nothing is no update, unless the option says so', async () => {
    const before = structuredClone(stored(simulator).contact());
    const same = [{ op: 'replace', path: '/Name', value: before.name }];
    await send(simulator, 'PATCH', '/Contact/25', same);
    expect(stored(simulator).contact()).toEqual(before);
    simulator.options.writes.stampsUnchanged = true;
    await send(simulator, 'PATCH', '/Contact/25', same);
    expect(stored(simulator).contact().updatedAt).not.toBe(before.updatedAt);
  });

  test('is stamped with the caller, or with whom it names', async () => {
    const mina = { authorization: simulator.tickets.mina };
    await send(simulator, 'PATCH', '/Contact/25', { Xstop: true }, mina);
    expect(stored(simulator).contact().updatedBy).toBe(7);
    const named = [
      { op: 'replace', path: '/UpdatedBy', value: { AssociateId: 6 } },
      { op: 'replace', path: '/CreatedBy', value: { AssociateId: '9' } },
    ];
    await send(simulator, 'PATCH', '/Contact/25', named, mina);
    expect(stored(simulator).contact()).toMatchObject({ updatedBy: 6, createdBy: 9 });
  });

  test.each(['/ContactId', '/UpdatedDate', '/CreatedDate', '/ActiveInterests', '/TableRight', '/Deleted'])(
    'of %s alone leaves the record as it is',
    async (path) => {
      const before = structuredClone(stored(simulator).contact());
      const { status } = await send(simulator, 'PATCH', '/Contact/25', [{ op: 'replace', path, value: null }]);
      expect(status).toBe(200);
      expect(stored(simulator).contact()).toEqual(before);
    },
  );
});
