import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { RecordChange } from '../../../src/simulator/superoffice/changes.ts';
import { type SuperOfficeSimulator, startSuperOfficeSimulator } from '../../../src/simulator/superoffice.ts';
import { send, stored } from './write-requests.ts';

let simulator: SuperOfficeSimulator;
let heard: RecordChange[];
let stop: () => void;

beforeAll(async () => {
  simulator = await startSuperOfficeSimulator({ now: new Date('2026-04-20T00:00:00Z') });
});
beforeEach(() => {
  heard = [];
  stop = simulator.world().changes.listen((change) => heard.push(change));
});
afterEach(() => simulator.reset());
afterAll(() => simulator.close());

const told = () => heard.map(({ entity, verb, id }) => `${entity}.${verb} ${id}`);

describe('a write is told', () => {
  test('once it is stored, with the columns that it touched and who did it', async () => {
    const mina = { authorization: simulator.tickets.mina };
    const before = stored(simulator).contact();
    Object.assign(before, { name: 'Before', categoryId: 1 });
    await send(simulator, 'PATCH', '/Contact/25', { Name: 'After', Category: { Id: 2 } }, mina);
    const [change] = heard;
    expect(heard).toHaveLength(1);
    expect(change).toMatchObject({ entity: 'contact', verb: 'changed', id: 25, by: { id: 7, name: 'MK' } });
    expect(change?.columns).toEqual([
      'contact_id',
      'name',
      'category_idx',
      'updated',
      'updated_associate_id',
      'updatedCount',
    ]);
    expect(change?.record).toEqual(stored(simulator).contact());
    // The clock goes on between the write and its telling.
    const late = (change?.at ?? 0) - (stored(simulator).contact().updatedAt ?? 0);
    expect(late >= 0 && late < 1_000).toBe(true);
  });

  test('for every kind of record and verb', async () => {
    await send(simulator, 'POST', '/Person', { Lastname: 'Berg' });
    await send(simulator, 'PUT', '/Appointment/591', { StartDate: '2026-04-20T10:00:00Z' });
    await send(simulator, 'DELETE', '/Appointment/591');
    await send(simulator, 'DELETE', '/Contact/25');
    await send(simulator, 'POST', '/List/Category/Items', { Name: 'New' });
    await send(simulator, 'DELETE', '/List/Category/Items/7');
    const key = { Key: 'addressId', Value: '1', RecordId: 60, TableName: 'contact' };
    await send(simulator, 'PUT', '/ForeignApp/onOffice/enterprise/onOffice/Key', key);
    expect(told()).toEqual([
      'person.created 811',
      'appointment.changed 591',
      'appointment.deleted 591',
      'contact.softdeleted 25',
      'list.category.created 7',
      'list.category.softdeleted 7',
      expect.stringMatching(/^foreignkey\.created \d+$/),
    ]);
    expect(heard[2]).toMatchObject({ columns: [], record: { id: 591 } });
    expect(heard[0]?.columns).toEqual(['person_id', 'lastname', 'registered', 'registered_associate_id']);
  });

  test('not when it was refused, and not when it changed nothing', async () => {
    await send(simulator, 'PATCH', '/Contact/25', [{ op: 'test', path: '/Name', value: 'nobody' }]);
    await send(simulator, 'POST', '/Contact', {});
    await send(simulator, 'POST', '/Contact/Validate', { Name: 'x' });
    await send(simulator, 'PATCH', '/Contact/25', { Name: stored(simulator).contact().name });
    expect(told()).toEqual([]);
  });

  test('to nobody who has stopped listening', async () => {
    stop();
    await send(simulator, 'PATCH', '/Contact/25', { Name: 'unheard' });
    expect(told()).toEqual([]);
  });
});
