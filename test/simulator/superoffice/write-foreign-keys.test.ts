import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { type SuperOfficeSimulator, startSuperOfficeSimulator } from '../../../src/simulator/superoffice.ts';
import { ask } from './ask.ts';
import { send } from './write-requests.ts';

let simulator: SuperOfficeSimulator;

beforeAll(async () => {
  simulator = await startSuperOfficeSimulator({ now: new Date('2026-04-20T00:00:00Z') });
});
afterEach(() => simulator.reset());
afterAll(() => simulator.close());

const device = '/ForeignApp/onOffice/enterprise/onOffice';
const keysOf = (recordId: number) =>
  simulator.world().foreignKeys.filter((key) => key.tableId === 5 && key.recordId === recordId);

describe('a foreign key', () => {
  test.each(['POST', 'PUT'])('is made, and changed, by %s', async (method) => {
    const body = { key: 'addressId', value: 77, recordId: '60', tableName: 'contact' };
    const { status, json } = await send(simulator, method, `${device}/Key`, body);
    expect([status, json.RecordId, json.TableName, json.Value]).toEqual([200, 60, 'contact', '77']);
    await send(simulator, method, `${device}/Key`, { ...body, value: '78' });
    expect(keysOf(60)).toMatchObject([
      { key: 'addressId', value: '78', appId: 1, deviceId: 10, createdBy: 5, updatedBy: 5 },
    ]);
    expect((await ask(simulator, '/Contact/60/ForeignKey')).json).toEqual({ 'onOffice.enterprise.addressId': '78' });
    const found = await ask(simulator, `${device}/Key/addressId/contact?Value=78`);
    expect(found.json.RecordId).toBe(60);
    expect((await ask(simulator, '/Contact/60?fk=true')).json.ExtraFields['onOffice.enterprise.addressId']).toBe('78');
  });

  test('is removed, of one record or of all', async () => {
    expect((await send(simulator, 'DELETE', `${device}/Key/addressId/contact/5`)).status).toBe(204);
    expect(keysOf(5).map((key) => key.key)).toEqual(['customerNo']);
    expect((await send(simulator, 'DELETE', `${device}/Key/addressId/contact/5`)).status).toBe(404);
    expect((await send(simulator, 'DELETE', `${device}/Key/addressId/contact/0`)).status).toBe(204);
    expect(simulator.world().foreignKeys.filter((key) => key.appId === 1)).toEqual([]);
  });

  test.each([
    ['/ForeignApp/Nobody/enterprise/onOffice/Key', {}, 404],
    ['/ForeignApp/onOffice/other/onOffice/Key', {}, 404],
    ['/ForeignApp/onOffice/enterprise/other/Key', {}, 404],
    [`${device}/Key`, { RecordId: 99999 }, 404],
    [`${device}/Key`, { TableName: 'sale' }, 400],
    [`${device}/Key`, { Key: '' }, 400],
    [`${device}/Key`, { RecordId: 'sixty' }, 400],
  ])('at %s with %j is refused: %i', async (path, part, expected) => {
    const before = structuredClone(simulator.world().foreignKeys);
    const body = { Key: 'addressId', Value: '1', RecordId: 60, TableName: 'contact', ...part };
    expect((await send(simulator, 'POST', path, body)).status).toBe(expected);
    expect(simulator.world().foreignKeys).toEqual(before);
  });

  test('is not written by one who may not change or see the record', async () => {
    const body = { Key: 'addressId', Value: '1', RecordId: 60, TableName: 'contact' };
    const tove = { authorization: simulator.tickets.tove };
    const rune = { authorization: simulator.tickets.rune };
    expect((await send(simulator, 'PUT', `${device}/Key`, body, tove)).status).toBe(403);
    expect((await send(simulator, 'PUT', `${device}/Key`, { ...body, RecordId: 68 }, rune)).status).toBe(403);
    expect(keysOf(60)).toEqual([]);
  });
});

describe('an application', () => {
  test('and its device are made first, or along with the key where the option says so', async () => {
    const body = { Key: 'id', Value: '1', RecordId: 71, TableName: 'person' };
    expect((await send(simulator, 'POST', '/ForeignApp/Mailer/Cloud/c-1')).status).toBe(404);
    expect((await send(simulator, 'POST', '/ForeignApp/Mailer')).json).toMatchObject({
      ForeignAppId: 3,
      Name: 'Mailer',
    });
    expect((await send(simulator, 'POST', '/ForeignApp/Mailer/Cloud/c-1')).json.DeviceIdentifier).toBe('c-1');
    expect((await send(simulator, 'POST', '/ForeignApp/mailer/cloud/C-1/Key', body)).status).toBe(200);
    expect((await ask(simulator, '/Person/71/ForeignKey')).json).toMatchObject({ 'Mailer.Cloud.id': '1' });
    simulator.options.writes.unknownForeignApp = 'created';
    expect((await send(simulator, 'POST', '/ForeignApp/Planner/Web/w-1/Key', body)).status).toBe(200);
    expect((await ask(simulator, '/Person/71/ForeignKey')).json).toMatchObject({ 'Planner.Web.id': '1' });
  });

  test('loses a device with its keys', async () => {
    expect((await send(simulator, 'DELETE', device)).status).toBe(204);
    expect((await ask(simulator, '/ForeignApp/onOffice/Devices')).json).toEqual([]);
    expect(simulator.world().foreignKeys.some((key) => key.deviceId === 10)).toBe(false);
    expect((await send(simulator, 'DELETE', device)).status).toBe(404);
  });
});
