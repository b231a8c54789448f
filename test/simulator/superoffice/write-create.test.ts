import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { type SuperOfficeSimulator, startSuperOfficeSimulator } from '../../../src/simulator/superoffice.ts';
import { ask, sample } from './ask.ts';
import { send, stored } from './write-requests.ts';

let simulator: SuperOfficeSimulator;
const start = Date.parse('2026-04-20T00:00:00Z');

beforeAll(async () => {
  simulator = await startSuperOfficeSimulator({ now: start });
});
afterEach(() => simulator.reset());
afterAll(() => simulator.close());

const post = (path: string, body: unknown, headers?: Record<string, string>) =>
  send(simulator, 'POST', path, body, headers);

describe('POST', () => {
  test('has a key that no record has had before', async () => {
    const made = async () =>
      (await send(simulator, 'POST', '/Appointment', { Description: 'Hello' })).json.AppointmentId;
    const first = await made();
    expect((await send(simulator, 'DELETE', `/Appointment/${first}`)).status).toBe(204);
    expect(await made()).toBe(first + 1);
    simulator.reset();
    expect(await made()).toBe(first);
  });

  test('of a few members makes an entry of the defaults', async () => {
    const body = { Contact: { ContactId: 2 }, Description: 'Hello' };
    const mina = { authorization: simulator.tickets.mina };
    const { status, json, headers } = await post('/Appointment', body, mina);
    expect([status, headers.get('location')]).toEqual([200, null]);
    expect(json.AppointmentId).toBe(2101);
    const row = stored(simulator).entry(2101);
    expect(row).toMatchObject({
      contactId: 2,
      description: 'Hello',
      title: '',
      associateId: 7,
      taskId: 1,
      priorityId: 1,
      type: 'inDiary',
      completed: 'NotStarted',
      createdBy: 7,
      updatedAt: null,
      updatedBy: null,
      custom: { 'SuperOffice:2': 1 },
    });
    expect(row.createdAt - start).toBeLessThan(60_000);
    expect(json).toEqual((await ask(simulator, '/Appointment/2101', mina)).json);
  });

  test('takes names in any case, keys as numbers or texts, and no names beside them', async () => {
    const { json } = await post('/contact?$select=contactId,fullName,associate,category', {
      name: 'Acme',
      DEPARTMENT: 'West',
      associate: { associateId: '7', fullName: 'Somebody else' },
      Category: { ID: '3', Value: 'Made up' },
      country: { countryId: 276 },
      business: { Id: 2 },
      unheardOf: { of: 1 },
    });
    expect(json).toMatchObject({ ContactId: 202, Associate: { Name: 'MK' }, Category: { Id: 3 }, Department: null });
    expect(stored(simulator).contact(202)).toMatchObject({
      name: 'Acme',
      department: 'West',
      associateId: 7,
      categoryId: 3,
      countryId: 276,
      businessId: 2,
    });
  });

  test('gives a company the next number, unless it brings one or the option is off', async () => {
    await post('/Contact', { Name: 'A' });
    await post('/Contact', { Name: 'B', Number2: 'own-7' });
    simulator.options.writes.allocatesNumbers = false;
    await post('/Contact', { Name: 'C' });
    const numbers = [202, 203, 204].map((id) => stored(simulator).contact(id).number);
    expect(numbers).toEqual(['10202', 'own-7', '']);
  });

  test('names who made it where it is told', async () => {
    await post('/Contact', { Name: 'A', CreatedBy: { AssociateId: '6' } });
    expect(stored(simulator).contact(202).createdBy).toBe(6);
  });

  test('computes the names of a person and leaves its own alone', async () => {
    const body = { firstname: 'Ada', lastname: 'Berg', mrmrs: 'Mrs.', fullName: 'Nobody', contact: { contactId: 25 } };
    const { json } = await post('/Person', body);
    expect(json).toMatchObject({ FullName: 'Ada Berg', FormalName: 'Mrs. Ada Berg', Contact: { ContactId: 25 } });
    expect((await ask(simulator, '/Contact/25')).json.Persons.at(-1)).toMatchObject({ PersonId: json.PersonId });
  });

  test.each([
    ['', 400],
    ['[]', 400],
    ['"x"', 400],
    ['{"Name":', 400],
    ['{"Name":{}}', 400],
    ['{"Name":"x","NoMailing":"perhaps"}', 400],
    ['{"Name":"x","Category":{"Id":"three"}}', 400],
    ['{"Name":"x","Category":3}', 400],
    ['{"Name":"x","Phones":{"Value":"1"}}', 400],
    ['{"Name":"x","Phones":["1"]}', 400],
    ['{"Name":"x","NoMailing":null}', 400],
    ['{"Department":"no name"}', 500],
    ['{"Name":"  "}', 500],
    ['{"Name":"x","Category":{"Id":99}}', 500],
    ['{"Name":"x","SupportPerson":{"PersonId":99999}}', 500],
    ['{"Name":"x","CustomFields":{"SuperOffice:5":"9"}}', 500],
  ])('of %s is %i, and nothing is made', async (body, expected) => {
    const { status, json } = await post('/Contact', body);
    expect(status).toBe(expected);
    expect(json).toHaveProperty(expected === 400 ? 'MessageDetail' : 'ErrorMessage');
    expect(simulator.world().contacts.size).toBe(200);
  });

  test('null stands for the empty value where the option says so', async () => {
    simulator.options.writes.nullForValues = 'empty';
    expect((await post('/Contact', { Name: 'x', NoMailing: null })).status).toBe(200);
    expect(stored(simulator).contact(202).noMailing).toBe(false);
  });
});

describe('a failed save', () => {
  test('names the member in the language of the caller, with the status of the option', async () => {
    const refused = await post('/Contact', {}, { 'so-language': 'nb' });
    expect(refused.json).toEqual({
      Error: true,
      ErrorType: 'SoException',
      ErrorMessage: 'Name: Obligatorisk felt',
      ErrorSource: 'SuperOffice.Services.Implementation',
    });
    simulator.options.writes.failedSaveStatus = 400;
    const raw = await post('/Person', { Firstname: 'Ada' });
    expect([raw.status, raw.json.ErrorMessage]).toEqual([400, 'Lastname: [SR_MANDATORY_FIELD_1281]']);
  });

  test('follows what is mandatory, and the rights of the fields say so too', async () => {
    simulator.options.writes.mandatory.Person = ['Lastname', 'Contact'];
    expect((await post('/Person', { Lastname: 'Berg' })).status).toBe(500);
    const { FieldProperties } = (await ask(simulator, '/Person/71')).json;
    expect(FieldProperties.Lastname.FieldRight.Mask).toBe('Update, UIHintMandatory');
    expect(FieldProperties.Contact.FieldRight.Mask).toBe('Update, UIHintMandatory');
    expect((await post('/Person', { Lastname: 'Berg', Contact: { ContactId: 25 } })).status).toBe(200);
  });

  test('is what a text that is too long gets, and a mandatory field of the tenant without a value', async () => {
    expect((await post('/Contact', { Name: 'x'.repeat(220) })).json.ErrorMessage).toMatch(/^Name: .*219/);
    for (const field of simulator.world().udefFields) if (field.progId === 'SuperOffice:1') field.isMandatory = true;
    const missed = await post('/Contact', { Name: 'x' });
    expect(missed.json.ErrorMessage).toContain('CustomFields.SuperOffice:1: [SR_ACCESS_MANDATORY]');
    expect((await post('/Contact', { Name: 'x', UserDefinedFields: { 'SuperOffice:1': 'y' } })).status).toBe(200);
  });
});

describe('POST Validate', () => {
  test('says which members cannot be saved, and stores nothing', async () => {
    const before = simulator.world().contacts.size;
    const { status, json } = await post('/Contact/Validate', { category: { id: 99 } }, { 'so-language': 'de' });
    expect([status, json.Name]).toEqual([200, 'Pflichtfeld']);
    expect(Object.keys(json).sort()).toEqual(['Category', 'Name']);
    expect((await post('/Contact/Validate', {})).json).toEqual({ Name: sample('validate-result').Name });
    expect(simulator.world().contacts.size).toBe(before);
  });

  test('is empty for an entity as it was read', async () => {
    // A field that nobody may write has a value like any other.
    stored(simulator).contact().custom['SuperOffice:9'] = 5;
    for (const path of ['/Contact', '/Person', '/Appointment']) {
      const id = { '/Contact': 25, '/Person': 71, '/Appointment': 591 }[path];
      const { json } = await ask(simulator, `${path}/${id}`);
      expect([path, (await post(`${path}/Validate`, json)).json]).toEqual([path, {}]);
    }
  });

  test('knows the record of an entity that has a key', async () => {
    const { json } = await ask(simulator, '/Contact/25');
    const problems = await post('/Contact/Validate', { ...json, Name: '', Category: { Id: 99 } });
    expect(problems.json).toEqual({ Name: '[SR_MANDATORY_FIELD_1281]', Category: expect.any(String) });
  });

  test('of what cannot be read is 400', async () => {
    expect((await post('/Contact/Validate', '[]')).status).toBe(400);
    expect((await post('/Contact/Validate', { Name: {} })).status).toBe(400);
  });
});
