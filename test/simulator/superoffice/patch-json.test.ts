import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { type SuperOfficeSimulator, startSuperOfficeSimulator } from '../../../src/simulator/superoffice.ts';
import { ask } from './ask.ts';
import { send, stored } from './write-requests.ts';

let simulator: SuperOfficeSimulator;

beforeAll(async () => {
  simulator = await startSuperOfficeSimulator({ now: new Date('2026-04-20T00:00:00Z') });
});
afterEach(() => simulator.reset());
afterAll(() => simulator.close());

const patch = (path: string, operations: unknown, headers?: Record<string, string>) =>
  send(simulator, 'PATCH', path, operations, headers);
const replace = (path: string, value: unknown) => [{ op: 'replace', path, value }];

describe('a path', () => {
  test.each(['/Department', 'Department', '/department', 'dePARTment'])('is read as %s', async (path) => {
    const { status, json } = await patch('/Contact/25', replace(path, 'Bergen'));
    expect([status, json.Department]).toEqual([200, 'Bergen']);
    expect(stored(simulator).contact().department).toBe('Bergen');
  });

  test.each([
    ['/Nothing', 'x'],
    ['/__proto__', {}],
    ['/Person/PersonId', 71],
    ['/Phones/99', { Value: '1' }],
    ['/Phones/x', { Value: '1' }],
    ['/Name/0', 'x'],
    ['/ExtraFields/x_unknown', 'x'],
    ['', {}],
    ['/', {}],
  ])('that leads nowhere (%s) is 400 and nothing is saved', async (path, value) => {
    stored(simulator).entry().personId = null;
    const before = structuredClone(stored(simulator).contact());
    const entity = path.startsWith('/Person') ? 'Appointment/591' : 'Contact/25';
    const { status, json } = await patch(`/${entity}`, [...replace('description', 'lost'), ...replace(path, value)]);
    expect([status, json.Message]).toEqual([400, 'The request is invalid.']);
    expect(stored(simulator).contact()).toEqual(before);
  });
});

describe('an operation', () => {
  test('replaces, appends at the end, inserts at an index and removes elements, in the order given', async () => {
    stored(simulator).contact().phones = [
      { id: 1, value: '+47 1', description: 'one' },
      { id: 2, value: '+47 2', description: 'two' },
    ];
    const { status, json } = await patch('/Contact/25', [
      { op: 'remove', path: '/Phones/0' },
      { op: 'add', path: '/Phones/-', value: { value: '+47 (3) 4' } },
      { op: 'add', path: '/phones/0', value: { Value: '+47 0', Description: 'zero' } },
      { op: 'replace', path: '/Phones/1/Description', value: 'second' },
    ]);
    expect(status).toBe(200);
    expect(json.Phones.map((phone: { StrippedValue: string }) => phone.StrippedValue)).toEqual([
      '+470',
      '+472',
      '+4734',
    ]);
    const { phones } = stored(simulator).contact();
    expect(phones).toMatchObject([
      { value: '+47 0', description: 'zero' },
      { id: 2, value: '+47 2', description: 'second' },
      { value: '+47 (3) 4', description: '' },
    ]);
    expect(new Set(phones.map((phone) => phone.id)).size).toBe(3);
  });

  test.each(['move', 'copy', 'increment', 'Replace', null])('%s is refused', async (op) => {
    const { status, json } = await patch('/Contact/25', [{ op, from: '/Name', path: '/Department', value: 'x' }]);
    expect(status).toBe(400);
    expect(json.MessageDetail).toContain('not supported');
    expect(stored(simulator).contact().department).not.toBe('x');
  });

  test.each([
    [['replace']],
    [[{ op: 'replace', path: '/Name' }]],
    [[{ op: 'replace', value: 'x' }]],
    ['"x"'],
    ['{'],
    [''],
  ])('that is malformed (%j) is 400', async (body) => {
    expect((await patch('/Contact/25', body)).status).toBe(400);
  });

  test('names of its own members may be in any case', async () => {
    await patch('/Contact/25', [{ Op: 'replace', Path: '/Name', Value: 'Fjord AS' }]);
    expect(stored(simulator).contact().name).toBe('Fjord AS');
  });

  test('remove empties a member, or is refused where the option says so', async () => {
    stored(simulator).entry().personId = 71;
    const operations = [
      { op: 'remove', path: '/Person' },
      { op: 'remove', path: '/Location' },
    ];
    expect((await patch('/Appointment/591', operations)).json).toMatchObject({ Person: null, Location: null });
    expect(stored(simulator).entry()).toMatchObject({ personId: null, location: '' });
    simulator.options.writes.removeOfMember = 'refuse';
    expect((await patch('/Appointment/591', operations)).status).toBe(400);
  });
});

describe('a test', () => {
  test.each([
    ['/Name', 'Fjord AS'],
    ['category/ID', 3],
    ['/Phones/0/Value', '+47 1'],
    ['/NoMailing', true],
    ['/Address/Street/City', 'OSLO'],
    ['/CustomFields/SuperOffice:2', '[I:7]'],
    ['/SupportPerson', null],
  ])('of %s passes where the value is the same', async (path, value) => {
    const contact = stored(simulator).contact();
    Object.assign(contact, { name: 'Fjord AS', categoryId: 3, noMailing: true, supportPersonId: null });
    contact.phones = [{ id: 1, value: '+47 1', description: '' }];
    contact.custom['SuperOffice:2'] = 7;
    contact.streetAddress = { ...addressOf(contact), city: 'OSLO' };
    const { status } = await patch('/Contact/25', [{ op: 'test', path, value }, ...replace('/Department', 'Bergen')]);
    expect([status, stored(simulator).contact().department]).toEqual([200, 'Bergen']);
  });

  test.each([
    ['/Name', 'Other'],
    ['/Category/Id', '3'],
    ['/Category', { Id: 3 }],
    ['/Phones/0/Value', '2'],
  ])('of %s that fails is 409, and nothing is saved', async (path, value) => {
    Object.assign(stored(simulator).contact(), { name: 'Fjord AS', categoryId: 3 });
    const before = structuredClone(stored(simulator).contact());
    const operations = [...replace('/Department', 'Bergen'), { op: 'test', path, value }];
    const { status, json } = await patch('/Contact/25', operations);
    expect(status).toBe(409);
    expect(json).toMatchObject({ Error: true, ErrorType: 'SoException', ErrorMessage: expect.stringContaining(path) });
    expect(stored(simulator).contact()).toEqual(before);
  });

  test('sees what the operations before it have done', async () => {
    const operations = [...replace('/Name', 'A'), { op: 'test', path: '/Name', value: 'A' }, ...replace('/Name', 'B')];
    expect((await patch('/Contact/25', operations)).status).toBe(200);
    expect(stored(simulator).contact().name).toBe('B');
  });
});

function addressOf(contact: { id: number }) {
  const lines = { address1: 'Fjordgata 8', address2: '', address3: '', county: '', state: '', zipcode: '0152' };
  return { id: contact.id, ...lines, city: '', latitude: 0, longitude: 0 };
}

describe('the media type', () => {
  test.each([
    'application/json',
    'text/json; charset=utf-8',
    'application/json-patch+json',
    'application/merge-patch+json',
  ])('%s is read, and the JSON decides which patch it is', async (type) => {
    expect((await patch('/Contact/25', replace('/Name', type), { 'content-type': type })).json.Name).toBe(type);
    expect((await patch('/Contact/25', { Department: type }, { 'content-type': type })).json.Department).toBe(type);
  });

  test.each(['application/xml', 'text/plain', 'application/x-www-form-urlencoded'])('%s is 415', async (type) => {
    expect((await patch('/Contact/25', replace('/Name', 'x'), { 'content-type': type })).status).toBe(415);
    expect(stored(simulator).contact().name).not.toBe('x');
  });

  test('of one family may be all that is accepted', async () => {
    const status = async (type: string) =>
      (await patch('/Contact/25', replace('/Name', 'x'), { 'content-type': type })).status;
    simulator.options.writes.patchMediaTypes = 'json';
    expect([await status('application/json'), await status('application/json-patch+json')]).toEqual([200, 415]);
    simulator.options.writes.patchMediaTypes = 'rfc';
    expect([await status('application/json'), await status('application/json-patch+json')]).toEqual([415, 200]);
  });
});

describe('the answer', () => {
  test('is the whole entity with its links, or what $select names', async () => {
    const whole = (await patch('/Person/71', replace('/Title', 'CEO'))).json;
    expect(whole).toEqual((await ask(simulator, '/Person/71')).json);
    expect(whole._Links.Self).toContain('/Person/71');
    const { json } = await patch('/Person/71?$select=title', replace('/Title', 'CTO'));
    expect(Object.keys(json).filter((name) => json[name] !== null)).toEqual(['Title', '_Links']);
  });

  test('to an id that there is not is 404', async () => {
    const { status, json } = await patch('/Contact/99999', replace('/Name', 'x'));
    expect([status, json.ErrorType]).toEqual([404, 'SoNotFoundException']);
  });

  test('shows at once in archives, simple carriers and conditional reads', async () => {
    const { headers } = await ask(simulator, '/Contact/25');
    simulator.clock.advance(60_000);
    await patch('/Contact/25', [...replace('/Name', 'Åsgard AS'), ...replace('/Category', { Id: 2 })]);
    const since = { 'if-modified-since': headers.get('last-modified') ?? '' };
    expect((await ask(simulator, '/Contact/25', since)).status).toBe(200);
    const rows = await ask(simulator, "/Contact?$select=name,category&$filter=name eq 'Åsgard AS'", {
      'so-language': 'en',
    });
    expect(rows.json.value).toMatchObject([{ name: 'Åsgard AS', category: 'Prospect' }]);
    const list = await ask(simulator, '/Agents/Contact/GetContactList', {}, [25]);
    expect(list.json[0].Name).toBe('Åsgard AS');
    const age = simulator.clock.now() - (stored(simulator).contact().updatedAt ?? 0);
    expect([age >= 0, age < 10_000]).toEqual([true, true]);
  });
});
