import { createRequire } from 'node:module';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { type SuperOfficeSimulator, startSuperOfficeSimulator } from '../../../src/simulator/superoffice.ts';
import { stored } from './write-requests.ts';

// The package's ES modules do not load in Node (imports without endings): its CommonJS build does.
const require = createRequire(import.meta.url);
const { WebApi } = require('@superoffice/webapi') as typeof import('@superoffice/webapi');
const { WebApiPatchOp } =
  require('@superoffice/webapi/WebApiBase.js') as typeof import('@superoffice/webapi/WebApiBase.js');

let simulator: SuperOfficeSimulator;

beforeAll(async () => {
  simulator = await startSuperOfficeSimulator({ now: new Date('2026-04-20T00:00:00Z') });
});
afterEach(() => simulator.reset());
afterAll(() => simulator.close());

/** One client for each call: it keeps its settings for the whole process otherwise. */
function client() {
  const webapi = new WebApi(simulator.url(), 'en');
  webapi.authenticateWithToken(simulator.tickets.lars.slice('Bearer '.length));
  return webapi;
}

const utc = { timezone: 'UTC', timezoneInclude: true };
const status = (code: number) => ({ response: { status: code } });

describe('the vendor’s own client', () => {
  test('creates from the defaults, changes the whole entity and deletes it', async () => {
    const blank = await client().getContactRestApi().getDefaultAsync();
    Object.assign(blank, { name: 'Acme', department: 'West' });
    blank.phones?.push({ value: '+47 1' });
    const made = await client().getContactRestApi().postAsync(blank);
    expect(made).toMatchObject({ contactId: 202, name: 'Acme', number2: '10202', phones: [{ strippedValue: '+471' }] });
    const changed = await client()
      .getContactRestApi()
      .putByIdAsync(202, { ...made, name: 'Acme AS' });
    expect(changed).toMatchObject({ name: 'Acme AS', department: 'West' });
    expect(stored(simulator).contact(202)).toMatchObject({ name: 'Acme AS', phones: [{ value: '+47 1' }] });
    await client().getContactRestApi().deleteByIdAsync(202);
    expect(simulator.journal.at(-1)?.status).toBe(204);
    expect(stored(simulator).contact(202).deletedAt).not.toBeNull();
  });

  test('puts back an entry and a person as it read them, and nothing has changed', async () => {
    const rows = () => structuredClone([stored(simulator).entry(), stored(simulator).person()]);
    const before = rows();
    const entry = await client().getAppointmentRestApi().getByIdAsync(591, utc);
    await client().getAppointmentRestApi().putByIdAsync(591, entry, utc);
    const person = await client().getPersonRestApi().getByIdAsync(71, utc);
    await client().getPersonRestApi().putByIdAsync(71, person, utc);
    expect(simulator.journal.map((call) => call.status)).toEqual([200, 200, 200, 200]);
    expect(rows()).toEqual(before);
  });

  test('sets a reference that is null by JSON Patch, as its merge patch leaves it null', async () => {
    stored(simulator).entry().personId = null;
    const api = () => client().getAppointmentRestApi();
    const merged = await api().patchByIdAsync(591, { person: { personId: 71 } });
    expect([merged.person, stored(simulator).entry().personId]).toEqual([null, null]);
    const operations = [{ op: WebApiPatchOp.replace, path: '/person', value: { personId: 71 } }];
    expect((await api().patchByIdAsync(591, operations)).person?.personId).toBe(71);
    await api().patchByIdAsync(591, { person: { personId: 72 }, location: 'Oslo' });
    expect(stored(simulator).entry()).toMatchObject({ personId: 72, location: 'Oslo' });
  });

  test('gets 409 for a test that fails, and nothing is saved', async () => {
    const operations = [
      { op: WebApiPatchOp.replace, path: '/Department', value: 'lost' },
      { op: WebApiPatchOp.test, path: '/Name', value: 'nobody' },
    ];
    await expect(client().getContactRestApi().patchByIdAsync(25, operations)).rejects.toMatchObject(status(409));
    expect(stored(simulator).contact().department).not.toBe('lost');
  });

  test('gets 412 for a record that was changed since', async () => {
    const { updatedDate, createdDate } = await client().getContactRestApi().getByIdAsync(25, utc);
    const ifUnmodifiedSince = new Date(Math.max(Number(updatedDate), Number(createdDate)));
    simulator.clock.advance(5000);
    await client().getContactRestApi().patchByIdAsync(25, { name: 'First' }, { ifUnmodifiedSince });
    const late = client().getContactRestApi().patchByIdAsync(25, { name: 'Second' }, { ifUnmodifiedSince });
    await expect(late).rejects.toMatchObject(status(412));
    const gone = client().getContactRestApi().deleteByIdAsync(25, { ifUnmodifiedSince });
    await expect(gone).rejects.toMatchObject(status(412));
    expect(stored(simulator).contact()).toMatchObject({ name: 'First', deletedAt: null });
  });

  test('learns from validation which member is missing', async () => {
    const blank = await client().getPersonRestApi().getDefaultAsync();
    expect(await client().getPersonAgent().validatePersonEntityAsync(blank)).toEqual({ Lastname: 'Mandatory field' });
    const named = { ...blank, lastname: 'Berg' };
    expect(await client().getPersonAgent().validatePersonEntityAsync(named)).toEqual({});
    await expect(client().getPersonRestApi().postAsync(blank)).rejects.toMatchObject(status(500));
  });
});
