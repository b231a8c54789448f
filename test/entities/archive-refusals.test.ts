import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type Crm, startCrm } from '../crm.ts';
import { asked, type Question } from './archive-question.ts';

let crm: Crm;
beforeAll(async () => {
  crm = await startCrm();
});
afterAll(() => crm.close());
beforeEach(() => crm.superoffice.reset());

const contact = (question: Partial<Question>): Question => ({
  provider: 'SimpleContact',
  columns: ['name'],
  ...question,
});

describe('refused with nothing sent', () => {
  test.each<[string, Question, string]>([
    ['the provider that reads tables', contact({ provider: 'Dynamic' }), 'Dynamic reads the tables'],
    ['the same in other letters', contact({ provider: 'dYNAMIC' }), 'Dynamic reads the tables'],
    ['a path for a provider', contact({ provider: '../Contact' }), 'is no name of a provider'],
    ['an encoded path', contact({ provider: '..%2fContact' }), 'is no name of a provider'],
    ['a provider with a query', contact({ provider: 'Person?$top=1' }), 'is no name of a provider'],
    ['the description of a provider', contact({ provider: 'Dynamic$metadata' }), 'is no name of a provider'],
    ['no provider', contact({ provider: '' }), 'is no name of a provider'],
    ['two columns in one', contact({ columns: ['name,associateId'] }), '`name,associateId` is no name of a column'],
    ['a column with a parameter', contact({ columns: ['name&$top=1'] }), 'is no name of a column'],
    ['a column with a blank', contact({ columns: ['name '] }), 'is no name of a column'],
    ['an empty column', contact({ columns: [''] }), 'is no name of a column'],
    ['no columns', contact({ columns: [] }), '`columns` is empty'],
    ['a filter that closes what it did not open', contact({ filter: "name begins 'x') or (contactId gt 0" }), '`)`'],
    ['a filter with another parameter', contact({ filter: 'contactId gt 0&$top' }), 'a whole number is needed'],
    ['a text that does not end', contact({ filter: "name is 'x\\'" }), 'has no closing quote'],
    ['an operator of another type', contact({ filter: "contactId begins '1'" }), 'is not compared by `begins`'],
    ['a column that is not filtered by', contact({ filter: "nameDepartment is 'x'" }), 'not filtered by'],
    ['an operator that fails upstream', contact({ filter: 'contactId le 5' }), 'Move the bound by one'],
    ['a filter column that is none', contact({ filter: "name;x is 'x'" }), '`name;x` is no name of a column'],
    [
      'a day that no month has',
      contact({ filter: "updatedDate after '2026-02-30'" }),
      '`2026-02-30` stands where a date',
    ],
    ['a day of no year', contact({ filter: "updatedDate after '0000-01-01'" }), '`0000-01-01` stands where a date'],
    ['an unsortable column', contact({ orderBy: ['phone/formattedNumber'] }), 'can be read but not ordered by'],
    ['an order with more than a direction', contact({ orderBy: ['name asc, code'] }), 'is no order'],
    ['an order in no direction', contact({ orderBy: ['name up'] }), 'is no order'],
    ['an order by an injected column', contact({ orderBy: ['name,code desc'] }), '`name,code` is no name of a column'],
    ['an unknown entity', contact({ entities: ['person'] }), 'has no entity `person`. It has: contact.'],
    ['an entity with a parameter', contact({ entities: ['contact&$top=1'] }), 'is no name of an entity'],
    ['less than no rows', contact({ first: -1 }), '`first` is -1: use 0 to 500.'],
    ['more rows than a page has', contact({ first: 501 }), 'at most 500 rows fit on a page.'],
    [
      'more than an address has room for',
      contact({ filter: `name in (${Array.from({ length: 900 }, () => "'æøå'").join(',')})` }),
      'characters of an address',
    ],
  ])('%s', async (_name, question, message) => {
    const { page, errors, calls } = await asked(crm, question);
    expect(page).toBeNull();
    expect(errors.map(({ extensions }) => extensions.code)).toEqual(['BAD_USER_INPUT']);
    expect(errors[0]?.message).toContain(message);
    expect(calls).toEqual([]);
  });

  test('a cursor that is none', async () => {
    for (const after of ['x', '', 'WyJ4Iiwx', Buffer.from('["x",{}]').toString('base64url')]) {
      const { errors, calls } = await asked(crm, contact({ after }));
      expect(errors.map(({ extensions }) => extensions.code)).toEqual(['BAD_CURSOR']);
      expect(calls).toEqual([]);
    }
  });
});

describe('refused by the description of the provider', () => {
  test.each<[string, Question, string]>([
    ['a column that neither knows', contact({ columns: ['nope'] }), 'has no column `nope`'],
    ['a name that every object has', contact({ columns: ['constructor'] }), 'has no column `constructor`'],
    ['a prototype', contact({ columns: ['__proto__'] }), 'has no column `__proto__`'],
    ['an aggregate', contact({ columns: ['Count(contactId)'] }), 'has no column `Count(contactId)`'],
    ['a column of a table', contact({ columns: ['contact.(email->contact_id).email_address'] }), 'has no column'],
    ['a filter by an unknown column', contact({ filter: "nope is 'x'" }), 'there is no column `nope`'],
    ['an order by an unknown column', contact({ orderBy: ['nope'] }), 'has no column `nope`'],
    ['a field of another tenant', contact({ columns: ['contactUdef/SuperOffice:999'] }), 'has no column'],
    [
      'a filter by the wrong type of a custom field',
      contact({ filter: 'contactUdef/SuperOffice:1 gt 5' }),
      'is not compared by `gt`',
    ],
  ])('%s', async (_name, question, message) => {
    const { page, errors, calls } = await asked(crm, question);
    expect(page).toBeNull();
    expect(errors.map(({ extensions }) => extensions.code)).toEqual(['BAD_USER_INPUT']);
    expect(errors[0]?.message).toContain(message);
    expect(calls.filter(({ path }) => !path.endsWith('/$metadata'))).toEqual([]);
  });

  test('a provider of no such name, by the names that the CRM offers', async () => {
    await using fresh = await startCrm();
    for (const provider of ['Nonsense', 'constructor', 'toString', 'A:b', 'simplecontact']) {
      const { page, errors } = await asked(fresh, contact({ provider }));
      expect(page).toBeNull();
      expect(errors.map(({ extensions, message }) => [extensions.code, message])).toEqual([
        ['BAD_USER_INPUT', `SuperOffice has no archive provider \`${provider}\`.`],
      ]);
    }
    expect(fresh.superoffice.calls().map(({ path }) => path)).toEqual(['/Archive']);
    const known = await asked(fresh, contact({ provider: 'RecycleContact', first: 0 }));
    expect(known.errors).toEqual([]);
    expect(known.calls.map(({ path }) => path)).toEqual([
      '/Archive/RecycleContact/$metadata',
      '/Archive/RecycleContact',
    ]);
  });
});

describe('a CRM that fails', () => {
  test('costs the archive and nothing else', async () => {
    await using crm = await startCrm();
    crm.superoffice.faults.add({ path: /^\/Person$/, fault: { kind: 'status', status: 503 } });
    const { data, errors } = await crm.query(
      `{ archive(provider: "Person", columns: ["fullName"]) { nodes } contact(contactId: 2) { name } }`,
    );
    expect(data).toEqual({ archive: null, contact: { name: crm.superoffice.world().contacts.get(2)?.name } });
    expect(errors?.map(({ extensions, path }) => [extensions.code, path])).toEqual([
      ['UPSTREAM_UNAVAILABLE', ['archive']],
    ]);
  });

  test('what is no column in a description hides no other', async () => {
    const column = 'appointmentUdef/SuperOffice:2';
    const body = [null, { Name: null }, 'name', { Name: column, CanOrderBy: true }];
    crm.superoffice.faults.add({ path: /\$metadata$/, fault: { kind: 'wrongShape', body } });
    const question = { provider: 'FindAppointment', columns: [column], orderBy: [`${column} desc`], first: 1 };
    const { page, errors } = await asked(crm, question);
    expect(errors).toEqual([]);
    expect(page?.nodes).toEqual([{ [column]: expect.any(Number) }]);
  });

  test('and so does a description that is none', async () => {
    const fault = { kind: 'wrongShape', body: { columns: [] } } as const;
    crm.superoffice.faults.add({ path: /\$metadata$/, fault });
    const { page, errors } = await asked(
      crm,
      contact({ columns: ['contactUdef/SuperOffice:2'], provider: 'FindContact' }),
    );
    expect(page).toBeNull();
    expect(errors.map(({ extensions }) => extensions.code)).toEqual(['UPSTREAM_INVALID_RESPONSE']);
  });

  test('a ticket that is not accepted is told so, and no description is given to it', async () => {
    await asked(crm, contact({ columns: ['contactUdef/SuperOffice:1'] }));
    const { errors } = await asked(crm, contact({ columns: ['contactUdef/SuperOffice:1'] }), {
      ticket: crm.superoffice.tickets.expired,
    });
    expect(errors.map(({ extensions }) => extensions.code)).toEqual(['UNAUTHENTICATED']);
    const none = await asked(crm, contact({}), { ticket: null });
    expect(none.errors.map(({ extensions }) => extensions.code)).toEqual(['UNAUTHENTICATED']);
    expect(none.calls).toEqual([]);
  });
});
