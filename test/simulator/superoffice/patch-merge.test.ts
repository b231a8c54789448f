import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { type SuperOfficeSimulator, startSuperOfficeSimulator } from '../../../src/simulator/superoffice.ts';
import { send, stored } from './write-requests.ts';

let simulator: SuperOfficeSimulator;

beforeAll(async () => {
  simulator = await startSuperOfficeSimulator({ now: new Date('2026-04-20T00:00:00Z') });
});
afterEach(() => simulator.reset());
afterAll(() => simulator.close());

const merge = (path: string, body: object) => send(simulator, 'PATCH', path, body);

describe('a merge patch', () => {
  test('sets what it names, in any case, and leaves the rest', async () => {
    const before = structuredClone(stored(simulator).contact());
    const { status, json } = await merge('/Contact/25', { name: 'Fjord AS', XSTOP: true, numBer1: 'FJ' });
    expect([status, json.Name, json.Xstop, json.Number1]).toEqual([200, 'Fjord AS', true, 'FJ']);
    const { updatedAt, updatedBy } = stored(simulator).contact();
    const now = { updatedAt, updatedBy, name: 'Fjord AS', stop: true, code: 'FJ' };
    expect(stored(simulator).contact()).toEqual({ ...before, ...now });
    expect(updatedBy).toBe(5);
  });

  test('descends into a reference that has a value', async () => {
    Object.assign(stored(simulator).entry(), { personId: 71, taskId: 1 });
    await merge('/Appointment/591', {
      Person: { PersonId: 72 },
      Task: { TaskListItemId: '2' },
      Associate: { AssociateId: 7 },
    });
    expect(stored(simulator).entry()).toMatchObject({ personId: 72, taskId: 2, associateId: 7 });
  });

  test('changes nothing where the reference is null now, and answers 200', async () => {
    const before = Object.assign(stored(simulator).entry(), { personId: null, updatedAt: null, updatedBy: null });
    const copy = structuredClone(before);
    const { status, json } = await merge('/Appointment/591', { Person: { PersonId: 72 } });
    expect([status, json.Person]).toEqual([200, null]);
    expect(stored(simulator).entry()).toEqual(copy);
  });

  test('changes nothing where a text is stored as null, and does where it is stored empty', async () => {
    Object.assign(stored(simulator).entry(), { location: '', nullTexts: ['Location'] });
    expect((await merge('/Appointment/591', { Location: 'Oslo', IsFree: true })).json.Location).toBeNull();
    expect(stored(simulator).entry()).toMatchObject({ location: '', isFree: true });
    stored(simulator).entry().nullTexts = [];
    expect((await merge('/Appointment/591', { Location: 'Oslo' })).json.Location).toBe('Oslo');
  });

  test('sets what is null now where the option says so', async () => {
    Object.assign(stored(simulator).entry(), { personId: null, location: '', nullTexts: ['Location'] });
    simulator.options.writes.mergeSkipsNull = false;
    await merge('/Appointment/591', { Person: { PersonId: 72 }, Location: 'Oslo' });
    expect(stored(simulator).entry()).toMatchObject({ personId: 72, location: 'Oslo' });
  });

  test('appends an object to an array, and replaces an array by an array', async () => {
    stored(simulator).contact().phones = [{ id: 1, value: '+47 1', description: '' }];
    await merge('/Contact/25', { Phones: { Value: '+47 2' } });
    expect(
      stored(simulator)
        .contact()
        .phones.map((phone) => phone.value),
    ).toEqual(['+47 1', '+47 2']);
    await merge('/Contact/25', { Phones: [{ Value: '+47 3' }], Interests: [{ Id: 2, Selected: true }] });
    expect(stored(simulator).contact()).toMatchObject({ phones: [{ value: '+47 3' }], interestIds: [2] });
  });

  test('updates single keys of a dictionary', async () => {
    stored(simulator).contact().custom = { 'SuperOffice:1': 'kept', x_region: 'north' };
    await merge('/Contact/25', { CustomFields: { x_region: 'south', 'SuperOffice:2': '42' } });
    expect(stored(simulator).contact().custom).toEqual({
      'SuperOffice:1': 'kept',
      x_region: 'south',
      'SuperOffice:2': 42,
    });
  });

  test('cannot set a single line of an address, unless the option lets it', async () => {
    const body = { Address: { Street: { City: 'BERGEN' } } };
    expect((await merge('/Contact/25', body)).status).toBe(400);
    simulator.options.writes.addressLines = 'accepted';
    await merge('/Contact/25', body);
    expect(stored(simulator).contact().streetAddress?.city).toBe('BERGEN');
  });

  test('refuses a member that there is not', async () => {
    expect((await merge('/Contact/25', { Name: 'lost', Nothing: 1 })).status).toBe(400);
    expect(stored(simulator).contact().name).not.toBe('lost');
  });
});

describe('null in a merge patch', () => {
  const body = { Person: null, Location: null };

  test('clears by default', async () => {
    Object.assign(stored(simulator).entry(), { personId: 71, location: 'Oslo' });
    await merge('/Appointment/591', body);
    expect(stored(simulator).entry()).toMatchObject({ personId: null, location: '', nullTexts: ['Location'] });
  });

  test('does nothing, or is refused, where the option says so', async () => {
    Object.assign(stored(simulator).entry(), { personId: 71, location: 'Oslo' });
    simulator.options.writes.mergeNull = 'keep';
    expect((await merge('/Appointment/591', body)).status).toBe(200);
    simulator.options.writes.mergeNull = 'refuse';
    expect((await merge('/Appointment/591', body)).status).toBe(400);
    expect(stored(simulator).entry()).toMatchObject({ personId: 71, location: 'Oslo' });
  });
});
