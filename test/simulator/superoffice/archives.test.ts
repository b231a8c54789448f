import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type SuperOfficeSimulator, startSuperOfficeSimulator } from '../../../src/simulator/superoffice.ts';
import { ask, differences, sample } from './ask.ts';

let simulator: SuperOfficeSimulator;

beforeAll(async () => {
  simulator = await startSuperOfficeSimulator({ now: new Date('2026-04-20T00:00:00Z') });
});
afterAll(() => simulator.close());

describe('archives over HTTP', () => {
  test('a collection, its provider and the form-encoded question give the same rows', async () => {
    const query = "$select=personId,fullName&$filter=fullName begins 'S'&$orderBy=personId desc&$top=3";
    const plain = await ask(simulator, `/Person?${encodeURI(query)}`);
    const named = await ask(simulator, `/archive/person?${encodeURI(query).replace('$orderBy', '$orderby')}`);
    const form = await fetch(`${simulator.url()}/api/v1/Archive/Person`, {
      method: 'POST',
      headers: { authorization: simulator.tickets.lars, 'content-type': 'application/x-www-form-urlencoded' },
      body: new URLSearchParams(query),
    });
    expect(plain.json.value).toHaveLength(3);
    expect(named.json.value).toEqual(plain.json.value);
    expect((await form.json()).value).toEqual(plain.json.value);
  });

  test('the next link leads on until there is no more', async () => {
    const seen: number[] = [];
    let path: string | null = '/Person?$select=personId&$orderBy=personId&$top=300&$entities=person,retiredPerson';
    while (path !== null) {
      const { json } = await ask(simulator, path);
      seen.push(...json.value.map((row: { personId: number }) => row.personId));
      path = json['odata.nextLink']?.slice(`${simulator.url()}/api/v1`.length) ?? null;
    }
    const current = [...simulator.world().persons.values()].filter((person) => person.deletedAt === null);
    expect(seen).toEqual(current.map((person) => person.id));
  });

  test('columns are described under both addresses, and the providers are named', async () => {
    const described = await ask(simulator, '/Archive/SimpleContact/$metadata');
    expect(differences(described.json, sample('archive-metadata'))).toEqual([]);
    expect((await ask(simulator, '/Archive/SimpleContact$metadata')).json).toEqual(described.json);
    expect((await ask(simulator, '/Archive')).json.FindAppointment).toBe(
      `${simulator.url()}/api/v1/Archive/FindAppointment`,
    );
  });

  test('zones and users are collections too', async () => {
    const zones = await ask(simulator, '/TimeZone?$select=id,timeZone,country,region,cities,offset,daylight,isActive');
    expect(differences(zones.json, sample('timezone-archive'))).toEqual([]);
    const users = await ask(simulator, '/User?$select=assocName,fullName&$entities=all&$top=50');
    expect(users.json.value).toContainEqual(expect.objectContaining({ assocName: 'LH', fullName: 'Lars Holm' }));
  });

  test('what cannot be asked is refused with the vendor’s body', async () => {
    const { status, json } = await ask(simulator, '/Contact?$select=nothing');
    expect([status, json.Error, json.ErrorType]).toEqual([500, true, 'SoException']);
    expect(json.ErrorMessage).toContain('nothing');
  });
});
