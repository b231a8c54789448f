import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { findListItem, type ListItemRecord } from '../../../src/simulator/store.ts';
import { type SuperOfficeSimulator, startSuperOfficeSimulator } from '../../../src/simulator/superoffice.ts';
import { ask } from './ask.ts';
import { send } from './write-requests.ts';

let simulator: SuperOfficeSimulator;

beforeAll(async () => {
  simulator = await startSuperOfficeSimulator({ now: new Date('2026-04-20T00:00:00Z') });
});
afterEach(() => simulator.reset());
afterAll(() => simulator.close());

const item = (list: string, id: number): ListItemRecord | undefined => findListItem(simulator.world(), list, id);
const raw = { 'so-language': 'x' };

describe('an item of a list', () => {
  test('is read raw, and put back with one language changed, keeps every other', async () => {
    const before = structuredClone(item('category', 3));
    const { json } = await ask(simulator, '/List/Category/Items/3', { ...raw, 'accept-language': 'en' });
    expect(json.Name).toBe(before?.name);
    const written = { ...json, Name: json.Name.replace('US:"Vendor"', 'US:"Supplier"') };
    const answer = await send(simulator, 'PUT', '/List/Category/Items/3', written, { 'so-language': 'en' });
    expect([answer.status, answer.json.Name]).toEqual([200, 'Supplier']);
    expect(item('category', 3)).toEqual({ ...before, name: before?.name.replace('Vendor', 'Supplier') });
  });

  test('put back as it was read in one language has lost the others', async () => {
    const { json } = await ask(simulator, '/List/Category/Items/3', { 'so-language': 'en' });
    await send(simulator, 'PUT', '/List/Category/Items/3', json, { 'so-language': 'en' });
    expect(item('category', 3)?.name).toBe('Vendor');
  });

  test.each([
    '/List/Task/Items/2',
    '/List/Country/Items/578',
    '/List/udlist98/Items/3',
    '/List/98/Items/3',
    '/List/MrMrs/Items/1',
  ])('at %s is unchanged by a PUT of what was read raw', async (path) => {
    const before = structuredClone(simulator.world().lists);
    const { status, json } = await ask(simulator, path, raw);
    expect(status).toBe(200);
    const answer = await send(simulator, 'PUT', path, json, raw);
    expect([answer.status, answer.json]).toEqual([200, json]);
    expect(simulator.world().lists).toEqual(before);
  });

  test('has the members of its own list', async () => {
    const task = {
      Value: 'Site visit',
      Direction: 'Outgoing',
      Type: 'Appointment',
      isDefaultFree: true,
      ColorIndex: 'Green',
    };
    const { json } = await send(simulator, 'POST', '/List/Task/Items', task);
    expect(json).toMatchObject({
      TaskListItemId: 14,
      Value: 'Site visit',
      Rank: 14,
      IsDefaultFree: true,
      Deleted: false,
    });
    expect(item('task', 14)?.extra).toMatchObject({ Direction: 'Outgoing', ColorIndex: 'Green' });
    const country = await send(simulator, 'POST', '/List/country/Items', {
      name: 'Atlantis',
      TwoLetterISOCountry: 'AQ',
    });
    expect(country.json).toMatchObject({ Name: 'Atlantis', TwoLetterISOCountry: 'AQ' });
  });

  test('is made at the end of its list, and shows at once in the other views and in entities', async () => {
    const name = 'US:"Gold plus";NO:"Gull pluss";';
    const { json } = await send(simulator, 'POST', '/List/udlist98/Items', { Name: name, tooltip: 'Best' });
    expect(json).toMatchObject({ Id: 6, Name: name, Tooltip: 'Best', UdListDefinitionId: 98, Rank: 6 });
    const mdo = await ask(simulator, '/MDOList/udlist98', { 'so-language': 'nb' });
    expect(mdo.json.at(-1)).toMatchObject({ Id: 6, Name: 'Gull pluss' });
    const custom = { CustomFields: { 'SuperOffice:5': '6' } };
    const contact = await send(simulator, 'PATCH', '/Contact/25', custom, { 'so-language': 'en' });
    expect(contact.json.CustomFields['SuperOffice:5:DisplayText']).toBe('Gold plus');
  });

  test('keeps what a PUT leaves out only where the option says so', async () => {
    Object.assign(item('category', 3) ?? {}, { tooltip: 'Tip' });
    simulator.options.writes.putOmitted = 'kept';
    await send(simulator, 'PUT', '/List/Category/Items/3', { Rank: 9 });
    expect(item('category', 3)).toMatchObject({ rank: 9, tooltip: 'Tip' });
    simulator.options.writes.putOmitted = 'emptied';
    await send(simulator, 'PUT', '/List/Category/Items/3', { Name: 'Alone' });
    expect(item('category', 3)).toMatchObject({ name: 'Alone', rank: 0, tooltip: '' });
  });

  test('is marked by DELETE: gone from the lists, still there by its id', async () => {
    expect((await send(simulator, 'DELETE', '/List/Category/Items/3')).status).toBe(204);
    expect(item('category', 3)?.deleted).toBe(true);
    const ids = (answer: { json: { Id: number }[] }) => answer.json.map((one) => one.Id);
    expect(ids(await ask(simulator, '/List/Category/Items'))).not.toContain(3);
    expect(ids(await ask(simulator, '/List/Category/Items?includeDeleted=true'))).toContain(3);
    expect((await ask(simulator, '/List/Category/Items/3')).json.Deleted).toBe(true);
  });

  test.each([
    ['POST', '/List/Nothing/Items', { Name: 'x' }, 404],
    ['PUT', '/List/Category/Items/99', { Name: 'x' }, 404],
    ['DELETE', '/List/Category/Items/99', undefined, 404],
    ['PATCH', '/List/Category/Items/3', { Name: 'x' }, 405],
    ['POST', '/List/associate/Items', { Name: 'x' }, 404],
    ['PUT', '/List/Category/Items/3', '', 400],
    ['PUT', '/List/Category/Items/3', { Name: '' }, 500],
    ['POST', '/List/Task/Items', { Name: 'the wrong member' }, 500],
    ['POST', '/List/Category/Items', { Name: 'x', Rank: 'first' }, 400],
  ] as const)('%s %s %j is %i', async (method, path, body, expected) => {
    const before = structuredClone(simulator.world().lists);
    expect((await send(simulator, method, path, body)).status).toBe(expected);
    expect(simulator.world().lists).toEqual(before);
  });
});
