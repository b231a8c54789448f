import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { archiveMetadata } from '../../../src/simulator/archive/metadata.ts';
import { createTestCaller, envelope, smallWorld } from './small-world.ts';

/** A captured answer. */
function sample(name: string): { value: Record<string, unknown>[] } & Record<string, unknown> {
  return JSON.parse(readFileSync(new URL(`../../fixtures/superoffice/${name}.json`, import.meta.url), 'utf8'));
}

/** Names in order and the JSON kind of every value, arrays by their first element. */
function kinds(value: unknown): unknown {
  if (Array.isArray(value)) return value.length === 0 ? [] : [kinds(value[0])];
  if (typeof value !== 'object' || value === null) return value === null ? 'null' : typeof value;
  return Object.entries(value).map(([name, member]) => [name, kinds(member)]);
}

const world = smallWorld();
const raw = createTestCaller(world);
const english = createTestCaller(world, { 'accept-language': 'en' });

describe('as captured', () => {
  test('slim rows of contacts', () => {
    const captured = sample('contact-archive');
    const columns = Object.keys(captured.value[0] ?? {}).slice(2);
    const answer = envelope(raw, 'SimpleContact', { $select: columns.join(',') });
    expect(kinds(answer)).toEqual(kinds(captured));
    expect(answer.value[0]?.PrimaryKey).toBe('2');
  });

  test('full rows of contacts', () => {
    const answer = envelope(raw, 'SimpleContact', { $select: 'contactId,name,category,number', $mode: 'Full' });
    expect(kinds(answer)).toEqual(kinds(sample('contact-archive-full')));
  });

  test('default columns of appointments', () => {
    expect(kinds(envelope(raw, 'FindAppointment'))).toEqual(kinds(sample('appointment-archive')));
  });

  test('time zones, values too', () => {
    const answer = envelope(raw, 'TimeZone', { $filter: "timeZone in ('UTC','DK','NO','US-NY')" });
    expect(answer.value).toEqual(sample('timezone-archive').value);
  });

  test('descriptions of columns', () => {
    const described = archiveMetadata('SimpleContact', raw).body as { Name: string; RestrictionListName: string }[];
    expect(kinds(described)).toEqual(kinds(sample('archive-metadata')));
    const category = described.find(({ Name }) => Name === 'category');
    expect(category).toMatchObject({ RestrictionType: 'listAny', RestrictionListName: 'category', CanOrderBy: true });
    expect(described.find(({ Name }) => Name === 'contactUdef/SuperOffice:5')).toMatchObject({
      RestrictionType: 'listAny',
      RestrictionListName: 'udlist98',
    });
    expect(described.find(({ Name }) => Name === 'contactUdef/SuperOffice:10')).toBeUndefined();
    expect(archiveMetadata('Nobody', raw).status).toBe(500);
  });
});

describe('slim cells', () => {
  const read = ($select: string, provider = 'SimpleContact', $filter = 'contactId eq 7', caller = english) =>
    envelope(caller, provider, { $select, $filter }).value[0];

  test('list items as texts in the language, or as stored', () => {
    expect(read('category,country')).toEqual({
      PrimaryKey: '7',
      EntityName: 'contact',
      category: 'Vendor',
      country: 'Germany',
    });
    expect(read('category', 'SimpleContact', 'contactId eq 7', raw)?.category).toContain('NO:"Leverandør"');
    const german = createTestCaller(world, { 'so-language': 'de' });
    expect(read('country', 'SimpleContact', 'contactId eq 7', german)?.country).toBe('Deutschland');
  });

  test('users as initials, also those whose column is named an id', () => {
    expect(read('associateId,updatedBy,registeredBy,contactAssociate/associateDbId')).toMatchObject({
      associateId: 'MK',
      updatedBy: 'MK',
      registeredBy: 'LH',
      'contactAssociate/associateDbId': 'MK',
    });
  });

  test('nothing stored is year 1, no text, zero or false', () => {
    expect(
      read(
        'updatedDate,updatedBy,category,orgnr,postAddress/line1,postAddress/addressId,stop,email/emailAddress,contactSupportPerson/personId',
        'SimpleContact',
        'contactId eq 25',
      ),
    ).toMatchObject({
      updatedDate: '0001-01-01T00:00:00',
      updatedBy: '',
      category: '',
      orgnr: '',
      'postAddress/line1': '',
      'postAddress/addressId': 0,
      stop: false,
      'email/emailAddress': '',
      'contactSupportPerson/personId': 0,
    });
  });

  test('columns that the reference lists but nothing is stored for come empty by their type', () => {
    expect(
      read('NumberOfSales,LastSale,saintSaleStatus,SaintStatus1', 'SimpleContact', 'contactId eq 7'),
    ).toMatchObject({ NumberOfSales: 0, LastSale: '0001-01-01T00:00:00', saintSaleStatus: '' });
    expect(read('project/name,sale/amount,contact/name', 'FindAppointment', 'appointmentId eq 592')).toMatchObject({
      'project/name': '',
      'sale/amount': 0,
      'contact/name': "L'Oréal",
    });
  });

  test('joins reach through several tables', () => {
    const columns = [
      'contact/contactAssociate/assocName',
      'contact/streetAddress/city',
      'contact/streetAddress/formattedAddress',
      'contact/email/emailAddress',
      'person/fullName',
      'person/personInfo/infoText',
      'person/personMobilePhone/formattedNumber',
      'associate/fullName',
      'associate/personEmail',
      'appointment/description',
      'contact/category',
    ];
    expect(read(columns.join(','), 'FindAppointment', 'appointmentId eq 592')).toEqual({
      PrimaryKey: '592',
      EntityName: 'appointment',
      'contact/contactAssociate/assocName': 'MK',
      'contact/streetAddress/city': 'Bergen',
      'contact/streetAddress/formattedAddress': 'Fjordgata 8, 5003 Bergen',
      'contact/email/emailAddress': 'first@loreal.example',
      'person/fullName': 'Ingrid Åse Berg',
      'person/personInfo/infoText': 'Plays chess',
      'person/personMobilePhone/formattedNumber': '+47 900',
      'associate/fullName': 'Lars Holm',
      'associate/personEmail': 'lars@nordlys.example',
      'appointment/description': 'Walk through',
      'contact/category': 'Vendor',
    });
    expect(read('contactSupportPerson/fullName,contactSupportPerson/personInfo/infoText')).toMatchObject({
      'contactSupportPerson/fullName': 'Ingrid Åse Berg',
      'contactSupportPerson/personInfo/infoText': 'Plays chess',
    });
    expect(
      read('personContact/name,personContact/contactAssociate/fullName', 'Person', 'personId eq 71'),
    ).toMatchObject({ 'personContact/name': "L'Oréal", 'personContact/contactAssociate/fullName': 'MK' });
  });

  test('custom fields', () => {
    const columns = ['contactUdef/SuperOffice:1', 'contactUdef/SuperOffice:2', 'contactUdef/SuperOffice:4'];
    expect(read(`${columns.join(',')},contactUdef/SuperOffice:6,contactExtra/x_premium`)).toMatchObject({
      'contactUdef/SuperOffice:1': 'Blue',
      'contactUdef/SuperOffice:2': 12,
      'contactUdef/SuperOffice:4': true,
      'contactUdef/SuperOffice:6': 0,
      'contactExtra/x_premium': true,
    });
    expect(read('contactUdef/SuperOffice:3', 'SimpleContact', 'contactId eq 30')).toMatchObject({
      'contactUdef/SuperOffice:3': '2026-05-05T00:00:00',
    });
    const listItem = world.lists.get('udlist98')?.items.find(({ id }) => id === 2);
    expect(listItem).toBeDefined();
    expect(read('contactUdef/SuperOffice:5')?.['contactUdef/SuperOffice:5']).toBe(english.text(listItem?.name ?? ''));
  });

  test('birth dates by their parts; a year that is not known is 2', () => {
    expect(read('birthYear,birthMonth,birthDay,birthdate', 'Person', 'personId eq 71')).toMatchObject({
      birthYear: 1980,
      birthMonth: 5,
      birthDay: 17,
      birthdate: '1980-05-17',
    });
    expect(read('birthYear,birthMonth,birthDay', 'Person', 'personId eq 72')).toMatchObject({
      birthYear: 2,
      birthMonth: 2,
      birthDay: 28,
    });
    expect(read('birthYear', 'Person', 'personId eq 19')).toMatchObject({ birthYear: 0 });
  });

  test('the end as a day and as an instant', () => {
    expect(read('date,time,endDate,endTime', 'FindAppointment', 'appointmentId eq 591')).toMatchObject({
      date: '2026-04-20T00:30:00',
      time: '2026-04-20T00:30:00',
      endDate: '2026-04-20T00:00:00',
      endTime: '2026-04-20T10:30:00',
    });
    expect(read('endDate,endTime', 'FindAppointment', 'appointmentId eq 593')).toMatchObject({
      endDate: '0001-01-01T00:00:00',
      endTime: '0001-01-01T00:00:00',
    });
  });

  test('names of cells are those asked for, or safe ones', () => {
    expect(Object.keys(read('NAME,contactassociate/FullName') ?? {}).slice(2)).toEqual([
      'NAME',
      'contactassociate/FullName',
    ]);
    const [row] = envelope(english, 'SimpleContact', {
      $select: 'contactAssociate/fullName,contactUdef/SuperOffice:1',
      $jsonSafe: 'true',
      $filter: 'contactId eq 7',
    }).value;
    expect(row).toMatchObject({ contactAssociate_fullName: 'MK', contactUdef_SuperOffice_1: 'Blue' });
  });

  test('booleans as icons', () => {
    const parameters = { $select: 'stop', $output: 'Display', $filter: 'contactId in (2,7)' };
    expect(envelope(english, 'SimpleContact', parameters).value.map((row) => row.stop)).toEqual(['no', 'yes']);
  });
});

describe('full cells', () => {
  const column = (name: string, provider: string, $filter: string, caller = english) => {
    const [row] = envelope(caller, provider, { $select: name, $filter, $mode: 'full' }).value;
    return (row as unknown as { Column: Record<string, unknown> }).Column[name];
  };

  test('id and text of list items, at the root, behind joins and in custom fields', () => {
    const vendor = { RawValue: 3, DisplayValue: 'Vendor', LinkHint: '', TooltipHint: '{category_id=3}' };
    expect(column('category', 'SimpleContact', 'contactId eq 7')).toEqual(vendor);
    expect(column('contact/category', 'FindAppointment', 'appointmentId eq 592')).toEqual(vendor);
    expect(column('category', 'SimpleContact', 'contactId eq 25')).toEqual({
      RawValue: 0,
      DisplayValue: '',
      LinkHint: '',
      TooltipHint: '',
    });
    expect(column('contactUdef/SuperOffice:5', 'SimpleContact', 'contactId eq 7')).toMatchObject({ RawValue: 2 });
  });

  test('id of a user, or by option initials with the id in the hint', () => {
    const id = { RawValue: 7, DisplayValue: 'MK', LinkHint: '', TooltipHint: '{associate_id=7}' };
    expect(column('associateId', 'SimpleContact', 'contactId eq 7')).toEqual(id);
    const initials = createTestCaller(world);
    initials.options.archive.associateRaw = 'initials';
    expect(column('associateId', 'SimpleContact', 'contactId eq 7', initials)).toEqual({ ...id, RawValue: 'MK' });
  });

  test('hints name the record that a cell is of', () => {
    expect(column('contact/name', 'FindAppointment', 'appointmentId eq 592')).toMatchObject({
      RawValue: "L'Oréal",
      TooltipHint: '{contact_id=7}',
    });
    expect(column('contactId', 'FindAppointment', 'appointmentId eq 592')).toMatchObject({
      RawValue: 7,
      TooltipHint: '{contact_id=7}',
    });
  });

  test('display texts follow the culture, raw values do not', () => {
    const british = createTestCaller(world, { 'so-language': 'en', 'so-culture': 'en-GB' });
    expect(column('date', 'FindAppointment', 'appointmentId eq 591', british)).toMatchObject({
      RawValue: '2026-04-20T00:30:00',
      DisplayValue: '20/04/2026, 00:30',
    });
    expect(column('stop', 'SimpleContact', 'contactId eq 7', english)).toMatchObject({
      RawValue: true,
      DisplayValue: 'Yes',
    });
    expect(column('stop', 'SimpleContact', 'contactId eq 7', raw)).toMatchObject({ DisplayValue: '[SR_YES]' });
    const odd = createTestCaller(world, { 'so-language': 'en', 'so-culture': 'no such culture' });
    expect(column('date', 'FindAppointment', 'appointmentId eq 591', odd)).toMatchObject({
      DisplayValue: '4/20/26, 12:30 AM',
    });
  });

  test.each([
    [{ 'so-language': 'en-GB' }, '20/04/2026, 00:30'],
    [{ 'accept-language': 'en-GB' }, '20/04/2026, 00:30'],
    [{ 'accept-language': 'tlh, nb-NO;q=0.5, de;q=0.9' }, '20.04.26, 00:30'],
    [{ 'accept-language': 'de', 'so-language': 'en-GB, nb' }, '20/04/2026, 00:30'],
    [{ 'accept-language': 'en-GB', 'so-culture': 'de' }, '20.04.26, 00:30'],
    // Without a language there is none, and so no culture either.
    [{ 'so-culture': 'de' }, '2026-04-20T00:30:00'],
    [{ 'accept-language': 'de', 'so-language': 'x' }, '2026-04-20T00:30:00'],
  ])('the culture is that of the language where none is named: %o', (headers, shown) => {
    const caller = createTestCaller(world, headers as Record<string, string>);
    const cell = column('date', 'FindAppointment', 'appointmentId eq 591', caller);
    expect(cell).toMatchObject({ RawValue: '2026-04-20T00:30:00', DisplayValue: shown });
  });
});
