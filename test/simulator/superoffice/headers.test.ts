import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { OPEN_END } from '../../../src/simulator/store.ts';
import { type SuperOfficeSimulator, startSuperOfficeSimulator } from '../../../src/simulator/superoffice.ts';
import { ask } from './ask.ts';

let simulator: SuperOfficeSimulator;

beforeAll(async () => {
  simulator = await startSuperOfficeSimulator({ now: new Date('2026-04-20T00:00:00Z') });
});
afterEach(() => simulator.reset());
afterAll(() => simulator.close());

describe('languages', () => {
  const raw = 'US:"Visit";NO:"Besøk";GE:"Besuch";SW:"Besök";DA:"Besøg";';
  test.each([
    [{}, raw],
    [{ 'accept-language': 'en' }, 'Visit'],
    [{ 'accept-language': 'nb-NO' }, 'Besøk'],
    [{ 'accept-language': 'fr,de,ru,zh' }, 'Besuch'],
    [{ 'accept-language': 'en;q=0.1, de;q=0.9' }, 'Besuch'],
    [{ 'accept-language': 'sv-se; en-gb' }, 'Besök'],
    [{ 'accept-language': '*' }, raw],
    [{ 'accept-language': 'de', 'so-language': 'da' }, 'Besøg'],
    [{ 'accept-language': 'de', 'so-language': 'x' }, raw],
    [{ 'accept-language': 'de', 'so-language': '*' }, raw],
    [{ 'accept-language': 'fr' }, 'Visit'],
  ])('%o gives %s', async (headers, name) => {
    const { json } = await ask(simulator, '/MDOList/task', headers as Record<string, string>);
    expect(json.find((item: { Id: number }) => item.Id === 7).Name).toBe(name);
  });

  test('a language that a text lacks falls back as the option says; plain names stay', async () => {
    simulator.options.languageFallback = 'raw';
    const { json } = await ask(simulator, '/MDOList/task', { 'so-language': 'fr' });
    expect(json[6].Name).toBe(raw);
    simulator.options.languageFallback = 'first';
    expect((await ask(simulator, '/MDOList/task', { 'so-language': 'fr' })).json[6].Name).toBe('Visit');
    expect((await ask(simulator, '/MDOList/category', { 'so-language': 'nb' })).json[3].Name).toBe('Partner');
  });

  test('texts inside carriers and resource ids are resolved too', async () => {
    const contact = simulator.world().contacts.get(25);
    if (contact !== undefined) Object.assign(contact, { businessId: 4, categoryId: 4 });
    const { json } = await ask(simulator, '/Contact/25/Simple', { 'accept-language': 'nb' });
    expect(json).toMatchObject({ BusinessName: 'Eiendom', CategoryName: 'Partner' });
    expect((await ask(simulator, '/Appointment/591')).json.VisibleFor[0].DisplayValue).toBe('[SR_VFC_ALL]');
    const { json: entry } = await ask(simulator, '/Appointment/591', { 'so-language': 'de' });
    expect(entry.VisibleFor[0].DisplayValue).toBe('Alle');
  });

  test('strings are read one by one, many at once, and searched', async () => {
    expect((await ask(simulator, '/String/SR_YES/nb')).json).toBe('Ja');
    expect((await ask(simulator, '/String/SR_YES?isoLangCode=en')).json).toBe('Yes');
    expect((await ask(simulator, '/String/SR_NOWHERE')).status).toBe(404);
    expect((await ask(simulator, '/String?isoLangCode=de', {}, ['SR_NO', 'SR_NOWHERE'])).json).toEqual([
      'Nein',
      '[SR_NOWHERE]',
    ]);
    expect((await ask(simulator, '/String?q=kateg&isoLangCode=nb')).json).toEqual(['Kategori']);
  });
});

describe('time zones', () => {
  /** Entry 591 as in the captures: 18:00 in Norway on the day that summer time began, made at 14:52 in winter. */
  function capture(): void {
    const entry = simulator.world().appointments.get(591);
    if (entry === undefined) throw new Error('there is no entry 591');
    Object.assign(entry, {
      startAt: Date.parse('2002-03-31T16:00:00Z'),
      endAt: OPEN_END,
      createdAt: Date.parse('2002-06-20T12:52:00Z'),
      updatedAt: null,
    });
  }

  test.each([
    [undefined, '2002-03-31T18:00:00', '2002-06-20T14:52:00', 'NO'],
    ['NO', '2002-03-31T18:00:00', '2002-06-20T14:52:00', 'NO'],
    ['NO, includeTZOffset', '2002-03-31T18:00:00+02:00', '2002-06-20T12:52:00Z', 'NO'],
    ['261,includeTZOffset', '2002-03-31T18:00:00+02:00', '2002-06-20T12:52:00Z', 'NO'],
    ['UTC, includeTZOffset', '2002-03-31T16:00:00Z', '2002-06-20T12:52:00Z', 'UTC'],
    ['US-NY', '2002-03-31T11:00:00', '2002-06-20T14:52:00', 'US-NY'],
    ['us-ny, includeTZOffset', '2002-03-31T11:00:00-05:00', '2002-06-20T12:52:00Z', 'US-NY'],
  ])('SO-TimeZone %s starts the entry at %s', async (zone, start, created, echo) => {
    capture();
    const { json, headers } = await ask(
      simulator,
      '/Appointment/591',
      zone === undefined ? {} : { 'so-timezone': zone },
    );
    expect([json.StartDate, json.CreatedDate, headers.get('so-timezone')]).toEqual([start, created, echo]);
  });

  test('empty and open dates are moved, stamps and birthdays are not', async () => {
    capture();
    const { json } = await ask(simulator, '/Appointment/591', { 'so-timezone': 'NO, includeTZOffset' });
    expect(json.EndDate).toBe('9999-12-31T23:59:59+01:00');
    expect(json.UpdatedDate).toBe('0001-01-01T00:00:00Z');
    const entry = simulator.world().appointments.get(591);
    if (entry !== undefined) entry.endAt = null;
    const { json: empty } = await ask(simulator, '/Appointment/591', { 'so-timezone': 'NO, includeTZOffset' });
    expect(empty.EndDate).toBe('0001-01-01T01:00:00+01:00');
    simulator.options.dates.emptyDates = 'utc';
    const { json: utc } = await ask(simulator, '/Appointment/591', { 'so-timezone': 'NO, includeTZOffset' });
    expect(utc.EndDate).toBe('0001-01-01T00:00:00Z');
    const person = simulator.world().persons.get(71);
    if (person !== undefined) person.birthDate = '1981-09-14';
    const { json: born } = await ask(simulator, '/Person/71', { 'so-timezone': 'US-HI, includeTZOffset' });
    expect(born.BirthDate).toBe('1981-09-14T00:00:00Z');
    expect((await ask(simulator, '/Person/71')).json.BirthDate).toBe('1981-09-14T00:00:00');
  });

  test('convert as limited as an issue reports, where the option says so', async () => {
    capture();
    simulator.options.dates.conversion = 'serverOffset';
    const { json } = await ask(simulator, '/Appointment/591', { 'so-timezone': 'US-NY, includeTZOffset' });
    expect(json.StartDate).toBe('2002-03-31T18:00:00+02:00');
    simulator.options.dates.conversion = 'taggedUtc';
    const { json: tagged } = await ask(simulator, '/Appointment/591', { 'so-timezone': 'US-NY, includeTZOffset' });
    expect(tagged.StartDate).toBe('2002-03-31T18:00:00Z');
  });

  test('the base zone is the tenant’s, the current one the caller’s', async () => {
    const base = await ask(simulator, '/TimeZone/base', { 'so-timezone': 'US-NY' });
    expect(base.json).toMatchObject({ TZLocationID: 261, TZLocationCode: 'NO', IsoNumber: 578 });
    const current = await ask(simulator, '/TimeZone/current', { 'so-timezone': 'US-NY' });
    expect(current.json).toMatchObject({ TZLocationID: 460, TZLocationCode: 'US-NY' });
    simulator.options.zoneEcho = false;
    expect((await ask(simulator, '/TimeZone/base')).headers.get('so-timezone')).toBeNull();
  });
});

test('anything but JSON is refused, and of an archive its $format decides', async () => {
  const statusOf = async (path: string, accept: string) => (await ask(simulator, path, { accept })).status;
  expect(await statusOf('/Contact/25', 'application/xml')).toBe(406);
  for (const accept of ['text/json; charset=utf-8', 'Application/JSON', 'application/*', 'text/html, */*;q=0.1', '']) {
    expect([accept, await statusOf('/Contact/25', accept)]).toEqual([accept, 200]);
  }
  expect(await statusOf('/Contact?$select=name&$top=1&$format=JSON', 'text/html')).toBe(200);
  expect(await statusOf('/Contact?$select=name&$top=1&$format=XML', 'application/json')).toBe(406);
});
