import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { PersonRecord, TenantWorld } from '../../src/simulator/store.ts';
import { type Crm, expectRequests, startCrm } from '../crm.ts';
import { addressIn, formalName, fullName, itemIn, living, orNull, personRow, pick, points } from './seeded.ts';

const item = '{ id list listItemId name }';
const columns = `id personId firstName middleName lastName fullName title mrMrs position ${item} description birthDate
  retired noMailing country ${item} email mobilePhone directPhone createdAt updatedAt`;

let crm: Crm;
let world: TenantWorld;
beforeAll(async () => {
  crm = await startCrm();
  world = crm.superoffice.world();
});
afterAll(() => crm.close());
beforeEach(() => crm.superoffice.faults.clear());

const firstRows = (count: number) => [...world.persons.values()].filter(living).slice(0, count);

describe('the fields of a person', () => {
  test('that columns hold come for a whole page in one request, retired persons too', async () => {
    const { data, errors, calls } = await crm.query(`{ persons(first: 200) { nodes { ${columns} rank } } }`);
    expect(errors).toBeUndefined();
    const rows = firstRows(200);
    expect(data).toEqual({
      persons: { nodes: rows.map((row) => ({ ...personRow(world, row), rank: row.rank })) },
    });
    expect(rows.some((row) => row.retired)).toBe(true);
    expectRequests(calls, 1);
    expect(calls[0]?.query.$entities).toBe('person,retiredPerson');
  });

  test('are the same where the entity answers', async () => {
    const rich = pick(
      world.persons,
      (row) => living(row) && row.emails.length > 1 && row.privatePhones.length > 0 && row.description && row.birthDate,
    );
    const { data, errors, calls } = await crm.query(
      `query One($id: Int!) { person(personId: $id) { ${columns} salutation formalName
        emails { value description } urls { value description } phones { value description }
        officePhones { value description } mobilePhones { value description }
        privatePhones { value description } otherPhones { value description } } }`,
      { id: rich.id },
    );
    expect(errors).toBeUndefined();
    expect(data).toEqual({
      person: {
        ...personRow(world, rich),
        salutation: orNull(rich.salutation),
        formalName: formalName(rich),
        emails: points(rich.emails),
        urls: points(rich.urls),
        phones: points(rich.officePhones, rich.mobilePhones, rich.privatePhones, rich.otherPhones),
        officePhones: points(rich.officePhones),
        mobilePhones: points(rich.mobilePhones),
        privatePhones: points(rich.privatePhones),
        otherPhones: points(rich.otherPhones),
      },
    });
    expect(calls.map(({ method, path }) => `${method} ${path}`)).toEqual([`GET /Person/${rich.id}`]);
  });

  test('of which each is held by somebody', async () => {
    const holder = (has: (row: PersonRecord) => unknown) => pick(world.persons, (row) => living(row) && has(row)).id;
    const { data } = await crm.query(
      `query Held($other: Int!, $urls: Int!, $salutation: Int!) {
        other: person(personId: $other) { otherPhones { value description } phones { value } }
        urls: person(personId: $urls) { urls { value description } }
        salutation: person(personId: $salutation) { salutation } }`,
      {
        other: holder((row) => row.otherPhones.length),
        urls: holder((row) => row.urls.length),
        salutation: holder((row) => row.salutation),
      },
    );
    const other = pick(world.persons, (row) => living(row) && row.otherPhones.length);
    const urls = pick(world.persons, (row) => living(row) && row.urls.length);
    const all = [...other.officePhones, ...other.mobilePhones, ...other.privatePhones, ...other.otherPhones];
    expect(data).toEqual({
      other: { otherPhones: points(other.otherPhones), phones: all.map(({ value }) => ({ value })) },
      urls: { urls: points(urls.urls) },
      salutation: { salutation: 'Dear' },
    });
  });

  test('the address, which has the country of the person', async () => {
    const lines = 'line1 line2 line3 postalCode city state county country formatted latitude longitude';
    const { data, calls } = await crm.query(`{ persons(first: 60) { nodes { address { ${lines} } } } }`);
    const rows = firstRows(60);
    expect(data).toEqual({
      persons: { nodes: rows.map((row) => ({ address: addressIn(world, row.address, row.countryId) })) },
    });
    expectRequests(calls, 1);
    const row = pick(world.persons, (each) => living(each) && each.address);
    const single = await crm.query(
      `query Address($id: Int!) { person(personId: $id) { salutation address { ${lines} } } }`,
      { id: row.id },
    );
    expect(single.data).toMatchObject({ person: { address: addressIn(world, row.address, row.countryId) } });
    expect(single.calls).toHaveLength(1);
  });

  test('interests are the chosen ones alone', async () => {
    const row = pick(world.persons, (each) => living(each) && each.interestIds.length > 1);
    const { data, calls } = await crm.query(
      `query Interests($id: Int!) { person(personId: $id) { interests ${item} } }`,
      { id: row.id },
    );
    const chosen = [...row.interestIds].sort().map((id) => itemIn(world, 'persint', id));
    expect(data).toEqual({ person: { interests: chosen } });
    expect(calls.map(({ path }) => path)).toEqual([`/Person/${row.id}`]);
  });

  test('formal names of a page are one request more; salutations one for each', async () => {
    const rows = firstRows(12);
    const formal = await crm.query('{ persons(first: 12) { nodes { personId formalName } } }');
    expect(formal.data).toEqual({
      persons: {
        nodes: rows.map((row) => ({
          personId: row.id,
          formalName: formalName(row),
        })),
      },
    });
    expectRequests(formal.calls, 2);
    expect(formal.calls.at(-1)?.path).toBe('/Agents/Person/GetPersonList');
    const letters = await crm.query('{ persons(first: 5) { nodes { salutation } } }');
    expect(letters.data).toEqual({
      persons: { nodes: rows.slice(0, 5).map((row) => ({ salutation: orNull(row.salutation) })) },
    });
    expectRequests(letters.calls, 1 + 5);
  });
});

describe('the birth date', () => {
  test.each(['Pacific/Honolulu', 'UTC', 'AU-ACT'])(
    'is the same day in %s, from the row and from the entity',
    async (zone) => {
      const rows = [...world.persons.values()].filter((row) => living(row) && row.birthDate !== null);
      const [known, yearless] = [
        rows.find((row) => !row.birthDate?.startsWith('0002')),
        rows.find((row) => row.birthDate?.startsWith('0002')),
      ] as [PersonRecord, PersonRecord];
      const { data } = await crm.query(
        `query Birthdays($known: Int!, $yearless: Int!) {
        row: person(personId: $known) { birthDate } entity: person(personId: $known) { birthDate salutation }
        yearless: person(personId: $yearless) { birthDate }
        yearlessEntity: person(personId: $yearless) { birthDate salutation } }`,
        { known: known.id, yearless: yearless.id },
        { headers: { 'so-timezone': zone } },
      );
      expect(data).toMatchObject({
        row: { birthDate: known.birthDate },
        entity: { birthDate: known.birthDate },
        yearless: { birthDate: null },
        yearlessEntity: { birthDate: null },
      });
    },
  );

  test('is null where nobody knows it, or it may not be read', async () => {
    const unknown = pick(world.persons, (row) => living(row) && row.birthDate === null && row.id > 20);
    const known = pick(
      world.persons,
      (row) => living(row) && row.birthDate?.startsWith('19') && (row.contactId ?? 0) % 13 !== 1,
    );
    const both = `query Unknown($id: Int!) {
      row: person(personId: $id) { birthDate fullName } entity: person(personId: $id) { birthDate salutation } }`;
    const nobody = await crm.query(both, { id: unknown.id });
    expect(nobody.data).toMatchObject({ row: { birthDate: null }, entity: { birthDate: null } });
    const refused = await crm.query(both, { id: known.id }, { ticket: crm.superoffice.tickets.tove });
    expect(refused.errors).toBeUndefined();
    expect(refused.data).toMatchObject({
      row: { birthDate: null, fullName: fullName(known) },
      entity: { birthDate: null },
    });
  });
});

describe('a person that cannot be read', () => {
  test('is null without an error where there is none', async () => {
    const { data, errors } = await crm.query(
      '{ row: person(personId: 99999) { fullName } entity: person(personId: 99999) { salutation } }',
    );
    expect([data, errors]).toEqual([{ row: null, entity: null }, undefined]);
  });

  test('is null with FORBIDDEN where the CRM says so', async () => {
    const hidden = pick(world.persons, (row) => row.contactId === 17);
    const { data, errors } = await crm.query(
      'query Hidden($id: Int!) { person(personId: $id) { salutation } }',
      { id: hidden.id },
      { ticket: crm.superoffice.tickets.rune },
    );
    expect(data).toEqual({ person: null });
    expect(errors?.map(({ extensions }) => extensions.code)).toEqual(['FORBIDDEN']);
  });
});

test('texts are in the language of the request', async () => {
  const row = pick(world.persons, (each) => living(each) && each.positionId === 2);
  for (const [language, code] of [
    ['nb-NO', 'NO'],
    ['de', 'GE'],
    ['sv', 'SW'],
  ] as const) {
    const { data } = await crm.query(
      'query Position($id: Int!) { person(personId: $id) { position { name } country { name } address { country } } }',
      { id: row.id },
      { headers: { 'accept-language': language } },
    );
    expect(data).toMatchObject({
      person: {
        position: { name: itemIn(world, 'perspos', 2, code)?.name },
        country: { name: itemIn(world, 'country', row.countryId, code)?.name },
      },
    });
  }
});
