import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { type SuperOfficeSimulator, startSuperOfficeSimulator } from '../../../src/simulator/superoffice.ts';
import { ask } from './ask.ts';

let simulator: SuperOfficeSimulator;

beforeAll(async () => {
  simulator = await startSuperOfficeSimulator({ now: new Date('2026-04-20T00:00:00Z') });
});
afterEach(() => simulator.reset());
afterAll(() => simulator.close());

const list = async (ids: unknown, headers: Record<string, string> = {}) =>
  ask(simulator, '/Agents/Person/GetPersonList', headers, ids);
const idsOf = (rows: ({ PersonId: number } | null)[]) => rows.map((row) => row?.PersonId ?? null);

describe('Get{X}List', () => {
  test('answers each id once, in no order to rely on, without what there is not', async () => {
    const { json } = await list([30, 21, 99_999, 22, 22, 23, 24, 25]);
    expect(idsOf(json)).not.toEqual([30, 21, 22, 23, 24, 25]);
    expect(idsOf(json).sort()).toEqual([21, 22, 23, 24, 25, 30]);
    expect(idsOf((await list([30, 21, 99_999, 22, 22, 23, 24, 25])).json)).toEqual(idsOf(json));
  });

  test('follows its options', async () => {
    Object.assign(simulator.options.agents, { order: 'request', missing: 'null', repeatsDuplicates: true });
    expect(idsOf((await list([30, 99_999, 21, 21])).json)).toEqual([30, null, 21, 21]);
    Object.assign(simulator.options.agents, { order: 'key', missing: 'empty', repeatsDuplicates: false });
    expect((await list([30, 99_999, 21, 21])).json.map((one: { PersonId: number }) => one.PersonId)).toEqual([
      21, 30, 0,
    ]);
    simulator.options.agents.maximumIds = 2;
    expect((await list([1, 2, 3])).status).toBe(500);
  });

  test('takes nothing but an array of whole numbers, and $select', async () => {
    expect((await list({ ids: [1] })).status).toBe(400);
    expect((await list(['21'])).status).toBe(400);
    const { json } = await ask(simulator, '/Agents/Person/GetPersonList?$select=fullName', {}, [21]);
    const person = simulator.world().persons.get(21);
    expect(json[0].FullName).toContain(person?.lastname);
    expect(json[0].Email).toBeNull();
  });

  test('of associates has their login', async () => {
    const { json } = await ask(simulator, '/Agents/Associate/GetAssociateList', {}, [5, 13, 999]);
    expect(json).toHaveLength(2);
    expect(json.find((one: { AssociateId: number }) => one.AssociateId === 13)).toMatchObject({
      Deleted: true,
      UserName: 'oh@nordlys.example',
    });
  });
});

describe('single calls', () => {
  const entity = (query: string) => ask(simulator, `/Agents/Contact/GetContactEntity${query}`, {}, {});

  test('an entity, null for an unknown or hidden id, and the two ways of being malformed', async () => {
    expect((await entity('?contactEntityId=25')).json).toMatchObject({ ContactId: 25 });
    expect((await entity('?contactEntityId=25')).json).not.toHaveProperty('_Links');
    const unknown = await entity('?contactEntityId=99999');
    expect([unknown.status, unknown.json]).toEqual([200, null]);
    const missing = await entity('');
    expect([missing.status, missing.json.Message]).toEqual([200, 'The request is invalid.']);
    expect((await entity('?contactEntityId=glops')).status).toBe(400);
    const hidden = await ask(
      simulator,
      '/Agents/Contact/GetContactEntity?contactEntityId=34',
      { authorization: simulator.tickets.rune },
      {},
    );
    expect([hidden.status, hidden.json]).toEqual([200, null]);
  });

  test('GET describes a call and does not run it', async () => {
    const { status, json } = await ask(simulator, '/Agents/Contact/GetContactEntity?contactEntityId=25');
    expect([status, json.Method]).toEqual([200, 'GetContactEntity']);
    expect(json).not.toHaveProperty('ContactId');
  });

  test('MDO lists and archives are there as agents too', async () => {
    const body = { name: 'business', forceFlatList: true, additionalInfo: '', onlyHistory: false };
    expect((await ask(simulator, '/Agents/MDO/GetList', {}, body)).json).toHaveLength(7);
    expect((await ask(simulator, '/Agents/MDO/GetListItem', {}, { ListName: 'task', Id: 7 })).json.Id).toBe(7);
    expect((await ask(simulator, '/Agents/MDO/GetSimpleList', {}, { Name: 'nothing' })).json).toBeNull();
    const rows = await ask(
      simulator,
      '/Agents/Archive/GetArchiveListByColumns2',
      {},
      {
        ProviderName: 'Person',
        Columns: 'personId',
        SortOrder: 'personId asc',
        Restrictions: 'personId in (21,22)',
        Entities: 'person',
        Page: 0,
        PageSize: 10,
      },
    );
    expect(rows.json.map((row: { PrimaryKey: number }) => row.PrimaryKey)).toEqual([21, 22]);
    expect((await ask(simulator, '/Agents/Nothing/AtAll', {}, {})).status).toBe(404);
  });
});
