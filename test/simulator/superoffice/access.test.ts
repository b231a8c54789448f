import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { type SuperOfficeSimulator, startSuperOfficeSimulator } from '../../../src/simulator/superoffice.ts';
import { ask } from './ask.ts';

let simulator: SuperOfficeSimulator;

beforeAll(async () => {
  simulator = await startSuperOfficeSimulator({ now: new Date('2026-04-20T00:00:00Z') });
});
afterEach(() => simulator.reset());
afterAll(() => simulator.close());

const whoami = async (headers: Record<string, string>) => {
  const { json, status } = await ask(simulator, '/User/currentPrincipal', headers);
  return status === 200 ? json.Associate : status;
};

describe('logins', () => {
  test('by ticket, by SOTicket with the application’s token, by password, by session', async () => {
    const { tickets } = simulator;
    expect(await whoami({ authorization: tickets.lars })).toBe('LH');
    expect(await whoami({ authorization: tickets.mina })).toBe('MK');
    expect(await whoami({ authorization: tickets.soTicket, 'so-apptoken': tickets.appToken })).toBe('LH');
    expect(await whoami({ authorization: tickets.soTicket })).toBe(401);
    expect(await whoami({ authorization: tickets.basic })).toBe('LH');
    expect(await whoami({ cookie: tickets.session.cookie, 'x-xsrf-token': tickets.session.xsrf })).toBe('LH');
    expect(await whoami({ cookie: tickets.session.cookie })).toBe(401);
    expect(await whoami({ cookie: tickets.session.cookie, 'x-xsrf-token': 'other' })).toBe(401);
  });

  test('a refused login is a page for people with a challenge', async () => {
    const { status, headers, text, json } = await ask(simulator, '/Contact/2', { authorization: 'Bearer 8A:nobody' });
    expect([status, json]).toEqual([401, undefined]);
    expect(headers.get('www-authenticate')).toBe('Basic realm="SuperOffice Username or Ticket"');
    expect(headers.get('content-type')).toBe('text/html; charset=utf-8');
    expect(text).toMatch(/^<!DOCTYPE html>/);
    expect(await whoami({ authorization: '' })).toBe(401);
    simulator.options.access.basicAllowed = false;
    expect(await whoami({ authorization: simulator.tickets.basic })).toBe(401);
  });

  test('a ticket ends when its time is over', async () => {
    expect(await whoami({ authorization: simulator.tickets.expired })).toBe(401);
    simulator.options.access.expiredStatus = 403;
    expect(await whoami({ authorization: simulator.tickets.expired })).toBe(403);
    const [ticket] = simulator.world().users[0]?.tickets ?? [];
    if (ticket !== undefined) ticket.expiresAt = simulator.clock.now() + 3_600_000;
    expect(await whoami({ authorization: simulator.tickets.lars })).toBe('LH');
    simulator.clock.advance(3_600_001);
    expect(await whoami({ authorization: simulator.tickets.lars })).toBe(403);
  });

  test('a ticket of one tenant is none in another', async () => {
    const foreign = await fetch(`${simulator.url('Cust23456')}/api/v1/User/currentPrincipal`, {
      headers: { authorization: simulator.tickets.lars },
    });
    expect(foreign.status).toBe(401);
    const own = await fetch(`${simulator.url('Cust23456')}/api/v1/User/currentPrincipal`, {
      headers: { authorization: simulator.ticketsOf('Cust23456').lars },
    });
    expect(await own.json()).toMatchObject({ DatabaseContextIdentifier: 'Cust23456', FullName: 'Lena Hofmann' });
    expect((await fetch(`${simulator.origin}/Cust99999/api/v1/Contact/2`)).status).toBe(404);
  });

  test('the caller learns who he is', async () => {
    const { json } = await ask(simulator, '/User/currentAssociate');
    expect(json).toMatchObject({ AssociateId: 5, Name: 'LH', FullName: 'Lars Holm', UserName: 'lh@nordlys.example' });
    expect((await ask(simulator, '/User/currentToken')).json).toBe(
      simulator.tickets.soTicket.slice('SOTicket '.length),
    );
  });
});

describe('rights', () => {
  const rune = () => ({ authorization: simulator.tickets.rune });
  const tove = () => ({ authorization: simulator.tickets.tove });

  test('hide records: 403 or 404 by id, absent from archives and lists, null as references', async () => {
    expect((await ask(simulator, '/Contact/34', rune())).status).toBe(403);
    expect((await ask(simulator, '/Contact/34', rune())).json.ErrorType).toBe('SoSentryException');
    simulator.options.access.forbiddenStatus = 404;
    expect((await ask(simulator, '/Contact/34', rune())).json.ErrorMessage).toBe('Contact id 34 not found');
    const query = `?$select=contactId&$filter=${encodeURIComponent('contactId in (33,34,35)')}`;
    const { json } = await ask(simulator, `/Contact${query}`, rune());
    expect(json.value.map((row: { contactId: number }) => row.contactId)).toEqual([33, 35]);
    const carriers = await ask(simulator, '/Agents/Contact/GetContactList', rune(), [33, 34, 35]);
    expect(carriers.json.map((one: { ContactId: number }) => one.ContactId).sort()).toEqual([33, 35]);
    const entry = [...simulator.world().appointments.values()].find((one) => one.contactId === 34 && one.id % 17 !== 0);
    expect((await ask(simulator, `/Appointment/${entry?.id}`, rune())).json).toMatchObject({
      Contact: null,
      Person: null,
    });
    expect((await ask(simulator, `/Appointment/${entry?.id}`)).json.Contact.ContactId).toBe(34);
  });

  test('empty fields that may not be read, nested ones too, and say so', async () => {
    const full = await ask(simulator, '/Contact/35');
    expect(full.json.OrgNr).toMatch(/^9\d{8}$/);
    const { json } = await ask(simulator, '/Contact/35', rune());
    expect(json.OrgNr).toBe('');
    expect(json.FieldProperties.OrgNr.FieldRight.Mask).toBe('None');
    expect(json.FieldProperties.Name.FieldRight.Mask).toBe('Update, UIHintMandatory');
    expect(json.Persons[0].ContactOrgNr).toBe('');
    const born = [...simulator.world().persons.values()].find((one) => one.birthDate !== null && one.id % 13 !== 1);
    expect((await ask(simulator, `/Person/${born?.id}`, tove())).json.BirthDate).toBe('0001-01-01T00:00:00');
  });

  test('of a reader show in every mask', async () => {
    const { json } = await ask(simulator, '/Contact/35', tove());
    expect(json.TableRight).toEqual({ Mask: 'Select', Reason: '' });
    expect(json.FieldProperties.Name.FieldRight.Mask).toBe('Read');
  });
});

describe('tenants', () => {
  test('that move answer 421 at the old place; the state names the new one', async () => {
    const old = simulator.url();
    const moved = await simulator.move();
    const headers = { authorization: simulator.tickets.lars };
    expect((await fetch(`${old}/api/v1/Contact/2`, { headers })).status).toBe(421);
    const state = await fetch(simulator.stateUrl.replace('{tenant}', 'Cust12345'));
    expect(await state.json()).toMatchObject({ Endpoint: moved, Api: `${moved}/api`, IsRunning: true });
    expect((await fetch(`${moved}/api/v1/Contact/2`, { headers })).status).toBe(200);
  });

  test('that do not run answer 503 and say so in their state', async () => {
    simulator.setState('OfflineMaintenance');
    expect((await ask(simulator, '/Contact/2')).status).toBe(503);
    const state = await fetch(simulator.stateUrl.replace('{tenant}', 'cust12345'));
    expect(await state.json()).toMatchObject({ State: 'OfflineMaintenance', IsRunning: false });
  });

  test('may be throttled', async () => {
    simulator.options.throttle = { perMinute: 2, status: 429, retryAfterSeconds: 7 };
    const statuses = [];
    for (let call = 0; call < 3; call++) statuses.push((await ask(simulator, '/Contact/2')).status);
    expect(statuses).toEqual([200, 200, 429]);
    expect((await ask(simulator, '/Contact/2')).headers.get('retry-after')).toBe('7');
  });
});
