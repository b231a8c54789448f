import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type SuperOfficeSimulator, startSuperOfficeSimulator } from '../../../src/simulator/superoffice.ts';
import { ask, differences, sample } from './ask.ts';

let simulator: SuperOfficeSimulator;

beforeAll(async () => {
  simulator = await startSuperOfficeSimulator({ now: new Date('2026-04-20T00:00:00Z') });
});
afterAll(() => simulator.close());

describe('answers have the members, order and kinds of the vendor’s samples', () => {
  test.each([
    ['/Contact/25', 'contact-entity'],
    ['/Contact/2', 'contact-entity'],
    ['/Contact/default', 'contact-entity'],
    ['/Person/71', 'person-entity'],
    ['/Person/11', 'person-entity'],
    ['/Person/default', 'person-entity'],
    ['/Appointment/591', 'appointment-entity'],
    ['/Appointment/default', 'appointment-entity'],
    ['/Contact/25/Simple', 'contact-simple'],
    ['/Contact/UdefLayout/Published', 'udef-layout'],
    ['/MDOList/task', 'mdolist-task'],
    ['/MDOList/business', 'mdolist-task'],
    ['/MDOList/associate?flat=true', 'mdolist-task'],
    ['/List/Category/Items', 'list-category-items'],
    ['/List/Task/Items', 'list-task-items'],
    ['/User/currentPrincipal', 'current-principal'],
  ])('GET %s is like %s', async (path, name) => {
    const { json, status } = await ask(simulator, path);
    const expected = sample(name);
    // A new record has no links yet.
    if (path.endsWith('/default')) delete expected._Links;
    expect({ status, differences: differences(json, expected) }).toEqual({ status: 200, differences: [] });
  });

  test.each([
    ['Contact/GetContactList', 'contact-list-agent'],
    ['Appointment/GetAppointmentList', 'appointment-list-agent'],
  ])('POST Agents/%s is like %s', async (path, name) => {
    const { json } = await ask(simulator, `/Agents/${path}`, {}, [125, 126, 127]);
    expect(json).toHaveLength(3);
    expect(differences(json, sample(name))).toEqual([]);
  });

  test('the nested references of every entry are like those of the sample', async () => {
    const expected = sample('appointment-entity');
    const found = await Promise.all([101, 102, 103, 104, 142].map((id) => ask(simulator, `/Appointment/${id}`)));
    expect(found.flatMap(({ json }) => differences(json, expected))).toEqual([]);
    expect(found.some(({ json }) => json.Contact !== null && json.Person !== null && json.Task !== null)).toBe(true);
  });

  test('links come in the order of the sample, reference links only where there is a reference', async () => {
    const { json } = await ask(simulator, '/Appointment/591');
    const wanted = Object.keys(sample('appointment-entity')._Links).filter(
      (name) => !['Project', 'Sale'].includes(name),
    );
    const named = Object.keys(json._Links);
    expect(named.filter((name) => name !== 'Contact' && name !== 'Person')).toEqual(
      wanted.filter((name) => name !== 'Contact' && name !== 'Person'),
    );
    expect(named.includes('Person')).toBe(json.Person !== null);
    expect(json._Links.Self).toBe(`${simulator.url()}/api/v1/Appointment/591/`);
    const self = await fetch(json._Links.Self, { headers: { authorization: simulator.tickets.lars } });
    expect(self.status).toBe(200);
  });

  test('tenant state and version need no login', async () => {
    const state = await fetch(simulator.stateUrl.replace('{tenant}', 'Cust12345'));
    expect(differences(await state.json(), sample('tenant-state'))).toEqual([]);
    const version = await fetch(`${simulator.url()}/api`, { headers: { accept: 'application/json' } });
    expect(differences(await version.json(), sample('api-version'))).toEqual([]);
    const page = await fetch(`${simulator.url()}/api`, { headers: { accept: 'text/html' } });
    expect(page.headers.get('content-type')).toBe('text/html; charset=utf-8');
  });

  test('a missing record has the body of the sample', async () => {
    const { status, json } = await ask(simulator, '/Contact/99999');
    expect(status).toBe(404);
    expect(json).toEqual(sample('error-404'));
  });
});

test('older servers leave the newer members out', async () => {
  simulator.options.carriers.newerMembers = false;
  simulator.options.carriers.structuredAddress = false;
  simulator.options.carriers.linkSlash = false;
  const { json } = await ask(simulator, '/Contact/25');
  expect(json).not.toHaveProperty('Domains');
  expect(json.Address).not.toHaveProperty('Street');
  expect(json._Links.Self).toBe(`${simulator.url()}/api/v1/Contact/25`);
  const { json: entry } = await ask(simulator, '/Appointment/591');
  expect(entry).not.toHaveProperty('Title');
  expect(Object.keys(entry.Participants[0])).toHaveLength(6);
  simulator.reset();
  expect((await ask(simulator, '/Contact/25')).json).toHaveProperty('Domains');
});
