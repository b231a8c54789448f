import { createRequire } from 'node:module';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { type SuperOfficeSimulator, startSuperOfficeSimulator } from '../../../src/simulator/superoffice.ts';

// The package's ES modules do not load in Node (imports without endings): its CommonJS build does.
const { WebApi } = createRequire(import.meta.url)('@superoffice/webapi') as typeof import('@superoffice/webapi');

let simulator: SuperOfficeSimulator;

beforeAll(async () => {
  simulator = await startSuperOfficeSimulator({ now: new Date('2026-04-20T00:00:00Z') });
});
afterEach(() => simulator.reset());
afterAll(() => simulator.close());

/** One client for each call: it keeps its settings for the whole process otherwise. */
function client(language = 'en', bearer = simulator.tickets.lars) {
  const webapi = new WebApi(simulator.url(), language);
  webapi.authenticateWithToken(bearer.slice('Bearer '.length));
  return webapi;
}

describe('the vendor’s own client', () => {
  test('reads an entity', async () => {
    const contact = await client('nb').getContactRestApi().getByIdAsync(25);
    const stored = simulator.world().contacts.get(25);
    expect(contact).toMatchObject({ contactId: 25, name: stored?.name, orgNr: stored?.orgNr });
    expect(contact.createdDate).toBeInstanceOf(Date);
    expect(contact.persons?.map((person: { contactId?: number }) => person.contactId)).toContain(25);
    expect(simulator.journal.at(-1)?.headers).toMatchObject({ 'so-language': 'nb' });
  });

  test('reads a person and an entry with its times', async () => {
    expect(await client().getPersonRestApi().getByIdAsync(71)).toMatchObject({ personId: 71 });
    const stored = simulator.world().appointments.get(591);
    const options = { timezone: 'UTC', timezoneInclude: true };
    const entry = await client().getAppointmentRestApi().getByIdAsync(591, options);
    expect(entry.startDate?.getTime()).toBe(stored?.startAt);
    expect(simulator.journal.at(-1)?.headers['so-timezone']).toMatch(/^UTC, ?includeTZOffset$/);
  });

  test('gets null for 304, and an error for a missing record', async () => {
    const ifModifiedSince = new Date('2026-04-19T00:00:00Z');
    expect(await client().getContactRestApi().getByIdAsync(25, { ifModifiedSince })).toBeNull();
    expect(simulator.journal.at(-1)?.status).toBe(304);
    await expect(client().getContactRestApi().getByIdAsync(99_999)).rejects.toMatchObject({
      response: { status: 404 },
    });
  });

  test('starts a new record from the defaults', async () => {
    const blank = await client().getContactRestApi().getDefaultAsync();
    expect(blank).toMatchObject({ contactId: 0, name: '', associate: { associateId: 5 }, country: { countryId: 578 } });
  });

  test('reads lists of records, single ones, and null for what is not there', async () => {
    const contacts = await client().getContactAgent().getContactListAsync([25, 26, 99_999]);
    expect(contacts.map((contact: { contactId?: number }) => contact.contactId).sort()).toEqual([25, 26]);
    const entries = await client().getAppointmentAgent().getAppointmentListAsync([591]);
    expect(entries[0]).toMatchObject({ appointmentId: 591, title: simulator.world().appointments.get(591)?.title });
    expect(await client().getContactAgent().getContactEntityAsync(99_999)).toBeNull();
    expect((await client().getPersonAgent().getPersonEntityAsync(71)).personId).toBe(71);
  });

  test('reads an MDO list', async () => {
    const tasks = await client('de').getMDOAgent().getListAsync('task', true, '', false);
    expect(tasks[6]).toMatchObject({ id: 7, name: 'Besuch' });
    expect(tasks).toHaveLength(12);
  });

  test('reads an archive', async () => {
    const rows = await client()
      .getArchiveAgent()
      .getArchiveListByColumns2Async(
        'Person',
        'personId,fullName',
        'personId asc',
        'personId in (21,22)',
        'person',
        0,
        5,
      );
    expect(rows.map((row: { primaryKey?: number }) => row.primaryKey)).toEqual([21, 22]);
    expect(rows[0]?.columnData?.personId?.displayValue).toBe('[I:21]');
  });

  test('reads an archive by conditions of its own, whose members it writes in lower camel case', async () => {
    const condition = (name: string, operator: string, values: string[]) => ({
      name,
      operator,
      values,
      isActive: true,
    });
    const rows = await client()
      .getArchiveAgent()
      .getArchiveListByColumnsAsync(
        'Person',
        ['personId'],
        [{ name: 'personId', direction: 'DESC' }] as never,
        [condition('personId', 'in', ['[I:21]', '22', '23']), condition('personId', '<', ['23'])] as never,
        ['person'],
        0,
        5,
      );
    expect(rows.map((row: { primaryKey?: number }) => row.primaryKey)).toEqual([22, 21]);
    expect(JSON.parse(simulator.journal.at(-1)?.body ?? '')).toMatchObject({ restriction: [{ name: 'personId' }, {}] });
  });

  test('is refused without a valid ticket', async () => {
    const stranger = client('en', 'Bearer 8A:Cust12345.nobody');
    await expect(stranger.getContactRestApi().getByIdAsync(25)).rejects.toMatchObject({ response: { status: 401 } });
  });
});
