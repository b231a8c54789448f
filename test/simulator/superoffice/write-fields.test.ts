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

const set = (entity: string, path: string, value: unknown, headers?: Record<string, string>) =>
  send(simulator, 'PATCH', `/${entity}`, [{ op: 'replace', path, value }], headers);

describe('an address', () => {
  const lines = {
    address1: 'Fjordgata 8',
    address2: '2nd floor',
    address3: '',
    county: '',
    state: '',
    zipcode: '0152',
  };
  const street = { id: 7, ...lines, city: 'OSLO', latitude: 59.9, longitude: 10.7 };

  test('is replaced block by block; lines that the block leaves out are empty', async () => {
    Object.assign(stored(simulator).contact(), { streetAddress: { ...street }, postalAddress: { ...street, id: 8 } });
    const { json } = await set('Contact/25', 'Address/Street', { address1: 'Havnegata 1', City: 'BERGEN' });
    const written = { ...street, address1: 'Havnegata 1', address2: '', zipcode: '', city: 'BERGEN' };
    expect(stored(simulator).contact()).toMatchObject({ streetAddress: written, postalAddress: { ...street, id: 8 } });
    expect(json.Address.Street.Formatted).toBe('Havnegata 1\nBERGEN\n');
    expect(json.Address.LocalizedAddress[0][0]).toMatchObject({ Name: 'StreetAddress1', Value: 'Havnegata 1' });
  });

  test('is emptied by null, as a block of its own or whole', async () => {
    Object.assign(stored(simulator).contact(), { streetAddress: { ...street }, postalAddress: { ...street, id: 8 } });
    await set('Contact/25', '/Address/Postal', null);
    expect(stored(simulator).contact()).toMatchObject({ streetAddress: street, postalAddress: null });
    await set('Contact/25', '/Address', null);
    expect(stored(simulator).contact()).toMatchObject({ streetAddress: null, postalAddress: null });
  });

  test('keeps the block that it leaves out', async () => {
    Object.assign(stored(simulator).contact(), { streetAddress: { ...street }, postalAddress: null });
    await set('Contact/25', '/Address', { Postal: { Address1: 'Postboks 44' } });
    expect(stored(simulator).contact()).toMatchObject({
      streetAddress: street,
      postalAddress: { address1: 'Postboks 44' },
    });
  });

  test('cannot be changed line by line: 400, as the manual’s failing sample', async () => {
    stored(simulator).contact().streetAddress = { ...street };
    expect((await set('Contact/25', 'Address/Street/Address1', { Value: 'x' })).status).toBe(400);
    expect((await set('Contact/25', 'Address/Street/Address1', 'x')).status).toBe(400);
    simulator.options.writes.addressLines = 'accepted';
    expect((await set('Contact/25', 'Address/Street/Address1', { Value: 'x' })).status).toBe(400);
    expect((await set('Contact/25', 'Address/Street/Address1', 'x')).status).toBe(200);
    expect(stored(simulator).contact().streetAddress).toEqual({ ...street, address1: 'x' });
  });

  test('changed in its localized rows wins over the block', async () => {
    stored(simulator).contact().streetAddress = { ...street };
    const { Address } = (await ask(simulator, '/Contact/25')).json;
    Address.Street.Address1 = 'From the block';
    Address.Street.Address3 = 'Third line';
    Address.LocalizedAddress[0][0].Value = 'From the rows';
    Address.Wgs84Latitude = 60;
    await set('Contact/25', '/Address', Address);
    const written = { ...street, address1: 'From the rows', address3: 'Third line', latitude: 60 };
    expect(stored(simulator).contact().streetAddress).toEqual(written);
  });

  test('has rows alone on older servers', async () => {
    simulator.options.carriers.structuredAddress = false;
    stored(simulator).contact().streetAddress = { ...street };
    expect((await set('Contact/25', 'Address/Street', { City: 'BERGEN' })).status).toBe(400);
    const { Address } = (await ask(simulator, '/Contact/25')).json;
    const city = Address.LocalizedAddress.flat().find((field: { Name: string }) => field.Name === 'StreetCity');
    city.Value = 'BERGEN';
    await set('Contact/25', '/Address', Address);
    expect(stored(simulator).contact().streetAddress).toEqual({ ...street, city: 'BERGEN' });
  });

  test('of a person has its lines under names without a prefix', async () => {
    stored(simulator).person().address = null;
    const rows = [[{ Name: 'Address1', Value: 'Hjemveien 3' }], [{ name: 'city', value: 'MOSS' }]];
    await set('Person/71', '/Address', { LocalizedAddress: rows });
    expect(stored(simulator).person().address).toMatchObject({ address1: 'Hjemveien 3', city: 'MOSS', zipcode: '' });
    await set('Person/71', '/Address/Street', { Address1: 'Hjemveien 4', Zipcode: '1530' });
    expect(stored(simulator).person().address).toMatchObject({ address1: 'Hjemveien 4', city: '', zipcode: '1530' });
  });
});

describe('custom fields', () => {
  const fields = (dictionary: string, value: object) => set('Contact/25', `/${dictionary}`, value);

  test.each([
    ['SuperOffice:1', 'Any "text"', 'Any "text"'],
    ['SuperOffice:2', '42', 42],
    ['SuperOffice:2', '[I:42]', 42],
    ['SuperOffice:2', 42, 42],
    ['superoffice:2', '', null],
    ['SuperOffice:3', '[D:05/14/1999 00:00:00.0000000]', '1999-05-14'],
    ['SuperOffice:3', '[DT:05/14/1999 00:00:00.0000000]', '1999-05-14'],
    ['SuperOffice:3', '1999-05-14', '1999-05-14'],
    ['SuperOffice:3', '[D:01/01/0001 00:00:00.0000000]', null],
    ['SuperOffice:4', 'True', true],
    ['SuperOffice:4', '[I:1]', true],
    ['SuperOffice:4', false, false],
    ['SuperOffice:5', '[I:4]', 4],
    ['SuperOffice:5', '4', 4],
    ['SuperOffice:5', '[I:0]', null],
    ['SuperOffice:6', '[F:4.43]', 4.43],
    ['Acme:Renewal', '2030-01-02T00:00:00', '2030-01-02'],
    ['x_sla_hours', '[I:12]', 12],
    ['x_review_time', '[DT:01/01/1760 09:34:44.0000000]', '09:34:44'],
    ['x_review_time', '07:15', '07:15:00'],
    ['x_reviewed_at', '[DT:04/20/2026 09:30:00.0000000]', Date.parse('2026-04-20T07:30:00Z')],
    ['x_reviewed_at', '2026-04-20T09:30:00Z', Date.parse('2026-04-20T09:30:00Z')],
    ['x_premium', '[I:1]', true],
    ['x_margin', '0.25', 0.25],
    ['x_parent', '[I:2]', 2],
    ['x_travel', '90', 90],
  ])('%s takes %s', async (key, written, expected) => {
    const own = key.startsWith('super') ? 'SuperOffice:2' : key;
    const custom = { 'SuperOffice:7': 'kept' };
    for (const dictionary of ['CustomFields', own.startsWith('x_') ? 'ExtraFields' : 'UserDefinedFields']) {
      Object.assign(stored(simulator).contact(), { custom: { ...custom, [own]: other(own, expected) } });
      const { status } = await fields(dictionary, { [key]: written });
      expect([dictionary, status, stored(simulator).contact().custom]).toEqual([
        dictionary,
        200,
        { ...custom, [own]: expected },
      ]);
    }
  });

  /** Another value of the field, to be overwritten. */
  function other(key: string, value: string | number | boolean | null) {
    if (key === 'SuperOffice:3' || typeof value === 'string') return '2001-01-01';
    return typeof value === 'boolean' ? !value : 3;
  }

  test('are shown in step in all three dictionaries after a write to one', async () => {
    const { json } = await fields('UserDefinedFields', { 'SuperOffice:5': '3', 'SuperOffice:3': '2026-06-30' });
    expect(json.UserDefinedFields).toMatchObject({
      'SuperOffice:5': '[I:3]',
      'SuperOffice:5:DisplayText': expect.stringContaining('Gold'),
    });
    expect(json.CustomFields).toMatchObject({
      'SuperOffice:5': '[I:3]',
      'SuperOffice:5:org': '[I:3]',
      'SuperOffice:3': '[DT:06/30/2026 00:00:00.0000000]',
    });
  });

  test('are set one by one by their path, and CustomFields has the last word', async () => {
    const operations = [
      { op: 'replace', path: 'ExtraFields/x_region', value: 'from extra' },
      { op: 'replace', path: '/customfields/X_REGION', value: 'from custom' },
      { op: 'replace', path: '/UserDefinedFields/SuperOffice:1', value: 'one' },
    ];
    await send(simulator, 'PATCH', '/Contact/25', operations);
    expect(stored(simulator).contact().custom).toMatchObject({ x_region: 'from custom', 'SuperOffice:1': 'one' });
  });

  test('have companions and strangers that are passed over, or are refused where the option says so', async () => {
    const before = structuredClone(stored(simulator).contact().custom);
    const strangers = {
      'SuperOffice:1:org': 'x',
      'SuperOffice:5:DisplayText': 'Gold',
      'onOffice.enterprise.addressId': '9',
    };
    expect((await fields('CustomFields', strangers)).status).toBe(200);
    expect(stored(simulator).contact().custom).toEqual(before);
    simulator.options.writes.unknownCustomField = 'refused';
    expect((await fields('CustomFields', strangers)).json.ErrorMessage).toContain('onOffice.enterprise.addressId');
  });

  test('take texts as long as their layout says, and no longer', async () => {
    const layout = (await ask(simulator, '/Contact/UdefLayout/Published/SuperOffice:1')).json;
    expect(layout.TextLength).toBe(39);
    expect((await fields('CustomFields', { 'SuperOffice:1': 'x'.repeat(39) })).status).toBe(200);
    const { status, json } = await fields('UserDefinedFields', { 'SuperOffice:1': 'x'.repeat(40) });
    expect([status, json.ErrorMessage]).toEqual([500, 'UserDefinedFields.SuperOffice:1: More than 39 characters']);
    expect(stored(simulator).contact().custom['SuperOffice:1']).toBe('x'.repeat(39));
  });

  test.each([
    ['SuperOffice:2', 'many', 500],
    ['SuperOffice:2', '2147483648', 500],
    ['x_travel', '[I:-2147483649]', 500],
    ['SuperOffice:3', '31.12.2026', 500],
    ['SuperOffice:3', '2026-02-31', 500],
    ['x_next_audit', '[DT:02/29/2026 00:00:00.0000000]', 500],
    ['x_reviewed_at', '2026-05-01T25:00:00', 500],
    ['x_reviewed_at', '2026-05-01T09:00:00+99:00', 500],
    ['x_review_time', '24:00', 500],
    ['x_review_time', '09:75:00', 500],
    ['SuperOffice:5', '[I:77]', 500],
    ['x_parent', '99999', 500],
    ['SuperOffice:9', '5', 403],
  ])('%s does not take %s: %i', async (key, written, expected) => {
    const before = structuredClone(stored(simulator).contact());
    expect((await fields('CustomFields', { [key]: written, 'SuperOffice:1': 'lost' })).status).toBe(expected);
    expect(stored(simulator).contact()).toEqual(before);
  });
});
