import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { ElementRecord } from '../../src/simulator/store.ts';
import { type Crm, startCrm } from '../crm.ts';
import { expectKept, expectRefused, textPasses, textTests } from './filter-cases.ts';
import type { ListName, RowOf } from './list-walk.ts';
import { fullName } from './seeded.ts';

let crm: Crm;
beforeAll(async () => {
  crm = await startCrm();
});
afterAll(() => crm.close());

/** A text field: how its value on a row passes an operator, and values that split the rows. */
interface TextField<Name extends ListName> {
  list: Name;
  field: string;
  read: (row: RowOf<Name>) => string;
  values: readonly string[];
}
const textField = <Name extends ListName>(
  list: Name,
  field: string,
  read: (row: RowOf<Name>) => string,
  ...values: string[]
) => ({ list, field, read, values }) as unknown as TextField<ListName>;

const texts = [
  textField('contacts', 'name', ({ name }) => name, 'Fjord Trading AS', 'fjord', 'AS', 'å', '25', 'x'),
  textField('contacts', 'department', ({ department }) => department, 'Oslo', 'BER', 'n', ''),
  textField('contacts', 'orgNr', ({ orgNr }) => orgNr, '900015838', '9000', '8', ''),
  textField('contacts', 'number', ({ number }) => number, '10007', '100', '7'),
  textField('contacts', 'city', ({ streetAddress }) => streetAddress?.city ?? '', 'OSLO', 'københavn', 'en', ''),
  textField('contacts', 'postalCode', ({ streetAddress }) => streetAddress?.zipcode ?? '', '0152', '01', '0'),
  textField('persons', 'firstName', ({ firstname }) => firstname, 'Ørjan', 'D’Arcy', "d'arcy", 'a'),
  textField('persons', 'lastName', ({ lastname }) => lastname, 'Nygård', "O'Hara", 'o', 'NY'),
  textField('persons', 'fullName', fullName, 'Lars Holm', 'lars', 'a M', '20'),
  textField('persons', 'title', ({ title }) => title, 'Consultant', 'head', 'purchasing', ''),
  textField('appointments', 'location', ({ location }) => location, 'Online', 'meeting', 'FJORD', ''),
];

describe.each(texts)('$list by the text $field', ({ list, field, read, values }) => {
  const passing = (operator: string, value: string) => (row: RowOf<ListName>) => textPasses(operator, read(row), value);

  test.each(Object.keys(textTests))('%s', async (operator) => {
    let found = 0;
    for (const value of values)
      found += await expectKept(crm, list, { [field]: { [operator]: value } }, passing(operator, value));
    expect(found).toBeGreaterThan(0);
  });

  test('in, and several operators at once', async () => {
    const [first = '', second = ''] = values;
    const either = (row: RowOf<ListName>) => passing('eq', first)(row) || passing('eq', second)(row);
    await expectKept(crm, list, { [field]: { in: [first, second] } }, either);
    await expectKept(crm, list, { [field]: { in: [] } }, () => false);
    const last = values.find((value) => value.length === 1) ?? 'e';
    const three = { contains: last, notBeginsWith: first, ne: second };
    const passes = Object.entries(three).map(([operator, value]) => passing(operator, value));
    await expectKept(crm, list, { [field]: three }, (row) => passes.every((each) => each(row)));
  });
});

describe('texts of which a record has several', () => {
  const values = (elements: ElementRecord[]) => elements.map(({ value }) => value.toLowerCase());
  const any = (operator: string, elements: ElementRecord[], wanted: string) =>
    values(elements).some((value) => textPasses(operator, value, wanted));

  test.each(['eq', 'beginsWith', 'contains', 'endsWith'])(
    '%s finds the record by any of them, once',
    async (operator) => {
      for (const toMany of ['first', 'multiply'] as const) {
        crm.superoffice.options.archive.toMany = toMany;
        for (const wanted of ['invoice@', 'POST@isfjord139.example', 'example']) {
          await expectKept(crm, 'contacts', { email: { [operator]: wanted } }, ({ emails }) =>
            any(operator, emails, wanted),
          );
        }
        for (const wanted of ['+47 22 007 01', '02', '22']) {
          await expectKept(crm, 'contacts', { phone: { [operator]: wanted } }, ({ phones }) =>
            any(operator, phones, wanted),
          );
        }
        for (const wanted of ['private.40@home.example', 'private', '.example']) {
          await expectKept(crm, 'persons', { email: { [operator]: wanted } }, ({ emails }) =>
            any(operator, emails, wanted),
          );
        }
      }
      crm.superoffice.options.archive.toMany = 'first';
    },
  );

  test('in', async () => {
    const [one, other] = ['invoice@lyngen16.example', 'post@fjord1.example'];
    await expectKept(crm, 'contacts', { email: { in: [one, other, 'nobody@nowhere.example'] } }, ({ emails }) =>
      values(emails).some((value) => value === one || value === other),
    );
  });

  test.each(['ne', 'notBeginsWith', 'notContains'])(
    '%s is refused: the CRM would answer for any one of them',
    async (operator) => {
      for (const [list, field] of [
        ['contacts', 'email'],
        ['contacts', 'phone'],
        ['persons', 'email'],
      ] as const) {
        await expectRefused(
          crm,
          list,
          { [field]: { [operator]: 'x' } },
          new RegExp(`filter.${field} takes no \`${operator}\``),
        );
      }
    },
  );
});

describe('the city and postal code of a company', () => {
  test('are those of its street address, whatever the postal one says', async () => {
    const rows = [...crm.superoffice.world().contacts.values()];
    const apart = rows.filter(
      ({ streetAddress, postalAddress }) => postalAddress && streetAddress?.city !== postalAddress.city,
    );
    expect(apart.some(({ postalAddress }) => postalAddress?.city === 'OSLO')).toBe(true);
    await expectKept(crm, 'contacts', { city: { eq: 'Oslo' } }, ({ streetAddress }) => streetAddress?.city === 'OSLO');
    await expectKept(crm, 'contacts', { postalCode: { in: ['0152', '5003'] } }, ({ streetAddress }) =>
      ['0152', '5003'].includes(streetAddress?.zipcode ?? ''),
    );
  });
});

describe('the text of an appointment', () => {
  test.each(['eq', 'beginsWith', 'contains', 'endsWith'])('%s', async (operator) => {
    for (const value of [
      'Status meeting',
      'details of 10',
      'lunch; bring "the paper"',
      "L'Oréal pitch",
      '101',
      'No such',
    ]) {
      await expectKept(crm, 'appointments', { description: { [operator]: value } }, ({ description }) =>
        textPasses(operator, description, value),
      );
    }
  });

  test('in', async () => {
    const wanted = ['Site visit', 'lunch; bring "the paper"', "prepare l'oréal pitch"];
    const found = await expectKept(crm, 'appointments', { description: { in: wanted } }, ({ description }) =>
      wanted.some((each) => textPasses('eq', description, each)),
    );
    expect(found).toBeGreaterThan(100);
  });
});
